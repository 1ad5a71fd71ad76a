/// Where a case stands in the terms of the documents: the five stages, and the finer steps.
extension Case {
    /// The stage (内放办〔2022〕3号 五).
    public var stage: ServiceStage {
        if facts.rating != nil { return .rating }
        switch state {
        case .pending: return .application
        case .accepted: return isWorkedOn ? .handling : .authorisation
        case .inReview, .returned, .waiting: return .handling
        case .approved, .delivered, .filed: return acceptedAt == nil ? .application : .handover
        case .declined, .withdrawn: return acceptedAt == nil ? .application : .handling
        case .answered: return .handover
        }
    }

    /// Something was done for it since it was taken.
    private var isWorkedOn: Bool {
        let facts = facts
        return !handlers.isEmpty || facts.verification != nil || facts.forwarding != nil || !facts.branches.isEmpty
            || !facts.help.isEmpty || !facts.originals.isEmpty || facts.visit?.arrivedAt != nil
            || !facts.supplements.isEmpty
    }

    /// The steps that are behind it (平政办发〔2024〕14号 二(三)4).
    public var doneSteps: Set<AgencyStep> {
        let facts = facts
        var done: Set<AgencyStep> = [.contact]
        if let authorisation {
            done.insert(.authorisation)
            if authorisation.form == .agreement { done.insert(.agreement) }
        }
        if acceptedAt != nil { done.insert(.advice) }
        if acceptedAt != nil, !facts.isSupplementOpen { done.insert(.materials) }
        if facts.forwarding?.resultAt != nil || facts.branches.contains(where: { $0.endedAt != nil }) {
            done.insert(.coordination)
        }
        if facts.delivery != nil {
            done.insert(.result)
            if facts.originals.isEmpty { done.insert(.originals) }
        }
        if facts.rating != nil { done.insert(.callBack) }
        return done
    }
}
