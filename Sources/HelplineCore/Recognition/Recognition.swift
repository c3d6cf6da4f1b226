/// A value found in what the user wrote.
struct Recognition: Equatable {
    /// The value as the pack and the mail know it.
    var canonical: String
    /// The bytes of the normalised text it was read from, so that the user's own words can be quoted.
    var range: Range<Int>
}
