/// Ages, anniversaries and days some months away.
extension CivilDate {
    /// The same day `months` later (earlier when negative); the last day of the month where that one is shorter.
    public func advanced(months: Int) -> CivilDate {
        let (_, _, day) = components
        let month = CivilMonth(of: self).advanced(by: months)
        return month.firstDay.advanced(days: min(day, month.length) - 1)
    }

    /// Whole years from this day to `date`; 0 before the first anniversary, negative for days before this one.
    ///
    /// Who was born on 29 February has an anniversary on 28 February in common years: a period of years that has no
    /// corresponding day ends with the last day of the month (《民法典》第二百零二条).
    public func years(until date: CivilDate) -> Int {
        let years = date.year - year
        return advanced(months: 12 * years) <= date ? years : years - 1
    }
}
