import ArgumentParser
import Foundation
import HelplineServer
import HelplineStore
import Logging

/// Puts the bot on an IRC network.
struct IRC: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "irc",
        abstract: "Answer on an IRC network, in queries and where the bot's nick is said in a channel.",
        discussion: """
            In a channel it answers questions; the e-mail is written in a query only. Words cross the network in the open, \
            so that beyond this machine --allow-plaintext has to be said; a proxy on this machine that speaks TLS is \
            better. The password of the nick's account stands in $HELPLINE_IRC_PASSWORD (SASL PLAIN).
            """)

    @Argument(help: "ADDRESS:PORT of the network.")
    var server: String

    @Option(help: "The nick.")
    var nick = "helpline"

    @Option(name: .long, help: "A channel to join, such as #help. May be given several times.")
    var join: [String] = []

    @Flag(name: .customLong("allow-plaintext"), help: "Speak beyond this machine too, where everybody can read along.")
    var allowPlaintext = false

    @OptionGroup var pack: PackOptions
    @OptionGroup var state: StateOptions

    func run() throws {
        let settings = try pack.configuration([.state: state.state])
        let configuration = try network()
        let proven = try PackFolder.open(settings.value(.intents), state: settings.value(.state))
        let logger = settings.logger("irc")
        let desk = try MailDesk(settings, logger: logger)
        defer { try? desk.store.close() }
        let knowledge = (consume proven).keptAnew()
        let shelf = KnowledgeShelf(knowledge)
        let reloader = PackReloader(
            settings, shelf: shelf, notifier: SystemdNotifier(environment: [:]), logger: logger)
        let responder = BotResponder(
            shelf: shelf, committer: desk.committer, report: { logger.error("\($0)") },
            reportCutOff: { logger.warnOfCutOff($0) },
            surroundings: try desk.surroundings(settings, knowledge))
        let service = IRCService(configuration, responder: responder, logger: logger) {
            StandardError.say("helpline: on \(configuration.server) as \(configuration.nick)")
        }
        let housekeeping = Housekeeping(store: desk.store, retention: settings.retention, logger: logger)
        try ServiceRun.run([desk.delivery, housekeeping, ReloadSignal(reloader: reloader), service], logger: logger)
    }

    private func network() throws -> IRCConfiguration {
        let endpoint: Endpoint
        do {
            endpoint = try Endpoint(parsing: server)
        } catch {
            throw ValidationError("\(error)")
        }
        guard endpoint.isLoopback || allowPlaintext else {
            throw ValidationError(
                "\(endpoint) is beyond this machine, and everybody on the way could read along; say --allow-plaintext")
        }
        guard (nick + join.joined()).unicodeScalars.allSatisfy({ $0.value > 0x20 && $0 != "," }), !nick.isEmpty else {
            throw ValidationError("a nick and a channel are one word each")
        }
        return IRCConfiguration(
            server: endpoint, nick: nick, channels: join,
            password: ProcessInfo.processInfo.environment["HELPLINE_IRC_PASSWORD"])
    }
}
