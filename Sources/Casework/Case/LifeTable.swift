/// The life of a case as a table: which command can be given in which states, by whom, and what it can be refused for.
///
/// States and roles are asked of the rules themselves (``Case/states(for:)``, ``Role/may(_:)``); the guards are named
/// beside them by ``Case/guards(of:)``, and random walks in the tests meet no refusal that is not named there. The page
/// `CaseLife` of the documentation is ``page``.

/// Something that a command can be refused for, with where that is written.
public struct LifeGuard: Hashable, Sendable {
    /// The refusal as an example: what it carries (names, numbers) is made up.
    public var refusal: Refusal
    /// `nil` where the guard is the house's own order.
    public var source: RuleSource?

    init(_ refusal: Refusal, _ source: RuleSource? = nil) {
        self.refusal = refusal
        self.source = source
    }

    /// The refusal without what it carries, such as `branchesOpen`.
    public var name: String { refusal.name }
}

extension Refusal {
    /// Its name in the rules, without what it carries.
    public var name: String { String("\(self)".prefix { $0 != "(" }) }
}

/// One line of the table.
public struct LifeRow: Hashable, Sendable {
    /// `nil` is the redo, which is a new case and no command on the old one.
    public var command: CaseCommand.Kind?
    public var states: [CaseState]
    public var roles: [Role]
    /// Besides the state, the role, and being on the staff, which every command asks for.
    public var guards: [LifeGuard]

    public var name: String { command?.rawValue ?? "redo" }
}

public enum LifeTable {
    public static let rows: [LifeRow] =
        CaseCommand.Kind.allCases.map { command in
            let states = Case.states(for: command)
            return LifeRow(
                command: command, states: CaseState.allCases.filter(states.contains),
                roles: Role.allCases.filter { $0.may(command) }, guards: Case.guards(of: command))
        } + [
            LifeRow(
                command: nil, states: CaseState.allCases.filter(Case.redoable.contains),
                roles: Role.allCases.filter(\.mayRegister),
                guards: [
                    LifeGuard(.mayNotRedo(.supervisor)), LifeGuard(.cannotBeRedone, .redoing),
                    LifeGuard(.redoneAlready(CaseID(2))), LifeGuard(.reasonMissing, .redoing),
                    LifeGuard(.reasonTooLong),
                ])
        ]

    /// The page of the documentation.
    public static var page: String {
        let byCommand = rows.map { row in
            let states = row.states.count == CaseState.allCases.count ? "any" : words(row.states)
            let guards = row.guards.map { rule in
                rule.source.map { "`\(rule.name)` (\($0.article))" } ?? "`\(rule.name)`"
            }
            return "| `\(row.name)` | \(states) | \(words(row.roles)) | \(unique(guards).joined(separator: ", ")) |"
        }
        let byState = CaseState.allCases.map { state in
            let commands = rows.filter { $0.states.contains(state) && $0.states.count < CaseState.allCases.count }
            return "| `\(state.rawValue)` | \(commands.map { "`\($0.name)`" }.joined(separator: ", ")) |"
        }
        let head = [
            "# The table of a case's life", "",
            "Every command, the states in which it makes sense, who may give it, and what it can be refused for.", "",
            "Made from the code by `daiban case life --markdown`; a test keeps the two the same. Every command can also",
            "be refused with `notPermitted` (the role), `wrongState` (the state) and `notOnStaff` (the person has left).",
            "", "## By command", "", "| Command | States | Roles | Refused with |", "|---|---|---|---|",
        ]
        let middle = [
            "", "## By state", "", "Commands that can be given in any state are left out.", "", "| State | Commands |",
            "|---|---|",
        ]
        return (head + byCommand + middle + byState).joined(separator: "\n") + "\n"
    }

    private static func words<Value: RawRepresentable<String>>(_ values: [Value]) -> String {
        values.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

extension Case {
    /// Everything that `command` can be refused for besides state, role and staff.
    ///
    /// The switch is exhaustive: a new command names its guards here.
    public static func guards(of command: CaseCommand.Kind) -> [LifeGuard] {
        var guards: [LifeGuard] = []
        // Those are the states that a consultation can be in.
        let isMet = !states(for: command).isDisjoint(with: [.pending, .answered, .withdrawn, .filed])
        if isMet, !ofConsultations.contains(command) {
            guards.append(LifeGuard(.isConsultation, .consultations))
        }
        if command.needsHolder { guards.append(LifeGuard(.notTheHolder)) }
        return guards + ownGuards(of: command)
    }

    private static func text(_ fields: EntryField...) -> [LifeGuard] {
        fields.map { LifeGuard(.unfit($0, .missing)) }
    }

    private static let reason = [
        LifeGuard(.reasonMissing), LifeGuard(.reasonTooLong), LifeGuard(.unfit(.reason, .unprintable)),
    ]

    private static func ownGuards(of command: CaseCommand.Kind) -> [LifeGuard] {
        switch command {
        case .accept:
            [
                LifeGuard(.authorisationMissing, .authorisation),
                LifeGuard(.materialsNotChecked, .limits),
                LifeGuard(.supplementOpen, .oneNotice),
            ]
        case .decline:
            reason + [
                LifeGuard(.officeMissing, .scope),
                LifeGuard(.missingNotNamed, .notQualified),
            ] + text(.office, .material)
        case .complete:
            [
                LifeGuard(.supplementOpen, .oneNotice),
                LifeGuard(.papersAt("—"), .results),
                LifeGuard(.branchesOpen(["—"]), .branches),
                LifeGuard(.noBranches, .branches),
                LifeGuard(.notForwarded, .forwarding),
                LifeGuard(.lateReasonMissing, .limits),
                LifeGuard(.verificationMissing, .verification),
            ] + text(.reason, .note)
        case .approve: [LifeGuard(.reviewerHandledIt, .review)] + text(.note)
        case .reject: [LifeGuard(.reviewerHandledIt, .review)] + reason
        case .reassign: [LifeGuard(.notAnAgent), LifeGuard(.alreadyTheHolder)]
        case .urge: [LifeGuard(.noHolder), LifeGuard(.urgedRecently(Instant(milliseconds: 0)), .urging)]
        case .reveal: reason
        case .undo: [LifeGuard(.nothingToUndo), LifeGuard(.undoOfAnother(StaffID(1)))]
        case .answer: [LifeGuard(.isNoConsultation, .consultations)] + text(.answer, .office)
        case .authorise: text(.note)
        case .askSupplement:
            [
                LifeGuard(.supplementOpen),
                LifeGuard(.missingNotNamed, .oneNotice),
                LifeGuard(.toldOnceAlready, .firstAsked),
            ] + text(.material, .note, .reason)
        case .supplement: [LifeGuard(.noSupplementOpen)]
        case .takeOriginals: text(.material)
        case .returnOriginals: [LifeGuard(.notInCustody(["—"]), .stages)] + text(.material)
        case .verify: text(.cadre, .finding)
        case .forward:
            [
                LifeGuard(.papersAt("—")), LifeGuard(.verificationMissing, .verification),
                LifeGuard(.promiseOutOfRange(0), .results),
            ] + text(.office, .material)
        case .receiveResult: [LifeGuard(.notForwarded, .results)] + text(.result)
        case .relay:
            [
                LifeGuard(.notAHelper, .relays), LifeGuard(.alreadyTheHolder),
            ] + text(.note)
        case .openBranch: text(.office, .task)
        case .endBranch:
            [LifeGuard(.noBranches, .branches), LifeGuard(.noSuchBranch(1))] + text(.result)
        case .askHelp: text(.office, .question)
        case .answerHelp: [LifeGuard(.noSuchHelp(1), .help)] + text(.answer)
        case .askVisit: [LifeGuard(.visitAskedAlready)]
        case .planVisit:
            [LifeGuard(.visitNotAsked, .visitPlans), LifeGuard(.visitInThePast)] + text(.place, .note)
        case .refuseVisit: [LifeGuard(.visitNotAsked, .visitPlans)] + reason
        case .arrive: [LifeGuard(.visitNotPlanned, .visits)]
        case .endVisit: [LifeGuard(.visitNotArrived, .visits)]
        case .setAside: [LifeGuard(.supplementOpen)] + reason + text(.condition)
        case .resume: []
        case .feedBack: text(.note)
        case .takeFee: [LifeGuard(.feeWithoutBasis, .gratis)] + text(.basis, .receipt)
        case .withdraw: reason
        case .deliver:
            [
                LifeGuard(.signatureMissing, .delivery),
                LifeGuard(.originalsInCustody(["—"]), .stages),
            ] + text(.signature, .note)
        case .rate:
            [
                LifeGuard(.ownWork, .ratings), LifeGuard(.alreadyRated),
                LifeGuard(.levelOutOfRange(0)),
            ] + text(.note)
        case .followUp:
            [LifeGuard(.ownWork), LifeGuard(.noBadRating, .ratings)] + text(.finding)
        case .complain: text(.note)
        case .decideComplaint:
            [LifeGuard(.ownWork), LifeGuard(.noSuchComplaint(1), .complaints)] + text(.finding)
        case .decideFault:
            [LifeGuard(.ownWork), LifeGuard(.notOverdue, .faults)] + reason
        case .file:
            [
                LifeGuard(.originalsInCustody(["—"]), .stages),
                LifeGuard(.followUpOpen, .ratings), LifeGuard(.complaintsOpen(1)),
            ] + text(.place)
        }
    }
}
