import Casework
import Testing

@testable import TownSimulator

/// The data of the township and the people that are made up for it.
struct TownshipTests {
    @Test func `the township has a village for each agent and forty items or more, each once`() {
        let township = Township.yunxi
        #expect(township.villages.count == TownFounder.agentCount)
        #expect(Set(township.villages).count == township.villages.count)
        #expect(township.items.count >= 40)
        #expect(Set(township.items.map(\.name)).count == township.items.count)
        #expect(township.items.allSatisfy { (4...10).contains($0.name.count) && $0.weight > 0 })
        #expect(Township.Group.allCases.allSatisfy { group in township.items.contains { $0.group == group } })
    }

    @Test func `words for review fit the rules of a reason`() {
        for reason in Wording.returns + Wording.declines { #expect((1...Case.reasonLimit).contains(reason.count)) }
        for group in Township.Group.allCases { #expect(!Wording.requests(group).isEmpty) }
    }

    @Test func `made-up people have valid numbers of nowhere and phones of no operator`() throws {
        var chance = SeededGenerator(seed: 1)
        let people = PersonMaker()
        let day = try #require(CivilDate("2026-11-20"))
        for _ in 0..<500 {
            let person = people.applicant(from: "石门垭", of: "云溪镇", on: day, &chance)
            let number = try #require(person.identityNumber)
            #expect(number.hasPrefix("999999"))
            #expect(try IdentityNumber(number, notAfter: day).birthday < day)
            #expect(person.phone.map { $0.count == 11 && $0.hasPrefix("1400000") } ?? true)
            #expect((2...4).contains(person.name.count))
        }
    }

    @Test func `the generator is SplitMix64`() {
        // The first outputs of the reference implementation for seed 1234567.
        var chance = SeededGenerator(seed: 1_234_567)
        #expect(chance.next() == 6_457_827_717_110_365_317)
        #expect(chance.next() == 3_203_168_211_198_807_973)
        #expect(chance.next() == 9_817_491_932_198_370_423)
    }
}
