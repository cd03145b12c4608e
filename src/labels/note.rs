//! Notes: the one exhaustive match from a note to its sentence; the sentences stand in the files
//! beside it.

mod done;
mod import;
mod page;
mod reminder;
mod warning;

use super::text::Pair;
use crate::model::note::Note;

pub fn note(note: &Note) -> Pair {
    match note {
        Note::Standing { month, as_of } => page::standing(*month, *as_of),
        Note::Unit(unit) => page::unit(*unit),
        Note::ExampleThreshold => page::example_threshold(),
        Note::Rounding => page::rounding(),
        Note::Filtered(filters) => page::filtered(filters),
        Note::NewFdiMeaning => page::new_fdi_meaning(),
        Note::Base { count } => page::base(*count),
        Note::Empty => page::empty(),
        Note::ListHint => page::list_hint(),

        Note::Initialised { path, districts, departments } => {
            done::initialised(path, *districts, *departments)
        }
        Note::Entered { code, name } => done::entered(code, name),
        Note::EnteredByOverride { code, approver } => done::entered_by_override(code, approver),
        Note::Updated { code, fields } => done::updated(code, *fields),
        Note::NothingChanged => done::nothing_changed(),
        Note::Recorded { what, name } => done::recorded(*what, name),
        Note::Written { path } => done::written(path),
        Note::WrittenBeside { wanted, path } => done::written_beside(wanted, path),
        Note::NilRecorded { district, month } => done::nil_recorded(district, *month),
        Note::DryRun => done::dry_run(),
        Note::ClockBehind { clock, last } => done::clock_behind(*clock, *last),
        Note::Waiting => done::waiting(),
        Note::Opening { path } => done::opening(path),

        Note::Understood { file, encoding, header_row, district, month, unit } => {
            import::understood(file, encoding, *header_row, district.as_deref(), *month, *unit)
        }
        Note::UnknownColumns { columns } => import::unknown_columns(columns),
        Note::Revision { district, month, revision } => {
            import::revision(district, *month, *revision)
        }
        Note::Vanished { district, month, names, count } => {
            import::vanished(district, *month, names, *count)
        }
        Note::TotalsAgree { quantity } => import::totals_agree(*quantity),
        Note::TotalsDiffer { quantity, file, ours, row } => {
            import::totals_differ(*quantity, *file, *ours, *row)
        }
        Note::Imported { files } => import::imported(*files),
        Note::ImportedInPart { files, left } => import::imported_in_part(*files, left),
        Note::RejectedKept { rows, path } => import::rejected_kept(*rows, path),
        Note::Question { name, row } => import::question(name, *row),

        Note::AmountFell { quantity, before, after } => {
            warning::amount_fell(*quantity, *before, *after)
        }
        Note::StageBack => warning::stage_back(),
        Note::QuestionMarkInName => warning::question_mark_in_name(),
        Note::MonthGap { from, to } => warning::month_gap(*from, *to),
        Note::YearTaken { value, taken } => warning::year_taken(value, taken),
        Note::PaidOverRegistered => warning::paid_over_registered(),
        Note::ReportedElsewhere { code } => warning::reported_elsewhere(code),
        Note::LateFiling { district, due, received } => {
            warning::late_filing(district, *due, *received)
        }
        Note::Similar { code, name, similarity } => warning::similar(code, name, *similarity),
        Note::FutureDate { field, value } => warning::future_date(*field, value),
        Note::StageAssumed { stage } => warning::stage_assumed(*stage),
        Note::PartialDate { field, value } => warning::partial_date(*field, value),

        Note::Reminder { district, contact, month, due, provisional } => {
            reminder::reminder(district, contact.as_deref(), *month, *due, *provisional)
        }
        Note::NobodyLate { month } => reminder::nobody_late(*month),
    }
}
