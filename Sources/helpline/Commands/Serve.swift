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
        commandName: "serve",
        abstract: "Serve lines over TCP and unix sockets: for people with netcat, and for chat relays.",
        discussion: """
            One conversation a connection; each line is a message, each reply ends with one empty line. A connection whose \
            first byte is { speaks helpline/1. SIGTERM and SIGINT end the server after the turns in hand. Limits and waits \
            are settings of the configuration: `helpline config --explain` lists them. SIGHUP reads the pack anew. Sockets \
            that systemd hands over are served instead of the standard address.
            """)

    @OptionGroup var pack: PackOptions
    @OptionGroup var state: StateOptions

    @Option(
        name: .long,
        help: "ADDRESS:PORT to listen on. May be given several times. (default: 127.0.0.1:7777)")
    var listen: [String] = []

    @Option(name: .long, help: "A unix socket to listen on, for its owner and group. May be given several times.")
    var unix: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Two PEM files: all TCP addresses then speak TLS 1.2 or newer, and nothing else.",
            valueName: "certificate,key"))
    var tls: String?

    @Flag(
        name: .customLong("allow-plaintext"),
        help: "Listen beyond this machine too, where everybody on the way can read along.")
    var allowPlaintext = false

    @Flag(name: .customLong("no-greeting"), help: "Say nothing before the first message.")
    var noGreeting = false

    func run() throws {
        let settings = try pack.configuration([.state: state.state])
        var configuration = try server(settings)
        MemoryArenas.limit(toLoops: configuration.loops)
        configuration.relay.credentials = try relays(settings)
        configuration.protection = try protection(settings)
        let logger = settings.logger("serve")
        tellOfNeighbour(settings)
        let sockets = try sockets(configuration)
        let services: [any Service]
        let desk: MailDesk
        do {
            let proven = try provenPack(settings)
            desk = try MailDesk(settings, logger: logger)
            try desk.store.openReaders()
            let knowledge = (consume proven).keptAnew()
            MemoryArenas.giveBack()
            services = try self.services(configuration, sockets, settings, desk, knowledge, logger)
        } catch {
            sockets.close()
            throw error
        }
        defer { try? desk.store.close() }
        try ServiceRun.run(services, logger: logger)
    }

    /// The pack; where it has to be proved, the log and systemd are told that it takes a while.
    private func provenPack(_ settings: Configuration) throws -> PackFolder.Proven {
        try PackFolder.open(settings.value(.intents), state: settings.value(.state)) { folder, _ in
            StandardError.say(
                "helpline: “\(folder)” is new or has changed and is proved first; who connects meanwhile is answered "
                    + "then")
            SystemdNotifier(environment: ProcessInfo.processInfo.environment).starting("proving the pack \(folder)")
        }
    }

    /// Opens the sockets before all that takes time.
    private func sockets(_ configuration: ServerConfiguration) throws -> ListeningSockets {
        do {
            return try ListeningSockets.open(configuration)
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.unavailable
        }
    }

    /// Says what it means that a server runs from the state folder already: it is safe, but rarely meant.
    private func tellOfNeighbour(_ settings: Configuration) {
        guard ControlSocket.isAnswered(at: Ctl.socket(settings)) else { return }
        StandardError.say(
            "helpline: another server runs from “\(settings.value(.state))” already. Both serve, nothing is lost: the mails of "
                + "both leave through one of them, and “helpline ctl” asks the first. Let each relay speak to one of the "
                + "two: what it says in one conversation at both is refused once and has to be sent again. For a "
                + "server of its own name another folder with --state.")
    }

    /// All that runs while the server does, in the order in which it starts; it stops in the opposite order.
    private func services(
        _ configuration: ServerConfiguration, _ sockets: ListeningSockets, _ settings: Configuration, _ desk: MailDesk,
        _ knowledge: KnowledgeBase, _ logger: Logger
    ) throws -> [any Service] {
        let metrics = MetricsBook()
        let notifier = SystemdNotifier(environment: ProcessInfo.processInfo.environment)
        let shelf = KnowledgeShelf(knowledge)
        let reloader = PackReloader(
            settings, shelf: shelf, protection: configuration.protection, notifier: notifier, logger: logger)
        let control = ServerDesk(
            store: desk.store, way: desk.way, reloader: reloader, metrics: metrics,
            protection: configuration.protection, started: .now, folder: settings.value(.intents))
        let responder = BotResponder(
            shelf: shelf, committer: desk.committer, keeping: desk.store, metrics: metrics,
            report: { logger.error("\($0)") }, reportCutOff: { logger.warnOfCutOff($0) },
            surroundings: try desk.surroundings(settings, knowledge))
        // Twice as often as asked, as sd_watchdog_enabled(3) recommends.
        let heartbeat = notifier.watchdog.map { Heartbeat(every: $0 / 2) { notifier.alive() } }
        let server = LineServer(
            configuration, sockets: sockets, responder: responder, logger: logger, metrics: metrics,
            heartbeat: heartbeat
        ) { places in
            for place in places { StandardError.say("helpline: listening on \(place)") }
            notifier.ready()
        } onStopping: {
            notifier.stopping()
        }
        return [
            desk.delivery,
            Housekeeping(store: desk.store, retention: settings.retention, logger: logger),
            ControlSocket(path: Ctl.socket(settings), logger: logger) { control.answer($0, $1) },
            ReloadSignal(reloader: reloader), server,
        ]
    }

    private func relays(_ settings: Configuration) throws -> RelayCredentials {
        do {
            return try RelaySecrets.read(
                file: settings.value(.relays), environment: ProcessInfo.processInfo.environment)
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.configuration
        }
    }

    /// What the flag names, or else the setting.
    private func protection(_ settings: Configuration) throws -> Protection? {
        let files = tls ?? settings.value(.tls)
        guard !files.isEmpty else { return nil }
        do {
            return try Protection(TLSFiles(parsing: files))
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.configuration
        }
    }

    private func server(_ settings: Configuration) throws -> ServerConfiguration {
        var places = SocketActivation.places(
            environment: ProcessInfo.processInfo.environment, process: ProcessInfo.processInfo.processIdentifier)
        let isTold = !listen.isEmpty || !unix.isEmpty || !places.isEmpty
        let addresses = isTold ? listen : [settings.value(.listen)]
        for address in addresses {
            do {
                places.append(.tcp(try Endpoint(parsing: address)))
            } catch {
                throw ValidationError("\(error)")
            }
        }
        places += unix.map { .unix(path: $0) }
        var configuration = ServerConfiguration(places)
        configuration.allowsPlaintext = allowPlaintext
        configuration.take(settings)
        configuration.greets = !noGreeting
        return configuration
    }
}
