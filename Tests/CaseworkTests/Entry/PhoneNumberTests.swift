import Casework
import Testing

@Suite struct PhoneNumberTests {
    @Test(
        "However it is written, a number has one spelling",
        arguments: [
            ("13912345678", "13912345678"), ("139 1234 5678", "13912345678"), ("139-1234-5678", "13912345678"),
            ("+86 139 1234 5678", "13912345678"), ("8613912345678", "13912345678"),
            ("0086-13912345678", "13912345678"),
            ("１３９１２３４５６７８", "13912345678"), ("14000001234", "14000001234"),
            ("0377-66001234", "0377-66001234"), ("037766001234", "0377-66001234"),
            ("(0377) 6600 1234", "0377-66001234"),
            ("0377-6600123", "0377-6600123"), ("+86 377 6600 1234", "0377-66001234"), ("010 88886666", "010-88886666"),
            ("+86 10 8888 6666", "010-88886666"), ("021-88886666", "021-88886666"), ("66001234", "66001234"),
            ("6600123", "6600123"), ("86001234", "86001234"),
        ])
    func spellings(_ typed: String, _ wanted: String) throws {
        let number = try PhoneNumber(typed)
        #expect(number.text == wanted)
        #expect(number.kind == (wanted.hasPrefix("1") ? .mobile : .landline))
        // Reading what was written gives the same.
        #expect(try PhoneNumber(number.text) == number)
    }

    @Test(
        "Each kind of mistake has its own reason",
        arguments: [
            ("", PhoneNumber.Fault.wrongLength(0)), ("1391234567", .wrongLength(10)),
            ("139123456789", .wrongLength(12)), ("12912345678", .noSuchBeginning), ("10012345678", .noSuchBeginning),
            ("660012", .wrongLength(6)), ("660012345", .wrongLength(9)), ("010-8888666", .wrongLength(10)),
            ("0377-16001234", .noSuchBeginning), ("0077-66001234", .noSuchBeginning),
            ("1391234567a", .unexpectedCharacter), ("call me", .unexpectedCharacter),
            ("+1 212 555 0100", .unexpectedCharacter),
        ])
    func mistakes(_ typed: String, _ wanted: PhoneNumber.Fault) {
        #expect(throws: wanted) { try PhoneNumber(typed) }
    }
}
