//! Diagnostics as text for people and as JSON for programs.

use super::{Diagnostic, Level, Message, Sources};
use crate::syntax::Language;
use crate::syntax::tree::Span;
use annotate_snippets::{AnnotationKind, Group, Level as Degree, Renderer, Snippet};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// Text for a terminal or a log: the line with the place marked, the cause, and what to do.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], sources: &Sources, language: Language, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&renderer.render(&[group(diagnostic, sources, language)]));
        out.push_str("\n\n");
    }
    out
}

/// The message in the language asked for, or in the other where that one is missing.
fn pick(message: &Message, language: Language) -> &str {
    let (first, second) = match language {
        Language::Zh => (&message.zh, &message.en),
        Language::En => (&message.en, &message.zh),
    };
    if first.is_empty() { second } else { first }
}

fn group<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources, language: Language) -> Group<'a> {
    let zh = language == Language::Zh;
    let degree = match diagnostic.level {
        Level::Error => Degree::ERROR.with_name(zh.then_some("错误").or(Some("error"))),
        Level::Warning => Degree::WARNING.with_name(zh.then_some("警告").or(Some("warning"))),
    };
    let help = Degree::HELP.with_name(zh.then_some("改法").or(Some("help")));
    let mut group = Group::with_title(degree.primary_title(pick(&diagnostic.message, language)).id(diagnostic.code));
    // One snippet a file: that of the place itself first.
    let mut files: Vec<u32> = vec![diagnostic.span.file];
    files.extend(diagnostic.labels.iter().map(|l| l.span.file));
    let mut seen = Vec::new();
    for file in files {
        if seen.contains(&file) {
            continue;
        }
        seen.push(file);
        let Some((name, text)) = sources.get(file) else { continue };
        let main = (diagnostic.span.file == file).then_some((diagnostic.span, None));
        let labels = diagnostic.labels.iter().filter(|l| l.span.file == file).map(|l| (l.span, Some(&l.message)));
        let places: Vec<(Range<usize>, Option<&Message>)> =
            main.into_iter().chain(labels).map(|(span, m)| (inside(text, span), m)).collect();
        let window = window(text, places.iter().map(|(range, _)| range));
        let line = line_of(text, window.start);
        let source = text.get(window.clone()).unwrap_or("");
        let snippet = Snippet::source(source).path(name).line_start(line).fold(true).annotations(
            places.into_iter().map(|(range, message)| {
                let range = range.start.saturating_sub(window.start)..range.end.saturating_sub(window.start);
                match message {
                    None => AnnotationKind::Primary.span(range),
                    Some(message) => AnnotationKind::Context.span(range).label(pick(message, language)),
                }
            }),
        );
        group = group.element(snippet);
    }
    let text = pick(&diagnostic.help, language);
    if text.is_empty() { group } else { group.element(help.message(text)) }
}

/// A span as a range that the text certainly has.
fn inside(text: &str, span: Span) -> Range<usize> {
    let mut start = (span.start as usize).min(text.len());
    while !text.is_char_boundary(start) {
        start = start.saturating_sub(1);
    }
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end = end.saturating_add(1);
    }
    start..end
}

/// The lines that hold all the places, so that no renderer walks a whole file for one line of it.
fn window<'r>(text: &str, places: impl Iterator<Item = &'r Range<usize>>) -> Range<usize> {
    let (mut start, mut end) = (text.len(), 0);
    for place in places {
        start = start.min(place.start);
        end = end.max(place.end);
    }
    let start = text.get(..start).and_then(|t| t.rfind('\n')).map_or(0, |i| i.saturating_add(1));
    let end = text.get(end..).and_then(|t| t.find('\n')).map_or(text.len(), |i| end.saturating_add(i));
    start..end.max(start)
}

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or("").matches('\n').count().saturating_add(1)
}

/// A diagnostic in JSON. Lines and columns count from 1, columns in characters.
#[derive(Serialize)]
struct Json<'d> {
    code: &'d str,
    level: Level,
    message: &'d Message,
    help: &'d Message,
    #[serde(flatten)]
    place: Place<'d>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<JsonLabel<'d>>,
}

#[derive(Serialize)]
struct JsonLabel<'d> {
    message: &'d Message,
    #[serde(flatten)]
    place: Place<'d>,
}

#[derive(Serialize)]
struct Place<'d> {
    file: &'d str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    utf8: [u32; 2],
}

/// A JSON array of diagnostics, one object each.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let mut lines = Lines { sources, starts: BTreeMap::new() };
    let all: Vec<Json<'_>> = diagnostics
        .iter()
        .map(|d| Json {
            code: d.code,
            level: d.level,
            message: &d.message,
            help: &d.help,
            place: lines.place(d.span),
            labels: d.labels.iter().map(|l| JsonLabel { message: &l.message, place: lines.place(l.span) }).collect(),
        })
        .collect();
    serde_json::to_string_pretty(&all).unwrap_or_default()
}

/// Where the lines of each file begin.
struct Lines<'s> {
    sources: &'s Sources,
    starts: BTreeMap<u32, Vec<usize>>,
}

impl<'s> Lines<'s> {
    fn place(&mut self, span: Span) -> Place<'s> {
        let (file, text) = self.sources.get(span.file).unwrap_or(("", ""));
        let starts = self.starts.entry(span.file).or_insert_with(|| {
            std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i.saturating_add(1))).collect()
        });
        let range = inside(text, span);
        let position = |at: usize| {
            let line = starts.partition_point(|start| *start <= at);
            let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
            let column = text.get(start..at).unwrap_or("").chars().count().saturating_add(1);
            (line.max(1), column)
        };
        let ((line, column), (end_line, end_column)) = (position(range.start), position(range.end));
        Place { file, line, column, end_line, end_column, utf8: [span.start, span.end] }
    }
}
