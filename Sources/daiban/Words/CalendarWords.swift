import Casework

/// What `daiban calendar` and `daiban due` say.
enum CalendarWords: Hashable {
    // Help
    case abstract, abstractShow, abstractAdd, abstractCheck, abstractDue
    case optionYear, optionVersion, optionDate, optionNumber, optionFile, optionCalendar
    case optionRulebook, optionClock, optionFrom, optionPause, optionItemKind, optionLimit

    // Refusals
    case yearOutside(Int, first: Int, last: Int)
    case dateUnreadable(String)
    case dateOutside(CivilDate, first: CivilDate, last: CivilDate)
    case numberOutside(Int, first: Int, last: Int)
    case instantUnreadable(String)
    case pauseUnreadable(String)
    case pauseEndsBeforeItBegins(String)
    case pauseOpenBeforeAnother(String)
    case noSuchVersion(Int, year: Int, count: Int)
    case offsetUnreadable(String)
    case limitNotOpen(String)

    // Results
    case heading(Int)
    case weekdayInitial(Int)
    /// The mark beside a day off or a make-up workday in the grid.
    case offMark, workMark
    case legend
    case offLine(from: CivilDate, to: CivilDate, name: String, source: String)
    case workLine(CivilDate, weekday: String, name: String?, source: String)
    case region(String)
    case versionLine(Int, notice: String, published: CivilDate, isShown: Bool)
    case workingDays(Int)
    case unpublished(Int)
    case added(from: CivilDate, number: Int, date: CivilDate, weekday: String)
    case checked(path: String, notices: Int, layers: Int)
    case rulebook(String)
    case resultLine(String)
    case provisional(Bool)

    var chinese: String {
        switch self {
        case .abstract: "工作日历：放假、调休、工作日"
        case .abstractShow: "看一年的放假与调休"
        case .abstractAdd: "某日之后第几个工作日是哪天"
        case .abstractCheck: "检查日历文件，不写入"
        case .abstractDue: "推算一个时限，并逐日说明"
        case .optionYear: "年份，如 2026"
        case .optionVersion: "第几版（默认现行的一版）"
        case .optionDate: "日期，如 2026-09-30"
        case .optionNumber: "第几个工作日"
        case .optionFile: "日历文件（TOML）"
        case .optionCalendar: "另加的日历文件（TOML），盖在全国日历之上"
        case .optionRulebook: "规则（默认取自配置）"
        case .optionClock: "时限：\(CalendarWords.clockNames)"
        case .optionFrom: "起算时间，如 2026-09-30T15:00"
        case .optionPause: "停表的一段，写作 起/止；还停着的只写 起/（可重复）"
        case .optionItemKind: "事项类别：instant 即办、promised 承诺、forwarded 报送、major 重大；只用于 completion"
        case .optionLimit: "事项自己承诺的时限；只用于 promise"
        case .yearOutside(let year, let first, let last): "年份 \(year) 不在 \(first) 至 \(last) 之内"
        case .dateUnreadable(let text): CalendarProblem.unreadableDate(text).chinese
        case .dateOutside(let date, let first, let last):
            CalendarProblem.outside(date, from: first, to: last).chinese
        case .numberOutside(let number, let first, let last): "\(number) 不在 \(first) 至 \(last) 之内"
        case .instantUnreadable(let text): "看不懂时间“\(text)”；应写成 2026-09-30T15:00，可带 +08:00"
        case .pauseUnreadable(let text): "看不懂停表“\(text)”；应写成 起/止，如 2026-09-30T15:00/2026-10-09T09:00"
        case .pauseEndsBeforeItBegins(let text): "停表“\(text)”的止早于起"
        case .pauseOpenBeforeAnother(let text): "停表“\(text)”没有止，只有最后一段可以这样写"
        case .noSuchVersion(let version, let year, let count): "\(year) 年没有第 \(version) 版，共 \(count) 版"
        case .offsetUnreadable(let text): "看不懂时差“\(text)”；应写成 +08:00"
        case .limitNotOpen(let clock): "--limit 只用于 promise，“\(clock)”的时限由规则定"
        case .heading(let year): "\(year) 年"
        case .weekdayInitial(let day): ["一", "二", "三", "四", "五", "六", "日"][(day - 1) % 7]
        case .offMark: "休"
        case .workMark: "班"
        case .legend: "休 放假   班 调休上班"
        case .offLine(let from, let to, let name, let source):
            "\(from == to ? "\(from)" : "\(from) 至 \(to)")  \(name)（\(source)）"
        case .workLine(let date, let weekday, let name, let source):
            "\(date) \(weekday)  上班\(name.map { "：\($0)" } ?? "")（\(source)）"
        case .region(let region): region
        case .versionLine(let number, let notice, let published, let isShown):
            "第 \(number) 版  \(notice)  \(published) 发布\(isShown ? "  ← 此版" : "")"
        case .workingDays(let count): "共 \(count) 个工作日"
        case .unpublished(let year): "\(year) 年的放假安排尚未公布：只按周一至周五，所推日期都是暂定"
        case .added(let date, let number, let result, let weekday):
            "\(date) 之后第 \(number) 个工作日：\(result) \(weekday)"
        case .checked(let path, let notices, let layers): "\(path)：没有问题；通知 \(notices) 份，地方或单位安排 \(layers) 份"
        case .rulebook(let name): "规则 \(name)"
        case .resultLine(let due): "due \(due)"
        case .provisional(let isProvisional): "provisional \(isProvisional)"
        }
    }

    var english: String {
        switch self {
        case .abstract: "The work calendar: days off, make-up workdays, working days"
        case .abstractShow: "Show the days off and make-up workdays of a year"
        case .abstractAdd: "Which day is the n-th working day after a date"
        case .abstractCheck: "Check a calendar file; nothing is written"
        case .abstractDue: "Compute a due instant and explain it day by day"
        case .optionYear: "The year, such as 2026"
        case .optionVersion: "Which version (by default the one in force)"
        case .optionDate: "A date, such as 2026-09-30"
        case .optionNumber: "Which working day after it"
        case .optionFile: "A calendar file (TOML)"
        case .optionCalendar: "A calendar file (TOML) to be laid over the national calendar"
        case .optionRulebook: "The rulebook (by default the configured one)"
        case .optionClock: "The clock: \(CalendarWords.clockNames)"
        case .optionFrom: "The start, such as 2026-09-30T15:00"
        case .optionPause: "A stretch in which the clock stood, as FROM/UNTIL; FROM/ when it still stands (repeatable)"
        case .optionItemKind: "The kind of item: instant, promised, forwarded, major; for completion only"
        case .optionLimit: "The limit that the item itself promises; for promise only"
        case .yearOutside(let year, let first, let last): "the year \(year) is not within \(first) to \(last)"
        case .dateUnreadable(let text): CalendarProblem.unreadableDate(text).english
        case .dateOutside(let date, let first, let last):
            CalendarProblem.outside(date, from: first, to: last).english
        case .numberOutside(let number, let first, let last): "\(number) is not within \(first) to \(last)"
        case .instantUnreadable(let text):
            "cannot read the time “\(text)”; write 2026-09-30T15:00, with +08:00 if you like"
        case .pauseUnreadable(let text):
            "cannot read the pause “\(text)”; write FROM/UNTIL, such as 2026-09-30T15:00/2026-10-09T09:00"
        case .pauseEndsBeforeItBegins(let text): "the pause “\(text)” ends before it begins"
        case .pauseOpenBeforeAnother(let text): "the pause “\(text)” has no end, which only the last one may lack"
        case .noSuchVersion(let version, let year, let count):
            "\(year) has no version \(version); it has \(count)"
        case .offsetUnreadable(let text): "cannot read the offset “\(text)”; write +08:00"
        case .limitNotOpen(let clock): "--limit is for promise only; the rulebook sets the limit of “\(clock)”"
        case .heading(let year): "\(year)"
        case .weekdayInitial(let day): ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][(day - 1) % 7]
        case .offMark: "-"
        case .workMark: "+"
        case .legend: "- day off   + make-up workday"
        case .offLine(let from, let to, let name, let source):
            "\(from == to ? "\(from)" : "\(from) to \(to)")  \(name) (\(source))"
        case .workLine(let date, let weekday, let name, let source):
            "\(date) \(weekday)  workday\(name.map { ": \($0)" } ?? "") (\(source))"
        case .region(let region): region
        case .versionLine(let number, let notice, let published, let isShown):
            "version \(number)  \(notice)  published \(published)\(isShown ? "  <- this one" : "")"
        case .workingDays(let count): "\(count) working days"
        case .unpublished(let year):
            "the days off of \(year) are not published yet: plain weekdays, every date is provisional"
        case .added(let date, let number, let result, let weekday):
            "working day \(number) after \(date): \(result) \(weekday)"
        case .checked(let path, let notices, let layers): "\(path): sound; notices: \(notices), local layers: \(layers)"
        case .rulebook(let name): "rulebook \(name)"
        case .resultLine(let due): "due \(due)"
        case .provisional(let isProvisional): "provisional \(isProvisional)"
        }
    }

    private static var clockNames: String { DueClock.allCases.map(\.rawValue).joined(separator: ", ") }
}
