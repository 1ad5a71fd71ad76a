/// What a rulebook says about the people: who may be an agent, how many there have to be, when they sit at their posts,
/// what is docked, who is replaced.
public struct AgentRules: Hashable, Sendable {
    public var admission: Admission
    /// The steps to an appointment, in their order (建政发〔2022〕33号 二(二)).
    public var appointment: [AppointmentStep]
    public var staffing: [StaffingRequirement]
    public var duty: Duty
    public var replacement: Replacement
    /// `nil` where the document knows no dismissal by counting.
    public var dismissal: Dismissal?
    /// `nil` where nothing is docked.
    public var deductions: Deductions?
    /// Fen a village and year; `nil` where there is none.
    public var yearlyAllowance: Int?
    public var allowanceRule: AllowanceRule
    /// `nil` where villages hand in no monthly summary.
    public var summary: MonthlySummary?
    public var training: Training
    public var appeal: Appeals
    public var ledger: LedgerRules
    /// The names of a centre's stars, lowest first, and the least that earns a plaque; `nil` where there are none.
    public var stars: Stars?
    public var checklists: Checklists
    /// What support money is weighed by.
    public var support: SupportShares

    public init(
        admission: Admission, appointment: [AppointmentStep], staffing: [StaffingRequirement], duty: Duty,
        replacement: Replacement, dismissal: Dismissal?, deductions: Deductions?, yearlyAllowance: Int?,
        allowanceRule: AllowanceRule, summary: MonthlySummary?, training: Training, appeal: Appeals,
        ledger: LedgerRules, stars: Stars?, checklists: Checklists, support: SupportShares
    ) {
        self.admission = admission
        self.appointment = appointment
        self.staffing = staffing
        self.duty = duty
        self.replacement = replacement
        self.dismissal = dismissal
        self.deductions = deductions
        self.yearlyAllowance = yearlyAllowance
        self.allowanceRule = allowanceRule
        self.summary = summary
        self.training = training
        self.appeal = appeal
        self.ledger = ledger
        self.stars = stars
        self.checklists = checklists
        self.support = support
    }
}

/// Schooling, from less to more.
public enum Education: String, Hashable, Codable, CaseIterable, Comparable, Sendable {
    case primary
    /// 初中
    case juniorMiddle = "junior-middle"
    /// 高中、中专
    case seniorMiddle = "senior-middle"
    /// 大专及以上
    case college

    public static func < (one: Education, other: Education) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
}

extension AgentRules {
    /// Who may become an agent (武政管办〔2022〕36号 第十三条; 建政发〔2022〕33号 二(一)).
    public struct Admission: Hashable, Sendable {
        public enum GridWorker: String, CaseIterable, Hashable, Sendable {
            case may, must, never
        }

        /// In years: an agent is younger than this.
        public var ageLimit: Int
        public var education: Education
        public var gridWorker: GridWorker
        public var livesInVillage: Bool
        /// Whether the person has to be able to use a computer and a phone.
        public var usesDevices: Bool

        public init(
            ageLimit: Int, education: Education, gridWorker: GridWorker, livesInVillage: Bool, usesDevices: Bool
        ) {
            self.ageLimit = ageLimit
            self.education = education
            self.gridWorker = gridWorker
            self.livesInVillage = livesInVillage
            self.usesDevices = usesDevices
        }
    }

    public enum AppointmentStep: String, CaseIterable, Codable, Hashable, Sendable {
        /// By the two committees of the village.
        case nomination
        /// Vote of the village assembly.
        case vote
        /// Reviewed by and filed with the township.
        case townshipFiling = "township-filing"
        /// Filed with the county.
        case countyFiling = "county-filing"
        case appointment
    }

    /// "Each `unit` has at least `least` of `post`" (内放办〔2022〕3号 一).
    public struct StaffingRequirement: Hashable, Sendable {
        public enum Unit: String, CaseIterable, Hashable, Sendable {
            case county, township, village, group, department
        }

        public var unit: Unit
        public var post: StaffPost
        public var least: Int

        public init(unit: Unit, post: StaffPost, least: Int) {
            self.unit = unit
            self.post = post
            self.least = least
        }
    }

    /// Desk duty (建政发〔2022〕33号 二(三)1).
    public struct Duty: Hashable, Sendable {
        /// A session of a day, in minutes of the day.
        public struct Session: Hashable, Sendable {
            public var from: Int
            public var to: Int

            public init(from: Int, to: Int) {
                self.from = from
                self.to = to
            }
        }

        /// Month and day, as in `05-01`.
        public struct YearDay: Hashable, Sendable {
            public var month: Int
            public var day: Int

            public init(month: Int, day: Int) {
                self.month = month
                self.day = day
            }
        }

        /// When somebody is late, and what the door does (建政发〔2022〕33号 二(三)1).
        public struct Checks: Hashable, Sendable {
            /// So many minutes before a session one can check in.
            public var opensBefore: Int
            /// More minutes than this after the beginning are late.
            public var lateAfter: Int
            /// More minutes than this before the end are early.
            public var earlyBefore: Int

            public init(opensBefore: Int, lateAfter: Int, earlyBefore: Int) {
                self.opensBefore = opensBefore
                self.lateAfter = lateAfter
                self.earlyBefore = earlyBefore
            }
        }

        /// What a PIN has to be, and what becomes of wrong ones.
        public struct PINs: Hashable, Sendable {
            /// So many digits at least.
            public var digits: Int
            /// After so many wrong tries each further one makes wait, the first time this long; each time twice as long.
            public var pauseAfter: Int
            public var pauseSeconds: Int
            /// So many wrong tries lock the number.
            public var lockAfter: Int

            public init(digits: Int, pauseAfter: Int, pauseSeconds: Int, lockAfter: Int) {
                self.digits = digits
                self.pauseAfter = pauseAfter
                self.pauseSeconds = pauseSeconds
                self.lockAfter = lockAfter
            }
        }

        public var summer: [Session]
        public var winter: [Session]
        public var summerFrom: YearDay
        /// The last day of summer.
        public var summerTo: YearDay
        /// Whether make-up workdays are days of duty.
        public var onMakeUpWorkdays: Bool
        public var checks: Checks
        public var pins: PINs

        public init(
            summer: [Session], winter: [Session], summerFrom: YearDay, summerTo: YearDay, onMakeUpWorkdays: Bool,
            checks: Checks, pins: PINs
        ) {
            self.checks = checks
            self.pins = pins
            self.summer = summer
            self.winter = winter
            self.summerFrom = summerFrom
            self.summerTo = summerTo
            self.onMakeUpWorkdays = onMakeUpWorkdays
        }
    }

    /// When an agent should be replaced (武政管办〔2022〕36号 第十五条).
    public struct Replacement: Hashable, Sendable {
        public enum Combination: String, CaseIterable, Hashable, Sendable {
            case any, all
        }

        /// Months in a row without a case.
        public var idleMonths: Int
        /// In one month, online cases overdue through own fault.
        public var overdue: Int
        /// In one month, cases with complaints.
        public var complaints: Int
        /// Whether one of `overdue` and `complaints` is enough.
        public var combination: Combination
        /// Whether proven fraud is a reason of its own.
        public var onFraud: Bool

        public init(idleMonths: Int, overdue: Int, complaints: Int, combination: Combination, onFraud: Bool) {
            self.idleMonths = idleMonths
            self.overdue = overdue
            self.complaints = complaints
            self.combination = combination
            self.onFraud = onFraud
        }
    }

    /// When an agent is dismissed by counting (建政发〔2022〕33号 二(四)2).
    public struct Dismissal: Hashable, Sendable {
        public enum Window: Hashable, Sendable {
            case tenure
            /// The calendar year.
            case year
            case rollingMonths(Int)
        }

        /// So many of any one kind.
        public var count: Int
        public var window: Window

        public init(count: Int, window: Window) {
            self.count = count
            self.window = window
        }
    }

    /// What is docked from a month's allowance, in fen (建政发〔2022〕33号 二(四)2).
    public struct Deductions: Hashable, Sendable {
        public var refusedToAccept: Int
        public var missedTraining: Int
        public var notAtPost: Int
        public var lateSummary: Int
        public var incompleteLedger: Int

        public init(
            refusedToAccept: Int, missedTraining: Int, notAtPost: Int, lateSummary: Int, incompleteLedger: Int
        ) {
            self.refusedToAccept = refusedToAccept
            self.missedTraining = missedTraining
            self.notAtPost = notAtPost
            self.lateSummary = lateSummary
            self.incompleteLedger = incompleteLedger
        }
    }

    /// How a yearly sum is cut up (建政发〔2022〕33号 二(四)1, 3).
    public struct AllowanceRule: Hashable, Codable, Sendable {
        /// Which months have the fen that twelve does not divide.
        public enum Remainder: String, CaseIterable, Hashable, Codable, Sendable {
            /// Spread evenly over the year.
            case spread
            /// One each for the first months.
            case first
            /// All in December.
            case last
        }

        /// Whose a month is when a village's agents change in it.
        public enum PartMonth: String, CaseIterable, Hashable, Codable, Sendable {
            /// Everybody's who served, by days.
            case days
            /// That of the one who serves on the last day.
            case lastDay = "last-day"
        }

        public var remainder: Remainder
        public var partMonth: PartMonth

        public init(remainder: Remainder, partMonth: PartMonth) {
            self.remainder = remainder
            self.partMonth = partMonth
        }
    }

    /// The villages' monthly summary to the township (建政发〔2022〕33号 五(一)4).
    public struct MonthlySummary: Hashable, Sendable {
        /// Days after the last day of the month by which it has to be there; 0 is the last day itself.
        public var daysAfterMonthEnd: Int
        /// Whether a month without a case is reported too.
        public var whenEmpty: Bool

        public init(daysAfterMonthEnd: Int, whenEmpty: Bool) {
            self.daysAfterMonthEnd = daysAfterMonthEnd
            self.whenEmpty = whenEmpty
        }
    }

    /// Training sessions a year (平政办发〔2024〕14号 二(一)3(2)).
    public struct Training: Hashable, Sendable {
        public var byCounty: Int
        public var byTownship: Int

        public init(byCounty: Int, byTownship: Int) {
            self.byCounty = byCounty
            self.byTownship = byTownship
        }
    }

    /// How long the person concerned may appeal (建政发〔2022〕33号 二(四)2).
    public struct Appeals: Hashable, Sendable {
        /// After the day of the verification.
        public var days: Int

        public init(days: Int) { self.days = days }
    }

    /// What an entry of the ledger has to hold (建政发〔2022〕33号 二(四)2, 六(三)).
    public struct LedgerRules: Hashable, Sendable {
        public var fields: [LedgerField]

        public init(fields: [LedgerField]) { self.fields = fields }
    }

    /// Star levels of a centre (平政办发〔2024〕14号 二(一)4(2)).
    public struct Stars: Hashable, Sendable {
        public var levels: [String]
        public var plaqueFrom: String
        /// Of the checklist's points, for each level; never falling.
        public var leastPercent: [Int]

        public init(levels: [String], plaqueFrom: String, leastPercent: [Int]) {
            self.levels = levels
            self.plaqueFrom = plaqueFrom
            self.leastPercent = leastPercent
        }
    }

    /// What a centre and a village point must have (建政发〔2022〕33号 六(二); 平政办发〔2024〕14号 二(一)1, 二(三)2).
    public struct Checklists: Hashable, Sendable {
        public var villagePoint: [String]
        public var centre: [String]
        /// Square metres of the hall; 0 where nothing is said.
        public var hall: Int
        /// Times a month that a leader works on site; 0 where nothing is said.
        public var leaderOnSite: Int

        public init(villagePoint: [String], centre: [String], hall: Int, leaderOnSite: Int) {
            self.villagePoint = villagePoint
            self.centre = centre
            self.hall = hall
            self.leaderOnSite = leaderOnSite
        }
    }
}
