import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Bundles that are refused, and bundles that wait")
struct RelayRefusalTests {
    private func lines(_ data: Data) -> [String] {
        String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func data(_ lines: [String]) -> Data { Data((lines.joined(separator: "\n") + "\n").utf8) }

    @Test("every altered byte is noticed, and nothing is written")
    func altered() throws {
        let town = try RelayTown()
        _ = try town.register("张三", at: town.village)
        let good = try need(town.fromVillage())
        let before = try town.office.entries()
        for index in stride(from: 0, to: good.count, by: 97) {
            var bad = good
            bad[index] ^= 1
            #expect(throws: RelayError.self) { try town.toTownship(bad) }
        }
        for length in [0, 1, 40, good.count / 2, good.count - 1] {
            #expect(throws: RelayError.self) { try town.toTownship(good.prefix(length)) }
        }
        #expect(try town.office.entries() == before)
        #expect(try town.toTownship(good).map(\.outcome) == [.applied])
    }

    @Test("personal data is sealed: the stick shows none of it")
    func sealed() throws {
        let town = try RelayTown()
        _ = try town.register("张三丰", at: town.village)
        let text = String(decoding: try need(town.fromVillage()), as: UTF8.self)
        #expect(!text.contains("张三丰") && !text.contains("周桂兰"))
    }

    @Test("signed by another key: forged")
    func forged() throws {
        let town = try RelayTown()
        _ = try town.register("张三", at: town.village)
        let good = try need(town.fromVillage())
        var parts = lines(good)
        let label = Data("daiban relay 1\n\(parts[0])\n\(parts[1])".utf8)
        parts[2] = try RelayKeys().signing.signature(for: label).base64EncodedString()
        #expect(throws: RelayError.forged(site: "石门垭", number: 1)) { try town.toTownship(data(parts)) }
    }

    @Test("from another centre, for another site, from a newer program, from somebody who was revoked")
    func foreign() throws {
        let town = try RelayTown(["石门垭", "两河口"])
        let other = try RelayTown()
        _ = try town.register("张三", at: town.village)
        let good = try need(town.fromVillage())
        #expect(throws: RelayError.foreign) { try other.toTownship(good) }
        #expect(throws: RelayError.notForUs) { try town.toVillage(good, town.villages[1]) }
        let newer = lines(good)[0].replacingOccurrences(of: "\"daiban-relay\":1", with: "\"daiban-relay\":3")
        #expect(throws: RelayError.newer(found: 3, known: 2)) {
            try town.toTownship(data([newer] + lines(good).dropFirst()))
        }
        #expect(throws: RelayError.damaged(line: 1)) { try town.toTownship(Data("hello\n".utf8)) }
        _ = try town.store.revoke(village: "石门垭", reason: "电脑丢失", by: town.reviewer, at: RelayTown.minutes(9))
        #expect(throws: RelayError.senderRevoked("石门垭")) { try town.toTownship(good) }
        #expect(throws: RelayError.noPartner("石门垭")) { try town.fromTownship() }
    }

    @Test("the wrong digits admit nobody and found nothing; a village has one site at a time")
    func fingerprints() throws {
        let town = try RelayTown()
        let path = town.office.folder + "/another.db"
        let made = try CaseStore.villageCard("石门垭", besides: path)
        let card = try RelayCard(made.card)
        #expect(throws: RelayError.fingerprintDiffers) {
            try town.store.admit(
                card, fingerprint: town.township.fingerprint, by: town.reviewer, at: RelayTown.morning)
        }
        #expect(throws: RelayError.villageTaken("石门垭")) {
            try town.store.admit(
                card, fingerprint: made.site.fingerprint, by: town.reviewer, at: RelayTown.morning)
        }
        var bad = made.card
        bad[60] ^= 1
        #expect(throws: RelayError.notACard) { _ = try RelayCard(bad) }
    }

    @Test("a bundle before its predecessor waits; the same one again changes nothing")
    func gap() throws {
        let town = try RelayTown()
        let first = try town.register("张三", at: town.village)
        let one = try need(town.fromVillage(minutes: 2))
        let second = try town.register("李四", at: town.village, minutes: 3)
        let both = lines(try need(town.fromVillage(minutes: 4)))
        let two = data(Array(both.dropFirst(3)))
        let receipts = try town.toTownship(two)
        #expect(receipts.map(\.outcome) == [.held] && receipts[0].missing == 1)
        #expect(try town.toTownship(two).map(\.outcome) == [.held])
        #expect(try town.store.relayStatus().partners[0].held == [2])
        #expect(try town.state(of: second.number, in: town.store) == nil)
        #expect(try town.store.verify().isSound)
        #expect(try town.toTownship(one).map(\.outcome) == [.applied, .applied])
        #expect(try town.state(of: first.number, in: town.store) == .pending)
        #expect(try town.state(of: second.number, in: town.store) == .pending)
        let before = try town.office.entries()
        #expect(try town.toTownship(data(both)).map(\.outcome) == [.known, .known])
        #expect(try town.office.entries() == before)
        #expect(try town.store.verify().isSound)
    }

    @Test("a bundle that an earlier program spelled otherwise is made anew for a lost stick, and stays the same bundle")
    func respelled() throws {
        let town = try RelayTown()
        let first = try town.register("张三", at: town.village)
        _ = try town.fromVillage(minutes: 2)
        // As if the program that made it had had other words for the same entries.
        let spelledBefore = String(repeating: "ab", count: 32)
        try town.village.store.write {
            try $0.database.execute(
                sql: "UPDATE relay_bundles SET body = json_set(body, '$.hash', ?) WHERE is_ours = 1",
                arguments: [spelledBefore])
        }
        let second = try town.register("李四", at: town.village, minutes: 3)
        let both = try need(town.fromVillage(minutes: 4))
        #expect(lines(both)[0].contains("\"daiban-relay\":2") && lines(both)[3].contains("\"daiban-relay\":1"))
        #expect(try town.toTownship(both).map(\.outcome) == [.applied, .applied])
        #expect(try town.state(of: first.number, in: town.store) == .pending)
        #expect(try town.state(of: second.number, in: town.store) == .pending)
        #expect(try town.toTownship(both).map(\.outcome) == [.known, .known])
        #expect(try town.store.verify().isSound)
        // The township tells of it under the hash that it had from the beginning.
        try town.exchange()
        #expect(try town.village.store.relayStatus().partners[0].confirmed >= 2)
        #expect(throws: RelayError.noSuchBundle(99)) {
            try town.village.store.exportRelay(again: 99, by: town.village.agent, at: RelayTown.minutes(90))
        }
    }

    @Test("a village speaks for its own people: what it tells in the name of somebody else waits for a person")
    func borrowedName() throws {
        let town = try RelayTown()
        let made = try town.register("张三", at: town.village)
        let stranger = Actor(try need(town.village.store.staff(number: "R01")))
        let other = Actor(try need(town.village.store.staff(number: "A02")))
        try town.act(.accept(.confirmed), on: made.number, in: town.village.store, by: stranger, minutes: 5)
        let receipts = try town.toTownship(try town.fromVillage(minutes: 6))
        #expect(receipts.map(\.tasks) == [1])
        #expect(try town.state(of: made.number, in: town.store) == .pending)
        let task = try need(town.store.relayTasks().first)
        #expect(task.obstacle.kind == .otherVillage && task.obstacle.rule == RelayObstacle.actorRule)
        // The agent of the next village, who stands in here, works here.
        let second = try town.register("李四", at: town.village, minutes: 7)
        let absence = StandIn(by: other.id, from: RelayTown.minutes(8), until: RelayTown.minutes(600), reason: "学习")
        for store in [town.store, town.village.store] {
            try store.write { transaction in
                try transaction.record(
                    .staff(.standInSet(absence)), about: town.office.zhou.id.value, at: RelayTown.minutes(8),
                    by: town.office.wang.id)
            }
        }
        try town.act(.accept(.confirmed), on: second.number, in: town.village.store, by: other, minutes: 9)
        #expect(try town.toTownship(try town.fromVillage(minutes: 10)).map(\.tasks) == [0, 0])
        #expect(try town.state(of: second.number, in: town.store) == .accepted)
        // Somebody who knows that the reviewer sat there that day lets it in.
        _ = try town.store.settleRelay(
            task.name, applies: true, reason: "王敏当天在村里", by: town.reviewer, at: RelayTown.minutes(90))
        #expect(try town.state(of: made.number, in: town.store) == .accepted)
        #expect(try town.store.verify().isSound)
    }

    @Test("somebody restored an old backup at the village: its next bundle does not continue ours")
    func fork() throws {
        let town = try RelayTown()
        let path = town.village.store.path
        let copy = town.office.folder + "/copy.db"
        _ = try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
        _ = try town.register("张三", at: town.village)
        try town.toTownship(try town.fromVillage(minutes: 2))
        try RelayKeys(file: RelayKeys.path(beside: path)).save(to: RelayKeys.path(beside: copy), replacing: false)
        let restored = try CaseStore.open(at: copy)
        _ = try restored.batch { writer in
            try writer.register(
                town.office.intake("李四"), acceptance: nil, at: RelayTown.minutes(3), by: town.village.agent.id)
        }
        let other = try restored.exportRelay(by: town.village.agent, at: RelayTown.minutes(4)).data
        #expect(throws: RelayError.fork(site: "石门垭", number: 1)) { try town.toTownship(other) }
        // And the other way: the township tells of a bundle that the restored record has never made.
        #expect(throws: RelayError.fork(site: "石门垭", number: 1)) {
            try restored.importRelay(
                try need(town.fromTownship()), by: town.village.agent, at: RelayTown.minutes(5))
        }
    }

    @Test("new keys: what the old ones signed is forged, the new card is admitted, nothing is lost")
    func renewal() throws {
        let town = try RelayTown()
        let made = try town.register("张三", at: town.village)
        let old = try town.fromVillage(minutes: 2)
        let renewed = try town.village.store.renewSite(by: town.village.agent, at: RelayTown.minutes(3))
        #expect(throws: RelayError.forged(site: "石门垭", number: 1)) {
            try town.toTownship(try town.fromVillage(minutes: 4))
        }
        let admitted = try town.store.admit(
            RelayCard(renewed.card), fingerprint: renewed.site.fingerprint, by: town.reviewer,
            at: RelayTown.minutes(5))
        #expect(admitted.mark == "A")
        #expect(throws: RelayError.forged(site: "石门垭", number: 1)) { try town.toTownship(old) }
        try town.exchange()
        #expect(try town.state(of: made.number, in: town.store) == .pending)
        let mode =
            try FileManager.default.attributesOfItem(
                atPath: RelayKeys.path(beside: town.village.store.path))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("what an administrator changes in the rows of the exchange is found")
    func verified() throws {
        let town = try RelayTown()
        _ = try town.register("张三", at: town.village)
        try town.exchange()
        #expect(try town.store.verify().isSound)
        for (table, change) in [
            ("relay_origins", "DELETE FROM relay_origins WHERE seq = (SELECT max(seq) FROM relay_origins)"),
            ("relay_partners", "UPDATE relay_partners SET is_active = 0"),
            ("relay_self", "UPDATE relay_self SET mark = 'Q'"),
        ] {
            try town.office.tamper(change)
            #expect(try town.store.verify().findings.contains(.centreDiffers(field: table)))
        }
        try town.office.tamper("DELETE FROM relay_bundles")
        try town.store.write { try RelayProjection.rebuild(in: $0.database) }
        #expect(try town.store.verify().isSound)
    }
}
