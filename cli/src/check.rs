//! `zhunze check`.

use crate::args::{CheckArgs, Lang, PackArgs, ReplayArgs, ReportFormat, TextOrJson};
use crate::{BAD, BLOCKED, Fallible, OK, out, packs, trust};
use std::io::Read;
use std::path::Path;
use zhunze::diagnostic::Message;
use zhunze::engine::{Decision, Engine};
use zhunze::input::{self, Format};
use zhunze::receipt::{Receipt, Verdict};
use zhunze::report::{self, Report};
use zhunze::syntax::Language;

/// Largest input file, in bytes.
const MAX_INPUT: u64 = 32 << 20;

pub fn run(args: &CheckArgs) -> Fallible<u8> {
    if args.receipt.is_some() && args.input.len() > 1 {
        return Err("一份回执只证明一个输入，请分开检查 / a receipt is of one input; check them one by one".to_owned());
    }
    let engine = packs::engine(&args.judging.packs)?;
    let mut worst = OK;
    let language = if args.lang == Lang::En { Language::En } else { Language::Zh };
    let several = args.input.len() > 1;
    for path in &args.input {
        match one(&engine, args, path) {
            Ok(report) => {
                if report.decision == Decision::Block {
                    worst = worst.max(BLOCKED);
                }
                match args.format {
                    ReportFormat::Json => out::line(&report::json::line(&report)),
                    ReportFormat::Text => {
                        if several {
                            out::line(&format!("── {}", path.display()));
                        }
                        out::text(&report::text::render(&report, language));
                    }
                    ReportFormat::Rectification => out::text(&report::rectification::render(&report, language)),
                    ReportFormat::Sarif => out::line(&report::sarif::render(&report, &path.to_string_lossy())),
                }
            }
            Err(message) => {
                eprintln!("{}: {message}", path.display());
                worst = BAD;
            }
        }
    }
    Ok(worst)
}

pub fn replay(args: &ReplayArgs) -> Fallible<u8> {
    let said = |path: &Path, e: Message| format!("{}: {} / {}", path.display(), e.zh, e.en);
    let engine = packs::engine(&PackArgs { allow_expired: args.allow_expired, ..args.packs.clone() })?;
    let bytes = read(&args.receipt).map_err(|e| format!("{}: {e}", args.receipt.display()))?;
    let text = input::decode(&bytes).map_err(|e| said(&args.receipt, e.message))?;
    let receipt = Receipt::read(text).map_err(|e| said(&args.receipt, e))?;
    let input = read(&args.input).map_err(|e| format!("{}: {e}", args.input.display()))?;
    let signers: Vec<String> = args.key.iter().map(|path| Ok(trust::public(path)?.id())).collect::<Fallible<_>>()?;
    let replay = receipt.replay(&engine, &input, &signers).map_err(|e| said(&args.input, e))?;
    match args.format {
        TextOrJson::Text => out::text(&replay.text()),
        TextOrJson::Json => out::line(&replay.json()),
    }
    Ok(if replay.verdict == Verdict::Proved { OK } else { BLOCKED })
}

fn one(engine: &Engine, args: &CheckArgs, path: &Path) -> Fallible<Report> {
    let bytes = read(path)?;
    let text = input::decode(&bytes).map_err(|e| format!("{} / {}", e.message.zh, e.message.en))?;
    let name = path.to_string_lossy();
    let format =
        if name == "-" { Format::sniff(text) } else { Format::of(&name).unwrap_or_else(|| Format::sniff(text)) };
    let subject = input::subject(format, text).map_err(|e| format!("{} / {}", e.message.zh, e.message.en))?;
    let options = args.judging.options(!format.has_facts(), args.detail)?;
    let report = engine.check(&subject, &options).map_err(|e| format!("{} / {}", e.message().zh, e.message().en))?;
    if let Some(file) = &args.receipt {
        let keys = trust::private(&args.key)?;
        let mut receipt = Receipt::new(engine, &bytes, format, &options).map_err(|e| format!("{} / {}", e.zh, e.en))?;
        keys.iter().for_each(|key| receipt.sign(key));
        std::fs::write(file, receipt.json()).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    Ok(report)
}

fn read(path: &Path) -> Fallible<Vec<u8>> {
    let too_large =
        || format!("超过 {} MiB，请分成几份 / larger than {} MiB; split it", MAX_INPUT >> 20, MAX_INPUT >> 20);
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(MAX_INPUT + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|f| f.take(MAX_INPUT + 1).read_to_end(&mut bytes))
    };
    let len = read.map_err(|e| format!("无法读取 cannot read: {e}"))?;
    if len as u64 > MAX_INPUT { Err(too_large()) } else { Ok(bytes) }
}
