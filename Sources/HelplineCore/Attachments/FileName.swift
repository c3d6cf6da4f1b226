/// File names that are harmless on the disk of whoever saves them.
public enum FileName {
    private static let maximumBytes = 120
    private static let devices: Set<String> = [
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ]

    /// The last component of a name without controls, directional overrides, leading dots and what Windows forbids;
    /// `file` where nothing is left.
    public static func cleaned(_ name: String) -> String {
        let path = name.unicodeScalars
        let start = path.lastIndex { $0 == "/" || $0 == "\\" }.map { path.index(after: $0) } ?? path.startIndex
        var scalars = String.UnicodeScalarView()
        for scalar in path[start...] where !scalar.isForbiddenInName {
            scalars.append("<>:\"|?*".unicodeScalars.contains(scalar) ? "_" : scalar)
        }
        let trimmed = trimmed(scalars)
        guard !trimmed.isEmpty else { return "file" }
        let stem = trimmed.prefix { $0 != "." }.lowercased()
        return shortened(devices.contains(stem) ? "_" + trimmed : trimmed)
    }

    /// The cleaned name with an ending that says what the file holds: `shot.txt` of a picture becomes `shot.txt.png`.
    ///
    /// Whoever opens the file opens it with the program that its content calls for, and with no other.
    public static func cleaned(_ name: String, for type: FileType) -> String {
        let name = cleaned(name)
        let ending = name.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
        let isRight = ending.map { type.endings.contains(String($0).lowercased()) } ?? false
        return isRight ? name : shortened(name + "." + type.endings[0])
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
        guard !ending.isEmpty, ending.utf8.count <= 16 else { return cut(name, to: maximumBytes) }
        let stem = String(name.unicodeScalars.dropLast(ending.unicodeScalars.count))
        return cut(stem, to: maximumBytes - ending.utf8.count) + ending
    }

    /// Whole characters and an ellipsis, in at most so many bytes; of a character that is longer than all of them, some
    /// of its scalars.
    private static func cut(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        let room = limit - "…".utf8.count
        var result = ""
        for character in text {
            guard result.utf8.count + character.utf8.count <= room else { break }
            result.append(character)
        }
        if result.isEmpty {
            var scalars = String.UnicodeScalarView()
            for scalar in text.unicodeScalars where String(scalars).utf8.count + 4 <= room { scalars.append(scalar) }
            result = String(scalars)
        }
        return result + "…"
    }
}

extension Unicode.Scalar {
    /// Controls, which end or forge lines, and the directional overrides and isolates, which show another order than
    /// the one that is read (UAX #9): `gpj.exe` would be shown as `exe.jpg`.
    fileprivate var isForbiddenInName: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
