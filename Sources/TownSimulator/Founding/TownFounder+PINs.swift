import CaseStore
import Casework

/// The PINs of the made-up people: everybody may know them.
extension TownFounder {
    /// `26` and the last two digits of the number, so that `A07` has 2607; with zeros in front where a rulebook wants more.
    public static func pin(of number: String, rules: AgentRules.Duty.PINs) -> String {
        let digits = "26" + String(number.filter(\.isNumber).suffix(2))
        return String(repeating: "0", count: max(0, rules.digits - digits.count)) + digits
    }

    /// Sets them. What everybody knows need not be expensive to look at.
    static func setPINs(
        _ people: [StaffMember], in store: CaseStore, rules: AgentRules.Duty.PINs, at instant: Instant
    ) throws(SimulationError) {
        let office = Actor(id: .office, role: .director)
        for person in people {
            guard let pin = try? PIN(Self.pin(of: person.number, rules: rules), of: person.number, rules: rules) else {
                continue
            }
            do {
                try store.setPIN(
                    pin, of: person.id, by: office, source: AttendanceSource(.simulator), rules: rules, at: instant,
                    rounds: 1_024)
            } catch {
                throw SimulationError(error)
            }
        }
    }
}
