/// Where something stands: a file of the pack by its number, a line and a column in Unicode scalars, both from 1.
///
/// Small enough to be carried by every node; a ``DiagnosticLog`` turns it into words.
struct Place: Sendable, Hashable {
    var file: Int32
    var line: Int32
    var column: Int32

    init(file: Int, line: Int = 0, column: Int = 0) {
        self.file = Int32(clamping: file)
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }

    /// The place so many scalars to the right.
    func right(_ count: Int) -> Place {
        Place(file: Int(file), line: Int(line), column: Int(column) + count)
    }
}
