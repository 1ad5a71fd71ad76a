import CaseStore
import Casework
import Dashboard

/// What `daiban recompute` and `daiban calendar import` say.
enum RecomputeWords: Hashable {
    case abstract, abstractImport
    case optionReason, optionTrial
    case notPermitted(Role)
    case imported(Int)
    case calendarReason(String)
    case progress(Int)
    case changed(RecomputationReport)
    case wouldChange(RecomputationReport)

    var chinese: String {
        switch self {
        case .abstract: "规则或日历变动后，重算未办结件的时限"
        case .abstractImport: "把日历文件并入数据库，并重算未办结件的时限"
        case .optionReason: "为何重算；写入每一件的痕迹"
        case .optionTrial: "只数有多少件会变，不写入"
        case .notPermitted(let role): "\(Message.role(role).text(.chinese))不能改日历、重算时限"
        case .imported(0): "日历里已有这些内容，没有新增"
        case .imported(let count): "日历新增 \(count) 项"
        case .calendarReason(let names): "日历变动：\(names)"
        case .progress(let count): "已重算 \(count) 件"
        case .changed(let report): "看过 \(report.clocks) 个时限，改了 \(report.changed) 件，其余不动"
        case .wouldChange(let report): "看过 \(report.clocks) 个时限，\(report.changed) 件会变；没有写入"
        }
    }

    var english: String {
        switch self {
        case .abstract: "Compute the dates of open cases anew, after the rulebook or the calendar has changed"
        case .abstractImport: "Add a calendar file to the record and compute the dates of open cases anew"
        case .optionReason: "Why; it stands in the trace of every case that changes"
        case .optionTrial: "Only count what would change; write nothing"
        case .notPermitted(let role): "\(Message.role(role).text(.english)): may not change the calendar or its dates"
        case .imported(0): "the calendar has all of it already"
        case .imported(let count): "added to the calendar: \(count)"
        case .calendarReason(let names): "the calendar changed: \(names)"
        case .progress(let count): "\(count) cases done"
        case .changed(let report):
            "\(report.clocks) clocks looked at, \(report.changed) cases changed, the others untouched"
        case .wouldChange(let report):
            "\(report.clocks) clocks looked at, \(report.changed) cases would change; nothing was written"
        }
    }
}
