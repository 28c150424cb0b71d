//! What a subject states, read straight from JSON by its type. Reads what the generators write, and panics at anything else.

use serde_json::Value;
use zhunze::pack::decimal::Decimal;
use zhunze::pack::linked::Linked;
use zhunze::pack::model::*;

/// A value. Words carry their index in [`Subject::texts`].
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    Missing,
    Null,
    Bool(bool),
    Number(Decimal),
    Date(Day),
    /// Seconds since 1970.
    Moment(i64),
    Duration {
        months: i64,
        days: i64,
        seconds: i64,
    },
    Text(String),
    Words(Vec<usize>),
    /// Type and key.
    Member(Ref, String),
    List(Vec<Fact>),
    Record(Ref, Vec<(String, Fact)>),
}

/// A piece of words.
#[derive(Clone, Debug)]
pub struct Words {
    /// JSON pointer.
    pub path: String,
    pub text: String,
    /// The product it is about: the one it stands in or the one its segment names.
    pub product: Option<usize>,
    /// What is read: with what the same person goes on to say, or nothing where it goes on with something before it.
    pub spoken: String,
    /// Pointers of the texts in it, and where each begins and ends.
    pub parts: Vec<(String, usize, usize)>,
}

/// Evidence: kind, first and last day of its validity.
pub type Evidence = (String, Option<Day>, Option<Day>);

/// A subject.
#[derive(Clone, Debug)]
pub struct Subject {
    pub ty: Ref,
    pub record: Fact,
    pub texts: Vec<Words>,
    pub evidence: Option<Vec<Evidence>>,
    pub conduct: Option<(Day, Option<Day>)>,
    /// `None`: nothing; `Some([])`: everything; else these fields.
    pub complete: Option<Vec<String>>,
}

fn day(v: &Value) -> Day {
    let date: chrono::NaiveDate = v.as_str().unwrap().parse().unwrap();
    (date - chrono::NaiveDate::default()).num_days() as Day
}

struct Reader<'a> {
    linked: &'a Linked,
    texts: Vec<Words>,
    /// Words → what their segment says about the product.
    named: Vec<(usize, Value)>,
    /// Pieces of speech: the text, the list, who, when.
    speech: Vec<(usize, String, Value, Option<i64>)>,
}

impl Reader<'_> {
    fn base(&mut self, base: BaseType, v: &Value, path: &str) -> Fact {
        let decimal = || Decimal::parse(&v.as_str().map_or_else(|| v.to_string(), str::to_owned)).unwrap();
        match base {
            BaseType::Bool => Fact::Bool(v.as_bool().unwrap()),
            BaseType::Int | BaseType::Decimal | BaseType::Money | BaseType::Percent => Fact::Number(decimal()),
            BaseType::Date => Fact::Date(day(v)),
            BaseType::DateTime => {
                let local: chrono::NaiveDateTime = v.as_str().unwrap()[..19].parse().unwrap();
                let offset = if v.as_str().unwrap().ends_with('Z') { 0 } else { 8 * 3600 };
                Fact::Moment(local.and_utc().timestamp() - offset)
            }
            BaseType::Duration => {
                let s = v.as_str().unwrap();
                let n: i64 = s.trim_matches(|c: char| !c.is_ascii_digit()).parse().unwrap();
                let (months, days, seconds) = match (s.contains('T'), s.chars().last().unwrap()) {
                    (true, 'H') => (0, 0, n * 3600),
                    (false, 'Y') => (n * 12, 0, 0),
                    (false, 'M') => (n, 0, 0),
                    (false, 'D') => (0, n, 0),
                    _ => panic!("{s}"),
                };
                Fact::Duration { months, days, seconds }
            }
            BaseType::Text => Fact::Text(v.as_str().unwrap().to_owned()),
            BaseType::Copy => {
                let text = v.as_str().unwrap().to_owned();
                let parts = vec![(path.to_owned(), 0, text.len())];
                self.texts.push(Words { path: path.to_owned(), spoken: text.clone(), text, product: None, parts });
                Fact::Words(vec![self.texts.len() - 1])
            }
            BaseType::Named(ty) => match &self.linked.types[ty as usize].kind {
                TypeKind::Enum(members) | TypeKind::Taxonomy(members) => {
                    let name = v.as_str().unwrap();
                    let found = members.iter().find(|m| self.linked.name(m.key) == name || m.name == name).unwrap();
                    Fact::Member(ty, self.linked.name(found.key).to_owned())
                }
                TypeKind::Record { .. } => self.record(ty, v, path),
            },
        }
    }

    fn record(&mut self, ty: Ref, v: &Value, path: &str) -> Fact {
        let linked = self.linked;
        let TypeKind::Record { fields, .. } = &linked.types[ty as usize].kind else { panic!("no record") };
        let first = self.texts.len();
        let read = fields.iter().map(|f| {
            let key = linked.name(f.key);
            let path = format!("{path}/{key}");
            let fact = match v.get(key) {
                None => Fact::Missing,
                Some(Value::Null) => Fact::Null,
                Some(v) if f.ty.lists == 1 => Fact::List(
                    v.as_array()
                        .unwrap()
                        .iter()
                        .enumerate()
                        .map(|(i, v)| self.base(f.ty.base, v, &format!("{path}/{i}")))
                        .collect(),
                ),
                Some(v) => self.base(f.ty.base, v, &path),
            };
            (key.to_owned(), fact)
        });
        let read = read.collect();
        if fields.iter().any(|f| linked.name(f.key) == "speaker") && self.texts.len() == first + 1 {
            let list = path.rsplit_once('/').unwrap().0.to_owned();
            self.speech.push((first, list, v["speaker"].clone(), v["start_ms"].as_i64()));
        }
        if let Some(product) = v.get("product").filter(|p| !p.is_null()) {
            self.named.extend((first..self.texts.len()).map(|t| (t, product.clone())));
        }
        Fact::Record(ty, read)
    }
}

impl Fact {
    /// The field of a record; below what is missing or null there is the same.
    pub fn field(&self, key: &str) -> Fact {
        match self {
            Fact::Missing => Fact::Missing,
            Fact::Null => Fact::Null,
            // A field that this kind of subject does not have: nothing is known of it.
            Fact::Record(_, fields) => fields.iter().find(|(k, _)| k == key).map_or(Fact::Missing, |(_, f)| f.clone()),
            other => panic!("{other:?} has no fields"),
        }
    }

    /// All words at or below.
    pub fn words(&self) -> Vec<usize> {
        match self {
            Fact::Words(all) => all.clone(),
            Fact::List(items) => items.iter().flat_map(Fact::words).collect(),
            Fact::Record(_, fields) => fields.iter().flat_map(|(_, f)| f.words()).collect(),
            _ => Vec::new(),
        }
    }
}

/// Appends what goes on with the words before it to those.
fn join(texts: &mut [Words], speech: &[(usize, String, Value, Option<i64>)]) {
    let mut head = 0;
    for (i, (at, list, who, when)) in speech.iter().enumerate() {
        let joined =
            i.checked_sub(1).map(|b| &speech[b]).is_some_and(|(before, list_before, who_before, when_before)| {
                let soon = when.zip(*when_before).is_none_or(|(now, then)| (0..=10_000).contains(&(now - then)));
                *at == before + 1
                    && list == list_before
                    && who == who_before
                    && soon
                    && texts[*at].product == texts[*before].product
            });
        if !joined {
            head = *at;
            continue;
        }
        let text = std::mem::take(&mut texts[*at].spoken);
        let alnum = |c: Option<char>| {
            c.is_some_and(|c| c.is_ascii_alphanumeric() || ('０'..='ｚ').contains(&c) || c.is_numeric())
        };
        if alnum(texts[head].spoken.chars().last()) && alnum(text.chars().next()) {
            texts[head].spoken.push(' ');
        }
        let start = texts[head].spoken.len();
        texts[head].spoken.push_str(&text);
        let path = texts[*at].path.clone();
        texts[head].parts.push((path, start, start + text.len()));
    }
}

/// Reads a subject.
pub fn read(linked: &Linked, json: &Value) -> Subject {
    let kind = json["kind"].as_str().unwrap();
    let ty = linked.types.iter().position(|t| t.key == kind).unwrap() as Ref;
    let mut reader = Reader { linked, texts: Vec::new(), named: Vec::new(), speech: Vec::new() };
    let record = reader.record(ty, json, "");
    let (mut texts, named, speech) = (reader.texts, reader.named, reader.speech);
    if let Fact::List(products) = if kind == "livestream" { record.field("products") } else { Fact::Missing } {
        for (i, product) in products.iter().enumerate() {
            product.words().iter().for_each(|w| texts[*w].product = Some(i));
        }
        for (at, name) in named {
            if texts[at].product.is_none() {
                texts[at].product = ["id", "title"].iter().find_map(|key| {
                    products.iter().position(|p| match p.field(key) {
                        Fact::Text(t) => name == t,
                        Fact::Words(w) => name == texts[w[0]].text,
                        _ => false,
                    })
                });
            }
        }
    }
    join(&mut texts, &speech);
    let optional = |v: &Value| if v.is_null() { None } else { Some(day(v)) };
    let evidence = json.get("evidence").map(|all| {
        let all = all.as_array().unwrap();
        all.iter()
            .map(|e| (e["kind"].as_str().unwrap().to_owned(), optional(&e["valid_from"]), optional(&e["valid_to"])))
            .collect()
    });
    let conduct = json.get("conduct").map(|c| match c {
        Value::String(_) => (day(c), Some(day(c))),
        _ => (day(&c["from"]), optional(&c["to"])),
    });
    let complete = json.get("complete").map(|c| match c {
        Value::Array(all) => all.iter().map(|k| k.as_str().unwrap().to_owned()).collect(),
        _ => Vec::new(),
    });
    Subject { ty, record, texts, evidence, conduct, complete }
}
