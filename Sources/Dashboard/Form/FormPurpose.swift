import Casework

/// A form that is open, and what it is for.
public struct OpenForm: Hashable, Sendable {
    public var form: Form
    public var purpose: FormPurpose

    /// Checks a field that the person leaves, or all of them.
    ///
    /// - Returns: what is wrong, by field; hidden fields are not asked.
    func faults(on day: CivilDate, at now: Instant, offset: UTCOffset) -> [FieldID: Message] {
        let faults =
            switch purpose {
            case .intake(let intake): intake.faults(in: form, on: day)
            case .life(let life): life.faults(in: form, at: now, offset: offset)
            }
        return faults.filter { form[$0.key]?.isHidden == false }
    }

    /// Brings along what follows from the values: fields that are asked or not, remarks, warnings.
    mutating func settle(on day: CivilDate) {
        switch purpose {
        case .intake(let intake): intake.settle(&form, on: day)
        case .life(let life): life.settle(&form)
        }
    }
}

/// What a form is for: who checks it, and what sending it does. Each purpose is a description on top of ``Form``.
public enum FormPurpose: Hashable, Sendable {
    case intake(IntakeForm)
    /// A command on a case.
    case life(CaseCommandForm)

    /// Under which name its draft is kept.
    var draftName: String {
        switch self {
        case .intake: "intake"
        case .life(let life): "\(life.card.kind.rawValue) \(life.card.number)"
        }
    }
}
