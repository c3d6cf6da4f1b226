internal import CPCRE2

extension Pattern {
    /// How the text of a pattern is read; the empty set is how packs are read.
    public struct Options: OptionSet, Sendable, Hashable {
        /// The options as bits of this type, which are not PCRE2's.
        public let rawValue: UInt8

        /// Makes a set of options from the bits of this type.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Upper and lower case are different; without it `PCRE2_CASELESS` is set.
        public static let caseSensitive = Options(rawValue: 1)

        /// A group name may be used more than once, as after `(?J)`; sets `PCRE2_DUPNAMES`.
        public static let duplicateNames = Options(rawValue: 2)

        /// The bits that `pcre2_compile` takes.
        var compileBits: UInt32 {
            var bits = UInt32(PCRE2_UTF) | UInt32(PCRE2_NEVER_BACKSLASH_C)
            if !contains(.caseSensitive) { bits |= UInt32(PCRE2_CASELESS) }
            if contains(.duplicateNames) { bits |= UInt32(PCRE2_DUPNAMES) }
            return bits
        }
    }
}
