//! Definitions, presumptions, rules, and the scenarios that test them.

use super::builder::{Builder, Kids};
use super::grammar::Rule as R;
use super::tree::{
    CalendarDecl, DayRange, Define, Example, ExampleInput, ExceptionDecl, Expect, Expected, FactKind, FactLit, FixDecl,
    FixKind, Nature, NormKind, Party, PenaltyDecl, Presume, Proof, Raise, Rule, Scenario, Scope, Severity, Span,
    Spanned, Validity, YearDecl,
};
use pest::iterators::Pair;

fn party(rule: R) -> Option<Party> {
    Some(match rule {
        R::kw_platform => Party::Platform,
        R::kw_seller => Party::Seller,
        R::kw_room_operator => Party::RoomOperator,
        R::kw_host => Party::Host,
        R::kw_agency => Party::Agency,
        R::kw_advertiser => Party::Advertiser,
        R::kw_ad_publisher => Party::Publisher,
        R::kw_ad_operator => Party::AdOperator,
        R::kw_endorser => Party::Endorser,
        _ => return None,
    })
}

fn severity(rule: R) -> Option<Severity> {
    Some(match rule {
        R::kw_low => Severity::Low,
        R::kw_medium => Severity::Medium,
        R::kw_high => Severity::High,
        _ => return None,
    })
}

fn nature(rule: R) -> Option<Nature> {
    Some(match rule {
        R::kw_determinate => Nature::Determinate,
        R::kw_suspected => Nature::Suspected,
        R::kw_judgement => Nature::Judgement,
        _ => return None,
    })
}

fn scope(rule: R) -> Option<Scope> {
    Some(match rule {
        R::kw_text => Scope::Text,
        R::kw_all => Scope::All,
        _ => return None,
    })
}

fn expected(rule: R) -> Option<Expected> {
    Some(match rule {
        R::kw_violates => Expected::Violates,
        R::kw_lawful => Expected::Lawful,
        R::kw_exempt => Expected::Exempt,
        R::kw_suspected => Expected::Suspected,
        R::kw_needs_evidence => Expected::NeedsEvidence,
        R::kw_needs_judgement => Expected::NeedsJudgement,
        R::kw_undetermined => Expected::Undetermined,
        R::kw_none => Expected::None,
        _ => return None,
    })
}

impl Builder<'_> {
    /// The one keyword inside `rule`, as what it stands for.
    fn word<T>(&self, kids: &mut Kids<'_>, rule: R, meaning: fn(R) -> Option<T>) -> Option<Spanned<T>> {
        let pair = kids.eat(rule)?;
        let span = self.span(&pair);
        Some(Spanned { node: meaning(pair.into_inner().next()?.as_rule())?, span })
    }

    pub(super) fn define(&mut self, pair: Pair<'_, R>) -> Option<Define> {
        let mut kids = Kids::of(pair);
        kids.eat(R::kw_define)?;
        let name = self.decl_name(kids.eat(R::decl_name)?)?;
        Some(Define { name, body: self.expr(kids.eat(R::expr)?)? })
    }

    pub(super) fn presume(&mut self, pair: Pair<'_, R>) -> Option<Presume> {
        let mut kids = Kids::of(pair);
        kids.eat(R::kw_presume)?;
        let name = self.decl_name(kids.eat(R::decl_name)?)?;
        let mut out = Presume { name, assume: None, unless: None, softens: None, message: None };
        let mut seen = Vec::new();
        for clause in kids {
            let (rule, at) = (clause.as_rule(), self.span(&clause));
            let mut kids = Kids::of(clause);
            let keyword = kids.next()?;
            let word = keyword.as_rule();
            match rule {
                R::presume_assume => {
                    let definition = self.name(&kids.eat(R::ref_name)?);
                    kids.eat(R::kw_is)?;
                    let value = self.boolean(kids.eat(R::boolean)?)?;
                    self.once(&mut out.assume, &mut seen, word, at, (definition, value));
                }
                R::presume_unless => {
                    let unless = self.expr(kids.eat(R::expr)?)?;
                    self.once(&mut out.unless, &mut seen, word, at, unless);
                }
                R::presume_keeps => {
                    let softens = Spanned { node: word == R::kw_softens, span: self.span(&keyword) };
                    self.once(&mut out.softens, &mut seen, R::kw_keeps, at, softens);
                }
                _ => {
                    let text = self.text(&mut kids)?;
                    self.once(&mut out.message, &mut seen, word, at, text);
                }
            }
        }
        Some(out)
    }

    pub(super) fn rule(&mut self, pair: Pair<'_, R>) -> Option<Rule> {
        let mut kids = Kids::of(pair);
        kids.eat(R::kw_rule)?;
        let name = self.decl_name(kids.eat(R::decl_name)?)?;
        let mut out = Rule {
            name,
            cites: Vec::new(),
            valid: None,
            binds: Vec::new(),
            applies: Vec::new(),
            when: None,
            scope: None,
            norm: None,
            outside: Vec::new(),
            exceptions: Vec::new(),
            severity: None,
            nature: None,
            message: None,
            fixes: Vec::new(),
            penalties: Vec::new(),
            examples: Vec::new(),
        };
        let mut seen = Vec::new();
        for clause in kids {
            self.rule_clause(clause, &mut out, &mut seen)?;
        }
        Some(out)
    }

    fn rule_clause(&mut self, clause: Pair<'_, R>, out: &mut Rule, seen: &mut Vec<(R, Span)>) -> Option<()> {
        let (rule, at) = (clause.as_rule(), self.span(&clause));
        match rule {
            R::c_cites => return self.cites(clause, &mut out.cites),
            R::c_except => {
                out.exceptions.push(self.exception(clause)?);
                return Some(());
            }
            R::c_example => {
                out.examples.push(self.example(clause)?);
                return Some(());
            }
            _ => {}
        }
        let mut kids = Kids::of(clause);
        let keyword = kids.next()?.as_rule();
        match rule {
            R::c_valid => {
                let valid = Validity { from: self.dated(&mut kids, R::kw_from), to: self.dated(&mut kids, R::kw_to) };
                self.once(&mut out.valid, seen, keyword, at, valid);
            }
            R::c_binds => {
                while kids.peek() == Some(R::party) {
                    out.binds.push(self.word(&mut kids, R::party, party)?);
                }
            }
            R::c_applies => {
                let names = self.names(kids.eat(R::name_list)?);
                let when = if kids.has(R::kw_when) { Some(self.expr(kids.eat(R::expr)?)?) } else { None };
                let mut slot = None;
                self.once(&mut slot, seen, keyword, at, (names, when));
                if let Some((names, when)) = slot {
                    out.applies = names;
                    out.when = when;
                }
            }
            R::c_scope => {
                let value = self.word(&mut kids, R::scope, scope)?;
                self.once(&mut out.scope, seen, keyword, at, value);
            }
            R::c_norm => {
                let kind = match keyword {
                    R::kw_forbid => NormKind::Forbid,
                    R::kw_require => NormKind::Require,
                    _ => NormKind::Permit,
                };
                let body = self.expr(kids.eat(R::expr)?)?;
                self.once(&mut out.norm, seen, R::kw_forbid, at, (kind, body));
            }
            R::c_outside => out.outside.extend(self.names(kids.eat(R::name_list)?)),
            R::c_severity => {
                let value = self.word(&mut kids, R::severity, severity)?;
                self.once(&mut out.severity, seen, keyword, at, value);
            }
            R::c_nature => {
                let value = self.word(&mut kids, R::nature, nature)?;
                self.once(&mut out.nature, seen, keyword, at, value);
            }
            R::c_message => {
                let text = self.text(&mut kids)?;
                self.once(&mut out.message, seen, keyword, at, text);
            }
            R::c_fix => {
                let kind = match kids.next()?.as_rule() {
                    R::kw_delete => FixKind::Delete,
                    R::kw_replace => FixKind::Replace(self.string(&kids.eat(R::string)?)),
                    _ => FixKind::Advise(self.text(&mut kids)?),
                };
                out.fixes.push(FixDecl { kind, safe: kids.has(R::kw_safe), span: at });
            }
            R::c_penalty => {
                let cite = self.cite(kids.eat(R::cite)?)?;
                let valid = Validity { from: self.dated(&mut kids, R::kw_from), to: self.dated(&mut kids, R::kw_to) };
                out.penalties.push(PenaltyDecl { cite, valid, text: self.text(&mut kids) });
            }
            _ => return None,
        }
        Some(())
    }

    pub(super) fn raise(&mut self, pair: Pair<'_, R>) -> Option<Raise> {
        let mut kids = Kids::of(pair);
        kids.eat(R::kw_raise)?;
        let mut out = Raise { rule: self.name(&kids.eat(R::ref_name)?), severity: None, message: None };
        let mut seen = Vec::new();
        for clause in kids {
            let (rule, at) = (clause.as_rule(), self.span(&clause));
            let mut kids = Kids::of(clause);
            let keyword = kids.next()?.as_rule();
            if rule == R::c_severity {
                let value = self.word(&mut kids, R::severity, severity)?;
                self.once(&mut out.severity, &mut seen, keyword, at, value);
            } else {
                let text = self.text(&mut kids)?;
                self.once(&mut out.message, &mut seen, keyword, at, text);
            }
        }
        Some(out)
    }

    pub(super) fn calendar(&mut self, pair: Pair<'_, R>) -> Option<CalendarDecl> {
        let mut kids = Kids::of(pair);
        kids.eat(R::kw_calendar)?;
        let name = self.decl_name(kids.eat(R::decl_name)?)?;
        let years = kids.map(|pair| self.calendar_year(pair)).collect::<Option<_>>()?;
        Some(CalendarDecl { name, years })
    }

    fn calendar_year(&mut self, pair: Pair<'_, R>) -> Option<YearDecl> {
        let mut kids = Kids::of(pair);
        kids.eat(R::kw_year)?;
        let number = kids.eat(R::integer)?;
        let node = self.whole(&number, number.as_str(), "年份", "the year", 1949, 2999);
        let year = Spanned { node, span: self.span(&number) };
        let source = self.text(&mut kids);
        let mut days = Vec::new();
        for line in kids {
            let mut kids = Kids::of(line);
            let works = kids.next()?.as_rule() == R::kw_work;
            days.push(DayRange { works, from: self.take_date(&mut kids)?, to: self.dated(&mut kids, R::kw_to) });
        }
        Some(YearDecl { year, source, days })
    }

    fn exception(&mut self, clause: Pair<'_, R>) -> Option<ExceptionDecl> {
        let span = self.span(&clause);
        let mut kids = Kids::of(clause);
        kids.eat(R::kw_except)?;
        let name = self.decl_name(kids.eat(R::decl_name)?)?;
        let mut out = ExceptionDecl { name, cites: Vec::new(), raised: None, proof: None, span };
        let mut seen = Vec::new();
        for clause in kids {
            let (rule, at) = (clause.as_rule(), self.span(&clause));
            if rule == R::c_cites {
                self.cites(clause, &mut out.cites)?;
                continue;
            }
            let mut kids = Kids::of(clause);
            let keyword = kids.next()?.as_rule();
            if rule == R::c_raised {
                let raised = self.expr(kids.eat(R::expr)?)?;
                self.once(&mut out.raised, &mut seen, keyword, at, raised);
            } else {
                let on_request = kids.next()?.as_rule() == R::kw_on_request;
                let text = self.text(&mut kids)?;
                let when = if kids.has(R::kw_when) { Some(self.expr(kids.eat(R::expr)?)?) } else { None };
                self.once(&mut out.proof, &mut seen, keyword, at, Proof { on_request, text, when });
            }
        }
        Some(out)
    }

    fn example(&mut self, clause: Pair<'_, R>) -> Option<Example> {
        let span = self.span(&clause);
        let mut kids = Kids::of(clause);
        kids.eat(R::kw_example)?;
        let expected = self.word(&mut kids, R::expected, expected)?.node;
        let input = match kids.eat(R::string) {
            Some(text) => ExampleInput::Text(self.string(&text)),
            None => {
                let (subject, facts) = self.subject(&mut kids)?;
                ExampleInput::Facts { subject, facts }
            }
        };
        Some(Example { expected, input, span })
    }

    fn subject(&mut self, kids: &mut Kids<'_>) -> Option<(super::tree::Name, FactLit)> {
        let subject = self.name(&kids.eat(R::ref_name)?);
        let pair = kids.eat(R::fact_record)?;
        let span = self.span(&pair);
        Some((subject, FactLit { kind: self.facts(pair)?, span }))
    }

    fn facts(&mut self, pair: Pair<'_, R>) -> Option<FactKind> {
        let mut out = Vec::new();
        for entry in Kids::of(pair) {
            let mut kids = Kids::of(entry);
            let key = self.name(&kids.eat(R::fact_key)?);
            out.push((key, self.fact(kids.eat(R::fact)?)?));
        }
        Some(FactKind::Record(out))
    }

    /// Recurses no deeper than the brackets, which are capped.
    fn fact(&mut self, pair: Pair<'_, R>) -> Option<FactLit> {
        let pair = pair.into_inner().next()?;
        let span = self.span(&pair);
        let kind = match pair.as_rule() {
            R::kw_null => FactKind::Null,
            R::boolean => FactKind::Bool(self.boolean(pair)?),
            R::date | R::bad_date => FactKind::Date(self.date(&pair)?.node),
            R::fact_number => FactKind::Number(super::build_text::digits(pair.as_str())),
            R::string => FactKind::Str(self.string(&pair).node),
            R::fact_list => FactKind::List(Kids::of(pair).map(|p| self.fact(p)).collect::<Option<_>>()?),
            R::fact_record => self.facts(pair)?,
            _ => FactKind::Name(pair.as_str().to_owned()),
        };
        Some(FactLit { kind, span })
    }

    pub(super) fn scenario(&mut self, pair: Pair<'_, R>) -> Option<Scenario> {
        let mut kids = Kids::of(pair);
        kids.eat(R::kw_scenario)?;
        let title = self.string(&kids.eat(R::string)?);
        let mut out = Scenario { title, subject: None, on: None, as_of: None, scope: None, expects: Vec::new() };
        let mut seen = Vec::new();
        for clause in kids {
            let (rule, at) = (clause.as_rule(), self.span(&clause));
            let mut kids = Kids::of(clause);
            let keyword = kids.next()?.as_rule();
            match rule {
                R::s_subject => {
                    let subject = self.subject(&mut kids)?;
                    self.once(&mut out.subject, &mut seen, keyword, at, subject);
                }
                R::s_on => {
                    let date = self.take_date(&mut kids)?;
                    self.once(&mut out.on, &mut seen, keyword, at, date);
                }
                R::s_as_of => {
                    let date = self.take_date(&mut kids)?;
                    self.once(&mut out.as_of, &mut seen, keyword, at, date);
                }
                R::c_scope => {
                    let value = self.word(&mut kids, R::scope, scope)?;
                    self.once(&mut out.scope, &mut seen, keyword, at, value);
                }
                _ => out.expects.push(match kids.next()? {
                    p if p.as_rule() == R::kw_decision => Expect::Decision(self.name(&kids.eat(R::decision)?)),
                    p => Expect::Rule(self.name(&p), self.word(&mut kids, R::expected, expected)?.node),
                }),
            }
        }
        Some(out)
    }
}
