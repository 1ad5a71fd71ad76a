/// A sheet of the centre: a title, columns, rows, sums, notes and lines to sign on (建政发〔2022〕33号 二(四)3). It holds no words
/// and no layout: the same value becomes text for a printer, a page, a table for other programs, or a screen.
///
/// Every number can carry what it is made of (``SheetCell/parts``), so that nobody has to believe it. Rows stand in the
/// order of keys that do not change, and nothing of the time of making is in it: of a period that is fixed, the same sheet
/// comes out whenever it is made.
public struct Sheet: Hashable, Sendable {
    public var kind: SheetKind
    public var period: ReportPeriod
    public var centre: String
    /// The one village that it is about; `nil` for all.
    public var village: String?
    public var standing: Standing
    public var columns: [SheetColumn]
    public var rows: [Row]
    /// Under the columns that are added up.
    public var sums: [SheetCell]?
    public var notes: [SheetNote]
    public var signatures: [Signature]

    /// Whether anything can still change.
    public enum Standing: Hashable, Sendable {
        /// The period has not ended, what it rests on was not signed, or entries about it may still come: as known at
        /// that time.
        case running(Instant)
        case fixed
    }

    public struct Row: Hashable, Sendable {
        /// Names the row for good: a staff number, a village, a journal entry.
        public var key: String
        public var cells: [SheetCell]

        public init(key: String, cells: [SheetCell]) {
            self.key = key
            self.cells = cells
        }
    }

    /// Somebody who signs, and who has.
    public struct Signature: Hashable, Sendable {
        public var role: SheetTerm
        /// Name and day of the recorded signature.
        public var name: String?
        public var on: CivilDate?

        public init(_ role: SheetTerm, name: String? = nil, on: CivilDate? = nil) {
            self.role = role
            self.name = name
            self.on = on
        }
    }

    public init(
        kind: SheetKind, period: ReportPeriod, centre: String, village: String? = nil, standing: Standing,
        columns: [SheetColumn], rows: [Row], notes: [SheetNote] = [], signatures: [Signature] = []
    ) {
        self.kind = kind
        self.period = period
        self.centre = centre
        self.village = village
        self.standing = standing
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.signatures = signatures
        sums = Self.sums(columns, rows)
    }

    /// The cell that a row's key and a column's name address, such as `A01` and `net`.
    public func cell(_ row: String, _ column: String) -> SheetCell? {
        guard let column = columns.firstIndex(where: { $0.rawValue == column }),
            let found = rows.first(where: { $0.key == row }), found.cells.indices.contains(column)
        else { return nil }
        return found.cells[column]
    }

    private static func sums(_ columns: [SheetColumn], _ rows: [Row]) -> [SheetCell]? {
        guard columns.contains(where: \.isSummed) else { return nil }
        return columns.indices.map { column in
            guard columns[column].isSummed else { return column == 0 ? SheetCell(.term(.total)) : SheetCell(.none) }
            var isMoney = false
            let sum = rows.reduce(0) { sum, row in
                guard row.cells.indices.contains(column) else { return sum }
                switch row.cells[column].value {
                case .count(let count): return sum + count
                case .money(let fen):
                    isMoney = true
                    return sum + fen
                case .none, .text, .term, .date, .instant, .month, .list: return sum
                }
            }
            return SheetCell(isMoney || columns[column].isMoney ? .money(sum) : .count(sum))
        }
    }
}

/// One cell, with what it is made of.
public struct SheetCell: Hashable, Sendable {
    public var value: SheetValue
    public var parts: [SheetPart]

    public init(_ value: SheetValue, parts: [SheetPart] = []) {
        self.value = value
        self.parts = parts
    }
}

public enum SheetValue: Hashable, Sendable {
    case none
    case text(String)
    case term(SheetTerm)
    case count(Int)
    /// Fen.
    case money(Int)
    case date(CivilDate)
    case instant(Instant)
    case month(CivilMonth)
    indirect case list([SheetValue])
}

/// One thing that a number is made of: what it is, and what it adds.
public struct SheetPart: Hashable, Sendable {
    public var what: [SheetValue]
    public var amount: SheetValue

    public init(_ what: [SheetValue], _ amount: SheetValue) {
        self.what = what
        self.amount = amount
    }
}

/// Which sheet.
public enum SheetKind: String, Hashable, CaseIterable, Sendable {
    /// 月汇总表
    case summary
    /// 签到表
    case attendance
    /// 补助发放表
    case allowance
    /// 计件绩效表
    case performance
    /// 预警通报
    case circular
    /// 人员变动表
    case roster
    /// 缺岗表
    case staffing
    /// 培训表
    case training
    /// 星级评定表
    case stars
}

/// A remark under a sheet.
public struct SheetNote: Hashable, Sendable {
    public var term: SheetTerm
    public var values: [SheetValue]

    public init(_ term: SheetTerm, _ values: [SheetValue] = []) {
        self.term = term
        self.values = values
    }
}
