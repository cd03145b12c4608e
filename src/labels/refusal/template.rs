//! Refusals of the texts of official papers: which line, and what may stand there.

use super::place::lead;
use crate::error::{Place, TemplateRefusal};
use crate::labels::text::{Pair, list, path, quote};

pub fn refused(at: &Place, refusal: &TemplateRefusal) -> Pair {
    lead(at, sentence(refusal))
}

fn sentence(refusal: &TemplateRefusal) -> Pair {
    use TemplateRefusal as R;
    match refusal {
        R::UnknownBlank { given, known } => {
            let (given, (known, english)) = (quote(given), list(known.iter().cloned()));
            (
                format!("模板中没有名为{given}的字段；可用的字段：{known}。"),
                format!("A template has no field {given}; the fields there are: {english}."),
            )
        }
        R::NotAlone { given } => {
            let given = quote(given);
            (
                format!("字段{given}是表格，须单独占一行。"),
                format!("The field {given} is a table and must stand alone on its line."),
            )
        }
        R::IsList { given } => {
            let given = quote(given);
            (
                format!("字段{given}是清单，须用 for 逐项写出，写法见 tuijin letter templates。"),
                format!(
                    "The field {given} is a list and is gone through with for; see tuijin letter \
                     templates."
                ),
            )
        }
        R::Broken { detail } => {
            let detail = quote(detail);
            (
                format!(
                    "模板的写法不对（{detail}）；请改正这一行，随附的模板可用 tuijin letter templates 取得。"
                ),
                format!(
                    "The template cannot be read ({detail}); mend this line, or begin again from the \
                     shipped text, which tuijin letter templates gives."
                ),
            )
        }
        R::Endless => (
            "模板中的循环次数过多，写不完；请用 for 逐项写出清单字段，不要嵌套次数很多的循环。".to_owned(),
            "The loops of the template do not come to an end in time; go through the fields that are lists with for, without large ranges in one another."
                .to_owned(),
        ),
        R::UnknownText { known } => {
            let (known, english) = list(known.iter().cloned());
            (
                format!("不是任何一种公文的模板；模板的文件名只能是：{known}。"),
                format!("This is the text of no paper; a text is named one of: {english}."),
            )
        }
        R::NoTexts { known } => {
            let (known, english) = list(known.iter().cloned());
            (
                format!("这个文件夹里没有模板；模板的文件名是：{known}。"),
                format!("The folder holds no text; texts are named: {english}."),
            )
        }
        R::NoFolder { path: folder } => {
            let folder = path(folder);
            (
                format!("没有模板文件夹{folder}；请核对 --templates 后的位置。"),
                format!(
                    "There is no folder of templates {folder}; check what follows --templates."
                ),
            )
        }
        R::NotText => (
            "不是可用的文本；模板用记事本编辑，保存为纯文本。".to_owned(),
            "This is no usable text; a template is plain text, as Notepad saves it.".to_owned(),
        ),
        R::Encoding => (
            "文字编码无法识别；请用记事本打开，另存为 UTF-8 编码的文本，文件名不变。".to_owned(),
            "The encoding of this text is not known; open it in Notepad and save it as UTF-8 text under the same name."
                .to_owned(),
        ),
        R::Empty => (
            "模板没有内容；请写入内容，或从文件夹中删去，改用随附的模板。".to_owned(),
            "The template is empty; write its text, or remove it to use the one that is shipped."
                .to_owned(),
        ),
    }
}
