import Casework

/// A member of the staff as one row of an export says, and the entries that make such a one.
struct FormPerson {
    var id: Int64
    var member: StaffMember
    var presence: Presence
    var presentSince: Instant?
    var leftAt: Instant?
    var rest: StaffExport.Rest

    init(_ cells: FormCells) throws(ImportRow.Fault) {
        typealias Column = StaffExport.Column
        guard let id = try cells.number(Column.id.rawValue) else {
            throw ImportRow.Fault(column: Column.id.rawValue, reason: .blank, detail: "")
        }
        self.id = Int64(id)
        rest = try cells.rest(Column.rest.rawValue)
        member = StaffMember(
            id: StaffID(Int64(id)), number: try cells.needed(Column.number.rawValue),
            name: try cells.needed(Column.name.rawValue), role: try cells.neededChoice(Column.role.rawValue),
            village: try cells.text(Column.village.rawValue), phone: try cells.text(Column.phone.rawValue),
            isActive: try cells.flag(Column.active.rawValue) ?? true)
        member.post = try cells.choice(Column.post.rawValue)
        member.kind = try cells.choice(Column.kind.rawValue)
        member.grid = try cells.text(Column.grid.rawValue)
        member.group = try cells.text(Column.group.rawValue)
        member.department = try cells.text(Column.department.rawValue)
        member.window = try cells.text(Column.window.rawValue)
        member.watch = try cells.choice(Column.watch.rawValue)
        member.employer = try cells.text(Column.employer.rawValue)
        if let text = try cells.text(Column.birthday.rawValue) {
            guard let day = CivilDate(text) else {
                throw ImportRow.Fault(column: Column.birthday.rawValue, reason: .time, detail: text)
            }
            member.birthday = day
        }
        member.education = try cells.choice(Column.education.rawValue)
        member.livesInVillage = try cells.flag(Column.livesInVillage.rawValue)
        member.usesDevices = try cells.flag(Column.usesDevices.rawValue)
        member.isGridWorker = try cells.flag(Column.gridWorker.rawValue)
        member.isDeputyCadre = try cells.flag(Column.deputyCadre.rawValue)
        presence = try cells.neededChoice(Column.presence.rawValue)
        presentSince = try cells.instant(Column.presentSince.rawValue)
        leftAt = try cells.instant(Column.leftAt.rawValue)
    }

    /// Who is enrolled: somebody who has left since leaves with an entry of their own.
    var newcomer: StaffMember {
        var newcomer = member
        if leftAt != nil { newcomer.isActive = true }
        return newcomer
    }

    /// Whether the rest names people by the ids of the record that it comes from.
    var namesIDs: Bool { rest.standIn != nil || rest.findings?.isEmpty == false }

    /// What happened to the person since, each with its time; `nil` is the time of the import.
    func entries() throws -> [(event: StaffEvent, at: Instant?)] {
        var entries: [(StaffEvent, Instant?)] = []
        for step in rest.appointment ?? [] { entries.append((.appointmentStep(step), nil)) }
        for waiver in rest.waivers ?? [] { entries.append((.waived(waiver), nil)) }
        if let standIn = rest.standIn { entries.append((.standInSet(standIn), nil)) }
        for finding in rest.findings ?? [] { entries.append((.findingRecorded(finding), nil)) }
        if let leftAt {
            entries.append((.left(try StaffEvent.Departure(reason: FormCase.source)), leftAt))
        } else if let presentSince {
            switch presence {
            case .onDuty: entries.append((.checkedIn, presentSince))
            case .away: entries.append((.checkedOut, presentSince))
            case .leave: entries.append((.leaveTaken(.init(reason: FormCase.source)), presentSince))
            }
        }
        return entries
    }
}
