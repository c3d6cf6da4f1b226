/// A list of a pack: its intents, or the patterns of one.
///
/// Those of a pack that was kept compiled are read one by one, when each is first asked for: a conversation touches a
/// few of thousands. A change to any reads all. Which of the two it is shows in nothing but the time it takes.
public struct PackList<Element: Sendable>: Sendable {
    /// Each element stands in a box of its own, so that whoever asks for a part of one copies no more than that part:
    /// an intent has some twenty parts that are counted, and a turn looks at dozens of intents.
    private enum Storage {
        case made([PackBox<Element>])
        case kept(any KeptElements<Element>, Range<Int>)
    }

    private var storage: Storage

    /// Takes elements as they were made.
    public init(_ elements: [Element]) {
        storage = .made(elements.map(PackBox.init))
    }

    /// Takes some of the elements that are read when they are asked for.
    init(_ kept: any KeptElements<Element>, _ range: Range<Int>) {
        storage = .kept(kept, range)
    }

    /// The elements as an array; reads those that were not yet read.
    public var all: [Element] {
        get { boxes.map(\.element) }
        set { self = PackList(newValue) }
    }

    private var boxes: [PackBox<Element>] {
        switch storage {
        case .made(let boxes): boxes
        case .kept(let kept, let range): range.map { kept.box(at: $0) }
        }
    }

    private func box(at index: Int) -> PackBox<Element> {
        switch storage {
        case .made(let boxes): boxes[index]
        case .kept(let kept, let range): kept.box(at: range.lowerBound + index)
        }
    }
}

/// One element of a pack, which many hold and nobody changes.
final class PackBox<Element: Sendable>: Sendable {
    let element: Element

    init(_ element: Element) { self.element = element }
}

/// Elements that are read when they are asked for.
protocol KeptElements<Element>: AnyObject, Sendable {
    associatedtype Element: Sendable

    /// The element of a number, always in the same box.
    func box(at number: Int) -> PackBox<Element>
}

extension PackList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    /// A list without elements.
    public init() { self.init([]) }

    /// The first place.
    public var startIndex: Int { 0 }

    /// The place behind the last element.
    public var endIndex: Int {
        switch storage {
        case .made(let boxes): boxes.count
        case .kept(_, let range): range.count
        }
    }

    /// The element at a place.
    public subscript(index: Int) -> Element {
        _read { yield box(at: index).element }
        _modify {
            var element = box(at: index).element
            defer { change { $0[index] = PackBox(element) } }
            yield &element
        }
    }

    /// Puts other elements in the place of some.
    public mutating func replaceSubrange(_ range: Range<Int>, with elements: some Collection<Element>) {
        change { $0.replaceSubrange(range, with: elements.map(PackBox.init)) }
    }

    /// Changes the boxes, of which a list that was kept has none before.
    private mutating func change(_ body: (inout [PackBox<Element>]) -> Void) {
        var boxes = boxes
        // They are in one place alone, so that they are changed and not copied.
        storage = .made([])
        body(&boxes)
        storage = .made(boxes)
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
