/// Warnings: which marks of a case's clocks have been passed and not been told about yet
/// (武政管办〔2022〕36号 第十一条).
///
/// A pure answer, so that any process can ask it and none raises the same twice: what was raised stands on the case.
extension Case {
    /// The next instant at which there is something to raise about the clock at `index`; `nil` when there is nothing.
    public func attention(ofClockAt index: Int) -> Instant? {
        let clock = clocks[index]
        guard clock.isRunning else { return nil }
        if !wasRaised(.near, of: clock) { return clock.firstMark }
        // Who got the case after its marks were passed has not been urged yet: that is due at once.
        let urging = urged != nil && clock == currentClock ? facts.nextUrging ?? clock.firstMark : nil
        if !wasRaised(.overdue, of: clock) { return min(urging ?? clock.deadline.due, clock.deadline.due) }
        return urging
    }

    /// What is to be raised at `now`: for every clock each mark that it passed, once; and, when the period is over, the
    /// mark that stands again. Whoever has the case in hand is urged once, however many marks there are.
    ///
    /// Raised, that is, applied to the case, nothing is left to raise at the same instant.
    public func warnings(at now: Instant, rules: Rules) -> [Warning] {
        var raised: [Warning] = []
        var last: Int?
        for (index, clock) in clocks.enumerated() {
            guard let attention = attention(ofClockAt: index), attention <= now else { continue }
            let fresh = WarningMark.Mark.allCases.filter {
                clock.hasPassed($0, at: now) && !wasRaised($0, of: clock)
            }
            for mark in fresh.isEmpty ? [clock.hasPassed(.overdue, at: now) ? .overdue : .near] : fresh {
                let mark = WarningMark(
                    clock: clock.kind, start: clock.deadline.start, mark: mark, due: clock.deadline.due)
                raised.append(Warning(mark: mark, urged: nil, nextUrging: facts.nextUrging))
            }
            if clock.kind.leadsQueues { last = raised.indices.last }
        }
        guard let last, let urged else { return raised }
        let next = now.advanced(minutes: rules.rulebook.urgingPeriod * 60)
        for index in raised.indices { raised[index].nextUrging = next }
        raised[last].urged = urged
        return raised
    }

    /// Whom the office urges: who has the case in hand and can go on with it.
    private var urged: StaffID? { CaseState.inHand.contains(state) ? holder : nil }

    private func wasRaised(_ mark: WarningMark.Mark, of clock: CaseClock) -> Bool {
        facts.warnings.contains {
            $0.clock == clock.kind && $0.start == clock.deadline.start && $0.mark == mark
        }
    }
}

extension CaseClock {
    /// The warning mark; never after the end, whatever an import brought along.
    public var firstMark: Instant { min(deadline.warnAt, deadline.due) }

    /// Whether it has come to that mark.
    public func hasPassed(_ mark: WarningMark.Mark, at now: Instant) -> Bool {
        switch mark {
        case .near: now >= firstMark
        case .overdue: now >= deadline.due
        }
    }
}

extension WarningMark {
    /// Whether both are about the same mark of the same run of a clock, whatever its end was then.
    func isSame(as other: WarningMark) -> Bool {
        clock == other.clock && start == other.start && mark == other.mark
    }
}
