/// Finds a mailbox: a dot-string and a domain of RFC 5321, section 4.1.2.
///
/// Quoted local parts and address literals are refused: each is rarely meant and often an attack. A domain may have
/// letters beyond ASCII (``InternationalDomain``), since it goes over the wire as A-labels; the local part may not. It
/// has no such form, so that an answer would arrive only where every server on its way speaks SMTPUTF8 (RFC 6531,
/// section 3.2), the team's own among them, of which nothing is known here.
/// Where what stands around the `@` is no mailbox, nothing shorter is taken from it.
struct MailboxReader {
    /// The text with the full stop of Chinese keyboards between letters read as a dot, and the offset of each byte.
    private let text: [UInt8]
    private let offsets: [Int]

    /// Takes normalised text.
    init(_ bytes: [UInt8]) {
        var text: [UInt8] = []
        var offsets: [Int] = []
        var index = 0
        while index < bytes.count {
            let isStop = bytes[index...].starts(with: [0xE3, 0x80, 0x82])
            let isBetween =
                isStop && index > 0 && bytes[index - 1].isASCIIAlphanumeric
                && index + 3 < bytes.count && bytes[index + 3].isASCIIAlphanumeric
            text.append(isBetween ? UInt8(ascii: ".") : bytes[index])
            offsets.append(index)
            index += isBetween ? 3 : 1
        }
        self.text = text
        self.offsets = offsets + [bytes.count]
    }

    /// The first mailbox of a message, else the first that is written out in words; a domain in Han has the user's own
    /// characters, since the traditional and the simplified name are two.
    static func read(_ message: NormalizedText) -> Recognition? {
        guard var found = MailboxReader(message.bytes).read() else { return SpelledMailbox(message.bytes).read() }
        if found.canonical.unicodeScalars.contains(where: \.isHan) {
            let typed = message.quote(of: found.range).unicodeScalars.compactMap(\.ofAddress)
            found.canonical = String(String.UnicodeScalarView(typed))
        }
        return found
    }

    /// The first mailbox; the domain is canonical in small letters.
    func read() -> Recognition? {
        for at in text.indices where text[at] == UInt8(ascii: "@") {
            guard let start = localStart(before: at), let end = domainEnd(after: at), end - start <= 254 else {
                continue
            }
            let domain = String(decoding: text[(at + 1)..<end], as: UTF8.self).lowercased()
            return Recognition(
                canonical: String(decoding: text[start...at], as: UTF8.self) + domain,
                range: offsets[start]..<offsets[end])
        }
        return nil
    }

    /// Whether there is a mailbox but for letters beyond ASCII before its `@`.
    static func hasForeignLocalPart(_ message: NormalizedText) -> Bool {
        let reader = MailboxReader(message.bytes)
        return reader.text.indices.contains { at in
            reader.text[at] == UInt8(ascii: "@") && reader.hasLetterBeyondASCII(before: at)
                && reader.localStart(before: at) == nil && reader.domainEnd(after: at) != nil
        }
    }

    /// Whether a letter beyond ASCII, Han or not, ends where the local part before an `@` begins.
    private func hasLetterBeyondASCII(before at: Int) -> Bool {
        let start = text[..<at].lastIndex { !$0.isLocal && $0 != UInt8(ascii: ".") }
        return start.flatMap { scalar(endingAt: $0) }?.isMeaningful == true
    }

    private func localStart(before at: Int) -> Int? {
        var start = at
        while start > 0, text[start - 1].isLocal || text[start - 1] == UInt8(ascii: ".") { start -= 1 }
        // What people put around an address, or before it, is no part of it.
        while start < at, "'=`*~|".utf8.contains(text[start]) { start += 1 }
        if start > 0, text[start - 1] == UInt8(ascii: "@") { return nil }
        let parts = text[start..<at].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard at - start <= 64, parts.allSatisfy({ !$0.isEmpty }), !isLetterBeyondASCII(before: start) else {
            return nil
        }
        return start
    }

    private func domainEnd(after at: Int) -> Int? {
        guard let length = InternationalDomain.length(in: text[(at + 1)...]) else { return plainDomainEnd(after: at) }
        return goesOn(at: at + 1 + length) ? nil : at + 1 + length
    }

    private func plainDomainEnd(after at: Int) -> Int? {
        let rest = text[(at + 1)...].prefix { $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x2E }
        var end = rest.endIndex
        while end > at + 1, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
        if goesOn(at: end) { return nil }
        let labels = text[(at + 1)..<end].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(Self.isLabel), let top = labels.last, end - at - 1 <= 253 else {
            return nil
        }
        let isName = top.count >= 2 && top.allSatisfy { !($0 &- 0x30 < 10) && $0 != 0x2D }
        return isName || top.map(\.lowercasedASCII).starts(with: "xn--".utf8) ? end : nil
    }

    /// Whether what stands behind a domain shows that it is none.
    private func goesOn(at end: Int) -> Bool {
        end < text.count && ("@_".utf8.contains(text[end]) || isLetterBeyondASCII(at: end) || isMark(at: end))
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
    }

    /// Whether a letter that is neither ASCII nor Han ends right before an offset.
    private func isLetterBeyondASCII(before offset: Int) -> Bool {
        guard offset > 0, let scalar = scalar(endingAt: offset - 1) else { return false }
        return scalar.isMeaningful && !scalar.isHan
    }

    private func isLetterBeyondASCII(at offset: Int) -> Bool {
        guard let scalar = scalar(startingAt: offset) else { return false }
        return scalar.isMeaningful && !scalar.isHan
    }

    /// Whether the letter before an offset has a mark that did not become a part of it.
    private func isMark(at offset: Int) -> Bool {
        guard let category = scalar(startingAt: offset)?.properties.generalCategory else { return false }
        return [.nonspacingMark, .enclosingMark, .spacingMark].contains(category)
    }

    /// The scalar beyond ASCII whose last byte is at an offset.
    private func scalar(endingAt offset: Int) -> Unicode.Scalar? {
        text[...offset].lastIndex { $0 & 0xC0 != 0x80 }.flatMap(scalar(startingAt:))
    }

    /// The scalar beyond ASCII whose first byte is at an offset.
    private func scalar(startingAt offset: Int) -> Unicode.Scalar? {
        guard text[offset] >= 0x80 else { return nil }
        return String(decoding: text[offset...].prefix(4), as: UTF8.self).unicodeScalars.first
    }
}

extension Unicode.Scalar {
    /// The same in an address: half as wide, the full stop of Chinese keyboards a dot; nil for what nobody sees.
    fileprivate var ofAddress: Unicode.Scalar? {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
        case 0x3002, 0xFF61: "."
        default: properties.isWhitespace || properties.isDefaultIgnorableCodePoint ? nil : self
        }
    }
}

extension UInt8 {
    /// Whether this may stand in an atom (RFC 5322, section 3.2.3).
    fileprivate var isLocal: Bool { isASCIIAlphanumeric || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }
}
