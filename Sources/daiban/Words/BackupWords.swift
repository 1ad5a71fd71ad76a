import CaseStore
import Casework
import Dashboard

/// What `daiban backup`, `daiban restore` and the bringing forward of old files say.
enum BackupWords: Hashable {
    // Help
    case abstract, abstractMake, abstractList, abstractRestore
    case optionTarget, optionScheduled, optionFolder, optionCheck
    case optionBackup, optionYes, optionOtherCentre, optionAs

    // Making
    case copying(CopyProgress)
    case made(BackupReport, seconds: Int)
    case deleted(Int)
    case notDue(until: String)
    case atWork
    case notConfigured
    case oneOf, twoFolders
    case ontoItself(String)
    case unsound(path: String, findings: Int)

    // The list
    case listOf(String)
    case columnFile, columnAge, columnEntries, columnSize, columnState
    case age(minutes: Int)
    case readable, notVerified, checked, otherShort, otherRecord(String), unreadable, older, flawed
    case unsoundCopy, unsoundCopies(Int), otherName, notVerifiedAdvice
    case count(Int)

    // Restoring
    case wouldLose(RestoreLoss, since: String?)
    case unreadableCopy, emptyCopy
    case wouldLoseBeyondEnd
    case wouldLoseCases([String]), wouldLoseSteps([String]), cannotListCases
    case backupFacts(centre: String, entries: Int64, hash: String, at: String)
    case question, questionAgain, notRestored, needsYes
    case withoutPerson, unknownToBackup(String)
    case restored(entries: Int64, hash: String, cases: Int)
    case kept(String)
    /// Others who used the old file may not be able to use the new one.
    case ownerNotKept
    case lostList(String)
    case restoreUnsound(path: String, findings: Int)
    case restoreDamaged(path: String)
    case notBroughtForward(path: String, schema: Int, step: Int, steps: Int)
    case restoreOther(path: String, centre: String, own: String)
    case restoreOntoItself(String)
    case inUse(path: String, seconds: Int)

    // Bringing forward
    case upgradeCopying(CopyProgress)
    case upgradeCopied(path: String, schema: Int)
    case upgradeStep(done: Int, total: Int)
    case upgradeCases(done: Int, total: Int)

    // The doctor
    case doctorItem
    case lastBackup(age: Int)
    case overdue(age: Int?)
    case noSchedule

    var chinese: String {
        switch self {
        case .abstract: "备份：做一份、按配置定时做、列出已有的"
        case .abstractMake: "把数据库备份到一个新文件或一个目录；不影响台面，做完校验"
        case .abstractList: "列出备份目录里的备份"
        case .abstractRestore: "用一份备份换回数据库；先校验，旧的留着"
        case .optionTarget: "新文件，或一个目录（自动取名）"
        case .optionScheduled: "按配置里的 [backup] 做到时的一份，不到时就什么也不做；可放进 cron"
        case .optionFolder: "备份目录（默认取自配置）"
        case .optionCheck: "逐份完整校验"
        case .optionBackup: "备份文件"
        case .optionYes: "不再询问"
        case .optionOtherCentre: "备份属于别的中心或另建的数据库也照换"
        case .optionAs: "由谁换回（工号，要有权的人）"
        case .copying(let progress): "正在备份 \(Self.percent(progress))%   Ctrl-C 停止"
        case .made(let report, let seconds):
            "已备份并校验：\(report.path)  \(report.facts.head.sequence) 条记录，\(report.cases) 件，末条 \(report.facts.head.shortHash)，\(Self.size(report.size))，用时 \(seconds) 秒"
        case .deleted(let count): "按保留份数删去旧备份 \(count) 份"
        case .notDue(let until): "还不到时候，下一份在 \(until)"
        case .atWork: "另一个程序正在做备份"
        case .notConfigured: "配置里没有 [backup]：要写明 folder 和 every"
        case .twoFolders: "备份目录只写一个"
        case .oneOf: "要写明备份到哪个文件或目录，或者用 --scheduled"
        case .ontoItself(let path): "\(path) 就是数据库本身或它的日志，没有备份"
        case .unsound(let path, let findings):
            "备份没有通过校验（\(findings) 处出入），不能当备份用；留在 \(path) 备查。请用 daiban verify 查数据库本身"
        case .listOf(let folder): "备份目录：\(folder)"
        case .columnFile: "文件"
        case .columnAge: "距今"
        case .columnEntries: "记录"
        case .columnSize: "大小"
        case .columnState: "状况"
        case .age(let minutes): Self.ageChinese(minutes)
        case .readable: "可读"
        case .notVerified: "可读，没有校验"
        case .otherShort: "别的数据库"
        case .unreadable: "读不出"
        case .older: "旧格式"
        case .flawed: "有出入"
        case .unsoundCopy: "做的时候没有通过校验，不能换回"
        case .unsoundCopies(let count):
            "另有 \(count) 份做的时候没有通过校验，不能换回，留着备查（定时备份只留最近 \(BackupShelf.unsoundKept) 份）："
        case .otherName: "名字是另取的，定时备份不会删它"
        case .notVerifiedAdvice: "“可读”是只看了开头；要逐份完整校验，请加 --check"
        case .checked: "刚校验，完好"
        case .otherRecord(let centre): "别的数据库（\(centre)）"
        case .count(let count): "共 \(count) 份"
        case .wouldLose(let loss, let since): Self.lossChinese(loss, since)
        case .unreadableCopy: "损坏，读不出，不能用来换回"
        case .emptyCopy: "空文件，不能用来换回"
        case .wouldLoseBeyondEnd: "现在的数据库里，记录末尾缺了几条，各表里还有：缺的也会一起没有（详见 daiban verify）"
        case .wouldLoseCases(let numbers): Self.lostCasesChinese(numbers)
        case .wouldLoseSteps(let numbers):
            "以前登记的 \(numbers.count) 件会退回到备份时的样子，其后的办理步骤没有了：\(Self.told(numbers, "、"))"
        case .cannotListCases: "其间登记的办件读不出来，列不出编号；这些件会没有，编号可能再给别的件：请按回执告知当事人"
        case .backupFacts(let centre, let entries, let hash, let at):
            "备份：\(centre)，\(entries) 条记录，末条 \(hash)，记于 \(at)；已校验，完好"
        case .question: "用它换回数据库吗？（旧的会留着）键入 恢复 或 yes 确认："
        case .questionAgain: "要输入 yes 或 恢复 全字才换回（其他都算不换）："
        case .notRestored: "没有换回，数据库原样未动"
        case .needsYes: "没有人可问，没有换回；在脚本里请加 --yes"
        case .withoutPerson: "现在的数据库里找不到有权换回的人（没有数据库、读不出，或没有这样的岗位）：记在本所名下，并记下本机账号"
        case .unknownToBackup(let person): "备份里还没有 \(person)：换回一事记在本所名下，并记下本机账号"
        case .restored(let entries, let hash, let cases):
            "已换回：\(entries) 条记录，\(cases) 件，末条 \(hash)；开着的台面会自己转到新的内容"
        case .kept(let path): "原来的数据库留在 \(path)"
        case .ownerNotKept: "新文件没能归到原来的账号名下，别的账号可能打不开：请管理员照旧文件改好属主和权限（chown、chmod）"
        case .lostList(let path): "没有了的办件和步骤列在 \(path)（编号、事项、代办员、日期）"
        case .restoreUnsound(let path, let findings):
            "备份 \(path) 没有通过校验（\(findings) 处出入），没有换回；数据库原样未动。请换一份备份（daiban backup list --check）"
        case .restoreDamaged(let path):
            "备份 \(path) 损坏，读不全，没有换回；数据库原样未动。请换一份备份（daiban backup list --check）"
        case .notBroughtForward(let path, let schema, let step, let steps):
            "备份 \(path) 是旧格式（\(schema)），它的一份副本转到第 \(step) 步（共 \(steps) 步）转不下去：内容与所写的格式不符。没有换回；备份和数据库都原样未动。请换一份备份"
        case .restoreOther(let path, let centre, let own):
            "\(path) 是“\(centre)”另建的数据库，不是这里“\(own)”的备份，没有换回；确要换，请加 --force-other-centre"
        case .restoreOntoItself(let path): "\(path) 就是数据库本身"
        case .inUse(let path, let seconds): "\(path) 一直有人在读写，等了 \(seconds) 秒；没有换回，请稍后再试"
        case .upgradeCopying(let progress): "旧格式的数据库：先留一份副本 \(Self.percent(progress))%   Ctrl-C 停止"
        case .upgradeCopied(let path, let schema): "数据库是旧格式（\(schema)），转换前的副本留在 \(path)"
        case .upgradeStep(let done, let total): "正在转换数据库格式 \(done)/\(total)   Ctrl-C 停止"
        case .upgradeCases(let done, let total): "正在按新格式整理办件 \(done)/\(total)   Ctrl-C 停止"
        case .doctorItem: "备份"
        case .lastBackup(let minutes): "上一份是 \(Self.ageChinese(minutes))前做的"
        case .overdue(let minutes): minutes.map { "已过期：上一份是 \(Self.ageChinese($0))前做的" } ?? "还没有做过备份"
        case .noSchedule: "没有设定时备份（配置里的 [backup]）"
        }
    }

    var english: String {
        switch self {
        case .abstract: "Backups: make one, make them on schedule, list them"
        case .abstractMake:
            "Back up the database to a new file or into a folder, while desks write, and verify the copy"
        case .abstractList: "List the backups in the folder of backups"
        case .abstractRestore: "Put a backup in the place of the database: verified first, the old one is kept"
        case .optionTarget: "A new file, or a folder (the name is made)"
        case .optionScheduled: "Make the backup that [backup] in the configuration says is due, or nothing; for cron"
        case .optionFolder: "The folder of backups (by default the configured one)"
        case .optionCheck: "Verify each of them in full"
        case .optionBackup: "The backup"
        case .optionYes: "Do not ask"
        case .optionOtherCentre: "Also when the backup is of another centre or another record"
        case .optionAs: "Who does it (staff number of somebody who may)"
        case .copying(let progress): "copying \(Self.percent(progress))%   Ctrl-C stops"
        case .made(let report, let seconds):
            "backed up and verified: \(report.path)  entries: \(report.facts.head.sequence), cases: \(report.cases), last \(report.facts.head.shortHash), \(Self.size(report.size)), \(seconds) s"
        case .deleted(let count): "older backups deleted: \(count)"
        case .notDue(let until): "nothing is due before \(until)"
        case .atWork: "another process is making the backup"
        case .notConfigured: "the configuration has no [backup]; it needs folder and every"
        case .twoFolders: "name one folder of backups"
        case .oneOf: "name a file or a folder, or use --scheduled"
        case .ontoItself(let path): "\(path) is the database itself or its log; nothing was written"
        case .unsound(let path, let findings):
            "the copy is not sound (findings: \(findings)) and is no backup; it is kept as \(path). Look at the database with daiban verify"
        case .listOf(let folder): "backups in \(folder)"
        case .columnFile: "File"
        case .columnAge: "Age"
        case .columnEntries: "Entries"
        case .columnSize: "Size"
        case .columnState: "State"
        case .age(let minutes): Self.ageEnglish(minutes)
        case .readable: "readable"
        case .notVerified: "readable, not verified"
        case .otherShort: "other record"
        case .unreadable: "unreadable"
        case .older: "older format"
        case .flawed: "not sound"
        case .unsoundCopy: "did not pass its verification when it was made: no backup"
        case .unsoundCopies(let count):
            "copies that did not pass their verification, no backups, kept to be looked at (the schedule keeps the newest \(BackupShelf.unsoundKept)): \(count)"
        case .otherName: "a name of somebody's own: the schedule never deletes it"
        case .notVerifiedAdvice: "of what is readable only the beginning was read; --check verifies each in full"
        case .checked: "verified now"
        case .otherRecord(let centre): "another record (\(centre))"
        case .count(let count): "backups: \(count)"
        case .wouldLose(let loss, let since): Self.lossEnglish(loss, since)
        case .unreadableCopy: "damaged, cannot be read or restored"
        case .emptyCopy: "empty, nothing to restore"
        case .wouldLoseBeyondEnd:
            "entries are missing at the end of the present journal that the tables still have: they would be lost as well (see daiban verify)"
        case .wouldLoseCases(let numbers): Self.lostCasesEnglish(numbers)
        case .wouldLoseSteps(let numbers):
            "older cases that go back to how they were in the backup, without their later steps: \(numbers.count): \(Self.told(numbers, ", "))"
        case .cannotListCases:
            "the cases registered since then cannot be read and listed; they will be gone, and their numbers may be given out again: tell their applicants by the receipts"
        case .backupFacts(let centre, let entries, let hash, let at):
            "the backup: \(centre), entries: \(entries), last \(hash) of \(at); verified, sound"
        case .question: "Put it in the place of the database? (The old one is kept.) Type yes: "
        case .questionAgain: "The whole word yes is needed; anything else leaves the database as it is: "
        case .notRestored: "not restored; the database is untouched"
        case .needsYes: "there is nobody to ask; nothing was restored, add --yes in scripts"
        case .withoutPerson:
            "the present database names nobody who may restore (there is none, it cannot be read, or nobody has that role): recorded in the office's name, with this computer's account"
        case .unknownToBackup(let person):
            "the backup does not know \(person) yet: recorded in the office's name, with this computer's account"
        case .restored(let entries, let hash, let cases):
            "restored: entries: \(entries), cases: \(cases), last \(hash); open desks go over to it by themselves"
        case .kept(let path): "the old database is kept as \(path)"
        case .ownerNotKept:
            "the new file could not be given to the owner of the old one, and others may not be able to open it: have owner and mode set as the old file has them (chown, chmod)"
        case .lostList(let path): "lost cases and steps are listed in \(path) (number, item, agent, date)"
        case .restoreUnsound(let path, let findings):
            "the backup \(path) is not sound (findings: \(findings)); it was not restored, and the database is untouched. Choose another one (daiban backup list --check)"
        case .restoreDamaged(let path):
            "the backup \(path) is damaged and cannot be read whole; it was not restored, and the database is untouched. Choose another one (daiban backup list --check)"
        case .notBroughtForward(let path, let schema, let step, let steps):
            "the backup \(path) is of an earlier format (\(schema)); a copy of it could not be brought forward beyond step \(step) of \(steps): what is in it is not of that format. It was not restored; backup and database are untouched. Choose another one"
        case .restoreOther(let path, let centre, let own):
            "\(path) is of another record, of “\(centre)”, not a backup of “\(own)” here; it was not restored (--force-other-centre does it)"
        case .restoreOntoItself(let path): "\(path) is the database itself"
        case .inUse(let path, let seconds):
            "\(path) was in use all the time for \(seconds) s; it was not restored, try again later"
        case .upgradeCopying(let progress):
            "a database of an earlier format: keeping a copy first \(Self.percent(progress))%   Ctrl-C stops"
        case .upgradeCopied(let path, let schema):
            "the database is of an earlier format (\(schema)); a copy from before is kept as \(path)"
        case .upgradeStep(let done, let total): "bringing the database forward \(done)/\(total)   Ctrl-C stops"
        case .upgradeCases(let done, let total): "making the cases anew \(done)/\(total)   Ctrl-C stops"
        case .doctorItem: "backup"
        case .lastBackup(let minutes): "the last one is \(Self.ageEnglish(minutes)) old"
        case .overdue(let minutes):
            minutes.map { "overdue: the last one is \(Self.ageEnglish($0)) old" } ?? "none was made yet"
        case .noSchedule: "not scheduled ([backup] in the configuration)"
        }
    }

    private static func percent(_ progress: CopyProgress) -> Int {
        progress.total == 0 ? 0 : progress.done * 100 / progress.total
    }

    static func size(_ bytes: Int64) -> String {
        bytes < 1_048_576 ? "\((bytes + 1_023) / 1_024) KiB" : "\(bytes / 1_048_576) MiB"
    }

    private static func ageChinese(_ minutes: Int) -> String {
        switch minutes {
        case ..<60: "\(max(0, minutes)) 分钟"
        case ..<2_880: "\(minutes / 60) 小时"
        default: "\(minutes / 1_440) 天"
        }
    }

    private static func ageEnglish(_ minutes: Int) -> String {
        switch minutes {
        case ..<60: "\(max(0, minutes)) min"
        case ..<2_880: "\(minutes / 60) h"
        default: "\(minutes / 1_440) days"
        }
    }

    /// So many numbers are told before the person answers.
    private static let numbersTold = 5

    private static func told(_ numbers: [String], _ separator: String) -> String {
        numbers.prefix(numbersTold).joined(separator: separator) + (numbers.count > numbersTold ? "……" : "")
    }

    private static func lostCasesChinese(_ numbers: [String]) -> String {
        guard !numbers.isEmpty else { return "其间没有登记过新件" }
        let first = numbers.prefix(numbersTold).joined(separator: "、")
        let rest = numbers.count > numbersTold ? "……（换回后给出全部清单）" : ""
        return "其间登记的 \(numbers.count) 件会没有：\(first)\(rest)。这些编号不再给别的件；请按回执告知当事人"
    }

    private static func lostCasesEnglish(_ numbers: [String]) -> String {
        guard !numbers.isEmpty else { return "no case was registered since then" }
        let first = numbers.prefix(numbersTold).joined(separator: ", ")
        let rest = numbers.count > numbersTold ? ", … (all of them are listed after the restore)" : ""
        return
            "cases registered since then will be gone: \(numbers.count): \(first)\(rest). Their numbers are given to no other case; tell their applicants by the receipts"
    }

    private static func lossChinese(_ loss: RestoreLoss, _ since: String?) -> String {
        let time = since.map { "，自 \($0) 起" } ?? ""
        return switch loss {
        case .nothingThere: "这里还没有数据库，没有什么会丢"
        case .unreadable(let error): "现在的数据库读不出，说不清会丢什么：\(Message.storeProblem(error).text(.chinese))"
        case .entries(0, _, _): "备份之后没有新的记录，什么也不会丢"
        case .entries(let count, _, let head):
            "备份之后的 \(count) 条记录会丢\(time)，末条 \(head.shortHash)"
        case .diverged(0, _, _): "现在的数据库里没有备份所缺的记录，什么也不会丢"
        case .diverged(let count, _, let head):
            "现在的数据库与备份各写各的：现在这份里有 \(count) 条备份没有的记录会丢\(time)，末条 \(head.shortHash)"
        }
    }

    private static func lossEnglish(_ loss: RestoreLoss, _ since: String?) -> String {
        let time = since.map { " since \($0)" } ?? ""
        return switch loss {
        case .nothingThere: "there is no database yet; nothing would be lost"
        case .unreadable(let error):
            "the present database cannot be read, nobody can say what would be lost: \(Message.storeProblem(error).text(.english))"
        case .entries(0, _, _): "nothing was recorded after the backup; nothing would be lost"
        case .entries(let count, _, let head):
            "entries after the backup would be lost: \(count)\(time), last \(head.shortHash)"
        case .diverged(0, _, _): "the database has no entry that the backup lacks; nothing would be lost"
        case .diverged(let count, _, let head):
            "the database and the backup were written to separately: entries that only the database has would be lost: \(count)\(time), last \(head.shortHash)"
        }
    }
}
