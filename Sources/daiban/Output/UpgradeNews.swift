import CaseStore
import Dashboard

/// Tells the person that a database of an earlier format is brought forward, and where the copy of it is.
struct UpgradeNews {
    let language: Language

    /// For `CaseStore.open(at:access:upgrading:)`.
    func tell(_ news: SchemaUpgrade.News) -> Bool {
        // Asked once, it stays asked: a second signal ends the program.
        if !Interruption.wasAsked { Interruption.watch() }
        switch news {
        case .copying(let progress):
            Console.progress(Words.backup(.upgradeCopying(progress)).text(language))
        case .copied(let path, let schema):
            Console.endProgress()
            Console.error(Words.backup(.upgradeCopied(path: path, schema: schema)).text(language))
        case .cases(let done, let total):
            Console.progress(Words.backup(.upgradeCases(done: done, total: total)).text(language))
        case .step(let done, let total):
            Console.progress(Words.backup(.upgradeStep(done: done, total: total)).text(language))
            if done == total {
                Console.endProgress()
                Interruption.unwatch()
            }
        }
        return !Interruption.wasAsked
    }
}
