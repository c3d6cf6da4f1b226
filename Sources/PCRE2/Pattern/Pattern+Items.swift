internal import CPCRE2

extension Pattern {
    /// Where PCRE2 sees an item of the pattern start, in bytes, ascending; nil where it cannot be asked.
    ///
    /// An item is a character, a class, an escape, the opening of a group or a condition with what belongs to it, a bar
    /// or a closing parenthesis; a quantifier belongs to the item before it (pcre2callout, “Automatic callouts”). No
    /// items are `\E`, comments, spaces under `(?x)`, and settings such as `(?i)` that change nothing. Whoever reads
    /// patterns by a parser of his own can see by it whether the linked library divides them in the same way.
    ///
    /// Costs a compilation. Versions 10.45 and 10.46 go astray where a pattern has a class (PCRE2 issue 800), so there
    /// such a pattern is not asked about.
    public func itemStarts() -> [Int]? {
        if Pattern.listsItemsOfClassesWrongly, text.contains("[") || text.contains("\\p") || text.contains("\\P") {
            return nil
        }
        guard let code = try? CompiledCode(text, options: options, announcingItems: true) else { return nil }
        var starts: [Int] = []
        let result = withUnsafeMutablePointer(to: &starts) { starts in
            pcre2_callout_enumerate_8(code.pointer, noteItem, starts)
        }
        guard result == 0 else { return nil }
        // A group that repeats is compiled as often as it must match, and its end is announced as an item too.
        starts.sort()
        var distinct: [Int] = []
        for start in starts where start < text.utf8.count && distinct.last != start { distinct.append(start) }
        return distinct
    }

    private static let listsItemsOfClassesWrongly = ["10.45", "10.46"].contains { LibraryVersion().isRelease($0) }
}

/// Adds the place of an item to the array behind the second argument.
private func noteItem(
    _ block: UnsafeMutablePointer<pcre2_callout_enumerate_block_8>?, _ starts: UnsafeMutableRawPointer?
) -> Int32 {
    guard let block, let starts else { return -1 }
    starts.assumingMemoryBound(to: [Int].self).pointee.append(block.pointee.pattern_position)
    return 0
}
