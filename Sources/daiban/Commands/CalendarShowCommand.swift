import ArgumentParser
import Casework
import Dashboard
import TerminalKit

/// `daiban calendar show YEAR`: the months of a year with their days off and make-up workdays, and who says so.
struct CalendarShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Words.helpText(.calendar(.abstractShow)))

    @OptionGroup var options: CalendarOptions

    @Argument(help: Words.help(.calendar(.optionYear)))
    var year: Int

    @Option(name: .long, help: Words.help(.calendar(.optionVersion)))
    var version: Int?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let language = try options.language()
        let years = CalendarNotice.years
        guard years.contains(year) else {
            throw Failure(
                .calendar(.yearOutside(year, first: years.lowerBound, last: years.upperBound)), exit: .usage)
        }
        let whole = try options.workCalendar()
        let versions = whole.versions(of: year)
        var calendar = whole
        if let version {
            guard let asked = whole.asking(version: version, of: year) else {
                throw Failure(
                    .calendar(.noSuchVersion(version, year: year, count: versions.count)), exit: .notFound)
            }
            calendar = asked
        }
        let shown = ShownYear(year, version: version ?? versions.count, versions: versions, calendar: calendar)
        if json {
            Console.json(try JSONOutput.text(shown))
        } else {
            Console.out(YearText(shown: shown, calendar: calendar, versions: versions, language: language).text)
        }
    }
}

/// A year of the calendar, for `--json`.
struct ShownYear: Codable {
    struct Version: Codable {
        var version: Int
        var notice: String
        var published: String
    }

    struct Day: Codable {
        var date: String
        /// 1 = Monday … 7 = Sunday.
        var weekday: Int
        var name: String?
        var source: String
        var region: String?
    }

    var year: Int
    /// The version that is shown; 0 for a year that is not published.
    var version: Int
    var versions: [Version]
    var provisional: Bool
    var workingDays: Int
    var off: [Day]
    var work: [Day]

    init(_ year: Int, version: Int, versions: [CalendarNotice], calendar: WorkCalendar) {
        self.year = year
        self.version = version
        self.versions = versions.enumerated().map { index, notice in
            Version(version: index + 1, notice: notice.notice, published: notice.published.description)
        }
        off = []
        work = []
        workingDays = 0
        let days = ShownYear.days(of: year)
        provisional = days.contains { !calendar.knows($0) }
        for date in days {
            if calendar.isWorkingDay(date) { workingDays += 1 }
            guard let ruling = calendar.ruling(on: date) else { continue }
            let day = Day(
                date: date.description, weekday: date.weekday, name: ruling.name, source: ruling.source,
                region: ruling.region)
            if ruling.isOff { off.append(day) } else { work.append(day) }
        }
    }

    static func days(of year: Int) -> [CivilDate] {
        guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31)
        else { return [] }
        return (first.dayNumber...last.dayNumber).map { CivilDate(dayNumber: $0) }
    }
}

/// A year as months side by side, two in a row, and what is stated of its days.
struct YearText {
    var shown: ShownYear
    var calendar: WorkCalendar
    var versions: [CalendarNotice]
    var language: Language

    /// Columns of a day: two digits, a mark and a blank.
    private static let dayWidth = 5

    var text: String {
        var lines = [words(.heading(shown.year)), ""]
        for first in stride(from: 1, through: 12, by: 2) {
            let (left, right) = (month(first), month(first + 1))
            for row in 0..<max(left.count, right.count) {
                let start = row < left.count ? left[row] : ""
                let end = row < right.count ? right[row] : ""
                lines.append(trimmed(padded(start, 7 * Self.dayWidth + 2) + end))
            }
            lines.append("")
        }
        lines += [words(.legend), ""]
        lines += offLines() + workLines()
        if !shown.off.isEmpty || !shown.work.isEmpty { lines.append("") }
        for (index, notice) in versions.enumerated() {
            lines.append(
                words(
                    .versionLine(
                        index + 1, notice: notice.notice, published: notice.published,
                        isShown: index + 1 == shown.version)))
        }
        lines.append(words(.workingDays(shown.workingDays)))
        if shown.provisional { lines.append(words(.unpublished(shown.year))) }
        return lines.joined(separator: "\n")
    }

    private func words(_ words: CalendarWords) -> String { Words.calendar(words).text(language) }

    /// The name of a month, the initials of the weekdays and its weeks.
    private func month(_ month: Int) -> [String] {
        let number = month < 10 ? "0\(month)" : "\(month)"
        var lines = ["\(shown.year)-\(number)"]
        lines.append((1...7).map { padded(" " + words(.weekdayInitial($0)), Self.dayWidth) }.joined())
        var week = ""
        for date in ShownYear.days(of: shown.year) where date.components.month == month {
            if week.isEmpty { week = String(repeating: " ", count: (date.weekday - 1) * Self.dayWidth) }
            week += padded(cell(date), Self.dayWidth)
            if date.weekday == 7 {
                lines.append(week)
                week = ""
            }
        }
        if !week.isEmpty { lines.append(week) }
        return lines
    }

    private func cell(_ date: CivilDate) -> String {
        let day = date.components.day
        let mark =
            switch calendar.kind(of: date) {
            case .holiday: words(.offMark)
            case .makeUpWorkday: words(.workMark)
            case .weekday, .weekend: ""
            }
        return (day < 10 ? " \(day)" : "\(day)") + mark
    }

    /// Days off in a row under one name and source are one line.
    private func offLines() -> [String] {
        var stretches: [(from: CivilDate, to: CivilDate, day: ShownYear.Day)] = []
        for day in shown.off {
            guard let date = CivilDate(day.date) else { continue }
            if let last = stretches.last, last.to.advanced(days: 1) == date, last.day.name == day.name,
                last.day.source == day.source, last.day.region == day.region
            {
                stretches[stretches.count - 1].to = date
            } else {
                stretches.append((date, date, day))
            }
        }
        return stretches.map { stretch in
            words(
                .offLine(
                    from: stretch.from, to: stretch.to, name: stretch.day.name ?? "", source: source(stretch.day)))
        }
    }

    private func workLines() -> [String] {
        shown.work.compactMap { day in
            guard let date = CivilDate(day.date) else { return nil }
            let weekday = Message.weekday(date.weekday).text(language)
            return words(.workLine(date, weekday: weekday, name: day.name, source: source(day)))
        }
    }

    private func source(_ day: ShownYear.Day) -> String {
        day.region.map { "\($0) \(day.source)" } ?? day.source
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }

    private func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}
