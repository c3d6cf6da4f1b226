/// What each searched pattern of a pack means, by its number: those of the intents in their order, then the others.
struct PatternRoles: Sendable {
    private struct Entry {
        var role: PatternRole
        /// Where the pattern stands among those of its kind.
        var place: Int32
    }

    private var entries: [Entry] = []

    /// Numbers the patterns of a pack.
    ///
    /// - Parameter intents: how many patterns each of its intents has.
    init(_ intents: [PatternCounts], _ content: Content) {
        for (intent, patterns) in intents.enumerated() {
            append(.trigger(intent: intent), patterns.triggers)
            append(.veto(intent: intent), patterns.vetoes)
            for (index, count) in patterns.followUps.enumerated() {
                append(.followUp(intent: intent, index: index), count)
            }
        }
        append(.otherProduct, content.otherProducts.count)
        append(.ownProduct, content.ownProducts.count)
        append(.hurry, content.hurry.count)
        append(.asking, content.asking.count)
    }

    private mutating func append(_ role: PatternRole, _ count: Int) {
        for place in 0..<count { entries.append(Entry(role: role, place: Int32(place))) }
    }

    /// How many patterns there are.
    var count: Int { entries.count }

    /// What a pattern means.
    subscript(_ number: Int) -> PatternRole { entries[number].role }

    /// The pattern of a number with where it was written, in the pack that was numbered.
    func trigger(_ number: Int, of content: Content) -> Intent.Trigger {
        let place = Int(entries[number].place)
        return switch entries[number].role {
        case .trigger(let intent): content.intents[intent].triggers[place]
        case .veto(let intent): content.intents[intent].vetoes[place]
        case .followUp(let intent, let index): content.intents[intent].followUps[index].triggers[place]
        case .otherProduct: content.otherProducts[place]
        case .ownProduct: content.ownProducts[place]
        case .hurry: content.hurry[place]
        case .asking: content.asking[place]
        }
    }

    /// The language of a pattern and where it was written: for those of questions, which are asked for with every match,
    /// without a copy of all that is known of it.
    func source(_ number: Int, of content: Content) -> (locale: LocaleID, origin: Origin) {
        guard case .trigger(let intent) = entries[number].role else {
            let trigger = trigger(number, of: content)
            return (trigger.locale, trigger.origin)
        }
        let place = Int(entries[number].place)
        return (content.intents[intent].triggers[place].locale, content.intents[intent].triggers[place].origin)
    }
}
