import Casework

/// Makes up people: names, identity numbers, phones, addresses. Nobody of them exists.
struct PersonMaker {
    private let surnameWeights = NameParts.surnames.map(\.weight)

    /// A name as one would meet it in a village, for a man or a woman.
    func name(isWoman: Bool, _ chance: inout SeededGenerator) -> String {
        let surname = NameParts.surnames[chance.index(weights: surnameWeights)].text
        let last = chance.pick(isWoman ? NameParts.womenLast : NameParts.menLast).map(String.init) ?? ""
        guard surname.count == 1, chance.chance(72) else { return surname + last }
        let first = chance.pick(isWoman ? NameParts.womenFirst : NameParts.menFirst).map(String.init) ?? ""
        return surname + (first == last ? "" : first) + last
    }

    /// 1400000 and four digits: 140 is assigned to no operator as far as known (data/mobile-prefixes.tsv).
    func phone(_ chance: inout SeededGenerator) -> String {
        "1400000" + String(String(10_000 + chance.number(0...9_999)).dropFirst())
    }

    /// Somebody from `village` who asks for something on `day`.
    func applicant(
        from village: String, of township: String, on day: CivilDate, _ chance: inout SeededGenerator
    ) -> Intake.Applicant {
        let isWoman = chance.chance(52)
        // Older people ask more often: two draws, the greater age.
        let age = max(chance.number(19...88), chance.number(19...88))
        let born = day.advanced(days: -(age * 365 + age / 4) - chance.number(0...364))
        let sequence = chance.number(0...499) * 2 + (isWoman ? 0 : 1)
        return Intake.Applicant(
            name: name(isWoman: isWoman, &chance),
            identityNumber: IdentityNumber.madeUp(birthday: born, sequence: sequence).text,
            phone: chance.chance(90) ? phone(&chance) : nil,
            address: "\(township)\(village)村\(chance.number(1...14))组\(chance.number(1...96))号")
    }
}
