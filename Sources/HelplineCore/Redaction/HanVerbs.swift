/// The Chinese verbs that join a secret with the word for it, as `FoldedLine` reads them.
enum HanVerbs {
    /// What says what something is: 是, 为, 係 (which is 系 in simplified characters).
    static let being = units("是为係系")
    /// What says what something serves as, behind it: X是我的密码, 用X当密码.
    static let serving = units("是系当做作为成")
    /// Whether a verb says what is done with a password: 试, 输, 填, 打, 敲, 用, 写.
    static func isEntering(_ unit: UInt32) -> Bool {
        switch unit {
        case 0x8BD5, 0x8F93, 0x586B, 0x6253, 0x6572, 0x7528, 0x5199: true
        default: false
        }
    }
    /// What may stand between such a verb and its object: 输入了, 用的是.
    static let aspects = units("过了的是咗入用我嘅")

    static func units(_ text: String) -> Set<UInt32> { Set(FoldedLine(text).units) }
}
