//! pest pairs → what the layout works on: tokens in both languages, blocks with entries, groups of alternatives.

use super::super::grammar::Rule as R;
use super::super::keywords;
use super::super::numerals;
use pest::iterators::Pair;

/// Whether a line may break before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// Never.
    No,
    /// If nothing better is found.
    May,
    /// Here first.
    Prefer,
    /// The second of two texts: under the first.
    Align,
}

/// A comment on a line of its own.
#[derive(Debug)]
pub(super) struct Note {
    pub text: String,
    /// An empty line before it.
    pub blank: bool,
}

/// A token with its spelling in each language. The layout measures the wider one, so that the lines of a file do not depend on
/// the language of its keywords, and a file that went there and back is the same.
#[derive(Debug)]
pub(super) struct Token {
    pub zh: String,
    pub en: String,
    /// Its place in the file.
    pub start: usize,
    pub end: usize,
    /// Whether a space stands before it.
    pub space: bool,
    pub brk: Break,
    /// The source has a line break before it.
    pub newline: bool,
    /// The source has an empty line before it.
    pub blank: bool,
    /// Comments above it.
    pub lead: Vec<Note>,
    /// The comment behind it.
    pub trail: Option<String>,
}

/// A part of a line.
#[derive(Debug)]
pub(super) enum Node {
    Token(Token),
    Block(Block),
    Group(Group),
}

/// How the entries of a block stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Each on its line; on the line of the brace only one alone.
    Lines,
    /// Each on its line, or all on the line of the brace where the author has them there.
    Each,
    /// On the author's lines; each on its own where the author has one line and it is too long.
    Kept,
    /// On the author's lines, filled where they are too long.
    Filled,
}

/// `{ … }` or `[ … ]`.
#[derive(Debug)]
pub(super) struct Block {
    pub open: Token,
    pub entries: Vec<Vec<Node>>,
    pub close: Token,
    pub style: Style,
}

/// `( … | … )` in a pattern, or what a condition has in parentheses.
#[derive(Debug)]
pub(super) struct Group {
    pub open: Token,
    /// The alternatives, each but the first with its `|`.
    pub ways: Vec<Vec<Node>>,
    pub close: Token,
    /// Whether the author's lines stand.
    pub kept: bool,
}

impl Group {
    /// A group stands on lines of its own where the author broke the line behind its parenthesis.
    pub fn broken(&self) -> bool {
        self.kept && first(self.ways.first()).is_some_and(|t| t.newline)
    }
}

/// The first token of nodes.
pub(super) fn first(nodes: Option<&Vec<Node>>) -> Option<&Token> {
    Some(match nodes?.first()? {
        Node::Token(token) => token,
        Node::Block(block) => &block.open,
        Node::Group(group) => &group.open,
    })
}

/// Sets the signs of broken groups apart, which is known only after the source's line breaks are.
pub(super) fn loosen(nodes: &mut [Node]) {
    for node in nodes {
        match node {
            Node::Token(_) => {}
            Node::Block(block) => block.entries.iter_mut().for_each(|entry| loosen(entry)),
            Node::Group(group) => {
                let broken = group.broken();
                for way in &mut group.ways {
                    if broken && matches!(way.first(), Some(Node::Token(t)) if t.zh == "|") {
                        way.iter_mut().take(2).for_each(|node| first_token(node).space = true);
                    }
                    loosen(way);
                }
            }
        }
    }
}

/// Visits the tokens in order.
pub(super) fn each(nodes: &mut [Node], visit: &mut dyn FnMut(&mut Token)) {
    for node in nodes {
        match node {
            Node::Token(token) => visit(token),
            Node::Block(block) => {
                visit(&mut block.open);
                for entry in &mut block.entries {
                    each(entry, visit);
                }
                visit(&mut block.close);
            }
            Node::Group(group) => {
                visit(&mut group.open);
                for way in &mut group.ways {
                    each(way, visit);
                }
                visit(&mut group.close);
            }
        }
    }
}

/// The nodes of one item. Recurses no deeper than the parser did.
pub(super) fn nodes(pair: Pair<'_, R>, base: usize) -> Vec<Node> {
    let mut walk = Walk { base, tight: false };
    let mut out = Vec::new();
    walk.pair(pair, R::EOI, &mut out);
    out
}

struct Walk {
    base: usize,
    /// The next token stands directly behind the last.
    tight: bool,
}

/// The rules whose braces are a block, and how its entries stand.
fn block_style(rule: R) -> Option<Style> {
    Some(match rule {
        R::pack | R::instrument | R::record | R::norm | R::presume | R::raise | R::calendar | R::scenario => {
            Style::Lines
        }
        R::context | R::prescribed | R::c_except | R::cal_year => Style::Each,
        R::enumeration | R::taxonomy | R::category | R::fact_record | R::fact_list => Style::Kept,
        R::lexicon | R::extend | R::fold_table => Style::Filled,
        _ => return None,
    })
}

impl Walk {
    fn token(&mut self, pair: &Pair<'_, R>, zh: String, en: String) -> Token {
        let span = pair.as_span();
        let tight = std::mem::take(&mut self.tight);
        Token {
            zh,
            en,
            start: self.base.saturating_add(span.start()),
            end: self.base.saturating_add(super::super::builder::end(pair)),
            space: !tight,
            brk: if tight { Break::No } else { Break::May },
            newline: false,
            blank: false,
            lead: Vec::new(),
            trail: None,
        }
    }

    /// A token that is the same in both languages.
    fn plain(&mut self, pair: &Pair<'_, R>, text: &str) -> Token {
        self.token(pair, text.to_owned(), text.to_owned())
    }

    /// A sign that stands directly behind what is before it.
    fn glued(&mut self, pair: &Pair<'_, R>, text: &str) -> Token {
        self.tight = true;
        self.plain(pair, text)
    }

    fn children(&mut self, pair: Pair<'_, R>, out: &mut Vec<Node>) {
        let rule = pair.as_rule();
        let condition = matches!(rule, R::paren | R::quantifier | R::says);
        let mut open: Option<(Token, Vec<Node>)> = None;
        for inner in pair.into_inner() {
            match (inner.as_rule(), open.take()) {
                (R::lparen, None) if condition => {
                    let token = self.plain(&inner, "(");
                    self.tight = true;
                    open = Some((token, Vec::new()));
                }
                (R::rparen, Some((open, nodes))) => {
                    let close = self.glued(&inner, ")");
                    out.push(Node::Group(Group { open, ways: vec![nodes], close, kept: false }));
                }
                (_, Some((token, mut nodes))) => {
                    self.pair(inner, rule, &mut nodes);
                    open = Some((token, nodes));
                }
                (_, None) => self.pair(inner, rule, out),
            }
        }
    }

    fn pair(&mut self, pair: Pair<'_, R>, parent: R, out: &mut Vec<Node>) {
        let rule = pair.as_rule();
        if let Some(style) = block_style(rule) {
            return self.block(pair, style, out);
        }
        let token = match rule {
            R::EOI | R::semi => return,
            // Between entries white space is enough; in lists the sign stays.
            R::sep if matches!(parent, R::member | R::category | R::field | R::entry | R::fold_entry) => return,
            R::sep => self.glued(&pair, ","),
            R::group => return self.group(pair, out),
            R::zh_article | R::en_article => {
                let (zh, en) = article(&pair);
                self.token(&pair, zh, en)
            }
            R::path => {
                let (mut zh, en) = path(pair.as_str(), parent);
                if parent == R::quantifier {
                    // A token that only one language has would be nowhere in the other; so it is a part of this one.
                    zh.push_str(" 满足");
                }
                self.token(&pair, zh, en)
            }
            R::satisfies => {
                if let Some(Node::Token(token)) = out.last_mut() {
                    token.end = token.end.max(self.base.saturating_add(super::super::builder::end(&pair)));
                }
                return;
            }
            R::type_ref | R::pat_class | R::pat_ref => {
                let (mut zh, mut en) = (String::new(), String::new());
                joined(pair.clone(), &mut zh, &mut en);
                self.token(&pair, zh, en)
            }
            R::quantity => return self.quantity(pair, out),
            R::exact => {
                let mut inner = pair.into_inner();
                let (Some(keyword), Some(text)) = (inner.next(), inner.next()) else { return };
                self.pair(keyword, rule, out);
                self.tight = true;
                let text = self.plain(&text, text.as_str());
                out.push(Node::Token(text));
                return;
            }
            R::bilingual => {
                for (i, text) in pair.into_inner().enumerate() {
                    let mut token = self.plain(&text, text.as_str());
                    if i > 0 {
                        token.brk = Break::Align;
                    }
                    out.push(Node::Token(token));
                }
                return;
            }
            R::lparen => {
                if matches!(parent, R::pat_num | R::aggregate | R::not_before | R::not_after) {
                    self.tight = true;
                }
                let token = self.plain(&pair, "(");
                self.tight = true;
                token
            }
            R::rparen => self.glued(&pair, ")"),
            R::optional => self.glued(&pair, "?"),
            R::colon => {
                let token = self.glued(&pair, ":");
                self.tight = parent == R::pat_num;
                token
            }
            R::pipe => {
                let token = self.glued(&pair, "|");
                self.tight = true;
                token
            }
            R::arrow => self.plain(&pair, "→"),
            _ => match keywords::of(rule) {
                Some(keyword) => {
                    let mut token = self.token(&pair, keyword.zh.to_owned(), keyword.en.to_owned());
                    if matches!(rule, R::kw_and | R::kw_or | R::kw_when | R::kw_at | R::kw_where) && token.space {
                        token.brk = Break::Prefer;
                    }
                    token
                }
                None if pair.clone().into_inner().next().is_some() && rule != R::step => {
                    return self.children(pair, out);
                }
                None => self.plain(&pair, pair.as_str()),
            },
        };
        let after_sep = matches!(out.last(), Some(Node::Token(t)) if t.zh == "," && !t.space);
        out.push(Node::Token(token));
        if after_sep && let Some(Node::Token(t)) = out.last_mut() {
            t.brk = Break::Prefer;
        }
    }

    /// `30 元`; in English one day is a day.
    fn quantity(&mut self, pair: Pair<'_, R>, out: &mut Vec<Node>) {
        let mut inner = pair.into_inner();
        let Some(number) = inner.next() else { return };
        let token = self.plain(&number, number.as_str());
        out.push(Node::Token(token));
        let Some(unit) = inner.next() else { return };
        let Some(keyword) = unit.clone().into_inner().next().and_then(|p| keywords::of(p.as_rule())) else { return };
        let en = match keyword.en.strip_suffix('s') {
            Some(one) if number.as_str() == "1" => one,
            _ => keyword.en,
        };
        let mut token = self.token(&unit, keyword.zh.to_owned(), en.to_owned());
        token.brk = Break::No;
        out.push(Node::Token(token));
    }

    /// What stands before the brace goes on the line; the rest is a block.
    fn block(&mut self, pair: Pair<'_, R>, style: Style, out: &mut Vec<Node>) {
        let rule = pair.as_rule();
        let mut open: Option<Token> = None;
        let mut entries: Vec<Vec<Node>> = Vec::new();
        for inner in pair.into_inner() {
            match inner.as_rule() {
                R::lbrace | R::lbracket if open.is_none() => {
                    let mut token = self.plain(&inner, inner.as_str());
                    token.brk = Break::No;
                    open = Some(token);
                    self.tight = false;
                }
                R::rbrace | R::rbracket => {
                    self.tight = entries.is_empty();
                    let close = self.plain(&inner, inner.as_str());
                    if let Some(open) = open.take() {
                        // A comma before the closing brace is dropped.
                        if let Some(Node::Token(last)) = entries.last().and_then(|e| e.last())
                            && last.zh == ","
                            && let Some(entry) = entries.last_mut()
                        {
                            entry.pop();
                        }
                        let entries = std::mem::take(&mut entries);
                        out.push(Node::Block(Block { open, entries, close, style }));
                    }
                }
                R::semi => {}
                R::sep if open.is_some() => {
                    // In facts the comma belongs to the entry before it; elsewhere it is dropped.
                    if matches!(rule, R::fact_record | R::fact_list)
                        && let Some(entry) = entries.last_mut()
                    {
                        let token = self.glued(&inner, ",");
                        entry.push(Node::Token(token));
                    }
                }
                _ if open.is_some() => {
                    let mut entry = Vec::new();
                    self.pair(inner, rule, &mut entry);
                    entries.push(entry);
                }
                _ => self.pair(inner, rule, out),
            }
        }
    }

    fn group(&mut self, pair: Pair<'_, R>, out: &mut Vec<Node>) {
        let mut inner = pair.into_inner();
        let Some(open) = inner.next() else { return };
        let open = self.plain(&open, "(");
        let mut ways: Vec<Vec<Node>> = Vec::new();
        let mut close = None;
        let mut pipe = None;
        self.tight = true;
        for inner in inner {
            match inner.as_rule() {
                R::pipe => {
                    self.tight = false;
                    let mut token = self.plain(&inner, "|");
                    token.brk = Break::Prefer;
                    pipe = Some(token);
                }
                R::sequence => {
                    let mut way = Vec::new();
                    way.extend(pipe.take().map(Node::Token));
                    self.children(inner, &mut way);
                    ways.push(way);
                }
                _ => close = Some(self.glued(&inner, ")")),
            }
        }
        // `(a|b)` where all ways are words, `(a | b c)` where one is more.
        let word = |(i, way): (usize, &Vec<Node>)| {
            let own = way.get(usize::from(i > 0)..).unwrap_or(&[]);
            let glued = |n: &Node| matches!(n, Node::Token(t) if !t.space);
            matches!(own.first(), Some(Node::Token(_))) && own.iter().skip(1).all(glued)
        };
        let words = ways.iter().enumerate().all(word);
        for way in ways.iter_mut().skip(1) {
            for (i, node) in way.iter_mut().take(2).enumerate() {
                let token = first_token(node);
                token.space = !words;
                if i > 0 {
                    token.brk = Break::No;
                }
            }
        }
        if let Some(close) = close {
            out.push(Node::Group(Group { open, ways, close, kept: true }));
        }
    }
}

fn first_token(node: &mut Node) -> &mut Token {
    match node {
        Node::Token(token) => token,
        Node::Block(block) => &mut block.open,
        Node::Group(group) => &mut group.open,
    }
}

/// A path; its root is a keyword.
fn path(text: &str, parent: R) -> (String, String) {
    // Alone in a condition, the same word may be a definition or an enum member.
    let alone = !text.contains('.');
    let (first, rest) = text.split_once('.').map_or((text, None), |(first, rest)| (first, Some(rest)));
    let root = keywords::ROOTS.iter().find(|root| root.zh == first || root.en == first);
    match root.filter(|_| !(alone && parent == R::operand)) {
        None => (text.to_owned(), text.to_owned()),
        Some(root) => match rest {
            Some(rest) => (format!("{}.{rest}", root.zh), format!("{}.{rest}", root.en)),
            None => (root.zh.to_owned(), root.en.to_owned()),
        },
    }
}

/// `第九条第三项` and `article 9 item 3`.
fn article(pair: &Pair<'_, R>) -> (String, String) {
    let mut numbers = [None; 4];
    let mut slot = 0usize;
    for inner in pair.clone().into_inner() {
        let found = inner.clone().into_inner().map(|p| p.as_str().to_owned());
        let values: Vec<String> = match inner.as_rule() {
            R::zh_art | R::kw_article => {
                slot = 0;
                found.collect()
            }
            R::kw_sub => {
                slot = 1;
                continue;
            }
            R::zh_par | R::kw_paragraph => {
                slot = 2;
                found.collect()
            }
            R::zh_item | R::kw_item => {
                slot = 3;
                found.collect()
            }
            _ => vec![inner.as_str().to_owned()],
        };
        for (i, value) in values.iter().enumerate() {
            if let Some(place) = numbers.get_mut(slot.saturating_add(i)) {
                *place = numerals::read(value);
            }
        }
    }
    let [article, sub, paragraph, item] = numbers;
    let (mut zh, mut en) = (String::new(), String::new());
    for (number, (before, after), word) in [
        (article, ("第", "条"), "article"),
        (sub, ("之", ""), "sub"),
        (paragraph, ("第", "款"), "paragraph"),
        (item, ("第", "项"), "item"),
    ] {
        if let Some(number) = number {
            zh.push_str(&format!("{before}{}{after}", crate::cite::numeral(number)));
            let gap = if en.is_empty() { "" } else { " " };
            en.push_str(&format!("{gap}{word} {number}"));
        }
    }
    (zh, en)
}

/// A construct without inner line breaks: `列表<规格>`, `[汉 1..4]`, `<名称>`.
fn joined(pair: Pair<'_, R>, zh: &mut String, en: &mut String) {
    let rule = pair.as_rule();
    if let Some(keyword) = keywords::of(rule) {
        zh.push_str(keyword.zh);
        en.push_str(keyword.en);
        return;
    }
    let text = pair.as_str().to_owned();
    let mut inner = pair.into_inner().peekable();
    if inner.peek().is_none() {
        let gap = if rule == R::class_count { " " } else { "" };
        zh.push_str(gap);
        en.push_str(gap);
        zh.push_str(&text);
        en.push_str(&text);
        return;
    }
    for p in inner {
        joined(p, zh, en);
    }
}
