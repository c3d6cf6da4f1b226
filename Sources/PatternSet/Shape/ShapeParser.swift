internal import PCRE2

/// Reads a pattern that PCRE2 has accepted, and works out which text its matches need.
///
/// It follows pcre2pattern, and wherever a construct could be read in two ways, depends on the version of the library
/// or can change what stands elsewhere in the pattern, it gives up: then nothing is claimed about the pattern at all.
/// Verbs are such a case: `(*ACCEPT)` makes all that follows optional.
struct ShapeParser: ~Copyable {
    /// The pattern is not analysed.
    struct GaveUp: Error {
        /// Why, as a sentence.
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }

    /// How deep groups may nest; deeper ones would spend our stack.
    static let depthLimit = 60

    /// Groups that repeat more often are taken for groups without an end.
    private static let turnLimit = 16

    /// How many ways to match make the work of a pattern unbounded.
    static let choiceLimit = 10_000

    private let text: [UInt32]
    private let memo: ShapeMemo?
    private var depth = 0
    private var deepest = 0
    var position = 0
    var collector: LiteralCollector

    /// Whether PCRE2 must begin at the start of the text: the pattern asks where matching began, or holds what the
    /// library answers otherwise from elsewhere.
    var needsStart = false

    /// False once something was read whose work is not bounded.
    private(set) var isBounded = true
    private var choices = 1

    /// The rule that a test has dropped.
    private let dropped: ShapeRule?

    /// - Parameters:
    ///   - memo: the groups of the same set that were read before.
    ///   - rule: a rule that is not obeyed, in a test of that rule.
    ///   - recordingItems: whether to note where items start, for which every group has to be read.
    init(_ pattern: String, memo: ShapeMemo?, dropping rule: ShapeRule? = nil, recordingItems: Bool = false) {
        var text: [UInt32] = []
        let bytes = pattern.utf8Span.span
        text.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let (scalar, length) = bytes.scalar(at: place)
            text.append(scalar)
            place += length
        }
        self.text = text
        collector = LiteralCollector(LiteralPool(patternBytes: bytes.count))
        self.memo = recordingItems ? nil : memo
        itemStarts = recordingItems ? [] : nil
        dropped = rule
    }

    /// The parts that repeat without end, if somebody wants to know.
    private(set) var parts: [RepeatPart] = []
    private var recordsParts = false

    /// Whether something repeats so that a text could be divided in exponentially many ways: a group without an end or
    /// very often, a reference, a call.
    private(set) var isIntricate = false

    /// Prepares to read a pattern for its parts.
    init(_ pattern: String, recordingParts: Bool) {
        self.init(pattern, memo: nil)
        recordsParts = recordingParts
    }

    /// Where items of the pattern start, in characters (scalars), ascending, if somebody wants to know.
    private(set) var itemStarts: [Int]?

    /// Notes that an item starts here.
    mutating func note(_ position: Int) { itemStarts?.append(position) }

    /// Where settings such as `(?i)` stand, which PCRE2 takes for items only where they change something.
    private(set) var settingStarts: [Int] = []

    /// Notes that the item noted last was a setting.
    mutating func noteSetting() {
        if let start = itemStarts?.popLast() { settingStarts.append(start) }
    }

    /// Whether a rule is to be obeyed: always, but in a test of that rule.
    func obeys(_ rule: ShapeRule) -> Bool { rule != dropped }

    /// Reads the whole pattern; the result is never exact, its texts have become clauses and items.
    mutating func parseWhole() throws(GaveUp) -> ShapeNode {
        let node = try parseAlternation()
        guard isAtEnd else { throw GaveUp("A closing parenthesis has no opening one.") }
        return required(node)
    }

    /// The form of the pattern, just read to its end, if it is one that is decided without PCRE2.
    func plainForm(of pattern: Pattern, as node: ShapeNode) -> PlainForm? {
        needsStart || pattern.options.contains(.caseSensitive)
            ? nil : PlainForm(text, items: node.items, clauses: node.clauses)
    }
}

// MARK: Reading

extension ShapeParser {
    var isAtEnd: Bool { position >= text.count }

    /// The character at some distance, nil behind the end.
    func peek(_ distance: Int = 0) -> UInt32? {
        position + distance < text.count ? text[position + distance] : nil
    }

    /// Whether these ASCII characters come next.
    func isNext(_ expected: StaticString) -> Bool {
        for offset in 0..<expected.utf8CodeUnitCount
        where peek(offset) != UInt32(expected.utf8Start[offset]) {
            return false
        }
        return true
    }

    /// Skips these characters if they come next.
    mutating func skip(_ expected: StaticString) -> Bool {
        guard isNext(expected) else { return false }
        position += expected.utf8CodeUnitCount
        return true
    }

    /// Takes one character.
    mutating func next() throws(GaveUp) -> UInt32 {
        guard let scalar = peek() else { throw GaveUp("The pattern ends where more was expected.") }
        position += 1
        return scalar
    }

    /// Takes everything up to and including a terminator, and gives what stood before it.
    mutating func take(until terminator: Unicode.Scalar) throws(GaveUp) -> ArraySlice<UInt32> {
        guard let end = text[position...].firstIndex(of: terminator.value) else {
            throw GaveUp("“\(terminator)” was expected.")
        }
        defer { position = end + 1 }
        return text[position..<end]
    }

    mutating func markUnbounded() { isBounded = false }

    mutating func markIntricate() { isIntricate = true }
}

// MARK: Alternatives and sequences

extension ShapeParser {
    /// Reads a group by `body`, or takes what is known of one with the same text; both behind its opening parenthesis.
    mutating func remembered(
        _ body: (inout ShapeParser) throws(GaveUp) -> ShapeNode
    ) throws(GaveUp) -> ShapeNode {
        if let entry = memo?.entry(at: position, of: text), depth + entry.height <= ShapeParser.depthLimit {
            position += entry.text.count
            deepest = max(deepest, depth + entry.height)
            let distance = collector.collect(entry.literals, entry.sets)
            resume(isBounded: entry.isBounded, choices: entry.choices)
            return entry.node.moved(by: distance)
        }
        let before = (position: position, isBounded: isBounded, choices: choices, deepest: deepest)
        let mark = (literals: collector.pool.mark, sets: collector.sets.count)
        (isBounded, choices, deepest) = (true, 1, depth)
        var node = try body(&self)
        if let memo, position - before.position >= ShapeMemo.minimumLength, collector.negations == 0, !needsStart {
            let literals = collector.pool.part(since: mark.literals)
            node = node.named(from: memo.names(for: literals.count) - literals.first)
            memo.insert(
                ShapeMemo.Entry(
                    text: text[before.position..<position], node: node, literals: literals,
                    sets: Array(collector.sets[mark.sets...]), isBounded: isBounded, choices: choices,
                    height: deepest - depth))
        }
        let group = (isBounded: isBounded, choices: choices)
        (isBounded, choices, deepest) = (before.isBounded, before.choices, max(before.deepest, deepest))
        resume(isBounded: group.isBounded, choices: group.choices)
        return node
    }

    /// Adds the work of a group to that of what stands around it.
    private mutating func resume(isBounded: Bool, choices: Int) {
        self.choices = min(self.choices * choices, ShapeParser.choiceLimit + 1)
        if !isBounded || self.choices > ShapeParser.choiceLimit { markUnbounded() }
    }

    /// Reads alternatives up to a closing parenthesis or the end.
    mutating func parseAlternation() throws(GaveUp) -> ShapeNode {
        depth += 1
        deepest = max(deepest, depth)
        defer { depth -= 1 }
        guard depth <= ShapeParser.depthLimit else { throw GaveUp("Its groups are nested too deep.") }
        if let words = parseWords() { return .oneOf(words) }
        let first = try parseSequence()
        guard isNext("|") else { return first }
        var branches = [first]
        while isNext("|") {
            note(position)
            position += 1
            branches.append(try parseSequence())
        }
        return alternated(branches)
    }

    private mutating func parseSequence() throws(GaveUp) -> ShapeNode {
        var sequence = ShapeSequence()
        while let scalar = peek(), scalar != "|", scalar != ")" {
            if isText(scalar) {
                note(position)
                sequence.append(folded(scalar), collecting: &collector)
                position += 1
            } else if skip("\\Q") {
                try parseQuotation(into: &sequence)
            } else {
                let start = position
                let atom = try parseAtom()
                let quantifier = position
                let times = try parseRepeat()
                if text[start] == "(" { noteStart(times, quantifier) }
                if times.maximum == nil {
                    if text[start] == "(" { markIntricate() }
                    if recordsParts { record(atom, from: start, quantifier) }
                }
                sequence.append(repeated(atom, times), collecting: &collector)
            }
        }
        return sequence.finish(collecting: &collector)
    }

    /// Notes a group, just read, that makes 10.42's answer depend on where matching begins: `(?:.|.*a|ab){0}b` is found
    /// in “xb” from the b on and not from the x, and a group that repeats possessively keeps what it captured in an
    /// attempt that was abandoned.
    private mutating func noteStart(_ times: Repeat, _ quantifier: Int) {
        if times.maximum == 0 || isPossessive(quantifier) { needsStart = true }
    }

    /// Whether the quantifier that starts there and was just read gives back nothing of what it took.
    private func isPossessive(_ quantifier: Int) -> Bool {
        position > quantifier + 1 && text[position - 1] == "+"
    }

    /// Notes a part that repeats without end, which was just read.
    private mutating func record(_ atom: ShapeNode, from start: Int, _ quantifier: Int) {
        let known = atom.pureTexts.flatMap { texts -> CharacterMask? in
            var mask = CharacterMask()
            for byte in collector.pool.bytes(of: texts) {
                guard byte < 0x80 else { return nil }
                mask.insert(UInt32(byte))
            }
            return mask
        }
        parts.append(
            RepeatPart(
                range: start..<position, quantifier: quantifier, least: atom.width.minimum,
                mask: atom.masks.first ?? known, isOneCharacter: atom.width == .one,
                isPossessive: isPossessive(quantifier)))
    }

    /// Reads what stands between `\Q` and `\E`; a quantifier behind `\E` belongs to the last character.
    private mutating func parseQuotation(into sequence: inout ShapeSequence) throws(GaveUp) {
        guard !isNext("\\E") else { throw GaveUp("It has an empty \\Q…\\E.") }
        var isOpen = true
        while isOpen, !isAtEnd {
            note(position)
            let literal = literal(try next())
            isOpen = !skip("\\E")
            let times = isOpen ? .once : try parseRepeat()
            sequence.append(
                obeys(.quantifierTakesOneCharacter) ? repeated(literal, times) : literal, collecting: &collector)
        }
    }

    /// One of several branches: one set of texts if all are texts, else a clause with the best literals of each.
    private mutating func alternated(_ branches: [ShapeNode]) -> ShapeNode {
        if let union = texts(of: branches) { return .oneOf(union) }
        var node = ShapeNode.unknown(width(of: branches))
        var best: [LiteralSet?] = []
        for branch in branches { best.append(required(branch).bestClause) }
        if !best.contains(where: { $0 == nil }) || !obeys(.everyBranchCounts) {
            if let clause = collector.pool.union(best.compactMap(\.self)), clause.count > 0 { node.clauses = [clause] }
        }
        if branches.allSatisfy({ !$0.masks.isEmpty }) {
            node.masks = [branches.reduce(CharacterMask()) { $0.union($1.masks[0]) }]
        }
        return node
    }

    /// The texts of branches that are nothing but texts.
    private mutating func texts(of branches: [ShapeNode]) -> LiteralSet? {
        guard branches.allSatisfy({ $0.pureTexts != nil }) else { return nil }
        let mark = collector.pool.mark
        var union = collector.pool.begin()
        for texts in branches.compactMap(\.pureTexts) {
            guard union.count + texts.count <= LiteralSet.unionLimit else {
                collector.pool.shrink(to: mark)
                return nil
            }
            collector.pool.insert(texts, into: &union)
        }
        return union
    }

    private func width(of branches: [ShapeNode]) -> CharacterWidth {
        guard obeys(.widthsOfBranchesDiffer) else { return branches[0].width }
        return branches.dropFirst().reduce(branches[0].width) { $0.union($1.width) }
    }

    /// A part whose texts, if it was exact, are now a clause.
    mutating func required(_ node: ShapeNode) -> ShapeNode {
        guard let exact = node.exact else { return node }
        collector.collect(exact)
        guard !exact.hasEmpty else {
            return ShapeNode(clauses: node.clauses, masks: node.masks, width: node.width)
        }
        return ShapeNode(
            clauses: node.clauses + [exact], masks: node.masks, items: [.literals(exact)], width: node.width)
    }
}

// MARK: Quantifiers

extension ShapeParser {
    /// Reads a quantifier if there is one; what makes it lazy or possessive only changes which match is found.
    private mutating func parseRepeat() throws(GaveUp) -> Repeat {
        guard let times = try parseRepeatCount() else { return .once }
        if !skip("?") { _ = skip("+") }
        guard try parseRepeatCount() == nil else { throw GaveUp("It has a quantifier behind a quantifier.") }
        return times
    }

    private mutating func parseRepeatCount() throws(GaveUp) -> Repeat? {
        if skip("*") { return Repeat(minimum: 0, maximum: nil) }
        if skip("+") { return Repeat(minimum: 1, maximum: nil) }
        if skip("?") { return Repeat(minimum: 0, maximum: 1) }
        guard skip("{") else { return nil }
        // PCRE2 10.43 made quantifiers of `{,3}` and `{ 1, 2 }`, which are text in older versions.
        guard let minimum = parseNumber() else { throw GaveUp("It has a brace that is no plain {n}, {n,} or {n,m}.") }
        var maximum: Int? = minimum
        if skip(",") { maximum = parseNumber() }
        guard skip("}") else { throw GaveUp("It has a brace that is no plain {n}, {n,} or {n,m}.") }
        return Repeat(minimum: minimum, maximum: maximum)
    }

    private mutating func parseNumber() -> Int? {
        var number: Int?
        while let digit = peek(), digit &- 0x30 < 10, (number ?? 0) < 100_000 {
            number = (number ?? 0) * 10 + Int(digit - 0x30)
            position += 1
        }
        return number
    }

    /// A part so many times.
    private mutating func repeated(_ node: ShapeNode, _ times: Repeat) -> ShapeNode {
        if times.isOnce { return node }
        noteWork(of: node, times)
        if let texts = repeatedTexts(of: node, times) { return .oneOf(texts) }
        if times.minimum > 0, !obeys(.repeatIsNotOnce) { return node }
        let node = required(node)
        let isNeeded = times.minimum > 0 || !obeys(.optionalIsNotNeeded)
        let width = obeys(.widthsAreRepeated) ? node.width.repeated(times) : node.width
        return ShapeNode(clauses: isNeeded ? node.clauses : [], masks: isNeeded ? node.masks : [], width: width)
    }

    /// The texts of a part that is only text and is optional, or repeated a small fixed number of times.
    private mutating func repeatedTexts(of node: ShapeNode, _ times: Repeat) -> LiteralSet? {
        guard let texts = node.pureTexts else { return nil }
        if times.isOptional {
            return obeys(.optionalIsNotNeeded) ? collector.pool.union([texts, .empty]) : texts
        }
        guard let count = times.exactCount, count <= 8 else { return nil }
        var product: LiteralSet? = .empty
        for _ in 0..<count { product = product.flatMap { collector.pool.product($0, texts) } }
        return product
    }

    /// Counts the ways to match that a quantifier opens.
    ///
    /// A repeated group is taken for unbounded: its parts can divide a text in more ways than can be counted here.
    private mutating func noteWork(of node: ShapeNode, _ times: Repeat) {
        if node.width != .one, times.maximum.map({ $0 > ShapeParser.turnLimit }) ?? true { isIntricate = true }
        guard let maximum = times.maximum, maximum <= 1 || node.width == .one || times.exactCount != nil else {
            return markUnbounded()
        }
        choices = min(choices * (maximum - times.minimum + 1), ShapeParser.choiceLimit + 1)
        if choices > ShapeParser.choiceLimit || maximum > 1_000 { markUnbounded() }
    }
}

/// Compares a scalar of the pattern with a character of its syntax.
func == (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar == character.value }

/// Compares a scalar of the pattern with a character of its syntax.
func != (scalar: UInt32, character: Unicode.Scalar) -> Bool { scalar != character.value }

/// Lets characters of the syntax stand in a `switch` over scalars of the pattern.
func ~= (character: Unicode.Scalar, scalar: UInt32) -> Bool { scalar == character.value }
