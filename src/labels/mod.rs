//! Words: Chinese and English side by side, so that neither can be missing. One file per noun
//! group, each one exhaustive match to (中文, English): a new variant does not compile without both.

mod activity;
mod appeal;
mod application;
mod blank;
mod board;
mod bond;
mod calendar;
mod circular;
mod clock;
mod clue;
mod command;
mod disclosure;
mod entry;
mod evidence;
mod exit;
mod field;
mod filing;
mod finding;
mod form;
mod log;
pub mod manpage;
mod meeting;
mod money;
mod note;
pub mod official;
mod origin;
mod outcome;
mod pack;
mod party;
mod plan;
pub mod prompt;
mod readiness;
mod receipt;
mod refusal;
pub mod setting;
mod stage;
mod task;
mod term;
mod text;
mod trouble;
mod work;

#[cfg(test)]
mod tests;

pub mod usage;

use crate::error::Refusal;
use crate::model::finding::{Finding, RuleVersion, Seen};
use crate::model::form::{FormError, FormHead, FormWord};
use crate::model::money::Unit;
use crate::model::month::Month;
use crate::model::note::Note;
use crate::model::word::Word;

/// The language a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    Zh,
    En,
}

impl Lang {
    /// Chooses one of a pair (中文, English).
    pub fn pick<T>(self, pair: (T, T)) -> T {
        match self {
            Lang::Zh => pair.0,
            Lang::En => pair.1,
        }
    }
}

/// A word in `lang`; takes a [`Word`] or a value of any vocabulary.
pub fn word(word: impl Into<Word>, lang: Lang) -> String {
    let pair = match word.into() {
        Word::Term(term) => term::term(term),
        Word::Stage(stage) => stage::stage(stage),
        Word::StageGroup(group) => stage::group(group),
        Word::OriginGroup(group) => origin::group(group),
        Word::Basis(basis) => entry::basis(basis),
        Word::Likeness(likeness) => entry::likeness(likeness),
        Word::Quantity(quantity) => field::quantity(quantity),
        Word::RuleName(rule) => finding::rule(rule),
        Word::Verdict(verdict) => finding::verdict(verdict),
        Word::RowClass(class) => filing::row_class(class),
        Word::PaidInBasis(basis) => filing::paid_in(basis),
        Word::Role(role) => party::role(role),
        Word::DepartmentKind(kind) => party::department(kind),
        Word::DayKind(kind) => calendar::day_kind(kind),
        Word::Unit(unit) => money::unit(unit),
        Word::WorkItem(item) => work::item(item),
        Word::Timing(timing) => work::timing(timing),
        Word::ExitGround(ground) => exit::ground(ground),
        Word::ClockKind(kind) => clock::kind(kind),
        Word::Colour(colour) => clock::colour(colour),
        Word::CommandName(name) => command::name(name),
        Word::ApplicationKind(kind) => application::kind(kind),
        Word::ApplicationState(state) => application::state(state),
        Word::LinkKind(kind) => bond::link(kind),
        Word::Nature(nature) => log::nature(nature),
        Word::OutcomeGroup(group) => outcome::group(group),
        Word::AppealField(field) => appeal::field(field),
        Word::AppealState(state) => appeal::state(state),
        Word::AppealOutcome(outcome) => appeal::outcome(outcome),
        Word::Satisfaction(satisfaction) => appeal::satisfaction(satisfaction),
        Word::DispatchRole(role) => appeal::role(role),
        Word::DispatchState(state) => appeal::dispatch(state),
        Word::Governed(governed) => appeal::governed(governed),
        Word::ReplyKind(kind) => appeal::reply(kind),
        Word::ReminderLevel(level) => appeal::level(level),
        Word::DeedKind(kind) => appeal::deed(kind),
        Word::Action(action) => appeal::action(action),
        Word::ClueKind(kind) => clue::kind(kind),
        Word::ClueState(state) => clue::state(state),
        Word::ClueMark(mark) => clue::mark(mark),
        Word::ClueLevel(level) => clue::level(level),
        Word::Urgency(urgency) => clue::urgency(urgency),
        Word::FormWord(word) => form::word(word),
        Word::AppealColumn(column) => clue::appeal_column(column),
        Word::ExitColumn(column) => clue::exit_column(column),
        Word::ReplyColumn(column) => clue::reply_column(column),
        Word::OutcomeColumn(column) => clue::outcome_column(column),
        Word::DecisionColumn(column) => task::decision_column(column),
        Word::MeetingKind(kind) => meeting::kind(kind),
        Word::MeetingState(state) => meeting::state(state),
        Word::Side(side) => meeting::side(side),
        Word::Presence(presence) => meeting::presence(presence),
        Word::ItemKind(kind) => meeting::item(kind),
        Word::Amendment(amendment) => meeting::amendment(amendment),
        Word::AgendaChange(change) => meeting::change(change),
        Word::TaskSource(source) => task::source(source),
        Word::StepKind(kind) => task::step(kind),
        Word::TaskState(state) => task::state(state),
        Word::PlanStep(step) => plan::step(step),
        Word::PlanDuty(duty) => plan::duty(duty),
        Word::PlanState(state) => plan::state(state),
        Word::DueKind(kind) => plan::due(kind),
        Word::ActivityKind(kind) => activity::kind(kind),
        Word::Mark(mark) => readiness::mark(mark),
        Word::MarkState(state) => readiness::state(state),
        Word::BoardWord(word) => board::word(word),
        Word::Indicator(indicator) => circular::indicator(indicator),
        Word::Placing(placing) => circular::placing(placing),
        Word::PackPaper(paper) => pack::paper(paper),
        Word::PackWord(word) => pack::word(word),
        Word::Blank(blank) => blank::blank(blank),
        Word::TextKind(kind) => official::text(kind),
        Word::FontUse(of) => official::font_use(of),
        Word::SettingName(name) => setting::setting(name),
        Word::Field(field) => return lang.pick(field::field(field)),
    };
    lang.pick(pair).to_owned()
}

/// A unit of amounts: 万美元, `USD 10k`.
pub fn unit(unit: Unit, lang: Lang) -> &'static str {
    lang.pick(money::unit(unit))
}

/// The heading of a column, with the unit where it holds money: `投资总额（万美元）`.
pub fn heading(heading: impl Into<Word>, amounts: Option<Unit>, lang: Lang) -> String {
    let name = word(heading, lang);
    match (amounts.map(|amounts| unit(amounts, lang)), lang) {
        (None, _) => name,
        (Some(unit), Lang::Zh) => format!("{name}（{unit}）"),
        (Some(unit), Lang::En) => format!("{name} ({unit})"),
    }
}

/// The value a rule saw, in few words; amounts in `unit`.
pub fn seen(seen: &Seen, unit: Unit, lang: Lang) -> String {
    lang.pick(evidence::seen(seen, unit))
}

/// The value of a standard with its unit: `1亿美元`, `80%`, `5个工作日`, `是`.
pub fn threshold(rule: &RuleVersion, lang: Lang) -> String {
    lang.pick(evidence::threshold(rule))
}

/// A finding as one sentence without its full stop: rule, value seen, threshold, clause,
/// effective date, and 示例 where the standard is an example.
pub fn finding(finding: &Finding, lang: Lang) -> String {
    lang.pick(evidence::finding(finding))
}

/// A note as a sentence.
pub fn note(note: &Note, lang: Lang) -> String {
    lang.pick(note::note(note))
}

/// A refusal as one sentence: what, where, and the next step.
pub fn refusal(refusal: &Refusal, lang: Lang) -> String {
    lang.pick(refusal::sentence(refusal))
}

/// The heading of last month's figure beside the one to fill in: `上月投资总额（万美元）`.
pub fn heading_before(of: impl Into<Word>, amounts: Option<Unit>, lang: Lang) -> String {
    let word = of.into();
    let pair = (heading(word, amounts, Lang::Zh), heading(word, amounts, Lang::En));
    lang.pick(form::before(pair))
}

/// Title of a sheet of a form.
pub fn form_title(head: &FormHead, of: FormWord, lang: Lang) -> String {
    lang.pick(form::title(head, of))
}

/// The line below it.
pub fn form_caption(head: &FormHead, amounts: Unit, lang: Lang) -> String {
    lang.pick(form::caption(head, money::unit(amounts)))
}

/// The name of a district's form, without its ending.
pub fn form_file(district: &(String, String), month: Month, lang: Lang) -> String {
    lang.pick(form::file_stem(district, month))
}

/// The lines of the instructions of a form.
pub fn form_guide(lang: Lang) -> impl Iterator<Item = &'static str> {
    form::GUIDE.iter().map(move |line| lang.pick(*line))
}

/// What a cell of a form says to what it does not take.
pub fn form_error(of: FormError, lang: Lang) -> &'static str {
    lang.pick(form::error(of))
}

/// Why a row goes back to its district, and what to do there.
pub fn rejected(problem: &Refusal, lang: Lang) -> String {
    lang.pick(receipt::rejected(problem))
}

/// What its district should look at in a row that was taken.
pub fn warned(note: &Note, row: u64, lang: Lang) -> String {
    lang.pick(receipt::warned(note, row))
}

/// A line above the table of a receipt: district and month, where the table does not say them.
pub fn receipt_caption(district: Option<&str>, month: Option<Month>, lang: Lang) -> String {
    lang.pick(receipt::caption(district, month))
}
