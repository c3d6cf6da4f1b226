import ArgumentParser
import Foundation
import HelplineCore
import HelplineServer
import HelplineStore
import HelplineWire
import Logging
import ServiceLifecycle
import UnixSignals

/// Serves people and relays over TCP.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve lines over TCP: for people with netcat, and for chat relays.",
        discussion: """
            One conversation a connection; each line is a message, each reply ends with one empty line. A connection whose
            first byte is { speaks helpline/1. SIGTERM and SIGINT end the server after the turns in hand.
            """)

    @OptionGroup var pack: PackOptions
    @OptionGroup var state: StateOptions

    @Option(
        name: .long,
        help: "ADDRESS:PORT to listen on, loopback only. May be given several times. (default: 127.0.0.1:7777)")
    var listen: [String] = []

    @Flag(name: .customLong("no-greeting"), help: "Say nothing before the first message.")
    var noGreeting = false

    func run() throws {
        let settings = try pack.configuration([.state: state.state])
        let configuration = try server(settings)
        let proven = try PackFolder.open(settings.value(.intents), state: settings.value(.state))
        let knowledge = proven.knowledge
        let logger = settings.logger("serve")
        let desk = try MailDesk(settings, logger: logger)
        proven.keep()
        let zone = try settings.zone(of: knowledge)
        let zones = ZoneShelf()
        let mailbox = desk.mailbox
        let clock = TurnClock()
        let responder = BotResponder(
            shelf: KnowledgeShelf(knowledge), committer: desk.committer
        ) { user in
            let named = user?.tz.flatMap { zones.zone($0) }
            return HelplineCore.Environment(
                now: clock.now, zone: named ?? zone.0, zoneIsAssumed: named == nil, seed: clock.seed,
                user: user?.forTurn ?? .init(), mailbox: mailbox)
        }
        let server = LineServer(configuration, responder: responder, logger: logger) { endpoints in
            for endpoint in endpoints { StandardError.say("helpline: listening on \(endpoint)") }
        }
        try serve([desk.delivery, server], logger: logger)
        try? desk.store.close()
    }

    private func server(_ settings: Configuration) throws -> ServerConfiguration {
        let addresses = listen.isEmpty ? [settings.value(.listen)] : listen
        var endpoints: [Endpoint] = []
        for address in addresses {
            do {
                endpoints.append(try Endpoint(parsing: address))
            } catch {
                throw ValidationError("\(error)")
            }
        }
        var configuration = ServerConfiguration(endpoints: endpoints)
        configuration.greets = !noGreeting
        return configuration
    }

    /// Runs the services until a signal or a failure, on this thread.
    private func serve(_ services: [any Service], logger: Logger) throws {
        let end = Handover<(any Error)?>()
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger))
        Task {
            do {
                try await group.run()
                end.give(nil)
            } catch {
                end.give(error)
            }
        }
        guard let error = end.wait() else { return }
        StandardError.say("helpline: \(error)")
        throw error is ServerError ? ExitStatus.unavailable : ExitStatus.inputOutput
    }
}
