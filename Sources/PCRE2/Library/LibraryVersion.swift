internal import CPCRE2

/// Which PCRE2 is linked and whether it can compile patterns to machine code here.
///
/// A distribution's security revision does not show in the version: Debian's 10.42 carries fixes of much later ones.
public struct LibraryVersion: Sendable, Hashable {
    /// Version and release date, as in “10.42 2022-12-11”.
    public let version: String

    /// The version of the Unicode tables inside the library, as in “14.0.0”.
    public let unicode: String

    /// The machine that the library compiles for, nil when it was built without the compiler.
    public let jitTarget: String?

    /// Whether machine code can be made in this process, found out by making some.
    ///
    /// False although there is a target where the system forbids writable and executable memory, as systemd's
    /// `MemoryDenyWriteExecute` does.
    public let isJITAvailable: Bool

    /// Asks the linked library; costs one compilation.
    public init() {
        version = LibraryVersion.text(helpline_pcre2_config_version) ?? "unknown"
        unicode = LibraryVersion.text(helpline_pcre2_config_unicode_version) ?? "unknown"
        jitTarget = LibraryVersion.text(helpline_pcre2_config_jit_target)
        isJITAvailable = LibraryVersion.canCompileToMachineCode()
    }

    /// Whether the library is of a release, as “10.42”, whatever its date.
    public func isRelease(_ release: String) -> Bool {
        version.prefix { $0 != " " } == release
    }

    private static func canCompileToMachineCode() -> Bool {
        guard let code = try? CompiledCode("a", options: []) else { return false }
        return CompiledCode.compileToMachineCode(code.pointer)
    }

    /// A text of `pcre2_config`, which first tells the space it needs, its final zero included (pcre2api).
    private static func text(_ what: UInt32) -> String? {
        let size = pcre2_config_8(what, nil)
        guard size > 1 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(size)) { buffer in
            guard pcre2_config_8(what, buffer.baseAddress) > 1 else { return nil }
            return String(decoding: buffer.prefix(Int(size) - 1), as: UTF8.self)
        }
    }
}

extension LibraryVersion: CustomStringConvertible {
    /// One line for `--version`.
    public var description: String {
        let jit =
            switch (jitTarget, isJITAvailable) {
            case (nil, _): "built without JIT"
            case (let target?, true): "JIT for \(target)"
            case (let target?, false): "JIT for \(target), refused by this system"
            }
        return "PCRE2 \(version), Unicode \(unicode), \(jit)"
    }
}
