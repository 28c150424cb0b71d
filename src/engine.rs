//! The public handle: a bundle made ready, and what can be asked of it.

use crate::diagnostic::Message;
use crate::eval::{self, Prepared};
use crate::pack::linked::Linked;
use crate::report::{PackInfo, Report};
use crate::syntax::tree::Scope;
use crate::text::TextEngine;
use std::sync::Arc;

pub use crate::eval::options::{Conduct, Decision, Detail, Limits, Options, Policy, Selection, Status};
pub use crate::eval::session::{Session, StateError, Told, Update};
pub use crate::eval::{InputError, InputProblem};

/// A bundle, ready to check subjects. Cheap to clone; one serves all threads.
#[derive(Clone, Debug)]
pub struct Engine {
    prepared: Arc<Prepared>,
}

impl Engine {
    /// Makes a bundle ready. `text` was built from the same bundle.
    #[must_use]
    pub fn new(linked: impl Into<Arc<Linked>>, text: TextEngine) -> Self {
        Self { prepared: Arc::new(Prepared::new(linked.into(), text)) }
    }

    /// The bundle.
    #[must_use]
    pub fn linked(&self) -> &Linked {
        &self.prepared.linked
    }

    /// What was made ready.
    pub(crate) fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// The packs.
    #[must_use]
    pub fn packs(&self) -> &[PackInfo] {
        &self.prepared.packs
    }

    /// Checks a subject.
    ///
    /// # Errors
    /// Everything that is wrong with the input, where it cannot be judged.
    pub fn check(&self, subject: &serde_json::Value, options: &Options) -> Result<Report, InputError> {
        eval::check(&self.prepared, subject, options)
    }

    /// Starts a live session: `subject` is a livestream without its script, whose segments are pushed one by one.
    ///
    /// # Errors
    /// As [`Self::check`], or where subjects of this kind have no script, or the subject states it already.
    pub fn session(&self, subject: &serde_json::Value, options: &Options) -> Result<Session, InputError> {
        Session::new(Arc::clone(&self.prepared), subject, options)
    }

    /// Goes on with a session that [`Session::save`] wrote, with the options it was started with.
    ///
    /// # Errors
    /// [`StateError`], where it is damaged or belongs to another engine, other packs or other options.
    pub fn resume(&self, saved: &str, options: &Options) -> Result<Session, StateError> {
        Session::resume(Arc::clone(&self.prepared), saved, options)
    }

    /// Checks a subject given as JSON.
    ///
    /// # Errors
    /// As [`Self::check`], or where it is not JSON.
    pub fn check_json(&self, subject: &str, options: &Options) -> Result<Report, InputError> {
        let subject = serde_json::from_str(subject)
            .map_err(|e| InputError::one("", Message::new(format!("不是 JSON：{e}"), format!("not JSON: {e}"))))?;
        self.check(&subject, options)
    }

    /// Checks a pasted livestream script: the words alone, whatever scope the options say.
    ///
    /// # Errors
    /// As [`Self::check`].
    pub fn check_text(&self, text: &str, options: &Options) -> Result<Report, InputError> {
        let subject = serde_json::json!({"kind": "livestream", "script": text});
        self.check(&subject, &Options { scope: Scope::Text, ..options.clone() })
    }
}
