//! Time of reading a workbook: calamine alone, and from its bytes to drafts, without a library.
//! `cargo bench --bench reading -- FILE.xlsx`; `benches/run xlsx` makes the file and runs it.

use calamine::{Reader, Xlsx, open_workbook};
use std::path::{Path, PathBuf};
use std::time::Instant;
use tuijin::import::{Lexicon, Options, Row, open};

/// Runs of each; the fastest counts, because the others were disturbed.
const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // `cargo test` and `cargo bench` hand over flags of their own.
    let given = std::env::args_os().skip(1).map(PathBuf::from);
    let Some(path) = given.into_iter().find(|path| path.extension().is_some()) else {
        return Ok(());
    };
    let alone = fastest(|| calamine_alone(&path))?;
    let drafts = fastest(|| to_drafts(&path))?;
    println!("calamine alone {alone:.3} s, to drafts {drafts:.3} s, {:.2} times", drafts / alone);
    Ok(())
}

type Counted = Result<usize, Box<dyn std::error::Error>>;

fn fastest(run: impl Fn() -> Counted) -> Result<f64, Box<dyn std::error::Error>> {
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let started = Instant::now();
        let rows = run()?;
        best = best.min(started.elapsed().as_secs_f64());
        assert!(rows > 0, "rows were read");
    }
    Ok(best)
}

fn calamine_alone(path: &Path) -> Counted {
    let mut book: Xlsx<_> = open_workbook(path)?;
    let names = book.sheet_names();
    let mut rows = 0;
    for name in names {
        rows += book.worksheet_range(&name)?.rows().count();
    }
    Ok(rows)
}

fn to_drafts(path: &Path) -> Counted {
    let districts =
        "张家港市 常熟市 太仓市 昆山市 吴江区 吴中区 相城区 姑苏区 苏州工业园区 苏州高新区";
    let lexicon = Lexicon {
        districts: districts.split(' ').map(str::to_owned).zip(1..).collect(),
        origins: vec![("香港".to_owned(), "HK".to_owned())],
        headings: Vec::new(),
    };
    let options = Options {
        month: None,
        district: None,
        encoding: None,
        unit: None,
        paid_in: None,
        paid_in_known: Vec::new(),
        hidden: None,
        today: chrono::NaiveDate::from_ymd_opt(2026, 1, 1).ok_or("a day")?,
    };
    let contents =
        open(path, "rows.xlsx", &options, &lexicon).map_err(|fault| format!("{fault:?}"))?;
    let mut rows = 0;
    for table in contents.tables {
        for row in table {
            if let Row::Draft(draft) = row.map_err(|fault| format!("{fault:?}"))? {
                assert!(draft.problems.is_empty(), "{:?}", draft.problems);
                rows += 1;
            }
        }
    }
    Ok(rows)
}
