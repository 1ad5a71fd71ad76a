import CaseStore
import Casework
import Testing

@testable import TownSimulator

/// The made-up township under other rulebooks than standard.
struct TownRulebookTests {
    @Test(arguments: Rulebook.embeddedNames)
    func `a township can be founded under every rulebook, and its open cases have that rulebook's clocks`(
        name: String
    ) throws {
        let town = try Town(history: 20, rulebook: name)
        let accepted = try town.store.list(CaseListQuery(states: [.accepted]))
        #expect(accepted.count > 15)
        for row in accepted {
            let subject = try #require(try town.store.detail(of: row.id)).case
            #expect(subject.completion?.rule == town.rules.rulebook.completion(of: subject.itemKind))
        }
        // Without review nothing waits for a reviewer; what would have waited is done.
        let waiting = try town.count([.inReview, .returned])
        switch town.rules.rulebook.review {
        case .gate: #expect(waiting > 15)
        case .sample: #expect(waiting > 0)
        case .none: #expect(waiting == 0)
        }
        #expect(try town.count([.approved, .delivered, .filed]) > 40)
    }
}
