//! The formatter: one way to lay out a file, and its keywords in either language.
//!
//! It works on what pest read and not on the tree, because the tree does not keep the order of clauses. Strings, names and
//! comments are copied; keywords, citations and signs are written anew.

mod layout;
mod tokens;

use super::grammar::Grammar;
use super::parse::{self, Limits};
use super::tree::Comment;
use super::{Language, items};
use crate::diagnostic::{Diagnostic, Level};
use layout::Layout;
use pest::Parser;
use tokens::{Node, Note, each, loosen, nodes};

/// Formats a file. With a language, its keywords are written in that one; a file that mixes them is made one way. The
/// diagnostics are those for which a file cannot be formatted.
pub fn format(text: &str, keywords: Option<Language>) -> Result<String, Vec<Diagnostic>> {
    let limits = Limits::default();
    let (file, mut diagnostics) = parse::parse_with(0, text, &limits);
    // Mixed keywords are what the formatter mends.
    diagnostics.retain(|d| d.level == Level::Error && d.code != "E0110");
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let split = items::split(0, text, &limits);
    let language = keywords.unwrap_or_else(|| parse::language(text, &split.items));
    let mut parsed: Vec<Vec<Node>> = Vec::new();
    for raw in &split.items {
        let mended = raw.mended(text);
        let pair = raw.word.and_then(|word| Grammar::parse(word.grammar()?, &mended).ok()?.next());
        parsed.extend(pair.map(|pair| nodes(pair, raw.start)));
    }
    let rest = attach(text, &mut parsed, &file.comments);
    let mut layout = Layout::new(language);
    for item in &mut parsed {
        loosen(item);
        layout.item(item);
    }
    Ok(layout.finish(&rest))
}

/// What the source has around one token.
#[derive(Default)]
struct Around {
    newline: bool,
    blank: bool,
    lead: Vec<Note>,
    trail: Option<String>,
}

/// Gives every comment to a token: one on its own line to the token after it, another to the token before it. Returns those
/// after the last token.
fn attach(text: &str, items: &mut [Vec<Node>], comments: &[Comment]) -> Vec<Note> {
    let mut places = Vec::new();
    for item in items.iter_mut() {
        each(item, &mut |token| places.push((token.start, token.end)));
    }
    let mut around: Vec<Around> = Vec::new();
    let mut comments = comments.iter().peekable();
    let mut waiting: Vec<Note> = Vec::new();
    let mut at = 0usize;
    // Line breaks since whatever stood before.
    let breaks = |from: usize, to: usize| text.get(from..to).map_or(0, |t| t.matches('\n').count());
    let mut take = |until: usize, at: &mut usize, around: &mut Vec<Around>, waiting: &mut Vec<Note>| {
        while let Some(comment) = comments.next_if(|c| (c.span.start as usize) < until) {
            let start = comment.span.start as usize;
            let blank = breaks(*at, start) > 1;
            *at = (*at).max(comment.span.end as usize);
            match around.last_mut() {
                Some(last) if !comment.own_line && waiting.is_empty() && last.trail.is_none() => {
                    last.trail = Some(comment.text.clone());
                }
                _ => waiting.push(Note { text: comment.text.clone(), blank }),
            }
        }
    };
    for (start, end) in places {
        take(start, &mut at, &mut around, &mut waiting);
        let n = breaks(at, start);
        around.push(Around {
            newline: n > 0 || !waiting.is_empty(),
            blank: n > 1,
            lead: std::mem::take(&mut waiting),
            trail: None,
        });
        at = at.max(end);
    }
    take(usize::MAX, &mut at, &mut around, &mut waiting);
    let mut around = around.into_iter();
    for item in items.iter_mut() {
        each(item, &mut |token| {
            let found = around.next().unwrap_or_default();
            (token.newline, token.blank) = (found.newline, found.blank);
            (token.lead, token.trail) = (found.lead, found.trail);
        });
    }
    waiting
}
