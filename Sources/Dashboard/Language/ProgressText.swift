import Casework

/// How a matter stands, in plain lines for whoever holds the receipt (武政管办〔2022〕36号 第十条).
public enum ProgressText {
    public static func lines(_ progress: CaseProgress, offset: UTCOffset, _ language: Language) -> [String] {
        switch language {
        case .chinese: chinese(progress, offset)
        case .english: english(progress, offset)
        }
    }

    private static func chinese(_ progress: CaseProgress, _ offset: UTCOffset) -> [String] {
        var lines = [
            "编号：\(progress.number)", "事项：\(progress.item)",
            "现在：\(progress.state.chinese)（\(ItemTerm.stage(progress.stage).chinese)）",
            "申请：\(progress.submittedAt.civilText(offset))",
        ]
        if let accepted = progress.acceptedAt { lines.append("受理：\(accepted.civilText(offset))") }
        if let completed = progress.completedAt { lines.append("送审：\(completed.civilText(offset))") }
        if let closed = progress.closedAt { lines.append("办结：\(closed.civilText(offset))") }
        if let clock = progress.clock, let due = progress.due {
            lines.append(
                "\(clock.chinese)时限：最迟 \(due.dueText(offset))" + (progress.isProvisional ? "（暂定）" : "")
                    + (progress.isOverdue ? "，已超期，正在催办" : ""))
        } else if progress.isStopped {
            lines.append("时限：停计中")
        }
        if let office = progress.office { lines.append("材料在：\(office)") }
        if !progress.missing.isEmpty { lines.append("还缺：\(progress.missing.joined(separator: "、"))") }
        if let condition = progress.condition { lines.append("等待：\(condition)") }
        if let visit = progress.visitAt { lines.append("上门：\(visit.civilText(offset))") }
        if let reason = progress.reason { lines.append("理由：\(reason)") }
        if let office = progress.rightOffice { lines.append("请到：\(office)") }
        return lines
    }

    private static func english(_ progress: CaseProgress, _ offset: UTCOffset) -> [String] {
        var lines = [
            "Number:    \(progress.number)", "Item:      \(progress.item)",
            "State:     \(progress.state.english) (\(ItemTerm.stage(progress.stage).english))",
            "Asked:     \(progress.submittedAt.civilText(offset))",
        ]
        if let accepted = progress.acceptedAt { lines.append("Accepted:  \(accepted.civilText(offset))") }
        if let completed = progress.completedAt { lines.append("To review: \(completed.civilText(offset))") }
        if let closed = progress.closedAt { lines.append("Settled:   \(closed.civilText(offset))") }
        if let clock = progress.clock, let due = progress.due {
            lines.append(
                "Limit:     \(clock.english): \(due.dueText(offset)) at the latest"
                    + (progress.isProvisional ? " (provisional)" : "")
                    + (progress.isOverdue ? ", overdue; the office is urging" : ""))
        } else if progress.isStopped {
            lines.append("Limit:     stands still")
        }
        if let office = progress.office { lines.append("Papers at: \(office)") }
        if !progress.missing.isEmpty { lines.append("Missing:   \(progress.missing.joined(separator: ", "))") }
        if let condition = progress.condition { lines.append("Waits for: \(condition)") }
        if let visit = progress.visitAt { lines.append("Visit:     \(visit.civilText(offset))") }
        if let reason = progress.reason { lines.append("Reason:    \(reason)") }
        if let office = progress.rightOffice { lines.append("Turn to:   \(office)") }
        return lines
    }
}
