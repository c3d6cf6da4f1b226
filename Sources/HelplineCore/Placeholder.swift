struct DateReader { init(rule: Accept.DateRule, now: Timestamp, zone: ZoneTable) {}; func read(_ t: ScalarText) -> Recognition? { nil } }
