import Dashboard
import Foundation

/// A unit file for a computer that shows one screen of the program and nothing else: a wall in the hall, a kiosk at the door.
///
/// Printed and not shipped, so that the paths in it are those of this program and this configuration. The console of Linux has
/// no Chinese letters; so the screen is a terminal of Wayland (foot) under a compositor for kiosks (cage).
struct UnitFile {
    enum Screen {
        case wall, kiosk

        var command: String {
            switch self {
            case .wall: "wall"
            case .kiosk: "checkin"
            }
        }
    }

    let screen: Screen
    let language: Language
    /// The program and what it is given, each word quoted as systemd and the shell both take it.
    private let words: [String]

    /// The account that the screen runs under.
    static let user = "daiban"

    /// - Parameter options: what else the screen is to be given, as on the command line.
    init(_ screen: Screen, configuration: Configuration, language: Language, options: [(name: String, value: String?)])
    {
        self.screen = screen
        self.language = language
        func whole(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
        let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
        var words = [whole(program), screen.command, "--database", whole(configuration.database)]
        if let source = configuration.source { words += ["--config", whole(source)] }
        words += ["--language", language.rawValue]
        for option in options { if let value = option.value { words += ["--\(option.name)", value] } }
        self.words = words.map(Self.quoted)
    }

    /// The unit's name.
    var name: String { "daiban-\(screen.command).service" }

    private var command: String {
        (["/usr/bin/cage", "-s", "--", "/usr/bin/foot", "--fullscreen", "--"] + words).joined(separator: " ")
    }

    private var title: WallWords {
        switch screen {
        case .wall: .unitOfWall
        case .kiosk: .unitOfKiosk
        }
    }

    /// A service that takes the first console and is started again whenever it ends.
    var service: String {
        """
        \(comment(.serviceSteps(name: name, user: Self.user)))

        [Unit]
        Description=\(text(title))
        Wants=dbus.socket systemd-logind.service
        After=dbus.socket systemd-logind.service systemd-user-sessions.service getty@tty1.service
        Conflicts=getty@tty1.service
        StartLimitIntervalSec=0

        [Service]
        User=\(Self.user)
        PAMName=login
        TTYPath=/dev/tty1
        TTYReset=yes
        TTYVHangup=yes
        TTYVTDisallocate=yes
        StandardInput=tty-fail
        StandardOutput=journal
        StandardError=journal
        UtmpIdentifier=tty1
        UtmpMode=user
        Environment=LANG=C.UTF-8
        ExecStart=\(command.replacing("%", with: "%%"))
        Restart=always
        RestartSec=5
        NoNewPrivileges=yes
        ProtectSystem=full

        [Install]
        WantedBy=multi-user.target
        """
    }

    /// A drop-in for the getty of the first console.
    var getty: String {
        """
        \(comment(.gettySteps(user: Self.user, command: command)))

        [Service]
        ExecStart=
        ExecStart=-/sbin/agetty --autologin \(Self.user) --noclear %I $TERM
        """
    }

    private func text(_ words: WallWords) -> String { Words.wall(words).text(language) }

    private func comment(_ words: WallWords) -> String {
        text(words).split(separator: "\n", omittingEmptySubsequences: false).map { "# \($0)" }.joined(separator: "\n")
    }

    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"), 0x80...:
                true
            default: false
            }
        }
        if isPlain { return word }
        let escaped = word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped.replacing("$", with: "$$"))\""
    }
}
