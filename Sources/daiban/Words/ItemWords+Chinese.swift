import CaseStore
import Casework
import Dashboard

/// What the command line says about service items, in Simplified Chinese.
extension ItemWords {
    var chinese: String {
        switch self {
        case .abstract(let subject): subject.chinese
        case .optionLevel: "层级：county 县级，township 乡镇级（含已认领的县级事项），village 村级"
        case .optionText: "名称、编码、办理单位中含有"
        case .optionCode: "事项编码，如 X-CL-01"
        case .optionVersion: "看哪一版（默认现行版）"
        case .optionFile: "要导入的 CSV 文件（列名与 item export 的相同）"
        case .optionExportFile: "写到哪个文件（默认标准输出）；已有的文件不覆盖"
        case .optionMark: "开头加 UTF-8 标记，供打开时出现乱码的表格软件用"
        case .optionReason: "理由"
        case .optionChanges: "要改的项，写作 列名=内容，如 promised_days=3（可多项；列名与 CSV 的相同）"
        case .optionSeen: "您看到的版本；其后有新版则不写入"
        case .optionExpected(let level): "\(text(.level(level)))清单应有的项数"
        case .optionGaps: "连同应公开而尚缺的内容"
        case .count(let count): "共 \(count) 项"
        case .takenOver(let report): "新增 \(report.listed) 项，更新 \(report.revised) 项，未变 \(report.unchanged) 项"
        case .exported(let count, let path): "已导出 \(count) 项到 \(path)"
        case .alreadyThere(let path): "\(path) 已经存在，没有改动它"
        case .listed(let listing):
            "\(listing.item.code) \(listing.item.name)：现为\(text(.version(listing.item.version)))"
        case .claimed(let code, let name): "已认领 \(code) \(name)"
        case .givenBack(let code, let name): "已退回 \(code) \(name)"
        case .withdrawn(let code, let name): "已取消 \(code) \(name)；已有办件仍按原版本办理"
        case .nothingToRevise: "请写明要改什么，如 promised_days=3"
        case .counted(let count):
            if let expected = count.expected {
                "\(text(.level(count.level)))：\(count.found) 项，应有 \(expected) 项，\(Self.difference(count))"
            } else {
                "\(text(.level(count.level)))：\(count.found) 项"
            }
        case .gaps(let level, let field, let count):
            "\(text(.level(level)))：\(count) 项没有“\(text(.field(field)))”"
        case .laterVersion(let shown, let current):
            "这是\(text(.version(shown)))；现行的是\(text(.version(current)))"
        case .unknownVersion(let code, let version, let known):
            "事项 \(code) 没有第 \(version) 版；有：\(known.map(String.init).joined(separator: ", "))"
        case .history: "历次改动"
        case .columnCode: "编码"
        case .columnClaim: "认领"
        case .faults(let error): error.faults.map { Self.line($0, in: error.source) }.joined(separator: "\n")
        }
    }

    private func text(_ term: ItemTerm) -> String { Message.itemTerm(term).text(.chinese) }

    private static func difference(_ count: ItemCount) -> String {
        count.missing == 0 ? "相符" : count.missing > 0 ? "少 \(count.missing) 项" : "多 \(-count.missing) 项"
    }

    private static func line(_ fault: ItemListError.Fault, in source: String) -> String {
        let row = fault.row.map { row in
            "第 \(row) 行" + (fault.line.map { $0 == row ? "" : "（文件第 \($0) 行）" } ?? "")
        }
        let column = fault.column.map { "“\($0)”列" }
        let place = [row, column].compactMap(\.self).joined()
        return "\(source)：\(place.isEmpty ? "" : place + "：")\(fault.problem.chinese)"
    }
}

extension ItemListError.Fault.Problem {
    fileprivate var chinese: String {
        switch self {
        case .unreadable(let detail): "无法读取：\(SystemReason.chinese(detail))"
        case .empty: "空文件"
        case .notCSV(let kind): kind.chinese
        case .missingColumns(let names): "表头缺少：\(names.joined(separator: ", "))"
        case .unknownColumn(let allowed): "不认识这一列；可用：\(allowed.joined(separator: ", "))"
        case .doubledColumn: "这一列出现了不止一次"
        case .doubledCode(let code, let row): "编码 \(code) 在第 \(row) 行已有"
        case .refused(let refusal): Message.itemTerm(.refusal(refusal)).text(.chinese)
        }
    }
}

extension ItemWords.Subject {
    fileprivate var chinese: String {
        switch self {
        case .items: "事项清单：列出、查看、导入、导出、认领、更新"
        case .list: "列出事项"
        case .show: "查看一项的办事指南"
        case .importing: "按 CSV 更新清单：新的列入，改动的成为新版，未变的不写"
        case .exporting: "把清单写成 CSV"
        case .startList: "采用程序自带的清单（只取您可改动的层级）"
        case .claim: "认领一项县级事项（中心主任）"
        case .giveBack: "退回一项已认领的县级事项（须写理由）"
        case .revise: "更新一项，成为新的一版"
        case .withdraw: "取消一项（须写理由）"
        case .check: "核对各级清单的项数和应公开的内容"
        }
    }
}
