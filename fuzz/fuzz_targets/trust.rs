//! Any metadata from the wire: refused or asked on, never taken for what the root has signed, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zhunze::trust::client::{Client, Files, Options};

fuzz_target!(|input: (&[u8], Vec<(&str, &[u8])>, Vec<Option<&[u8]>>)| {
    let (root, kept, answers) = input;
    let kept: Files = kept.into_iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
    let Ok(mut client) = Client::new(root, kept, Options { now: 1_795_000_000, ..Options::default() }) else { return };
    for bytes in answers {
        if client.want().is_none() || client.take(bytes).is_err() {
            break;
        }
    }
    let _ = client.changes();
    let _ = client.trusted();
    let _ = client.commit();
});
