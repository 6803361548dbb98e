//! How far the promises of procedures (`commitments:`) were kept over a year, counted once a day.
//!
//! An answer counts from the last completion of the dossier: the promise is about complete requests. A request whose answer is late
//! counts as broken before it is answered, so that answering nobody is no way to keep a promise. Of several messages in a row the first
//! counts; a decision answers too. Dates only are read: no dossier is opened. Answers about satisfaction are counted apart
//! ([`satisfaction`]): no dossier knows them.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use jiff::ToSpan;
use jiff::civil::Date;
use parvis_demarche::satisfaction::{self, Month};
use parvis_demarche::{Catalogue, Commitments, Measures, keep_measures};
use parvis_kernel::{DossierId, Instant, OrganisationId, ProcedureId};
use parvis_law::{HolidayCalendar, Zone};
use parvis_organisation::Organisation;
use parvis_store::Tx;

use crate::error::DossierError;
use crate::store::{self, After, Answered, Received};

/// Rows of one page.
const PAGE: usize = 500;
/// Over how long promises are measured.
const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);
/// A promise is looked at in dossiers deposited since so long: one that waits for longer is late anyway, and counts until it is answered.
const EVER: Instant = Instant::UNIX_EPOCH;

/// How far an organisation kept the promises of its procedures until an instant.
///
/// # Errors
/// Those of the store.
pub fn measure(
    tx: &mut Tx<'_>,
    organisation: &Organisation,
    catalogue: &Catalogue,
    now: Instant,
) -> Result<BTreeMap<ProcedureId, Measures>, DossierError> {
    Counting::of(tx, organisation, catalogue, now)?.all(tx)
}

/// Replaces what the pages of an organisation tell of its promises.
///
/// # Errors
/// Those of the store.
pub fn keep(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    measured: &BTreeMap<ProcedureId, Measures>,
    now: Instant,
) -> Result<(), DossierError> {
    for (procedure, measures) in measured {
        keep_measures(tx, organisation, *procedure, measures, now)?;
    }
    Ok(())
}

/// What is promised by an organisation, and how its days are counted.
struct Counting {
    organisation: OrganisationId,
    now: Instant,
    since: Instant,
    month: Month,
    zone: Zone,
    holidays: HolidayCalendar,
    promised: BTreeMap<ProcedureId, Commitments>,
}

impl Counting {
    fn of(
        tx: &mut Tx<'_>,
        organisation: &Organisation,
        catalogue: &Catalogue,
        now: Instant,
    ) -> Result<Self, DossierError> {
        let profile = &organisation.profile;
        let revisions = catalogue.list(tx, organisation.id)?.into_iter();
        let promised =
            revisions.filter_map(|revision| Some((revision.procedure, revision.file.commitments?)));
        let departement = profile.departement.as_deref().unwrap_or_default();
        Ok(Self {
            organisation: organisation.id,
            now,
            month: Month::of(now, organisation.zone()),
            since: now.checked_sub(YEAR).unwrap_or(Instant::MIN),
            zone: Zone::named(&profile.time_zone).unwrap_or_default(),
            holidays: HolidayCalendar::of_departement(departement),
            promised: promised.collect(),
        })
    }

    fn all(&self, tx: &mut Tx<'_>) -> Result<BTreeMap<ProcedureId, Measures>, DossierError> {
        let mut measured: BTreeMap<ProcedureId, Measures> = BTreeMap::new();
        for (procedure, promised) in &self.promised {
            let own = measured.entry(*procedure).or_default();
            if let Some(days) = promised.answer_days {
                self.answers(tx, *procedure, days, own)?;
            }
            if promised.satisfaction.is_some() {
                let organisation = self.organisation;
                own.satisfaction = satisfaction::share(tx, organisation, *procedure, self.month)?;
            }
        }
        if self.promised.values().any(|own| own.message_days.is_some()) {
            self.messages(tx, &mut measured)?;
        }
        Ok(measured)
    }

    fn answers(
        &self,
        tx: &mut Tx<'_>,
        procedure: ProcedureId,
        days: u16,
        own: &mut Measures,
    ) -> Result<(), DossierError> {
        let mut after = After::since(self.since);
        loop {
            let page = store::answered(tx, self.organisation, procedure, after, limit())?;
            for case in &page {
                own.answers.count(self.is_in_time(case, days));
            }
            match page.last() {
                Some(last) if page.len() == PAGE => {
                    let at = last.decided_at.unwrap_or(self.now);
                    after = After {
                        at,
                        id: last.id.uuid(),
                    };
                }
                _ => break,
            }
        }
        let mut after = After::since(EVER);
        loop {
            let page = store::unanswered(tx, self.organisation, procedure, after, limit())?;
            for _ in page.iter().filter(|case| !self.is_in_time(case, days)) {
                own.answers.count(false);
            }
            match page.last() {
                Some(last) if page.len() == PAGE => {
                    after = After {
                        at: last.submitted_at,
                        id: last.id.uuid(),
                    };
                }
                _ => return Ok(()),
            }
        }
    }

    /// Whether the answer came, or may still come, within the days promised after the request was complete.
    fn is_in_time(&self, case: &Answered, days: u16) -> bool {
        let complete = case.completed_at.unwrap_or(case.submitted_at);
        let answered = case.decided_at.unwrap_or(self.now);
        let last = self
            .zone
            .day_of(complete)
            .saturating_add(i32::from(days).days());
        self.zone.day_of(answered) <= last
    }

    fn messages(
        &self,
        tx: &mut Tx<'_>,
        measured: &mut BTreeMap<ProcedureId, Measures>,
    ) -> Result<(), DossierError> {
        let mut after = After::since(self.since);
        let mut runs = BTreeSet::new();
        loop {
            let page = store::received(tx, self.organisation, after, limit())?;
            for message in &page {
                self.message(message, &mut runs, measured);
            }
            match page.last() {
                Some(last) if page.len() == PAGE => {
                    after = After {
                        at: last.at,
                        id: last.id.uuid(),
                    };
                }
                _ => return Ok(()),
            }
        }
    }

    fn message(
        &self,
        message: &Received,
        runs: &mut BTreeSet<(DossierId, Option<Instant>)>,
        measured: &mut BTreeMap<ProcedureId, Measures>,
    ) {
        let promised = self.promised.get(&message.procedure);
        let Some(days) = promised.and_then(|promised| promised.message_days) else {
            return;
        };
        let decided = message.decided_at.filter(|decided| *decided > message.at);
        let answered = message.answered_at.into_iter().chain(decided).min();
        // Messages in a row have the same answer: the first counts.
        if !runs.insert((message.dossier, answered)) {
            return;
        }
        let last = self.working_days_after(self.zone.day_of(message.at), days);
        let is_kept = self.zone.day_of(answered.unwrap_or(self.now)) <= last;
        // One that may still be answered in time says nothing yet.
        if answered.is_some() || !is_kept {
            let own = measured.entry(message.procedure).or_default();
            own.messages.count(is_kept);
        }
    }

    /// The last day on which a promise of some working days is kept.
    fn working_days_after(&self, day: Date, days: u16) -> Date {
        let (mut last, mut left) = (day, days);
        while left > 0 {
            last = last.saturating_add(1.day());
            if last == Date::MAX {
                return last;
            }
            if self.holidays.is_working_day(last) {
                left -= 1;
            }
        }
        last
    }
}

fn limit() -> i64 {
    i64::try_from(PAGE).unwrap_or(i64::MAX)
}
