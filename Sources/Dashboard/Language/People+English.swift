import Casework

/// The English words about people.
extension PeopleMessage {
    var english: String {
        switch self {
        case .refusal(let refusal): refusal.english
        case .action(let action): action.english
        case .post(let post): post.english
        case .kind(let kind): kind.english
        case .education(let education): education.english
        case .watch(.first): "first (A)"
        case .watch(.second): "second (B)"
        case .admission(let finding): finding.english
        case .admissionSubject(let subject): subject.english
        case .step(let step): step.english
        case .vacancy(let vacancy):
            "\(vacancy.place.english): \(vacancy.found) of at least \(vacancy.least): \(vacancy.post.english)"
        case .windowAlarm(let alarm): "\(alarm.window): \(alarm.fault.english)"
        case .rosterChange(let kind): kind.english
        case .conduct(let kind): kind.english
        case .hours(let hours):
            switch hours.season {
            case .allYear: Self.sessions(hours.sessions)
            case .summer: "summer \(Self.sessions(hours.sessions))"
            case .winter: "winter \(Self.sessions(hours.sessions))"
            }
        case .sources(let sources): sources.map(\.article).joined(separator: "; ")
        }
    }
}

extension StaffAction {
    var english: String {
        switch self {
        case .enrol: "add staff"
        case .change: "change staff"
        case .waive: "waive conditions"
        case .appoint: "appoint"
        case .standIn: "arrange stand-ins"
        case .handOver: "hand work over"
        case .leave: "end somebody's service"
        case .recordFinding: "record findings"
        case .verifyFinding: "verify findings"
        case .grantAppeal: "grant appeals"
        case .decideLeave: "decide about leave"
        case .correctSession: "correct attendance"
        case .exceptDuty: "change days of duty"
        case .keepPINs: "keep PINs"
        case .closeKiosk: "close the kiosk"
        case .enterMoney: "enter money"
        case .inspect: "record inspections"
        case .holdTraining: "record training sessions"
        case .assessPoint: "assess service points"
        case .decideTenure: "decide who stays"
        }
    }
}

extension StaffPost {
    var english: String {
        switch self {
        case .villageAgent: "village agent"
        case .gridAgent: "grid agent of a group"
        case .townshipAgent: "township agent"
        case .collector: "collector"
        case .bankAuxiliary: "bank auxiliary"
        case .windowClerk: "window clerk"
        case .departmentHelper: "department helper"
        case .stepTracker: "step tracker"
        case .countySpecialist: "county specialist"
        case .liaisonOfficer: "liaison officer"
        case .reviewer: "reviewer"
        case .supervisor: "supervisor"
        case .director: "director"
        case .countyOffice: "county office"
        }
    }
}

extension StaffKind {
    var english: String {
        switch self {
        case .gridWorker: "grid worker"
        case .cadre: "cadre"
        case .groupLeader: "group leader"
        case .volunteer: "volunteer"
        case .hired: "hired"
        case .bankStaff: "bank staff"
        case .official: "official"
        }
    }
}

extension Education {
    var english: String {
        switch self {
        case .primary: "primary school"
        case .juniorMiddle: "junior middle school"
        case .seniorMiddle: "senior middle or vocational school"
        case .college: "college"
        }
    }
}

extension AdmissionFinding {
    var english: String {
        switch self {
        case .ageUnknown(let limit): "no birthday is known (has to be under \(limit))"
        case .tooOld(let age, let limit): "is \(age) (has to be under \(limit))"
        case .educationUnknown(let least): "no schooling is known (at least \(least.english))"
        case .educationTooLow(let education, let least): "\(education.english) (at least \(least.english))"
        case .gridWorkUnknown: "not known whether a full-time grid worker"
        case .noGridWorker: "is no grid worker (has to be one)"
        case .isGridWorker: "is a full-time grid worker (may not be one)"
        case .residenceUnknown: "not known whether living in the village"
        case .livesElsewhere: "does not live in the village"
        case .deviceUseUnknown: "not known whether able to use a computer and a phone"
        case .usesNoDevices: "cannot use a computer and a phone"
        }
    }
}

extension AdmissionFinding.Subject {
    var english: String {
        switch self {
        case .age: "age"
        case .education: "education"
        case .gridWork: "grid work"
        case .residence: "residence"
        case .devices: "computer and phone"
        }
    }
}

extension AgentRules.AppointmentStep {
    var english: String {
        switch self {
        case .nomination: "nomination by the two committees"
        case .vote: "vote of the village assembly"
        case .townshipFiling: "filing with the township"
        case .countyFiling: "filing with the county"
        case .appointment: "appointment"
        }
    }
}

extension StaffingCheck.Vacancy.Place {
    var english: String {
        switch self {
        case .county: "county"
        case .township: "township"
        case .village(let name): name
        case .group(let group): "\(group.village) \(group.name)"
        case .department(let name): name
        }
    }
}

extension WindowWatch.Fault {
    var english: String {
        switch self {
        case .nobody: "has nobody"
        case .noFirst: "has no first person (A)"
        case .noSecond: "has no second person (B)"
        case .unattended: "neither A nor B is there"
        }
    }
}

extension RosterChange.Kind {
    var english: String {
        switch self {
        case .enrolled: "new"
        case .left: "left"
        case .person: "name changed"
        case .post: "post changed"
        case .village: "place changed"
        case .contact: "contact changed"
        }
    }
}

extension ConductFinding.Kind {
    var english: String {
        switch self {
        case .refusedToAccept: "refused to accept"
        case .missedTraining: "missed a training"
        case .notAtPost: "not at the post at an inspection"
        case .lateSummary: "monthly summary late"
        case .incompleteLedger: "ledger incomplete"
        case .extraFee: "took a fee"
        case .shirking: "shirked"
        case .addedDuties: "asked applicants for more than is due"
        case .overdue: "finished too late"
        case .fraud: "fraud"
        }
    }
}
