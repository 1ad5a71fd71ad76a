import Casework

/// The people of the office, read member by member: a desk that begins reads some hundred of them before it shows anything.
extension CanonicalDecoder {
    func member(_ node: Int) throws -> StaffMember {
        try requireObject(node)
        var member = StaffMember(
            id: StaffID(try integer(required("id", node))), number: try string(required("number", node)),
            name: try string(required("name", node)), role: try choice(required("role", node)),
            village: try optional("village", node).map(string), phone: try optional("phone", node).map(string),
            isActive: try bool(required("isActive", node)))
        member.post = try optional("post", node).map { try choice($0) }
        member.kind = try optional("kind", node).map { try choice($0) }
        member.grid = try optional("grid", node).map(string)
        member.group = try optional("group", node).map(string)
        member.department = try optional("department", node).map(string)
        member.window = try optional("window", node).map(string)
        member.watch = try optional("watch", node).map { try choice($0) }
        member.employer = try optional("employer", node).map(string)
        member.birthday = try optional("birthday", node).map { try value(CivilDate.self, $0) }
        member.education = try optional("education", node).map { try choice($0) }
        member.livesInVillage = try optional("livesInVillage", node).map(bool)
        member.usesDevices = try optional("usesDevices", node).map(bool)
        member.isGridWorker = try optional("isGridWorker", node).map(bool)
        member.isDeputyCadre = try optional("isDeputyCadre", node).map(bool)
        member.isMadeUp = try optional("isMadeUp", node).map(bool)
        return member
    }

    /// What few people have is read the general way.
    func staff(_ node: Int) throws -> StaffRecord {
        try requireObject(node)
        var record = StaffRecord(member: try member(required("member", node)))
        record.presence = try choice(required("presence", node))
        record.presentSince = try optional("presentSince", node).map(instant)
        record.appointment = try optional("appointment", node).map { try value([AppointmentStepTaken].self, $0) }
        record.waivers = try optional("waivers", node).map { try value([Waiver].self, $0) }
        record.standIn = try optional("standIn", node).map { try value(StandIn.self, $0) }
        record.findings = try optional("findings", node).map { try value([ConductFinding].self, $0) }
        record.leftAt = try optional("leftAt", node).map(instant)
        record.pin = try optional("pin", node).map { try value(PINStanding.self, $0) }
        return record
    }
}
