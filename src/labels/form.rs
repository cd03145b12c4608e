//! Words of the form a district fills in: titles, hints, and the page of instructions. Forms go to
//! districts in Chinese; the English stands beside it as everywhere.

use super::text::{self, Pair, Words};
use crate::model::form::{FormError, FormHead, FormWord};
use crate::model::month::Month;
use crate::model::name::clean;

pub fn word(word: FormWord) -> Words {
    match word {
        FormWord::ProgressSheet => ("进展", "Progress"),
        FormWord::AppealSheet => ("诉求清单", "Appeals"),
        FormWord::EntrySheet => ("拟新增入库", "New entries"),
        FormWord::ExitSheet => ("拟移出", "Exits"),
        FormWord::ReplySheet => ("答复表", "Replies"),
        FormWord::GuideSheet => ("填表说明", "Instructions"),
        FormWord::ChoiceSheet => ("选项", "Lists"),
        FormWord::ProgressTitle => {
            ("重点外资项目进展情况表", "Progress of key foreign-invested projects")
        }
        FormWord::AppealTitle => {
            ("重点外资项目诉求清单", "Appeals of key foreign-invested projects")
        }
        FormWord::EntryTitle => ("重点外资项目拟新增入库表", "Projects proposed for entry"),
        FormWord::ExitTitle => ("重点外资项目拟移出表", "Projects proposed to leave"),
        FormWord::ReplyTitle => ("重点外资项目诉求办理答复表", "Answers to appeals"),
        FormWord::Extension => ("申请延期", "Extension"),
        FormWord::Return => ("退单", "Return"),
        FormWord::GuideTitle => ("填表说明", "How to fill in this form"),
        FormWord::IdentityGroup => ("基本情况", "Project"),
        FormWord::StageGroup => ("推进阶段及时间", "Stage and dates"),
        FormWord::MoneyGroup => ("投资和外资", "Investment"),
        FormWord::WorkGroup => ("推进事项", "Work items"),
        FormWord::WordsGroup => ("进展和问题", "Progress and problems"),
    }
}

/// `昆山市重点外资项目诉求清单（2020年3月）`
pub fn title(head: &FormHead, of: FormWord) -> Pair {
    let (zh, en) = word(of);
    match head {
        FormHead::Monthly { district, month } => {
            let (month_zh, month_en) = text::month(*month);
            let (own_zh, own_en) = (clean(&district.0), clean(&district.1));
            (format!("{own_zh}{zh}（{month_zh}）"), format!("{own_en}: {en} ({month_en})"))
        }
        FormHead::Reply { department, letter } => {
            let letter = clean(letter);
            let (own_zh, own_en) = (clean(&department.0), clean(&department.1));
            (format!("{own_zh}{zh}（{letter}）"), format!("{own_en}: {en} ({letter})"))
        }
    }
}

/// The line below the title: the unit and who filled the form in, or how to fill it in.
pub fn caption(head: &FormHead, unit: Words) -> Pair {
    match head {
        FormHead::Monthly { district, .. } => (
            format!(
                "单位：{}    填报单位（盖章）：{}    填报人：    联系电话：    填报时间：",
                unit.0,
                clean(&district.0)
            ),
            format!(
                "Unit: {}    District: {}    Filled in by:    Phone:    On:",
                unit.1,
                clean(&district.1)
            ),
        ),
        FormHead::Reply { .. } => (
            "填表说明：白色单元格填写，灰色单元格不改。“答复类型”从列表选择：答复、阶段性答复的写办理意见；\
             申请延期的写“申请延期至”和理由；退单的写理由，并选“退单去向”（退回市商务局的不选）。日期写成 2020-03-09，\
             不写的按收到之日计。暂不答复的一行留空。"
                .to_owned(),
            "Fill in the white cells and leave the grey ones. Choose the kind of reply from the list: \
             an answer or an interim one says what is done; an extension says until when and why; a \
             return says why, and to whom (nothing: the bureau). A row left empty is no answer yet."
                .to_owned(),
        ),
    }
}

/// The heading of last month's figure beside the one to fill in.
pub fn before((zh, en): Pair) -> Pair {
    (format!("上月{zh}"), format!("Last month: {}", text::uncapital(&en)))
}

/// The name of a district's form, without its ending.
pub fn file_stem(district: &Pair, month: Month) -> Pair {
    let (zh, en) = text::month(month);
    (format!("{}重点外资项目月报表{zh}", district.0), format!("{} monthly form {en}", district.1))
}

/// What is said when a cell does not take what was typed.
pub fn error(of: FormError) -> Words {
    match of {
        FormError::Choice => ("请从下拉列表中选择。", "Choose one from the list."),
        FormError::Money => {
            ("请填不小于0的数字，单位为万美元。", "Enter a number of at least 0, in USD 10k.")
        }
        FormError::Date => (
            "请填日期，如 2020-03-09；只知道月份的写 2020年3月，选“是”继续。",
            "Enter a date such as 2020-03-09; where only the month is known write 2020-03 and go on.",
        ),
    }
}

/// The lines of the page of instructions.
pub const GUIDE: [Words; 12] = [
    (
        "1. 本表由市商务局按月下发，每个板块一份。白色单元格由板块填写，灰色单元格是库内已有内容，不需要改。",
        "1. The bureau sends this form every month, one to each district. White cells are for the district; grey ones show what is on record.",
    ),
    (
        "2. “进展”表列出本板块全部在库项目，左侧灰色列为上月数，供对照。每个项目至少填一项；没有变化的，填推进阶段或在进展情况中写明。整行留空视为该项目未报送。",
        "2. The first sheet lists all projects of the district, with last month's figures in grey. Fill in at least one cell of each; a row left empty counts as not reported.",
    ),
    (
        "3. 金额单位一律为万美元；“实际到账外资”填历年累计数，不是本月数。没有变化的金额可以不填。",
        "3. Amounts are in USD 10k; paid-in FDI is the sum of all years, not of the month. Amounts that did not change may be left empty.",
    ),
    (
        "4. 日期写成 2020-03-09；只知道月份的写 2020年3月。推进事项的“实际”日期填写后即计为进展。",
        "4. Dates are written 2020-03-09, or 2020-03 where only the month is known. An actual date of a work item counts as progress.",
    ),
    (
        "5. 推进阶段后退、金额减少的，市商务局将核实后再变更，请在进展情况中说明原因。",
        "5. A stage that goes back and an amount that falls are checked first; say why in the words of progress.",
    ),
    (
        "6. “诉求清单”一行一项诉求，按五项写明：背景情况完整可靠，问题症结脉络清晰，诉求目的精准明细，对象部门准确无误，解决建议合法可行。",
        "6. One appeal a row, in five fields: the background complete, the crux clear, the purpose exact, the department right, the proposal lawful and feasible.",
    ),
    (
        "7. 对象部门填主办部门，从列表选择；需要其他部门配合的写在协办部门，用顿号隔开。",
        "7. The department is the lead one, chosen from the list; others that are to help stand in the next column.",
    ),
    (
        "8. 已有诉求编号的行是退回补充的诉求，请按“须补充内容”改写后报回，编号不要改。",
        "8. Rows with an appeal code were sent back: complete them as the last column says and leave the code.",
    ),
    (
        "9. 本板块能够解决的，“需市级协调”填否，只作了解，不转市级部门。",
        "9. What the district can settle itself is marked “No” under “Needs the city”.",
    ),
    (
        "10. “拟新增入库”填写符合入库标准的新项目，由市商务局甄别后入库；入库依据从列表选择。",
        "10. New projects that meet a standard of entry; the bureau screens them.",
    ),
    (
        "11. “拟移出”填写建议出库的项目、原因和情况说明；并入其他项目的写明并入哪个项目。",
        "11. Projects proposed to leave, with the ground and an explanation; of a merger, the project it became part of.",
    ),
    (
        "12. 不要增删列、改列名或改工作表名；行数不够时可在表下方继续填写。填好后直接发回这个文件。",
        "12. Do not add or remove columns or rename anything; go on below where there are not enough rows. Send this file back.",
    ),
];
