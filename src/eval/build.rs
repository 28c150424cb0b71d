//! Outcomes → report: waivers, merging, decision, and the texts.

use super::expr::Ground;
use super::facts::{MissingFact, WaiverFact};
use super::fixes;
use super::judge::{Judged, Outcome};
use super::options::{Decision, Detail, Status};
use super::render;
use super::words::{Cut, Hit, KeptSpan};
use crate::diagnostic::Message;
use crate::order;
use crate::pack::linked::{LinkedRaise, LinkedRule};
use crate::pack::model::{Cite, Day, Fix as PackFix, TextId};
use crate::report::{
    Assumption, Citation, Counts, Date, Edit, Exempt, Finding, Fix, InputWarning, Interval, NotEvaluated, Penalty,
    Raised, Report, SCHEMA, Satisfied, Source, Span, Summary, Waived, Waiver,
};
use crate::syntax::tree::{Layer, Party, Scope, Severity};
use crate::text::FoldSet;
use crate::text::span::{Positions, positions};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(super) struct Builder<'b, 'e> {
    g: Ground<'e>,
    judged: &'b Judged,
    /// Positions of every span that is told.
    places: BTreeMap<(u32, u32, u32), Positions>,
    safe: BTreeSet<(usize, usize)>,
}

/// Builds the report. `fixes`: try out which are safe.
pub(crate) fn report(g: Ground<'_>, judged: &Judged, fixes: bool) -> Report {
    let waivers: Vec<Option<&WaiverFact>> = judged.outcomes.iter().map(|o| waiver(g, o)).collect();
    let told = g.options.detail >= Detail::Findings;
    let mut builder = Builder::new(g, judged);
    let mut report = builder.frame(&waivers);
    if told {
        builder.measure();
        if fixes {
            builder.safe = fixes::safe(g, judged, |at| waivers.get(at).is_some_and(Option::is_none));
        }
        builder.tell(&mut report, &waivers);
    } else {
        report.counts = Some(builder.counts(&waivers));
    }
    report
}

/// The texts that a hit stands in.
fn pointers(g: Ground<'_>, hit: Hit) -> Vec<String> {
    match g.words.kept(hit) {
        Some(kept) => kept.spans.iter().map(|s| s.path.clone()).collect(),
        None => {
            let pieces = g.speech.pieces(hit.unit, hit.start, hit.end);
            pieces.into_iter().map(|p| g.facts.pointer_of(p.segment)).collect()
        }
    }
}

/// The waiver that lets an outcome pass.
pub(super) fn waiver<'e>(g: Ground<'e>, outcome: &Outcome) -> Option<&'e WaiverFact<'e>> {
    if g.facts.waivers.is_empty() {
        return None;
    }
    let id = g.p.linked.rules.get(outcome.rule as usize).map_or("", |r| r.id.as_str());
    g.facts.waivers.iter().find(|w| {
        let below = |pointer: &str, scope: &str| {
            pointer.strip_prefix(scope).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let placed = || match w.scope.map(|s| s.trim_end_matches('/')) {
            None | Some("") => true,
            Some(scope) => {
                let mut paths = outcome.hits.iter().flat_map(|h| pointers(g, *h)).peekable();
                paths.peek().is_some() && paths.all(|path| below(&path, scope))
            }
        };
        w.rule == id && w.expiry >= g.options.as_of && placed()
    })
}

impl<'b, 'e> Builder<'b, 'e> {
    pub(super) fn new(g: Ground<'e>, judged: &'b Judged) -> Self {
        Self { g, judged, places: BTreeMap::new(), safe: BTreeSet::new() }
    }
}

impl Builder<'_, '_> {
    pub(super) fn severity(&self, rule: u32) -> Severity {
        let own = self.g.p.linked.rules.get(rule as usize).map_or(Severity::Low, |r| r.rule.severity);
        self.raised(rule).map_or(own, |r| r.severity)
    }

    /// What raises the severity of a rule most, among the packs that are valid during the conduct.
    fn raised(&self, rule: u32) -> Option<&LinkedRaise> {
        let linked = &self.g.p.linked;
        let rule = linked.rules.get(rule as usize)?;
        let valid = |r: &&LinkedRaise| {
            let pack = linked.packs.get(r.pack as usize);
            pack.is_some_and(|p| p.meta.counts(self.g.conduct.from, self.g.conduct.to))
        };
        let higher = rule.raises.iter().filter(|r| r.severity > rule.rule.severity).filter(valid);
        // Of equals the pack that comes first, whose layer is the higher.
        higher.rev().max_by_key(|r| r.severity)
    }

    /// The pack that does something, its layer, and why.
    fn source(&self, pack: u32, message: TextId) -> Option<Source> {
        let linked = &self.g.p.linked;
        let meta = &linked.packs.get(pack as usize)?.meta;
        Some(Source { pack: meta.id.clone(), layer: meta.layer, message: linked.text(message).into() })
    }

    /// The packs whose words made an outcome a finding. Then it is theirs: the law's penalties are for what the law names.
    fn of_added(&self, finding: &mut Finding, outcome: &Outcome) {
        let added = outcome.added.iter().filter_map(|e| self.g.p.linked.extensions.get(*e as usize));
        finding.added_by = added.filter_map(|e| self.source(e.pack, e.message)).collect();
        finding.added_by.dedup();
        if let Some(layer) = finding.added_by.iter().map(|s| s.layer).max() {
            finding.layer = finding.layer.max(layer);
            finding.penalties.clear();
        }
    }

    pub(super) fn id(&self, rule: u32) -> &str {
        self.g.p.linked.rules.get(rule as usize).map_or("", |r| r.id.as_str())
    }

    pub(super) fn decision(&self, waivers: &[Option<&WaiverFact>]) -> Decision {
        let policy = &self.g.options.policy;
        let one = |rule: u32, status: Status| policy.decides(status, self.severity(rule), self.id(rule));
        let outcomes = self.judged.outcomes.iter().zip(waivers).filter(|(_, w)| w.is_none());
        let findings = outcomes.map(|(o, _)| one(o.rule, o.status));
        let unassessed = self.judged.unassessed.iter().map(|r| one(*r, Status::Undetermined));
        let stuck = self.judged.not_evaluated.iter().map(|_| policy.not_evaluated);
        findings.chain(unassessed).chain(stuck).max().unwrap_or(Decision::Pass)
    }

    /// Everything but the findings.
    fn frame(&self, waivers: &[Option<&WaiverFact>]) -> Report {
        let (g, judged) = (self.g, self.judged);
        let mut not_evaluated: Vec<NotEvaluated> = Vec::new();
        let mut stuck = BTreeSet::new();
        for (rule, reason) in &judged.not_evaluated {
            stuck.insert(*rule);
            not_evaluated.push(NotEvaluated { rule: self.id(*rule).to_owned(), reason: *reason });
        }
        let mut input_warnings: Vec<InputWarning> = g
            .facts
            .warnings
            .iter()
            .map(|w| {
                let message = w.message.clone().into();
                InputWarning { path: w.path.clone(), message, suggestion: w.suggestion.clone() }
            })
            .collect();
        input_warnings.extend(self.limits());
        input_warnings.extend(self.required());
        input_warnings.extend(self.unsettled());
        let used = judged.used.iter().zip(&g.p.linked.presumptions).filter(|(used, _)| **used);
        let assumptions =
            used.map(|(_, p)| Assumption { id: p.key.clone(), message: g.p.linked.text(p.message).into() });
        Report {
            schema: SCHEMA,
            engine: env!("CARGO_PKG_VERSION"),
            packs: g.p.packs.clone(),
            conduct: Interval { from: Date(g.conduct.from), to: Date(g.conduct.to) },
            evaluated_on: Date(g.options.as_of),
            scope: if g.options.scope == Scope::Text { vec![Scope::Text] } else { vec![Scope::Text, Scope::All] },
            policy: g.options.policy.id.clone(),
            decision: self.decision(waivers),
            findings: Vec::new(),
            exempt: Vec::new(),
            assumptions: assumptions.collect(),
            waived: Vec::new(),
            input_warnings,
            not_evaluated,
            summary: Summary {
                satisfied: judged.satisfied.len(),
                not_applicable: judged.not_applicable,
                out_of_scope: judged.out_of_scope,
                not_evaluated: stuck.len(),
            },
            counts: None,
            satisfied: None,
        }
    }

    fn limits(&self) -> Vec<InputWarning> {
        let limits = &self.g.options.limits;
        let mut list = Vec::new();
        let mut warn = |zh: String, en: String| {
            list.push(InputWarning { path: String::new(), message: Message::new(zh, en).into(), suggestion: None });
        };
        match self.g.words.cut {
            Some(Cut::TextBytes) => warn(
                format!("文字总长超过上限 text_bytes（{}），超出的部分没有检查", limits.text_bytes),
                format!(
                    "the words exceed the limit text_bytes ({}); what lies beyond it was not read",
                    limits.text_bytes
                ),
            ),
            Some(Cut::Matches) => warn(
                format!("命中数超过上限 matches（{}），其后的文字没有检查", limits.matches),
                format!("the limit matches ({}) was hit; words after it were not read", limits.matches),
            ),
            Some(Cut::Work) => warn(
                format!("工作量超过上限 work（{}），其后的文字没有检查", limits.work),
                format!("the limit work ({}) was hit; words after it were not read", limits.work),
            ),
            None => {}
        }
        if self.judged.findings_cut {
            warn(
                format!("发现超过上限 findings（{}），其余没有列出", limits.findings),
                format!("the limit findings ({}) was hit; the others are not listed", limits.findings),
            );
        }
        let limited = self.judged.not_evaluated.iter().any(|(_, r)| *r == crate::report::Reason::Limit);
        if limited && self.g.words.cut.is_none() && !self.judged.findings_cut {
            warn(
                format!("求值工作量超过上限 rule_work（{}）或 work（{}）", limits.rule_work, limits.work),
                format!("the limit rule_work ({}) or work ({}) was hit", limits.rule_work, limits.work),
            );
        }
        list
    }

    /// In pasted text: what would settle what only facts can settle.
    fn unsettled(&self) -> Option<InputWarning> {
        let (facts, rules) = &self.judged.unsettled;
        if rules.is_empty() {
            return None;
        }
        let name = |f| super::render::missing_zh(self.g.p, self.g.facts.kind, f);
        let zh: Vec<String> = facts.iter().map(name).collect();
        let en: Vec<String> = facts.iter().map(|f| super::render::missing(self.g.p, self.g.facts.kind, f)).collect();
        let count = rules.len();
        Some(InputWarning {
            path: String::new(),
            message: Message::new(
                format!("话里有些说法要看{}才能判断，{count} 条规则没有下结论；在商品页信息中说明后可再查", zh.join("、")),
                format!("some of what is said depends on {}; {count} rules draw no conclusion. State it as facts and check again", en.join(", ")),
            )
            .into(),
            suggestion: None,
        })
    }

    /// Required facts that are not stated.
    fn required(&self) -> Vec<InputWarning> {
        use super::facts::Fact;
        let g = self.g;
        let Fact::Record(root) = &g.facts.root else { return Vec::new() };
        if g.options.scope == Scope::Text {
            return Vec::new();
        }
        let mut list = Vec::new();
        for (slot, fact) in (0u16..).zip(&root.fields) {
            let Some(field) = g.p.field(root.ty, slot).filter(|f| f.required && matches!(fact, Fact::Missing)) else {
                continue;
            };
            let key = g.p.linked.name(field.key);
            list.push(InputWarning {
                path: format!("/{key}"),
                message: Message::new(
                    format!("没有说明{}（{key}），这一项总是需要", field.name),
                    format!("\"{key}\" is not stated; it is always asked for"),
                )
                .into(),
                suggestion: None,
            });
        }
        list
    }

    fn counts(&self, waivers: &[Option<&WaiverFact>]) -> Counts {
        let mut counts = Counts { exempt: self.judged.exempt.len(), ..Counts::default() };
        let mut open: BTreeSet<(u32, &BTreeSet<MissingFact>)> = BTreeSet::new();
        for (outcome, waiver) in self.judged.outcomes.iter().zip(waivers) {
            let count = match (waiver, outcome.status) {
                (Some(_), _) => &mut counts.waived,
                (_, Status::Violation) => &mut counts.violation,
                (_, Status::Suspected) => &mut counts.suspected,
                (_, Status::NeedsEvidence) => &mut counts.needs_evidence,
                (_, Status::NeedsJudgement) => &mut counts.needs_judgement,
                (_, Status::Undetermined) => {
                    open.insert((merge_rule(outcome), &outcome.missing));
                    continue;
                }
            };
            *count = count.saturating_add(1);
        }
        counts.undetermined = open.len().saturating_add(usize::from(!self.judged.unassessed.is_empty()));
        counts
    }

    /// Positions of all hits, each text walked once.
    fn measure(&mut self) {
        let outcomes = self.judged.outcomes.iter().flat_map(|o| &o.hits);
        let exempt = self.judged.exempt.iter().flat_map(|e| &e.hits);
        let mut by_segment: BTreeMap<u32, BTreeSet<(u32, u32)>> = BTreeMap::new();
        for hit in outcomes.chain(exempt) {
            for piece in self.g.speech.pieces(hit.unit, hit.start, hit.end) {
                by_segment.entry(piece.segment).or_default().insert((piece.start, piece.end));
            }
        }
        for (segment, spans) in by_segment {
            let Some(text) = self.g.facts.segments.get(segment as usize).map(|s| s.text.as_ref()) else { continue };
            let ranges: Vec<(usize, usize)> = spans.iter().map(|(a, b)| (*a as usize, *b as usize)).collect();
            for ((start, end), at) in spans.iter().zip(positions(text, &ranges)) {
                self.places.insert((segment, *start, *end), at);
            }
        }
    }

    fn tell(&self, report: &mut Report, waivers: &[Option<&WaiverFact>]) {
        let mut groups: BTreeMap<(&BTreeSet<MissingFact>, u32), Vec<usize>> = BTreeMap::new();
        for (at, (outcome, waiver)) in self.judged.outcomes.iter().zip(waivers).enumerate() {
            if let Some(w) = waiver {
                report.waived.push(Waived { finding: self.finding(&[at]), waiver: told_waiver(w) });
            } else if outcome.status == Status::Undetermined {
                groups.entry((&outcome.missing, merge_rule(outcome))).or_default().push(at);
            } else {
                report.findings.push(self.finding(&[at]));
            }
        }
        report.findings.extend(groups.values().map(|group| self.finding(group)));
        report.findings.extend(self.unassessed());
        for e in &self.judged.exempt {
            let Some(rule) = self.g.p.linked.rules.get(e.rule as usize) else { continue };
            let Some(exception) = rule.rule.exceptions.get(e.exception) else { continue };
            let keep = self.g.p.linked.text(exception.proof);
            report.exempt.push(Exempt {
                rule: rule.id.clone(),
                exception: exception.key.clone(),
                cites: self.cites(&exception.cites),
                spans: self.spans(&e.hits),
                keep: keep.zh,
                keep_en: keep.en,
                name: exception.name.clone(),
            });
        }
        if self.g.options.detail == Detail::All {
            let satisfied = self.judged.satisfied.iter().filter_map(|r| self.g.p.linked.rules.get(*r as usize));
            report.satisfied =
                Some(satisfied.map(|r| Satisfied { rule: r.id.clone(), cites: self.cites(&r.rule.cites) }).collect());
        }
    }

    fn cites(&self, cites: &[Cite]) -> Vec<Citation> {
        self.cites_on(cites, self.g.conduct.to)
    }

    /// Citations in the version that is held of a day.
    fn cites_on(&self, cites: &[Cite], day: Day) -> Vec<Citation> {
        let linked = &self.g.p.linked;
        let told = cites.iter().filter_map(|c| {
            let law = linked.instruments.get(c.law as usize)?;
            let version = law.versions.iter().rev().find(|v| **v <= day).or(law.versions.first());
            Some(Citation {
                law: law.slug.clone(),
                article: (c.article != 0).then_some(c.article),
                sub: c.sub,
                paragraph: c.paragraph,
                item: c.item,
                section: c.section.clone(),
                version: Date(version.copied().unwrap_or(law.effective)),
                text_status: if law.full_text { "full" } else { "partial" },
                title: crate::report::Text { zh: law.title.clone(), en: law.title_en.clone() },
            })
        });
        told.collect()
    }

    fn spans(&self, hits: &[Hit]) -> Vec<Span> {
        let mut told = Vec::with_capacity(hits.len());
        for h in hits {
            if let Some(kept) = self.g.words.kept(*h) {
                told.extend(kept.spans.iter().map(|s| s.told(FoldSet(kept.folds))));
                continue;
            }
            let Some(utterance) = self.g.speech.get(h.unit) else { continue };
            let sentence = self.g.words.sentence(*h);
            for piece in utterance.pieces(h.start, h.end) {
                let Some(at) = self.places.get(&(piece.segment, piece.start, piece.end)) else { continue };
                let Range { start, end } = utterance.place(&piece);
                let text = |range: Range<usize>| utterance.text.get(range).unwrap_or_default();
                let (before, after) = (text(sentence.start..start), text(end..sentence.end));
                told.push(Span {
                    path: self.g.facts.pointer_of(piece.segment),
                    utf8: at.utf8,
                    utf16: at.utf16,
                    chars: at.chars,
                    text: text(start..end).to_owned(),
                    folds: self.g.words.folds(*h).iter().collect(),
                    around: (last(before).trim_start().to_owned(), first(after).trim_end().to_owned()),
                });
            }
        }
        told
    }

    /// A finding; several outcomes are merged.
    fn finding(&self, group: &[usize]) -> Finding {
        let outcomes: Vec<&Outcome> = group.iter().filter_map(|at| self.judged.outcomes.get(*at)).collect();
        let mut rules: Vec<u32> = outcomes.iter().map(|o| o.rule).collect();
        rules.dedup();
        let mut hits: Vec<Hit> = outcomes.iter().flat_map(|o| o.hits.iter().copied()).collect();
        order::by_key(&mut hits, |h| order::key([h.unit, h.start, h.end, h.pattern]));
        hits.dedup_by_key(|h| (h.unit, h.start, h.end));
        let first = outcomes.first();
        let status = first.map_or(Status::Undetermined, |o| o.status);
        let missing: Vec<MissingFact> = first.map(|o| o.missing.iter().cloned().collect()).unwrap_or_default();
        let mut finding = self.of_rules(&rules, status, &missing);
        finding.spans = self.spans(&hits);
        if let ([at], Some(outcome)) = (group, first) {
            self.of_added(&mut finding, outcome);
            self.exceptions(&mut finding, outcome);
            finding.fixes = self.fixes(*at, outcome);
        }
        let mut whys = outcomes.iter().filter_map(|o| o.why.clone());
        finding.why = match (whys.next(), whys.next()) {
            (one, None) => one,
            (Some(a), Some(b)) => Some(crate::report::Why {
                clause: "each of".to_owned(),
                value: a.value,
                given: Vec::new(),
                presumed: None,
                of: [a, b].into_iter().chain(whys).collect(),
            }),
            (None, Some(b)) => Some(b),
        };
        finding
    }

    fn of_rules(&self, rules: &[u32], status: Status, missing: &[MissingFact]) -> Finding {
        let linked = &self.g.p.linked;
        let all: Vec<_> = rules.iter().filter_map(|r| linked.rules.get(*r as usize)).collect();
        let mut bound: BTreeSet<Party> = BTreeSet::new();
        let mut cites: Vec<Citation> = Vec::new();
        for rule in &all {
            bound.extend(rule.rule.binds.iter().copied());
            for cite in self.cites(&rule.rule.cites) {
                if !cites.contains(&cite) {
                    cites.push(cite);
                }
            }
        }
        let single = all.first().filter(|_| all.len() == 1);
        let message = match (status, single) {
            (Status::Undetermined, _) => self.open_message(rules, missing),
            (_, Some(rule)) => linked.text(rule.rule.message),
            _ => Message::default(),
        };
        let severity = rules.iter().map(|r| self.severity(*r)).max().unwrap_or(Severity::Low);
        let own = all.iter().map(|r| r.rule.severity).max().unwrap_or(Severity::Low);
        let mut raises = rules.iter().filter_map(|r| self.raised(*r)).filter(|r| r.severity == severity);
        let raised_by = raises.next().filter(|_| own < severity);
        let raised_by = raised_by.and_then(|r| Some(Raised { from: own, source: self.source(r.pack, r.message)? }));
        let layer = |r: &&LinkedRule| linked.packs.get(r.pack as usize).map(|p| p.meta.layer);
        // The evaluation date decides which penalty is in force, whenever the conduct took place.
        let as_of = self.g.options.as_of;
        let penalties = single.map(|r| r.rule.penalties.as_slice()).unwrap_or_default().iter();
        let penalties = penalties.filter(|p| p.from <= as_of && p.to.is_none_or(|t| as_of <= t)).map(|p| Penalty {
            cites: self.cites_on(std::slice::from_ref(&p.cite), as_of),
            message: linked.text(p.text).into(),
        });
        Finding {
            rule: all.first().map_or_else(String::new, |r| r.id.clone()),
            rules: if all.len() > 1 { all.iter().map(|r| r.id.clone()).collect() } else { Vec::new() },
            status,
            severity,
            bound: bound.into_iter().collect(),
            cites,
            message: message.into(),
            spans: Vec::new(),
            missing: missing.iter().map(|m| render::missing(self.g.p, self.g.facts.kind, m)).collect(),
            evidence: Vec::new(),
            evidence_en: Vec::new(),
            possible_exceptions: Vec::new(),
            fixes: Vec::new(),
            why: None,
            name: single.map_or_else(String::new, |r| r.rule.name.clone()),
            layer: all.iter().filter_map(layer).min().unwrap_or(Layer::Law),
            raised_by,
            added_by: Vec::new(),
            penalties: penalties.collect(),
        }
    }

    /// What an open question asks for.
    fn open_message(&self, rules: &[u32], missing: &[MissingFact]) -> Message {
        let linked = &self.g.p.linked;
        let all: Vec<_> = rules.iter().filter_map(|r| linked.rules.get(*r as usize)).collect();
        let statement = missing.iter().any(|m| matches!(m, MissingFact::Statement(_)));
        let zh =
            missing.iter().map(|m| render::missing_zh(self.g.p, self.g.facts.kind, m)).collect::<Vec<_>>().join("、");
        let en = missing.iter().map(|m| render::missing(self.g.p, self.g.facts.kind, m)).collect::<Vec<_>>().join(", ");
        let messages = |zh: bool| {
            let texts = all.iter().take(3).map(|r| linked.text(r.rule.message));
            let texts = texts.map(|m| if zh { m.zh } else { m.en }).filter(|t| !t.is_empty());
            let mut joined = texts.collect::<Vec<_>>().join(if zh { "；" } else { "; " });
            if all.len() > 3 {
                joined.push_str(if zh { " 等" } else { ", and more" });
            }
            joined
        };
        if statement {
            Message::new(
                format!("还须说明{zh}：{}", messages(true)),
                format!("Still to be stated ({en}): {}", messages(false)),
            )
        } else if missing.is_empty() {
            Message::new(format!("尚不能判断：{}", messages(true)), format!("Cannot be decided: {}", messages(false)))
        } else {
            Message::new(
                format!("没有说明{zh}，尚不能判断：{}", messages(true)),
                format!("Not stated: {en}. Cannot be decided: {}", messages(false)),
            )
        }
    }

    /// The one entry for words that are absent.
    fn unassessed(&self) -> Option<Finding> {
        if self.judged.unassessed.is_empty() {
            return None;
        }
        let missing: Vec<MissingFact> = self.judged.unassessed_missing.iter().cloned().collect();
        let mut finding = self.of_rules(&self.judged.unassessed, Status::Undetermined, &missing);
        let zh =
            missing.iter().map(|m| render::missing_zh(self.g.p, self.g.facts.kind, m)).collect::<Vec<_>>().join("、");
        let count = self.judged.unassessed.len();
        finding.message = Message::new(
            format!("没有提供{zh}，其中的文字未检查（{count} 条规则）；没有这些文字的，请填空列表或 null，或者写 \"complete\": true"),
            format!(
                "Not supplied, so not read ({count} rules): {}. Where there are no such words, say so with null, [] or \"complete\": true",
                finding.missing.join(", ")
            ),
        )
        .into();
        finding.name.clear();
        Some(finding)
    }

    fn exceptions(&self, finding: &mut Finding, outcome: &Outcome) {
        let linked = &self.g.p.linked;
        let Some(rule) = linked.rules.get(outcome.rule as usize) else { return };
        let keys = outcome.possible.iter().filter_map(|i| rule.rule.exceptions.get(*i)).map(|x| x.key.clone());
        finding.possible_exceptions = keys.collect();
        for exception in outcome.needs.iter().filter_map(|i| rule.rule.exceptions.get(*i)) {
            let text = linked.text(exception.proof);
            finding.evidence.push(text.zh);
            if !text.en.is_empty() {
                finding.evidence_en.push(text.en);
            }
        }
    }

    fn fixes(&self, at: usize, outcome: &Outcome) -> Vec<Fix> {
        let linked = &self.g.p.linked;
        let Some(rule) = linked.rules.get(outcome.rule as usize) else { return Vec::new() };
        let mut list = Vec::new();
        for (index, fix) in rule.rule.fixes.iter().enumerate() {
            let kept = outcome.hits.iter().filter_map(|h| self.g.words.kept(*h));
            let kept = kept.flat_map(|k| fixes::kept_edits(fix, k));
            let edits = fixes::edits(fix, self.g.speech, &outcome.hits).into_iter().filter_map(|e| {
                let place = self.places.get(&(e.segment, e.start, e.end))?;
                Some(Edit { path: self.g.facts.pointer_of(e.segment), utf16: place.utf16, insert: e.insert.to_owned() })
            });
            let edits: Vec<Edit> = edits.chain(kept).collect();
            let note = match fix {
                PackFix::Delete { .. } => Message::new("删除这些文字", "Delete these words"),
                PackFix::Replace { with, .. } => {
                    Message::new(format!("改为“{with}”"), format!("Replace with \"{with}\""))
                }
                PackFix::Advise(text) => linked.text(*text),
            };
            if edits.is_empty() && !matches!(fix, PackFix::Advise(_))
                || outcome.status == Status::Undetermined && !edits.is_empty()
            {
                continue;
            }
            list.push(Fix { edits, safe: self.safe.contains(&(at, index)), note: note.into() });
        }
        list
    }
}

/// Characters of a sentence that are kept around a span.
const AROUND: usize = 60;

pub(super) fn first(text: &str) -> &str {
    text.char_indices().nth(AROUND).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

pub(super) fn last(text: &str) -> &str {
    text.char_indices().rev().nth(AROUND.saturating_sub(1)).and_then(|(at, _)| text.get(at..)).unwrap_or(text)
}

/// Outcomes merge by what is missing; where nothing is, each rule stays by itself.
fn merge_rule(outcome: &Outcome) -> u32 {
    if outcome.missing.is_empty() { outcome.rule } else { u32::MAX }
}

impl KeptSpan {
    fn told(&self, folds: FoldSet) -> Span {
        let Self { path, utf8, utf16, chars, text, around } = self.clone();
        Span { path, utf8, utf16, chars, text, folds: folds.iter().collect(), around }
    }
}

fn told_waiver(w: &WaiverFact) -> Waiver {
    Waiver {
        rule: w.rule.to_owned(),
        scope: w.scope.map(str::to_owned),
        reason: w.reason.to_owned(),
        author: w.author.to_owned(),
        expiry: Date(w.expiry),
    }
}
