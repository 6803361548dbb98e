//! The notice on personal data (RGPD art. 13), from the metadata of every published field.

use askama::Template;
use axum::extract::{Extension, State};
use axum::response::Html;
use parvis_form::{DataUse, LegalGround};
use parvis_organisation::{Contact, Profile};
use parvis_web::{House, PageError, Visit};

use crate::catalogue::Catalogue;
use crate::error::DemarcheError;
use crate::model::Revision;
use crate::prose::{Said, Words};
use crate::{retention, store};

#[derive(Template)]
#[template(path = "about/data.html")]
struct Page<'a> {
    visit: &'a Visit,
    officer: &'a Contact,
    notices: Vec<Notice>,
}

/// What one procedure does with data.
struct Notice {
    slug: String,
    title: Said,
    kept: String,
    kept_by: Said,
    grounds: Vec<Ground>,
}

/// What is asked on one ground, for one length of time.
struct Ground {
    key: &'static str,
    basis: Said,
    kept: String,
    uses: Vec<Use>,
}

/// What is asked for one purpose.
struct Use {
    purpose: Said,
    fields: Vec<Label>,
}

struct Label {
    label: Said,
    optional: bool,
}

pub(super) async fn show(
    State(house): State<House>,
    Extension(catalogue): Extension<Catalogue>,
    visit: Visit,
) -> Result<Html<String>, PageError> {
    let organisation = visit.organisation.id;
    let listed = house.store.read(move |tx| {
        let revisions = catalogue.list(tx, organisation)?;
        Ok::<_, DemarcheError>((revisions, store::confirmed(tx, organisation)?))
    });
    let (revisions, confirmed) = listed.await?;
    let words = |revision: &Revision| Words {
        visit: &visit,
        confirmed: confirmed.contains(&revision.id),
    };
    let page = Page {
        visit: &visit,
        officer: officer(&visit.organisation.profile),
        notices: revisions
            .iter()
            .filter(|revision| revision.file.is_made_here())
            .map(|revision| notice(&words(revision), revision))
            .collect(),
    };
    Ok(Html(page.render()?))
}

/// Where the officer is reached; the front desk passes messages on when no address of their own is set.
fn officer(profile: &Profile) -> &Contact {
    let own = &profile.data_protection_officer;
    if *own == Contact::default() {
        &profile.contact
    } else {
        own
    }
}

fn notice(words: &Words<'_>, revision: &Revision) -> Notice {
    let visit = words.visit;
    let file = &revision.file;
    let kept = retention::in_words(visit, file.retention.after_decision);
    Notice {
        slug: revision.slug.clone(),
        title: words.of(&file.title),
        kept: visit.say_with("about-data-file-kept", &[("kept", kept)]),
        kept_by: words.of(&file.retention.legal_basis),
        grounds: grounds(words, revision),
    }
}

fn grounds(words: &Words<'_>, revision: &Revision) -> Vec<Ground> {
    let mut found: Vec<(&DataUse, Ground)> = Vec::new();
    for field in revision.form.fields() {
        let data = &field.data;
        let known = found
            .iter()
            .position(|(other, _)| is_one_ground(other, data));
        let place = known.unwrap_or_else(|| {
            found.push((data, ground(words, data)));
            found.len() - 1
        });
        let label = Label {
            label: words.of(&field.label),
            optional: field.optional,
        };
        if let Some((_, ground)) = found.get_mut(place) {
            ground.add(words.of(&data.purpose), label);
        }
    }
    found.into_iter().map(|(_, ground)| ground).collect()
}

fn is_one_ground(one: &DataUse, other: &DataUse) -> bool {
    one.legal_basis == other.legal_basis && one.retention == other.retention
}

fn ground(words: &Words<'_>, data: &DataUse) -> Ground {
    let visit = words.visit;
    let kept = retention::in_words(visit, data.retention);
    Ground {
        key: ground_key(data.legal_basis.ground),
        basis: words.of(&data.legal_basis.text),
        kept: visit.say_with("about-data-kept", &[("kept", kept)]),
        uses: Vec::new(),
    }
}

impl Ground {
    fn add(&mut self, purpose: Said, label: Label) {
        match self.uses.iter_mut().find(|known| known.purpose == purpose) {
            Some(known) => known.fields.push(label),
            None => self.uses.push(Use {
                purpose,
                fields: vec![label],
            }),
        }
    }
}

const fn ground_key(ground: LegalGround) -> &'static str {
    match ground {
        LegalGround::Consent => "about-data-ground-consent",
        LegalGround::Contract => "about-data-ground-contract",
        LegalGround::LegalObligation => "about-data-ground-legal-obligation",
        LegalGround::VitalInterest => "about-data-ground-vital-interest",
        LegalGround::PublicTask => "about-data-ground-public-task",
    }
}
