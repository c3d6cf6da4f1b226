import CCurl
import Glibc

/// One conversation with an SMTP server, by libcurl.
enum SMTPSession {
    /// What came of it.
    struct Answer {
        /// libcurl's result; 0 where it saw nothing wrong.
        var result: UInt32
        /// The code of the last reply; a stale one where the connection broke before another came.
        var code: Int
        /// The server's line with that code, else libcurl's words for its result.
        var reply: String
    }

    /// Hands the mail over.
    ///
    /// Blocks for as long as the submission allows.
    static func submit(_ submission: Submission) -> Answer {
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let handle = curl_easy_init() else {
            return Answer(result: CURLE_FAILED_INIT.rawValue, code: 0, reply: "libcurl cannot be started")
        }
        defer { curl_easy_cleanup(handle) }
        var replies: UnsafeMutablePointer<CChar>?
        var count = 0
        guard let log = open_memstream(&replies, &count) else {
            return Answer(result: CURLE_OUT_OF_MEMORY.rawValue, code: 0, reply: "out of memory")
        }
        let result = perform(submission, handle, log)
        fclose(log)
        defer { free(replies) }
        var code = 0
        _ = helpline_curl_number(handle, CURLINFO_RESPONSE_CODE, &code)
        let said = line(of: code, in: replies, count)
        let words = result == CURLE_OK || code >= 400 ? said : String(cString: curl_easy_strerror(result))
        return Answer(result: result.rawValue, code: code, reply: words)
    }

    private static func perform(
        _ submission: Submission, _ handle: UnsafeMutableRawPointer, _ log: UnsafeMutablePointer<FILE>
    ) -> CURLcode {
        guard let recipients = curl_slist_append(nil, "<\(submission.recipient)>") else { return CURLE_OUT_OF_MEMORY }
        defer { curl_slist_free_all(recipients) }
        var mail = submission.mail
        return mail.withUnsafeMutableBytes { bytes in
            guard let body = fmemopen(bytes.baseAddress, bytes.count, "r") else { return CURLE_OUT_OF_MEMORY }
            defer { fclose(body) }
            let steps = [
                set(submission, handle),
                helpline_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients),
                helpline_curl_set_file(handle, CURLOPT_READDATA, body),
                helpline_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count)),
                helpline_curl_set_file(handle, CURLOPT_HEADERDATA, log),
            ]
            return steps.first { $0 != CURLE_OK } ?? curl_easy_perform(handle)
        }
    }

    /// Sets what is a text or a number; the first option that is not taken decides.
    private static func set(_ submission: Submission, _ handle: UnsafeMutableRawPointer) -> CURLcode {
        let level = submission.needsTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_USE_SSL, Int(level.rawValue)), (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_UPLOAD, 1), (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, submission.connecting),
            (CURLOPT_SERVER_RESPONSE_TIMEOUT, submission.answering), (CURLOPT_TIMEOUT, submission.altogether),
        ]
        let texts: [(CURLoption, String?)] = [
            (CURLOPT_URL, submission.url), (CURLOPT_PROTOCOLS_STR, "smtp,smtps"), (CURLOPT_PROXY, ""),
            (CURLOPT_MAIL_FROM, "<\(submission.sender)>"), (CURLOPT_CAINFO, submission.authorities),
            (CURLOPT_USERNAME, submission.user), (CURLOPT_PASSWORD, submission.password),
        ]
        let results =
            numbers.map { helpline_curl_set_number(handle, $0, $1) }
            + texts.compactMap { option, text in text.map { helpline_curl_set_text(handle, option, $0) } }
        return results.first { $0 != CURLE_OK } ?? CURLE_OK
    }

    /// The last reply with the code; after it the server may have said goodbye.
    private static func line(of code: Int, in replies: UnsafeMutablePointer<CChar>?, _ count: Int) -> String {
        let bytes = UnsafeRawBufferPointer(start: replies, count: count)
        let line = bytes.split { $0 == 0x0A || $0 == 0x0D }.last { $0.starts(with: String(code).utf8) }
        return line.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
