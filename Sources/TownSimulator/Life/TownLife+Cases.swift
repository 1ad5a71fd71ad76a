import CaseStore
import Casework

/// What happens to cases: they come in, are taken, handed over, reviewed, and passed on.
extension TownLife {
    /// So many cases may press before people turn to them first.
    private static let pressingLimit = 8

    mutating func arrive(_ scene: TownScene) throws -> Happening {
        let now = scene.now
        // Who is at work gets most of the requests.
        let present = scene.atWork
        let agent = chance.pick(present.isEmpty || chance.chance(8) ? scene.agents : present)?.member
        let intake: Intake
        let acceptance: Deadline
        // The near ones come from above: a clock of the rulebook takes hours to come near its end.
        if chance.chance(scene.near < 4 ? 30 : 2) {
            let minutes = chance.chance(35) ? chance.number(3...20) : chance.number(20...130)
            let due = now.advanced(minutes: minutes)
            (intake, acceptance) = requests.campaign(at: now, due: due, from: agent?.village, rules: rules, &chance)
        } else {
            intake = requests.request(at: now, isOpen: isDaytime(now), from: agent?.village, &chance)
            acceptance = rules.rulebook.acceptance.deadline(
                from: now, calendar: rules.calendar, offset: rules.offset)
        }
        let registrar = try registrar(of: intake.origin, agent: agent)
        let value = try store.batch { writer in
            try writer.register(intake, holder: agent?.id, acceptance: acceptance, at: now, by: registrar)
        }
        return Happening(.arrived, at: now, caseNumber: value.number, staff: registrar)
    }

    mutating func accept(_ scene: TownScene) throws -> Happening {
        guard let row = choose(scene.pending.filter(scene.isAttended), scene), let holder = member(row.holder, scene)
        else { return Happening(.quiet, at: scene.now) }
        if try store.detail(of: row.id)?.case.isConsultation == true {
            return try perform(.answer(Answer(text: "带身份证、户口簿，三个工作日内办好。")), on: row, by: holder, as: .answered, scene)
        }
        if chance.chance(4), let reason = chance.pick(Wording.declines) {
            return try perform(.decline(Decline(reason: reason)), on: row, by: holder, as: .declined, scene)
        }
        return try perform(.accept(.confirmed), on: row, by: holder, as: .accepted, scene)
    }

    mutating func handOver(_ rows: [QueueRow], _ kind: Happening.Kind, _ scene: TownScene) throws -> Happening {
        guard let row = choose(rows.filter(scene.isAttended), scene), let holder = member(row.holder, scene) else {
            return Happening(.quiet, at: scene.now)
        }
        // A case in the middle of something first gets that done.
        if let detail = try store.detail(of: row.id), let next = Self.next(for: detail.case, Actor(holder)) {
            return try perform(next, on: row, by: holder, as: .advanced, scene)
        }
        let notes = kind == .resubmitted ? Wording.mended : Wording.completions
        let note = chance.chance(60) ? chance.pick(notes) : nil
        // Late is late by any of the case's clocks: whoever is late says why.
        let why = try isLate(row, scene) ? chance.pick(Wording.lateReasons) : nil
        return try perform(.complete(note: note, lateReason: why), on: row, by: holder, as: kind, scene)
    }

    /// What has to be done before the case can be handed to review; `nil` when nothing is in the way.
    private static func next(for value: Case, _ actor: Actor) -> CaseCommand? {
        do {
            try value.permit(.complete, actor)
            return nil
        } catch {
            switch error {
            case .supplementOpen: return .supplement
            case .papersAt: return .receiveResult("窗口已办结，取回批复")
            case .branchesOpen: return .endBranch(number: value.facts.openBranches.first?.number ?? 0, result: "同意")
            case .noBranches: return .openBranch(department: "村镇建设办", task: "会签")
            case .notForwarded:
                guard value.facts.verification != nil else {
                    return .verify(Verification(cadre: "村委 邓向阳", finding: "属实", isConfirmed: true))
                }
                return .forward(office: "县级窗口", papers: "全套材料", promisedDays: 5)
            default: return nil
            }
        }
    }

    private func isLate(_ row: QueueRow, _ scene: TownScene) throws(StoreError) -> Bool {
        guard let due = row.dueAt, due < scene.now else { return false }
        return try store.detail(of: row.id)?.case.isLate(at: scene.now) ?? false
    }

    /// An agent brings the result home; the oldest first.
    mutating func deliver(_ scene: TownScene) throws -> Happening {
        guard let row = scene.undelivered.first(where: scene.isAttended), let holder = member(row.holder, scene) else {
            return Happening(.quiet, at: scene.now)
        }
        let originals = try store.detail(of: row.id)?.case.facts.originals ?? []
        guard originals.isEmpty else {
            return try perform(.returnOriginals(originals), on: row, by: holder, as: .advanced, scene)
        }
        let signer = chance.pick(Wording.signers) ?? ""
        return try perform(.deliver(Delivery(signedBy: signer)), on: row, by: holder, as: .delivered, scene)
    }

    /// The second reviewer helps; where there is only one, all reviewing is left to that person.
    mutating func review(_ scene: TownScene) throws -> Happening {
        let reviewers = try store.staff(role: .reviewer)
        guard reviewers.count > 1, let reviewer = reviewers.last,
            let row = choose(scene.inReview.filter { $0.holder != reviewer.id }, scene)
        else { return Happening(.quiet, at: scene.now) }
        // Nobody sends the same case back for ever.
        if row.returns < 2, chance.chance(18), let reason = chance.pick(Wording.returns) {
            return try perform(.reject(reason: reason), on: row, by: reviewer, as: .rejected, scene)
        }
        let note = chance.chance(30) ? chance.pick(Wording.approvals) : nil
        return try perform(.approve(note: note), on: row, by: reviewer, as: .approved, scene)
    }

    /// The supervisor gives a case whose agent is not there to somebody who is.
    mutating func relieve(_ scene: TownScene) throws -> Happening {
        guard let supervisor = try store.staff(role: .supervisor).first, let agent = scene.leastLoaded,
            let row = chance.pick(scene.orphans)
        else { return Happening(.quiet, at: scene.now) }
        return try perform(.reassign(to: agent), on: row, by: supervisor, as: .reassigned, scene)
    }

    private func perform(
        _ command: CaseCommand, on row: QueueRow, by member: StaffMember, as kind: Happening.Kind, _ scene: TownScene
    ) throws(ActionError) -> Happening {
        try store.perform(command, on: row.reference, by: Actor(member), at: scene.now, rules: rules)
        return Happening(kind, at: scene.now, caseNumber: row.number, staff: member.id)
    }

    /// Mostly an earlier case before a later one; those that press are left alone until they are too many.
    private mutating func choose(_ rows: [QueueRow], _ scene: TownScene) -> QueueRow? {
        let isTooMany = scene.pressing > Self.pressingLimit
        if chance.chance(isTooMany ? 75 : 1) { return rows.first }
        let calm = rows.filter { !scene.isPressing($0) }
        guard !calm.isEmpty else { return isTooMany ? rows.first : nil }
        return calm[min(chance.number(0...(calm.count - 1)), chance.number(0...(calm.count - 1)))]
    }

    private func member(_ id: StaffID?, _ scene: TownScene) -> StaffMember? {
        scene.agents.first { $0.id == id }?.member
    }

    private func registrar(of origin: Intake.Origin, agent: StaffMember?) throws(StoreError) -> StaffID {
        switch origin {
        case .online: .office
        case .walkIn: try store.staff(role: .windowClerk).first?.id ?? .office
        case .campaign: try store.staff(role: .director).first?.id ?? .office
        case .phone, .found: agent?.id ?? .office
        }
    }
}
