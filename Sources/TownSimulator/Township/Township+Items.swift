import Casework

/// The township's own list of service items, made from the matters that its people ask for.
extension Township {
    /// Every item with what a desk shows of it; the materials are what such matters commonly take.
    var serviceItems: [ServiceItem] {
        (items + specials).enumerated().map { index, item in
            ServiceItem(
                code: code(index), name: item.name, level: .township, kind: item.kind, area: .named(item.group.area),
                department: item.group.department,
                branches: item.kind == .major ? ["自然资源所", "农业农村办"] : [],
                materials: item.group.materials.map { ServiceItem.Material(name: $0) })
        }
    }

    /// What a case keeps of the item of that name.
    func listed(_ name: String) -> Intake.ListedItem? {
        let all = items + specials
        guard let index = all.firstIndex(where: { $0.name == name }) else { return nil }
        return Intake.ListedItem(code: code(index), version: 1, kind: all[index].kind)
    }

    private func code(_ index: Int) -> String { "\(centre.prefix)-\(index < 9 ? "0" : "")\(index + 1)" }
}

extension Township.Group {
    fileprivate var area: ContentArea.Named {
        switch self {
        case .pension, .health: .insurance
        case .welfare, .disability, .veterans: .relief
        case .household: .certificates
        case .family: .family
        case .farming: .farming
        case .housing: .certificates
        case .work: .work
        }
    }

    fileprivate var department: String {
        switch self {
        case .pension, .work: "人社所"
        case .health: "医保服务站"
        case .welfare: "民政办"
        case .disability: "残联"
        case .household: "派出所"
        case .family: "卫健办"
        case .farming: "农业农村办"
        case .housing: "村镇建设办"
        case .veterans: "退役军人服务站"
        }
    }

    fileprivate var materials: [String] {
        switch self {
        case .pension: ["居民身份证", "户口簿", "银行卡"]
        case .health: ["居民身份证", "社会保障卡"]
        case .welfare: ["居民身份证", "户口簿", "家庭收入说明"]
        case .disability: ["居民身份证", "残疾评定表", "两寸照片"]
        case .household: ["居民身份证", "户口簿"]
        case .family: ["夫妻双方身份证", "结婚证"]
        case .farming: ["居民身份证", "土地承包合同"]
        case .housing: ["居民身份证", "户口簿", "四邻签字的申请"]
        case .veterans: ["居民身份证", "退役证"]
        case .work: ["居民身份证", "毕业证或离职证明"]
        }
    }
}
