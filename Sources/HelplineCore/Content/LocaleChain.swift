/// The languages a pack speaks and where a missing text is looked for next.
public struct LocaleChain: Sendable, Equatable {
    /// The language of a conversation before its user has written anything that tells.
    public var standard: LocaleID
    /// The languages of the pack, in the order of its own list.
    public var list: [LocaleID]
    /// For a language without texts of its own, the one to use: `zh-Hant` to `zh`.
    public var fallback: [LocaleID: LocaleID]

    /// Describes the languages of a pack; `standard` should stand in `list`.
    public init(standard: LocaleID, list: [LocaleID], fallback: [LocaleID: LocaleID] = [:]) {
        self.standard = standard
        self.list = list
        self.fallback = fallback
    }

    /// The languages to try for a text wanted in `locale`: itself, its fallbacks, its primary tag, the standard.
    public func candidates(for locale: LocaleID) -> [LocaleID] {
        var result = [locale]
        var last = locale
        while let next = fallback[last], !result.contains(next) {
            result.append(next)
            last = next
        }
        let primary = LocaleID(String(last.name.prefix { $0 != "-" }))
        for extra in [primary, standard] where !result.contains(extra) {
            result.append(extra)
        }
        return result
    }

    /// The pack's own language nearest to a tag that a relay or a terminal named.
    public func nearest(to locale: LocaleID) -> LocaleID {
        candidates(for: locale).first { list.contains($0) } ?? standard
    }
}
