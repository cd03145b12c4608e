//! Refusals: the one exhaustive match from a kind to its sentence; the sentences stand in the
//! files beside it.

mod appeal;
mod command;
mod file;
mod header;
mod library;
mod life;
mod lookup;
mod meeting;
mod memory;
mod output;
mod pack;
mod place;
mod row;
mod safety;
mod screening;
mod task;
mod template;
mod value;
mod workbook;

use super::text::Pair;
use crate::error::{Kind, Refusal};

pub fn sentence(refusal: &Refusal) -> Pair {
    let at = &refusal.place;
    match &refusal.kind {
        Kind::NoLibrary { path } => library::absent(path),
        Kind::LibraryExists { path } => library::exists(path),
        Kind::DirectoryGiven { path } => library::is_directory(path),
        Kind::NotADatabase { path } => library::not_a_database(path),
        Kind::OtherDatabase { path } => library::of_another_program(path),
        Kind::NewerLibrary { found, known } => library::newer(*found, *known),
        Kind::ReadOnly { path } => library::read_only(path),
        Kind::Unreadable { path, detail } => library::unreadable(path, detail),
        Kind::Busy { seconds } => library::busy(*seconds),
        Kind::DiskFull { path } => library::disk_full(path),
        Kind::ClockBack { last, today } => library::clock_back(*last, *today),
        Kind::OlderReadOnly { path } => library::older_read_only(path),

        Kind::NotYetCome { day, today } => memory::not_yet_come(*day, *today),
        Kind::BeforeLibrary { day, first } => memory::before_library(*day, *first),
        Kind::NothingToUndo => memory::nothing_to_undo(),
        Kind::NothingToRedo => memory::nothing_to_redo(),
        Kind::UnknownOperation { op } => memory::unknown_operation(*op),
        Kind::NotUndoable { command, op } => memory::not_undoable(*command, *op),
        Kind::AlreadyUndone { op } => memory::already_undone(*op),
        Kind::NotUndone { op } => memory::not_undone(*op),
        Kind::ChangedSince { op, later } => memory::changed_since(*op, later.as_deref()),

        Kind::ReasonNeeded { findings } => life::reason_needed(at, findings),
        Kind::ExitRefused { finding } => life::exit_refused(at, finding),
        Kind::HasLeft { code, day } => life::has_left(at, code, *day),
        Kind::NotLeft { code } => life::not_left(at, code),
        Kind::TooEarly { day, earliest } => life::too_early(at, *day, *earliest),
        Kind::SameProject { code } => life::same_project(at, code),
        Kind::SuccessorNeeded => life::successor_needed(at),
        Kind::PartTooLarge { quantity, part, whole } => {
            life::part_too_large(at, *quantity, *part, *whole)
        }

        Kind::UnknownApplication { given } => screening::unknown_application(at, given),
        Kind::NotWaiting { code, state } => screening::not_waiting(at, code, *state),
        Kind::UnknownRule { given, known } => screening::unknown_rule(at, given, known),
        Kind::BadThreshold { rule, value } => screening::bad_threshold(at, *rule, value),
        Kind::ExcuseBackwards { from, until } => screening::excuse_backwards(at, *from, *until),

        Kind::Unsound { path, detail } => safety::unsound(path, detail),
        Kind::NotABackup { path } => safety::not_a_backup(path),
        Kind::RestoreOfItself { path } => safety::restore_of_itself(path),
        Kind::BackupFailed { path, detail } => safety::backup_failed(path, detail),

        Kind::Usage { sentence, usage: _ } => command::as_given(sentence),
        Kind::BadDay { value } => command::bad_day(value),
        Kind::BadMonth { value } => command::bad_month(value),
        Kind::UnknownChoice { value, choices } => command::unknown_choice(value, choices),
        Kind::FormatUnknown { value } => command::format_unknown(value),
        Kind::BoardNeedsFile => command::board_needs_file(),
        Kind::FormatNeedsFile { format } => command::format_needs_file(format),
        Kind::SheetEnding { value } => command::sheet_ending(value),
        Kind::NothingGiven => command::nothing_given(),
        Kind::OverrideNeedsApprover => command::override_needs_approver(),
        Kind::Required { what } => command::required(what),
        Kind::BadPair { value } => command::bad_pair(value),
        Kind::FormNeedsFile { several } => command::form_needs_file(*several),
        Kind::NoFolder { path } => output::no_folder(path),
        Kind::FolderIsFile { path } => output::folder_is_file(path),
        Kind::OneAtATime { first, second } => command::one_at_a_time(first, second),
        Kind::MonthsBackwards { from, to } => command::months_backwards(*from, *to),
        Kind::BlankReason => command::blank_reason(),
        Kind::LaterMonthKnown { code, month } => life::later_month_known(code, *month),
        Kind::NameTaken { name, code } => life::name_taken(name, code),
        Kind::MovedOn { application, field } => life::moved_on(application, *field),
        Kind::AsOfWrites => command::as_of_writes(),
        Kind::UnknownEncoding { given } => command::unknown_encoding(given),

        Kind::UnknownProject { given } => lookup::project(at, given),
        Kind::AmbiguousProject { given, candidates } => lookup::ambiguous(at, given, candidates),
        Kind::UnknownDistrict { given, known } => lookup::district(at, given, known),
        Kind::UnknownDepartment { given, known } => lookup::department(at, given, known),
        Kind::UnknownOrigin { given } => lookup::origin(at, given),
        Kind::UnknownField { given } => lookup::field(at, given),
        Kind::AliasTaken { alias, owner } => lookup::alias_taken(at, alias, owner),

        Kind::BadAmount => value::bad_amount(at),
        Kind::NegativeAmount => value::negative_amount(at),
        Kind::TooPrecise => value::too_precise(at),
        Kind::AmountTooLarge => value::amount_too_large(at),
        Kind::BadDate => value::bad_date(at),
        Kind::AmbiguousDate => value::ambiguous_date(at),
        Kind::FutureDay { day, today } => value::future_day(at, *day, *today),
        Kind::NoRate { currency, month } => value::no_rate(at, currency, *month),
        Kind::BadRate => value::bad_rate(at),
        Kind::BadFlag => value::bad_flag(at),
        Kind::BadStage => value::bad_stage(at),
        Kind::BadBasis => value::bad_basis(at),
        Kind::BadGround => value::bad_ground(at),
        Kind::BadUrgency => value::bad_urgency(at),
        Kind::BadRole => value::bad_role(at),
        Kind::ContactIncomplete => value::contact_incomplete(at),
        Kind::AppealEmpty => value::appeal_empty(at),
        Kind::BadCode => value::bad_code(at),
        Kind::BadSetting { name } => value::bad_setting(at, *name),
        Kind::DamagedNumber => value::damaged_number(at),
        Kind::BrokenFormula => value::broken_formula(at),
        Kind::EmptyFormula => value::empty_formula(at),

        Kind::FileMissing { path } => file::missing(path),
        Kind::FileIsDirectory { path } => file::is_directory(path),
        Kind::NotATable { found } => file::not_a_table(at, *found),
        Kind::WorkbookEncrypted => workbook::encrypted(at),
        Kind::WorkbookDamaged => workbook::damaged(at),
        Kind::WorkbookTooLarge { megabytes } => workbook::too_large(at, *megabytes),
        Kind::TooManySheets { found, limit } => workbook::too_many_sheets(at, *found, *limit),
        Kind::HiddenParts { concealed } => workbook::hidden_parts(at, concealed),
        Kind::EmptyFile => file::empty(at),
        Kind::BadEncoding { tried } => file::bad_encoding(at, tried),
        Kind::StrayQuote => file::stray_quote(at),
        Kind::RaggedRow { expected, found } => file::ragged_row(at, *expected, *found),
        Kind::TooWide { limit } => file::too_wide(at, *limit),
        Kind::CellTooLong { limit } => file::cell_too_long(at, *limit),
        Kind::FileTwice { first } => file::twice(at, first),
        Kind::RowsRejected { rejected, receipt } => file::rows_rejected(at, *rejected, receipt),

        Kind::NoHeader => header::no_header(at),
        Kind::HeaderOnly => header::header_only(at),
        Kind::FormEmpty => header::form_empty(at),
        Kind::NoList { list } => header::no_list(at, *list),
        Kind::ListTooLong { limit } => header::list_too_long(at, *limit),
        Kind::NoMonth => header::no_month(at),
        Kind::MonthContradiction { said, found } => header::month_contradiction(at, *said, *found),
        Kind::FutureMonth { month } => header::future_month(at, *month),
        Kind::AlreadyReported { district, month, revision } => {
            header::already_reported(at, district, *month, *revision)
        }
        Kind::NoDistrict => header::no_district(at),
        Kind::DistrictContradiction { said, found } => {
            header::district_contradiction(at, said, found)
        }
        Kind::ColumnTwice { field, first } => header::column_twice(at, *field, first),
        Kind::NoUnit => header::no_unit(at),
        Kind::UnitContradiction => header::unit_contradiction(at),
        Kind::PaidInUnknown => header::paid_in_unknown(at),

        Kind::NameMissing => row::name_missing(at),
        Kind::CodeUnknown { code } => row::code_unknown(at, code),
        Kind::CodeOtherDistrict { code, district } => {
            row::code_of_other_district(at, code, district)
        }
        Kind::SameProjectTwice { file, sheet, first } => {
            row::same_project_twice(at, (file.as_deref(), sheet.as_deref()), *first)
        }
        Kind::NameAmbiguous { candidates } => row::name_ambiguous(at, candidates),
        Kind::NearMatch { candidates } => row::near_match(at, candidates),
        Kind::EntryRefused { findings } => row::entry_refused(at, findings),

        Kind::Appeal(refusal) => appeal::refused(at, refusal),
        Kind::Task(refusal) => task::refused(at, refusal),
        Kind::Pack(refusal) => pack::refused(at, refusal),
        Kind::Meeting(refusal) => meeting::refused(at, refusal),
        Kind::Template(refusal) => template::refused(at, refusal),

        Kind::OutputExists { path } => output::exists(path),
        Kind::OutputFailed { path, detail } => output::failed(path, detail),
        Kind::NotPermitted { path } => output::not_permitted(path),
    }
}
