//! `zhunze diff`: what new packs change, and over a corpus whose decisions, on all cores.

use crate::args::{DetailArg, DiffArgs, DiffFormat};
use crate::lines::{Lines, progress};
use crate::{BLOCKED, Fallible, OK, out, packs};
use rayon::prelude::*;
use zhunze::diff::{self, Comparison, Impact, Judged, Over};

pub fn run(args: &DiffArgs) -> Fallible<u8> {
    let (old, new) = (packs::side(&args.old, &args.judging.packs)?, packs::side(&args.new, &args.judging.packs)?);
    let comparison = Comparison::new(&old, &new);
    let over = match &args.over {
        None => None,
        Some(path) => {
            let impact = Impact::new(&comparison, args.judging.options(false, DetailArg::Decision)?);
            let mut input = Lines::open(path)?;
            let progress = progress(input.size, false);
            let mut over = Over::new(args.examples);
            while let Some(chunk) = input.chunk()? {
                let judged: Vec<Judged> = chunk.lines.par_iter().map(|(_, line)| impact.subject(line)).collect();
                for ((number, line), judged) in chunk.lines.iter().zip(judged) {
                    over.add(*number, line, judged);
                }
                progress.inc(chunk.bytes as u64);
            }
            progress.finish_and_clear();
            Some(over.finish())
        }
    };
    let turned = over.as_ref().is_some_and(|o| o.decisions > 0);
    let diff = comparison.with(over);
    match args.format {
        DiffFormat::Text => out::text(&diff::text::render(&diff)),
        DiffFormat::Json => out::line(&diff.json()),
        DiffFormat::Html => out::text(&diff::html::render(&diff)),
    }
    Ok(if turned { BLOCKED } else { OK })
}
