//! The list of licences (docs/licences.md) names every crate the program is built of, for every
//! system it is built for, as `cargo metadata` has them. Where it does not, the list is out of date:
//! `LICENCES=write cargo test --test licences` writes it anew, to be read before it is committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

const SYSTEMS: [&str; 3] =
    ["x86_64-pc-windows-msvc", "x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl"];

const HEAD: &str = "\
# 第三方许可 | Third-party licences

程序由下列开源组件构成（Windows、麒麟各版本合计），许可都允许使用、修改和随任何程序分发，不要求公开源码；各许可全文在各组件的源码包中。
“只在编译时”的组件不在程序文件里。SQLite（含在 libsqlite3-sys 中）属公有领域。本表由 `tests/licences.rs` 核对：增减组件而未更新本表时测试不通过。

The crates the program is built of, on all its systems together. Each licence allows use, change and passing on within a program of any licence. What is marked 只在编译时 (while compiling) is not part of the binary. SQLite, within libsqlite3-sys, is in the public domain. `tests/licences.rs` fails where this list and the lock file differ.

| 组件 crate | 版本 version | 许可 licence | |
|---|---|---|---|
";

/// Everything the program is built of on a system: each package's id, and whether it is in the
/// binary (`true`) or only helps to build it.
fn built_of(metadata: &Value) -> BTreeMap<String, bool> {
    let mut macros = BTreeSet::new();
    for package in metadata["packages"].as_array().unwrap() {
        let targets = package["targets"].as_array().unwrap().iter();
        let mut kinds = targets.flat_map(|target| target["kind"].as_array().unwrap());
        if kinds.any(|kind| kind == "proc-macro") {
            macros.insert(package["id"].as_str().unwrap());
        }
    }
    let resolve = &metadata["resolve"];
    let mut nodes = BTreeMap::new();
    for node in resolve["nodes"].as_array().unwrap() {
        nodes.insert(node["id"].as_str().unwrap(), node["deps"].as_array().unwrap());
    }
    let root = resolve["root"].as_str().unwrap();
    let mut found: BTreeMap<String, bool> = BTreeMap::new();
    let mut waiting = vec![(root, true)];
    while let Some((id, inside)) = waiting.pop() {
        if found.get(id).is_some_and(|known| *known || !inside) {
            continue;
        }
        found.insert(id.to_owned(), inside);
        for dep in nodes[id] {
            let package = dep["pkg"].as_str().unwrap();
            let kinds = dep["dep_kinds"].as_array().unwrap().iter();
            for kind in kinds.map(|kind| kind["kind"].as_str()).filter(|kind| *kind != Some("dev"))
            {
                let inside = inside && kind.is_none() && !macros.contains(package);
                waiting.push((package, inside));
            }
        }
    }
    found.remove(root);
    found
}

fn list() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lines: BTreeMap<(String, String), (String, bool)> = BTreeMap::new();
    for system in SYSTEMS {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--locked", "--format-version", "1", "--filter-platform", system])
            .current_dir(root)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
        let built = built_of(&metadata);
        for package in metadata["packages"].as_array().unwrap() {
            let Some(inside) = built.get(package["id"].as_str().unwrap()) else { continue };
            let text = |key: &str| package[key].as_str().unwrap_or("?").to_owned();
            let line = lines.entry((text("name"), text("version")));
            line.or_insert_with(|| (text("license"), false)).1 |= inside;
        }
    }
    let mut text = HEAD.to_owned();
    for ((name, version), (licence, inside)) in lines {
        let part = if inside { "" } else { "只在编译时" };
        text.push_str(&format!("| {name} | {version} | {licence} | {part} |\n"));
    }
    text
}

#[test]
fn every_crate_the_program_is_built_of_is_listed_with_its_licence() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/licences.md");
    let now = list();
    assert!(now.lines().count() > 100, "{now}");
    if std::env::var_os("LICENCES").is_some_and(|what| what == "write") {
        std::fs::write(&path, &now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let of = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (now, kept) = (of(&now), of(&kept));
    let missing: Vec<_> = now.difference(&kept).collect();
    let left_over: Vec<_> = kept.difference(&now).collect();
    assert!(
        missing.is_empty() && left_over.is_empty(),
        "docs/licences.md lacks {missing:#?} and has too much {left_over:#?}; write it anew with LICENCES=write cargo test --test licences"
    );
}
