import Casework
import Testing

@Suite struct IdentityNumberTests {
    static let today = CivilDate("2026-11-20") ?? CivilDate(dayNumber: 0)

    private func fault(_ typed: String, on day: CivilDate = today) -> IdentityNumber.Fault? {
        do {
            _ = try IdentityNumber(typed, notAfter: day)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "The standard's own examples, and made-up numbers, are taken",
        arguments: [
            // GB 11643-1999: Chaoyang in Beijing, and Shantou.
            ("11010519491231002X", "1949-12-31", IdentityNumber.Sex.female),
            ("440524188001010014", "1880-01-01", .male), ("999999199003070012", "1990-03-07", .male),
            ("999999199003070020", "1990-03-07", .female), ("999999200002290019", "2000-02-29", .male),
            ("999999199912319997", "1999-12-31", .male), ("99999919500101000X", "1950-01-01", .female),
        ])
    func valid(_ text: String, _ birthday: String, _ sex: IdentityNumber.Sex) throws {
        let number = try IdentityNumber(text, notAfter: Self.today)
        #expect(number.text == text)
        #expect(number.birthday == CivilDate(birthday))
        #expect(number.sex == sex)
    }

    @Test(
        "What a hand or an input method makes of a number is that number",
        arguments: [
            "11010519491231002x", " 110105 19491231 002X ", "110105-19491231-002X", "１１０１０５１９４９１２３１００２Ｘ",
            "110105\u{3000}19491231\u{A0}002ｘ",
        ])
    func spellings(_ typed: String) throws {
        #expect(try IdentityNumber(typed, notAfter: Self.today).text == "11010519491231002X")
    }

    @Test func aWrongCheckCharacterIsFoundWhateverTheOthersAre() throws {
        let right = Array("999999199003070012")
        for wrong in "013456789X" { #expect(fault(String(right.dropLast()) + String(wrong)) == .wrongCheck) }
    }

    @Test func eachSingleWrongDigitAndEachSwapOfNeighboursIsFound() throws {
        // What MOD 11-2 promises (ISO 7064). A changed birthday may be no day at all: found, too.
        let right = Array("999999199003070012")
        for place in right.indices.dropLast() {
            for digit in "0123456789" where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                #expect(fault(String(wrong)) != nil, "\(String(wrong))")
            }
            guard place + 2 < right.count, right[place] != right[place + 1] else { continue }
            var wrong = right
            wrong.swapAt(place, place + 1)
            #expect(fault(String(wrong)) != nil, "\(String(wrong))")
        }
    }

    @Test(
        "Each kind of mistake has its own reason",
        arguments: [
            ("", IdentityNumber.Fault.wrongLength(0)), ("99999919900307001", .wrongLength(17)),
            ("9999991990030700122", .wrongLength(19)), ("110105491231002", .former), ("E12345", .wrongLength(6)),
            ("99999X199003070012", .unexpectedCharacter), ("9999991990030700AB", .unexpectedCharacter),
            ("999999199002300012", .noSuchDate), ("999999190002290012", .noSuchDate),
            ("999999199013010012", .noSuchDate), ("999999000003070012", .noSuchDate),
            ("999999209903070012", .bornLater), ("999999199003070010", .wrongCheck),
        ])
    func mistakes(_ typed: String, _ wanted: IdentityNumber.Fault) {
        #expect(fault(typed) == wanted)
    }

    @Test func nobodyIsBornAfterTheDayOfTheCheckAndSomebodyMayBeOnIt() throws {
        let number = IdentityNumber.madeUp(birthday: Self.today, sequence: 2).text
        #expect(fault(number) == nil)
        #expect(fault(number, on: Self.today.advanced(days: -1)) == .bornLater)
    }

    @Test func whatIsMadeUpIsValidAndBelongsToNobody() throws {
        for sequence in [0, 7, 12, 499, 998, 999] {
            let made = IdentityNumber.madeUp(birthday: Self.today.advanced(days: -9_000 * 2), sequence: sequence)
            #expect(try IdentityNumber(made.text, notAfter: Self.today) == made)
            #expect(made.text.hasPrefix("999999"))
        }
    }

    @Test func ageCountsBirthdaysThatHaveBeen() throws {
        let number = try IdentityNumber("99999919500101000X", notAfter: Self.today)
        #expect(number.age(on: try #require(CivilDate("2009-12-31"))) == 59)
        #expect(number.age(on: try #require(CivilDate("2010-01-01"))) == 60)
    }
}
