import Foundation
import Glibc
import HelplineCore
import Testing

@testable import HelplineMail

@Suite("The .eml transport")
struct FileTransportTests {
    private let state: TemporaryFolder
    private let folder: String
    private let mail: LeasedMail
    private var name: String { "\(mail.reference).eml" }

    init() throws {
        state = try TemporaryFolder()
        folder = state.path + "/outbox"
        mail = try LeasedMail.sample()
    }

    private func mode(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
    }

    @Test("A mail becomes one file of its bytes, for its owner's eyes only")
    func written() {
        let result = FileTransport(folder: folder).deliver(mail, at: Sample.moment)
        #expect(result == .delivered("\(folder)/\(name)"))
        #expect(state.names(in: "outbox") == [name])
        #expect(state.bytes("outbox/\(name)") == mail.composed.bytes)
        #expect(mode("\(folder)/\(name)") == 0o600)
        #expect(mode(folder) == 0o700)
    }

    @Test("Delivering again changes nothing and is a success")
    func again() throws {
        let transport = FileTransport(folder: folder)
        let first = transport.deliver(mail, at: Sample.moment)
        let inode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.systemFileNumber] as? Int
        #expect(transport.deliver(mail, at: Sample.moment) == first)
        #expect(state.names(in: "outbox") == [name])
        let second = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.systemFileNumber] as? Int
        #expect(inode == second)
    }

    @Test(
        "Another file, a folder or a link of that name is left alone, and the mail fails",
        arguments: ["file", "longer", "folder", "link"])
    func occupied(_ kind: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/\(name)"
        switch kind {
        case "file": try state.write(Array("other".utf8), to: "outbox/\(name)")
        case "longer": try state.write(mail.composed.bytes + [0x0A], to: "outbox/\(name)")
        case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        default: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
        }
        let before = state.bytes("outbox/\(name)")
        let result = FileTransport(folder: folder).deliver(mail, at: Sample.moment)
        #expect(result == .failed("\(path) exists and is not this mail: move it away and try again"))
        #expect(state.names(in: "outbox") == [name])
        #expect(state.bytes("outbox/\(name)") == before)
    }

    @Test("What a crash left half written is replaced")
    func leftover() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try state.write([1, 2, 3], to: "outbox/\(name).part")
        #expect(FileTransport(folder: folder).deliver(mail, at: Sample.moment) == .delivered("\(folder)/\(name)"))
        #expect(state.names(in: "outbox") == [name])
        #expect(state.bytes("outbox/\(name)") == mail.composed.bytes)
    }

    @Test(
        "Whichever step fails, the file is whole or not there, the mail waits, and the next try succeeds",
        arguments: DurableFolder.Step.allCases)
    func everyStep(_ step: DurableFolder.Step) throws {
        let failing = FileTransport(folder: folder, fault: { $0 == step ? ENOSPC : nil })
        guard case .deferred(let reason, let next) = failing.deliver(mail, at: Sample.moment) else {
            Issue.record("not deferred")
            return
        }
        #expect(reason.contains(step.rawValue) && reason.contains("No space left"))
        #expect(next > Sample.moment)
        let names = state.names(in: "outbox")
        #expect(names == (step == .syncFolder ? [name] : []))
        #expect(FileTransport(folder: folder).deliver(mail, at: next) == .delivered("\(folder)/\(name)"))
        #expect(state.bytes("outbox/\(name)") == mail.composed.bytes)
    }

    @Test("A file that was not yet known to be durable is synced before it counts")
    func syncsWhatStands() {
        _ = FileTransport(folder: folder).deliver(mail, at: Sample.moment)
        for step in [DurableFolder.Step.sync, .syncFolder] {
            let failing = FileTransport(folder: folder, fault: { $0 == step ? EIO : nil })
            let result = failing.deliver(mail, at: Sample.moment)
            if case .deferred = result { continue }
            Issue.record("\(step) was not done")
        }
    }

    @Test(
        "A state folder that is missing, or a file in the way, makes the mail wait",
        arguments: ["missing/outbox", "file"])
    func noFolder(_ place: String) throws {
        try state.write([], to: "file")
        let result = FileTransport(folder: "\(state.path)/\(place)").deliver(mail, at: Sample.moment)
        guard case .deferred(let reason, _) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(reason.contains("cannot create the folder"))
    }

    @Test("A mail that could not be written for 48 hours is given up")
    func givenUp() {
        let late = mail.created.advanced(bySeconds: 172_800)
        let result = FileTransport(folder: state.path + "/missing/outbox").deliver(mail, at: late)
        if case .failed = result { return }
        Issue.record("\(result)")
    }
}
