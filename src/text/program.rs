//! Patterns compiled: node arenas become one arena of operations, words become sets of words, and for every pattern the words are
//! found of which every match contains one (its anchor), and those with which every match starts, where there are such.
//!
//! What several parts look for together is a group of sets, never a set of all their words: a word is in itself and in the few
//! lexicons that hold it, however many patterns are built from those.
//!
//! Invariant: operations refer to smaller indices only, nesting is at most [`MAX_NESTING`] with references followed, and no
//! pattern unfolds to more than [`MAX_UNFOLDED`] operations; so running one is bounded.

use super::api::TextError;
use super::words::{FoldedWord, Words};
use crate::fnv::Fnv;
use crate::index::Index;
use crate::order;
use crate::pack::decimal::Decimal;
use crate::pack::model::{Class, NameId, PatNode, Pattern};
use crate::syntax::tree::{CmpOp, Reach};

/// Deepest nesting, references followed.
const MAX_NESTING: u32 = 200;
/// Most operations of one pattern, references followed.
const MAX_UNFOLDED: u64 = 20_000;
/// Most members of all sets of words.
const MAX_MEMBERS: usize = 1 << 23;
/// Most patterns.
const MAX_PATTERNS: usize = 1 << 18;
/// Lists of up to so many words are groups of single words, longer ones are sets.
const FEW_WORDS: usize = 12;
/// Most pattern parts.
const MAX_NODES: usize = 1 << 20;

/// A set of words. Those below the number of words are single words; then come the lexicons that patterns name.
pub(super) type SetId = u32;
/// A group of sets, which stands for the words of all of them.
pub(super) type GroupId = u32;
/// An operation.
pub(super) type OpId = u32;

/// What a pattern part does with a set of positions.
#[derive(Clone, Debug)]
pub(super) enum Op {
    /// One of these words.
    Set(GroupId),
    Seq(Vec<OpId>),
    Alt {
        parts: Vec<OpId>,
        /// The number of the first part among the branches of all patterns.
        first: u32,
    },
    Opt(OpId),
    /// Another pattern.
    Call(u32),
    Gap {
        min: u16,
        max: Option<u16>,
        within: Reach,
    },
    Num {
        capture: Option<NameId>,
        units: Option<GroupId>,
        percent: bool,
        cmp: Option<(CmpOp, Decimal)>,
    },
    Class {
        class: Class,
        min: u16,
        max: u16,
    },
    /// A class of listed characters, folded, ascending.
    Chars {
        chars: Vec<char>,
        min: u16,
        max: u16,
    },
    ClauseStart,
    ClauseEnd,
    NotBefore(GroupId),
    NotAfter(GroupId),
}

/// Where matches may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// At one of these words.
    Set(GroupId),
    /// At a number.
    Number,
    /// Anywhere.
    Any,
}

/// A pattern.
#[derive(Clone, Copy, Debug)]
pub(super) struct Program {
    pub(super) root: OpId,
    pub(super) first: First,
    pub(super) anchor: Option<GroupId>,
    /// The empty text matches.
    pub(super) nullable: bool,
    /// It reads numbers.
    pub(super) numbers: bool,
}

/// All patterns.
#[derive(Debug, Default)]
pub(super) struct Programs {
    ops: Vec<Op>,
    /// By operation: the groups of each of which a word must be in the window for it to lead anywhere, the rarest first.
    needs: Needs,
    pub(super) patterns: Vec<Program>,
    groups: Table,
    /// How many sets there are.
    sets: usize,
    /// The lexicons of each word.
    lexicons_of: Table,
    /// Patterns anchored on each set.
    anchored: Table,
    /// For each set the branches of alternatives that lead nowhere without a word of it or of a set beside it.
    branches: Table,
    /// The branches that need no word.
    open_branches: Marks,
    /// Patterns that have no anchor.
    pub(super) unanchored: Vec<u32>,
    /// The patterns that contain a word that goes beyond its sentence.
    pub(super) crossing: Vec<u32>,
}

/// By operation: a range of groups.
#[derive(Debug, Default)]
struct Needs {
    of: Vec<(u32, u32)>,
    groups: Vec<GroupId>,
}

/// What is known of a part.
#[derive(Clone, Copy, Debug)]
struct Facts {
    op: OpId,
    /// The part is nothing but words.
    set: Option<GroupId>,
    anchor: Option<GroupId>,
    first: First,
    nullable: bool,
    numbers: bool,
    depth: u32,
    size: u64,
}

/// Lists of numbers, each kept once.
#[derive(Default)]
struct Interned {
    lists: Table,
    ids: Index,
}

impl Interned {
    /// The number of a list, which is made a set on the way.
    fn id(&mut self, list: &mut Vec<u32>) -> Result<u32, TextError> {
        order::set(list);
        let mut hash = Fnv::default();
        list.iter().for_each(|number| hash.number(u64::from(*number)));
        let fresh = u32::try_from(self.lists.rows()).map_err(|_| TextError::TooLarge("lexicons"))?;
        let lists = &self.lists;
        let id = self.ids.number(hash, fresh, |id| lists.row(id) == list.as_slice());
        if id == fresh {
            self.lists.push(list);
            if self.lists.items.len() > MAX_MEMBERS {
                return Err(TextError::TooLarge("lexicons"));
            }
        }
        Ok(id)
    }
}

/// Sets of words, and groups of sets.
#[derive(Default)]
struct Sets {
    /// How many words there are.
    words: u32,
    lexicons: Interned,
    groups: Interned,
    /// A list under way.
    list: Vec<u32>,
}

impl Sets {
    fn words(&mut self, words: &[u32]) -> Result<GroupId, TextError> {
        self.list.clear();
        self.list.extend_from_slice(words);
        if words.len() > FEW_WORDS {
            let set = self.words.saturating_add(self.lexicons.id(&mut self.list)?);
            self.list.clear();
            self.list.push(set);
        }
        self.groups.id(&mut self.list)
    }

    fn words_of(&self, group: GroupId) -> impl Iterator<Item = u32> + '_ {
        self.groups.lists.row(group).iter().flat_map(|set| {
            let lexicon = set.checked_sub(self.words);
            let word = if lexicon.is_none() { Some(*set) } else { None };
            word.into_iter().chain(lexicon.into_iter().flat_map(|id| self.lexicons.lists.row(id)).copied())
        })
    }

    fn union(&mut self, groups: &[GroupId]) -> Result<GroupId, TextError> {
        match groups {
            [one] => Ok(*one),
            [one, rest @ ..] if rest.iter().all(|g| g == one) => Ok(*one),
            _ => {
                let sets = || groups.iter().map(|group| self.groups.lists.row(*group));
                let total: usize = sets().map(<[u32]>::len).fold(0, usize::saturating_add);
                if total > MAX_MEMBERS {
                    return Err(TextError::TooLarge("lexicons"));
                }
                self.list.clear();
                self.list.extend(sets().flatten());
                self.groups.id(&mut self.list)
            }
        }
    }
}

/// Compiles all patterns. `percent`: the words that are a per cent sign; `percent_word`: the word 百分之.
pub(super) struct Compiler<'a> {
    pub(super) patterns: &'a [Pattern],
    pub(super) words: &'a Words,
    pub(super) percent: Vec<u32>,
    pub(super) percent_word: Option<u32>,
    pub(super) fold_chars: &'a dyn Fn(&str) -> Vec<char>,
}

struct Building<'a> {
    given: Compiler<'a>,
    sets: Sets,
    built: Vec<Option<Facts>>,
    ops: Vec<Op>,
    needs: Needs,
    /// How many parts all alternatives have together.
    branches: u32,
    /// By group; see [`Self::frequency`].
    frequencies: Vec<Option<f64>>,
}

impl Compiler<'_> {
    pub(super) fn compile(self) -> Result<Programs, TextError> {
        if self.patterns.len() > MAX_PATTERNS {
            return Err(TextError::TooLarge("patterns"));
        }
        let nodes = self.patterns.iter().map(|p| p.nodes.len()).fold(0, usize::saturating_add);
        if nodes > MAX_NODES {
            return Err(TextError::TooLarge("patterns"));
        }
        let order = in_order(self.patterns)?;
        let built = vec![None; self.patterns.len()];
        let words = u32::try_from(self.words.given).unwrap_or(u32::MAX);
        let mut building = Building {
            given: self,
            sets: Sets { words, ..Sets::default() },
            built,
            ops: Vec::new(),
            needs: Needs::default(),
            branches: 0,
            frequencies: Vec::new(),
        };
        for index in order {
            let facts = building.pattern(index)?;
            if let Some(place) = building.built.get_mut(index as usize) {
                *place = Some(facts);
            }
        }
        Ok(building.finish())
    }
}

/// Patterns in an order in which each comes after those it refers to.
fn in_order(patterns: &[Pattern]) -> Result<Vec<u32>, TextError> {
    let mut order = Vec::with_capacity(patterns.len());
    // 0: new, 1: open, 2: done.
    let mut state = vec![0u8; patterns.len()];
    let mut stack: Vec<(u32, usize)> = Vec::new();
    for start in 0..patterns.len() {
        stack.push((u32::try_from(start).unwrap_or(u32::MAX), 0));
        while let Some((index, node)) = stack.pop() {
            let Some(pattern) = patterns.get(index as usize) else { continue };
            let Some(mark) = state.get_mut(index as usize) else { continue };
            if *mark == 2 {
                continue;
            }
            *mark = 1;
            let rest = pattern.nodes.iter().enumerate().skip(node);
            let next =
                rest.filter_map(|(at, n)| if let PatNode::Pattern(to) = n { Some((at, *to)) } else { None }).next();
            let Some((at, to)) = next else {
                *mark = 2;
                order.push(index);
                continue;
            };
            match state.get(to as usize) {
                None => return Err(TextError::Index { table: "patterns", index: to }),
                Some(1) => return Err(TextError::Cycle { key: pattern.key.clone() }),
                Some(0) => stack.extend([(index, at), (to, 0)]),
                Some(_) => stack.push((index, at.saturating_add(1))),
            }
        }
    }
    Ok(order)
}

impl Building<'_> {
    fn op(&mut self, op: Op) -> Result<OpId, TextError> {
        let id = u32::try_from(self.ops.len()).map_err(|_| TextError::TooLarge("patterns"))?;
        self.ops.push(op);
        self.needs.of.push((0, 0));
        Ok(id)
    }

    /// What an operation leads nowhere without.
    fn need(&mut self, op: OpId, groups: impl IntoIterator<Item = GroupId>) {
        let place = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let Needs { of, groups: all } = &mut self.needs;
        if let Some(own) = of.get_mut(op as usize) {
            let first = place(all.len());
            all.extend(groups);
            *own = (first, place(all.len()));
        }
    }

    fn pattern(&mut self, index: u32) -> Result<Facts, TextError> {
        let patterns = self.given.patterns;
        let Some(pattern) = patterns.get(index as usize) else {
            return Err(TextError::Index { table: "patterns", index });
        };
        let mut facts: Vec<Facts> = Vec::with_capacity(pattern.nodes.len());
        for node in &pattern.nodes {
            let next = self.node(node, &facts)?;
            if next.depth > MAX_NESTING {
                return Err(TextError::TooLarge("nesting of a pattern"));
            }
            if next.size > MAX_UNFOLDED {
                return Err(TextError::TooLarge("a pattern"));
            }
            facts.push(next);
        }
        match facts.pop() {
            Some(root) => Ok(root),
            None => self.node(&PatNode::Alt(Vec::new()), &[]),
        }
    }

    fn words(&mut self, words: &[u32]) -> Result<GroupId, TextError> {
        if let Some(bad) = words.iter().find(|w| **w as usize >= self.given.words.given) {
            return Err(TextError::Index { table: "words", index: *bad });
        }
        self.sets.words(words)
    }

    fn of_set(&mut self, set: GroupId) -> Result<Facts, TextError> {
        let op = self.op(Op::Set(set))?;
        self.need(op, [set]);
        let first = First::Set(set);
        let (anchor, set) = (Some(set), Some(set));
        Ok(Facts { op, set, anchor, first, nullable: false, numbers: false, depth: 1, size: 1 })
    }

    /// A part that no word need be in.
    fn plain(&mut self, op: Op, nullable: bool) -> Result<Facts, TextError> {
        let op = self.op(op)?;
        Ok(Facts { op, set: None, anchor: None, first: First::Any, nullable, numbers: false, depth: 1, size: 1 })
    }

    fn node(&mut self, node: &PatNode, facts: &[Facts]) -> Result<Facts, TextError> {
        let operand = |index: &u32| {
            let missing = TextError::Index { table: "pattern parts", index: *index };
            facts.get(*index as usize).copied().ok_or(missing)
        };
        match node {
            PatNode::Word(word) => {
                let set = self.words(&[*word])?;
                self.of_set(set)
            }
            PatNode::Words(words) => {
                let set = self.words(words)?;
                self.of_set(set)
            }
            PatNode::Pattern(to) => {
                let known = self.built.get(*to as usize).copied().flatten();
                let facts = known.ok_or(TextError::Index { table: "patterns", index: *to })?;
                if facts.set.is_some() {
                    return Ok(facts);
                }
                let op = self.op(Op::Call(*to))?;
                self.need(op, facts.anchor);
                Ok(Facts { op, depth: facts.depth.saturating_add(1), size: facts.size.saturating_add(1), ..facts })
            }
            PatNode::Seq(parts) => {
                let parts = parts.iter().map(operand).collect::<Result<Vec<_>, _>>()?;
                self.sequence(&parts)
            }
            PatNode::Alt(parts) => {
                let parts = parts.iter().map(operand).collect::<Result<Vec<_>, _>>()?;
                self.alternatives(&parts)
            }
            PatNode::Opt(part) => {
                let part = operand(part)?;
                let op = self.op(Op::Opt(part.op))?;
                let depth = part.depth.saturating_add(1);
                let size = part.size.saturating_add(1);
                Ok(Facts { op, set: None, anchor: None, nullable: true, depth, size, ..part })
            }
            PatNode::Gap { min, max, within } => {
                self.plain(Op::Gap { min: *min, max: *max, within: *within }, *min == 0)
            }
            PatNode::Num { capture, units, cmp } => self.number(*capture, units, *cmp),
            PatNode::Class { class: Class::Set(chars), min, max } => {
                let mut chars = (self.given.fold_chars)(chars);
                order::set(&mut chars);
                self.plain(Op::Chars { chars, min: *min, max: *max }, *min == 0)
            }
            PatNode::Class { class, min, max } => {
                self.plain(Op::Class { class: class.clone(), min: *min, max: *max }, *min == 0)
            }
            PatNode::ClauseStart => self.plain(Op::ClauseStart, true),
            PatNode::ClauseEnd => self.plain(Op::ClauseEnd, true),
            PatNode::NotBefore(words) => {
                let set = self.words(words)?;
                self.plain(Op::NotBefore(set), true)
            }
            PatNode::NotAfter(words) => {
                let set = self.words(words)?;
                self.plain(Op::NotAfter(set), true)
            }
        }
    }

    fn number(
        &mut self,
        capture: Option<NameId>,
        units: &[u32],
        cmp: Option<(CmpOp, Decimal)>,
    ) -> Result<Facts, TextError> {
        let percent = units.iter().any(|unit| self.given.percent.contains(unit));
        let set = if units.is_empty() { None } else { Some(self.words(units)?) };
        let anchor = match (set, percent.then_some(self.given.percent_word).flatten()) {
            (Some(set), Some(word)) => {
                let with = self.words(&[word])?;
                Some(self.sets.union(&[set, with])?)
            }
            (set, _) => set,
        };
        let op = self.op(Op::Num { capture, units: set, percent, cmp })?;
        self.need(op, anchor);
        Ok(Facts { op, set: None, anchor, first: First::Number, nullable: false, numbers: true, depth: 1, size: 1 })
    }

    fn sequence(&mut self, parts: &[Facts]) -> Result<Facts, TextError> {
        if let [one] = parts {
            return Ok(*one);
        }
        let op = self.op(Op::Seq(parts.iter().map(|p| p.op).collect()))?;
        // Every part that has an anchor needs it; the rarest becomes that of the whole.
        let mut needs: Vec<(f64, GroupId)> = Vec::new();
        for group in parts.iter().filter_map(|p| p.anchor) {
            if !needs.iter().any(|(_, known)| *known == group) {
                needs.push((self.frequency(group), group));
            }
        }
        // Positive numbers stand in the order of their bits.
        order::by_key(&mut needs, |(often, _)| u128::from(often.to_bits()));
        let anchor = needs.first().map(|(_, group)| *group);
        self.need(op, needs.into_iter().map(|(_, group)| group));
        let mut first = None;
        for part in parts {
            // Assertions take no characters: what follows them decides where a match starts.
            if matches!(self.ops.get(part.op as usize), Some(Op::NotBefore(_) | Op::NotAfter(_) | Op::ClauseStart)) {
                continue;
            }
            first = Some(match first {
                None => part.first,
                Some(before) => self.either(&[before, part.first])?,
            });
            if !part.nullable {
                break;
            }
        }
        Ok(Facts {
            op,
            set: None,
            anchor,
            first: first.unwrap_or(First::Any),
            nullable: parts.iter().all(|p| p.nullable),
            numbers: parts.iter().any(|p| p.numbers),
            depth: parts.iter().map(|p| p.depth).max().unwrap_or(0).saturating_add(1),
            size: parts.iter().map(|p| p.size).fold(1, u64::saturating_add),
        })
    }

    fn alternatives(&mut self, parts: &[Facts]) -> Result<Facts, TextError> {
        let sets: Vec<GroupId> = parts.iter().filter_map(|p| p.set).collect();
        let mut ops: Vec<OpId> = Vec::new();
        if !sets.is_empty() {
            let set = self.sets.union(&sets)?;
            let words = self.of_set(set)?;
            if sets.len() == parts.len() {
                return Ok(words);
            }
            ops.push(words.op);
        }
        ops.extend(parts.iter().filter(|p| p.set.is_none()).map(|p| p.op));
        let first = self.branches;
        self.branches = first.saturating_add(u32::try_from(ops.len()).unwrap_or(u32::MAX));
        let op = self.op(Op::Alt { parts: ops, first })?;
        let anchors: Option<Vec<GroupId>> = parts.iter().map(|p| p.anchor).collect();
        let anchor = match anchors {
            Some(groups) if !groups.is_empty() => Some(self.sets.union(&groups)?),
            _ => None,
        };
        self.need(op, anchor);
        let firsts: Vec<First> = parts.iter().map(|p| p.first).collect();
        Ok(Facts {
            op,
            set: None,
            anchor,
            first: self.either(&firsts)?,
            nullable: parts.iter().any(|p| p.nullable),
            numbers: parts.iter().any(|p| p.numbers),
            depth: parts.iter().map(|p| p.depth).max().unwrap_or(0).saturating_add(1),
            size: parts.iter().map(|p| p.size).fold(1, u64::saturating_add),
        })
    }

    fn either(&mut self, firsts: &[First]) -> Result<First, TextError> {
        if !firsts.is_empty() && firsts.iter().all(|f| *f == First::Number) {
            return Ok(First::Number);
        }
        let sets: Option<Vec<GroupId>> =
            firsts.iter().map(|f| if let First::Set(set) = f { Some(*set) } else { None }).collect();
        match sets {
            Some(sets) if !sets.is_empty() => Ok(First::Set(self.sets.union(&sets)?)),
            _ => Ok(First::Any),
        }
    }

    /// How often words of the group may be expected, by their length alone: only used to choose among anchors.
    fn frequency(&mut self, group: GroupId) -> f64 {
        let at = group as usize;
        if let Some(known) = self.frequencies.get(at).copied().flatten() {
            return known;
        }
        let often = |word: &FoldedWord| match self.given.words.letters(word).len() {
            0 => 1.0,
            1 => 0.05,
            2 => 0.05 * 0.05,
            3 => 0.05 * 0.05 * 0.05,
            4 => 0.05 * 0.05 * 0.05 * 0.05,
            _ => 0.05 * 0.05 * 0.05 * 0.05 * 0.05,
        };
        let sum = self.sets.words_of(group).filter_map(|word| self.given.words.get(word)).map(often).sum();
        if self.frequencies.len() <= at {
            self.frequencies.resize(at.saturating_add(1), None);
        }
        if let Some(place) = self.frequencies.get_mut(at) {
            *place = Some(sum);
        }
        sum
    }

    fn finish(self) -> Programs {
        let mut patterns = Vec::with_capacity(self.built.len());
        for facts in self.built.iter().flatten() {
            let Facts { op: root, first, anchor, nullable, numbers, .. } = *facts;
            patterns.push(Program { root, first, anchor, nullable, numbers });
        }
        let Sets { words, lexicons, groups, .. } = self.sets;
        let mut built =
            Programs { ops: self.ops, needs: self.needs, patterns, groups: groups.lists, ..Programs::default() };
        built.sets = (words as usize).saturating_add(lexicons.lists.rows());
        built.lexicons_of = Table::build(
            words as usize,
            (words..).zip(lexicons.lists.all()).flat_map(|(set, list)| list.iter().map(move |word| (*word, set))),
        );
        let anchors = (0u32..).zip(&built.patterns).flat_map(|(index, pattern)| {
            let group = pattern.anchor.map(|group| built.groups.row(group));
            group.into_iter().flatten().map(move |set| (*set, index))
        });
        built.anchored = Table::build(built.sets, anchors);
        let branches = || {
            let alternatives = built.ops.iter().filter_map(|op| match op {
                Op::Alt { parts, first } => Some((*first..).zip(parts)),
                _ => None,
            });
            alternatives.flatten().map(|(branch, part)| (branch, built.needs(*part).first().copied()))
        };
        let needed = Table::build(
            built.sets,
            branches().flat_map(|(branch, need)| {
                let group = need.map(|group| built.groups.row(group));
                group.into_iter().flatten().map(move |set| (*set, branch))
            }),
        );
        let mut open = Marks::of(self.branches as usize);
        branches().filter(|(_, need)| need.is_none()).for_each(|(branch, _)| open.insert(branch));
        (built.branches, built.open_branches) = (needed, open);
        built.unanchored = (0u32..).zip(&built.patterns).filter(|(_, p)| p.anchor.is_none()).map(|(i, _)| i).collect();
        built
    }
}

/// Numbers, as bits.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks(Vec<u64>);

impl Marks {
    fn of(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    #[inline]
    pub(super) fn insert(&mut self, number: u32) {
        if let Some(bits) = self.0.get_mut((number >> 6) as usize) {
            *bits |= 1 << (number & 63);
        }
    }

    #[inline]
    pub(super) fn contains(&self, number: u32) -> bool {
        self.0.get((number >> 6) as usize).is_some_and(|bits| bits >> (number & 63) & 1 == 1)
    }
}

/// A list of numbers for each of the numbers from 0.
#[derive(Debug, Default)]
struct Table {
    at: Vec<u32>,
    items: Vec<u32>,
}

impl Table {
    /// Of pairs of a number below `rows` and an item of its list.
    fn build(rows: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        // Two further on, since the places after a row's own are counted up below.
        let mut at = vec![0u32; rows.saturating_add(2)];
        let mut total = 0usize;
        for (row, _) in pairs.clone() {
            if let Some(count) = at.get_mut((row as usize).saturating_add(2)) {
                *count = count.saturating_add(1);
                total = total.saturating_add(1);
            }
        }
        let mut sum = 0u32;
        for count in &mut at {
            sum = sum.saturating_add(*count);
            *count = sum;
        }
        let mut items = vec![0; total];
        for (row, item) in pairs {
            let Some(next) = at.get_mut((row as usize).saturating_add(1)) else { continue };
            if let Some(place) = items.get_mut(*next as usize) {
                *place = item;
            }
            *next = next.saturating_add(1);
        }
        Self { at, items }
    }

    /// Adds a list.
    fn push(&mut self, list: &[u32]) {
        if self.at.is_empty() {
            self.at.push(0);
        }
        self.items.extend_from_slice(list);
        self.at.push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// How many lists there are.
    const fn rows(&self) -> usize {
        self.at.len().saturating_sub(1)
    }

    /// The lists.
    fn all(&self) -> impl Iterator<Item = &[u32]> + Clone {
        let rows = self.at.windows(2);
        rows.map(|row| if let [first, last] = row { self.items.get(*first as usize..*last as usize) } else { None })
            .map(Option::unwrap_or_default)
    }

    #[inline]
    fn row(&self, row: u32) -> &[u32] {
        let first = self.at.get(row as usize).copied().unwrap_or(0) as usize;
        let last = self.at.get((row as usize).wrapping_add(1)).copied().unwrap_or(0) as usize;
        self.items.get(first..last).unwrap_or(&[])
    }
}

impl Programs {
    /// How many sets there are.
    pub(super) const fn set_count(&self) -> usize {
        self.sets
    }

    /// The patterns anchored on a set.
    #[inline]
    pub(super) fn anchored(&self, set: SetId) -> &[u32] {
        self.anchored.row(set)
    }

    /// Forgets which branches may lead somewhere: those that need no word.
    pub(super) fn start(&self, branches: &mut Marks) {
        branches.0.clone_from(&self.open_branches.0);
    }

    /// Adds the branches that may lead somewhere where a word of the set is.
    #[inline]
    pub(super) fn reach(&self, set: SetId, branches: &mut Marks) {
        self.branches.row(set).iter().for_each(|branch| branches.insert(*branch));
    }

    /// The sets that hold a word: itself, and lexicons.
    #[inline]
    pub(super) fn sets_of(&self, word: u32) -> impl Iterator<Item = SetId> + '_ {
        std::iter::once(word).chain(self.lexicons_of.row(word).iter().copied())
    }

    /// The sets of a group.
    #[inline]
    pub(super) fn sets(&self, group: GroupId) -> &[SetId] {
        self.groups.row(group)
    }

    /// How many groups there are.
    pub(super) fn group_count(&self) -> usize {
        self.groups.rows()
    }

    /// The groups of each of which a word must be in the window for the operation to lead anywhere.
    #[inline]
    pub(super) fn needs(&self, op: OpId) -> &[GroupId] {
        let Needs { of, groups } = &self.needs;
        of.get(op as usize).and_then(|(first, last)| groups.get(*first as usize..*last as usize)).unwrap_or(&[])
    }

    #[inline]
    pub(super) fn op(&self, op: OpId) -> Option<&Op> {
        self.ops.get(op as usize)
    }

    /// Whether a pattern may match where words of the groups are that `has` says, and these branches may lead somewhere: one look
    /// into its alternatives.
    pub(super) fn may_match(&self, program: &Program, branches: &Marks, mut has: impl FnMut(GroupId) -> bool) -> bool {
        let mut root = program.root;
        while let Some(Op::Call(to)) = self.op(root)
            && let Some(program) = self.patterns.get(*to as usize)
        {
            root = program.root;
        }
        let mut all = |op: OpId| self.needs(op).iter().all(|group| has(*group));
        match self.op(root) {
            Some(Op::Alt { parts, first }) => {
                (*first..).zip(parts).any(|(branch, part)| branches.contains(branch) && all(*part))
            }
            _ => all(root),
        }
    }

    /// By set: whether one of the patterns looks at it, itself or through others.
    pub(super) fn looked_at(&self, patterns: impl Iterator<Item = u32>) -> Vec<bool> {
        let mut looked_at = vec![false; self.sets];
        let mut groups = vec![false; self.groups.rows()];
        let mut mark = |group: GroupId| {
            if groups.get_mut(group as usize).is_some_and(|known| !std::mem::replace(known, true)) {
                for set in self.sets(group) {
                    if let Some(place) = looked_at.get_mut(*set as usize) {
                        *place = true;
                    }
                }
            }
        };
        let mut ops = vec![false; self.ops.len()];
        let mut open: Vec<OpId> = Vec::new();
        for program in patterns.filter_map(|pattern| self.patterns.get(pattern as usize)) {
            if let First::Set(group) = program.first {
                mark(group);
            }
            program.anchor.into_iter().for_each(&mut mark);
            open.push(program.root);
            while let Some(id) = open.pop() {
                if ops.get_mut(id as usize).is_none_or(|known| std::mem::replace(known, true)) {
                    continue;
                }
                self.needs(id).iter().copied().for_each(&mut mark);
                match self.op(id) {
                    Some(Op::Set(group) | Op::NotBefore(group) | Op::NotAfter(group)) => mark(*group),
                    Some(Op::Num { units: Some(group), .. }) => mark(*group),
                    Some(Op::Seq(parts) | Op::Alt { parts, .. }) => open.extend(parts),
                    Some(Op::Opt(part)) => open.push(*part),
                    Some(Op::Call(to)) => open.extend(self.patterns.get(*to as usize).map(|program| program.root)),
                    _ => {}
                }
            }
        }
        looked_at
    }

    /// The patterns that contain one of the words (given by index), themselves or through others.
    pub(super) fn users(words: &[bool], patterns: &[Pattern]) -> Result<Vec<u32>, TextError> {
        let mut uses = vec![false; patterns.len()];
        for index in in_order(patterns)? {
            let Some(pattern) = patterns.get(index as usize) else { continue };
            let found = pattern.nodes.iter().any(|node| match node {
                PatNode::Word(word) => words.get(*word as usize) == Some(&true),
                PatNode::Words(all) => all.iter().any(|word| words.get(*word as usize) == Some(&true)),
                PatNode::Pattern(to) => uses.get(*to as usize) == Some(&true),
                _ => false,
            });
            if let Some(place) = uses.get_mut(index as usize) {
                *place = found;
            }
        }
        Ok((0u32..).zip(uses).filter(|(_, uses)| *uses).map(|(index, _)| index).collect())
    }
}
