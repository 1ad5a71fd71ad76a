/// What a centre adds to its calendar: a year's notice, or a local layer over all of them. Kept in the journal; nothing is
/// taken away, a mistaken day is set right by a later layer.
public struct CalendarChange: Hashable, Codable, Sendable {
    public var notice: CalendarNotice?
    public var layer: CalendarLayer?

    public init(notice: CalendarNotice) { self.notice = notice }
    public init(layer: CalendarLayer) { self.layer = layer }
}

extension WorkCalendar {
    /// This calendar with `changes`, in their order; what it has already is not laid over it twice.
    public func with(_ changes: [CalendarChange]) -> WorkCalendar {
        var calendar = self
        for change in changes {
            if let notice = change.notice, !calendar.notices.contains(notice) { calendar = calendar.adding(notice) }
            if let layer = change.layer, !calendar.layers.contains(layer) { calendar = calendar.adding(layer) }
        }
        return calendar
    }

    /// This calendar as it was before `changes`; what the national days have themselves stays.
    public func without(_ changes: [CalendarChange], keeping national: WorkCalendar = .national) -> WorkCalendar {
        let notices = changes.compactMap(\.notice).filter { !national.notices.contains($0) }
        let layers = changes.compactMap(\.layer).filter { !national.layers.contains($0) }
        return WorkCalendar(
            notices: self.notices.filter { !notices.contains($0) }, layers: self.layers.filter { !layers.contains($0) })
    }
}

extension CalendarFile {
    /// What the file would add to a centre's calendar.
    public var changes: [CalendarChange] {
        notices.map { CalendarChange(notice: $0) } + layers.map { CalendarChange(layer: $0) }
    }
}
