/// What a secret is.
public enum SecretKind: String, Sendable, Hashable, CaseIterable {
    /// Words of a recovery phrase (BIP-39).
    case seedPhrase
    /// A private key: hexadecimal, WIF, the xprv family, PEM.
    case privateKey
    /// 64 hexadecimal digits of which nothing tells whether they are a private key or a transaction id.
    case keyOrHash
    /// A password or PIN.
    case password
    /// A one-time code.
    case code
    /// The number of a payment card.
    case card
    /// The number of a Chinese resident identity card.
    case idNumber
    /// An encrypted key file.
    case keystore
    /// What a pattern of the pack names.
    case named
}
