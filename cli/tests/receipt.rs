//! `check --receipt` and `replay`: a check proves itself, and what is not the same is named.

mod common;

use common::{edit, json, refused, scratch, stderr, stdout, zhunze};
use serde_json::Value;
use std::path::{Path, PathBuf};

const DATES: [&str; 2] = ["--as-of", "2026-11-21"];

/// An input and the receipt of its check.
fn made(name: &str, input: &str) -> (PathBuf, PathBuf) {
    let dir = scratch(name);
    let copy = dir.join(Path::new(input).file_name().unwrap());
    std::fs::copy(common::root().join(input), &copy).unwrap();
    let receipt = dir.join("receipt.json");
    let output = zhunze(&["check", copy.to_str().unwrap(), "--receipt", receipt.to_str().unwrap(), DATES[0], DATES[1]]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    (copy, receipt)
}

fn replay(input: &Path, receipt: &Path) -> std::process::Output {
    zhunze(&["replay", receipt.to_str().unwrap(), input.to_str().unwrap(), "--format", "json"])
}

#[test]
fn a_fresh_receipt_is_proved() {
    for (name, input) in [
        ("receipt-text", "examples/livestream.txt"),
        ("receipt-json", "examples/listing.json"),
        ("receipt-room", "examples/room.json"),
    ] {
        let (input, receipt) = made(name, input);
        let written: Value = serde_json::from_str(&std::fs::read_to_string(&receipt).unwrap()).unwrap();
        assert_eq!((&written["schema"], &written["evaluated_on"]), (&"zhunze.receipt/1".into(), &"2026-11-21".into()));
        let output = replay(&input, &receipt);
        assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
        assert_eq!(json(&output)["verdict"], "proved");
        let text = zhunze(&["replay", receipt.to_str().unwrap(), input.to_str().unwrap()]);
        assert!(stdout(&text).starts_with("证实") && !stdout(&text).contains("不同"), "{}", stdout(&text));
    }
}

#[test]
fn an_altered_input_is_told() {
    let (input, receipt) = made("receipt-altered", "examples/livestream.txt");
    // One byte that no rule looks at.
    let mut bytes = std::fs::read(&input).unwrap();
    bytes.push(b' ');
    std::fs::write(&input, &bytes).unwrap();
    let output = replay(&input, &receipt);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let told = json(&output);
    assert_eq!(told["verdict"], "incomparable");
    assert_eq!(told["input"]["agrees"], false);
    assert_eq!(told["decision"]["agrees"], true);
    bytes[0] = 0xff;
    std::fs::write(&input, &bytes).unwrap();
    refused(&replay(&input, &receipt), &["输入与回执不符", "UTF-8"]);
}

#[test]
fn other_packs_and_a_forged_result_are_told() {
    let (input, receipt) = made("receipt-packs", "examples/listing.json");
    let pack = receipt.with_file_name("platform.zzb");
    let pack = pack.to_str().unwrap();
    assert!(zhunze(&["build", "examples/platform/shop.rules", "-o", pack]).status.success());
    let (input, receipt) = (input.to_str().unwrap(), receipt.to_str().unwrap());
    let output = zhunze(&["replay", receipt, input, "--pack", pack, "--allow-unsigned", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let told = json(&output);
    assert_eq!(told["verdict"], "incomparable");
    let ids: Vec<&str> = told["packs"].as_array().unwrap().iter().map(|p| p["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"shop.rules"), "{ids:?}");
    let forged = Path::new(receipt);
    edit(forged, "\"decision\": \"block\"", "\"decision\": \"pass\"");
    let output = zhunze(&["replay", receipt, input, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json(&output)["verdict"], "contradicted");
    let text = zhunze(&["replay", receipt, input]);
    assert!(
        stdout(&text).contains("当时 then  pass") && stdout(&text).contains("现在 now   block"),
        "{}",
        stdout(&text)
    );
    // Another engine that comes to the same result proves it all the same, and says so.
    edit(forged, "\"decision\": \"pass\"", "\"decision\": \"block\"");
    edit(forged, concat!("\"engine\": \"", env!("CARGO_PKG_VERSION"), "\""), "\"engine\": \"0.0.9\"");
    let output = zhunze(&["replay", receipt, input, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert_eq!(json(&output)["engine"]["agrees"], false);
}

#[test]
fn a_signed_receipt_says_who_made_it_and_a_changed_one_is_forged() {
    let dir = scratch("receipt-signed");
    let path = |name: &str| dir.join(name).to_str().unwrap().to_owned();
    let (one, other, receipt) = (path("one.key"), path("other.key"), path("receipt.json"));
    for key in [&one, &other] {
        assert!(zhunze(&["keygen", "-o", key]).status.success());
    }
    let input = "examples/listing.json";
    let output = zhunze(&["check", input, "--receipt", &receipt, "--key", &one, DATES[0], DATES[1]]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let replay = |keys: &[&str]| {
        let keys: Vec<String> = keys.iter().flat_map(|k| ["--key".to_owned(), format!("{k}.pub")]).collect();
        let mut args = vec!["replay", &receipt, input, "--format", "json"];
        args.extend(keys.iter().map(String::as_str));
        let output = zhunze(&args);
        (json(&output)["verdict"].as_str().unwrap().to_owned(), output.status.code())
    };
    assert_eq!(replay(&[&one]), ("proved".to_owned(), Some(0)));
    assert_eq!(replay(&[]), ("proved".to_owned(), Some(0)));
    assert_eq!(replay(&[&one, &other]), ("unsigned".to_owned(), Some(1)));
    edit(Path::new(&receipt), "\"evaluated_on\": \"2026-11-21\"", "\"evaluated_on\": \"2026-11-20\"");
    assert_eq!(replay(&[&one]), ("forged".to_owned(), Some(1)));
    let text = zhunze(&["replay", &receipt, input]);
    assert!(stdout(&text).starts_with("伪造") && stdout(&text).contains("签名不成立"), "{}", stdout(&text));
    // A public key is no private one.
    let public = format!("{one}.pub");
    refused(&zhunze(&["check", input, "--receipt", &receipt, "--key", &public]), &["私钥"]);
}

#[test]
fn what_is_no_receipt_is_refused() {
    let (input, receipt) = made("receipt-bad", "examples/listing.json");
    refused(&zhunze(&["replay", input.to_str().unwrap(), input.to_str().unwrap()]), &["不是检查回执"]);
    edit(&receipt, "zhunze.receipt/1", "zhunze.receipt/9");
    refused(&replay(&input, &receipt), &["zhunze.receipt/9"]);
    let (two, file) = ("examples/livestream.txt", "examples/listing.json");
    refused(&zhunze(&["check", two, file, "--receipt", receipt.to_str().unwrap()]), &["一份回执"]);
}
