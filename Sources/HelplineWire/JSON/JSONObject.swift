/// The members of a JSON object in the order in which they were written, no name twice.
public struct JSONObject: Sendable, Equatable {
    /// A name and its value.
    public struct Member: Sendable, Equatable {
        /// The name.
        public var name: String
        /// The value.
        public var value: JSONValue

        /// Joins a name and its value.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members in their order.
    public private(set) var members: [Member] = []
    /// The names, kept only where looking through the members would be slow.
    private var names: Set<OpaqueID> = []

    private static let fewMembers = 16

    /// An object without members.
    public init() {}

    /// The value of a member; looks through all of them.
    public subscript(name: String) -> JSONValue? {
        members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }

    /// Adds a member; false, and nothing is added, where the name is there already.
    @discardableResult
    public mutating func insert(_ value: JSONValue, named name: String) -> Bool {
        if members.count == Self.fewMembers { names = Set(members.map { OpaqueID($0.name) }) }
        if members.count < Self.fewMembers {
            guard self[name] == nil else { return false }
        } else {
            guard names.insert(OpaqueID(name)).inserted else { return false }
        }
        members.append(Member(name: name, value: value))
        return true
    }

    /// Equal are the same members in the same order.
    public static func == (left: Self, right: Self) -> Bool {
        left.members == right.members
    }
}
