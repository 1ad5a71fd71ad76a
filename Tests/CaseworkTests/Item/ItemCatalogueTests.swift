import Casework
import Testing

@Suite("Lists of service items")
struct ItemCatalogueTests {
    private static let director = Actor(id: StaffID(1), role: .director)
    private static let county = Actor(id: StaffID(2), role: .countyOffice)

    private static func item(
        _ code: String, _ level: ItemLevel, name: String? = nil, version: Int = 1
    ) -> ServiceItem {
        ServiceItem(
            code: code, version: version, name: name ?? "事项\(code)", level: level, kind: .promised,
            area: .named(.relief), promisedDays: 3)
    }

    /// One item at each level: X, Z and C.
    private func catalogue() throws -> ItemCatalogue {
        var catalogue = ItemCatalogue()
        try perform(.list(Self.item("X", .county)), on: &catalogue, by: Self.county)
        try perform(.list(Self.item("Z", .township)), on: &catalogue)
        try perform(.list(Self.item("C", .village)), on: &catalogue)
        return catalogue
    }

    private func perform(
        _ command: ItemCommand, on catalogue: inout ItemCatalogue, by actor: Actor = director
    ) throws {
        for event in try catalogue.decide(command, by: actor) { catalogue.apply(event) }
    }

    private func refusal(
        _ command: ItemCommand, _ catalogue: ItemCatalogue, by actor: Actor = director
    ) -> ItemRefusal? {
        do throws(ItemRefusal) {
            _ = try catalogue.decide(command, by: actor)
            return nil
        } catch {
            return error
        }
    }

    private func codes(_ catalogue: ItemCatalogue, _ level: ItemLevel) -> [String] {
        catalogue.list(level).map(\.item.code)
    }

    @Test("N3: there is a list at each level, and the township's holds the county items that it claimed")
    func levels() throws {
        var catalogue = try catalogue()
        #expect(codes(catalogue, .county) == ["X"])
        #expect(codes(catalogue, .township) == ["Z"])
        #expect(codes(catalogue, .village) == ["C"])
        try perform(.claim(code: "X"), on: &catalogue)
        #expect(codes(catalogue, .township) == ["X", "Z"])
        #expect(codes(catalogue, .county) == ["X"])
        #expect(refusal(.claim(code: "X"), catalogue) == .alreadyClaimed("X"))
        try perform(.giveBack(code: "X", reason: "无力承接"), on: &catalogue)
        #expect(codes(catalogue, .township) == ["Z"])
        #expect(refusal(.giveBack(code: "X", reason: "再退"), catalogue) == .notClaimed("X"))
    }

    @Test("N3: only what is in the county's list can be claimed")
    func claims() throws {
        var catalogue = try catalogue()
        #expect(refusal(.claim(code: "Z"), catalogue) == .notOfTheCounty("Z", .township))
        #expect(refusal(.claim(code: "C"), catalogue) == .notOfTheCounty("C", .village))
        #expect(refusal(.claim(code: "Q"), catalogue) == .unknown("Q"))
        try perform(.claim(code: "X"), on: &catalogue)
        try perform(.withdraw(code: "X", reason: "上级取消"), on: &catalogue, by: Self.county)
        #expect(codes(catalogue, .township) == ["Z"])
        #expect(refusal(.claim(code: "X"), catalogue) == .withdrawn("X"))
        #expect(refusal(.giveBack(code: "X", reason: "退"), catalogue) == .withdrawn("X"))
    }

    @Test("W5: a revision is a new version, and the old ones can be asked for, also after the item is withdrawn")
    func versions() throws {
        var catalogue = try catalogue()
        var changed = Self.item("Z", .township)
        changed.promisedDays = 2
        try perform(.revise(changed), on: &catalogue)
        #expect(catalogue.item("Z")?.version == 2)
        #expect(catalogue.item("Z")?.promisedDays == 2)
        #expect(catalogue.item("Z", version: 1)?.promisedDays == 3)
        #expect(catalogue.item("Z", version: 3) == nil)
        try perform(.withdraw(code: "Z", reason: "并入"), on: &catalogue)
        #expect(catalogue.item("Z") == nil)
        #expect(catalogue.item("Z", version: 1)?.promisedDays == 3)
        #expect(catalogue.item("Z", version: 2)?.promisedDays == 2)
        // Listed again, it goes on counting: version 1 is somebody's.
        try perform(.list(Self.item("Z", .township)), on: &catalogue)
        #expect(catalogue.item("Z")?.version == 3)
        #expect(catalogue.versions("Z").map(\.version) == [1, 2, 3])
    }

    @Test("A change to an older version than the list has is refused, a higher number is taken over")
    func stale() throws {
        var catalogue = try catalogue()
        var changed = Self.item("Z", .township, version: 5)
        changed.promisedDays = 2
        try perform(.revise(changed), on: &catalogue)
        #expect(catalogue.item("Z")?.version == 5)
        changed.version = 4
        #expect(refusal(.revise(changed), catalogue) == .stale("Z", seen: 4, current: 5))
        changed.version = 5
        #expect(refusal(.revise(changed), catalogue) == .unchanged("Z"))
    }

    @Test("Doubled codes and names, and an item that would change its level, are refused")
    func contradictions() throws {
        let catalogue = try catalogue()
        #expect(refusal(.list(Self.item("Z", .township)), catalogue) == .codeTaken("Z"))
        #expect(refusal(.list(Self.item("Z", .village)), catalogue) == .codeTaken("Z"))
        #expect(
            refusal(.revise(Self.item("Z", .village)), catalogue)
                == .levelChanged("Z", from: .township, to: .village))
        #expect(
            refusal(.list(Self.item("Z2", .township, name: "事项Z")), catalogue) == .nameTaken("事项Z", by: "Z"))
        // Another list may have an item of the same name, until the township claims it.
        var two = catalogue
        try perform(.list(Self.item("X2", .county, name: "事项Z")), on: &two, by: Self.county)
        #expect(refusal(.claim(code: "X2"), two) == .nameTaken("事项Z", by: "Z"))
        #expect(refusal(.withdraw(code: "Z", reason: " "), catalogue) == .reason(.missing))
        var nameless = Self.item("Z3", .township)
        nameless.name = " "
        #expect(refusal(.list(nameless), catalogue) == .unfit(.name, .missing))
    }

    @Test("A withdrawn item cannot come back at another level")
    func relisted() throws {
        var catalogue = try catalogue()
        try perform(.withdraw(code: "C", reason: "并入"), on: &catalogue)
        #expect(
            refusal(.list(Self.item("C", .township)), catalogue)
                == .levelChanged("C", from: .village, to: .township))
        #expect(refusal(.revise(Self.item("C", .village)), catalogue) == .withdrawn("C"))
    }

    @Test("The county office keeps the county's list, the director those of township and villages, nobody else any")
    func permissions() throws {
        let catalogue = try catalogue()
        for role in Role.allCases {
            let actor = Actor(id: StaffID(9), role: role)
            for level in ItemLevel.allCases {
                let may = role == (level == .county ? .countyOffice : .director)
                let given = refusal(.list(Self.item("N", level)), catalogue, by: actor)
                #expect(given == (may ? nil : .notPermitted(role, level)))
            }
            #expect(
                refusal(.claim(code: "X"), catalogue, by: actor)
                    == (role == .director ? nil : .mayNotClaim(role)))
        }
        #expect(
            refusal(.withdraw(code: "X", reason: "不办了"), catalogue, by: Self.director)
                == .notPermitted(.director, .county))
        var changed = Self.item("X", .county)
        changed.promisedDays = 9
        #expect(refusal(.revise(changed), catalogue, by: Self.director) == .notPermitted(.director, .county))
    }

    @Test("P5: the lists are counted against what is expected, claimed items included")
    func counts() throws {
        var catalogue = try catalogue()
        try perform(.claim(code: "X"), on: &catalogue)
        let counts = catalogue.counts(expected: [.township: 70, .village: 1])
        #expect(
            counts == [
                ItemCount(level: .county, found: 1, expected: nil),
                ItemCount(level: .township, found: 2, expected: 70),
                ItemCount(level: .village, found: 1, expected: 1),
            ])
        #expect(counts.map(\.isRight) == [true, false, true])
        #expect(counts[1].missing == 68)
        #expect(ItemCount(level: .village, found: 41, expected: 40).missing == -1)
    }

    @Test("P2: a list tells how many of its items do not say what should be public")
    func gaps() throws {
        let gaps = try catalogue().publicGaps(.township)
        #expect(gaps.map(\.field) == [.department, .condition, .materials, .stages, .legalBasis])
        #expect(gaps.allSatisfy { $0.items == 1 })
    }
}
