/// What a value of a file should be, in Chinese. Values to choose from are the same in every language; a kind of value has
/// a name.
enum ExpectedWords {
    static func chinese(_ expected: String) -> String {
        known[expected].map { "要的是\($0)" } ?? "可用：\(expected)"
    }

    private static let known = [
        "utf-8": "utf-8；GBK 的文件先转换：iconv -f GB18030 -t UTF-8 原文件 > 新文件",
        "text": "非空的文字，写在引号里",
        "a list": "列表，如 [\"甲\", \"乙\"]",
        "{ … }": "一张表，写作 { … } 或 [[…]]",
        "at least one pattern": "至少一种写法，如 [\"yyyy-MM-dd HH:mm\"]",
        "a pattern such as yyyy-MM-dd HH:mm:ss": "时间的写法，如 yyyy-MM-dd HH:mm:ss",
        "H or HH, or h or hh together with a (AM/PM)": "24 小时制的 H 或 HH，或 12 小时制的 h、hh 加上 a（上午/下午）",
        "one character such as , ; or \\t": "一个字符，如 , 或 ; 或 \\t",
        "+08:00, EST5EDT,M3.2.0,M11.1.0": "时区，如 +08:00；有夏令时的写作 EST5EDT,M3.2.0,M11.1.0",
    ]
}
