/// What a store has of one pattern.
struct CodeSlot {
    enum State: UInt8 {
        /// Not compiled yet, or compiled and given up since.
        case vacant

        /// Code for the machine.
        case machineCode

        /// Code for the interpreter, which the policy and the pattern allow.
        case byteCode

        /// No machine code to be had, and the interpreter not allowed: not tried again.
        case noMachineCode

        /// Could not be compiled although it once was.
        case failed
    }

    var code: OpaquePointer?
    var state = State.vacant

    /// The bytes that the code takes.
    var size: UInt32 = 0

    /// Whether the pattern ran since the hand of the clock last passed.
    var isRecent = false
}
