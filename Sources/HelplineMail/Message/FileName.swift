/// File names that are harmless on the disk of whoever saves them.
enum FileName {
    private static let maximumBytes = 120
    private static let devices: Set<String> = [
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ]

    /// The last component of a name without controls, directional overrides, leading dots and what Windows forbids;
    /// `file` where nothing is left.
    static func cleaned(_ name: String) -> String {
        let path = name.unicodeScalars
        let start = path.lastIndex { $0 == "/" || $0 == "\\" }.map { path.index(after: $0) } ?? path.startIndex
        var scalars = String.UnicodeScalarView()
        for scalar in path[start...] where !scalar.isForbiddenInHeader {
            scalars.append("<>:\"|?*".unicodeScalars.contains(scalar) ? "_" : scalar)
        }
        let trimmed = trimmed(scalars)
        guard !trimmed.isEmpty else { return "file" }
        let stem = trimmed.prefix { $0 != "." }.lowercased()
        return shortened(devices.contains(stem) ? "_" + trimmed : trimmed)
    }

    /// Without dots and white space at either end.
    private static func trimmed(_ scalars: String.UnicodeScalarView) -> String {
        var rest = scalars[...]
        while let first = rest.first, first == "." || first.properties.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last == "." || last.properties.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// Within the limit, the extension kept.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > maximumBytes else { return name }
        let parts = name.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
        let ending = parts.count > 1 ? "." + String(parts[parts.count - 1]) : ""
        guard !ending.isEmpty, ending.utf8.count <= 16 else { return name.shortened(to: maximumBytes) }
        let stem = String(name.unicodeScalars.dropLast(ending.unicodeScalars.count))
        return stem.shortened(to: maximumBytes - ending.utf8.count) + ending
    }
}
