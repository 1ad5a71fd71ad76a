import Casework

/// Which days an entry about duty concerns, so that those of a month are found.
enum DutyDays {
    /// What has no end yet.
    private static let open = 3_000_000

    /// `nil` for entries that are about nothing of the kind. Stand-ins are instants: a day more on each side holds them in
    /// every civil time.
    static func about(_ event: StaffEvent, at: Instant) -> (first: Int, last: Int)? {
        switch event {
        case .leaveAsked(let request): span(request.span)
        case .leaveGranted(let decision), .leaveRefused(let decision): span(decision.span)
        case .sessionCorrected(let correction): (correction.session.day.dayNumber, correction.session.day.dayNumber)
        case .standInSet(let standIn):
            (day(standIn.from) - 1, standIn.until.map { day($0) + 1 } ?? open)
        // It closes what may have been open since any day, and has to be found with it.
        case .standInEnded: (day(at) - 1, open)
        default: nil
        }
    }

    private static func span(_ span: DutySpan) -> (first: Int, last: Int) { (span.from.dayNumber, span.to.dayNumber) }

    private static func day(_ instant: Instant) -> Int { UTCOffset.utc.civil(instant).date.dayNumber }
}

extension StaffEvent {
    /// Of somebody who came or went.
    var mark: AttendanceMark? {
        switch self {
        case .cameIn(let mark), .wentOut(let mark): mark
        default: nil
        }
    }
}
