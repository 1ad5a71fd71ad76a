/// Everything that somebody has in hand goes to somebody else, in one act, signed by both (内放办〔2022〕3号 附件 第六条).
///
/// The cases keep their clocks: the applicants have asked the office, not the person.
public struct Handover: Hashable, Codable, Sendable {
    /// A name under an act, and when it was put there.
    public struct Signature: Hashable, Codable, Sendable {
        public var name: String
        public var at: Instant

        public init(name: String, at: Instant) {
            self.name = name
            self.at = at
        }
    }

    /// An original of an applicant that changes hands.
    public struct Original: Hashable, Codable, Sendable {
        /// The case that it belongs to, where the record knows it.
        public var `case`: CaseID?
        public var name: String

        public init(case: CaseID? = nil, name: String) {
            self.case = `case`
            self.name = name
        }
    }

    /// Names the act, such as `A07-20261120T014105Z`; every case that moves with it carries it.
    public var id: String
    public var from: StaffID
    public var to: StaffID
    public var reason: String
    /// All open cases, by id.
    public var cases: [CaseID]
    public var originals: [Original]
    public var given: Signature
    public var taken: Signature

    /// - Throws: ``StaffRefusal`` when one of the two is not there, when they are the same or of different roles, when
    ///   nothing is in hand, or when a signature is not the person's own name.
    public init(
        id: String, from: StaffMember, to: StaffMember, reason: String, cases: [CaseID], originals: [Original],
        given: Signature, taken: Signature
    ) throws(StaffRefusal) {
        guard from.isActive, to.isActive else { throw .notOnStaff }
        guard from.id != to.id else { throw .handsOverToSelf }
        guard from.role == to.role else { throw .receiverOfAnotherRole(to.role) }
        guard !cases.isEmpty || !originals.isEmpty else { throw .nothingInHand }
        guard given.name == from.name, taken.name == to.name else { throw .signatureMissing }
        self.id = id
        self.from = from.id
        self.to = to.id
        self.reason = try EntryField.reason.checkedForStaff(reason)
        self.cases = cases.sorted()
        self.originals = originals
        self.given = given
        self.taken = taken
    }

    /// The name of an act: who gave, and the second (UTC) in which it was recorded.
    public static func name(from: StaffMember, at instant: Instant) -> String {
        let text = instant.iso8601(.utc).prefix(19).filter { $0 != "-" && $0 != ":" }
        return "\(from.number)-\(text)Z"
    }
}

/// Whether somebody may leave: only with nothing in hand (内放办〔2022〕3号 附件 第六条).
public enum Leaving {
    /// - Throws: ``StaffRefusal/stillInHand(cases:originals:)``.
    public static func check(_ member: StaffMember, cases: Int, originals: Int) throws(StaffRefusal) {
        guard member.isActive else { throw .notOnStaff }
        guard cases == 0, originals == 0 else { throw .stillInHand(cases: cases, originals: originals) }
    }
}
