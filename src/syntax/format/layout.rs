//! Where lines break. Two columns are counted: what is printed, and what the wider of both languages would print; only the
//! latter decides. A break is never decided by the source, except where the document says that the author's lines stand.

use super::super::Language;
use super::tokens::{Block, Break, Group, Node, Note, Style, Token, first};
use unicode_width::UnicodeWidthStr;

/// The width of a line.
const WIDTH: usize = 120;
/// One level.
const STEP: usize = 2;
/// How far the rest of a broken line is set in.
const HANGING: usize = 4;

/// Prints items.
pub(super) struct Layout {
    language: Language,
    out: String,
    /// Columns printed on this line, and columns that decide.
    column: usize,
    measured: usize,
    /// Where the line begins, and where its continuations do.
    indent: usize,
    hang: usize,
    /// Nothing is on the line yet, and where its first token goes.
    start: bool,
    pad: usize,
    /// The next token goes where the line is; it has been brought under the text above.
    aligned: bool,
    /// A comment ended the line.
    commented: bool,
    /// Where the last text began.
    text: (usize, usize),
}

/// What is printed one after the other: nodes, with what stands on one line taken apart.
struct Piece<'n> {
    token: &'n Token,
    brk: Break,
    /// What follows the token on lines of its own.
    rest: Option<&'n Node>,
}

fn width(token: &Token) -> usize {
    token.zh.width().max(token.en.width())
}

fn spaced(token: &Token) -> usize {
    match width(token) {
        0 => 0,
        w => w.saturating_add(usize::from(token.space)),
    }
}

/// The columns of nodes on one line, a space before them included; `None` where they cannot stand on one. Comments above the
/// first token and behind the last do not matter where `line` says that the nodes are a whole line.
fn flat(nodes: &[&Node], line: bool) -> Option<usize> {
    let mut sum = 0usize;
    for (i, node) in nodes.iter().enumerate() {
        let lead = line && i == 0;
        let trail = line && i.saturating_add(1) == nodes.len();
        let quiet = |t: &Token, lead: bool, trail: bool| (lead || t.lead.is_empty()) && (trail || t.trail.is_none());
        let part = match node {
            Node::Token(token) => quiet(token, lead, trail).then(|| spaced(token))?,
            Node::Group(group) => {
                if group.broken() || !quiet(&group.open, lead, false) || !quiet(&group.close, false, trail) {
                    return None;
                }
                let inner = group.ways.iter().map(|way| flat(&refs(way), false)).sum::<Option<usize>>()?;
                spaced(&group.open).saturating_add(inner).saturating_add(1)
            }
            Node::Block(block) => {
                let author = first(block.entries.first()).is_some_and(|t| t.newline);
                let many = block.style == Style::Lines && block.entries.len() > 1;
                if author || many || !quiet(&block.open, lead, false) || !quiet(&block.close, false, trail) {
                    return None;
                }
                let inner = block.entries.iter().map(|entry| flat(&refs(entry), false)).sum::<Option<usize>>()?;
                spaced(&block.open).saturating_add(inner).saturating_add(spaced(&block.close))
            }
        };
        sum = sum.saturating_add(part);
    }
    Some(sum)
}

fn refs(nodes: &[Node]) -> Vec<&Node> {
    nodes.iter().collect()
}

/// Takes nodes apart.
struct Apart<'n> {
    /// Whether blocks stand on the line.
    blocks: bool,
    /// The columns of a continuation: a group that has room there is not broken inside.
    room: usize,
    out: Vec<Piece<'n>>,
}

impl<'n> Apart<'n> {
    fn push(&mut self, token: &'n Token, solid: bool, rest: Option<&'n Node>) {
        let brk = if solid { Break::No } else { token.brk };
        self.out.push(Piece { token, brk, rest });
    }

    fn nodes(&mut self, nodes: &[&'n Node], solid: bool) {
        for node in nodes {
            match node {
                Node::Token(token) => self.push(token, solid, None),
                Node::Group(group) if group.broken() => self.push(&group.open, solid, Some(node)),
                Node::Group(group) => {
                    self.push(&group.open, solid, None);
                    let inner = solid || flat(&[node], false).is_some_and(|w| w <= self.room);
                    for way in &group.ways {
                        self.nodes(&refs(way), inner);
                    }
                    self.push(&group.close, solid, None);
                }
                Node::Block(block) if self.blocks || (block.entries.is_empty() && block.close.lead.is_empty()) => {
                    self.push(&block.open, solid, None);
                    for entry in &block.entries {
                        self.nodes(&refs(entry), solid);
                    }
                    self.push(&block.close, solid, None);
                }
                Node::Block(block) => self.push(&block.open, solid, Some(node)),
            }
        }
    }
}

/// The columns from a piece to the next place where the line may break (`prefer`: should break).
fn run(pieces: &[Piece<'_>], from: usize, prefer: bool) -> usize {
    let mut sum = 0usize;
    for (i, piece) in pieces.iter().enumerate().skip(from) {
        let stop = match piece.brk {
            Break::No => false,
            Break::May => !prefer,
            Break::Prefer | Break::Align => true,
        };
        if i > from && stop {
            break;
        }
        sum = sum.saturating_add(spaced(piece.token));
        if piece.rest.is_some() {
            break;
        }
    }
    sum
}

impl Layout {
    pub fn new(language: Language) -> Self {
        Self {
            language,
            out: String::new(),
            column: 0,
            measured: 0,
            indent: 0,
            hang: 0,
            start: true,
            pad: 0,
            aligned: false,
            commented: false,
            text: (0, 0),
        }
    }

    /// Prints an item.
    pub fn item(&mut self, nodes: &[Node]) {
        let opened = self.out.is_empty();
        self.line(&refs(nodes), 0, HANGING, opened);
    }

    /// The whole text, after the comments that follow the last item.
    pub fn finish(mut self, notes: &[Note]) -> String {
        let opened = self.out.is_empty();
        self.notes(notes, 0, opened);
        let kept = self.out.trim_end().len();
        self.out.truncate(kept);
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }

    fn newline(&mut self, pad: usize) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        (self.column, self.measured) = (0, 0);
        (self.start, self.pad) = (true, pad);
        self.commented = false;
    }

    fn empty_line(&mut self) {
        self.newline(self.pad);
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// Comments, each on its line. `opened`: nothing stands before them in their block.
    fn notes(&mut self, notes: &[Note], indent: usize, opened: bool) {
        for (i, note) in notes.iter().enumerate() {
            self.newline(indent);
            if note.blank && !(opened && i == 0) {
                self.empty_line();
            }
            self.out.extend(std::iter::repeat_n(' ', indent));
            self.out.push('#');
            self.out.push_str(&note.text);
        }
        if !notes.is_empty() {
            self.newline(indent);
        }
    }

    /// A whole line, which may break.
    fn line(&mut self, nodes: &[&Node], indent: usize, hang: usize, opened: bool) {
        let saved = (self.indent, self.hang);
        (self.indent, self.hang) = (indent, hang);
        self.newline(indent);
        let head = match nodes.first() {
            Some(Node::Token(token)) => Some(token),
            Some(Node::Block(block)) => Some(&block.open),
            Some(Node::Group(group)) => Some(&group.open),
            None => None,
        };
        if let Some(token) = head {
            self.notes(&token.lead, indent, opened);
            if token.blank && !(opened && token.lead.is_empty()) {
                self.empty_line();
            }
        }
        let fits = flat(nodes, true).is_some_and(|w| indent.saturating_add(w) <= WIDTH);
        self.nodes(nodes, fits);
        (self.indent, self.hang) = saved;
    }

    /// Nodes on the current line; comments above the first have been printed.
    fn nodes(&mut self, nodes: &[&Node], fits: bool) {
        let mut apart = Apart { blocks: fits, room: WIDTH.saturating_sub(self.hang), out: Vec::new() };
        apart.nodes(nodes, false);
        for (i, piece) in apart.out.iter().enumerate() {
            self.place(&apart.out, i);
            self.print(piece.token);
            match piece.rest {
                Some(Node::Block(block)) => self.block(block),
                Some(Node::Group(group)) => self.group(group),
                _ => {}
            }
        }
    }

    /// Breaks the line before a piece where it must.
    fn place(&mut self, list: &[Piece<'_>], i: usize) {
        let Some(Piece { token, brk, .. }) = list.get(i) else { return };
        if i > 0 && !token.lead.is_empty() {
            return self.notes(&token.lead, self.hang, false);
        }
        if self.commented {
            return self.newline(self.hang);
        }
        if self.start || width(token) == 0 {
            return;
        }
        let over = |from: usize, by: usize| from.saturating_add(by) > WIDTH;
        let mut brk = *brk;
        if brk == Break::Prefer {
            let segment = run(list, i, true);
            if !over(self.measured, segment) {
                return;
            }
            if !over(self.hang, segment) {
                return self.newline(self.hang);
            }
            brk = Break::May;
        }
        match brk {
            Break::No | Break::Prefer => {}
            Break::May => {
                let run = run(list, i, false);
                // Where it would not fit on a line of its own either, or hardly stands further right, nothing is gained.
                let gained = self.measured > self.hang.saturating_add(2 * HANGING);
                if over(self.measured, run) && !over(self.hang, run) && gained {
                    self.newline(self.hang);
                }
            }
            Break::Align => {
                if over(self.measured, spaced(token)) {
                    let (column, measured) = self.text;
                    self.newline(0);
                    self.out.extend(std::iter::repeat_n(' ', column));
                    (self.column, self.measured) = (column, measured);
                    (self.start, self.aligned) = (false, true);
                }
            }
        }
    }

    fn print(&mut self, token: &Token) {
        let text = match self.language {
            Language::Zh => token.zh.as_str(),
            Language::En => token.en.as_str(),
        };
        if width(token) > 0 {
            let aligned = std::mem::take(&mut self.aligned);
            if self.start {
                self.out.extend(std::iter::repeat_n(' ', self.pad));
                (self.column, self.measured) = (self.pad, self.pad);
            } else if token.space && !aligned {
                if !text.is_empty() {
                    self.out.push(' ');
                    self.column = self.column.saturating_add(1);
                }
                self.measured = self.measured.saturating_add(1);
            }
            self.start = false;
            if text.starts_with('"') && token.brk != Break::Align {
                self.text = (self.column, self.measured);
            }
            self.out.push_str(text);
            self.column = self.column.saturating_add(text.width());
            self.measured = self.measured.saturating_add(width(token));
        }
        if let Some(comment) = &token.trail {
            self.out.push_str("  #");
            self.out.push_str(comment);
            self.commented = true;
        }
    }

    /// The entries of a block on lines of their own; its brace is printed.
    fn block(&mut self, block: &Block) {
        let (outer, indent) = (self.indent, self.indent.saturating_add(STEP));
        let hang = indent.saturating_add(HANGING);
        let kept = first(block.entries.first()).is_some_and(|t| t.newline);
        for (i, entry) in block.entries.iter().enumerate() {
            let nodes = refs(entry);
            let head = first(Some(entry));
            let broken = head.is_none_or(|t| t.newline);
            let own = match block.style {
                Style::Lines | Style::Each => true,
                Style::Kept => broken || !kept,
                Style::Filled => broken && kept,
            };
            let told = self.commented || head.is_some_and(|t| !t.lead.is_empty());
            let fits = flat(&nodes, true).is_some_and(|w| self.measured.saturating_add(w) <= WIDTH);
            if i == 0 || own || told || !fits {
                self.line(&nodes, indent, hang, i == 0);
            } else {
                self.nodes(&nodes, true);
            }
        }
        self.notes(&block.close.lead, indent, block.entries.is_empty());
        self.newline(outer);
        self.print(&block.close);
    }

    /// The alternatives of a group on the author's lines; its parenthesis is printed.
    fn group(&mut self, group: &Group) {
        let (outer, indent) = (self.indent, self.indent.saturating_add(STEP));
        let mut lines: Vec<Vec<&Node>> = Vec::new();
        for way in &group.ways {
            let broken = first(Some(way)).is_some_and(|t| t.newline || !t.lead.is_empty());
            match lines.last_mut().filter(|_| !broken) {
                Some(line) => line.extend(way.iter()),
                None => lines.push(refs(way)),
            }
        }
        for (i, line) in lines.iter().enumerate() {
            self.line(line, indent, indent, i == 0);
        }
        self.notes(&group.close.lead, indent, false);
        self.newline(outer);
        self.print(&group.close);
    }
}
