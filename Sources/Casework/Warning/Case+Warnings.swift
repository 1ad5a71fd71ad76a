/// Warnings: which marks of a case's clocks have been passed and not been told about yet
/// (武政管办〔2022〕36号 第十一条).
///
/// A pure answer, so that any process can ask it and none raises the same twice: what was raised stands on the case.
extension Case {
    /// The next instant at which there is something to raise about the clock at `index`; `nil` when there is nothing.
    public func attention(ofClockAt index: Int) -> Instant? {
        let clock = clocks[index]
        guard clock.isRunning else { return nil }
        if !wasRaised(.near, of: clock) { return min(clock.deadline.warnAt, clock.deadline.due) }
        if !wasRaised(.overdue, of: clock) { return clock.deadline.due }
        return clock == currentClock ? facts.nextUrging : nil
    }

    /// What is to be raised at `now`: for every clock the last mark that it passed, once; and, when the period is over,
    /// another urging of whoever has the case in hand.
    public func warnings(at now: Instant, rules: Rules) -> [Warning] {
        var raised: [Warning] = []
        for (index, clock) in clocks.enumerated() {
            guard let attention = attention(ofClockAt: index), attention <= now else { continue }
            let fresh = WarningMark.Mark.allCases.filter {
                isPassed($0, of: clock, at: now) && !wasRaised($0, of: clock)
            }
            let urges = CaseState.inHand.contains(state) && clock.kind.leadsQueues ? holder : nil
            let next = urges == nil ? facts.nextUrging : now.advanced(minutes: rules.rulebook.urgingPeriod * 60)
            // Nothing fresh: the period is over, and the mark that stands is said again.
            let marks = fresh.isEmpty ? [now >= clock.deadline.due ? .overdue : .near] : fresh
            for mark in marks {
                let isLast = mark == marks.last
                raised.append(
                    Warning(
                        mark: WarningMark(
                            clock: clock.kind, start: clock.deadline.start, mark: mark, due: clock.deadline.due),
                        urged: isLast ? urges : nil, nextUrging: next))
            }
        }
        return raised
    }

    private func isPassed(_ mark: WarningMark.Mark, of clock: CaseClock, at now: Instant) -> Bool {
        switch mark {
        case .near: now >= min(clock.deadline.warnAt, clock.deadline.due)
        case .overdue: now >= clock.deadline.due
        }
    }

    private func wasRaised(_ mark: WarningMark.Mark, of clock: CaseClock) -> Bool {
        facts.warnings.contains {
            $0.clock == clock.kind && $0.start == clock.deadline.start && $0.mark == mark
        }
    }
}

extension WarningMark {
    /// Whether both are about the same mark of the same run of a clock, whatever its end was then.
    func isSame(as other: WarningMark) -> Bool {
        clock == other.clock && start == other.start && mark == other.mark
    }
}
