/// First-asked responsibility: who took a request first stays named on it, wherever it goes afterwards
/// (平政办发〔2024〕14号 二(一)1(4)).
public enum FirstAsked {
    /// - Parameter entries: what happened to one case and by whom, in any order.
    /// - Returns: the collector who brought it, else who registered it; `nil` when no registration is among them.
    public static func responsible(_ entries: some Sequence<(actor: StaffID, event: CaseEvent)>) -> StaffID? {
        for entry in entries {
            guard case .registered(let registration) = entry.event else { continue }
            return registration.intake.collector ?? entry.actor
        }
        return nil
    }
}
