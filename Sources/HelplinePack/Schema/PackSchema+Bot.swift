internal import HelplineCore

/// What each key of bot.yaml takes, and what editors say of it.
extension PackSchema {
    /// What no bot can be without.
    static let neededOfBot = ["name", "locales", "facts", "commands", "texts", "email"]

    static let botShape: [String: SchemaValue] = [
        "name": refers("neutral", "What the bot is called."),
        "locales": refers("locales", "The languages of the pack."),
        "time_zone": refers("text", "The zone in which times are read where nobody tells another: Asia/Shanghai."),
        "facts": [
            "description": "What the texts state about the product, used as {{fact.name}}.", "type": "object",
            "required": ["address"], "propertyNames": ["$ref": "#/definitions/name"],
            "additionalProperties": ["$ref": "#/definitions/fact"],
        ],
        "commands": refers("commands", "Words that are obeyed when they are the whole line; * lets more follow."),
        "stop_words": refers("lists", "Words without meaning of their own."),
        "connectives": refers("lists", "Words that begin a new question without punctuation."),
        "corrections": refers("lists", "Words that take back what was said last."),
        "hurry": refers("lists", "Patterns of lines that show haste and ask nothing."),
        "asking": refers("lists", "Patterns of what marks a line as a question."),
        "texts": refers("sentences", "What the bot says by itself."),
        "email": refers("email", "The e-mail to support: its questions and its words."),
        "other_products": [
            "description": "Patterns of somebody else's products, and of what is ours all the same.",
            "anyOf": [["$ref": "#/definitions/products"], ["$ref": "#/definitions/lists"]],
        ],
        "own_products": refers("lists", "Patterns of what is ours."),
        "forbidden": refers("lists", "Patterns of promises that no text may make."),
        "menu": refers("texts", "The topics that the menu lists, in this order."),
        "redaction": refers("texts", "Patterns of what must not be kept, besides phrases, keys and passwords."),
    ]

    static let localesShape: [String: SchemaValue] = [
        "default": refers("name", "The language of whoever has not shown one."),
        "list": refers("texts", "All languages that texts are given in."),
        "fallback": [
            "description": "The language used where a text is missing in another: {zh-Hant: zh}.", "type": "object",
            "additionalProperties": ["$ref": "#/definitions/name"],
        ],
    ]

    static let factShape: [String: SchemaValue] = [
        "text": refers("neutral", "What is stated."),
        "verified": flag("Whether somebody who knows has confirmed it."),
    ]

    static let commandsShape: [String: SchemaValue] = Dictionary(
        PackReader.keysOfCommands.map { ($0, refers("lists", "The words in each language.")) },
        uniquingKeysWith: { first, _ in first })

    static let productsShape: [String: SchemaValue] = [
        "patterns": refers("lists", "What is somebody else's."),
        "unless": refers("lists", "What is ours all the same."),
    ]

    static let emailShape: [String: SchemaValue] = [
        "slots": list("question", "The questions; the first is consent, and contact asks for the address."),
        "maximum_questions": whole(1...20, "At most so many are asked."),
        "phrases": refers("mailPhrases", "The words of the mail itself."),
        "categories": [
            "description": "The categories of mails and what the team calls them.", "type": "object",
            "propertyNames": ["$ref": "#/definitions/name"],
            "additionalProperties": ["$ref": "#/definitions/neutral"],
        ],
        "default_category": refers("text", "The category of mails whose topic is unknown."),
    ]

    static let mailPhrasesShape: [String: SchemaValue] = Dictionary(
        PackReader.keysOfMailPhrases.map { ($0, refers("localized", "A phrase of the mail.")) },
        uniquingKeysWith: { first, _ in first })

    static let sentencesShape: [String: SchemaValue] = Dictionary(
        PackReader.keysOfTexts.map { ($0, refers("variants", "A sentence of the bot; a list is taken in turn.")) },
        uniquingKeysWith: { first, _ in first })
}
