//! Panels: a link that nobody guesses, remarks that are bounded, settled, cited and forgotten.

use std::time::Duration;

use parvis_access::OrganisationRole;
use parvis_access::agent::Role;
use parvis_demarche::panel::{
    self, Place, close_panel, code, erase_remark, forget_panels, open_panel, panel_of, panels_over,
    places, remark, settle_remark,
};
use parvis_demarche::{DemarcheError, keep_draft};
use parvis_kernel::{Actor, Ctx, PanelId, RemarkId};
use parvis_store::Sql;
use parvis_testkit::{TestStore, on_both};

use crate::town::{MIGRATIONS, Town, birth, birth_amended, version};

const SLUG: &str = "acte-naissance";

struct Scene<'a> {
    test: &'a TestStore,
    town: Town,
    zoe: Ctx,
    anybody: Ctx,
}

impl<'a> Scene<'a> {
    fn open(test: &'a TestStore) -> Self {
        let town = Town::found(test, "rochebrune", true);
        let agent = town.engage(test, "zoe@rochebrune.example", 0, Role::Reader);
        town.grant(test, agent, OrganisationRole::ProcedureAuthor);
        let (zoe, checked) = (town.as_agent(agent), birth());
        let ctx = zoe.clone();
        let kept = test
            .store
            .write_blocking(move |tx| keep_draft(&ctx, tx, &checked, 0));
        kept.unwrap();
        let anybody = Ctx {
            actor: Actor::Anonymous,
            ..town.ctx.clone()
        };
        Self {
            test,
            town,
            zoe,
            anybody,
        }
    }

    fn panel(&self) -> Result<(PanelId, String), DemarcheError> {
        let (ctx, organisation) = (self.zoe.clone(), self.town.organisation.id);
        self.test.store.write_blocking(move |tx| {
            let id = open_panel(&ctx, tx, &birth(), version(&ctx, 1), (7, "Est-ce clair ?"))?;
            Ok((id, code(tx.vault(), organisation, id)))
        })
    }

    fn say(&self, ctx: &Ctx, code: &str, text: &str) -> Result<(), DemarcheError> {
        let (ctx, code, text) = (ctx.clone(), code.to_owned(), text.to_owned());
        let place = question();
        let store = &self.test.store;
        store.write_blocking(move |tx| remark(&ctx, tx, &code, &place, (&text, "Zoé")))
    }

    fn remarks(&self) -> Vec<RemarkId> {
        let organisation = self.town.organisation.id;
        let read = self.test.store.read_blocking(move |tx| {
            let all = Sql("SELECT id FROM procedure_remarks WHERE organisation_id = $1 ORDER BY written_at, id");
            tx.query(all, &[organisation.into()], |row| row.id(0))
        });
        read.unwrap()
    }

    fn settle(&self, id: RemarkId, kept: bool, words: &str) -> Result<(), DemarcheError> {
        let (ctx, words) = (self.zoe.clone(), words.to_owned());
        let store = &self.test.store;
        store.write_blocking(move |tx| settle_remark(&ctx, tx, SLUG, id, (kept, &words)))
    }

    fn cited(&self) -> Vec<(String, i64, String)> {
        let organisation = self.town.organisation.id;
        let read = self.test.store.read_blocking(move |tx| {
            let all = Sql(
                "SELECT label, remarks, words FROM procedure_citations WHERE organisation_id = $1 ORDER BY publication_id, position",
            );
            tx.query(all, &[organisation.into()], |row| {
                Ok((row.text(0)?, row.int(1)?, row.text(2)?))
            })
        });
        read.unwrap()
    }

    fn publish(&self) {
        let ctx = self.zoe.clone();
        let store = &self.test.store;
        let published = store.write_blocking(move |tx| {
            parvis_demarche::publish_draft(&ctx, tx, &birth(), version(&ctx, 1), true)
        });
        published.unwrap();
    }
}

/// The first question of the birth certificate.
fn question() -> Place {
    let all = places(&birth());
    let found = all
        .into_iter()
        .find(|own| own.name.starts_with("question/"));
    found.unwrap()
}

fn is_over<T>(refused: &Result<T, DemarcheError>) -> bool {
    matches!(refused, Err(DemarcheError::PanelOver))
}

#[test]
fn a_link_is_not_guessed_nor_carried_elsewhere_and_shows_the_text_of_its_day() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        let (id, own) = scene.panel().unwrap();
        assert_eq!(own.len(), 64);
        let elsewhere = Town::found(&test, "valmont", true).organisation.id;
        let here = scene.town.organisation.id;
        let mut wrong = own.clone();
        wrong.replace_range(63.., if own.ends_with('0') { "1" } else { "0" });
        for (organisation, code) in [
            (here, wrong.as_str()),
            (here, &own[..32]),
            (here, "é"),
            (elsewhere, &own),
        ] {
            let code = code.to_owned();
            let read = test
                .store
                .read_blocking(move |tx| panel_of(tx, organisation, &code));
            assert!(matches!(read, Err(DemarcheError::NotFound)));
        }
        let ctx = scene.zoe.clone();
        let changed = test
            .store
            .write_blocking(move |tx| keep_draft(&ctx, tx, &birth_amended(), version(&ctx, 1)));
        changed.unwrap();
        let read = test.store.read_blocking(move |tx| panel_of(tx, here, &own));
        let found = read.unwrap();
        assert_eq!((found.id, found.source), (id, birth().source));
        assert!(matches!(
            scene.panel(),
            Err(DemarcheError::DraftChanged { .. })
        ));
    });
}

#[test]
fn what_is_said_is_sealed_and_a_panel_that_closed_or_ended_takes_no_more() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        let (id, code) = scene.panel().unwrap();
        scene
            .say(&scene.anybody, &code, "Où trouver ce numéro ?")
            .unwrap();
        let empty = scene.say(&scene.anybody, &code, "  ");
        assert!(matches!(empty, Err(DemarcheError::ReasonNeeded)));
        let organisation = scene.town.organisation.id;
        let read = test.store.read_blocking(move |tx| {
            let all = Sql("SELECT sealed FROM procedure_remarks WHERE organisation_id = $1");
            tx.one(all, &[organisation.into()], |row| row.bytes(0))
        });
        let sealed = String::from_utf8_lossy(&read.unwrap()).into_owned();
        assert!(!sealed.contains("numéro") && !sealed.contains("Zoé"));
        let week = Duration::from_secs(7 * 24 * 3600);
        let late = Ctx {
            now: scene.anybody.now + week,
            ..scene.anybody.clone()
        };
        assert!(is_over(&scene.say(&late, &code, "Trop tard")));
        let ctx = scene.zoe.clone();
        let close = move |tx: &mut parvis_store::Tx<'_>| close_panel(&ctx, tx, SLUG, id);
        test.store.write_blocking(close.clone()).unwrap();
        assert!(is_over(&test.store.write_blocking(close)), "the other tab");
        assert!(is_over(&scene.say(&scene.anybody, &code, "Trop tard")));
        assert_eq!(scene.remarks().len(), 1);
    });
}

#[test]
fn a_panel_is_bounded_exactly_and_a_procedure_has_five_at_most() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        let (id, code) = scene.panel().unwrap();
        let organisation = scene.town.organisation.id;
        let full = test.store.write_blocking(move |tx| {
            let nearly = Sql(
                "UPDATE procedure_panels SET remarks = 298 WHERE organisation_id = $1 AND id = $2",
            );
            tx.execute(nearly, &[organisation.into(), id.into()])
        });
        full.unwrap();
        let said = std::thread::scope(|threads| {
            let four = [0; 4].map(|_| threads.spawn(|| scene.say(&scene.anybody, &code, "Encore")));
            four.map(|one| one.join().unwrap())
        });
        assert_eq!(said.iter().filter(|one| one.is_ok()).count(), 2);
        assert_eq!(said.iter().filter(|one| is_over(one)).count(), 2);
        assert_eq!(scene.remarks().len(), 2);
        for _ in 0..4 {
            scene.panel().unwrap();
        }
        assert!(matches!(
            scene.panel(),
            Err(DemarcheError::TooManyPanels { most: 5 })
        ));
    });
}

#[test]
fn the_next_publication_cites_what_it_answers_once_and_in_the_words_of_its_author() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        let (_, code) = scene.panel().unwrap();
        for text in ["Pas clair", "Où est-ce ?", "Trop long", "Injure"] {
            scene.say(&scene.anybody, &code, text).unwrap();
        }
        let all = scene.remarks();
        scene
            .settle(all[0], true, "L’aide dit où le trouver")
            .unwrap();
        scene
            .settle(all[1], true, "L’aide dit où le trouver")
            .unwrap();
        let silent = scene.settle(all[2], false, "");
        assert!(matches!(silent, Err(DemarcheError::ReasonNeeded)));
        scene.settle(all[2], false, "La loi le demande").unwrap();
        let (ctx, last) = (scene.zoe.clone(), all[3]);
        let erased = test
            .store
            .write_blocking(move |tx| erase_remark(&ctx, tx, SLUG, last));
        erased.unwrap();
        let (ctx, first) = (scene.zoe.clone(), all[0]);
        let foreign = test.store.write_blocking(move |tx| {
            settle_remark(&ctx, tx, "signaler-un-probleme", first, (true, "Non"))
        });
        assert!(matches!(foreign, Err(DemarcheError::NotFound)));
        scene.publish();
        let label = question()
            .label
            .in_language(parvis_kernel::Language::French)
            .to_owned();
        let cited = vec![(label, 2, "L’aide dit où le trouver".to_owned())];
        assert_eq!(scene.cited(), cited);
        let late = scene.settle(all[0], false, "Finalement non");
        assert!(matches!(late, Err(DemarcheError::RemarkCited)));
        let ctx = scene.zoe.clone();
        let again = test.store.write_blocking(move |tx| {
            keep_draft(&ctx, tx, &birth_amended(), 0)?;
            parvis_demarche::publish_draft(&ctx, tx, &birth_amended(), version(&ctx, 1), true)
        });
        again.unwrap();
        assert_eq!(scene.cited(), cited, "cited once");
    });
}

#[test]
fn six_months_after_its_end_nothing_of_a_panel_is_left_but_what_was_cited() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        let (id, code) = scene.panel().unwrap();
        scene.say(&scene.anybody, &code, "Pas clair").unwrap();
        scene.settle(scene.remarks()[0], true, "Corrigé").unwrap();
        scene.publish();
        let organisation = scene.town.organisation.id;
        let day = Duration::from_secs(24 * 3600);
        let kept = scene.zoe.now + day * (7 + 182);
        let over = scene.zoe.now + day * (7 + 184);
        let forget = |now| {
            let due = test.store.read_blocking(move |tx| panels_over(tx, now));
            let gone = test.store.write_blocking(move |tx| forget_panels(tx, now));
            (due.unwrap().count, gone.unwrap())
        };
        assert_eq!(forget(kept), (0, 0));
        assert_eq!(forget(over), (1, 1));
        assert_eq!(scene.remarks(), []);
        let read = test.store.read_blocking(move |tx| {
            parvis_store::sealing::load_key(tx, organisation, id.uuid()).map(drop)
        });
        assert!(read.is_err(), "its key is destroyed");
        let read = test
            .store
            .read_blocking(move |tx| panel_of(tx, organisation, &code));
        assert!(matches!(read, Err(DemarcheError::NotFound)));
        assert_eq!(scene.cited().len(), 1);
        assert_eq!(panel::public_path("x"), "/avis/x");
    });
}
