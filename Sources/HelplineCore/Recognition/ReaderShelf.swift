internal import Synchronization

/// The readers of a pack's options and word sets, each made at its first use.
///
/// To make one costs dozens of microseconds, since every word is normalised: ten times a whole turn without. A lock for
/// the length of one look is cheaper than a copy for every loop.
final class ReaderShelf: Sendable {
    private struct Readers: Sendable {
        var choices: [Options: ChoiceReader] = [:]
        var sets: [SetID: WordFinder] = [:]
        var yesAndNo: [Options: Bool] = [:]
    }

    /// Options as a key: told apart by their names first, which is cheap, and then by everything.
    private struct Options: Hashable, Sendable {
        let list: [Accept.Choice]

        static func == (one: Options, other: Options) -> Bool {
            one.list.elementsEqual(other.list) { one, other in
                one.id == other.id && one.words == other.words && one.title == other.title
            }
        }

        func hash(into hasher: inout Hasher) {
            for option in list { hasher.combine(option.id) }
        }
    }

    /// The topics that are offered together are as many as there are conversations; beyond this all are made anew.
    private static let capacity = 1024

    private let readers = Mutex(Readers())

    /// The reader of options in the order of their numbers.
    func reader(of options: [Accept.Choice]) -> ChoiceReader {
        let key = Options(list: options)
        if let known = readers.withLock({ $0.choices[key] }) { return known }
        let made = ChoiceReader(options)
        readers.withLock { readers in
            if readers.choices.count >= Self.capacity { readers.choices = [:] }
            readers.choices[key] = made
        }
        return made
    }

    /// Whether options are a yes and a no, which is found out at the first question.
    func areYesAndNo(_ options: [Accept.Choice], _ find: () -> Bool) -> Bool {
        let key = Options(list: options)
        if let known = readers.withLock({ $0.yesAndNo[key] }) { return known }
        let found = find()
        readers.withLock { readers in
            if readers.yesAndNo.count >= Self.capacity { readers.yesAndNo = [:] }
            readers.yesAndNo[key] = found
        }
        return found
    }

    /// The finder of a set's words.
    func finder(of set: WordSet, named id: SetID) -> WordFinder {
        if let known = readers.withLock({ $0.sets[id] }) { return known }
        let made = WordFinder(set)
        readers.withLock { $0.sets[id] = made }
        return made
    }
}
