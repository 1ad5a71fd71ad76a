import CaseStore
import Casework

/// What `daiban campaign` says besides the words of the domain.
enum CampaignWords {
    case abstract, open, hand, register, list, show, close
    case optionTitle, optionDepartment, optionDue, optionVillages, optionHandVillages, optionCode, optionSummary
    case optionAllCampaigns
    case opened(code: String, title: String)
    case handed(code: String, villages: [String])
    case registered(number: String, code: String)
    case closed(code: String)
    case columnCode, columnTitle, columnDepartment, columnDue, columnState
    case columnHanded, columnAsked, columnPending, columnHandling, columnInReview, columnApproved, columnDeclined
    case columnWithdrawn, total, isOpen, isClosed, summary(String)

    var chinese: String {
        switch self {
        case .abstract: "上级交办的专项：发起、分到村、逐户登记、看进度、结束"
        case .open: "发起专项（县政管办）"
        case .hand: "把专项分到村（审核员、中心主任）"
        case .register: "为一位居民登记专项办件，每人一件"
        case .list: "列出专项"
        case .show: "查看专项和各村进度"
        case .close: "结束专项，写明总结（县政管办、中心主任）"
        case .optionTitle: "专项名称"
        case .optionDepartment: "交办部门"
        case .optionDue: "完成日期，如 2026-12-31"
        case .optionVillages: "涉及的村（可重复；默认全部）"
        case .optionHandVillages: "分到哪些村（可重复；默认还没有分到的全部）"
        case .optionCode: "专项编号，如 ZX2026-01"
        case .optionSummary: "总结"
        case .optionAllCampaigns: "连同已结束的"
        case .opened(let code, let title): "已发起专项 \(code) \(title)"
        case .handed(let code, let villages): "专项 \(code) 已分到：\(villages.joined(separator: "、"))"
        case .registered(let number, let code): "已登记 \(number)（专项 \(code)）"
        case .closed(let code): "专项 \(code) 已结束"
        case .columnCode: "编号"
        case .columnTitle: "名称"
        case .columnDepartment: "交办部门"
        case .columnDue: "完成日期"
        case .columnState: "状态"
        case .columnHanded: "已分到"
        case .columnAsked: "登记"
        case .columnPending: "待受理"
        case .columnHandling: "办理中"
        case .columnInReview: "待审核"
        case .columnApproved: "已办好"
        case .columnDeclined: "不予办理"
        case .columnWithdrawn: "撤回"
        case .total: "合计"
        case .isOpen: "进行中"
        case .isClosed: "已结束"
        case .summary(let text): "总结：\(text)"
        }
    }

    var english: String {
        switch self {
        case .abstract: "Campaigns from above: open, hand to villages, register residents, follow, close"
        case .open: "Open a campaign (county office)"
        case .hand: "Hand a campaign to villages (reviewer, director)"
        case .register: "Register a resident's case of a campaign, one each"
        case .list: "List campaigns"
        case .show: "Show a campaign and how far each village is"
        case .close: "Close a campaign with a summary (county office, director)"
        case .optionTitle: "What the campaign is called"
        case .optionDepartment: "The department that gave it"
        case .optionDue: "The day by which it shall be done, such as 2026-12-31"
        case .optionVillages: "A village that it concerns (may be repeated; all by default)"
        case .optionHandVillages: "A village to hand it to (may be repeated; by default all that lack it)"
        case .optionCode: "The code of the campaign, such as ZX2026-01"
        case .optionSummary: "The summary"
        case .optionAllCampaigns: "Closed ones too"
        case .opened(let code, let title): "Campaign \(code) opened: \(title)"
        case .handed(let code, let villages): "Campaign \(code) handed to \(villages.joined(separator: ", "))"
        case .registered(let number, let code): "\(number) registered (campaign \(code))"
        case .closed(let code): "Campaign \(code) closed"
        case .columnCode: "Code"
        case .columnTitle: "Title"
        case .columnDepartment: "Department"
        case .columnDue: "Due"
        case .columnState: "State"
        case .columnHanded: "Handed"
        case .columnAsked: "Asked"
        case .columnPending: "Pending"
        case .columnHandling: "Handling"
        case .columnInReview: "In review"
        case .columnApproved: "Approved"
        case .columnDeclined: "Declined"
        case .columnWithdrawn: "Withdrawn"
        case .total: "Total"
        case .isOpen: "open"
        case .isClosed: "closed"
        case .summary(let text): "Summary: \(text)"
        }
    }
}

extension CampaignError {
    var exitStatus: ExitStatus {
        switch self {
        case .refused(.unknown): .notFound
        case .refused: .refused
        case .record: .failed
        }
    }
}

extension OutboxError {
    var exitStatus: ExitStatus {
        switch self {
        case .unknown: .notFound
        case .notOnStaff, .notPermitted, .settled, .beingSent: .refused
        case .store: .failed
        }
    }
}
