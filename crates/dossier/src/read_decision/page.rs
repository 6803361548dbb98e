//! The decision as a page that can be printed as a letter.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use parvis_organisation::{self as organisation, Service};
use parvis_web::{House, PageError, Visit, page};

use super::act::read_decision;
use crate::addresses::Addresses;
use crate::appraise;
use crate::decision_document::DecisionDocument;
use crate::error::DossierError;
use crate::piece::attached_acts;
use crate::request::{DeskOf, again, number_of};
use crate::said::Said;

#[derive(Template)]
#[template(path = "read_decision/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    number: &'a str,
    title: Said,
    document: DecisionDocument,
    /// The beneficiary, by family name (CRPA L111-3); empty without identity.
    addressee: String,
    service: &'a Service,
    asks_satisfaction: bool,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Html<String>, PageError> {
    let number = number_of(&number)?;
    let read = again(|| {
        let (ctx, desk, number) = (visit.ctx.clone(), desk.clone(), number.clone());
        house.store.write(move |tx| {
            let (dossier, decided) = read_decision(&ctx, tx, &desk, &number)?;
            let revision = desk
                .catalogue
                .revision(tx, ctx.organisation, dossier.revision)?;
            let service = organisation::service(tx, ctx.organisation, dossier.service)?;
            let acts = attached_acts(&ctx, tx, &desk, &number)?;
            let asks = appraise::is_offered(&ctx, tx, &dossier, &revision)?;
            Ok::<_, DossierError>((dossier, decided, revision, service, acts, asks))
        })
    });
    let (dossier, decided, revision, service, acts, asks) = read.await?;
    let at = Addresses::of(&visit, &dossier.number);
    let document = DecisionDocument::of(&visit, &decided.decision);
    let document = document.with_acts(&visit, &acts, |act| at.piece(act.id));
    page(&Page {
        visit: &visit,
        at,
        number: dossier.number.as_str(),
        title: Said::of(&visit, &revision.file.title),
        document,
        addressee: dossier.people.label(),
        service: &service,
        asks_satisfaction: asks,
    })
}
