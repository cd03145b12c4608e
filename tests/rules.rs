//! Every standard with a case that meets it and one that does not, judged by the shipped values,
//! and the sentences a person reads.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "rules/appeals.rs"]
mod appeals;

use std::path::Path;
use tuijin::labels::{self, Lang};
use tuijin::model::Day;
use tuijin::model::calendar::{Calendar, DayKind};
use tuijin::model::circular::Indicator;
use tuijin::model::clock::{Clock, ClockKind, Excuse};
use tuijin::model::date::Dated;
use tuijin::model::dossier::{Change, Dossier, Fact};
use tuijin::model::entry::Basis;
use tuijin::model::exit::ExitGround;
use tuijin::model::field::{Field, Quantity};
use tuijin::model::finding::{Finding, RuleName, RuleVersion, Verdict};
use tuijin::model::money::Usd;
use tuijin::model::month::Month;
use tuijin::model::project::{Amounts, Project, Standing};
use tuijin::model::stage::Stage;
use tuijin::rules::book::RuleBook;
use tuijin::rules::entry::EntryFacts;
use tuijin::rules::exit::ExitFacts;
use tuijin::rules::likeness::{Known, Portrait, Tolerance, neighbours};
use tuijin::rules::{change, clock, deadline, entry, exit, stage};

/// A finding with the name of its case and the standard it must come from.
struct Case {
    rule: RuleName,
    name: &'static str,
    expected: Verdict,
    finding: Finding,
}

/// A day on which every shipped standard is in force.
fn on() -> Day {
    "2020-12-10".parse().unwrap()
}

/// What ships, in the order of the file.
fn shipped() -> Vec<RuleVersion> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/seed/rules.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.deserialize::<(String, i64, String, String, u8)>().map(Result::unwrap);
    let version = |(rule, value, since, clause, example): (String, i64, String, String, u8)| {
        let (rule, since) = (RuleName::from_key(&rule).expect(&rule), since.parse().unwrap());
        RuleVersion { rule, value, since, clause, example: example == 1 }
    };
    rows.map(version).collect()
}

fn book() -> RuleBook {
    RuleBook::new(shipped())
}

/// The shipped standards with one of them set otherwise.
fn book_with(rule: RuleName, value: i64) -> RuleBook {
    let mut versions = shipped();
    versions.iter_mut().filter(|version| version.rule == rule).for_each(|v| v.value = value);
    RuleBook::new(versions)
}

/// The one finding of a standard.
fn of(rule: RuleName, findings: Vec<Finding>) -> Finding {
    let mut found = findings.into_iter().filter(|finding| finding.rule.rule == rule);
    let finding = found.next().unwrap_or_else(|| panic!("{} said nothing", rule.key()));
    assert_eq!(found.next(), None, "{} spoke twice", rule.key());
    finding
}

fn entry_of(book: &RuleBook, rule: RuleName, basis: &[Basis], cents: Option<i64>) -> Finding {
    let facts = EntryFacts { basis, total: cents.map(Usd), near: &[], on: on() };
    of(rule, entry::judge(book, facts).findings)
}

fn likeness_of(rule: RuleName, name: &str, investor: &str, total: i64) -> Finding {
    let portrait = |name, investor, total| Portrait {
        name,
        investor: Some(investor),
        district: 1,
        total: Some(Usd(total)),
    };
    let known = Known {
        code: "XM2020-0001",
        portrait: portrait("澄屿半导体先进封装测试基地项目", "澄屿控股", 10_000_000_000),
    };
    let case = Portrait { district: 2, ..portrait(name, investor, total) };
    let near = neighbours(case, [known], Tolerance::on(&book(), on()));
    let facts = EntryFacts { basis: &[], total: None, near: &near, on: on() };
    of(rule, entry::judge(&book(), facts).findings)
}

fn report_of(received: Option<&str>, today: &str) -> Finding {
    let calendar = Calendar::new([("2020-01-01".parse().unwrap(), DayKind::Off)]);
    let (month, received) = ("2020-02".parse().unwrap(), received.map(|day| day.parse().unwrap()));
    deadline::judge_report(&book(), &calendar, month, received, today.parse().unwrap()).unwrap()
}

/// A project that is signed, its record complete but for what `set` changes.
fn dossier(set: impl FnOnce(&mut Dossier)) -> Dossier {
    let month = Month::new(2020, 2).unwrap();
    let mut amounts = Amounts::default();
    amounts.set(Quantity::Total, Some(Usd(10_000_000_000)));
    amounts.set(Quantity::PlannedFdi, Some(Usd(5_000_000_000)));
    let mut dossier = Dossier::new(Project {
        code: "XM2020-0001".into(),
        name: "澄屿光学项目".into(),
        investor: Some("澄屿控股（香港）有限公司".into()),
        origin: Some("HK".into()),
        industry: Some("高端装备".into()),
        standing: Standing { stage: Stage::Signed, amounts },
        basis: vec![Basis::Scale],
        ..Project::entering(1, month, "2020-03-02".parse().unwrap())
    });
    dossier.milestones.insert(Stage::Signed, Dated::from_iso("2020-01-08").unwrap());
    set(&mut dossier);
    dossier
}

fn stage_of(book: &RuleBook, rule: RuleName, set: impl FnOnce(&mut Dossier)) -> Finding {
    of(rule, stage::judge(book, &dossier(set), on()))
}

fn dated(stage: Stage, date: &'static str) -> impl FnOnce(&mut Dossier) {
    move |dossier| {
        dossier.milestones.insert(stage, Dated::from_iso(date).unwrap());
    }
}

fn change_of(book: &RuleBook, rule: RuleName, field: Field, to: Fact, reasoned: bool) -> Finding {
    let mut dossier = dossier(|dossier| dossier.project.standing.stage = Stage::Started);
    let change: Vec<Change> = dossier.set(field, to).into_iter().collect();
    of(rule, change::judge(book, &change, reasoned, on()))
}

fn excuse(kind: ClockKind, from: &str, until: &str) -> Excuse {
    let (from, until) = (from.parse().unwrap(), until.parse().unwrap());
    Excuse { clock: kind, from, until, reason: "疫情停工".into() }
}

/// A clock that last stood still in `last`, looked at in November 2020.
fn read(book: &RuleBook, kind: ClockKind, last: &str, excuses: &[Excuse]) -> Clock {
    clock::read(book, kind, last.parse().unwrap(), "2020-11".parse().unwrap(), excuses, on())
}

fn clock_of(rule: RuleName, kind: ClockKind, last: &str, excuses: &[Excuse]) -> Finding {
    let book = book();
    of(rule, clock::findings(&book, &read(&book, kind, last, excuses), on()))
}

/// The verdict on leaving for a ground, with or without a reason and a successor.
fn exit_of(book: &RuleBook, ground: ExitGround, reasoned: bool, into: Option<&str>) -> Finding {
    let progress = read(book, ClockKind::Progress, "2020-10", &[]);
    exit::judge(
        book,
        &ExitFacts {
            ground,
            stage: Stage::Started,
            reached: None,
            progress: &progress,
            successor: into,
            reasoned,
            on: on(),
        },
    )
}

fn production_of(stage: Stage, reached: Option<&str>) -> Finding {
    let (book, reached) = (book(), reached.and_then(Dated::from_iso));
    let progress = read(&book, ClockKind::Progress, "2020-10", &[]);
    of(RuleName::ExitProduction, exit::explain(&book, stage, reached, &progress, on()))
}

fn stalled_of(book: &RuleBook, last: &str, excuses: &[Excuse]) -> Finding {
    let progress = read(book, ClockKind::Progress, last, excuses);
    of(RuleName::ExitStalled, exit::explain(book, Stage::Started, None, &progress, on()))
}

fn explained(rule: RuleName) -> Finding {
    let progress = read(&book(), ClockKind::Progress, "2020-10", &[]);
    of(rule, exit::explain(&book(), Stage::Started, None, &progress, on()))
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut case = |rule, name, expected, finding| {
        cases.push(Case { rule, name, expected, finding });
    };
    entry_cases(&mut case);
    record_cases(&mut case);
    change_cases(&mut case);
    clock_cases(&mut case);
    exit_cases(&mut case);
    appeals::cases(&mut case);
    cases
}

/// Takes one case down.
type Take<'a> = &'a mut dyn FnMut(RuleName, &'static str, Verdict, Finding);

fn entry_cases(case: Take<'_>) {
    use RuleName::*;
    use Verdict::{Fail, Pass, Remark};
    let book = book();
    let grounds = [
        (EntryConference, Basis::Conference),
        (EntryPutForward, Basis::PutForward),
        (EntryDesignated, Basis::Designated),
    ];
    for (rule, basis) in grounds {
        case(rule, "the ground is put forward", Pass, entry_of(&book, rule, &[basis], None));
        case(rule, "another ground is", Fail, entry_of(&book, rule, &[Basis::Scale], None));
        let off = book_with(rule, 0);
        case(rule, "the standard is off", Fail, entry_of(&off, rule, &[basis], None));
    }
    let scale = |cents| entry_of(&book, EntryScale, &[], cents);
    case(EntryScale, "exactly at the line", Pass, scale(Some(10_000_000_000)));
    case(EntryScale, "a cent below", Fail, scale(Some(9_999_999_999)));
    case(EntryScale, "no amount", Fail, scale(None));
    let (near, same) = ("澄屿半导体先进封装测试基地建设", "澄屿半导体先进封装测试基地");
    let name = |name, investor| likeness_of(DuplicateName, name, investor, 1);
    case(DuplicateName, "another name", Pass, name("韶禾生物医药研发中心", "韶禾"));
    case(DuplicateName, "the same name and investor", Fail, name(same, "澄屿控股有限公司"));
    case(DuplicateName, "only a similar name", Remark, name(near, "韶禾"));
    let amount = |total| likeness_of(DuplicateAmount, near, "韶禾", total);
    case(DuplicateAmount, "more than ten percent apart", Pass, amount(8_999_999_999));
    case(DuplicateAmount, "exactly ten percent apart", Fail, amount(9_000_000_000));
}

fn record_cases(case: Take<'_>) {
    use RuleName::*;
    use Verdict::{Fail, Pass, Remark};
    let book = book();
    case(ReportDue, "on the last day", Pass, report_of(Some("2020-03-06"), "2020-03-10"));
    case(ReportDue, "not yet due", Pass, report_of(None, "2020-03-06"));
    case(ReportDue, "a day late", Fail, report_of(Some("2020-03-07"), "2020-03-10"));
    case(ReportDue, "overdue", Fail, report_of(None, "2020-03-07"));
    let complete = |book: &RuleBook, stage| {
        stage_of(book, StageComplete, |dossier| dossier.project.standing.stage = stage)
    };
    case(StageComplete, "all that a signed project has", Pass, complete(&book, Stage::Signed));
    case(StageComplete, "registered, no such facts", Fail, complete(&book, Stage::Registered));
    let off = book_with(StageComplete, 0);
    case(StageComplete, "the standard is off", Remark, complete(&off, Stage::Registered));
    let order = |book: &RuleBook, stage, date| stage_of(book, StageOrder, dated(stage, date));
    case(StageOrder, "in order", Pass, order(&book, Stage::Registered, "2020-01"));
    case(StageOrder, "no date", Pass, stage_of(&book, StageOrder, |d| d.milestones.clear()));
    case(StageOrder, "backwards", Fail, order(&book, Stage::Registered, "2020-01-07"));
    case(StageOrder, "ahead", Fail, order(&book, Stage::Started, "2020-12-11"));
    let off = book_with(StageOrder, 0);
    case(StageOrder, "the standard is off", Remark, order(&off, Stage::Registered, "2019-12"));
}

fn change_cases(case: Take<'_>) {
    use RuleName::*;
    use Verdict::{Fail, Pass, Remark};
    let total = Field::Money(Quantity::Total);
    let changes = [
        (StageBack, Field::Stage, Fact::Stage(Stage::Registered), Fact::Stage(Stage::Completed)),
        (AmountDown, total, Fact::Money(Usd(8_000_000_000)), Fact::Money(Usd(10_000_000_001))),
        (
            NameChanged,
            Field::Name,
            Fact::Text("霁川光学项目".into()),
            Fact::Text("澄屿（光学）有限公司".into()),
        ),
    ];
    for (rule, field, sensitive, plain) in changes {
        let change = |book: &RuleBook, to: &Fact, reasoned| {
            change_of(book, rule, field, to.clone(), reasoned)
        };
        case(rule, "no such change", Pass, change(&book(), &plain, false));
        case(rule, "with a reason", Pass, change(&book(), &sensitive, true));
        case(rule, "without a reason", Fail, change(&book(), &sensitive, false));
        let off = book_with(rule, 0);
        case(rule, "the standard is off", Remark, change(&off, &sensitive, false));
    }
}

fn clock_cases(case: Take<'_>) {
    use RuleName::*;
    use Verdict::{Fail, Pass, Remark};
    let clocks = [
        (ClockKind::Progress, ProgressYellow, ProgressRed),
        (ClockKind::Report, ReportYellow, ReportRed),
    ];
    for (kind, yellow, red) in clocks {
        let at = |rule, last| clock_of(rule, kind, last, &[]);
        case(yellow, "one month", Pass, at(yellow, "2020-10"));
        case(yellow, "exactly two months", Fail, at(yellow, "2020-09"));
        case(red, "exactly two months", Pass, at(red, "2020-09"));
        case(red, "exactly three months", Fail, at(red, "2020-08"));
        let over = [excuse(kind, "2020-09-30", "2020-10-31")];
        case(red, "four, two excused", Pass, clock_of(red, kind, "2020-07", &over));
        let now = [excuse(kind, "2020-12-01", "2020-12-31")];
        case(red, "three, then excused", Remark, clock_of(red, kind, "2020-08", &now));
    }
}

fn exit_cases(case: Take<'_>) {
    use RuleName::*;
    use Verdict::{Fail, Pass, Remark};
    let book = book();
    let reached = production_of(Stage::Production, Some("2020-11-20"));
    case(ExitProduction, "in production", Pass, reached);
    let undated = production_of(Stage::Production, None);
    case(ExitProduction, "in production, no date", Pass, undated);
    case(ExitProduction, "completed only", Fail, production_of(Stage::Completed, None));
    let grounds = [
        (ExitTerminated, ExitGround::Terminated),
        (ExitDomestic, ExitGround::Domestic),
        (ExitRelocated, ExitGround::Relocated),
        (ExitMistaken, ExitGround::Mistaken),
    ];
    for (rule, ground) in grounds {
        case(rule, "with a reason", Pass, exit_of(&book, ground, true, None));
        case(rule, "without a reason", Fail, exit_of(&book, ground, false, None));
        let off = book_with(rule, 0);
        case(rule, "the standard is off", Fail, exit_of(&off, ground, true, None));
        case(rule, "explained", Remark, explained(rule));
    }
    let merged = |reasoned, into| exit_of(&book, ExitGround::Merged, reasoned, into);
    case(ExitMerged, "into another, with a reason", Pass, merged(true, Some("XM2020-0002")));
    case(ExitMerged, "into another, no reason", Fail, merged(false, Some("XM2020-0002")));
    case(ExitMerged, "into nothing", Fail, merged(true, None));
    case(ExitMerged, "explained", Remark, explained(ExitMerged));
    case(ExitStalled, "seven months", Pass, stalled_of(&book, "2020-04", &[]));
    case(ExitStalled, "exactly six months", Fail, stalled_of(&book, "2020-05", &[]));
    let now = [excuse(ClockKind::Progress, "2020-12-01", "2020-12-31")];
    case(ExitStalled, "seven, then excused", Fail, stalled_of(&book, "2020-04", &now));
    let off = book_with(ExitStalled, 0);
    case(ExitStalled, "the standard is off", Fail, stalled_of(&off, "2020-04", &[]));
}

#[test]
fn every_standard_ships_once_with_its_clause() {
    let shipped: Vec<RuleName> = shipped().iter().map(|version| version.rule).collect();
    assert_eq!(shipped, RuleName::ALL);
    assert!(self::shipped().iter().all(|version| !version.clause.is_empty()));
}

#[test]
fn every_standard_has_a_case_that_meets_it_and_one_that_does_not() {
    let cases = cases();
    for case in &cases {
        let Case { rule, name, expected, finding } = case;
        assert_eq!((finding.rule.rule, finding.verdict), (*rule, *expected), "{name}: {finding:?}");
    }
    // These only set a mark that others are shown, chased or planned from, or weigh; they judge
    // nothing.
    let mut marks = vec![
        RuleName::AppealSimilar,
        RuleName::RemindSoon,
        RuleName::RemindCircular,
        RuleName::PlanForms,
        RuleName::PlanReportReminder,
        RuleName::PlanLetters,
        RuleName::PlanReady,
        RuleName::PlanFreeze,
        RuleName::PlanClose,
    ];
    marks.extend(Indicator::ALL.iter().map(|indicator| indicator.weight()));
    for rule in RuleName::ALL.iter().filter(|rule| !marks.contains(rule)) {
        for verdict in [Verdict::Pass, Verdict::Fail] {
            let held = |case: &&Case| case.rule == *rule && case.finding.verdict == verdict;
            assert!(cases.iter().any(|case| held(&case)), "{}: {}", rule.key(), verdict.key());
        }
    }
}

#[test]
fn every_finding_is_a_sentence_in_both_languages() {
    let mut cases = cases();
    cases.sort_by_key(|case| case.rule);
    let sentences = cases.iter().map(|Case { rule, name, expected, finding }| {
        let say = |lang| labels::finding(finding, lang);
        let seen =
            |lang| labels::seen(&finding.seen, tuijin::model::money::Unit::TenThousand, lang);
        format!(
            "{} · {name} · {}\n  {}\n  {}\n  [{}] [{}]",
            rule.key(),
            expected.key(),
            say(Lang::Zh),
            say(Lang::En),
            seen(Lang::Zh),
            seen(Lang::En)
        )
    });
    insta::assert_snapshot!(sentences.collect::<Vec<_>>().join("\n"));
}

#[test]
fn what_was_found_can_be_read_back() {
    for Case { rule, name, finding, .. } in cases() {
        let json = serde_json::to_string(&finding).unwrap();
        let read: Finding = serde_json::from_str(&json).unwrap();
        assert_eq!(read, finding, "{} {name}: {json}", rule.key());
    }
    let kept = r#"{"verdict":"fail","seen":{"near":[{"code":"XM2020-0001","name":"a",
        "likeness":"same","similarity":100,"total":null}]},"rule":{"rule":"duplicate.name",
        "value":80,"since":"2020-03-01","clause":"","example":true}}"#;
    assert!(serde_json::from_str::<Finding>(kept).is_ok(), "findings of the first version");
    for seen in [r#"{"basis":["scale"]}"#, r#"{"amount":null}"#, r#"{"amount":7}"#] {
        assert!(serde_json::from_str::<tuijin::model::finding::Seen>(seen).is_ok(), "{seen}");
    }
}
