import CMalloc
import Foundation

/// The regions that the allocator cuts memory from, mallopt(3).
///
/// It opens one for nearly every thread, eight for each core at most. Beside the event loops a server has the threads of
/// its queues, which come and go; each leaves what it has freed in a region of its own, where no other thread takes it,
/// so that resident memory grew for a quarter of an hour while the heap stayed as it was.
enum MemoryArenas {
    /// Opens one for each event loop and no more, two at least; before the first thread is started.
    static func limit(toLoops loops: Int?) {
        _ = mallopt(M_ARENA_MAX, Int32(clamping: max(2, loops ?? ProcessInfo.processInfo.activeProcessorCount)))
    }
}
