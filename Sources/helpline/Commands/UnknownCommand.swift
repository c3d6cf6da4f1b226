import ArgumentParser
import HelplinePack

/// A word where a command's name is expected, and no command has that name.
///
/// The argument parser would take it for an argument of `chat`, which is what runs where no command is named.
struct UnknownCommand: CustomStringConvertible {
    private let word: String
    private let known: [String]
    private let parent: String

    private init(word: String, known: [String], parent: String) {
        self.word = word
        self.known = known
        self.parent = parent
    }

    /// The first such word of a command line; nil where there is none.
    static func first(in arguments: [String]) -> UnknownCommand? {
        var command: any ParsableCommand.Type = Helpline.self
        var path = command.name
        for word in arguments {
            let subcommands = command.configuration.subcommands
            guard !subcommands.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            guard let next = subcommands.first(where: { $0.name == word }) else {
                return UnknownCommand(word: word, known: subcommands.map { $0.name }, parent: path)
            }
            command = next
            path += " " + word
        }
        return nil
    }

    var description: String {
        let guess = NearestName.of(word, among: known).map { " Did you mean “\($0)”?" } ?? ""
        return "“\(parent)” has no command “\(word)”.\(guess)\nThe commands: \(known.joined(separator: ", "))."
    }
}

extension ParsableCommand {
    /// The name by which the command is called.
    fileprivate static var name: String { configuration.commandName ?? "" }
}
