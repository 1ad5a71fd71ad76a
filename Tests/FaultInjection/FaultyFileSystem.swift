import Foundation
import GRDBSQLite

/// SQLite's default file system with a door in front (sqlite.org/vfs.html): files in a ``FaultyFolder`` are asked about,
/// all others go straight through.
///
/// Pointers to C structures that SQLite keeps for ever are made once and never changed afterwards.
enum FaultyFileSystem {
    /// Makes it the default for connections from now on; once in a process.
    static func install() { _ = installed }

    private static let installed: Bool = {
        sqlite3_initialize()
        guard let vfs else { return false }
        return sqlite3_vfs_register(vfs, 1) == SQLITE_OK
    }()

    nonisolated(unsafe) private static let system: UnsafeMutablePointer<sqlite3_vfs>? = sqlite3_vfs_find(nil)

    nonisolated(unsafe) private static let vfs: UnsafeMutablePointer<sqlite3_vfs>? = {
        guard let system else { return nil }
        let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        // Everything that is not named here is the system's own.
        vfs.initialize(to: system.pointee)
        vfs.pointee.pNext = nil
        vfs.pointee.zName = UnsafePointer(strdup("faulty"))
        vfs.pointee.szOsFile += Int32(MemoryLayout<WrappedFile>.stride)
        vfs.pointee.xOpen = { _, name, file, flags, given in
            FaultyFileSystem.open(name, file, flags, given)
        }
        vfs.pointee.xDelete = { _, name, sync in
            guard let system = FaultyFileSystem.system else { return SQLITE_ERROR }
            let code = system.pointee.xDelete(system, name, sync)
            if code == SQLITE_OK, let name {
                let path = String(cString: name)
                FaultyFolder.of(file: path)?.deleted((path as NSString).lastPathComponent)
            }
            return code
        }
        return vfs
    }()

    private static func open(
        _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
        _ given: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let system, let file else { return SQLITE_ERROR }
        let path = name.map { String(cString: $0) } ?? ""
        guard let folder = FaultyFolder.of(file: path) else {
            return system.pointee.xOpen(system, name, file, flags, given)
        }
        let raw = UnsafeMutableRawPointer(file)
        let wrapped = raw.bindMemory(to: WrappedFile.self, capacity: 1)
        let inner = (raw + MemoryLayout<WrappedFile>.stride).bindMemory(to: sqlite3_file.self, capacity: 1)
        let code = system.pointee.xOpen(system, name, inner, flags, given)
        // Without methods SQLite does not close it.
        guard code == SQLITE_OK, inner.pointee.pMethods != nil else {
            file.pointee.pMethods = nil
            return code
        }
        let watched = WatchedFile(folder: folder, name: (path as NSString).lastPathComponent)
        wrapped.initialize(
            to: WrappedFile(file: sqlite3_file(pMethods: methods), watched: Unmanaged.passRetained(watched)))
        return code
    }
}

/// What lies in front of the system's own file in the memory that SQLite gives to each.
struct WrappedFile {
    var file: sqlite3_file
    var watched: Unmanaged<WatchedFile>
}

final class WatchedFile {
    let folder: FaultyFolder
    let name: String

    init(folder: FaultyFolder, name: String) {
        self.folder = folder
        self.name = name
    }
}

private typealias File = UnsafeMutablePointer<sqlite3_file>

/// The system's own file and its methods.
private func inner(_ file: File?) -> (file: File, methods: sqlite3_io_methods) {
    let raw = UnsafeMutableRawPointer(file!) + MemoryLayout<WrappedFile>.stride
    let inner = raw.assumingMemoryBound(to: sqlite3_file.self)
    return (inner, inner.pointee.pMethods.pointee)
}

private func watched(_ file: File?) -> WatchedFile {
    UnsafeMutableRawPointer(file!).assumingMemoryBound(to: WrappedFile.self).pointee.watched.takeUnretainedValue()
}

/// Asks the folder; `nil` when all is well.
private func failure(_ step: FaultyFolder.Step, _ file: File?) -> (code: Int32, keeps: Double)? {
    let watched = watched(file)
    guard case .fail(let code, let keeps) = watched.folder.verdict(on: step, of: watched.name) else { return nil }
    return (code, keeps)
}

nonisolated(unsafe) private let methods: UnsafePointer<sqlite3_io_methods> = {
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    methods.initialize(to: sqlite3_io_methods())
    // Version 2: with the shared memory of the log's index, without memory mapping.
    methods.pointee.iVersion = 2
    methods.pointee.xClose = { file in
        let (real, own) = inner(file)
        let code = own.xClose(real)
        UnsafeMutableRawPointer(file!).assumingMemoryBound(to: WrappedFile.self).pointee.watched.release()
        return code
    }
    methods.pointee.xRead = { file, buffer, count, offset in
        if let failure = failure(.read, file) { return failure.code }
        let (real, own) = inner(file)
        return own.xRead(real, buffer, count, offset)
    }
    methods.pointee.xWrite = { file, bytes, count, offset in
        let failure = failure(.write, file)
        let count = failure.map { Int32(Double(count) * $0.keeps) } ?? count
        if let failure, count == 0 { return failure.code }
        let (real, own) = inner(file)
        let code = own.xWrite(real, bytes, count, offset)
        if code == SQLITE_OK {
            let watched = watched(file)
            watched.folder.wrote(
                UnsafeRawBufferPointer(start: bytes, count: Int(count)), at: Int(offset), of: watched.name)
        }
        return failure?.code ?? code
    }
    methods.pointee.xTruncate = { file, size in
        if let failure = failure(.truncate, file) { return failure.code }
        let (real, own) = inner(file)
        let code = own.xTruncate(real, size)
        let watched = watched(file)
        if code == SQLITE_OK { watched.folder.truncated(watched.name, to: Int(size)) }
        return code
    }
    methods.pointee.xSync = { file, flags in
        let watched = watched(file)
        if let failure = failure(.sync, file) {
            watched.folder.failedToSync(watched.name)
            return failure.code
        }
        // A test that pulls the plug has its own disk; syncing the machine's would only take time.
        watched.folder.synced(watched.name)
        return SQLITE_OK
    }
    methods.pointee.xFileSize = { file, size in
        let (real, own) = inner(file)
        return own.xFileSize(real, size)
    }
    methods.pointee.xLock = { file, level in
        let (real, own) = inner(file)
        return own.xLock(real, level)
    }
    methods.pointee.xUnlock = { file, level in
        let (real, own) = inner(file)
        return own.xUnlock(real, level)
    }
    methods.pointee.xCheckReservedLock = { file, answer in
        let (real, own) = inner(file)
        return own.xCheckReservedLock(real, answer)
    }
    methods.pointee.xFileControl = { file, operation, argument in
        let (real, own) = inner(file)
        return own.xFileControl(real, operation, argument)
    }
    methods.pointee.xSectorSize = { file in
        let (real, own) = inner(file)
        return own.xSectorSize(real)
    }
    methods.pointee.xDeviceCharacteristics = { file in
        let (real, own) = inner(file)
        return own.xDeviceCharacteristics(real)
    }
    methods.pointee.xShmMap = { file, page, size, extends, place in
        let (real, own) = inner(file)
        return own.xShmMap(real, page, size, extends, place)
    }
    methods.pointee.xShmLock = { file, offset, count, flags in
        let (real, own) = inner(file)
        return own.xShmLock(real, offset, count, flags)
    }
    methods.pointee.xShmBarrier = { file in
        let (real, own) = inner(file)
        own.xShmBarrier(real)
    }
    methods.pointee.xShmUnmap = { file, deletes in
        let (real, own) = inner(file)
        return own.xShmUnmap(real, deletes)
    }
    return UnsafePointer(methods)
}()
