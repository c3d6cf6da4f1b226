import AllocationCounter
import Glibc
import HelplineCore
import HelplinePack
import HelplineWire
import PatternSet

/// What a turn costs without a server around it: CPU time of this thread and calls of malloc.
///
///     Turns PACK COUNT QUESTION…
///
/// Each question is asked again and again in a conversation of its own, which begins anew after a hundred turns. The
/// columns are: the whole turn as a plain connection makes it, and its parts, each measured by itself.
@main struct Turns {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count > 3, let count = Int(words[2]), let content = Pack.load(folder: words[1]).content else {
            print("Turns PACK COUNT QUESTION...")
            exit(64)
        }
        let bench = Turns(knowledge: KnowledgeBase(content), count: count)
        var scratch = MatchScratch()
        print("      us  mallocs")
        for question in words.dropFirst(3) { bench.measure(question, &scratch) }
    }

    let knowledge: KnowledgeBase
    let count: Int

    private func measure(_ question: String, _ scratch: inout MatchScratch) {
        print("\(question)")
        let line = Array(question.utf8)[...]
        let environment = Environment(now: Timestamp(seconds: 1_700_000_000), zone: .utc, seed: 7)
        var conversation = Conversation()
        var output: [UInt8] = []
        var asked = 0
        let turn = {
            (scratch: inout MatchScratch) in
            if asked % 100 == 0 { conversation = Conversation() }
            asked += 1
            var next = conversation
            let turn = next.receive(
                Utterance(LineText(line).string), in: environment, with: knowledge, using: &scratch)
            conversation = next
            output.removeAll(keepingCapacity: true)
            for reply in turn.replies { PlainFormat.append(reply, to: &output) }
        }
        report("a turn", &scratch, turn)
        report("  redaction", &scratch) { _ in
            var memory = RedactionMemory()
            _ = Redactor().redact(question, memory: &memory)
        }
        report("  normalising", &scratch) { _ in _ = NormalizedText(question) }
        report("  matching and ranking", &scratch) { scratch in
            _ = knowledge.classify(question, offers: false, using: &scratch)
        }
        report("  line to text", &scratch) { _ in _ = LineText(line) }
    }

    private func report(_ name: String, _ scratch: inout MatchScratch, _ body: (inout MatchScratch) -> Void) {
        for _ in 0..<200 { body(&scratch) }
        let before = allocation_count()
        let start = Self.cpu
        for _ in 0..<count { body(&scratch) }
        let took = Self.cpu - start
        let mallocs = Int(allocation_count() - before)
        let microseconds = Int((took / Double(count) * 100_000_000).rounded())
        let shown = "\(microseconds / 100).\(microseconds % 100 < 10 ? "0" : "")\(microseconds % 100)"
        print(
            String(repeating: " ", count: max(0, 8 - shown.count)) + shown,
            String(repeating: " ", count: max(0, 7 - "\(mallocs / count)".count)) + "\(mallocs / count)", "", name)
    }

    private static var cpu: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
