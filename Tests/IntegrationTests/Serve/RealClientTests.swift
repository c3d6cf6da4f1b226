import Foundation
import Testing

@Suite("A server and the programs that people use")
struct RealClientTests {
    /// Whether the tools are there, or have to be: a machine that builds for everybody skips nothing.
    private static let haveTools =
        ProcessInfo.processInfo.environment["CI"] != nil
        || ["nc.traditional", "socat", "telnet", "nc", "python3"].allSatisfy(isThere)

    private static func isThere(_ tool: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
    }

    @Test(
        "netcat of both kinds, socat and telnet get the answer, and nothing they negotiate is shown",
        .enabled(if: haveTools, "nc, nc.traditional, socat and telnet are needed"),
        arguments: [
            "printf '账号被盗了\\n' | nc -N 127.0.0.1 $PORT",
            "printf '账号被盗了' | nc -N 127.0.0.1 $PORT",
            "printf '账号被盗了\\n' | nc.traditional -q 300 127.0.0.1 $PORT",
            "printf '账号被盗了\\r\\n' | socat -t 300 - TCP:127.0.0.1:$PORT",
            // telnet leaves with its input, heard or not: that ends once the answer is here.
            """
            d=$(mktemp -d); mkfifo $d/keys; telnet 127.0.0.1 $PORT < $d/keys > $d/seen & exec 3> $d/keys
            printf '账号被盗了\\r\\n' >&3
            for wait in $(seq 1000); do grep -q 助记词 $d/seen && break; sleep 0.1; done
            exec 3>&-; wait; cat $d/seen; rm -r $d
            """,
        ])
    func tools(command: String) throws {
        let serving = try Serving()
        let text = try serving.shell(command)
        #expect(text.contains("助记词"))
        #expect(!text.contains("\u{FFFD}"))
        try serving.end()
    }

    @Test("The example of fifteen lines asks a question", .enabled(if: haveTools, "python3 is needed"))
    func plainExample() throws {
        let serving = try Serving(options: [])
        #expect(try serving.shell("Examples/plain.py 127.0.0.1:$PORT 账号被盗了").contains("助记词"))
        try serving.end()
    }

    @Test(
        "The example relay carries two users, and what it said before the server was killed is not said twice",
        .enabled(if: haveTools, "python3 is needed"))
    func relayExample() throws {
        let serving = try Serving(environment: ["HELPLINE_RELAY_SECRET_MY_RELAY": "a-long-secret"])
        let text = try serving.shell(
            "printf 'lin\\t账号被盗了\\nwang\\t手续费怎么算\\nlin\\tUSDT\\n' | Examples/relay.py 127.0.0.1:$PORT my-relay",
            environment: ["HELPLINE_SECRET": "a-long-secret"])
        let lines = text.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("lin\t") && $0.contains("助记词") })
        #expect(lines.contains { $0.hasPrefix("wang\t") && $0.contains("手续费") })
        try serving.end()
    }

    @Test(
        "Users on one relay connection each reach their one mail, whatever is killed in the middle",
        .enabled(if: haveTools, "python3 is needed"))
    func crowd() throws {
        let serving = try Serving()
        let command = "Benchmarks/Server/crowd.py --binary \"$BINARY\" --users 40 --kills 2"
        let line = JSONLine(try serving.shell(command, environment: ["BINARY": RunningProgram.path]))
        #expect(line.number("users") == 40)
        #expect(try #require(line.number("repeats")) > 0)
        #expect(line.raw.contains("\"faults\": []"), "\(line.raw)")
        try serving.end()
    }

    @Test(
        "Random clients, good and bad, for some rounds: who behaves is answered, and nothing is left of anybody",
        .enabled(if: haveTools, "python3 is needed"))
    func soak() throws {
        let serving = try Serving()
        let options = "--rounds 10 --clients 12 --parts 4 --warm-up 2 --heap-growth 1.02 --talks 24"
        let command = "Benchmarks/Server/soak.py --binary \"$BINARY\" \(options)"
        let line = JSONLine(try serving.shell(command, environment: ["BINARY": RunningProgram.path]))
        #expect(line.number("clients") == 12)
        #expect(line.raw.contains("\"faults\": []"), "\(line.raw)")
        try serving.end()
    }
}
