import Testing

@testable import HelplineCore

@Suite("SHA-256")
struct SHA256Tests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(
        "gives the digests of FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func examples(message: String, digest: String) {
        #expect(hex(SHA256.hash(Array(message.utf8))) == digest)
    }

    @Test("pads messages of every length around a block")
    func lengths() {
        let many = SHA256.hash([UInt8](repeating: UInt8(ascii: "a"), count: 1_000))
        #expect(hex(many) == "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3")
        let digests = (54...66).map { hex(SHA256.hash([UInt8](repeating: 0, count: $0))) }
        #expect(Set(digests).count == digests.count)
    }

    @Test("hashes the published English word list to its known digest")
    func wordList() {
        let words = EnglishWords.text.split(whereSeparator: \.isWhitespace).joined(separator: "\n") + "\n"
        #expect(
            hex(SHA256.hash(Array(words.utf8))) == "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda")
    }
}
