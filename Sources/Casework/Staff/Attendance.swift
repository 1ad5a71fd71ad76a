/// Where an agent is: at the post, away, or on leave.
public enum Presence: String, Hashable, Codable, CaseIterable, Sendable {
    /// 在岗
    case onDuty = "on-duty"
    /// 离岗: checked out, or not checked in yet.
    case away
    /// 请假
    case leave
}
