/// The life of a case as a table: which command can be given in which states, by whom, and what it can be refused for.
///
/// States and roles are asked of the rules themselves (``Case/states(for:)``, ``Role/may(_:)``); the guards are named
/// beside them by ``Case/guards(of:)``, and random walks in the tests meet no refusal that is not named there. The page
/// `CaseLife` of the documentation is ``page``.

/// Something that a command can be refused for, with where that is written.
public struct LifeGuard: Hashable, Sendable {
    /// The refusal as an example: what it carries (names, numbers) is made up.
    public var refusal: Refusal
    /// Document and article; `nil` where the guard is the house's own order.
    public var clause: String?

    init(_ refusal: Refusal, _ clause: String? = nil) {
        self.refusal = refusal
        self.clause = clause
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
                    LifeGuard(.mayNotRedo(.supervisor)), LifeGuard(.cannotBeRedone, Clauses.sichuan + "二(二)1"),
                    LifeGuard(.redoneAlready(CaseID(2))), LifeGuard(.reasonMissing, Clauses.sichuan + "二(二)1"),
                    LifeGuard(.reasonTooLong),
                ])
        ]

    /// The page of the documentation.
    public static var page: String {
        let byCommand = rows.map { row in
            let states = row.states.count == CaseState.allCases.count ? "any" : words(row.states)
            let guards = row.guards.map { rule in rule.clause.map { "`\(rule.name)` (\($0))" } ?? "`\(rule.name)`" }
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

/// How the five documents are called in the table.
enum Clauses {
    static let wuyi = "武政管办〔2022〕36号 "
    static let neixiang = "内放办〔2022〕3号 "
    static let jianning = "建政发〔2022〕33号 "
    static let pingli = "平政办发〔2024〕14号 "
    static let sichuan = "四川《指导意见》 "
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
            guards.append(LifeGuard(.isConsultation, Clauses.jianning + "五(二)1"))
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
                LifeGuard(.authorisationMissing, Clauses.sichuan + "一(二)"),
                LifeGuard(.materialsNotChecked, Clauses.jianning + "五(一)3"),
                LifeGuard(.supplementOpen, Clauses.jianning + "五(一)2"),
            ]
        case .decline:
            reason + [
                LifeGuard(.officeMissing, Clauses.neixiang + "五(一)7"),
                LifeGuard(.missingNotNamed, Clauses.sichuan + "一(二)"),
            ] + text(.office, .material)
        case .complete:
            [
                LifeGuard(.supplementOpen, Clauses.jianning + "五(一)2"),
                LifeGuard(.papersAt("—"), Clauses.jianning + "五(二)5"),
                LifeGuard(.branchesOpen(["—"]), Clauses.neixiang + "五"),
                LifeGuard(.noBranches, Clauses.neixiang + "五"),
                LifeGuard(.notForwarded, Clauses.jianning + "五(二)4"),
                LifeGuard(.lateReasonMissing, Clauses.jianning + "五(一)3"),
                LifeGuard(.verificationMissing, Clauses.jianning + "五(二)3"),
            ] + text(.reason, .note)
        case .approve: [LifeGuard(.reviewerHandledIt, Clauses.wuyi + "第八条")] + text(.note)
        case .reject: [LifeGuard(.reviewerHandledIt, Clauses.wuyi + "第八条")] + reason
        case .reassign: [LifeGuard(.notAnAgent), LifeGuard(.alreadyTheHolder)]
        case .urge: [LifeGuard(.noHolder), LifeGuard(.urgedRecently(Instant(milliseconds: 0)), Clauses.wuyi + "第十一条")]
        case .reveal: reason
        case .undo: [LifeGuard(.nothingToUndo), LifeGuard(.undoOfAnother(StaffID(1)))]
        case .answer: [LifeGuard(.isNoConsultation, Clauses.jianning + "五(二)1")] + text(.answer, .office)
        case .authorise: text(.note)
        case .askSupplement:
            [
                LifeGuard(.supplementOpen),
                LifeGuard(.missingNotNamed, Clauses.jianning + "五(一)2"),
                LifeGuard(.toldOnceAlready, Clauses.pingli + "二(一)1(4)"),
            ] + text(.material, .note, .reason)
        case .supplement: [LifeGuard(.noSupplementOpen)]
        case .takeOriginals: text(.material)
        case .returnOriginals: [LifeGuard(.notInCustody(["—"]), Clauses.pingli + "二(三)4")] + text(.material)
        case .verify: text(.cadre, .finding)
        case .forward:
            [
                LifeGuard(.papersAt("—")), LifeGuard(.verificationMissing, Clauses.jianning + "五(二)3"),
                LifeGuard(.promiseOutOfRange(0), Clauses.jianning + "五(二)5"),
            ] + text(.office, .material)
        case .receiveResult: [LifeGuard(.notForwarded, Clauses.jianning + "五(二)5")] + text(.result)
        case .relay:
            [
                LifeGuard(.notAHelper, Clauses.pingli + "二(三)4"), LifeGuard(.alreadyTheHolder),
            ] + text(.note)
        case .openBranch: text(.office, .task)
        case .endBranch:
            [LifeGuard(.noBranches, Clauses.neixiang + "五"), LifeGuard(.noSuchBranch(1))] + text(.result)
        case .askHelp: text(.office, .question)
        case .answerHelp: [LifeGuard(.noSuchHelp(1), Clauses.wuyi + "第九条")] + text(.answer)
        case .askVisit: [LifeGuard(.visitAskedAlready)]
        case .planVisit:
            [LifeGuard(.visitNotAsked, Clauses.pingli + "二(二)2"), LifeGuard(.visitInThePast)] + text(.place, .note)
        case .refuseVisit: [LifeGuard(.visitNotAsked, Clauses.pingli + "二(二)2")] + reason
        case .arrive: [LifeGuard(.visitNotPlanned, Clauses.pingli + "二(二)3")]
        case .endVisit: [LifeGuard(.visitNotArrived, Clauses.pingli + "二(二)3")]
        case .setAside: [LifeGuard(.supplementOpen)] + reason + text(.condition)
        case .resume: []
        case .feedBack: text(.note)
        case .takeFee: [LifeGuard(.feeWithoutBasis, Clauses.sichuan + "一(二)")] + text(.basis, .receipt)
        case .withdraw: reason
        case .deliver:
            [
                LifeGuard(.signatureMissing, Clauses.sichuan + "二(二)1"),
                LifeGuard(.originalsInCustody(["—"]), Clauses.pingli + "二(三)4"),
            ] + text(.signature, .note)
        case .rate:
            [
                LifeGuard(.ownWork, Clauses.wuyi + "第十二条"), LifeGuard(.alreadyRated),
                LifeGuard(.levelOutOfRange(0)),
            ] + text(.note)
        case .followUp:
            [LifeGuard(.ownWork), LifeGuard(.noBadRating, Clauses.wuyi + "第十二条")] + text(.finding)
        case .complain: text(.note)
        case .decideComplaint:
            [LifeGuard(.ownWork), LifeGuard(.noSuchComplaint(1), Clauses.wuyi + "第十五条")] + text(.finding)
        case .decideFault:
            [LifeGuard(.ownWork), LifeGuard(.notOverdue, Clauses.wuyi + "第十五条")] + reason
        case .file:
            [
                LifeGuard(.originalsInCustody(["—"]), Clauses.pingli + "二(三)4"),
                LifeGuard(.followUpOpen, Clauses.wuyi + "第十二条"), LifeGuard(.complaintsOpen(1)),
            ] + text(.place)
        }
    }
}
