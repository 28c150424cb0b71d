//! `benches/ratchet.json`: what was measured and may not stray unnoticed.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use crate::house::House;

const PATH: &str = "benches/ratchet.json";

/// What the file holds.
#[derive(Default, Serialize, Deserialize)]
pub struct Ratchet {
    /// Gzipped bytes of each variant of the WebAssembly.
    #[serde(default)]
    pub wasm_gzip: BTreeMap<String, u64>,
    /// Instructions of each thing that is counted.
    #[serde(default)]
    pub instructions: BTreeMap<String, u64>,
}

impl Ratchet {
    /// Reads the file; empty where there is none.
    pub fn read(house: &House) -> Result<Self> {
        match fs::read(house.root.join(PATH)) {
            Ok(bytes) => serde_json::from_slice(&bytes).context(PATH),
            Err(_) => Ok(Self::default()),
        }
    }

    /// Writes it.
    pub fn write(&self, house: &House) -> Result<()> {
        fs::write(house.root.join(PATH), serde_json::to_string_pretty(self)? + "\n")?;
        println!("recorded in {PATH}");
        Ok(())
    }
}

/// Compares what was measured with what is recorded, `percent` either way; prints each.
pub fn compare(measured: &[(&str, u64)], recorded: &BTreeMap<String, u64>, percent: u64, bless: &str) -> Result<()> {
    let mut astray = Vec::new();
    for (name, now) in measured {
        match recorded.get(*name) {
            Some(before) => println!("{name:10} {now:>12}, recorded {before}"),
            None => println!("{name:10} {now:>12}, not recorded"),
        }
        if recorded.get(*name).is_none_or(|before| strays(*now, *before, percent)) {
            astray.push(*name);
        }
    }
    ensure!(
        astray.is_empty(),
        "{} strays more than {percent} % from {PATH}; if that is meant: {bless}",
        astray.join(", ")
    );
    Ok(())
}

fn strays(now: u64, before: u64, percent: u64) -> bool {
    now.abs_diff(before) * 100 > before * percent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_percent_either_way_is_let_pass() {
        assert!(!strays(1010, 1000, 1) && !strays(990, 1000, 1));
        assert!(strays(1011, 1000, 1) && strays(989, 1000, 1));
    }
}
