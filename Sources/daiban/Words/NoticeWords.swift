import CaseStore
import Casework

/// What `daiban notice` says besides the words of the domain.
enum NoticeWords {
    case abstract, add, list, remove
    case argumentText, argumentNumber, optionFrom, optionTo, optionUrgent, optionMobile, optionAll
    case posted(NoticePosted)
    case removed(Int)
    case columnNumber, columnFrom, columnTo, columnState, columnBy, columnText
    case hanging, toCome, over, takenDown(String)
    case urgent

    var chinese: String {
        switch self {
        case .abstract: "大厅公告：发布、查看、撤下"
        case .add: "发布一条公告（审核员、督办员、中心主任）"
        case .list: "列出公告"
        case .remove: "提前撤下一条公告，写明理由"
        case .argumentText: "公告内容，一段话"
        case .argumentNumber: "公告的编号"
        case .optionFrom: "从哪天起张贴，如 2026-12-01（默认今天）"
        case .optionTo: "最后一天，如 2026-12-05"
        case .optionUrgent: "急：在每一页底部滚动"
        case .optionMobile: "内容里的手机号确系对外公布的"
        case .optionAll: "连同已过期和已撤下的"
        case .posted(let notice): "已发布第 \(notice.number) 号公告，\(notice.from) 至 \(notice.to)"
        case .removed(let number): "已撤下第 \(number) 号公告"
        case .columnNumber: "编号"
        case .columnFrom: "自"
        case .columnTo: "至"
        case .columnState: "状态"
        case .columnBy: "发布人"
        case .columnText: "内容"
        case .hanging: "张贴中"
        case .toCome: "未到日期"
        case .over: "已过期"
        case .takenDown(let reason): "已撤下：\(reason)"
        case .urgent: "急"
        }
    }

    var english: String {
        switch self {
        case .abstract: "Notices in the hall: put up, list, take down"
        case .add: "Put a notice up (reviewer, supervisor, director)"
        case .list: "List notices"
        case .remove: "Take a notice down before its last day, with the reason"
        case .argumentText: "What it says, in one paragraph"
        case .argumentNumber: "The number of the notice"
        case .optionFrom: "The first day, such as 2026-12-01 (today by default)"
        case .optionTo: "The last day, such as 2026-12-05"
        case .optionUrgent: "Urgent: runs at the bottom of every page"
        case .optionMobile: "A mobile number in the text is a published one"
        case .optionAll: "Those that are over or were taken down, too"
        case .posted(let notice): "Notice \(notice.number) is up, \(notice.from) to \(notice.to)"
        case .removed(let number): "Notice \(number) is taken down"
        case .columnNumber: "Number"
        case .columnFrom: "From"
        case .columnTo: "To"
        case .columnState: "State"
        case .columnBy: "By"
        case .columnText: "Text"
        case .hanging: "up"
        case .toCome: "to come"
        case .over: "over"
        case .takenDown(let reason): "taken down: \(reason)"
        case .urgent: "urgent"
        }
    }
}

extension NoticeRefusal {
    var exitStatus: ExitStatus {
        if case .unknown = self { return .notFound }
        return .refused
    }
}
