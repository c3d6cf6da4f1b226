import Foundation
import Testing

@Suite(
    "Programs that are killed",
    .enabled(if: ServerTools.areThere, "aiosmtpd or openssl is not installed; Scripts/test fetches them"))
struct KillTests {
    /// `Scripts/long/kill-rounds` makes it 120.
    private static let rounds = 3

    @Test("A mail that was acknowledged arrives, although two processes were killed at any moment")
    func rounds() throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/kill_rounds.py")
        let outcome = try ServerTools.python([
            "-W", "ignore", script.path, RunningProgram.path, SamplePack.small, "\(Self.rounds)", "1",
        ])
        #expect(outcome.code == 0, "\(outcome.text)")
        #expect(outcome.text.contains("lost 0"))
        #expect(!outcome.text.contains("acknowledged 0,"), "nothing was tried: \(outcome.text)")
    }
}
