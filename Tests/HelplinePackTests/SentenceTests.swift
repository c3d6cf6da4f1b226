import Testing

@testable import HelplinePack

@Suite("Sentences in several languages")
struct SentenceTests {
    @Test("A sentence is said in its own words, and in Chinese where it has a translation")
    func languages() {
        let name = "fees"
        let sentence: Sentence = "no intent has the id \(name.named)"
        #expect(sentence.said(in: .english) == "no intent has the id “fees”")
        #expect(sentence.said(in: .chinese) == "没有 id 为 “fees” 的意图")
        #expect(Sentence(verbatim: "100 % 的 %2").said(in: .chinese) == "100 % 的 %2")
        #expect(("nobody wrote \(1) of this" as Sentence).said(in: .chinese) == "nobody wrote 1 of this")
    }

    @Test("A part of a sentence has a translation of its own, and values may change places")
    func parts() {
        let what: Sentence = "the answer"
        #expect(("\(what) has no text for \("zh".named)" as Sentence).said(in: .chinese) == "回答缺少 “zh” 的文本")
        #expect(("\("a".named) is no key of \(what)" as Sentence).said(in: .chinese) == "“a” 不是回答的键")
        #expect(["a", "b", "c"].listed(.and).said(in: .chinese) == "“a”、“b”和“c”")
        #expect(["a", "b", "c"].listed().said(in: .english) == "“a”, “b” or “c”")
    }

    @Test("Every fault is told in Chinese too", arguments: FaultCase.all)
    func everyFault(_ fault: FaultCase) {
        for diagnostic in fault.pack.load().diagnostics { expectChinese(diagnostic) }
    }

    @Test("A translation takes each value of the English words, and no other")
    func values() {
        for (words, translation) in ChineseWording.sentences {
            let count = words.count { $0 == "%" }
            var next = 0
            var taken: Set<Int> = []
            for part in translation.split(separator: "%", omittingEmptySubsequences: false).dropFirst() {
                if let digit = part.first?.wholeNumberValue, digit > 0, digit <= count { next = digit - 1 }
                taken.insert(next)
                next += 1
            }
            #expect(taken == Set(0..<count), "\(words)")
        }
    }
}

/// Expects that all that is said of a fault has a translation.
func expectChinese(_ diagnostic: Diagnostic, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(diagnostic.message.isTranslated(to: .chinese), "\(diagnostic.message)", sourceLocation: sourceLocation)
    guard let remedy = diagnostic.remedy else { return }
    #expect(remedy.isTranslated(to: .chinese), "\(remedy)", sourceLocation: sourceLocation)
}
