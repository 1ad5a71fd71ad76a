// A second stack for the handlers of signals. A thread whose own stack has overflowed has no room left to run a handler on:
// without another one the system ends the process there and then, and the terminal stays as it was taken.
//
// Signal stacks belong to threads, so each thread that may overflow needs one (sigaltstack, POSIX.1-2017). The memory is
// mapped once for a thread and unmapped when the thread ends.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lets a thread give the terminal back even when its stack has overflowed.
///
/// The thread that takes the terminal and the one that waits for keys are covered by themselves. Call ``coverThread()`` at the
/// beginning of work that runs elsewhere: on a dispatch queue, on an actor, on a thread of one's own.
public enum SignalStack {
    /// Gives the calling thread a signal stack, unless it has one. Cheap after the first call on a thread: one look into the
    /// thread's own memory. Without memory left the thread stays as it is.
    public static func coverThread() {
        guard let key, pthread_getspecific(key) == nil else { return }
        var present = stack_t()
        // Somebody else's (a sanitiser's, the Swift runtime's) serves as well.
        guard sigaltstack(nil, &present) == 0, present.ss_flags & Int32(SS_DISABLE) != 0 else { return }
        let mapping = mmap(nil, guardSize + size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
        guard let mapping, mapping != UnsafeMutableRawPointer(bitPattern: -1) else { return }
        // Stacks grow downwards: a handler that needs more than there is ends the process and writes over nothing.
        mprotect(mapping, guardSize, PROT_NONE)
        var stack = stack_t()
        stack.ss_sp = mapping + guardSize
        stack.ss_size = size
        guard sigaltstack(&stack, nil) == 0, pthread_setspecific(key, mapping) == 0 else {
            release(mapping)
            return
        }
    }

    /// Room for a handler and for the registers that the system saves: with AMX they take 11 KiB, more than `SIGSTKSZ`.
    private static let size = 65_536
    private static let guardSize = max(4_096, sysconf(Int32(_SC_PAGESIZE)))

    /// Where a thread keeps the address of its mapping; nil when the process has no such places left.
    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        return pthread_key_create(&key, { SignalStack.release($0) }) == 0 ? key : nil
    }()

    private static func release(_ mapping: UnsafeMutableRawPointer?) {
        guard let mapping else { return }
        var none = stack_t()
        none.ss_flags = Int32(SS_DISABLE)
        none.ss_size = size  // macOS looks at it although it has no meaning here
        sigaltstack(&none, nil)
        munmap(mapping, guardSize + size)
    }
}
