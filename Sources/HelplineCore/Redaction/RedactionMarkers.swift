/// What is written where a secret was.
public struct RedactionMarkers: Sendable, Hashable {
    private let words: [SecretKind: SafeText]

    /// Markers by kind; a kind without one gets that of `english`.
    public init(_ words: [SecretKind: SafeText]) {
        self.words = words
    }

    /// The marker of a kind.
    public subscript(kind: SecretKind) -> SafeText {
        words[kind] ?? Self.english.words[kind] ?? "[removed]"
    }

    /// A space for every secret.
    static let none = RedactionMarkers(Dictionary(uniqueKeysWithValues: SecretKind.allCases.map { ($0, " ") }))

    /// English markers.
    public static let english = RedactionMarkers([
        .seedPhrase: "[recovery phrase removed]",
        .privateKey: "[private key removed]",
        .keyOrHash: "[64 digits removed]",
        .password: "[password removed]",
        .code: "[code removed]",
        .card: "[card number removed]",
        .idNumber: "[id number removed]",
        .keystore: "[key file removed]",
        .named: "[removed]",
    ])

    /// Chinese markers.
    public static let chinese = RedactionMarkers([
        .seedPhrase: "[助记词已隐去]",
        .privateKey: "[私钥已隐去]",
        .keyOrHash: "[64位字符已隐去]",
        .password: "[密码已隐去]",
        .code: "[验证码已隐去]",
        .card: "[卡号已隐去]",
        .idNumber: "[证件号已隐去]",
        .keystore: "[密钥文件已隐去]",
        .named: "[已隐去]",
    ])
}
