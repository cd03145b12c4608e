//! The commands that are disturbed, and the library each of them finds.

use crate::content::Content;
use crate::sandbox::Sandbox;
use crate::strace::{self, Call};
use std::path::Path;

/// A command, the day it runs on, and what is done before it.
pub struct Scene {
    pub name: &'static str,
    today: &'static str,
    before: fn(&Sandbox),
    pub args: &'static [&'static str],
}

const IMPORT: &[&str] =
    &["import", "昆山市2020年2月更正.csv", "--admit", "--accept-valid", "--yes", "--quiet"];

/// A smaller amount needs a reason.
const UPDATE: &[&str] = &[
    "update",
    "XM2020-0002",
    "--total",
    "9500",
    "--on",
    "2020-03-09",
    "--reason",
    "外方减资",
    "--quiet",
];

pub static SCENES: [Scene; 8] = [
    Scene { name: "init", today: "2020-03-10", before: |_| {}, args: &["init", "--quiet"] },
    Scene { name: "import", today: "2020-03-10", before: founded, args: IMPORT },
    Scene { name: "update", today: "2020-03-10", before: imported, args: UPDATE },
    Scene {
        name: "undo",
        today: "2020-03-10",
        before: imported,
        args: &["undo", "--op", "4", "--reason", "重复登记", "--quiet"],
    },
    // The copy of the day is made first.
    Scene { name: "first of day", today: "2020-03-11", before: imported, args: UPDATE },
    Scene {
        name: "restore",
        today: "2020-03-10",
        before: |sandbox| {
            founded(sandbox);
            std::fs::copy(sandbox.path("t.db"), sandbox.path("copy.db")).unwrap();
            done(sandbox, IMPORT, 3);
            done(sandbox, UPDATE, 0);
        },
        args: &["restore", "copy.db", "--quiet"],
    },
    // Frozen, drawn, laid down, kept and put in its place.
    Scene {
        name: "pack",
        today: "2020-03-10",
        before: |sandbox| {
            imported(sandbox);
            let plan = ["meeting", "plan", "督办会", "--month", "2020-03", "--on", "2020-03-11"];
            done(sandbox, &plan, 0);
        },
        args: &["pack", "DB2020-03", "--output-dir", "材料", "--quiet"],
    },
    Scene {
        name: "upgrade",
        today: "2020-03-10",
        before: |sandbox| {
            let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade/library-1.db");
            std::fs::copy(old, sandbox.path("t.db")).unwrap();
        },
        args: &["list", "--quiet"],
    },
];

const HEAD: &str = "项目名称,外方投资者,国别,行业,投资总额（万美元）,推进阶段,入库依据\n";

const FIRST: &str = "韶禾生物医药研发中心,Norrvik AB,瑞典,生物医药,15000,在谈,签约大会
霁川精密光学项目,霁川株式会社,日本,高端装备,12000,签约未设立,提请市级推动
濂溪仓储项目,香港濂溪有限公司,香港,现代物流,11000,在谈,签约大会
";

/// Two rows change, one of them with an amount to be screened; one project enters, one is to be
/// screened; one row goes back to its district.
const CORRECTED: &str = "韶禾生物医药研发中心,Norrvik AB,瑞典,生物医药,16000,签约未设立,签约大会
霁川精密光学项目,霁川株式会社,日本,高端装备,10000,登记设立,提请市级推动
桐屿轴承项目,桐屿株式会社,日本,高端装备,9000,在谈,提请市级推动
檀沙小项目,檀沙有限公司,香港,现代商贸,300,在谈,
坏数项目,坏数有限公司,香港,现代商贸,一二三,在谈,签约大会
";

/// A library with two projects and one that left.
fn founded(sandbox: &Sandbox) {
    sandbox.write("昆山市2020年2月.csv", format!("{HEAD}{FIRST}").as_bytes());
    sandbox.write("昆山市2020年2月更正.csv", format!("{HEAD}{CORRECTED}").as_bytes());
    done(sandbox, &["init"], 0);
    done(sandbox, &["import", "昆山市2020年2月.csv", "--admit", "--yes"], 0);
    done(sandbox, &["remove", "XM2020-0003", "--ground", "终止", "--reason", "外方撤资"], 0);
}

/// The same after the import of corrections; no receipt lies about.
fn imported(sandbox: &Sandbox) {
    founded(sandbox);
    done(sandbox, IMPORT, 3);
}

fn done(sandbox: &Sandbox, args: &[&str], code: i32) {
    let output = sandbox.output(args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
}

/// A scene with what an undisturbed run makes of it.
pub struct Prepared {
    pub scene: &'static Scene,
    /// The files a run begins with.
    template: Sandbox,
    pub calls: Vec<Call>,
    pub code: i32,
    pub before: Content,
    pub after: Content,
    /// The library and the copies made of it, to the byte.
    pub library: Option<Vec<u8>>,
    pub copies: Vec<Vec<u8>>,
}

impl Prepared {
    pub fn new(scene: &'static Scene) -> Prepared {
        let template = Sandbox { today: "2020-03-10", ..Sandbox::new("zh") };
        (scene.before)(&template);
        let mut prepared = Prepared {
            scene,
            library: std::fs::read(template.path("t.db")).ok(),
            template,
            calls: Vec::new(),
            code: 0,
            before: Content::default(),
            after: Content::default(),
            copies: Vec::new(),
        };
        prepared.before = Content::of(&prepared.fresh());
        let sandbox = prepared.fresh();
        let (calls, output) = strace::calls(&sandbox, scene.args);
        prepared.calls = calls;
        prepared.code = output.status.code().unwrap();
        prepared.copies = copies(&sandbox);
        prepared.after = Content::of(&sandbox);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(matches!(prepared.code, 0 | 3), "{}: {said}", scene.name);
        assert_eq!(prepared.after.check.0, Some(0), "{}: {}", scene.name, prepared.after.check.1);
        prepared
    }

    /// A new folder with the prepared files, and nothing else: no journal, no copies.
    pub fn fresh(&self) -> Sandbox {
        let sandbox = Sandbox { today: self.scene.today, ..Sandbox::new("zh") };
        for entry in std::fs::read_dir(self.template.folder.path()).unwrap() {
            let entry = entry.unwrap();
            let receipt = entry.file_name().to_string_lossy().ends_with(".退回.csv");
            if entry.path().is_file() && !receipt {
                std::fs::copy(entry.path(), sandbox.folder.path().join(entry.file_name())).unwrap();
            }
        }
        sandbox
    }
}

/// The finished copies beside the library.
pub fn copies(sandbox: &Sandbox) -> Vec<Vec<u8>> {
    let Ok(entries) = std::fs::read_dir(sandbox.path("t.db.backups")) else { return Vec::new() };
    let finished = entries.map(|entry| entry.unwrap().path());
    let finished = finished.filter(|path| path.extension().is_some_and(|ending| ending == "db"));
    finished.map(|path| std::fs::read(path).unwrap()).collect()
}
