/// What the operating system says of a file, in Chinese: it speaks English only, and who has mistyped a name needs no more
/// than these few; anything else stays as it is.
enum SystemReason {
    static func chinese(_ detail: String) -> String {
        switch detail {
        case "No such file or directory": "没有这个文件"
        case "Permission denied": "没有权限"
        case "Is a directory": "这是文件夹，不是文件"
        case "Not a directory": "路径中有一段不是文件夹"
        case "No space left on device": "磁盘已满"
        case "not UTF-8": "不是 UTF-8 编码的文字"
        default: detail
        }
    }
}
