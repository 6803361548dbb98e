//! Anonymous answers: counted by five at least once their month is over, told from eleven on, forgotten within two years.

use std::time::Duration;

use jiff::ToSpan;
use parvis_access::OrganisationRole;
use parvis_access::agent::Role;
use parvis_demarche::satisfaction::{self, Answer, Degree, Month, Told};
use parvis_demarche::{Catalogue, Kept, Measures, keep_measures};
use parvis_kernel::{Ctx, Instant, ProcedureId};
use parvis_testkit::{TestStore, on_both};

use crate::house::TestHouse;
use crate::town::{MIGRATIONS, Town};

const SLUG: &str = "ecole-cantine";

struct Scene<'a> {
    test: &'a TestStore,
    town: Town,
}

impl<'a> Scene<'a> {
    fn open(test: &'a TestStore, slug: &str) -> Self {
        let town = Town::found(test, slug, true);
        town.publish_library(test);
        Self { test, town }
    }

    /// So many months after the first day of the test.
    fn at(&self, months: i64) -> Instant {
        let start = self.town.ctx.now.to_zoned(self.town.organisation.zone());
        start.saturating_add(months.months()).timestamp()
    }

    fn month(&self, months: i64) -> Month {
        Month::of(self.at(months), self.town.organisation.zone())
    }

    /// Somebody answers, so many months after the first day.
    fn say(&self, months: i64, degree: Degree, words: &str) {
        let (ctx, month) = (self.town.ctx.clone(), self.month(months));
        let words = words.to_owned();
        let kept = self.test.store.write_blocking(move |tx| {
            let answer = Answer {
                degree,
                words: words.clone(),
            };
            let revision = Catalogue::new().published(tx, ctx.organisation, SLUG)?;
            satisfaction::keep(&ctx, tx, &revision.unwrap(), month, &answer)
        });
        kept.unwrap();
    }

    /// Counts what is over, as the house does each day; how many were counted.
    fn count(&self, months: i64) -> u64 {
        let (organisation, now) = (self.town.organisation.id, self.month(months));
        let counted = self
            .test
            .store
            .write_blocking(move |tx| satisfaction::count(tx, organisation, now));
        counted.unwrap()
    }

    fn procedure(&self) -> ProcedureId {
        let organisation = self.town.organisation.id;
        let read = self
            .test
            .store
            .read_blocking(move |tx| Catalogue::new().published(tx, organisation, SLUG));
        read.unwrap().unwrap().procedure
    }

    fn share(&self, months: i64) -> Kept {
        let (organisation, procedure) = (self.town.organisation.id, self.procedure());
        let now = self.month(months);
        let read = self
            .test
            .store
            .read_blocking(move |tx| satisfaction::share(tx, organisation, procedure, now));
        read.unwrap()
    }

    fn told(&self, months: i64) -> Told {
        let (organisation, procedure) = (self.town.organisation.id, self.procedure());
        let now = self.month(months);
        let read = self
            .test
            .store
            .read_blocking(move |tx| satisfaction::told(tx, organisation, procedure, now));
        read.unwrap()
    }
}

#[test]
fn answers_are_counted_once_their_month_is_over_and_by_five_at_least() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test, "rochebrune");
        for words in ["Un", "Deux", "Trois", "Quatre"] {
            scene.say(0, Degree::Very, words);
        }
        assert_eq!(scene.count(0), 0, "the month goes on");
        assert_eq!(scene.count(1), 0, "four are too few");
        assert_eq!(scene.told(1), Told::default());
        scene.say(1, Degree::NotAtAll, "Cinq");
        assert_eq!(scene.count(1), 0, "the fifth is of a month that goes on");
        assert_eq!(scene.share(1), Kept::default());
        assert_eq!(scene.count(2), 5, "they waited for each other");
        assert_eq!(scene.count(2), 0, "once");
        assert_eq!(scene.share(2), Kept { cases: 5, kept: 4 });
        let told = scene.told(2);
        assert_eq!(told.degrees, [(Degree::Very, 4), (Degree::NotAtAll, 1)]);
        let mut words: Vec<_> = told
            .texts
            .iter()
            .map(|(_, text)| text.words.as_str())
            .collect();
        words.sort_unstable();
        assert_eq!(words, ["Cinq", "Deux", "Quatre", "Trois", "Un"]);
        // What comes afterwards changes nothing before four others come.
        scene.say(2, Degree::NotAtAll, "Six");
        assert_eq!(scene.count(3), 0);
        assert_eq!(scene.told(3), told);
        assert_eq!(scene.share(13), Kept { cases: 5, kept: 4 }, "over a year");
        assert_eq!(scene.share(14), Kept::default(), "and no longer");
    });
}

#[test]
fn two_degrees_of_five_are_satisfied_and_silence_beside_them_is_no_text() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test, "rochebrune");
        for degree in Degree::ALL {
            scene.say(0, degree, "  ");
        }
        assert_eq!(scene.count(1), 5);
        assert_eq!(scene.share(1), Kept { cases: 5, kept: 2 });
        let told = scene.told(1);
        assert_eq!(told.degrees, Degree::ALL.map(|degree| (degree, 1)));
        assert_eq!(told.texts, []);
    });
}

#[test]
fn what_is_said_in_one_organisation_is_nothing_of_another() {
    on_both(MIGRATIONS, |test| {
        let [scene, other] = ["rochebrune", "valmont"].map(|slug| Scene::open(&test, slug));
        for _ in 0..6 {
            scene.say(0, Degree::Rather, "Bien");
        }
        other.say(0, Degree::NotAtAll, "Mal");
        assert_eq!((other.count(1), scene.count(1)), (0, 6));
        assert_eq!(other.told(1), Told::default());
        assert_eq!(scene.share(1), Kept { cases: 6, kept: 6 });
    });
}

#[test]
fn an_answer_is_forgotten_before_its_month_begins_for_the_third_time() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test, "rochebrune");
        for months in [0, 0, 1] {
            scene.say(months, Degree::Very, "Merci");
        }
        let store = &test.store;
        let at = |months| scene.month(months);
        let over = |now| {
            store
                .read_blocking(move |tx| satisfaction::over(tx, now))
                .unwrap()
        };
        let forget = |now| {
            store
                .write_blocking(move |tx| satisfaction::forget(tx, now))
                .unwrap()
        };
        assert_eq!((over(at(23)).count, forget(at(23))), (0, 0));
        let due = over(at(24));
        assert_eq!(due.count, 2);
        assert!(due.oldest.is_some_and(|oldest| oldest <= scene.at(0)));
        assert_eq!((forget(at(24)), forget(at(24))), (2, 0));
        assert_eq!(forget(at(25)), 1);
    });
}

#[test]
fn the_page_of_the_procedure_tells_the_share_from_eleven_answers_on() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test, "rochebrune");
        let house = TestHouse::open(&test, &scene.town.organisation);
        let keep = |cases, kept| {
            let (ctx, procedure) = (scene.town.ctx.clone(), scene.procedure());
            let measures = Measures {
                satisfaction: Kept { cases, kept },
                ..Measures::default()
            };
            let kept = test.store.write_blocking(move |tx| {
                keep_measures(tx, ctx.organisation, procedure, &measures, ctx.now)
            });
            kept.unwrap();
        };
        let promises = || {
            let page = house.get(&format!("/demarches/{SLUG}"));
            page.texts("main").join(" ")
        };
        const PROMISE: &str = "au moins 80 personnes sur 100 soient satisfaites.";
        const FEW: &str = "Pas encore assez de réponses pour le dire.";
        assert!(promises().contains(PROMISE) && promises().contains(FEW));
        keep(10, 10);
        assert!(promises().contains(FEW));
        keep(11, 9);
        let told = "C’est ce que disent 81 % des 11 personnes qui ont répondu depuis un an.";
        assert!(promises().contains(told), "{}", promises());
    });
}

#[test]
fn agents_of_its_groups_and_who_writes_or_protects_read_the_promises_of_a_procedure() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test, "rochebrune");
        let words = "Trop de papiers & d’attente";
        for degree in [Degree::Very; 11] {
            scene.say(0, degree, words);
        }
        scene.count(1);
        let house = TestHouse::open_at(&test, &scene.town.organisation, scene.at(1));
        let town = &scene.town;
        let then = Ctx {
            now: scene.at(1),
            ..town.ctx.clone()
        };
        let own = town.engage(&test, "a@rochebrune.example", 1, Role::Reader);
        let stranger = town.engage(&test, "b@rochebrune.example", 0, Role::Instructeur);
        let author = town.engage(&test, "c@rochebrune.example", 0, Role::Reader);
        town.grant(&test, author, OrganisationRole::ProcedureAuthor);
        let officer = town.engage(&test, "d@rochebrune.example", 0, Role::Reader);
        town.grant(&test, officer, OrganisationRole::Dpo);
        let page = format!("/agent/engagements/{SLUG}");
        for agent in [own, author, officer] {
            let shown = house.get_as(&test, agent, &then, &page);
            assert_eq!(shown.status, 200);
            let texts = shown.texts("main blockquote");
            assert_eq!(texts.len(), 11);
            assert_eq!(texts[0], words);
            assert!(shown.texts("main .govuk-inset-text")[0].contains("Très satisfait"));
            assert!(shown.texts("main tbody tr")[0].contains("100 %"));
            let list = house.get_as(&test, agent, &then, "/agent/engagements");
            let links = list.attributes("main tbody a", "href");
            assert!(links.iter().any(|link| link.ends_with(&page)), "{links:?}");
        }
        assert_eq!(house.get_as(&test, stranger, &then, &page).status, 404);
        let list = house.get_as(&test, stranger, &then, "/agent/engagements");
        assert!(
            list.texts("main")
                .join(" ")
                .contains("Aucune de vos démarches")
        );
        let unpromised = house.get_as(&test, author, &then, "/agent/engagements/acte-naissance");
        assert_eq!(unpromised.status, 404);
        assert_eq!(house.get(&page).status, 303, "nobody is signed in");
    });
}

#[test]
fn a_day_of_the_past_is_measured_in_its_own_month() {
    let night: Instant = "2026-01-31T23:30:00Z".parse().unwrap();
    let paris = jiff::tz::TimeZone::get("Europe/Paris").unwrap();
    let (there, here) = (
        Month::of(night, paris),
        Month::of(night, jiff::tz::TimeZone::UTC),
    );
    assert_eq!(there.before(1), here);
    assert_eq!(
        Month::of(night + Duration::from_secs(3600), jiff::tz::TimeZone::UTC),
        there
    );
}
