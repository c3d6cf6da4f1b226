import Foundation
import HelplineCore

/// Reads a mail without files back, the little that tests of single mails need; ``PythonJudge`` is the real reader.
enum MailReading {
    /// The text, its lines as they came.
    static func text(_ mail: ComposedMail) -> String? {
        let bytes = Data(mail.bytes)
        guard let gap = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
        let body = bytes[gap.upperBound...]
        if Sample.field("Content-Transfer-Encoding", mail) == "7bit" { return String(data: body, encoding: .utf8) }
        return Data(base64Encoded: body, options: .ignoreUnknownCharacters).flatMap {
            String(data: $0, encoding: .utf8)
        }
    }
}
