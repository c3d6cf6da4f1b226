@testable import HelplineServer
import Testing

@Suite("The first bytes of a connection") struct OpeningTests {
    @Test(
        "They tell who is there as soon as they can",
        arguments: [
            ("", .undecided), ("{", .relay), ("{\"", .relay), ("G", .undecided), ("GET ", .undecided), ("GET /", .http),
            ("GET http", .http), ("GET my", .plain), ("get /", .plain), ("P", .undecided), ("PO", .undecided),
            ("POST /", .http), ("POST office", .plain), ("OPTIONS *", .http), ("CONNECT x", .http),
            ("PRI * HTTP", .http),
            ("hello", .plain), ("\n", .plain), ("GET\n", .plain), (" {", .plain), ("\u{16}", .undecided),
            ("\u{16}\u{3}", .tls), ("\u{16}x", .plain), ("账", .plain),
        ] as [(String, Opening)])
    func judged(text: String, expected: Opening) {
        #expect(Opening.judge(Array(text.utf8)[...], isWhole: false) == expected)
    }

    @Test("What has ended before it could tell is plain", arguments: ["", "G", "OPTIONS", "\u{16}"])
    func ended(text: String) {
        #expect(Opening.judge(Array(text.utf8)[...], isWhole: true) == .plain)
    }
}
