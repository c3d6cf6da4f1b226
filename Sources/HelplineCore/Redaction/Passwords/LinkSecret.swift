/// Secrets in links: the password of `https://name:password@host`, all of an `otpauth://` link, which holds the secret
/// of an authenticator.
enum LinkSecret {
    private static let mark = Array("://".unicodeScalars.map(\.value))
    private static let authenticator = Array("otpauth".unicodeScalars.map(\.value))

    static func find(in line: FoldedLine, into found: inout Findings) {
        guard line.ascii.contains(0x2F), line.ascii.contains(0x3A), line.count >= 8 else { return }
        var index = 0
        while index + mark.count < line.count {
            guard line.has(mark, at: index) else {
                index += 1
                continue
            }
            var end = index + mark.count
            while end < line.count, line.letters[end] > 0x20, line.letters[end] < 0x7F { end += 1 }
            if line.has(authenticator, at: index - authenticator.count) {
                found.add(.privateKey, index - authenticator.count..<end)
            } else if let range = password(in: index + mark.count..<end, of: line) {
                found.add(.password, range)
            }
            index = end
        }
    }

    /// What stands between the colon and the last @ of a link's name and password.
    private static func password(in link: Range<Int>, of line: FoldedLine) -> Range<Int>? {
        let host = link.prefix { line.letters[$0] != 0x2F }
        guard let at = host.last(where: { line.letters[$0] == 0x40 }),
            let colon = host.first(where: { line.letters[$0] == 0x3A }), colon + 1 < at
        else { return nil }
        return colon + 1..<at
    }
}
