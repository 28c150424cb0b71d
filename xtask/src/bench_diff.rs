//! What `zhunze diff --over` costs, against checking the same listings by the pack that changed and nothing else.

use std::ffi::OsStr;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::house::{House, run};
use crate::npm::copy;

/// Listings to judge.
const LISTINGS: usize = 100_000;
/// The word that the new version of the platform's pack adds, after one that it has.
const ADDED: [&str; 2] = ["飞书号", "飞书号 钉钉号"];

/// Compares two versions of a platform's pack over generated listings, with all built-in packs on both sides, and checks the same
/// listings by that pack alone. Starting is left out of both.
pub fn run_all(house: &House) -> Result<()> {
    run(house.cargo("build").args(["--release", "--quiet", "--package", "zhunze-cli"]))?;
    let out = house.target.join("bench/diff");
    fs::create_dir_all(&out)?;
    let at = |name: &str| out.join(name);
    for version in ["old", "new"] {
        fs::create_dir_all(at(version))?;
        copy(&house.root.join("examples/platform/shop.rules"), &at(version))?;
    }
    let source = fs::read_to_string(at("new").join("pack.zz"))?;
    ensure!(source.contains(ADDED[0]), "the example pack reads differently now");
    fs::write(at("new").join("pack.zz"), source.replace(ADDED[0], ADDED[1]))?;
    fs::write(at("some.ndjson"), listings(house)?)?;
    fs::write(at("none.ndjson"), "")?;
    let packs = house.root.join("packs");
    for (from, to) in [(packs.as_path(), "all.zzb"), (&at("old"), "old.zzb"), (&at("new"), "new.zzb")] {
        zhunze(house, [OsStr::new("build"), from.as_os_str(), OsStr::new("-o"), at(to).as_os_str()])?;
    }
    let (old, new, all) = (at("old.zzb"), at("new.zzb"), at("all.zzb"));
    let shared = |over: &Path, line: &[&OsStr]| -> Result<f64> {
        let line: Vec<&OsStr> = line.iter().copied().chain(["--as-of", "2026-11-21"].map(OsStr::new)).collect();
        let begun = Instant::now();
        zhunze(house, line.into_iter().map(|word| if word == "IN" { over.as_os_str() } else { word }))?;
        Ok(begun.elapsed().as_secs_f64())
    };
    let word = OsStr::new;
    let diff =
        [word("diff"), old.as_os_str(), new.as_os_str(), word("--pack"), all.as_os_str(), word("--over"), word("IN")];
    let batch = [
        word("batch"),
        word("IN"),
        word("--pack"),
        new.as_os_str(),
        word("--allow-unsigned"),
        word("--detail"),
        word("decision"),
    ];
    let net =
        |line: &[&OsStr]| Ok::<_, anyhow::Error>(shared(&at("some.ndjson"), line)? - shared(&at("none.ndjson"), line)?);
    let (diff, batch) = (net(&diff)?, net(&batch)?);
    println!(
        "diff --over {LISTINGS} listings: {diff:.2} s; batch by the changed pack alone: {batch:.2} s; ratio {:.2}",
        diff / batch
    );
    Ok(())
}

/// Runs the command line as it ships; what it prints is of no concern.
fn zhunze<'a>(house: &House, line: impl IntoIterator<Item = &'a OsStr>) -> Result<()> {
    let mut command = house.command(house.target.join("release/zhunze"));
    let status = command.args(line).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    // That something blocks, or that a decision changes, is 1.
    ensure!(status.code().is_some_and(|code| code < 2), "{command:?} ended with {status}");
    Ok(())
}

/// Listings of the open corpus's lines: each line as a title, another one as the description.
fn listings(house: &House) -> Result<String> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(house.root.join("tests/corpus"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "tsv") {
            let text = fs::read_to_string(&path)?;
            let column = text.lines().next().and_then(|head| head.split('\t').position(|name| name == "text"));
            let column = column.with_context(|| format!("{} has no column `text`", path.display()))?;
            lines.extend(text.lines().skip(1).filter_map(|row| row.split('\t').nth(column).map(str::to_owned)));
        }
    }
    lines.sort();
    ensure!(!lines.is_empty(), "tests/corpus holds no lines");
    let mut out = String::new();
    for at in 0..LISTINGS {
        let (title, description) = (&lines[at % lines.len()], &lines[at * 7 % lines.len()]);
        let listing = serde_json::json!({"kind": "listing", "title": title, "description": description});
        writeln!(out, "{listing}")?;
    }
    Ok(out)
}
