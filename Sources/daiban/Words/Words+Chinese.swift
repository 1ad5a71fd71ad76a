import CaseStore
import Casework
import Dashboard
import TerminalKit

/// The Simplified Chinese words of the command line.
extension Words {
    var chinese: String {
        switch self {
        case .program: "代办：乡镇便民服务中心的审核台面"
        case .programDiscussion:
            """
            不带子命令时打开台面（desk）。先试用：daiban demo。
            退出码：0 完成；1 失败（磁盘、占用、损坏、终端）；2 规则不允许；3 别人先办了；4 没有此件或此人；
            5 校验有出入；6 导入时有行未导入；64 用法不对；78 配置文件有误。
            """
        case .abstract(let subject): subject.chinese
        case .optionDatabase: "数据库文件（默认取自配置）"
        case .optionConfig: "配置文件（默认 ./config.toml，再 ~/.config/daiban/config.toml）"
        case .optionLanguage: "界面语言：zh 或 en"
        case .optionAs: "以谁的身份（人员编号，如 R01）"
        case .optionJSON: "以 JSON 输出"
        case .optionSeen: "您看到的版本；其后有变动则不写入"
        case .optionReason: "理由"
        case .optionTo: "转给谁（代办员编号，如 A07）"
        case .optionNumber: "办件编号"
        case .optionCentre: "中心名称"
        case .optionPrefix: "办件编号的字母前缀，如 YX"
        case .optionOffset: "与 UTC 的时差，如 +08:00"
        case .optionReviewer: "第一位审核员的人员编号"
        case .optionReviewerName: "第一位审核员的姓名（默认“审核员”）"
        case .optionCases: "往期已办结的件数"
        case .optionSeed: "随机种子：同样的种子造出同样的乡镇"
        case .optionPace: "节奏：1 为常速，2 为两倍"
        case .optionSize: "无终端时的画面大小，如 160x45"
        case .optionFile: "要导入的文件"
        case .optionMapping: "列与值的对照表（TOML）"
        case .optionRejects: "未导入的行写到这里（默认 FILE.rejects.csv）"
        case .optionState: "只列这些状态（可重复）"
        case .optionVillage: "村"
        case .optionText: "编号、申请人、事项、村、代办员中含有，拼音首字母也可"
        case .argumentWords: "要找的词，都要相符：姓名、事项、村、代办员、编号，拼音首字母也可（zs ylbx）"
        case .optionLimit: "最多列多少件"
        case .optionOverdue: "只列已超期的"
        case .optionItem: "事项"
        case .optionApplicant: "申请人姓名"
        case .optionIdentity: "身份证号"
        case .optionPhone: "电话"
        case .optionAddress: "住址"
        case .optionNote: "说明"
        case .optionOrigin: "来源：online 线上申请，phone 电话预约，walk-in 到站办理，found 代办员发现，campaign 上级交办"
        case .optionKind: "方式：agency 代办，assistance 帮办，window 窗口受理"
        case .intake(let words): words.chinese
        case .optionUrgent: "急件"
        case .optionReveal: "显示申请人的全部资料；须写理由，会记入痕迹"
        case .optionAgentNumber: "只列这位代办员手上的（人员编号，如 A07）"
        case .optionAgents: "代办员，写作 编号:姓名:村，如 A01:张三:石门村（可重复）"
        case .optionStaffNumber: "人员编号，如 A01"
        case .optionStaffName: "姓名"
        case .optionRole: "角色"
        case .optionStaffVillage: "所服务的村，代办员必填；中心还没有的村一并登记"
        case .optionStaffPhone: "电话"
        case .staff(let words): words.chinese
        case .life(let words): words.chinese
        case .optionMarkdown: "以 Markdown 表格输出"

        case .mistyped(let word, [], let place): "没有“\(word)”这个命令；有哪些见 \(place) --help"
        case .mistyped(let word, let meant, let place):
            "没有“\(word)”这个命令；是不是 \(meant.joined(separator: "、"))？有哪些见 \(place) --help"
        case .personMissing([]): "请说明以谁的身份：--as 编号，或在 config.toml 写 person = \"编号\""
        case .personMissing(let known):
            "请说明以谁的身份：--as 编号，或在 config.toml 写 person = \"编号\"。可用：\(known.joined(separator: "，"))"
        case .personUnknown(let number): "没有编号为 \(number) 的人员"
        case .personNotFound(let text): "没有编号、姓名或拼音首字母是 \(text) 的人员"
        case .personAmbiguous(let text, let people): "\(text) 说的是谁：\(people.joined(separator: "、"))"
        case .caseUnknown(let number): "没有编号为 \(number) 的办件"
        case .villageUnknown(let name, let known): "没有“\(name)”这个村；已有：\(known.joined(separator: "、"))"
        case .numberTaken(let number): "编号 \(number) 已经用过"
        case .mayNotRegister(let role): "\(Message.role(role).text(.chinese))不能登记办件"
        case .mayNotEnrol(let role): "\(Message.role(role).text(.chinese))不能登记人员"
        case .personLeft(let number, let name): "\(number) \(name)已离任，不能再办理"
        case .configuration(let error): Words.chinese(error)
        case .importProblem(let error): Words.chinese(error)
        case .terminal(let error): Words.chinese(error)
        case .conflict(let conflict):
            if let last = conflict.entries.last {
                "未写入：\(conflict.current.number) 已由 \(last.actorName ?? "本中心")\(Message.event(last.event.kind).text(.chinese))，现在是第 \(conflict.current.version) 版，“\(Message.state(conflict.current.state).text(.chinese))”"
            } else {
                "未写入：\(conflict.current.number) 现在是第 \(conflict.current.version) 版"
            }
        case .created(let path, let centre): "已为\(centre)建立 \(path)"
        case .firstSteps(let path, let reviewer): "打开台面：daiban desk --database \(path) --as \(reviewer)"
        case .founding(let done, let total): "正在生成模拟乡镇 \(done)/\(total)   Ctrl-C 停止"
        case .demoReady(let path): "试用数据在 \(path)"
        case .notADemo(let path): "\(path) 不是试用数据，没有改动它；模拟乡镇只能在 daiban demo 自己建立的数据库里运行，请换一个文件名"
        case .townshipInhabited: "这个数据库里已经有人员，不能再建模拟乡镇"
        case .simulatorFailed(let detail): "模拟乡镇未能启动：\(detail)"
        case .simulatorDied(let detail): "模拟乡镇中途停了，其后台面上没有新的动静：\(detail)"
        case .importProgress(let progress):
            "已读 \(progress.rowsRead) 行（\(percent(progress.bytesRead, progress.bytesTotal))%），导入 \(progress.imported)，已有 \(progress.alreadyThere)，未导入 \(progress.rejected)   Ctrl-C 停止"
        case .imported(let report):
            "\(report.wasStopped ? "已停止；" : "")读 \(report.progress.rowsRead) 行：导入 \(report.progress.imported)，已有 \(report.progress.alreadyThere)\(ExchangeWords.otherState(report.progress.otherState).chinese)，未导入 \(report.progress.rejected)；新增村 \(ExchangeWords.first(report.newVillageNames, of: report.newVillages).chinese)、事项 \(report.newItems)"
        case .differenceLine(let difference):
            "\(difference.number)：文件里是“\(Message.state(difference.said).text(.chinese))”，这里是“\(Message.state(difference.found).text(.chinese))”，没有改动"
        case .rejectsWritten(let path): "未导入的行和原因在 \(path)"
        case .rejectLine(let reject):
            ExchangeWords.placeChinese(reject) + "：\(reject.reason.chinese)" + ExchangeWords.detail(reject)
        case .verifying(let done, let total): "正在校验 \(done)/\(total)   Ctrl-C 停止"
        case .sound(let report):
            "完好：\(report.entries) 条记录首尾相接，\(report.cases) 件、\(report.people) 名人员、\(report.items) 个事项和各种登记与之一致"
        case .finding(let finding, let offset): finding.chinese(offset)
        case .unsound(let count): "发现 \(count) 处出入"
        case .interrupted: "已停止"
        case .clockBehind(let now, let record):
            "本机时钟 \(now) 早于最近一条记录 \(record)：请校准时钟；办件照本机时间记录，时限不会因此缩短"
        case .newCase(let number, let due): "已登记 \(number)，最迟 \(due) 受理"
        case .limit(let kind): "\(Message.clock(kind).text(.chinese))时限"
        case .clockEnded(let at): "\(at) 计时结束"
        case .acted(let kind, let number):
            "\(kind.canBeUndone || [.undo, .complete].contains(kind) ? "已" : "")\(Message.action(kind).text(.chinese))：\(number)"
        case .enrolled(let number, let name): "已登记 \(number) \(name)"
        case .columnName: "姓名"
        case .columnRole: "角色"
        case .hasLeft: "已离任"
        case .listCount(let count): "共 \(count) 件"
        case .searchCount(0, _, _): "没有找到。可以用姓名、事项、村、代办员、编号来找，打拼音首字母也行；电话和身份证号不能用来找"
        case .searchCount(let count, let shown, let hasMore):
            hasMore ? "超过 \(count) 件，列出最新的 \(shown) 件" : "共 \(count) 件，列出最新的 \(shown) 件"
        case .endedBySignal(let number): "因信号 \(number) 结束"
        case .lineLost: "终端已断开，台面关闭"
        case .terminalMended: "终端已恢复正常"
        case .nothingToMend: "这里没有终端可以恢复"
        case .noTemporaryFolder(let folder, let detail): "无法在 \(folder) 建立临时目录：\(SystemReason.chinese(detail))"
        case .outputFailed(let detail): "结果没有写全：标准输出：\(SystemReason.chinese(detail))"
        case .system(let detail): "出错：\(SystemReason.chinese(detail))"
        case .doctor(let item): item.chinese
        case .goodLine: "正常"
        case .badLine: "有问题"
        case .rulebook(let words): words.chinese
        case .item(let words): words.chinese
        case .calendar(let words): words.chinese
        case .recompute(let words): words.chinese
        case .warnings(let words): words.chinese
        case .sheets(let words): words.chinese
        case .outbox(let words): words.chinese
        case .campaign(let words): words.chinese
        case .notice(let words): words.chinese
        case .county(let words): words.chinese
        case .backup(let words): words.chinese
        case .exchange(let words): words.chinese
        case .relay(let words): words.chinese
        case .attendance(let words): words.text(.chinese)
        case .wall(let words): words.chinese
        case .record(let words): words.chinese
        case .conduct(let words): words.chinese
        }
    }

    private func percent(_ part: Int64, _ whole: Int64) -> Int64 { whole == 0 ? 100 : part * 100 / whole }

    private static func chinese(_ error: ConfigurationError) -> String {
        let place = error.source + (error.line.map { ":\($0)" } ?? "") + "："
        let key = error.key.map { "“\($0)”" } ?? ""
        return switch error.problem {
        case .syntax(let detail): "\(place)不是 TOML：\(detail)"
        case .missingKey: "\(place)缺少\(key)"
        case .missingOneOf(let keys): "\(place)\(key)这里缺少 \(keys.joined(separator: "、")) 中的一个"
        case .unknownKey(let allowed): "\(place)不认识\(key)；可用：\(allowed.joined(separator: ", "))"
        case .value(let value, let expected): "\(place)\(key)不能是 \(value)；\(ExpectedWords.chinese(expected))"
        case .contradiction(let detail): "\(place)\(key)自相矛盾：\(detail)"
        case .calendar(let problem): "\(place)\(key)：\(problem.chinese)"
        case .unreadable(let detail): "\(place)无法读取：\(SystemReason.chinese(detail))"
        }
    }

    private static func chinese(_ error: ImportError) -> String {
        switch error {
        case .unreadable(let path, let detail): "\(path)：无法读取：\(SystemReason.chinese(detail))"
        case .empty(let path): "\(path)：空文件"
        case .otherForm(let path, let wanted, let found):
            "\(path)：要读的是\(wanted.chinese)，这个文件是\(found.chinese)；\(found.chineseAdvice)"
        case .notCSV(let path, let line, .notAnObject): "\(path):\(line)：第一行不是一个完整的 JSON 对象"
        case .notCSV(let path, let line, .invalidUTF8):
            "\(path):\(line)：表头读不出；\(ExchangeWords.perhapsGBK(path).chinese)"
        case .notCSV(let path, let line, let kind): "\(path):\(line)：表头不是 CSV：\(kind.chinese)"
        case .missingColumns(let missing, let header):
            "对照表里的列在表头中没有：\(missing.map { "\($0.key) = \"\($0.column)\"" }.joined(separator: "，"))；表头是：\(header.joined(separator: ", "))"
        case .ambiguousColumn(let column, _): "表头里“\(column)”出现了不止一次"
        case .rejects(let path, let detail): "未导入的行无法写入 \(path)：\(SystemReason.chinese(detail))"
        case .rejectsIsTheInput(let path): "\(path) 正是要导入的文件，不能用来写未导入的行"
        case .sorting(let detail): "没有地方给日志排序（位置由 TMPDIR 决定）：\(SystemReason.chinese(detail))"
        case .madeForSpreadsheets(let path):
            "\(path)：这是给表格软件用的文件，号码前有撇号；请加 --format xlsx-safe-csv"
        case .masked(let path): "\(path)：文件里的个人信息已遮盖，无从还原；请用 --unmasked 导出的文件"
        case .unknownForm(let header):
            "表头不是本程序导出的任何一种；表头是：\(header.joined(separator: ", "))"
        case .noSource(let kind):
            "\(ExchangeWords.name(kind).chinese)由记录得出，不能导入；办件、人员、事项可以"
        case .personNeeded(let kind): "导入\(ExchangeWords.name(kind).chinese)须说明由谁导入：--as 工号"
        case .notPermitted(let role, let kind):
            "\(Message.role(role).text(.chinese))不能导入\(ExchangeWords.name(kind).chinese)；"
                + "可以的有：\(kind.importers.map { Message.role($0).text(.chinese) }.joined(separator: "、"))"
        case .store(let error): Message.storeProblem(error).text(.chinese)
        case .record(let detail): "记录时出错：\(detail)"
        }
    }

    private static func chinese(_ error: TerminalError) -> String {
        switch error {
        case .notATerminal: "全屏画面需要终端；这里的输入或输出不是终端"
        case .notUTF8(let locale): "终端的编码不是 UTF-8（现为“\(locale)”）；请设 LANG=zh_CN.UTF-8 或 C.UTF-8 后再来"
        case .dumb(let term): "终端类型“\(term)”不能移动光标；请换一个终端，或设好 TERM（如 xterm-256color）"
        case .tooSmall(let found, let needed):
            "窗口太小：\(found.columns)x\(found.rows)，至少要 \(needed.columns)x\(needed.rows)"
        case .system(let operation, let number): "终端出错：\(operation)：\(number)"
        }
    }
}

extension Words.Subject {
    var chinese: String {
        switch self {
        case .desk: "打开审核台面（默认）"
        case .demo: "生成一个自行运转的模拟乡镇，打开台面试用"
        case .initialise: "为一个中心建立数据库"
        case .importing: "按对照表导入别的系统的办件或事件日志，或导入本程序导出的文件"
        case .cases: "列出、查看、登记办件，以及一件从头到尾的每一步"
        case .list: "列出办件"
        case .search: "在全部办件中查找"
        case .show: "查看一件，连同痕迹"
        case .new: "登记一件"
        case .accept: "受理"
        case .decline: "不予受理（须写理由）"
        case .complete: "办完送审（代办员）"
        case .approve: "审核通过"
        case .reject: "审核退回（须写理由）"
        case .reassign: "转派给另一位代办员"
        case .urge: "催办"
        case .undo: "撤回自己在这件上的最后一步"
        case .verify: "重放全部记录，与现状比对"
        case .keys: "列出台面的按键"
        case .doctor: "检查终端、配置和数据库"
        case .reset: "终端错乱时（如程序被强行终止后）恢复正常"
        case .simulate: "让模拟乡镇运转（demo 的第二个进程）"
        case .staff: "人员：登记、变更、聘任、顶岗、交接、核对"
        case .staffAdd: "登记一位人员（审核员、督办员、中心主任可用）"
        case .staffList: "列出人员和在岗情况"
        }
    }
}

extension Words.DoctorItem {
    var chinese: String {
        switch self {
        case .terminal: "终端"
        case .size: "大小"
        case .colours: "颜色"
        case .encoding: "编码"
        case .language: "语言"
        case .theme: "主题"
        case .configuration: "配置"
        case .database: "数据库"
        case .journal: "记录条数"
        case .unicode: "字宽表"
        case .missing: "没有"
        case .panes: "窗格"
        case .panesReadable: "台面要显示的都读得出；数据库的其余部分用 daiban verify 校验"
        case .dates: "时限"
        case .synchronizedOutput: "同步输出"
        case .margins: "左右边界"
        case .repeating: "重复字符"
        case .keyboard: "kitty 键盘协议"
        case .ambiguousWidth: "不定宽字符"
        case .yes: "有"
        case .no: "没有"
        case .narrow: "一列"
        case .wide: "两列"
        case .source(.answered): "终端自己答的"
        case .source(.environment): "环境变量"
        case .source(.known): "按终端名称"
        case .source(.configuration): "配置"
        case .source(.unknown): "不知道，按稳妥的算"
        case .answers: "终端应答"
        case .silent(let milliseconds): "终端在 \(milliseconds) 毫秒内没有答完；没有答到的功能都不用"
        case .otherRules(let count): "\(count) 件按别的规则或日历计的时限；请用 daiban recompute 重算"
        }
    }
}

extension ImportReject.Reason {
    var chinese: String {
        switch self {
        case .unclosedQuote: "引号没有合上"
        case .strayQuote: "引号位置不对"
        case .fieldCount: "列数不对"
        case .invalidUTF8: "不是 UTF-8"
        case .fieldTooLong: "内容太长"
        case .nul: "含有空字符"
        case .blank: "不能空着"
        case .time: "不是认得的时间"
        case .unknownValue: "对照表里没有这个值"
        case .number: "编号不合规"
        case .numberTaken: "编号已被占用"
        case .order: "早于前一步"
        case .beforeSubmission: "早于申请时间"
        case .future: "晚于现在"
        case .unknownAgent: "没有这位代办员"
        case .notAnObject: "不是一个 JSON 对象"
        case .history: "办件在此状态下不能这样继续："
        case .noRegistration: "历史不是从登记开始，而是"
        case .tooManyEvents: "步数超过任何一件："
        case .otherRow: "同一件整件未导入，原因在第几行："
        case .masked: "个人信息已遮盖"
        case .unfit: "不能照此导入："
        }
    }
}

extension CSVDefect.Kind {
    var chinese: String {
        switch self {
        case .unclosedQuote: "引号没有合上"
        case .strayQuote: "引号位置不对"
        case .fieldCount(let found, let expected): "有 \(found) 列，应为 \(expected) 列"
        case .invalidUTF8: "不是 UTF-8"
        case .fieldTooLong: "内容太长"
        case .nul: "含有空字符"
        case .notAnObject: "不是一个 JSON 对象"
        }
    }
}
