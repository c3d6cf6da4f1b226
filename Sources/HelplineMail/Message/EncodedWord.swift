/// The encoded-words of RFC 2047, always UTF-8 and `B`.
///
/// `B` because Chinese takes a third of the room it takes as `Q`, and because its alphabet is safe everywhere an
/// encoded-word may stand.
enum EncodedWord {
    /// The longest encoded-word (RFC 2047 section 2).
    static let maximumLength = 75
    /// What the longest encoded-word can carry, as base64 comes in groups of four octets.
    static let maximumBytes = 45
    /// The octets around the encoded text.
    static let overhead = 12

    /// One encoded-word.
    static func encode(_ text: String) -> [UInt8] {
        Array("=?UTF-8?B?".utf8) + Base64.encode(text.utf8) + Array("?=".utf8)
    }

    /// Cuts a text into pieces of at most ``maximumBytes``, the first of at most `room` where anything fits it at all.
    ///
    /// No grapheme cluster is cut that fits an encoded-word of its own, and no scalar ever.
    static func pieces(of text: String, firstRoom: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var room = firstRoom
        for unit in units(of: text, limit: maximumBytes) {
            if piece.isEmpty, unit.utf8.count > room { room = maximumBytes }
            if piece.utf8.count + unit.utf8.count > room {
                pieces.append(piece)
                (piece, room) = ("", maximumBytes)
            }
            piece += unit
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    /// The grapheme clusters of a text, those above `limit` bytes in single scalars.
    static func units(of text: String, limit: Int) -> [String] {
        text.flatMap { cluster in
            cluster.utf8.count <= limit ? [String(cluster)] : cluster.unicodeScalars.map { String($0) }
        }
    }
}
