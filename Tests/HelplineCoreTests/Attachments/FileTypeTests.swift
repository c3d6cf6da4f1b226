import Testing

@testable import HelplineCore

@Suite("What a file is") struct FileTypeTests {
    @Test(
        "The type follows from the bytes",
        arguments: [
            (SampleFile.png, FileType.png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg), (Array("GIF89a".utf8), .gif),
            (Array("RIFF    WEBPVP8 ".utf8), .webp), (Array("\0\0\0\u{18}ftypheic".utf8), .heic),
            (Array("%PDF-1.7".utf8), .pdf), (Array("\0\0\0\u{18}ftypisom".utf8), .mp4),
            (Array("\0\0\0\u{14}ftypqt  ".utf8), .quickTime), (Array("一行\r\n\t二".utf8), .text),
            (Array("\u{FEFF}with a mark".utf8), .text), (Array("GET <html> 502".utf8), .text),
        ])
    func known(bytes: [UInt8], type: FileType) {
        #expect(FileType(bytes) == type)
    }

    @Test(
        "What runs, unpacks or lays itself out is no type, whatever its name",
        arguments: [
            Array("MZ\u{90}\0".utf8), Array("\u{7F}ELF".utf8), Array("PK\u{3}\u{4}".utf8), [0xD0, 0xCF, 0x11, 0xE0],
            Array("<!DOCTYPE html><p>".utf8), Array("  \n<svg onload=…>".utf8), Array("\u{FEFF}<HTML>".utf8),
            Array("<?xml version=\"1.0\"?>".utf8), Array("{\\rtf1}".utf8), Array("a\0b".utf8),
            [0xD6, 0xD0, 0xCE, 0xC4],
            Array("esc \u{1B}]0;x\u{7}".utf8),
        ])
    func unknown(bytes: [UInt8]) {
        #expect(FileType(bytes) == nil)
    }

    @Test(
        "A name loses its path and what harms a disk, and ends as its content calls for",
        arguments: [
            ("../../截图\u{202E}gnp.png", "截图gnp.png"), ("C:\\Users\\me\\shot.PNG", "shot.PNG"),
            ("shot.txt", "shot.txt.png"),
            (".htaccess", "htaccess.png"), ("CON", "_CON.png"), ("con.png", "_con.png"), ("", "file.png"),
            ("\u{3000}", "file.png"), ("a\r\nBcc: v@x.png", "aBcc_ v@x.png"), ("x.html", "x.html.png"),
            (String(repeating: "长", count: 100) + ".png", String(repeating: "长", count: 37) + "….png"),
        ])
    func names(given: String, expected: String) {
        #expect(FileName.cleaned(given, for: .png) == expected)
        #expect(FileName.cleaned(given, for: .png).utf8.count <= 120)
    }

    @Test(
        "A line that names a file is read as a terminal writes it",
        arguments: [
            ("/attach shot.png", "shot.png"), ("  /ATTACH  a b.png ", "a b.png"), ("/附件 截图.png", "截图.png"),
            ("／附件　截图.png", "截图.png"), ("/attach 'a b.png'", "a b.png"), ("/attach \"a b.png\"", "a b.png"),
            ("/attach a\\ b.png", "a b.png"), ("/attach", ""), ("/attach ~/x.png", "~/x.png"),
        ])
    func lines(line: String, path: String) {
        #expect(AttachLine(line)?.path == path)
    }

    @Test("Other lines name no file", arguments: ["attach shot.png", "/attachment", "/附件夹", "see /attach x", ""])
    func otherLines(line: String) {
        #expect(AttachLine(line) == nil)
    }
}
