import Foundation
import Testing

@Suite("A disk that fails", .enabled(if: Judge.isAvailable))
struct FaultTests {
    /// `Scripts/long/fault-rounds` plays every round.
    private static let step = 9

    @Test("Whichever write, sync or rename fails, no mail that was shown is lost, and no user is left without words")
    func rounds() throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/fault_rounds.py")
        let outcome = try ServerTools.python([
            "-W", "ignore", script.path, RunningProgram.path, SamplePack.small, "\(Self.step)",
        ])
        #expect(outcome.code == 0, "\(outcome.text)")
        #expect(outcome.text.contains("faults 0"), "\(outcome.text)")
        #expect(!outcome.text.contains("refused in words 0"), "nothing failed: \(outcome.text)")
    }
}
