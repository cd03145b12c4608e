//! Sentences about decisions and instructions.

use crate::labels::text::Pair;

pub fn meaning() -> Pair {
    (
        "已完成按全部事项计算；按时完成按有期限并且已完成或已过期限的事项计算。点评会议定事项没有写明期限的，\
         以其后第一次督办会之日为期限。"
            .to_owned(),
        "Done is a share of all tasks, done on time of those with a due day that are done or past it. \
         A decision of a review meeting without a due day falls due at the next supervision meeting."
            .to_owned(),
    )
}
