import Glibc

/// The descriptors 0, 1 and 2.
enum StandardDescriptors {
    /// Puts `/dev/null` where a program was started with one of them closed.
    ///
    /// The input cannot be read there, nor the output written, so that whoever tries ends with words; who does not try,
    /// as a service, never knows. Else the first file that is opened takes its place: the pack would be read as what the
    /// user says, and a reply would be written into the database.
    static func keepOpen() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest one that is free is taken, which is this one.
            _ = open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_WRONLY)
        }
    }
}
