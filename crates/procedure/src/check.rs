//! From what an author wrote to a procedure that stands, or everything that is wrong with it.

use jiff::civil::Date;
use parvis_form::definition::{Problems, RetentionUnit, read};
use parvis_form::{Form, Problem, Retention, Text};
use parvis_kernel::{LanguageTag, NotALanguage};
use parvis_law::{Remedy, SilenceEffect};
use serde::de::DeserializeOwned;
use serde_saphyr::{Location, Spanned};
use sha2::{Digest, Sha256};

use crate::payment;
use crate::routing;
use crate::source::{
    ClosingSource, CostSource, DelaySource, DoorSource, PaperSource, ProcedureSource,
    QuestionsSource, RefusalGroundSource, ReplyTextSource, RetentionSource, SilencedSource,
    SourceSource,
};
use crate::values::{Checker, blank, excerpt, one_of};
use crate::{
    BegunDrafts, Checked, Closing, Cost, Delay, Door, DoorKind, Fate, FileRetention, IdentityRule,
    PROCEDURE_FORMAT, Paper, Payment, ProcedureFile, RefusalGround, ReplyText, Route, Silenced,
    Source, Theme,
};

/// The longest time that filling in a form may be announced to take.
const MINUTES: std::ops::RangeInclusive<u16> = 1..=240;
/// How long an untouched draft may be kept.
const DRAFT_DAYS: std::ops::RangeInclusive<u16> = 1..=365;
/// How long an answer may be announced to take.
const EXPECTED_DAYS: std::ops::RangeInclusive<u16> = 0..=730;
/// What stands for a length of time that does not read.
const A_YEAR: Retention = Retention {
    count: 1,
    unit: RetentionUnit::Years,
};
/// Bytes of a procedure file at most.
pub const FILE_BYTES: usize = 2_000_000;

/// Reads a procedure file: its grammar, its form and what the law requires of it. Pure.
///
/// A mistake of shape (an unknown word, a number where a text is expected) stops the reading of its part of the file;
/// the mistakes of meaning are all told at once.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub fn check(file_name: &str, source: &str) -> Result<Checked, Vec<Problem>> {
    if source.len() > FILE_BYTES {
        let problem = Problem::at(file_name, Location::UNKNOWN, "the file is too large");
        return Err(vec![problem.expecting("two megabytes at most")]);
    }
    let file = check_procedure(file_name, source);
    let questions = check_questions(file_name, source);
    match (file, questions) {
        (Ok(file), Ok(questions)) => Ok(Checked {
            file: ProcedureFile {
                routing: questions.routing,
                payment: questions.payment,
                ..file
            },
            form: questions.form,
            source: source.to_owned(),
            checksum: checksum(source),
        }),
        (file, questions) => Err(in_order([file.err(), questions.err()])),
    }
}

fn in_order<const PARTS: usize>(of_parts: [Option<Vec<Problem>>; PARTS]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = of_parts.into_iter().flatten().flatten().collect();
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems.dedup();
    problems
}

fn checksum(source: &str) -> String {
    let digest = Sha256::digest(source.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads a part of the file; the reader's words for a number or a flag that is none are said as an author would.
fn read_part<T: DeserializeOwned>(file_name: &str, source: &str) -> Result<T, Vec<Problem>> {
    read(file_name, source).map_err(|mut problem: Problem| {
        let plain = match problem.message.as_str() {
            "invalid u16" | "invalid u32" | "invalid i64" => {
                Some(("this is not a number", "a whole number"))
            }
            "invalid boolean (strict mode expects true/false)" => {
                Some(("this is neither yes nor no", "true or false"))
            }
            _ => None,
        };
        if let Some((message, expected)) = plain {
            message.clone_into(&mut problem.message);
            problem.expected = Some(expected.to_owned());
        }
        vec![problem]
    })
}

/// The questions, and what rests on their answers.
struct Questions {
    form: Form,
    routing: Vec<Route>,
    payment: Option<Payment>,
}

fn check_questions(file_name: &str, source: &str) -> Result<Questions, Vec<Problem>> {
    let part: Spanned<QuestionsSource> = read_part(file_name, source)?;
    let steps = part.value.steps.as_deref().unwrap_or_default();
    let routing = routing::routes(file_name, part.value.routing.as_ref(), steps);
    let form = form(file_name, &part);
    let payment = payment::payment(file_name, &part.value, form.as_ref().ok());
    match (form, routing, payment) {
        (Ok(form), Ok(routing), Ok(payment)) => Ok(Questions {
            form,
            routing,
            payment,
        }),
        (form, routing, payment) => Err(in_order([form.err(), routing.err(), payment.err()])),
    }
}

fn form(file_name: &str, part: &Spanned<QuestionsSource>) -> Result<Form, Vec<Problem>> {
    if part.value.orientation.is_some() {
        return Ok(Form::without_questions());
    }
    let Some(steps) = &part.value.steps else {
        let missing = Problem::at(file_name, part.referenced, "`steps` is missing");
        return Err(vec![missing.expecting("the steps of the form, in order")]);
    };
    Form::compile(file_name, steps, part.value.data_defaults.as_ref())
}

fn check_procedure(file_name: &str, source: &str) -> Result<ProcedureFile, Vec<Problem>> {
    let written: Spanned<ProcedureSource> = read_part(file_name, source)?;
    let mut checker = Checker {
        problems: Problems::of(file_name),
        top: written.referenced,
    };
    let file = checker.procedure(written.value);
    if checker.problems.is_empty() {
        Ok(file)
    } else {
        Err(checker.problems.into_vec())
    }
}

impl FileRetention {
    /// The retention of a démarche that keeps no file.
    fn nothing_kept() -> Self {
        Self {
            after_decision: A_YEAR,
            legal_basis: blank(),
            fate: Fate::Archive,
        }
    }
}

impl Checker {
    fn procedure(&mut self, mut written: ProcedureSource) -> ProcedureFile {
        match written.orientation.take() {
            Some(orientation) => self.oriented(orientation, written),
            None => self.made_here(written),
        }
    }

    /// A démarche that the collectivité answers itself.
    fn made_here(&mut self, mut written: ProcedureSource) -> ProcedureFile {
        let asks_for_decision = self.flag("asks_for_decision", written.asks_for_decision.take());
        let financial = self.flag("financial", written.financial.take());
        let (silence, silence_reason) = self.silence(
            written.silence.take(),
            financial == Some(true),
            asks_for_decision,
        );
        let promised_at = written.commitments.as_ref().map(|own| own.referenced);
        let commitments = self.commitments(written.commitments.take());
        self.promises_no_less_than_the_law(promised_at, commitments.as_ref(), &silence);
        ProcedureFile {
            minutes: self.number("minutes", MINUTES, written.minutes.take()),
            silence,
            silence_reason,
            financial: financial == Some(true),
            asks_for_decision: asks_for_decision == Some(true),
            identity: self.identity(written.identity.take(), asks_for_decision),
            retention: self.retention(written.retention.take()),
            draft_days: written
                .draft_days
                .take()
                .map(|days| self.number("draft_days", DRAFT_DAYS, Some(days))),
            begun_drafts: self.begun_drafts(written.begun_drafts.take()),
            declarations: self.declarations(written.declarations.take()),
            reply_texts: self.reply_texts(written.reply_texts.take()),
            refusal_grounds: self
                .refusal_grounds(written.refusal_grounds.take(), asks_for_decision),
            remedies: self.remedies(written.remedies.take()),
            closing: self.closing(written.closing.take(), asks_for_decision),
            commitments,
            ..self.presented(written)
        }
    }

    /// What every file says of its démarche; the rest is that of a démarche that asks nothing.
    pub(crate) fn presented(&mut self, written: ProcedureSource) -> ProcedureFile {
        ProcedureFile {
            format: PROCEDURE_FORMAT,
            slug: self.slug(written.slug),
            title: self.title(written.title),
            summary: self.sentence("summary", written.summary),
            theme: self
                .term("theme", Theme::TERMS, written.theme)
                .unwrap_or(Theme::Papers),
            promised_languages: self.languages(written.languages),
            keywords: written.keywords.unwrap_or_default(),
            who_for: self.long("who_for", "who may make the démarche", written.who_for),
            what_you_get: self.long(
                "what_you_get",
                "what the person receives at the end",
                written.what_you_get,
            ),
            minutes: 0,
            papers: self.papers(written.papers),
            cost: self.cost(written.cost),
            delay: self.delay(written.delay),
            silence: SilenceEffect::None {
                reason: String::new(),
                legal_basis: None,
            },
            silence_reason: None,
            financial: false,
            asks_for_decision: false,
            identity: IdentityRule::Optional,
            doors: self.doors(written.doors),
            service: self.service(written.service),
            group: self.group(written.group),
            routing: Vec::new(),
            retention: FileRetention::nothing_kept(),
            draft_days: None,
            begun_drafts: BegunDrafts::MayFinish,
            declarations: Vec::new(),
            reply_texts: Vec::new(),
            refusal_grounds: Vec::new(),
            remedies: Vec::new(),
            closing: Vec::new(),
            sources: self.sources(written.sources),
            regime: self.regime(written.regime),
            commitments: None,
            payment: None,
            orientation: None,
            lint: self.silenced(written.lint),
        }
    }

    fn slug(&mut self, written: Option<Spanned<String>>) -> String {
        let expected = "a word for addresses, such as `acte-naissance`";
        self.word("slug", expected, written)
    }

    fn title(&mut self, written: Option<Spanned<Text>>) -> Text {
        let expected = "what the person wants to do, in a few words";
        self.short("title", expected, written)
    }

    fn service(&mut self, written: Option<Spanned<String>>) -> String {
        self.word("service", "the slug of the service that answers", written)
    }

    fn group(&mut self, written: Option<Spanned<String>>) -> String {
        let expected = "the slug of the group of agents who instruct";
        self.word("group", expected, written)
    }

    /// The languages that a file promises beside French, each once.
    pub(crate) fn languages(
        &mut self,
        written: Option<Spanned<Vec<Spanned<String>>>>,
    ) -> Vec<LanguageTag> {
        let mut languages = Vec::new();
        for one in written.map(|all| all.value).unwrap_or_default() {
            let at = one.referenced;
            match one.value.parse::<LanguageTag>() {
                Ok(LanguageTag::FRENCH) => self.problems.note_expecting(
                    at,
                    "every text is in French",
                    "the other languages only",
                ),
                Ok(language) if languages.contains(&language) => {
                    let message = format!("the language `{language}` is written twice");
                    self.problems.note(at, message);
                }
                Ok(language) => languages.push(language),
                Err(NotALanguage::Written(as_it_is, language)) => {
                    let message = format!("the language `{as_it_is}` is written `{language}`");
                    self.problems.note(at, message);
                }
                Err(NotALanguage::Unknown(word)) => self.problems.note_expecting(
                    at,
                    format!("`{word}` is not the tag of a language"),
                    "one such as `en`, `ar` or `pt-BR`",
                ),
            }
        }
        languages
    }

    fn begun_drafts(&mut self, written: Option<Spanned<String>>) -> BegunDrafts {
        let term = written
            .and_then(|written| self.term("begun_drafts", BegunDrafts::TERMS, Some(written)));
        term.unwrap_or(BegunDrafts::MayFinish)
    }

    fn identity(
        &mut self,
        written: Option<Spanned<String>>,
        asks_for_decision: Option<bool>,
    ) -> IdentityRule {
        let at = written
            .as_ref()
            .map_or(self.top, |written| written.referenced);
        let identity = self.term("identity", IdentityRule::TERMS, written);
        if identity == Some(IdentityRule::Optional) && asks_for_decision == Some(true) {
            self.problems.note_expecting(
                at,
                "a request that asks for a decision cannot be anonymous (CRPA L112-8, R112-9-1)",
                "`identity: required`, or `asks_for_decision: false`",
            );
        }
        identity.unwrap_or(IdentityRule::Required)
    }

    fn papers(&mut self, written: Option<Spanned<Vec<PaperSource>>>) -> Vec<Paper> {
        let papers = self.required(
            "papers",
            "a list of papers, empty if none is needed",
            written,
        );
        let papers = papers.map(|papers| papers.value).unwrap_or_default();
        let mut checked = Vec::new();
        for paper in papers {
            checked.push(Paper {
                name: self.short("name", "", Some(paper.name)),
                hint: paper.hint.map(|hint| self.long("hint", "", Some(hint))),
            });
        }
        checked
    }

    fn cost(&mut self, written: Option<Spanned<CostSource>>) -> Cost {
        const EXPECTED: &str = "`cents` (0 is free), `words`, or both";
        let Some(Spanned {
            value, referenced, ..
        }) = self.required("cost", EXPECTED, written)
        else {
            return Cost {
                cents: None,
                words: None,
            };
        };
        if value.cents.is_none() && value.words.is_none() {
            self.problems
                .note_expecting(referenced, "the cost is not said", EXPECTED);
        }
        Cost {
            cents: value.cents.map(|cents| cents.value),
            words: value.words.map(|words| self.long("words", "", Some(words))),
        }
    }

    fn delay(&mut self, written: Option<Spanned<DelaySource>>) -> Delay {
        let written = self.required("delay", "`words` and `expected_days`", written);
        let Some(Spanned {
            value, referenced, ..
        }) = written
        else {
            return Delay {
                words: blank(),
                expected_days: 0,
            };
        };
        self.within(referenced, |inside| Delay {
            words: inside.long("words", "how long the answer takes, in words", value.words),
            expected_days: inside.number("expected_days", EXPECTED_DAYS, value.expected_days),
        })
    }

    fn doors(&mut self, written: Option<Spanned<Vec<DoorSource>>>) -> Vec<Door> {
        let expected = format!("at least one of {}", one_of(DoorKind::TERMS));
        let Some(Spanned {
            value, referenced, ..
        }) = self.required("doors", &expected, written)
        else {
            return Vec::new();
        };
        if value.is_empty() {
            let message = "no other way than the web is offered";
            self.problems.note_expecting(referenced, message, expected);
        }
        let mut doors = Vec::new();
        for door in value {
            let kind = self.term("kind", DoorKind::TERMS, Some(door.kind));
            let text = self.long("text", "", Some(door.text));
            doors.extend(kind.map(|kind| Door { kind, text }));
        }
        doors
    }

    fn retention(&mut self, written: Option<Spanned<RetentionSource>>) -> FileRetention {
        let written = self.required("retention", "`after_decision` and `legal_basis`", written);
        let Some(Spanned {
            value, referenced, ..
        }) = written
        else {
            return FileRetention::nothing_kept();
        };
        self.within(referenced, |inside| {
            let fate = value.fate;
            let after = inside.required(
                "after_decision",
                "a length of time, such as `12 months`",
                value.after_decision,
            );
            FileRetention {
                after_decision: after
                    .and_then(|after| inside.length(&after))
                    .unwrap_or(A_YEAR),
                legal_basis: inside.short(
                    "legal_basis",
                    "the text that sets it",
                    value.legal_basis,
                ),
                fate: fate
                    .and_then(|fate| inside.term("fate", Fate::TERMS, Some(fate)))
                    .unwrap_or(Fate::Archive),
            }
        })
    }

    fn length(&mut self, written: &Spanned<String>) -> Option<Retention> {
        let read = written.value.parse().ok();
        if read.is_none() {
            let message = format!("`{}` is not a length of time", excerpt(&written.value));
            self.problems.note_expecting(
                written.referenced,
                message,
                "a count of days, months or years, such as `12 months`",
            );
        }
        read
    }

    fn declarations(&mut self, written: Option<Spanned<Vec<Spanned<Text>>>>) -> Vec<Text> {
        const EXPECTED: &str = "at least one sentence that the person declares";
        let Some(Spanned {
            value, referenced, ..
        }) = self.required("declarations", EXPECTED, written)
        else {
            return Vec::new();
        };
        if value.is_empty() {
            self.problems
                .note_expecting(referenced, "nothing is declared", EXPECTED);
        }
        let mut declarations = Vec::new();
        for text in value {
            declarations.push(self.long("declarations", EXPECTED, Some(text)));
        }
        declarations
    }

    fn reply_texts(&mut self, written: Option<Vec<ReplyTextSource>>) -> Vec<ReplyText> {
        let mut replies = Vec::new();
        for reply in written.unwrap_or_default() {
            let title = self.short("title", "", Some(reply.title));
            replies.push(ReplyText {
                title,
                text: self.long("text", "", Some(reply.text)),
            });
        }
        replies
    }

    fn refusal_grounds(
        &mut self,
        written: Option<Spanned<Vec<RefusalGroundSource>>>,
        asks_for_decision: Option<bool>,
    ) -> Vec<RefusalGround> {
        let Some(Spanned {
            value, referenced, ..
        }) = written
        else {
            return Vec::new();
        };
        if asks_for_decision == Some(false) {
            let message = "nothing is refused in a procedure that asks for no decision";
            self.problems.note_expecting(
                referenced,
                message,
                "`closing` instead of `refusal_grounds`",
            );
        }
        let mut grounds = Vec::new();
        for ground in value {
            let label = self.short("label", "", Some(ground.label));
            grounds.push(RefusalGround {
                label,
                law: self.short("law", "", Some(ground.law)),
            });
        }
        grounds
    }

    fn remedies(&mut self, written: Option<Spanned<Vec<Remedy>>>) -> Vec<Remedy> {
        let Some(Spanned {
            value, referenced, ..
        }) = written
        else {
            return Vec::new();
        };
        if !value.iter().all(Remedy::is_complete) {
            self.problems.note_expecting(
                referenced,
                "a remedy goes to nobody",
                "an `addressee` for each",
            );
        }
        value
    }

    fn closing(
        &mut self,
        written: Option<Spanned<Vec<ClosingSource>>>,
        asks_for_decision: Option<bool>,
    ) -> Vec<Closing> {
        const EXPECTED: &str = "how a report ends: a list of `code` and `label`";
        if written.is_none() && asks_for_decision == Some(false) {
            self.problems
                .note_expecting(self.top, "`closing` is missing", EXPECTED);
        }
        let Some(Spanned {
            value, referenced, ..
        }) = written
        else {
            return Vec::new();
        };
        if asks_for_decision == Some(true) {
            let message = "a procedure that asks for a decision ends with a decision";
            self.problems.note_expecting(
                referenced,
                message,
                "no `closing`, or `asks_for_decision: false`",
            );
        } else if value.is_empty() {
            self.problems
                .note_expecting(referenced, "a report cannot end", EXPECTED);
        }
        let mut endings = Vec::new();
        for ending in value {
            let code = self.word("code", "a word", Some(ending.code));
            endings.push(Closing {
                code,
                label: self.short("label", "", Some(ending.label)),
            });
        }
        endings
    }

    fn sources(&mut self, written: Option<Spanned<Vec<SourceSource>>>) -> Vec<Source> {
        let written = self.required(
            "sources",
            "where the facts come from, dated; empty if from nowhere",
            written,
        );
        let mut sources = Vec::new();
        for source in written.map(|sources| sources.value).unwrap_or_default() {
            let date = source.date.value.parse::<Date>();
            if date.is_err() {
                let message = format!("`{}` is not a date", excerpt(&source.date.value));
                self.problems.note_expecting(
                    source.date.referenced,
                    message,
                    "year, month and day, such as `2020-07-01`",
                );
            }
            sources.push(Source {
                fiche: source.fiche.value,
                title: source.title.value,
                date: date.unwrap_or(Date::MIN),
                to_confirm: source.to_confirm,
            });
        }
        sources
    }

    /// What the linter is asked to keep to itself; whether its rules exist is for the linter to say.
    fn silenced(&mut self, written: Option<Spanned<Vec<SilencedSource>>>) -> Vec<Silenced> {
        let mut silenced = Vec::new();
        for one in written.map(|silenced| silenced.value).unwrap_or_default() {
            silenced.push(Silenced {
                rule: one.rule.value,
                at: one.at.map(|at| at.value),
                reason: self.long("reason", "why it is kept", Some(one.reason)),
            });
        }
        silenced
    }
}
