/// Dates computed anew when the calendar or the rulebook has changed: of open cases only, and only those that move.
extension Case {
    /// The clocks whose deadlines are others under `rules`; empty when all stay.
    ///
    /// What has ended keeps the outcome that it had. A date that was given from outside is no computation.
    public func recomputedClocks(under rules: Rules) -> [CaseClock] {
        guard isOpen else { return [] }
        return clocks.compactMap { clock in
            guard clock.endedAt == nil, clock.deadline.rule.kind != .target else { return nil }
            let rule = rules.rulebook.rule(
                insteadOf: clock.deadline.rule, for: clock.kind, itemKind: itemKind, isUrgent: intake.isUrgent)
            let deadline = clock.deadline.recomputed(with: rule, calendar: rules.calendar, offset: rules.offset)
            return deadline == clock.deadline ? nil : CaseClock(kind: clock.kind, deadline: deadline)
        }
    }
}

extension Rulebook {
    /// The rule that this rulebook has for a clock that began under `old`.
    public func rule(
        insteadOf old: ClockRule, for kind: ClockRule.Kind, itemKind: ItemKind, isUrgent: Bool
    ) -> ClockRule {
        switch kind {
        case .acceptance: return clocks.acceptance
        case .completion where old.kind == .promise: return promise(of: old.limit)
        case .completion: return completion(of: itemKind)
        case .promise: return promise(of: old.limit)
        case .forwarding: return isUrgent ? clocks.urgentForwarding : clocks.forwarding
        case .rework: return clocks.rework
        case .holder: return clocks.holder
        case .visitPlan: return clocks.visitPlan
        case .delivery: return clocks.delivery
        case .feedback: return clocks.feedback
        case .followUp: return clocks.followUp
        case .supplement: return clocks.supplement
        case .target: return old
        }
    }

    /// The promise of so many working days.
    public func promise(of days: Int) -> ClockRule {
        var rule = clocks.promise
        rule.limit = days
        return rule
    }
}
