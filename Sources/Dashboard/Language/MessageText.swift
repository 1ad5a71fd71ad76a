import Casework

/// The templates of messages to applicants and agents: one plain text each, without marks, links or anything personal
/// beyond the masked name and the number.
public enum MessageText {
    /// - Parameter phone: where the centre can be asked.
    public static func text(
        _ content: MessageContent, centre: Centre, phone: String?, _ language: MessageSwitch.Language
    ) -> String {
        switch language {
        case .chinese: chinese(content, centre, phone)
        case .english: english(content, centre, phone)
        }
    }

    // MARK: Chinese

    private static func chinese(_ content: MessageContent, _ centre: Centre, _ phone: String?) -> String {
        let offset = centre.offset
        let matter = "“\(content.item)”（编号 \(content.number)）"
        let why = content.text.map { "：\($0)" } ?? ""
        let provisional = content.isProvisional ? "（暂定）" : ""
        func until(_ word: String) -> String {
            content.due.map { "，最迟 \($0.dueText(offset))\(provisional) \(word)" } ?? ""
        }
        let missing = content.missing.isEmpty ? "" : "需要补齐：\(content.missing.joined(separator: "、"))。"
        let office = content.office.map { "请到\($0)办理。" } ?? ""
        let body =
            switch content.kind {
            case .accepted: "您申请的\(matter)已受理\(until("办结"))。"
            case .declined: "您申请的\(matter)不能办理\(why)。\(office)\(missing)"
            case .answered: "您咨询的\(matter)答复如下\(why)。\(content.office.map { "可再问\($0)。" } ?? "")"
            case .late: "您申请的\(matter)未能按时办结，原因\(why)。对不住，让您久等了。"
            case .approved: "您申请的\(matter)已办好\(until("送到您手上或请您来取"))。"
            case .delivered: "您申请的\(matter)的结果已送达。欢迎评价我们的服务。"
            case .withdrawn: "您申请的\(matter)已按您的意思撤回。"
            case .feedback: "您申请的\(matter)的进度\(why)。"
            case .waiting:
                "您申请的\(matter)暂缓办理\(why)。\(content.condition.map { "待“\($0)”后继续办理。" } ?? "")"
            case .supplementAsked:
                "您申请的\(matter)材料不齐。\(missing)\(content.text.map { "\($0)。" } ?? "")"
                    + (content.due.map { "请于 \($0.dueText(offset)) 前送来。" } ?? "")
            case .visitPlanned:
                "您申请的\(matter)已约定上门：\(content.at?.civilText(offset) ?? "时间另行通知")。"
                    + (content.materials.map { "请备好：\($0)。" } ?? "")
            case .visitRefused: "您申请的\(matter)不能上门办理\(why)。"
            case .assigned: "有一件交给您办：\(content.village) \(content.applicant) \(matter)\(until("到期"))。"
            case .returned: "\(content.applicant) \(matter)审核退回\(why)\(until("再送审"))。"
            case .urged: "催办：\(content.village) \(content.applicant) \(matter)\(until("到期"))，请抓紧。"
            case .warned:
                "预警：\(content.village) \(content.applicant) \(matter)\(content.topic?.chinese ?? "")"
                    + "，\(content.mark?.chinese ?? "")\(until("到期"))。"
            case .corrected: "关于\(matter)的上一条通知已撤回，以后续通知为准。"
            }
        return "【\(centre.name)】" + body + (phone.map { "咨询电话 \($0)。" } ?? "")
    }

    // MARK: English

    private static func english(_ content: MessageContent, _ centre: Centre, _ phone: String?) -> String {
        let offset = centre.offset
        let matter = "\"\(content.item)\" (number \(content.number))"
        let why = content.text.map { ": \($0)" } ?? ""
        let provisional = content.isProvisional ? " (provisional)" : ""
        func until(_ word: String) -> String {
            content.due.map { ", \(word) \($0.dueText(offset))\(provisional)" } ?? ""
        }
        let missing =
            content.missing.isEmpty ? "" : " Still needed: \(content.missing.joined(separator: ", "))."
        let office = content.office.map { " Please turn to \($0)." } ?? ""
        let body =
            switch content.kind {
            case .accepted: "Your request \(matter) is accepted\(until("to be done by"))."
            case .declined: "Your request \(matter) cannot be done\(why).\(office)\(missing)"
            case .answered: "The answer to your question \(matter)\(why).\(office)"
            case .late: "Your request \(matter) is late\(why). We are sorry for the wait."
            case .approved: "Your request \(matter) is done\(until("yours by"))."
            case .delivered: "The result of your request \(matter) is delivered. You are welcome to rate the service."
            case .withdrawn: "Your request \(matter) is withdrawn as you wished."
            case .feedback: "How your request \(matter) stands\(why)."
            case .waiting:
                "Your request \(matter) has to wait\(why)."
                    + (content.condition.map { " It goes on after: \($0)." } ?? "")
            case .supplementAsked:
                "Something is missing for your request \(matter).\(missing)\(content.text.map { " \($0)." } ?? "")"
                    + (content.due.map { " Please bring it by \($0.dueText(offset))." } ?? "")
            case .visitPlanned:
                "A visit for your request \(matter) is planned for \(content.at?.civilText(offset) ?? "a time to be told")."
                    + (content.materials.map { " Please have at hand: \($0)." } ?? "")
            case .visitRefused: "A visit for your request \(matter) is not possible\(why)."
            case .assigned: "For you to do: \(content.village), \(content.applicant), \(matter)\(until("due"))."
            case .returned: "Returned by review: \(content.applicant), \(matter)\(why)\(until("again by"))."
            case .urged: "Please hurry: \(content.village), \(content.applicant), \(matter)\(until("due"))."
            case .warned:
                "Warning: \(content.village), \(content.applicant), \(matter): \(content.topic?.english ?? "")"
                    + ", \(content.mark?.english ?? "")\(until("due"))."
            case .corrected: "The last message about \(matter) was taken back; what comes later holds."
            }
        return "[\(centre.name)] " + body + (phone.map { " Questions: \($0)." } ?? "")
    }
}
