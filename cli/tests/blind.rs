//! The example script against its labels, which were written sentence by sentence by someone who wrote none of the rules.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

struct Label {
    start: usize,
    end: usize,
    sentence: String,
    label: String,
    cites: Vec<String>,
}

fn labels(script: &str, table: &str) -> Vec<Label> {
    let mut at = 0;
    let rows = table.lines().skip(1).filter(|l| !l.is_empty());
    rows.map(|row| {
        let columns: Vec<&str> = row.split('\t').collect();
        let sentence = columns[1];
        let start = at + script[at..].find(sentence).unwrap_or_else(|| panic!("not in order: {sentence}"));
        at = start + sentence.len();
        Label {
            start,
            end: at,
            sentence: sentence.to_owned(),
            label: columns[2].to_owned(),
            cites: columns[3].split(';').filter(|c| !c.is_empty()).map(str::to_owned).collect(),
        }
    })
    .collect()
}

/// `slug:article` of a citation.
fn slug(cite: &Value) -> String {
    format!("{}:{}", cite["law"].as_str().unwrap(), cite["article"])
}

#[test]
fn unlawful_sentences_are_marked_and_lawful_ones_are_not() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let script = std::fs::read_to_string(root.join("examples/livestream.txt")).unwrap();
    let table = std::fs::read_to_string(root.join("examples/livestream.labels.tsv")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_zhunze"))
        .args(["check", "examples/livestream.txt", "--format", "json", "--as-of", "2026-11-21"])
        .current_dir(&root)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let in_sentence = |label: &Label| -> Vec<&Value> {
        findings
            .iter()
            .filter(|f| {
                f["spans"].as_array().unwrap().iter().any(|s| {
                    let (a, b) = (s["utf8"][0].as_u64().unwrap() as usize, s["utf8"][1].as_u64().unwrap() as usize);
                    a < label.end && b > label.start
                })
            })
            .collect()
    };
    let labels = labels(&script, &table);
    assert!(labels.len() > 50);
    let mut wrong = Vec::new();
    for label in &labels {
        let hits = in_sentence(label);
        match label.label.as_str() {
            "unlawful" => {
                let wanted: Vec<String> = label.cites.iter().map(|c| c.split('.').next().unwrap().to_owned()).collect();
                let right =
                    hits.iter().any(|f| f["cites"].as_array().unwrap().iter().any(|c| wanted.contains(&slug(c))));
                if !right {
                    wrong.push(format!("missed: {} {:?}", label.sentence, label.cites));
                }
            }
            "lawful" => {
                for hit in hits {
                    wrong.push(format!("false alarm: {} {} {}", label.sentence, hit["rule"], hit["status"]));
                }
            }
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), labels.len(), wrong.join("\n"));
}

#[test]
fn a_host_is_asked_nothing_that_he_cannot_know() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = Command::new(env!("CARGO_BIN_EXE_zhunze"))
        .args(["check", "examples/livestream.txt", "--format", "json", "--as-of", "2026-11-21"])
        .current_dir(&root)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    for finding in report["findings"].as_array().unwrap() {
        assert!(!finding["spans"].as_array().unwrap().is_empty(), "every finding points at words: {finding}");
    }
    assert!(!report["assumptions"].as_array().unwrap().is_empty(), "the presumptions are told");
}

/// What the readmes show is what the command prints.
#[test]
fn the_readmes_show_real_output() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = Command::new(env!("CARGO_BIN_EXE_zhunze"))
        .args(["check", "examples/livestream.txt", "--as-of", "2026-11-21"])
        .current_dir(&root)
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let printed: Vec<&str> = printed.lines().collect();
    for name in ["README.md", "README.zh-CN.md"] {
        let readme = std::fs::read_to_string(root.join(name)).unwrap();
        let block = readme.split("```").find(|block| block.contains("〔违反")).unwrap();
        let told = |line: &&str| !matches!(*line, "" | "…" | "console") && !line.starts_with('$');
        let shown: Vec<&str> = block.lines().filter(told).collect();
        assert!(shown.len() > 3, "{name}: {block}");
        for line in shown {
            assert!(printed.contains(&line), "{name} shows what is not printed: {line}");
        }
    }
}
