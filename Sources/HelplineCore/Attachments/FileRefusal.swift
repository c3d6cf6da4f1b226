/// Why a file does not go with a mail.
public enum FileRefusal: Error, Sendable, Equatable, CaseIterable {
    /// There is no such file.
    case missing
    /// It is a folder, a device, a pipe or a link to another place.
    case notRegular
    /// It may not be read, or reading failed.
    case unreadable
    /// It holds nothing.
    case empty
    /// It holds more than a mail may, alone or with the files that are attached already.
    case tooLarge
    /// The mail has as many files as it may.
    case tooMany
    /// It is none of the types that are only looked at or read.
    case type
    /// It begins as a picture and holds none: cut off on the way, or only its first bytes.
    case damaged
    /// It is a text longer than can be searched for secrets at once.
    case longText
    /// It is a text with a secret in it.
    case secret

    /// The pack's sentence.
    var key: TextKey {
        switch self {
        case .missing: .fileMissing
        case .notRegular: .fileNotRegular
        case .unreadable: .fileUnreadable
        case .empty: .fileEmpty
        case .tooLarge: .fileTooLarge
        case .tooMany: .fileTooMany
        case .type: .fileType
        case .damaged: .fileDamaged
        case .longText: .fileLongText
        case .secret: .fileSecret
        }
    }
}
