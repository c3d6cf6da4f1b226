import ArgumentParser
import HelplineCore
import HelplineMail

/// Tries the way that accepted mails would go.
struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Try the mail settings.", subcommands: [Test.self])

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test",
            abstract: "Hand a mail marked [TEST] over to every recipient of the settings, now.",
            discussion: """
                Goes by the transport of the settings and past the outbox: no user is told of it and nothing is kept. Prints \
                what the transport said. Code 0 where all were handed over, 75 where one was not.
                """)

        @OptionGroup var options: OutboxCommand.Options

        func run() throws {
            let settings = try options.settings()
            let way = MailWay.of(settings)
            let mailbox = settings.mailbox
            let recipients = Set(mailbox.recipients.values).sorted()
            guard !recipients.isEmpty else {
                StandardError.say("helpline: mail.recipient is not set, so there is nobody to try it with.")
                throw ExitStatus.configuration
            }
            do {
                let composer = MailComposer(try settings.composer())
                let transport = try way.transport(settings)
                let isDone = try recipients.map { recipient in
                    let mail = try composer.composeTest(
                        to: recipient, reference: Reference(random: .random(in: .min ... .max)), at: .now, in: .utc)
                    return say(transport.deliver(mail, at: .now), recipient, transport.name)
                }
                guard isDone.allSatisfy(\.self) else { throw ExitStatus.temporaryFailure }
            } catch let error as ExitCode {
                throw error
            } catch {
                StandardError.say("helpline: \(error)")
                throw ExitStatus.configuration
            }
        }

        /// Whether it was handed over.
        private func say(_ result: DeliveryResult, _ recipient: String, _ name: String) -> Bool {
            switch result {
            case .delivered(let place):
                print("\(recipient)  handed over by \(name): \(place)")
                return true
            case .deferred(let reason, _): StandardError.say("\(recipient)  not now: \(reason)")
            case .failed(let reason): StandardError.say("\(recipient)  refused: \(reason)")
            case .held(let reason): StandardError.say("\(recipient)  the settings need mending: \(reason)")
            }
            return false
        }
    }
}
