import HelplineServer
import Testing

@Suite("Addresses to listen on") struct EndpointTests {
    @Test(
        "An address is read and written",
        arguments: [
            ("127.0.0.1:7777", "127.0.0.1", 7777, true), ("localhost:0", "localhost", 0, true),
            ("[::1]:7777", "::1", 7777, true), ("0.0.0.0:65535", "0.0.0.0", 65535, false),
            ("[::]:1", "::", 1, false), ("127.1.2.3:1", "127.1.2.3", 1, true),
            ("127.0.0.1.example.org:1", "127.0.0.1.example.org", 1, false),
            ("bot.example.org:1", "bot.example.org", 1, false),
        ])
    func valid(text: String, host: String, port: Int, isLoopback: Bool) throws {
        let endpoint = try Endpoint(parsing: text)
        #expect(endpoint == Endpoint(host: host, port: port))
        #expect(endpoint.isLoopback == isLoopback)
        #expect(endpoint.description == text)
    }

    @Test(
        "What is no address is refused",
        arguments: [
            "", "7777", ":7777", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1",
            "::1:7777",
        ])
    func invalid(text: String) {
        let error = #expect(throws: ServerError.self) { try Endpoint(parsing: text) }
        #expect(error?.code == .badAddress)
        #expect(error?.place == text)
    }
}
