//! The weight of the WebAssembly, held by a ratchet in git.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use serde::{Deserialize, Serialize};

use crate::house::House;
use crate::wasm::VARIANTS;

const RATCHET: &str = "benches/ratchet.json";

/// What `benches/ratchet.json` holds.
#[derive(Default, Serialize, Deserialize)]
struct Ratchet {
    /// Gzipped bytes of each variant.
    #[serde(default)]
    wasm_gzip: BTreeMap<String, u64>,
    /// What other measurements keep there.
    #[serde(flatten)]
    others: serde_json::Map<String, serde_json::Value>,
}

/// Compares the built modules with the goals and with the ratchet, or records them.
pub fn compare(house: &House, bless: bool) -> Result<()> {
    let path = house.root.join(RATCHET);
    let mut ratchet: Ratchet = match fs::read(&path) {
        Ok(bytes) => serde_json::from_slice(&bytes).context(RATCHET)?,
        Err(_) => Ratchet::default(),
    };
    let mut complaints = Vec::new();
    for variant in VARIANTS {
        let size = gzipped(&fs::read(variant.module(house))?)?;
        let recorded = ratchet.wasm_gzip.get(variant.name).copied();
        let before = recorded.map_or("not recorded".to_owned(), |recorded| format!("recorded {recorded}"));
        println!("{:8} {size:>8} bytes gzipped, {before}, goal {}", variant.name, variant.goal);
        if !bless && recorded.is_none_or(|recorded| strays(size, recorded)) {
            complaints.push(format!(
                "{} strays more than 1 % from {RATCHET}; if that is meant: cargo xtask sizes --bless",
                variant.name
            ));
        }
        ratchet.wasm_gzip.insert(variant.name.to_owned(), size);
    }
    ensure!(complaints.is_empty(), "{}", complaints.join("; "));
    if bless {
        fs::write(&path, serde_json::to_string_pretty(&ratchet)? + "\n")?;
        println!("recorded in {RATCHET}");
    }
    Ok(())
}

fn strays(size: u64, recorded: u64) -> bool {
    size.abs_diff(recorded) * 100 > recorded
}

fn gzipped(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

/// As a step of `test`.
pub fn check_recorded(house: &House) -> Result<()> {
    compare(house, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_percent_either_way_is_let_pass() {
        assert!(!strays(1010, 1000) && !strays(990, 1000));
        assert!(strays(1011, 1000) && strays(989, 1000));
    }
}
