//! The full scan — fold, automaton, claims, spans — against the automaton of `daachorse` alone, over the same text in the same run.

#[path = "text/corpus.rs"]
mod corpus;

use criterion::{Criterion, Throughput};
use daachorse::{CharwiseDoubleArrayAhoCorasick, DoubleArrayAhoCorasick};
use std::hint::black_box;
use std::time::{Duration, Instant};
use zhunze::text::{PatternSet, ScanLimits, Scratch, TextEngine, TextSource};

const BYTES: usize = 10_000_000;

fn main() {
    let tables = corpus::tables();
    let text = corpus::text(&tables, BYTES);
    let source = TextSource { words: &tables.words, patterns: &tables.patterns, contexts: &[], folds: &tables.folds };
    let engine = TextEngine::build(&source).expect("tables are sound");
    let wanted: PatternSet = (0..tables.patterns.len() as u32).collect();
    let limits = ScanLimits { matches: usize::MAX, work: u64::MAX };
    let mut scratch = Scratch::default();
    let needles: Vec<&str> = tables.words.iter().map(|w| w.text.as_str()).collect();
    let charwise = CharwiseDoubleArrayAhoCorasick::<u32>::new(&needles).expect("needles are sound");
    let bytewise = DoubleArrayAhoCorasick::<u32>::new(&needles).expect("needles are sound");

    let scan = |scratch: &mut Scratch, text: &str| {
        let mut found = 0usize;
        engine.visit(text, &wanted, &limits, scratch, |_| found += 1);
        found
    };
    let hits = charwise.find_overlapping_iter(&text).count();
    let matches = scan(&mut scratch, &text);
    println!(
        "{} words, {} patterns, {} MB in {} lines: a word hit every {} bytes, a match every {} bytes",
        needles.len(),
        tables.patterns.len(),
        text.len() / 1_000_000,
        text.lines().count(),
        text.len() / hits.max(1),
        text.len() / matches.max(1),
    );
    // Best of several rounds, each in turn, so that what else the machine does falls on all.
    let mut best = [Duration::MAX; 5];
    let mut own_scratch = Scratch::default();
    for _ in 0..7 {
        let runs: [&mut dyn FnMut() -> usize; 5] = [
            &mut || scan(&mut scratch, &text),
            &mut || text.lines().map(|line| scan(&mut own_scratch, line)).sum(),
            &mut || charwise.find_overlapping_iter(&text).count(),
            &mut || bytewise.find_overlapping_iter(&text).count(),
            &mut || charwise.find_iter(&text).count(),
        ];
        for (best, run) in best.iter_mut().zip(runs) {
            let start = Instant::now();
            black_box(run());
            *best = (*best).min(start.elapsed());
        }
    }
    let speed = best.map(|time| text.len() as f64 / 1e6 / time.as_secs_f64());
    let [own, by_line, charwise_speed, bytewise_speed, plain] = speed;
    println!("full scan          {own:8.0} MB/s");
    println!("full scan by line  {by_line:8.0} MB/s");
    println!("daachorse charwise {charwise_speed:8.0} MB/s overlapping, ratio {:.2}", own / charwise_speed);
    println!("daachorse bytewise {bytewise_speed:8.0} MB/s overlapping, ratio {:.2}", own / bytewise_speed);
    println!("daachorse charwise {plain:8.0} MB/s leftmost-first to end, ratio {:.2}", own / plain);

    let mut criterion =
        Criterion::default().measurement_time(Duration::from_secs(3)).sample_size(10).configure_from_args();
    let mut group = criterion.benchmark_group("text");
    let part: String = text.lines().take(10_000).flat_map(|line| [line, "\n"]).collect();
    group.throughput(Throughput::Bytes(part.len() as u64));
    group.bench_function("scan", |b| b.iter(|| scan(&mut scratch, black_box(&part))));
    group.bench_function("daachorse charwise", |b| b.iter(|| charwise.find_overlapping_iter(black_box(&part)).count()));
    group.bench_function("daachorse bytewise", |b| b.iter(|| bytewise.find_overlapping_iter(black_box(&part)).count()));
    group.finish();
    let mut group = criterion.benchmark_group("text load");
    group.bench_function("build", |b| b.iter(|| TextEngine::build(&source)));
    group.finish();
    criterion.final_summary();
}
