import Casework
import GRDB

/// The township takes a village's entries over in the order in which they were made: one that fits takes its place in
/// the township's journal, one that does not becomes a task.
extension RelayIncoming {
    func applyAtTownship(_ entry: RelayEntry) throws {
        guard try !isKnown(entry) else { return }
        do {
            if let obstacle = try attempt(entry, settling: false) {
                try open(entry, obstacle)
            } else {
                try written(entry)
            }
        } catch let unknown as Unknown {
            try open(entry, RelayObstacle(unknown.kind))
        } catch is UnknownKind {
            try open(entry, RelayObstacle(.unreadable))
        } catch is DecodingError {
            try open(entry, RelayObstacle(.unreadable))
        }
    }

    /// Writes the entry, or tells what stands in its way.
    ///
    /// - Parameter settling: a person has looked at it: what the other side did meanwhile is no obstacle any more.
    func attempt(_ entry: RelayEntry, settling: Bool) throws -> RelayObstacle? {
        let at = Instant(milliseconds: entry.at)
        let member = try staff(number: entry.actor)
        guard entry.actor.isEmpty || member != nil else { throw Unknown(kind: .personUnknown) }
        let actor = member?.id ?? .office
        if !settling, let member, try !works(member, at: partner.village, on: at) {
            return RelayObstacle(.otherVillage, rule: RelayObstacle.actorRule)
        }
        if entry.about == JournalFact.SubjectKind.staff.rawValue {
            return try attemptPresence(entry, at: at, by: actor)
        }
        guard entry.about == JournalFact.SubjectKind.case.rawValue else { return RelayObstacle(.unreadable) }
        let event = try event(of: entry, isStrict: true)
        let known = try find(number: entry.subject)
        if case .registered(let registration) = event {
            guard registration.intake.village == partner.village else { return RelayObstacle(.otherVillage) }
            if let known { return RelayObstacle(.numberTaken, state: known.state) }
            let id = try RecordWriter(transaction: transaction).nextID()
            _ = try transaction.register(registration, id: id, at: at, by: actor)
            return nil
        }
        guard let known else { return RelayObstacle(.caseUnknown) }
        guard known.intake.village == partner.village else { return RelayObstacle(.otherVillage) }
        var context = Case.RelayContext(followsCompletion: try followsCompletion(known.id, at: at, by: actor))
        if !settling {
            context.unseen = try unseenKinds(of: known.id, since: entry.seen ?? 0)
            context.restsOnTask = try RelayProjection.tasks(partner.id, about: entry.subject, in: database)
                .contains { ($0.status == .open || $0.status == .dropped) && $0.after >= entry.seen ?? 0 }
        }
        if let obstacle = known.obstacle(to: event, by: member.map(Actor.init), context) { return obstacle }
        try transaction.record(event, on: known, at: at, by: actor)
        return nil
    }

    /// Who was at the post, with the village's own time.
    private func attemptPresence(_ entry: RelayEntry, at: Instant, by actor: StaffID) throws -> RelayObstacle? {
        guard let record = try StaffProjection.find(number: entry.subject, in: database) else {
            throw Unknown(kind: .personUnknown)
        }
        // A village's office says who was at its own post, and at nobody else's.
        guard record.member.village == partner.village else { return RelayObstacle(.otherVillage) }
        let event = try StaffEvent(kind: entry.kind, body: entry.body)
        switch event {
        case .checkedIn, .checkedOut, .leaveTaken:
            if let since = record.presentSince, since > at { return RelayObstacle(.older) }
        // These carry their own time, and what is known of later stays.
        case .cameIn, .wentOut, .leaveAsked: break
        default: return RelayObstacle(.unreadable)
        }
        try transaction.record(.staff(event), about: record.member.id.value, at: at, by: actor)
        return nil
    }

    private func open(_ entry: RelayEntry, _ obstacle: RelayObstacle) throws {
        let task = RelayTask(
            site: partner.id, entry: entry, obstacle: obstacle, status: obstacle.needsPerson ? .open : .noted,
            after: try transaction.currentHead().sequence, bundle: mark.number)
        count(task)
        try transaction.record(.centre(.relay(.task(task))), about: 0, at: now, by: actor)
    }

    private func isKnown(_ entry: RelayEntry) throws -> Bool {
        if try RelayProjection.task(partner.id, entry.seq, in: database) != nil { return true }
        let statement = try database.cachedStatement(
            sql: "SELECT 1 FROM relay_origins WHERE site = ? AND origin = ?")
        return try Row.fetchOne(statement, arguments: [partner.id, entry.seq]) != nil
    }

    /// What the township did with the case after what the village knew.
    private func unseenKinds(of id: CaseID, since seen: Int64) throws -> Set<CaseEvent.Kind> {
        let statement = try database.cachedStatement(
            sql: """
                SELECT DISTINCT kind FROM journal LEFT JOIN relay_origins ON relay_origins.seq = journal.seq \
                WHERE subject_kind = 'case' AND subject = ? AND journal.seq > ? AND relay_origins.seq IS NULL
                """)
        return Set(try String.fetchAll(statement, arguments: [id.value, seen]).compactMap(CaseEvent.Kind.init))
    }

    private func followsCompletion(_ id: CaseID, at: Instant, by actor: StaffID) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                SELECT kind = 'completed' AND at = ? AND actor = ? FROM journal \
                WHERE subject_kind = 'case' AND subject = ? ORDER BY seq DESC LIMIT 1
                """)
        return try Bool.fetchOne(statement, arguments: [at.milliseconds, actor.value, id.value]) ?? false
    }
}
