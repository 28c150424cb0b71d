//! Random fold tables, words, patterns, contexts and texts, over an alphabet small enough that they meet.

use super::builder::Builder;
use super::choices::Choices;
use zhunze::pack::Pack;
use zhunze::pack::decimal::Decimal;
use zhunze::pack::model::*;
use zhunze::syntax::tree::{CmpOp, FoldKind, Reach};

pub const TEXT: &str = "t.text";

const LETTERS: &[&str] = &["最", "好", "国", "家", "不", "a", "b", "治"];
/// What stands for a letter before folding, and what stands between letters.
const NOISE: &[&str] = &[
    "國", "Ａ", "A", "Ｂ", "𝐚", "㏂", "*", "·", "/", "\u{200b}", "好好", "壹天", "２", "3", "天", "日", "1", "3万天",
    "1,000", "1.5日", ".", "%", "ß", "e\u{301}",
];
const MARKS: &[&str] = &["，", "。", "？", "\n", "《", "》", "“", "”", "；", "…", "!", ",", " ", "："];

/// The pack of folds, patterns and contexts, with how many of each.
pub struct Words {
    pub pack: Pack,
    pub patterns: Vec<String>,
    /// Patterns with a number captured under the name `n`.
    pub capturing: Vec<String>,
    pub contexts: Vec<String>,
}

/// A text of up to `max` pieces.
pub fn text(c: &mut Choices, max: usize) -> String {
    c.many(0, max, |c| match c.below(10) {
        0..=5 => c.pick(LETTERS),
        6 | 7 => c.pick(NOISE),
        _ => c.pick(MARKS),
    })
    .concat()
}

fn table(kind: FoldKind, uncertain: bool, entries: &[(char, &str)]) -> FoldTable {
    let mut entries: Vec<(char, String)> = entries.iter().map(|(c, s)| (*c, (*s).to_owned())).collect();
    entries.sort();
    FoldTable { kind, uncertain, entries, spellings: Vec::new() }
}

fn respelt(kind: FoldKind, uncertain: bool, spellings: &[(&str, &str)]) -> FoldTable {
    let spellings = spellings.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
    FoldTable { kind, uncertain, entries: Vec::new(), spellings }
}

fn folds(c: &mut Choices) -> Vec<FoldTable> {
    let all = [
        table(FoldKind::Width, false, &[('Ａ', "A"), ('Ｂ', "B"), ('２', "2"), ('！', "!"), ('㏂', "am"), ('％', "%")]),
        table(FoldKind::Case, false, &[('A', "a"), ('B', "b"), ('ß', "ss")]),
        table(FoldKind::Style, false, &[('𝐚', "a")]),
        table(FoldKind::Traditional, false, &[('國', "国")]),
        table(FoldKind::ZeroWidth, false, &[('\u{200b}', ""), ('\u{301}', "")]),
        table(FoldKind::Separator, false, &[('*', ""), ('·', ""), (' ', ""), ('.', "")]),
        table(FoldKind::Separator, true, &[('/', "")]),
        table(FoldKind::Digit, false, &[('壹', "一")]),
        table(FoldKind::Repeat, false, &[]),
        table(FoldKind::Variant, true, &[('家', "加"), ('好', "号")]),
        respelt(FoldKind::Split, false, &[("a治", "最"), ("国b", "治")]),
        respelt(FoldKind::Pinyin, true, &[("ab", "好"), ("不1", "国家")]),
    ];
    // Most bundles have most folds.
    all.into_iter().filter(|_| !c.chance(15)).collect()
}

fn word(b: &mut Builder, c: &mut Choices) -> u32 {
    let mut text = c.many(1, 3, |c| if c.chance(20) { c.pick(NOISE) } else { c.pick(LETTERS) }).concat();
    // A word that folds away is no word.
    if text.chars().all(|x| "*·/. \u{200b}\u{301}".contains(x)) {
        text = "最".to_owned();
    }
    // An exact word's invisible ends are no part of a match, which the reference does not say.
    let ends_visibly = !text.ends_with(['\u{200b}', '\u{301}']) && !text.starts_with(['\u{200b}', '\u{301}']);
    b.word(&text, c.chance(15) && ends_visibly)
}

struct Nodes<'b, 'c, 'd> {
    b: &'b mut Builder,
    c: &'c mut Choices<'d>,
    nodes: Vec<PatNode>,
    earlier: Vec<String>,
    captures: bool,
}

impl Nodes<'_, '_, '_> {
    fn push(&mut self, node: PatNode) -> u32 {
        self.nodes.push(node);
        self.nodes.len() as u32 - 1
    }

    /// A part that every match needs a word of.
    fn anchor(&mut self, depth: usize) -> u32 {
        match self.c.below(if depth == 0 { 6 } else { 10 }) {
            0..=5 => {
                if !self.earlier.is_empty() && self.c.chance(20) {
                    let key = self.c.pick(&self.earlier);
                    let symbol = self.b.symbol(TEXT, SymbolKind::Pattern, &key);
                    self.push(PatNode::Pattern(symbol))
                } else {
                    let w = word(self.b, self.c);
                    self.push(PatNode::Word(w))
                }
            }
            6 | 7 => {
                let n = 2 + self.c.below(2);
                let parts = (0..n).map(|_| self.anchor(depth - 1)).collect();
                self.push(PatNode::Alt(parts))
            }
            _ => self.seq(depth - 1),
        }
    }

    fn seq(&mut self, depth: usize) -> u32 {
        let n = 1 + self.c.below(4);
        let at = self.c.below(n);
        let parts = (0..n).map(|i| if i == at { self.anchor(depth) } else { self.filler(depth) }).collect();
        self.push(PatNode::Seq(parts))
    }

    fn words(&mut self) -> Vec<u32> {
        let (b, c) = (&mut *self.b, &mut *self.c);
        c.many(1, 2, |c| word(b, c))
    }

    fn filler(&mut self, depth: usize) -> u32 {
        let node = match self.c.below(11) {
            0 => return self.anchor(depth),
            1 | 2 => {
                let min = self.c.below(2) as u16;
                let max = if self.c.chance(20) { None } else { Some(min + self.c.below(4) as u16) };
                let within = self.c.pick(&[Reach::Clause, Reach::Sentence]);
                PatNode::Gap { min, max, within }
            }
            3 => {
                let inner = self.anchor(depth);
                PatNode::Opt(inner)
            }
            4 | 5 => return self.number(),
            6 => {
                let class = match self.c.below(5) {
                    0 => Class::Han,
                    1 => Class::Latin,
                    2 => Class::Digit,
                    3 => Class::Any,
                    _ => Class::Set("最a好".to_owned()),
                };
                let min = self.c.below(2) as u16;
                PatNode::Class { class, min, max: (min + self.c.below(3) as u16).max(1) }
            }
            7 => PatNode::ClauseStart,
            8 => PatNode::ClauseEnd,
            9 => PatNode::NotBefore(self.words()),
            _ => PatNode::NotAfter(self.words()),
        };
        self.push(node)
    }

    fn number(&mut self) -> u32 {
        let units: &[&str] = if self.c.chance(70) { &["天", "日"] } else { &["万天"] };
        let units = if self.c.chance(15) { Vec::new() } else { units.iter().map(|u| self.b.word(u, false)).collect() };
        let capture = if self.c.chance(50) {
            self.captures = true;
            Some(self.b.name("n"))
        } else {
            None
        };
        let ops = [CmpOp::Lt, CmpOp::Le, CmpOp::Gt, CmpOp::Ge, CmpOp::Eq, CmpOp::Ne];
        let cmp = if self.c.chance(30) {
            Some((self.c.pick(&ops), Decimal::int(self.c.pick(&[2, 1, 10, 30]))))
        } else {
            None
        };
        self.push(PatNode::Num { capture, units, cmp })
    }
}

fn line(b: &mut Builder, c: &mut Choices, patterns: &[String], contexts: &[String]) -> ContextLine {
    let key = c.pick(patterns);
    let pattern = b.symbol(TEXT, SymbolKind::Pattern, &key);
    let distance = c.below(5) as u16;
    let within = c.pick(&[Reach::Clause, Reach::Sentence]);
    match c.below(11) {
        0 => ContextLine::PrecededBy { pattern, distance, within },
        1 => ContextLine::FollowedBy { pattern, distance, within },
        2 => ContextLine::ClauseHas(pattern),
        3 => ContextLine::SentenceHas(pattern),
        4 => ContextLine::NearbyHas(pattern),
        5 => ContextLine::EnclosedBy { open: "《".to_owned(), close: "》".to_owned() },
        6 => ContextLine::EnclosedBy { open: "“".to_owned(), close: "”".to_owned() },
        7 => ContextLine::PartOf(pattern),
        8 => ContextLine::SentenceEnds(pattern),
        9 => ContextLine::NextHas(pattern),
        _ if contexts.is_empty() => ContextLine::ClauseHas(pattern),
        _ => {
            let key = c.pick(contexts);
            ContextLine::Include(b.symbol(TEXT, SymbolKind::Context, &key))
        }
    }
}

/// A random pack of words.
pub fn words(c: &mut Choices) -> Words {
    let mut b = Builder::new(TEXT, &[]);
    b.pack.folds = folds(c);
    let mut patterns: Vec<String> = Vec::new();
    let mut capturing: Vec<String> = Vec::new();
    for i in 0..3 + c.below(4) {
        let key = format!("p{i}");
        let mut n = Nodes { b: &mut b, c, nodes: Vec::new(), earlier: patterns.clone(), captures: false };
        let root = if i == 0 { n.anchor(0) } else { n.seq(2) };
        assert_eq!(root as usize + 1, n.nodes.len(), "the last node is the root");
        let (nodes, captures) = (n.nodes, n.captures);
        if captures {
            capturing.push(key.clone());
        }
        b.pattern(&key, nodes);
        patterns.push(key);
    }
    let mut contexts: Vec<String> = Vec::new();
    for i in 0..1 + c.below(4) {
        let key = format!("c{i}");
        let n = 1 + c.below(2);
        let lines = (0..n).map(|_| line(&mut b, c, &patterns, &contexts)).collect();
        b.context(&key, lines);
        contexts.push(key);
    }
    Words { pack: b.pack, patterns, capturing, contexts }
}
