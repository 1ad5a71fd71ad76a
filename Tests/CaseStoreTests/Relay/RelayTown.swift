import Casework
import Foundation
import GRDB

@testable import CaseStore

/// A township with a director, and villages with records of their own, all in one temporary folder.
final class RelayTown: Sendable {
    struct Village: Sendable {
        let name: String
        let site: RelaySite
        let store: CaseStore
        let agent: Actor
    }

    let office: Office
    let township: RelaySite
    let villages: [Village]

    var store: CaseStore { office.store }
    var rules: Rules { office.rules }
    var reviewer: Actor { office.reviewer }
    static let morning = Office.morning

    /// - Parameter before: what the township does before the villages' records are founded.
    init(_ names: [String] = ["石门垭"], before: (Office) throws -> Void = { _ in }) throws {
        let office = try Office()
        self.office = office
        try before(office)
        let own = try office.store.introduceSite(by: office.reviewer, at: Self.morning).site
        township = own
        villages = try names.enumerated().map { index, name in
            let path = "\(office.folder)/village-\(index).db"
            let made = try CaseStore.villageCard(name, besides: path)
            try office.store.admit(
                RelayCard(made.card), fingerprint: made.site.fingerprint, by: office.reviewer, at: Self.morning)
            let export = try office.store.exportRelay(for: name, by: office.reviewer, at: Self.morning)
            let founding = try RelayFounding(export.data!, besides: path, fingerprint: own.fingerprint)
            let store = try CaseStore.create(at: path, centre: founding.centre, now: Self.morning)
            try founding.fill(store, keysBeside: path, at: Self.morning)
            let number = name == "石门垭" ? "A01" : "A02"
            return Village(
                name: name, site: founding.village, store: store, agent: Actor(try store.staff(number: number)!))
        }
    }

    var village: Village { villages[0] }

    static func minutes(_ count: Int) -> Instant { morning.advanced(minutes: count) }

    func register(_ name: String, at village: Village, minutes: Int = 1) throws -> Case {
        try village.store.batch { writer in
            try writer.register(
                office.intake(name, village: village.name, at: Self.minutes(minutes)),
                acceptance: office.deadline(1_440), at: Self.minutes(minutes), by: village.agent.id)
        }
    }

    @discardableResult
    func act(
        _ command: CaseCommand, on number: String, in store: CaseStore, by actor: Actor, minutes: Int
    ) throws -> Case {
        let current = try need(store.detail(number: number)?.case)
        return try store.perform(
            command, on: current.reference, by: actor, at: Self.minutes(minutes), rules: rules)
    }

    func state(of number: String, in store: CaseStore) throws -> CaseState? {
        try store.detail(number: number)?.case.state
    }

    func fromVillage(_ village: Village? = nil, minutes: Int = 60) throws -> Data? {
        let village = village ?? self.village
        return try village.store.exportRelay(by: village.agent, at: Self.minutes(minutes)).data
    }

    func fromTownship(_ village: Village? = nil, minutes: Int = 60) throws -> Data? {
        try store.exportRelay(for: (village ?? self.village).name, by: reviewer, at: Self.minutes(minutes)).data
    }

    @discardableResult
    func toTownship(_ data: Data?, minutes: Int = 70) throws -> [RelayReceipt] {
        try data.map { try store.importRelay($0, by: reviewer, at: Self.minutes(minutes)) } ?? []
    }

    @discardableResult
    func toVillage(_ data: Data?, _ village: Village? = nil, minutes: Int = 70) throws -> [RelayReceipt] {
        let village = village ?? self.village
        return try data.map {
            try village.store.importRelay($0, by: village.agent, at: Self.minutes(minutes))
        } ?? []
    }

    /// Files in both directions until both sides know everything.
    func exchange(_ village: Village? = nil, minutes: Int = 60) throws {
        let village = village ?? self.village
        for _ in 0..<2 {
            try toTownship(try fromVillage(village, minutes: minutes), minutes: minutes)
            try toVillage(try fromTownship(village, minutes: minutes), village, minutes: minutes)
        }
    }
}

struct MissingValue: Error {}

func need<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw MissingValue() }
    return value
}

/// A record as it can be compared with another site's: names instead of ids, without what only counts inside.
struct RelayPicture: Hashable, CustomStringConvertible {
    var cases: [String]
    var tasks: [String]

    /// - Parameter village: only its cases, and its site's tasks.
    init(_ store: CaseStore, village: String, site: String) throws {
        let people = Dictionary(uniqueKeysWithValues: try store.allStaff().map { ($0.id, $0.number) })
        let numbers = try store.read { database in
            try String.fetchAll(
                database, sql: "SELECT number FROM cases WHERE village = ? ORDER BY number", arguments: [village])
        }
        cases = try numbers.map { number in
            let value = try need(store.detail(number: number)?.case)
            func name(_ id: StaffID?) -> String { id.map { people[$0] ?? "?\($0.value)" } ?? "-" }
            let clocks = value.clocks.map {
                "\($0.kind)\($0.deadline.due.milliseconds)\($0.endedAt?.milliseconds ?? 0)\($0.deadline.isStopped)"
            }
            var facts = value.facts
            let legs = facts.legs.map { "\(name($0.holder))\($0.since.milliseconds)" }
            facts.legs = []
            let last = value.lastAction.map { "\($0.kind)\(name($0.actor))\($0.at.milliseconds)" } ?? "-"
            return """
                \(number) \(value.state) \(name(value.holder)) \(value.handlers.map(name)) \(value.urgings) \
                \(value.returns) \(value.reason ?? "") \(value.acceptedAt?.milliseconds ?? 0) \
                \(value.completedAt?.milliseconds ?? 0) \(value.closedAt?.milliseconds ?? 0) \(clocks) \(legs) \
                \(last) \(try CanonicalJSON.text(facts))
                """
        }
        tasks = try store.relayTasks(onlyOpen: false).filter { $0.site == site && $0.status != .lifted }
            .map { "\($0.entry.seq) \($0.entry.subject) \($0.entry.kind) \($0.status) \($0.obstacle.kind)" }
    }

    var description: String { (cases + tasks).joined(separator: "\n") }
}
