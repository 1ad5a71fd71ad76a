import CaseStore
import Casework
import Dashboard
import TerminalKit
import Testing

@Suite("Themes and words of the wall") struct WallThemeTests {
    /// What is drawn on the ground and on cards without a ground of its own.
    private static let texts: [Theme.Role] = [
        .text, .muted, .title, .heading, .key, .keyLabel, .overdue, .near, .calm, .onDuty, .away, .leave, .flag, .gone,
    ]
    /// What has its own ground.
    private static let grounds: [Theme.Role] = [
        .header, .selection, .unfocusedSelection, .card, .notice, .warning, .field,
    ]

    @Test(
        "P2: text can be read across a hall: 7 to 1 on every ground, in true colours and in 256; lines 3 to 1",
        arguments: Theme.wallNames, [ColourDepth.truecolour, .indexed256])
    func contrast(_ name: String, _ depth: ColourDepth) throws {
        let theme = try Theme.embedded(name)
        let ground = theme[.text]
        let card = theme[.card].over(ground)
        func check(_ style: Style, _ least: Double, _ what: String) throws {
            let ratio = try #require(style.contrast(at: depth), "\(what) is a colour of the terminal's own")
            #expect(ratio >= least, "\(name) \(depth) \(what): \(ratio)")
            #expect(!style.attributes.contains(.dim), "\(what)")
        }
        for role in Self.texts {
            // On the own ground, and on cards with the card's.
            try check(theme[role].over(ground), 7, role.rawValue)
            var onCard = theme[role]
            if role == .text { onCard.background = card.background }
            try check(onCard.over(card), 7, "\(role.rawValue) on a card")
        }
        for role in Self.grounds { try check(theme[role].over(ground), 7, role.rawValue) }
        for role in [Theme.Role.headerNear, .headerOverdue] {
            try check(theme[role].over(theme[.header].over(ground)), 7, role.rawValue)
        }
        for role in [Theme.Role.border, .focusedBorder] { try check(theme[role].over(ground), 3, role.rawValue) }
    }

    @Test("every character of the wall's headings and large words has a shape", arguments: Language.allCases)
    func headings(_ language: Language) {
        for term in WallTerm.large {
            let text = Message.wall(term).text(language)
            #expect(BigLetters.hasShapes(for: text), "\(text)")
        }
    }

    @Test("every character of the kiosk's answers has a shape", arguments: Language.allCases)
    func answers(_ language: Language) throws {
        let session = try #require(KioskHarness.plan.sessions(on: WallSamples.today).first)
        let now = WallSamples.now
        let answers: [AttendanceDoor.Answer] = [
            .decided(.enter(.into, session, notes: [])), .decided(.enter(.into, session, notes: [.late(minutes: 3)])),
            .decided(.enter(.out, session, notes: [])),
            .decided(.enter(.out, session, notes: [.leavesEarly(minutes: 3)])),
            .decided(.already(.into, session, at: now, notes: [])),
            .decided(.already(.out, session, at: now, notes: [])),
            .decided(.refuse(.tooEarly(session, opens: now))), .decided(.refuse(.over(session, next: nil))),
            .decided(.refuse(.noDuty(.weekend, next: nil))), .decided(.refuse(.notCheckedIn(session))),
            .decided(.refuse(.noDeskDuty(.reviewer))), .decided(.refuse(.notOnStaff)), .unknownNumber,
            .kept(isVerified: true), .pin(.right), .pin(.wrong(left: 2)), .pin(.pause(until: now)), .pin(.locked),
            .pin(.missing), .failed(.notFound(path: "")), .mayLeave, .mayNotLeave,
        ]
        for answer in answers {
            let text = Message.attendance(.answer(answer, .china)).text(language)
            #expect(BigLetters.hasShapes(for: text.filter { !"（）".contains($0) }), "\(text)")
        }
    }
}
