import Foundation
import HelplineCore
import Testing

@testable import HelplinePack

@Suite("The skeleton of an intent")
struct SkeletonTests {
    private let pack = SamplePack().replacing("someone stole my account, ", with: "")

    private func adding(_ skeleton: IntentSkeleton, _ change: (String) -> String = { $0 }) -> SamplePack {
        var copy = pack
        copy.files[skeleton.file] = change(skeleton.text)
        return copy
    }

    @Test("Every mark is an error of its own, and nothing else is", arguments: Sentence.Language.allCases)
    func marks(_ language: Sentence.Language) throws {
        let skeleton = try IntentSkeleton("lost-phone", in: pack.load(), language: language)
        let found = adding(skeleton).load().diagnostics
        #expect(Set(found.map(\.code)) == [.todo])
        #expect(found.count == skeleton.text.components(separatedBy: "TODO").count - 1)
        #expect(skeleton.file == "lost-phone.yaml")
    }

    @Test("Once the marks are filled in, the check has nothing to say")
    func filled() throws {
        let skeleton = try IntentSkeleton("Devices/lost-phone", in: pack.load(), language: .english)
        #expect(skeleton.text.hasPrefix("# yaml-language-server: $schema=../schema/intent.schema.json\n"))
        let filled = adding(skeleton) { text in
            text.replacing("  zh: TODO a short title", with: "  zh: 手机丢了")
                .replacing("  en: TODO a short title", with: "  en: I lost my phone")
                .replacing("zh: [\"TODO words of the question\"]", with: "zh: [\"手机 丢\"]")
                .replacing("en: [\"TODO words of the question\"]", with: "en: [\"lost phone\"]")
                .replacing(
                    "  zh:\n    - TODO what somebody types\n    - TODO the same in other words",
                    with: "  zh:\n    - 我的手机丢了\n    - 手机昨天丢了"
                )
                .replacing(
                    "  en:\n    - TODO what somebody types\n    - TODO the same in other words",
                    with: "  en:\n    - lost my phone\n    - i have lost the phone"
                )
                .replacing("  zh: |\n    TODO the answer", with: "  zh: |\n    请先锁定设备。")
                .replacing("  en: |\n    TODO the answer", with: "  en: |\n    Lock the device first.")
        }
        let loaded = filled.load()
        let knowledge = KnowledgeBase(try #require(loaded.content, "\(loaded.diagnostics.map(\.message))"))
        let found = Checker.check(loaded, knowledge).filter { $0.severity != .note }
        #expect(DiagnosticReport(found).text == "")
    }

    @Test(
        "A name that is no id is refused with one that is",
        arguments: [
            ("Lost Phone", "lost-phone"), ("丢手机 phone", "phone"), ("../fees", nil), ("a/../b", "b"), ("", nil),
            ("手机", nil),
            ("-x", "x"),
        ])
    func badName(name: String, suggestion: String?) throws {
        let expected = IntentSkeleton.Failure.badName(suggestion: name == "../fees" ? "fees" : suggestion)
        #expect(throws: expected) { try IntentSkeleton(name, in: pack.load(), language: .english) }
    }

    @Test("An id that is taken is refused with its place")
    func taken() {
        #expect(throws: IntentSkeleton.Failure.taken(place: "fees.yaml:1:5")) {
            try IntentSkeleton("Other/fees", in: pack.load(), language: .english)
        }
    }
}
