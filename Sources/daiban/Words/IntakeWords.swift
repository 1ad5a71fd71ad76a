/// The command line's words about intake.
enum IntakeWords {
    case optionAuthorisation, optionMatter, optionPriority, optionReceipt, optionDirection, optionCollector
    case notACollector(String)

    var chinese: String {
        switch self {
        case .optionAuthorisation: "本人委托的形式：signed 已签委托书，spoken 口头，online 网上，agreement 代办协议"
        case .notACollector(let number): "\(number) 不是在任的民事收集员"
        case .optionDirection: "方向：village-to-county 村到县乡，county-to-village 县乡到村"
        case .optionCollector: "转来此事的民事收集员（人员编号）"
        case .optionMatter: "来意：request 办事，consultation 咨询"
        case .optionPriority: "优先对象（可重复）"
        case .optionReceipt: "印出回执"
        }
    }

    var english: String {
        switch self {
        case .optionAuthorisation: "The form of the applicant's authorisation"
        case .notACollector(let number): "\(number) is no active collector"
        case .optionDirection: "Which way the case goes"
        case .optionCollector: "The collector who passed it on (staff number)"
        case .optionMatter: "What the applicant wants: something done, or an answer"
        case .optionPriority: "Why the applicant goes first (may be repeated)"
        case .optionReceipt: "Print the receipt"
        }
    }
}
