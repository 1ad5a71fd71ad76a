import CaseStore
import Casework
import TerminalKit

/// The sheets at the desk: which one, of which period, and what it says.
public struct SheetDesk: Hashable, Sendable {
    public var kind = SheetKind.summary
    public var period: ReportPeriod
    /// The one that was asked for last.
    public var sheet: Sheet?
    public var problem: SheetError?
    public var top = 0
    /// The period that an allowance, which is a quarter's, has taken the place of.
    private var replaced: ReportPeriod?

    public init(period: ReportPeriod) {
        self.period = period
    }

    public var request: SheetRequest { SheetRequest(kind: kind, period: period, isExplained: false) }

    mutating func turn(by distance: Int) {
        let kinds = SheetKind.allCases
        let place = (kinds.firstIndex(of: kind) ?? 0) + distance
        kind = kinds[(place + kinds.count) % kinds.count]
        if kind == .allowance, let first = period.months.first {
            replaced = period
            period = .quarter(CivilQuarter(of: first))
        } else if let before = replaced {
            (period, replaced) = (before, nil)
        }
    }

    mutating func advance(by distance: Int) {
        period = period.advanced(by: distance)
        replaced = nil
    }

    /// Month, quarter, year, and month again, around the same days.
    mutating func changeUnit() {
        guard let first = period.months.first, let last = period.months.last else { return }
        replaced = nil
        switch period {
        case .month: period = .quarter(CivilQuarter(of: first))
        case .quarter: period = .year(first.year)
        case .year: period = .month(last)
        }
    }
}

extension DeskState {
    mutating func openSheets(_ effects: inout [DeskEffect]) {
        let today = centre.offset.civil(now).date
        let desk = SheetDesk(period: .month(CivilMonth(of: today)))
        overlay = .sheets(desk)
        effects.append(.loadSheet(desk.request))
    }

    mutating func sheetKey(_ press: KeyPress, _ desk: SheetDesk, _ effects: inout [DeskEffect]) {
        var desk = desk
        notice = nil
        switch press.normalised.key {
        case .escape:
            overlay = nil
            return
        case .right, .tab: desk.turn(by: press.modifiers.contains(.shift) ? -1 : 1)
        case .left: desk.turn(by: -1)
        case .character("["): desk.advance(by: -1)
        case .character("]"): desk.advance(by: 1)
        case .character("m"): desk.changeUnit()
        case .character("p"):
            if let sheet = desk.sheet { effects.append(.issueSheet(sheet)) }
            return
        default:
            guard let moved = scrolled(desk.top, press) else {
                notice = Notice(message: .unknownKey(press.name), tone: .warning)
                return
            }
            desk.top = moved
            overlay = .sheets(desk)
            return
        }
        (desk.sheet, desk.problem, desk.top) = (nil, nil, 0)
        overlay = .sheets(desk)
        effects.append(.loadSheet(desk.request))
    }

    mutating func take(_ result: Result<Sheet, SheetError>, of request: SheetRequest) {
        // What was asked for before something else was chosen is nobody's any more.
        guard case .sheets(var desk) = overlay, desk.request == request else { return }
        switch result {
        case .success(let sheet): (desk.sheet, desk.problem) = (sheet, nil)
        case .failure(let error): (desk.sheet, desk.problem) = (nil, error)
        }
        overlay = .sheets(desk)
    }

    mutating func takeIssued(_ result: Result<ReceiptOutlet.Place, ReceiptOutlet.Failure>) {
        switch result {
        case .success(.file(let path)): notice = Notice(message: .sheet(.saved(path)), tone: .good)
        case .success(.command(let command)): notice = Notice(message: .sheet(.printed(command)), tone: .good)
        case .failure(.notConfigured):
            guard case .sheets(let desk) = overlay else { return }
            notice = Notice(message: .sheet(.notConfigured(desk.kind, desk.period)), tone: .warning)
        case .failure(.failed(let what, let detail)):
            notice = Notice(message: .sheet(.notIssued(what, detail: detail)), tone: .warning)
        }
    }
}
