import Casework

/// What is said about warnings: a part of the message catalogue.
public enum WarningMessage: Hashable, Sendable {
    case topic(WarningTopic)
    case mark(WarningMark.Mark)
    /// In the case's detail.
    case raised(ClockRule.Kind, WarningMark.Mark, at: String)

    // The circular
    case circularTitle(centre: String)
    case circularPeriod(since: String?, at: String)
    case circularTotal(WarningCircular.Counts)
    case circularUnit(village: String, WarningCircular.Counts)
    case circularAgent(OpenWarning.Agent?, WarningCircular.Counts)
    case circularCase(OpenWarning, due: String, remaining: String)
    case circularEmpty

    var chinese: String {
        switch self {
        case .topic(let topic): topic.chinese
        case .mark(let mark): mark.chinese
        case .raised(let clock, let mark, let at): "预警 \(at)  \(clock.chinese)时限\(mark.chinese)"
        case .circularTitle(let centre): "\(centre)预警通报"
        case .circularPeriod(nil, let at): "截至 \(at)"
        case .circularPeriod(let since?, let at): "\(since) 至 \(at)"
        case .circularTotal(let counts): "合计：\(counts.chinese)"
        case .circularUnit(let village, let counts): "\(village)：\(counts.chinese)"
        case .circularAgent(nil, let counts): "无人接手：\(counts.chineseMarks)"
        case .circularAgent(let agent?, let counts): "代办员 \(agent.name)（\(agent.number)）：\(counts.chineseMarks)"
        case .circularCase(let warning, let due, let remaining):
            "\(warning.number)  \(warning.applicant)  \(warning.item)  \(warning.topic.chinese)  到期 \(due)  \(remaining)"
                + (warning.urgings > 0 ? "  已催办 \(warning.urgings) 次" : "")
        case .circularEmpty: "没有到预警时间的在办件。"
        }
    }

    var english: String {
        switch self {
        case .topic(let topic): topic.english
        case .mark(let mark): mark.english
        case .raised(let clock, let mark, let at): "warned \(at)  \(clock.english): \(mark.english)"
        case .circularTitle(let centre): "\(centre): circular of warnings"
        case .circularPeriod(nil, let at): "As of \(at)"
        case .circularPeriod(let since?, let at): "\(since) to \(at)"
        case .circularTotal(let counts): "Total: \(counts.english)"
        case .circularUnit(let village, let counts): "\(village): \(counts.english)"
        case .circularAgent(nil, let counts): "In nobody's hands: \(counts.englishMarks)"
        case .circularAgent(let agent?, let counts): "Agent \(agent.name) (\(agent.number)): \(counts.englishMarks)"
        case .circularCase(let warning, let due, let remaining):
            "\(warning.number)  \(warning.applicant)  \(warning.item)  \(warning.topic.english)  due \(due)  \(remaining)"
                + (warning.urgings > 0 ? "  urged \(warning.urgings)x" : "")
        case .circularEmpty: "No open case is past a warning mark."
        }
    }
}

extension WarningCircular.Counts {
    private var ordered: [(WarningTopic, Int)] {
        WarningTopic.allCases.compactMap { topic in topics[topic].map { (topic, $0) } }
    }

    fileprivate var chineseMarks: String { "超期 \(overdue)，临期 \(near)" }

    fileprivate var englishMarks: String { "\(overdue) overdue, \(near) near" }

    fileprivate var chinese: String {
        chineseMarks + (ordered.isEmpty ? "" : "（\(ordered.map { "\($0.chinese) \($1)" }.joined(separator: "，"))）")
    }

    fileprivate var english: String {
        englishMarks + (ordered.isEmpty ? "" : " (\(ordered.map { "\($0.english) \($1)" }.joined(separator: ", ")))")
    }
}

extension WarningMark.Mark {
    var chinese: String {
        switch self {
        case .near: "已到预警时间"
        case .overdue: "已超期"
        }
    }

    var english: String {
        switch self {
        case .near: "near its end"
        case .overdue: "overdue"
        }
    }
}

extension WarningTopic {
    var chinese: String {
        switch self {
        case .notAccepted: "未受理"
        case .notCompleted: "未办结"
        case .promise: "超承诺时限"
        case .forwarding: "未报送"
        case .visit: "未约定上门"
        case .rework: "退回未再送审"
        case .holder: "滞留手中"
        case .delivery: "未送达"
        case .feedback: "未告知进度"
        case .followUp: "差评未回访"
        case .supplement: "材料未补齐"
        case .target: "交办未完成"
        }
    }

    var english: String {
        switch self {
        case .notAccepted: "not accepted"
        case .notCompleted: "not completed"
        case .promise: "promise"
        case .forwarding: "not forwarded"
        case .visit: "visit not planned"
        case .rework: "not back in review"
        case .holder: "long in one hand"
        case .delivery: "not delivered"
        case .feedback: "no word to the applicant"
        case .followUp: "bad rating not followed up"
        case .supplement: "materials missing"
        case .target: "task from above"
        }
    }
}
