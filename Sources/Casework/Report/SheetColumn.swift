/// The columns that sheets have. The raw value names the column in JSON and where a number is asked for.
public enum SheetColumn: String, Hashable, CaseIterable, Sendable {
    case village, number, name, post, agents, month, topics, state, line, item, kind, place, topic, before, after, actor
    case received, approved, missing, near, overdue, days, count, least, found
    // Sessions of duty
    case due, present, onTime = "on-time", late, leftEarly = "left-early", missed, leave, stoodInFor = "stood-in-for"
    case exempt, forgotten, minutes, outside
    case share, ofVillage = "of-village", pieces, deducted, refunded, corrections, net, rate, pay
    case handedIn = "handed-in", on, time
    case holder, invited, attended, excused, absent, fulfilled, level, open, score

    /// How a column's cells are aligned and read.
    public enum Kind: Hashable, Sendable {
        case text, count, money, date
    }

    public var kind: Kind {
        switch self {
        case .village, .number, .name, .post, .agents, .topics, .state, .line, .item, .kind, .place, .topic, .before,
            .after, .actor, .holder, .level, .open, .score:
            .text
        case .received, .approved, .missing, .near, .overdue, .days, .count, .least, .found, .due, .present, .onTime,
            .late, .leftEarly, .missed, .leave, .stoodInFor, .exempt, .forgotten, .minutes, .outside, .invited,
            .attended, .excused, .absent, .fulfilled:
            .count
        case .share, .ofVillage, .pieces, .deducted, .refunded, .corrections, .net, .rate, .pay: .money
        case .month, .handedIn, .on, .time: .date
        }
    }

    /// Whether its words are names and numbers of people and places, which are read whole or not at all.
    public var isName: Bool {
        switch self {
        case .village, .number, .name, .agents, .place, .holder, .actor, .score: true
        default: false
        }
    }

    public var isMoney: Bool { kind == .money }
    public var isNumber: Bool { kind == .money || kind == .count }

    /// Whether its sum says anything.
    public var isSummed: Bool {
        switch self {
        case .rate, .least, .found, .days, .fulfilled: false
        default: isNumber
        }
    }
}

/// Words that sheets use; how they are said is the catalogue's.
public enum SheetTerm: Hashable, Sendable {
    case total
    // States of a summary
    case summary(SummaryDeadline.State)
    case nilReturn
    // Who signs
    case preparedBy, reviewedBy, signedBy, madeBy
    // Lines of management
    case lineOfCentre
    case post(StaffPost)
    case role(Role)
    case change(RosterChange.Kind)
    case warning(WarningTopic)
    case holder(TrainingYear.Holder)
    case nobody
    // A session of duty, how it went, and why
    case session(DutyPlan.Session, UTCOffset), sessionState(SessionState), ground(SessionOutcome.Ground, UTCOffset)
    // Requirements of a point
    case notLookedAt, hall(PointChecklist.Hall)
    // Kinds of parts
    case entry, finding(ConductFinding.Kind), docked, daysOf, moneyKind(MoneyEntry.Kind), notPaid, wholeMonth
    case county, township
    // Notes
    case noteRemainder(AgentRules.AllowanceRule.Remainder)
    case notePartMonth(AgentRules.AllowanceRule.PartMonth)
    case noteWithoutRate, noteKnownThrough, noteMissingVillages, noteLateReturns, noteLeaderMissing, noteLeaderLate
    case noteDraft, noteReview(Rulebook.Review), noteSessions, noteOutside, notePieces, noteSummary
    case noteImported, noteRecordBegins, noteKeptSince, noteNotKept, noteRatesOpen, noteOutdated, noteCorrigible
    case noteRulebookNotRecorded, noteRulebookLost, noteCalendarLater
    case noteTrainingHeld, noteTrainingMissing, noteTrainingAbsences, noteNotAssessed
    case allowanceState(AllowanceProcess.State)
}
