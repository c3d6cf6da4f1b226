/// Latin words by their length, laid out so that the ones near a slip are found at a run through their letter sets.
struct LatinWords: Sendable {
    /// The words of one length.
    private struct Shelf: Sendable {
        let length: Int
        /// The words behind one another.
        var bytes: [UInt8]
        /// The letters of each.
        var letters: [UInt32]

        init(_ bytes: [UInt8], length: Int) {
            self.length = length
            self.bytes = bytes
            letters = stride(from: 0, to: bytes.count, by: max(length, 1)).map { bytes[$0..<($0 + length)].letterSet }
        }

        subscript(_ number: Int) -> ArraySlice<UInt8> { bytes[(number * length)..<((number + 1) * length)] }
    }

    /// The longest word that is kept.
    static let longest = 20

    private let shelves: [Shelf]

    /// Takes words of small letters; those that are too long are left out.
    init(_ words: [[UInt8]]) {
        var groups = [[[UInt8]]](repeating: [], count: Self.longest + 1)
        for word in words where word.count <= Self.longest { groups[word.count].append(word) }
        shelves = groups.enumerated().map { length, words in
            Shelf(words.flatMap(\.self), length: length)
        }
    }

    /// The words that are fewest edits away from a slip, and how many; none where all are further than the limit.
    func nearest(to slip: [UInt8], limit: Int) -> (words: [[UInt8]], distance: Int) {
        var limit = limit
        var near: [[UInt8]] = []
        let measure = EditDistance(from: slip)
        for length in max(slip.count - limit, 1)...(slip.count + limit) where length <= Self.longest {
            let shelf = shelves[length]
            for (index, letters) in shelf.letters.enumerated() {
                guard let distance = measure.distance(to: shelf[index], letters: letters, limit: limit) else {
                    continue
                }
                if distance < limit { near = [] }
                limit = distance
                near.append(Array(shelf[index]))
            }
        }
        return (near, limit)
    }
}

extension LatinWords: Encoded {
    func encode(to writer: inout StateWriter) {
        for shelf in shelves { writer.write(bytes: shelf.bytes) }
    }

    init(from reader: inout StateReader) throws(StateError) {
        var shelves: [Shelf] = []
        for length in 0...Self.longest {
            let bytes = Array(try reader.readSlice())
            guard length == 0 ? bytes.isEmpty : bytes.count.isMultiple(of: length) else {
                throw StateError("The words of the pack are damaged.")
            }
            shelves.append(Shelf(bytes, length: length))
        }
        self.shelves = shelves
    }
}
