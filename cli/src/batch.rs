//! `zhunze batch`: a subject a line in, a report a line out, in order, on all cores.

use crate::args::BatchArgs;
use crate::{BAD, BLOCKED, Fallible, OK, packs};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::Path;
use zhunze::host::{Host, Outcome};

/// Lines that are read, judged and written together.
const CHUNK: usize = 4096;
/// Longest line, in bytes.
const MAX_LINE: usize = 32 << 20;

pub fn run(args: &BatchArgs) -> Fallible<u8> {
    let host = Host::new(packs::engine(&args.judging.pack)?);
    let options = args.judging.options(false)?;
    let io = |what: &Path, e: std::io::Error| format!("{}: {e}", what.display());
    let standard = args.input == Path::new("-");
    let (input, size): (Box<dyn Read>, Option<u64>) = if standard {
        (Box::new(std::io::stdin().lock()), None)
    } else {
        let file = File::open(&args.input).map_err(|e| io(&args.input, e))?;
        let size = file.metadata().ok().map(|m| m.len());
        (Box::new(file), size)
    };
    let mut output: Box<dyn Write> = match &args.output {
        Some(path) => Box::new(BufWriter::new(File::create(path).map_err(|e| io(path, e))?)),
        None => Box::new(BufWriter::new(std::io::stdout().lock())),
    };
    let progress = progress(size, args.output.is_some());
    let mut reader = BufReader::with_capacity(1 << 20, input);
    let (mut number, mut worst) = (0usize, OK);
    let (mut subjects, mut bad) = (0usize, 0usize);
    loop {
        let mut lines: Vec<(usize, Vec<u8>)> = Vec::new();
        let mut read = 0usize;
        while lines.len() < CHUNK {
            let mut line = Vec::new();
            let n = reader
                .by_ref()
                .take(MAX_LINE as u64 + 1)
                .read_until(b'\n', &mut line)
                .map_err(|e| io(&args.input, e))?;
            if n == 0 {
                break;
            }
            read += n;
            number += 1;
            if n > MAX_LINE {
                return Err(format!("第 {number} 行超过 {} MiB / line {number} is larger than that", MAX_LINE >> 20));
            }
            if !line.iter().all(u8::is_ascii_whitespace) {
                lines.push((number, line));
            }
        }
        if read == 0 {
            break;
        }
        let outcomes: Vec<Outcome> = lines.par_iter().map(|(_, line)| host.check_with(line, &options)).collect();
        for ((line, _), outcome) in lines.iter().zip(outcomes) {
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
        progress.inc(read as u64);
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

/// A bar on a terminal; nothing elsewhere, nor where reports already go to the terminal.
fn progress(size: Option<u64>, to_file: bool) -> ProgressBar {
    let seen = std::io::stderr().is_terminal() && (to_file || !std::io::stdout().is_terminal());
    let bar = ProgressBar::with_draw_target(
        size,
        if seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() },
    );
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar
}
