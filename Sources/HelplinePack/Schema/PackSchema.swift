internal import HelplineCore

/// What editors need to know of the files of a pack: JSON Schemas (draft 7), made of the keys that the reader knows.
///
/// A schema knows the shape of a file, not the names in it: that a set exists, or that an example wins, only `check`
/// can tell.
public enum PackSchema: String, Sendable, CaseIterable {
    /// A file with one intent.
    case intent
    /// `bot.yaml`.
    case bot
    /// `vocabulary.yaml`.
    case vocabulary
    /// `out-of-scope.yaml`.
    case outOfScope = "out-of-scope"
    /// A file of transcripts.
    case transcript

    /// The folder of a pack in which the schemas stand.
    public static let folder = "schema"

    /// The name of the schema's file.
    public var fileName: String { "\(rawValue).schema.json" }

    /// The schema as JSON text with a line end at its end.
    public var text: String { value.json() + "\n" }

    var value: SchemaValue {
        var entries: [SchemaValue.Entry] = [
            .init(key: "$schema", value: "http://json-schema.org/draft-07/schema#"),
            .init(key: "title", value: .text(title)),
        ]
        if case .map(let root) = root { entries += root }
        entries.append(.init(key: "definitions", value: .map(definitions)))
        return .map(entries)
    }

    private var title: String {
        switch self {
        case .intent: "An intent of helpline"
        case .bot: "The bot itself: its languages, facts, words and the e-mail form"
        case .vocabulary: "The word sets of helpline"
        case .outOfScope: "Lines that no question answers"
        case .transcript: "Conversations that must go as written"
        }
    }

    private var root: SchemaValue {
        switch self {
        case .intent: Self.object(PackReader.keysOfIntent, required: ["id"], Self.intentShape)
        case .bot: Self.object(PackReader.keysOfBot, required: Self.neededOfBot, Self.botShape)
        case .vocabulary:
            [
                "type": "object", "propertyNames": ["$ref": "#/definitions/name"],
                "additionalProperties": ["$ref": "#/definitions/wordSet"],
            ]
        case .outOfScope: ["type": "object", "additionalProperties": ["$ref": "#/definitions/texts"]]
        case .transcript: ["type": "array", "items": ["$ref": "#/definitions/conversation"]]
        }
    }

    private var definitions: [SchemaValue.Entry] {
        let parts = [Self.commonDefinitions] + (self == .bot ? [Self.botDefinitions] : [])
        return parts.flatMap { part in
            if case .map(let entries) = part { entries } else { [SchemaValue.Entry]() }
        }
    }

    private static let commonDefinitions: SchemaValue = [
        "text": ["type": ["string", "number", "boolean"]],
        "name": ["type": ["string", "number", "boolean"], "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"],
        "texts": [
            "description": "A text, or a list of texts.",
            "anyOf": [
                ["$ref": "#/definitions/text"], ["type": "array", "items": ["$ref": "#/definitions/text"]],
            ],
        ],
        "localized": byLanguage("A text in each language of the pack.", "text"),
        "variants": byLanguage("A text in each language, or a list of variants.", "texts"),
        "lists": byLanguage("A list of texts in each language.", "texts"),
        "phrases": byLanguage("Phrases in each language.", "phraseList"),
        "neutral": [
            "description": "A text in each language, or one for all.",
            "anyOf": [["$ref": "#/definitions/text"], ["$ref": "#/definitions/localized"]],
        ],
        "phraseList": [
            "anyOf": [["$ref": "#/definitions/phrase"], ["type": "array", "items": ["$ref": "#/definitions/phrase"]]]
        ],
        "phrase": [
            "description": "Words and {{sets}} in this order, or {all: [a, b], within: 6} in any order.",
            "anyOf": [
                ["$ref": "#/definitions/text"],
                object(PackReader.keysOfPhrase, required: ["all"], phraseShape),
            ],
        ],
        "condition": [
            "description": "Questions and the answers they must have.", "type": "object",
            "additionalProperties": ["$ref": "#/definitions/texts"],
        ],
        "question": object(PackReader.keysOfSlot, required: ["id", "prompt", "accept"], questionShape),
        "accept": accept,
        "option": [
            "type": "object", "required": ["id"], "properties": ["id": ["$ref": "#/definitions/name"]],
            "additionalProperties": ["$ref": "#/definitions/texts"],
        ],
        "consequence": object(PackReader.keysOfConsequence, required: ["text"], consequenceShape),
        "followUp": object(PackReader.keysOfFollowUp, required: ["id", "answer"], followUpShape),
        "escalation": object(PackReader.keysOfEscalation, required: ["category"], escalationShape),
        "wordSet": [
            "description": "A list of words, or canonical values with their words.",
            "anyOf": [
                ["$ref": "#/definitions/texts"],
                [
                    "type": "object", "minProperties": 1,
                    "additionalProperties": [
                        "anyOf": [
                            ["$ref": "#/definitions/texts"],
                            ["type": "object", "additionalProperties": ["$ref": "#/definitions/texts"]],
                        ]
                    ],
                ],
            ],
        ],
        "conversation": object(TranscriptReader.caseKeys, required: ["name", "steps"], caseShape),
        "step": object(TranscriptReader.stepKeys, required: ["user"], stepShape),
    ]

    /// What only bot.yaml has.
    private static let botDefinitions: SchemaValue = [
        "locales": object(PackReader.keysOfLocales, required: ["list"], localesShape),
        "fact": object(PackReader.keysOfFact, required: PackReader.keysOfFact, factShape),
        "commands": object(PackReader.keysOfCommands, required: [], commandsShape),
        "products": object(PackReader.keysOfProducts, required: [], productsShape),
        "email": object(PackReader.keysOfEmail, required: ["slots", "phrases", "categories"], emailShape),
        "mailPhrases": object(PackReader.keysOfMailPhrases, required: PackReader.keysOfMailPhrases, mailPhrasesShape),
        "sentences": object(PackReader.keysOfTexts, required: PackReader.keysOfTexts, sentencesShape),
    ]

    private static func byLanguage(_ description: String, _ item: String) -> SchemaValue {
        [
            "description": .text(description), "type": "object", "minProperties": 1,
            "propertyNames": ["pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"],
            "additionalProperties": ["$ref": .text("#/definitions/" + item)],
        ]
    }

    /// A map with exactly the keys of the reader; a key without a shape takes anything.
    private static func object(
        _ keys: [String], required: [String], _ shape: [String: SchemaValue]
    ) -> SchemaValue {
        [
            "type": "object", "additionalProperties": false, "required": .list(required.map { .text($0) }),
            "properties": .map(keys.map { SchemaValue.Entry(key: $0, value: shape[$0] ?? [:]) }),
        ]
    }

    /// The keys of the reader that have no shape here, each with where it stands; none, or editors know less than
    /// `check`.
    static var keysWithoutShape: [String] {
        let tables: [(String, [String], [String: SchemaValue])] = [
            ("intent", PackReader.keysOfIntent, intentShape), ("question", PackReader.keysOfSlot, questionShape),
            ("phrase", PackReader.keysOfPhrase, phraseShape), ("then", PackReader.keysOfConsequence, consequenceShape),
            ("follow_ups", PackReader.keysOfFollowUp, followUpShape),
            ("escalate", PackReader.keysOfEscalation, escalationShape),
            ("conversation", TranscriptReader.caseKeys, caseShape), ("step", TranscriptReader.stepKeys, stepShape),
            ("bot", PackReader.keysOfBot, botShape), ("locales", PackReader.keysOfLocales, localesShape),
            ("fact", PackReader.keysOfFact, factShape), ("commands", PackReader.keysOfCommands, commandsShape),
            ("other_products", PackReader.keysOfProducts, productsShape),
            ("email", PackReader.keysOfEmail, emailShape),
            ("phrases", PackReader.keysOfMailPhrases, mailPhrasesShape),
            ("texts", PackReader.keysOfTexts, sentencesShape),
        ]
        return tables.flatMap { name, keys, shape in keys.filter { shape[$0] == nil }.map { "\(name).\($0)" } }
    }
}
