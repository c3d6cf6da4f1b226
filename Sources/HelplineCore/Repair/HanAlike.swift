/// Which Han characters are taken for one another: those that sound alike, and those that look alike.
struct HanAlike: Sendable {
    /// The tables, made at the first message that nothing else explains.
    static let shared = HanAlike()

    /// The characters that have a place in the tables; the data names no other.
    private static let common = 0x4E00..<0xA000 as Range<UInt32>
    private static let none = UInt16.max

    /// The number of the sound of each common character.
    private var sounds = [UInt16](repeating: none, count: common.count)

    /// The place in ``families`` of each common character.
    private var looks = [UInt16](repeating: none, count: common.count)
    private var families: [[Unicode.Scalar]] = []

    private init() {
        var number: UInt16 = 0
        for group in SoundData.groups.split(whereSeparator: \.isWhitespace) {
            for scalar in group.unicodeScalars {
                if let place = Self.place(of: scalar) { sounds[place] = number }
            }
            if !group.hasSuffix("-") { number += 1 }
        }
        for group in Self.lookGroups.split(whereSeparator: \.isWhitespace) {
            for one in group.unicodeScalars {
                guard let place = Self.place(of: one) else { continue }
                if looks[place] == Self.none {
                    looks[place] = UInt16(families.count)
                    families.append([])
                }
                families[Int(looks[place])] += group.unicodeScalars.filter { $0 != one }
            }
        }
    }

    /// The place of a common character in a table, nil for any other.
    private static func place(of scalar: Unicode.Scalar) -> Int? {
        common.contains(scalar.value) ? Int(scalar.value - common.lowerBound) : nil
    }

    /// The number of a character's sound, the same for all that sound alike.
    ///
    /// A rare character has a sound of its own.
    func sound(_ scalar: Unicode.Scalar) -> UInt32 {
        guard let place = Self.place(of: scalar), sounds[place] != Self.none else { return scalar.value + 0x1_0000 }
        return UInt32(sounds[place])
    }

    /// The characters that look much like one.
    func lookalikes(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        guard let place = Self.place(of: scalar), looks[place] != Self.none else { return [] }
        return families[Int(looks[place])]
    }

    /// Characters that are mistaken for one another by their shape, in groups.
    private static let lookGroups = """
        币市巾 未末 己已巳 土士 人入八 日曰 天夭 千干于 刀力 见贝 盗盔 录绿 转砖传 提堤题 冻东栋 结给 验险检俭捡 证正 卸御卿
        授受 拨拔拢 折拆析 候侯 陆路 钱线浅线残 包句 费贵责 续读绩 手毛 词祠洞 私和松 钥玥 网冈 络洛格 骗偏编遍 客容 服报
        诈炸作昨 码妈玛 密蜜 账帐胀 号号兮 户尸护 冲充 值直植 提是 现观视 额颜 确硝 认队 认议 没设投 收牧 到倒 失矢夫 败贩
        取职 消清 请清情晴 查杳 询洵 邮油 件伴 复夏 地他 址扯 联职 系糸 改攻 更便 换挽 绑帮梆 定锭 登橙 陌佰 异导 常尝
        安按案 全金 风凤 限很 制刺 封卦 禁楚 解角 锁琐 忘望志 记纪己 丢去 失朱 备奋 份分 恢灰 重量 置罟 慢漫 等寺
        """
}
