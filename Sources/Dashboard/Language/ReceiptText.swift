import Casework
import TerminalKit

/// The receipt as text: on the screen, in a file, on a printer. Plain lines without marks of any kind, and without anything
/// in what people wrote that a terminal or a printer would obey.
public enum ReceiptText {
    public static func lines(_ receipt: Receipt, _ language: Language) -> [String] {
        let lines =
            switch language {
            case .chinese: chinese(receipt)
            case .english: english(receipt)
            }
        return lines.map { Sanitiser.clean($0) }
    }

    private static func chinese(_ receipt: Receipt) -> [String] {
        let offset = receipt.centre.offset
        let title = receipt.matter == .consultation ? "咨询登记回执" : "登记回执"
        var lines = ["\(receipt.centre.name)  \(title)", "", "编　　号：\(receipt.number)", "事　　项：\(receipt.item)"]
        let number = receipt.identityNumber.map { "  \($0)" } ?? ""
        lines.append("申 请 人：\(receipt.applicant)\(number)")
        lines.append("村　　名：\(receipt.village)")
        lines.append("收到时间：\(receipt.receivedAt.civilText(offset))")
        for limit in receipt.limits {
            let provisional = limit.isProvisional ? "（暂定，放假安排尚未公布）" : ""
            lines.append("\(limit.kind.chinese)时限：最迟 \(limit.due.dueText(offset))\(provisional)")
            lines.append("依　　据：\(limit.clause)")
        }
        lines.append("代 办 员：\(receipt.agent ?? "将另行告知")")
        lines.append("")
        let phone = receipt.phone.map { "，或拨打 \($0)" } ?? ""
        lines.append("查询进度：凭本回执编号到服务窗口询问\(phone)。")
        lines.append("代办服务本身不收费。请保管好本回执。")
        return lines
    }

    private static func english(_ receipt: Receipt) -> [String] {
        let offset = receipt.centre.offset
        let title = receipt.matter == .consultation ? "Receipt for a question" : "Receipt for a request"
        var lines = [receipt.centre.name, title, "", "Number:    \(receipt.number)", "Item:      \(receipt.item)"]
        let number = receipt.identityNumber.map { "  \($0)" } ?? ""
        lines.append("Applicant: \(receipt.applicant)\(number)")
        lines.append("Village:   \(receipt.village)")
        lines.append("Received:  \(receipt.receivedAt.civilText(offset))")
        for limit in receipt.limits {
            let provisional = limit.isProvisional ? " (provisional: days off not published yet)" : ""
            lines.append("Limit of \(limit.kind.english): \(limit.due.dueText(offset)) at the latest\(provisional)")
            lines.append("Rests on:  \(limit.clause)")
        }
        lines.append("Agent:     \(receipt.agent ?? "to be named")")
        lines.append("")
        let phone = receipt.phone.map { ", or call \($0)" } ?? ""
        lines.append("How it stands: ask at the centre with the number of this receipt\(phone).")
        lines.append("The service is free of charge. Please keep this receipt.")
        return lines
    }
}
