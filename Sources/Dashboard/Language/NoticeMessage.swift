import Casework

/// What is said about notices in the hall: a part of the message catalogue.
public enum NoticeMessage: Hashable, Sendable {
    case refusal(NoticeRefusal)

    var chinese: String {
        switch self {
        case .refusal(let refusal): refusal.chinese
        }
    }

    var english: String {
        switch self {
        case .refusal(let refusal): refusal.english
        }
    }
}

extension NoticeAction {
    fileprivate var chinese: String {
        switch self {
        case .post: "发布公告"
        case .remove: "撤下公告"
        }
    }

    fileprivate var english: String {
        switch self {
        case .post: "put up notices"
        case .remove: "take notices down"
        }
    }
}

extension NoticeRefusal {
    fileprivate var chinese: String {
        switch self {
        case .notOnStaff: "人员名单里没有您，或您已离任"
        case .notPermitted(let action, let role): "\(role.chinese)不能\(action.chinese)"
        case .unfit(let field, let fault): Refusal.unfit(field, fault).chinese
        case .endsBeforeItBegins(let from, let to): "结束日期 \(to) 早于开始日期 \(from)"
        case .isOver(let day): "结束日期 \(day) 已经过去"
        case .tooLong(let days): "公告最多张贴 \(days) 天，长期内容请写进事项指南"
        case .identityNumber(let masked): "公告人人可见，不能写身份证号、银行卡号一类的号码：\(masked)"
        case .mobileNumber(let masked): "公告人人可见，里面有手机号 \(masked)；确系对外公布的号码，请加 --publish-mobile；办公室座机不受限"
        case .unknown(let number): "没有第 \(number) 号公告"
        case .removedAlready(let number): "第 \(number) 号公告已撤下"
        }
    }

    fileprivate var english: String {
        switch self {
        case .notOnStaff: "you are not on the staff, or not any more"
        case .notPermitted(let action, let role): "a \(role.english) may not \(action.english)"
        case .unfit(let field, let fault): Refusal.unfit(field, fault).english
        case .endsBeforeItBegins(let from, let to): "the last day \(to) is before the first, \(from)"
        case .isOver(let day): "the last day \(day) has passed"
        case .tooLong(let days):
            "a notice hangs for \(days) days at most; what is always so belongs into the guide of its item"
        case .identityNumber(let masked):
            "everybody reads a notice: it may hold no identity number, bank card number or the like: \(masked)"
        case .mobileNumber(let masked):
            "everybody reads a notice, and it holds the mobile number \(masked): add --publish-mobile if it is a published one; landlines may stand there"
        case .unknown(let number): "there is no notice \(number)"
        case .removedAlready(let number): "notice \(number) was taken down already"
        }
    }
}
