/// What one month of an agent's work was, as far as keeping or replacing goes by it (武政管办〔2022〕36号 第十五条).
public struct MonthOfWork: Hashable, Sendable {
    public var month: CivilMonth
    /// The numbers of the cases that were handled in the month.
    public var handled: [String]
    /// Online cases that became overdue in the month through the agent's own fault.
    public var overdueByOwnFault: [String]
    /// Cases, online or offline, that somebody complained about in the month; a case counts once however often.
    public var complainedAbout: Set<String>

    public init(
        month: CivilMonth, handled: [String] = [], overdueByOwnFault: [String] = [],
        complainedAbout: Set<String> = []
    ) {
        self.month = month
        self.handled = handled
        self.overdueByOwnFault = overdueByOwnFault
        self.complainedAbout = complainedAbout
    }
}
