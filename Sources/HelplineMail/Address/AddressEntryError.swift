/// An entry of the operator's list of addresses that is none.
struct AddressEntryError: Error {
    /// The entry as it was written.
    var entry: String
    /// Why it is no address.
    var refusal: AddressRefusal
}
