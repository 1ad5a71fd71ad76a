/// A mapping for `daiban import` that people begin with: it says of each key what it is for, and reads the rows that stand in
/// its own first comment.
enum ExampleMapping {
    static let text = """
        # 对照表：别的系统导出的表，哪一列、哪个词是什么。照自己的表头改引号里的字即可。
        # A mapping: which column and which word of another system's table is what. Change what stands in quotes.
        #
        # 以 # 开头的行是说明，导入时不看，可留可删；#csv 开头的是样例表里的行，存时去掉“#csv ”。
        # Lines that begin with # explain and are passed over, keep or delete them; those with #csv are rows of a sample
        # table: take "#csv " away when you save them.
        #
        # 下面几行存成 cases.csv 就能一试 / Save these lines as cases.csv to try it:
        #
        #csv 编号,申请时间,办结时间,期限,状态,事项,村,申请人,电话,备注
        #csv GT-0001,2026-01-05 09:10,,2026-02-05 18:00,待办,城乡居民养老参保,石门村,赵六,,本人来办
        #csv GT-0002,2026-01-06 10:20,2026-01-08 16:00,,办结,临时救助申请,石门村,,,
        #
        #     daiban import cases.csv --mapping mapping.toml

        # 来源的名字：再次导入时，同一来源、同一编号、同一申请时间的算同一件。
        # What the source is called: the same source, number and moment are the same case when you import again.
        name = "township-export"
        # 文件须是 UTF-8；分隔符是一个字符。GBK 的文件先转换：
        # The file has to be UTF-8; the delimiter is one character. One in GBK is converted first:
        #     iconv -f GB18030 -t UTF-8 cases-gbk.csv > cases.csv
        encoding = "utf-8"
        delimiter = ","

        # 哪一列是什么。number、submitted、item、village 必有；不用的删去。还可以有：
        # Which column is what. The first four are needed; delete the others that you lack. There are also:
        #   accepted 受理时间, completed 办成时间, address 地址, reason 理由, origin 来源, kind 方式, agent 代办员工号
        [columns]
        number = "编号"
        submitted = "申请时间"
        item = "事项"
        village = "村"
        closed = "办结时间"
        target = "期限"
        state = "状态"
        applicant = "申请人"
        phone = "电话"
        note = ["备注"]

        # 时间的写法，从上到下试，先读得通的算数；没有写时区的时间按 zone。
        # How times are written, tried in order; zone holds for those that do not say theirs.
        [time]
        formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"]
        zone = "+08:00"

        # 空格子写成什么。applicant 必有；item、village 不写时，空的行不导入。
        # What an empty cell becomes. Without item or village such rows are left out.
        [blank]
        applicant = "（未写明）"

        # 有 target 一列时才要：期限依据什么，到期前多少分钟提醒。
        # Only with columns.target: what the deadline rests on, and how many minutes before it is warned.
        [target]
        clause = "原系统的办理期限"
        warn_before_minutes = 1440

        # 状态：原来的词 = pending 待受理、accepted 办理中、in-review 待审核、approved 已通过、declined 不予受理 等；
        # default 是其余的词和空格子。还可用 [[state.rules]] 按别的列决定，先于这里。
        # Their words = our states; default is for all others. [[state.rules]] decide by other columns, before this.
        [state]
        default = "pending"
        values = { "待办" = "pending", "办理中" = "accepted", "办结" = "approved" }

        # 来源 walk-in、phone、online 等；方式 agency 代办、window 窗口。没有这两列时只写 default。
        # Where it came from, and who handles it. Without such columns a default will do.
        [origin]
        default = "walk-in"

        [kind]
        default = "window"

        """
}
