import HelplineCore

/// What `helpline-smtp` tells of a try: libcurl's result, the code of the server's last reply, and words.
struct SMTPAnswer: Equatable {
    /// libcurl's result (libcurl-errors(3)); 0 where it saw nothing wrong.
    var result: Int
    /// The last reply's code; where the line broke it is one of an earlier command.
    var code: Int
    /// The last reply, else libcurl's words.
    var words: String

    /// Describes an answer.
    init(result: Int, code: Int, words: String) {
        self.result = result
        self.code = code
        self.words = words
    }

    /// Reads the helper's output; nil where it is none.
    init?(_ output: [UInt8]) {
        let lines = output.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = lines[0].split(separator: 0x20).map { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 2, let result = numbers[0], let code = numbers[1] else { return nil }
        let words = lines.count > 1 ? String(decoding: lines[1], as: UTF8.self) : ""
        self.init(result: result, code: code, words: words.headerText(limit: 300))
    }

    /// Results that only the operator can mend: an unknown protocol, a malformed URL, no TLS where it is required, a
    /// login that was denied, a certificate that is missing or not to be trusted.
    private static let faultsOfConfiguration: Set<Int> = [
        1, 2, 3, 4, 53, 54, 58, 59, 60, 64, 66, 67, 77, 82, 83, 90, 91,
    ]

    /// What it means for the mail.
    func result(
        at place: String, after mail: LeasedMail, _ moment: Timestamp, _ backoff: Backoff
    ) -> DeliveryResult {
        let reason = "\(place): \(words) (libcurl \(result), SMTP \(code))"
        if result == 0, code == 250 { return .delivered("\(place): \(words)") }
        // A login may be refused for a moment only: 454 (RFC 4954 section 6).
        let isRefusedForNow = (400..<500).contains(code)
        if [530, 534, 535, 538].contains(code) || (Self.faultsOfConfiguration.contains(result) && !isRefusedForNow) {
            return .held(reason)
        }
        if (500..<600).contains(code) { return .failed(reason) }
        return backoff.result(after: mail, at: moment, reason: reason)
    }
}
