import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff pin NUMBER`: sets a PIN, changes one's own, unlocks.
struct StaffPINCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pin", abstract: Words.helpText(.attendance(.pin)))

    @OptionGroup var about: PersonOptions
    @Flag(name: .long, help: Words.help(.attendance(.optionUnlock))) var unlock = false

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        func text(_ words: AttendanceWords) -> String { workplace.text(.attendance(words)) }
        let who = "\(member.number) \(member.name)"
        if unlock {
            try workplace.store.unlockPIN(of: member.id, by: actor, at: SystemClock.now())
            Console.out(text(.pinUnlocked(who)))
            return
        }
        let rules = workplace.agentRules.duty.pins
        let isOwn = member.id == actor.id
        let old = try isOwn && workplace.store.keepsPIN(of: member.id) ? SecretInput.line(prompt: text(.pinOld)) : nil
        guard let typed = SecretInput.line(prompt: text(.pinNew)) else {
            throw Failure(.attendance(.pinUnreadable), exit: .usage)
        }
        let again = SecretInput.line(prompt: text(.pinAgain))
        guard again == typed else { throw Failure(.attendance(.pinsDiffer), exit: .usage) }
        let pin: PIN
        do {
            pin = try PIN(typed, of: member.number, rules: rules)
        } catch {
            throw StaffRefusal.pinUnfit(error)
        }
        try workplace.store.setPIN(
            pin, of: member.id, old: old, by: actor, source: workplace.attendanceSource(.commandLine), rules: rules,
            at: SystemClock.now())
        Console.out(text(.pinSet(who)))
    }
}
