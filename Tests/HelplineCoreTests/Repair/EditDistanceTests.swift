import TestSupport
import Testing

@testable import HelplineCore

@Suite("Distances between words")
struct EditDistanceTests {
    /// The distance by its definition, cell by cell.
    private func plainDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var rows = [Array(0...other.count)]
        for row in one.indices {
            var line = [row + 1]
            for column in other.indices {
                var best = min(rows[row][column + 1], line[column]) + 1
                best = min(best, rows[row][column] + (one[row] == other[column] ? 0 : 1))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    best = min(best, rows[row - 1][column - 1] + 1)
                }
                line.append(best)
            }
            rows.append(line)
        }
        return rows[one.count][other.count]
    }

    @Test(
        "It counts insertions, deletions, replacements and swaps",
        arguments: [
            ("a", "a", 0), ("chagne", "change", 1), ("stollen", "stolen", 1), ("abcd", "acbd", 1), ("abc", "xyz", 3),
        ])
    func counts(one: String, other: String, expected: Int) {
        for (from, to) in [(Array(one.utf8), Array(other.utf8)), (Array(other.utf8), Array(one.utf8))] {
            #expect(EditDistance(from: from).distance(to: to, letters: to.letterSet, limit: 3) == expected)
        }
    }

    @Test("It is what the definition says, and nil beyond the limit", arguments: 0..<50)
    func definition(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func word() -> [UInt8] {
            (0..<Int.random(in: 0...12, using: &generator)).map { _ in UInt8.random(in: 0x61...0x64, using: &generator)
            }
        }
        for _ in 0..<200 {
            let (one, other) = (word(), word())
            let distance = plainDistance(one, other)
            let measure = EditDistance(from: one)
            for limit in 0...3 {
                let found = measure.distance(to: other, letters: other.letterSet, limit: limit)
                #expect(found == (distance <= limit ? distance : nil), "\(one) \(other)")
            }
        }
    }

    @Test("The nearest words are those that measuring every word gives", arguments: 0..<20)
    func nearest(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func word() -> [UInt8] {
            (0..<Int.random(in: 4...10, using: &generator)).map { _ in UInt8.random(in: 0x61...0x63, using: &generator)
            }
        }
        let list = Set((0..<60).map { _ in word() })
        let words = LatinWords(Array(list))
        for _ in 0..<50 {
            let slip = word()
            let distances = list.map { (word: $0, distance: plainDistance(slip, $0)) }.filter { $0.distance <= 2 }
            let least = distances.map(\.distance).min()
            let found = words.nearest(to: slip, limit: 2)
            #expect(Set(found.words) == Set(distances.filter { $0.distance == least }.map(\.word)))
        }
    }
}
