import Casework
import TerminalKit

/// How long it takes and what it costs, at the right of a guide.
extension ItemsContent {
    /// What stands at the right of a guide.
    enum Limit {
        case line(String, Theme.Role)
        /// So many working days.
        case days(Int, BigDigits.Size)
        case blank

        var height: Int {
            switch self {
            case .line, .blank: 1
            case .days(let days, let size): BigDigits("\(days)").measure(size).rows
            }
        }
    }

    func limits(_ item: ServiceItem, width: Int, size: BigDigits.Size = .small) -> [Limit] {
        var limits: [Limit] = []
        func put(_ text: String, _ role: Theme.Role) {
            limits += TextWrap.lines(text, width: width).prefix(3).map { .line($0, role) }
        }
        if item.kind == .instant || item.promisedDays != nil || item.promise != nil {
            put(scene.text(.promised), .heading)
        }
        if let days = item.promisedDays {
            limits.append(.days(days, size))
        } else if item.kind == .instant {
            put(scene.text(.itemTerm(.sameDay)), .calm)
        }
        if let promise = item.promise { put(promise, .card) }
        if !limits.isEmpty { limits.append(.blank) }
        if let limit = item.legalLimit {
            put(scene.text(.legalLimit), .heading)
            put(limit, .card)
        }
        put(scene.text(.fee), .heading)
        let fee = item.fee.map { ItemTerm.fee($0.fen, basis: $0.basis) } ?? .free
        put(scene.text(.itemTerm(fee)), .card)
        return limits
    }

    func drawLimits(_ item: ServiceItem, in buffer: inout CellBuffer, region: Region) {
        let large = limits(item, width: region.width, size: .large)
        let hasRoom = large.reduce(0) { $0 + $1.height } <= region.height && region.width >= 32
        var limits = hasRoom ? large : limits(item, width: region.width)
        // Under each guide of its own width; else the last line of the wall tells it once.
        if region.width >= 32, let phone = scene.board.supervisionPhone {
            let lines = TextWrap.lines(scene.text(.supervision(phone)), width: region.width)
            if limits.reduce(lines.count + 1, { $0 + $1.height }) <= region.height {
                limits += [.blank] + lines.map { .line($0, .title) }
            }
        }
        var y = region.y
        for limit in limits where y < region.maxY {
            switch limit {
            case .blank: break
            case .line(let text, let role):
                buffer.putTruncated(
                    text, x: region.x, y: y, style: scene.style(role, on: scene.card).bold(), width: region.width,
                    glyphs: scene.glyphs)
            case .days(let days, let size):
                let digits = BigDigits(
                    "\(days)", size: size, style: scene.style(.calm, on: scene.card), glyphs: scene.glyphs.widgets)
                let measured = digits.measure(size)
                let place = Region(
                    x: region.x, y: y, width: min(region.width, measured.columns), height: measured.rows
                ).intersection(region)
                digits.draw(in: &buffer, region: place)
                buffer.putTruncated(
                    scene.text(.workingDays), x: place.maxX + 2, y: place.maxY - 1, style: scene.card.bold(),
                    width: region.maxX - place.maxX - 2, glyphs: scene.glyphs)
            }
            y += limit.height
        }
    }
}
