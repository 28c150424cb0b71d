//! The text benchmark for hosts that have a clock: each call does the whole work once; `npm/bench/text.mjs` times it.

#[path = "../../text/corpus.rs"]
mod corpus;

use daachorse::{CharwiseDoubleArrayAhoCorasick, DoubleArrayAhoCorasick};
use std::cell::RefCell;
use zhunze::text::{PatternSet, ScanLimits, Scratch, TextEngine, TextSource};

struct Bench {
    text: String,
    engine: TextEngine,
    wanted: PatternSet,
    scratch: Scratch,
    charwise: CharwiseDoubleArrayAhoCorasick<u32>,
    bytewise: DoubleArrayAhoCorasick<u32>,
}

thread_local! {
    static BENCH: RefCell<Option<Bench>> = const { RefCell::new(None) };
}

fn count(work: impl FnOnce(&mut Bench) -> usize) -> u32 {
    BENCH.with_borrow_mut(|bench| bench.as_mut().map_or(0, |b| u32::try_from(work(b)).unwrap_or(u32::MAX)))
}

/// Makes text and engines; returns the number of bytes.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(bytes: usize) -> u32 {
    let tables = corpus::tables();
    let text = corpus::text(&tables, bytes);
    let source = TextSource { words: &tables.words, patterns: &tables.patterns, contexts: &[], folds: &tables.folds };
    let needles: Vec<&str> = tables.words.iter().map(|w| w.text.as_str()).collect();
    let made = (
        TextEngine::build(&source),
        CharwiseDoubleArrayAhoCorasick::new(&needles),
        DoubleArrayAhoCorasick::new(&needles),
    );
    let (Ok(engine), Ok(charwise), Ok(bytewise)) = made else { return 0 };
    let wanted = (0..u32::try_from(tables.patterns.len()).unwrap_or(0)).collect();
    let bench = Bench { text, engine, wanted, scratch: Scratch::default(), charwise, bytewise };
    BENCH.with_borrow_mut(|b| *b = Some(bench));
    count(|b| b.text.len())
}

/// The full scan: fold, automaton, claims, spans. Returns the number of matches.
#[unsafe(no_mangle)]
pub extern "C" fn scan() -> u32 {
    count(|b| {
        let limits = ScanLimits { matches: usize::MAX, work: u64::MAX };
        let mut found = 0usize;
        b.engine.visit(&b.text, &b.wanted, &limits, &mut b.scratch, |_| found += 1);
        found
    })
}

/// The charwise automaton alone. Returns the number of hits.
#[unsafe(no_mangle)]
pub extern "C" fn daachorse_charwise() -> u32 {
    count(|b| b.charwise.find_overlapping_iter(&b.text).count())
}

/// The bytewise automaton alone. Returns the number of hits.
#[unsafe(no_mangle)]
pub extern "C" fn daachorse_bytewise() -> u32 {
    count(|b| b.bytewise.find_overlapping_iter(&b.text).count())
}
