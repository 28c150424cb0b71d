//! Live speech: segments go in one by one, findings come out as soon as they are known, and the memory needed does not grow with
//! the stream.
//!
//! A session reads segments as utterances, just as a check of all of them at once does. A finding is *provisional* until what
//! follows can no longer change it: until its sentence and the next are complete, or the utterance is over. Then it is *final*: it
//! is handed out, never changed, and forgotten. Rules that ask what is said anywhere in the stream are decided by
//! [`Session::finish`]; of the matches they ask about only what can be asked is kept, at most `limits.matches` of them.
//!
//! The findings handed out as final, and those of the last report, are those of a check of the whole script. Two things differ,
//! since words that were spoken cannot be edited: no fix is called safe, and detail `decision` is taken as `findings`.

mod plan;
mod state;
mod tail;

pub use state::StateError;

use super::expr::Ground;
use super::facts::{Facts, Step, Warning};
use super::input::{self, InputError};
use super::judge::{Earlier, Judged, Task, judge_some};
use super::options::{Decision, Detail, Options, Status};
use super::prepare::{Prepared, TypeInfo};
use super::utterance::{Utterances, Voice};
use super::words::{Cut, Kept, KeptSpan, Place, Words, with_scratch};
use crate::diagnostic::Message;
use crate::fnv::Fnv;
use crate::order;
use crate::pack::model::{BaseType, Field, NameId, TypeKind};
use crate::report::{Exempt, Finding, Report, Waived};
use crate::text::ScanLimits;
use crate::text::span::positions;
use plan::Plan;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use tail::Tail;

/// Most warnings about segments that are kept.
const MAX_WARNINGS: usize = 1000;
/// Numbers of utterances of the subject's own words that come after the script begin here.
const AFTER: u32 = 1 << 31;

/// A finding of a live session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Tells it from the other findings of the session; the same from its first appearance to its last.
    pub id: u64,
    /// The finding.
    pub finding: Finding,
}

/// What a segment changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Update {
    /// Provisional findings that are new.
    pub new: Vec<Told>,
    /// Findings that are final from now on. Those that were provisional keep their id.
    #[serde(rename = "final")]
    pub fixed: Vec<Told>,
    /// Ids of provisional findings that no longer hold.
    pub withdrawn: Vec<u64>,
    /// What an exception covers, for good.
    pub exempt: Vec<Exempt>,
    /// Final findings that the caller lets pass.
    pub waived: Vec<Waived>,
}

/// Who speaks a segment, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Voiced {
    speaker: Option<String>,
    from: Option<i64>,
    to: Option<i64>,
}

impl Voiced {
    fn voice(&self) -> Voice<'_> {
        Voice { list: 0, speaker: self.speaker.as_deref(), from: self.from, to: self.to }
    }
}

/// What changes while a session runs.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct State {
    /// The subject; its script stays empty unless some rule reads the segments as facts.
    subject: Map<String, Value>,
    /// Segments so far.
    segments: u32,
    /// Bytes of the segments that are held as facts.
    held: usize,
    /// The utterance that is being spoken.
    tail: Option<Tail>,
    /// Matches about which not everything is said.
    kept: Vec<Kept>,
    earlier: Earlier,
    decision: Decision,
    cut: Option<Cut>,
    warnings: Vec<Warning>,
    /// Provisional findings: hash and id.
    shown: Vec<(u64, u64)>,
    next_id: u64,
    /// Matches were provisional after the last update.
    live: bool,
}

/// A stream of speech under check. Made by [`crate::engine::Engine::session`].
#[derive(Clone, Debug)]
pub struct Session {
    p: Arc<Prepared>,
    options: Options,
    plan: Arc<Plan>,
    /// Index into the engine's kinds.
    kind: usize,
    /// The key of the script as the caller writes it, and how many of the subject's own segments stand before it.
    script: String,
    before: u32,
    /// Kind and products alone: what segments are read against.
    frame: Map<String, Value>,
    state: State,
}

/// What a segment says, read.
struct Spoken {
    text: String,
    path: String,
    voice: Option<Voiced>,
    product: Option<u32>,
    warnings: Vec<Warning>,
}

impl Session {
    /// Starts a session about a subject without its script.
    pub(crate) fn new(p: Arc<Prepared>, subject: &Value, options: &Options) -> Result<Self, InputError> {
        let mut session = Self::empty(p, subject, options)?;
        session.take_own_words()?;
        Ok(session)
    }

    /// A session that has heard nothing, not even the subject's own words.
    fn empty(p: Arc<Prepared>, subject: &Value, options: &Options) -> Result<Self, InputError> {
        let mut options = options.clone();
        options.detail = options.detail.max(Detail::Findings);
        let facts = input::read(&p, subject, &options)?;
        let kind = facts.kind;
        let (Value::Object(subject), Some((key, name))) = (subject, script_of(&p, kind)) else {
            return Err(InputError::one(
                "/kind",
                Message::new("这种主体没有讲稿，不能逐段检查", "a subject of this kind has no script to be spoken"),
            ));
        };
        let script = [p.linked.name(key), name].into_iter().find(|k| subject.contains_key(*k));
        let mut subject = subject.clone();
        let script = match script {
            Some(script) if subject.get(script) != Some(&json!([])) => {
                return Err(InputError::one(
                    format!("/{script}"),
                    Message::new(
                        "讲稿要逐段送入，不能写在主体里；请去掉这一项",
                        "the script is pushed segment by segment; leave it out of the subject",
                    ),
                ));
            }
            Some(script) => script.to_owned(),
            None => p.linked.name(key).to_owned(),
        };
        subject.insert(script.clone(), json!([]));
        let slot = p.kinds.get(kind).and_then(|k| p.slot(k.ty, key)).unwrap_or(u16::MAX);
        let before = before_slot(&p, &facts, slot);
        let plan = Arc::new(Plan::new(&p, kind, Some(key)));
        let frame = frame(&p, kind, &subject);
        let used = vec![false; p.linked.presumptions.len()];
        let state = State {
            subject,
            segments: 0,
            held: 0,
            tail: None,
            kept: Vec::new(),
            earlier: Earlier { used, ..Earlier::default() },
            decision: Decision::Pass,
            cut: None,
            warnings: Vec::new(),
            shown: Vec::new(),
            next_id: 0,
            live: false,
        };
        Ok(Self { p, options, plan, kind, script, before, frame, state })
    }

    /// Scans the words that the subject states besides its script.
    fn take_own_words(&mut self) -> Result<(), InputError> {
        let p = Arc::clone(&self.p);
        let subject = Value::Object(self.state.subject.clone());
        let facts = input::read(&p, &subject, &self.options)?;
        let Some(kind) = p.kinds.get(self.kind) else { return Ok(()) };
        let speech = Utterances::of(&p.text, &facts.segments);
        let words = Words::scan(&p.text, &facts.segments, &speech, &kind.wanted, &self.options.limits);
        self.state.cut = words.cut;
        let mut limited = false;
        for (pattern, of) in (0u32..).zip(&self.plan.uses) {
            for hit in words.of(pattern) {
                let contexts = of.contexts.iter().filter_map(|c| {
                    let holds = words.context(*c, *hit);
                    limited |= holds.is_none();
                    Some((*c, holds?))
                });
                let contexts = contexts.collect();
                let Some(utterance) = speech.get(hit.unit) else { continue };
                let spans = utterance.pieces(hit.start, hit.end).into_iter().filter_map(|piece| {
                    let text = facts.segments.get(piece.segment as usize)?.text.as_ref();
                    let at = positions(text, &[(piece.start as usize, piece.end as usize)]).pop()?;
                    let place = utterance.place(&piece);
                    let sentence = words.sentence(*hit);
                    let slice = |range| utterance.text.get::<std::ops::Range<usize>>(range).unwrap_or_default();
                    Some(KeptSpan {
                        path: facts.pointer_of(piece.segment),
                        utf8: at.utf8,
                        utf16: at.utf16,
                        chars: at.chars,
                        text: slice(place.clone()).to_owned(),
                        around: (
                            super::build::last(slice(sentence.start..place.start)).trim_start().to_owned(),
                            super::build::first(slice(place.end..sentence.end)).trim_end().to_owned(),
                        ),
                    })
                });
                self.state.kept.push(Kept {
                    pattern,
                    place: Place::Own(utterance.first, hit.segment),
                    start: hit.start,
                    end: hit.end,
                    product: hit.product,
                    uncertain: hit.uncertain,
                    folds: words.folds(*hit).0,
                    captures: words.captures(*hit),
                    contexts,
                    spans: spans.collect(),
                    rules: of.rules.clone(),
                });
            }
        }
        self.state.live = !self.state.kept.is_empty();
        if limited {
            self.state.cut.get_or_insert(Cut::Work);
        }
        Ok(())
    }

    /// How many segments were pushed.
    #[must_use]
    pub const fn segments(&self) -> u32 {
        self.state.segments
    }

    /// Takes the next segment: `{"text", "start_ms", "end_ms", "speaker", "channel", "product"}`, or a string.
    ///
    /// # Errors
    /// What is wrong with the segment; it is then left out, and the session is as before. Paths are those of the script,
    /// `/script/0` for the first segment.
    pub fn push(&mut self, segment: &Value) -> Result<Update, InputError> {
        let spoken = self.read(segment)?;
        self.hold(segment);
        let goes_on = self
            .state
            .tail
            .as_ref()
            .is_some_and(|tail| tail.goes_on(&self.p.text, spoken.voice.as_ref(), spoken.product));
        let mut settled = Vec::new();
        if !goes_on {
            self.listen(true, &mut settled);
            let unit = self.state.tail.as_ref().map_or(0, |t| t.unit().saturating_add(1));
            self.state.tail = Some(Tail::new(unit, spoken.voice.clone(), spoken.product));
        }
        let number = self.state.segments;
        self.state.segments = number.saturating_add(1);
        let room = MAX_WARNINGS.saturating_sub(self.state.warnings.len());
        self.state.warnings.extend(spoken.warnings.into_iter().take(room));
        if let Some(tail) = &mut self.state.tail {
            tail.add(number, spoken.path, &spoken.text, spoken.voice);
        }
        let live = self.listen(false, &mut settled);
        self.update(settled, &live)
    }

    /// Adds words to the last segment: for recognisers that hand out a segment bit by bit. However a segment is cut, what is found
    /// is the same as if it had been pushed as a whole.
    ///
    /// # Errors
    /// No segment was pushed yet.
    pub fn append(&mut self, text: &str) -> Result<Update, InputError> {
        let last = self.state.segments.saturating_sub(1) as usize;
        if !self.state.tail.as_mut().is_some_and(|tail| tail.extend(text)) {
            return Err(InputError::one(
                format!("/{}", self.script),
                Message::new("还没有送入任何一段，无处接续", "no segment was pushed yet that could go on"),
            ));
        }
        if let Some(Value::Array(items)) = self.state.subject.get_mut(&self.script)
            && let Some(item) = items.get_mut(last)
        {
            self.state.held = self.state.held.saturating_add(text.len());
            let old = match item {
                Value::Object(map) => {
                    map.iter_mut().find(|(k, _)| matches!(k.as_str(), "text" | "内容")).map(|(_, v)| v)
                }
                other => Some(other),
            };
            if let Some(Value::String(old)) = old {
                old.push_str(text);
            }
        }
        let mut settled = Vec::new();
        let live = self.listen(false, &mut settled);
        self.update(settled, &live)
    }

    /// Ends the stream. The report holds what was not handed out as final before: its findings and those together are those of a
    /// check of the whole script, and its decision and summary are those of the whole.
    ///
    /// # Errors
    /// None that the start of the session did not give.
    pub fn finish(mut self) -> Result<Report, InputError> {
        let mut settled = Vec::new();
        self.listen(true, &mut settled);
        self.keep(settled);
        let p = Arc::clone(&self.p);
        let subject = Value::Object(std::mem::take(&mut self.state.subject));
        let mut facts = input::read(&p, &subject, &self.options)?;
        facts.warnings.retain(|w| !self.is_segment(&w.path));
        facts.warnings.append(&mut self.state.warnings);
        let words = self.words(&facts, &self.state.kept, &[], self.state.cut);
        let speech = Utterances::default();
        let ground = self.ground(&facts, &speech, &words);
        let judged = judge_some(ground, true, Task { rules: None, earlier: Some(&self.state.earlier), record: false });
        let mut report = super::build::report(ground, &judged, false);
        report.decision = report.decision.max(self.state.decision);
        Ok(report)
    }

    /// Whether a path is that of a segment.
    fn is_segment(&self, path: &str) -> bool {
        let rest = path.strip_prefix('/').and_then(|rest| rest.strip_prefix(self.script.as_str()));
        rest.is_some_and(|rest| rest.starts_with('/'))
    }

    /// Reads a segment as the reader of subjects does.
    fn read(&self, segment: &Value) -> Result<Spoken, InputError> {
        let own = format!("/{}/0", self.script);
        let whole = format!("/{}/{}", self.script, self.state.segments);
        let renamed = |path: &str| match path.strip_prefix(own.as_str()) {
            Some(rest) => format!("{whole}{rest}"),
            None => path.to_owned(),
        };
        let mut subject = self.frame.clone();
        subject.insert(self.script.clone(), Value::Array(vec![segment.clone()]));
        let subject = Value::Object(subject);
        let facts = input::read(&self.p, &subject, &self.options).map_err(|mut error| {
            for problem in &mut error.problems {
                problem.path = renamed(&problem.path);
            }
            error
        })?;
        let mut spoken = Spoken {
            text: String::new(),
            path: whole.clone(),
            voice: None,
            product: None,
            warnings: facts.warnings.iter().filter(|w| w.path.starts_with(&own)).cloned().collect(),
        };
        for warning in &mut spoken.warnings {
            warning.path = renamed(&warning.path);
        }
        let mut own_segments = (0u32..).zip(&facts.segments).filter(|(i, _)| facts.pointer_of(*i).starts_with(&own));
        if let Some((index, s)) = own_segments.next() {
            s.text.as_ref().clone_into(&mut spoken.text);
            spoken.path = renamed(&facts.pointer_of(index));
            spoken.product = s.product;
            spoken.voice = s.voice.map(|v| Voiced { speaker: v.speaker.map(str::to_owned), from: v.from, to: v.to });
        }
        Ok(spoken)
    }

    /// Holds a segment as a fact, where rules read segments as facts.
    fn hold(&mut self, segment: &Value) {
        if !self.plan.reads_script {
            return;
        }
        let Some(Value::Array(items)) = self.state.subject.get_mut(&self.script) else { return };
        let bytes = segment.to_string().len();
        let limits = &self.options.limits;
        if items.len() >= limits.list_length || self.state.held.saturating_add(bytes) > limits.text_bytes {
            self.state.cut.get_or_insert(Cut::TextBytes);
            return;
        }
        self.state.held = self.state.held.saturating_add(bytes);
        items.push(segment.clone());
    }

    /// Scans the tail: adds to `settled` what nothing to come can change, and gives the rest. `closed`: nothing comes.
    fn listen(&mut self, closed: bool, settled: &mut Vec<Kept>) -> Vec<Kept> {
        let p = Arc::clone(&self.p);
        let (Some(tail), Some(kind)) = (&mut self.state.tail, p.kinds.get(self.kind)) else { return Vec::new() };
        let joined = tail.joined();
        let limits = ScanLimits { matches: self.options.limits.matches, work: self.options.limits.work };
        let scan = with_scratch(|scratch| p.text.scan(&joined.text, &kind.wanted, &limits, scratch));
        let boundary = tail.boundary(&p.text, &joined, &scan.matches, closed);
        let mut live = Vec::new();
        let mut limited = false;
        for m in scan.matches.iter().filter(|m| m.start >= tail.settled()) {
            let Some(of) = self.plan.of(m.pattern) else { continue };
            let (mut kept, cut) = tail.keep(&joined, &scan, m, &of.contexts);
            limited |= cut;
            kept.rules.clone_from(&of.rules);
            if m.start < boundary { settled.push(kept) } else { live.push(kept) }
        }
        let limit = scan.outcome().limit.map(|limit| match limit {
            crate::text::Limit::Matches => Cut::Matches,
            crate::text::Limit::Work => Cut::Work,
            crate::text::Limit::Text => Cut::TextBytes,
        });
        if let Some(cut) = limit.or(limited.then_some(Cut::Work)) {
            self.state.cut.get_or_insert(cut);
        }
        drop(scan);
        tail.trim(&p.text, &joined, boundary);
        live
    }

    /// Keeps matches that rules may still ask about, as far as there is room.
    fn keep(&mut self, mut more: Vec<Kept>) {
        more.retain(|k| !k.rules.is_empty() || self.plan.of(k.pattern).is_some_and(|of| of.streamwide));
        let room = self.options.limits.matches.saturating_sub(self.state.kept.len());
        if more.len() > room {
            more.truncate(room);
            self.state.cut.get_or_insert(Cut::Matches);
        }
        self.state.kept.append(&mut more);
    }

    fn ground<'e>(&'e self, facts: &'e Facts<'e>, speech: &'e Utterances<'e>, words: &'e Words<'e>) -> Ground<'e> {
        let conduct = facts.conduct(self.options.on, self.options.as_of);
        Ground { p: &self.p, facts, speech, words, options: &self.options, conduct }
    }

    /// Matches as the judge reads them.
    fn words<'e>(&self, facts: &Facts, kept: &'e [Kept], live: &'e [Kept], cut: Option<Cut>) -> Words<'e> {
        // Where segments are facts, they stand between the subject's own words.
        let held = if self.plan.reads_script {
            let all = (0u32..).zip(&facts.segments);
            let count = all.filter(|(i, _)| self.is_segment(&facts.pointer_of(*i))).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        } else {
            0
        };
        let place = |k: &Kept| match k.place {
            Place::Own(unit, segment) if segment < self.before => (unit, segment),
            Place::Own(unit, segment) => (AFTER.saturating_add(unit), segment.saturating_add(held)),
            // Without segments as facts no place is in the script.
            Place::Script(unit, number) => (
                self.before.saturating_add(unit),
                if held == 0 { u32::MAX } else { self.before.saturating_add(number) },
            ),
        };
        Words::of_kept(kept.iter().chain(live).map(|k| (place(k), k)), cut)
    }

    /// What is new, final and withdrawn.
    fn update(&mut self, settled: Vec<Kept>, live: &[Kept]) -> Result<Update, InputError> {
        let mut update = Update::default();
        // What the subject's own words say is settled from the start.
        let mut settled = settled;
        if self.state.segments <= 1 {
            let fresh = |k: &Kept| matches!(k.place, Place::Own(..));
            let (own, rest): (Vec<Kept>, Vec<Kept>) = std::mem::take(&mut self.state.kept).into_iter().partition(fresh);
            self.state.kept = rest;
            settled.extend(own);
        }
        let changed = !settled.is_empty() || !live.is_empty() || self.state.live;
        self.state.live = !live.is_empty();
        if !changed {
            return Ok(update);
        }
        let p = Arc::clone(&self.p);
        let subject = Value::Object(self.state.subject.clone());
        let facts = input::read(&p, &subject, &self.options)?;
        let finals = self.settle(&facts, &mut settled);
        self.state.decision = self.state.decision.max(finals.decision);
        update.exempt = finals.exempt;
        update.waived = finals.waived;
        self.keep(settled);

        let words = self.words(&facts, &self.state.kept, live, self.state.cut);
        let speech = Utterances::default();
        let ground = self.ground(&facts, &speech, &words);
        let judged = judge_some(ground, true, Task { rules: Some(&self.plan.words), earlier: None, record: false });
        let judged = Judged { outcomes: judged.outcomes, ..Judged::default() };
        let provisional = super::build::report(ground, &judged, false).findings;

        let mut before = std::mem::take(&mut self.state.shown);
        let mut id_of = |hash: u64, next: &mut u64| match before.iter().position(|(h, _)| *h == hash) {
            Some(at) => (before.remove(at).1, false),
            None => {
                let id = *next;
                *next = next.saturating_add(1);
                (id, true)
            }
        };
        for finding in finals.findings {
            let (id, _) = id_of(hash(&finding), &mut self.state.next_id);
            update.fixed.push(Told { id, finding });
        }
        let mut shown = Vec::with_capacity(provisional.len());
        for finding in provisional {
            let hash = hash(&finding);
            let (id, new) = id_of(hash, &mut self.state.next_id);
            shown.push((hash, id));
            if new {
                update.new.push(Told { id, finding });
            }
        }
        update.withdrawn = before.into_iter().map(|(_, id)| id).collect();
        update.withdrawn.sort_unstable();
        self.state.shown = shown;
        Ok(update)
    }

    /// Judges settled matches by the rules that ask about nothing else, and strikes these rules from them. What such a rule leaves
    /// undetermined stays, since the report tells it once for the whole stream.
    fn settle(&mut self, facts: &Facts, settled: &mut [Kept]) -> Finals {
        let p = Arc::clone(&self.p);
        let none = Finals::default();
        if settled.is_empty() {
            return none;
        }
        let words = self.words(facts, settled, &[], None);
        let speech = Utterances::default();
        let ground = self.ground(facts, &speech, &words);
        let mut judged = judge_some(ground, true, Task { rules: Some(&p.local), earlier: None, record: false });
        // Of overlapping matches one is told: a rule is done with all of them or with none.
        let clusters = clusters(settled);
        let cluster = |hits: &[super::words::Hit]| hits.first().and_then(|h| clusters.get(h.index() as usize)).copied();
        let open: BTreeSet<(u32, usize)> = judged
            .outcomes
            .iter()
            .filter(|o| o.status == Status::Undetermined)
            .filter_map(|o| Some((o.rule, cluster(&o.hits)?)))
            .collect();
        let is_open = |rule: u32, hits: &[super::words::Hit]| cluster(hits).is_some_and(|c| open.contains(&(rule, c)));
        judged.outcomes.retain(|o| !is_open(o.rule, &o.hits));
        judged.exempt.retain(|e| !is_open(e.rule, &e.hits));
        let earlier = &mut self.state.earlier;
        earlier.found.extend(judged.outcomes.iter().map(|o| o.rule));
        earlier.touched.extend(judged.outcomes.iter().map(|o| o.rule));
        earlier.touched.extend(judged.exempt.iter().map(|e| e.rule));
        for (rule, reason) in &judged.not_evaluated {
            if *reason != crate::report::Reason::LawNotHeld {
                earlier.failed.insert(*rule, *reason);
            }
        }
        earlier.findings_cut |= judged.findings_cut;
        earlier.unsettled.0.append(&mut judged.unsettled.0);
        earlier.unsettled.1.append(&mut judged.unsettled.1);
        for (used, now) in earlier.used.iter_mut().zip(&judged.used) {
            *used |= *now;
        }
        let told = Judged { outcomes: judged.outcomes, exempt: judged.exempt, ..Judged::default() };
        let ground = self.ground(facts, &speech, &words);
        let Report { findings, exempt, waived, decision, .. } = super::build::report(ground, &told, false);
        for (k, cluster) in settled.iter_mut().zip(&clusters) {
            k.rules.retain(|rule| p.local.get(*rule as usize) != Some(&true) || open.contains(&(*rule, *cluster)));
        }
        Finals { findings, exempt, waived, decision }
    }
}

/// What became final.
struct Finals {
    findings: Vec<Finding>,
    exempt: Vec<Exempt>,
    waived: Vec<Waived>,
    decision: Decision,
}

impl Default for Finals {
    fn default() -> Self {
        Self { findings: Vec::new(), exempt: Vec::new(), waived: Vec::new(), decision: Decision::Pass }
    }
}

/// For each match the cluster of overlapping ones that it is of.
fn clusters(kept: &[Kept]) -> Vec<usize> {
    let unit = |k: &Kept| match k.place {
        Place::Own(unit, _) => unit,
        Place::Script(unit, _) => AFTER.saturating_add(unit),
    };
    let mut sorted: Vec<(usize, &Kept)> = kept.iter().enumerate().collect();
    order::by_key(&mut sorted, |(_, k)| order::key([0, unit(k), k.start, k.end]));
    let mut of = vec![0; kept.len()];
    let (mut count, mut last) = (0usize, None::<(u32, u32)>);
    for (index, k) in sorted {
        let goes_on = last.is_some_and(|(u, end)| u == unit(k) && k.start < end);
        if !goes_on {
            count = count.saturating_add(1);
        }
        let reach = last.filter(|_| goes_on).map_or(k.end, |(_, end)| end.max(k.end));
        last = Some((unit(k), reach));
        if let Some(place) = of.get_mut(index) {
            *place = count;
        }
    }
    of
}

fn hash(finding: &Finding) -> u64 {
    let mut hash = Fnv::default();
    hash.bytes(serde_json::to_string(finding).unwrap_or_default().as_bytes());
    hash.0
}

/// The field of a kind that holds speech: a list of records that say who speaks, or the words of its script.
fn script_of(p: &Prepared, kind: usize) -> Option<(NameId, &str)> {
    let ty = p.kinds.get(kind)?.ty;
    let TypeKind::Record { fields, .. } = &p.linked.types.get(ty as usize)?.kind else { return None };
    let speech = |slot: u16| {
        let record = p.field_record(ty, slot)?;
        match p.types.get(record as usize)? {
            TypeInfo::Record { speech, .. } => *speech,
            TypeInfo::Members { .. } => None,
        }
    };
    let spoken = |slot: u16, field: &Field| match field.ty.base {
        BaseType::Copy => field.ty.lists == 0 && p.linked.name(field.key) == input::SCRIPT,
        _ => field.ty.lists == 1 && speech(slot).is_some(),
    };
    let of = (0u16..).zip(fields).find(|(slot, field)| spoken(*slot, field));
    of.map(|(_, field)| (field.key, field.name.as_str()))
}

/// Whether the key of a subject is its script's.
fn is_script(p: &Prepared, subject: &Map<String, Value>, key: &str) -> bool {
    let kind = subject.get("kind").and_then(Value::as_str).and_then(|k| p.kind_names.get(k));
    let script = kind.and_then(|kind| script_of(p, *kind));
    script.is_some_and(|(id, name)| key == name || key == p.linked.name(id))
}

/// How many of a subject's segments stand in fields before a slot.
fn before_slot(p: &Prepared, facts: &Facts, slot: u16) -> u32 {
    let ty = p.kinds.get(facts.kind).map_or(u32::MAX, |k| k.ty);
    let Some(TypeInfo::Record { keys, .. }) = p.types.get(ty as usize) else { return 0 };
    let earlier = facts.segments.iter().take_while(|s| match facts.steps.get(s.steps.0 as usize) {
        Some(Step::Key(key)) => keys.get(*key).is_some_and(|k| k.slot < slot),
        _ => false,
    });
    u32::try_from(earlier.count()).unwrap_or(u32::MAX)
}

/// The kind, and of each product what a segment may name it by.
fn frame(p: &Prepared, kind: usize, subject: &Map<String, Value>) -> Map<String, Value> {
    let mut frame = Map::new();
    frame.extend(subject.get("kind").map(|k| ("kind".to_owned(), k.clone())));
    let Some(kind) = p.kinds.get(kind) else { return frame };
    let super::prepare::GoodsPlan::List { slot } = kind.goods else { return frame };
    let Some(TypeInfo::Record { keys, .. }) = p.types.get(kind.ty as usize) else { return frame };
    let goods_keys = p.field_record(kind.ty, slot).and_then(|ty| p.types.get(ty as usize));
    let names = |key: &str| match goods_keys {
        Some(TypeInfo::Record { keys, .. }) => {
            let of = |name: &str| keys.get(name).map(|k| k.slot);
            of(key).is_some_and(|slot| ["id", "title", "name"].iter().any(|n| of(n) == Some(slot)))
        }
        _ => false,
    };
    for (key, list) in subject.iter().filter(|(key, _)| keys.get(key.as_str()).is_some_and(|k| k.slot == slot)) {
        let items = list.as_array().map_or(&[][..], Vec::as_slice).iter().map(|item| match item {
            Value::Object(map) => {
                let named = map.iter().filter(|(key, _)| names(key));
                Value::Object(named.map(|(k, v)| (k.clone(), v.clone())).collect())
            }
            other => other.clone(),
        });
        frame.insert(key.clone(), Value::Array(items.collect()));
    }
    frame
}
