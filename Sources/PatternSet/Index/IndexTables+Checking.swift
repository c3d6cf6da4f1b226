extension IndexTables {
    /// Whether every number points at something, so that no search reads or writes beside a table.
    ///
    /// That they are the numbers of certain patterns is not to be seen from them: tables of other patterns miss
    /// matches.
    var isWhole: Bool {
        let literals = scanner.entries.count
        return count == postings.count + always.count && signatureBits.count == literals
            && signatureBits.elements.allSatisfy { $0 < 128 }
            && triggerStarts.areStarts(of: literals, in: triggers.count)
            && largeStarts.areStarts(of: literals, in: largeClauses.count)
            && largeClauses.elements.allSatisfy { $0 < largeCount }
            && triggers.elements.allSatisfy { $0 < clauseCount }
            && postingStarts.areStarts(of: clauseCount, in: postings.count)
            && always.elements.allSatisfy { $0.pattern < count }
            && postings.elements.allSatisfy { $0.pattern < count } && areProgramsWhole
    }

    /// Follows every program to its end.
    ///
    /// Each belongs to one pattern, so that all of them together are no longer than their table, and following them
    /// takes no longer either.
    private var areProgramsWhole: Bool {
        var length = 0
        for posting in postings.elements where posting.program != IndexPlan.none {
            guard let end = programEnd(Int(posting.program)) else { return false }
            length += end - Int(posting.program)
            guard length <= programs.count else { return false }
        }
        return true
    }

    /// Where a program ends, nil where it leads astray.
    private func programEnd(_ start: Int) -> Int? {
        var place = start
        var hasOrder = false
        // How many steps of a plain order were read.
        var plainSteps: Int?
        while place < programs.count {
            let word = programs[place]
            place += 1
            switch PatternProgram.Kind(rawValue: word & PatternProgram.kindBits) {
            case .end: return hasOrder || plainSteps == nil && PatternProgram.lead(word) < 0 ? place : nil
            case .allMet: return word >> 3 == 0 && !hasOrder && plainSteps == nil ? place : nil
            case .mask where word >> 3 == 0 && plainSteps == nil: place += 4
            case .anywhere where isOperandWhole(word) && plainSteps == nil:
                place += PatternProgram.literalCount(word)
            case .plain where word >> 3 == 0 && plainSteps == nil && !hasOrder: plainSteps = 0
            case .last where isOperandWhole(word) && !hasOrder:
                place += PatternProgram.literalCount(word)
                hasOrder = true
            case .before where isOperandWhole(word) && hasOrder: place += 2 + PatternProgram.literalCount(word)
            default: return nil
            }
            if hasOrder, let count = plainSteps {
                guard count < PlainForm.stepLimit else { return nil }
                plainSteps = count + 1
            }
        }
        return nil
    }

    private func isOperandWhole(_ word: UInt32) -> Bool {
        word & PatternProgram.isNamed == 0 || PatternProgram.operand(word) < largeCount
    }
}

extension Table<UInt32> {
    /// Whether these are the places where each of some lists starts in a table of so many elements, and where the last
    /// one ends.
    fileprivate func areStarts(of lists: Int, in count: Int) -> Bool {
        guard self.count == lists + 1, elements.first == 0, elements.last.map({ Int($0) }) == count else {
            return false
        }
        for index in 0..<lists where self[index] > self[index + 1] { return false }
        return true
    }
}
