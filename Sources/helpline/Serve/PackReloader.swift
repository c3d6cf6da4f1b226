import ArgumentParser
import Dispatch
import HelplineCore
import HelplinePack
import HelplineServer
import Logging
import Synchronization

/// Puts a new pack in the place of the one served, if it is without fault; else keeps the old one and says why.
///
/// The certificate is read anew with it: either both are new, or neither.
final class PackReloader: Sendable {
    private struct State {
        var loaded = Timestamp.now
        var fault: String?
        /// Those who asked for it to be read anew, and wait for that to begin.
        var waiting: [ControlSocket.Reply] = []
    }

    private let folder: String
    private let stateFolder: String
    private let shelf: KnowledgeShelf
    private let protection: Protection?
    private let notifier: SystemdNotifier
    private let logger: Logger
    private let state = Mutex(State())
    private let thread = DispatchQueue(label: "helpline.reload")

    init(
        _ settings: Configuration, shelf: KnowledgeShelf, protection: Protection? = nil, notifier: SystemdNotifier,
        logger: Logger
    ) {
        folder = settings.value(.intents)
        stateFolder = settings.value(.state)
        self.shelf = shelf
        self.protection = protection
        self.notifier = notifier
        self.logger = logger
    }

    /// When the pack that is served was read.
    var loaded: Timestamp { state.withLock { $0.loaded } }
    /// Why the last reload failed; nil where it did not.
    var fault: String? { state.withLock { $0.fault } }

    /// Reads and proves the pack on a thread of its own, and tells what became of it.
    ///
    /// All who ask while it is being read share what comes of the next time, which begins after they asked.
    func reload(_ reply: @escaping ControlSocket.Reply = { _ in }) {
        let isFirst = state.withLock { state in
            state.waiting.append(reply)
            return state.waiting.count == 1
        }
        guard isFirst else { return }
        thread.async { [self] in
            let waiting = state.withLock { state in
                defer { state.waiting = [] }
                return state.waiting
            }
            let outcome = readAnew()
            for reply in waiting { reply(outcome) }
        }
    }

    private func readAnew() -> ControlAnswer {
        notifier.reloading()
        defer { notifier.ready() }
        let source = PackSource(folder: folder)
        let opened = PackFolder.prove(source, warnings: false)
        let faults = DiagnosticReport(opened.diagnostics.filter { $0.severity == .error })
        guard let knowledge = opened.knowledge, faults.diagnostics.isEmpty else { return refuse(faults) }
        do {
            try protection?.renew()
        } catch {
            return refuse(error)
        }
        let kept = ProvenPack(stateFolder: stateFolder, program: Program.identity)
        shelf.replace(with: PackFolder.Proven(knowledge: knowledge, place: (kept, source)).keptAnew())
        state.withLock { state in
            state.loaded = .now
            state.fault = nil
        }
        logger.notice("the pack was read anew")
        return ControlAnswer("The pack “\(folder)” is served now: \(knowledge.content.intents.count) topics.\n")
    }

    private func refuse(_ faults: DiagnosticReport) -> ControlAnswer {
        let count = faults.diagnostics.count
        state.withLock { $0.fault = "\(count) fault(s)" }
        logger.error("the pack was not read anew: \(count) fault(s)")
        return ControlAnswer(
            status: UInt8(clamping: PackFolder.exitCode(faults.diagnostics)?.rawValue ?? ExitStatus.dataFault.rawValue),
            "\(faults.text)\nThe pack “\(folder)” has faults; the one before is served on.\n")
    }

    private func refuse(_ error: ServerError) -> ControlAnswer {
        state.withLock { $0.fault = "the certificate" }
        logger.error("nothing was read anew: \(error)")
        return ControlAnswer(
            status: UInt8(ExitStatus.configuration.rawValue),
            "\(error)\nThe certificate and the pack from before are served on.\n")
    }
}
