/// A training session as the journal keeps it: who held it, who had to come, who came (平政办发〔2024〕14号 二(一)3(2)).
public struct TrainingHeld: Hashable, Codable, Sendable {
    /// Somebody who did not come, with the reason that was accepted.
    public struct Excuse: Hashable, Codable, Sendable {
        public var staff: StaffID
        public var reason: String

        public init(staff: StaffID, reason: String) throws(StaffRefusal) {
            self.staff = staff
            self.reason = try EntryField.reason.checkedForStaff(reason)
        }
    }

    /// Counts the sessions of the record, from 1.
    public var number: Int
    public var on: CivilDate
    public var holder: TrainingYear.Holder
    public var topic: String
    /// By id.
    public var invited: [StaffID]
    public var attended: [StaffID]
    public var excused: [Excuse]

    /// - Throws: ``StaffRefusal`` for a session without topic or without anybody who had to come, for one that is still
    ///   to come, and for somebody who came without having been asked.
    public init(
        number: Int, on: CivilDate, holder: TrainingYear.Holder, topic: String, invited: Set<StaffID>,
        attended: Set<StaffID>, excused: [Excuse] = [], today: CivilDate
    ) throws(StaffRefusal) {
        guard on <= today else { throw .inFuture }
        guard !invited.isEmpty else { throw .nobodyInvited }
        guard attended.isSubset(of: invited), invited.isSuperset(of: excused.map(\.staff)) else { throw .notInvited }
        self.number = number
        self.on = on
        self.holder = holder
        self.topic = try EntryField.task.checkedForStaff(topic)
        self.invited = invited.sorted()
        self.attended = attended.sorted()
        self.excused = excused.filter { !attended.contains($0.staff) }.sorted { $0.staff < $1.staff }
    }

    public var session: TrainingYear.Session {
        TrainingYear.Session(
            on: on, holder: holder, topic: topic, invited: Set(invited), attended: Set(attended),
            excused: Set(excused.map(\.staff)))
    }
}
