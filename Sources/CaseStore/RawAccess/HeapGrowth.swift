#if canImport(Glibc)
    import Glibc
#endif

/// How the heaps of threads grow.
enum HeapGrowth {
    /// Lets them grow and shrink by a megabyte at a time instead of an eighth of one, from now on in this process.
    ///
    /// In glibc each thread has a heap of its own, and each of its steps is a call of the system that holds up all threads
    /// that touch new memory. Where one thread makes what another takes and throws away, heaps grow and shrink without an
    /// end: a rebuild made four thousand steps, a sixth of its time.
    static func takeLargeSteps() { _ = areLarge }

    private static let areLarge: Bool = {
        #if canImport(Glibc)
            // Swift's module does not have it (malloc.h), so it is sought by its name.
            typealias Function = @convention(c) (Int32, Int32) -> Int32
            let topPad: Int32 = -2  // M_TOP_PAD
            guard let symbol = dlsym(nil, "mallopt") else { return false }
            return unsafeBitCast(symbol, to: Function.self)(topPad, 1 << 20) == 1
        #else
            return false
        #endif
    }()
}
