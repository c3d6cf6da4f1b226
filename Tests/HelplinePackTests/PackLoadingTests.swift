import HelplineCore
import Testing

@testable import HelplinePack

@Suite("Loading a pack")
struct PackLoadingTests {
    @Test("A pack without faults gives its content and no diagnostics")
    func cleanPack() throws {
        let pack = SamplePack().load()
        #expect(DiagnosticReport(pack.diagnostics).text == "")
        let content = try #require(pack.content)
        #expect(content.intents.map(\.id.name) == ["greeting", "account-stolen", "fees"])
        #expect(content.texts.count == TextKey.allCases.count)
        #expect(content.address == "support@example.org")
        #expect(content.commands.count == Command.allCases.count)
        #expect(content.email.slots.map(\.id.name) == ["consent", "problem", "contact"])
        #expect(content.locales.fallback == ["zh-Hant": "zh"])
    }
}
