//! Refusals about what is handed out.

use super::place::lead;
use crate::error::{PackRefusal, Place};
use crate::labels::text::{Pair, quote};

pub fn refused(at: &Place, refusal: &PackRefusal) -> Pair {
    lead(at, sentence(refusal))
}

fn sentence(refusal: &PackRefusal) -> Pair {
    use PackRefusal as R;
    match refusal {
        R::NotIssued { code } => (
            format!(
                "会议 {code} 的材料还没有印发过；请先用 tuijin pack {code} --output-dir 文件夹。"
            ),
            format!(
                "No papers of {code} were handed out yet; use tuijin pack {code} --output-dir FOLDER first."
            ),
        ),
        R::UnknownIssue { code, known } => (
            format!("会议 {code} 的材料共印发过{known}次；请用 --number 1 至 {known} 中的一次。"),
            format!(
                "Papers of {code} were handed out as sets 1 to {known}; choose one of them with --number."
            ),
        ),
        R::Altered { code, file } => {
            let file = quote(file);
            (
                format!(
                    "会议 {code} 印发的材料{file}与印发时的校验值不符，不能作数；请用 tuijin check 检查，并恢复备份。"
                ),
                format!(
                    "{file}, handed out for {code}, no longer has its hash; run tuijin check and restore a backup."
                ),
            )
        }
        R::NoFolder => (
            "没有写材料存放的文件夹；请用 --output-dir 文件夹，只看印发过什么用 --list。".to_owned(),
            "No folder was given for the papers; use --output-dir FOLDER, or --list to see what was handed out."
                .to_owned(),
        ),
    }
}
