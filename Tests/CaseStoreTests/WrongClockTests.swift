import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("The clock of a computer is wrong")
struct WrongClockTests {
    @Test(
        "It stands behind the record: the action is recorded with the time as told, in its place, and its clocks begin no earlier than the case's last event"
    )
    func behind() throws {
        let office = try Office()
        let pending = try office.register()
        let wrong = Office.morning.advanced(minutes: -10 * 365 * 1_440)
        let accepted = try office.store.perform(
            .accept(.confirmed), on: pending.reference, by: office.reviewer, at: wrong, rules: office.rules)
        let completion = try #require(accepted.completion)
        #expect(completion.start == Office.morning)
        #expect(completion.due > Office.morning)
        let trace = try #require(try office.store.detail(of: pending.id)).trace
        #expect(trace.map(\.at) == [wrong, Office.morning])
        #expect(trace[0].sequence > trace[1].sequence)
        #expect(try office.store.verify().isSound)
        // With the clock put right the work goes on.
        let later = Office.morning.advanced(minutes: 5)
        let done = try office.store.perform(
            .complete(note: nil), on: accepted.reference, by: Actor(office.zhou), at: later, rules: office.rules)
        #expect(done.state == .inReview)
    }

    @Test(
        "A registration by a clock far behind keeps the time as told, and its deadline begins where the record stands")
    func registration() throws {
        let office = try Office()
        try office.register()
        for (days, isHeld) in [(-3_650, true), (-1, true), (0, false), (30, false)] {
            let told = Office.morning.advanced(minutes: days * 1_440)
            let made = try office.store.register(
                office.intake("李\(days)", at: told), seen: nil, by: office.reviewer, rules: office.rules)
            #expect(made.acceptance?.start == (isHeld ? Office.morning : told), "\(days)")
            #expect(made.intake.submittedAt == told)
            #expect(try office.store.detail(of: made.id)?.trace.map(\.at) == [told])
            // The next one is told by a clock that is right again.
            try office.register("张\(days)")
        }
        #expect(try office.store.verify().isSound)
    }

    @Test("One entry of a clock that runs ahead puts nobody's deadline off")
    func registrationAfterAhead() throws {
        let office = try Office()
        let first = try office.register()
        let future = Office.morning.advanced(minutes: 1_440 * 365)
        try office.store.perform(
            .accept(.confirmed), on: first.reference, by: office.reviewer, at: future, rules: office.rules)
        let told = Office.morning.advanced(minutes: 1)
        let made = try office.store.register(
            office.intake("钱二", at: told), seen: nil, by: office.reviewer, rules: office.rules)
        #expect(made.acceptance?.start == told)
        #expect(try office.store.verify().isSound)
    }

    @Test("A clock that stays far behind shortens no deadline, however often it tells")
    func registrationsFarBehind() throws {
        let office = try Office()
        try office.register()
        let told = Office.morning.advanced(minutes: -1_440 * 3_650)
        for name in ["赵一", "钱二", "孙三"] {
            let made = try office.store.register(
                office.intake(name, at: told), seen: nil, by: office.reviewer, rules: office.rules)
            #expect(made.acceptance?.start == Office.morning, "\(name)")
        }
    }

    @Test("A case is not held to another one's future")
    func ahead() throws {
        let office = try Office()
        let (first, second) = (try office.register("赵一"), try office.register("钱二"))
        let future = Office.morning.advanced(minutes: 1_440 * 30)
        try office.store.perform(
            .accept(.confirmed), on: first.reference, by: office.reviewer, at: future, rules: office.rules)
        let now = Office.morning.advanced(minutes: 1)
        let accepted = try office.store.perform(
            .accept(.confirmed), on: second.reference, by: office.reviewer, at: now, rules: office.rules)
        #expect(accepted.completion?.start == now)
        #expect(try office.store.lastInstant() == now)
    }
}
