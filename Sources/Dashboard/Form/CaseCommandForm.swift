import CaseStore
import Casework
import TerminalKit

/// The form of one command on one case: which fields each command asks for, in one table.
///
/// It carries the card that an action carries: the case and the version that the person saw when the key was first
/// pressed. What is typed is checked by the rules' own ``EntryField``s, so the store refuses nothing that the form took
/// for good.
public struct CaseCommandForm: Hashable, Sendable {
    /// What a value has to be.
    enum Check: Hashable, Sendable {
        case text(EntryField, isOptional: Bool)
        /// Several names with separators between them.
        case names(isOptional: Bool)
        case time
        case amount
        case days
        case choice(isOptional: Bool)
        case person
        /// At least one has to be ticked.
        case ticks(Message)
        case free
    }

    public let card: ActionCard
    let checks: [FieldID: Check]
    /// Whom a case can be passed on to.
    var people: [StaffMember] = []

    static let reason: FieldID = "reason"
    static let note: FieldID = "note"
    static let ground: FieldID = "ground"
    static let office: FieldID = "office"
    static let names: FieldID = "names"
    static let authorisation: FieldID = "authorisation"
    static let materials: FieldID = "materials"
    static let late: FieldID = "late"
    static let again: FieldID = "again"
    static let text: FieldID = "text"
    static let cadre: FieldID = "cadre"
    static let verdict: FieldID = "verdict"
    static let days: FieldID = "days"
    static let person: FieldID = "person"
    static let number: FieldID = "number"
    static let level: FieldID = "level"
    static let time: FieldID = "time"
    static let place: FieldID = "place"
    static let later: FieldID = "later"
    static let amount: FieldID = "amount"
    static let basis: FieldID = "basis"
    static let receipt: FieldID = "receipt"
    static let channel: FieldID = "channel"
    static let services: FieldID = "services"
    static let subject: FieldID = "subject"

    private static let typingLimit = 4_000

    /// The empty form for `card`'s command.
    ///
    /// - Parameter subject: the case as the store last told it: what is in custody, which branches are open.
    static func make(_ card: ActionCard, subject: Case?, now: Instant, language: Language) -> (Form, CaseCommandForm) {
        let table = FieldTable(subject: subject, now: now, language: language)
        let entries = table.entries(for: card.kind)
        var form = Form(
            title: .cardTitle(card.kind), submit: .life(.send(card.kind)), fields: entries.map(\.field))
        let consequence = Message.consequence(card.kind)
        form.heading = [
            .plain("\(card.number)   \(card.applicant)   \(card.village)"),
            .plain(card.item + (card.holderName.map { "   \($0)" } ?? "")),
        ]
        if !consequence.text(language).isEmpty { form.heading.append(.message(consequence)) }
        let checks = Dictionary(
            entries.map { ($0.field.id, $0.check) }, uniquingKeysWith: { first, _ in first })
        return (form, CaseCommandForm(card: card, checks: checks))
    }

    /// The fields of every command.
    private struct FieldTable {
        typealias Entry = (field: FormField, check: Check)

        let subject: Case?
        let now: Instant
        let language: Language

        func entries(for kind: CaseCommand.Kind) -> [Entry] {
            switch kind {
            case .accept:
                (subject?.authorisation == nil ? [authorisation] : [])
                    + [
                        ticks(
                            materials, .materials, [FormOption("checked", .message(.life(.materialsChecked)))],
                            .ticks(.life(.pleaseTick)))
                    ]
            case .decline:
                [
                    text(reason, .reason),
                    choice(ground, .ground, Decline.Ground.allCases, isOptional: true) { .life(.ground($0)) },
                    text(office, .office, .rightOffice, isOptional: true),
                    list(names, .missing, isOptional: true),
                ]
            case .complete:
                [
                    text(note, .note, isOptional: true),
                    text(late, .reason, .lateReason, isOptional: subject?.isLate(at: now) != true),
                ]
            case .approve: [text(note, .note, isOptional: true)]
            case .reject, .refuseVisit, .withdraw: [text(reason, .reason)]
            case .urge, .supplement, .askVisit, .arrive, .resume: []
            case .answer: [text(CaseCommandForm.text, .answer), text(office, .office, .rightOffice, isOptional: true)]
            case .authorise: [authorisation, text(note, .note, isOptional: true)]
            case .askSupplement:
                [list(names, .missing), text(note, .note, isOptional: true)]
                    + (subject?.facts.supplements.isEmpty == false ? [text(again, .reason, .again)] : [])
            case .takeOriginals: [list(names, .originals)]
            case .returnOriginals:
                [
                    ticks(
                        names, .originals, (subject?.facts.originals ?? []).map { FormOption($0, .plain($0)) },
                        .ticks(.life(.pleaseChoose)))
                ]
            case .verify:
                [
                    text(cadre, .cadre), yesNo(.confirmed) { .life(.confirmed($0)) },
                    text(CaseCommandForm.text, .finding),
                ]
            case .forward:
                [text(office, .office), text(names, .material, .papers), number(days, .promisedDays, .days)]
            case .receiveResult: [text(CaseCommandForm.text, .result)]
            case .relay, .reassign:
                [(search(person, .helper), .person)]
                    + (kind == .relay ? [text(note, .note, isOptional: true)] : [])
            case .openBranch: [text(office, .office, .department), text(CaseCommandForm.text, .task)]
            case .endBranch:
                [
                    pick(
                        .branch, (subject?.facts.openBranches ?? []).map { ($0.number, "\($0.department)  \($0.task)") }
                    ),
                    text(CaseCommandForm.text, .result),
                ]
            case .askHelp:
                [
                    choice(level, .level, HelpRequest.Level.allCases) { .life(.level($0)) },
                    text(office, .office, .asked), text(CaseCommandForm.text, .question),
                ]
            case .answerHelp:
                [
                    pick(.request, (subject?.facts.openHelp ?? []).map { ($0.number, "\($0.to)  \($0.question)") }),
                    text(CaseCommandForm.text, .answer),
                ]
            case .planVisit:
                [
                    (
                        FormField(
                            time, .life(.label(.time)), .text(TextField(limit: 40)),
                            placeholder: .life(.timePlaceholder)), .time
                    ),
                    text(place, .place), text(note, .note, .atHand, isOptional: true),
                ]
            case .endVisit:
                [ticks(later, .later, [FormOption("later", .message(.life(.deliversLater)))], .free)]
            case .setAside: [text(reason, .reason), text(CaseCommandForm.text, .condition)]
            case .feedBack: [text(CaseCommandForm.text, .note, .told)]
            case .takeFee: [number(amount, .amount, .amount), text(basis, .basis), text(receipt, .receipt)]
            case .deliver: [text(CaseCommandForm.text, .signature), text(note, .note, isOptional: true)]
            case .rate:
                [
                    (
                        choiceField(level, .stars, (1...5).map { FormOption(String($0), .message(.life(.stars($0)))) }),
                        .choice(isOptional: false)
                    ),
                    choice(channel, .channel, Rating.Channel.allCases) { .life(.channel($0)) },
                    ticks(
                        services, .services,
                        Rating.Service.allCases.map { FormOption($0.rawValue, .message(.life(.service($0)))) }, .free),
                    text(note, .note, .words, isOptional: true),
                ]
            case .followUp: [text(CaseCommandForm.text, .finding)]
            case .complain:
                [
                    choice(CaseCommandForm.subject, .subject, Complaint.Subject.allCases) { .life(.subject($0)) },
                    text(note, .note, .words),
                ]
            case .decideComplaint:
                [
                    pick(
                        .complaint,
                        (subject?.facts.openComplaints ?? []).map {
                            ($0.number, Message.life(.complaint($0.number, $0.subject, words: "")).text(language))
                        }),
                    yesNo(.upheld) { .life(.confirmed($0)) }, text(CaseCommandForm.text, .finding),
                ]
            case .decideFault: [yesNo(.own) { .life(.ownFault($0)) }, text(reason, .reason)]
            case .file: [text(place, .place, .filedAt)]
            case .reveal: [text(reason, .reason)]
            case .undo: []
            }
        }

        private var authorisation: Entry {
            choice(
                CaseCommandForm.authorisation, .authorisation,
                [Intake.Authorisation.Form.signed, .spoken, .agreement, .online]
            ) { .intake(.authorisation($0)) }
        }

        private func text(
            _ id: FieldID, _ kind: EntryField, _ label: LifeLabel? = nil, isOptional: Bool = false
        ) -> Entry {
            (
                FormField(
                    id, label.map { .life(.label($0)) } ?? .intake(.field(kind)),
                    .text(TextField(limit: typingLimit)), placeholder: .form(isOptional ? .optional : .required)),
                .text(kind, isOptional: isOptional)
            )
        }

        private func list(_ id: FieldID, _ label: LifeLabel, isOptional: Bool = false) -> Entry {
            (
                FormField(
                    id, .life(.label(label)), .text(TextField(limit: typingLimit)),
                    placeholder: .life(.listPlaceholder)), .names(isOptional: isOptional)
            )
        }

        private func number(_ id: FieldID, _ label: LifeLabel, _ check: Check) -> Entry {
            (
                FormField(
                    id, .life(.label(label)), .text(TextField(limit: 20)),
                    placeholder: .form(check == .days ? .optional : .required)), check
            )
        }

        private func search(_ id: FieldID, _ label: LifeLabel) -> FormField {
            FormField(
                id, .life(.label(label)), .search(FormSearch(language: language, limit: typingLimit)),
                placeholder: .form(.typeToFind))
        }

        private func choiceField(_ id: FieldID, _ label: LifeLabel, _ options: [FormOption]) -> FormField {
            FormField(id, .life(.label(label)), .choice(FormChoice(options)))
        }

        private func choice<Value: RawRepresentable<String>>(
            _ id: FieldID, _ label: LifeLabel, _ values: [Value], isOptional: Bool = false,
            _ title: (Value) -> Message
        ) -> Entry {
            (
                choiceField(id, label, values.map { FormOption($0.rawValue, .message(title($0))) }),
                .choice(isOptional: isOptional)
            )
        }

        private func yesNo(_ label: LifeLabel, _ title: (Bool) -> Message) -> Entry {
            (
                choiceField(
                    verdict, label,
                    [FormOption("yes", .message(title(true))), FormOption("no", .message(title(false)))]),
                .choice(isOptional: false)
            )
        }

        private func ticks(_ id: FieldID, _ label: LifeLabel, _ options: [FormOption], _ check: Check) -> Entry {
            (FormField(id, .life(.label(label)), .toggles(FormToggles(options))), check)
        }

        /// One of the numbered facts that are still open; the only one is chosen already.
        private func pick(_ label: LifeLabel, _ open: [(Int, String)]) -> Entry {
            let options = open.map { FormOption(String($0.0), .plain($0.1)) }
            let only = options.count == 1 ? options.first?.id : nil
            return (
                FormField(
                    CaseCommandForm.number, .life(.label(label)), .choice(FormChoice(options, selected: only))),
                .choice(isOptional: false)
            )
        }
    }
}
