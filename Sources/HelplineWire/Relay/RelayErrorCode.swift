/// Why a line of helpline/1 was not done.
public enum RelayErrorCode: String, Sendable, CaseIterable {
    /// The line is no JSON object, or a field has the wrong type.
    case badJSON = "bad_json"
    /// The line is not valid UTF-8.
    case badUTF8 = "bad_utf8"
    /// The line is longer than the limit, or a name in it is.
    case tooLong = "too_long"
    /// The server does not know this `type`, or no version of the protocol that was offered.
    case unknownType = "unknown_type"
    /// The relay did not say who it is, or could not prove it.
    case unauthorized
    /// Too much waits already; send the same message again later.
    case busy
    /// The turn could not be saved; the same message runs again when it is repeated.
    case storage
    /// The server is about to stop; send the same message again to its successor.
    case shuttingDown = "shutting_down"
    /// The server made a mistake.
    case `internal`
}
