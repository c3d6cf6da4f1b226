/// Reads a day, or a day and a time, in Chinese and English.
///
/// The text is read once from the left; every place where a day, a time, a part of the day or a distance from now
/// begins gives a piece, and the first of each kind are joined: "昨天转账的时候，大概晚上九点多" has a day, a part and a
/// time. The value is an ISO 8601 date, or date and time to the minute with the offset of the user's zone. A day that
/// does not exist makes the whole text no date, so that a slip is asked about and never guessed at.
///
/// - A day without a year, or a weekday, is the nearest in the direction the question asks for; the past where it asks
///   for none, but a month and day then mean the nearest year.
/// - `11/3` is November 3, unless only the other order gives a date; `3.11.` with dots has the day first.
/// - A time without a day is the last such time before now, or the next one after it.
struct DateReader {
    let rule: Accept.DateRule
    let now: Timestamp
    let zone: ZoneTable
    /// What the user's clock shows now.
    let local: CivilTime

    var today: CivilDate { local.date }

    /// Fixes the present moment and the user's zone.
    init(rule: Accept.DateRule, now: Timestamp, zone: ZoneTable) {
        self.rule = rule
        self.now = now
        self.zone = zone
        local = zone.civilTime(at: now)
    }

    /// The value, and all the words from the first to the last that gave it.
    ///
    /// - Parameter asked: whether the question for it was asked; else a time without a day says nothing.
    func read(_ text: ScalarText, asked: Bool = true) -> Recognition? {
        var pieces = DatePieces()
        var found = DatePieces()
        var index = 0
        while index < text.count {
            let end = take(text, index, into: &found)
            if let end {
                if !isDenied(index..<end, in: text) { pieces.add(found) }
                found = DatePieces()
            }
            index = max(index + 1, end ?? 0)
        }
        if !asked, pieces.days.isEmpty, pieces.moments.isEmpty { return nil }
        return resolve(pieces, in: text)
    }

    /// Whether what is named is denied: “not yesterday”, 不是昨天, “today? no, …”.
    private func isDenied(_ range: Range<Int>, in text: ScalarText) -> Bool {
        if Negation.sentence.stands(before: range.lowerBound, in: text) { return true }
        guard text[range.upperBound] == .of("?") else { return false }
        return DateVocabulary.denials.match(in: text, at: text.afterSpace(range.upperBound + 1)) != nil
    }

    /// Adds the piece that begins at an index and gives its end.
    private func take(_ text: ScalarText, _ index: Int, into pieces: inout DatePieces) -> Int? {
        if let end = takeDistance(text, index, into: &pieces) { return end }
        let clocks = ClockReader(text)
        if let zone = clocks.zone(at: index) {
            pieces.zones.append(zone)
            return zone.range.upperBound
        }
        if let clock = clocks.read(at: index) {
            pieces.clocks.append(clock)
            return clock.range.upperBound
        }
        if let day = DayReader(self, text).read(at: index) {
            pieces.days.append(day)
            return day.range.upperBound
        }
        let short = DateVocabulary.shortParts.match(in: text, at: index).flatMap { part in
            clocks.read(at: part.end) == nil ? nil : part
        }
        guard let (part, end) = DateVocabulary.parts.match(in: text, at: index) ?? short else { return nil }
        pieces.parts.append((part, index..<end))
        return end
    }

    private func takeDistance(_ text: ScalarText, _ index: Int, into pieces: inout DatePieces) -> Int? {
        let distance = DistanceReader(text, isFuture: rule == .future).read(at: index)
        let bare = text.core.lowerBound == index ? DateVocabulary.bareNow.match(in: text, at: index) : nil
        let isAll = bare?.end == text.core.upperBound
        let word = DateVocabulary.now.match(in: text, at: index) ?? (isAll ? bare : nil)
        if let (_, end) = word, end >= distance?.end ?? 0 {
            pieces.moments.append(MomentPiece(moment: now, isNow: true, range: index..<end))
            return end
        }
        guard let distance else { return nil }
        let range = index..<distance.end
        switch distance.length {
        case .seconds(let seconds):
            pieces.moments.append(MomentPiece(moment: now.advanced(bySeconds: seconds), isNow: false, range: range))
        case .days(let days): pieces.days.append(DayPiece(date: today.advanced(byDays: days), range: range))
        case .months(let months): pieces.days.append(DayPiece(date: today.advanced(byMonths: months), range: range))
        }
        return distance.end
    }
}
