/// What is checked when a person writes a request down at the counter, over the phone or with `daiban case new`: the
/// texts as everywhere, and besides the identity number and the phone, which nobody can call back to correct later.
///
/// Imported cases do not come this way: what another system has kept for years is taken as it is.

/// What is wrong with one of the fields.
public enum CounterFault: Error, Hashable, Sendable {
    case text(EntryField, EntryField.Fault)
    case identityNumber(IdentityNumber.Fault)
    case phone(PhoneNumber.Fault)
}

extension EntryField {
    /// ``checked(_:)`` with the counter's kind of fault.
    public func atCounter(_ text: String) throws(CounterFault) -> String {
        do {
            return try checked(text)
        } catch {
            throw CounterFault(error, self)
        }
    }

    /// ``checkedIfAny(_:)`` with the counter's kind of fault; identity number and phone in their one spelling.
    ///
    /// - Parameter day: today, for the date of birth.
    public func atCounterIfAny(_ text: String?, on day: CivilDate) throws(CounterFault) -> String? {
        let given: String?
        do {
            given = try checkedIfAny(text)
        } catch {
            throw CounterFault(error, self)
        }
        guard let given else { return nil }
        switch self {
        case .identityNumber:
            do {
                return try IdentityNumber(given, notAfter: day).text
            } catch {
                throw .identityNumber(error)
            }
        case .phone:
            do {
                return try PhoneNumber(given).text
            } catch {
                throw .phone(error)
            }
        default:
            return given
        }
    }
}

extension CounterFault {
    fileprivate init(_ refusal: Refusal, _ field: EntryField) {
        // A field only ever refuses itself.
        if case .unfit(let field, let fault) = refusal {
            self = .text(field, fault)
        } else {
            self = .text(field, .missing)
        }
    }
}

extension Intake {
    /// The same intake with every text trimmed, identity number and phone in their one spelling, optional texts without
    /// content left out.
    ///
    /// - Parameter day: today, for the date of birth.
    /// - Throws: ``CounterFault`` for the first field that will not do.
    public func checkedAtCounter(on day: CivilDate) throws(CounterFault) -> Intake {
        var intake = self
        intake.item = try EntryField.item.atCounter(item)
        intake.village = try EntryField.village.atCounter(village)
        intake.applicant = Applicant(
            name: try EntryField.applicant.atCounter(applicant.name),
            identityNumber: try EntryField.identityNumber.atCounterIfAny(applicant.identityNumber, on: day),
            phone: try EntryField.phone.atCounterIfAny(applicant.phone, on: day),
            address: try EntryField.address.atCounterIfAny(applicant.address, on: day))
        intake.note = try EntryField.note.atCounterIfAny(note, on: day)
        return intake
    }
}
