import Foundation
import HelplineWire

/// The secrets of the relays: from a file, from the environment, never from the command line, where `ps` shows them.
enum RelaySecrets {
    /// Why a secret cannot be used.
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    /// `HELPLINE_RELAY_SECRET_IRC_MAIN` is the secret of the relay `irc-main`.
    static let variablePrefix = "HELPLINE_RELAY_SECRET_"
    /// Shorter ones could be guessed.
    private static let shortest = 8
    /// Names of the program's own conversations.
    private static let reserved = ["plain", "chat", "chat-json"]

    /// The secrets of the file and the environment, which comes first; of systemd's credential `relays` where no file
    /// is set.
    static func read(file: String, environment: [String: String]) throws(Fault) -> RelayCredentials {
        var secrets: [String: String] = [:]
        if !file.isEmpty {
            secrets = try read(file)
        } else if let folder = environment["CREDENTIALS_DIRECTORY"],
            FileManager.default.fileExists(atPath: folder + "/relays")
        {
            secrets = try read(folder + "/relays")
        }
        for (name, secret) in environment where name.hasPrefix(variablePrefix) {
            let relay = name.dropFirst(variablePrefix.count).lowercased().replacing("_", with: "-")
            secrets[relay] = try checked(secret, of: relay, at: name)
        }
        return RelayCredentials(secrets)
    }

    private static func read(_ path: String) throws(Fault) -> [String: String] {
        try checkRights(path)
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else {
            throw Fault(description: "The file of relay secrets “\(path)” cannot be read as UTF-8 text.")
        }
        var secrets: [String: String] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
            guard let name = words.first, !name.hasPrefix("#") else { continue }
            guard words.count == 2 else {
                throw Fault(description: "\(path):\(number + 1): a line is “NAME SECRET”.")
            }
            secrets[String(name)] = try checked(String(words[1]), of: String(name), at: "\(path):\(number + 1)")
        }
        return secrets
    }

    private static func checkRights(_ path: String) throws(Fault) {
        var file = stat()
        guard stat(path, &file) == 0 else {
            throw Fault(
                description: "The file of relay secrets “\(path)” cannot be read: \(String(cString: strerror(errno))).")
        }
        guard file.st_mode & 0o077 == 0 else {
            throw Fault(description: "Others may read the relay secrets in “\(path)”; run `chmod 600 \(path)`.")
        }
    }

    private static func checked(_ secret: String, of relay: String, at place: String) throws(Fault) -> String {
        guard !reserved.contains(relay), !relay.hasPrefix("connection-") else {
            throw Fault(description: "\(place): no relay can have the name “\(relay)”, which the program uses itself.")
        }
        guard secret.utf8.count >= shortest else {
            throw Fault(description: "\(place): the secret of “\(relay)” is too short; at least \(shortest) bytes.")
        }
        return secret
    }
}
