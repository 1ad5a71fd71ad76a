/// A made-up event log of any length: cases that overlap, their rows scattered over the file in the order of time, as
/// another system would write them. The same number of cases gives the same bytes.
enum MadeUpLog {
    static let mapping = """
        name = "made-up-log"
        format = "csv"
        delimiter = ","

        [events]
        case = "case:concept:name"
        activity = "concept:name"
        time = "time:timestamp"
        resource = "org:resource"
        text = "remark"
        level = "stars"

        [activities]
        "Submit" = "registered"
        "Take in" = "accepted"
        "Ask for papers" = "supplementAsked"
        "Papers brought" = "supplemented"
        "Hand to review" = "completed"
        "Send back" = "rejected"
        "Approve" = "approved"
        "Hand out" = "delivered"
        "Rate" = "rated"
        "Put away" = "filed"
        "Print label" = "skip"

        [columns]
        item = "case:item"
        village = "case:village"
        applicant = "case:applicant"
        phone = "case:phone"

        [blank]
        applicant = "(anonymous)"

        [time]
        formats = ["yyyy-MM-dd'T'HH:mm:ssxxx"]
        zone = "+08:00"

        [origin]
        default = "walk-in"

        [kind]
        default = "agency"

        [rating]
        channel = "counter"
        """

    static let header =
        "case:concept:name,concept:name,time:timestamp,org:resource,case:item,case:village,case:applicant,case:phone,remark,stars\n"

    /// The steps of a case: nine, seven or eight of them, eight on average.
    private static func steps(_ index: Int) -> [String] {
        switch index % 3 {
        case 0:
            [
                "Submit", "Take in", "Ask for papers", "Papers brought", "Hand to review", "Approve", "Hand out",
                "Rate",
                "Put away",
            ]
        case 1: ["Submit", "Take in", "Hand to review", "Approve", "Hand out", "Rate", "Put away"]
        default:
            ["Submit", "Take in", "Hand to review", "Send back", "Hand to review", "Approve", "Hand out", "Put away"]
        }
    }

    /// Calls `write` with some kilobytes at a time.
    static func make(cases: Int, time: (Int) -> String, _ write: (String) -> Void) {
        let stride = 7
        let villages = ["Stone Gate", "Two Rivers", "Old Mill", "North Bank", "石门村"]
        let items = ["Pension", "Birth allowance", "城乡居民养老参保", "House paper"]
        var text = header
        for slot in 0..<(cases + 8 * stride) {
            for step in stride8 {
                let index = slot - step * stride
                guard index >= 0, index < cases else { continue }
                let steps = steps(index)
                guard step < steps.count else { continue }
                text += "C\(1_000_000 + index),\(steps[step]),\(time(slot)),clerk \(index % 17),"
                text += "\(items[index % items.count]),\(villages[index % villages.count]),Person \(index),"
                text += "140\(10_000_000 + index % 90_000_000),"
                text += steps[step] == "Send back" ? "\"the form, page 2, is empty\"," : ","
                text += steps[step] == "Rate" ? "5\n" : "\n"
            }
            if text.utf8.count > 1 << 16 {
                write(text)
                text = ""
            }
        }
        write(text)
    }

    private static let stride8 = 0..<9
}
