//! `zhunze explain`, `zhunze coverage` and `zhunze schema`.

use crate::args::{CoverageFormat, ExplainArgs, PackArgs, SchemaFormat, TextOrJson};
use crate::{BLOCKED, Fallible, OK, out, packs};
use zhunze::coverage::{Coverage, html, markdown};
use zhunze::explain::{Explainer, RulePage, render};
use zhunze::pack::link::link;
use zhunze::schema;

pub fn run(args: &ExplainArgs) -> Fallible<u8> {
    let packs = packs::load(&args.packs, true)?;
    let linked = link(packs.clone()).map_err(|e| format!("{} / {}", e.message().zh, e.message().en))?;
    let explainer = Explainer::new(&linked, &packs);
    let pages: Vec<RulePage> = match &args.rule {
        Some(name) if !args.all => {
            let named = explainer.named(name);
            let page = explainer.find(name).ok_or_else(|| {
                if named.len() > 1 {
                    return format!(
                        "有几条规则叫“{name}”，请写全标识 / several rules are called `{name}`; write the id: {}",
                        named.join(" ")
                    );
                }
                let hint =
                    explainer.suggestion(name).map_or_else(String::new, |s| format!("；是否想写 did you mean `{s}`?"));
                format!("没有规则“{name}” / there is no rule `{name}`{hint}")
            })?;
            vec![page]
        }
        _ => explainer.all(),
    };
    match args.format {
        TextOrJson::Json if args.all => out::line(&json(&pages)?),
        TextOrJson::Json => out::line(&json(&pages.first())?),
        TextOrJson::Text => {
            let texts: Vec<String> = pages.iter().map(render).collect();
            out::text(&texts.join("\n────\n"));
        }
    }
    Ok(OK)
}

fn json<T: serde::Serialize>(value: &T) -> Fallible<String> {
    serde_json::to_string_pretty(value).map_err(|e| e.to_string())
}

pub fn coverage(named: &PackArgs, format: CoverageFormat) -> Fallible<u8> {
    let packs = packs::load(named, true)?;
    let linked = link(packs.clone()).map_err(|e| format!("{} / {}", e.message().zh, e.message().en))?;
    let coverage = Coverage::new(&linked, &packs);
    match format {
        CoverageFormat::Text => out::text(&markdown::render(&coverage)),
        CoverageFormat::Json => out::line(&json(&coverage)?),
        CoverageFormat::Html => out::text(&html::render(&coverage)),
    }
    if coverage.complete() {
        return Ok(OK);
    }
    eprintln!("{} 处未交代 / {} parts are neither encoded nor explained", coverage.total.open, coverage.total.open);
    Ok(BLOCKED)
}

pub fn schema(format: SchemaFormat, named: &PackArgs) -> Fallible<u8> {
    let packs = packs::load(named, true)?;
    let linked = link(packs).map_err(|e| format!("{} / {}", e.message().zh, e.message().en))?;
    match format {
        SchemaFormat::Json => out::line(&json(&schema::json_schema(&linked))?),
        SchemaFormat::Ts => out::text(&schema::typescript(&linked)),
    }
    Ok(OK)
}
