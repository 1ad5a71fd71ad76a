import CaseStore
import Casework
import Dispatch
import Foundation
import Testing

@testable import Dashboard

@Suite("Warnings raised by a running desk")
struct WarningRaiserTests {
    @Test("W16: a desk raises what an import of old cases brought along, batch by batch, and then writes no more")
    func batches() throws {
        let folder = NSTemporaryDirectory() + "/daiban-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let now = Township.now
        let store = try CaseStore.create(at: folder + "/office.db", centre: Township.centre, now: now)
        let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        let acceptance = rules.rulebook.acceptance.deadline(
            from: now.advanced(minutes: -20_000), calendar: rules.calendar, offset: rules.offset)
        let count = 2 * CaseStore.raisingBatch + 50
        try store.batch { writer in
            for index in 0..<count {
                let intake = Intake(
                    kind: .agency, origin: .walkIn, item: "养老", village: "石门垭",
                    applicant: Intake.Applicant(name: "李\(index)"), submittedAt: now)
                try writer.register(intake, acceptance: acceptance, at: now, by: .office)
            }
        }
        let reading = DispatchQueue(label: "reading")
        let recording = DispatchQueue(label: "recording")
        let raiser = WarningRaiser(
            store: store, rules: rules, clock: { now }, reading: reading, recording: recording)

        raiser.raise()
        reading.sync {}
        recording.sync {}
        // Each batch has put the next one at the end of the queues.
        for _ in 0..<2 {
            reading.sync {}
            recording.sync {}
        }
        #expect(try store.countUnraised(at: now) == 0)
        let sequence = try store.lastSequence()
        raiser.raise()
        reading.sync {}
        recording.sync {}
        #expect(try store.lastSequence() == sequence)
        #expect(try store.verify().isSound)
    }

    @Test("A display that may only read raises nothing")
    func readOnly() throws {
        let folder = NSTemporaryDirectory() + "/daiban-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/office.db"
        let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        let office = try CaseStore.create(at: path, centre: Township.centre, now: Township.now)
        let intake = Intake(
            kind: .agency, origin: .walkIn, item: "养老", village: "石门垭", applicant: Intake.Applicant(name: "李四"),
            submittedAt: Township.now)
        let acceptance = rules.rulebook.acceptance.deadline(
            from: Township.now.advanced(minutes: -20_000), calendar: rules.calendar, offset: rules.offset)
        try office.batch { writer in
            _ = try writer.register(intake, acceptance: acceptance, at: Township.now, by: .office)
        }
        let before = try office.lastSequence()
        let reading = DispatchQueue(label: "reading")
        let recording = DispatchQueue(label: "recording")
        WarningRaiser(
            store: try CaseStore.open(at: path, access: .readOnly), rules: rules, clock: { Township.now },
            reading: reading, recording: recording
        ).raise()
        reading.sync {}
        recording.sync {}
        #expect(try office.countUnraised(at: Township.now) == 1)
        #expect(try office.lastSequence() == before)
    }
}
