//! Writes the pinyin tables of `cn.text` from its list of respelt words. Readings come from the crate `pinyin` (pinyin-data, from
//! Unihan and the dictionaries it names).

use anyhow::{Context, Result};
use pinyin::ToPinyin;
use std::collections::BTreeSet;
use std::fmt::Write;

use crate::house::House;

/// Longer words are only respelt one character at a time, or as a whole.
const FREE: usize = 3;

pub fn run(house: &House) -> Result<()> {
    let pack = house.root.join("packs/cn.text");
    let list = std::fs::read_to_string(pack.join("respelt-words.txt"))?;
    let (mut mixed, mut alone) = (BTreeSet::new(), BTreeSet::new());
    let mut class = "";
    for line in list.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            class = name.trim_end_matches(']');
            continue;
        }
        for entry in line.split_whitespace() {
            let (word, given) = entry.split_once('=').unwrap_or((entry, ""));
            let chars: Vec<char> = word.chars().collect();
            let sounds = sounds(&chars, given).with_context(|| format!("{word}: no reading"))?;
            let whole = (1u32 << chars.len()) - 1;
            for choice in 1..=whole {
                let count = choice.count_ones() as usize;
                if chars.len() <= FREE || count == 1 || choice == whole {
                    let row = format!("{}\t{word}\t# {class}", spelt(&chars, &sounds, choice));
                    if choice == whole {
                        alone.insert(row)
                    } else {
                        mixed.insert(row)
                    };
                }
            }
        }
    }
    write(&pack.join("pinyin.tsv"), "Words partly written by their sound.", &mixed)?;
    write(
        &pack.join("pinyin-alone.tsv"),
        "Words wholly written by their sound: always uncertain, as a name may sound so.",
        &alone,
    )
}

fn sounds(word: &[char], given: &str) -> Option<Vec<String>> {
    if given.is_empty() {
        return word.iter().map(|c| c.to_pinyin().map(|p| p.plain().replace('ü', "v"))).collect();
    }
    let sounds: Vec<String> = given.split('-').map(str::to_owned).collect();
    (sounds.len() == word.len()).then_some(sounds)
}

/// The characters of `choice` by their sound. A space between two sounds may or may not stand in the text.
fn spelt(word: &[char], sounds: &[String], choice: u32) -> String {
    let mut out = String::new();
    let mut latin = false;
    for (at, (c, sound)) in word.iter().zip(sounds).enumerate() {
        if choice >> at & 1 == 1 {
            if latin {
                out.push(' ');
            }
            out.push_str(sound);
            latin = true;
        } else {
            out.push(*c);
            latin = false;
        }
    }
    out
}

fn write(path: &std::path::Path, title: &str, rows: &BTreeSet<String>) -> Result<()> {
    let mut out = String::new();
    writeln!(
        out,
        "# {title} Written by `cargo xtask respell` from respelt-words.txt; readings of the crate `pinyin`."
    )?;
    writeln!(out, "# Columns: respelling, what it stands for, risk class.")?;
    for row in rows {
        writeln!(out, "{row}")?;
    }
    std::fs::write(path, out).with_context(|| path.display().to_string())
}
