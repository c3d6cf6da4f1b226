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
            abstract: "Hand a mail marked [TEST] over to every recipient, now.",
            discussion: """
                The recipients are those of the settings, without any the address of the pack, as for users' mails. Goes by \
                the transport of the settings and past the outbox: no user is told of it and nothing is kept. Prints what \
                the transport said. Code 0 where all were handed over, 75 where one was not.
                """)

        @OptionGroup var options: OutboxCommand.Options

        func run() throws {
            let settings = try options.settings()
            let way = MailWay.of(settings)
            var recipients = Set(settings.mailbox.recipients.values).sorted()
            // Without the operator's word mails are written for the address of the pack.
            if recipients.isEmpty, !way.sends {
                recipients = [try PackFolder.inspect(settings.value(.intents)).content.address]
            }
            if !way.sends { try OutboxCommand.opening(settings) { _ in } }
            do {
                let composer = MailComposer(try settings.composer())
                let transport = try way.transport(settings)
                let isDone = try recipients.map { recipient in
                    let mail = try composer.composeTest(
                        to: recipient, reference: Reference(random: .random(in: .min ... .max)), at: .now, in: .utc)
                    return try say(transport.deliver(mail, at: .now), recipient, transport.name)
                }
                guard isDone.allSatisfy(\.self) else { throw ExitStatus.temporaryFailure }
            } catch let error as ExitCode {
                throw error
            } catch let error as StreamFault {
                throw error
            } catch {
                StandardError.say("helpline: \(error)")
                throw ExitStatus.configuration
            }
        }

        /// Whether it was handed over.
        private func say(_ result: DeliveryResult, _ recipient: String, _ name: String) throws -> Bool {
            switch result {
            case .delivered(let place):
                try StandardOutput.say("\(recipient)  handed over by \(name): \(place)")
                return true
            case .deferred(let reason, _): StandardError.say("\(recipient)  not now: \(reason)")
            case .failed(let reason): StandardError.say("\(recipient)  refused: \(reason)")
            case .held(let reason): StandardError.say("\(recipient)  the settings need mending: \(reason)")
            }
            return false
        }
    }
}
