import CaseStore
import Casework

/// What the intake form makes of its values: faults, remarks, the matter to look for, and the intake itself.
extension IntakeForm {
    /// 老年人权益保障法 第二条: sixty years.
    static let oldAge = 60

    func faults(in form: Form, on day: CivilDate) -> [FieldID: Message] {
        var faults: [FieldID: Message] = [:]
        func check(_ id: FieldID, _ field: EntryField, isOptional: Bool = false) {
            do throws(CounterFault) {
                if isOptional {
                    _ = try field.atCounterIfAny(form.text(id), on: day)
                } else {
                    _ = try field.atCounter(form.text(id))
                }
            } catch {
                faults[id] = .intake(.fault(error))
            }
        }
        check(Self.item, .item)
        check(Self.village, .village)
        if faults[Self.village] == nil, let lists, !lists.villages.isEmpty, form.pick(Self.village) == nil {
            faults[Self.village] = .form(.noSuchOption)
        }
        check(Self.applicant, .applicant)
        check(Self.identityNumber, .identityNumber, isOptional: true)
        check(Self.phone, .phone, isOptional: true)
        check(Self.address, .address, isOptional: true)
        check(Self.note, .note, isOptional: true)
        // Nothing is done without the applicant's word (四川《指导意见》 一(二)自愿); a question needs none.
        if form.choice(Self.authorisation) == nil { faults[Self.authorisation] = .intake(.authorisationMissing) }
        return faults
    }

    /// What follows from the values.
    func settle(_ form: inout Form, on day: CivilDate) {
        let isConsultation = form.choice(Self.matter) == Intake.Matter.consultation.rawValue
        form.change(Self.authorisation) { $0.isHidden = isConsultation }
        let number = try? IdentityNumber(form.text(Self.identityNumber), notAfter: day)
        form.change(Self.identityNumber) { field in
            field.remark = number.map { .intake(.identityTells($0.sex, $0.birthday, age: $0.age(on: day))) }
        }
        let isOld = number.map { $0.age(on: day) >= Self.oldAge } ?? false
        let isTold = form.choices(Self.priority).contains(Intake.PriorityGroup.old.rawValue)
        form.change(Self.priority) { $0.remark = isOld && !isTold ? .intake(.isOld(Self.oldAge)) : nil }
        // Pointed out once the field is left: while one types, nothing is picked yet.
        let isOpen = form.focus == Self.item || form.text(Self.item).isEmpty || (lists?.items.isEmpty ?? true)
        let isListed = isOpen || form.pick(Self.item) != nil
        let materials = choice(in: form)?.materials ?? []
        form.change(Self.item) { field in
            field.remark =
                !isListed ? .intake(.itemNotListed) : materials.isEmpty ? nil : .intake(.bring(materials))
        }
        form.warnings = duplicates.prefix(2).map { row in
            .intake(.alreadyOpen(number: row.number, state: row.state, agent: row.holderName))
        }
        if duplicates.count > 2 { form.warnings.append(.intake(.moreOpen(duplicates.count - 2))) }
    }

    /// What to ask the store for, once person and item are known.
    func matter(in form: Form, on day: CivilDate) -> ApplicantMatter? {
        let item = form.text(Self.item).trimmingWhitespace()
        let village = form.text(Self.village).trimmingWhitespace()
        let applicant = form.text(Self.applicant).trimmingWhitespace()
        let number = try? IdentityNumber(form.text(Self.identityNumber), notAfter: day)
        guard !item.isEmpty, number != nil || (!applicant.isEmpty && !village.isEmpty) else { return nil }
        return ApplicantMatter(item: item, village: village, applicant: applicant, identityNumber: number?.text)
    }

    /// The item of the list that the form names.
    private func choice(in form: Form) -> ItemChoice? {
        let wanted = form.pick(Self.item) ?? form.text(Self.item)
        return lists?.items.first { $0.code == wanted || $0.name == wanted }
    }

    /// The request as it goes into the record.
    ///
    /// - Throws: ``CounterFault`` for what ``faults(in:on:)`` would have told.
    func intake(in form: Form, at now: Instant, on day: CivilDate) throws(CounterFault) -> Intake {
        func optional(_ id: FieldID) -> String? {
            let text = form.text(id)
            return text.isEmpty ? nil : text
        }
        let matter = form.choice(Self.matter).flatMap(Intake.Matter.init(rawValue:)) ?? .request
        var intake = Intake(
            kind: form.choice(Self.kind).flatMap(Intake.ServiceKind.init(rawValue:)) ?? .agency,
            origin: form.choice(Self.origin).flatMap(Intake.Origin.init(rawValue:)) ?? .walkIn,
            item: form.text(Self.item), village: form.text(Self.village),
            applicant: Intake.Applicant(
                name: form.text(Self.applicant), identityNumber: optional(Self.identityNumber),
                phone: optional(Self.phone), address: optional(Self.address)),
            note: optional(Self.note), isUrgent: !form.choices(Self.urgent).isEmpty, submittedAt: now)
        intake.listedItem = choice(in: form)?.listed
        intake.matter = matter
        let groups = form.choices(Self.priority).compactMap(Intake.PriorityGroup.init(rawValue:))
        intake.priority = groups.isEmpty ? nil : groups
        if matter == .request {
            intake.authorisation = form.choice(Self.authorisation).flatMap(Intake.Authorisation.Form.init(rawValue:))
                .map { Intake.Authorisation(form: $0, at: now) }
        }
        return try intake.checkedAtCounter(on: day)
    }
}
