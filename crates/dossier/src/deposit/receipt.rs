//! The receipt, as a page that can be printed.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use parvis_demarche::{ProcedureFile, Revision};
use parvis_kernel::Language;
use parvis_law::{Receipt, ReceiptPart, Sentence};
use parvis_web::{House, PageError, Readings, Visit, Wording, page};

use super::act::receipt;
use crate::addresses::Addresses;
use crate::error::DossierError;
use crate::follow::code_of;
use crate::model::{Dossier, FollowUpCode, GivenReceipt};
use crate::request::{DeskOf, number_of};
use crate::said::{Said, in_french, worded};
use crate::text::masked_address;

#[derive(Template)]
#[template(path = "deposit/receipt.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    number: &'a str,
    title: Said,
    /// The title in French, under the one that is read in another language: the receipt is shown to who serves the person.
    french_title: Option<Said>,
    document: Document,
    code: Option<&'a str>,
    email: Option<String>,
    delay: Said,
    readings: Readings,
}

/// The receipt in words, group by group.
#[derive(Default)]
struct Document {
    title: String,
    received: String,
    service: Vec<String>,
    silence: Vec<Wording>,
    remedies: Vec<String>,
    later: Vec<String>,
    missing: Vec<String>,
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Html<String>, PageError> {
    let number = number_of(&number)?;
    let ctx = visit.ctx.clone();
    let read = house.store.write(move |tx| {
        let (dossier, given) = receipt(&ctx, tx, &desk, &number)?;
        let revision = desk
            .catalogue
            .revision(tx, ctx.organisation, dossier.revision)?;
        // The code is the person's secret: an agent sees it only to hand it to the person whom they serve.
        let is_person = ctx.service_agent().is_none();
        let code = code_of(tx, &dossier).filter(|_| is_person);
        Ok::<_, DossierError>((dossier, given, revision, code))
    });
    let (dossier, given, revision, code) = read.await?;
    shown(&visit, &dossier, &given, &revision, code.as_ref())
}

fn shown(
    visit: &Visit,
    dossier: &Dossier,
    given: &GivenReceipt,
    revision: &Arc<Revision>,
    code: Option<&FollowUpCode>,
) -> Result<Html<String>, PageError> {
    let email = dossier.people.contact.email.as_ref();
    page(&Page {
        visit,
        at: Addresses::of(visit, &dossier.number),
        number: dossier.number.as_str(),
        title: Said::of(visit, &revision.file.title),
        french_title: in_french(visit, &revision.file.title),
        document: Document::of(visit, &given.receipt(), &revision.file),
        code: code.map(FollowUpCode::reveal),
        email: email.map(|email| masked_address(email)),
        delay: Said::of(visit, &revision.file.delay.words),
        readings: visit.readings(&revision.file.languages()),
    })
}

/// A sentence of the law in the language of the visit.
fn law_says(visit: &Visit, sentence: &Sentence) -> String {
    visit.say_with(sentence.key, &sentence.say(visit.language))
}

/// What a receipt says that no answer would mean. The reason why it means nothing is the author's: it is shown in the language that is
/// read, as long as it is the one that was given.
pub(crate) fn silence_says(visit: &Visit, part: &ReceiptPart, file: &ProcedureFile) -> Wording {
    let sentence = part.sentence();
    let ReceiptPart::NoImpliedDecision { reason, .. } = part else {
        return law_says(visit, &sentence).into();
    };
    let own = file.silence_reason.as_ref();
    let own = own.filter(|own| own.in_language(Language::French) == reason);
    let quoted = match own {
        Some(own) => worded(visit, own),
        None => Said::french(visit, reason).into(),
    };
    Wording::quoting_all(&[quoted], |places| {
        let mut values = sentence.say(visit.language);
        for (name, value) in &mut values {
            if *name == "reason" {
                *value = places.concat();
            }
        }
        visit.say_with(sentence.key, &values)
    })
}

impl Document {
    fn of(visit: &Visit, receipt: &Receipt, file: &ProcedureFile) -> Self {
        let mut document = Self::default();
        for part in receipt.parts() {
            document.place(visit, part, file);
        }
        document
    }

    fn place(&mut self, visit: &Visit, part: &ReceiptPart, file: &ProcedureFile) {
        let said = law_says(visit, &part.sentence());
        match part {
            ReceiptPart::AcknowledgementTitle | ReceiptPart::RegistrationTitle => self.title = said,
            // The number stands in the panel above.
            ReceiptPart::Number(_) => {}
            ReceiptPart::Received(_) => self.received = said,
            ReceiptPart::Service(_)
            | ReceiptPart::PostalAddress(_)
            | ReceiptPart::Email(_)
            | ReceiptPart::Phone(_) => self.service.push(said),
            ReceiptPart::NoDecisionAsked
            | ReceiptPart::NoImpliedDecision { .. }
            | ReceiptPart::ImpliedAcceptance(_)
            | ReceiptPart::ImpliedRejection(_)
            | ReceiptPart::Attestation
            | ReceiptPart::IfIncomplete => self.silence.push(silence_says(visit, part, file)),
            ReceiptPart::Remedy(_) | ReceiptPart::ReasonsOnDemand => self.remedies.push(said),
            ReceiptPart::AcknowledgementBy(_) => self.later.push(said),
            ReceiptPart::Missing(_) => self.missing.push(said),
        }
    }
}
