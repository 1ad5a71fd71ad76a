import Casework

/// The circular of warnings as text for a file, a printer or a notice board (武政管办〔2022〕36号 第十一条).
public enum CircularText {
    public static func lines(_ circular: WarningCircular, centre: Centre, _ language: Language) -> [String] {
        func text(_ message: WarningMessage) -> String { Message.warning(message).text(language) }
        let offset = centre.offset
        var lines = [
            text(.circularTitle(centre: centre.name)),
            text(
                .circularPeriod(
                    since: circular.since.map { "\(offset.civil($0).date)" }, at: circular.at.civilText(offset))),
            "",
        ]
        guard !circular.units.isEmpty else { return lines + [text(.circularEmpty)] }
        lines.append(text(.circularTotal(circular.counts)))
        for unit in circular.units {
            lines += ["", text(.circularUnit(village: unit.village, unit.counts))]
            for share in unit.shares {
                lines.append("  " + text(.circularAgent(share.agent, share.counts)))
                for warning in share.warnings {
                    let remaining = Message.remaining(minutes: warning.due.minutes(since: circular.at))
                    lines.append(
                        "    "
                            + text(
                                .circularCase(
                                    warning, due: warning.due.dueText(offset), remaining: remaining.text(language))))
                }
            }
        }
        return lines
    }
}
