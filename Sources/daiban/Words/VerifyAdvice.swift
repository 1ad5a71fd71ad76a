import CaseStore
import Casework
import Dashboard

/// What a person does about the findings of a verification: the gravest decides.
enum VerifyAdvice: Hashable, CaseIterable {
    /// The file itself is damaged.
    case restore
    /// The same, and its journal is whole.
    case rebuildInNewFile
    /// The journal is not what it was.
    case askForProof
    /// A kept anchor does not agree, and the journal is whole.
    case compareAnchors
    /// The same, and a restore is the reason that fits.
    case beginAnew
    /// The record agrees, and something is wrong with the kept file.
    case lookIntoFile
    /// A newer program has written here, or what is written cannot be read.
    case otherProgram
    /// A PIN is gone, and nothing else.
    case setPIN
    /// The journal is whole, the tables are not what it gives.
    case rebuild

    init(_ report: VerificationReport) {
        let subjects = Set(report.findings.map(\.subject))
        // Without a journal nothing can be made anew.
        self =
            if subjects.contains(.database), report.isJournalWhole {
                .rebuildInNewFile
            } else if subjects.contains(.database) || report.findings.contains(.schemaDiffers(name: "journal")) {
                .restore
            } else if subjects.contains(.chain) || Self.hasUnguardedExtras(report) {
                .askForProof
            } else if subjects.contains(.anchor), !Self.isOfFileAlone(report) {
                Self.isExplained(report) ? .beginAnew : .compareAnchors
            } else if subjects.contains(.entry) {
                .otherProgram
            } else if report.findings.allSatisfy({ if case .pinMissing = $0 { true } else { false } }) {
                .setPIN
            } else if subjects == [.anchor] {
                .lookIntoFile
            } else {
                .rebuild
            }
    }

    /// Whether the tables know more than the journal, which has lost its guards: then entries were taken away, and making
    /// the tables anew would sweep away what they still tell.
    private static func hasUnguardedExtras(_ report: VerificationReport) -> Bool {
        var (isUnguarded, hasExtras) = (false, false)
        for finding in report.findings {
            switch finding {
            case .guardMissing: isUnguarded = true
            case .ledgerExtra, .caseExtra, .caseDiffers: hasExtras = true
            default: break
            }
        }
        return isUnguarded && hasExtras
    }

    /// Whether every anchor that could be read agrees, or is passed over with good reason.
    private static func isOfFileAlone(_ report: VerificationReport) -> Bool {
        report.findings.allSatisfy { finding in
            switch finding {
            case .anchorUnreadable, .moreAnchorsUnreadable, .anchorsEmpty, .restartDiffers: true
            default: finding.subject != .anchor
            }
        }
    }

    /// Whether restores are the reason for all that is wrong with the anchors.
    private static func isExplained(_ report: VerificationReport) -> Bool {
        report.unexplainedAnchors == 0 && !report.restoresThatFit.isEmpty
            && report.findings.allSatisfy { finding in
                switch finding {
                case .anchorUnreadable, .moreAnchorsUnreadable, .restartUnknown, .restartDiffers: false
                default: true
                }
            }
    }

    /// The words, with the commands as they have to be typed.
    ///
    /// - Parameter database: the path that was given on the command line; `nil` when it stands in the configuration.
    func text(_ language: Language, database: String?) -> String {
        let words = language == .chinese ? chinese : english
        guard let database else { return words }
        return words.replacing(/daiban (rebuild|restore|backup list|staff pin|anchor)/) {
            "\($0.output.0) --database \(database.asShellWord)"
        }
    }

    private var chinese: String {
        switch self {
        case .restore:
            "怎么办：先停办，把这个文件和同名的 -wal 另存一份，再用 daiban backup list 选一份备份，daiban restore 备份文件 --as 工号 换回"
        case .rebuildInNewFile:
            "怎么办：先停办，把这个文件和同名的 -wal 另存一份；办件记录完好，可以照它在新文件里重做，办过的都不会丢：daiban rebuild --new-file --reason 缘由 --as 工号（磁盘可能有毛病，请一并检查）"
        case .askForProof: "怎么办：先停办，把这个文件另存一份，请中心主任对照纸上或另存的校验码（daiban verify --anchor），再从备份恢复"
        case .compareAnchors: "怎么办：记录里没有哪一次换回备份能说明这些校验码为何不符：先停办，把这个文件另存一份，请中心主任查明"
        case .lookIntoFile: "怎么办：记录与读得出的校验码相符；请查清是谁动过存校验码的文件，再从另一份（如纸上的）核对"
        case .beginAnew:
            "怎么办：问清是不是真有人这样换回过，再用旧的那份核对（daiban verify --database 旧的 --anchors 文件）；都属实，就接着记：daiban anchor --append 文件 --after-restore --reason 缘由 --as 工号；没有人换回过，请中心主任查明"
        case .otherProgram: "怎么办：看看是否有别的电脑装了较新的程序；不是的话，请从备份恢复"
        case .setPIN: "怎么办：口令只能重设：daiban staff pin 工号 --as 审核员的工号"
        case .rebuild: "怎么办：记录链完好，各表可以照它重做：daiban rebuild --reason 缘由 --as 工号"
        }
    }

    private var english: String {
        switch self {
        case .restore:
            "what to do: stop work, keep a copy of this file and its -wal, choose a backup (daiban backup list), daiban restore BACKUP --as PERSON"
        case .rebuildInNewFile:
            "what to do: stop work, keep a copy of this file and its -wal; the journal is whole, and all that was done can be made anew from it in a new file: daiban rebuild --new-file --reason WHY --as PERSON (the disk may be failing, have it looked at)"
        case .askForProof:
            "what to do: stop work, keep a copy of this file, have the director compare anchors on paper or in a kept file (daiban verify --anchor), then restore a backup"
        case .compareAnchors:
            "what to do: no restore in the journal is the reason why these anchors do not agree: stop work, keep a copy of this file, the director has to find out"
        case .lookIntoFile:
            "what to do: the record agrees with the anchors that can be read; find out who has touched the kept file, and compare another one, such as on paper"
        case .beginAnew:
            "what to do: ask whether somebody did restore so, and compare the old record (daiban verify --database OLD --anchors FILE); if both are true, go on with daiban anchor --append FILE --after-restore --reason WHY --as PERSON; if nobody restored, the director has to find out"
        case .otherProgram:
            "what to do: see whether another computer has a newer program; if not, restore a backup"
        case .setPIN: "what to do: the PIN can only be set anew: daiban staff pin NUMBER --as REVIEWER"
        case .rebuild:
            "what to do: the journal is whole, and the tables can be made anew from it: daiban rebuild --reason WHY --as PERSON"
        }
    }
}
