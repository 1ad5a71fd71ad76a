import Foundation
import PseudoTerminal
import Testing

/// A disk that is really full: a small file system in memory, mounted where nobody else sees it. Only root may mount;
/// without that the same is shown by the file system of the fault tests.
@Suite("A disk that is full")
struct SmallDisk {
    private static let script = """
        mount -t tmpfs -o size=4m none "$1" && cd "$1" || exit 99
        daiban="$2"
        "$daiban" init --database o.sqlite --centre 云溪镇 --prefix YX >/dev/null || exit 98
        for room in 0 4 8 12 16 20 24 32 40 64 512; do
            cat /dev/zero >ballast 2>/dev/null
            truncate -s -${room}K ballast
            words=$("$daiban" staff add --database o.sqlite --number S$room --name 王敏 --role supervisor --as R01 2>&1 >/dev/null)
            echo "room $room: $? $words"
            rm ballast
            "$daiban" verify --database o.sqlite >/dev/null 2>&1 || echo "room $room: not sound"
        done
        echo "staff:" $("$daiban" staff list --database o.sqlite --json | grep -o '"S[0-9]*"' | tr -d '"')
        """

    private static let mayMount: Bool = {
        let probe = ["-m", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"]
        return (try? Child.run("/usr/bin/unshare", probe))?.status == .exited(0)
    }()

    @Test(
        "An action for which there is no room is told and not there, one that is acknowledged is, and the record is whole",
        .enabled(if: mayMount, "a file system cannot be mounted here; the fault tests show it by their own"))
    func full() throws {
        let folder = try Folder()
        let outcome = try Child.run(
            "/usr/bin/unshare", ["-m", "sh", "-c", Self.script, "sh", folder.path, try Daiban.path],
            environment: Daiban.chinese, workingDirectory: folder.path, patience: .seconds(60))
        try outcome.require()
        let lines = outcome.output.split(separator: "\n").map(String.init)
        let rooms = lines.filter { $0.hasPrefix("room ") }
        #expect(rooms.count == 11, "\(outcome)")
        let refused = rooms.filter { !$0.contains(": 0") }
        #expect(refused.count > 2, "\(rooms)")
        #expect(refused.count < rooms.count, "\(rooms)")
        for line in refused { #expect(line.contains(": 1 daiban: 磁盘已满，这一步没有写入"), "\(line)") }
        let acknowledged = rooms.filter { $0.contains(": 0") }.compactMap { line in
            line.split(separator: " ").dropFirst().first.map { "S" + $0.dropLast() }
        }
        let present = lines.last.map { $0.split(separator: " ").dropFirst().map(String.init) } ?? []
        #expect(present.sorted() == acknowledged.sorted())
    }
}
