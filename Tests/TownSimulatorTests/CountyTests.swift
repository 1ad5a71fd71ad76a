import CaseStore
import Casework
import Foundation
import Testing

@testable import TownSimulator

@Suite("A county's years")
struct CountyTests {
    private let now = Instant("2026-11-20 15:41", offset: .china)!

    private var rules: Rules {
        get throws { Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china) }
    }

    private func county(_ seed: UInt64, cases: Int, in folder: String) throws -> CaseStore {
        let founder = CountyFounder(seed: seed, cases: cases, years: 1, villages: 30, now: now, rules: try rules)
        let store = try CaseStore.create(
            at: folder + "/\(UUID().uuidString).db", centre: founder.centre, now: founder.opening)
        try founder.found(in: store)
        return store
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "/daiban-county-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test("It has exactly the cases asked for, about eight entries each, in the order of time, and is sound")
    func founding() throws {
        try withFolder { folder in
            let store = try county(7, cases: 400, in: folder)
            let cases = try store.list(CaseListQuery())
            #expect(cases.count == 400)
            let sheets = try (1...10).map { month in
                let period = ReportPeriod.month(try #require(CivilMonth(year: 2026, month: month)))
                return try store.sheet(SheetRequest(kind: .summary, period: period), at: now, rules: try rules)
            }
            let states = sheets.flatMap(\.rows).compactMap { $0.cells.last?.value }
            // Ten months of thirty villages: nearly all in time.
            #expect(states.count == 300)
            #expect((250..<290).contains(states.count { $0 == .term(.summary(.onTime)) }))
            let summaries = 30 * 12
            let entries = Double(try store.lastSequence() - Int64(summaries)) / 400
            #expect((7.0...9.0).contains(entries), "\(entries) entries a case")
            #expect(Set(cases.map(\.state)).isSuperset(of: [.filed, .declined, .delivered]))
            let open = cases.count { $0.state.isOpen }
            #expect((1...60).contains(open), "\(open) open")
            // The figures of people included.
            #expect(try store.verify(VerificationOptions(isFull: true)).isSound)
        }
    }

    @Test("The same seed makes the same county, another one another")
    func seeds() throws {
        try withFolder { folder in
            func rows(_ seed: UInt64) throws -> [QueueRow] {
                try county(seed, cases: 60, in: folder).list(CaseListQuery())
            }
            let first = try rows(7)
            #expect(try rows(7) == first)
            #expect(try rows(8) != first)
        }
    }

    @Test("Any number is spread without losing one", arguments: [1, 7, 999])
    func days(_ count: Int) {
        let hours = WorkingHours(calendar: .national, offset: .china)
        let first = CivilDate(year: 2025, month: 1, day: 1)!
        var days = SubmissionDays(count: count, from: first, to: first.advanced(days: 700), hours: hours)
        var sum = 0
        while let day = days.next(before: nil, .china) { sum += day.count }
        #expect(sum == count)
    }

    @Test("What is due first comes first, the smaller number before the greater")
    func heap() {
        var heap = EventHeap()
        var chance = SeededGenerator(seed: 3)
        var events: [EventHeap.Event] = []
        for index in 0..<500 {
            let at = Instant(milliseconds: Int64(chance.number(0...50)))
            events.append(EventHeap.Event(at: at, index: index))
            heap.push(events[index])
        }
        for event in events.sorted() {
            #expect(heap.first == event)
            heap.pop()
        }
        #expect(heap.first == nil)
    }
}
