#if canImport(Glibc)
    import Glibc
#endif

/// How the heaps of threads grow.
enum HeapGrowth {
    /// Lets them grow and shrink by a megabyte at a time instead of an eighth of one, from now on in this process.
    ///
    /// In glibc each thread has a heap of its own, and each of its steps is a call of the system that holds up all threads
    /// that touch new memory. Where one thread makes what another takes and throws away, heaps grow and shrink without an
    /// end: a rebuild made four thousand steps.
    static func takeLargeSteps() { _ = areLarge }

    private static let areLarge: Bool = {
        #if canImport(Glibc)
            // Swift's module does not have it (malloc.h), so it is sought by its name.
            typealias Function = @convention(c) (Int32, Int32) -> Int32
            guard let symbol = dlsym(nil, "mallopt") else { return false }
            let set = unsafeBitCast(symbol, to: Function.self)
            let (trimThreshold, topPad, mmapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
            // Who sets one of them sets all: glibc no longer finds out about the others by itself.
            return set(topPad, 1 << 20) == 1 && set(trimThreshold, 4 << 20) == 1 && set(mmapThreshold, 4 << 20) == 1
        #else
            return false
        #endif
    }()
}
