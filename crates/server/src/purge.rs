//! What the declared retention ends: first what is due, then its end, by bounded transactions.

use std::time::Duration;

use anyhow::{Context, bail};
use jiff::tz::TimeZone;
use parvis_demarche::satisfaction::{self, Month};
use parvis_demarche::{Catalogue, Fate};
use parvis_dossier::destroy::{self, Destruction};
use parvis_dossier::expire;
use parvis_dossier::export;
use parvis_form::definition::{Retention, RetentionUnit};
use parvis_journal::{Journal, Subject};
use parvis_kernel::{Ctx, Instant, Language, RevisionId};
use parvis_organisation::{Organisation, Trial, trial};
use parvis_store::blobs::Blobs;
use parvis_store::{Due, Store};

const DAY: Duration = Duration::from_secs(24 * 3600);
const MONTH: Duration = Duration::from_secs(30 * 24 * 3600);
/// Entries of a journal forgotten in one transaction.
const ENTRIES: i64 = 1000;

/// A rule, and what it ends.
#[derive(Debug, Clone)]
pub struct Line {
    /// The organisation; nothing for what is of the whole installation.
    pub organisation: Option<Organisation>,
    /// What, in French.
    pub what: String,
    /// The rule, in French.
    pub rule: String,
    /// Where the rule comes from.
    pub source: String,
    /// What is over today.
    pub due: Due,
    act: Act,
}

#[derive(Debug, Clone)]
enum Act {
    Trial,
    Destroy(RevisionId, Retention, Instant),
    /// The archives come first: nothing is destroyed.
    Archive,
    Drafts,
    Forget(Journal, Instant),
    Sessions,
    Attempts,
    Facts,
    Mails,
    Deliveries,
    Exports,
    Panels,
    Prefills,
    Satisfactions,
}

impl Line {
    /// Whether dossiers are destroyed by it today: that needs a visa.
    #[must_use]
    pub fn destroys(&self) -> bool {
        matches!(self.act, Act::Destroy(..)) && self.due.count > 0
    }

    /// Whether it keeps what is over, for the archives.
    #[must_use]
    pub fn keeps(&self) -> bool {
        matches!(self.act, Act::Archive)
    }
}

/// Where it is done.
pub struct Purge<'a> {
    /// The rows.
    pub store: &'a Store,
    /// The files.
    pub blobs: &'a Blobs,
    /// The procedures.
    pub catalogue: &'a Catalogue,
    /// Today.
    pub now: Instant,
    /// Dossiers of one transaction.
    pub at_once: i64,
}

impl Purge<'_> {
    /// What is due, by organisation and rule. Changes nothing.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn plan(&self) -> anyhow::Result<Vec<Line>> {
        let mut lines = Vec::new();
        for organisation in self.store.read(parvis_organisation::all).await? {
            lines.extend(self.of_organisation(&organisation).await?);
        }
        lines.extend(self.of_installation().await?);
        Ok(lines)
    }

    async fn of_organisation(&self, organisation: &Organisation) -> anyhow::Result<Vec<Line>> {
        let (catalogue, id, now) = (self.catalogue.clone(), organisation.id, self.now);
        let months = |count| Retention {
            count,
            unit: RetentionUnit::Months,
        };
        let security = first_kept(organisation, now, months(12))?;
        let exchanges = first_kept(organisation, now, months(36))?;
        let place = organisation.clone();
        let read = self.store.read(move |tx| {
            let mut lines = Vec::new();
            let mut line = |what: String, rule: String, source: String, due, act| {
                let organisation = Some(place.clone());
                lines.push(Line {
                    organisation,
                    what,
                    rule,
                    source,
                    due,
                    act,
                });
            };
            for revision in catalogue.every(tx, id)? {
                let kept = &revision.file.retention;
                let before = first_kept(&place, now, kept.after_decision)?;
                let due = destroy::ended(tx, id, revision.id, before)?;
                let (end, act) = match kept.fate {
                    Fate::Destroy => (
                        "détruits",
                        Act::Destroy(revision.id, kept.after_decision, before),
                    ),
                    Fate::Archive => ("à verser aux archives", Act::Archive),
                };
                line(
                    format!(
                        "dossiers « {} », révision {}",
                        revision.file.title.in_language(Language::French),
                        revision.number
                    ),
                    format!("{end} {} après leur fin", in_words(kept.after_decision)),
                    kept.legal_basis.in_language(Language::French).to_owned(),
                    due,
                    act,
                );
            }
            let trial = trial::find(tx, id)?.and_then(|twin| twin.trial);
            line(
                "essai de démarches, et tout ce qu'il contient".into(),
                "30 jours après son ouverture".into(),
                "réglage de la maison : rien n'y est réel".into(),
                over(trial, now),
                Act::Trial,
            );
            let drafts = expire::count_expired_drafts(tx, id, now)?;
            line(
                "brouillons".into(),
                "au jour annoncé à la personne".into(),
                "RGPD, art. 5".into(),
                drafts,
                Act::Drafts,
            );
            for (journal, before, what, rule, source) in [
                (
                    Journal::Security,
                    security,
                    "journal de sécurité",
                    "12 mois",
                    "CNIL, délibération 2021-122",
                ),
                (
                    Journal::Exchanges,
                    exchanges,
                    "traces de consultation et d'échange",
                    "36 mois",
                    "CRPA, art. R114-9-7",
                ),
            ] {
                let due = parvis_journal::expired(tx, id, journal, before)?;
                line(
                    what.into(),
                    rule.into(),
                    source.into(),
                    due,
                    Act::Forget(journal, before),
                );
            }
            anyhow::Ok(lines)
        });
        read.await
    }

    async fn of_installation(&self) -> anyhow::Result<Vec<Line>> {
        let now = self.now;
        let read = self.store.read(move |tx| {
            let sessions = parvis_access::session::ended(tx, now - DAY)?;
            let attempts = parvis_identity::waiting(tx, now)?;
            let facts = parvis_jobs::delivered(tx, now - MONTH)?;
            let mails = parvis_notify::done(tx, now - MONTH)?;
            let deliveries = parvis_webhook::old(tx, now - MONTH)?;
            let exports = export::due(tx, now)?;
            let panels = parvis_demarche::panel::panels_over(tx, now)?;
            let prefills = parvis_dossier::prefill::over(tx, now)?;
            let satisfactions = satisfaction::over(tx, Month::of(now, TimeZone::UTC))?;
            let line = |what: &str, rule: &str, due, act| Line {
                organisation: None,
                what: what.to_owned(),
                rule: rule.to_owned(),
                source: "réglage de la maison".to_owned(),
                due,
                act,
            };
            anyhow::Ok(vec![
                line(
                    "séances et codes",
                    "un jour après leur fin",
                    sessions,
                    Act::Sessions,
                ),
                line(
                    "connexions inachevées par un fournisseur d'identité",
                    "dix minutes",
                    attempts,
                    Act::Attempts,
                ),
                line("faits livrés", "30 jours", facts, Act::Facts),
                line("courriels partis", "30 jours", mails, Act::Mails),
                line(
                    "envois aux applications",
                    "30 jours",
                    deliveries,
                    Act::Deliveries,
                ),
                line("exports de listes", "7 jours", exports, Act::Exports),
                line(
                    "panels sur des démarches, et leurs remarques",
                    "six mois après leur fin",
                    panels,
                    Act::Panels,
                ),
                line(
                    "réponses proposées par un lien ou une application, que personne n'a reprises",
                    "au jour annoncé",
                    prefills,
                    Act::Prefills,
                ),
                line(
                    "réponses anonymes sur la satisfaction",
                    "deux ans au plus après leur mois",
                    satisfactions,
                    Act::Satisfactions,
                ),
            ])
        });
        read.await
    }

    /// Ends what is due. May be interrupted at any moment, and done again. `each` hears of every transaction.
    ///
    /// # Errors
    /// Before anything is ended, when dossiers would be destroyed without a visa. Those of the store, and of `each`.
    pub async fn execute(
        &self,
        visa: Option<&str>,
        each: &mut dyn FnMut(&Line, u64) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let lines = self.plan().await?;
        if visa.is_none() && lines.iter().any(Line::destroys) {
            bail!(
                "des dossiers seraient détruits : ce sont des archives publiques. Donnez la référence du visa des archives : parvis purge --visa RÉFÉRENCE"
            );
        }
        for line in lines.iter().filter(|line| line.due.count > 0) {
            self.end(line, visa.unwrap_or_default(), each).await?;
        }
        Ok(())
    }

    async fn end(
        &self,
        line: &Line,
        visa: &str,
        each: &mut dyn FnMut(&Line, u64) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        loop {
            let ended = self.some(line, visa).await?;
            if ended == 0 {
                return Ok(());
            }
            each(line, ended)?;
        }
    }

    /// One transaction of a rule; how many it ended.
    async fn some(&self, line: &Line, visa: &str) -> anyhow::Result<u64> {
        let (now, organisation) = (self.now, line.organisation.as_ref().map(|it| it.id));
        let ctx = organisation.map(|organisation| Ctx::house(organisation, now));
        Ok(match (line.act.clone(), ctx) {
            (Act::Destroy(revision, kept, before), Some(ctx)) => {
                let what = Destruction {
                    revision,
                    before,
                    rule: kept.to_string(),
                    visa: visa.to_owned(),
                    at_once: self.at_once,
                };
                let write = self
                    .store
                    .write(move |tx| destroy::destroy(&ctx, tx, &what));
                let destroyed = write.await?;
                for blob in &destroyed.blobs {
                    self.blobs.delete(blob).await?;
                }
                u64::try_from(destroyed.dossiers.len())?
            }
            (Act::Trial, Some(ctx)) => {
                let write = self.store.write(move |tx| trial::erase(&ctx, tx));
                u64::from(write.await?)
            }
            (Act::Drafts, Some(ctx)) => self.drafts(&ctx).await?,
            (Act::Forget(journal, before), Some(ctx)) => {
                let write = self.store.write(move |tx| {
                    let id = ctx.organisation;
                    let count = parvis_journal::forget(tx, id, journal, before, ENTRIES)?;
                    if count > 0 {
                        let detail = [
                            ("journal", format!("{journal:?}").to_lowercase()),
                            ("before", before.to_string()),
                            ("count", count.to_string()),
                        ];
                        let subject = Subject::organisation(id);
                        parvis_journal::record(&ctx, tx, "journal.purged", subject, &detail)?;
                    }
                    anyhow::Ok(count)
                });
                write.await?
            }
            (Act::Sessions, _) => {
                let write = self
                    .store
                    .write(move |tx| parvis_access::session::purge(tx, now - DAY));
                let (sessions, codes) = write.await?;
                sessions + codes
            }
            (Act::Attempts, _) => {
                let write = self.store.write(move |tx| parvis_identity::purge(tx, now));
                write.await?
            }
            (Act::Facts, _) => {
                let write = self
                    .store
                    .write(move |tx| parvis_jobs::forget_delivered(tx, now - MONTH));
                write.await?
            }
            (Act::Mails, _) => {
                let write = self
                    .store
                    .write(move |tx| parvis_notify::purge(tx, now - MONTH));
                write.await?
            }
            (Act::Deliveries, _) => {
                let write = self
                    .store
                    .write(move |tx| parvis_webhook::purge(tx, now - MONTH));
                write.await?
            }
            (Act::Exports, _) => {
                let (count, blobs) = self.store.write(move |tx| export::purge(tx, now)).await?;
                for blob in blobs {
                    self.blobs.delete(&blob).await?;
                }
                count
            }
            (Act::Panels, _) => {
                let write = self
                    .store
                    .write(move |tx| parvis_demarche::panel::forget_panels(tx, now));
                write.await?
            }
            (Act::Prefills, _) => {
                let write = self
                    .store
                    .write(move |tx| parvis_dossier::prefill::purge(tx, now));
                write.await?
            }
            (Act::Satisfactions, _) => {
                let month = Month::of(now, TimeZone::UTC);
                let write = self.store.write(move |tx| satisfaction::forget(tx, month));
                write.await?
            }
            (Act::Archive | Act::Destroy(..) | Act::Drafts | Act::Forget(..) | Act::Trial, _) => 0,
        })
    }

    /// Each draft leaves its own trace.
    async fn drafts(&self, ctx: &Ctx) -> anyhow::Result<u64> {
        let (ctx, now) = (ctx.clone(), self.now);
        let write = self.store.write(move |tx| {
            let mut ended = 0;
            for (organisation, draft) in expire::expired_drafts(tx, now)? {
                let house = Ctx::house(organisation, now);
                if organisation == ctx.organisation && expire::expire(&house, tx, draft)? {
                    ended += 1;
                }
            }
            anyhow::Ok(ended)
        });
        write.await
    }
}

/// The trial of an organisation, once its time is over.
fn over(trial: Option<Trial>, now: Instant) -> Due {
    match trial.filter(|trial| trial.is_over(now)) {
        Some(trial) => Due {
            count: 1,
            oldest: Some(trial.ends_at),
            newest: Some(trial.ends_at),
        },
        None => Due::default(),
    }
}

/// The first instant that is kept: what ended on a day is kept until the same day of its last month, whole.
fn first_kept(
    organisation: &Organisation,
    now: Instant,
    kept: Retention,
) -> anyhow::Result<Instant> {
    let zone = organisation.zone();
    let count = i64::from(kept.count);
    let span = match kept.unit {
        RetentionUnit::Days => jiff::Span::new().try_days(count),
        RetentionUnit::Months => jiff::Span::new().try_months(count),
        RetentionUnit::Years => jiff::Span::new().try_years(count),
    };
    let day = now.to_zoned(zone.clone()).date().saturating_sub(span?);
    let start = day.to_zoned(zone).context("the first day of a calendar")?;
    Ok(start.timestamp())
}

fn in_words(kept: Retention) -> String {
    let unit = match (kept.unit, kept.count) {
        (RetentionUnit::Days, 1) => "jour",
        (RetentionUnit::Days, _) => "jours",
        (RetentionUnit::Months, _) => "mois",
        (RetentionUnit::Years, 1) => "an",
        (RetentionUnit::Years, _) => "ans",
    };
    format!("{} {unit}", kept.count)
}
