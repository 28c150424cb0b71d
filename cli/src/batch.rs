//! `zhunze batch`: a subject a line in, a report a line out, in order, on all cores.

use crate::args::BatchArgs;
use crate::lines::{Lines, progress};
use crate::{BAD, BLOCKED, Fallible, OK, packs};
use rayon::prelude::*;
use std::fs::File;
use std::io::{BufWriter, Write};
use zhunze::host::{Host, Outcome};

pub fn run(args: &BatchArgs) -> Fallible<u8> {
    let host = Host::new(packs::engine(&args.judging.packs)?);
    let options = args.judging.options(false, args.detail)?;
    let mut input = Lines::open(&args.input)?;
    let mut output: Box<dyn Write> = match &args.output {
        Some(path) => {
            let file = File::create(path).map_err(|e| format!("{}: {e}", path.display()))?;
            Box::new(BufWriter::new(file))
        }
        None => Box::new(BufWriter::new(std::io::stdout().lock())),
    };
    let progress = progress(input.size, args.output.is_some());
    let (mut worst, mut subjects, mut bad) = (OK, 0usize, 0usize);
    while let Some(chunk) = input.chunk()? {
        let outcomes: Vec<Outcome> = chunk.lines.par_iter().map(|(_, line)| host.check_with(line, &options)).collect();
        for ((line, _), outcome) in chunk.lines.iter().zip(outcomes) {
            subjects += 1;
            let exit = u8::try_from(outcome.exit).unwrap_or(BAD);
            worst = worst.max(exit);
            let record = if exit == BAD {
                bad += 1;
                outcome.with_line(*line)
            } else {
                outcome.json
            };
            writeln!(output, "{record}").map_err(|e| format!("无法写出 cannot write: {e}"))?;
        }
        progress.inc(chunk.bytes as u64);
    }
    output.flush().map_err(|e| format!("无法写出 cannot write: {e}"))?;
    progress.finish_and_clear();
    if bad > 0 {
        eprintln!(
            "{subjects} 行中有 {bad} 行无法检查，已写为错误记录 / {bad} of {subjects} lines could not be checked and became error records"
        );
    }
    debug_assert!([OK, BLOCKED, BAD].contains(&worst));
    Ok(worst)
}
