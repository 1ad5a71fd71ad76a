/// One place where sheets and appraisals count: `case_work` has the requests that came in, too, by the month in which
/// they count, and two indexes of the journal that were gone through for them are no longer kept. What is left to look up
/// is who handed a case to review.
///
/// The rows of `case_work` are made anew with the last step.
extension SchemaStep {
    static let counting = SchemaStep(
        sql: """
            DROP INDEX journal_of_sheets;
            DROP INDEX journal_acceptances_by_time;
            CREATE INDEX journal_completions ON journal (subject, seq, actor, kind) WHERE kind = 'completed';
            """)
}
