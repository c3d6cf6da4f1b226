import LibFuzzer
import PatternFuzz

@main
enum Bytes {
    static func main() {
        LibFuzzer.run { ByteFuzz.fault(of: $0) }
    }
}
