import CaseStore
import Casework
import Dispatch

/// Raises warnings from a desk, minute by minute, without being in anybody's way.
///
/// A look at the record comes first, on the queue that reads; only when there is something, a short transaction follows
/// on the queue that writes. When there is much, as after an import of old cases, it goes on batch by batch, each at the
/// end of that queue: what the person does in the meantime goes in between. Everybody, this desk too, sees the outcome by
/// the change feed. A failure is not told here: whatever is wrong with the record, the panes tell it, and the next
/// minute tries again.
struct WarningRaiser: Sendable {
    let store: CaseStore
    let rules: Rules
    let clock: @Sendable () -> Instant
    let reading: DispatchQueue
    let recording: DispatchQueue

    func raise() {
        guard store.access == .readWrite else { return }
        reading.asyncCovered {
            let now = clock()
            guard let count = try? store.countUnraised(at: now), count > 0 else { return }
            recording.asyncCovered {
                let raised = try? store.raiseWarnings(at: now, rules: rules, limit: CaseStore.raisingBatch)
                if raised?.isEmpty == false, count == CaseStore.raisingBatch { raise() }
            }
        }
    }
}
