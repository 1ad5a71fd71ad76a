/// No copy of the whole case beside the journal any more: what an action writes becomes less than half, and what is proved
/// is what is read.
extension SchemaStep {
    static let lean = SchemaStep(sql: "DROP TABLE case_bodies;")
}
