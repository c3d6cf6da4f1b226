/// The few sentences that the server itself says, in both languages of the first packs: at such a moment nobody knows
/// the language of whoever is there.
enum ServerWords {
    static let sendUTF8 = "Please send UTF-8 text; this looks like GB 18030. 请使用 UTF-8 编码发送，这一行像是 GB 18030 编码。"
    static let noHTTP = "This port speaks lines of text, not HTTP. 此端口只收发文本行，不支持 HTTP。"
    static let noTLS = "This port speaks plain lines of text, not TLS. 此端口只收发明文文本行，不支持 TLS。"
    static let onlyTLS = "This port speaks TLS only, not plain lines of text. 此端口只接受 TLS 连接，不接受明文。"
    static let stopping = "The service is about to stop; please come back in a minute. 服务即将停止，请稍后再来。"

    /// What somebody reads who is not let in.
    static func refusal(_ refusal: Admission.Refusal) -> String {
        switch refusal {
        case .full: "Too many connections; please come back in a minute. 连接太多，请稍后再试。"
        case .network: "Too many connections from your network; please close one first. 来自您网络的连接太多，请先关闭一个。"
        case .pace: "Too many new connections from your network; please wait a minute. 来自您网络的新连接太频繁，请稍等一分钟。"
        }
    }
}
