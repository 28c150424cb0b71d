//! Packs, instruments and the declarations of facts.

use super::builder::{Builder, Kids};
use super::error;
use super::grammar::Rule;
use super::tree::{
    ArticleDecl, Category, EnumDecl, FieldDecl, Instrument, Layer, NotEncoded, Pack, RecordDecl, Span, Spanned,
    Taxonomy, TypeRef, Validity,
};
use pest::iterators::Pair;

fn layer(rule: Rule) -> Option<Layer> {
    Some(match rule {
        Rule::kw_law => Layer::Law,
        Rule::kw_code => Layer::Code,
        Rule::kw_platform_layer => Layer::Platform,
        Rule::kw_campaign => Layer::Campaign,
        _ => return None,
    })
}

fn reason(rule: Rule) -> Option<NotEncoded> {
    Some(match rule {
        Rule::kw_definition => NotEncoded::Definition,
        Rule::kw_scope_reason => NotEncoded::Scope,
        Rule::kw_authority_process => NotEncoded::AuthorityProcess,
        Rule::kw_penalty_reason => NotEncoded::Penalty,
        Rule::kw_register => NotEncoded::Register,
        Rule::kw_open_norm => NotEncoded::OpenNorm,
        Rule::kw_encouragement => NotEncoded::Encouragement,
        Rule::kw_not_selling => NotEncoded::NotSelling,
        _ => return None,
    })
}

fn type_word(rule: Rule) -> Option<TypeRef> {
    Some(match rule {
        Rule::kw_bool => TypeRef::Bool,
        Rule::kw_int => TypeRef::Int,
        Rule::kw_decimal => TypeRef::Decimal,
        Rule::kw_money => TypeRef::Money,
        Rule::kw_date => TypeRef::Date,
        Rule::kw_datetime => TypeRef::DateTime,
        Rule::kw_duration => TypeRef::Duration,
        Rule::kw_percent => TypeRef::Percent,
        Rule::kw_text => TypeRef::Text,
        Rule::kw_copy => TypeRef::Copy,
        _ => return None,
    })
}

impl Builder<'_> {
    pub(super) fn pack(&mut self, pair: Pair<'_, Rule>) -> Option<Pack> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_pack)?;
        let id = self.name(&kids.eat(Rule::pack_id)?);
        let version = self.version(&kids.eat(Rule::integer)?);
        let (mut title, mut the_layer, mut publisher, mut valid, mut uses) = (None, None, None, None, Vec::new());
        let mut seen = Vec::new();
        for clause in kids {
            let (rule, at) = (clause.as_rule(), self.span(&clause));
            let mut kids = Kids::of(clause);
            let keyword = kids.next()?.as_rule();
            match rule {
                Rule::pack_title => {
                    let text = self.text(&mut kids)?;
                    self.once(&mut title, &mut seen, keyword, at, text);
                }
                Rule::pack_publisher => {
                    let text = self.text(&mut kids)?;
                    self.once(&mut publisher, &mut seen, keyword, at, text);
                }
                Rule::pack_layer => {
                    let pair = kids.eat(Rule::layer)?;
                    let span = self.span(&pair);
                    let node = layer(pair.into_inner().next()?.as_rule())?;
                    self.once(&mut the_layer, &mut seen, keyword, at, Spanned { node, span });
                }
                Rule::c_valid => {
                    let dates =
                        Validity { from: self.dated(&mut kids, Rule::kw_from), to: self.dated(&mut kids, Rule::kw_to) };
                    self.once(&mut valid, &mut seen, keyword, at, dates);
                }
                _ => {
                    let pack = self.name(&kids.eat(Rule::pack_id)?);
                    let lowest = self.version(&kids.eat(Rule::integer)?);
                    uses.push((pack, lowest));
                }
            }
        }
        Some(Pack { id, version, title, layer: the_layer, publisher, valid, uses })
    }

    fn version(&mut self, pair: &Pair<'_, Rule>) -> Spanned<u32> {
        let node = self.whole(pair, pair.as_str(), "版本号", "the version", 1, 999_999_999);
        Spanned { node, span: self.span(pair) }
    }

    pub(super) fn instrument(&mut self, pair: Pair<'_, Rule>) -> Option<Instrument> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_instrument)?;
        let slug = self.name(&kids.eat(Rule::ident)?);
        let title = self.text(&mut kids)?;
        let mut out = Instrument {
            slug,
            title,
            issuer: None,
            number: None,
            promulgated: None,
            effective: None,
            repealed: None,
            versions: Vec::new(),
            full_text: None,
            articles: Vec::new(),
        };
        let mut seen = Vec::new();
        for clause in kids {
            self.instrument_clause(clause, &mut out, &mut seen)?;
        }
        Some(out)
    }

    fn instrument_clause(
        &mut self,
        clause: Pair<'_, Rule>,
        out: &mut Instrument,
        seen: &mut Vec<(Rule, Span)>,
    ) -> Option<()> {
        let (rule, at) = (clause.as_rule(), self.span(&clause));
        if rule == Rule::ins_article {
            out.articles.push(self.article(clause)?);
            return Some(());
        }
        let mut kids = Kids::of(clause);
        let keyword = kids.next()?.as_rule();
        match rule {
            Rule::ins_issuer => {
                let text = self.text(&mut kids)?;
                self.once(&mut out.issuer, seen, keyword, at, text);
            }
            Rule::ins_number => {
                let text = self.text(&mut kids)?;
                self.once(&mut out.number, seen, keyword, at, text);
            }
            Rule::ins_text => {
                let pair = kids.next()?;
                let value = Spanned { node: pair.as_rule() == Rule::kw_full, span: self.span(&pair) };
                self.once(&mut out.full_text, seen, keyword, at, value);
            }
            _ => {
                let date = self.take_date(&mut kids)?;
                match rule {
                    Rule::ins_promulgated => self.once(&mut out.promulgated, seen, keyword, at, date),
                    Rule::ins_effective => self.once(&mut out.effective, seen, keyword, at, date),
                    Rule::ins_repealed => self.once(&mut out.repealed, seen, keyword, at, date),
                    _ => out.versions.push(date),
                }
            }
        }
        Some(())
    }

    fn article(&mut self, pair: Pair<'_, Rule>) -> Option<ArticleDecl> {
        let span = self.span(&pair);
        let mut kids = Kids::of(pair);
        let part = self.part(kids.eat(Rule::part)?)?;
        let (mut to, mut to_date) = (None, None);
        if kids.has(Rule::kw_to) {
            match kids.eat(Rule::part) {
                Some(pair) => to = self.part(pair),
                None => to_date = self.take_date(&mut kids),
            }
        }
        let from_date = self.dated(&mut kids, Rule::kw_from);
        if kids.has(Rule::kw_to) {
            to_date = self.take_date(&mut kids);
        }
        let not_encoded = if kids.has(Rule::kw_not_encoded) {
            let pair = kids.eat(Rule::reason)?;
            let span = self.span(&pair);
            Some(Spanned { node: reason(pair.into_inner().next()?.as_rule())?, span })
        } else {
            None
        };
        let text = self.text(&mut kids);
        Some(ArticleDecl { part, to, from_date, to_date, not_encoded, text, span })
    }

    pub(super) fn enumeration(&mut self, pair: Pair<'_, Rule>) -> Option<EnumDecl> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_enum)?;
        let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
        let doc = self.text(&mut kids);
        let mut members = Vec::new();
        for member in kids {
            let mut kids = Kids::of(member);
            members.push((self.decl_name(kids.eat(Rule::decl_name)?)?, self.text(&mut kids)));
        }
        Some(EnumDecl { name, doc, members })
    }

    pub(super) fn taxonomy(&mut self, pair: Pair<'_, Rule>) -> Option<Taxonomy> {
        let mut kids = Kids::of(pair);
        kids.eat(Rule::kw_taxonomy)?;
        let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
        let doc = self.text(&mut kids);
        let roots = kids.map(|p| self.category(p)).collect::<Option<_>>()?;
        Some(Taxonomy { name, doc, roots })
    }

    /// Recurses no deeper than the brackets, which are capped.
    fn category(&mut self, pair: Pair<'_, Rule>) -> Option<Category> {
        let mut kids = Kids::of(pair);
        let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
        let doc = self.text(&mut kids);
        let children = kids.map(|p| self.category(p)).collect::<Option<_>>()?;
        Some(Category { name, doc, children })
    }

    pub(super) fn record(&mut self, pair: Pair<'_, Rule>) -> Option<RecordDecl> {
        let mut kids = Kids::of(pair);
        let subject = kids.next()?.as_rule() == Rule::kw_subject;
        let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
        let doc = self.text(&mut kids);
        let mut fields = Vec::new();
        for field in kids {
            let mut kids = Kids::of(field);
            let name = self.decl_name(kids.eat(Rule::decl_name)?)?;
            let ty = self.type_ref(kids.eat(Rule::type_ref)?)?;
            let required = kids.has(Rule::kw_required);
            fields.push(FieldDecl { name, ty, required, doc: self.text(&mut kids) });
        }
        Some(RecordDecl { subject, name, doc, fields })
    }

    fn type_ref(&mut self, pair: Pair<'_, Rule>) -> Option<Spanned<TypeRef>> {
        let whole = self.span(&pair);
        let mut kids = Kids::of(pair);
        let mut opened = Vec::new();
        while let Some(list) = kids.eat(Rule::kw_list) {
            opened.push((self.span(&list), self.span(&kids.eat(Rule::list_open)?)));
        }
        if let Some((_, open)) = opened.get(self.limits.nesting) {
            self.report(error::too_deep(*open, self.limits.nesting));
            return None;
        }
        let inner = kids.next()?;
        let span = self.span(&inner);
        let node = match inner.as_rule() {
            Rule::type_word => type_word(inner.into_inner().next()?.as_rule())?,
            _ => TypeRef::Named(self.name(&inner)),
        };
        let mut ty = Spanned { node, span };
        for close in kids {
            let end = self.span(&close);
            let Some((start, _)) = opened.pop() else {
                self.report(error::unopened(end, '>'));
                return None;
            };
            ty = Spanned { node: TypeRef::List(Box::new(ty)), span: Self::join(start, end) };
        }
        if let Some((_, open)) = opened.last() {
            self.report(error::unclosed_type(*open, whole));
            return None;
        }
        Some(ty)
    }
}
