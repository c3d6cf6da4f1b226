import Foundation

/// A line that is one JSON object.
struct JSONLine {
    let raw: String
    private let fields: [String: Any]

    init(_ raw: String) {
        self.raw = raw
        fields = (try? JSONSerialization.jsonObject(with: Data(raw.utf8))) as? [String: Any] ?? [:]
    }

    /// A field that is text; nil where it is null, missing or no text.
    subscript(name: String) -> String? { fields[name] as? String }

    /// A field that is a number.
    func number(_ name: String) -> Double? { (fields[name] as? NSNumber)?.doubleValue }

    /// A field that is true or false.
    func flag(_ name: String) -> Bool? { fields[name] as? Bool }

    /// A field that is an object.
    func object(_ name: String) -> [String: Any]? { fields[name] as? [String: Any] }

    /// Whether the field is there and null.
    func isNull(_ name: String) -> Bool { fields[name] is NSNull }

    /// The names that were written, as far as they are among the given ones, in the order they stand in.
    func order(of names: [String]) -> [String] {
        names.compactMap { name in raw.range(of: "\"\(name)\":").map { (name, $0.lowerBound) } }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }
}
