import Foundation

/// What is going on, on standard error: the figures alone go to standard output.
enum Progress {
    static func tell(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
