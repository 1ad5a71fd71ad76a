import Casework
import GRDB

/// Replays what the journal says about the centre and compares it with its rows.
///
/// The outbox is not compared: it is work to do, not a projection.
struct CentreCheck {
    let database: Database
    let watch: PrivateCrew.Watch

    func run() throws -> VerificationReport {
        var report = VerificationReport()
        let ledgers = LedgerCheck(database: database)
        var centre: Centre?
        var villages: [String] = []
        var known: Set<String> = []
        var items: [String] = []
        var knownItems: Set<String> = []
        var catalogue = ItemCatalogue()
        var changes: [CalendarChange] = []
        var campaigns: [String: Campaign] = [:]
        var messages = MessageSwitch.off
        try JournalReplay.entries(about: .centre, in: database) { entry in
            try watch.count(1)
            switch entry.fact {
            case .failure(let error): report.add(.unreadable(entry.sequence, error, of: .centre))
            case .success(let fact):
                try ledgers.compare(entry, fact, &report)
                guard case .centre(let event) = fact else { return }
                switch event {
                case .founded(let founded): centre = founded
                case .villageAdded(let village):
                    if known.insert(village.name).inserted { villages.append(village.name) }
                case .itemListed(let item):
                    if knownItems.insert(item.name).inserted { items.append(item.name) }
                case .item(let event): catalogue.apply(event)
                case .calendarChanged(let change): changes.append(change)
                case .campaign(.opened(let opened)):
                    campaigns[opened.code] = Campaign(opened, at: entry.at, by: entry.actor)
                case .campaign(let event): campaigns[event.code]?.apply(event, at: entry.at, by: entry.actor)
                case .messagesSwitched(let word): messages = word
                case .projectionsRebuilt(let word):
                    if word.brokenAt != nil || word.kept != nil { report.remade.append(try remade(entry, word)) }
                case .dutyExcepted, .anchorSigned, .anchorsRestarted, .rulebookAdopted, .restored, .dataExported,
                    .relay, .summaryHandedIn, .pay, .inspected, .trainingHeld, .pointAssessed,
                    .notice, .villageDescribed:
                    break
                }
            }
        }
        let stored = try? CentreProjection.centre(in: database)
        if centre?.name != stored?.name { report.add(.centreDiffers(field: "name")) }
        if centre?.prefix != stored?.prefix { report.add(.centreDiffers(field: "prefix")) }
        if centre?.offset != stored?.offset { report.add(.centreDiffers(field: "offset")) }
        if try CentreProjection.villages(in: database) != villages { report.add(.centreDiffers(field: "villages")) }
        if try CentreProjection.namedItems(in: database) != items { report.add(.centreDiffers(field: "items")) }
        if (try? CalendarProjection.changes(in: database)) != changes { report.add(.centreDiffers(field: "calendar")) }
        try compare(catalogue, &report)
        try compare(campaigns, messages, &report)
        try ledgers.extras(of: .centre, &report)
        try RelayCheck(database: database).run(&report)
        return report
    }

    private func remade(_ entry: ReplayedEntry, _ word: ProjectionsRebuilt) throws -> RemadeDespiteBreak {
        let member = try? StaffProjection.find(entry.actor, in: database)?.member
        return RemadeDespiteBreak(
            sequence: entry.sequence, at: entry.at, person: member.map { "\($0.number) \($0.name)" }, word: word)
    }

    private func compare(
        _ campaigns: [String: Campaign], _ messages: MessageSwitch, _ report: inout VerificationReport
    ) throws {
        if (try? MessageProjection.find(in: database)) != messages { report.add(.centreDiffers(field: "messages")) }
        var codes = Set(campaigns.keys)
        codes.formUnion(try String.fetchAll(database, sql: "SELECT code FROM campaigns"))
        let closed = Set(try String.fetchAll(database, sql: "SELECT code FROM campaigns WHERE is_closed <> 0"))
        for code in codes.sorted() {
            let expected = campaigns[code]
            let stored = try? CampaignProjection.find(code, in: database)
            if stored != expected || closed.contains(code) != (expected?.isClosed ?? false) {
                report.add(.centreDiffers(field: "campaign \(code)"))
            }
        }
    }

    private func compare(_ catalogue: ItemCatalogue, _ report: inout VerificationReport) throws {
        let sql = "SELECT \(ItemProjection.columns.joined(separator: ", ")) FROM service_items ORDER BY code"
        var stored: [String: [DatabaseValue]] = [:]
        for row in try Row.fetchAll(database, sql: sql) {
            stored[try row.value(0)] = ItemProjection.columns.indices.map { row[$0] as DatabaseValue }
        }
        var bodies: [String: [Int: String]] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT code, version, body FROM service_item_versions")
        while let row = try rows.next() { bodies[try row.value(0), default: [:]][try row.value(1)] = try row.value(2) }

        report.items = catalogue.all.count
        for listing in catalogue.all {
            let code = listing.item.code
            guard let row = stored.removeValue(forKey: code) else {
                report.add(.itemMissing(code: code))
                continue
            }
            for (column, (expected, found)) in zip(
                ItemProjection.columns, zip(ItemProjection.values(listing), row))
            where expected != found {
                report.add(.itemDiffers(code: code, field: column))
            }
            var versions = bodies[code] ?? [:]
            for item in catalogue.versions(code) {
                let body = versions.removeValue(forKey: item.version)
                // Another spelling of the same value is no difference.
                let found = body.flatMap { try? ItemProjection.decode($0, code: code) }
                if found != item { report.add(.itemDiffers(code: code, field: "version \(item.version)")) }
            }
            for version in versions.keys.sorted() {
                report.add(.itemDiffers(code: code, field: "version \(version)"))
            }
        }
        for code in stored.keys.sorted() { report.add(.itemExtra(code: code)) }
    }
}
