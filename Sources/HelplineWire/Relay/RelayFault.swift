/// A line of helpline/1 that could not be done, as it is told to the relay.
public struct RelayFault: Error, Sendable, Equatable {
    /// Why.
    public var code: RelayErrorCode
    /// Why, in words for the relay's developer; quotes nothing of the user's.
    public var text: String
    /// The message at fault, nil where it is not known.
    public var to: String?
    /// Its conversation, nil where it is not known or the connection's own.
    public var conversation: String?
    /// Whether the connection ends with it.
    public var isFatal: Bool

    /// Describes a fault.
    public init(
        _ code: RelayErrorCode, _ text: String, to: String? = nil, conversation: String? = nil, isFatal: Bool = false
    ) {
        self.code = code
        self.text = text
        self.to = to
        self.conversation = conversation
        self.isFatal = isFatal
    }
}
