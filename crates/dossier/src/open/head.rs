//! What stands above every page on a dossier, and beside it: what it is, where it stands, what can be done.

use jiff::civil::Date;
use parvis_law::{EffectKind, SilenceEffect};
use parvis_web::{Link, Row, Tag, Visit};

use super::{OpenView, Seen};
use crate::check_account;
use crate::model::{Author, Dossier, Identification, Number, State};
use crate::payment;
use crate::presence;
use crate::queue::Due;
use crate::rules::Act;
use crate::said::Said;
use crate::states;

/// One of the pages on a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// Answers and pieces.
    File,
    /// Requests and messages.
    Exchanges,
    /// Notes.
    Notes,
    /// History.
    History,
    /// Another page, which leads back to these.
    Elsewhere,
}

/// What every page on a dossier shows.
pub(crate) struct Head {
    pub(crate) number: String,
    pub(crate) procedure: String,
    pub(crate) label: String,
    pub(crate) state: Tag,
    pub(crate) due: Option<Due>,
    pub(crate) own: String,
    pub(crate) href: String,
    pub(crate) sheets: Vec<(Link, bool)>,
    pub(crate) next: Option<String>,
    pub(crate) previous: Option<String>,
    pub(crate) shortcuts: String,
    /// Who else has it before their eyes, in words.
    pub(crate) present: Vec<String>,
    pub(crate) version: String,
    pub(crate) can: Can,
}

/// What the agent may do now.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each button of the page"
)]
pub(crate) struct Can {
    pub(crate) act: bool,
    pub(crate) take: bool,
    pub(crate) give: bool,
    pub(crate) transfer: bool,
    pub(crate) put_back: bool,
    pub(crate) instruct: bool,
    pub(crate) lift: bool,
    pub(crate) ask: bool,
    pub(crate) decide: bool,
    pub(crate) close: bool,
    pub(crate) write: bool,
    pub(crate) annotate: bool,
    pub(crate) take_back: bool,
    pub(crate) check_account: bool,
}

impl Head {
    pub(crate) fn of(visit: &Visit, view: &OpenView, sheet: Sheet) -> Self {
        let dossier = &view.dossier;
        let href = visit.url(&format!("/agent/dossiers/{}", dossier.number));
        let own = visit.ctx.actor.agent();
        let own = own.and_then(|own| view.agents.get(&own));
        let beside = |number: &Option<Number>| {
            let number = number.as_ref();
            number.map(|number| visit.url(&format!("/agent/dossiers/{number}")))
        };
        Self {
            number: dossier.number.to_string(),
            procedure: Said::of(visit, &view.revision.file.title).text,
            label: dossier.people.label(),
            state: states::tag(visit, dossier.state()),
            due: (!dossier.state().is_final()).then(|| due(visit, view)),
            own: own.map(parvis_access::Agent::full_name).unwrap_or_default(),
            sheets: sheets(visit, view, &href, sheet),
            next: beside(&view.next),
            previous: beside(&view.previous),
            shortcuts: view.shortcuts.for_page(),
            present: present(visit, view),
            version: Seen::of(view).to_string(),
            can: Can::of(visit, view),
            href,
        }
    }
}

fn present(visit: &Visit, view: &OpenView) -> Vec<String> {
    let named = view.present.iter().filter_map(|present| {
        let agent = view.agents.get(&present.agent)?;
        Some((*present, agent))
    });
    presence::sentences(visit, named)
}

fn due(visit: &Visit, view: &OpenView) -> Due {
    Due::of(visit, &view.revision.file.silence, due_day(&view.dossier))
}

fn due_day(dossier: &Dossier) -> Option<Date> {
    let dated = dossier.silence_due < crate::model::NO_DUE_DATE;
    dated.then(|| crate::store::day_of_number(dossier.silence_due))
}

fn sheets(visit: &Visit, view: &OpenView, href: &str, sheet: Sheet) -> Vec<(Link, bool)> {
    let exchanged = view.messages.len() + view.requests.len();
    let counted = |text: &str, count: usize| format!("{text} ({count})");
    [
        (Sheet::File, visit.say("open-sheet-file").to_owned(), ""),
        (
            Sheet::Exchanges,
            counted(visit.say("open-sheet-exchanges"), exchanged),
            "/echanges",
        ),
        (
            Sheet::Notes,
            counted(visit.say("open-sheet-notes"), view.notes.len()),
            "/notes",
        ),
        (
            Sheet::History,
            visit.say("open-sheet-history").to_owned(),
            "/historique",
        ),
    ]
    .into_iter()
    .map(|(own, text, path)| (Link::new(text, format!("{href}{path}")), own == sheet))
    .collect()
}

impl Can {
    fn of(visit: &Visit, view: &OpenView) -> Self {
        let state = view.dossier.state();
        let decides = view.revision.file.asks_for_decision;
        let assign = view.can(Act::Assign);
        let taken = view.dossier.agent;
        let mine = taken.is_some() && taken == visit.ctx.actor.agent();
        Self {
            act: view.can(Act::Write),
            take: assign && !mine,
            give: assign && view.colleagues.len() > 1,
            transfer: assign,
            put_back: assign && taken.is_some(),
            instruct: view.can(Act::Instruct) && state == State::Deposited,
            lift: view.can(Act::Instruct) && state == State::Waiting,
            ask: view.can(Act::Ask),
            decide: decides && view.can(Act::Accept),
            close: view.can(Act::Close),
            write: view.can(Act::Write),
            annotate: view.can(Act::Annotate),
            check_account: view.can(Act::GiveAccount) && check_account::is_asked(visit, view),
            take_back: view.can(Act::TakeBack) && view.dossier.facts.holds_decision(visit.ctx.now),
        }
    }
}

/// What is known of the dossier as a whole, above the answers.
pub(crate) fn facts(visit: &Visit, view: &OpenView) -> Vec<Row> {
    let dossier = &view.dossier;
    let mut rows = people(visit, dossier);
    if let Some(at) = dossier.facts.submitted_at {
        rows.push(Row::new(visit.say("open-deposited"), &visit.date_time(at)));
    }
    if !dossier.state().is_final() {
        rows.push(Row::new(visit.say("open-due"), &silence(visit, view)));
    }
    rows.extend(routed(visit, view));
    rows.push(Row::new(visit.say("open-taken"), &taken(visit, view)));
    rows.extend(end(visit, view));
    rows
}

/// Which rule of the procedure led it to its group, or that none did; nothing for a procedure without rules.
fn routed(visit: &Visit, view: &OpenView) -> Option<Row> {
    let mut entries = view.history.iter();
    let entry = entries
        .find(|entry| matches!(entry.verb.as_str(), "dossier.routed" | "dossier.unrouted"))?;
    let rule = entry.detail.get("rule").and_then(|rule| rule.as_str());
    let text = match (entry.verb.as_str(), rule) {
        ("dossier.routed", Some(rule)) => visit.say_with("open-routed-by", &[("rule", rule)]),
        (_, Some(rule)) => visit.say_with("open-unrouted-group", &[("rule", rule)]),
        (_, None) => visit.say("open-unrouted").to_owned(),
    };
    Some(Row::new(visit.say("open-routed"), &text))
}

fn people(visit: &Visit, dossier: &Dossier) -> Vec<Row> {
    let people = &dossier.people;
    let label = people.label();
    let label = if label.is_empty() {
        visit.say("open-no-identity").to_owned()
    } else {
        label
    };
    let mut rows = vec![Row::new(visit.say("open-beneficiary"), &label)];
    if let Author::Helper {
        name,
        structure,
        agreement_declared_at,
    } = &people.author
    {
        let structure = structure
            .as_ref()
            .map(|text| format!(", {}", text.as_str()));
        let agreed = [("day", visit.day(*agreement_declared_at))];
        let agreed = visit.say_with("open-helper-agreement", &agreed);
        let name = name.as_str();
        let text = format!("{name}{}\n{agreed}", structure.unwrap_or_default());
        rows.push(Row::new(visit.say("open-helper"), &text));
    }
    let contact = Row::new(visit.say("open-contact"), "");
    rows.push(match (&people.contact.email, dossier.identification) {
        (Some(email), _) => contact.link(email.as_str(), format!("mailto:{}", email.as_str())),
        (None, Identification::Anonymous) => Row::new(
            visit.say("open-contact"),
            visit.say("open-contact-anonymous"),
        ),
        (None, _) => Row::new(visit.say("open-contact"), visit.say("open-contact-code")),
    });
    rows
}

/// What silence will mean, when, and by which text, as an agent needs it: the reason that the procedure gives to the
/// person speaks to the person.
fn silence(visit: &Visit, view: &OpenView) -> String {
    let file = &view.revision.file;
    let day = due_day(&view.dossier);
    let said = match (file.silence.kind(), day) {
        (_, None) | (EffectKind::None, _) if file.asks_for_decision => {
            visit.say("open-due-nothing").to_owned()
        }
        (_, None) | (EffectKind::None, _) => visit.say("open-due-no-decision").to_owned(),
        (effect, Some(day)) => {
            let past = day < visit.today();
            let key = match (effect == EffectKind::Accepted, past) {
                (true, false) => "open-due-accepted",
                (true, true) => "open-due-accepted-past",
                (false, false) => "open-due-rejected",
                (false, true) => "open-due-rejected-past",
            };
            visit.say_with(key, &[("day", visit.date(day))])
        }
    };
    match basis(&file.silence) {
        Some(basis) => format!(
            "{said}\n{}",
            visit.say_with("open-due-basis", &[("basis", basis)])
        ),
        None => said,
    }
}

fn basis(silence: &SilenceEffect) -> Option<&str> {
    match silence {
        SilenceEffect::Accepted(implied) | SilenceEffect::Rejected(implied) => {
            Some(&implied.legal_basis)
        }
        SilenceEffect::None { legal_basis, .. } => legal_basis.as_deref(),
    }
}

fn taken(visit: &Visit, view: &OpenView) -> String {
    let Some(id) = view.dossier.agent else {
        return visit.say("queue-nobody").to_owned();
    };
    let name = view.agents.get(&id).map(parvis_access::Agent::full_name);
    let name = name.unwrap_or_else(|| visit.say("queue-somebody").to_owned());
    match view.dossier.agent_since {
        Some(since) => visit.say_with(
            "open-taken-since",
            &[("agent", name), ("day", visit.day(since))],
        ),
        None => name,
    }
}

/// How it ended: the decision and its reading, or the closing.
fn end(visit: &Visit, view: &OpenView) -> Vec<Row> {
    let facts = &view.dossier.facts;
    let mut rows = Vec::new();
    if let (Some(decided), Some(at)) = (&view.decided, facts.decided_at) {
        let by = view.agents.get(&decided.agent);
        let by = by.map(parvis_access::Agent::full_name).unwrap_or_default();
        let values = [
            (
                "outcome",
                visit.say(decided.decision.outcome.key()).to_owned(),
            ),
            ("at", visit.date_time(at)),
            ("agent", by),
        ];
        let href = visit.url(&format!("/agent/dossiers/{}/decision", view.dossier.number));
        let said = visit.say_with("open-decided", &values);
        let paid = view.owed.as_ref().zip(decided.decision.amount);
        let row = Row::new(visit.say("open-decision"), &said);
        rows.push(row.link(visit.say("open-decision-read"), href));
        let reading = match (facts.decision_read_at, facts.visible_at) {
            (Some(read), _) => visit.say_with("open-read", &[("at", visit.date_time(read))]),
            (None, Some(from)) if from > visit.ctx.now => {
                visit.say_with("open-held", &[("at", visit.date_time(from))])
            }
            _ => visit.say("open-unread").to_owned(),
        };
        rows.push(Row::new(visit.say("open-reading"), &reading));
        if let Some((owed, cents)) = paid {
            let by = owed.check.and_then(|(_, agent, _)| view.agents.get(&agent));
            let by = by.map(parvis_access::Agent::full_name).unwrap_or_default();
            rows.push(payment::for_agents(visit, owed, cents, &by));
        }
    }
    if let (Some(at), Some(closing)) = (facts.closed_at, &facts.closing) {
        let said = super::told::closing(visit, view, closing);
        let text = format!("{said}\n{}", visit.date_time(at));
        rows.push(Row::new(visit.say("open-closed"), &text));
    }
    if let Some(at) = facts.withdrawn_at {
        rows.push(Row::new(visit.say("open-withdrawn"), &visit.date_time(at)));
    }
    rows
}
