/// Reads the numbers of `ScalarData`.
enum ScalarDataReader {
    struct Token {
        var isPosition = false
        var value: UInt32 = 0
        var count: UInt32 = 1
    }

    static func forEach(in data: String, _ body: (Token) -> Void) {
        var token = Token()
        var number: UInt32 = 0
        var isCount = false
        var isEmpty = true
        func finished() -> Token {
            var result = token
            if isCount { result.count = number } else { result.value = number }
            return result
        }
        for byte in data.utf8 {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"):
                if !isEmpty { body(finished()) }
                (token, number, isCount, isEmpty) = (Token(), 0, false, true)
            case UInt8(ascii: "@"): token.isPosition = true
            case UInt8(ascii: "*"):
                token.value = number
                (number, isCount) = (0, true)
            default:
                number = number << 4 | UInt32(byte <= UInt8(ascii: "9") ? byte & 0xF : (byte & 0xF) + 9)
                isEmpty = false
            }
        }
        if !isEmpty { body(finished()) }
    }
}
