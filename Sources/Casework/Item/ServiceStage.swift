/// The five stages of an agency service (内放办〔2022〕3号 五).
public enum ServiceStage: String, Hashable, Codable, CaseIterable, Sendable {
    /// 提出申请
    case application
    /// 受理委托
    case authorisation
    /// 事项办理
    case handling
    /// 交接归档
    case handover
    /// 服务评价
    case rating
}

/// The finer steps of agency service, from early contact to the call-back (平政办发〔2024〕14号 二(三)4).
public enum AgencyStep: String, Hashable, Codable, CaseIterable, Sendable {
    /// 提前介入
    case contact
    /// 接受委托
    case authorisation
    /// 签订委托协议
    case agreement
    /// 提供咨询指导
    case advice
    /// 收集材料报送
    case materials
    /// 协调部门办理
    case coordination
    /// 反馈办理结果
    case result
    /// 归档返还材料
    case originals
    /// 回访评估评价
    case callBack = "call-back"

    /// The one of the five stages that the step belongs to.
    public var stage: ServiceStage {
        switch self {
        case .contact: .application
        case .authorisation, .agreement: .authorisation
        case .advice, .materials, .coordination: .handling
        case .result, .originals: .handover
        case .callBack: .rating
        }
    }
}
