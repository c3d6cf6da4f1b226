import Foundation
import HelplineCore
import HelplinePack

/// The transcripts that were played, and what came of it.
struct TestSession {
    private let knowledge: KnowledgeBase
    private let language: Sentence.Language
    private let shelf: MailShelf?
    /// What was said.
    private(set) var records: [TranscriptRecord] = []
    /// Everything that is not as it is written.
    private(set) var differences: [Diagnostic] = []
    private var caseCount = 0
    private var recordedCount = 0

    init(_ knowledge: KnowledgeBase, language: Sentence.Language, shelf: MailShelf? = nil) {
        self.shelf = shelf
        self.knowledge = knowledge
        self.language = language
    }

    /// Plays a transcript as it is, and once more with every message sent again and again, the state read back between.
    mutating func play(_ transcript: Transcript) {
        caseCount += transcript.cases.count
        differences += transcript.check(against: knowledge.content)
        let runner = TranscriptRunner(transcript)
        shelf?.begin(transcript.path)
        let record = runner.run { _ in Rehearsal(knowledge, shelf: shelf) }
        let again = runner.run { _ in RepeatedRehearsal(knowledge) }
        records.append(record)
        differences += record.differences
        differences += again.differences.filter { !record.differences.contains($0) }.map(\.afterRepeating)
    }

    /// Writes what was really said into the files; what cannot be recorded stays a difference.
    ///
    /// Ends with code 74 where a file cannot be written.
    mutating func update() throws {
        // Names that nothing has are replaced by what was really said, as all other differences are.
        differences.removeAll { $0.code == .transcript || $0.code == .unknownName }
        for record in records {
            let update = TranscriptUpdate(record)
            differences += update.remaining
            guard update.stepCount > 0 else { continue }
            recordedCount += update.stepCount
            do {
                try Data(update.text.utf8).write(to: URL(fileURLWithPath: record.transcript.path), options: .atomic)
            } catch {
                StandardError.say("helpline: “\(record.transcript.path)” could not be written: \(error)")
                throw ExitStatus.inputOutput
            }
        }
    }

    /// How much was played, and how much of it differs.
    var summary: String {
        let lines = records.reduce(0) { $0 + $1.lineCount }
        let count = Set(differences.map(\.place)).count
        switch language {
        case .english:
            let recorded =
                recordedCount > 0
                ? "\(Self.count(recordedCount, "step")) recorded; read them before you keep them\n" : ""
            return recorded + "\(Self.count(caseCount, "conversation")) of \(Self.count(lines, "line")) played, "
                + Self.count(count, "difference")
        case .chinese:
            let recorded = recordedCount > 0 ? "记录了 \(recordedCount) 步；保留之前请先读一遍\n" : ""
            return recorded + "放了 \(caseCount) 段对话，共 \(lines) 行，\(count) 处不同"
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number == 0 ? "no" : String(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension Diagnostic {
    /// The same, said of a conversation that was kept and read back between its lines, each of which came thrice.
    fileprivate var afterRepeating: Diagnostic {
        var copy = self
        copy.message = "once it is kept between its lines and each comes again: \(message)"
        return copy
    }
}
