/// The ten areas of agency service (建政发〔2022〕33号 四); a centre may add its own.
public enum ContentArea: String, Hashable, Codable, CaseIterable, Sendable {
    /// 养老、医疗保险
    case insurance
    /// 低保、五保、救助、优抚
    case relief
    /// 计生
    case family
    /// 证明、盖章、党团关系
    case certificates
    /// 政策法规、农技、信息咨询
    case advice
    /// 粮食补贴、农机购置补贴
    case subsidies
    /// 红白理事、帮扶
    case mutualHelp = "mutual-help"
    /// 就业、培训信息
    case work
    /// 通讯费、电费、水费代缴
    case bills
    /// 便民工具
    case tools
}

/// The areas that a centre serves: the ten, and those that it has added.
public struct ContentAreas: Hashable, Sendable {
    public private(set) var added: [String] = []

    public init() {}

    public var count: Int { ContentArea.allCases.count + added.count }

    /// - Throws: ``StaffRefusal/unfit(_:_:)``; ``StaffRefusal/nothingChanged`` for one that is there already.
    public mutating func add(_ name: String) throws(StaffRefusal) {
        let name = try EntryField.item.checkedForStaff(name)
        guard !added.contains(name), ContentArea(rawValue: name) == nil else { throw .nothingChanged }
        added.append(name)
    }
}
