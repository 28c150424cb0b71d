//! Builds engines for tests from short descriptions.

use zhunze::pack::decimal::Decimal;
use zhunze::pack::model::{Class, Context, ContextLine, FoldTable, PatNode, Pattern, Ref, Word};
use zhunze::syntax::tree::{CmpOp, FoldKind, Reach};
use zhunze::text::{Match, Outcome, PatternSet, ScanLimits, Scratch, TextEngine, TextError, TextSource};

/// A pattern part.
#[derive(Clone, Debug)]
pub enum P {
    W(&'static str),
    Exact(&'static str),
    Ref(Ref),
    Seq(Vec<P>),
    Alt(Vec<P>),
    Opt(Box<P>),
    Gap(u16, Option<u16>, Reach),
    Num(Option<u32>, Vec<&'static str>, Option<(CmpOp, Decimal)>),
    Class(Class, u16, u16),
    Start,
    End,
    NotBefore(Vec<&'static str>),
    NotAfter(Vec<&'static str>),
}

/// Tables.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    pub words: Vec<Word>,
    pub patterns: Vec<Pattern>,
    pub contexts: Vec<Context>,
    pub folds: Vec<FoldTable>,
}

impl Bundle {
    pub fn word(&mut self, text: &str, exact: bool) -> u32 {
        let word = Word { text: text.to_owned(), exact };
        let at = self.words.iter().position(|w| *w == word).unwrap_or_else(|| {
            self.words.push(word);
            self.words.len() - 1
        });
        at as u32
    }

    fn node(&mut self, part: &P, nodes: &mut Vec<PatNode>) -> u32 {
        let mut list = |this: &mut Self, parts: &[P]| parts.iter().map(|p| this.node(p, nodes)).collect::<Vec<_>>();
        let node = match part {
            P::W(text) => PatNode::Word(self.word(text, false)),
            P::Exact(text) => PatNode::Word(self.word(text, true)),
            P::Ref(to) => PatNode::Pattern(*to),
            P::Seq(parts) => PatNode::Seq(list(self, parts)),
            P::Alt(parts) => PatNode::Alt(list(self, parts)),
            P::Opt(part) => PatNode::Opt(list(self, std::slice::from_ref(part))[0]),
            P::Gap(min, max, within) => PatNode::Gap { min: *min, max: *max, within: *within },
            P::Num(capture, units, cmp) => PatNode::Num {
                capture: *capture,
                units: units.iter().map(|u| self.word(u, false)).collect(),
                cmp: *cmp,
            },
            P::Class(class, min, max) => PatNode::Class { class: class.clone(), min: *min, max: *max },
            P::Start => PatNode::ClauseStart,
            P::End => PatNode::ClauseEnd,
            P::NotBefore(words) => PatNode::NotBefore(words.iter().map(|w| self.word(w, false)).collect()),
            P::NotAfter(words) => PatNode::NotAfter(words.iter().map(|w| self.word(w, false)).collect()),
        };
        nodes.push(node);
        (nodes.len() - 1) as u32
    }

    pub fn pattern(&mut self, part: P) -> Ref {
        let mut nodes = Vec::new();
        self.node(&part, &mut nodes);
        let key = format!("p{}", self.patterns.len());
        self.patterns.push(Pattern { key: key.clone(), name: key, nodes, prescribed: Vec::new() });
        (self.patterns.len() - 1) as Ref
    }

    pub fn context(&mut self, lines: Vec<ContextLine>) -> Ref {
        let key = format!("c{}", self.contexts.len());
        self.contexts.push(Context { key: key.clone(), name: key, lines });
        (self.contexts.len() - 1) as Ref
    }

    pub fn fold(&mut self, kind: FoldKind, uncertain: bool, pairs: &[(char, &str)]) {
        let entries = pairs.iter().map(|(c, to)| (*c, (*to).to_owned())).collect();
        self.folds.push(FoldTable { kind, uncertain, entries, spellings: Vec::new() });
    }

    /// Some of the folds that the built-in pack declares.
    pub fn with_folds() -> Self {
        let mut bundle = Self::default();
        let wide: Vec<(char, String)> =
            ('!'..='~').map(|c| (char::from_u32(c as u32 + 0xfee0).unwrap(), c.to_string())).collect();
        bundle.folds.push(FoldTable { kind: FoldKind::Width, uncertain: false, entries: wide, spellings: Vec::new() });
        let case = ('A'..='Z').map(|c| (c, c.to_ascii_lowercase().to_string())).collect();
        bundle.folds.push(FoldTable { kind: FoldKind::Case, uncertain: false, entries: case, spellings: Vec::new() });
        bundle.fold(FoldKind::Style, false, &[('①', "1"), ('⑩', "10"), ('❶', "1"), ('𝟕', "7"), ('㎏', "kg")]);
        bundle.fold(
            FoldKind::Traditional,
            false,
            &[('國', "国"), ('級', "级"), ('療', "疗"), ('絕', "绝"), ('對', "对")],
        );
        bundle.fold(FoldKind::ZeroWidth, false, &[('\u{200b}', ""), ('\u{200d}', "")]);
        bundle.fold(FoldKind::Separator, false, &['*', '·', '-', '.', '_', ' '].map(|c| (c, "")));
        bundle.fold(FoldKind::Separator, true, &['/', '|'].map(|c| (c, "")));
        let digits: Vec<(char, &str)> =
            "0123456789壹柒".chars().zip("零 一 二 三 四 五 六 七 八 九 一 七".split(' ')).collect();
        bundle.fold(FoldKind::Digit, false, &digits);
        bundle.fold(FoldKind::Repeat, false, &[]);
        bundle
    }

    pub fn source(&self) -> TextSource<'_> {
        TextSource { words: &self.words, patterns: &self.patterns, contexts: &self.contexts, folds: &self.folds }
    }

    pub fn engine(&self) -> Result<TextEngine, TextError> {
        TextEngine::build(&self.source())
    }

    pub fn all(&self) -> PatternSet {
        (0..self.patterns.len() as u32).collect()
    }

    pub fn matches(&self, text: &str) -> (Vec<Match>, Outcome) {
        let engine = self.engine().unwrap();
        let scan = engine.scan(text, &self.all(), &ScanLimits::default(), &mut Scratch::default());
        let outcome = scan.outcome();
        (scan.matches, outcome)
    }

    /// The matched slices.
    pub fn found<'t>(&self, text: &'t str) -> Vec<&'t str> {
        self.matches(text).0.iter().map(|m| &text[m.start..m.end]).collect()
    }
}

/// The matches of a lexicon of these words.
pub fn words<'t>(words: &[&'static str], text: &'t str) -> Vec<&'t str> {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(P::Alt(words.iter().map(|w| P::W(w)).collect()));
    bundle.found(text)
}

/// The matches of one pattern.
pub fn pattern(part: P, text: &str) -> Vec<&str> {
    let mut bundle = Bundle::with_folds();
    bundle.pattern(part);
    bundle.found(text)
}
