//! Random packs and subjects for the second opinion, small enough to read when they fail.

pub mod builder;
pub mod choices;
pub mod rules;
pub mod subjects;
pub mod vocabulary;
pub mod words;

use choices::Choices;
use zhunze::pack::Pack;

/// Days since 1970-01-01.
pub fn day(date: &str) -> i32 {
    let date: chrono::NaiveDate = date.parse().unwrap();
    (date - chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap()).num_days() as i32
}

/// Random packs that use each other: facts, words, law.
pub fn packs(c: &mut Choices) -> Vec<Pack> {
    let words = words::words(c);
    let law = rules::rules(c, &words);
    vec![vocabulary::facts(), words.pack, law]
}
