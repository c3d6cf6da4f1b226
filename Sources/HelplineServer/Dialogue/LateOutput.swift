/// Takes what a dialogue says after the call that led to it, on the loop.
///
/// The bytes may be empty where only the dialogue's own state has changed.
typealias LateOutput = ([UInt8]) -> Void
