import Casework

/// What `daiban wall` says besides the words of the screen, and what its unit files say.
enum WallWords {
    case abstract
    case optionPages, optionSeconds, optionSize, optionSplit, optionNight, optionShift, optionParts, optionTheme
    case optionPrintUnit, optionPrintGetty
    /// What a unit runs.
    case unitOfWall, unitOfKiosk
    /// How a file is put in place, line by line.
    case serviceSteps(name: String, user: String)
    case gettySteps(user: String, command: String)

    var chinese: String {
        switch self {
        case .abstract: "大厅公示屏：只读，内容已脱敏，自动翻页"
        case .optionPages: "显示哪些页、按什么顺序，用逗号隔开：\(WallValue.expectedPages)"
        case .optionSeconds: "每页停留秒数（3–600，默认 15）"
        case .optionSize: "画面大小：auto（随终端）或 列x行，如 120x36"
        case .optionSplit: "从多少列起并排两页（默认 200），或 off"
        case .optionNight: "夜间熄屏，如 19:00-07:30，或 off"
        case .optionShift: "每隔多少分钟把画面移动一格，防止烧屏（默认 10，0 为不移）"
        case .optionParts: "长页每轮最多显示几屏，下一轮接着显示（默认 4）"
        case .optionTheme: "外观：hall-dark、hall-bright、hall-festival，或主题文件"
        case .optionPrintUnit: "印出开机自动启动的 systemd 单元文件"
        case .optionPrintGetty: "印出自动登录的 getty 设置"
        case .unitOfWall: "代办：大厅公示屏"
        case .unitOfKiosk: "代办：签到机"
        case .serviceSteps(let name, let user):
            """
            存为 /etc/systemd/system/\(name)，然后：
              apt-get install cage foot fonts-noto-cjk
              adduser --disabled-password --gecos '' \(user)
              chown -R \(user): 台账所在的文件夹    （\(user) 须能读写台账及其 -wal、-shm；各台面也用此账号或同组账号）
              systemctl daemon-reload && systemctl enable --now \(name)
            终端 foot 由 cage 铺满屏幕；字号在 ~\(user)/.config/foot/foot.ini 里设（多大合适见 README），如
              font=Noto Sans Mono CJK SC:pixelsize=30
              line-height=30px
            """
        case .gettySteps(let user, let command):
            """
            存为 /etc/systemd/system/getty@tty1.service.d/daiban.conf，开机后 \(user) 在 tty1 自动登录。
            再把下面一行加进 ~\(user)/.profile：
              [ "$(tty)" = /dev/tty1 ] && exec \(command)
            """
        }
    }

    var english: String {
        switch self {
        case .abstract: "The screen in the hall: read-only, masked, its pages turn by themselves"
        case .optionPages: "Which pages in which order, parted by commas: \(WallValue.expectedPages)"
        case .optionSeconds: "Seconds for each page (3–600, default 15)"
        case .optionSize: "Size of the picture: auto (the terminal's) or COLUMNSxROWS, such as 120x36"
        case .optionSplit: "Columns from which two pages stand side by side (default 200), or off"
        case .optionNight: "Dark hours, such as 19:00-07:30, or off"
        case .optionShift: "Minutes after which the picture moves a cell against burning in (default 10, 0 for never)"
        case .optionParts: "The most pictures of one long page in a round; the next round goes on (default 4)"
        case .optionTheme: "hall-dark, hall-bright, hall-festival, or a theme file"
        case .optionPrintUnit: "Print a systemd unit that starts it with the computer"
        case .optionPrintGetty: "Print the settings of a getty that logs in by itself"
        case .unitOfWall: "Daiban: the screen in the hall"
        case .unitOfKiosk: "Daiban: the kiosk at the door"
        case .serviceSteps(let name, let user):
            """
            Save as /etc/systemd/system/\(name), then:
              apt-get install cage foot fonts-noto-cjk
              adduser --disabled-password --gecos '' \(user)
              chown -R \(user): FOLDER-OF-THE-RECORD    (\(user) must be able to read and write the record, its -wal and -shm)
              systemctl daemon-reload && systemctl enable --now \(name)
            cage makes the terminal foot fill the screen; its font size is set in ~\(user)/.config/foot/foot.ini (the README says
            which fits), such as
              font=Noto Sans Mono CJK SC:pixelsize=30
              line-height=30px
            """
        case .gettySteps(let user, let command):
            """
            Save as /etc/systemd/system/getty@tty1.service.d/daiban.conf; then \(user) is logged in on tty1 at start.
            And add this line to ~\(user)/.profile:
              [ "$(tty)" = /dev/tty1 ] && exec \(command)
            """
        }
    }
}
