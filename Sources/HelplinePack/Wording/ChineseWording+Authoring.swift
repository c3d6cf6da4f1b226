/// What is said to an author who tests, rehearses and begins an intent.
extension ChineseWording {
    static let transcripts: [String: String] = [
        "the reply lacks %": "回复里没有 %",
        "the reply has %": "回复里出现了 %",
        "there is no reply": "没有回复",
        "the intent is %, not %": "意图是 %，不是 %",
        "the question is %, not %": "问题是 %，不是 %",
        "the state is %, not %": "状态是 %，不是 %",
        "no mail was accepted": "没有邮件被受理",
        "a mail was accepted": "有一封邮件被受理了",
        "the mail lacks %": "邮件里没有 %",
        "a transcript is a list of conversations, each beginning with “- name:”": "对话记录是对话的列表，每段以 “- name:” 开头",
        "“steps” is a list, each entry beginning with “- user:”": "“steps” 是列表，每一项以 “- user:” 开头",
        "a step has no text for “user”": "有一步没有写 “user” 说了什么",
        "“after” is a number with s, m, h or d": "“after” 是数字加 s、m、h 或 d",
        "write 20m for twenty minutes": "二十分钟写成 20m",
        "there is no such file, or it cannot be read": "没有这个文件，或者读不了",
        "once it is kept between its lines and each comes again: %": "行与行之间保存再读回、每行都重发之后：%",
        "see what was said above": "说了什么见上面",
        "no reply names the intent %": "没有回复会写意图 %",
        "no question is called %": "没有叫 % 的问题",
        "replies name it %, as its “reports_as” says": "按它的 “reports_as”，回复里写的是 %",
        "it is talk beside the matter, and such replies name no intent; write none":
            "它是闲聊，这类回复不写意图；请写 none",
        "this step stands on one line with others, so it is not recorded": "这一步和别的写在同一行，所以没有记录",
        "write “- user: …” on a line of its own": "请把 “- user: …” 单独写一行",
        "no example and no transcript reaches the intent %": "没有例句也没有对话记录问到意图 %",
        "no example and no transcript is found by this pattern": "没有例句也没有对话记录用到这条正则",
        "no transcript comes to the question %": "没有对话记录走到问题 %",
        "no transcript shows % in %": "没有对话记录出现过 %2 的%1",
        "play it in a transcript: write what leads there, then “helpline test --update”":
            "请写一段走到这里的对话，再运行 “helpline test --update”",
        "add what users type to “examples”, or take it out": "请把用户会打的话加进 “examples”，或者删掉它",
        "intents": "意图", "patterns": "正则", "questions": "问题", "texts": "文本",
        "% of %": "%2 个里有 %1 个",
        "% cannot go on: %": "% 进行不下去：%",
        "%, step %: %": "%，第 % 步：%",
    ]

    /// What an author is told beside a rehearsal.
    static let booth: [String: String] = [
        "Rehearsal: mails are shown and reach nobody.": "排练：邮件只显示，不会寄给任何人。",
        "Rehearsal: mails are shown and reach nobody. /why tells why the last message was taken so, /state what is pending, /reload reads the pack anew.":
            "排练：邮件只显示，不会寄给任何人。/why 说明上一句为什么这样理解，/state 说明正在等什么，/reload 重新读取内容包。",
        "Nothing was said yet; type a message first.": "还没有说过话；请先打一句。",
        "read as “%”, language %": "读作 “%”，语言 %",
        "the whole line is a command: %": "整行是命令：%",
        "it shows haste and asks nothing": "它只是着急，没有问什么",
        "it speaks of somebody else's product": "它说的是别家的产品",
        "no pattern of any question matches": "没有哪个问题的正则匹配得上",
        "it answers the pending question “%”: %": "它回答了等着的问题 “%”：%",
        "the pending question “%” did not understand it; try %": "等着的问题 “%” 没看懂它；第 % 次",
        "the question “%” waits on; it was no answer to it": "问题 “%” 还在等；这句不是它的回答",
        "the question “%” was interrupted and will be asked again": "问题 “%” 被打断了，之后会再问",
        "the question “%” was pending before, and is so no more": "问题 “%” 之前在等，现在不等了",
        "% messages, % in a row not understood, language %": "% 句，连续 % 句没听懂，语言 %",
        "pending: %": "正在等：%", "pending: nothing": "没有在等什么", "interrupted: %": "被打断的：%",
        "talked about: %, for % more messages": "正在谈：%，还有 % 句",
        "offered by number: %": "按数字可选：%", "the e-mail": "邮件", "nothing known yet": "还不知道什么",
        "%; %": "%；%", "%, question “%”, % wrong answers; %": "%，问题 “%”，答错 % 次；%",
        "The pack has errors, so the one before stays in use; mend them and save.":
            "内容包有错误，所以继续用之前的；改好再保存即可。",
        "The pack was read anew: %. The conversation goes on.": "重新读取了内容包：%。对话继续。",
        "normalised  %": "规范化    %", "language    %": "语言      %", "answered    %": "回答      %",
        "answered    nothing; offered: %": "回答      没有；备选：%", "answered    nothing": "回答      没有",
        "about       somebody else's product": "关于      别家的产品", "about       haste only": "关于      只是着急",
        "helpline: “%” is new or has changed and is proved first; the next start is immediate.":
            "helpline：“%”是新的或有改动，先检查一遍；下次启动就不用等了。",
        "helpline: “%” is proved first.": "helpline：先检查“%”。",
        "small talk": "闲聊", "words of care": "关心的话", "a bound ended the matching early": "匹配到了上限，提前结束",
        "  %  band %  score %  %": "  %  band %  得分 %  %",
        "      its examples are most like the message; no pattern says so": "      它的例句与这句话最像，没有模式命中",
        "      covered %, gap %, of %; context +%, language +%": "      覆盖 %，空隙 %，共 %；正在谈 +%，语言 +%",
        "      matched “%” by %  %": "      匹配到 “%”，正则 %  %",
        "is answered": "回答它", "ties: the user is asked": "打成平手：会问用户", "loses to one that fits better": "输给更合适的",
        "is doubtful: the examples do not speak for it": "存疑：例句不支持它",
        "is below the bar of %": "低于门槛 %", "is ruled out by its unless: %": "被它的 unless 排除：%",
        "is ruled out, the sentence is about another product: %": "被排除，这句说的是别家的产品：%",
    ]

    /// What stands in the file of a new intent.
    static let skeleton: [String: String] = [
        "The name users see when the bot offers this.": "用户看到的名称，机器人列出话题时用它。",
        "TODO a short title": "TODO 简短的标题",
        "Words that are in the question, in this order; others may stand between them. {{name}} is a word set of vocabulary.yaml.":
            "问题里会出现的词，按这个顺序，中间可以夹别的词。{{名称}} 是 vocabulary.yaml 里的词表。",
        "TODO words of the question": "TODO 问题里的词",
        "What users type, word for word; “helpline check” proves that each is answered here. Five or more are good.":
            "用户会怎么打字，一字不差地写；“helpline check” 会验证每一句都由这里回答。最好有五句以上。",
        "TODO what somebody types": "TODO 用户会打的一句话",
        "TODO the same in other words": "TODO 换一种说法",
        "What the bot says. Short lines; addresses and links as {{fact.name}} of bot.yaml.":
            "机器人的回答。一行别太长；地址和链接写成 bot.yaml 里的 {{fact.名称}}。",
        "TODO the answer": "TODO 回答",
        "More is possible: questions (ask), other intents (see_also), the e-mail (escalate). See Documentation/AUTHORS.md.":
            "还可以写：追问（ask）、相关意图（see_also）、邮件（escalate）。见 Documentation/AUTHORS.zh-CN.md。",
        "“%” cannot be the id of an intent; an id has letters, digits and hyphens.": "“%” 不能作意图的 id；id 由字母、数字和连字符组成。",
        "Did you mean “%”?": "是不是想写 “%”？",
        "The id “%” is taken: see %.": "id “%” 已经有了：见 %。",
        "“%” is there already, and was left as it is.": "“%” 已经存在，没有改动。",
        "“%” could not be written: %": "“%” 写不了：%",
        "Written: %": "已写好：%",
        "Now replace each TODO, and run “helpline check”.": "接下来把每个 TODO 换掉，再运行 “helpline check”。",
    ]
}
