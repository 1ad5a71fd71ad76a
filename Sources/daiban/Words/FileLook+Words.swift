import CaseStore

/// What the forms of files are called, and what a person does who has one that was not expected.
extension FileLook {
    var chinese: String {
        switch self {
        case .empty: "空文件"
        case .text: "一行行的文本（如 CSV）"
        case .jsonLines: "JSON Lines（每行一个 {…}）"
        case .workbook: "表格软件的工作簿（如 .xlsx）"
        }
    }

    var chineseAdvice: String {
        switch self {
        case .empty, .text: "CSV 请用 --format csv 或 --mapping"
        case .jsonLines: "本程序导出的请用 --format jsonl"
        case .workbook: "请在表格软件里另存为 CSV（UTF-8）"
        }
    }

    var english: String {
        switch self {
        case .empty: "an empty file"
        case .text: "lines of text, such as CSV"
        case .jsonLines: "JSON Lines, one {…} a line"
        case .workbook: "a workbook of a spreadsheet program, such as .xlsx"
        }
    }

    var englishAdvice: String {
        switch self {
        case .empty, .text: "for CSV use --format csv or --mapping"
        case .jsonLines: "for what this program exported use --format jsonl"
        case .workbook: "save it as CSV (UTF-8) there"
        }
    }
}
