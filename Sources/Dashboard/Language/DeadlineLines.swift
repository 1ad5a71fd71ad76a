import Casework

/// Why something is due when it is due, line by line: the same lines in the desk and on the command line.
public struct DeadlineLine: Hashable, Sendable {
    /// What kind of line it is, for whoever gives it a colour.
    public enum Kind: Hashable, Sendable {
        case heading, plain, muted, warning, result
    }

    public var message: Message
    public var kind: Kind

    /// The rule and its clause, the start, the pauses, each day, the result, and what is to be known about it.
    public static func lines(_ deadline: Deadline, calendar: WorkCalendar, offset: UTCOffset) -> [DeadlineLine] {
        var lines: [DeadlineLine] = []
        func add(_ message: Message, _ kind: Kind = .plain) {
            lines.append(DeadlineLine(message: message, kind: kind))
        }
        add(.explanationTitle(deadline.rule.kind), .heading)
        if deadline.rule.kind == .target {
            add(.explanationTarget)
        } else {
            add(.explanationRule(deadline.rule))
            add(.clauseLine(deadline.rule.clause), .muted)
            add(.explanationStart(deadline.start.civilText(offset)))
            for pause in deadline.pauses ?? [] {
                add(
                    .explanationPause(
                        from: pause.from.civilText(offset), until: pause.until.map { $0.civilText(offset) }))
            }
            for step in deadline.explanation(calendar: calendar, offset: offset) {
                add(.explanationStep(step, deadline.rule.unit), step.isCounted ? .plain : .muted)
            }
        }
        let due = deadline.due.dueText(offset)
        if deadline.isStopped {
            add(.explanationStopped(due), .warning)
        } else {
            add(.explanationResult(due), .result)
        }
        if !deadline.isCurrent(calendar: calendar, offset: offset) { add(.explanationOutdated, .muted) }
        if deadline.isProvisional { add(.provisionalLine, .warning) }
        return lines
    }
}

extension Instant {
    /// A due instant; the midnight that ends a day is shown as 24:00 of that day.
    public func dueText(_ offset: UTCOffset) -> String {
        guard offset.civil(self).millisecondOfDay == 0 else { return civilText(offset) }
        return "\(offset.civil(self).date.advanced(days: -1)) 24:00"
    }
}
