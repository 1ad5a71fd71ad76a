import CaseStore
import Casework
import Testing

@testable import TownSimulator

/// The founded township: lively at every hour, plausible in its traces, clean in its record.
struct TownFounderTests {
    @Test(arguments: [
        "2026-11-20 09:41",  // Friday morning
        "2026-11-20 16:55",
        "2026-11-23 08:25",  // Monday before opening
        "2026-11-20 03:10",  // night
        "2026-11-21 12:00",  // Saturday
        "2026-11-22 22:30",  // Sunday, late
        "2026-02-19 11:00",  // Spring Festival
        "2031-05-05 10:00",  // a year without a calendar
    ])
    func `it is lively at every hour`(now: String) throws {
        let town = try Town(now: now)
        let counters = try town.counters()
        #expect((11...16).contains(counters.pending))
        #expect((4...7).contains(counters.near))
        #expect((2...4).contains(counters.overdue))
        #expect(counters.inReview == 21)
        #expect(counters.onDuty == 18)
        #expect(counters.agents == 22)
        #expect((27...33).contains(try town.count([.accepted, .returned])))
        #expect(try town.store.agents(now: town.now).count { $0.presence == .leave } == 2)
        #expect(try town.store.list(CaseListQuery(states: [.inReview])).count { $0.returns > 0 } == 5)
        #expect(try town.store.verify().isSound)
    }

    @Test func `nothing in a trace is later than now, before its cause, or done by somebody at night`() throws {
        let town = try Town(now: "2026-11-20 03:10")
        for trace in try town.traces().0 {
            // Newest first.
            let instants = trace.reversed().map(\.at)
            #expect(instants == instants.sorted())
            for entry in trace {
                #expect(entry.at <= town.now)
                guard entry.event.kind != .registered else { continue }
                let minute = UTCOffset.china.civil(entry.at).millisecondOfDay / 60_000
                #expect((510..<1_050).contains(minute))
            }
        }
        for agent in try town.store.agents(now: town.now) {
            let minute = UTCOffset.china.civil(try #require(agent.since)).millisecondOfDay / 60_000
            #expect((440...1_090).contains(minute))
        }
    }

    @Test func `the same seed makes the same record and another seed another`() throws {
        let first = try Town().traces()
        let again = try Town().traces()
        #expect(first.0 == again.0)
        #expect(first.1 == again.1)
        #expect(try Town(seed: 8).traces().0 != first.0)
    }

    @Test func `the past is as long as asked for, closed, numbered by day and sound`() throws {
        let town = try Town(history: 1_200)
        let closed = try town.store.list(CaseListQuery(states: [.approved, .delivered, .declined]))
        #expect(closed.count == 1_200 + 26)
        let first = try #require(closed.first)
        let value = try #require(try town.store.detail(of: first.id)?.case)
        let submitted = UTCOffset.china.civil(value.intake.submittedAt).date
        #expect(value.number.hasPrefix(CaseNumber.make(prefix: "YX", date: submitted, sequence: 0).dropLast(4)))
        #expect(try #require(value.closedAt) <= town.now)
        #expect(try town.store.verify().isSound)
    }

    @Test func `a record that has people already is refused and stays as it was`() throws {
        let town = try Town()
        let before = try town.store.lastSequence()
        #expect {
            try TownFounder.found(in: town.store, seed: 7, now: town.now, history: 0, rules: town.rules)
        } throws: { error in
            if case SimulationError.inhabited = error { true } else { false }
        }
        #expect(try town.store.lastSequence() == before)
        #expect(try town.store.verify().isSound)
    }

    @Test func `a founded township is known as made up, and an office with people of its own is not`() throws {
        let town = try Town()
        #expect(try TownFounder.hasFounded(town.store))
        let office = try Town(founds: false)
        #expect(try !TownFounder.hasFounded(office.store))
        try office.store.batch { writer in
            _ = try writer.enrol(number: "R01", name: "王敏", role: .reviewer, at: office.now, by: .office)
        }
        #expect(try !TownFounder.hasFounded(office.store))
    }

    @Test func `founding stops when it is told to`() throws {
        let town = try Town(founds: false)
        #expect {
            try TownFounder.found(in: town.store, seed: 7, now: town.now, history: 1_200, rules: town.rules) {
                done, _ in done < 600
            }
        } throws: { error in
            if case SimulationError.stopped = error { true } else { false }
        }
    }
}
