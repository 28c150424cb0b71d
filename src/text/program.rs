//! Patterns compiled: node arenas become one arena of operations, words become sets of words, and for every pattern the set of
//! words is found of which every match contains one (its anchor), and the set with which every match starts, where there is one.
//!
//! Invariant: operations refer to smaller indices only, nesting is at most [`MAX_NESTING`] with references followed, and no
//! pattern unfolds to more than [`MAX_UNFOLDED`] operations; so running one is bounded.

use super::api::TextError;
use super::words::Words;
use crate::fnv::Fnv;
use crate::order;
use crate::pack::decimal::Decimal;
use crate::pack::model::{Class, NameId, PatNode, Pattern};
use crate::syntax::tree::{CmpOp, Reach};
use std::collections::BTreeMap;

/// Deepest nesting, references followed.
const MAX_NESTING: u32 = 200;
/// Most operations of one pattern, references followed.
const MAX_UNFOLDED: u64 = 20_000;
/// Most members of all sets of words.
const MAX_MEMBERS: usize = 1 << 23;
/// Most patterns.
const MAX_PATTERNS: usize = 1 << 18;
/// Most pattern parts.
const MAX_NODES: usize = 1 << 20;

/// A set of words.
pub(super) type SetId = u32;
/// No set.
const NO_SET: SetId = SetId::MAX;
/// An operation.
pub(super) type OpId = u32;

/// What a pattern part does with a set of positions.
#[derive(Clone, Debug)]
pub(super) enum Op {
    /// One of these words.
    Set(SetId),
    Seq(Vec<OpId>),
    Alt(Vec<OpId>),
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
        units: Option<SetId>,
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
    NotBefore(SetId),
    NotAfter(SetId),
}

/// Where matches may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// At one of these words.
    Set(SetId),
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
    pub(super) anchor: Option<SetId>,
    /// The empty text matches.
    pub(super) nullable: bool,
    /// It reads numbers.
    pub(super) numbers: bool,
}

/// All patterns.
#[derive(Debug, Default)]
pub(super) struct Programs {
    pub(super) ops: Vec<Op>,
    /// By operation: a set of which a word must be in the window for it to lead anywhere; [`NO_SET`]: none is known.
    needs: Vec<SetId>,
    pub(super) patterns: Vec<Program>,
    /// Sets of each word, ascending, by `word_sets_at`.
    word_sets: Vec<SetId>,
    word_sets_at: Vec<u32>,
    /// Patterns anchored on each set.
    pub(super) anchored: Vec<Vec<u32>>,
    /// For each pattern the sets of which every match contains a word.
    pub(super) required: Vec<Vec<SetId>>,
    /// For each pattern all sets it looks at.
    pub(super) used: Vec<Vec<SetId>>,
    /// Patterns that have no anchor.
    pub(super) unanchored: Vec<u32>,
    /// The patterns that contain a word that goes beyond its sentence.
    pub(super) crossing: Vec<u32>,
}

/// What is known of a part.
#[derive(Clone, Copy, Debug)]
struct Facts {
    op: OpId,
    /// The part is nothing but words.
    set: Option<SetId>,
    anchor: Option<SetId>,
    first: First,
    nullable: bool,
    numbers: bool,
    depth: u32,
    size: u64,
}

#[derive(Default)]
struct Sets {
    members: Vec<Vec<u32>>,
    /// By hash; sets of one hash stand under the numbers after it.
    ids: BTreeMap<u64, SetId>,
    total: usize,
}

impl Sets {
    fn intern(&mut self, mut words: Vec<u32>) -> Result<SetId, TextError> {
        order::set(&mut words);
        let mut hash = Fnv::default();
        words.iter().for_each(|word| hash.number(u64::from(*word)));
        while let Some(id) = self.ids.get(&hash.0) {
            if self.get(*id) == words {
                return Ok(*id);
            }
            hash.0 = hash.0.wrapping_add(1);
        }
        self.total = self.total.saturating_add(words.len());
        if self.total > MAX_MEMBERS {
            return Err(TextError::TooLarge("lexicons"));
        }
        let id = u32::try_from(self.members.len()).map_err(|_| TextError::TooLarge("lexicons"))?;
        self.members.push(words);
        self.ids.insert(hash.0, id);
        Ok(id)
    }

    fn get(&self, set: SetId) -> &[u32] {
        self.members.get(set as usize).map_or(&[], Vec::as_slice)
    }

    fn union(&mut self, sets: &[SetId]) -> Result<SetId, TextError> {
        match sets {
            [one] => Ok(*one),
            [one, rest @ ..] if rest.iter().all(|s| s == one) => Ok(*one),
            _ => {
                let total: usize = sets.iter().map(|s| self.get(*s).len()).fold(0, usize::saturating_add);
                if total > MAX_MEMBERS {
                    return Err(TextError::TooLarge("lexicons"));
                }
                self.intern(sets.iter().flat_map(|s| self.get(*s).iter().copied()).collect())
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
    /// Patterns after those they refer to.
    order: Vec<u32>,
    sets: Sets,
    built: Vec<Option<Facts>>,
    ops: Vec<Op>,
    needs: Vec<SetId>,
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
        let mut building = Building {
            given: self,
            order: order.clone(),
            sets: Sets::default(),
            built,
            ops: Vec::new(),
            needs: Vec::new(),
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
        self.needs.push(NO_SET);
        Ok(id)
    }

    /// What an operation leads nowhere without.
    fn need(&mut self, op: OpId, set: Option<SetId>) {
        if let (Some(place), Some(set)) = (self.needs.get_mut(op as usize), set) {
            *place = set;
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

    fn words(&mut self, words: &[u32]) -> Result<SetId, TextError> {
        if let Some(bad) = words.iter().find(|w| **w as usize >= self.given.words.len()) {
            return Err(TextError::Index { table: "words", index: *bad });
        }
        self.sets.intern(words.to_vec())
    }

    fn of_set(&mut self, set: SetId) -> Result<Facts, TextError> {
        let op = self.op(Op::Set(set))?;
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
        Ok(Facts { op, set: None, anchor, first: First::Number, nullable: false, numbers: true, depth: 1, size: 1 })
    }

    fn sequence(&mut self, parts: &[Facts]) -> Result<Facts, TextError> {
        if let [one] = parts {
            return Ok(*one);
        }
        let op = self.op(Op::Seq(parts.iter().map(|p| p.op).collect()))?;
        let mut anchor = None::<(f64, SetId)>;
        for set in parts.iter().filter_map(|p| p.anchor) {
            let cost = self.frequency(set);
            if anchor.is_none_or(|(best, _)| cost < best) {
                anchor = Some((cost, set));
            }
        }
        let anchor = anchor.map(|(_, set)| set);
        self.need(op, anchor);
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
        let sets: Vec<SetId> = parts.iter().filter_map(|p| p.set).collect();
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
        let op = self.op(Op::Alt(ops))?;
        let anchors: Option<Vec<SetId>> = parts.iter().map(|p| p.anchor).collect();
        let anchor = match anchors {
            Some(sets) if !sets.is_empty() => Some(self.sets.union(&sets)?),
            _ => None,
        };
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
        let sets: Option<Vec<SetId>> =
            firsts.iter().map(|f| if let First::Set(set) = f { Some(*set) } else { None }).collect();
        match sets {
            Some(sets) if !sets.is_empty() => Ok(First::Set(self.sets.union(&sets)?)),
            _ => Ok(First::Any),
        }
    }

    /// How often words of the set may be expected, by their length alone: only used to choose among anchors.
    fn frequency(&self, set: SetId) -> f64 {
        let words = self.sets.get(set).iter().filter_map(|w| self.given.words.get(*w));
        words.map(|word| 0.05f64.powi(i32::try_from(self.given.words.letters(word).len().min(5)).unwrap_or(5))).sum()
    }

    fn finish(self) -> Programs {
        let mut patterns = Vec::with_capacity(self.built.len());
        let mut used = vec![false; self.sets.members.len()];
        let mut mark = |set: SetId| {
            if let Some(place) = used.get_mut(set as usize) {
                *place = true;
            }
        };
        for facts in self.built.iter().flatten() {
            if let First::Set(set) = facts.first {
                mark(set);
            }
            facts.anchor.into_iter().for_each(&mut mark);
            let Facts { op: root, first, anchor, nullable, numbers, .. } = *facts;
            patterns.push(Program { root, first, anchor, nullable, numbers });
        }
        // What became part of a greater set is in no pattern any more.
        let mut alive = vec![false; self.ops.len()];
        for program in &patterns {
            if let Some(place) = alive.get_mut(program.root as usize) {
                *place = true;
            }
        }
        for (index, op) in self.ops.iter().enumerate().rev() {
            let parts = match op {
                _ if !alive.get(index).copied().unwrap_or(false) => continue,
                Op::Seq(parts) | Op::Alt(parts) => parts.as_slice(),
                Op::Opt(part) => std::slice::from_ref(part),
                _ => &[],
            };
            for part in parts {
                if let Some(place) = alive.get_mut(*part as usize) {
                    *place = true;
                }
            }
        }
        let alive = |index: &usize| alive.get(*index).copied().unwrap_or(false);
        self.needs.iter().enumerate().filter(|(index, _)| alive(index)).for_each(|(_, set)| mark(*set));
        for (_, op) in self.ops.iter().enumerate().filter(|(index, _)| alive(index)) {
            match op {
                Op::Set(set) | Op::NotBefore(set) | Op::NotAfter(set) | Op::Num { units: Some(set), .. } => mark(*set),
                _ => {}
            }
        }
        let mut built = Programs { ops: self.ops, needs: self.needs, patterns, ..Programs::default() };
        built.index_words(&self.sets, &used, self.given.words.len());
        built.relate(&self.order);
        built.anchored = vec![Vec::new(); self.sets.members.len()];
        for (index, pattern) in built.patterns.iter().enumerate() {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            match pattern.anchor.and_then(|set| built.anchored.get_mut(set as usize)) {
                Some(list) => list.push(index),
                None => built.unanchored.push(index),
            }
        }
        built
    }
}

impl Programs {
    /// Lists the used sets of each word.
    fn index_words(&mut self, sets: &Sets, used: &[bool], words: usize) {
        let used = || sets.members.iter().zip(0u32..).zip(used).filter(|(_, used)| **used).map(|(set, _)| set);
        let mut next = vec![0u32; words.saturating_add(2)];
        let mut total = 0usize;
        for word in used().flat_map(|(members, _)| members.iter()) {
            total = total.saturating_add(1);
            // Two further on, since the places after a word's own are counted up below.
            if let Some(count) = next.get_mut((*word as usize).saturating_add(2)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0u32;
        for count in &mut next {
            sum = sum.saturating_add(*count);
            *count = sum;
        }
        self.word_sets = vec![0; total];
        for (members, set) in used() {
            for word in members.iter() {
                let Some(at) = next.get_mut((*word as usize).saturating_add(1)) else { continue };
                if let Some(place) = self.word_sets.get_mut(*at as usize) {
                    *place = set;
                }
                *at = at.saturating_add(1);
            }
        }
        self.word_sets_at = next;
    }

    /// The sets that hold a word.
    #[inline]
    pub(super) fn sets_of(&self, word: u32) -> &[SetId] {
        let first = self.word_sets_at.get(word as usize).copied().unwrap_or(0) as usize;
        let last = self.word_sets_at.get((word as usize).wrapping_add(1)).copied().unwrap_or(0) as usize;
        self.word_sets.get(first..last).unwrap_or(&[])
    }

    /// A set of which a word must be in the window for the operation to lead anywhere.
    #[inline]
    pub(super) fn need(&self, op: OpId) -> Option<SetId> {
        self.needs.get(op as usize).copied().filter(|set| *set != NO_SET)
    }

    pub(super) fn op(&self, op: OpId) -> Option<&Op> {
        self.ops.get(op as usize)
    }

    /// Fills [`Self::required`] and [`Self::used`].
    fn relate(&mut self, order: &[u32]) {
        let mut required = vec![Vec::new(); self.patterns.len()];
        let mut used = vec![Vec::new(); self.patterns.len()];
        // By operation: the last pattern that looked at it, and that looked at it as one every match passes through.
        let mut seen = vec![(u32::MAX, u32::MAX); self.ops.len()];
        for index in order {
            let Some(program) = self.patterns.get(*index as usize) else { continue };
            let (mut needs, mut uses) = (Vec::new(), Vec::new());
            if let First::Set(set) = program.first {
                uses.push(set);
            }
            // An operation, and whether every match passes through it.
            let mut open = vec![(program.root, true)];
            while let Some((id, always)) = open.pop() {
                let Some((at_all, for_all)) = seen.get_mut(id as usize) else { continue };
                if *if always { &mut *for_all } else { &mut *at_all } == *index {
                    continue;
                }
                *if always { for_all } else { at_all } = *index;
                uses.extend(self.need(id));
                match self.op(id) {
                    Some(Op::Set(set)) => {
                        uses.push(*set);
                        needs.extend(always.then_some(*set));
                    }
                    Some(Op::Num { units: Some(set), percent, .. }) => {
                        uses.push(*set);
                        needs.extend((always && !percent).then_some(*set));
                    }
                    Some(Op::NotBefore(set) | Op::NotAfter(set)) => uses.push(*set),
                    Some(Op::Seq(parts)) => open.extend(parts.iter().map(|part| (*part, always))),
                    Some(Op::Alt(parts)) => open.extend(parts.iter().map(|part| (*part, false))),
                    Some(Op::Opt(part)) => open.push((*part, false)),
                    Some(Op::Call(to)) => {
                        uses.extend(used.get(*to as usize).into_iter().flatten().copied());
                        let inner = required.get(*to as usize).into_iter().flatten().copied();
                        needs.extend(inner.filter(|_| always));
                    }
                    _ => {}
                }
            }
            order::set(&mut needs);
            needs.truncate(8);
            order::set(&mut uses);
            for (table, list) in [(&mut required, needs), (&mut used, uses)] {
                if let Some(place) = table.get_mut(*index as usize) {
                    *place = list;
                }
            }
        }
        (self.required, self.used) = (required, used);
    }

    /// By set: whether one of the patterns looks at it.
    pub(super) fn looked_at(&self, patterns: impl Iterator<Item = u32>) -> Vec<bool> {
        let mut sets = vec![false; self.anchored.len()];
        for set in patterns.filter_map(|pattern| self.used.get(pattern as usize)).flatten() {
            if let Some(place) = sets.get_mut(*set as usize) {
                *place = true;
            }
        }
        sets
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
