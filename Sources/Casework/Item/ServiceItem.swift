/// One matter of a list of service items, as it stands in one version of the list: what it is called, how long it takes,
/// what is needed, how it is filled in and on what it rests.
///
/// A version never changes. A case keeps the version that it started under (武政管办〔2022〕36号 第七条), so that whoever
/// looks later sees the guide that the applicant was given.
public struct ServiceItem: Hashable, Codable, Sendable {
    /// Something that the applicant brings.
    public struct Material: Hashable, Codable, Sendable {
        public enum Form: String, Hashable, Codable, CaseIterable, Sendable {
            case original, copy, both
        }

        public var name: String
        /// `nil` when the list does not say.
        public var form: Form?
        public var isRequired: Bool

        public init(name: String, form: Form? = nil, isRequired: Bool = true) {
            self.name = name
            self.form = form
            self.isRequired = isRequired
        }
    }

    /// What the guide says besides the materials (内放办〔2022〕3号 三).
    public struct Guide: Hashable, Codable, Sendable {
        /// When it can be done, such as the hours of a window.
        public var time: String?
        /// How the form is filled in.
        public var filling: String?
        /// A filled-in sample, or where one is.
        public var sample: String?

        public init(time: String? = nil, filling: String? = nil, sample: String? = nil) {
            self.time = time
            self.filling = filling
            self.sample = sample
        }
    }

    /// A step of the item's own way through the office.
    public struct Stage: Hashable, Codable, Sendable {
        /// The one of the five stages that the step belongs to.
        public var stage: ServiceStage
        public var name: String
        /// Working days.
        public var days: Int?

        public init(stage: ServiceStage, name: String, days: Int? = nil) {
            self.stage = stage
            self.name = name
            self.days = days
        }
    }

    /// What has to be paid, never for the agency itself (建政发〔2022〕33号 三5).
    public struct Fee: Hashable, Codable, Sendable {
        public var fen: Int
        /// The rule that sets it.
        public var basis: String

        public init(fen: Int, basis: String) {
            self.fen = fen
            self.basis = basis
        }
    }

    public var code: String
    /// Counts from 1.
    public var version: Int
    public var name: String
    public var level: ItemLevel
    public var kind: ItemKind
    public var area: ContentArea
    public var department: String?
    /// The other departments of a major item.
    public var branches: [String]
    /// Working days that the item promises; `nil` when it promises none.
    public var promisedDays: Int?
    /// The promise as it was written, where it is not a number of working days.
    public var promise: String?
    /// The limit of the law, as it was written.
    public var legalLimit: String?
    /// Who may apply.
    public var condition: String?
    public var materials: [Material]
    public var guide: Guide
    public var stages: [Stage]
    public var legalBasis: String?
    /// `nil` is free.
    public var fee: Fee?
    /// Where the entry comes from: a site or document and its date.
    public var source: String?
    /// The fields whose values were assumed and not found, in the order of ``ItemField``.
    public var assumed: [ItemField]

    public init(
        code: String, version: Int = 1, name: String, level: ItemLevel, kind: ItemKind, area: ContentArea,
        department: String? = nil, branches: [String] = [], promisedDays: Int? = nil, promise: String? = nil,
        legalLimit: String? = nil, condition: String? = nil, materials: [Material] = [], guide: Guide = Guide(),
        stages: [Stage] = [], legalBasis: String? = nil, fee: Fee? = nil, source: String? = nil,
        assumed: [ItemField] = []
    ) {
        self.code = code
        self.version = version
        self.name = name
        self.level = level
        self.kind = kind
        self.area = area
        self.department = department
        self.branches = branches
        self.promisedDays = promisedDays
        self.promise = promise
        self.legalLimit = legalLimit
        self.condition = condition
        self.materials = materials
        self.guide = guide
        self.stages = stages
        self.legalBasis = legalBasis
        self.fee = fee
        self.source = source
        self.assumed = assumed
    }

    /// What a case that is taken now keeps of the item.
    public var listed: Intake.ListedItem {
        Intake.ListedItem(code: code, version: version, kind: kind, promisedDays: promisedDays)
    }

    /// Whether both say the same, whatever their versions are.
    public func saysTheSame(as other: ServiceItem) -> Bool {
        var other = other
        other.version = version
        return self == other
    }

    /// The fields in which the two differ, the version aside: what a revision changed.
    public func fields(differingFrom other: ServiceItem) -> [ItemField] {
        ItemField.allCases.filter { $0 != .version && cell($0) != other.cell($0) }
    }
}
