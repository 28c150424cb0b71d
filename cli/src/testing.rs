//! `zhunze test` and `zhunze mutate`: what packs say about themselves, and how well that tests them.

use crate::args::{MutateArgs, PackArgs, TextOrJson, today};
use crate::lines::progress;
use crate::packs::{compile_dir, complete, engine_of};
use crate::{BAD, BLOCKED, Fallible, OK, out, show};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::Path;
use zhunze::compile::{Outcome, trials};
use zhunze::pack::model::Day;
use zhunze::pack::{Pack, PackError};
use zhunze::syntax::tree::Span;
use zhunze::testing::coverage::{Reached, TestCoverage, measure};
use zhunze::testing::mutate::{Plan, Tried};

fn said(e: PackError) -> String {
    format!("{} / {}", e.message().zh, e.message().en)
}

/// `file:line: `, for people to find the place.
fn place(outcome: &Outcome, span: Option<Span>) -> String {
    let found = span.and_then(|span| Some((span, outcome.sources.get(span.file)?)));
    let Some((span, (name, text))) = found else { return String::new() };
    let before = text.get(..span.start as usize).unwrap_or("");
    format!("{name}:{}: ", before.matches('\n').count().saturating_add(1))
}

pub fn test(dir: &Path, named: &PackArgs, as_of: Option<Day>, coverage: bool, format: TextOrJson) -> Fallible<u8> {
    let as_of = as_of.unwrap_or_else(today);
    let (mut outcome, given) = compile_dir(dir, named)?;
    if outcome.failed() {
        eprint!("{}", show::diagnostics(&outcome));
        return Ok(BAD);
    }
    let engine = engine_of(&outcome, given.clone())?;
    let conflicts = trials::prescribed_conflicts(&engine, &outcome.packs, as_of);
    outcome.diagnostics.extend(conflicts);
    eprint!("{}", show::diagnostics(&outcome));
    let (mut passed, mut failures) = (0usize, Vec::<Value>::new());
    for pack in &outcome.packs {
        let mut trials = trials::examples(&engine, pack, as_of);
        trials.extend(trials::scenarios(&engine, pack, as_of));
        for trial in trials {
            let Some(why) = trial.failure else {
                passed += 1;
                continue;
            };
            let place = place(&outcome, trial.span);
            if format == TextOrJson::Text {
                out::line(&format!("FAIL {place}{} / {}\n     {}", why.zh, why.en, trial.subject));
            }
            failures.push(json!({"place": place, "message": why, "subject": trial.subject}));
        }
    }
    let failed = failures.len() + outcome.diagnostics.len();
    let reached =
        if coverage { Some(measure(&all(&outcome, given), &outcome.packs, as_of).map_err(said)?) } else { None };
    match format {
        TextOrJson::Json => {
            out::line(
                &json!({"passed": passed, "failed": failed, "failures": failures, "coverage": reached}).to_string(),
            );
        }
        TextOrJson::Text => {
            if let Some(reached) = &reached {
                told(&outcome, reached);
            }
            out::line(&format!("{passed} passed, {failed} failed"));
        }
    }
    Ok(if failed > 0 { BLOCKED } else { OK })
}

/// Compiled packs with what they use.
fn all(outcome: &Outcome, given: Vec<Pack>) -> Vec<Pack> {
    let mut packs: Vec<Pack> = outcome.packs.iter().map(|p| p.pack.clone()).collect();
    complete(&mut packs, given);
    packs
}

fn told(outcome: &Outcome, coverage: &TestCoverage) {
    for gap in &coverage.gaps {
        let why = gap.message();
        out::line(&format!("GAP  {}{}  {} / {}", place(outcome, gap.span), gap.rule, why.zh, why.en));
    }
    let line = |name: &str, r: Reached| out::line(&format!("{:>5} / {:<5} {name}", r.reached, r.all));
    line("规则 rules", coverage.rules);
    line("条件的分支 branches of conditions", coverage.conditions);
    line("例外 exceptions", coverage.exceptions);
    line("排除的语境 contexts", coverage.contexts);
    line("句式的分支 branches of patterns", coverage.branches);
}

pub fn mutate(args: &MutateArgs) -> Fallible<u8> {
    let as_of = args.as_of.unwrap_or_else(today);
    let (outcome, given) = compile_dir(&args.dir, &args.packs)?;
    if outcome.failed() {
        eprint!("{}", show::diagnostics(&outcome));
        return Ok(BAD);
    }
    let plan = Plan::new(all(&outcome, given), &outcome.packs, &args.rule, as_of).map_err(said)?;
    if plan.rules() == 0 {
        let dir = args.dir.display();
        return Err(format!("{dir}: 没有这样的规则 {} / no such rule", args.rule.join("、")));
    }
    let bar = progress(Some(plan.groups() as u64), false);
    let tried: Vec<Vec<Tried>> = (0..plan.groups())
        .into_par_iter()
        .map(|group| plan.run(group).inspect(|_| bar.inc(1)))
        .collect::<Result<_, _>>()
        .map_err(said)?;
    bar.finish_and_clear();
    let mutation = plan.gather(tried.into_iter().flatten());
    match args.format {
        TextOrJson::Json => out::line(&mutation.json()),
        TextOrJson::Text => {
            for mutant in &mutation.unnoticed {
                let why = mutant.message();
                let rules = mutant.rules.join("、");
                out::line(&format!("UNNOTICED {}{rules}  {} / {}", place(&outcome, mutant.span), why.zh, why.en));
            }
            let left = mutation.unnoticed.len();
            out::line(&format!(
                "{} 个改动，{} 个有测试发现，{left} 个没有 / {} changes, {} noticed, {left} not",
                mutation.mutants, mutation.noticed, mutation.mutants, mutation.noticed
            ));
        }
    }
    Ok(if mutation.unnoticed.is_empty() { OK } else { BLOCKED })
}
