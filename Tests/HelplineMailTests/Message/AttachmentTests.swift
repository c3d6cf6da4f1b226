import Testing

@testable import HelplineMail

@Suite("Attachments")
struct AttachmentTests {
    @Test(
        "A file name keeps neither a path nor anything that harms whoever saves the file",
        arguments: [
            ("../../截图\u{202E}gnp.png", "截图gnp.png"), ("/etc/passwd", "passwd"), ("C:\\temp\\a.txt", "a.txt"),
            (".bashrc", "bashrc"), ("...", "file"), ("", "file"), ("a/", "file"), ("\u{3000} ", "file"),
            ("con.txt", "_con.txt"), ("LPT1", "_LPT1"), ("a\r\nb\0.txt", "ab.txt"), ("a:b?.txt", "a_b_.txt"),
            ("name. ", "name"), ("对话记录.txt", "对话记录.txt"),
        ])
    func names(_ name: String, _ cleaned: String) {
        #expect(Attachment(name: name, text: "").name == cleaned)
    }

    @Test("A long name is shortened and keeps its extension")
    func longName() {
        let name = Attachment(name: String(repeating: "名", count: 300) + ".png", text: "").name
        #expect(name.utf8.count <= 120)
        #expect(name.hasPrefix("名名名") && name.hasSuffix("….png"))
        #expect(Attachment(name: String(repeating: "x", count: 300), text: "").name.utf8.count <= 120)
    }

    @Test(
        "The type follows from the bytes and not from the name",
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], "image/png"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
            (Array("GIF89a".utf8), "image/gif"), (Array("RIFF1234WEBPVP8 ".utf8), "image/webp"),
            (Array("%PDF-1.7".utf8), "application/pdf"), (Array("你好".utf8), "text/plain"), ([], "text/plain"),
            ([0xFF, 0xFE], "application/octet-stream"), ([0x41, 0x00], "application/octet-stream"),
            (Array("<html><script>".utf8), "application/octet-stream"),
        ] as [([UInt8], String)])
    func types(_ data: [UInt8], _ type: String) {
        #expect(Attachment(name: "picture.txt", data: data).type == type)
    }

    @Test(
        "A boundary with a character it cannot have, or too long, is refused",
        arguments: ["", "a b", "汉", "a\r\nb", String(repeating: "x", count: 71)])
    func boundary(_ boundary: String) {
        let message = MailMessage(text: "", attachments: [Attachment(name: "a", text: "")], boundary: boundary)
        #expect(throws: HeaderError.self) { try message.encoded() }
    }
}
