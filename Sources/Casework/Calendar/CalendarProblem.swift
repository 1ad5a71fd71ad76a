/// What is wrong with stated days off and workdays; the words for people are made by whoever shows it.
public enum CalendarProblem: Error, Hashable, Sendable {
    /// There is no such day, or it is not written `YYYY-MM-DD`.
    case unreadableDate(String)
    case endsBeforeItBegins(from: CivilDate, to: CivilDate)
    /// A notice or a layer speaks only of days within these.
    case outside(CivilDate, from: CivilDate, to: CivilDate)
    /// Named twice by the same notice or layer.
    case statedTwice(CivilDate)
    case offAndOn(CivilDate)
    /// A workday is made of a day on which people work anyway.
    case workdayAlready(CivilDate)
    /// The calendar has this notice of that year already.
    case yearStatedTwice(Int)
    /// An amendment cannot be older than what it amends.
    case amendsLater(CivilDate, than: CivilDate)
    /// A layer that does not say why.
    case reasonMissing
    /// Neither a day off nor a workday.
    case nothingStated
}
