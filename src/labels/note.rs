//! Notes: the one exhaustive match from a note to its sentence; the sentences stand in the files
//! beside it.

mod appeal;
mod docket;
mod done;
mod import;
mod life;
mod meeting;
mod memory;
mod pack;
mod page;
mod plan;
mod reminder;
mod safety;
mod task;
mod warning;

use super::text::Pair;
use super::{board, circular, disclosure, log, readiness, trouble};
use crate::model::note::Note;

pub fn note(note: &Note) -> Pair {
    match note {
        Note::Standing { month, as_of } => page::standing(*month, *as_of),
        Note::Unit(unit) => page::unit(*unit),
        Note::ExampleThreshold => page::example_threshold(),
        Note::Rounding => page::rounding(),
        Note::Filtered(filters) => page::filtered(filters),
        Note::NewFdiMeaning => page::new_fdi_meaning(),
        Note::ReportedOf { month } => page::reported_of(*month),
        Note::Base { count } => page::base(*count),
        Note::About { code, name } => page::about(code, name),
        Note::Empty => page::empty(),
        Note::ListHint => page::list_hint(),
        Note::AppealBase { appeals, projects, left } => docket::base(*appeals, *projects, *left),
        Note::ProjectOutcome => docket::project_outcome(),
        Note::ProjectsPerRow => docket::projects_per_row(),
        Note::CarryOver { month, opening, logged, reopened, closed, ended, closing } => {
            docket::carry_over(*month, [*opening, *logged, *reopened, *closed, *ended, *closing])
        }
        Note::Dispatches { asked, appeals } => docket::dispatches(*asked, *appeals),
        Note::AnswerMeaning => docket::answer_meaning(),
        Note::PlanOf { month, as_of } => plan::plan_of(*month, *as_of),
        Note::NotPlanned { code, state } => plan::not_planned(code, *state),
        Note::ProvisionalDays => plan::provisional_days(),
        Note::DueCount { late, today } => plan::due_count(*late, *today),
        Note::ChangesInBrief {
            entered,
            left,
            advanced,
            fell_back,
            stalled,
            paid_in,
            new_appeals,
            solved,
            in_hand,
            new_tasks,
            done,
            open,
        } => memory::changes_in_brief(
            [*entered, *left, *advanced, *fell_back, *stalled],
            *paid_in,
            [*new_appeals, *solved, *in_hand],
            [*new_tasks, *done, *open],
        ),
        Note::AppealChangesMeaning => docket::changes_meaning(),
        Note::AppealListHint => docket::list_hint(),
        Note::FeedbackTo { district } => docket::feedback_to(district),
        Note::FeedbackOf { month, until } => docket::feedback_of(*month, *until),

        Note::Initialised { path, districts, departments } => {
            done::initialised(path, *districts, *departments)
        }
        Note::Entered { code, name } => done::entered(code, name),
        Note::EnteredByOverride { code, approver } => done::entered_by_override(code, approver),
        Note::Updated { code, fields } => done::updated(code, *fields),
        Note::NothingChanged => done::nothing_changed(),
        Note::Recorded { what, name } => done::recorded(*what, name),
        Note::Written { path } => done::written(path),
        Note::FormsMade { files, folder } => done::forms_made(*files, folder),
        Note::WrittenBeside { wanted, path } => done::written_beside(wanted, path),
        Note::ContactsRead { recorded, unchanged } => done::contacts_read(*recorded, *unchanged),
        Note::NilRecorded { district, month } => done::nil_recorded(district, *month),
        Note::DryRun => done::dry_run(),
        Note::NothingKept => done::nothing_kept(),
        Note::ClockBehind { clock, last } => done::clock_behind(*clock, *last),
        Note::Waiting => done::waiting(),

        Note::Left { code, name, ground } => life::left(code, name, *ground),
        Note::LeftByOverride { code, approver } => life::left_by_override(code, approver),
        Note::Readmitted { code, name } => life::readmitted(code, name),
        Note::Renamed { code, before, after } => life::renamed(code, before, after),
        Note::Merged { code, into } => life::merged(code, into),
        Note::SplitOff { code, name, from } => life::split_off(code, name, from),
        Note::Granted { application, code, kind } => life::granted(application, code, *kind),
        Note::SentBack { application, district } => life::sent_back(application, district),
        Note::RuleSet { rule, since } => life::rule_set(*rule, *since),
        Note::Excused { code, clock, until } => life::excused(code, *clock, *until),

        Note::Appeal(note) => appeal::sentence(note),
        Note::Ready(note) => readiness::note(note),
        Note::Circular(note) => circular::note(note),
        Note::Disclosure(note) => disclosure::note(note),
        Note::Board(note) => board::note(note),
        Note::Meeting(note) => meeting::sentence(note),

        Note::Task(note) => task::sentence(note),
        Note::Pack(note) => pack::sentence(note),

        Note::Log(line) => log::line(line),
        Note::Undone(line) => memory::undone(line),
        Note::Redone(line) => memory::redone(line),
        Note::LogShown { shown, of } => memory::log_shown(*shown, *of),
        Note::Compared { from_day, from_month, to_day, to_month } => {
            memory::compared((*from_day, *from_month), (*to_day, *to_month))
        }
        Note::ClocksUntil { month } => memory::clocks_until(*month),

        Note::BackedUp { path } => safety::backed_up(path),
        Note::BackupLeftOut { megabytes } => safety::backup_left_out(*megabytes),
        Note::BackupNotMade { detail } => safety::backup_not_made(detail),
        Note::Restored { path, kept } => safety::restored(path, kept.as_deref()),
        Note::Upgraded { from, to, backup } => safety::upgraded(*from, *to, backup),
        Note::RiskyFolder { path } => safety::risky_folder(path),
        Note::Trouble(found) => trouble::trouble(found),
        Note::Sound { projects, operations } => safety::sound(*projects, *operations),
        Note::TroubleFound { damage, breaches } => safety::trouble_found(*damage, *breaches),

        Note::Understood { file, encoding, header_row, district, month, unit } => {
            import::understood(file, encoding, *header_row, district.as_deref(), *month, *unit)
        }
        Note::SheetsIgnored { sheets } => import::sheets_ignored(sheets),
        Note::StaleFormula => warning::stale_formula(),
        Note::WholeSheet { sheet } => import::whole_sheet(sheet),
        Note::WholeSheetDiffers { sheet, names, count } => {
            import::whole_sheet_differs(sheet, names, *count)
        }
        Note::UnknownColumns { columns } => import::unknown_columns(columns),
        Note::Revision { district, month, revision, kept } => {
            import::revision(district, *month, *revision, *kept)
        }
        Note::ReceiptLost => import::receipt_lost(),
        Note::Clues { count, kept } => import::clues(*count, *kept),
        Note::Vanished { district, month, names, count } => {
            import::vanished(district, *month, names, *count)
        }
        Note::TotalsDiffer { quantity, file, ours, row } => {
            import::totals_differ(*quantity, *file, *ours, *row)
        }
        Note::Imported { files } => import::imported(*files),
        Note::ImportedInPart { files, left } => import::imported_in_part(*files, left),
        Note::ReceiptKept { rejected, warned, paths, taken } => {
            import::receipt_kept(*rejected, *warned, paths, *taken)
        }
        Note::NoReceipt => import::no_receipt(),
        Note::ReceiptsPassedOver { files } => import::receipts_passed_over(files),
        Note::Question { name, row } => import::question(name, *row),

        Note::AmountFell { quantity, before, after } => {
            warning::amount_fell(*quantity, *before, *after)
        }
        Note::StageBack => warning::stage_back(),
        Note::QuestionMarkInName => warning::question_mark_in_name(),
        Note::YearTaken { value, taken } => warning::year_taken(value, taken),
        Note::ReportedAfterExit { code, day } => warning::reported_after_exit(code, *day),
        Note::Screened { fields } => warning::screened(fields),
        Note::ReturnedBefore { application, reason } => {
            warning::returned_before(application, reason.as_deref())
        }
        Note::ReportedElsewhere { name, district, file, row } => {
            warning::reported_elsewhere(name, district, file.as_deref(), *row)
        }
        Note::WouldBe => import::would_be(),
        Note::LateFiling { district, due, received } => {
            warning::late_filing(district, *due, *received)
        }
        Note::Similar { code, name, similarity } => warning::similar(code, name, *similarity),
        Note::FutureDate { field, value } => warning::future_date(*field, value),
        Note::StageAssumed { stage } => warning::stage_assumed(*stage),

        Note::Reminder { district, contact, month, due, provisional } => {
            reminder::reminder(district, contact.as_deref(), *month, *due, *provisional)
        }
        Note::NobodyLate { month } => reminder::nobody_late(*month),
    }
}
