import Casework
import Dashboard
import Foundation

/// What a person has typed at a desk and not sent, in a small file beside the database.
///
/// The file is personal data in plain text: it belongs to one user of the machine and one person of the office, nobody
/// else can read it (mode 0600), and it goes when what is in it has been sent or cleared. A file of that name that is
/// not like this (another owner, another mode, a link) is not read.
struct DraftFile: Sendable {
    let path: String

    /// - Parameter person: the staff number.
    init(database: String, person: String) {
        // Several users of the machine may work on one database; staff numbers may hold anything.
        let name = person.utf8.map { byte in
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                ? String(Unicode.Scalar(byte)) : "_\(byte)"
        }
        path = "\(database).drafts-\(geteuid())-\(name.joined())"
    }

    var place: DraftPlace { DraftPlace(load: load, save: save) }

    /// No draft is longer; a file that is was not made here.
    private static let sizeLimit = 4_000_000

    @Sendable private func load() -> DeskDrafts {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return DeskDrafts() }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_uid == geteuid(),
            facts.st_mode & 0o077 == 0, facts.st_size <= Self.sizeLimit, let data = try? file.readToEnd(),
            let drafts = try? JSONDecoder().decode(DeskDrafts.self, from: data)
        else { return DeskDrafts() }
        return drafts
    }

    @Sendable private func save(_ drafts: DeskDrafts) -> String? {
        guard !drafts.isEmpty else {
            guard unlink(path) != 0, errno != ENOENT else { return nil }
            return String(cString: strerror(errno))
        }
        guard let data = try? JSONEncoder().encode(drafts) else { return "JSON" }
        return PrivateFile.write(data, to: path)
    }
}

/// Files with personal data.
enum PrivateFile {
    /// Puts a file of mode 0600 in place of what is at `path`, as a whole or not at all.
    ///
    /// - Returns: the system's words when it could not be done.
    static func write(_ data: Data, to path: String) -> String? {
        var name = Array("\(path).XXXXXX".utf8CString)
        // Made with mode 0600 and opened by nobody else (mkstemp(3)).
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        let draft = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: data)
            try file.synchronize()
        } catch {
            unlink(draft)
            return (error as NSError).localizedDescription
        }
        guard rename(draft, path) == 0 else {
            defer { unlink(draft) }
            return String(cString: strerror(errno))
        }
        return nil
    }
}
