import HelplineCore

@testable import HelplineMail

extension LeasedMail {
    /// A mail that was never tried.
    static func sample(
        reference: Reference = Sample.reference, created: Timestamp = Sample.moment
    ) throws -> LeasedMail {
        let composed = try Sample.composer().compose(
            Sample.escalation(), reference: reference, at: created, in: Sample.shanghai)
        return LeasedMail(
            reference: reference, category: "security", owner: "test", attempts: 0, created: created, composed: composed
        )
    }
}
