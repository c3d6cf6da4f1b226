internal import HelplineCore

/// What each key takes, and what editors say of it.
extension PackSchema {
    static let intentShape: [String: SchemaValue] = [
        "id": refers("name", "The name of the intent; the name of its file is a good one."),
        "kind": choice(
            Intent.Kind.self,
            "faq: a question; smalltalk: talk beside the matter; human: a wish for a person; "
                + "care: words for somebody who may be in danger, said before anything else."),
        "reports_as": refers("name", "The intent of which this is a special case; replies name that one."),
        "band": whole(-2...2, "Compared before the score; 0 for nearly all."),
        "title": refers("localized", "What it is called when the bot offers it."),
        "phrases": refers("phrases", "Words that are in the question; no regular expressions."),
        "patterns": refers("lists", "Regular expressions (PCRE2), in single quotes."),
        "unless": refers("lists", "Where one of these matches, the intent is out."),
        "examples": refers("lists", "What users type; each must be answered by this intent."),
        "not_examples": refers("lists", "What users type and must not be answered by this intent."),
        "answer": refers("variants", "What the bot says."),
        "ask": list("question", "Questions after the answer."),
        "then": [
            "description": "What is said once the questions are answered; the first that fits.",
            "anyOf": [
                ["type": "array", "items": ["$ref": "#/definitions/consequence"]],
                ["$ref": "#/definitions/localized"],
            ],
        ],
        "follow_ups": list("followUp", "Short questions, understood while the intent is being talked about."),
        "solved": choice(
            Intent.Solved.self, "After the answer: ask whether it helped, skip that, or offer the e-mail."),
        "patience": whole(1...20, "How many messages may go by before the questions are given up."),
        "escalate": [
            "description": "How a mail about this is addressed; false for none.",
            "anyOf": [["enum": [false, "false"]], ["$ref": "#/definitions/escalation"]],
        ],
        "see_also": refers("texts", "Related intents, offered after the answer."),
    ]

    static let questionShape: [String: SchemaValue] = [
        "id": refers("name", "The name of the question; {{id}} quotes its answer."),
        "prompt": refers("localized", "The question."),
        "label": refers("neutral", "Its name in a summary and in the mail."),
        "names": refers("texts", "Other words by which users name it."),
        "accept": refers("accept", "What counts as an answer."),
        "invalid": refers("localized", "What is said when the answer is not understood."),
        "retry": [
            "description": "Other wordings for the next tries.",
            "anyOf": [
                ["$ref": "#/definitions/localized"], ["type": "array", "items": ["$ref": "#/definitions/localized"]],
            ],
        ],
        "max_tries": whole(1...10, "How often it may be answered wrongly."),
        "on_fail": choice(Slot.OnFail.self, "What happens then."),
        "digress": choice(Slot.Digress.self, "What happens when the user asks something else."),
        "optional": flag("Whether it may be left out without a word."),
        "when": refers("condition", "It is asked only then."),
    ]

    static let phraseShape: [String: SchemaValue] = [
        "all": [
            "description": "Two to four words or sets, in any order.", "type": "array", "minItems": 2, "maxItems": 4,
            "items": ["$ref": "#/definitions/text"],
        ],
        "within": whole(0...20, "At most so many words between neighbours."),
    ]

    static let consequenceShape: [String: SchemaValue] = [
        "when": refers("condition", "It is said only then."), "text": refers("localized", "What is said."),
    ]

    static let followUpShape: [String: SchemaValue] = [
        "id": refers("name", "The name of the short question."),
        "patterns": refers("lists", "Regular expressions that find it."),
        "phrases": refers("phrases", "Words that are in it."),
        "answer": refers("localized", "What is said."),
    ]

    static let escalationShape: [String: SchemaValue] = [
        "category": refers("text", "A category of bot.yaml."),
        "urgency": choice(Intent.Escalation.Urgency.self, "How soon somebody should look at it."),
        "require": refers("texts", "The questions of the e-mail that are asked for."),
    ]

    static let caseShape: [String: SchemaValue] = [
        "name": refers("text", "What the conversation shows."),
        "zone": refers("text", "The user's time zone, such as Asia/Shanghai."),
        "steps": list("step", "What is said, in order."),
    ]

    static let stepShape: [String: SchemaValue] = [
        "user": refers("text", "What the user types."),
        "bot": refers("texts", "What must be in the replies: a text, or /a pattern/."),
        "not_bot": refers("texts", "What must not be in the replies."),
        "intent": refers("text", "The intent that is answered, or none."),
        "slot": refers("text", "The question that is pending, or none."),
        "state": choice(Reply.State.self, "What the conversation waits for."),
        "mail": refers("texts", "true, false, or what is in the mail."),
        "after": ["description": "Time that passes before: 20m.", "type": "string", "pattern": "^[0-9]+[smhd]$"],
        "zone": refers("text", "The user's time zone from here on."),
    ]

    static let accept: SchemaValue = [
        "anyOf": [
            ["enum": .list(PackReader.plainWords.map { .text($0) })],
            form("set", refers("text", "The name of a word set.")),
            form("pattern", refers("neutral", "A regular expression; the group (?<value>…) is the answer.")),
            form(
                "choice",
                ["type": "array", "minItems": 1, "maxItems": 64, "items": ["$ref": "#/definitions/option"]]),
            form("date", ["enum": ["past", "any", "future"]]),
            form(
                "text",
                [
                    "type": "object", "additionalProperties": false,
                    "properties": ["min": whole(1...1000, "At least so many characters.")],
                ]),
        ]
    ]

    static func form(_ key: String, _ value: SchemaValue) -> SchemaValue {
        [
            "type": "object", "additionalProperties": false, "required": .list([.text(key)]),
            "properties": .map([.init(key: key, value: value)]),
        ]
    }

    static func refers(_ definition: String, _ description: String) -> SchemaValue {
        [
            "description": .text(description),
            // Draft 7 ignores what stands beside a reference.
            "allOf": [["$ref": .text("#/definitions/" + definition)]],
        ]
    }

    static func list(_ definition: String, _ description: String) -> SchemaValue {
        [
            "description": .text(description), "type": "array",
            "items": ["$ref": .text("#/definitions/" + definition)],
        ]
    }

    static func choice<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type, _ description: String
    ) -> SchemaValue where Value.RawValue == String {
        ["description": .text(description), "enum": .list(type.allCases.map { .text($0.rawValue) })]
    }

    static func whole(_ range: ClosedRange<Int>, _ description: String) -> SchemaValue {
        [
            "description": .text(description), "type": "integer", "minimum": .number(range.lowerBound),
            "maximum": .number(range.upperBound),
        ]
    }

    static func flag(_ description: String) -> SchemaValue {
        ["description": .text(description), "type": "boolean"]
    }
}
