internal import PCRE2

/// The case classes of one version of Unicode, as PCRE2 has them.
package struct CaseTable: Sendable {
    /// Every scalar above ASCII that is not its own representative, ascending.
    package let rows: [CaseRun]

    /// Whether the rows are those of the linked library; else only ASCII and scripts without case can be relied upon.
    package let isKnown: Bool

    /// Takes the rows that came with the sources where they are of this version of Unicode, and asks the linked library
    /// where they are not.
    package init(unicode version: String) {
        if version == CaseClasses.tableUnicodeVersion {
            (rows, isKnown) = (CaseClasses.table, true)
        } else if let survey = CaseSurvey() {
            (rows, isKnown) = (survey.rows, true)
        } else {
            (rows, isKnown) = (CaseClasses.table, false)
        }
    }

    /// The table of the linked library, made at its first use.
    static let linked = CaseTable(unicode: LibraryVersion().unicode)

    /// The representative of a scalar above ASCII.
    func representative(of scalar: UInt32) -> UInt32 {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].last < scalar { low = middle + 1 } else { high = middle }
        }
        return low < rows.count ? rows[low].representative(of: scalar) : scalar
    }
}
