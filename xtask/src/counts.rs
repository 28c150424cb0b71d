//! Instruction counts: unlike times they say the same on a busy machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::house::{House, output};
use crate::ratchet::{self, Ratchet};

/// What `benches/counts.rs` knows.
const COUNTED: [&str; 3] = ["load", "script", "listing"];
/// Another version of the standard library or of the processor's instructions moves them a little.
const PERCENT: u64 = 5;

/// Counts, and compares with the ratchet or records.
pub fn compare(house: &House, bless: bool) -> Result<()> {
    if house.command("valgrind").arg("--version").output().is_err() {
        println!("no valgrind here (Debian: valgrind); instructions are not counted");
        return Ok(());
    }
    let program = build(house)?;
    let folder = house.target.join("counts");
    fs::create_dir_all(&folder)?;
    let bundle = folder.join("counts.zzb");
    output(house.command(&program).arg("prepare").arg(&bundle))?;
    let mut counts = Vec::new();
    for what in COUNTED {
        counts.push((what, count(house, &program, what, &bundle, &folder.join("callgrind.out"))?));
    }
    let mut known = Ratchet::read(house)?;
    if bless {
        known.instructions = counts.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect();
        known.write(house)?;
    }
    ratchet::compare(&counts, &known.instructions, PERCENT, "cargo xtask counts --bless")
}

/// Builds the benchmark and finds it among what cargo says it made.
fn build(house: &House) -> Result<PathBuf> {
    let mut cargo = house.cargo("bench");
    cargo.args(["--package", "zhunze", "--bench", "counts", "--no-run", "--quiet", "--message-format", "json"]);
    let said = output(&mut cargo)?;
    let made = said.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    made.filter(|message| message.pointer("/target/name").is_some_and(|name| name == "counts"))
        .find_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
        .context("cargo made no benchmark called counts")
}

fn count(house: &House, program: &Path, what: &str, bundle: &Path, out: &Path) -> Result<u64> {
    let mut file = std::ffi::OsString::from("--callgrind-out-file=");
    file.push(out);
    output(
        house
            .command("valgrind")
            .args(["--quiet", "--tool=callgrind", "--toggle-collect=*counts::counted*"])
            .arg(file)
            .arg(program)
            .arg(what)
            .arg(bundle),
    )?;
    let said = fs::read_to_string(out)?;
    let totals = said.lines().find_map(|line| line.strip_prefix("totals: ").or_else(|| line.strip_prefix("summary: ")));
    totals.and_then(|number| number.trim().parse().ok()).with_context(|| format!("{what}: callgrind gave no total"))
}

/// As a step of `test`.
pub fn check_recorded(house: &House) -> Result<()> {
    compare(house, false)
}
