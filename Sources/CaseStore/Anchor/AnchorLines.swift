/// What the lines of a kept file give a verification, and what is wrong with the file itself.
public struct AnchorLines: Sendable {
    public var anchors: [KeptAnchor] = []
    public var restarts: [KeptRestart] = []
    public var findings: [VerificationReport.Finding] = []

    /// So many lines that are no anchors are told one by one: more of them are of another file that got into this one.
    public static let unreadableTold = 5

    public init(_ lines: [AnchorFile.Line]) {
        if lines.isEmpty { findings.append(.anchorsEmpty) }
        var unreadable = 0
        for line in lines {
            if let anchor = line.anchor {
                anchors.append(KeptAnchor(anchor, line: line.number))
            } else if let restart = line.restart {
                restarts.append(KeptRestart(line: line.number, restart))
            } else {
                unreadable += 1
                if unreadable <= Self.unreadableTold { findings.append(.anchorUnreadable(line: line.number)) }
            }
        }
        if unreadable > Self.unreadableTold {
            findings.append(.moreAnchorsUnreadable(unreadable - Self.unreadableTold))
        }
    }
}
