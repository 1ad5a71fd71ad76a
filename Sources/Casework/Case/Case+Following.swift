/// Following what was done elsewhere: a log of another system says which steps a case went through, and the life of a
/// case says whether it can have gone so.
extension Case {
    /// The event that `command` was, at the time at which it was given.
    ///
    /// The states and what belongs to the case are asked as ever. Who gave it is not: the log's people are not on this
    /// staff. Only the one step is taken; what a rulebook would let follow by itself, the log tells.
    ///
    /// - Parameter rules: those of ``Rules/following``.
    /// - Throws: ``Refusal`` when a case that stands here cannot go on so.
    public func follow(_ command: CaseCommand, at instant: Instant, rules: Rules) throws(Refusal) -> CaseEvent {
        try permitState(command.kind)
        try permitFacts(command.kind)
        guard let event = try events(of: command, at: instant, rules: rules).first else {
            throw .wrongState(command.kind, state)
        }
        return event
    }

    /// The same case under the id that it gets in a record.
    public func numbered(_ id: CaseID) -> Case {
        var value = self
        value.id = id
        return value
    }
}

extension Rules {
    /// The same rules without the proofs that a step of today needs: which paper was looked at and who signed is not in
    /// a log of another system, and the step was taken all the same. Clocks are counted as for any case.
    public var following: Rules {
        var rules = self
        rules.rulebook.guards = Rulebook.Guards(
            authorisation: false, materials: false, lateReason: false, verification: false, signature: false)
        rules.rulebook.urgingInterval = 0
        return rules
    }
}
