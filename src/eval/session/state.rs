//! Sessions saved and resumed. A saved session is untrusted when it is read: it is of one engine version, one set of packs and the
//! same options, its indices are checked, and nothing in it can make a session panic.

use super::{Session, State};
use crate::eval::options::Options;
use crate::eval::prepare::Prepared;
use crate::fnv::Fnv;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// The version of the saved form.
const VERSION: u32 = 1;

/// Why a saved session cannot be resumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateError {
    /// It is not a saved session, or it was damaged.
    Damaged,
    /// Another version of the engine saved it.
    Version,
    /// It belongs to other packs.
    Packs,
    /// It was started with other options.
    Options,
}

impl std::fmt::Display for StateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Damaged => "not a saved session, or damaged",
            Self::Version => "saved by another version of the engine",
            Self::Packs => "saved with other packs",
            Self::Options => "saved with other options",
        })
    }
}

impl std::error::Error for StateError {}

#[derive(Serialize, Deserialize)]
struct Saved {
    version: u32,
    engine: String,
    packs: Vec<String>,
    options: u64,
    state: State,
}

/// Tells options apart.
fn options_hash(options: &Options) -> u64 {
    let mut hash = Fnv::default();
    hash.bytes(format!("{options:?}").as_bytes());
    hash.0
}

fn digests(p: &Prepared) -> Vec<String> {
    p.packs.iter().map(|pack| pack.digest.clone()).collect()
}

impl Session {
    /// The session as JSON, to be resumed later, elsewhere. It holds the subject and the words of the last sentences.
    #[must_use]
    pub fn save(&self) -> String {
        let saved = Saved {
            version: VERSION,
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            packs: digests(&self.p),
            options: options_hash(&self.options),
            state: self.state.clone(),
        };
        serde_json::to_string(&saved).unwrap_or_default()
    }

    /// Goes on with a saved session.
    pub(crate) fn resume(p: Arc<Prepared>, saved: &str, options: &Options) -> Result<Self, StateError> {
        let saved: Saved = serde_json::from_str(saved).map_err(|_| StateError::Damaged)?;
        if saved.version != VERSION || saved.engine != env!("CARGO_PKG_VERSION") {
            return Err(StateError::Version);
        }
        if saved.packs != digests(&p) {
            return Err(StateError::Packs);
        }
        // Everything that the state does not hold comes from its subject.
        let mut bare = saved.state.subject.clone();
        for (_, script) in bare.iter_mut().filter(|(key, _)| super::is_script(&p, &saved.state.subject, key)) {
            *script = Value::Array(Vec::new());
        }
        let mut session = Self::empty(p, &Value::Object(bare), options).map_err(|_| StateError::Damaged)?;
        if saved.options != options_hash(&session.options) {
            return Err(StateError::Options);
        }
        if !saved.state.subject.contains_key(&session.script) || !sound(&session, &saved.state) {
            return Err(StateError::Damaged);
        }
        session.state = saved.state;
        Ok(session)
    }
}

/// Whether the indices of a state lie in their tables, and its sizes within the limits.
fn sound(session: &Session, state: &State) -> bool {
    let (linked, limits) = (&session.p.linked, &session.options.limits);
    let below = |index: u32, length: usize| (index as usize) < length;
    let products = session.frame.values().filter_map(Value::as_array).map(Vec::len).max().unwrap_or(0);
    let kept = |k: &crate::eval::words::Kept| {
        below(k.pattern, linked.patterns.len())
            && k.start <= k.end
            && k.product.is_none_or(|product| below(product, products))
            && k.contexts.iter().all(|(context, _)| below(*context, linked.contexts.len()))
            && k.rules.iter().all(|rule| below(*rule, linked.rules.len()))
            && k.captures.iter().all(|(_, value)| value.scale <= 18)
            && k.spans.iter().all(|s| s.utf8[0] <= s.utf8[1] && s.utf16[0] <= s.utf16[1] && s.chars[0] <= s.chars[1])
    };
    let earlier = &state.earlier;
    let rules = earlier.found.iter().chain(&earlier.touched).chain(earlier.failed.keys()).chain(&earlier.unsettled.1);
    state.kept.len() <= limits.matches
        && state.kept.iter().all(kept)
        && rules.into_iter().all(|rule| below(*rule, linked.rules.len()))
        && earlier.used.len() == linked.presumptions.len()
        && state.tail.as_ref().is_none_or(super::Tail::is_sound)
        && state.warnings.len() <= super::MAX_WARNINGS
        && crate::eval::input::read(&session.p, &Value::Object(state.subject.clone()), &session.options).is_ok()
}
