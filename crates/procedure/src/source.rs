//! The procedure file as its author writes it, with the place of every value that is checked.

use parvis_form::{DataDefaults, StepSource, Text};
use parvis_law::Remedy;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_saphyr::Spanned;

use crate::Keywords;

/// What a procedure file says of the procedure. Everything is optional for the reader, so that the checker can tell all
/// that is missing at once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProcedureSource {
    pub slug: Option<Spanned<String>>,
    pub title: Option<Spanned<Text>>,
    pub summary: Option<Spanned<Text>>,
    pub theme: Option<Spanned<String>>,
    pub languages: Option<Spanned<Vec<Spanned<String>>>>,
    pub keywords: Option<Keywords>,
    pub who_for: Option<Spanned<Text>>,
    pub what_you_get: Option<Spanned<Text>>,
    pub minutes: Option<Spanned<u16>>,
    pub papers: Option<Spanned<Vec<PaperSource>>>,
    pub cost: Option<Spanned<CostSource>>,
    pub delay: Option<Spanned<DelaySource>>,
    pub silence: Option<Spanned<SilenceSource>>,
    pub financial: Option<Spanned<bool>>,
    pub asks_for_decision: Option<Spanned<bool>>,
    pub identity: Option<Spanned<String>>,
    pub doors: Option<Spanned<Vec<DoorSource>>>,
    pub service: Option<Spanned<String>>,
    pub group: Option<Spanned<String>>,
    pub retention: Option<Spanned<RetentionSource>>,
    pub draft_days: Option<Spanned<u16>>,
    pub begun_drafts: Option<Spanned<String>>,
    pub declarations: Option<Spanned<Vec<Spanned<Text>>>>,
    pub reply_texts: Option<Vec<ReplyTextSource>>,
    pub refusal_grounds: Option<Spanned<Vec<RefusalGroundSource>>>,
    pub remedies: Option<Spanned<Vec<Remedy>>>,
    pub closing: Option<Spanned<Vec<ClosingSource>>>,
    pub sources: Option<Spanned<Vec<SourceSource>>>,
    pub regime: Option<Spanned<RegimeSource>>,
    pub commitments: Option<Spanned<CommitmentsSource>>,
    pub orientation: Option<Spanned<OrientationSource>>,
    pub lint: Option<Spanned<Vec<SilencedSource>>>,
    #[serde(rename = "routing")]
    pub _routing: Option<IgnoredAny>,
    #[serde(rename = "payment")]
    pub _payment: Option<Spanned<IgnoredAny>>,
    #[serde(rename = "data_defaults")]
    pub _data_defaults: Option<IgnoredAny>,
    #[serde(rename = "steps")]
    pub _steps: Option<IgnoredAny>,
}

/// What a procedure file asks, and where the answers lead. The rest of the file is read apart, so that a mistake in one
/// part does not hide the mistakes of the other.
#[derive(Debug, Deserialize)]
pub(crate) struct QuestionsSource {
    pub orientation: Option<IgnoredAny>,
    pub data_defaults: Option<DataDefaults>,
    pub steps: Option<Vec<StepSource>>,
    pub routing: Option<Spanned<Vec<RouteSource>>>,
    pub payment: Option<Spanned<PaymentSource>>,
    pub asks_for_decision: Option<bool>,
    pub financial: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PaymentSource {
    pub iban: Option<Spanned<String>>,
    pub holder: Option<Spanned<String>>,
    pub proof: Option<Spanned<String>>,
    pub amount: Option<Spanned<String>>,
    pub max: Option<Spanned<String>>,
    pub budget: Option<Spanned<BudgetSource>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BudgetSource {
    pub imputation: Option<Spanned<String>>,
    pub justification: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RouteSource {
    #[serde(rename = "if")]
    pub condition: Option<Spanned<String>>,
    pub group: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PaperSource {
    pub name: Spanned<Text>,
    pub hint: Option<Spanned<Text>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CostSource {
    pub cents: Option<Spanned<u32>>,
    pub words: Option<Spanned<Text>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DelaySource {
    pub words: Option<Spanned<Text>>,
    pub expected_days: Option<Spanned<u16>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SilenceSource {
    pub effect: Option<Spanned<String>>,
    pub delay: Option<Spanned<String>>,
    pub legal_basis: Option<Spanned<String>>,
    pub delay_basis: Option<Spanned<String>>,
    pub exception: Option<Spanned<String>>,
    pub reason: Option<Spanned<Text>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DoorSource {
    pub kind: Spanned<String>,
    pub text: Spanned<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionSource {
    pub after_decision: Option<Spanned<String>>,
    pub legal_basis: Option<Spanned<Text>>,
    pub fate: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReplyTextSource {
    pub title: Spanned<Text>,
    pub text: Spanned<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RefusalGroundSource {
    pub label: Spanned<Text>,
    pub law: Spanned<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClosingSource {
    pub code: Spanned<String>,
    pub label: Spanned<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceSource {
    pub fiche: Spanned<String>,
    pub title: Spanned<String>,
    pub date: Spanned<String>,
    #[serde(default)]
    pub to_confirm: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegimeSource {
    pub name: Option<Spanned<Text>>,
    pub legal_basis: Option<Spanned<String>>,
    pub text: Option<Spanned<Text>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommitmentsSource {
    pub answer_days: Option<Spanned<u16>>,
    pub message_days: Option<Spanned<u16>>,
    pub satisfaction: Option<Spanned<u16>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrientationSource {
    pub name: Option<Spanned<Text>>,
    pub text: Option<Spanned<Text>>,
    pub url: Option<Spanned<String>>,
    pub phone: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SilencedSource {
    pub rule: Spanned<String>,
    pub at: Option<Spanned<String>>,
    pub reason: Spanned<Text>,
}
