//! The path from keys to an updated client: docs/trust.md as it stands, and what must not go wrong on it.

use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// An empty folder with the example pack in it.
fn desk(name: &str) -> PathBuf {
    let desk = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("publishing").join(name);
    let _ = std::fs::remove_dir_all(&desk);
    std::fs::create_dir_all(desk.join("shop.rules")).unwrap();
    for file in ["pack.zz", "rules.test.zz"] {
        let from = root().join("examples/platform/shop.rules").join(file);
        std::fs::copy(from, desk.join("shop.rules").join(file)).unwrap();
    }
    desk
}

fn zhunze(desk: &Path, line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhunze"));
    command.args(line.split_whitespace()).current_dir(desk);
    for proxy in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(proxy);
    }
    command.output().unwrap()
}

fn all(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout))
}

#[track_caller]
fn done(desk: &Path, line: &str) -> String {
    let output = zhunze(desk, line);
    assert!(output.status.success(), "{line}: {}", all(&output));
    all(&output)
}

/// Ends with a status, with words on standard error, without a panic.
#[track_caller]
fn fails(desk: &Path, line: &str, status: i32, words: &[&str]) {
    let output = zhunze(desk, line);
    assert_eq!(output.status.code(), Some(status), "{line}: {}", all(&output));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    for word in words {
        assert!(said.contains(word), "{line}: `{word}` is not in: {said}");
    }
    assert!(!said.contains("panicked"), "{said}");
}

/// Whether a line is as shown; `…` stands for anything.
fn as_shown(shown: &str, line: &str) -> bool {
    let mut parts = shown.split('…');
    let Some(mut rest) = parts.next().and_then(|first| line.strip_prefix(first)) else { return false };
    let mut open = false;
    for part in parts {
        open = true;
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    open || rest.is_empty()
}

#[test]
#[cfg(unix)]
fn every_command_of_the_guide_does_what_the_guide_says() {
    let guide = std::fs::read_to_string(root().join("docs/trust.md")).unwrap();
    let desk = desk("guide");
    let path = Path::new(env!("CARGO_BIN_EXE_zhunze")).parent().unwrap().display().to_string();
    let path = format!("{path}:{}", std::env::var("PATH").unwrap());
    let mut run: Vec<(String, Vec<String>)> = Vec::new();
    let mut console = false;
    for line in guide.lines() {
        if line.starts_with("```") {
            console = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| console) {
            run.push((command.to_owned(), Vec::new()));
        } else if console {
            run.last_mut().unwrap().1.push(line.to_owned());
        }
    }
    assert!(run.len() > 20, "{}", run.len());
    for (command, shown) in run {
        let output = Command::new("sh").args(["-c", &command]).current_dir(&desk).env("PATH", &path).output().unwrap();
        let said = all(&output);
        let refused = shown.first().is_some_and(|line| line.starts_with("拒绝"));
        assert_eq!(output.status.code(), Some(i32::from(refused)), "$ {command}\n{said}");
        for line in shown {
            assert!(said.lines().any(|said| as_shown(&line, said)), "$ {command}\nwants: {line}\nsaid: {said}");
        }
    }
}

const ROLES: &str = "--role root=k/root.pub --role targets=k/packs.pub,k/packs2.pub --threshold targets=2 --role snapshot=k/online.pub --role timestamp=k/online.pub";
const SIGN: &str = "--key k/packs --key k/packs2 --issuer 示例平台 --law-status 2026-11-20 --now 2026-11-22";

/// A desk with keys, a root and one release, published on 2026-11-22.
fn published(name: &str) -> PathBuf {
    let desk = desk(name);
    for key in ["root", "packs", "packs2", "online"] {
        done(&desk, &format!("keygen -o k/{key}"));
    }
    done(&desk, &format!("root -o root.json {ROLES} --now 2026-11-22"));
    done(&desk, "sign root.json --key k/root");
    done(&desk, "build shop.rules -o shop.zzb");
    done(&desk, &format!("sign shop.zzb -o t1.json {SIGN}"));
    done(&desk, "publish site shop.zzb --root root.json --targets t1.json --key k/online --now 2026-11-22");
    desk
}

/// Raises the pack's version, signs and publishes it.
fn second(desk: &Path) {
    let source = desk.join("shop.rules/pack.zz");
    let text = std::fs::read_to_string(&source).unwrap();
    std::fs::write(&source, text.replacen("(1)", "(2)", 1)).unwrap();
    done(desk, "build shop.rules -o shop.zzb");
    done(desk, &format!("sign shop.zzb -o t2.json --after t1.json {SIGN}"));
    done(desk, "publish site shop.zzb --targets t2.json --key k/online --now 2026-11-22");
}

#[test]
fn a_private_key_is_for_its_owner_and_is_never_overwritten() {
    let desk = desk("keys");
    done(&desk, "keygen -o k/one");
    let before = std::fs::read(desk.join("k/one")).unwrap();
    fails(&desk, "keygen -o k/one", 2, &["k/one", "不会被覆盖", "not overwritten"]);
    assert_eq!(std::fs::read(desk.join("k/one")).unwrap(), before);
    #[cfg(unix)]
    {
        let mode =
            std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(desk.join("k/one")).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
    done(&desk, "keygen -o k/two");
    assert_ne!(std::fs::read(desk.join("k/two")).unwrap(), before);
}

#[test]
fn what_cannot_be_signed_for_or_read_is_said_with_what_to_do() {
    let desk = published("usage");
    fails(&desk, "root -o r.json --role root=k/root.pub", 2, &["timestamp", "--role timestamp="]);
    fails(&desk, "root -o r.json --role boss=k/root.pub", 2, &["root、targets、snapshot、timestamp"]);
    fails(&desk, "root -o r.json --role root=k/root", 2, &["k/root", ".pub"]);
    fails(&desk, "sign shop.zzb --key k/packs", 2, &["shop.zzb", "-o"]);
    fails(&desk, "sign root.json --key k/root.pub", 2, &["k/root.pub", "keygen"]);
    fails(&desk, "sign shop.zzb -o t.json --key k/packs --issuer X", 2, &["--law-status"]);
    fails(&desk, "sign root.json -o t.json --key k/packs --issuer X --law-status 2026-11-20", 2, &["root.json"]);
    fails(&desk, "verify shop.zzb --root shop.zzb --signed t1.json", 1, &["root.json", "malformed"]);
    fails(&desk, "pull site -o new", 2, &["--root"]);
    fails(&desk, "pull nowhere -o new --root root.json", 2, &["nowhere"]);
    fails(&desk, "pull site -o new --root root.json --now yesterday", 2, &["yesterday"]);
}

#[test]
fn what_clients_would_refuse_is_not_published() {
    let desk = published("refused");
    second(&desk);
    let before = std::fs::read(desk.join("site/metadata/timestamp.json")).unwrap();
    let line = "publish site shop.zzb --targets t3.json --key k/online --now 2026-11-22";
    // One of two signatures.
    done(&desk, "sign shop.zzb -o t3.json --after t2.json --key k/packs --law-status 2026-11-20 --now 2026-11-22");
    fails(&desk, line, 1, &["threshold"]);
    done(&desk, "sign t3.json --key k/online");
    fails(&desk, line, 1, &["threshold"]);
    // The release before again, a key of another role, a pack that is not the one that was signed.
    fails(&desk, "publish site --targets t1.json --key k/online --now 2026-11-22", 2, &["older", "--after"]);
    fails(&desk, "publish site --key k/packs --now 2026-11-22", 2, &["snapshot"]);
    std::fs::copy(desk.join("shop.zzb"), desk.join("other.zzb")).unwrap();
    done(&desk, &format!("sign other.zzb -o t4.json --after t2.json --release 7 {SIGN}"));
    fails(&desk, "publish site --targets t4.json --key k/online --now 2026-11-22", 2, &["other.zzb"]);
    // Other content in the same version: whoever has the release before would refuse it.
    std::fs::write(
        desk.join("shop.rules/pack.zz"),
        std::fs::read_to_string(desk.join("shop.rules/pack.zz")).unwrap().replace("蝙蝠号 ", ""),
    )
    .unwrap();
    done(&desk, "build shop.rules -o shop.zzb");
    fails(&desk, &format!("sign shop.zzb -o t5.json --after t2.json {SIGN}"), 2, &["--release 3"]);
    done(&desk, &format!("sign shop.zzb -o t6.json {SIGN} --release 2"));
    fails(&desk, "publish site shop.zzb --targets t6.json --key k/online --now 2026-11-22", 2, &["older"]);
    assert_eq!(std::fs::read(desk.join("site/metadata/timestamp.json")).unwrap(), before);
    done(&desk, "verify site --root root.json --now 2026-11-22");
}

#[test]
fn a_pull_over_http_keeps_the_last_good_pack_whatever_comes() {
    let desk = published("http");
    let base = serve(desk.join("site"));
    let first = std::fs::read(desk.join("shop.zzb")).unwrap();
    let old_timestamp = std::fs::read(desk.join("site/metadata/timestamp.json")).unwrap();
    done(&desk, &format!("pull {base} -o in --root root.json --now 2026-11-22"));
    assert_eq!(std::fs::read(desk.join("in/shop.zzb")).unwrap(), first);
    second(&desk);
    let second = std::fs::read(desk.join("shop.zzb")).unwrap();
    let pull = format!("pull {base} -o in --now 2026-11-22 --format json");
    let told: Value = serde_json::from_slice(&zhunze(&desk, &pull).stdout).unwrap();
    assert_eq!((&told["release"], &told["changed"]), (&2.into(), &true.into()));
    assert_eq!(std::fs::read(desk.join("in/shop.zzb")).unwrap(), second);

    let timestamp = desk.join("site/metadata/timestamp.json");
    let good = std::fs::read(&timestamp).unwrap();
    std::fs::write(&timestamp, &old_timestamp).unwrap();
    fails(&desk, &pull, 1, &["older"]);
    std::fs::write(&timestamp, String::from_utf8_lossy(&good).replace("\"version\": 2", "\"version\": 3")).unwrap();
    fails(&desk, &pull, 1, &["forged"]);
    std::fs::write(&timestamp, vec![b' '; 1 << 20]).unwrap();
    fails(&desk, &pull, 1, &["too-large"]);
    std::fs::remove_file(&timestamp).unwrap();
    fails(&desk, &pull, 1, &["missing"]);
    std::fs::write(&timestamp, &good).unwrap();
    fails(&desk, &format!("pull {base} -o in --now 2026-12-22"), 1, &["expired"]);
    assert_eq!(std::fs::read(desk.join("in/shop.zzb")).unwrap(), second);

    // Without a connection the packs stay and go on; the first time there are none.
    let nobody = "http://127.0.0.1:1";
    assert!(done(&desk, &format!("pull {nobody} -o in --now 2026-11-23")).contains("offline"));
    fails(&desk, &format!("pull {nobody} -o none --root root.json --now 2026-11-22"), 2, &["offline"]);
    // A pack that someone removed or changed on this side is put right.
    std::fs::write(desk.join("in/shop.zzb"), b"something else").unwrap();
    done(&desk, &pull);
    assert_eq!(std::fs::read(desk.join("in/shop.zzb")).unwrap(), second);
    done(&desk, "verify in --root root.json --now 2026-11-22");
    // One that was withdrawn goes.
    done(&desk, "sign t2.json --key k/packs");
    std::fs::copy(desk.join("shop.zzb"), desk.join("new.zzb")).unwrap();
    done(&desk, &format!("sign new.zzb -o t3.json --after t2.json --withdraw shop.zzb {SIGN}"));
    done(&desk, "publish site new.zzb --targets t3.json --key k/online --now 2026-11-22");
    done(&desk, &pull);
    assert!(desk.join("in/new.zzb").exists() && !desk.join("in/shop.zzb").exists());
}

/// Serves a folder over HTTP/1.0.
fn serve(folder: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            let mut request = [0; 4096];
            let read = stream.read(&mut request).unwrap_or(0);
            let line = String::from_utf8_lossy(&request[..read]).into_owned();
            let path = line.split_whitespace().nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
            let (status, body) = match std::fs::read(folder.join(path)) {
                Ok(body) => ("200 OK", body),
                Err(_) => ("404 Not Found", Vec::new()),
            };
            let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
        }
    });
    base
}

/// Every command that loads packs, without the flag and with it.
#[test]
fn packs_that_nobody_signed_load_only_when_the_caller_says_so() {
    let desk = desk("unsigned");
    done(&desk, "build shop.rules -o shop.zzb");
    std::fs::write(desk.join("one.json"), r#"{"kind": "listing", "title": "加微信"}"#).unwrap();
    std::fs::write(desk.join("corpus.tsv"), "").unwrap();
    std::fs::copy(desk.join("one.json"), desk.join("one.ndjson")).unwrap();
    done(&desk, "build shop.rules -o again.zzb");
    for line in [
        "check one.json --detail decision",
        "batch one.ndjson",
        "explain --all",
        "schema",
        "coverage",
        "lint shop.rules",
        "test shop.rules",
        "build shop.rules -o other.zzb",
        "diff shop.rules shop.rules",
        "eval .",
    ] {
        let line = format!("{line} --pack shop.zzb");
        fails(&desk, &line, 2, &["shop.zzb", "没有签名", "--allow-unsigned", "[unsigned]"]);
        let said = all(&zhunze(&desk, &format!("{line} --allow-unsigned")));
        assert!(!said.contains("[unsigned]"), "{line}: {said}");
    }
    // What is only compared is not judged by; and sources are the caller's own.
    done(&desk, "diff shop.zzb again.zzb");
    let own = zhunze(&desk, "check one.json --pack shop.rules --format json");
    assert!(all(&own).contains("shop.rules"), "{}", all(&own));
    // Some of the built-in packs, in a file of one's own.
    let packs = root().join("packs/cn.text");
    done(&desk, &format!("build {} -o text.zzb", packs.display()));
    done(&desk, "schema --pack text.zzb");
    // Damage is told as such, flag or not.
    let mut bytes = std::fs::read(desk.join("shop.zzb")).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(desk.join("bad.zzb"), bytes).unwrap();
    fails(&desk, "check one.json --pack bad.zzb --allow-unsigned", 2, &["bad.zzb"]);
}

/// One release, published and pulled into `packs`, at a time that counts as now: commands that judge have no other clock than the machine's.
fn released(desk: &Path, now: &str) {
    for key in ["root", "packs", "online"] {
        done(desk, &format!("keygen -o k/{key}"));
    }
    let online = "--role snapshot=k/online.pub --role timestamp=k/online.pub";
    done(desk, &format!("root -o root.json --role root=k/root.pub --role targets=k/packs.pub {online}{now}"));
    done(desk, "sign root.json --key k/root");
    done(desk, "build shop.rules -o shop.zzb");
    done(desk, &format!("sign shop.zzb -o t1.json --key k/packs --issuer 示例平台 --law-status 2019-12-31{now}"));
    done(desk, &format!("publish site shop.zzb --root root.json --targets t1.json --key k/online{now}"));
    done(desk, &format!("pull site -o packs --root root.json{now}"));
}

#[test]
fn what_was_pulled_loads_without_a_word_until_it_is_altered_or_out_of_date() {
    let desk = desk("pulled");
    released(&desk, "");
    std::fs::write(desk.join("one.json"), r#"{"kind": "listing", "title": "面霜", "description": ""}"#).unwrap();
    let judged = |line: &str| {
        let output = zhunze(&desk, line);
        assert!(output.status.code() != Some(2), "{line}: {}", all(&output));
        all(&output)
    };
    for pack in ["packs/shop.zzb", "packs"] {
        let report =
            judged(&format!("check one.json --pack {pack} --scope text --format json --receipt {}.json", &pack[..5]));
        assert!(report.contains("\"shop.rules\""), "{report}");
    }
    // Another pack under its name, or beside it.
    let good = std::fs::read(desk.join("packs/shop.zzb")).unwrap();
    let source = desk.join("shop.rules/pack.zz");
    let text = std::fs::read_to_string(&source).unwrap();
    std::fs::write(&source, text.replace("(1) {", "(2) {")).unwrap();
    done(&desk, "build shop.rules -o shop.zzb");
    std::fs::copy(desk.join("shop.zzb"), desk.join("packs/shop.zzb")).unwrap();
    fails(&desk, "check one.json --pack packs/shop.zzb", 2, &["packs/shop.zzb", "[altered]"]);
    std::fs::copy(desk.join("shop.zzb"), desk.join("packs/other.zzb")).unwrap();
    fails(&desk, "check one.json --pack packs/other.zzb", 2, &["[unsigned]"]);
    std::fs::write(desk.join("packs/shop.zzb"), good).unwrap();
    judged("check one.json --pack packs/shop.zzb");
}

#[test]
fn a_pack_that_has_expired_is_replayed_when_asked_and_it_is_said() {
    let desk = desk("expired");
    released(&desk, " --now 2020-01-01");
    std::fs::write(desk.join("one.json"), r#"{"kind": "listing", "title": "面霜", "description": ""}"#).unwrap();
    // The check of that time, with the same bytes.
    let check = "check one.json --pack shop.zzb --allow-unsigned --receipt receipt.json --as-of 2020-01-01";
    assert!(zhunze(&desk, check).status.code() != Some(2));
    fails(&desk, "check one.json --pack packs/shop.zzb", 2, &["shop.zzb", "[expired]"]);
    fails(&desk, "replay receipt.json one.json --pack packs/shop.zzb", 2, &["shop.zzb", "[expired]"]);
    let said = done(&desk, "replay receipt.json one.json --pack packs/shop.zzb --allow-expired");
    assert!(said.contains("证实") && said.contains("注意 note") && said.contains("[expired]"), "{said}");
    let said = done(&desk, "replay receipt.json one.json --pack packs/shop.zzb --allow-expired --format json");
    assert!(said.contains("\"proved\""), "{said}");
}
