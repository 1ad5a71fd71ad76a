import Casework
import Dashboard

/// What the command line says about people, in English.
extension StaffWords {
    var english: String {
        switch self {
        case .change: "Record new facts about a person"
        case .leave: "End a person's service (with nothing in hand)"
        case .waive: "Waive one condition for an agent (needs a reason)"
        case .appoint: "Record a step of an appointment"
        case .standIn: "Let somebody stand in (A/B posts); cases in hand go over too"
        case .back: "End a stand-in"
        case .check: "Check the staffing: who is missing where"
        case .changes: "The list of changes of the roster, as CSV, to report upward"
        case .handover: "Hand over all cases and originals in hand in one act that both sign"
        case .card: "The public card of an agent"
        case .finding: "Findings about somebody's work: record, verify, appeal, follow up"
        case .findingList: "List the findings about a person"
        case .findingAdd: "Record a finding (it counts once it is verified)"
        case .findingVerify: "Verify one (a second person does)"
        case .findingAppeal: "Grant an appeal (director, county office)"
        case .findingFollowUp: "Say what was done about one: published, passed on"
        case .optionPost: "The post"
        case .optionKind: "What the person is besides, such as grid-worker, cadre, volunteer"
        case .optionGrid: "The grid"
        case .optionGroup: "The villagers' group"
        case .optionDepartment: "The department"
        case .optionWindow: "The window"
        case .optionWatch: "First (a) or second (b) at the window"
        case .optionEmployer: "The bank of a bank auxiliary"
        case .optionBirthday: "The birthday, such as 1985-03-02"
        case .optionEducation: "The schooling"
        case .optionLivesInVillage: "Whether the person lives in the village"
        case .optionUsesDevices: "Whether the person can use a computer and a phone"
        case .optionGridWorker: "Whether the person is a full-time grid worker"
        case .optionDeputyCadre: "Whether the person is a deputy of the village's committees"
        case .optionStrict: "Refuse also when facts are missing"
        case .optionWaive: "Waive a condition, as SUBJECT:REASON, such as age:experienced (repeatable)"
        case .optionClear: "Clear a fact (repeatable)"
        case .optionSubject: "Which condition is waived"
        case .optionStep: "Which step"
        case .optionOn: "The day (default: today)"
        case .optionBy: "Who took it, such as the village's committees"
        case .optionVotes: "The vote as FOR:AGAINST:ABSTAINED, such as 21:3:1"
        case .optionWho: "The staff number"
        case .optionStandsIn: "Who stands in (a staff number)"
        case .optionFrom: "From when (default: now), such as 2026-11-20 14:30"
        case .optionUntil: "Until when"
        case .optionReceiver: "Who takes it (a staff number)"
        case .optionOriginal: "An original that goes over too, as CASE:NAME or only NAME (repeatable)"
        case .optionOriginalsKept: "How many originals are still in hand"
        case .optionGiven: "The signature of who gives (the name)"
        case .optionTaken: "The signature of who takes (the name)"
        case .optionSince: "From which day"
        case .optionCheckedGroup: "A group to check too, as VILLAGE:GROUP (repeatable)"
        case .optionCheckedDepartment: "A department to check too (repeatable)"
        case .optionFinding: "The number of the finding"
        case .optionFindingKind: "Which kind"
        case .optionFact: "What happened"
        case .optionFindingCase: "The number of the case that it is about"
        case .optionCheckedWindow: "A window to check too (repeatable)"

        case .notice(let text, let sources): "note: \(text) (\(sources))"
        case .changed(let person): "changed \(person)"
        case .left(let person): "\(person) has left"
        case .waived(let person, let subject):
            "waived for \(person): \(Message.people(.admissionSubject(subject)).text(.english))"
        case .stepTaken(let person, let step, let next):
            "\(person): recorded “\(Message.people(.step(step)).text(.english))”; "
                + (next.map { "next is “\(Message.people(.step($0)).text(.english))”" } ?? "all steps are there")
        case .standsIn(let other, let person, let moved): "\(other) stands in for \(person); \(moved) cases went over"
        case .isBack(let person):
            "nobody stands in for \(person) any more; the cases that went over stay (daiban reassign gives them back)"
        case .handedOver(let cases, let originals, let to, let act):
            "handed over to \(to): \(cases) cases, \(originals) originals; act \(act)"
        case .complete: "nobody is missing"
        case .incomplete(let count): "\(count) places are not filled"
        case .columnTime: "Time"
        case .columnNumber: "Number"
        case .columnName: "Name"
        case .columnChange: "Change"
        case .columnBefore: "Before"
        case .columnAfter: "After"
        case .columnBy: "By"
        case .findingsNow(let person, let all, let standing): "\(person): \(all) findings, \(standing) of them stand"
        case .standing(let finding):
            if finding.reversal != nil {
                "reversed"
            } else if finding.verification == nil {
                "not verified"
            } else {
                finding.followUp == nil ? "verified" : "followed up"
            }
        case .columnFinding: "No."
        case .columnDay: "Day"
        case .columnKind: "Kind"
        case .columnFact: "Fact"
        case .columnStanding: "State"
        case .columnSource: "Source"
        case .cardPost: "Post"
        case .cardContact: "Contact"
        case .cardHours: "Hours"
        }
    }
}
