import HelplineCore
import Testing

@testable import HelplineMail

@Suite("Waiting for another try")
struct BackoffTests {
    private func step(_ attempts: Int, age: Int64 = 0, reference: UInt64 = 1) throws -> Backoff.Step {
        let created = Timestamp(seconds: 1_000_000)
        var mail = try LeasedMail.sample(reference: Reference(random: reference), created: created)
        mail.attempts = attempts
        return Backoff.standard.step(after: mail, at: created.advanced(bySeconds: age))
    }

    @Test(
        "The waits are those of the schedule, give or take a fifth",
        arguments: zip(0...8, [60, 300, 900, 1800, 3600, 7200, 14_400, 14_400, 14_400] as [Int64]))
    func schedule(_ attempts: Int, _ seconds: Int64) throws {
        for reference in 1...50 as ClosedRange<UInt64> {
            guard case .retry(let next) = try step(attempts, reference: reference) else {
                Issue.record("given up")
                return
            }
            let wait = next.seconds - 1_000_000
            #expect((seconds * 4 / 5...seconds * 6 / 5).contains(wait))
        }
    }

    @Test("The same mail waits the same time, and different mails do not all wait alike")
    func jitter() throws {
        #expect(try step(3) == step(3))
        let moments = try (1...50 as ClosedRange<UInt64>).map { try step(3, reference: $0) }
        #expect(moments.contains { $0 != moments[0] })
    }

    @Test("A mail of 48 hours is given up, a younger one is not")
    func giveUp() throws {
        #expect(try step(20, age: 172_800) == .giveUp)
        #expect(try step(20, age: 172_799) != .giveUp)
        let once = Backoff(waits: [], lifetime: 60)
        #expect(once.result(after: try .sample(), at: Sample.moment, reason: "no") == .failed("no"))
    }
}
