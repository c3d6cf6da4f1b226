/// A text that can be made as long as one likes: something again and again, with a beginning and an end.
struct Pump {
    var head: String
    var unit: String
    var tail: String

    /// The text with the unit so many times.
    func text(_ count: Int) -> String { head + String(repeating: unit, count: count) + tail }

    /// What to try on a pattern: its own words and characters, and one character of each common kind, again and again,
    /// behind what the pattern begins with, and before something it cannot go on with.
    static func all(for shape: PatternShape, _ source: String) -> [Pump] {
        var units = ["a", "0", " ", "-", "@", ".", "!", "币", "a ", "a0", "ab"]
        let words = shape.literals.prefix(6).map(\.description)
        units += words
        units += words.compactMap { $0.unicodeScalars.first.map { String($0) } }
        units += source.unicodeScalars.filter { $0.properties.isAlphabetic }.prefix(6).map { String($0) }
        var heads = [""]
        var opening = ""
        for item in shape.items.prefix(3) {
            guard case .literals(let literals) = item, let first = literals.first else { continue }
            opening += first.description
            heads.append(opening)
        }
        var seen: Set<String> = []
        let distinct = units.filter { seen.insert($0).inserted }
        return heads.flatMap { head in
            distinct.flatMap { unit in ["", "\u{1}", "\n\u{1}"].map { Pump(head: head, unit: unit, tail: $0) } }
        }
    }
}
