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
        #expect(counters.agents == 22)
        #expect((27...33).contains(try town.count([.accepted, .returned])))
        #expect(try town.store.list(CaseListQuery(states: [.inReview])).count { $0.returns > 0 } == 5)
        #expect(try town.store.verify().isSound)
    }

    @Test(
        arguments: [
            ("2026-11-20 08:25", DutyPresence.offDuty, 18),  // before the first session, in whose time people come
            ("2026-11-20 09:41", .away, 18),
            ("2026-11-20 11:35", .offDuty, nil),  // some have gone by then
            ("2026-11-20 13:10", .offDuty, 0),
            ("2026-11-20 14:31", .away, 18),
            ("2026-11-20 17:29", .away, 18),
            ("2026-11-20 20:00", .offDuty, 0),
            ("2026-11-20 03:10", .offDuty, 0),
            ("2026-11-21 12:00", .offDuty, 0),  // Saturday
            ("2026-02-19 11:00", .offDuty, 0),  // Spring Festival
        ] as [(String, DutyPresence, Int?)])
    func `people are at their posts while a session runs, and not on a day off`(
        now: String, others: DutyPresence, onDuty: Int?
    ) throws {
        let town = try Town(now: now)
        let presences = try town.store.agents(now: town.now, plan: town.plan).map(\.presence)
        if let onDuty { #expect(presences.count { $0 == .onDuty } == onDuty) }
        // Two are on leave for the day, as is known from the morning on.
        let isWorkday = now.hasPrefix("2026-11-20") && now > "2026-11-20 08:00"
        #expect(presences.count { $0 == .leave } == (isWorkday ? 2 : 0))
        let unasked = presences.count { $0 == .outsideDuty }
        #expect(unasked <= 1)
        #expect(
            presences.count { $0 == others } == 22 - presences.count { [.onDuty, .leave, .outsideDuty].contains($0) })
        // Nobody but the one who came to do what cannot wait has a mark on a day without duty.
        let today = UTCOffset.china.civil(town.now).date
        for month in [CivilMonth(of: today), CivilMonth(of: today).advanced(by: -1)] {
            let months = try town.store.attendance(in: month, rules: town.rules, now: town.now)
            #expect(months.map(\.member.role).contains(.windowClerk))
            for day in months.flatMap(\.days) where day.duty.due.isEmpty { #expect(day.sessions.isEmpty) }
        }
    }

    @Test("P3: the clerk of the window comes like everybody else")
    func clerk() throws {
        let town = try Town(now: "2026-11-20 17:40", history: 1_200)
        let october = try #require(CivilMonth("2026-10"))
        let months = try town.store.attendance(in: october, rules: town.rules, now: town.now)
        let clerk = try #require(months.first { $0.member.number == TownFounder.windowClerkNumber })
        #expect(clerk.present > clerk.due * 8 / 10 && clerk.due > 20)
        let today = try town.store.attendance(in: october.advanced(by: 1), rules: town.rules, now: town.now)
            .first { $0.member.number == TownFounder.windowClerkNumber }?.days[19].sessions
        #expect(today?.map(\.state.isPresent) == [true, true])
    }

    @Test(
        "J5: most villages hand their summary in, a few late, one never, and a village with nothing hands in a nil return"
    )
    func summaries() throws {
        let town = try Town(now: "2026-11-20 09:41", history: 1_200)
        func sheet(_ month: String) throws -> Sheet {
            let period = ReportPeriod.month(try #require(CivilMonth(month)))
            return try town.store.sheet(SheetRequest(kind: .summary, period: period), at: town.now, rules: town.rules)
        }
        func states(_ sheet: Sheet) -> [SheetValue] { sheet.rows.compactMap { $0.cells.last?.value } }
        let october = try sheet("2026-10")
        #expect(states(october).count { $0 == .term(.summary(.onTime)) } == 19)
        #expect(states(october).count { $0 == .term(.summary(.missing)) } == 3)
        #expect(october.rows.count { $0.cells.contains { $0.value == .term(.nilReturn) } } == 1)
        // The late ones stand in the month in which they came.
        #expect(try sheet("2026-11").notes.contains { $0.term == .noteLateReturns })
        #expect(states(try sheet("2026-11")).allSatisfy { $0 == .term(.summary(.open)) })
        #expect(
            try town.store.findingProposals(in: try #require(CivilMonth("2026-10")), rules: town.rules, at: town.now)
                .count { $0.kind == .lateSummary } == 3)
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
        for agent in try town.store.agents(now: town.now, plan: town.plan) {
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
