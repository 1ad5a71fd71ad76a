/// Who may change the lists of service items, and how.
extension ItemCatalogue {
    /// What follows from a command.
    ///
    /// - Throws: ``ItemRefusal``.
    public func decide(_ command: ItemCommand, by actor: Actor) throws(ItemRefusal) -> [ItemEvent] {
        switch command {
        case .list(let item): return [.listed(try listed(item, by: actor))]
        case .revise(let item): return [.revised(try revised(item, by: actor))]
        case .withdraw(let code, let reason):
            let item = try standing(code).item
            try Self.require(actor, item.level)
            return [.withdrawn(ItemEvent.Ending(code: code, reason: try Self.checked(reason)))]
        case .claim(let code):
            guard actor.role.mayClaimItems else { throw .mayNotClaim(actor.role) }
            let listing = try standing(code)
            guard listing.item.level == .county else { throw .notOfTheCounty(code, listing.item.level) }
            guard !listing.isClaimed else { throw .alreadyClaimed(code) }
            try requireFree(listing.item.name, of: code, in: .township)
            return [.claimed(ItemEvent.Claim(code: code))]
        case .giveBack(let code, let reason):
            guard actor.role.mayClaimItems else { throw .mayNotClaim(actor.role) }
            guard try standing(code).isClaimed else { throw .notClaimed(code) }
            return [.givenBack(ItemEvent.Ending(code: code, reason: try Self.checked(reason)))]
        }
    }

    /// The command that brings the list to `item`: list it, revise it, or nothing when it says the same already.
    public func command(for item: ServiceItem) -> ItemCommand? {
        guard let known = listing(item.code), !known.isWithdrawn else { return .list(item) }
        return known.item == item ? nil : .revise(item)
    }

    private func listed(_ given: ServiceItem, by actor: Actor) throws(ItemRefusal) -> ServiceItem {
        var item = try given.checked()
        try Self.require(actor, item.level)
        if let known = listing(item.code) {
            guard known.isWithdrawn else { throw .codeTaken(item.code) }
            guard known.item.level == item.level else {
                throw .levelChanged(item.code, from: known.item.level, to: item.level)
            }
            // Cases may stand on the versions before: a number is used once.
            item.version = max(item.version, known.item.version + 1)
        }
        try requireFree(item.name, of: item.code, in: item.level)
        return item
    }

    private func revised(_ given: ServiceItem, by actor: Actor) throws(ItemRefusal) -> ServiceItem {
        var item = try given.checked()
        let known = try standing(item.code)
        let current = known.item
        try Self.require(actor, current.level)
        guard item.level == current.level else {
            throw .levelChanged(item.code, from: current.level, to: item.level)
        }
        guard item.version >= current.version else {
            throw .stale(item.code, seen: item.version, current: current.version)
        }
        guard item != current else { throw .unchanged(item.code) }
        if item.version == current.version { item.version += 1 }
        for level in ItemLevel.allCases where known.stands(in: level) {
            try requireFree(item.name, of: item.code, in: level)
        }
        return item
    }

    private func standing(_ code: String) throws(ItemRefusal) -> ItemListing {
        guard let listing = listing(code) else { throw .unknown(code) }
        guard !listing.isWithdrawn else { throw .withdrawn(code) }
        return listing
    }

    private func requireFree(_ name: String, of code: String, in level: ItemLevel) throws(ItemRefusal) {
        let namesake = standing(named: name, in: level).first { $0 != code }
        if let namesake { throw .nameTaken(name, by: namesake) }
    }

    private static func require(_ actor: Actor, _ level: ItemLevel) throws(ItemRefusal) {
        guard actor.role.mayKeep(level) else { throw .notPermitted(actor.role, level) }
    }

    private static func checked(_ reason: String) throws(ItemRefusal) -> String {
        do { return try EntryField.reason.fit(reason) } catch { throw .reason(error) }
    }
}
