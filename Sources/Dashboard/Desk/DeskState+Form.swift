import CaseStore
import Casework
import TerminalKit

/// A form that is open: its keys, its checks, its draft, and what sending it does.
extension DeskState {
    /// The civil day of the centre.
    var today: CivilDate { centre.offset.civil(now).date }

    /// Opens a form, with what was typed into it before and never sent.
    mutating func open(_ form: Form, for purpose: FormPurpose) {
        var open = OpenForm(form: form, purpose: purpose)
        if let draft = formDrafts[purpose.draftName] {
            open.form.restore(draft.values)
            open.form.problem = .form(.draftRestored(whenText(draft.at)))
        }
        open.settle(on: today)
        blankForm = form.values
        self.form = open
    }

    mutating func openIntake(_ effects: inout [DeskEffect]) {
        open(IntakeForm.form(language), for: .intake(IntakeForm()))
        effects.append(.loadIntakeLists)
    }

    mutating func formKey(_ press: KeyPress, _ effects: inout [DeskEffect]) {
        guard var open = form else { return }
        guard !open.form.isRecording else {
            notice = Notice(message: .stillRecording, tone: .warning)
            return
        }
        let outcome = open.form.handle(press)
        form = open
        take(outcome, &effects)
    }

    mutating func pasteIntoForm(_ text: String, _ effects: inout [DeskEffect]) {
        guard var open = form, !open.form.isRecording else { return }
        let outcome = open.form.paste(text)
        form = open
        take(outcome, &effects)
    }

    private mutating func take(_ outcome: Form.Outcome, _ effects: inout [DeskEffect]) {
        guard var open = form else { return }
        switch outcome {
        case .ignored:
            return
        case .edited(let id):
            open.form.problem = nil
            open.form.change(id) { $0.fault = nil }
            open.settle(on: today)
            form = open
            keepFormDraft()
        case .left(let id):
            if let id {
                let fault = open.faults(on: today, at: now, offset: centre.offset)[id]
                open.form.change(id) { $0.fault = fault }
            }
            form = open
            formHasSettled(&effects)
        case .cleared:
            formDrafts[open.purpose.draftName] = nil
            switch open.purpose {
            case .intake: openIntake(&effects)
            case .life(let life): clear(life)
            }
        case .cancelled:
            keepFormDraft()
            form = nil
            if formDrafts[open.purpose.draftName] != nil { notice = Notice(message: .draftKept, tone: .good) }
        case .submitted:
            form = open
            formHasSettled(&effects)
            submitForm(&effects)
        }
    }

    /// A field was left, or the form is about to be sent: a search may have taken its option.
    private mutating func formHasSettled(_ effects: inout [DeskEffect]) {
        lookForDuplicates(&effects)
        settleForm()
        keepFormDraft()
    }

    /// What stands in the open form is what the next opening begins with.
    mutating func keepFormDraft() {
        guard let open = form else { return }
        let values = open.form.values
        let name = open.purpose.draftName
        if values == blankForm {
            formDrafts[name] = nil
        } else if formDrafts[name]?.values != values {
            formDrafts[name] = DeskDrafts.Filled(values: values, at: now)
        }
    }

    private mutating func submitForm(_ effects: inout [DeskEffect]) {
        guard var open = form else { return }
        let faults = open.faults(on: today, at: now, offset: centre.offset)
        guard faults.isEmpty else {
            open.form.show(faults)
            open.form.problem = .form(.faultsLeft(faults.count))
            form = open
            return
        }
        switch open.purpose {
        case .intake(var intake):
            let open = Set(intake.duplicates.map(\.id))
            guard open.isSubset(of: intake.seen) else {
                intake.seen.formUnion(open)
                form?.purpose = .intake(intake)
                form?.form.problem = .intake(.sendAgain)
                return
            }
            send(intake, &effects)
        case .life(let life):
            send(life, &effects)
        }
    }

    private mutating func settleForm() {
        let day = today
        form?.settle(on: day)
    }

    // MARK: Intake

    private mutating func send(_ intake: IntakeForm, _ effects: inout [DeskEffect]) {
        guard var open = form else { return }
        do throws(CounterFault) {
            let request = IntakeRequest(intake: try intake.intake(in: open.form, at: now, on: today), seen: intake.seen)
            open.form.isRecording = true
            open.form.problem = nil
            notice = nil
            effects.append(.register(request))
        } catch {
            open.form.problem = .intake(.fault(error))
        }
        form = open
    }

    private mutating func lookForDuplicates(_ effects: inout [DeskEffect]) {
        guard let open = form, case .intake(var intake) = open.purpose else { return }
        let matter = intake.matter(in: open.form, on: today)
        guard matter != intake.asked else { return }
        intake.asked = matter
        intake.duplicates = []
        form?.purpose = .intake(intake)
        if let matter { effects.append(.findDuplicates(matter)) }
    }

    /// Nothing of what was found about the matter of the open form holds any more.
    mutating func lookForDuplicatesAnew(_ effects: inout [DeskEffect]) {
        guard case .intake(var intake) = form?.purpose else { return }
        (intake.asked, intake.duplicates, intake.seen) = (nil, [], [])
        form?.purpose = .intake(intake)
        lookForDuplicates(&effects)
    }

    mutating func take(_ result: Result<IntakeLists, StoreError>, _ effects: inout [DeskEffect]) {
        guard var open = form, case .intake(var intake) = open.purpose else { return }
        switch result {
        case .success(let lists):
            intake.take(lists, into: &open.form)
            open.purpose = .intake(intake)
            form = open
            lookForDuplicates(&effects)
            settleForm()
        case .failure(let error):
            form?.form.problem = .storeProblem(error)
        }
    }

    mutating func take(_ result: Result<[QueueRow], StoreError>, about matter: ApplicantMatter) {
        guard let open = form, case .intake(var intake) = open.purpose, intake.asked == matter else { return }
        // Not being able to look is no reason to stop: it is looked for again when the request is written.
        if case .success(let rows) = result { intake.duplicates = rows }
        form?.purpose = .intake(intake)
        settleForm()
    }

    mutating func take(
        _ result: Result<Case, IntakeError>, of request: IntakeRequest, _ effects: inout [DeskEffect]
    ) {
        switch result {
        case .success(let made):
            form = nil
            formDrafts["intake"] = nil
            queuePanes[.pending]?.seek(made.id)
            acknowledge(made, .event(.registered), &effects)
            let agent = agentsPane.agents.first { $0.member.id == made.holder }?.member.name
            let receipt = Receipt(made, centre: centre, agent: agent, phone: centrePhone)
            overlay = .receipt(receipt, top: 0)
            notice = Notice(message: .intake(.registered(number: made.number, agent: agent)), tone: .good)
        case .failure(let error):
            form?.form.isRecording = false
            form?.form.problem = .intake(.notRegistered(error))
            if case .alreadyOpen(let rows) = error, case .intake(var intake) = form?.purpose {
                intake.duplicates = rows
                intake.seen.formUnion(rows.map(\.id))
                form?.purpose = .intake(intake)
                settleForm()
            }
            if form == nil { notice = Notice(message: .intake(.notRegistered(error)), tone: .warning) }
        }
        load(&effects)
    }

    // MARK: The receipt

    /// Hands the receipt on the screen out: to a file or a printer.
    mutating func issueReceipt(_ receipt: Receipt, _ effects: inout [DeskEffect]) {
        notice = Notice(message: .intake(.issuing), tone: .good)
        let text = ReceiptText.lines(receipt, language).joined(separator: "\n") + "\n"
        effects.append(.issueReceipt(number: receipt.number, text: text))
    }

    mutating func take(_ result: Result<ReceiptOutlet.Place, ReceiptOutlet.Failure>) {
        switch result {
        case .success(let place): notice = Notice(message: .intake(.issued(place)), tone: .good)
        case .failure(let failure): notice = Notice(message: .intake(.notIssued(failure)), tone: .warning)
        }
    }
}
