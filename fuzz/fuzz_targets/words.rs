//! Any words, any text, any tables: the engine finds every word where its definition says, and nowhere else.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zhunze::pack::model::Word;
use zhunze::text::naive::{TEXT, WORD, both, tables};

/// Bytes as characters of an alphabet: among all of Unicode the ones that matter would hardly ever come up.
fn spelt(bytes: &[u8], alphabet: &[char], most: usize) -> String {
    bytes.iter().take(most).filter_map(|b| alphabet.get(usize::from(*b) % alphabet.len())).collect()
}

fuzz_target!(|input: (u16, Vec<(&[u8], bool)>, &[u8])| {
    let (choice, words, text) = input;
    let words = words.into_iter().take(6).filter(|(word, _)| !word.is_empty()).map(|(word, exact)| {
        let text = spelt(word, WORD, 5);
        let borders = text.starts_with('\u{200b}') || text.ends_with('\u{200b}');
        Word { exact: exact && !borders, text }
    });
    let words: Vec<Word> = words.collect();
    let [found, expected] = both(&words, &spelt(text, TEXT, 20), &tables(choice % 8192));
    assert_eq!(found, expected, "{words:?} {:?} {choice}", spelt(text, TEXT, 20));
});
