import NIOCore

/// Stands before a protected connection: whoever begins a handshake is let through to it, everybody else is told in
/// plain words which way of speaking is wanted here.
///
/// What decrypts is made only for those who begin a handshake: a flood of connections that say nothing costs little.
final class TLSDoor: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// Sent on when the first byte is none of TLS.
    struct Unprotected: Sendable {}

    /// The first byte of a record that holds a handshake (RFC 8446 section 5.1).
    private static let handshake: UInt8 = 0x16

    private let protection: Protection

    init(_ protection: Protection) {
        self.protection = protection
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let first = unwrapInboundIn(data).readableBytesView.first else { return }
        guard first == Self.handshake else { return context.fireUserInboundEventTriggered(Unprotected()) }
        do {
            let pipeline = context.pipeline.syncOperations
            try pipeline.addHandler(protection.handler(), position: .after(self))
            context.fireChannelRead(data)
            pipeline.removeHandler(context: context, promise: nil)
        } catch {
            context.fireErrorCaught(error)
        }
    }
}
