/// What the journal keeps about pay.
public enum PayEvent: Hashable, Sendable {
    case rateSet(PaySetting)
    case prepared(AllowanceSheet)
    case reviewed(AllowanceStep)
    case returned(AllowanceStep)
    case signed(AllowanceStep)

    /// The quarter whose sheet it is about.
    public var quarter: CivilQuarter? {
        switch self {
        case .rateSet: nil
        case .prepared(let sheet): sheet.quarter
        case .reviewed(let step), .returned(let step), .signed(let step): step.quarter
        }
    }
}

/// A word on a prepared sheet.
public struct AllowanceStep: Hashable, Codable, Sendable {
    public var quarter: CivilQuarter
    /// The journal entry of the sheet that is meant.
    public var sheet: Int64
    /// Why, of one that is returned.
    public var note: String?

    public init(quarter: CivilQuarter, sheet: Int64, note: String?) {
        self.quarter = quarter
        self.sheet = sheet
        self.note = note
    }
}

/// What can be done about pay.
public enum PayAction: String, Hashable, CaseIterable, Sendable {
    case setRate = "set-rate"
    case prepare, review
    case sendBack = "return"
    case sign
    /// Handing in a village's monthly summary.
    case handIn = "hand-in"
}

extension Role {
    /// The one table of who may do what about pay and summaries. Three different people stand behind a sheet, whatever
    /// their roles: see ``AllowanceProcess``.
    public func may(_ action: PayAction) -> Bool {
        switch self {
        case .agent, .windowClerk: action == .handIn
        case .reviewer: [.prepare, .review, .sendBack, .handIn].contains(action)
        case .supervisor: [.prepare, .review, .sendBack].contains(action)
        case .director: true
        case .countyOffice: [.setRate, .review, .sendBack, .sign].contains(action)
        case .collector, .bankAuxiliary, .departmentLiaison: false
        }
    }
}

/// Why something about pay may not be done.
public enum PayRefusal: Error, Hashable, Sendable {
    case notOnStaff
    case notPermitted(PayAction, Role)
    case unfit(EntryField, EntryField.Fault)
    case amountUnfit
    case villageUnknown(String)
    /// More or fewer residents or kilometres than there can be.
    case factsUnfit
    /// Nobody has said how large these villages are.
    case villagesUndescribed([String])
    /// The quarter, or the month, has not ended.
    case notOver(CivilQuarter)
    /// A sheet waits for review or signature: it is returned before another is prepared.
    case prepared(CivilQuarter)
    case notPrepared(CivilQuarter)
    case notReviewed(CivilQuarter)
    case reviewed(CivilQuarter)
    case signed(CivilQuarter)
    /// A sheet of a later quarter is signed already.
    case laterSigned(CivilQuarter)
    /// The same person did an earlier step.
    case samePerson(PayAction)
    /// An agent hands in for the own village only.
    case otherVillage(String)
    case summaryInFuture(CivilMonth)
}

/// How far the sheet of a quarter is: prepared, reviewed and signed by three different people, then fixed.
public struct AllowanceProcess: Hashable, Sendable {
    public struct Mark: Hashable, Sendable {
        /// The journal entry.
        public var sequence: Int64
        public var by: StaffID
        public var at: Instant
        public var note: String?
    }

    public enum State: String, Hashable, CaseIterable, Sendable {
        case open, prepared, reviewed, returned, signed
    }

    public var quarter: CivilQuarter
    /// The newest that was prepared.
    public private(set) var sheet: AllowanceSheet?
    public private(set) var preparation: Mark?
    public private(set) var review: Mark?
    public private(set) var signature: Mark?
    public private(set) var rejection: Mark?

    public init(quarter: CivilQuarter) {
        self.quarter = quarter
    }

    public var state: State {
        if signature != nil { return .signed }
        if rejection != nil { return .returned }
        if review != nil { return .reviewed }
        return sheet == nil ? .open : .prepared
    }

    public mutating func apply(_ event: PayEvent, sequence: Int64, at: Instant, by actor: StaffID) {
        func mark(_ note: String? = nil) -> Mark { Mark(sequence: sequence, by: actor, at: at, note: note) }
        switch event {
        case .rateSet: break
        case .prepared(let sheet):
            (self.sheet, preparation) = (sheet, mark())
            (review, rejection) = (nil, nil)
        case .reviewed(let step): review = mark(step.note)
        case .returned(let step): rejection = mark(step.note)
        case .signed(let step): signature = mark(step.note)
        }
    }

    /// Whether the sheet may be prepared, anew too after it was returned.
    public func permitPreparing(by actor: StaffMember, today: CivilDate, lastSigned: CivilQuarter?) throws(PayRefusal) {
        try Self.permit(.prepare, actor)
        guard today > quarter.lastDay else { throw .notOver(quarter) }
        switch state {
        case .open, .returned: break
        case .prepared, .reviewed: throw .prepared(quarter)
        case .signed: throw .signed(quarter)
        }
        if let lastSigned, lastSigned > quarter { throw .laterSigned(lastSigned) }
    }

    public func reviewing(by actor: StaffMember, note: String?) throws(PayRefusal) -> PayEvent {
        try Self.permit(.review, actor)
        let preparation = try awaiting()
        guard review == nil else { throw .reviewed(quarter) }
        guard preparation.by != actor.id else { throw .samePerson(.prepare) }
        return .reviewed(step(preparation, try Self.note(note)))
    }

    public func signing(by actor: StaffMember, note: String?) throws(PayRefusal) -> PayEvent {
        try Self.permit(.sign, actor)
        let preparation = try awaiting()
        guard let review else { throw .notReviewed(quarter) }
        guard preparation.by != actor.id else { throw .samePerson(.prepare) }
        guard review.by != actor.id else { throw .samePerson(.review) }
        return .signed(step(preparation, try Self.note(note)))
    }

    /// - Parameter reason: needed.
    public func returning(by actor: StaffMember, reason: String) throws(PayRefusal) -> PayEvent {
        try Self.permit(.sendBack, actor)
        let preparation = try awaiting()
        do {
            return .returned(step(preparation, try EntryField.reason.fit(reason)))
        } catch { throw .unfit(.reason, error) }
    }

    public static func permit(_ action: PayAction, _ actor: StaffMember) throws(PayRefusal) {
        guard actor.isActive else { throw .notOnStaff }
        guard actor.role.may(action) else { throw .notPermitted(action, actor.role) }
    }

    private func awaiting() throws(PayRefusal) -> Mark {
        switch state {
        case .open, .returned: throw .notPrepared(quarter)
        case .signed: throw .signed(quarter)
        case .prepared, .reviewed: break
        }
        guard let preparation else { throw .notPrepared(quarter) }
        return preparation
    }

    private func step(_ preparation: Mark, _ note: String?) -> AllowanceStep {
        AllowanceStep(quarter: quarter, sheet: preparation.sequence, note: note)
    }

    private static func note(_ text: String?) throws(PayRefusal) -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        do { return try EntryField.note.fit(text) } catch { throw .unfit(.note, error) }
    }
}
