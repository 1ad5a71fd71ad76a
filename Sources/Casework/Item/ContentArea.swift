/// What a service item is about: one of the ten areas of 建政发〔2022〕33号 四, or an area that the office has added (the
/// same article allows it).
///
/// In records and files it is one word: the raw value of ``Named`` or the added area's own name.
public enum ContentArea: Hashable, Sendable {
    /// The ten of the document, in its order.
    public enum Named: String, Hashable, CaseIterable, Sendable {
        /// 养老保险、医疗保险
        case insurance
        /// 低保、救助、残疾、优抚
        case relief
        /// 生育和计划生育服务
        case family
        /// 证明、盖章、党团关系
        case certificates
        /// 政策、技术、信息咨询
        case advice
        /// 粮食和农机补贴
        case farming
        /// 红白理事、帮扶
        case support
        /// 就业和培训信息
        case work
        /// 通讯费、电费、水费代缴
        case bills
        /// 便民工具
        case tools
    }

    case named(Named)
    case other(String)

    public static let ten = Named.allCases.map(ContentArea.named)

    public init(_ text: String) {
        self = Named(rawValue: text).map(ContentArea.named) ?? .other(text)
    }

    public var text: String {
        switch self {
        case .named(let area): area.rawValue
        case .other(let name): name
        }
    }
}

extension ContentArea: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
