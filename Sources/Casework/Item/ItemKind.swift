/// How a service item is done (建政发〔2022〕33号 二(三)4; 内放办〔2022〕3号 五).
public enum ItemKind: String, Hashable, Codable, CaseIterable, Sendable {
    /// 即办件: ends the day it is asked for.
    case instant
    /// 承诺件: ends within the promised time.
    case promised
    /// 报送件: goes up to a window.
    case forwarded
    /// 重大事项: several departments in parallel branches.
    case major
}
