//! Random damage to everything that comes over the wire.

use super::publisher::{NOW, Publisher, key};
use proptest::prelude::*;
use serde_json::Value;
use zhunze::trust::author::Draft;
use zhunze::trust::metadata::Role;
use zhunze::trust::{Options, client};

/// Numbers that are the same on every run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

/// Two roots, so that a rotation is among what is damaged.
fn publisher() -> Publisher {
    let mut publisher = Publisher::new();
    publisher.roles.insert(Role::Root, (vec![key(11), key(12)], 2));
    publisher.publish_root(&[key(1), key(2)]);
    publisher.pack("cn.zzb", &vec![b'r'; 3000], 2);
    publisher.publish();
    publisher
}

#[test]
fn none_of_ten_thousand_corruptions_is_accepted() {
    let honest = publisher();
    let options = Options { now: NOW, ..Options::default() };
    let root = honest.files["metadata/1.root.json"].clone();
    let asked =
        ["metadata/2.root.json", "metadata/timestamp.json", "metadata/2.snapshot.json", "metadata/2.targets.json"];
    let mut paths: Vec<String> = asked.map(str::to_owned).into();
    paths.push(honest.path_of("cn.zzb"));
    client::verify(&root, &honest.files, options.clone()).unwrap();

    let mut numbers = Numbers(2026);
    let mut files = honest.files.clone();
    let mut done = 0;
    while done < 10_000 {
        let path = &paths[numbers.below(paths.len())];
        let whole = &honest.files[path];
        let other = &honest.files[&paths[numbers.below(paths.len())]];
        let bytes = damaged(&mut numbers, whole, other);
        // Other white space in a file that no digest covers is no other content.
        let same = |a: &[u8], b: &[u8]| match (serde_json::from_slice::<Value>(a), serde_json::from_slice::<Value>(b)) {
            (Ok(a), Ok(b)) => a == b,
            _ => a == b,
        };
        if same(&bytes, whole) {
            continue;
        }
        files.insert(path.clone(), bytes);
        let accepted = client::verify(&root, &files, options.clone());
        assert!(accepted.is_err(), "{path}: {}", String::from_utf8_lossy(&files[path]));
        files.insert(path.clone(), whole.clone());
        done += 1;
    }
}

fn damaged(numbers: &mut Numbers, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(out.len());
        match numbers.below(7) {
            0 => out.truncate(at),
            1 => out.insert(at, numbers.next() as u8),
            2 if !out.is_empty() => drop(out.remove(at)),
            3 => out.extend_from_slice(&other[..numbers.below(other.len())]),
            4 => {
                let length = numbers.below(20).min(out.len() - at).min(other.len());
                out[at..at + length].copy_from_slice(&other[..length]);
            }
            5 if !out.is_empty() => out[at] = b"0123456789abcdef\"{}[],:"[numbers.below(23)],
            _ if !out.is_empty() => out[at] ^= 1 << numbers.below(8),
            _ => {}
        }
    }
    out
}

/// Any JSON, now and then with the words of metadata in it.
fn json() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "signed",
        "_type",
        "version",
        "meta",
        "targets",
        "custom",
        "zhunze",
        "keys",
        "roles",
        "hashes",
        "sha256",
        "length",
        "snapshot.json",
        "targets.json",
        "2027-01-01T00:00:00Z",
        "1.0.31",
        "cn.zzb",
        "engine",
        "from",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words.clone().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(words.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Puts a value in the place of the nth node of another, counted in the order of writing.
fn replace(value: &mut Value, n: &mut usize, by: &Value) -> bool {
    if *n == 0 {
        *value = by.clone();
        return true;
    }
    *n -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| replace(item, n, by)),
        Value::Object(map) => map.values_mut().any(|item| replace(item, n, by)),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// A publisher who signs nonsense gives an error, or packs whose bytes are those of the list.
    #[test]
    fn nonsense_that_is_well_signed_neither_panics_nor_brings_other_bytes(by in json(), n in 0..60usize, which in 0..4usize) {
        let mut publisher = publisher();
        let (path, keys) = [
            ("metadata/2.root.json", &[1, 2, 11, 12][..]),
            ("metadata/timestamp.json", &[7]),
            ("metadata/2.snapshot.json", &[6]),
            ("metadata/2.targets.json", &[4, 5]),
        ][which];
        let mut value: Value = serde_json::from_slice(&publisher.files[path]).unwrap();
        let mut n = n;
        replace(&mut value["signed"], &mut n, &by);
        value["signatures"] = Value::Array(Vec::new());
        let Some(mut draft) = Draft::read(value.to_string().as_bytes()) else { return Ok(()) };
        for seed in keys {
            draft.sign(&key(*seed));
        }
        publisher.files.insert(path.to_owned(), draft.to_bytes());
        if which >= 2 {
            publisher.publish_snapshot_of(which);
        }
        let options = Options { now: NOW, ..Options::default() };
        if let Ok(trusted) = client::verify(&publisher.files["metadata/1.root.json"].clone(), &publisher.files, options) {
            for pack in trusted.packs {
                prop_assert_eq!(&pack.bytes, &publisher.packs[&pack.name].0);
            }
        }
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), which in 0..5usize) {
        let mut publisher = publisher();
        let packs = publisher.path_of("cn.zzb");
        let paths = ["metadata/1.root.json", "metadata/timestamp.json", "metadata/2.snapshot.json", "metadata/2.targets.json", &packs];
        publisher.files.insert(paths[which].to_owned(), bytes);
        let options = Options { now: NOW, ..Options::default() };
        let root = publisher.files["metadata/1.root.json"].clone();
        prop_assert!(client::verify(&root, &publisher.files, options).is_err());
    }
}
