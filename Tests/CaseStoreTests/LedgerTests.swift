import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Ledgers")
struct LedgerTests {
    private let month = CivilMonth(year: 2026, month: 11)!

    private func entry(_ kind: MoneyEntry.Kind, _ fen: Int64) throws -> MoneyEntry {
        try MoneyEntry(kind: kind, fen: fen, period: month, ground: "考核办法", note: nil)
    }

    private func office() throws -> Office {
        let office = try Office()
        for (kind, fen) in [(MoneyEntry.Kind.allowance, 120_000), (.deduction, 5_000), (.piece, 1_050), (.fee, 900)] {
            try office.store.enterMoney(
                entry(kind, Int64(fen)), for: office.zhou.id, by: office.reviewer, at: Office.morning)
        }
        try office.store.enterMoney(
            entry(.correction, -50), for: office.zhou.id, by: office.reviewer, at: Office.morning)
        return office
    }

    @Test("Money is put down in whole fen, line by line, and added up by month")
    func money() throws {
        let office = try office()
        let lines = try office.store.money(of: office.zhou.id, in: month)
        #expect(lines.map(\.entry.fen) == [120_000, 5_000, 1_050, 900, -50])
        #expect(Set(lines.map(\.actor)) == [office.wang.id])
        let sum = try #require(try office.store.moneySums(in: month).first)
        // 1200.00 - 50.00 + 10.50 - 0.50; the fee is nobody's pay.
        #expect(sum.net == 116_000)
        #expect(sum.amounts[.fee] == 900)
        #expect(try office.store.money(of: office.he.id).isEmpty)
        #expect(try office.store.verify().isSound)
    }

    @Test("Nobody puts money down for themself, and only who may")
    func refused() throws {
        let office = try Office()
        #expect(throws: RecordError.refused(.concernsOneself)) {
            try office.store.enterMoney(
                entry(.allowance, 1), for: office.wang.id, by: office.reviewer, at: Office.morning)
        }
        #expect(throws: RecordError.refused(.notPermitted(.enterMoney, .agent))) {
            try office.store.enterMoney(
                entry(.allowance, 1), for: office.he.id, by: Actor(office.zhou), at: Office.morning)
        }
        for (kind, fen) in [
            (MoneyEntry.Kind.allowance, Int64(0)), (.deduction, -1), (.correction, 0), (.fee, .max),
            (.correction, .min),
        ] {
            #expect(throws: StaffRefusal.amountUnfit) { try entry(kind, fen) }
        }
    }

    @Test("Who comes, goes and takes leave stands in the ledger")
    func attendance() throws {
        let office = try Office()
        let id = office.zhou.id
        try office.store.batch { writer in
            try writer.record(.checkedIn, about: id, at: Office.morning, by: id)
            try writer.record(.checkedOut, about: id, at: Office.morning.advanced(minutes: 60), by: id)
            try writer.record(
                .leaveTaken(.init(reason: "病")), about: id, at: Office.morning.advanced(minutes: 90), by: id)
            try writer.record(.checkedIn, about: office.he.id, at: Office.morning, by: office.he.id)
        }
        let lines = try office.store.attendance(of: id, from: Office.morning, to: Office.morning.advanced(minutes: 90))
        #expect(lines.map(\.kind) == [.checkedIn, .checkedOut])
        #expect(try office.store.verify().isSound)
    }

    @Test("The rulebook in force is the one that was adopted last; the same again is no entry")
    func rulebook() throws {
        let office = try Office()
        #expect(try office.store.rulebookInForce() == nil)
        let standard = RulebookAdopted(
            name: "standard", digest: "aa", overrides: [.init(key: "review.limit", value: "3", reason: "人少")],
            reason: "县里统一")
        #expect(try office.store.adoptRulebook(standard, by: office.reviewer, at: Office.morning))
        let entries = try office.entries()
        #expect(try !office.store.adoptRulebook(standard, by: office.reviewer, at: Office.morning))
        #expect(try office.entries() == entries)
        var changed = standard
        changed.digest = "bb"
        #expect(try office.store.adoptRulebook(changed, by: office.reviewer, at: Office.morning))
        #expect(try office.store.rulebookInForce()?.adopted == changed)
        #expect(throws: RulebookError.notPermitted(.agent)) {
            try office.store.adoptRulebook(standard, by: Actor(office.zhou), at: Office.morning)
        }
        #expect(try office.store.verify().isSound)
    }

    @Test("A row of a ledger that is altered, gone or too many is found, and a sum that is not the entries'")
    func forged() throws {
        let office = try office()
        let sequences = try office.store.money().map(\.sequence)
        try office.tamper(
            """
            UPDATE money SET fen = fen + 1 WHERE seq = \(sequences[0]); DELETE FROM money WHERE seq = \(sequences[1]);
            INSERT INTO money SELECT 3, staff, at, actor, kind, fen, period, ground, note FROM money LIMIT 1;
            INSERT INTO attendance VALUES (2, 1, 0, 'checkedIn');
            UPDATE money_sums SET fen = fen + 1 WHERE kind = 'piece';
            INSERT INTO money_sums VALUES (88, '2026-10', 'fee', 1, 1)
            """)
        #expect(
            try office.store.verify().findings == [
                .ledgerDiffers(ledger: "money", sequence: sequences[0]),
                .ledgerMissing(ledger: "money", sequence: sequences[1]),
                .moneySumDiffers(staff: office.zhou.id, number: "A01", period: "2026-11"),
                .ledgerExtra(ledger: "attendance", sequence: 2), .ledgerExtra(ledger: "money", sequence: 3),
                .moneySumDiffers(staff: StaffID(88), number: nil, period: "2026-10"),
            ])
    }
}
