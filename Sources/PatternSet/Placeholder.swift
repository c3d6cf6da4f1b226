public struct MatchScratch: ~Copyable {
    public init() {}
}
