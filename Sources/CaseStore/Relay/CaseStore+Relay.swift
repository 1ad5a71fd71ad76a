import Casework
import Foundation
import GRDB

/// What an export gives.
public struct RelayExport: Hashable, Sendable {
    public var partner: RelaySite
    /// The bundles in the file: the new one, and those whose arrival the partner has not told of.
    public var bundles: [RelayBundleMark]
    /// How many of them were made before.
    public var repeated: Int
    public var entries: Int
    public var isFounding: Bool
    /// What is to be written to the stick; `nil` when there is nothing to tell.
    public var data: Data?
}

/// What became of one bundle of a file.
public struct RelayReceipt: Hashable, Sendable {
    public enum Outcome: String, Hashable, Codable, Sendable {
        case applied
        /// It was taken over before: nothing was changed.
        case known
        /// It waits for the ones before it.
        case held
    }

    public var site: RelaySite
    public var number: Int
    public var outcome: Outcome
    /// Entries that were taken over.
    public var entries: Int
    /// Tasks that were opened.
    public var tasks: Int
    /// How far the maker's clock was ahead of ours at least, in milliseconds; 0 when it need not have been.
    public var clockAhead: Int64
    /// The first bundle that is missing, while this one waits.
    public var missing: Int?
}

/// Exchanging entries with a partner by file.
extension CaseStore {
    /// Makes a bundle of everything that the partner has not been told, and gives it with those that may have been lost.
    ///
    /// - Parameters:
    ///   - village: at the township, for which one.
    ///   - again: gives everything from this bundle on once more.
    public func exportRelay(
        for village: String? = nil, again: Int? = nil, by actor: Actor, at now: Instant
    ) throws(RelayError) -> RelayExport {
        let (keys, own) = try relayKeys()
        return try relayWrite { transaction in
            let database = transaction.database
            let actor = try transaction.relayActor(actor, for: .export)
            let partner = try transaction.relayPartner(village)
            let outgoing = RelayOutgoing(database: database, own: own, partner: partner)
            let before = try RelayProjection.last(partner.id, isOurs: true, in: database)
            let seen =
                try RelayProjection.last(partner.id, isOurs: false, in: database)
                .map { RelayBundleMark.Seen(number: $0.number, sequence: $0.last, hash: $0.hash) }
                ?? RelayBundleMark.Seen()
            let first = (before?.last ?? 0) + 1
            let last = try transaction.currentHead().sequence
            let fresh = try outgoing.entries(
                from: first, to: last, isFounding: before == nil && own.site.isTownship)
            if before == nil || !fresh.isEmpty || before?.seen.number != seen.number {
                let content = try Self.content(fresh)
                let header = RelayBundle.Header(
                    version: 1, centre: own.centre, from: own.site.id, to: partner.id,
                    number: (before?.number ?? 0) + 1, first: first, last: last, seen: seen,
                    previous: before?.hash ?? RelayBundleMark.origin, content: RelayBundle.hash(of: content),
                    count: fresh.count, made: now.milliseconds)
                try transaction.record(
                    .centre(.relay(.exported(header.mark(partner: partner.id)))), about: 0, at: now, by: actor)
            }
            return try pack(
                outgoing, keys, freshNumber: (before?.number ?? 0) + 1, again: again, at: now)
        }
    }

    /// Makes the file of the bundles that the partner has not told of.
    private func pack(
        _ outgoing: RelayOutgoing, _ keys: RelayKeys, freshNumber: Int, again: Int?, at now: Instant
    ) throws -> RelayExport {
        let database = outgoing.database
        let partner = outgoing.partner
        let arrived = try RelayProjection.last(partner.id, isOurs: false, in: database)?.seen.number ?? 0
        let newest = try RelayProjection.last(partner.id, isOurs: true, in: database)?.number ?? 0
        let start = again ?? arrived + 1
        guard start >= 1, again == nil || start <= newest else { throw RelayError.noSuchBundle(start) }
        var export = RelayExport(partner: partner, bundles: [], repeated: 0, entries: 0, isFounding: false)
        var text = ""
        for number in start..<(max(start, newest + 1)) {
            guard let mark = try RelayProjection.bundle(partner.id, isOurs: true, number: number, in: database)
            else { throw RelayError.noSuchBundle(number) }
            let isFounding = number == 1 && outgoing.own.site.isTownship
            let entries = try outgoing.entries(from: mark.first, to: mark.last, isFounding: isFounding)
            let content = try Self.content(entries)
            var header = RelayBundle.Header(
                version: 1, centre: outgoing.own.centre, from: outgoing.own.site.id,
                to: partner.id, number: number, first: mark.first, last: mark.last, seen: mark.seen,
                previous: mark.previous, content: RelayBundle.hash(of: content), count: entries.count,
                made: now.milliseconds)
            // The journal has not changed, but this program may spell what it gives in another way than the one that made
            // the bundle first. It stays the same bundle.
            if header.hash != mark.hash {
                header.version = 2
                header.as = mark.hash
            }
            if isFounding {
                header.founding = RelayBundle.Founding(
                    centre: try CentreProjection.centre(in: database), township: outgoing.own.site,
                    village: partner)
            }
            text += try RelayBundle.text(header, content: content, keys: keys, for: partner)
            export.bundles.append(mark)
            export.entries += entries.count
            export.isFounding = export.isFounding || isFounding
            if number < freshNumber { export.repeated += 1 }
        }
        export.data = text.isEmpty ? nil : Data(text.utf8)
        return export
    }

    private static func content(_ entries: [RelayEntry]) throws -> String {
        var text = ""
        for entry in entries { text += try CanonicalJSON.text(entry) + "\n" }
        return text
    }

    /// Takes the bundles of a file over: each in its place, however often and in whatever order files come.
    ///
    /// All bundles are checked before the first is taken over; each is one transaction.
    ///
    /// - Parameter progress: called before each bundle with how many are done and how many there are.
    @discardableResult
    public func importRelay(
        _ data: Data, by actor: Actor, at now: Instant, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(RelayError) -> [RelayReceipt] {
        let (keys, own) = try relayKeys()
        if let card = try? RelayCard(data) { throw .isCard(card.site.name) }
        let bundles = try RelayBundle.all(in: data)
        var opened: [(header: RelayBundle.Header, content: String)] = []
        for bundle in bundles {
            let header = bundle.header
            guard header.centre == own.centre else { throw .foreign }
            guard header.to == own.site.id else { throw .notForUs }
            let partners = try relayRead { try RelayProjection.partners(in: $0) }
            guard let sender = partners.first(where: { $0.site.id == header.from }) else {
                throw .senderUnknown(header.from)
            }
            guard sender.isActive else { throw .senderRevoked(sender.site.name) }
            try bundle.check(from: sender.site)
            let content = try bundle.open(with: keys)
            guard try RelayBundle.entries(content, number: header.number).count == header.count else {
                throw .damaged(line: bundle.line + 1)
            }
            opened.append((header, content))
        }
        var receipts: [RelayReceipt] = []
        for (index, bundle) in opened.enumerated() {
            progress(index, opened.count)
            receipts += try relayWrite { transaction in
                let actor = try transaction.relayActor(actor, for: .import)
                return try Self.take(bundle, own: own, in: transaction, at: now, by: actor)
            }
        }
        return receipts
    }

    private static func take(
        _ bundle: (header: RelayBundle.Header, content: String), own: RelayEvent.Introduced,
        in transaction: RecordTransaction, at now: Instant, by actor: StaffID
    ) throws -> [RelayReceipt] {
        let database = transaction.database
        let header = bundle.header
        // Between the check and now it may have been revoked.
        guard let partner = try RelayProjection.partners(in: database).first(where: { $0.site.id == header.from }),
            partner.isActive
        else { throw RelayError.senderUnknown(header.from) }
        let mark = header.mark(partner: header.from)
        let held = RelayEvent.Held(
            bundle: mark, madeAt: Instant(milliseconds: header.made), content: bundle.content)
        var receipt = RelayReceipt(
            site: partner.site, number: mark.number, outcome: .known, entries: 0, tasks: 0,
            clockAhead: max(0, header.made - now.milliseconds))
        let last = try RelayProjection.last(mark.site, isOurs: false, in: database)
        if mark.number <= last?.number ?? 0 {
            let known = try RelayProjection.bundle(mark.site, isOurs: false, number: mark.number, in: database)
            guard known?.hash == mark.hash else {
                throw RelayError.fork(site: partner.site.name, number: mark.number)
            }
            return [receipt]
        }
        if mark.number > (last?.number ?? 0) + 1 {
            receipt.missing = (last?.number ?? 0) + 1
            receipt.outcome = .held
            if let waiting = try RelayProjection.held(mark.site, in: database)
                .first(where: { $0.bundle.number == mark.number })
            {
                guard waiting.bundle.hash == mark.hash else {
                    throw RelayError.fork(site: partner.site.name, number: mark.number)
                }
                return [receipt]
            }
            try transaction.record(.centre(.relay(.held(held))), about: 0, at: now, by: actor)
            return [receipt]
        }
        var receipts = [try apply(held, receipt, from: partner.site, own, in: transaction, at: now, by: actor)]
        // What has waited for it.
        for next in try RelayProjection.held(mark.site, in: database) {
            // One that does not continue what came stays where it is: the true one will take its place.
            guard next.bundle.number == receipts[receipts.count - 1].number + 1,
                next.bundle.previous
                    == (try RelayProjection.last(mark.site, isOurs: false, in: database))?.hash
            else { break }
            receipt.number = next.bundle.number
            receipt.clockAhead = 0
            receipts.append(
                try apply(next, receipt, from: partner.site, own, in: transaction, at: now, by: actor))
        }
        return receipts
    }

    private static func apply(
        _ held: RelayEvent.Held, _ receipt: RelayReceipt, from partner: RelaySite, _ own: RelayEvent.Introduced,
        in transaction: RecordTransaction, at now: Instant, by actor: StaffID
    ) throws -> RelayReceipt {
        let database = transaction.database
        let mark = held.bundle
        let last = try RelayProjection.last(mark.site, isOurs: false, in: database)
        guard mark.previous == last?.hash ?? RelayBundleMark.origin else {
            throw RelayError.fork(site: partner.name, number: mark.number)
        }
        // It tells of bundles that this record does not remember to have made.
        if mark.seen.number > 0 {
            let ours = try RelayProjection.bundle(mark.site, isOurs: true, number: mark.seen.number, in: database)
            guard ours?.hash == mark.seen.hash else {
                throw RelayError.fork(site: own.site.name, number: mark.seen.number)
            }
        }
        let incoming = RelayIncoming(transaction, own: own, partner: partner, mark: mark, at: now, by: actor)
        try incoming.run(try RelayBundle.entries(held.content, number: mark.number), madeAt: held.madeAt)
        var receipt = receipt
        receipt.outcome = .applied
        receipt.entries = incoming.applied
        receipt.tasks = incoming.tasks
        return receipt
    }
}

/// A village's record, founded from the township's first bundle for it.
public struct RelayFounding {
    public let centre: Centre
    public let village: RelaySite
    public let township: RelaySite
    private let data: Data
    private let centreID: String

    /// Checks the file before anything is made of it.
    ///
    /// - Parameters:
    ///   - path: of the database to be; the village's keys are beside it.
    ///   - fingerprint: the digits that the township read out.
    public init(_ data: Data, besides path: String, fingerprint: String) throws(RelayError) {
        let keys = try RelayKeys(file: RelayKeys.path(beside: path))
        guard let bundle = try RelayBundle.all(in: data).first, bundle.header.number == 1,
            let founding = bundle.header.founding
        else { throw .notFounding }
        guard founding.township.hasFingerprint(fingerprint) else { throw .fingerprintDiffers }
        guard bundle.header.from == founding.township.id else { throw .notFounding }
        guard bundle.header.to == founding.village.id, keys.fit(founding.village) else { throw .notForUs }
        try bundle.check(from: founding.township)
        _ = try bundle.open(with: keys)
        centre = founding.centre
        village = founding.village
        township = founding.township
        centreID = bundle.header.centre
        self.data = data
    }

    /// Fills the empty record with what the township told.
    ///
    /// - Parameter path: where the keys are, when the record is made under another name first.
    @discardableResult
    public func fill(_ store: CaseStore, keysBeside path: String, at now: Instant) throws(RelayError) -> [RelayReceipt]
    {
        let file = RelayKeys.path(beside: store.path)
        let draft = file != RelayKeys.path(beside: path)
        if draft { try RelayKeys(file: RelayKeys.path(beside: path)).save(to: file, replacing: true) }
        defer { if draft { unlink(file) } }
        let office = Actor(id: .office, role: .director)
        try store.relayWrite { transaction in
            let introduced = RelayEvent.Introduced(site: village, centre: centreID)
            try transaction.record(.centre(.relay(.introduced(introduced))), about: 0, at: now, by: .office)
            try transaction.record(.centre(.relay(.admitted(township))), about: 0, at: now, by: .office)
        }
        return try store.importRelay(data, by: office, at: now)
    }
}
