//! From a planned mail to its words: by the runner when it leaves, by a page when it is read in a trial.

use std::sync::Arc;

use parvis_kernel::Instant;
use parvis_organisation::Organisation;
use parvis_store::Tx;

use crate::compose::{Composers, Order};
use crate::error::NotifyError;
use crate::letter::Letter;
use crate::model::Mail;
use crate::text::{Texts, Written};
use parvis_web::Roots;

/// Writes mails. Cheap to clone.
#[derive(Clone)]
pub struct Writer {
    composers: Composers,
    roots: Roots,
    texts: Arc<Texts>,
}

impl Writer {
    /// Reads the templates.
    ///
    /// # Errors
    /// A malformed template.
    pub fn new(composers: Composers, roots: Roots) -> Result<Self, NotifyError> {
        Ok(Self {
            composers,
            roots,
            texts: Arc::new(Texts::load()?),
        })
    }

    /// The letter of a mail, from what is true now; none when there is nothing to say any more.
    pub(crate) fn compose(
        &self,
        tx: &mut Tx<'_>,
        mail: &Mail,
        organisation: &Organisation,
        now: Instant,
    ) -> Result<Option<Letter>, NotifyError> {
        let template = mail.template;
        let composer = self.composers.of(template);
        let composer = composer.ok_or(NotifyError::NoComposer(template))?;
        let order = Order {
            mail,
            organisation,
            now,
        };
        let composed = composer
            .compose(tx, &order)
            .map_err(NotifyError::Composing)?;
        match composed {
            Some(letter) if letter.content.template() != template => {
                Err(NotifyError::OtherTemplate(template))
            }
            letter => Ok(letter),
        }
    }

    /// A letter in words.
    pub(crate) fn write(
        &self,
        letter: &Letter,
        organisation: &Organisation,
    ) -> Result<Written, NotifyError> {
        let root = self.roots.of(organisation);
        self.texts.write(letter, organisation, &root)
    }
}
