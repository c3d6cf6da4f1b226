import Foundation
import HelplineCore
import TestSupport
import Testing

@testable import HelplineMail

@Suite("Date")
struct MailDateTests {
    @Test("A moment is written in the words of its zone")
    func zone() {
        let moment = Timestamp(seconds: 1_795_309_507)
        #expect(MailDate.format(moment, in: .utc) == "Sun, 22 Nov 2026 01:05:07 +0000")
        #expect(MailDate.format(moment, in: Sample.shanghai) == "Sun, 22 Nov 2026 09:05:07 +0800")
        let newfoundland = ZoneTable(name: "America/St_Johns", firstOffset: -12_600)
        #expect(MailDate.format(moment, in: newfoundland) == "Sat, 21 Nov 2026 21:35:07 -0330")
    }

    @Test("The offset is the one of the moment")
    func transition() {
        let zone = ZoneTable(
            name: "Europe/Berlin", firstOffset: 7200, transitions: [.init(start: 1_792_890_000, offset: 3600)])
        #expect(MailDate.format(Timestamp(seconds: 1_792_889_999), in: zone) == "Sun, 25 Oct 2026 02:59:59 +0200")
        #expect(MailDate.format(Timestamp(seconds: 1_792_890_000), in: zone) == "Sun, 25 Oct 2026 02:00:00 +0100")
    }

    @Test("An offset with seconds is cut to minutes, and the moment stays")
    func localMeanTime() {
        let zone = ZoneTable(name: "Asia/Shanghai", firstOffset: 29_143)
        #expect(MailDate.format(Timestamp(seconds: -2_208_000_000), in: zone) == "Fri, 12 Jan 1900 18:45:00 +0805")
    }

    @Test("Any moment is written as Foundation writes it", arguments: 1...4)
    func oracle(_ seed: UInt64) {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.calendar = Calendar(identifier: .gregorian)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let seconds = Int64.random(in: -2_200_000_000...25_000_000_000, using: &random)
            let offset = Int32.random(in: -47...56, using: &random) * 900
            formatter.timeZone = TimeZone(secondsFromGMT: Int(offset))
            let expected = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            let zone = ZoneTable(name: "x", firstOffset: offset)
            #expect(MailDate.format(Timestamp(seconds: seconds), in: zone) == expected)
        }
    }

    @Test("A moment beyond all calendars does not trap", arguments: [Int64.min, .max])
    func extremes(_ milliseconds: Int64) {
        let text = MailDate.format(Timestamp(milliseconds: milliseconds), in: .utc)
        #expect(text.hasSuffix("+0000"))
    }
}
