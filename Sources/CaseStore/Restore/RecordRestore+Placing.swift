import Casework

/// The second half: from the person's word to the new record.
extension RecordRestore {
    /// Puts the backup in the record's place (``RecordExchange``).
    public func place(at now: Instant, by actor: StaffID, account: String) throws(RestoreError) -> RestoreReport {
        try place(at: now, by: actor, account: account) { _ in }
    }

    package func place(
        at now: Instant, by actor: StaffID, account: String, cutting: (ExchangeMoment) throws -> Void
    ) throws(RestoreError) -> RestoreReport {
        do {
            return try withoutActuallyEscaping(cutting) { cutting in
                let exchange = RecordExchange(
                    database: database, draft: draft, mark: .restore, offset: backup.offset, patience: patience,
                    cutting: cutting)
                var loss = loss
                let outcome = try exchange.run(
                    at: now, by: actor,
                    lost: { pen in
                        let losses = losses(behind: pen)
                        loss = losses.loss
                        return losses.cases
                    },
                    word: { lost, kept in
                        RecordRestored(
                            file: RecordExchange.name(of: file), entries: backup.head.sequence,
                            hash: backup.head.hexHash, oldEntries: loss.head?.sequence, oldHash: loss.head?.hexHash,
                            lost: loss.count, kept: kept, numbers: lost?.toldNumbers, lastCase: lost?.lastCase,
                            lastStaff: lost?.lastStaff, restores: lost?.toldRestores, account: account)
                    })
                return RestoreReport(
                    backup: backup, loss: loss, kept: outcome.kept, lostCases: outcome.lost, list: outcome.list,
                    cases: cases, keepsOwner: outcome.keepsOwner)
            }
        } catch let error as RestoreError {
            throw error
        } catch {
            throw .store(StoreError(error, path: database))
        }
    }

    private func losses(behind pen: RecordPen?) -> Losses {
        guard let pen else { return Self.losses(restoring: draft.path, over: place) }
        do {
            return try Self.losses(restoring: draft.path, over: pen.connection)
        } catch {
            return (.unreadable(error), nil)
        }
    }
}
