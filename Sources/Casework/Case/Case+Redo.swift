/// Doing a matter again that was done wrongly: not the old case opened anew, but a new one that names the first and its
/// error (四川《指导意见》 二(二)1). The first stays as it is, and says which one came after it.
extension Case {
    /// What can be done again: what was settled with a result.
    static let redoable: Set<CaseState> = [.approved, .delivered, .filed, .answered]

    /// Whether somebody may have this case done again.
    ///
    /// - Throws: ``Refusal/cannotBeRedone`` for what is not settled, ``Refusal/redoneAlready(_:)`` for a second try: that
    ///   one belongs to the newer case.
    public func permitRedo(_ actor: Actor) throws(Refusal) {
        guard actor.role.mayRegister else { throw .mayNotRedo(actor.role) }
        guard Self.redoable.contains(state) else { throw .cannotBeRedone }
        if let next = facts.redoneBy { throw .redoneAlready(next) }
    }

    /// What the new case asks for: the same matter of the same person, taken on the spot.
    ///
    /// - Parameters:
    ///   - error: what was done wrongly.
    ///   - listedItem: the item as the list has it now; `nil` when it has it no more.
    /// - Throws: ``Refusal`` when it may not be done again, or when nothing says why.
    public func redo(
        because error: String, listedItem: Intake.ListedItem?, by actor: Actor, at now: Instant
    ) throws(Refusal) -> (intake: Intake, reason: String) {
        try permitRedo(actor)
        let reason = try Self.checked(error)
        var again = intake
        again.note = reason
        again.submittedAt = now
        again.authorisation = authorisation
        again.redoOf = id
        again.listedItem = listedItem ?? intake.listedItem
        return (again, reason)
    }
}
