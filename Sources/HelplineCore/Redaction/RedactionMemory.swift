/// What the redactor keeps of a conversation from line to line: counters and flags, never a word of the user.
///
/// It belongs to the conversation's state. Fifteen numbers below 256; `encoded` and `init(encoded:)` are for saving.
public struct RedactionMemory: Sendable, Hashable {
    /// What a line was that may turn out to be a secret by what is said next.
    enum Shape: UInt8 {
        case other
        /// One word that looks like a password.
        case password
        /// Four to eight digits.
        case digits
        /// It holds 64 hexadecimal digits that were kept.
        case hex
    }

    /// What of a password the last line left to the next.
    enum Awaited: UInt8 {
        case nothing
        /// It ended with a word for a password.
        case value
        /// It ended with the verb or the colon that gives one.
        case statement
    }

    /// What 64 hexadecimal digits were last said to be.
    enum HexTopic: UInt8 {
        case none
        case key
        case hash
    }

    /// For how many lines after a part of a phrase the next part is expected.
    static let phraseReach: UInt8 = 6
    private static let size = 15
    /// The most lines that a key file in lines is followed.
    static let blockReach: UInt8 = 100

    var hexTopic = HexTopic.none
    /// For how many more lines the topic holds; likewise below.
    var hexLines: UInt8 = 0
    var hexAskedLines: UInt8 = 0
    var seedLines: UInt8 = 0
    var phraseLines: UInt8 = 0
    var codeLines: UInt8 = 0
    /// How many words of a phrase were told, in one line or several.
    var phraseWords: UInt8 = 0
    /// How many rare words of possible fragments of a phrase were said, and how many lines ago the last.
    var rareWords: UInt8 = 0
    var rareAge: UInt8 = 0
    /// For how many more lines a line that may be a part of a key is joined with those before it.
    var partLines: UInt8 = 0
    /// For how many more lines a password is the topic.
    var passwordLines: UInt8 = 0
    /// For how many more lines the rest of a key that was begun is expected.
    var restLines: UInt8 = 0
    /// For how many more lines a key file that was begun is expected to go on.
    var blockLines: UInt8 = 0
    var awaited = Awaited.nothing
    var lastShape = Shape.other

    /// The memory of a conversation that begins.
    public init() {}

    /// The memory as numbers.
    public var encoded: [UInt8] {
        [hexTopic.rawValue, hexLines, hexAskedLines, seedLines, codeLines, awaited.rawValue, lastShape.rawValue]
            + [phraseLines, rareWords, rareAge, partLines, blockLines, phraseWords, restLines]
            + [passwordLines]
    }

    /// Reads numbers that `encoded` gave, or the twelve of earlier versions; nil for what cannot be such.
    public init?(encoded: [UInt8]) {
        guard encoded.count == Self.size || encoded.count == 12, let topic = HexTopic(rawValue: encoded[0]),
            let shape = Shape(rawValue: encoded[6]), let awaited = Awaited(rawValue: encoded[5])
        else { return nil }
        (hexTopic, hexLines, hexAskedLines, seedLines, codeLines) =
            (topic, encoded[1], encoded[2], encoded[3], encoded[4])
        (self.awaited, lastShape, phraseLines) = (awaited, shape, encoded[7])
        (rareWords, rareAge, partLines, blockLines) = (encoded[8], encoded[9], encoded[10], encoded[11])
        if encoded.count == Self.size {
            (phraseWords, restLines, passwordLines) = (encoded[12], encoded[13], encoded[14])
        }
    }

    /// Lets what was said in earlier lines fade by one line.
    mutating func fade() {
        func less(_ count: UInt8) -> UInt8 { count == 0 ? 0 : count - 1 }
        (hexLines, hexAskedLines) = (less(hexLines), less(hexAskedLines))
        (seedLines, codeLines, phraseLines) = (less(seedLines), less(codeLines), less(phraseLines))
        (partLines, restLines, passwordLines) = (less(partLines), less(restLines), less(passwordLines))
        if phraseLines == 0 { phraseWords = 0 }
        if hexLines == 0 { hexTopic = .none }
        rareAge = rareAge == .max ? .max : rareAge + 1
        if rareAge > PhraseJoiner.maxLines { rareWords = 0 }
    }

    /// Whether so many rare words were said that the lines are worth joining.
    var hasRareWords: Bool { rareWords >= Self.tellingWords }

    private static let tellingWords: UInt8 = 4

    /// Notes rare words of possible fragments; answers whether there were so many that the lines are worth joining.
    mutating func tells(_ rareWords: Int) -> Bool {
        if rareWords > 0 { rareAge = 0 }
        self.rareWords = UInt8(clamping: Int(self.rareWords) + rareWords)
        return hasRareWords
    }

    /// Notes that words of a phrase were told; the rest may follow.
    mutating func expectPhrase(words: Int) {
        (seedLines, phraseLines) = (Self.phraseReach, Self.phraseReach)
        phraseWords = UInt8(clamping: Int(phraseWords) + words)
    }

    /// Forgets that a word of a phrase or a password was to follow: what comes is a command.
    mutating func expectNothing() {
        (awaited, phraseWords) = (.nothing, 0)
    }

    /// Whether nothing is expected that a line may hold without showing it.
    var isAtRest: Bool {
        awaited == .nothing && lastShape == .other && seedLines == 0 && phraseLines == 0 && blockLines == 0
            && hexAskedLines == 0
    }

    /// Whether digits may be a code, or what was tried as a password.
    var expectsDigits: Bool { codeLines > 0 || passwordLines > 0 }

    /// Notes that passwords and codes are what is being talked about, whatever the last lines said.
    mutating func expectPassword() { passwordLines = max(passwordLines, 2) }

    /// Notes a line that says nothing about secrets.
    mutating func noteHarmless() { (awaited, lastShape) = (.nothing, .other) }

    /// Whether the line before this one left a phrase with fewer words than one can have.
    var lacksWords: Bool { phraseLines + 1 == Self.phraseReach && isIncomplete }

    /// Whether a phrase was told, some lines ago at most, with fewer words than one can have.
    var isIncomplete: Bool {
        phraseLines > 0 && (1..<24).contains(phraseWords) && !Mnemonic.counts.contains(Int(phraseWords))
    }
}
