import Glibc
import HelplineCore
import HelplinePack
import HelplineWire
import PCRE2
import PatternSet
import TestSupport
import WordLoop

// Whole turns a processor second, from the bytes of a line to the bytes of its reply, without a store and a socket:
//
//     whole-turns FOLDER [PATTERNS]
//
// A pack is made of the folder's texts and, in place of its questions, of as many generated patterns, eight a question.
// The 20,000 messages are those of the benchmark of matching, ten a conversation. Beside it, over the same patterns and
// messages, a loop in C that knows the required words of each pattern.

/// Processor time of this thread, in seconds.
func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The folder's pack with generated questions in place of its own; small talk stays.
func content(of folder: String, _ patterns: [GeneratedPattern]) throws -> Content? {
    guard var content = Pack.load(folder: folder).content else { return nil }
    content.intents = PackList(
        try stride(from: 0, to: patterns.count, by: 8).map { start in
            let own = patterns[start..<min(start + 8, patterns.count)]
            return Intent(
                id: IntentID("question-\(start / 8)"), title: LocalizedText(["en": "Question \(start / 8)"]),
                triggers: try own.map {
                    Intent.Trigger(locale: $0.isEnglish ? "en" : "zh", pattern: try Pattern($0.source))
                },
                answers: [LocalizedText(["en": "This is the answer to question \(start / 8)."])])
        } + Array(content.intents).filter { $0.kind != .faq })
    return content
}

/// The best of some passes over all messages, in turns a second.
func best(of passes: Int, _ messages: [[UInt8]], _ body: (Int, [UInt8]) -> Void) -> Int {
    var shortest = Double.infinity
    for _ in 0..<passes {
        let start = threadTime()
        for (number, message) in messages.enumerated() { body(number, message) }
        shortest = min(shortest, threadTime() - start)
    }
    return Int(Double(messages.count) / shortest)
}

let count = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 10_000 : 10_000
let patterns = GeneratedPack(count: count).patterns
guard CommandLine.arguments.count > 1, let content = try content(of: CommandLine.arguments[1], patterns) else {
    print("whole-turns FOLDER [PATTERNS]")
    exit(64)
}
let messages = GeneratedMessages.make(20_000, for: patterns)
let knowledge = KnowledgeBase(content)
let environment = Environment(now: Timestamp(seconds: 1_700_000_000), zone: .utc, seed: 7)
var scratch = MatchScratch.patient()
var conversation = Conversation()
var reply: [UInt8] = []
var replied = 0
let turns = best(of: 5, messages) { number, message in
    if number % 10 == 0 { conversation = Conversation() }
    let turn = conversation.receive(
        Utterance(LineText(message[...]).string), in: environment, with: knowledge, using: &scratch)
    reply.removeAll(keepingCapacity: true)
    for text in turn.replies { PlainFormat.append(text, to: &reply) }
    replied += reply.count
}
print("| what | a CPU second | µs |")
print("|--|--:|--:|")
func row(_ name: String, _ turns: Int) { print("| \(name) | \(turns) | \(Double(10_000_000 / max(turns, 1)) / 10) |") }
row("whole turns, \(count) patterns", turns)
row(
    "of these, normalising",
    best(of: 5, messages) { _, message in
        replied += NormalizedText(String(decoding: message, as: UTF8.self)).bytes.count
    })
row(
    "of these, redaction",
    best(of: 5, messages) { _, message in
        var memory = RedactionMemory()
        _ = Redactor().redact(String(decoding: message, as: UTF8.self), memory: &memory)
    })
row(
    "of these, matching and ranking",
    best(of: 5, messages) { _, message in
        _ = knowledge.classify(String(decoding: message, as: UTF8.self), offers: false, using: &scratch)
    })
let sources = patterns.map { strdup($0.source) }
let loop = sources.map { UnsafePointer<CChar>($0) }.withUnsafeBufferPointer {
    word_loop_create($0.baseAddress, $0.count)
}
guard let loop else {
    print("The loop in C cannot compile the patterns.")
    exit(70)
}
var room = [CChar](repeating: 0, count: 1_024)
var matches = 0
let answers = best(of: 5, messages) { _, message in
    message.withUnsafeBytes { line in
        replied += word_loop_answer(
            loop, line.baseAddress?.assumingMemoryBound(to: CChar.self), line.count, &room, room.count, &matches)
    }
}
row("the loop in C, lines to replies", answers)
print("\n\(replied) bytes of replies; \(Double(matches) / Double(5 * messages.count)) matches a message in the loop.")
word_loop_free(loop)
for source in sources { free(source) }
