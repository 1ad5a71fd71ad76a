import CaseStore
import Casework
import Dashboard

/// What `daiban export` and the newer ways of `daiban import` say.
enum ExchangeWords: Hashable {
    case abstractExport, discussionExport
    case optionKind, optionFormat, optionOut, optionReplace, optionUnmasked, optionReason, optionWords
    case optionImportFormat, optionImportAs
    case progress(done: Int, total: Int)
    case exported(ExportKind, rows: Int, path: String)
    case stopped
    case journalIsMasked
    case reasonWithoutUnmasked, unmaskedNeedsReason
    case mappingOrFormat
    case fileMissing, optionExample, discussionImport
    /// So many that are there in another state than the file says; part of a sentence, nothing for none.
    case otherState(Int)
    /// A file that is not UTF-8 is of the older Chinese encoding, mostly.
    case perhapsGBK(String)
    /// A word of the file, in so many rows, for which the mapping has only its default.
    case unknownWord(UnknownWord, rows: Int, taken: ImportMapping.Defaults)
    /// So many more than were told.
    case more(Int)
    case problem(ExportError)
    case importProgress(EventLogProgress)
    case imported(EventLogReport)
    case formImported(ExportKind, ImportReport)

    var chinese: String {
        switch self {
        case .abstractExport: "导出为文件，个人信息默认遮盖"
        case .discussionExport:
            """
            csv：UTF-8，无 BOM。xlsx-safe-csv：给表格软件用，有 BOM；会被当作公式、数字或日期的文字前加一个撇号（'），\
            导入时原样去掉。jsonl：每行一个对象。办件、人员、事项的文件可以再导入；日志、考勤、预警由记录得出，只导出，不导入。\
            遮盖过的办件和人员文件不能再导入；遮盖过的日志不能用来核验哈希链。
            """
        case .optionKind: "导出什么：\(ExportKind.allCases.map(\.rawValue).joined(separator: "、"))"
        case .optionFormat: "格式：csv、xlsx-safe-csv、jsonl"
        case .optionOut: "写到这个文件（默认或 - 为标准输出）"
        case .optionReplace: "文件已存在时，写完后替换它"
        case .optionUnmasked: "不遮盖个人信息；限中心主任、督办员，须写理由，并记入日志"
        case .optionReason: "为何要不遮盖的数据"
        case .optionWords: "加一列状态的中文名"
        case .optionImportFormat: "本程序导出的文件的格式：csv、xlsx-safe-csv、jsonl（不用对照表）"
        case .optionImportAs: "由谁导入（工号）；导入人员和事项时必填"
        case .progress(let done, let total): "已写 \(done) / \(total) 行   Ctrl-C 停止"
        case .exported(let kind, let rows, let path): "\(Self.name(kind).chinese) \(rows) 行，已写入 \(path)"
        case .stopped: "已停止，没有留下文件"
        case .journalIsMasked: "注意：日志中的个人信息已遮盖，内容与哈希不再对应，不能用这份文件核验"
        case .reasonWithoutUnmasked: "--reason 只和 --unmasked 一起用"
        case .unmaskedNeedsReason: "--unmasked 须写明理由：--reason 理由"
        case .mappingOrFormat: "请给出 --mapping（别的系统的文件）或 --format（本程序导出的文件），只给一个"
        case .fileMissing: "请写出要导入的文件；对照表的样子见 daiban import --example-mapping"
        case .optionExample: "印出一份带说明的对照表样例，可直接使用"
        case .discussionImport:
            """
            --mapping 读别的系统导出的 CSV，对照表是 TOML：name 来源名；encoding、delimiter 文件的编码和分隔符；[columns] 哪一列\
            是编号、申请时间、事项、村等；[time] 时间的写法和时区；[blank] 空格子写成什么；[state]、[origin]、[kind] 哪个词是\
            哪种状态、来源、方式；有办理期限一列的另有 [target]。带说明的样例：daiban import --example-mapping。
            --format 读本程序导出的文件，不用对照表。
            """
        case .otherState(0): ""
        case .otherState(let count): "（另有 \(count) 件状态不同，照旧未动）"
        case .perhapsGBK(let path):
            "文件不是 UTF-8，多半是 GBK 编码；转换后再导入：iconv -f GB18030 -t UTF-8 \(path.asShellWord) > 新文件"
        case .unknownWord(let word, let rows, let defaults):
            "\(Self.meaning(word).chinese)“\(word.word)”对照表里没有，按默认的“\(Self.taken(word, defaults, .chinese))”算：\(rows) 行"
        case .more(let count): "……还有 \(count) 处"
        case .problem(let error): Self.chinese(error)
        case .importProgress(let progress):
            switch progress.phase {
            case .reading:
                "读取排序：\(progress.rows) 行（\(Self.percent(progress.bytesRead, progress.bytesTotal))%）   Ctrl-C 停止"
            case .recording:
                "写入：\(progress.rowsDone) / \(progress.rows) 行，\(progress.cases) 件，已有 \(progress.alreadyThere) 件，未导入 \(progress.casesRejected) 件   Ctrl-C 停止"
            }
        case .imported(let report):
            "\(report.wasStopped ? "已停止，再次运行会从此处继续；" : "")读 \(report.progress.rows) 行：导入 \(report.progress.cases) 件、\(report.progress.events) 步，已有 \(report.progress.alreadyThere) 件\(Self.otherState(report.progress.otherState).chinese)，未导入 \(report.progress.casesRejected) 件（\(report.progress.rowsRejected) 行）；新增村 \(Self.first(report.newVillageNames, of: report.newVillages).chinese)、事项 \(report.newItems)"
        case .formImported(let kind, let report):
            "\(Self.name(kind).chinese)：\(report.wasStopped ? "已停止；" : "")读 \(report.progress.rowsRead) 行：导入 \(report.progress.imported)，已有 \(report.progress.alreadyThere)\(Self.otherState(report.progress.otherState).chinese)，未导入 \(report.progress.rejected)"
        }
    }

    var english: String {
        switch self {
        case .abstractExport: "Write a table to a file; personal data is masked unless asked for"
        case .discussionExport:
            """
            csv: UTF-8 without a byte order mark. xlsx-safe-csv: for spreadsheets, with one; a text that they would take \
            for a formula, a number or a date gets an apostrophe (') in front, which importing takes off again. jsonl: \
            one object a line. Files of cases, staff and items can be imported again; journal, attendance and \
            warnings follow from the record and are only exported. Masked cases and people cannot be imported; a masked journal cannot be verified.
            """
        case .optionKind: "What: \(ExportKind.allCases.map(\.rawValue).joined(separator: ", "))"
        case .optionFormat: "How: csv, xlsx-safe-csv or jsonl"
        case .optionOut: "The file to write (default, and -: standard output)"
        case .optionReplace: "Replace a file that is there already, once the new one is whole"
        case .optionUnmasked: "Leave personal data as it is: for directors and supervisors, with a reason; recorded"
        case .optionReason: "Why the unmasked data is needed"
        case .optionWords: "Add a column with the states in words"
        case .optionImportFormat:
            "The format of a file that this program exported: csv, xlsx-safe-csv or jsonl (needs no mapping)"
        case .optionImportAs: "Who imports (staff number); needed for staff and items"
        case .progress(let done, let total): "\(done) of \(total) rows   Ctrl-C stops"
        case .exported(let kind, let rows, let path): "\(Self.name(kind).english): \(rows) rows, in \(path)"
        case .stopped: "stopped; no file was left"
        case .journalIsMasked:
            "note: personal data in the journal is masked, so that the texts are not those that were hashed: this file cannot be verified"
        case .reasonWithoutUnmasked: "--reason goes with --unmasked only"
        case .unmaskedNeedsReason: "--unmasked needs a reason: --reason WHY"
        case .mappingOrFormat:
            "give either --mapping (another system's file) or --format (a file that this program exported)"
        case .fileMissing: "name the file to import; daiban import --example-mapping shows what a mapping looks like"
        case .optionExample: "Print a mapping with explanations, which can be used as it stands"
        case .discussionImport:
            """
            --mapping reads another system's CSV. A mapping is TOML: name, what the source is called; encoding and delimiter of \
            the file; [columns], which column is the number, the moment of application, the item, the village and so on; [time], \
            how times are written, and their zone; [blank], what an empty cell becomes; [state], [origin], [kind], which word is \
            which state, origin and kind; with a column of deadlines also [target]. One with explanations: \
            daiban import --example-mapping.
            --format reads what this program exported, without a mapping.
            """
        case .otherState(0): ""
        case .otherState(let count): " (and \(count) with another state, left as they are)"
        case .perhapsGBK(let path):
            "the file is not UTF-8, but GBK, most likely; convert it and import that: iconv -f GB18030 -t UTF-8 \(path.asShellWord) > NEW"
        case .unknownWord(let word, let rows, let defaults):
            "the mapping does not know the \(Self.meaning(word).english) “\(word.word)”; taken as its default, “\(Self.taken(word, defaults, .english))”: \(counted(rows, "row", "rows"))"
        case .more(let count): "… and \(count) more"
        case .problem(let error): Self.english(error)
        case .importProgress(let progress):
            switch progress.phase {
            case .reading:
                "reading and sorting: \(progress.rows) rows (\(Self.percent(progress.bytesRead, progress.bytesTotal)) %)   Ctrl-C stops"
            case .recording:
                "recording: \(progress.rowsDone) of \(progress.rows) rows, \(progress.cases) cases, \(progress.alreadyThere) there already, \(progress.casesRejected) left out   Ctrl-C stops"
            }
        case .imported(let report):
            "\(report.wasStopped ? "stopped, run again to go on from here; " : "")\(report.progress.rows) rows read: \(report.progress.cases) cases with \(report.progress.events) events imported, \(report.progress.alreadyThere) cases there already\(Self.otherState(report.progress.otherState).english), \(report.progress.casesRejected) left out (\(report.progress.rowsRejected) rows); new villages: \(Self.first(report.newVillageNames, of: report.newVillages).english), new items: \(report.newItems)"
        case .formImported(let kind, let report):
            "\(Self.name(kind).english): \(report.wasStopped ? "stopped; " : "")\(report.progress.rowsRead) rows read: \(report.progress.imported) imported, \(report.progress.alreadyThere) there already\(Self.otherState(report.progress.otherState).english), \(report.progress.rejected) left out"
        }
    }

    /// How many there are, and which the first of them are.
    static func first(_ names: [String], of count: Int) -> (chinese: String, english: String) {
        guard !names.isEmpty else { return ("\(count)", "\(count)") }
        let isAll = names.count == count
        return (
            "\(count)（\(names.joined(separator: "、"))\(isAll ? "" : "等")）",
            "\(count) (\(names.joined(separator: ", "))\(isAll ? "" : ", …"))"
        )
    }

    /// Where a row stands: as a spreadsheet counts, and in the file where that is another number.
    static func placeChinese(_ reject: ImportReject) -> String {
        "第 \(reject.row) 行" + (reject.line == reject.row ? "" : "（文件第 \(reject.line) 行）")
            + (reject.column.isEmpty ? "" : "“\(reject.column)”列")
    }

    static func placeEnglish(_ reject: ImportReject) -> String {
        "row \(reject.row)" + (reject.line == reject.row ? "" : " (line \(reject.line))")
            + (reject.column.isEmpty ? "" : ", column “\(reject.column)”")
    }

    static func detail(_ reject: ImportReject) -> String { reject.detail.isEmpty ? "" : " \(reject.detail)" }

    private static func meaning(_ word: UnknownWord) -> (chinese: String, english: String) {
        switch word.meaning {
        case .state: ("状态", "state")
        case .origin: ("来源", "origin")
        case .kind: ("方式", "kind")
        }
    }

    private static func taken(
        _ word: UnknownWord, _ defaults: ImportMapping.Defaults, _ language: Language
    ) -> String {
        let message: Message? =
            switch word.meaning {
            case .state: defaults.state.map(Message.state)
            case .origin: defaults.origin.map(Message.origin)
            case .kind: defaults.kind.map(Message.serviceKind)
            }
        return message?.text(language) ?? ""
    }

    private static func percent(_ part: Int64, _ whole: Int64) -> Int64 {
        whole > 0 ? min(100, part * 100 / whole) : 100
    }

    static func name(_ kind: ExportKind) -> (chinese: String, english: String) {
        switch kind {
        case .cases: ("办件", "cases")
        case .journal: ("日志", "journal")
        case .staff: ("人员", "staff")
        case .attendance: ("考勤", "attendance")
        case .items: ("事项", "items")
        case .warnings: ("预警", "warnings")
        }
    }

    private static func chinese(_ error: ExportError) -> String {
        switch error {
        case .exists(let path): "\(path) 已存在，没有动它；要替换请加 --replace"
        case .failed(let path, let detail): "\(path) 无法写入：\(SystemReason.chinese(detail))；没有留下文件"
        case .notPermitted(let role):
            "\(Message.role(role).text(.chinese))不能导出未遮盖的个人信息；中心主任和督办员可以"
        case .notOnStaff: Message.refusal(.notOnStaff).text(.chinese)
        case .reason(let refusal): Message.refusal(refusal).text(.chinese)
        case .store(let error): Message.storeProblem(error).text(.chinese)
        }
    }

    private static func english(_ error: ExportError) -> String {
        switch error {
        case .exists(let path): "\(path) is there already and was left alone; --replace replaces it"
        case .failed(let path, let detail):
            "\(path) cannot be written: \(SystemReason.english(detail)); no file was left"
        case .notPermitted(let role):
            "\(Message.role(role).text(.english)): may not take personal data out unmasked; a director or supervisor may"
        case .notOnStaff: Message.refusal(.notOnStaff).text(.english)
        case .reason(let refusal): Message.refusal(refusal).text(.english)
        case .store(let error): Message.storeProblem(error).text(.english)
        }
    }
}

extension ExportError {
    var exitStatus: ExitStatus {
        switch self {
        case .notPermitted, .notOnStaff, .reason: .refused
        case .exists, .failed, .store: .failed
        }
    }
}
