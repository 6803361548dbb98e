//! The follow-up page: where the dossier stands, what was exchanged, what can be done.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::{AccessError, Agent};
use parvis_kernel::{AgentId, MessageId};
use parvis_law::ReceiptPart;
use parvis_web::{Errors, Event, House, Link, PageError, Readings, Row, Tag, Visit, Wording, page};
use serde::Deserialize;

use super::act::{FollowView, PersonEvent, follow};
use crate::addresses::Addresses;
use crate::answered::{Answered, Card};
use crate::deposit::silence_says;
use crate::desk::Desk;
use crate::error::DossierError;
use crate::model::{Closing, Message, Number, Piece, Request, Sender, State as Stands};
use crate::payment;
use crate::piece::Place;
use crate::request::DeskOf;
use crate::rules::{Act, after};
use crate::said::{Said, worded};
use crate::text::LONGEST_TEXT;
use crate::{history, states};

#[derive(Template)]
#[template(path = "follow/page.html")]
struct Page<'a> {
    visit: &'a Visit,
    at: Addresses,
    number: &'a str,
    title: Said,
    tag: Tag,
    done: Option<&'static str>,
    means: String,
    closing: Option<Said>,
    action: Option<Link>,
    asked: Option<Asked>,
    payment: Vec<String>,
    silence: Vec<Wording>,
    documents: Vec<Link>,
    messages: Vec<parvis_web::Message>,
    message: Option<Typed>,
    most: usize,
    answers: Vec<Card>,
    pieces: Vec<Row>,
    events: Vec<Event>,
    can_withdraw: bool,
    code: Option<&'a str>,
    readings: Readings,
    view: &'a FollowView,
}

/// What the service asks now.
struct Asked {
    by: String,
    until: String,
    text: String,
    items: Vec<Wording>,
}

/// A message that is being written.
#[derive(Debug, Default)]
pub(crate) struct Typed {
    /// The identifier drawn with the page: a double click writes once.
    pub(crate) id: String,
    /// What was typed.
    pub(crate) text: String,
    /// What must be corrected.
    pub(crate) errors: Errors,
}

/// A dossier that this browser may not see, or that does not exist: the same page.
#[derive(Template)]
#[template(path = "follow/unknown.html")]
struct Unknown<'a> {
    visit: &'a Visit,
    back: String,
}

/// What was just done, told on the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Done {
    fait: String,
}

impl Done {
    fn key(&self) -> Option<&'static str> {
        match self.fait.as_str() {
            "message" => Some("follow-done-message"),
            "complement" => Some("follow-done-complement"),
            "satisfaction" => Some("follow-done-satisfaction"),
            "satisfaction-deja" => Some("follow-done-satisfaction-before"),
            "retrait" => Some("follow-done-withdrawal"),
            _ => None,
        }
    }
}

pub(super) async fn show(
    State(house): State<House>,
    DeskOf(desk): DeskOf,
    Path(number): Path<String>,
    Query(done): Query<Done>,
    visit: Visit,
) -> Result<Response, PageError> {
    let Some(number) = Number::parse(&number) else {
        return unknown(&visit, None);
    };
    if visit.session.is_none() {
        let enter = visit.url(&format!("/suivi?numero={number}"));
        return Ok(Redirect::to(&enter).into_response());
    }
    shown(&house, desk, &number, &visit, done.key(), None).await
}

/// The page of a dossier that cannot be shown to this browser.
pub(crate) fn unknown(visit: &Visit, number: Option<&Number>) -> Result<Response, PageError> {
    let query = number.map(|number| format!("?numero={number}"));
    let back = visit.url(&format!("/suivi{}", query.unwrap_or_default()));
    let unknown = page(&Unknown { visit, back })?;
    Ok((StatusCode::NOT_FOUND, unknown).into_response())
}

/// The follow-up page; with a message that could not be sent, when there is one.
pub(crate) async fn shown(
    house: &House,
    desk: Desk,
    number: &Number,
    visit: &Visit,
    done: Option<&'static str>,
    typed: Option<Typed>,
) -> Result<Response, PageError> {
    let (ctx, asked) = (visit.ctx.clone(), number.clone());
    let view = house
        .store
        .write(move |tx| follow(&ctx, tx, &desk, &asked))
        .await;
    let view = match view {
        Ok(view) => view,
        Err(DossierError::NotFound | DossierError::Access(AccessError::NotFound)) => {
            return unknown(visit, Some(number));
        }
        Err(error) => return Err(error.into()),
    };
    let status = match &typed {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok((status, page(&page_of(visit, &view, done, typed))?).into_response())
}

fn page_of<'a>(
    visit: &'a Visit,
    view: &'a FollowView,
    done: Option<&'static str>,
    typed: Option<Typed>,
) -> Page<'a> {
    let dossier = &view.dossier;
    let state = dossier.facts.state_for_person(visit.ctx.now);
    let scribe = Scribe {
        visit,
        view,
        at: Addresses::of(visit, &dossier.number),
        state,
    };
    let open = view.requests.iter().rfind(|request| request.is_open());
    let can_write = after(state, Act::Write).is_some();
    Page {
        visit,
        number: dossier.number.as_str(),
        title: Said::of(visit, &view.revision.file.title),
        tag: states::tag(visit, state),
        done,
        means: scribe.means(),
        closing: scribe.closing(),
        action: scribe.action(),
        asked: open.map(|request| scribe.asked(request)),
        payment: match &view.owed {
            Some((owed, cents)) => payment::for_person(visit, owed, *cents),
            None => Vec::new(),
        },
        silence: scribe.silence(),
        documents: scribe.documents(),
        messages: view
            .messages
            .iter()
            .map(|own| scribe.message(own))
            .collect(),
        message: can_write.then(|| typed.unwrap_or_else(Typed::blank)),
        most: LONGEST_TEXT,
        answers: scribe.answers(),
        pieces: scribe.pieces(),
        events: view
            .events
            .iter()
            .map(|event| scribe.event(event))
            .collect(),
        can_withdraw: after(state, Act::Withdraw).is_some(),
        code: view.follow_up_code.as_ref().map(|code| code.reveal()),
        readings: visit.readings(&view.revision.file.languages()),
        at: scribe.at,
        view,
    }
}

impl Typed {
    /// A message with nothing in it.
    pub(crate) fn blank() -> Self {
        Self {
            id: MessageId::new().to_string(),
            ..Self::default()
        }
    }
}

impl Page<'_> {
    fn errors(&self) -> Errors {
        let typed = self.message.as_ref();
        typed.map(|typed| typed.errors.clone()).unwrap_or_default()
    }
}

struct Scribe<'a> {
    visit: &'a Visit,
    view: &'a FollowView,
    at: Addresses,
    state: Stands,
}

impl Scribe<'_> {
    /// What the state means, and who acts next.
    fn means(&self) -> String {
        let key = format!("follow-means-{}", self.state.code());
        let day = self.view.dossier.facts.expires_at;
        let day = day.map(|day| self.visit.day(day)).unwrap_or_default();
        self.visit.say_with(&key, &[("day", day)])
    }

    /// How a dossier without decision ended, as the procedure says it.
    fn closing(&self) -> Option<Said> {
        match self.view.dossier.facts.closing.as_ref()? {
            Closing::Duplicate => Some(Said::house(self.visit.say("follow-duplicate"))),
            Closing::Stated(code) => {
                let stated = self.view.revision.file.closing.iter();
                let stated = stated.filter(|closing| closing.code == *code);
                let stated = stated.map(|closing| Said::of(self.visit, &closing.label));
                stated.into_iter().next()
            }
        }
    }

    /// What the person does next, if it is their turn.
    fn action(&self) -> Option<Link> {
        let asked = self.view.requests.iter().any(Request::is_open);
        let (key, href) = match self.state {
            Stands::Accepted if asked => ("follow-answer", self.at.complete()),
            Stands::Draft => ("follow-resume", self.at.tasks()),
            Stands::Waiting => ("follow-answer", self.at.complete()),
            Stands::Accepted | Stands::Refused => ("follow-read", self.at.decision()),
            _ => return None,
        };
        Some(Link::new(self.visit.say(key), href))
    }

    fn asked(&self, request: &Request) -> Asked {
        let form = &self.view.revision.form;
        let label = |name: &String| {
            let field = form.field(name).map(|field| &field.label);
            let text = field.or_else(|| form.block(name).map(|block| &block.title));
            text.map(|text| worded(self.visit, text))
        };
        let corrections = request.asked.fields.iter().filter_map(label);
        let corrections = corrections.map(|label| {
            Wording::quoting(&label, |label| {
                let values = [("label", label)];
                self.visit.say_with("follow-asked-field", &values)
            })
        });
        let pieces = request.asked.pieces.iter().map(Wording::from);
        Asked {
            by: self.agent(request.agent),
            until: self.visit.date(request.due_on),
            text: request.asked.text.to_string(),
            items: corrections.chain(pieces).collect(),
        }
    }

    /// What no answer will mean, as the receipt says it, while an answer is due.
    fn silence(&self) -> Vec<Wording> {
        let Some(given) = self
            .view
            .receipt
            .as_ref()
            .filter(|_| !self.state.is_final())
        else {
            return Vec::new();
        };
        let receipt = given.receipt();
        let parts = receipt.parts().iter().filter(|part| {
            matches!(
                part,
                ReceiptPart::ImpliedAcceptance(_)
                    | ReceiptPart::ImpliedRejection(_)
                    | ReceiptPart::NoImpliedDecision { .. }
                    | ReceiptPart::NoDecisionAsked
            )
        });
        let file = &self.view.revision.file;
        let mut said: Vec<Wording> = parts
            .map(|part| silence_says(self.visit, part, file))
            .collect();
        if receipt.silence_on().is_some() && !self.view.requests.is_empty() {
            said.push(self.visit.say("follow-silence-moves").into());
        }
        said
    }

    fn documents(&self) -> Vec<Link> {
        let mut documents = Vec::new();
        if self.view.receipt.is_some() {
            let receipt = self.visit.say("follow-receipt");
            documents.push(Link::new(receipt, self.at.receipt()));
        }
        if self.view.dossier.facts.shows_decision(self.visit.ctx.now) {
            let decision = self.visit.say("follow-decision");
            documents.push(Link::new(decision, self.at.decision()));
        }
        documents
    }

    /// What was deposited, step by step.
    fn answers(&self) -> Vec<Card> {
        let Some(answers) = &self.view.answers else {
            return Vec::new();
        };
        let answered = Answered {
            visit: self.visit,
            at: &self.at,
            dossier: &self.view.dossier,
            revision: &self.view.revision,
            answers,
            pieces: &self.view.pieces,
            prefilled: &self.view.prefilled,
            can_change: false,
        };
        answered.cards()
    }

    fn message(&self, message: &Message) -> parvis_web::Message {
        let place = Place::Message(message.id).code();
        let pieces = self.view.pieces.iter().filter(|piece| piece.place == place);
        let (author, sent) = match message.sender {
            Sender::Usager => (self.visit.say("follow-you").to_owned(), true),
            Sender::Service(agent) => (self.agent(agent), false),
            Sender::House => (self.view.service.name.clone(), false),
        };
        parvis_web::Message {
            author,
            sent,
            at: self.visit.date_time(message.at),
            datetime: format!("{:.0}", message.at),
            text: message.body.to_string(),
            pieces: pieces.map(|piece| self.piece(piece)).collect(),
        }
    }

    /// The files that are not shown with their message or their decision, by day.
    fn pieces(&self) -> Vec<Row> {
        let mut days: Vec<Row> = Vec::new();
        let pieces = self.view.pieces.iter();
        let elsewhere =
            |piece: &&Piece| piece.place.starts_with("message:") || piece.is_of_decision();
        for piece in pieces.filter(|piece| !elsewhere(piece)) {
            let day = self.visit.day(piece.created_at);
            let row = match days.pop_if(|row| row.key == *day) {
                Some(row) => row,
                None => Row::new(day.clone(), ""),
            };
            let link = self.piece(piece);
            days.push(match link.href.is_empty() {
                true => row.line(link.text),
                false => row.link(link.text, link.href),
            });
        }
        days
    }

    fn piece(&self, piece: &Piece) -> Link {
        let size = self.visit.size(piece.size);
        let name = piece.description.name.as_str();
        match piece.examination.infection {
            Some(_) => {
                let named = [("name", name)];
                Link::new(self.visit.say_with("examine-named-blocked-own", &named), "")
            }
            None => Link::new(format!("{name} ({size})"), self.at.piece(piece.id)),
        }
    }

    fn event(&self, event: &PersonEvent) -> Event {
        let by = match (event.by_service, event.helped) {
            (true, _) => self.view.service.name.clone(),
            (false, Some(door)) => self.visit.say(history::door_key(door)).to_owned(),
            (false, None) => String::new(),
        };
        Event {
            title: history::said(self.visit, &event.verb),
            at: self.visit.date_time(event.at),
            datetime: format!("{:.0}", event.at),
            by,
            text: String::new(),
        }
    }

    /// First name, name, quality and service of an agent (CRPA L111-2).
    fn agent(&self, id: AgentId) -> String {
        let service = &self.view.service.name;
        match self.view.agents.get(&id) {
            Some(agent) => named(agent, service),
            None => service.clone(),
        }
    }
}

fn named(agent: &Agent, service: &str) -> String {
    let parts = [agent.full_name(), agent.quality.clone(), service.to_owned()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
