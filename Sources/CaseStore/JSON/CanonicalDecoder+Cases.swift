import Casework
import Synchronization

/// What stands in almost every entry about a case, read member by member.
///
/// The general way asks the runtime for the types of each container anew and costs ten times as much; for a record of
/// millions of entries that is minutes. Both ways give the same value: the tests hold one against the other.
extension CanonicalDecoder {
    /// - Returns: `nil` when values of that type are read the general way.
    @inline(__always)
    func direct<Value>(_ type: Value.Type, _ node: Int) throws -> Value? {
        if type == Instant.self { return same(try instant(node), as: type) }
        if type == StaffID.self { return same(StaffID(try integer(node)), as: type) }
        if type == Deadline.self { return same(try deadline(node), as: type) }
        if type == [CaseClock].self { return same(try elements(node, clock), as: type) }
        if type == CaseClock.self { return same(try clock(node), as: type) }
        if type == ClockRule.self { return same(try rule(node), as: type) }
        if type == Registration.self { return same(try registration(node), as: type) }
        if type == Acceptance.self { return same(try acceptance(node), as: type) }
        if type == Approval.self { return same(try approval(node), as: type) }
        if type == Intake.self { return same(try intake(node), as: type) }
        if type == StaffMember.self { return same(try member(node), as: type) }
        if type == StaffRecord.self { return same(try staff(node), as: type) }
        if type == Intake.Authorisation.self { return same(try authorisation(node), as: type) }
        return nil
    }

    /// The same value under the name that the caller knows its type by.
    @inline(__always)
    private func same<One, Other>(_ value: One, as type: Other.Type) -> Other { unsafeBitCast(value, to: type) }

    // MARK: Members

    func required(_ name: StaticString, _ object: Int) throws -> Int {
        guard let value = member(name, object) else { throw missing("\(name)") }
        return value
    }

    /// `nil` also for null.
    func optional(_ name: StaticString, _ object: Int) -> Int? {
        guard let value = member(name, object), !isNull(value) else { return nil }
        return value
    }

    func choice<Choice: RawRepresentable<String>>(_ node: Int) throws -> Choice {
        guard let choice = Choice(rawValue: try string(node)) else { throw mismatch(node, "one of a list") }
        return choice
    }

    private func elements<Element>(_ array: Int, _ read: (Int) throws -> Element) throws -> [Element] {
        try requireArray(array)
        var elements: [Element] = []
        elements.reserveCapacity(count(array))
        var node = array + 1
        while node < end(array) {
            elements.append(try read(node))
            node = end(node)
        }
        return elements
    }

    func instant(_ node: Int) throws -> Instant { Instant(milliseconds: try integer(node)) }

    // MARK: Clocks

    private func clock(_ node: Int) throws -> CaseClock {
        try requireObject(node)
        return CaseClock(
            kind: try choice(required("kind", node)), deadline: try deadline(required("deadline", node)),
            endedAt: try optional("endedAt", node).map(instant))
    }

    private func deadline(_ node: Int) throws -> Deadline {
        try requireObject(node)
        return Deadline(
            rule: try rule(required("rule", node)), start: try instant(required("start", node)),
            due: try instant(required("due", node)), warnAt: try instant(required("warnAt", node)),
            isProvisional: try bool(required("isProvisional", node)),
            pauses: try optional("pauses", node).map { try elements($0, pause) })
    }

    private func pause(_ node: Int) throws -> Deadline.Pause {
        try requireObject(node)
        return Deadline.Pause(
            from: try instant(required("from", node)), until: try optional("until", node).map(instant))
    }

    private func rule(_ node: Int) throws -> ClockRule {
        try requireObject(node)
        return try Self.rules.value(of: source(node)) {
            ClockRule(
                kind: try choice(required("kind", node)), limit: try integer(required("limit", node)),
                unit: try choice(required("unit", node)), skip: try choice(required("skip", node)),
                warnBefore: try integer(required("warnBefore", node)),
                dayEnd: try optional("dayEnd", node).map { try integer($0) } ?? 1_440,
                clause: try string(required("clause", node)))
        }
    }

    /// An office has some dozen rules, and each stands in thousands of entries.
    private static let rules = KnownSpellings<ClockRule>()

    // MARK: The longest events

    private func registration(_ node: Int) throws -> Registration {
        try requireObject(node)
        var registration = Registration(
            number: try string(required("number", node)), intake: try intake(required("intake", node)),
            holder: try optional("holder", node).map { StaffID(try integer($0)) },
            acceptance: try optional("acceptance", node).map(deadline),
            history: try optional("history", node).map { try value(Registration.History.self, $0) },
            source: try optional("source", node).map(string))
        registration.clocks = try optional("clocks", node).map { try elements($0, clock) }
        return registration
    }

    private func acceptance(_ node: Int) throws -> Acceptance {
        try requireObject(node)
        return Acceptance(
            completion: try deadline(required("completion", node)),
            authorisation: try optional("authorisation", node).map(authorisation),
            clocks: try optional("clocks", node).map { try elements($0, clock) },
            receipt: try optional("receipt", node).map(string))
    }

    private func approval(_ node: Int) throws -> Approval {
        try requireObject(node)
        return Approval(
            note: try optional("note", node).map(string), delivery: try optional("delivery", node).map(deadline))
    }

    // MARK: The intake

    private func intake(_ node: Int) throws -> Intake {
        try requireObject(node)
        var intake = Intake(
            kind: try choice(required("kind", node)), origin: try choice(required("origin", node)),
            item: try string(required("item", node)), village: try string(required("village", node)),
            applicant: try applicant(required("applicant", node)), note: try optional("note", node).map(string),
            isUrgent: try bool(required("isUrgent", node)), submittedAt: try instant(required("submittedAt", node)))
        intake.matter = try optional("matter", node).map { try choice($0) }
        intake.direction = try optional("direction", node).map { try choice($0) }
        intake.listedItem = try optional("listedItem", node).map(listedItem)
        intake.priority = try optional("priority", node).map { try elements($0) { try choice($0) } }
        intake.authorisation = try optional("authorisation", node).map(authorisation)
        intake.collector = try optional("collector", node).map { StaffID(try integer($0)) }
        intake.campaign = try optional("campaign", node).map(string)
        intake.redoOf = try optional("redoOf", node).map { CaseID(try integer($0)) }
        return intake
    }

    private func applicant(_ node: Int) throws -> Intake.Applicant {
        try requireObject(node)
        return Intake.Applicant(
            name: try string(required("name", node)),
            identityNumber: try optional("identityNumber", node).map(string),
            phone: try optional("phone", node).map(string), address: try optional("address", node).map(string))
    }

    private func listedItem(_ node: Int) throws -> Intake.ListedItem {
        try requireObject(node)
        return Intake.ListedItem(
            code: try string(required("code", node)), version: try integer(required("version", node)),
            kind: try choice(required("kind", node)),
            promisedDays: try optional("promisedDays", node).map { try integer($0) })
    }

    private func authorisation(_ node: Int) throws -> Intake.Authorisation {
        try requireObject(node)
        return Intake.Authorisation(
            form: try choice(required("form", node)), at: try instant(required("at", node)),
            note: try optional("note", node).map(string))
    }
}
