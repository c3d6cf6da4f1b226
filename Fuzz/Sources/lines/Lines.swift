import LibFuzzer
import WireFuzz

@main
enum Lines {
    static func main() {
        LibFuzzer.run { WireFuzz.fault(of: Array($0)) }
    }
}
