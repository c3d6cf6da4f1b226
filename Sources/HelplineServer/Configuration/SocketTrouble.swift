import Glibc
import NIOCore
import NIOPosix

/// What a socket was refused, as a sentence with its cure, for an operator who never wrote a program.
enum SocketTrouble {
    /// Why nobody can listen at a place.
    static func listening(_ error: any Error, at place: ListeningPlace) -> ServerError {
        let words =
            switch error {
            case is SocketAddressError, is SocketAddressError.UnknownHost: noSuchName
            case let error as IOError: listening(error.errnoCode, at: place)
            default: "cannot listen here: \(error)"
            }
        return ServerError(.bind, words, at: place.description)
    }

    /// Why nobody can listen at a place, by the kernel's number (bind(2)).
    static func listening(_ code: CInt, at place: ListeningPlace) -> String {
        switch (code, place) {
        case (EADDRINUSE, _):
            "another program listens here already; end it (ss -ltnp shows which it is), or name another port"
        case (EACCES, .tcp), (EPERM, .tcp):
            "only root may listen on a port this low; name one above 1023, or give the program CAP_NET_BIND_SERVICE"
        case (EACCES, _), (EPERM, _), (EROFS, _):
            "this user may not make a socket in that folder; name a path in a folder of its own"
        case (EADDRNOTAVAIL, _), (EAFNOSUPPORT, _):
            "this machine has no such address (ip address shows those it has); name one of them"
        case (ENOENT, _), (ENOTDIR, _): "its folder does not exist; make it, or name another path"
        default: "cannot listen here: \(String(cString: strerror(code)))"
        }
    }

    /// Why nobody can be reached at a place.
    static func connecting(_ error: any Error) -> String {
        switch error {
        case is SocketAddressError, is SocketAddressError.UnknownHost: noSuchName
        case let error as IOError: connecting(error.errnoCode)
        case let error as NIOConnectionError: error.connectionErrors.first.map { connecting($0.error) } ?? noSuchName
        case ChannelError.connectTimeout: connecting(ETIMEDOUT)
        default: "cannot connect: \(error)"
        }
    }

    /// Why nobody can be reached at a place, by the kernel's number (connect(2)).
    static func connecting(_ code: CInt) -> String {
        switch code {
        case ECONNREFUSED: "nobody listens here; is the server running, and is this its address?"
        case ENOENT, ENOTDIR: "there is no such socket; is the server running, and is this its path?"
        case EACCES, EPERM: "this user may not use this socket; ask as the user of the server"
        case ETIMEDOUT: "nobody answers; does a firewall stand between?"
        case ENETUNREACH, EHOSTUNREACH: "there is no way to this address from here"
        case ENAMETOOLONG: "a socket's path has at most \(UnixSocket.longestPath) bytes"
        default: "cannot connect: \(String(cString: strerror(code)))"
        }
    }

    static let noSuchName = "there is no such name or address; is it spelt right?"
}
