import Casework

/// What is said about campaigns: a part of the message catalogue.
public enum CampaignMessage: Hashable, Sendable {
    case refusal(CampaignRefusal)

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

extension CampaignAction {
    fileprivate var chinese: String {
        switch self {
        case .open: "发起专项"
        case .hand: "把专项分到村"
        case .register: "登记专项办件"
        case .close: "结束专项"
        }
    }

    fileprivate var english: String {
        switch self {
        case .open: "open a campaign"
        case .hand: "hand a campaign to villages"
        case .register: "register cases of a campaign"
        case .close: "close a campaign"
        }
    }
}

extension CampaignRefusal {
    fileprivate var chinese: String {
        switch self {
        case .notOnStaff: "人员名单里没有您，或您已离任"
        case .notPermitted(let action, let role): "\(role.chinese)不能\(action.chinese)"
        case .unknown(let code): "没有编号为 \(code) 的专项"
        case .isClosed(let code): "专项 \(code) 已结束"
        case .villageUnknown(let village): "没有“\(village)”这个村"
        case .notConcerned(let village): "这个专项不涉及\(village)"
        case .handedAlready(let village): "已经分到\(village)"
        case .nothingToHand: "各村都已分到"
        case .notHanded(let village): "还没有分到\(village)，请先由乡镇分办"
        case .otherVillage(let own): "您只能登记\(own)的"
        case .noVillages: "中心还没有登记任何村"
        case .dueInThePast(let date): "完成日期 \(date) 已经过去"
        case .registeredAlready(let number): "这位居民在这个专项里已有一件：\(number)"
        case .unfit(let field, let fault): Refusal.unfit(field, fault).chinese
        }
    }

    fileprivate var english: String {
        switch self {
        case .notOnStaff: "you are not on the staff, or not any more"
        case .notPermitted(let action, let role): "a \(role.english) may not \(action.english)"
        case .unknown(let code): "there is no campaign \(code)"
        case .isClosed(let code): "campaign \(code) is closed"
        case .villageUnknown(let village): "there is no village \(village)"
        case .notConcerned(let village): "the campaign does not concern \(village)"
        case .handedAlready(let village): "\(village) has it already"
        case .nothingToHand: "every village has it already"
        case .notHanded(let village): "\(village) has not got it yet; the township hands it on first"
        case .otherVillage(let own): "you register the residents of \(own)"
        case .noVillages: "the centre has no villages yet"
        case .dueInThePast(let date): "the date \(date) has passed"
        case .registeredAlready(let number): "this resident has a case in this campaign already: \(number)"
        case .unfit(let field, let fault): Refusal.unfit(field, fault).english
        }
    }
}
