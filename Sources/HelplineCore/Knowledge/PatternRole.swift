/// What it means when a pattern of the knowledge base matches.
enum PatternRole: Sendable, Equatable {
    /// An intent is meant.
    case trigger(intent: Int)
    /// An intent is not meant.
    case veto(intent: Int)
    /// A short question of an intent is meant.
    case followUp(intent: Int, index: Int)
    /// The sentence is about somebody else's product.
    case otherProduct
    /// The sentence names ours.
    case ownProduct
    /// The line asks nothing.
    case hurry
    /// The line is a question.
    case asking
}
