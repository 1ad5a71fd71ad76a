import CaseStore
import Casework

/// The words of messages and their states: a part of the message catalogue.
public enum OutboxTerm: Hashable, Sendable {
    case kind(OutgoingMessage.Kind)
    case state(OutboxMessage.State)
    case refusal(OutboxError)

    var chinese: String {
        switch self {
        case .kind(let kind): kind.chinese
        case .state(.queued): "待发"
        case .state(.sent): "已发"
        case .state(.failed): "未发出，将再试"
        case .state(.givenUp): "已放弃"
        case .refusal(.notOnStaff): "人员名单里没有您，或您已离任"
        case .refusal(.notPermitted(let role)): "\(role.chinese)不能管理消息"
        case .refusal(.unknown(let id)): "没有第 \(id) 号消息"
        case .refusal(.settled(let id, let state)): "第 \(id) 号消息\(OutboxTerm.state(state).chinese)，不能这样做"
        case .refusal(.beingSent(let id)): "第 \(id) 号消息正在发送，请稍候"
        case .refusal(.store(let error)): error.chinese
        }
    }

    var english: String {
        switch self {
        case .kind(let kind): kind.english
        case .state(.queued): "queued"
        case .state(.sent): "sent"
        case .state(.failed): "failed, to be tried again"
        case .state(.givenUp): "given up"
        case .refusal(.notOnStaff): "you are not on the staff, or not any more"
        case .refusal(.notPermitted(let role)): "a \(role.english) does not keep the messages"
        case .refusal(.unknown(let id)): "there is no message \(id)"
        case .refusal(.settled(let id, let state)): "message \(id) is \(OutboxTerm.state(state).english): not possible"
        case .refusal(.beingSent(let id)): "message \(id) is being sent just now; please wait"
        case .refusal(.store(let error)): error.english
        }
    }
}

extension OutgoingMessage.Kind {
    var chinese: String {
        switch self {
        case .accepted: "受理通知"
        case .declined: "不予办理通知"
        case .answered: "咨询答复"
        case .late: "迟办说明"
        case .approved: "办结通知"
        case .delivered: "送达通知"
        case .withdrawn: "撤回通知"
        case .feedback: "进度告知"
        case .waiting: "暂缓通知"
        case .supplementAsked: "补正通知"
        case .visitPlanned: "上门约定"
        case .visitRefused: "不能上门通知"
        case .assigned: "派件"
        case .returned: "退回通知"
        case .urged: "催办通知"
        case .warned: "预警通知"
        case .corrected: "更正"
        }
    }

    var english: String {
        switch self {
        case .accepted: "accepted"
        case .declined: "declined"
        case .answered: "answer"
        case .late: "reason of delay"
        case .approved: "done"
        case .delivered: "delivered"
        case .withdrawn: "withdrawn"
        case .feedback: "progress"
        case .waiting: "has to wait"
        case .supplementAsked: "materials missing"
        case .visitPlanned: "visit planned"
        case .visitRefused: "no visit"
        case .assigned: "new case"
        case .returned: "returned"
        case .urged: "urged"
        case .warned: "warning"
        case .corrected: "correction"
        }
    }
}
