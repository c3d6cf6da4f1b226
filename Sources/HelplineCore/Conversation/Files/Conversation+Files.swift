internal import PatternSet

/// Files for the e-mail: taking them, taking them back, and asking where one was promised.
///
/// A form knows of its files what a preview needs; their bytes go with the turn to the ledger, and leave it with the
/// draft.
extension Conversation {
    /// The files of the drafts, by their numbers; the ledger keeps these and no others.
    public var fileNumbers: [Int] {
        ([form].compactMap(\.self) + suspended).flatMap(\.files).map(\.number)
    }

    // MARK: - Taking

    /// Takes the files of a message, and answers its words.
    ///
    /// Files alone begin a mail, or add to the one that was sent. Words that come with them are answered first, and
    /// where they are no mail's, the files are not kept.
    mutating func attach(_ offered: [OfferedFile], _ line: Line, using scratch: inout MatchScratch) -> Turn {
        let isCaption = !line.text.isEmpty && line.command == nil
        guard form?.owner == .email || !isCaption else {
            var turn = reply(to: line, using: &scratch)
            tell(stamped(line.voice.reply(.notice, [line.voice.say(.fileLater)])), in: &turn)
            return turn
        }
        let before = self
        let begun = form?.owner == .email ? nil : beginMailForFiles(line.voice)
        let (kept, notes) = screen(offered, line, using: &scratch)
        if kept.isEmpty, begun != nil { self = before }
        let notice = line.voice.reply(.notice, notes)
        var turn: Turn
        if let question = identityQuestion(line.voice) {
            turn = Turn(replies: [stamped(notice), question])
        } else if isCaption {
            turn = reply(to: line, using: &scratch)
            tell(stamped(notice), in: &turn)
        } else if form?.stage == .confirming, !kept.isEmpty {
            turn = showPreview(line.voice, lead: notice.text)
        } else if let begun, !kept.isEmpty {
            turn = Turn(replies: [stamped(notice)] + begun.replies)
        } else {
            turn = withQuestion([notice], line.voice)
        }
        turn.files = kept
        return turn
    }

    /// A mail for files that came without one: an addition to the last one sent, else a new one.
    private mutating func beginMailForFiles(_ voice: Voice) -> Turn {
        guard form == nil, let last = mails.last else {
            return startMail(topic: nil, intro: voice.say(.mailIntro), kind: .question, voice)
        }
        form = addition(to: last)
        form?.stage = .confirming
        return Turn(replies: [])
    }

    /// The files that go with the mail, and a sentence about each.
    private mutating func screen(
        _ offered: [OfferedFile], _ line: Line, using scratch: inout MatchScratch
    ) -> ([KeptFile], [SafeText]) {
        let limits = line.environment.mailbox.files
        let screening = FileScreening(limits: limits, knowledge: line.knowledge)
        var kept: [KeptFile] = []
        var notes: [SafeText] = []
        for file in offered {
            let files = form?.files ?? []
            switch screening.examine(file, beside: files, using: &scratch) {
            case .failure(let reason):
                notes.append(sentence(on: reason, screening.name(of: file, nil), limits, line.voice))
            case .success(let (attached, _)) where files.contains { $0.digest == attached.digest }:
                notes.append(line.voice.say(.fileTwice, ["name": attached.name]))
            case .success(let (attached, bytes)):
                form?.files.append(attached)
                kept.append(bytes)
                if looksLikeIdentity(attached, line) { form?.unconfirmed.append(attached.number) }
                let values: [SlotID: SafeText] = ["name": attached.name, "size": attached.readableSize]
                notes.append(line.voice.say(.fileKept, values))
            }
        }
        return (kept, notes)
    }

    private func sentence(
        on reason: FileRefusal, _ name: SafeText, _ limits: FileLimits, _ voice: Voice
    ) -> SafeText {
        let limit: String =
            switch reason {
            case .tooMany: String(limits.count)
            case .longText: "\(FileLimits.longestText / 1024) KB"
            default: "\(limits.bytes / 1_000_000) MB"
            }
        return voice.say(reason.key, ["name": name, "limit": SafeText(trusting: limit)])
    }

    // MARK: - Identity documents

    /// Whether a picture is of an identity card, a passport or a face, by its name and by the words that came with it.
    private func looksLikeIdentity(_ file: AttachedFile, _ line: Line) -> Bool {
        !file.type.isReadable
            && [file.name.string, line.safe.string].contains { line.voice.names(.identityWords, in: $0) }
    }

    /// The warning, and whether to keep the picture all the same; nil where none waits for that.
    private func identityQuestion(_ voice: Voice) -> Reply? {
        guard let form, !form.unconfirmed.isEmpty else { return nil }
        let names = form.files.filter { form.unconfirmed.contains($0.number) }.map(\.name)
        let list = names.joined(separator: SafeText(trusting: ", "))
        return stamped(voice.reply(.question, [voice.say(.fileIdentity, ["name": list])]))
    }

    /// The word on a picture of an identity document: it stays on a plain yes alone, and who says “maybe” is asked once
    /// more.
    mutating func settleIdentity(_ line: Line, using scratch: inout MatchScratch) -> Turn? {
        guard var pending = form, !pending.unconfirmed.isEmpty else { return nil }
        if let turn = askIdentityAgain(line) { return turn }
        let doubtful = pending.unconfirmed
        pending.unconfirmed = []
        if line.command?.means(.yes) == true {
            form = pending
            return continueMail(line.voice, lead: line.voice.say(.fileStays))
        }
        let names = pending.files.filter { doubtful.contains($0.number) }.map(\.name)
        pending.files.removeAll { doubtful.contains($0.number) }
        form = pending
        let dropped = line.voice.say(.fileRemoved, ["name": names.joined(separator: SafeText(trusting: ", "))])
        if line.command?.means(.no) == true || line.text.isEmpty { return continueMail(line.voice, lead: dropped) }
        var turn = reply(to: line, using: &scratch)
        tell(stamped(line.voice.reply(.notice, [dropped])), in: &turn)
        return turn
    }

    /// The warning once more, where a few words decide nothing: “maybe”, 可能吧.
    private func askIdentityAgain(_ line: Line) -> Turn? {
        let unclear = line.voice.say(.invalidAnswer)
        guard line.command == nil, !line.text.isEmpty, line.text.scalarCount <= 12, !line.ranked.isUnderstood,
            line.redaction.findings.isEmpty, let asked = history.dropLast().last,
            !asked.text.string.hasPrefix(unclear.string), let form,
            currentSlot(form, line.knowledge).map({ $0.takesText || recognize($0, line) == nil }) ?? true,
            let again = identityQuestion(line.voice)
        else { return nil }
        return Turn(replies: [line.voice.reply(again.kind, [unclear, again.text])].map(stamped))
    }

    /// The preview or the pending question, after a word about a file.
    private mutating func continueMail(_ voice: Voice, lead: SafeText) -> Turn {
        guard let form, form.stage != .confirming else { return showPreview(voice, lead: lead) }
        return Turn(replies: [question(form, voice, lead: lead, isAgain: true)])
    }

    /// Says something before everything else; where an effect comes first, it waits for its words.
    private mutating func tell(_ reply: Reply, in turn: inout Turn) {
        if turn.effect == nil { turn.replies.insert(reply, at: 0) } else { foreword.append(reply) }
    }

    // MARK: - Paths, and taking back

    /// `/attach FILE`, where nothing is read by its path: nothing here may open a file of the machine that serves.
    func refusePath(_ line: Line, typed text: String) -> Turn? {
        guard let command = AttachLine(text) else { return nil }
        let voice = line.voice
        let key: TextKey =
            switch line.environment.fileWay {
            case .path where command.path.isEmpty: .fileHow
            case .path, .none: .fileNotHere
            case .upload: .fileUpload
            }
        return withQuestion([voice.reply(.notice, [voice.say(key)])], voice)
    }

    /// `remove attachment 1`, also by its name; nil where no mail is being written.
    mutating func removeFile(_ argument: Range<Int>, _ line: Line) -> Turn? {
        guard let pending = form, pending.owner == .email else { return nil }
        let voice = line.voice
        let words = String(decoding: line.text.bytes[argument], as: UTF8.self).lowercased()
        let place = Int(words).map { $0 - 1 } ?? (words.isEmpty && pending.files.count == 1 ? 0 : nil)
        let named = pending.files.firstIndex { !words.isEmpty && $0.name.string.lowercased().contains(words) }
        guard let index = place ?? named, pending.files.indices.contains(index) else {
            let list = pending.files.isEmpty ? voice.say(.fileNone) : voice.fileList(pending.files)
            return withQuestion([voice.reply(.notice, [voice.say(.fileUnknown), list])], voice)
        }
        let file = pending.files[index]
        form?.files.remove(at: index)
        return continueMail(voice, lead: voice.say(.fileRemoved, ["name": file.name]))
    }

    // MARK: - Before sending

    /// Asks, once, where the words promise a file and none is attached.
    mutating func askForPromisedFile(_ form: Form, _ voice: Voice) -> Turn? {
        guard form.files.isEmpty, !form.hasAskedForFile else { return nil }
        let texts = ["problem", "steps", "evidence", "tried"].compactMap { form.values[SlotID($0)]?.words.string }
        guard texts.contains(where: { voice.names(.fileWords, in: $0) }) else { return nil }
        self.form?.hasAskedForFile = true
        return say(.notice, [voice.say(.filePromised), voice.say(voice.fileHint)].joined(separator: "\n"), voice)
    }

    /// The bytes of files are no longer kept; the mail is shown once more without them.
    mutating func filesGone(_ numbers: [Int], _ voice: Voice) -> Turn {
        let gone = form?.files.filter { numbers.contains($0.number) }.map(\.name) ?? []
        form?.files.removeAll { numbers.contains($0.number) }
        return showPreview(
            voice, lead: voice.say(.fileGone, ["name": gone.joined(separator: SafeText(trusting: ", "))]))
    }
}

extension Voice {
    /// The files by number, as the preview lists them: `1. shot.png (34 KB)`.
    func fileList(_ files: [AttachedFile]) -> SafeText {
        let items = files.enumerated().map { place, file in
            say(
                .fileItem,
                ["number": SafeText(trusting: "\(place + 1)"), "name": file.name, "size": file.readableSize])
        }
        return items.joined(separator: "\n")
    }

    /// How files are given here.
    var fileHint: TextKey {
        switch environment.fileWay {
        case .path: .fileHow
        case .upload: .fileUpload
        case .none: .fileReply
        }
    }
}
