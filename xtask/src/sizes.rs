//! The weight of the WebAssembly.

use std::fs;
use std::io::Write;

use anyhow::Result;
use flate2::{Compression, write::GzEncoder};

use crate::house::House;
use crate::ratchet::{self, Ratchet};
use crate::wasm::VARIANTS;

/// Compares the built modules with the ratchet, or records them; says how far they are from the goals.
pub fn compare(house: &House, bless: bool) -> Result<()> {
    let mut sizes = Vec::new();
    for variant in VARIANTS {
        let size = gzipped(&fs::read(variant.module(house))?)?;
        println!("{:10} goal {} bytes gzipped", variant.name, variant.goal);
        sizes.push((variant.name, size));
    }
    let mut known = Ratchet::read(house)?;
    if bless {
        known.wasm_gzip = sizes.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect();
        known.write(house)?;
    }
    ratchet::compare(&sizes, &known.wasm_gzip, 1, "cargo xtask sizes --bless")
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
