//! What an agent types before a batch is read and confirmed.

use jiff::ToSpan;
use parvis_access::Agent;
use parvis_law::{Outcome as Decided, SignatureRegime};
use parvis_web::{DateEntry, Entries, EntriesExt, Errors, Visit};

use super::{BatchAct, BatchView, Wanted};
use crate::decide::{DecisionTyped, completed, decision_errors};
use crate::desk::Desk;
use crate::text::{LONGEST_TEXT, cleaned};
use crate::typed_date::{date_typed, entry_of, read};

/// The delay that is offered.
const OFFERED_DAYS: i64 = 30;

/// What was typed, or what is offered at first.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub(super) to: String,
    pub(super) text: String,
    pub(super) pieces: String,
    pub(super) due: DateEntry,
    pub(super) closing: String,
    pub(super) shared: bool,
    pub(super) decision: DecisionTyped,
}

impl Typed {
    /// What is offered: the words of the batch when it has some, else nothing but the agent's own name.
    pub(super) fn offered(
        visit: &Visit,
        view: &BatchView,
        own: Option<&Agent>,
        service: &str,
    ) -> Self {
        let mut typed = Self {
            due: entry_of(visit.today().saturating_add(OFFERED_DAYS.days())),
            decision: own.map_or_else(DecisionTyped::default, |own| {
                DecisionTyped::by(own, service)
            }),
            ..Self::default()
        };
        match &view.wanted {
            Some(Wanted::Give(to)) => typed.to = to.to_string(),
            Some(Wanted::Write(text)) => typed.text.clone_from(text),
            Some(Wanted::Ask {
                text,
                pieces,
                due_on,
            }) => {
                typed.text.clone_from(text);
                typed.pieces = pieces.join("\n");
                typed.due = entry_of(*due_on);
            }
            Some(Wanted::Decide(draft)) => typed.decision = DecisionTyped::of_draft(draft),
            Some(Wanted::Close(code)) => typed.closing.clone_from(code),
            Some(Wanted::Instruct) | None => {}
        }
        typed
    }

    /// What a form sent.
    pub(super) fn of(entries: &Entries, act: BatchAct) -> Self {
        let mut decision = DecisionTyped::of_entries(entries, cleaned(entries.first("droit")));
        decision.outcome = match act {
            BatchAct::Accept => Some(Decided::InFull),
            BatchAct::Refuse => Some(Decided::Refused),
            _ => None,
        };
        Self {
            to: entries.first("a").to_owned(),
            text: cleaned(entries.first("texte")),
            pieces: entries.first("pieces").to_owned(),
            due: date_typed(entries, "echeance"),
            closing: entries.first("motif").to_owned(),
            shared: entries.first("commun") == "oui",
            decision,
        }
    }

    /// What is to be done, or what is wrong in what was typed.
    pub(super) fn wanted(
        &self,
        visit: &Visit,
        desk: &Desk,
        view: &BatchView,
    ) -> Result<Wanted, Errors> {
        let mut errors = Errors::none();
        let wanted = match view.act {
            BatchAct::Take | BatchAct::Give => self.give(visit, view, &mut errors),
            BatchAct::Instruct => Some(Wanted::Instruct),
            BatchAct::Write => self
                .text(visit, &mut errors)
                .then(|| Wanted::Write(self.text.clone())),
            BatchAct::Ask => self.ask(visit, &mut errors),
            BatchAct::Close => self.close(visit, view, &mut errors),
            BatchAct::Accept | BatchAct::Refuse => return self.decide(visit, desk, view),
        };
        wanted.filter(|_| !errors.any()).ok_or(errors)
    }

    fn give(&self, visit: &Visit, view: &BatchView, errors: &mut Errors) -> Option<Wanted> {
        let to = self.to.parse().ok();
        let known = to.filter(|to| view.colleagues.iter().any(|own| own.id == *to));
        if known.is_none() {
            errors.add("a", visit.say("assign-choose"));
        }
        known.map(Wanted::Give)
    }

    fn text(&self, visit: &Visit, errors: &mut Errors) -> bool {
        let length = self.text.chars().count();
        let fits = length > 0 && length <= LONGEST_TEXT;
        if !fits {
            let most = [("most", LONGEST_TEXT)];
            errors.add("texte", visit.say_with("refusal-text", &most));
        }
        fits
    }

    fn ask(&self, visit: &Visit, errors: &mut Errors) -> Option<Wanted> {
        let pieces: Vec<String> = self
            .pieces
            .lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        if pieces.is_empty() || pieces.len() > crate::ask::MOST_ITEMS {
            errors.add("pieces", visit.say("batch-error-pieces"));
        }
        self.text(visit, errors);
        let due = read(&self.due);
        let today = visit.today();
        let latest = today.saturating_add(jiff::Span::new().days(crate::ask::LONGEST_DELAY));
        match due {
            None => errors.add("echeance", visit.say("ask-error-date")),
            Some(day) if day <= today || day > latest => {
                errors.add("echeance", visit.say("refusal-due-date"));
            }
            Some(_) => {}
        }
        due.map(|due_on| Wanted::Ask {
            text: self.text.clone(),
            pieces,
            due_on,
        })
    }

    fn close(&self, visit: &Visit, view: &BatchView, errors: &mut Errors) -> Option<Wanted> {
        let mut files = view.items.iter().map(|item| &item.revision.file);
        let stated = files.any(|file| file.closing.iter().any(|way| way.code == self.closing));
        if !stated {
            errors.add("motif", visit.say("batch-error-closing"));
        }
        stated.then(|| Wanted::Close(self.closing.clone()))
    }

    /// The decision, provided that the law finds in it all that it asks of the first dossier that it would be taken on.
    fn decide(&self, visit: &Visit, desk: &Desk, view: &BatchView) -> Result<Wanted, Errors> {
        let mut items = view.items.iter();
        let Some(first) = items
            .find(|item| item.revision.file.asks_for_decision)
            .or_else(|| view.items.first())
        else {
            return Err(Errors::none());
        };
        let mut draft = self
            .decision
            .draft(visit, &first.number, desk.today(&visit.ctx))?;
        draft.remedies = Vec::new();
        let whole = completed(&visit.ctx, desk, &first.number, &first.revision, &draft);
        let missing = parvis_law::Decision::build(whole).err().unwrap_or_default();
        let mut errors = decision_errors(visit, &missing, &self.decision);
        if view.act == BatchAct::Refuse && !self.shared {
            errors.add("commun", visit.say("batch-error-shared"));
        }
        if errors.any() {
            return Err(errors);
        }
        Ok(Wanted::Decide(Box::new(draft)))
    }
}

/// How a decision of a batch is signed, for the summary.
pub(super) fn signed_by(draft: &parvis_law::DecisionDraft) -> String {
    let who = &draft.signatory;
    let mut said = format!("{} {}, {}", who.first_name, who.name, who.quality);
    if let Some(SignatureRegime::Signed { act }) = &draft.signature {
        said.push('\n');
        said.push_str(act);
    }
    said
}
