/// The texts that people type into the record, and what each of them may hold.
///
/// A journal keeps what it was given for ever: what is empty, endless or made of control characters is refused before
/// it gets in. The limits are in characters, as people count them; they are the house's own choice, wide enough for
/// anything that is written in earnest.
public enum EntryField: String, Hashable, CaseIterable, Sendable {
    case item, village, applicant, identityNumber, phone, address, note, reason
    case centre, staffNumber, staffName
    case office, task, question, answer, result, place, condition, finding, cadre, signature, basis, receipt, material
    case notice

    /// What is wrong with a text.
    public enum Fault: Error, Hashable, Sendable {
        case missing
        /// Longer than ``EntryField/limit``.
        case tooLong
        /// Holds control characters, or, in a name or number, those that turn the direction of writing.
        case unprintable
    }

    /// The most characters.
    public var limit: Int {
        switch self {
        case .village, .applicant, .centre, .staffName, .cadre, .signature, .receipt: 60
        case .identityNumber, .phone: 30
        case .staffNumber: 16
        case .item, .office, .place, .material: 100
        case .notice: 150
        case .address, .basis, .condition: 200
        case .reason: Case.reasonLimit
        case .note, .answer, .question, .finding, .result, .task: 2_000
        }
    }

    /// Whether it is a text of several lines and not a name or a number.
    private var hasLines: Bool {
        switch self {
        case .note, .reason, .answer, .question, .finding, .result, .task: true
        case .item, .village, .applicant, .identityNumber, .phone, .address, .centre, .staffNumber, .staffName, .office,
            .place, .condition, .cadre, .signature, .basis, .receipt, .material, .notice:
            false
        }
    }

    /// `text` without white space at its ends. The refusals of cases, people, items and campaigns say the fault each in
    /// their own way.
    func fit(_ text: String) throws(Fault) -> String {
        let trimmed = text.trimmingWhitespace()
        guard !trimmed.isEmpty else { throw .missing }
        guard trimmed.count <= limit else { throw .tooLong }
        guard !trimmed.unicodeScalars.contains(where: isUnprintable) else { throw .unprintable }
        return trimmed
    }

    /// `text` without white space at its ends.
    ///
    /// - Throws: ``Refusal/unfit(_:_:)``.
    public func checked(_ text: String) throws(Refusal) -> String {
        do { return try fit(text) } catch { throw .unfit(self, error) }
    }

    /// The same for a text that may be left out; an empty one is none.
    public func checkedIfAny(_ text: String?) throws(Refusal) -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        return try checked(text)
    }

    private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Nearly all there is: to look a scalar up takes longer.
        case 0x20..<0x7F, 0x4E00...0x9FFF: false
        case 0x09, 0x0A, 0x0D: !hasLines
        case 0x00..<0x20, 0x7F...0x9F: true
        // Line and paragraph separator.
        case 0x2028, 0x2029: !hasLines
        // Joiners belong to the writing of some names.
        case 0x200C, 0x200D: false
        // What is invisible (general category Cf: bidirectional marks, zero-width spaces, the byte order mark): a name with
        // it is not found again. In longer texts it comes along with what is pasted, and nobody could find it to take it
        // out: there the screens make it visible.
        default: scalar.properties.generalCategory == .format && !hasLines
        }
    }
}

extension Intake {
    /// The same intake with every text trimmed, optional ones without content left out.
    ///
    /// - Throws: ``Refusal/unfit(_:_:)`` for the first text that may not go into the record.
    public func checked() throws(Refusal) -> Intake {
        var intake = self
        intake.item = try EntryField.item.checked(item)
        intake.village = try EntryField.village.checked(village)
        intake.applicant = Applicant(
            name: try EntryField.applicant.checked(applicant.name),
            identityNumber: try EntryField.identityNumber.checkedIfAny(applicant.identityNumber),
            phone: try EntryField.phone.checkedIfAny(applicant.phone),
            address: try EntryField.address.checkedIfAny(applicant.address))
        intake.note = try EntryField.note.checkedIfAny(note)
        return intake
    }
}
