/// The people and cases that an event names by id: told by their numbers when the entry travels, and found again.
extension CaseEvent {
    /// The same event with every id put through the functions.
    public func mappingIDs<Failure: Error>(
        person: (StaffID) throws(Failure) -> StaffID, case other: (CaseID) throws(Failure) -> CaseID
    ) throws(Failure) -> CaseEvent {
        func optional(_ id: StaffID?) throws(Failure) -> StaffID? {
            guard let id else { return nil }
            return try person(id)
        }
        switch self {
        case .registered(var value):
            value.holder = try optional(value.holder)
            value.intake.collector = try optional(value.intake.collector)
            if let id = value.intake.redoOf { value.intake.redoOf = try other(id) }
            return .registered(value)
        case .rejected(var value):
            value.agent = try optional(value.agent)
            return .rejected(value)
        case .reassigned(var value):
            value.from = try optional(value.from)
            value.to = try person(value.to)
            return .reassigned(value)
        case .urged(var value):
            value.agent = try person(value.agent)
            return .urged(value)
        case .undone(var value):
            value.before.holder = try optional(value.before.holder)
            return .undone(value)
        case .relayed(var value):
            value.from = try person(value.from)
            value.to = try person(value.to)
            return .relayed(value)
        case .redone(var value):
            value.by = try other(value.by)
            return .redone(value)
        case .handedOver(var value):
            value.from = try person(value.from)
            value.to = try person(value.to)
            return .handedOver(value)
        case .warned(var value):
            value.urged = try optional(value.urged)
            return .warned(value)
        default: return self
        }
    }
}
