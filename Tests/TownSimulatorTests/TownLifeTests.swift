import CaseStore
import Casework
import Testing

@testable import TownSimulator

/// The living township: in balance by itself, within the rules, the same for the same seed.
struct TownLifeTests {
    @Test(arguments: [1, 60])
    func `queues neither empty out nor grow for ever`(slowness: Int) throws {
        let town = try Town()
        var life = TownLife(store: town.store, rules: town.rules, seed: 9)
        var now = town.now
        var kinds: [Happening.Kind: Int] = [:]
        for step in 1...2_000 {
            now = now.advanced(seconds: life.pause() * slowness / 1_000)
            kinds[try life.step(at: now).kind, default: 0] += 1
            guard step % 50 == 0 else { continue }
            let counters = try town.counters(at: now)
            #expect((5...32).contains(counters.pending))
            #expect((12...40).contains(counters.inReview))
            #expect((12...60).contains(try town.count([.accepted, .returned])))
            #expect(counters.near + counters.overdue <= 16)
            // An hour after a session has begun everybody has come.
            let minute = UTCOffset.china.civil(now).millisecondOfDay / 60_000
            let isSettled =
                now < town.now.advanced(minutes: 600) && [600..<690, 930..<1_050].contains { $0.contains(minute) }
            if isSettled { #expect((14...21).contains(counters.onDuty), "\(minute)") }
        }
        #expect(kinds[.refused] == nil)
        #expect(kinds[.overtaken] == nil)
        for kind: Happening.Kind in [.arrived, .accepted, .completed, .resubmitted, .approved, .rejected, .checkedIn] {
            #expect((kinds[kind] ?? 0) > 10, "\(kind)")
        }
        #expect(try town.store.verify().isSound)
    }

    @Test func `the second reviewer leaves the desk its work`() throws {
        let town = try Town()
        var life = TownLife(store: town.store, rules: town.rules, seed: 2)
        let reviewer = Actor(try #require(try town.store.staff(number: TownFounder.reviewerNumber)))
        var byDesk = 0
        var byTown = 0
        // The person at the desk approves one case in every three steps, and finds something nearly every time.
        for step in 1...450 {
            let now = town.now.advanced(seconds: step * 2)
            let kind = try life.step(at: now).kind
            if kind == .approved || kind == .rejected { byTown += 1 }
            guard step % 3 == 0, let row = try town.store.list(CaseListQuery(states: [.inReview], limit: 1)).first
            else {
                continue
            }
            try town.store.perform(.approve(note: nil), on: row.reference, by: reviewer, at: now, rules: town.rules)
            byDesk += 1
        }
        #expect(byDesk > 100)
        #expect(byTown < byDesk / 3)
    }

    @Test func `the same seed and instants give the same events`() throws {
        func run() throws -> ([Happening], [[TraceEntry]]) {
            let town = try Town()
            var life = TownLife(store: town.store, rules: town.rules, seed: 5)
            var happenings: [Happening] = []
            var now = town.now
            for _ in 0..<150 {
                now = now.advanced(seconds: life.pause() / 1_000 + 1)
                happenings.append(try life.step(at: now))
            }
            return (happenings, try town.traces().0)
        }
        let first = try run()
        let second = try run()
        #expect(first.0 == second.0)
        #expect(first.1 == second.1)
    }

    @Test func `nobody comes or goes at night`() throws {
        let town = try Town(now: "2026-11-20 23:00")
        var life = TownLife(store: town.store, rules: town.rules, seed: 3)
        for step in 0..<200 {
            let kind = try life.step(at: town.now.advanced(seconds: step)).kind
            #expect(![.checkedIn, .checkedOut, .leaveTaken].contains(kind))
        }
    }

    @Test func `a day off is quiet at the posts and goes on in the queues`() throws {
        let town = try Town(now: "2026-11-21 09:41")
        var life = TownLife(store: town.store, rules: town.rules, seed: 3)
        var kinds: [Happening.Kind: Int] = [:]
        for step in 0..<600 {
            let now = town.now.advanced(seconds: step * 30)
            kinds[try life.step(at: now).kind, default: 0] += 1
            guard step % 100 == 0 else { continue }
            let presences = try town.store.agents(now: now, plan: town.plan).map(\.presence)
            #expect(presences.allSatisfy { $0 == .offDuty || $0 == .outsideDuty })
            #expect(presences.count { $0 == .outsideDuty } <= 2)
        }
        #expect((kinds[.checkedIn] ?? 0) < 6 && kinds[.leaveTaken] == nil)
        for kind: Happening.Kind in [.arrived, .accepted, .completed] { #expect((kinds[kind] ?? 0) > 10, "\(kind)") }
    }

    @Test func `people go when a session is over`() throws {
        let town = try Town(now: "2026-11-20 17:20")
        var life = TownLife(store: town.store, rules: town.rules, seed: 3)
        for step in 0..<400 { try life.step(at: town.now.advanced(seconds: step * 10)) }
        let then = town.now.advanced(seconds: 4_000)
        #expect(try town.store.agents(now: then, plan: town.plan).allSatisfy { !$0.presence.isPresent })
    }

    @Test func `pauses keep to the pace`() throws {
        let town = try Town(history: 0)
        var usual = TownLife(store: town.store, rules: town.rules, seed: 1)
        var quick = TownLife(store: town.store, rules: town.rules, seed: 1, pace: 200)
        for _ in 0..<100 {
            let pause = usual.pause()
            #expect((700...4_000).contains(pause))
            #expect(quick.pause() == pause / 2)
        }
    }

    @Test func `an office without people is no reason to stop`() throws {
        let town = try Town(history: 0)
        var life = TownLife(store: town.store, township: .yunxi, rules: town.rules, seed: 1)
        // Everybody goes home.
        try town.store.batch { writer in
            for agent in try writer.staff(role: .agent) {
                try writer.record(.checkedOut, about: agent.id, at: town.now, by: agent.id)
            }
        }
        for step in 0..<100 {
            #expect(try life.step(at: town.now.advanced(seconds: step)).kind != .refused)
        }
    }
}
