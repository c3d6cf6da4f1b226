/// Rows of a table with columns of even width.
struct Report {
    private var rows: [[String]]

    init(_ columns: [String]) { rows = [columns] }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The table as Markdown.
    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            "| "
                + zip(row, widths).map { cell, width in String(repeating: " ", count: width - cell.count) + cell }
                .joined(separator: " | ") + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 1) + ":" }.joined(separator: "|") + "|"
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }
}

extension Double {
    /// The number with so many decimals.
    func written(_ decimals: Int = 2) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (self * scale).rounded()
        guard decimals > 0 else { return String(Int(rounded)) }
        let whole = Int(rounded / scale)
        let rest = String(Int(rounded) - whole * Int(scale))
        return "\(whole)." + String(repeating: "0", count: decimals - rest.count) + rest
    }
}

extension UInt64 {
    /// Nanoseconds as microseconds.
    var microseconds: String { (Double(self) / 1_000).written() }
}
