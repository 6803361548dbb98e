//! A démarche that pays: which question holds the account, whose it is, how much at most, on which line of the budget.
//!
//! Nothing is paid by this program. The *ordonnateur* orders, the *comptable* alone pays (décret 2012-1246, art. 9 to 11): what is
//! written here lets an order be made with what the comptable checks (art. 19 and 20), and never more.

use parvis_form::definition::Problems;
use parvis_form::{Element, Field, FieldId, Form, Kind, Problem, Proposal};
use serde::{Deserialize, Serialize};
use serde_saphyr::{Location, Spanned};

use crate::source::{BudgetSource, PaymentSource, QuestionsSource};
use crate::values::excerpt;

/// How a favourable decision is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// The question that holds the account.
    pub iban: FieldId,
    /// Whose account it must be.
    pub holder: Holder,
    /// The question that takes the proof (a RIB), if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<FieldId>,
    /// The rule that proposes the amount, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Proposal>,
    /// The most that a decision may give, in euro cents.
    pub max: i64,
    /// What the order says to the finance department.
    pub budget: Budget,
}

/// Whose account it must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// The person or the body of the request.
    Identity,
    /// Whom a question names.
    Field(FieldId),
}

/// What an order says to the finance department of every payment of the démarche.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// The line of the budget, as the collectivité writes it.
    pub imputation: String,
    /// The supporting documents, as the list of the CGCT (annexe I of art. D1617-19) names them.
    pub justification: String,
}

/// The word that stands for the person of the request.
const IDENTITY: &str = "identity";
/// Letters at most of what an order says.
const LONGEST: usize = 200;

/// How the démarche pays, if it does, or everything that is wrong with it. Without a form, its questions are not looked for.
pub(crate) fn payment(
    file: &str,
    part: &QuestionsSource,
    form: Option<&Form>,
) -> Result<Option<Payment>, Vec<Problem>> {
    let Some(written) = &part.payment else {
        return Ok(None);
    };
    let mut reader = Reader {
        problems: Problems::of(file),
        top: written.referenced,
        form,
    };
    if part.asks_for_decision == Some(false) {
        let message = "nothing is paid without a decision";
        let expected = "`asks_for_decision: true`, or no `payment`";
        reader.note(written.referenced, message, expected);
    }
    if part.financial == Some(false) {
        let message = "a request that is paid is about money (CRPA L231-4 3°)";
        reader.note(written.referenced, message, "`financial: true`");
    }
    let steps = part.steps.as_deref().unwrap_or_default();
    let proposal = written.value.amount.as_ref();
    let proposal = proposal.map(|amount| Proposal::compile(file, steps, amount));
    let read = reader.read(&written.value);
    let mut problems = reader.problems.into_vec();
    match (read, proposal.transpose()) {
        (Some(payment), Ok(amount)) if problems.is_empty() => {
            Ok(Some(Payment { amount, ..payment }))
        }
        (_, proposal) => {
            problems.extend(proposal.err().unwrap_or_default());
            Err(problems)
        }
    }
}

struct Reader<'a> {
    problems: Problems,
    top: Location,
    form: Option<&'a Form>,
}

impl Reader<'_> {
    fn note(&mut self, at: Location, message: &str, expected: &str) {
        self.problems.note_expecting(at, message, expected);
    }

    fn read(&mut self, written: &PaymentSource) -> Option<Payment> {
        let iban = self.account(written.iban.as_ref());
        let holder = self.holder(written.holder.as_ref());
        let proof = written.proof.as_ref().map(|proof| self.proof(proof));
        let max = self.max(written.max.as_ref());
        let budget = self.budget(written.budget.as_ref());
        Some(Payment {
            iban: iban?,
            holder: holder?,
            proof: proof.flatten(),
            amount: None,
            max: max?,
            budget: budget?,
        })
    }

    fn missing(&mut self, name: &str, expected: &str) {
        let message = format!("`{name}` is missing");
        self.problems.note_expecting(self.top, message, expected);
    }

    /// The account: asked once of everybody, so that no favourable decision is left without one.
    fn account(&mut self, written: Option<&Spanned<String>>) -> Option<FieldId> {
        const EXPECTED: &str = "a question of kind `iban`";
        let Some(written) = written else {
            self.missing("iban", EXPECTED);
            return None;
        };
        let field = self.question(written, EXPECTED)?;
        match field {
            Some(field) if !matches!(field.kind, Kind::Iban(_)) => {
                let message = "the account is no question of kind `iban`";
                self.note(written.referenced, message, EXPECTED);
            }
            Some(field) if field.optional => {
                let message = "an account that is paid is not optional";
                self.note(
                    written.referenced,
                    message,
                    "no `optional` on this question",
                );
            }
            _ => self.always_asked(written),
        }
        written.value.parse().ok()
    }

    /// Whoever is granted something has answered the question: no condition hides it, nor its step.
    fn always_asked(&mut self, written: &Spanned<String>) {
        let steps = self.form.map_or(&[][..], Form::steps).iter();
        let mut steps = steps.filter(|step| {
            let own = step.elements.iter();
            let mut own = own.filter_map(|element| match element {
                Element::Field(field) if field.id.as_str() == written.value => Some(field),
                _ => None,
            });
            own.any(|field| field.condition.is_some() || step.condition.is_some())
        });
        if steps.next().is_some() {
            let message = "a condition hides what a payment needs";
            self.note(
                written.referenced,
                message,
                "no `if` on this question nor on its step",
            );
        }
    }

    fn holder(&mut self, written: Option<&Spanned<String>>) -> Option<Holder> {
        const EXPECTED: &str = "`identity`, or a question that names a person or a body";
        let Some(written) = written else {
            self.missing("holder", EXPECTED);
            return None;
        };
        if written.value == IDENTITY {
            return Some(Holder::Identity);
        }
        let field = self.question(written, EXPECTED)?;
        let names = |field: &Field| {
            matches!(
                field.kind,
                Kind::ShortText(_) | Kind::Identity(_) | Kind::Association | Kind::Company
            )
        };
        if field.is_some_and(|field| !names(field)) {
            let message = "this question names nobody";
            self.note(written.referenced, message, EXPECTED);
        } else if field.is_some_and(|field| field.optional) {
            let message = "whose account is paid is not optional";
            self.note(
                written.referenced,
                message,
                "no `optional` on this question",
            );
        } else {
            self.always_asked(written);
        }
        written.value.parse().ok().map(Holder::Field)
    }

    fn proof(&mut self, written: &Spanned<String>) -> Option<FieldId> {
        const EXPECTED: &str = "a question of kind `piece`";
        let field = self.question(written, EXPECTED)?;
        if field.is_some_and(|field| !matches!(field.kind, Kind::Piece(_))) {
            let message = "the proof is no question of kind `piece`";
            self.note(written.referenced, message, EXPECTED);
        }
        written.value.parse().ok()
    }

    /// A question outside repeated blocks. Without a form it is looked for another time.
    fn question(&mut self, written: &Spanned<String>, expected: &str) -> Option<Option<&Field>> {
        let form = self.form?;
        let found = form.steps().iter().flat_map(|step| &step.elements);
        let mut found = found.filter_map(|element| match element {
            Element::Field(field) if field.id.as_str() == written.value => Some(field),
            _ => None,
        });
        let found = found.next();
        if found.is_none() {
            let message = format!(
                "`{}` is no question outside repeated blocks",
                excerpt(&written.value)
            );
            self.problems
                .note_expecting(written.referenced, message, expected);
            return None;
        }
        Some(found)
    }

    fn max(&mut self, written: Option<&Spanned<String>>) -> Option<i64> {
        const EXPECTED: &str = "an amount in euros, such as `\"1000.00\"`";
        let Some(written) = written else {
            self.missing("max", EXPECTED);
            return None;
        };
        let cents = cents(&written.value);
        if cents.is_none() {
            let message = "this is not an amount in euros";
            self.note(written.referenced, message, EXPECTED);
        }
        cents
    }

    fn budget(&mut self, written: Option<&Spanned<BudgetSource>>) -> Option<Budget> {
        let Some(written) = written else {
            self.missing("budget", "`imputation` and `justification`");
            return None;
        };
        let outside = std::mem::replace(&mut self.top, written.referenced);
        let imputation = self.line(
            "imputation",
            "the line of the budget",
            written.value.imputation.as_ref(),
        );
        let justification = self.line(
            "justification",
            "the supporting documents of the payment",
            written.value.justification.as_ref(),
        );
        self.top = outside;
        Some(Budget {
            imputation: imputation?,
            justification: justification?,
        })
    }

    fn line(
        &mut self,
        name: &str,
        expected: &str,
        written: Option<&Spanned<String>>,
    ) -> Option<String> {
        let Some(written) = written else {
            self.missing(name, expected);
            return None;
        };
        let text = written.value.trim();
        let is_line = !text.is_empty() && !text.chars().any(char::is_control);
        if !is_line || text.chars().count() > LONGEST {
            let message = format!("`{name}` is not one line");
            let expected = format!("at most {LONGEST} letters");
            self.problems
                .note_expecting(written.referenced, message, expected);
            return None;
        }
        Some(text.to_owned())
    }
}

/// `1000.00` in cents; between one cent and a billion euros.
fn cents(written: &str) -> Option<i64> {
    let (euros, cents) = written.split_once('.')?;
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=9).contains(&euros.len()) && cents.len() == 2;
    if !fits || !figures(euros) || !figures(cents) {
        return None;
    }
    let all = euros.parse::<i64>().ok()? * 100 + cents.parse::<i64>().ok()?;
    (all > 0).then_some(all)
}
