/// The words that a slip may have been meant to be: the pack's own, and never a dictionary's.
///
/// Words are known by their hashes of 64 bits, which lie in order: nothing is made of them first but a table of where
/// to look.
struct PackWords: Sendable {
    /// The Latin words that a slip may have been meant to be.
    let latin: LatinWords
    /// Every Latin word that is right as it stands, by its hash, in order.
    private let rightLatin: OrderedHashes
    /// Every Han word, by its hash, in order.
    private let han: OrderedHashes
    /// How each Han word sounds, in order; as many as there are words.
    private let sounds: OrderedHashes
    /// The characters of each Han word in the order of the sounds, ``places`` a word, those that it has not 0.
    let characters: [UInt32]

    static let hanLengths = 2...4

    /// How many numbers a Han word takes in ``characters``.
    static let places = hanLengths.upperBound

    /// Collects the words of texts; what is in `right` is never mended, and nothing is mended to it.
    init(_ texts: some Sequence<String>, right: some Sequence<String> = []) {
        self.init(PackWordCollection(texts, right: right))
    }

    /// Puts the hashes of what was collected in order; words that sound alike stay in theirs.
    init(_ collection: PackWordCollection) {
        latin = LatinWords(collection.latin)
        rightLatin = OrderedHashes(collection.rightLatin.sorted())
        han = OrderedHashes(collection.hanHashes.sorted())
        let words = collection.han.enumerated().map { (sound: $0.element.soundHash, number: $0.offset) }
            .sorted { ($0.sound, $0.number) < ($1.sound, $1.number) }
        sounds = OrderedHashes(words.map(\.sound))
        characters = words.flatMap { word in
            let characters = collection.han[word.number].map(\.value)
            return characters + Array(repeating: 0, count: Self.places - characters.count)
        }
    }

    /// Whether a Latin word is right as it stands.
    func isRight(latin word: [UInt8]) -> Bool { rightLatin.contains(word.wordHash) }

    /// Whether the pack has these Han characters in a row as a word.
    func isRight(han word: some Collection<Unicode.Scalar>) -> Bool { han.contains(word.wordHash) }

    /// Whether the pack has these Han characters as a word where one of them is another.
    func isRight(han word: some Collection<Unicode.Scalar>, with other: Unicode.Scalar, at place: Int) -> Bool {
        han.contains(word.enumerated().lazy.map { ($0.offset == place ? other : $0.element).value }.numberHash)
    }

    /// The pack's words that sound like these characters.
    func soundingLike(_ word: some Collection<Unicode.Scalar>) -> [[Unicode.Scalar]] {
        guard let numbers = sounds.range(of: word.soundHash) else { return [] }
        return numbers.map { number in
            characters[(number * Self.places)..<((number + 1) * Self.places)].compactMap {
                $0 == 0 ? nil : Unicode.Scalar($0)
            }
        }
    }
}

extension PackWords: Encoded {
    func encode(to writer: inout StateWriter) {
        latin.encode(to: &writer)
        for hashes in [rightLatin, han, sounds] { writer.write(integers: hashes.values) }
        writer.write(integers: characters)
    }

    init(from reader: inout StateReader) throws(StateError) {
        latin = try LatinWords(from: &reader)
        rightLatin = OrderedHashes(try reader.readIntegers())
        han = OrderedHashes(try reader.readIntegers())
        sounds = OrderedHashes(try reader.readIntegers())
        characters = try reader.readIntegers()
        guard reader.isAtEnd, characters.count == sounds.values.count * Self.places else {
            throw StateError("The words of the pack are damaged.")
        }
    }
}

extension Collection<UInt8> {
    /// A hash of a Latin word.
    var wordHash: UInt64 { lazy.map { UInt32($0) }.numberHash }
}

extension Collection<Unicode.Scalar> {
    /// A hash of a Han word.
    var wordHash: UInt64 { lazy.map(\.value).numberHash }

    /// A hash of how a Han word sounds.
    fileprivate var soundHash: UInt64 { lazy.map { HanAlike.shared.sound($0) }.numberHash }
}

extension Sequence<UInt32> {
    /// A hash of numbers that stand for characters (FNV-1a over whole numbers, with a last mixing).
    fileprivate var numberHash: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for number in self { hash = (hash ^ UInt64(number)) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash >> 32
    }
}
