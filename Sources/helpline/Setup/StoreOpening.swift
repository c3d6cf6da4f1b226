import Glibc
import HelplineCore
import HelplinePack
import HelplineStore

/// Opens the store of a state folder while the pack is read: both take some milliseconds and do not need each other.
struct StoreOpening {
    private let store: Beside<Result<Store, LedgerError>>

    /// Begins where a pack was proved in the folder before; nil elsewhere, since a pack with a fault is to leave
    /// nothing behind.
    init?(_ settings: Configuration) {
        let folder = settings.value(.state)
        guard access(folder + "/pack.proven", F_OK) == 0, StateFolder.objection(to: folder) == nil else { return nil }
        let limits = settings.storeLimits
        store = Beside { Result { () throws(LedgerError) in try Store(folder: folder, limits: limits) } }
    }

    /// The store, or why it could not be opened; waits for it.
    var result: Result<Store, LedgerError> { store.value }
}
