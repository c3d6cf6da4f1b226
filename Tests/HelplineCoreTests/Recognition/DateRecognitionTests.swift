import Testing

@testable import HelplineCore

@Suite("Days and times in a user's words")
struct DateRecognitionTests {
    @Test(
        "Chinese, asked for the past",
        arguments: [
            ("昨天晚上九点多", "2026-11-04T21:00+08:00"),
            ("昨晚9点", "2026-11-04T21:00+08:00"),
            ("昨天晚上", "2026-11-04"),
            ("今天早上", "2026-11-05"),
            ("今早8点半", "2026-11-05T08:30+08:00"),
            ("今天下午3点20", "2026-11-05T15:20+08:00"),
            ("刚才", "2026-11-05T16:00+08:00"),
            ("刚刚发现的", "2026-11-05T16:00+08:00"),
            ("3天前", "2026-11-02"), ("已经三天了", "2026-11-02"), ("三天了还没到账", "2026-11-02"),
            ("转咗五日都未到账", "2026-10-31"), ("三日都未到", "2026-11-02"), ("11月3日还没到账", "2026-11-03"),
            ("不是昨天，是前天", "2026-11-03"), ("是不是昨天", "2026-11-04"), ("今天？不，昨天", "2026-11-04"),
            ("三天前的晚上十点", "2026-11-02T22:00+08:00"),
            ("两三天前", "2026-11-03"),
            ("一周前", "2026-10-29"),
            ("两个星期以前", "2026-10-22"),
            ("一个月前", "2026-10-05"),
            ("两小时前", "2026-11-05T14:00+08:00"),
            ("半个小时前", "2026-11-05T15:30+08:00"),
            ("一个半小时之前", "2026-11-05T14:30+08:00"),
            ("大概20分钟前", "2026-11-05T15:40+08:00"),
            ("上周五", "2026-10-30"),
            ("上个星期天", "2026-11-01"),
            ("这周一", "2026-11-02"),
            ("周五", "2026-10-30"),
            ("礼拜四", "2026-11-05"),
            ("前天", "2026-11-03"),
            ("大前天中午12点", "2026-11-02T12:00+08:00"),
            ("11月3号", "2026-11-03"),
            ("十一月三号晚上八点一刻", "2026-11-03T20:15+08:00"),
            ("11月3日 21:05", "2026-11-03T21:05+08:00"),
            ("12月25号", "2025-12-25"),
            ("2月29日", "2024-02-29"),
            ("2026年11月3日", "2026-11-03"),
            ("二〇二六年十一月三日", "2026-11-03"),
            ("去年12月1号", "2025-12-01"),
            ("3号", "2026-11-03"),
            ("20号", "2026-10-20"),
            ("上个月31号", "2026-10-31"),
            ("11.3号", "2026-11-03"),
            ("晚上九点半", "2026-11-04T21:30+08:00"),
            ("凌晨2点", "2026-11-05T02:00+08:00"),
            ("昨天半夜两点", "2026-11-05T02:00+08:00"),
            ("昨晚12点", "2026-11-05T00:00+08:00"),
            ("昨晚一点多", "2026-11-05T01:00+08:00"),
            ("昨天八九点", "2026-11-04T08:00+08:00"),
            ("昨天3到4点", "2026-11-04T03:00+08:00"),
            ("昨天下午3点-4点", "2026-11-04T15:00+08:00"),
            ("今天中午1点", "2026-11-05T13:00+08:00"),
            ("昨天21时30分左右", "2026-11-04T21:30+08:00"),
            ("昨天零点五分", "2026-11-04T00:05+08:00"),
            ("昨天晚8点转的", "2026-11-04T20:00+08:00"),
            ("昨天我在家里转账的，大概晚上九点多，转了5.5个USDT", "2026-11-04T21:00+08:00"),
            ("昨天早上充值，晚上10点发现不见了", "2026-11-04T22:00+08:00"),
            ("昨天转账有一点慢", "2026-11-04"),
            ("昨天一点", "2026-11-04T01:00+08:00"),
            ("昨天下午一点", "2026-11-04T13:00+08:00"),
            ("北京时间昨天21:00", "2026-11-04T21:00+08:00"),
            ("2026年１１月３日晚上９点", "2026-11-03T21:00+08:00"),
            ("大概前天晚上十一二点", "2026-11-03T23:00+08:00"),
            ("两个多小时前", "2026-11-05T14:00+08:00"),
            ("一个多月前", "2026-10-05"),
            ("二三十分钟前", "2026-11-05T15:40+08:00"),
            ("1小时20分钟前", "2026-11-05T14:40+08:00"),
            ("一年零两个月前", "2025-09-05"),
            ("一刻钟前", "2026-11-05T15:45+08:00"),
            ("周一，10月26号", "2026-10-26"),
            ("现在", "2026-11-05T16:00+08:00"),
            ("上週五晚上八點", "2026-10-30T20:00+08:00"),
        ])
    func chinese(text: String, value: String) {
        #expect(recognize(.date(.past), text)?.canonical == value)
    }

    @Test(
        "English, asked for the past",
        arguments: [
            ("yesterday", "2026-11-04"),
            ("today? no, yesterday 5pm", "2026-11-04T17:00+08:00"), ("not yesterday but on Friday", "2026-10-30"),
            ("last night around 10", "2026-11-04T22:00+08:00"),
            ("around 10 last night", "2026-11-04T22:00+08:00"),
            ("Yesterday at 9:30 PM", "2026-11-04T21:30+08:00"),
            ("yesterday 9.30pm", "2026-11-04T21:30+08:00"),
            ("2 hours ago", "2026-11-05T14:00+08:00"),
            ("about an hour ago", "2026-11-05T15:00+08:00"),
            ("half an hour ago", "2026-11-05T15:30+08:00"),
            ("1.5 hours ago", "2026-11-05T14:30+08:00"),
            ("like 20 mins ago", "2026-11-05T15:40+08:00"),
            ("an hour and a half ago", "2026-11-05T14:30+08:00"),
            ("two and a half hours ago", "2026-11-05T13:30+08:00"),
            ("between 3 and 5pm yesterday", "2026-11-04T15:00+08:00"),
            ("yesterday 3-5 pm", "2026-11-04T15:00+08:00"),
            ("from 3 to 6 pm yesterday", "2026-11-04T15:00+08:00"),
            ("ten to nine yesterday", "2026-11-04T08:50+08:00"),
            ("9am EST yesterday", "2026-11-04T22:00+08:00"),
            ("Monday, Oct 26, 14:15", "2026-10-26T14:15+08:00"),
            ("Nov-02-2026 08:15:30 AM +UTC", "2026-11-02T16:15+08:00"),
            ("2 days 3 hrs ago (Nov-02-2026 08:15:30 AM +UTC)", "2026-11-02T16:15+08:00"),
            ("2 days, 3 hours ago", "2026-11-03T13:00+08:00"),
            ("1h 20m ago", "2026-11-05T14:40+08:00"),
            ("couple hours ago", "2026-11-05T14:00+08:00"),
            ("2 nights ago", "2026-11-03"),
            ("the night before last", "2026-11-03"),
            ("three days ago", "2026-11-02"),
            ("2-3 days ago", "2026-11-03"),
            ("a couple of days ago", "2026-11-03"),
            ("a week ago", "2026-10-29"),
            ("on Monday", "2026-11-02"),
            ("last Friday", "2026-10-30"),
            ("Thursday", "2026-11-05"),
            ("last thursday", "2026-10-29"),
            ("Tuesday last week at 3pm", "2026-10-27T15:00+08:00"),
            ("just now", "2026-11-05T16:00+08:00"),
            ("a few minutes ago", "2026-11-05T16:00+08:00"),
            ("2026-11-03 21:00", "2026-11-03T21:00+08:00"),
            ("2026-11-03T21:00:59", "2026-11-03T21:00+08:00"),
            ("2026-11-03T13:00Z", "2026-11-03T21:00+08:00"),
            ("2026-11-03T14:00:00.123+01:00", "2026-11-03T21:00+08:00"),
            ("Nov 3, 13:00 UTC", "2026-11-03T21:00+08:00"),
            ("Nov 3 15:00 UTC+2", "2026-11-03T21:00+08:00"),
            ("3 Nov", "2026-11-03"),
            ("3rd of November", "2026-11-03"),
            ("November 3rd, 2025", "2025-11-03"),
            ("Nov. 3 at 9pm", "2026-11-03T21:00+08:00"),
            ("the 3rd", "2026-11-03"),
            ("the 3rd of October", "2026-10-03"),
            ("11/3", "2026-11-03"),
            ("13/10", "2026-10-13"),
            ("11/3/2026", "2026-11-03"),
            ("25/12/2025", "2025-12-25"),
            ("3.11.2026", "2026-11-03"),
            ("2026/11/3", "2026-11-03"),
            ("11/3 9 pm", "2026-11-03T21:00+08:00"),
            ("20261103", "2026-11-03"),
            ("this morning at half past nine", "2026-11-05T09:30+08:00"),
            ("quarter to 10 last night", "2026-11-04T21:45+08:00"),
            ("yesterday at noon", "2026-11-04T12:00+08:00"),
            ("yesterday at midnight", "2026-11-05T00:00+08:00"),
            ("12am yesterday", "2026-11-04T00:00+08:00"),
            ("3 in the morning", "2026-11-05T03:00+08:00"),
            ("10 at night", "2026-11-04T22:00+08:00"),
            ("9 o'clock", "2026-11-05T09:00+08:00"),
            ("at 22:15", "2026-11-04T22:15+08:00"),
            ("It happened yesterday, I sent about 500 usdt", "2026-11-04"),
            ("the day before yesterday in the evening", "2026-11-03"),
        ])
    func english(text: String, value: String) {
        #expect(recognize(.date(.past), text)?.canonical == value)
    }

    @Test(
        "What is no day, or one that does not exist, or lies ahead, is no answer",
        arguments: [
            "", "不知道", "好久以前", "500", "9", "0.5 btc", "31.02.", "2月30号", "11月31日晚上9点", "2026-13-01", "2026-02-29",
            "25:00", "昨天9点75分", "昨天25点", "明天", "tomorrow at 9", "今天晚上九点", "11/3/2027", "下周一", "几天前", "some days ago",
            "用比特派三年了", "三次了",
            "有一点问题", "trc20", "v1.2.3", "I may have lost it", "24/7", "45/13", "a few days ago", "什么时候", "3小时",
            "0x1234567890abcdef", "99999999999", "１３月１号", "last week", "上个月", "what do I do now", "现在怎么办",
            "9999 years ago", "999999999天前",
        ])
    func nothing(text: String) {
        #expect(recognize(.date(.past), text) == nil)
    }

    @Test(
        "The direction of the question decides what is left open",
        arguments: [
            ("周五", Accept.DateRule.future, "2026-11-06"), ("周五", .any, "2026-10-30"),
            ("11月3号", .future, "2027-11-03"), ("12月25号", .any, "2026-12-25"),
            ("明天上午10点", .future, "2026-11-06T10:00+08:00"),
            ("in 2 hours", .future, "2026-11-05T18:00+08:00"), ("3天后", .future, "2026-11-08"),
            ("next Monday at 9am", .future, "2026-11-09T09:00+08:00"), ("晚上八点", .future, "2026-11-05T20:00+08:00"),
            ("早上八点", .future, "2026-11-06T08:00+08:00"), ("明天", .any, "2026-11-06"), ("20号", .future, "2026-11-20"),
        ])
    func directions(text: String, rule: Accept.DateRule, value: String) {
        #expect(recognize(.date(rule), text)?.canonical == value)
    }

    @Test("What is past is no answer where the future is asked for", arguments: ["昨天", "2 hours ago", "2020-01-01"])
    func notFuture(text: String) {
        #expect(recognize(.date(.future), text) == nil)
    }

    @Test(
        "The user's own words are quoted from the first to the last that count",
        arguments: [
            ("我昨天晚上九点多转的", "昨天晚上九点多"), ("就是昨晚 9 點，轉了 500", "昨晚 9 點"),
            ("I think it was last night around 10, from Binance", "last night around 10"),
            ("It was on Monday.", "Monday"), ("昨天 晚上", "昨天 晚上"),
        ])
    func quotes(text: String, words: String) {
        #expect(quote(.date(.past), text) == words)
    }

    @Test(
        "Shortly after midnight the night still belongs to the day before",
        arguments: [
            ("今晚十点", "2026-11-04T22:00+08:00"), ("昨晚十点", "2026-11-04T22:00+08:00"),
            ("半夜12点", "2026-11-05T00:00+08:00"), ("tonight at 11pm", nil),
        ])
    func afterMidnight(text: String, value: String?) {
        var environment = afternoon
        environment.now = Timestamp(seconds: 1_793_865_600 - 15 * 3600 - 1800)
        #expect(recognize(.date(.past), text, in: environment)?.canonical == value)
    }

    @Test("Times are read in the user's zone, with the offset of that day")
    func zone() {
        var environment = afternoon
        environment.zone = ZoneTable(
            name: "Europe/Berlin", firstOffset: 3600,
            transitions: [
                ZoneTable.Transition(start: 1_774_746_000, offset: 7200),
                ZoneTable.Transition(start: 1_792_890_000, offset: 3600),
            ])
        #expect(recognize(.date(.past), "Oct 20 at 9pm", in: environment)?.canonical == "2026-10-20T21:00+02:00")
        #expect(recognize(.date(.past), "昨天晚上九点", in: environment)?.canonical == "2026-11-04T21:00+01:00")
    }

    @Test("Any text is read to its end without a trap", arguments: 0..<6)
    func hostile(seed: Int) {
        let words = [
            "昨天", "11", "/", "3", "-", ":", ".", "点", "半", "月", "号", "年", "周", "五", "一", "十", "百", "前", "天", "小时", " ",
            "last", "night", "at", "9", "pm", "nov", "the", "rd", "ago", "2026", "T", "Z", "+", "08", "上", "个", "多",
            "😀", "é",
            "99999", "零", "晚", "~", "到", "an", "hour", "half", "past", "to", "utc", "万", "@a.b", ",", "usdt", "$", "0x",
        ]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        for _ in 0..<200 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += words[Int(state >> 33) % words.count]
            }
            for accept in [Accept.date(.any), .date(.past), .date(.future), .amount, .email, .hash] {
                guard let found = recognize(accept, text) else { continue }
                #expect(!found.range.isEmpty && found.range.upperBound <= NormalizedText(text).bytes.count)
            }
        }
    }
}
