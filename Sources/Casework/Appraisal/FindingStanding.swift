/// How a finding stands, in one word.
public enum FindingStanding: String, Hashable, CaseIterable, Sendable {
    case unverified, verified, appealed
    case appealRefused = "appeal-refused"
    case followedUp = "followed-up"
    case reversed
}

extension ConductFinding {
    public var standing: FindingStanding {
        if reversal != nil { return .reversed }
        guard verification != nil else { return .unverified }
        if isAppealOpen { return .appealed }
        if followUp != nil { return .followedUp }
        return appeal == nil ? .verified : .appealRefused
    }
}
