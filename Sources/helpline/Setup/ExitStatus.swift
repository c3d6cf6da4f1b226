import ArgumentParser

/// The exit codes of sysexits(3) that this program uses; 64, a wrong command line, is the argument parser's own.
enum ExitStatus {
    /// Content with a fault.
    static let dataFault = ExitCode(65)
    /// A file or folder to be read is not there.
    static let noInput = ExitCode(66)
    /// A port or a service is not to be had.
    static let unavailable = ExitCode(69)
    /// A file or folder cannot be made.
    static let cannotCreate = ExitCode(73)
    /// Reading or writing failed.
    static let inputOutput = ExitCode(74)
    /// Something could not be done now; later it may.
    static let temporaryFailure = ExitCode(75)
    /// The configuration is wrong.
    static let configuration = ExitCode(78)
}
