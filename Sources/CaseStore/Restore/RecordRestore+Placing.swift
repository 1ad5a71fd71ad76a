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
                let outcome = try exchange.run(at: now, by: actor, losses: losses) { losses, kept in
                    RecordRestored(
                        file: RecordExchange.name(of: file), entries: backup.head.sequence, hash: backup.head.hexHash,
                        oldEntries: losses.loss.head?.sequence, oldHash: losses.loss.head?.hexHash,
                        lost: losses.loss.count, kept: kept, numbers: losses.cases?.toldNumbers,
                        lastCase: losses.cases?.lastCase, lastStaff: losses.cases?.lastStaff,
                        restores: losses.cases?.toldRestores, account: account)
                }
                return RestoreReport(
                    backup: backup, loss: outcome.losses.loss, kept: outcome.kept, lostCases: outcome.losses.cases,
                    list: outcome.list, cases: cases)
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
