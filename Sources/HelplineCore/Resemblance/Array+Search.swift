extension Array where Element: Comparable {
    /// Where the first element stands, of those in order, that is not below a value; the end if there is none.
    func firstIndex(notBelow value: Element) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
