import Casework

/// What the entries about one case make of it, one after the other.
struct CaseReplay {
    let id: CaseID
    /// `nil` until its registration has come.
    private(set) var value: Case?

    init(id: CaseID) { self.id = id }

    mutating func take(_ event: CaseEvent, at: Instant, by actor: StaffID) {
        if case .registered(let registration) = event {
            value = Case(id: id, registration: registration, at: at)
        } else {
            value?.apply(event, at: at, by: actor)
        }
    }
}
