/// An option with nothing as its value, as a script gives it whose variable is not set: `--state "$STATE"`.
///
/// No option takes that, and what it would lead to, a folder without a name, tells nobody what is wrong.
struct EmptyOption: CustomStringConvertible {
    /// The option, such as `--state`.
    var name: String

    /// The first one of a command line; nil where there is none.
    static func first(in arguments: [String]) -> EmptyOption? {
        let options = arguments.prefix { $0 != "--" }
        if let joined = options.first(where: { $0.hasPrefix("--") && $0.hasSuffix("=") }) {
            return EmptyOption(name: String(joined.dropLast()))
        }
        return zip(options, options.dropFirst()).first { $0.hasPrefix("--") && $1.isEmpty }
            .map { EmptyOption(name: $0.0) }
    }

    var description: String { "\(name) has an empty value; write one, or leave \(name) out." }
}
