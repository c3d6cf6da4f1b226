import ArgumentParser
import HelplineCore
import HelplineMail
import HelplinePack
import PatternSet

/// Plays the transcripts of a pack.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play the transcripts of a pack, and tell where a conversation goes otherwise.",
        discussion: """
            A transcript is a YAML file below the pack's Transcripts/: conversations with what the user types and what must
            be in the replies. Each is played with a conversation of its own, twice: as it is, and with the state written
            and read back between any two lines.
            """)

    @OptionGroup var pack: PackOptions

    @Argument(help: "Only the files whose path ends so.")
    var files: [String] = []

    func run() throws {
        let folder = try pack.configuration().value(.intents)
        let knowledge = try PackFolder.open(folder).knowledge
        let (transcripts, faults) = Transcript.load(folder: folder + "/" + Pack.transcripts)
        var diagnostics = faults
        var count = 0
        for transcript in transcripts where files.isEmpty || files.contains(where: { transcript.path.hasSuffix($0) }) {
            count += transcript.cases.count
            for savesState in [false, true] {
                diagnostics += TranscriptRunner(transcript).run { _ in
                    Rehearsal(knowledge, savesState: savesState)
                }
            }
        }
        let failed = Set(diagnostics.map(\.place)).count
        if !diagnostics.isEmpty { print(DiagnosticReport(diagnostics).text) }
        print("\(count) conversations played, \(failed) differences")
        if !diagnostics.isEmpty { throw ExitStatus.dataFault }
        if count == 0 {
            StandardError.say("helpline: no transcript was played in “\(folder)/\(Pack.transcripts)”.")
            throw ExitStatus.noInput
        }
    }
}

/// A conversation in this process whose mail reaches nobody.
private struct Rehearsal: TranscriptPartner {
    /// 2026-11-22 18:00 in Shanghai.
    private static let start = Timestamp(seconds: 1_795_341_600)

    private let desk: ChatDesk
    private let savesState: Bool
    private let zone: ZoneTable
    private let key = ConversationKey.ownChat()
    private var conversation = Conversation()

    init(_ knowledge: KnowledgeBase, savesState: Bool) {
        zone = Zone.named(knowledge.content.timeZone) ?? .utc
        let composer = MailComposer(.unset(name: "helpline", version: Helpline.release))
        desk = ChatDesk(rehearsing: knowledge, composer: composer, mailbox: .init(), zone: (zone, false))
        self.savesState = savesState
    }

    mutating func replies(to line: String, after seconds: Int, zone name: String?) throws -> [TranscriptReply] {
        var environment = desk.environment(zone: name.flatMap { Zone.named($0) } ?? zone)
        environment.now = Self.start.advanced(bySeconds: Int64(seconds))
        environment.seed = 0
        environment.mailbox.isTrial = false
        let end = desk.turn(Utterance(line), on: &conversation, key: key, environment: environment)
        if savesState { conversation = try Conversation(decoding: conversation.encoded()) }
        return end.replies.map { reply in
            let mail = reply.kind == .receipt ? end.escalation.map { $0.subject.string + "\n" + $0.body.string } : nil
            return TranscriptReply(
                reply.text.string,
                details: .init(
                    intent: reply.intent?.name, slot: reply.slot?.name, state: reply.state.rawValue, mail: mail))
        }
    }
}
