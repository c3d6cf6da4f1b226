internal import PatternSet

/// Looks at a file before anything of it is kept.
///
/// A text with a secret is refused and not masked: whoever has a recovery phrase in a file must know that it lies
/// there, and a log that was altered on the way would be no evidence.
struct FileScreening {
    let limits: FileLimits
    let knowledge: KnowledgeBase

    /// The file as it goes with the mail, and its bytes.
    ///
    /// Costs time in proportion to the file; of texts, which are searched for secrets, only short ones are taken.
    func examine(
        _ file: OfferedFile, beside others: [AttachedFile], using scratch: inout MatchScratch
    ) -> Result<(AttachedFile, KeptFile), FileRefusal> {
        let bytes: [UInt8]
        switch file.content {
        case .bytes(let content): bytes = content
        case .unreadable(let reason): return .failure(reason)
        }
        guard !bytes.isEmpty else { return .failure(.empty) }
        guard others.count < limits.count else { return .failure(.tooMany) }
        guard bytes.count <= limits.bytes - others.reduce(0, { $0 + $1.size }) else { return .failure(.tooLarge) }
        guard let type = FileType(bytes) else { return .failure(.type) }
        guard PictureHeader.isWhole(bytes, of: type) else { return .failure(.damaged) }
        if type.isReadable {
            guard bytes.count <= FileLimits.longestText else { return .failure(.longText) }
            guard !holdsSecret(String(decoding: bytes, as: UTF8.self), using: &scratch) else {
                return .failure(.secret)
            }
        }
        let number = (others.map(\.number).max() ?? 0) + 1
        let attached = AttachedFile(
            number: number, name: name(of: file, type), type: type, size: bytes.count, digest: Self.digest(bytes))
        return .success((attached, KeptFile(number: number, bytes: bytes)))
    }

    /// The name as it may be shown and sent.
    func name(of file: OfferedFile, _ type: FileType?) -> SafeText {
        var memory = RedactionMemory()
        let safe = knowledge.redactor.redact(file.name, memory: &memory).text.string
        return SafeText(trusting: type.map { FileName.cleaned(safe, for: $0) } ?? FileName.cleaned(safe))
    }

    private func holdsSecret(_ text: String, using scratch: inout MatchScratch) -> Bool {
        var memory = RedactionMemory()
        if !knowledge.redactor.redact(text, memory: &memory).isEmpty { return true }
        guard !knowledge.content.secrets.isEmpty else { return false }
        return !NamedSecrets.find(in: NormalizedText(text), with: knowledge, using: &scratch).isEmpty
    }

    /// FNV-1a, 64 bits.
    private static func digest(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
