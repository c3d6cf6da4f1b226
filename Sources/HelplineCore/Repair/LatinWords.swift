/// Latin words by their length, laid out so that the ones near a slip are found at a run through their letter sets.
struct LatinWords: Sendable {
    private struct Shelf: Sendable {
        var words: [[UInt8]] = []
        var letters: [UInt32] = []
    }

    /// The longest word that is kept.
    static let longest = 20

    private var shelves = [Shelf](repeating: Shelf(), count: longest + 1)

    /// Takes a word of small letters; one that is too long is left out.
    mutating func insert(_ word: [UInt8]) {
        guard word.count <= Self.longest else { return }
        shelves[word.count].words.append(word)
        shelves[word.count].letters.append(word.letterSet)
    }

    /// The words that are fewest edits away from a slip, and how many; none where all are further than the limit.
    func nearest(to slip: [UInt8], limit: Int) -> (words: [[UInt8]], distance: Int) {
        var limit = limit
        var near: [[UInt8]] = []
        let measure = EditDistance(from: slip)
        for length in max(slip.count - limit, 1)...(slip.count + limit) where length <= Self.longest {
            let shelf = shelves[length]
            for (index, letters) in shelf.letters.enumerated() {
                guard let distance = measure.distance(to: shelf.words[index], letters: letters, limit: limit) else {
                    continue
                }
                if distance < limit { near = [] }
                limit = distance
                near.append(shelf.words[index])
            }
        }
        return (near, limit)
    }
}
