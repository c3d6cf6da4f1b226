extension Pattern {
    /// All there is to say about a pattern, so that it can be kept and had again without compiling it.
    ///
    /// A record MUST come from a pattern of the same library version. One that tells lies makes a pattern that never
    /// matches or is found with fewer groups, and nothing worse.
    public struct Record: Sendable {
        /// The pattern's text.
        public var text: String
        /// The pattern's options.
        public var options: Options
        /// The highest group number.
        public var captureCount: Int
        /// The names of groups with their numbers.
        public var names: [(name: String, number: Int)]
        /// A lower bound on the length of a match.
        public var minimumLength: Int
        /// Whether the empty string may match.
        public var matchesEmpty: Bool

        /// Puts a record together as it was written.
        public init(
            text: String, options: Options, captureCount: Int, names: [(name: String, number: Int)],
            minimumLength: Int, matchesEmpty: Bool
        ) {
            self.text = text
            self.options = options
            self.captureCount = captureCount
            self.names = names
            self.minimumLength = minimumLength
            self.matchesEmpty = matchesEmpty
        }
    }

    /// What to keep of the pattern.
    public var record: Record {
        Record(
            text: text, options: options, captureCount: captureCount,
            names: names.entries.map { ($0.name, $0.number) }, minimumLength: minimumLength,
            matchesEmpty: matchesEmpty)
    }

    /// The pattern of a record.
    public init(_ record: Record) {
        text = record.text
        options = record.options
        captureCount = min(max(record.captureCount, 0), 65_535)
        names = CaptureNames(record.names.map { CaptureNames.Entry(name: $0.name, number: $0.number) })
        minimumLength = record.minimumLength
        matchesEmpty = record.matchesEmpty
    }
}
