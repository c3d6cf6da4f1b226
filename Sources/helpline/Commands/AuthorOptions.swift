import ArgumentParser
import Foundation
import HelplinePack

/// What every command that speaks to authors takes.
struct AuthorOptions: ParsableArguments {
    @Option(
        name: .long, help: "Speak zh (Chinese) or en (English). (default: the language of this terminal, else English)")
    var lang: Lang?

    /// A language as the command line names it.
    enum Lang: String, ExpressibleByArgument, CaseIterable {
        case zh, en
    }

    /// The language in which the author is spoken to: $LC_ALL, $LC_MESSAGES and $LANG tell the terminal's.
    var language: Sentence.Language {
        switch lang {
        case .zh: return .chinese
        case .en: return .english
        case nil: return Self.languageOfTerminal
        }
    }

    /// The language of this terminal's locale.
    static var languageOfTerminal: Sentence.Language {
        let environment = ProcessInfo.processInfo.environment
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return name?.hasPrefix("zh") == true ? .chinese : .english
    }
}
