/// What normalising makes of one scalar that stands alone.
///
/// For whoever reads patterns: a literal that normalising changes can never match normalised text.
public enum ScalarFolding: Sendable, Hashable {
    /// The scalar is kept.
    case kept
    /// Another scalar is written instead.
    case replaced(Unicode.Scalar)
    /// It counts as white space: U+0020 between other characters, nothing beside a Han character.
    case space
    /// It is left out.
    case dropped

    /// What becomes of a scalar.
    ///
    /// Marks that join the character before them (`e` and U+0301) are `kept`; `joins(_:_:)` tells of those.
    public static func of(_ scalar: Unicode.Scalar) -> ScalarFolding {
        if scalar.value < 0x80 { return scalar.properties.isWhitespace ? .space : .kept }
        let cell = ScalarTable.standard[scalar.value]
        if cell.isSpace { return .space }
        if cell.isIgnorable { return .dropped }
        guard cell.target != 0, let target = Unicode.Scalar(cell.target) else { return .kept }
        return .replaced(target)
    }

    /// The scalar that two neighbours become together, if there is one.
    public static func joins(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
        ScalarTable.standard.composite(first.value, second.value).flatMap { Unicode.Scalar($0) }
    }

    /// The simplified form of a Han character, by the table that messages go through; any other scalar unchanged.
    public static func foldedHan(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.isHan, case .replaced(let target) = of(scalar) else { return scalar }
        return target
    }
}
