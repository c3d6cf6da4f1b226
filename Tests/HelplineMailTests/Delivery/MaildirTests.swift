import Foundation
import HelplineCore
import Testing

@testable import HelplineMail

@Suite("Maildir")
struct MaildirTests {
    @Test("A mail stands in new, whole, and once although it came twice")
    func twice() throws {
        let folder = try TemporaryFolder()
        let transport = MaildirTransport(folder: folder.path + "/Maildir")
        let mail = try LeasedMail.sample()
        for _ in 0..<2 {
            guard case .delivered = transport.deliver(mail, at: Sample.moment) else {
                Issue.record("the mail was not delivered")
                return
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Maildir/new")
        #expect(names == ["\(mail.created.seconds).\(mail.reference).helpline"])
        #expect(
            try Data(contentsOf: URL(filePath: folder.path + "/Maildir/new/" + names[0])) == Data(mail.composed.bytes))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Maildir/tmp") == [])
        #expect(FileManager.default.fileExists(atPath: folder.path + "/Maildir/cur"))
    }

    @Test(
        "Each step of writing may fail: the mail is then tried again, and arrives",
        arguments: DurableFolder.Step.allCases)
    func faults(_ step: DurableFolder.Step) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/Maildir"
        let mail = try LeasedMail.sample()
        // What stands there is synced only where it stands there already.
        if step == .inspect { _ = MaildirTransport(folder: path).deliver(mail, at: Sample.moment) }
        let broken = MaildirTransport(folder: path, fault: { $0 == step ? ENOSPC : nil })
        guard case .deferred(let reason, _) = broken.deliver(mail, at: Sample.moment) else {
            Issue.record("\(step.rawValue) did not fail")
            return
        }
        #expect(reason.contains(step.rawValue))
        guard case .delivered = MaildirTransport(folder: path).deliver(mail, at: Sample.moment) else {
            Issue.record("the second try failed")
            return
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/new").count == 1)
    }
}
