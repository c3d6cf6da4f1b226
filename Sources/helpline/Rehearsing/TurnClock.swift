import Foundation
import HelplineCore

/// The moment and the free choices of turns: the present and chance, unless a test asks for a moment that stands still.
///
/// `$HELPLINE_REHEARSAL_MOMENT`, in seconds since 1970, makes the same lines give the same replies in every way of
/// talking to the bot, so that transcripts can be played through the program itself. Delivery keeps the machine's
/// clock.
struct TurnClock: Sendable {
    /// The variable that sets the moment.
    static let variable = "HELPLINE_REHEARSAL_MOMENT"

    private let moment: Timestamp?

    /// Looks for the variable, and says on standard error where it is set.
    init(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        moment = environment[Self.variable].flatMap { Int64($0) }.map { Timestamp(seconds: $0) }
        if moment != nil {
            StandardError.say("helpline: the clock of conversations stands still, as \(Self.variable) says.")
        }
    }

    /// When the next turn happens.
    var now: Timestamp { moment ?? .now }

    /// The source of its free choices.
    var seed: UInt64 { moment == nil ? UInt64.random(in: .min ... .max) : 0 }
}
