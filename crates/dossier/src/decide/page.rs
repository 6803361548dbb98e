//! The pages of the decision: preparing it, reading it as the person will, taking it.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use parvis_access::Agent;
use parvis_law::{Decision, DecisionDraft, Outcome, Value};
use parvis_web::{Choice, EntriesExt, Errors, House, PageError, Visit};

use super::act::completed;
use super::decide;
use super::typed::{Typed, errors_of};
use crate::decision_document::DecisionDocument;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::exchanges::{SentFiles, sent_files};
use crate::model::{Number, outcome_code};
use crate::open::{Head, Lost, Notice, OpenView, Seen, Sheet, Tried, lost, opened};
use crate::payment::{self, NotOwed};
use crate::piece::{self, Place, add_piece};
use crate::request::{AgentVisit, DeskOf, number_of};
use crate::rules::Act;
use crate::said::Said;
use crate::standard_texts::{Insert, Inserted, Purpose, appended};
use crate::text::LONGEST_TEXT;

pub(crate) fn routes() -> Router<House> {
    Router::new().route("/agent/dossiers/{number}/decider", get(show).post(send))
}

/// The decision, being prepared.
#[derive(Template)]
#[template(path = "decide/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    head: Head,
    title: &'a str,
    notice: Notice,
    errors: Errors,
    outcomes: Vec<Choice>,
    grounds: Vec<Choice>,
    conformity: Option<String>,
    signatures: Vec<Choice>,
    remedies: Vec<String>,
    insert: Insert,
    typed: Typed,
    most: usize,
    pays: bool,
    amount_hint: String,
}

/// The decision as the person will read it.
#[derive(Template)]
#[template(path = "decide/preview.html")]
struct Preview<'a> {
    visit: &'a Visit,
    head: Head,
    document: DecisionDocument,
    errors: Errors,
    hidden: Vec<(&'static str, String)>,
    hold: u16,
}

impl<'a> Page<'a> {
    fn of(visit: &'a Visit, desk: &Desk, view: &OpenView, typed: Typed, errors: Errors) -> Self {
        let grounds = (0..).zip(&view.revision.file.refusal_grounds);
        let ground = |(index, ground): (usize, &parvis_demarche::RefusalGround)| {
            Choice::new(index.to_string(), Said::of(visit, &ground.label).text)
                .hint(Said::of(visit, &ground.law).text)
        };
        let conformity = visit.organisation.profile.conformity.clone();
        Self {
            head: Head::of(visit, view, Sheet::Elsewhere),
            title: visit.say("decide-title"),
            notice: Notice::default(),
            errors,
            outcomes: outcomes(visit, typed.outcome),
            grounds: grounds.map(ground).collect(),
            signatures: signatures(visit, conformity.as_deref(), typed.signed),
            conformity,
            remedies: remedies(visit, desk, view),
            insert: Insert::of(
                visit,
                view,
                &[Purpose::ReasonInLaw, Purpose::ReasonInFact],
                "decider#motifs",
            ),
            typed,
            most: LONGEST_TEXT,
            pays: view.revision.file.payment.is_some(),
            amount_hint: amount_hint(visit, view),
            visit,
        }
    }

    fn response(&self, status: StatusCode) -> Result<Response, PageError> {
        Ok((status, Html(self.render()?)).into_response())
    }
}

async fn show(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
) -> Result<Response, PageError> {
    let view = decidable(&house, &visit, &desk, &number_of(&number)?).await?;
    let own = visit
        .ctx
        .actor
        .agent()
        .and_then(|own| view.agents.get(&own));
    let mut typed = match own {
        Some(agent) => Typed::by(agent, &service_of(&house, &visit, agent).await?),
        None => Typed::default(),
    };
    if let Some(cents) = view.proposed {
        typed.amount = format!("{},{:02}", cents / 100, cents % 100);
    }
    Page::of(&visit, &desk, &view, typed, Errors::none()).response(StatusCode::OK)
}

async fn send(
    State(house): State<House>,
    AgentVisit(visit): AgentVisit,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    request: Request,
) -> Result<Response, PageError> {
    let number = number_of(&number)?;
    let view = opened(&house, &visit, &desk, &number).await?;
    let sent = sent_files(&house, &visit, &desk, &number, "decide-file", request).await?;
    let entries = &sent.entries;
    let mut typed = Typed::of(entries, &view);
    if let Inserted::Text(purpose, added) = Inserted::of(&visit, &view, entries) {
        piece::forget(&house, &sent.received).await;
        view.may(Act::Accept)?;
        let place = match purpose {
            Purpose::ReasonInLaw => &mut typed.in_law,
            _ => &mut typed.in_fact,
        };
        *place = appended(place, &added);
        let mut page = Page::of(&visit, &desk, &view, typed, Errors::none());
        page.head.version = Seen::sent(entries).to_string();
        return page.response(StatusCode::OK);
    }
    let tried = Tried {
        seen: Seen::sent(entries),
        verb: "dossier.decided",
        done: "decide",
    };
    let prepared = prepared(&visit, &desk, &view, &typed);
    let confirms = entries.first("etape") == "confirmer" && !sent.errors.any();
    if let (true, Ok((draft, _))) = (confirms, &prepared) {
        let draft = draft.clone();
        let confirmed = Confirmed { typed, draft, sent };
        return take(&house, &visit, &desk, &number, &tried, confirmed).await;
    }
    // Nothing is decided yet: files are chosen again with the decision.
    piece::forget(&house, &sent.received).await;
    match (entries.first("etape"), prepared) {
        ("modifier", _) => form(&visit, &desk, &view, typed, Errors::none()),
        (_, Err(errors)) => form(&visit, &desk, &view, typed, errors),
        (_, Ok((_, decision))) => {
            view.may(Act::Accept)?;
            preview(&visit, &view, tried.seen, &decision, &typed, sent.errors)
        }
    }
}

/// The decision, read before it is taken.
fn preview(
    visit: &Visit,
    view: &OpenView,
    seen: Seen,
    decision: &Decision,
    typed: &Typed,
    errors: Errors,
) -> Result<Response, PageError> {
    let status = if errors.any() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = Preview {
        visit,
        head: Head {
            version: seen.to_string(),
            ..Head::of(visit, view, Sheet::Elsewhere)
        },
        document: DecisionDocument::of(visit, decision),
        errors,
        hidden: typed.hidden(),
        hold: visit.organisation.profile.hold_minutes,
    };
    Ok((status, Html(page.render()?)).into_response())
}

/// The form again, with what was typed.
fn form(
    visit: &Visit,
    desk: &Desk,
    view: &OpenView,
    typed: Typed,
    errors: Errors,
) -> Result<Response, PageError> {
    view.may(Act::Accept)?;
    let status = if errors.any() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Page::of(visit, desk, view, typed, errors).response(status)
}

/// A decision that the agent read and confirmed.
struct Confirmed {
    typed: Typed,
    draft: DecisionDraft,
    sent: SentFiles,
}

/// Takes the decision that was read, with the acts attached to it.
async fn take(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
    tried: &Tried,
    confirmed: Confirmed,
) -> Result<Response, PageError> {
    let draft = confirmed.draft;
    let acts = confirmed.sent.placed(&Place::Decision);
    let acting = tried.acted(
        house,
        visit,
        desk,
        number,
        move |ctx, tx, desk, number, version| {
            decide(ctx, tx, desk, number, version, &draft)?;
            for act in &acts {
                add_piece(ctx, tx, desk, number, act)?;
            }
            Ok(())
        },
    );
    let outcome = acting.await;
    confirmed.sent.forget_unless_kept(house, &outcome).await;
    let typed = confirmed.typed;
    match tried.answered(house, visit, desk, number, outcome).await? {
        Ok(response) => Ok(response),
        Err(Lost(view)) if view.can(Act::Accept) => {
            let notice = Notice::changed(visit, &view, tried.seen, "");
            let mut page = Page::of(visit, desk, &view, typed, Errors::none());
            page.notice = notice;
            page.response(StatusCode::CONFLICT)
        }
        Err(Lost(view)) => {
            let kept = format!("{}\n{}", typed.in_law, typed.in_fact);
            lost(visit, &view, tried.seen, kept.trim())
        }
    }
}

/// A dossier that this agent may decide now.
async fn decidable(
    house: &House,
    visit: &Visit,
    desk: &Desk,
    number: &Number,
) -> Result<OpenView, PageError> {
    let view = opened(house, visit, desk, number).await?;
    if !view.revision.file.asks_for_decision {
        return Err(DossierError::NoDecisionAsked.into());
    }
    view.may(Act::Accept)?;
    Ok(view)
}

/// The draft and the decision that it makes, or what is to be corrected first.
fn prepared(
    visit: &Visit,
    desk: &Desk,
    view: &OpenView,
    typed: &Typed,
) -> Result<(DecisionDraft, Decision), Errors> {
    let number = &view.dossier.number;
    let draft = typed.draft(visit, number, desk.today(&visit.ctx))?;
    let whole = completed(&visit.ctx, desk, number, &view.revision, &draft);
    let proposed = view.proposed;
    let payment = view.revision.file.payment.as_ref();
    if let Err(wrong) = payment::owed(payment, proposed, whole.outcome, whole.amount) {
        let mut errors = Errors::none();
        errors.add("montant", not_owed(visit, wrong));
        return Err(errors);
    }
    match Decision::build(whole) {
        Ok(decision) => Ok((draft, decision)),
        Err(missing) => Err(errors_of(visit, &missing, typed)),
    }
}

/// Why an amount cannot be given.
fn not_owed(visit: &Visit, wrong: NotOwed) -> String {
    let said = |cents| Value::Amount(cents).say(visit.language);
    match wrong {
        NotOwed::Missing => visit.say("payment-error-missing").to_owned(),
        NotOwed::TooMuch { most } => visit.say_with("payment-error-most", &[("most", said(most))]),
        NotOwed::UnderRule { proposed } => {
            visit.say_with("payment-error-under", &[("proposed", said(proposed))])
        }
    }
}

/// How much may be given, for a démarche that pays.
fn amount_hint(visit: &Visit, view: &OpenView) -> String {
    let Some(payment) = &view.revision.file.payment else {
        return String::new();
    };
    let said = |cents| Value::Amount(cents).say(visit.language);
    match view.proposed {
        Some(proposed) => {
            let values = [("proposed", said(proposed)), ("most", said(payment.max))];
            visit.say_with("payment-hint-proposed", &values)
        }
        None => visit.say_with("payment-hint-most", &[("most", said(payment.max))]),
    }
}

async fn service_of(house: &House, visit: &Visit, agent: &Agent) -> Result<String, PageError> {
    let (organisation, service) = (visit.organisation.id, agent.service);
    let found = house
        .store
        .read(move |tx| parvis_organisation::service(tx, organisation, service));
    Ok(found.await?.name)
}

fn outcomes(visit: &Visit, chosen: Option<Outcome>) -> Vec<Choice> {
    let choice = |outcome: Outcome| {
        let choice = Choice::new(outcome_code(outcome), visit.say(outcome.key()))
            .checked(chosen == Some(outcome));
        match outcome {
            Outcome::InPart | Outcome::WithConditions => choice.revealing(),
            _ => choice,
        }
    };
    Outcome::ALL.map(choice).to_vec()
}

/// How a decision may be signed; nothing where it must be signed by hand.
pub(crate) fn signatures(visit: &Visit, conformity: Option<&str>, signed: bool) -> Vec<Choice> {
    let Some(conformity) = conformity else {
        return Vec::new();
    };
    let reference = [("conformity", conformity)];
    vec![
        Choice::new("teleservice", visit.say("decide-signature-teleservice"))
            .hint(visit.say_with("decide-signature-teleservice-hint", &reference))
            .checked(!signed),
        Choice::new("signe", visit.say("decide-signature-signed"))
            .checked(signed)
            .revealing(),
    ]
}

/// How the decision can be contested, as its document will say it.
fn remedies(visit: &Visit, desk: &Desk, view: &OpenView) -> Vec<String> {
    let remedies = desk.remedies(&view.revision).into_iter();
    remedies
        .map(|remedy| {
            let sentence = parvis_law::DecisionPart::Remedy(remedy).sentence();
            visit.say_with(sentence.key, &sentence.say(visit.language))
        })
        .collect()
}
