/// What a warning is about, as the circular tells them apart: what has not been accepted and what has not been completed
/// (武政管办〔2022〕36号 第十一条), what an item or a window promised (建政发〔2022〕33号 五(一)3), papers that should have
/// gone up (建政发〔2022〕33号 五(二)4), a visit without a plan (平政办发〔2024〕14号 二(二)2), and the house's other clocks.
public enum WarningTopic: String, Hashable, Codable, CaseIterable, Sendable {
    case notAccepted = "not-accepted"
    case notCompleted = "not-completed"
    case promise, forwarding, visit
    case rework, holder, delivery, feedback
    case followUp = "follow-up"
    case supplement, target

    /// - Parameters:
    ///   - clock: what is limited.
    ///   - rule: the kind of the rule that gave the date: an item's own promise, or a target from above.
    public init(clock: ClockRule.Kind, rule: ClockRule.Kind) {
        switch (clock, rule) {
        case (_, .target), (.target, _): self = .target
        case (.promise, _), (.completion, .promise): self = .promise
        case (.acceptance, _): self = .notAccepted
        case (.completion, _): self = .notCompleted
        case (.forwarding, _): self = .forwarding
        case (.visitPlan, _): self = .visit
        case (.rework, _): self = .rework
        case (.holder, _): self = .holder
        case (.delivery, _): self = .delivery
        case (.feedback, _): self = .feedback
        case (.followUp, _): self = .followUp
        case (.supplement, _): self = .supplement
        }
    }
}
