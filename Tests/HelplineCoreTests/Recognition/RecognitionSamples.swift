@testable import HelplineCore

/// Thursday, 2026-11-05 16:00 in Shanghai.
let afternoon = Environment(
    now: Timestamp(seconds: 1_793_865_600), zone: ZoneTable(name: "Asia/Shanghai", firstOffset: 28_800))

func recognize(
    _ accept: Accept, _ text: String, in environment: Environment = afternoon, sets: [WordSet] = []
) -> Recognition? {
    let chain = LocaleChain(standard: "zh", list: ["zh", "en"])
    let named = Dictionary(uniqueKeysWithValues: sets.map { ($0.id, $0) })
    let content = Content(name: LocalizedText(), locales: chain, sets: named)
    return Recognizer.recognize(
        accept, in: NormalizedText(text), environment: environment, knowledge: KnowledgeBase(content))
}

/// The user's own words behind a value.
func quote(_ accept: Accept, _ text: String, sets: [WordSet] = []) -> String? {
    recognize(accept, text, sets: sets).map { NormalizedText(text).quote(of: $0.range) }
}
