import CMalloc
import Foundation

/// The regions that the allocator cuts memory from, mallopt(3).
///
/// It opens one for nearly every thread, eight for each core at most. Beside the event loops a server has the threads of
/// its queues, which come and go; each leaves what it has freed in a region of its own, where no other thread takes it,
/// so that resident memory grew for a quarter of an hour while the heap stayed as it was.
enum MemoryArenas {
    /// Bytes from which on a piece of memory is a mapping of its own, which the kernel has back when it is freed.
    ///
    /// Without a word the allocator raises this, up to 32 MB, whenever such a piece is freed, and what then lies in a
    /// region keeps all below it resident.
    private static let largestPiece: Int32 = 512 * 1024

    /// Bytes at the end of a region that are kept for what comes next.
    private static let keptFree: Int32 = 4 << 20

    /// Opens one for each event loop and no more, two at least, and fixes what goes back to the kernel; before the first
    /// thread is started.
    static func limit(toLoops loops: Int?) {
        _ = mallopt(M_ARENA_MAX, Int32(clamping: max(2, loops ?? ProcessInfo.processInfo.activeProcessorCount)))
        _ = mallopt(M_MMAP_THRESHOLD, largestPiece)
        _ = mallopt(M_TRIM_THRESHOLD, keptFree)
    }

    /// Gives the kernel back the pages on which nothing is left, wherever they lie (malloc_trim(3)).
    ///
    /// Takes a millisecond of processor time, four where three hundred clients had asked without reading; a loop that
    /// wants memory of the region in hand waits so long.
    static func giveBack() {
        _ = malloc_trim(0)
    }
}
