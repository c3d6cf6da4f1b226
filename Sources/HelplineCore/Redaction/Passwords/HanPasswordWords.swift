/// The words by which a Chinese clause behind 密码是 is told to speak of the password rather than to be it.
///
/// In simplified characters, as `FoldedLine` reads traditional ones as well; Cantonese words are among them.
enum HanPasswordWords {
    /// What a clause says of a password: no value has these words, unless letters or digits end it.
    static let talk = HanWordSet([verdicts, deeds, qualities, circumstances, questions].joined(separator: " "))

    /// Right or wrong, known or not.
    private static let verdicts = """
        对的 啱 正确 准确 没错 冇错 无误 有误 错的 错了 错咗 错嘅 错误 错$ ^错 输错 写错 记错 不对 不行 ^不是 ^不会 ^不能 ^不可 ^不要
        ^不用 ^不需 ^不该 ^不应 ^不让 ^不给 ^不好 ^不太 ^不止 ^不在 ^不同 ^不变 ^不够 ^不想 ^不说 ^不告 ^不支 ^不允 ^不方便 ^不安全
        ^不正 ^不一 不知 不记 不清 不一样 不让 不能登 唔记 唔知 ^唔系 ^唔得 ^唔可 ^唔会 ^唔同 ^唔好 ^唔啱 ^冇 ^未 ^无效 ^无法 ^没有 ^没问 ^没变
        ^没改 ^没设 ^没换 ^没忘 ^没记 ^没输 ^没收 ^没法 ^没用 ^没事 ^没人 ^没得 ^没了 ^没动 ^没试 ^没对 ^没告 ^没泄 没问题 没反应
        知道 晓得 记得 记住 记不 忘记 忘了 忘咗 忘掉 忘光 忘$ 告诉 找不 想不起
        """

    /// What was done to it, and what happens with it.
    private static let deeds = """
        改了 改过 改的 改咗 改成 改为 改不 改掉 改好 改完 改$ 换了 换过 换的 换咗 换成 换不 换掉 换一 换$ 重置 修改 更改 更换 找回
        取回 设置 设定 设的 设过 设了 设咗 设$ 设嘅 输入 输了 输对 输的 输$ 泄露 泄漏 外泄 ^被 被人 被盗 被改 被锁 被偷 被骗 被黑 俾人
        盗用 盗了 锁了 锁定 锁住 锁咗 解锁 冻结 封了 过期 失效 有效 无效 生效 通过 ^功 成功 失败 提示 显示 弹出 卡住 验证 登录 登陆 登入
        登出 注册 绑定 收到 收不 保存 记录 存在 写在 记在 放在 抄在 贴在 帮我 帮忙 申诉 投诉 请问 ^想问 ^问一 ^想改 ^求助 ^等一 ^稍等
        """

    /// What it is like.
    private static let qualities = """
        一样 相同 一致 同样 ^同一 同上 通用 共用 统一 随机 随便 默认 初始 自动 生成 临时 永久 固定 唯一 独立 必须 必填 必要 ^可以 可以的
        需要 ^应该 允许 支持 加密 明文 乱码 空白 ^空的 ^空$ 隐私 保密 秘密 信息 问题 关键 重点 核心 复杂 简单 容易 好猜 太短 太长 太弱 很强
        很长 很短 安全 未知 如下 如图 附件 数字 字母 大写 小写 大小写 英文 中文 字符 符号 特殊 位数 位的 位$ 开头 结尾 组成 加上 区分 长度
        """

    /// When, whose and where.
    private static let circumstances = """
        以前 之前 以后 之后 原来 原先 上次 昨天 今天 今日 前天 刚才 刚刚 最近 去年 前年 上周 上月 上个月 已经 一直 现在 而家 新的 ^旧的 ^老的
        ^新嘅 ^旧嘅 那个 嗰个 这个 呢个 那种 这种 某个 ^自己的 别人 人家 有人 我们 你们 他们 大家 系统 平台 官方 客服 软件 程序 服务器 网站
        邮箱 邮件 短信 电脑 浏览器 指纹 人脸 面容 密码 口令 账号 帐号 账户 帐户 助记 私钥 密钥 钱包 交易 支付 转账 提现 资产 全部 只有
        """

    /// Questions.
    private static let questions = """
        什么 啥 咩 乜 怎 咋 如何 为何 ^何 多少 多久 几位 几个 几多 几时 哪 边个 边度 谁 何时 点解 点样 点算 ^点改 ^点 还是 吗$ 呢$ 么$
        """

    /// What a password may be made of: said of it where nothing follows, else the beginning of the value.
    static let hints = HanWordSet(
        """
        生日 名字 姓名 拼音 电话 手机 号码 尾号 身份证 车牌 学号 证件 后六位 后四位 前六位 缩写 全拼 首字母 倒过来 反过来 倒着 倒序 组合
        纪念日 单词 成语 歌名 诗句 一句话 昵称 小名
        """)

    /// What may stand between the word for a password and the verb or colon that gives its value.
    static let leads = HanWordSet(
        """
        我 你 他 她 自己 的 嘅 记得 记着 平时 平常 一般 通常 老 前面 后面 前半 后半 打 敲 试 就 都 也 还 其实 应该 好像 可能 也许 大概 一直 当时 现在 而家 之前 以前 原来 原本 本来 后来 最初 一开始 开始 那时候
        那时 当初 今 新 旧 老 设 设置 设定 改 更改 修改 换 更换 变 写 填 输 输入 取 起 定 用 弄 搞 存 了 咗 过 成 为 做 作 是 系
        """)

    /// What may stand between the word for a password and a value of Han characters that no verb gives.
    static let bareLeads = HanWordSet("就 就叫 叫 设 设了 设定 设置")

    /// What counts the characters of a value behind it.
    static let counted = HanWordSet("三个字$ 四个字$ 五个字$ 六个字$ 七个字$ 八个字$ 四个汉字$ 五个汉字$")

    /// Characters that a sentence about passwords has, and a value without a verb before it has not.
    static let sentenceHan = HanVerbs.units(
        """
        的了吗呢吧啊么没无未不唔冇是在有跟和与或被把给让叫对错会能可要想需应该得着过又再也还才老总每很太真怎什哪谁几多少忘丢改换输登录设置重试提示问题失效保护
        管理强度长格式规则限制键盘页界框链接找回泄露全验证手势指纹令算类型入方式流程服务功系统器时候难记简单复杂正确部里外前后锁坏掉死崩卡慢快解支付易钱包新旧
        已被都只差错乱码明文加密客服帮请问求谢急好用完成功位数字母符号码登进去就闪退跳转圈黑屏白弹变少短双击点按消停住刷嘅咗喺哋佢嚟啲咁嗰呢咩乜點点
        """)

    /// What makes of the word for a password the name of a matter: 忘记密码：…, 关于密码：….
    static let matters = HanWordSet(
        "强$ 忘记$ 忘了$ 忘$ 唔记得$ 丢了$ 修改$ 更改$ 改$ 换$ 更换$ 重置$ 找回$ 取回$ 恢复$ 关于$ 取消$ 关闭$ 问$ 查$ 要$")

    /// With what another clause begins behind a value, without a mark between.
    static let turns = HanWordSet(
        """
        但是 可是 但系 但登 但入 不过 为什么 为咩 点解 怎么 咋 还是 却 结果 然后 所以 因为 帮我 请帮 麻烦 求助 谢谢 多谢 能不能 可以吗 对吗 是吗 对不对
        现在 不认 之后 以后 无法 不能 不让 报错 用不 没法 不管用 不好使 没反应 失败 错误 却 有问题 是不是 啱唔啱 登不 登录不 登陆不 登入不 进不 入唔 登唔 提示 一直 总是 老是 不对 不行 唔得 登录 试了 都不
        """)

    /// What begins a part of a line, behind a space, that is no more of the value.
    static let others = HanWordSet(
        "^帮 ^请 ^求 ^我 ^你 ^他 ^她 ^怎 ^登 ^但 ^可 ^谢 ^急 ^在 ^有 ^为 ^也 ^都 ^还 ^就 ^不 ^没 ^唔 ^冇 ^一直 ^总 ^老是 ^试 ^麻烦 ^然后 ^结果 ^手机")

    /// Words of somebody who cannot get in.
    static let logins = HanWordSet("登不 登录 登陆 登入 登唔 进不 入唔 解锁 解唔 打不开 都不 都唔 也不 还是不 不行 唔得 不对 错误")

    /// What makes a password of what stands before it: woaini这个密码.
    static let thisPassword = HanWordSet("这个密码 那个密码 呢个密码 嗰个密码 这密码 的密码 这个口令")

    /// What stands before a name of a place, a program or a person.
    static let whereabouts = HanVerbs.units("在从到去过跟和与像装开下载")

    /// What makes of the words before it a program, a device or a site.
    static let holders = HanWordSet(
        "上 里 中 版 账号 帐号 浏览器 软件 客户端 网站 平台 邮箱 手机 电脑 密码管理 自动 登录 钱包 应用 程序 的时候 功能 按钮")

    /// What people say to a bot.
    static let smallTalk = HanWordSet(
        """
        你好 您好 谢谢 多谢 好的 ^好$ 在吗 取消 菜单 人工 发送 跳过 返回 是的 没有 继续 帮忙 请 麻烦 急 客服 怎 手续费 到账 转账 昨天 今天 问题 有人
        早上好 下午好 晚上好 再见 收到 明白 可以 不用 算了 等等 稍等 ^嗯 ^哦 ^对$ ^是$
        """)

    /// What points at something else than a value before 是我的密码.
    static let pointers = HanWordSet("^这 ^那 ^哪 ^谁 ^上面 ^下面 ^刚 ^前面 ^后面 ^我怀 ^我觉 ^我想 ^他 ^她 ^对方 ^骗子 ^黑客 ^主要 ^最 ^就 ^也")

    /// The verbs and complements of 登不上, 进不去, 想唔起.
    static let verbs = HanVerbs.units("登进打用过上改换输收找记想认解设点填通试导转提充付连发退入出验识查录陆证别")
    static let complements = HanVerbs.units("上了去开进到回得住起出过来清着动通成完掉下入")
    static let negations = HanVerbs.units("不唔")
    /// What ends a clause that says of what kind a password is.
    static let attributive = HanVerbs.units("的嘅㗎")
    /// What stands between the word for a password, or a verb of trying, and a value.
    static let links = HanVerbs.units("是为系成叫做的了过咗入用")
    /// What may end a clause behind a value.
    static let particles = HanVerbs.units("啊哦呀哈喔啦咯噢呐嘞了嘛吧咗")
}
