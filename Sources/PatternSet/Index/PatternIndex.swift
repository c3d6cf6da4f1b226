/// Which patterns a text can match at all, told by the literals that occur in it.
///
/// Every pattern needs some clauses (``PatternShape/clauses``): sets of literals of which one has to occur. A pattern
/// is found by the rarest of its clauses, its trigger; then one other clause is looked at, by bits; then the order of
/// its literals and the distances between them. What is left is what PCRE2 has to try. The index never misses a pattern
/// that matches, and keeps some that do not.
public struct PatternIndex: Sendable {
    let tables: IndexTables

    init(_ plan: IndexPlan) { tables = IndexTables(plan) }

    /// How many patterns it tells of.
    public var count: Int { tables.count }

    /// How many bytes of memory the index takes.
    public var byteCount: Int { tables.byteCount }

    /// How many patterns are candidates whatever literals a text has.
    public var alwaysCount: Int { tables.always.count }
}
