//! The notice on personal data (RGPD art. 13), from the metadata of every published field.

use askama::Template;
use axum::extract::{Extension, State};
use axum::response::Html;
use parvis_form::{DataUse, LegalGround};
use parvis_web::{House, PageError, Visit};

use crate::catalogue::Catalogue;
use crate::model::Revision;
use crate::prose::Said;
use crate::retention;

#[derive(Template)]
#[template(path = "about/data.html")]
struct Page<'a> {
    visit: &'a Visit,
    notices: Vec<Notice>,
}

/// What one procedure does with data.
struct Notice {
    slug: String,
    title: Said,
    kept: String,
    kept_by: Said,
    uses: Vec<Use>,
}

/// Fields that serve one purpose, on one ground, for one length of time.
struct Use {
    purpose: Said,
    ground: &'static str,
    basis: Said,
    kept: String,
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
    let revisions = house
        .store
        .read(move |tx| catalogue.list(tx, organisation))
        .await?;
    let notices = revisions
        .iter()
        .map(|revision| notice(&visit, revision))
        .collect();
    let page = Page {
        visit: &visit,
        notices,
    };
    Ok(Html(page.render()?))
}

fn notice(visit: &Visit, revision: &Revision) -> Notice {
    let file = &revision.file;
    let kept = retention::in_words(visit, file.retention.after_decision);
    Notice {
        slug: revision.slug.clone(),
        title: Said::of(&file.title, visit.language),
        kept: visit.say_with("about-data-file-kept", &[("kept", kept)]),
        kept_by: Said::of(&file.retention.legal_basis, visit.language),
        uses: uses(visit, revision),
    }
}

fn uses(visit: &Visit, revision: &Revision) -> Vec<Use> {
    let mut groups: Vec<(&DataUse, Use)> = Vec::new();
    for field in revision.form.fields() {
        let label = Label {
            label: Said::of(&field.label, visit.language),
            optional: field.optional,
        };
        match groups
            .iter_mut()
            .find(|(known, _)| is_alike(known, &field.data))
        {
            Some((_, group)) => group.fields.push(label),
            None => groups.push((&field.data, use_of(visit, &field.data, label))),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The same but for the sensitivity, which concerns masks and not the person.
fn is_alike(one: &DataUse, other: &DataUse) -> bool {
    one.purpose == other.purpose
        && one.legal_basis == other.legal_basis
        && one.retention == other.retention
}

fn use_of(visit: &Visit, data: &DataUse, label: Label) -> Use {
    let kept = retention::in_words(visit, data.retention);
    Use {
        purpose: Said::of(&data.purpose, visit.language),
        ground: ground(data.legal_basis.ground),
        basis: Said::of(&data.legal_basis.text, visit.language),
        kept: visit.say_with("about-data-kept", &[("kept", kept)]),
        fields: vec![label],
    }
}

const fn ground(ground: LegalGround) -> &'static str {
    match ground {
        LegalGround::Consent => "about-data-ground-consent",
        LegalGround::Contract => "about-data-ground-contract",
        LegalGround::LegalObligation => "about-data-ground-legal-obligation",
        LegalGround::VitalInterest => "about-data-ground-vital-interest",
        LegalGround::PublicTask => "about-data-ground-public-task",
    }
}
