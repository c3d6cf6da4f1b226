/// A reason why trying a pattern may take long.
public struct PatternRisk: Sendable, Hashable {
    /// How bad it is.
    public enum Kind: Sendable, Hashable {
        /// The work doubles with every few more characters of a message.
        case exponential

        /// Twice the message takes more than twice the work, about two to this power times it.
        case polynomial(degree: Int)

        /// A part is repeated without end although it may be empty.
        case repeatsNothing

        /// A part is repeated without end beside another that may take the same characters.
        case overlapping

        /// `\b` stands beside a Han character, where it holds only between Han and a Latin letter, digit or underscore.
        case edgeBesideHan
    }

    /// How bad it is.
    public let kind: Kind

    /// The part of the pattern that makes it so, as it is written there.
    public let part: String

    /// A text on which it shows, empty where none was run.
    public let example: String
}
