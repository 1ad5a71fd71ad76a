import Casework
import Foundation
import GRDB

/// Who exchanges with whom: this record's own site, and the partners that it trusts.
extension CaseStore {
    /// The keys of this record's site.
    ///
    /// - Throws: ``RelayError/notIntroduced``, ``RelayError/keyMissing(path:)``, ``RelayError/keyDiffers(path:)``.
    func relayKeys() throws(RelayError) -> (keys: RelayKeys, own: RelayEvent.Introduced) {
        let file = RelayKeys.path(beside: path)
        guard let own = try relayRead({ try RelayProjection.own(in: $0) }) else { throw .notIntroduced }
        let keys = try RelayKeys(file: file)
        guard keys.fit(own.site) else { throw .keyDiffers(path: file) }
        return (keys, own)
    }

    /// Makes this record the township's site; one that is a site already stays what it is.
    ///
    /// - Returns: the card that partners may be given.
    public func introduceSite(by actor: Actor, at now: Instant) throws(RelayError) -> (site: RelaySite, card: Data) {
        if try relayRead({ try RelayProjection.own(in: $0) }) == nil {
            let keys = RelayKeys()
            let file = RelayKeys.path(beside: path)
            try relayWrite { transaction in
                let actor = try transaction.relayActor(actor, for: .introduce)
                guard try RelayProjection.own(in: transaction.database) == nil else { return }
                let centre = try CentreProjection.centre(in: transaction.database)
                let site = keys.site(id: RelayKeys.freshID(), name: centre.name, village: nil)
                let introduced = RelayEvent.Introduced(site: site, centre: site.id)
                try transaction.record(.centre(.relay(.introduced(introduced))), about: 0, at: now, by: actor)
                // Before the commit: a record that tells of keys nobody has is worse than keys no record tells of.
                RelayKeys.keepOld(file)
                try keys.save(to: file, replacing: true)
            }
        }
        return try siteCard()
    }

    /// The card of this record's site.
    public func siteCard() throws(RelayError) -> (site: RelaySite, card: Data) {
        let (keys, own) = try relayKeys()
        return (own.site, try Self.card(own.site, keys))
    }

    /// Other keys for the same site, because the old ones were lost or seen by somebody else. The partners have to admit
    /// the new card; until then they take nothing from here.
    public func renewSite(by actor: Actor, at now: Instant) throws(RelayError) -> (site: RelaySite, card: Data) {
        let keys = RelayKeys()
        let file = RelayKeys.path(beside: path)
        try relayWrite { transaction in
            let actor = try transaction.relayActor(actor, for: .introduce)
            guard var own = try RelayProjection.own(in: transaction.database) else { throw RelayError.notIntroduced }
            own.site = keys.site(
                id: own.site.id, name: own.site.name, village: own.site.village, mark: own.site.mark)
            try transaction.record(.centre(.relay(.introduced(own))), about: 0, at: now, by: actor)
            RelayKeys.keepOld(file)
            try keys.save(to: file, replacing: true)
        }
        return try siteCard()
    }

    /// A village's card, before its record is founded: makes its keys beside where the database will be.
    ///
    /// - Parameter path: of the database to be.
    public static func villageCard(
        _ village: String, besides path: String
    ) throws(RelayError) -> (site: RelaySite, card: Data) {
        let file = RelayKeys.path(beside: path)
        let keys = FileFacts.exists(file) ? try RelayKeys(file: file) : RelayKeys()
        if !FileFacts.exists(file) { try keys.save(to: file, replacing: false) }
        // The id follows from the keys, so that the same card comes out until the record is founded.
        let name = Data(keys.signing.publicKey.rawRepresentation.prefix(8)).hexadecimal
        let site = keys.site(id: name, name: village, village: village)
        return (site, try card(site, keys))
    }

    private static func card(_ site: RelaySite, _ keys: RelayKeys) throws(RelayError) -> Data {
        do {
            return try RelayCard.data(site, keys: keys)
        } catch {
            throw .file(path: site.name, detail: "\(error)")
        }
    }

    /// Trusts a partner from now on: its digits were compared over the phone.
    ///
    /// - Parameters:
    ///   - fingerprint: the digits that the partner read out.
    ///   - mark: letters for its case numbers; `nil` takes the next free ones.
    /// - Returns: the site with its letters.
    @discardableResult
    public func admit(
        _ card: RelayCard, fingerprint: String, mark: String? = nil, by actor: Actor, at now: Instant
    ) throws(RelayError) -> RelaySite {
        guard card.site.hasFingerprint(fingerprint) else { throw .fingerprintDiffers }
        return try relayWrite { transaction in
            let database = transaction.database
            let actor = try transaction.relayActor(actor, for: .admit)
            guard let own = try RelayProjection.own(in: database) else { throw RelayError.notIntroduced }
            let partners = try RelayProjection.partners(in: database)
            var site = card.site
            let known = partners.first { $0.site.id == site.id }
            if own.site.isTownship {
                guard let village = site.village, try CentreProjection.villages(in: database).contains(village) else {
                    throw RelayError.villageUnknown(site.village ?? site.name)
                }
                if partners.contains(where: { $0.isActive && $0.site.village == village && $0.site.id != site.id }) {
                    throw RelayError.villageTaken(village)
                }
                // Letters stay with their site for good, also after it was revoked.
                let taken = Set(partners.filter { $0.site.id != site.id }.compactMap(\.site.mark))
                if let mark, taken.contains(mark) { throw RelayError.villageTaken(mark) }
                site.mark = known?.site.mark ?? mark ?? RelaySite.freeMark(besides: taken)
                site.name = village
            } else {
                // A village has one partner, which its founding bundle has named.
                guard known != nil, site.isTownship else { throw RelayError.onlyTownship(.admit) }
            }
            try transaction.record(.centre(.relay(.admitted(site))), about: 0, at: now, by: actor)
            return site
        }
    }

    /// Takes nothing from the village's site any more.
    public func revoke(
        village: String, reason: String, by actor: Actor, at now: Instant
    ) throws(RelayError) -> RelaySite {
        guard let reason = try? EntryField.reason.checked(reason) else { throw .reasonMissing }
        return try relayWrite { transaction in
            let actor = try transaction.relayActor(actor, for: .revoke)
            let site = try transaction.relayPartner(village)
            try transaction.record(
                .centre(.relay(.revoked(RelayEvent.Revoked(site: site.id, reason: reason)))), about: 0, at: now,
                by: actor)
            return site
        }
    }
}

extension CaseStore {
    func relayRead<Result>(_ body: (Database) throws -> Result) throws(RelayError) -> Result {
        do {
            return try read(body)
        } catch {
            throw .store(error)
        }
    }

    func relayWrite<Result>(_ body: (RecordTransaction) throws -> Result) throws(RelayError) -> Result {
        do {
            return try write(body)
        } catch let error as RelayError {
            throw error
        } catch {
            throw .store(StoreError(error, path: path))
        }
    }
}

extension RecordTransaction {
    /// The person as the record knows them, when the role allows it. The office itself founds records.
    func relayActor(_ actor: Actor, for action: RelayAction) throws -> StaffID {
        guard actor.id != .office else { return actor.id }
        guard let member = try StaffProjection.find(actor.id, in: database)?.member, member.isActive else {
            throw RelayError.notOnStaff
        }
        let isVillage = try RelayProjection.own(in: database)?.site.isTownship == false
        guard member.role.may(action, atVillage: isVillage) else { throw RelayError.notPermitted(action, member.role) }
        return member.id
    }

    /// The active partner of that village; at a village, the township whatever is named.
    func relayPartner(_ village: String?) throws -> RelaySite {
        let partners = try RelayProjection.partners(in: database).filter(\.isActive)
        if try RelayProjection.own(in: database)?.site.isTownship == false, let township = partners.first {
            return township.site
        }
        if village == nil { throw RelayError.villageNeeded(partners.compactMap(\.site.village)) }
        guard let found = partners.first(where: { $0.site.village == village }) else {
            throw RelayError.noPartner(village ?? "")
        }
        return found.site
    }
}
