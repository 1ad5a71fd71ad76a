import Casework
import GRDB

/// A village takes the township's entries over as they are: the township's order is the one that counts. Its own entries
/// that the township does not know yet come after them, as far as they still fit.
extension RelayIncoming {
    func applyAtVillage(_ entry: RelayEntry) throws {
        do {
            if let row = entry.echo {
                try confirm(row, entry)
            } else {
                switch JournalFact.SubjectKind(rawValue: entry.about) {
                case .case: try applyCase(entry)
                case .staff: try applyStaff(entry)
                case .centre: try applyCentre(entry)
                case nil: throw UnknownKind(name: entry.about)
                }
            }
        } catch is UnknownKind {
            throw RelayError.unreadable(number: mark.number, entry: entry.seq)
        } catch is DecodingError {
            throw RelayError.unreadable(number: mark.number, entry: entry.seq)
        }
    }

    private func actor(of entry: RelayEntry) throws -> StaffID { try staff(number: entry.actor)?.id ?? .office }

    /// The township has taken over what was made here under `row`.
    private func confirm(_ row: Int64, _ entry: RelayEntry) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT subject FROM journal WHERE seq = ? AND subject_kind = ? AND kind = ?")
        guard let subject = try Int64.fetchOne(statement, arguments: [row, entry.about, entry.kind]) else {
            // The township tells of what this record does not remember.
            throw RelayError.fork(site: own.site.name, number: mark.seen.number)
        }
        confirmed += [row, entry.seq]
        try RelayProjection.saveOrigin(
            row, site: partner.id, origin: entry.seq, isOwn: true, bundle: mark.number, in: database)
        touched.insert(CaseID(subject))
        if var expected = try RelayProjection.task(own.site.id, row, in: database), expected.status == .expected {
            expected.status = .lifted
            try transaction.record(.centre(.relay(.task(expected))), about: 0, at: now, by: actor)
        }
    }

    private func applyCase(_ entry: RelayEntry) throws {
        let event = try event(of: entry, isStrict: false)
        let at = Instant(milliseconds: entry.at)
        let known = try find(number: entry.subject)
        if case .registered(let registration) = event {
            guard known == nil else { throw RelayError.unreadable(number: mark.number, entry: entry.seq) }
            let id = try RecordWriter(transaction: transaction).nextID()
            _ = try transaction.register(registration, id: id, at: at, by: try actor(of: entry))
            return try written(entry)
        }
        // A case that was closed before this record began is the township's alone.
        guard let known else { return }
        try transaction.record(event, on: known, at: at, by: try actor(of: entry))
        touched.insert(known.id)
        try written(entry)
    }

    private func applyStaff(_ entry: RelayEntry) throws {
        var event = try StaffEvent(kind: entry.kind, body: entry.body)
        var record = try StaffProjection.find(number: entry.subject, in: database)
        if case .enrolled(var member) = event, record == nil {
            member.id = try transaction.nextStaffID()
            event = .enrolled(member)
            record = StaffRecord(member: member)
        }
        guard let record else { return }
        try transaction.record(
            .staff(event), about: record.member.id.value, at: Instant(milliseconds: entry.at),
            by: try actor(of: entry))
        try written(entry)
    }

    private func applyCentre(_ entry: RelayEntry) throws {
        let fact = try fact(of: entry)
        guard case .centre(let event) = fact else { return }
        switch event {
        case .item(.listed(let item)), .item(.revised(let item)):
            // Somebody typed the same version in here.
            if try ItemProjection.version(item.version, of: item.code, in: database) != nil { return }
        case .campaign(.opened(let opened)):
            if try CampaignProjection.find(opened.code, in: database) != nil { return }
        case .relay(.task(let task)):
            guard task.site == own.site.id else { return }
            count(task)
            if let known = try find(number: task.entry.subject) { touched.insert(known.id) }
        case .founded, .villageAdded, .itemListed, .item, .calendarChanged, .campaign, .messagesSwitched, .relay,
            .restored, .dataExported, .anchorSigned, .anchorsRestarted, .rulebookAdopted, .projectionsRebuilt,
            .dutyExcepted, .summaryHandedIn, .pay, .inspected, .trainingHeld, .pointAssessed, .notice,
            .villageDescribed:
            break
        }
        try transaction.record(fact, about: 0, at: Instant(milliseconds: entry.at), by: try actor(of: entry))
        try written(entry)
    }

    private func fact(of entry: RelayEntry) throws -> JournalFact {
        do {
            return try JournalFact(
                subjectKind: entry.about, kind: entry.kind, body: entry.body, sequence: entry.seq)
        } catch is UnreadableRecord {
            throw UnknownKind(name: entry.kind)
        }
    }
}
