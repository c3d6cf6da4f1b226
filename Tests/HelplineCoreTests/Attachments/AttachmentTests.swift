import Testing

@testable import HelplineCore

@Suite("Files for the e-mail") struct AttachmentTests {
    /// From the theft to the preview.
    private func preview() throws -> Chatter {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com"] { try chat.say(line) }
        #expect(chat.turn.replies.first?.kind == .preview)
        return chat
    }

    @Test("A file is named in the preview with its size, goes with the mail, and its bytes with the turn")
    func attach() throws {
        var chat = try preview()
        let said = try chat.say("", files: [SampleFile.picture("../截图.png")])
        #expect(said.count == 1)
        for part in ["<file_kept>截图.png", "34 KB", "<preview_files>", "<file_item>截图.png", "<preview_pictures>"] {
            #expect(said[0].contains(part), "\(part)")
        }
        #expect(chat.turn.files.map(\.bytes.count) == [34_000])
        #expect(chat.turn.changesFiles)
        let draft = try #require(chat.turn.replies.first?.draft)
        #expect(draft.attachments.map(\.string) == ["记录.txt", "截图.png"])
        #expect(draft.files.map(\.type) == [.png])
        #expect(draft.body.string.contains("附件：截图.png (34 KB)"))
        try chat.say("发送")
        #expect(chat.submitted?.files.map(\.file.name.string) == ["截图.png"])
        #expect(chat.turn.changesFiles == false)
        try chat.settle(.accepted(.sample, .queued))
        #expect(chat.conversation.fileNumbers == [])
    }

    @Test(
        "A file that cannot go is refused with its reason, and the draft stays as it was",
        arguments: [
            (OfferedFile(name: "a.png", bytes: []), FileRefusal.empty),
            (SampleFile.picture("a.png", size: 7_000_001), .tooLarge),
            (SampleFile.text("a.html", "<!doctype html>"), .type), (SampleFile.text("a.svg", "<svg/>"), .type),
            (OfferedFile(name: "a.exe", bytes: Array("MZ\0".utf8)), .type),
            (OfferedFile(name: "stub.png", bytes: Array(SampleFile.png.prefix(16))), .damaged),
            (SampleFile.text("long.txt", String(repeating: "a line\n", count: 40_000)), .longText),
            (SampleFile.text("my.txt", "my password is hunter2!"), .secret),
            (OfferedFile(name: "gone.png", unreadable: .missing), .missing),
            (OfferedFile(name: "fifo", unreadable: .notRegular), .notRegular),
        ])
    func refused(file: OfferedFile, reason: FileRefusal) throws {
        var chat = try preview()
        let before = chat.conversation.fileNumbers
        let said = try chat.say("", files: [file])
        #expect(said[0].contains("<\(reason.key.rawValue)>\(FileName.cleaned(file.name))"))
        #expect(chat.conversation.fileNumbers == before)
        #expect(chat.turn.files.isEmpty)
        #expect(chat.turn.replies.last?.state == .confirm)
        try chat.say("发送")
        #expect(chat.submitted?.files.isEmpty == true)
    }

    @Test("The sixth file is one too many, and room is counted over all")
    func many() throws {
        var chat = try preview()
        for mark in 1...5 { try chat.say("", files: [SampleFile.picture("\(mark).png", UInt8(mark))]) }
        #expect(try chat.say("", files: [SampleFile.picture("6.png", 6)])[0].contains("<file_too_many>6.png"))
        chat.environment.mailbox.files = FileLimits(count: 9, bytes: 190_000)
        #expect(try chat.say("", files: [SampleFile.picture("6.png", 6)])[0].contains("<file_too_large>6.png"))
        #expect(chat.conversation.fileNumbers == [1, 2, 3, 4, 5])
    }

    @Test("The same bytes are attached once")
    func twice() throws {
        var chat = try preview()
        try chat.say("", files: [SampleFile.picture("a.png")])
        let said = try chat.say("", files: [SampleFile.picture("b.png")])
        #expect(said[0].contains("<file_twice>b.png"))
        #expect(chat.conversation.fileNumbers == [1])
    }

    @Test("A recovery phrase in a text file keeps the file out, wherever it stands")
    func seedInFile() throws {
        var chat = try preview()
        let phrase = "abandon abandon abandon abandon abandon abandon\nabandon abandon abandon abandon abandon about"
        let log = "2026-11-22 start\n" + phrase + "\n2026-11-22 end\n"
        #expect(try chat.say("", files: [SampleFile.text("log.txt", log)])[0].contains("<file_secret>log.txt"))
        let bytes = chat.conversation.encoded()
        #expect(!String(decoding: bytes, as: UTF8.self).contains("abandon"))
    }

    @Test("A harmless log is attached as it is")
    func harmlessLog() throws {
        var chat = try preview()
        let log =
            "2026-11-22 09:00:01 open\n2026-11-22 09:00:07 error E-1043 while sending to 0x52908400098527886E0F7030069857D2E4169EE7\n"
        try chat.say("", files: [SampleFile.text("app.log", log)])
        #expect(chat.turn.files.map(\.bytes) == [Array(log.utf8)])
    }

    @Test(
        "A file is taken off by number and by name, and its number alone where there is one",
        arguments: [
            "删除附件 2", "删除附件2", "remove attachment 2", "remove attachment b.png",
        ])
    func remove(command: String) throws {
        var chat = try preview()
        for (name, mark) in [("a.png", 1), ("b.png", 2)] as [(String, UInt8)] {
            try chat.say("", files: [SampleFile.picture(name, mark)])
        }
        #expect(try chat.say(command)[0].contains("<file_removed>b.png"))
        #expect(chat.turn.changesFiles)
        #expect(chat.conversation.fileNumbers == [1])
        #expect(try chat.say("删除附件 9")[0].contains("<file_unknown>"))
        #expect(try chat.say("删除附件")[0].contains("<file_removed>a.png"))
        #expect(chat.conversation.fileNumbers == [])
    }

    @Test(
        "Cancelling, leaving and starting over let go of the files",
        arguments: [["取消"], ["再见", "再见"], ["重新开始"]])
    func letGo(commands: [String]) throws {
        var chat = try preview()
        try chat.say("", files: [SampleFile.picture("a.png")])
        for command in commands { try chat.say(command) }
        #expect(chat.conversation.fileNumbers == [])
        #expect(chat.turn.changesFiles)
    }

    @Test(
        "A picture of an identity document waits for a plain yes",
        arguments: [
            ("身份证正面.jpg", ""), ("my_passport.png", ""), ("id-card.png", ""), ("IMG_1.png", "我的自拍"),
        ])
    func identity(name: String, caption: String) throws {
        var chat = try preview()
        let said = try chat.say(caption, files: [SampleFile.picture(name)])
        #expect(said.last?.contains("<file_identity>") == true)
        #expect(try chat.say("是")[0].contains("<file_stays>"))
        #expect(chat.conversation.fileNumbers == [1])
        try chat.say(caption, files: [SampleFile.picture(name, 9)])
        #expect(try chat.say("不")[0].contains("<file_removed>"))
        #expect(chat.conversation.fileNumbers == [1])
        try chat.say(caption, files: [SampleFile.picture(name, 9)])
        try chat.say("发送")
        #expect(chat.submitted?.files.count == nil || chat.submitted?.files.count == 1)
        #expect(chat.conversation.fileNumbers == [1])
    }

    @Test("A picture whose words only look alike is no identity document")
    func noIdentity() throws {
        var chat = try preview()
        try chat.say("", files: [SampleFile.picture("passports-of-error.png")])
        #expect(chat.conversation.form?.unconfirmed == [])
    }

    @Test("Who speaks of an attachment and has none is asked once")
    func promised() throws {
        var chat = Chatter()
        for line in ["人工", "好", "转账失败了，见截图", "跳过", "跳过", "zhang@example.com"] { try chat.say(line) }
        #expect(chat.turn.replies.first?.kind == .preview)
        #expect(try chat.say("发送")[0].contains("<file_promised>"))
        #expect(chat.turn.replies[0].state == .confirm)
        try chat.say("发送")
        #expect(chat.submitted != nil)
    }

    @Test("Who has attached it is not asked")
    func keptPromise() throws {
        var chat = Chatter()
        for line in ["人工", "好", "转账失败了，见截图", "跳过", "跳过", "zhang@example.com"] { try chat.say(line) }
        try chat.say("", files: [SampleFile.picture("a.png")])
        try chat.say("发送")
        #expect(chat.submitted?.files.count == 1)
    }

    @Test(
        "A path is refused with a sentence where it would be the server's",
        arguments: [
            (Environment.FileWay.none, "<file_not_here>"), (.upload, "<file_upload>"),
        ])
    func paths(way: Environment.FileWay, expected: String) throws {
        var chat = try preview()
        chat.environment.fileWay = way
        #expect(try chat.say("/attach /etc/passwd")[0].contains(expected))
        #expect(chat.conversation.fileNumbers == [])
        #expect(chat.turn.replies.last?.state == .confirm)
    }

    @Test("A file that comes first begins the mail; one after the mail adds to it")
    func fileFirst() throws {
        var chat = Chatter()
        let said = try chat.say("", files: [SampleFile.picture("a.png")])
        #expect(said[0].contains("<file_kept>a.png"))
        #expect(chat.turn.replies.last?.slot == "consent")
        #expect(chat.conversation.fileNumbers == [1])
        try chat.say("不用")
        #expect(chat.conversation.fileNumbers == [])

        var later = try preview()
        try later.say("发送")
        try later.settle(.accepted(.sample, .queued))
        try later.say("", files: [SampleFile.picture("a.png")])
        #expect(later.turn.replies.first?.kind == .preview)
        try later.say("发送")
        #expect(later.submitted?.parent == .sample)
        let first = later.submitted?.contentHash
        try later.settle(.accepted(Reference(random: 7), .queued))
        try later.say("", files: [SampleFile.picture("b.png", 9)])
        try later.say("发送")
        #expect(later.submitted?.contentHash != first)
    }

    @Test("Words that come with a file are answered; a file that is no mail's is not kept")
    func captions() throws {
        var chat = Chatter()
        let said = try chat.say("手续费多少", files: [SampleFile.picture("a.png")])
        #expect(said[0].contains("<file_later>"))
        #expect(chat.turn.replies.contains { $0.kind == .answer })
        #expect(chat.turn.files.isEmpty)
        for line in ["人工", "好"] { try chat.say(line) }
        let answered = try chat.say("转账失败了", files: [SampleFile.picture("a.png")])
        #expect(answered[0].contains("<file_kept>a.png"))
        #expect(chat.conversation.form?.values["problem"]?.words.string == "转账失败了")
    }

    @Test("In a group nothing is attached")
    func group() throws {
        var chat = Chatter()
        try chat.say("", audience: .group, files: [SampleFile.picture("a.png")])
        #expect(chat.turn.files.isEmpty)
        #expect(chat.conversation.fileNumbers == [])
    }

    @Test("A secret in a file's name is masked")
    func secretName() throws {
        var chat = try preview()
        try chat.say("", files: [SampleFile.picture("4111 1111 1111 1111.png")])
        let name = try #require(chat.conversation.form?.files.first?.name.string)
        #expect(!name.contains("4111"))
        #expect(name.hasSuffix(".png"))
    }

    @Test("Files that are no longer kept leave the draft, and the user is told")
    func gone() throws {
        var chat = try preview()
        try chat.say("", files: [SampleFile.picture("a.png")])
        try chat.say("发送")
        #expect(try chat.settle(.filesGone([1]))[0].contains("<file_gone>a.png"))
        #expect(chat.turn.replies[0].state == .confirm)
        try chat.say("发送")
        #expect(chat.submitted?.files.isEmpty == true)
    }
}
