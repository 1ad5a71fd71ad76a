import Casework
import GRDB

/// Changing the lists of service items: decide with the rules, record, bring the rows along; or change nothing and say
/// why.
extension RecordWriter {
    /// Carries out a command.
    ///
    /// The actor's role is read again from the record, as it is for cases.
    ///
    /// - Returns: the item afterwards.
    /// - Throws: ``ItemError``; the batch stays usable after a refusal.
    @discardableResult
    public mutating func perform(
        _ command: ItemCommand, by actor: Actor, at now: Instant
    ) throws(ItemError) -> ItemListing? {
        var catalogue = try catalogue()
        let events = try decide(command, at: 0, &catalogue, by: try known(actor))
        try record(events, by: actor, at: now)
        return events.first.flatMap { catalogue.listing($0.code) }
    }

    /// Brings the lists to `items`: new ones are listed, changed ones become new versions, what says the same already
    /// writes nothing. Items that are not among them stay as they are.
    ///
    /// - Throws: ``ItemError`` with the index of the first item that may not be so; nothing is written then.
    @discardableResult
    public mutating func takeOver(
        _ items: [ServiceItem], by actor: Actor, at now: Instant
    ) throws(ItemError) -> ItemListReport {
        var catalogue = try catalogue()
        let known = try known(actor)
        var report = ItemListReport()
        var events: [ItemEvent] = []
        for (index, item) in items.enumerated() {
            guard let command = catalogue.command(for: item) else {
                report.unchanged += 1
                continue
            }
            for event in try decide(command, at: index, &catalogue, by: known) {
                events.append(event)
                switch event {
                case .listed: report.listed += 1
                case .revised: report.revised += 1
                case .withdrawn, .claimed, .givenBack: break
                }
            }
        }
        try record(events, by: actor, at: now)
        return report
    }

    /// All lists with all versions, as this batch sees them.
    public func itemCatalogue() throws(StoreError) -> ItemCatalogue {
        try transaction.guarded { try ItemProjection.catalogue(in: transaction.database) }
    }

    private func catalogue() throws(ItemError) -> ItemCatalogue {
        do throws(StoreError) {
            return try itemCatalogue()
        } catch {
            throw .store(error)
        }
    }

    private func decide(
        _ command: ItemCommand, at index: Int, _ catalogue: inout ItemCatalogue, by actor: Actor
    ) throws(ItemError) -> [ItemEvent] {
        do throws(ItemRefusal) {
            let events = try catalogue.decide(command, by: actor)
            for event in events { catalogue.apply(event) }
            return events
        } catch {
            throw .refused(error, at: index)
        }
    }

    /// The actor with the role that the record gives. The office itself is nobody's row, and stays what it is.
    private func known(_ actor: Actor) throws(ItemError) -> Actor {
        guard actor.id != .office else { return actor }
        let record: StaffRecord?
        do throws(StoreError) {
            record = try staff(actor.id)
        } catch {
            throw .store(error)
        }
        guard let member = record?.member, member.isActive else { throw .refused(.notOnStaff, at: 0) }
        return Actor(member)
    }

    private func record(_ events: [ItemEvent], by actor: Actor, at now: Instant) throws(ItemError) {
        do throws(StoreError) {
            try transaction.guarded {
                for event in events {
                    try transaction.record(.centre(.item(event)), about: 0, at: now, by: actor.id)
                }
            }
        } catch {
            throw .store(error)
        }
    }
}
