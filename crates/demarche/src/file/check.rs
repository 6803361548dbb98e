//! From what an author wrote to a procedure that stands, or everything that is wrong with it.

use jiff::civil::Date;
use parvis_form::definition::{Problems, RetentionUnit, read};
use parvis_form::{Form, Problem, Retention, Text};
use parvis_law::Remedy;
use serde::de::DeserializeOwned;
use serde_saphyr::{Location, Spanned};
use sha2::{Digest, Sha256};

use super::routing::{self, RoutingSource};
use super::source::{
    ClosingSource, CostSource, DelaySource, DoorSource, FormSource, KeywordsSource, PaperSource,
    ProcedureSource, RefusalGroundSource, ReplyTextSource, RetentionSource, SourceSource,
};
use super::values::{Checker, blank, excerpt, one_of};
use super::{
    Checked, Closing, Cost, Delay, Door, DoorKind, Fate, FileRetention, IdentityRule, Keywords,
    PROCEDURE_FORMAT, Paper, ProcedureFile, RefusalGround, ReplyText, Route, Source, Theme,
};

/// The longest time that filling in a form may be announced to take.
const MINUTES: std::ops::RangeInclusive<u16> = 1..=240;
/// How long an untouched draft may be kept.
const DRAFT_DAYS: std::ops::RangeInclusive<u16> = 1..=365;
/// How long an answer may be announced to take.
const EXPECTED_DAYS: std::ops::RangeInclusive<u16> = 0..=730;
/// Bytes of a procedure file at most.
pub(crate) const FILE_BYTES: usize = 2_000_000;

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
    let form = check_form(file_name, source);
    let routes = check_routing(file_name, source);
    match (file, form, routes) {
        (Ok(file), Ok(form), Ok(routing)) => Ok(Checked {
            file: ProcedureFile { routing, ..file },
            form,
            source: source.to_owned(),
            checksum: checksum(source),
        }),
        (file, form, routes) => Err(in_order([file.err(), form.err(), routes.err()])),
    }
}

fn in_order(of_parts: [Option<Vec<Problem>>; 3]) -> Vec<Problem> {
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

fn check_form(file_name: &str, source: &str) -> Result<Form, Vec<Problem>> {
    let part: Spanned<FormSource> = read_part(file_name, source)?;
    let Some(steps) = &part.value.steps else {
        let missing = Problem::at(file_name, part.referenced, "`steps` is missing");
        return Err(vec![missing.expecting("the steps of the form, in order")]);
    };
    Form::compile(file_name, steps, part.value.data_defaults.as_ref())
}

/// The routing is read with the steps, so that a mistake of shape in the steps is told once, by the form.
fn check_routing(file_name: &str, source: &str) -> Result<Vec<Route>, Vec<Problem>> {
    let part: RoutingSource = read_part(file_name, source)?;
    routing::routes(file_name, part)
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

impl Checker {
    fn procedure(&mut self, written: ProcedureSource) -> ProcedureFile {
        let asks_for_decision = self.flag("asks_for_decision", written.asks_for_decision);
        let financial = self.flag("financial", written.financial);
        let (silence, silence_reason) =
            self.silence(written.silence, financial == Some(true), asks_for_decision);
        ProcedureFile {
            format: PROCEDURE_FORMAT,
            slug: self.word(
                "slug",
                "a word for addresses, such as `acte-naissance`",
                written.slug,
            ),
            title: self.short(
                "title",
                "what the person wants to do, in a few words",
                written.title,
            ),
            summary: self.sentence("summary", written.summary),
            theme: self
                .term("theme", Theme::TERMS, written.theme)
                .unwrap_or(Theme::Papers),
            keywords: keywords(written.keywords),
            who_for: self.long("who_for", "who may make the démarche", written.who_for),
            what_you_get: self.long(
                "what_you_get",
                "what the person receives at the end",
                written.what_you_get,
            ),
            minutes: self.number("minutes", MINUTES, written.minutes),
            papers: self.papers(written.papers),
            cost: self.cost(written.cost),
            delay: self.delay(written.delay),
            silence,
            silence_reason,
            financial: financial == Some(true),
            asks_for_decision: asks_for_decision == Some(true),
            identity: self.identity(written.identity, asks_for_decision),
            doors: self.doors(written.doors),
            service: self.word(
                "service",
                "the slug of the service that answers",
                written.service,
            ),
            group: self.word(
                "group",
                "the slug of the group of agents who instruct",
                written.group,
            ),
            routing: Vec::new(),
            retention: self.retention(written.retention),
            draft_days: written
                .draft_days
                .map(|days| self.number("draft_days", DRAFT_DAYS, Some(days))),
            declarations: self.declarations(written.declarations),
            reply_texts: self.reply_texts(written.reply_texts),
            refusal_grounds: self.refusal_grounds(written.refusal_grounds, asks_for_decision),
            remedies: self.remedies(written.remedies),
            closing: self.closing(written.closing, asks_for_decision),
            sources: self.sources(written.sources),
        }
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
        const A_YEAR: Retention = Retention {
            count: 1,
            unit: RetentionUnit::Years,
        };
        let written = self.required("retention", "`after_decision` and `legal_basis`", written);
        let Some(Spanned {
            value, referenced, ..
        }) = written
        else {
            return FileRetention {
                after_decision: A_YEAR,
                legal_basis: blank(),
                fate: Fate::Archive,
            };
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
}

fn keywords(written: Option<KeywordsSource>) -> Keywords {
    let written = written.unwrap_or_default();
    Keywords {
        fr: written.fr,
        en: written.en,
    }
}
