/// A lesson as numbers: the places of its features, how much each counts, and what answers it.
struct LearntSample {
    var places: [Int]
    var values: [Float]
    var outcome: Int

    init(places: [Int], rarities: [Float], outcome: Int) {
        self.places = places
        self.outcome = outcome
        let length = places.reduce(Float(0)) { $0 + rarities[$1] * rarities[$1] }.squareRoot()
        values = places.map { rarities[$0] / max(length, .leastNormalMagnitude) }
    }
}
