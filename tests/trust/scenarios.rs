//! What TUF promises, one attack or event a test.

use super::publisher::{DAY, NOW, Publisher, User, key, statement};
use serde_json::Value;
use zhunze::trust::author::{self, Draft, Keys};
use zhunze::trust::metadata::Role;
use zhunze::trust::{Client, Files, Options, TrustError, Trusted, client};

const ONE: &[u8] = b"rules of version one";
const TWO: &[u8] = b"rules of version two, with one sentence changed";

/// A publisher with two releases, and a user who has the second.
fn second() -> (Publisher, Files, User) {
    let mut publisher = Publisher::new();
    let first = publisher.files.clone();
    let mut user = User::of(&publisher);
    user.update(&first).unwrap();
    publisher.pack("cn.zzb", TWO, 2);
    publisher.publish();
    user.update(&publisher.files).unwrap();
    assert_eq!(user.uses().unwrap(), TWO);
    (publisher, first, user)
}

/// Refused for this cause, with a message in both languages that names the file; what is in use stays.
#[track_caller]
fn refused(user: &mut User, repository: &Files, code: &str, file: &str) {
    let before = user.uses();
    let error = user.update(repository).expect_err("it was accepted");
    assert_eq!((error.code(), error.file()), (code, file), "{error}");
    let message = error.message();
    assert!(message.zh.contains(file) && message.en.contains(file) && message.zh != message.en);
    if let Ok(before) = before {
        assert_eq!(user.uses().unwrap(), before);
    }
}

#[test]
fn a_first_update_and_a_second_bring_the_packs_with_what_is_stated_about_them() {
    let mut publisher = Publisher::new();
    let mut user = User::of(&publisher);
    let trusted = user.update(&publisher.files).unwrap();
    assert_eq!((trusted.root, trusted.release, trusted.changed), (1, 1, true));
    assert_eq!(trusted.packs[0].bytes, ONE);
    assert_eq!(trusted.packs[0].statement, Some(statement(1)));
    assert!(trusted.notes.is_empty());

    publisher.pack("cn.zzb", TWO, 2);
    publisher.publish();
    let trusted = user.update(&publisher.files).unwrap();
    assert_eq!((trusted.release, trusted.changed), (2, true));
    assert_eq!(user.uses().unwrap(), TWO);
    assert_eq!(user.kept.keys().filter(|name| name.starts_with("packs/")).count(), 1, "the old pack is deleted");
}

#[test]
fn where_nothing_is_new_two_small_files_are_asked_for() {
    let (publisher, _, mut user) = second();
    assert!(!user.update(&publisher.files).unwrap().changed);
    assert_eq!(user.asked, ["metadata/2.root.json", "metadata/timestamp.json"]);
}

#[test]
fn packs_that_the_host_has_loaded_are_not_looked_at_again_until_there_are_others() {
    let (mut publisher, _, mut user) = second();
    let name = |kept: &Files| kept.keys().find_map(|n| n.strip_prefix("packs/")).unwrap().to_owned();
    user.options.in_use = vec![name(&user.kept)];
    let before = user.kept.clone();
    let trusted = user.update(&publisher.files).unwrap();
    assert!(!trusted.changed && trusted.packs[0].bytes.is_empty());
    assert_eq!(trusted.packs[0].statement, Some(statement(2)));
    assert_eq!(user.kept, before);
    // The same packs in a later release.
    publisher.publish();
    assert!(!user.update(&publisher.files).unwrap().changed);
    assert_eq!(user.uses().unwrap(), TWO);
    // What is said to be in use and is not kept is fetched.
    user.kept.retain(|name, _| !name.starts_with("packs/"));
    assert_eq!(user.update(&publisher.files).unwrap().packs[0].bytes, TWO);
    // Another pack beside it: both come with their bytes.
    publisher.pack("shop.zzb", ONE, 1);
    publisher.publish();
    let trusted = user.update(&publisher.files).unwrap();
    assert!(trusted.changed && trusted.packs.iter().all(|pack| !pack.bytes.is_empty()));
    assert_eq!(used(&user), [TWO, ONE]);
}

#[test]
fn only_the_packs_that_are_named_are_taken() {
    let (mut publisher, ..) = second();
    publisher.pack("shop.zzb", b"a shop's own", 1);
    publisher.publish();
    let mut user = User::of(&publisher);
    assert_eq!(user.update(&publisher.files).unwrap().packs.len(), 2);
    let mut user = User::of(&publisher);
    user.options.packs = vec!["shop.zzb".to_owned()];
    let trusted = user.update(&publisher.files).unwrap();
    assert_eq!(trusted.packs.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["shop.zzb"]);
    user.options.packs = vec!["../../etc/passwd".to_owned()];
    refused(&mut user, &publisher.files, "missing", "../../etc/passwd");
}

#[test]
fn an_older_release_is_refused() {
    let (_, first, mut user) = second();
    refused(&mut user, &first, "older", "metadata/timestamp.json");
}

#[test]
fn an_older_snapshot_under_a_newer_timestamp_is_refused() {
    let (mut publisher, _, mut user) = second();
    // Whoever holds the timestamp's key alone.
    publisher.snapshot = 1;
    publisher.publish_timestamp();
    refused(&mut user, &publisher.files, "older", "snapshot.json");
}

#[test]
fn older_targets_under_a_newer_snapshot_are_refused() {
    let (mut publisher, _, mut user) = second();
    // Whoever holds the keys of snapshot and timestamp, but not those of the packs.
    publisher.release = 1;
    publisher.publish_snapshot();
    publisher.publish_timestamp();
    refused(&mut user, &publisher.files, "older", "targets.json");
}

#[test]
fn a_snapshot_that_forgets_the_targets_is_refused() {
    let (mut publisher, _, mut user) = second();
    let mut value: Value = serde_json::from_slice(&publisher.files["metadata/2.snapshot.json"]).unwrap();
    value["signed"]["version"] = 3.into();
    value["signed"]["meta"] = serde_json::json!({});
    let mut draft = Draft::read(value.to_string().as_bytes()).unwrap();
    draft.sign(&key(6));
    publisher.snapshot = 3;
    publisher.files.insert("metadata/3.snapshot.json".to_owned(), draft.to_bytes());
    publisher.publish_timestamp();
    refused(&mut user, &publisher.files, "missing", "targets.json");
}

#[test]
fn an_older_version_of_a_pack_is_refused_even_where_everybody_signs_it() {
    let (mut publisher, _, mut user) = second();
    publisher.pack("cn.zzb", ONE, 1);
    publisher.publish();
    refused(&mut user, &publisher.files, "older", "cn.zzb");
    // One version, two contents.
    let (mut publisher, _, mut user) = second();
    publisher.pack("cn.zzb", b"other rules", 2);
    publisher.publish();
    refused(&mut user, &publisher.files, "older", "cn.zzb");
}

#[test]
fn a_pack_below_the_lowest_version_that_the_caller_accepts_is_refused() {
    let publisher = Publisher::new();
    let mut user = User::of(&publisher);
    user.options.lowest = 2;
    refused(&mut user, &publisher.files, "older", "cn.zzb");
}

#[test]
fn metadata_that_is_out_of_date_is_refused_role_by_role() {
    for (role, file) in [
        (Role::Root, "metadata/1.root.json"),
        (Role::Timestamp, "metadata/timestamp.json"),
        (Role::Snapshot, "metadata/1.snapshot.json"),
        (Role::Targets, "metadata/1.targets.json"),
    ] {
        let mut publisher = Publisher::new();
        publisher.expires.insert(role, NOW);
        (publisher.root, publisher.release, publisher.snapshot, publisher.timestamp) = (0, 0, 0, 0);
        publisher.publish_root(&[]);
        publisher.publish();
        let mut user = User::of(&publisher);
        refused(&mut user, &publisher.files, "expired", if role == Role::Root { "root.json" } else { file });
        user.options.now = NOW - 1;
        user.update(&publisher.files).unwrap();
    }
}

#[test]
fn a_repository_that_stands_still_is_refused_after_a_week_and_its_packs_stay_in_use() {
    let (publisher, _, mut user) = second();
    user.options.now = NOW + 7 * DAY;
    refused(&mut user, &publisher.files, "expired", "timestamp.json");
    let trusted = client::kept(&user.root, &user.kept, &user.options).unwrap();
    assert_eq!(trusted.packs[0].bytes, TWO);
    assert_eq!(trusted.notes.iter().map(|n| (n.code(), n.file())).collect::<Vec<_>>(), [("expired", "timestamp.json")]);
}

#[test]
fn a_replay_accepts_what_is_out_of_date_and_says_so() {
    let publisher = Publisher::new();
    let mut user = User::of(&publisher);
    user.options = Options { now: NOW + 4000 * DAY, allow_expired: true, ..Options::default() };
    let trusted = user.update(&publisher.files).unwrap();
    let noted: Vec<_> = trusted.notes.iter().map(|n| (n.code(), n.file())).collect();
    let files =
        ["root.json", "metadata/timestamp.json", "metadata/1.snapshot.json", "metadata/1.targets.json", "cn.zzb"];
    assert_eq!(noted, files.map(|file| ("expired", file)));
}

#[test]
fn a_pack_that_is_out_of_date_is_refused_on_the_wire_and_from_what_was_kept() {
    let mut publisher = Publisher::new();
    let mut user = User::of(&publisher);
    user.update(&publisher.files).unwrap();
    for days in publisher.expires.values_mut() {
        *days += 1000 * DAY;
    }
    publisher.publish_root(&[key(1), key(2)]);
    publisher.publish();
    user.options.now = NOW + 365 * DAY;
    refused(&mut user, &publisher.files, "expired", "cn.zzb");
    assert_eq!(user.uses().unwrap_err().code(), "expired");
    user.options.allow_expired = true;
    assert_eq!(user.uses().unwrap(), ONE);
}

#[test]
fn files_of_two_releases_do_not_mix() {
    let (mut publisher, first, mut user) = second();
    publisher.pack("cn.zzb", b"rules of version three", 3);
    publisher.publish();
    let mut mixed = publisher.files.clone();
    mixed.insert("metadata/3.snapshot.json".to_owned(), first["metadata/1.snapshot.json"].clone());
    refused(&mut user.clone(), &mixed, "mixed", "metadata/3.snapshot.json");
    let mut mixed = publisher.files.clone();
    mixed.insert("metadata/3.targets.json".to_owned(), first["metadata/1.targets.json"].clone());
    refused(&mut user, &mixed, "mixed", "metadata/3.targets.json");
}

#[test]
fn a_pack_that_is_altered_cut_or_longer_is_refused() {
    let (mut publisher, _, mut user) = second();
    publisher.pack("cn.zzb", b"rules of version three", 3);
    publisher.publish();
    let path = publisher.path_of("cn.zzb");
    for bytes in [&b"rules of version thr33"[..], b"rules", b"rules of version three and more", b""] {
        let mut altered = publisher.files.clone();
        altered.insert(path.clone(), bytes.to_vec());
        refused(&mut user, &altered, "altered", &path);
    }
    publisher.files.remove(&path);
    refused(&mut user, &publisher.files, "missing", &path);
}

#[test]
fn metadata_changed_after_it_was_signed_is_forged() {
    let (publisher, _, mut user) = second();
    let mut forged = publisher.files.clone();
    let text = String::from_utf8(forged["metadata/timestamp.json"].clone()).unwrap();
    forged.insert("metadata/timestamp.json".to_owned(), text.replace("\"version\": 2", "\"version\": 3").into_bytes());
    refused(&mut user, &forged, "forged", "metadata/timestamp.json");
}

#[test]
fn what_others_sign_is_of_the_wrong_key() {
    for role in [Role::Timestamp, Role::Snapshot, Role::Targets] {
        let (mut publisher, _, mut user) = second();
        publisher.signers.insert(role, vec![key(99), key(98)]);
        publisher.pack("cn.zzb", b"an attacker's rules", 3);
        publisher.publish();
        let version = if role == Role::Timestamp { String::new() } else { "3.".to_owned() };
        refused(&mut user, &publisher.files, "wrong-key", &format!("metadata/{version}{}.json", role.name()));
    }
}

#[test]
fn a_key_may_sign_for_its_own_role_only() {
    let (mut publisher, _, mut user) = second();
    publisher.signers.insert(Role::Targets, vec![key(6), key(7)]);
    publisher.pack("cn.zzb", b"from a stolen server", 3);
    publisher.publish();
    refused(&mut user, &publisher.files, "wrong-key", "metadata/3.targets.json");
}

#[test]
fn a_threshold_takes_as_many_different_keys() {
    let (mut publisher, _, mut user) = second();
    publisher.signers.insert(Role::Targets, vec![key(4)]);
    publisher.pack("cn.zzb", b"one of two signed", 3);
    publisher.publish();
    refused(&mut user, &publisher.files, "threshold", "metadata/3.targets.json");
    assert_eq!(
        user.update(&publisher.files).unwrap_err(),
        TrustError::Threshold { file: "metadata/3.targets.json".to_owned(), valid: 1, needed: 2 }
    );
}

/// One key under two names is one key.
#[test]
fn a_threshold_is_not_met_by_one_key_under_two_ids() {
    let mut publisher = Publisher::new();
    let mut root: Value = serde_json::from_slice(&publisher.files["metadata/1.root.json"]).unwrap();
    let again = key(4).public();
    root["signed"]["keys"]["again"] = again.to_value();
    root["signed"]["roles"]["targets"]["keyids"].as_array_mut().unwrap().push("again".into());
    root["signatures"] = serde_json::json!([]);
    let mut draft = Draft::read(root.to_string().as_bytes()).unwrap();
    draft.sign(&key(1));
    draft.sign(&key(2));
    publisher.files.insert("metadata/1.root.json".to_owned(), draft.to_bytes());
    publisher.signers.insert(Role::Targets, vec![key(4)]);
    publisher.publish();
    let path = "metadata/2.targets.json".to_owned();
    let mut targets: Value = serde_json::from_slice(&publisher.files[&path]).unwrap();
    let mut second = targets["signatures"][0].clone();
    second["keyid"] = "again".into();
    targets["signatures"].as_array_mut().unwrap().push(second);
    publisher.files.insert(path.clone(), targets.to_string().into_bytes());
    publisher.publish_snapshot();
    publisher.publish_timestamp();
    refused(&mut User::of(&publisher), &publisher.files, "threshold", &path);
}

#[test]
fn a_root_is_followed_only_if_the_keys_before_it_agree() {
    let (mut publisher, _, mut user) = second();
    let honest = publisher.clone();
    let theirs = (vec![key(91), key(92)], 2);
    publisher.roles.insert(Role::Root, theirs.clone());
    publisher.publish_root(&[]);
    refused(&mut user, &publisher.files, "wrong-key", "metadata/2.root.json");
    // One stolen key is too few.
    let mut publisher = honest.clone();
    publisher.roles.insert(Role::Root, theirs.clone());
    publisher.publish_root(&[key(1)]);
    refused(&mut user, &publisher.files, "threshold", "metadata/2.root.json");
    // The new keys must agree too.
    let mut publisher = honest.clone();
    publisher.roles.insert(Role::Root, theirs);
    publisher.signers.insert(Role::Root, vec![key(91)]);
    publisher.publish_root(&[key(1), key(2)]);
    refused(&mut user, &publisher.files, "threshold", "metadata/2.root.json");
    // The first root again in the place of the second, and the third there.
    let mut publisher = honest.clone();
    publisher.files.insert("metadata/2.root.json".to_owned(), honest.files["metadata/1.root.json"].clone());
    refused(&mut user, &publisher.files, "older", "metadata/2.root.json");
    let mut publisher = honest;
    publisher.root = 2;
    publisher.publish_root(&[]);
    publisher.files.insert("metadata/2.root.json".to_owned(), publisher.files["metadata/3.root.json"].clone());
    refused(&mut user, &publisher.files, "mixed", "metadata/2.root.json");
}

#[test]
fn keys_are_rotated_and_revoked() {
    let (mut publisher, _, mut user) = second();
    // All root keys and both keys of the packs, in one step.
    publisher.roles.insert(Role::Root, (vec![key(11), key(12)], 2));
    publisher.roles.insert(Role::Targets, (vec![key(14)], 1));
    publisher.publish_root(&[key(2), key(3)]);
    publisher.pack("cn.zzb", b"signed by the new key", 3);
    publisher.publish();
    let trusted = user.update(&publisher.files).unwrap();
    assert_eq!((trusted.root, user.uses().unwrap()), (2, b"signed by the new key".to_vec()));
    // A user who was away for both roots follows them one by one.
    publisher.publish_root(&[key(11), key(12)]);
    publisher.publish();
    let mut late = User::of(&publisher);
    assert_eq!(late.update(&publisher.files).unwrap().root, 3);
    assert_eq!(late.asked[..3], ["metadata/2.root.json", "metadata/3.root.json", "metadata/4.root.json"]);
    // The revoked keys sign once more.
    publisher.signers.insert(Role::Targets, vec![key(4), key(5)]);
    publisher.pack("cn.zzb", b"by the thief of the old keys", 9);
    publisher.publish();
    refused(&mut user, &publisher.files, "wrong-key", "metadata/5.targets.json");
}

#[test]
fn what_a_revoked_key_signed_is_not_used_from_what_was_kept() {
    let (mut publisher, _, mut user) = second();
    publisher.roles.insert(Role::Targets, (vec![key(14)], 1));
    publisher.publish_root(&[key(1), key(2)]);
    // The root arrives and the rest does not.
    let error = user
        .update(&Files::from([("metadata/2.root.json".to_owned(), publisher.files["metadata/2.root.json"].clone())]));
    assert_eq!(error.unwrap_err().code(), "missing");
    assert_eq!(user.uses().unwrap_err().code(), "wrong-key");
}

/// A thief of the online keys makes versions so high that honest ones look old; new keys make that undone.
#[test]
fn versions_run_ahead_are_forgotten_with_the_keys_that_signed_them() {
    let (mut publisher, _, mut user) = second();
    let honest = (publisher.snapshot, publisher.timestamp);
    (publisher.snapshot, publisher.timestamp) = (1 << 40, 1 << 40);
    publisher.publish_snapshot();
    publisher.publish_timestamp();
    user.update(&publisher.files).unwrap();
    (publisher.snapshot, publisher.timestamp) = honest;
    publisher.publish();
    refused(&mut user, &publisher.files, "older", "metadata/timestamp.json");
    publisher.roles.insert(Role::Snapshot, (vec![key(16)], 1));
    publisher.roles.insert(Role::Timestamp, (vec![key(17)], 1));
    publisher.publish_root(&[key(1), key(2)]);
    publisher.publish();
    assert_eq!(user.update(&publisher.files).unwrap().root, 2);
}

#[test]
fn unsigned_unknown_and_huge_metadata_is_refused() {
    let (mut publisher, _, mut user) = second();
    let path = "metadata/timestamp.json".to_owned();
    let honest = publisher.files[&path].clone();
    let mut value: Value = serde_json::from_slice(&honest).unwrap();
    value["signatures"] = serde_json::json!([]);
    publisher.files.insert(path.clone(), value.to_string().into_bytes());
    refused(&mut user, &publisher.files, "unsigned", &path);
    value["signed"]["spec_version"] = "2.0.0".into();
    publisher.files.insert(path.clone(), value.to_string().into_bytes());
    refused(&mut user, &publisher.files, "spec-version", &path);
    publisher.files.insert(path.clone(), [honest, vec![b' '; 20_000]].concat());
    refused(&mut user, &publisher.files, "too-large", &path);
    for bytes in [&b""[..], b"[]", b"{", b"{\"signed\": {}, \"signatures\": []}", &[0xff; 9]] {
        publisher.files.insert(path.clone(), bytes.to_vec());
        refused(&mut user, &publisher.files, "malformed", &path);
    }
}

#[test]
fn a_pack_for_another_engine_is_refused() {
    let (mut publisher, _, mut user) = second();
    publisher.pack("cn.zzb", b"for later engines", 3);
    publisher.packs.get_mut("cn.zzb").unwrap().1.engine_from = [8, 0, 0];
    publisher.publish();
    refused(&mut user, &publisher.files, "engine", "cn.zzb");
}

#[test]
fn a_pack_without_signature_loads_only_where_that_is_allowed() {
    let error = client::unsigned("mine.zzb", ONE, false).unwrap_err();
    assert_eq!((error.code(), error.file()), ("unsigned", "mine.zzb"));
    let trusted = client::unsigned("mine.zzb", ONE, true).unwrap();
    assert_eq!(trusted.notes, [error]);
    assert_eq!(trusted.packs[0].statement, None);
}

/// Wherever the power fails, what starts again has one release or the other, whole.
#[test]
fn an_update_that_breaks_off_anywhere_leaves_the_old_packs_or_the_new() {
    let mut publisher = Publisher::new();
    publisher.pack("shop.zzb", b"a shop's own, one", 1);
    publisher.publish();
    let mut user = User::of(&publisher);
    user.update(&publisher.files).unwrap();
    let old = used(&user);
    publisher.pack("cn.zzb", TWO, 2);
    publisher.pack("shop.zzb", b"a shop's own, two", 2);
    publisher.publish();

    let mut client = Client::new(&user.root, user.kept.clone(), user.options.clone()).unwrap();
    while let Some(want) = client.want() {
        client.take(publisher.files.get(&want.path).map(Vec::as_slice)).unwrap();
        for change in client.changes() {
            user.keep(vec![change]);
            assert_eq!(used(&user), old);
        }
    }
    let changes = client.commit().unwrap();
    let mut seen = vec![used(&user)];
    for change in changes {
        user.keep(vec![change]);
        seen.push(used(&user));
    }
    seen.dedup();
    assert_eq!(seen, [old, vec![TWO.to_vec(), b"a shop's own, two".to_vec()]]);
}

fn used(user: &User) -> Vec<Vec<u8>> {
    let Trusted { packs, .. } = client::kept(&user.root, &user.kept, &user.options).unwrap();
    packs.into_iter().map(|pack| pack.bytes).collect()
}

#[test]
fn what_was_kept_and_damaged_is_not_used_and_is_fetched_again() {
    let (publisher, _, mut user) = second();
    for name in user.kept.keys().cloned().collect::<Vec<_>>() {
        let whole = user.kept.clone();
        let bytes = user.kept.get_mut(&name).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        if name == "current.json" || name.starts_with("packs/") {
            assert!(user.uses().is_err(), "{name}");
        }
        user.update(&publisher.files).unwrap();
        assert_eq!(user.uses().unwrap(), TWO, "{name}");
        assert_eq!(user.kept, whole, "{name}");
    }
}

#[test]
fn a_repository_without_consistent_snapshots_is_read_too() {
    let publisher = Publisher::new();
    let mut root: Value = serde_json::from_slice(&publisher.files["metadata/1.root.json"]).unwrap();
    root["signed"]["consistent_snapshot"] = false.into();
    let mut draft = Draft::read(root.to_string().as_bytes()).unwrap();
    draft.sign(&key(1));
    draft.sign(&key(2));
    let plain = |name: &str| publisher.files[&format!("metadata/1.{name}")].clone();
    let repository = Files::from([
        ("metadata/timestamp.json".to_owned(), publisher.files["metadata/timestamp.json"].clone()),
        ("metadata/snapshot.json".to_owned(), plain("snapshot.json")),
        ("metadata/targets.json".to_owned(), plain("targets.json")),
        ("targets/cn.zzb".to_owned(), ONE.to_vec()),
    ]);
    let options = Options { now: NOW, ..Options::default() };
    assert_eq!(client::verify(&draft.to_bytes(), &repository, options).unwrap().packs[0].bytes, ONE);
}

#[test]
fn a_root_for_which_nobody_could_sign_is_seen_before_it_is_signed() {
    let mut keys = Keys::default();
    assert_eq!(keys.short(), Some(Role::Root));
    for role in Role::ALL {
        keys.roles.insert(role, (vec![key(1).public()], 1));
    }
    assert_eq!(keys.short(), None);
    keys.roles.insert(Role::Snapshot, (vec![key(1).public()], 2));
    assert_eq!(keys.short(), Some(Role::Snapshot));
}

#[test]
fn options_say_which_one_is_wrong() {
    let options = Options::from_json(r#"{"now": "2026-11-22T00:00:00Z", "lowest": 3, "packs": ["a"]}"#).unwrap();
    assert_eq!((options.now, options.lowest, options.allow_expired), (NOW, 3, false));
    for (json, word) in
        [("{}", "now"), ("[]", "JSON"), (r#"{"now": 1, "lowest": -1}"#, "lowest"), (r#"{"nov": 1}"#, "nov")]
    {
        let message = Options::from_json(json).unwrap_err();
        assert!(message.zh.contains(word) && message.en.contains(word), "{message:?}");
    }
}

/// A draft signed twice by one key has one signature.
#[test]
fn signing_again_replaces() {
    let mut draft = author::timestamp(1, NOW, (1, b""));
    draft.sign(&key(1));
    let once = draft.to_bytes();
    draft.sign(&key(1));
    assert_eq!(draft.to_bytes(), once);
    assert_eq!(Draft::read(&once), Some(draft));
}
