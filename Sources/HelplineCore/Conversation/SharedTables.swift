/// The tables that every conversation needs, whatever its pack.
public enum SharedTables {
    /// Makes them, as otherwise the first message would: some milliseconds of work that can be done on any thread while
    /// something else is waited for.
    public static func prepare() {
        _ = ScalarTable.standard
        _ = CueFinder.standard
        _ = CueFinder.telling
        _ = HanCharacters.standard
        _ = DateVocabulary.weekdays
    }
}
