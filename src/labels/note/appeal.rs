//! What is said of appeals and letters.

use crate::labels::appeal as words;
use crate::labels::evidence;
use crate::labels::setting::setting;
use crate::labels::text::{self, Pair, count, list, quote, verb, word_list};
use crate::model::Day;
use crate::model::appeal_note::AppealNote;
use crate::model::dispatch::{DispatchRole, Governed, ReminderLevel};
use crate::model::name::clean;

pub fn sentence(note: &AppealNote) -> Pair {
    use AppealNote as N;
    match note {
        N::Logged { code, project, state } => {
            let (project, (zh, en)) = (quote(project), words::state(*state));
            (
                format!("诉求 {code} 已登记（项目{project}），{zh}。"),
                format!("Logged appeal {code} of {project}: {en}."),
            )
        }
        N::Amended { code, state } => {
            let (zh, en) = words::state(*state);
            (format!("诉求 {code} 已补充修改，{zh}。"), format!("Amended {code}: {en}."))
        }
        N::Unchanged { code } => (
            format!("诉求 {code} 已有登记，内容没有变化。"),
            format!("Appeal {code} is on record as it is."),
        ),
        N::Fails { code, findings } => {
            let (zh, en) = evidence::numbered(findings);
            (
                format!(
                    "诉求 {code} 须补充：{zh}；请与板块补正，或用 tuijin appeal send-back {code} 退回。"
                ),
                format!(
                    "Appeal {code} must be completed: {en}; put it right or return it with tuijin \
                     appeal send-back {code}."
                ),
            )
        }
        N::Alike { code, earlier, percent, purpose, state, outcome } => {
            let (purpose, (state_zh, state_en), (zh, en)) =
                (quote(purpose), words::state(*state), words::outcome(*outcome));
            (
                format!(
                    "{code} 与此前诉求 {earlier} 相似（{percent}%）：{purpose}，{state_zh}，成效为“{zh}”。"
                ),
                format!(
                    "{code} resembles the earlier appeal {earlier} ({percent}%): {purpose}, \
                     {state_en}, outcome “{en}”."
                ),
            )
        }
        N::DraftsGone { code, departments } => {
            let (zh, en) = text::quotes(departments);
            (
                format!(
                    "对象部门已变，诉求 {code} 已从给{zh}的待发函件中撤出；请用 tuijin letter draft 重新起草。"
                ),
                format!(
                    "The departments have changed: {code} left the drafts to {en}; draft letters again with tuijin letter draft."
                ),
            )
        }
        N::SentBack { code, district } => {
            let district = clean(district);
            (
                format!("诉求 {code} 已退回{district}补充。"),
                format!("Sent {code} back to {district} to be completed."),
            )
        }
        N::Replied { code, department, kind } => {
            let (department, (zh, en)) = (clean(department), words::reply(*kind));
            (
                format!("{department}对诉求 {code} 的{zh}已登记。"),
                format!("Recorded from {department} on {code}: {en}."),
            )
        }
        N::Extended { code, department, until } => {
            let department = clean(department);
            (
                format!("{department}办理诉求 {code} 延期至 {until}，已登记。"),
                format!("Recorded the extension of {code} for {department} until {until}."),
            )
        }
        N::Returned { code, department, to } => {
            let department = clean(department);
            let (zh, en) = match to {
                Some(to) => (
                    format!("，建议转{0}办理；请用 tuijin letter draft 另行函告{0}", clean(to)),
                    format!(", to be passed on to {0}; draft a letter to {0}", clean(to)),
                ),
                None => (String::new(), String::new()),
            };
            (
                format!("{department}已退回诉求 {code}{zh}。"),
                format!("{department} returned {code}{en}."),
            )
        }
        N::BackAtBureau { code } => (
            format!("诉求 {code} 已无承办部门，恢复为待交办。"),
            format!("No department has {code} any more; it is ready to be sent again."),
        ),
        N::Wordless { code, department } => {
            let department = clean(department);
            (
                format!(
                    "诉求 {code} 的答复没有写办理意见（缺项），已照此登记；请向{department}补要意见。"
                ),
                format!(
                    "The answer to {code} does not say what was done; it is recorded as it came: ask {department} for its opinion."
                ),
            )
        }
        N::Late { code, department, finding } => {
            let (department, (zh, en)) = (clean(department), evidence::finding(finding));
            (
                format!("诉求 {code}（{department}）：{zh}。"),
                format!("{code} ({department}): {en}."),
            )
        }
        N::Concluded { code, outcome } => {
            let (zh, en) = words::outcome(*outcome);
            (
                format!("诉求 {code} 的成效登记为“{zh}”。"),
                format!("Set the outcome of {code} to “{en}”."),
            )
        }
        N::Closed { code, outcome } => {
            let (zh, en) = words::outcome(*outcome);
            (format!("诉求 {code} 已办结，成效为“{zh}”。"), format!("Closed {code}: “{en}”."))
        }
        N::AssistsMissing { code, departments } => {
            let (zh, en) = list(departments.iter().map(|name| clean(name)));
            let have = verb(departments.len() as u64, "has", "have");
            (
                format!("诉求 {code} 的协办部门 {zh} 尚未答复。"),
                format!("Assisting on {code}, {en} {have} not answered."),
            )
        }
        N::ClosedUnderWay { code, outcome } => {
            let (zh, en) = words::outcome(*outcome);
            (
                format!("诉求 {code} 的成效为“{zh}”，办结后不再列入在办，请注意跟踪。"),
                format!(
                    "{code} is closed with “{en}” and leaves what is in hand; keep an eye on it."
                ),
            )
        }
        N::Reopened { code, state } => {
            let (zh, en) = words::state(*state);
            (format!("诉求 {code} 已重开，{zh}。"), format!("Reopened {code}: {en}."))
        }
        N::ClueDropped { code } => (
            format!("线索 {code} 不作诉求，以后各月再提同样内容也不再列入。"),
            format!("Dropped clue {code}; the same words in later months will not bring it back."),
        ),
        N::Withdrawn { code } => (format!("诉求 {code} 已撤回。"), format!("Withdrew {code}.")),
        N::Terminated { project, codes } => {
            let ((zh, en), project) = (list(codes.iter().map(|code| clean(code))), clean(project));
            (
                format!("项目 {project} 出库，其在办诉求 {zh} 已终止。"),
                format!("With {project} gone, its appeals in hand were terminated: {en}."),
            )
        }
        N::Rated { code, satisfaction } => {
            let (zh, en) = words::satisfaction(*satisfaction);
            (
                format!("诉求 {code} 回访结果为“{zh}”。"),
                format!("Recorded of {code} after the call: “{en}”."),
            )
        }
        N::Drafted { letter, department, appeals } => {
            let (department, many) = (clean(department), count(*appeals, "appeal", "appeals"));
            (
                format!("函件 {letter} 已起草：致{department}，诉求 {appeals} 件。"),
                format!("Drafted letter {letter} to {department} with {many}."),
            )
        }
        N::Dropped { letter, codes } => {
            let (zh, en) = list(codes.iter().map(|code| clean(code)));
            (
                format!("诉求 {zh} 已不能交办，从函件 {letter} 中略去。"),
                format!("Left out of letter {letter}, as they can no longer be sent: {en}."),
            )
        }
        N::LettersToWrite { round } => (
            format!(
                "函件和答复表用 tuijin letter write --round {round} --output-dir 文件夹 生成，可随时再生成。"
            ),
            format!(
                "The letters and reply forms are written by tuijin letter write --round {round} \
                 --output-dir FOLDER, as often as they are wanted."
            ),
        ),
        N::OfficeUnsaid { what } => {
            let (zh, en) = word_list(what.iter().map(|name| setting(*name)));
            (
                format!("函件中留有待填写处：{zh}；用 tuijin setting set 登记后重新生成。"),
                format!(
                    "The letters leave open: {en}; say it with tuijin setting set and write them again."
                ),
            )
        }
        N::Withheld { codes } => {
            let (number, (zh, en)) = (codes.len(), list(codes.iter().map(|code| clean(code))));
            (
                format!(
                    "内部掌握项目的诉求 {number} 件没有列入：{zh}；确需函告的，用 letter draft --appeal 逐件写明。"
                ),
                format!(
                    "{number} of confidential projects left out: {en}; to send one all the same, name it with letter draft --appeal."
                ),
            )
        }
        N::WithheldInLetters { codes } => {
            let (number, (zh, en)) = (codes.len(), list(codes.iter().map(|code| clean(code))));
            (
                format!(
                    "函件中有内部掌握项目的诉求 {number} 件：{zh}；请核对是否确需函告，并按内部掌握的要求传递。"
                ),
                format!(
                    "Among the appeals in the letters {number} of confidential projects: {en}; make sure they are to go out, and hand them over accordingly."
                ),
            )
        }
        N::EmptyDrafts { letters } => (
            format!("函件 {} 中已没有可交办的诉求，没有发出。", letters.join("、")),
            format!("Not sent, for nothing in them can be any more: {}.", letters.join(", ")),
        ),
        N::Admitted { codes, approver } => {
            let ((zh, en), approver) =
                (list(codes.iter().map(|code| clean(code))), clean(approver));
            (
                format!("诉求 {zh} 未达要求，经{approver}批准例外交办。"),
                format!("Sent on by exception, approved by {approver}: {en}."),
            )
        }
        N::LetterSent { letter, department, number, appeals, due } => {
            let (department, number) = (clean(department), clean(number));
            let many = count(*appeals, "appeal", "appeals");
            (
                format!(
                    "函件 {letter}（{number}）已发{department}，诉求 {appeals} 件，最早 {due} 到期。"
                ),
                format!(
                    "Letter {letter} ({number}) went to {department} with {many}, the first due on {due}."
                ),
            )
        }
        N::Provisional { letter } => (
            format!("函件 {letter} 的期限跨入尚未公布放假安排的年度，为暂定。"),
            format!(
                "The due days of letter {letter} run into a year whose calendar is not published; they are provisional."
            ),
        ),
        N::Meeting { round, day } => {
            let (zh, en) = text::month(*round);
            (
                format!("{zh}批次的会议日期登记为 {day}。"),
                format!("The meeting of the round of {en} is on {day}."),
            )
        }
        N::MeetingMoved { letters } => {
            let (zh, en) = list(letters.iter().map(|code| clean(code)));
            (
                format!("此前已发的函件 {zh} 按原告知的期限办理，不随会议日期变动。"),
                format!("Letters that went out before keep the due days they notified: {en}."),
            )
        }
        N::Reminder {
            level,
            department,
            lead,
            officer,
            code,
            project,
            role,
            due,
            governed,
            overdue,
        } => {
            let people = [lead, officer].into_iter().flatten().map(|name| clean(name)).collect();
            let (level_zh, level_en) = words::level(*level);
            let (to_zh, to_en) = addressed(department, people);
            let (what_zh, what_en) = reminded(code, project, *role);
            let (when_zh, when_en) = overdue_by(*level, *due, *overdue, *governed);
            (
                format!("{level_zh}：{to_zh}，{what_zh}{when_zh}，请尽快答复。"),
                format!("{level_en}: {to_en}, {what_en} {when_en}; please answer."),
            )
        }
        N::RemindersKept { count: kept } => {
            let many = count(*kept, "reminder", "reminders");
            (format!("催办 {kept} 件次，已登记。"), format!("Recorded {many}."))
        }
        N::NobodyToRemind => {
            ("没有临期或逾期的交办。".to_owned(), "Nothing is due soon or overdue.".to_owned())
        }
        N::CalendarKept { days, years } => {
            let (zh, en) = list(years.iter().map(i32::to_string));
            let many = count(*days, "day", "days");
            (
                format!("工作日历已登记 {days} 天，涉及 {zh} 年。"),
                format!("Recorded {many} of the calendar, of {en}."),
            )
        }
        N::ClueTaken { clue, code } => (
            format!("诉求线索 {clue} 已转为诉求 {code}。"),
            format!("Took clue {clue} as appeal {code}."),
        ),
    }
}

/// A department with its people.
fn addressed(department: &str, people: Vec<String>) -> Pair {
    let department = clean(department);
    if people.is_empty() {
        return (department.clone(), department);
    }
    let (zh, en) = list(people);
    (format!("{department}（{zh}）"), format!("{department} ({en})"))
}

fn reminded(code: &str, project: &str, role: DispatchRole) -> Pair {
    let (project, (zh, en)) = (quote(project), words::role(role));
    (
        format!("贵单位{zh}的诉求 {code}（项目{project}）"),
        format!("the reply on {code} of {project} ({en})"),
    )
}

fn overdue_by(level: ReminderLevel, due: Day, overdue: i64, governed: Governed) -> Pair {
    let (by_zh, by_en) = words::governed(governed);
    if level == ReminderLevel::Remind {
        return (format!("将于 {due} 到期（{by_zh}）"), format!("is due on {due} ({by_en})"));
    }
    let days = count(overdue.unsigned_abs(), "working day", "working days");
    (
        format!("应于 {due} 前答复（{by_zh}），已逾期 {overdue} 个工作日"),
        format!("was due on {due} ({by_en}) and is overdue by {days}"),
    )
}
