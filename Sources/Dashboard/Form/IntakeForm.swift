import CaseStore
import Casework
import TerminalKit

/// An item of the centre as the intake form offers it.
public struct ItemChoice: Hashable, Sendable {
    public var name: String
    /// What a case keeps of it; `nil` for an item that is known by its name alone.
    public var listed: Intake.ListedItem?
    /// What the applicant has to bring, from the item's guide.
    public var materials: [String]

    public init(name: String, listed: Intake.ListedItem? = nil, materials: [String] = []) {
        self.name = name
        self.listed = listed
        self.materials = materials
    }

    public var code: String? { listed?.code }
}

/// What the intake form offers, from the store.
public struct IntakeLists: Hashable, Sendable {
    public var items: [ItemChoice]
    public var villages: [String]

    public init(items: [ItemChoice], villages: [String]) {
        self.items = items
        self.villages = villages
    }
}

/// A request as the form sends it.
public struct IntakeRequest: Hashable, Sendable {
    public var intake: Intake
    /// The open cases about the same matter that the person has seen.
    public var seen: Set<CaseID>
}

/// Taking a walk-in or a phone call down at the counter (武政管办〔2022〕36号 第八条; 四川《指导意见》 二(二)1): which
/// fields the form has, what they mean, and what it points out.
public struct IntakeForm: Hashable, Sendable {
    /// `nil` until the store has answered.
    var lists: IntakeLists?
    /// What the store was last asked about.
    var asked: ApplicantMatter?
    /// Open cases about the same matter.
    public internal(set) var duplicates: [QueueRow] = []
    /// Those that were shown when the person sent the form: the next sending goes through.
    var seen: Set<CaseID> = []

    static let item: FieldID = "item"
    static let village: FieldID = "village"
    static let applicant: FieldID = "applicant"
    static let identityNumber: FieldID = "identity-number"
    static let phone: FieldID = "phone"
    static let address: FieldID = "address"
    static let matter: FieldID = "matter"
    static let origin: FieldID = "origin"
    static let kind: FieldID = "kind"
    static let authorisation: FieldID = "authorisation"
    static let priority: FieldID = "priority"
    static let urgent: FieldID = "urgent"
    static let note: FieldID = "note"

    /// What a field takes at most before the rules are asked: enough for a pasted page, not for a file.
    private static let typingLimit = 4_000

    /// The empty form.
    static func form(_ language: Language) -> Form {
        func text(_ id: FieldID, _ name: EntryField, isOptional: Bool = false) -> FormField {
            FormField(
                id, .intake(.field(name)), .text(TextField(limit: typingLimit)),
                placeholder: .form(isOptional ? .optional : .required))
        }
        func search(_ id: FieldID, _ name: EntryField) -> FormField {
            FormField(
                id, .intake(.field(name)), .search(FormSearch(language: language, limit: typingLimit)),
                placeholder: .form(.typeToFind))
        }
        func choice<Value: RawRepresentable<String>>(
            _ id: FieldID, _ label: IntakeMessage, _ values: [Value], selected: Value?, _ title: (Value) -> Message
        ) -> FormField {
            let options = values.map { FormOption($0.rawValue, .message(title($0))) }
            return FormField(id, .intake(label), .choice(FormChoice(options, selected: selected?.rawValue)))
        }
        let groups = Intake.PriorityGroup.allCases.map { FormOption($0.rawValue, .message(.intake(.group($0)))) }
        return Form(
            title: .commandTitle(.newCase), submit: .intake(.send),
            fields: [
                search(item, .item), search(village, .village), text(applicant, .applicant),
                text(identityNumber, .identityNumber, isOptional: true), text(phone, .phone, isOptional: true),
                text(address, .address, isOptional: true),
                choice(matter, .matterLabel, Intake.Matter.allCases, selected: .request) { .intake(.matter($0)) },
                // The applicant's word cannot be taken for granted: somebody has to say which form it has.
                choice(authorisation, .authorisationLabel, [.signed, .spoken, .agreement, .online], selected: nil) {
                    (form: Intake.Authorisation.Form) in .intake(.authorisation(form))
                },
                choice(origin, .originLabel, [Intake.Origin.walkIn, .phone], selected: .walkIn) { .origin($0) },
                choice(kind, .kindLabel, Intake.ServiceKind.allCases, selected: .agency) { .serviceKind($0) },
                FormField(priority, .intake(.priorityLabel), .toggles(FormToggles(groups))),
                FormField(
                    urgent, .intake(.urgentLabel),
                    .toggles(FormToggles([FormOption("urgent", .message(.priorityUrgent))]))),
                text(note, .note, isOptional: true),
            ])
    }

    /// The items and villages have come.
    mutating func take(_ lists: IntakeLists, into form: inout Form) {
        self.lists = lists
        func put(_ options: [FormOption], takesOther: Bool, into id: FieldID) {
            form.change(id) { field in
                guard case .search(var search) = field.content else { return }
                search.take(options, takesOther: takesOther)
                field.content = .search(search)
            }
        }
        let items = lists.items.map { FormOption($0.code ?? $0.name, .plain($0.name), detail: $0.code) }
        put(items, takesOther: true, into: Self.item)
        // A centre without villages takes any, as `case new` does.
        put(
            lists.villages.map { FormOption($0, .plain($0)) }, takesOther: lists.villages.isEmpty,
            into: Self.village)
    }
}
