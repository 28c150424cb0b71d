//! Reads NDJSON by chunks of lines, so that many are judged at a time and none has to be held longer.

use crate::Fallible;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// Lines that are read and judged together.
const CHUNK: usize = 4096;
/// Longest line, in bytes.
const MAX_LINE: usize = 32 << 20;

/// A file of lines, or standard input.
pub struct Lines {
    path: PathBuf,
    reader: BufReader<Box<dyn Read>>,
    /// Its size in bytes, where it is a file.
    pub size: Option<u64>,
    number: usize,
}

/// Lines with their numbers, from 1, and how many bytes they were read from. Empty lines are left out.
pub struct Chunk {
    pub lines: Vec<(usize, Vec<u8>)>,
    pub bytes: usize,
}

impl Lines {
    /// Opens a file; `-` is standard input.
    pub fn open(path: &Path) -> Fallible<Self> {
        let (input, size): (Box<dyn Read>, Option<u64>) = if path == Path::new("-") {
            (Box::new(std::io::stdin().lock()), None)
        } else {
            let file = File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
            let size = file.metadata().ok().map(|m| m.len());
            (Box::new(file), size)
        };
        Ok(Self { path: path.to_owned(), reader: BufReader::with_capacity(1 << 20, input), size, number: 0 })
    }

    /// The next lines; `None` at the end.
    pub fn chunk(&mut self) -> Fallible<Option<Chunk>> {
        let mut chunk = Chunk { lines: Vec::new(), bytes: 0 };
        while chunk.lines.len() < CHUNK {
            let mut line = Vec::new();
            let read = self.reader.by_ref().take(MAX_LINE as u64 + 1).read_until(b'\n', &mut line);
            let n = read.map_err(|e| format!("{}: {e}", self.path.display()))?;
            if n == 0 {
                break;
            }
            chunk.bytes += n;
            self.number += 1;
            if n > MAX_LINE {
                let number = self.number;
                return Err(format!("第 {number} 行超过 {} MiB / line {number} is larger than that", MAX_LINE >> 20));
            }
            if !line.iter().all(u8::is_ascii_whitespace) {
                chunk.lines.push((self.number, line));
            }
        }
        Ok((chunk.bytes > 0).then_some(chunk))
    }
}

/// A bar on a terminal; nothing elsewhere, nor where results already go to the terminal.
pub fn progress(size: Option<u64>, to_file: bool) -> ProgressBar {
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
