import Casework

/// Regional days off and workdays as they have been ordered: what a layer must be able to say.
enum LocalDays {
    static func date(_ text: String) -> CivilDate {
        CivilDate(text) ?? CivilDate(dayNumber: 0)
    }

    private static func layer(
        _ region: String, _ reason: String, off: [(String, String)], work: [String] = []
    ) -> CalendarLayer {
        CalendarLayer(
            region: region, reason: reason,
            days: CalendarDays(
                off: off.map { CalendarDays.Stretch(from: date($0.0), to: date($0.1), name: reason) },
                work: work.map(date)))
    }

    /// Eleven more days off, weekends among them.
    static let longerSpringFestival = layer(
        "湖北省", "疫情防控，延长春节假期", off: [("2020-02-03", "2020-02-13")])
    /// A workday of its own, in a year whose national days are unknown here.
    static let ownWorkday = layer(
        "广西壮族自治区", "壮族三月三", off: [("2017-03-30", "2017-04-01")], work: ["2017-04-08"])
    /// Off on a national make-up workday.
    static let offOnMakeUpSaturday = layer(
        "广西壮族自治区", "壮族三月三与清明节", off: [("2022-04-02", "2022-04-02"), ("2022-04-06", "2022-04-06")])
    static let offOnMakeUpSunday = layer("广西壮族自治区", "壮族三月三", off: [("2023-04-21", "2023-04-23")])

    static let all = [longerSpringFestival, ownWorkday, offOnMakeUpSaturday, offOnMakeUpSunday]
}
