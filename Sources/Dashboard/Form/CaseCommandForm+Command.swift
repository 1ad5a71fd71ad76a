import CaseStore
import Casework

/// What the form of a command makes of its values: faults, fields that are asked or not, and the command itself.
extension CaseCommandForm {
    func faults(in form: Form, at now: Instant, offset: UTCOffset) -> [FieldID: Message] {
        var faults: [FieldID: Message] = [:]
        for (id, check) in checks { faults[id] = fault(id, check, in: form, at: now, offset: offset) }
        return faults
    }

    private func fault(
        _ id: FieldID, _ check: Check, in form: Form, at now: Instant, offset: UTCOffset
    ) -> Message? {
        let text = form.text(id)
        switch check {
        case .text(let field, let isOptional):
            if isOptional, text.allSatisfy(\.isWhitespace) {
                return Self.isAsked(id, in: form) ? .refusal(.officeMissing) : nil
            }
            do throws(Refusal) {
                _ = isOptional ? try field.checkedIfAny(text) : try field.checked(text)
                return nil
            } catch {
                return .refusal(error)
            }
        case .names(let isOptional):
            let names = Self.names(text)
            guard !names.isEmpty else {
                // Hidden fields are not asked; a shown one that may be empty says what is missing when it matters.
                return isOptional && !Self.isAsked(id, in: form) ? nil : .refusal(.missingNotNamed)
            }
            do throws(Refusal) {
                for name in names { _ = try EntryField.material.checked(name) }
                return nil
            } catch {
                return .refusal(error)
            }
        case .time:
            guard let instant = Self.instant(text, now: now, offset: offset) else { return .life(.unreadableTime) }
            return instant < now ? .refusal(.visitInThePast) : nil
        case .amount:
            guard let fen = Yuan.fen(text), fen > 0 else { return .life(.unreadableAmount) }
            return nil
        case .days:
            guard text.contains(where: { !$0.isWhitespace }) else { return nil }
            guard let days = Self.days(text) else { return .life(.unreadableDays) }
            return (1...365).contains(days) ? nil : .refusal(.promiseOutOfRange(days))
        case .choice(let isOptional): return isOptional || form.choice(id) != nil ? nil : .life(.pleaseChoose)
        case .person: return form.pick(id) == nil ? .form(.noSuchOption) : nil
        case .ticks(let message): return form.choices(id).isEmpty ? message : nil
        case .free: return nil
        }
    }

    /// Whether the ground of a decline asks for that field.
    private static func isAsked(_ id: FieldID, in form: Form) -> Bool {
        switch form.choice(ground).flatMap(Decline.Ground.init(rawValue:)) {
        case .notQualified: id == names
        case .outOfScope: id == office
        case .policy, nil: false
        }
    }

    /// What follows from the values: an office is asked for what is out of scope, papers for what is missing.
    func settle(_ form: inout Form) {
        guard card.kind == .decline else { return }
        for id in [Self.office, Self.names] {
            let isAsked = Self.isAsked(id, in: form)
            form.change(id) { $0.isHidden = !isAsked }
            if id == Self.office { form.change(id) { $0.placeholder = .form(.required) } }
        }
    }

    /// Whom it can be passed on to, from the store.
    mutating func take(_ staff: [StaffMember], holder: StaffID?, into form: inout Form) {
        people = staff.filter { $0.isActive && $0.role.handles && $0.id != holder }
        if card.kind == .reassign { people.removeAll { $0.role != .agent } }
        let options = people.map { member in
            FormOption(
                String(member.id.value), .plain(member.name),
                detail: member.number + (member.village.map { " \($0)" } ?? ""))
        }
        form.change(Self.person) { field in
            guard case .search(var search) = field.content else { return }
            search.take(options, takesOther: false)
            field.content = .search(search)
        }
    }

    /// The command that the values say; `nil` for what ``faults(in:at:offset:)`` would have told.
    func command(in form: Form, at now: Instant, offset: UTCOffset) -> CaseCommand? {
        func text(_ id: FieldID) -> String { form.text(id) }
        func optional(_ id: FieldID) -> String? { text(id).contains { !$0.isWhitespace } ? text(id) : nil }
        func value<Value: RawRepresentable<String>>(_ id: FieldID) -> Value? {
            form.choice(id).flatMap(Value.init(rawValue:))
        }
        func isYes() -> Bool { form.choice(Self.verdict) == "yes" }
        let number = form.choice(Self.number).flatMap { Int($0) }
        let person = form.pick(Self.person).flatMap { id in people.first { String($0.id.value) == id } }
        switch card.kind {
        case .accept:
            return .accept(
                AcceptanceCheck(
                    authorisation: value(Self.authorisation), materialsChecked: !form.choices(Self.materials).isEmpty))
        case .decline:
            let ground: Decline.Ground? = value(Self.ground)
            return .decline(
                Decline(
                    reason: text(Self.reason), ground: ground,
                    office: ground == .outOfScope ? optional(Self.office) : nil,
                    missing: ground == .notQualified ? Self.names(text(Self.names)) : nil))
        case .complete: return .complete(note: optional(Self.note), lateReason: optional(Self.late))
        case .approve: return .approve(note: optional(Self.note))
        case .reject: return .reject(reason: text(Self.reason))
        case .reassign: return person.map { .reassign(to: $0) }
        case .urge: return .urge
        case .reveal: return .reveal(reason: text(Self.reason))
        case .undo: return .undo
        case .answer: return .answer(Answer(text: text(Self.text), office: optional(Self.office)))
        case .authorise:
            return value(Self.authorisation).map { .authorise($0, note: optional(Self.note)) }
        case .askSupplement:
            return .askSupplement(
                missing: Self.names(text(Self.names)), note: optional(Self.note), again: optional(Self.again))
        case .supplement: return .supplement
        case .takeOriginals: return .takeOriginals(Self.names(text(Self.names)))
        case .returnOriginals: return .returnOriginals(form.choices(Self.names))
        case .verify:
            return .verify(
                Verification(cadre: text(Self.cadre), finding: text(Self.text), isConfirmed: isYes()))
        case .forward:
            return .forward(
                office: text(Self.office), papers: text(Self.names), promisedDays: Self.days(text(Self.days)))
        case .receiveResult: return .receiveResult(text(Self.text))
        case .relay: return person.map { .relay(to: $0, note: optional(Self.note)) }
        case .openBranch: return .openBranch(department: text(Self.office), task: text(Self.text))
        case .endBranch: return number.map { .endBranch(number: $0, result: text(Self.text)) }
        case .askHelp:
            return value(Self.level).map { .askHelp($0, to: text(Self.office), question: text(Self.text)) }
        case .answerHelp: return number.map { .answerHelp(number: $0, answer: text(Self.text)) }
        case .askVisit: return .askVisit
        case .planVisit:
            return Self.instant(text(Self.time), now: now, offset: offset).map {
                .planVisit(at: $0, place: text(Self.place), materials: optional(Self.note))
            }
        case .refuseVisit: return .refuseVisit(reason: text(Self.reason))
        case .arrive: return .arrive
        case .endVisit: return .endVisit(deliversLater: !form.choices(Self.later).isEmpty)
        case .setAside: return .setAside(Waiting(reason: text(Self.reason), condition: text(Self.text)))
        case .resume: return .resume
        case .feedBack: return .feedBack(text(Self.text))
        case .takeFee:
            return Yuan.fen(text(Self.amount)).map {
                .takeFee(Fee(amount: $0, basis: text(Self.basis), receipt: text(Self.receipt)))
            }
        case .withdraw: return .withdraw(reason: text(Self.reason))
        case .deliver: return .deliver(Delivery(signedBy: text(Self.text), note: optional(Self.note)))
        case .rate:
            guard let level = form.choice(Self.level).flatMap({ Int($0) }),
                let channel: Rating.Channel = value(Self.channel)
            else { return nil }
            return .rate(
                Rating(
                    level: level, channel: channel,
                    services: form.choices(Self.services).compactMap(Rating.Service.init(rawValue:)),
                    words: optional(Self.note)))
        case .followUp: return .followUp(text(Self.text))
        case .complain:
            return value(Self.subject).map { .complain($0, words: text(Self.note)) }
        case .decideComplaint:
            return number.map { .decideComplaint(number: $0, isUpheld: isYes(), finding: text(Self.text)) }
        case .decideFault: return .decideFault(FaultFinding(isOwnFault: isYes(), reason: text(Self.reason)))
        case .file: return .file(place: text(Self.place))
        }
    }

    // MARK: Values as people write them

    /// Names with commas, semicolons or the Chinese enumeration comma between them.
    static func names(_ text: String) -> [String] {
        text.split { "、，,；;".contains($0) }.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
    }

    static func days(_ text: String) -> Int? { Int(text.trimmingWhitespace()) }

    /// `2026-11-20 14:30`; without the year, of this year; without the day, of today.
    static func instant(_ text: String, now: Instant, offset: UTCOffset) -> Instant? {
        let written = String(text.trimmingWhitespace().map { $0 == "：" ? ":" : $0 })
        let today = "\(offset.civil(now).date)"
        let candidates = [written, "\(today.prefix(5))\(written)", "\(today) \(written)"]
        return candidates.lazy.compactMap { Instant($0, offset: offset) }.first
    }
}
