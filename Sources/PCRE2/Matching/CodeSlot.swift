/// What a store has of one pattern.
struct CodeSlot {
    enum State: UInt8 {
        /// Not compiled yet, or compiled and given up since.
        case vacant

        /// Code for the interpreter, until the pattern was run so often that machine code is worth its price.
        case onTrial

        /// Code for the machine.
        case machineCode

        /// Code for the interpreter, which the policy and the pattern allow.
        case byteCode

        /// No machine code to be had, and the interpreter not allowed: not tried again.
        case noMachineCode

        /// Could not be compiled although it once was.
        case failed

        /// Whether something has to be done before the pattern runs by machine code, or not at all.
        var isUnsettled: Bool { self == .vacant || self == .onTrial }
    }

    var code: OpaquePointer?
    var state = State.vacant

    /// Whether the pattern ran since the hand of the clock last passed.
    var isRecent = false

    /// How often it was run on trial.
    var trials: UInt8 = 0
}
