@main
struct Helpline {
    static func main() {}
}
