//! A decision as an agent types it.

use jiff::civil::Date;
use parvis_access::Agent;
use parvis_law::{DecisionDraft, Missing, Outcome, Signatory, SignatureRegime, Term};
use parvis_web::{DateEntry, Entries, EntriesExt, Errors, Visit};

use crate::model::{Number, outcome_code, outcome_of_code};
use crate::open::OpenView;
use crate::text::{LONGEST_TEXT, cleaned, line};
use crate::typed_date::{date_typed, is_blank, read};

/// Signs at most of a name, a quality, a reference.
const LONGEST_LINE: usize = 200;
/// Signs at most of an amount: a thousand billion euros.
const LONGEST_AMOUNT: usize = 12;

/// The fields, in the order of the form. Each is also the anchor of its error.
pub(crate) const FIELDS: &[&str] = &[
    "issue",
    "accorde",
    "conditions",
    "montant",
    "debut-jour",
    "debut-mois",
    "debut-annee",
    "fin-jour",
    "fin-mois",
    "fin-annee",
    "acte",
    "droit",
    "fait",
    "prenom",
    "nom",
    "qualite",
    "service",
    "delegation",
    "signature",
    "acte-signe",
];

/// What was typed, or what is offered at first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) outcome: Option<Outcome>,
    pub(crate) granted: String,
    pub(crate) conditions: String,
    pub(crate) amount: String,
    pub(crate) from: DateEntry,
    pub(crate) until: DateEntry,
    pub(crate) act: String,
    pub(crate) in_law: String,
    pub(crate) in_fact: String,
    pub(crate) first_name: String,
    pub(crate) name: String,
    pub(crate) quality: String,
    pub(crate) service: String,
    pub(crate) delegation: String,
    pub(crate) signed: bool,
    pub(crate) signed_act: String,
}

impl Typed {
    /// A decision that the agent signs in their own name.
    pub(crate) fn by(agent: &Agent, service: &str) -> Self {
        Self {
            first_name: agent.first_name.clone(),
            name: agent.last_name.clone(),
            quality: agent.quality.clone(),
            service: service.to_owned(),
            delegation: agent.delegation.clone().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What was written of a decision, to be typed again.
    pub(crate) fn of_draft(draft: &DecisionDraft) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (signed, signed_act) = match &draft.signature {
            Some(SignatureRegime::Signed { act }) => (true, act.clone()),
            _ => (false, String::new()),
        };
        Self {
            outcome: draft.outcome,
            granted: text(&draft.granted),
            conditions: text(&draft.conditions),
            act: text(&draft.attached_act),
            in_law: text(&draft.reason_in_law),
            in_fact: text(&draft.reason_in_fact),
            first_name: draft.signatory.first_name.clone(),
            name: draft.signatory.name.clone(),
            quality: draft.signatory.quality.clone(),
            service: draft.signatory.service.clone(),
            delegation: text(&draft.signatory.delegation),
            signed,
            signed_act,
            ..Self::default()
        }
    }

    /// What a form sent. The grounds that were ticked are written at the head of the reasons in law.
    pub(crate) fn of(entries: &Entries, view: &OpenView) -> Self {
        Self::of_entries(entries, in_law(entries, view))
    }

    /// What a form sent, with these reasons in law.
    pub(crate) fn of_entries(entries: &Entries, in_law: String) -> Self {
        let one = |name: &str| line(entries.first(name), LONGEST_LINE);
        let text = |name: &str| cleaned(entries.first(name));
        Self {
            outcome: outcome_of_code(entries.first("issue")),
            granted: text("accorde"),
            conditions: text("conditions"),
            amount: one("montant"),
            from: date_typed(entries, "debut"),
            until: date_typed(entries, "fin"),
            act: one("acte"),
            in_law,
            in_fact: text("fait"),
            first_name: one("prenom"),
            name: one("nom"),
            quality: one("qualite"),
            service: one("service"),
            delegation: one("delegation"),
            signed: entries.first("signature") != "teleservice",
            signed_act: one("acte-signe"),
        }
    }

    /// The same, as hidden fields carry it from the preview to the decision.
    pub(crate) fn hidden(&self) -> Vec<(&'static str, String)> {
        let signature = if self.signed { "signe" } else { "teleservice" };
        let values = [
            self.outcome.map_or("", outcome_code),
            &self.granted,
            &self.conditions,
            &self.amount,
            &self.from.day,
            &self.from.month,
            &self.from.year,
            &self.until.day,
            &self.until.month,
            &self.until.year,
            &self.act,
            &self.in_law,
            &self.in_fact,
            &self.first_name,
            &self.name,
            &self.quality,
            &self.service,
            &self.delegation,
            signature,
            &self.signed_act,
        ];
        let named = FIELDS.iter().zip(values);
        named
            .map(|(name, value)| (*name, value.to_owned()))
            .collect()
    }

    /// The draft of a decision. What does not belong to the outcome is left out of it.
    ///
    /// # Errors
    /// Amounts and dates that cannot be read, texts that are too long.
    pub(crate) fn draft(
        &self,
        visit: &Visit,
        number: &Number,
        today: Date,
    ) -> Result<DecisionDraft, Errors> {
        let mut errors = Errors::none();
        let refused = self.outcome == Some(Outcome::Refused);
        let amount = if refused {
            None
        } else {
            self.amount(visit, &mut errors)
        };
        let term = if refused {
            None
        } else {
            self.term(visit, &mut errors)
        };
        let long = [
            ("accorde", &self.granted),
            ("conditions", &self.conditions),
            ("droit", &self.in_law),
            ("fait", &self.in_fact),
        ];
        for (name, text) in long {
            if text.chars().count() > LONGEST_TEXT {
                let most = [("most", LONGEST_TEXT)];
                errors.add(name, visit.say_with("refusal-text", &most));
            }
        }
        if errors.any() {
            return Err(errors);
        }
        let only = |outcome, text: &String| (self.outcome == Some(outcome)).then(|| text.clone());
        Ok(DecisionDraft {
            outcome: self.outcome,
            granted: only(Outcome::InPart, &self.granted),
            conditions: only(Outcome::WithConditions, &self.conditions),
            amount,
            term,
            attached_act: stated(&self.act),
            reason_in_law: stated(&self.in_law),
            reason_in_fact: stated(&self.in_fact),
            signatory: self.signatory(),
            signature: self.signed.then(|| SignatureRegime::Signed {
                act: self.signed_act.clone(),
            }),
            ..DecisionDraft::new(number.as_str(), today)
        })
    }

    fn signatory(&self) -> Signatory {
        Signatory {
            first_name: self.first_name.clone(),
            name: self.name.clone(),
            quality: self.quality.clone(),
            service: self.service.clone(),
            delegation: stated(&self.delegation),
        }
    }

    fn amount(&self, visit: &Visit, errors: &mut Errors) -> Option<i64> {
        if self.amount.is_empty() {
            return None;
        }
        let cents = cents(&self.amount);
        if cents.is_none() {
            errors.add("montant", visit.say("decide-error-amount"));
        }
        cents
    }

    fn term(&self, visit: &Visit, errors: &mut Errors) -> Option<Term> {
        let mut day = |entry: &DateEntry, name: &str| {
            let day = read(entry);
            if day.is_none() && !is_blank(entry) {
                errors.add(name, visit.say("ask-error-date"));
            }
            day
        };
        let from = day(&self.from, "debut");
        let until = day(&self.until, "fin");
        if from.is_none() && until.is_some() && is_blank(&self.from) {
            errors.add("debut", visit.say("decide-error-from"));
        }
        from.map(|from| Term { from, until })
    }
}

/// The reasons in law: the ticked grounds of the procedure, then what was typed.
fn in_law(entries: &Entries, view: &OpenView) -> String {
    let grounds = &view.revision.file.refusal_grounds;
    let language = view.dossier.language;
    let ticked = entries.all("motif").iter().filter_map(|index| {
        let ground = grounds.get(index.parse::<usize>().ok()?)?;
        let label = ground.label.in_language(language);
        Some(format!("{label} : {}.", ground.law.in_language(language)))
    });
    let typed = cleaned(entries.first("droit"));
    let written = Some(typed).filter(|typed| !typed.is_empty());
    ticked.chain(written).collect::<Vec<_>>().join("\n")
}

fn stated(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// An amount as people write it, in cents: `1 234,50`, `1234.5`, `20 €`.
fn cents(typed: &str) -> Option<i64> {
    let plain: String = typed
        .chars()
        .filter(|sign| !sign.is_whitespace() && *sign != '€')
        .collect();
    let (euros, rest) = plain.split_once([',', '.']).unwrap_or((&plain, ""));
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = !euros.is_empty() && euros.len() <= LONGEST_AMOUNT && rest.len() <= 2;
    if !fits || !figures(euros) || !figures(rest) {
        return None;
    }
    let cents: i64 = format!("{rest:0<2}").parse().ok()?;
    Some(euros.parse::<i64>().ok()? * 100 + cents)
}

/// The field in which a missing element is to be said; none for what no field holds.
pub(crate) const fn field_of(missing: Missing, typed_signature: bool) -> &'static str {
    match missing {
        Missing::Outcome => "issue",
        Missing::Granted => "accorde",
        Missing::Amount => "montant",
        Missing::TermOrder => "fin",
        Missing::Conditions => "conditions",
        Missing::ReasonInLaw => "droit",
        Missing::ReasonInFact => "fait",
        Missing::FirstName => "prenom",
        Missing::Name => "nom",
        Missing::Quality => "qualite",
        Missing::Service => "service",
        Missing::Signature if typed_signature => "acte-signe",
        Missing::Signature => "signature",
        Missing::Remedies => "",
    }
}

/// What a decision lacks, each linked to its field.
pub(crate) fn errors_of(visit: &Visit, missing: &[Missing], typed: &Typed) -> Errors {
    let said = missing.iter().map(|missing| {
        let field = field_of(*missing, typed.signed).to_owned();
        (field, visit.say(missing.key()).to_owned())
    });
    said.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, read) in [
            ("20", Some(2_000)),
            ("20 €", Some(2_000)),
            ("1 234,50", Some(123_450)),
            ("1\u{202f}234.5", Some(123_450)),
            ("0", Some(0)),
            ("-5", None),
            ("1,234", None),
            ("douze", None),
            ("", None),
            ("9999999999999", None),
        ] {
            assert_eq!(cents(typed), read, "{typed}");
        }
    }

    #[test]
    fn the_preview_carries_every_field_of_the_form() {
        let typed = Typed {
            outcome: Some(Outcome::Refused),
            in_law: "Article 1\nArticle 2".to_owned(),
            signed: true,
            ..Typed::default()
        };
        let hidden = typed.hidden();
        assert_eq!(hidden.len(), FIELDS.len());
        assert!(hidden.contains(&("issue", "refused".to_owned())));
        assert!(hidden.contains(&("droit", "Article 1\nArticle 2".to_owned())));
        assert!(hidden.contains(&("signature", "signe".to_owned())));
    }
}
