/// What a running server answers its operator.
public struct ControlAnswer: Sendable, Equatable {
    /// 0 where all is well; else the exit code of whoever asked.
    public var status: UInt8
    /// The answer, lines ended by LF.
    public var text: String

    /// Answers.
    public init(status: UInt8 = 0, _ text: String) {
        self.status = status
        self.text = text
    }

    /// The answer on the wire: the status on a line of its own, then the text.
    var bytes: [UInt8] { Array("\(status)\n\(text)".utf8) }

    /// Reads an answer; nil where it is none.
    init?(bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: 0x0A), let status = UInt8(String(decoding: bytes[..<end], as: UTF8.self))
        else { return nil }
        self.init(status: status, String(decoding: bytes[(end + 1)...], as: UTF8.self))
    }
}
