/// A list of a pack: its intents, or the patterns of one.
///
/// Those of a pack that was kept compiled are read one by one, when each is first asked for: a conversation touches a
/// few of thousands. A change to any reads all. Which of the two it is shows in nothing but the time it takes.
public struct PackList<Element: Sendable>: Sendable {
    private enum Storage {
        case made([Element])
        case kept(any KeptElements<Element>, Range<Int>)
    }

    private var storage: Storage

    /// Takes elements as they were made.
    public init(_ elements: [Element]) {
        storage = .made(elements)
    }

    /// Takes some of the elements that are read when they are asked for.
    init(_ kept: any KeptElements<Element>, _ range: Range<Int>) {
        storage = .kept(kept, range)
    }

    /// The elements as an array; reads those that were not yet read.
    public var all: [Element] {
        get {
            switch storage {
            case .made(let elements): elements
            case .kept(let kept, let range): range.map { kept.element(at: $0) }
            }
        }
        set { storage = .made(newValue) }
    }
}

/// Elements that are read when they are asked for.
protocol KeptElements<Element>: AnyObject, Sendable {
    associatedtype Element

    /// The element of a number, always the same one.
    func element(at number: Int) -> Element
}

extension PackList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    /// A list without elements.
    public init() { self.init([]) }

    /// The first place.
    public var startIndex: Int { 0 }

    /// The place behind the last element.
    public var endIndex: Int {
        switch storage {
        case .made(let elements): elements.count
        case .kept(_, let range): range.count
        }
    }

    /// The element at a place.
    public subscript(index: Int) -> Element {
        _read {
            switch storage {
            case .made(let elements): yield elements[index]
            case .kept(let kept, let range): yield kept.element(at: range.lowerBound + index)
            }
        }
        _modify {
            var elements = all
            storage = .made([])
            defer { storage = .made(elements) }
            yield &elements[index]
        }
    }

    /// Puts other elements in the place of some.
    public mutating func replaceSubrange(_ range: Range<Int>, with elements: some Collection<Element>) {
        all.replaceSubrange(range, with: elements)
    }
}

extension PackList: ExpressibleByArrayLiteral {
    /// Takes elements as they are listed.
    public init(arrayLiteral elements: Element...) {
        self.init(elements)
    }
}

extension PackList: CustomReflectable {
    /// The elements, whether they were read yet or not.
    public var customMirror: Mirror { Mirror(reflecting: all) }
}
