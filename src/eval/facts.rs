//! What a subject states, as a tree of values by slot (the index of a field in its record).
//!
//! Invariants: a record has as many values as its type has fields; a `Copy` value is a range of [`Facts::segments`].

use super::options::Conduct;
use super::utterance::Voice;
use super::value::{Period, Stamp, Val};
use crate::pack::decimal::Decimal;
use crate::pack::model::{Day, Path, Ref};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A value.
#[derive(Clone, Debug)]
pub(crate) enum Fact<'a> {
    /// The key is absent.
    Missing,
    /// Known to be none.
    Null,
    Bool(bool),
    Number(Decimal),
    Date(Day),
    Moment(Stamp),
    Period(Period),
    Text(&'a str),
    /// Public words: a range of the segments.
    Copy {
        first: u32,
        count: u32,
    },
    /// Type and index of the member.
    Member(Ref, u32),
    List(Vec<Fact<'a>>),
    Record(Record<'a>),
}

/// A record.
#[derive(Clone, Debug)]
pub(crate) struct Record<'a> {
    pub ty: Ref,
    pub fields: Vec<Fact<'a>>,
}

impl<'a> Fact<'a> {
    /// As a scalar; lists and records are none.
    pub fn val<'v>(&self, segments: &'v [Segment<'a>]) -> Val<'v>
    where
        'a: 'v,
    {
        match self {
            Self::Missing => Val::Unknown,
            Self::Null => Val::Null,
            Self::Bool(b) => Val::Bool(*b),
            Self::Number(n) => Val::Number(*n),
            Self::Date(d) => Val::Date(*d),
            Self::Moment(m) => Val::Moment(*m),
            Self::Period(p) => Val::Period(*p),
            Self::Text(t) => Val::Text(t),
            Self::Copy { first, count: 1 } => {
                segments.get(*first as usize).map_or(Val::Error, |s| Val::Text(s.text.as_ref()))
            }
            Self::Member(ty, index) => Val::Member(*ty, *index),
            Self::Copy { .. } | Self::List(_) | Self::Record(_) => Val::Error,
        }
    }
}

/// A step of a JSON pointer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// Writes a JSON pointer.
pub(crate) fn pointer(steps: &[Step]) -> String {
    use std::fmt::Write;
    let mut out = String::new();
    for step in steps {
        out.push('/');
        match step {
            Step::Key(k) if k.contains(['~', '/']) => out.push_str(&k.replace('~', "~0").replace('/', "~1")),
            Step::Key(k) => out.push_str(k),
            Step::Index(i) => {
                let _ = write!(out, "{i}");
            }
        }
    }
    out
}

/// A piece of public words that is read by itself.
#[derive(Clone, Debug)]
pub(crate) struct Segment<'a> {
    pub text: Cow<'a, str>,
    /// Range of [`Facts::steps`]: its JSON pointer.
    pub steps: (u32, u32),
    /// The product it speaks about, where that is stated.
    pub product: Option<u32>,
    /// Who speaks it, where it is speech.
    pub voice: Option<Voice<'a>>,
}

/// Evidence that the subject carries.
#[derive(Clone, Debug)]
pub(crate) struct Evidence<'a> {
    pub kind: &'a str,
    pub valid_from: Option<Day>,
    pub valid_to: Option<Day>,
}

/// What the caller chooses to let pass.
#[derive(Clone, Debug)]
pub(crate) struct WaiverFact<'a> {
    pub rule: &'a str,
    pub scope: Option<&'a str>,
    pub reason: &'a str,
    pub author: &'a str,
    pub expiry: Day,
}

/// What the caller vouches to have given completely.
#[derive(Clone, Debug, Default)]
pub(crate) enum Complete {
    #[default]
    Nothing,
    Everything,
    /// Slot paths from the subject; everything below them too.
    These(Vec<Vec<u16>>),
}

impl Complete {
    pub fn covers(&self, slots: &[u16]) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::These(paths) => paths.iter().any(|p| slots.starts_with(p)),
        }
    }
}

/// A fact that would help.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum MissingFact {
    /// A field, by its slots from the subject: the order is that of the declaration.
    Field(Vec<u16>),
    /// Something that a subject of this kind cannot state.
    Foreign(Path),
    /// The list of evidence.
    Evidence,
    /// A statement that stands nowhere yet.
    Statement(Ref),
    /// Which days are worked, in the year of this day.
    Calendar(Day),
}

/// A warning about the input.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Warning {
    pub path: String,
    pub message: crate::diagnostic::Message,
    pub suggestion: Option<String>,
}

/// A subject as read.
#[derive(Clone, Debug)]
pub(crate) struct Facts<'a> {
    /// Index into the engine's kinds.
    pub kind: usize,
    pub root: Fact<'a>,
    pub segments: Vec<Segment<'a>>,
    pub steps: Vec<Step<'a>>,
    /// `None`: not stated. An empty list: stated to be none.
    pub evidence: Option<Vec<Evidence<'a>>>,
    pub conduct: Option<(Day, Option<Day>)>,
    pub waivers: Vec<WaiverFact<'a>>,
    pub complete: Complete,
    /// Places for words that are absent and not vouched for.
    pub missing_words: Vec<MissingFact>,
    pub warnings: Vec<Warning>,
}

impl<'a> Facts<'a> {
    /// The pointer of a segment.
    pub fn pointer_of(&self, segment: u32) -> String {
        let Some(s) = self.segments.get(segment as usize) else { return String::new() };
        self.steps.get(s.steps.0 as usize..s.steps.1 as usize).map_or_else(String::new, pointer)
    }

    /// The conduct: the subject's own, else the caller's, else the evaluation date.
    pub fn conduct(&self, on: Option<Conduct>, as_of: Day) -> Conduct {
        match self.conduct {
            // Still online: it runs to the evaluation date.
            Some((from, to)) => Conduct { from, to: to.unwrap_or(as_of).max(from) },
            None => on.map_or(Conduct::on(as_of), |c| Conduct { to: c.to.max(c.from), ..c }),
        }
    }
}
