/// The words of the box that tells what frames cost: a part of the message catalogue.
public enum FrameTerm: Hashable, Sendable {
    /// Over the numbers of the last frame.
    case last
    /// Over the sums.
    case total
    case counter(FrameCounter)

    var chinese: String {
        switch self {
        case .last: "上一帧"
        case .total: "合计"
        case .counter(let counter): counter.chinese
        }
    }

    var english: String {
        switch self {
        case .last: "Last"
        case .total: "Total"
        case .counter(let counter): counter.english
        }
    }
}

extension FrameCounter {
    fileprivate var chinese: String {
        switch self {
        case .frames: "帧"
        case .repaints: "整屏重画"
        case .cellsLookedAt: "比较单元"
        case .cellsChanged: "变化单元"
        case .bytes: "字节"
        case .runs: "写出片段"
        case .erasures: "擦除"
        case .repeats: "重复字符"
        case .scrolls: "滚动区域"
        case .synchronized: "同步输出帧"
        }
    }

    fileprivate var english: String {
        switch self {
        case .frames: "Frames"
        case .repaints: "Repaints"
        case .cellsLookedAt: "Cells compared"
        case .cellsChanged: "Cells changed"
        case .bytes: "Bytes"
        case .runs: "Runs sent"
        case .erasures: "Erasures"
        case .repeats: "Glyphs repeated"
        case .scrolls: "Regions scrolled"
        case .synchronized: "Frames held back"
        }
    }
}
