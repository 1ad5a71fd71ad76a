import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Merging, whatever the order")
struct RelayPropertyTests {
    /// The same numbers for the same seed (SplitMix64).
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static func commands(_ town: RelayTown, _ tick: Int) -> [CaseCommand] {
        [
            .accept(.confirmed), .accept(.confirmed), .complete(note: nil, lateReason: "路远"), .approve(note: nil),
            .reject(reason: "缺页"), .urge, .undo, .authorise(.signed, note: nil), .withdraw(reason: "不办了"),
            .decline(Decline(reason: "不符合政策")), .takeOriginals(["户口簿\(tick % 3)"]),
            .returnOriginals(["户口簿\(tick % 3)"]), .feedBack("正在办"), .askVisit,
            .planVisit(at: RelayTown.minutes(tick + 60), place: "家里", materials: nil), .arrive,
            .endVisit(deliversLater: false), .askSupplement(missing: ["照片"], note: nil, again: "又缺"), .supplement,
            .openBranch(department: "民政", task: "核对"), .endBranch(number: 1, result: "好"),
            .setAside(Waiting(reason: "等补贴", condition: "下文件")), .resume, .reveal(reason: "核对"),
            .deliver(Delivery(signedBy: "本人")), .complain(.attitude, words: "慢"), .file(place: "柜一"),
            .rate(Rating(level: 4, channel: .phone)), .askHelp(.department, to: "民政", question: "如何"),
            .answerHelp(number: 1, answer: "可以"), .reassign(to: town.office.he), .reassign(to: town.office.zhou),
        ]
    }

    /// One random step at one of the sites; what the rules refuse is no step.
    private func step(_ town: RelayTown, _ tick: Int, _ chance: inout Chance) throws {
        let site = Int.random(in: 0...town.villages.count, using: &chance)
        let village = site < town.villages.count ? town.villages[site] : town.villages.randomElement(using: &chance)!
        let store = site < town.villages.count ? village.store : town.store
        let actor = site < town.villages.count ? village.agent : town.reviewer
        if tick < 6 || Int.random(in: 0..<16, using: &chance) == 0 {
            _ = try store.batch { writer in
                try writer.register(
                    town.office.intake("张\(tick)", village: village.name, at: RelayTown.minutes(tick)),
                    acceptance: town.office.deadline(1_440), at: RelayTown.minutes(tick), by: actor.id)
            }
            return
        }
        let numbers = try store.read { database in
            try String.fetchAll(
                database, sql: "SELECT number FROM cases WHERE village = ? ORDER BY number",
                arguments: [village.name])
        }
        // Few cases and many hands: they have to meet.
        guard let number = numbers.suffix(4).randomElement(using: &chance) else { return }
        for command in Self.commands(town, tick).shuffled(using: &chance).prefix(12) {
            do {
                try town.act(command, on: number, in: store, by: actor, minutes: tick)
                return
            } catch is ActionError {}
        }
    }

    /// Settles a task; one that still does not fit stays open.
    private func settle(_ task: RelayTask, _ town: RelayTown, applies: Bool, _ tick: Int) throws {
        let result = Result {
            try town.store.settleRelay(
                task.name, applies: applies, reason: "看过", by: town.reviewer, at: RelayTown.minutes(tick))
        }
        guard case .failure(let error) = result else { return }
        guard let problem = error as? RelayError, case .stillInTheWay = problem else { throw error }
    }

    @Test(
        "two villages and a township, files lost, repeated and late: after a full exchange all sides have the same",
        arguments: 1...5 as ClosedRange<UInt64>)
    func converges(seed: UInt64) throws {
        var chance = Chance(state: seed)
        let town = try RelayTown(["石门垭", "两河口"])
        var toTownship: [Data] = []
        var toVillages: [[Data]] = [[], []]
        for tick in 1...120 {
            try step(town, tick, &chance)
            let index = Int.random(in: 0...1, using: &chance)
            let village = town.villages[index]
            switch Int.random(in: 0..<24, using: &chance) {
            case 0: if let data = try town.fromVillage(village, minutes: tick) { toTownship.append(data) }
            case 1: if let data = try town.fromTownship(village, minutes: tick) { toVillages[index].append(data) }
            // Any file that ever lay on a stick, old ones too; others are never taken over at all.
            case 2, 3: try town.toTownship(toTownship.randomElement(using: &chance), minutes: tick)
            case 4, 5:
                try town.toVillage(toVillages[index].randomElement(using: &chance), village, minutes: tick)
            case 6:
                for task in try town.store.relayTasks() {
                    try settle(task, town, applies: Bool.random(using: &chance), tick)
                }
            default: break
            }
        }
        for village in town.villages { try town.exchange(village, minutes: 200) }
        for village in town.villages {
            let here = try RelayPicture(town.store, village: village.name, site: village.site.id)
            let there = try RelayPicture(village.store, village: village.name, site: village.site.id)
            #expect(here == there)
            #expect(try village.store.relayTasks().allSatisfy { $0.status == .open })
            #expect(try village.store.verify(VerificationOptions(isFull: true)).isSound)
            // Nothing is lost: every entry that was made there stands here, or is a task.
            let missing = try village.store.read { database in
                try Int64.fetchAll(
                    database,
                    sql: """
                        SELECT journal.seq FROM journal LEFT JOIN relay_origins USING (seq) \
                        LEFT JOIN relay_tasks ON relay_tasks.seq = journal.seq AND relay_tasks.site = ? \
                        WHERE subject_kind = 'case' AND kind <> 'merged' AND relay_origins.seq IS NULL \
                        AND relay_tasks.seq IS NULL
                        """, arguments: [village.site.id])
            }
            #expect(missing.isEmpty)
        }
        #expect(try town.store.verify(VerificationOptions(isFull: true)).isSound)
        // It would prove nothing if nobody had met.
        #expect(try !town.store.relayTasks(onlyOpen: false).isEmpty)
    }

    @Test(
        "the same bundles in any order and any number of times give the same", arguments: 1...2 as ClosedRange<UInt64>)
    func ordered(seed: UInt64) throws {
        var chance = Chance(state: seed &* 1_000)
        let town = try RelayTown(["石门垭", "两河口"])
        var bundles: [Data] = []
        for tick in 1...120 {
            try step(town, tick, &chance)
            guard tick % 12 == 0 else { continue }
            for village in town.villages {
                let lines = String(decoding: try town.fromVillage(village, minutes: tick) ?? Data(), as: UTF8.self)
                    .split(separator: "\n")
                if lines.count >= 3 { bundles.append(Data((lines.suffix(3).joined(separator: "\n") + "\n").utf8)) }
            }
        }
        #expect(bundles.count > 6)
        var pictures: Set<[RelayPicture]> = []
        for attempt in 0..<3 {
            let path = "\(town.office.folder)/township-\(attempt).db"
            _ = try DatabaseQueue(path: town.store.path).inDatabase {
                try $0.execute(sql: "VACUUM INTO ?", arguments: [path])
            }
            try FileManager.default.copyItem(
                atPath: RelayKeys.path(beside: town.store.path), toPath: RelayKeys.path(beside: path))
            let store = try CaseStore.open(at: path)
            let files = attempt == 0 ? bundles : (bundles + bundles.prefix(5)).shuffled(using: &chance)
            for file in files { try store.importRelay(file, by: town.reviewer, at: RelayTown.minutes(300)) }
            pictures.insert(
                try town.villages.map { try RelayPicture(store, village: $0.name, site: $0.site.id) })
            #expect(try store.verify().isSound)
        }
        #expect(pictures.count == 1)
    }
}
