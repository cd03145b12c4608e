//! Copies that can be trusted, a check that notices, an older library that opens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod life;
mod sandbox;

use rusqlite::Connection;
use sandbox::Sandbox;
use std::path::Path;

const HEAD: &str = "项目编号,项目名称,投资总额（万美元）,推进阶段,实际到账外资（历年累计）（万美元）,进展情况,入库依据\n";

/// A library with two projects, two months and one application.
fn lived_in(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::with_library(lang);
    let rows = ",示例甲项目,15000,签约未设立,,洽谈,签约大会\n,示例乙项目,8000,登记设立,100,施工,提请市级推动\n";
    sandbox.write("昆山市2020年1月.csv", format!("{HEAD}{rows}").as_bytes());
    let rows = ",示例甲项目,15000,登记设立,50,洽谈,\n,示例乙项目,7000,登记设立,200,施工,\n,示例丙项目,100,在谈,,洽谈,\n";
    sandbox.write("昆山市2020年2月.csv", format!("{HEAD}{rows}").as_bytes());
    for args in [
        &["import", "昆山市2020年1月.csv", "--admit", "-q"][..],
        &["import", "昆山市2020年2月.csv", "-q"],
        &["update", "XM2020-0001", "--leader", "示例领导", "-q"],
    ] {
        assert!(sandbox.output(args).status.success(), "{args:?}");
    }
    sandbox
}

/// Everything it says, the log and every history included.
fn everything(sandbox: &Sandbox) -> String {
    let asked: [&[&str]; 9] = [
        &["summary"],
        &["summary", "--month", "2020-02"],
        &["list", "--columns", "all"],
        &["list", "--columns", "all", "--left"],
        &["screen", "list", "--state", "all"],
        &["rules", "show"],
        &["reports", "--month", "2020-02"],
        &["history", "XM2020-0001"],
        &["log", "--all"],
    ];
    let json = |args: &&[&str]| sandbox.stdout(&[args, &["--format", "json"][..]].concat());
    asked.iter().map(json).collect()
}

/// The only file in a folder.
fn files(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return vec![] };
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.unwrap().file_name().to_string_lossy().into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

#[test]
fn a_restored_backup_says_the_same_of_everything_and_what_it_replaced_is_kept() {
    let sandbox = lived_in("zh");
    let before = everything(&sandbox);
    assert!(sandbox.output(&["backup", "备份.db"]).status.success());
    assert!(
        sandbox
            .output(&["remove", "XM2020-0001", "--ground", "终止", "--reason", "示例"])
            .status
            .success()
    );
    let after = everything(&sandbox);
    assert_ne!(before, after);
    let session = sandbox.session(&["restore", "备份.db"]);
    assert!(session.ends_with("--- exit 0"), "{session}");
    assert_eq!(everything(&sandbox), before);
    let kept = files(&sandbox.path("t.db.backups"));
    assert_eq!(kept, ["2020-03-10-op000005-before-restore.db"]);
    assert!(
        sandbox
            .output(&["restore", "t.db.backups/2020-03-10-op000005-before-restore.db"])
            .status
            .success()
    );
    assert_eq!(everything(&sandbox), after);
    assert!(sandbox.output(&["check"]).status.success());
}

/// What SQLite says of a damaged page depends on the page.
fn without_detail(session: &str) -> String {
    for lead in ["检查提示“", "the check says “"] {
        if let Some((before, rest)) = session.split_once(lead)
            && let Some((_, after)) = rest.split_once('”')
        {
            return format!("{before}{lead}…”{after}");
        }
    }
    session.to_owned()
}

#[test]
fn a_backup_that_cannot_be_trusted_is_refused_and_the_library_untouched() {
    for lang in ["zh", "en"] {
        let sandbox = lived_in(lang);
        let before = everything(&sandbox);
        assert!(sandbox.output(&["backup", "good.db"]).status.success());
        let good = std::fs::read(sandbox.path("good.db")).unwrap();
        // Damaged in the middle, cut short, of another program, of a newer one, no database,
        // and one in which a single cell was changed by hand.
        let mut damaged = good.clone();
        let middle = damaged.len() / 2;
        damaged[middle..middle + 4096].fill(0xA5);
        sandbox.write("damaged.db", &damaged);
        sandbox.write("short.db", &good[..good.len() / 3]);
        sandbox.write("text.db", "不是数据库".repeat(500).as_bytes());
        let spoil = |name: &str, sql: &str| {
            sandbox.write(name, &good);
            Connection::open(sandbox.path(name)).unwrap().execute_batch(sql).unwrap();
        };
        spoil("newer.db", "PRAGMA user_version = 99");
        spoil("other.db", "PRAGMA application_id = 7");
        spoil(
            "edited.db",
            "UPDATE project_v SET total = total + 1 WHERE id = 1 AND until > 1000000",
        );
        let copies = [
            "damaged.db",
            "short.db",
            "text.db",
            "newer.db",
            "other.db",
            "edited.db",
            "none.db",
            "t.db",
        ];
        let sessions: Vec<String> =
            copies.iter().map(|copy| sandbox.session(&["restore", copy])).collect();
        for session in &sessions {
            assert!(session.ends_with("--- exit 1"), "{session}");
        }
        let sessions: Vec<String> =
            sessions.iter().map(|session| without_detail(session)).collect();
        insta::assert_snapshot!(format!("untrusted_backups_{lang}"), sessions.join("\n\n"));
        assert_eq!(everything(&sandbox), before);
    }
}

#[test]
fn a_library_beyond_repair_is_set_aside_and_the_backup_put_in_its_place() {
    let sandbox = lived_in("zh");
    let before = everything(&sandbox);
    assert!(sandbox.output(&["backup", "备份.db"]).status.success());
    sandbox.write("t.db", &[0xA5; 9000]);
    assert!(!sandbox.output(&["list"]).status.success());
    assert!(sandbox.output(&["restore", "备份.db"]).status.success());
    assert_eq!(everything(&sandbox), before);
    assert_eq!(files(&sandbox.path("t.db.backups")), ["2020-03-10-damaged.db"]);
    std::fs::remove_file(sandbox.path("t.db")).unwrap();
    assert!(sandbox.output(&["restore", "备份.db"]).status.success());
    assert_eq!(everything(&sandbox), before);
}

#[test]
fn a_leftover_journal_does_not_undo_a_restore() {
    let sandbox = lived_in("zh");
    assert!(sandbox.output(&["backup", "备份.db"]).status.success());
    let before = everything(&sandbox);
    assert!(sandbox.output(&["update", "XM2020-0002", "--leader", "示例", "-q"]).status.success());
    // A journal as a crash leaves it: its header names pages of the file beside it.
    sandbox.write("t.db-journal", &std::fs::read(sandbox.path("t.db")).unwrap()[..512]);
    assert!(sandbox.output(&["restore", "备份.db"]).status.success());
    assert_eq!(everything(&sandbox), before);
    assert!(sandbox.output(&["check"]).status.success());
}

#[test]
fn the_first_write_of_a_day_makes_a_copy_and_ten_are_kept() {
    let mut sandbox = lived_in("zh");
    let folder = sandbox.path("t.db.backups");
    assert_eq!(files(&folder), Vec::<String>::new(), "nothing to keep on the first day");
    const MORE: [&str; 12] = [
        "2020-03-11",
        "2020-03-12",
        "2020-03-13",
        "2020-03-14",
        "2020-03-15",
        "2020-03-16",
        "2020-03-17",
        "2020-03-18",
        "2020-03-19",
        "2020-03-20",
        "2020-03-21",
        "2020-03-22",
    ];
    for day in MORE {
        sandbox.today = day;
        for leader in ["示例一", "示例二"] {
            assert!(
                sandbox
                    .output(&["update", "XM2020-0001", "--leader", leader, "-q"])
                    .status
                    .success()
            );
        }
    }
    let kept = files(&folder);
    assert_eq!(kept.len(), 10, "{kept:?}");
    assert!(kept[0].starts_with("2020-03-13") && kept[9].starts_with("2020-03-22"), "{kept:?}");
    let newest = format!("t.db.backups/{}", kept[9]);
    assert!(sandbox.output(&["check", "--db", &newest]).status.success());
}

#[cfg(unix)]
#[test]
fn the_library_and_its_copies_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let mut sandbox = lived_in("zh");
    sandbox.today = "2020-03-11";
    assert!(sandbox.output(&["update", "XM2020-0001", "--leader", "示例", "-q"]).status.success());
    let mode = |name: &str| sandbox.path(name).metadata().unwrap().permissions().mode() & 0o777;
    let copy = format!("t.db.backups/{}", files(&sandbox.path("t.db.backups"))[0]);
    assert_eq!((mode("t.db"), mode("t.db.backups"), mode(&copy)), (0o600, 0o700, 0o600));
    let session = sandbox.session(&["init", "--db", "库/新.db", "-q"]);
    assert!(session.ends_with("--- exit 0"), "{session}");
    assert_eq!((mode("库"), mode("库/新.db")), (0o700, 0o600));
}

#[test]
fn one_changed_cell_anywhere_fails_the_check() {
    let sandbox = lived_in("zh");
    let good = std::fs::read(sandbox.path("t.db")).unwrap();
    let tables: Vec<(String, Vec<String>)> = {
        let connection = Connection::open(sandbox.path("t.db")).unwrap();
        let mut select = connection
            .prepare("SELECT m.name, group_concat(c.name) FROM sqlite_schema AS m JOIN pragma_table_xinfo(m.name) AS c
                       WHERE m.type = 'table' AND m.name LIKE '%\\_v' ESCAPE '\\' AND c.pk = 0 GROUP BY m.name")
            .unwrap();
        let rows = select.query_map([], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?.split(',').map(str::to_owned).collect()))
        });
        rows.unwrap().map(Result::unwrap).collect()
    };
    let mut tried = 0;
    for (table, columns) in &tables {
        for column in columns {
            sandbox.write("t.db", &good);
            let connection = Connection::open(sandbox.path("t.db")).unwrap();
            // Whoever does this finds a way round the triggers and checks.
            connection
                .execute_batch(&format!(
                    "PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0;
                     DROP TRIGGER {noun}_closed;",
                    noun = table.trim_end_matches("_v")
                ))
                .unwrap();
            let trigger = format!(
                "CREATE TRIGGER {noun}_closed BEFORE UPDATE ON {table} WHEN old.until <> 9223372036854775807 BEGIN SELECT RAISE(ABORT, 'a closed version never changes'); END;",
                noun = table.trim_end_matches("_v")
            );
            let changed = connection
                .execute(
                    &format!(
                        "UPDATE OR IGNORE {table} SET {column} = CASE typeof({column}) WHEN 'integer' THEN {column} + 1 ELSE {column} || 'x' END
                          WHERE v = (SELECT min(v) FROM {table} WHERE {column} IS NOT NULL)"
                    ),
                    [],
                );
            connection.execute_batch(&trigger).unwrap();
            drop(connection);
            if !matches!(changed, Ok(1)) {
                continue;
            }
            tried += 1;
            let output = sandbox.output(&["check", "--format", "json"]);
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert_eq!(output.status.code(), Some(1), "{table}.{column}: {said}");
        }
    }
    assert!(tried > 120, "{tried} cells were changed");
}

#[test]
fn figures_are_counted_a_second_way() {
    let sandbox = lived_in("zh");
    let connection = Connection::open(sandbox.path("t.db")).unwrap();
    connection
        .execute_batch(
            "UPDATE report_v SET total = total + 100 WHERE id = 2202002 AND until > 1000000",
        )
        .unwrap();
    drop(connection);
    insta::assert_snapshot!(sandbox.session(&["check"]));
}

#[test]
fn a_library_of_every_earlier_version_opens_and_is_as_a_new_one() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade");
    for version in 1..tuijin::store::library::VERSION {
        let sandbox = Sandbox::new("zh");
        let left = folder.join(format!("library-{version}.db"));
        std::fs::copy(&left, sandbox.path("t.db")).unwrap();
        let first =
            sandbox.session(&["summary", "overview", "--month", "2020-02", "--format", "csv"]);
        insta::assert_snapshot!(format!("upgrade_from_{version}"), first);
        let list = sandbox.stdout(&["list", "--columns", "all", "--format", "json"]);
        let then = folder.join(format!("library-{version}.list.json"));
        assert_eq!(list, std::fs::read_to_string(then).unwrap());
        let check = sandbox.session(&["check"]);
        assert!(check.ends_with("--- exit 0"), "{check}");
        let kept = files(&sandbox.path("t.db.backups"));
        assert!(kept.len() == 1 && kept[0].ends_with("-before-upgrade.db"), "{kept:?}");
        // Its schema is that of a new library, and it goes on working.
        assert!(sandbox.output(&["init", "--db", "new.db", "-q"]).status.success());
        let schema = |name: &str| {
            let connection = Connection::open(sandbox.path(name)).unwrap();
            tuijin::store::check::objects(&connection).unwrap()
        };
        assert_eq!(schema("t.db"), schema("new.db"));
        for args in [&["undo", "-q"][..], &["redo", "-q"], &["check", "-q"]] {
            let session = sandbox.session(args);
            assert!(session.ends_with("--- exit 0"), "{session}");
        }
    }
}

#[test]
fn an_import_that_lowers_an_amount_and_moves_a_stage_back_runs_unattended() {
    let sandbox = Sandbox::with_library("zh");
    let rows = ",示例甲项目,15000,登记设立,100,施工,签约大会\n,示例乙项目,8000,签约未设立,,洽谈,提请市级推动\n";
    sandbox.write("昆山市2020年1月.csv", format!("{HEAD}{rows}").as_bytes());
    let rows = ",示例甲项目,12000,签约未设立,300,停工,\n,示例乙项目,9000,登记设立,50,施工,\n";
    sandbox.write("昆山市2020年2月.csv", format!("{HEAD}{rows}").as_bytes());
    let steps: [&[&str]; 10] = [
        &["import", "昆山市2020年1月.csv", "--admit", "-q"],
        &["import", "昆山市2020年2月.csv", "--yes"],
        &["import", "昆山市2020年2月.csv", "--yes"],
        &["screen", "list"],
        &["list"],
        &["screen", "admit", "JZ2020-0001"],
        &["screen", "admit", "JZ2020-0001", "--reason", "投资方书面说明调减"],
        &["screen", "return", "JZ2020-0002", "--reason", "登记未撤销，请更正"],
        &["import", "昆山市2020年2月.csv", "--yes"],
        &["history", "XM2020-0001"],
    ];
    let sessions: Vec<String> = steps.iter().map(|args| sandbox.session(args)).collect();
    insta::assert_snapshot!(sessions.join("\n\n"));
    assert!(sandbox.output(&["check"]).status.success());
}
