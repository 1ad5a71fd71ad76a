/// The articles that rules about people rest on, as sheets and findings cite them.
///
/// Clocks bring their article along from the rulebook's file; what is docked, found or waived is named here, because
/// the kinds of facts are the same in every rulebook.
public enum RuleSource: String, Hashable, Codable, CaseIterable, Sendable {
    case rosterReport = "武政管办〔2022〕36号 第六条"
    case admission = "武政管办〔2022〕36号 第十三条"
    case twoLines = "武政管办〔2022〕36号 第十四条"
    case idle = "武政管办〔2022〕36号 第十五条(一)"
    case faults = "武政管办〔2022〕36号 第十五条(二)"
    case fraud = "武政管办〔2022〕36号 第十五条(三)"
    case gridAgents = "内放办〔2022〕3号 一"
    case supervision = "内放办〔2022〕3号 六"
    case villageAgents = "建政发〔2022〕33号 二(一)"
    case monthlySummary = "建政发〔2022〕33号 五(一)4"
    case deductions = "建政发〔2022〕33号 二(四)2"
    case abPosts = "平政办发〔2024〕14号 二(一)1(4)"
    case circular = "平政办发〔2024〕14号 三(四)"
    case gratis = "四川《指导意见》 一(二)"
    case violations = "四川《指导意见》 三(四)"
}
