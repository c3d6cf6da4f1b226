@testable import HelplineServer
import NIOCore
import Testing

@Suite("The counting of guests") struct AdmissionValueTests {
    private static func at(_ seconds: Int64) -> NIODeadline {
        .uptimeNanoseconds(1_000_000_000_000) + .seconds(seconds)
    }

    @Test(
        "An IPv4 address and the /64 of an IPv6 address are one network",
        arguments: [
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
            ("::ffff:192.0.2.1", "192.0.2.1", true), ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
            ("::", "0.0.0.0", false),
        ])
    func networks(one: String, other: String, isSame: Bool) throws {
        let networks = try (#require(Network(parsing: one)), #require(Network(parsing: other)))
        #expect((networks.0 == networks.1) == isSame)
    }

    @Test("A client on this machine has no network where it is trusted; one without an address is a stranger")
    func trust() throws {
        let local = try SocketAddress(ipAddress: "127.0.0.1", port: 1)
        #expect(Network(local, trustsThisMachine: true) == nil)
        #expect(Network(local, trustsThisMachine: false) != nil)
        #expect(Network(try SocketAddress(ipAddress: "192.0.2.1", port: 1), trustsThisMachine: true) != nil)
        #expect(Network(nil, trustsThisMachine: true) != nil)
    }

    @Test("One network has so many connections at a time, and others are not touched by it")
    func perNetwork() throws {
        var limits = ServerLimits()
        limits.connectionsPerNetwork = 2
        limits.arrivals = nil
        var admission = Admission(limits)
        let one = try #require(Network(parsing: "192.0.2.1"))
        let other = try #require(Network(parsing: "192.0.2.2"))
        #expect(admission.enter(one, at: Self.at(0)) == nil)
        #expect(admission.enter(one, at: Self.at(0)) == nil)
        #expect(admission.enter(one, at: Self.at(0)) == .network)
        admission.leave(one)
        #expect(admission.enter(other, at: Self.at(0)) == nil)
        #expect(admission.enter(nil, at: Self.at(0)) == nil)
        admission.leave(one)
        #expect(admission.enter(one, at: Self.at(0)) == nil)
    }

    @Test("One network comes at its pace")
    func arrivals() throws {
        var limits = ServerLimits()
        limits.arrivals = Pace(burst: 3, interval: .seconds(10))
        var admission = Admission(limits)
        let one = Network(parsing: "192.0.2.1")
        var refused: [Int64] = []
        for second in [0, 0, 0, 0, 9, 10, 11, 40, 40, 40, 40] as [Int64] {
            if admission.enter(one, at: Self.at(second)) == .pace { refused.append(second) }
            admission.leave(one)
        }
        #expect(refused == [0, 9, 11, 40])
    }

    @Test("A hundred thousand networks that come and go leave no more than those of the last minutes")
    func bounded() {
        var admission = Admission(ServerLimits())
        var most = 0
        for number in 0..<100_000 {
            let network = Network.v6(UInt64(number))
            _ = admission.enter(network, at: Self.at(Int64(number / 100)))
            admission.leave(network)
            most = max(most, admission.networks)
        }
        #expect(most < 3000)
    }

    @Test("A pace lets a burst through at once and then one in every interval, also after a long rest")
    func pace() {
        var keeper = PaceKeeper()
        let pace = Pace(burst: 3, interval: .milliseconds(500))
        #expect((0..<3).allSatisfy { _ in keeper.admit(at: Self.at(0), pace) == .zero })
        #expect(keeper.admit(at: Self.at(0), pace) == .milliseconds(500))
        #expect(keeper.admit(at: Self.at(0) + .milliseconds(400), pace) == .milliseconds(100))
        #expect(keeper.admit(at: Self.at(0) + .milliseconds(500), pace) == .zero)
        #expect(!keeper.isRested(at: Self.at(1)))
        #expect(keeper.isRested(at: Self.at(2)))
        #expect((0..<3).allSatisfy { _ in keeper.admit(at: Self.at(1000), pace) == .zero })
        #expect(keeper.admit(at: Self.at(1000), pace) == .milliseconds(500))
    }
}
