import Foundation

/// What the operating system, or SQLite, says of a file, in words of our own: the system speaks English only, and in its own
/// terms. What is not in this list stays as it is, so that nothing is lost.
public enum SystemReason {
    private struct Words {
        var chinese: String
        var english: String
    }

    public static func chinese(_ detail: String) -> String { known[detail]?.chinese ?? detail }

    public static func english(_ detail: String) -> String { known[detail]?.english ?? detail }

    public static func text(_ detail: String, _ language: Language) -> String {
        switch language {
        case .chinese: chinese(detail)
        case .english: english(detail)
        }
    }

    /// By the sentence that the system has for it, which differs between systems.
    private static let known: [String: Words] = {
        var known = others
        for (number, chinese, english) in byNumber {
            known[String(cString: strerror(number))] = Words(chinese: chinese, english: english)
        }
        return known
    }()

    private static let byNumber: [(Int32, String, String)] = [
        (EPERM, "不允许这样做", "not allowed"),
        (ENOENT, "没有这个文件", "there is no such file or folder"),
        (EINTR, "被中断", "interrupted"),
        (EIO, "读写出错，磁盘可能坏了", "reading or writing failed; the disk may be faulty"),
        (ENXIO, "没有这个设备", "there is no such device"),
        (EAGAIN, "暂时不能用，请稍后再试", "not available at the moment; try again"),
        (ENOMEM, "内存不够", "not enough memory"),
        (EACCES, "没有权限", "no permission"),
        (EBUSY, "正被占用", "in use"),
        (EEXIST, "已经存在", "it exists already"),
        (EXDEV, "不在同一个磁盘上", "not on the same disk"),
        (ENODEV, "没有这个设备", "there is no such device"),
        (ENOTDIR, "路径中有一段不是文件夹", "a part of the path is not a folder"),
        (EISDIR, "这是文件夹，不是文件", "it is a folder, not a file"),
        (EINVAL, "不能这样用", "it cannot be used like this"),
        (ENFILE, "系统里打开的文件太多", "too many files are open on this computer"),
        (EMFILE, "打开的文件太多", "too many open files"),
        (EFBIG, "文件太大", "the file is too large"),
        (ENOSPC, "磁盘已满", "the disk is full"),
        (EROFS, "磁盘是只读的", "the disk is read-only"),
        (EPIPE, "对方已不再接收", "nobody reads it any more"),
        (ENAMETOOLONG, "名字太长", "the name is too long"),
        (ENOTEMPTY, "文件夹不是空的", "the folder is not empty"),
        (ELOOP, "符号链接绕成了圈", "symbolic links lead in a circle"),
        (EDQUOT, "磁盘配额已用完", "the disk quota is used up"),
        (ESTALE, "网络磁盘上的文件已不在", "the file on the network disk is gone"),
        (ETIMEDOUT, "等得太久没有回应", "no answer in time"),
        (ENOTSUP, "这里不支持", "not supported here"),
        (ENOEXEC, "不能作为程序运行", "it cannot be run as a program"),
    ]

    /// SQLite's words, and those that other modules use for what has no number.
    private static let others: [String: Words] = [
        "permission denied": Words(chinese: "没有权限", english: "no permission"),
        "not a file": Words(chinese: "不是文件", english: "it is not a file"),
        "not UTF-8": Words(chinese: "不是 UTF-8 编码的文字", english: "it is not UTF-8 text"),
        "disk I/O error": Words(chinese: "读写出错", english: "reading or writing failed"),
        "database disk image is malformed": Words(chinese: "有的内容读不出", english: "part of it cannot be read"),
        "unable to open database file": Words(chinese: "打不开", english: "it cannot be opened"),
        "there is no schema in it": Words(chinese: "里面没有数据", english: "there is nothing in it"),
        "a column does not hold what it should": Words(
            chinese: "有一栏的内容不合规格", english: "a column does not hold what it should"),
    ]
}
