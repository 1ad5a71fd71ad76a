import CaseStore
import Casework
import Dashboard

extension RecordWords {
    var chinese: String {
        switch self {
        case .anchor: "印出记录末尾的校验码，存到外面，记录被截短或改写时能发现"
        case .anchorDiscussion:
            "每月印一次，签字存档；或存入另一块盘上的文件（--append）。核对用 daiban verify --anchors 文件，或 --anchor 编号:校验码。"
        case .rebuild: "按记录重做所有的表"
        case .money: "人员款项：补助、扣减、计件、更正、代收"
        case .moneyEnter: "给一个人登记款项"
        case .moneyList: "列出登记的款项和每月合计"
        case .adopt: "记下：从现在起执行配置中的这套规则"
        case .optionFull: "全面校验：数据库完整性、每件内容逐字节、计数和检索"
        case .optionAnchors: "存下的校验码文件（daiban anchor --append）"
        case .optionAnchor: "纸上的校验码，如 1234:09af-5c11-77e2-b0d4（可重复）"
        case .optionAppend: "在这个文件里加一行；文件要放在另一块盘上"
        case .optionAfterRestore: "换回备份后接着记：文件里写明自此重新起算（与 --append、--reason 一起用）"
        case .optionRestartReason: "为何重新起算；写入文件和记录"
        case .optionSign: "为当月签字：由谁签，写入记录"
        case .optionMonth: "为哪个月签字，如 2026-11（默认上月，上月已签则本月）"
        case .optionRebuildReason: "为何重做；写入记录"
        case .optionCompare: "也比较重做前后的各表，说明改正了哪些（多花约四分之一的时间）"
        case .optionNewFile: "数据库文件有坏页、各表不能就地重做时：照记录在新文件里重做，换下旧文件并另存"
        case .optionDespite: "记录链断了也继续；只有中心主任可以，并写入记录"
        case .optionMoneyKind: "allowance 补助、deduction 扣减、piece 计件、correction 更正、fee 代收"
        case .optionAmount: "金额（元），如 120.50；只有更正可以为负"
        case .optionPeriod: "所属月份，如 2026-11"
        case .optionGround: "依据"
        case .optionMoneyOf: "只看这个人（工号，如 A07）"
        case .anchorOf(let centre, let at): "\(centre)的记录，\(at)"
        case .anchorEntries(let entries, let last): "条数    \(entries)，最后一条是第 \(last) 条"
        case .anchorHash(let lines): "校验码  " + lines.joined(separator: "\n        ")
        case .anchorShort(let short): "输入用  \(short)"
        case .anchorAdvice:
            "请把这一页印出，签名并写上日期，存到管电脑的人改不到的地方。\n以后核对：daiban verify --anchor 编号:校验码（照上面最后一行输入）。"
        case .anchorAppended(let path): "已写入 \(path)"
        case .anchorSigned(let month): "已为 \(month) 签字，并写入记录"
        case .anchorProblem(let error): Self.chinese(error)
        case .notAnAnchor(let text): "“\(text)”不是校验码；应如 1234:09af-5c11-77e2-b0d4"
        case .monthWithoutAnchor(let month): "\(month) 还没有人签字：daiban anchor --sign --month \(month) --as 工号"
        case .anchorsCompared(let count): "核对校验码 \(count) 个，都相符"
        case .restartNeeds: "--after-restore 要和 --append 文件、--reason 缘由、--as 工号一起用"
        case .restarted(let kept, let offset): Self.restartChinese(kept, offset)
        case .remadeDespite(let remade, let offset): Self.remadeChinese(remade, offset)
        case .restoreFits(let restore, let at):
            "与此相符的换回：\(at)，\(restore.person ?? "本所")（本机账号 \(restore.word.account)）用 \(restore.word.file) 换回，记录第 \(restore.sequence) 条\(restore.word.kept.map { "，旧的另存为 \($0)" } ?? "")"
        case .soundInFull: "全面校验：数据库的每一页、各项内容逐字节、队列计数、检索和工作量也都相符"
        case .soundInPart: "没有查的：内容逐字节、队列计数、检索和工作量，加 --full 才查"
        case .moreFindings(let count): "……还有 \(count) 处，用 --json 看全部"
        case .verifyAdvice(let advice, let database): advice.text(.chinese, database: database)
        case .firstFinding(let finding, let offset): "从这里开始有问题：\(finding.chinese(offset))"
        case .rebuilding(let progress):
            switch progress.stage {
            case .chain: "正在核对记录链 \(progress.done)/\(progress.total)   Ctrl-C 停止"
            case .cases: "正在重做各表 \(progress.done)/\(progress.total)   其他人须等待   Ctrl-C 停止"
            case .indexes: "正在重做索引   其他人须等待   Ctrl-C 停止"
            case .derived: "正在重做计数和检索   其他人须等待   Ctrl-C 停止"
            }
        case .rebuilt(let report): "已按 \(report.entries) 条记录重做，共 \(report.cases) 件"
        case .nothingPutRight: "各表的内容与记录本来就一致，没有改正什么；保护、索引、队列计数和检索不作比较，也都重做了"
        case .putRight(let change): Self.chinese(change)
        case .rebuiltDespite(let finding): "记录链是断的：\(finding.chinese)"
        case .withoutBeginning(let count): "记录里没有登记这一步、因而未列入的办件：\(count) 件"
        case .lostByRebuild(let lost): LossWords(lost).chinese
        case .keptBeforeRebuild(let path): "重做以前的数据库留在 \(path)"
        case .rebuildProblem(let error): Self.chinese(error)
        case .newFileAlone: "--new-file 不能与 --compare 同用：新文件里没有旧表可比"
        case .notSalvageable(let finding): "没有改动：\(finding.chinese)。记录不完整，不能照它重做，只能从备份恢复"
        case .salvaging(.copying(let done, let total)): "正在抄记录 \(done)/\(total)   其他人须等待   Ctrl-C 停止"
        case .salvaging(.rebuilding(let progress)): RecordWords.rebuilding(progress).chinese
        case .salvaging(.verifying(let progress)):
            "正在校验新文件 \(progress.done)/\(progress.total)   其他人须等待   Ctrl-C 停止"
        case .salvaged(let report):
            "已按 \(report.rebuilt.entries) 条记录在新文件里重做并全面校验，共 \(report.rebuilt.cases) 件；开着的台面会自己换过来"
        case .notSalvaged("pins"): "口令没有全读出来"
        case .notSalvaged("pin_tries"): "口令输错的次数没有全读出来，读不出的从零算起"
        case .notSalvaged("outbox"): "待发的消息没有全读出来，读不出的不会再发；请查看 daiban outbox list，需要的请自行通知"
        case .notSalvaged("import_checkpoints"): "导入的进度没有全读出来：没有导完的文件可能要从头再导，已有的办件会自动跳过"
        case .notSalvaged(let table): "“\(RecordNames(language: .chinese).table(table))”没有全读出来〔\(table)〕"
        case .withoutPIN(let people): "口令没有了、须重设的：\(people.joined(separator: "、"))（daiban staff pin 工号 --as 审核员的工号）"
        case .salvageUnchecked: "旧文件的各表读不全，无法核对是否还有记录以外的办件；旧文件请留着"
        case .kind(.allowance): "补助"
        case .kind(.deduction): "扣减"
        case .kind(.piece): "计件"
        case .kind(.correction): "更正"
        case .kind(.fee): "代收"
        case .entered(let who, let entry):
            "\(who)：\(RecordWords.kind(entry.kind).chinese) \(Self.yuan(entry.fen)) 元，\(entry.period)"
        case .notAnAmount(let text): "“\(text)”不是金额；请写元，如 120.50"
        case .columnKind: "类别"
        case .columnAmount: "元"
        case .columnPeriod: "月份"
        case .columnGround: "依据"
        case .columnSum: "应发"
        case .adopted(let name): "从现在起执行规则“\(name)”，已写入记录"
        case .adoptedAlready(let name, let since): "“\(name)”自 \(since) 起就是这样执行的；没有写入"
        case .inForce(let name, let since, let by, let reason): "\(name)，自 \(since) 起执行，\(by)：\(reason)"
        case .notAdopted: "记录里没有写明执行哪套规则，见 daiban rulebook adopt"
        case .otherInForce(let name, let since): "配置与记录中自 \(since) 起执行的“\(name)”不同，见 daiban rulebook adopt"
        case .ruleProblem(.notOnStaff): "不在岗位名单上，或已离任"
        case .ruleProblem(.notPermitted(let role)): "\(Message.role(role).text(.chinese))不能确定规则"
        case .ruleProblem(.store(let error)): Message.storeProblem(error).text(.chinese)
        case .rulesItem: "规则"
        }
    }

    private static func restartChinese(_ kept: KeptRestart, _ offset: UTCOffset) -> String {
        let (restart, restore) = (kept.restart, kept.restore)
        let what = restore.map { "\($0.at.civilText(offset)) 用 \($0.word.file) 换回" } ?? "一次换回（后来又被另一次换回带走）"
        return
            "文件第 \(kept.line) 行：\(what)之后重新起算，\(restart.person) 记于 \(restart.at.civilText(offset))，缘由：\(restart.reason)\(kept.isRecorded ? "" : "（只有文件这样写，记录里没有：旧版本写下的，或被改过）")。此前有 \(kept.passed) 个校验码因此没有比对"
    }

    private static func remadeChinese(_ remade: RemadeDespiteBreak, _ offset: UTCOffset) -> String {
        let word = remade.word
        let who = remade.person ?? "查不到的人"
        let state = word.brokenAt.map { "在记录链从第 \($0) 条起断缺的情况下" } ?? "在各表有记录里查不到的内容时"
        let lost =
            switch word.lostCases {
            case nil: "，失去多少件无从得知"
            case 0: ""
            case let count?: "，其时失去 \(count) 件"
            }
        let kept = word.kept.map { "，重做以前的数据库另存为 \($0)" } ?? ""
        return
            "记录第 \(remade.sequence) 条：\(remade.at.civilText(offset))，\(who) \(state)重做了各表，缘由：\(word.reason)\(lost)\(kept)。那以前缺的，校验看不出来，请与纸上的校验码核对"
    }

    private static func chinese(_ error: AnchorError) -> String {
        switch error {
        case .notOnStaff: "不在岗位名单上，或已离任"
        case .notPermitted(let role): "\(Message.role(role).text(.chinese))不能签字"
        case .monthSigned(let month): "\(month) 已经签过字"
        case .monthInFuture(let month): "\(month) 还没有开始"
        case .noAnchors(let path): "\(path):1：不是校验码：这不是存校验码的文件，没有动它；请另用一个文件"
        case .noFolder(let path): Message.storeProblem(.noFolder(path: path)).text(.chinese)
        case .lineUnreadable(let path, let line):
            "\(path):\(line)：不是完整的校验码，没有写入。若是停电留下的，请删去这一行；否则先查清是谁写的"
        case .chainBroken(let finding): "记录链断了，没有打印、签字或写入：\(finding.chinese)。请用 daiban verify 查明"
        case .lineBeforeRestore(let path, let finding, let restore, let offset):
            "\(path)：最后一行与记录不符，没有写入：\(finding.chinese(offset))。\(RecordWords.restoreFits(restore, at: restore.at.civilText(offset)).chinese)。查实后加 --after-restore --reason 缘由 --as 工号 接着记"
        case .nothingToRestart(let path): "\(path)：最后一行与记录相符，不必重新起算，没有写入"
        case .lineDiffers(let path, let finding, let offset): "\(path)：最后一行与记录不符，没有写入：\(finding.chinese(offset))"
        case .file(let path, let detail): "\(path)：\(SystemReason.chinese(detail))"
        case .store(let error): Message.storeProblem(error).text(.chinese)
        }
    }

    private static func chinese(_ change: RebuildReport.Change) -> String {
        let what =
            switch change.before {
            case nil: "原来没有或读不出，现有 \(change.after) 行"
            case change.after: "有的行与记录不符（共 \(change.after) 行）"
            case let before?: "原有 \(before) 行，现有 \(change.after) 行"
            }
        return "改正了“\(RecordNames(language: .chinese).table(change.table))”：\(what)〔\(change.table)〕"
    }

    private static func chinese(_ error: RebuildError) -> String {
        switch error {
        case .noSuchPerson(let number): "记录里没有工号为 \(number) 的在岗人员"
        case .notPermitted(.rebuildDespiteBrokenChain, let role):
            "\(Message.role(role).text(.chinese))不能按断了的记录链重做，只有中心主任可以"
        case .notPermitted(.restore, let role):
            "\(Message.role(role).text(.chinese))不能用备份换下数据库，审核员和中心主任可以"
        case .notPermitted(_, let role): "\(Message.role(role).text(.chinese))不能重做各表"
        case .brokenChain(let finding, let lost):
            "没有改动：记录链断了：\(finding.chinese)。请先找备份；中心主任可用 --despite-broken-chain 继续"
                + "。" + LossWords(lost).chinese
        case .unreadable(let finding): "没有改动：\(finding.chinese)"
        case .damaged(let path, let detail):
            "\(path) 有损坏：\(SystemReason.chinese(detail))。各表不能就地重做，没有改动。请用 daiban verify 查看办件记录是否完好：完好就加 --new-file，在新文件里重做；不完好，从备份恢复"
        case .stopped: "已停止，一切照旧"
        case .store(let error): Message.storeProblem(error).text(.chinese)
        }
    }
}

extension VerificationReport.AnchorOrigin {
    func chinese(_ offset: UTCOffset) -> String {
        switch self {
        case .file(let line, let at): "\(at.civilText(offset)) 存下的校验码（第 \(line) 行）"
        case .paper: "纸上的校验码"
        case .journal(let month): "为 \(month) 签字的校验码"
        }
    }
}
