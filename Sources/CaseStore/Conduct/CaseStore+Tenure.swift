import Casework

extension CaseStore {
    /// Decides on what a desk has shown; nothing is written when the rules bring up something else by now.
    public func decideTenure(
        _ outcome: TenureDecision.Outcome, about person: StaffID, reason: String, seen: TenureProposal,
        in mark: RecordMark? = nil, rules: Rules, at now: Instant, by actor: Actor
    ) throws(RecordError) -> TenureDecision {
        do {
            return try batch(seenIn: mark) { writer in
                try writer.decideTenure(
                    outcome, about: person, in: seen.month, reason: reason, seen: seen, rules: rules, at: now, by: actor
                )
            }
        } catch let error as RecordError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}
