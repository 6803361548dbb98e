//! A second person reads a draft: exactly one text, never their own, and no door goes around.

use parvis_access::OrganisationRole;
use parvis_access::agent::Role;
use parvis_access::staff;
use parvis_demarche::{
    Checked, DemarcheError, answer_review, ask_review, discard_draft, keep_draft, publish_draft,
    publish_unreviewed, readers_of, reviews_waiting, withdraw_review,
};
use parvis_kernel::{AgentId, Ctx, ReviewId, RevisionId};
use parvis_organisation::Profile;
use parvis_testkit::{TestStore, on_both};

use crate::house::TestHouse;
use crate::town::{MIGRATIONS, Town, birth, birth_amended, birth_certain, version};

const SLUG: &str = "acte-naissance";

/// A town where a second person reads what is published: Zoé and Karim write, Claire administers.
struct Scene<'a> {
    test: &'a TestStore,
    town: Town,
    zoe: Ctx,
    karim: Ctx,
    claire: Ctx,
}

fn of(ctx: &Ctx) -> AgentId {
    ctx.actor.agent().unwrap()
}

impl<'a> Scene<'a> {
    fn open(test: &'a TestStore) -> Self {
        let town = Town::found(test, "rochebrune", true);
        let engage = |name: &str, role| {
            let agent = town.engage(test, &format!("{name}@rochebrune.example"), 0, Role::Reader);
            town.grant(test, agent, role);
            town.as_agent(agent)
        };
        let zoe = engage("zoe", OrganisationRole::ProcedureAuthor);
        let karim = engage("karim", OrganisationRole::ProcedureAuthor);
        let claire = engage("claire", OrganisationRole::Administrator);
        let (ctx, own) = (town.ctx.clone(), town.organisation.clone());
        let asked = test.store.write_blocking(move |tx| {
            let profile = Profile {
                second_reader: true,
                ..own.profile.clone()
            };
            parvis_organisation::describe(&ctx, tx, &own.name, &profile)
        });
        asked.unwrap();
        Self {
            test,
            town,
            zoe,
            karim,
            claire,
        }
    }

    fn keep(&self, by: &Ctx, checked: &Checked, read: i64) {
        let (ctx, checked) = (by.clone(), checked.clone());
        let store = &self.test.store;
        let kept =
            store.write_blocking(move |tx| keep_draft(&ctx, tx, &checked, version(&ctx, read)));
        kept.unwrap();
    }

    fn ask(&self, by: &Ctx, checked: &Checked, read: i64) -> Result<ReviewId, DemarcheError> {
        let (ctx, checked) = (by.clone(), checked.clone());
        let store = &self.test.store;
        store.write_blocking(move |tx| {
            ask_review(&ctx, tx, &checked, version(&ctx, read), "Regardez le délai")
        })
    }

    fn answer(&self, by: &Ctx, id: ReviewId, approved: bool) -> Result<(), DemarcheError> {
        let ctx = by.clone();
        let said = if approved { "" } else { "Le délai est faux" };
        let store = &self.test.store;
        store.write_blocking(move |tx| answer_review(&ctx, tx, SLUG, id, (approved, said)))
    }

    fn withdraw(&self, by: &Ctx, id: ReviewId) -> Result<(), DemarcheError> {
        let ctx = by.clone();
        let store = &self.test.store;
        store.write_blocking(move |tx| withdraw_review(&ctx, tx, SLUG, id))
    }

    fn publish(&self, by: &Ctx, checked: &Checked, read: i64) -> Result<RevisionId, DemarcheError> {
        let (ctx, checked) = (by.clone(), checked.clone());
        let store = &self.test.store;
        store
            .write_blocking(move |tx| publish_draft(&ctx, tx, &checked, version(&ctx, read), false))
    }

    fn hurry(&self, by: &Ctx, checked: &Checked, why: &str) -> Result<RevisionId, DemarcheError> {
        let (ctx, checked, why) = (by.clone(), checked.clone(), why.to_owned());
        let store = &self.test.store;
        store.write_blocking(move |tx| {
            publish_unreviewed(&ctx, tx, &checked, version(&ctx, 1), false, &why)
        })
    }

    fn waits_for(&self, by: &Ctx) -> usize {
        let (organisation, agent) = (self.town.organisation.id, of(by));
        let store = &self.test.store;
        let found = store.read_blocking(move |tx| reviews_waiting(tx, organisation, agent));
        found.unwrap().len()
    }
}

fn is_unread<T>(refused: &Result<T, DemarcheError>) -> bool {
    matches!(refused, Err(DemarcheError::NotReviewed { .. }))
}

fn is_over<T>(refused: &Result<T, DemarcheError>) -> bool {
    matches!(refused, Err(DemarcheError::ReviewOver { .. }))
}

fn is_own<T>(refused: &Result<T, DemarcheError>) -> bool {
    matches!(refused, Err(DemarcheError::ReviewOwn { .. }))
}

#[test]
fn what_nobody_else_approved_is_published_through_no_door() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        scene.keep(&scene.zoe, &birth(), 0);
        assert!(is_unread(&scene.publish(&scene.zoe, &birth(), 1)));
        assert!(is_unread(&scene.publish(&scene.claire, &birth(), 1)));
        let by_the_house = scene.town.publish(&test, &birth());
        assert!(is_unread(&by_the_house), "the command line");
        let id = scene.ask(&scene.zoe, &birth(), 1).unwrap();
        assert!(is_unread(&scene.publish(&scene.zoe, &birth(), 1)));
        scene.answer(&scene.karim, id, true).unwrap();
        let first = scene.publish(&scene.zoe, &birth(), 1).unwrap();
        assert_eq!(scene.town.publish(&test, &birth()).unwrap(), first);
        assert!(is_unread(&scene.town.publish(&test, &birth_amended())));
    });
}

#[test]
fn what_is_approved_is_one_text_and_any_change_asks_for_another_reading() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        scene.keep(&scene.zoe, &birth(), 0);
        let id = scene.ask(&scene.zoe, &birth(), 1).unwrap();
        scene.answer(&scene.karim, id, true).unwrap();
        scene.keep(&scene.zoe, &birth_amended(), 1);
        assert!(is_unread(&scene.publish(&scene.zoe, &birth_amended(), 2)));
        let second = scene.ask(&scene.zoe, &birth_amended(), 2).unwrap();
        scene.keep(&scene.zoe, &birth(), 2);
        assert_eq!(scene.waits_for(&scene.karim), 0, "about another text");
        assert!(is_over(&scene.answer(&scene.karim, second, true)));
        let third = scene.ask(&scene.zoe, &birth(), 3).unwrap();
        assert!(
            is_over(&scene.answer(&scene.karim, second, true)),
            "ended by the third"
        );
        scene.answer(&scene.claire, third, false).unwrap();
        assert!(
            is_unread(&scene.publish(&scene.zoe, &birth(), 3)),
            "the latest answer decides, though Karim approved the same text"
        );
    });
}

#[test]
fn an_approval_is_for_what_the_text_replaces_too() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        scene.keep(&scene.zoe, &birth(), 0);
        let id = scene.ask(&scene.zoe, &birth(), 1).unwrap();
        scene.answer(&scene.karim, id, true).unwrap();
        scene.publish(&scene.zoe, &birth(), 1).unwrap();
        scene.keep(&scene.zoe, &birth_amended(), 0);
        let id = scene.ask(&scene.zoe, &birth_amended(), 1).unwrap();
        scene.answer(&scene.karim, id, true).unwrap();
        scene.publish(&scene.karim, &birth_amended(), 1).unwrap();
        scene.keep(&scene.zoe, &birth(), 0);
        assert!(
            is_unread(&scene.publish(&scene.zoe, &birth(), 1)),
            "approved once, when nothing was published"
        );
    });
}

#[test]
fn nobody_approves_what_they_wrote_nor_what_they_asked() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        scene.keep(&scene.zoe, &birth(), 0);
        scene.keep(&scene.karim, &birth_amended(), 1);
        let id = scene.ask(&scene.claire, &birth_amended(), 2).unwrap();
        for (own, waits) in [(&scene.zoe, 0), (&scene.karim, 0), (&scene.claire, 0)] {
            assert!(is_own(&scene.answer(own, id, true)));
            assert_eq!(scene.waits_for(own), waits);
        }
        scene.withdraw(&scene.karim, id).unwrap();
        assert!(is_over(&scene.withdraw(&scene.karim, id)));
        let id = scene.ask(&scene.zoe, &birth_amended(), 2).unwrap();
        assert_eq!(scene.waits_for(&scene.claire), 1);
        scene.answer(&scene.claire, id, true).unwrap();
        scene.publish(&scene.zoe, &birth_amended(), 2).unwrap();
    });
}

#[test]
fn who_approved_and_then_wrote_or_lost_the_right_holds_nothing() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        scene.keep(&scene.zoe, &birth(), 0);
        let id = scene.ask(&scene.zoe, &birth(), 1).unwrap();
        scene.answer(&scene.karim, id, true).unwrap();
        scene.keep(&scene.karim, &birth_amended(), 1);
        scene.keep(&scene.zoe, &birth(), 2);
        let refused = scene.publish(&scene.zoe, &birth(), 3);
        assert!(is_unread(&refused), "Karim is one of its authors now");
        let id = scene.ask(&scene.zoe, &birth(), 3).unwrap();
        scene.answer(&scene.claire, id, true).unwrap();
        let other = scene
            .town
            .engage(&test, "lea@rochebrune.example", 0, Role::Reader);
        scene
            .town
            .grant(&test, other, OrganisationRole::Administrator);
        let (house, claire) = (scene.town.ctx.clone(), of(&scene.claire));
        let left = test
            .store
            .write_blocking(move |tx| staff::disable(&house, tx, claire));
        left.unwrap();
        assert!(is_unread(&scene.publish(&scene.zoe, &birth(), 3)));
    });
}

#[test]
fn of_two_requests_and_of_two_answers_at_once_one_is_kept() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        scene.keep(&scene.zoe, &birth(), 0);
        let asked = std::thread::scope(|threads| {
            let both = [&scene.zoe, &scene.claire];
            let asking = both.map(|by| threads.spawn(|| scene.ask(by, &birth(), 1)));
            asking.map(|asking| asking.join().unwrap())
        });
        let kept: Vec<&ReviewId> = asked.iter().flatten().collect();
        assert_eq!(kept.len(), 1, "{asked:?}");
        let told = |one: &Result<ReviewId, DemarcheError>| {
            matches!(one, Err(DemarcheError::ReviewAsked { .. }))
        };
        assert_eq!(asked.iter().filter(|one| told(one)).count(), 1);
        let id = *kept[0];
        scene.withdraw(&scene.zoe, id).unwrap();
        let id = scene.ask(&scene.zoe, &birth(), 1).unwrap();
        let answered = std::thread::scope(|threads| {
            let both = [(&scene.karim, true), (&scene.claire, false)];
            let answering = both.map(|(by, yes)| threads.spawn(move || (by, yes)));
            let answering = answering.map(|one| one.join().unwrap());
            let answering = answering.map(|(by, yes)| {
                let scene = &scene;
                threads.spawn(move || scene.answer(by, id, yes))
            });
            answering.map(|answering| answering.join().unwrap())
        });
        assert_eq!(answered.iter().filter(|one| one.is_ok()).count(), 1);
        assert_eq!(answered.iter().filter(|one| is_over(one)).count(), 1);
        let published = scene.publish(&scene.zoe, &birth(), 1);
        assert_eq!(
            published.is_ok(),
            answered[0].is_ok(),
            "as Karim said, if he was first"
        );
    });
}

#[test]
fn a_draft_thrown_away_ends_its_request_and_forgets_who_wrote_it() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        scene.keep(&scene.zoe, &birth(), 0);
        let id = scene.ask(&scene.zoe, &birth(), 1).unwrap();
        let readers = |id| {
            let organisation = scene.town.organisation.id;
            let all = [of(&scene.zoe), of(&scene.karim), of(&scene.claire)];
            let found = test
                .store
                .read_blocking(move |tx| readers_of(tx, organisation, (SLUG, id), &all));
            found.unwrap()
        };
        assert_eq!(readers(id), [of(&scene.karim), of(&scene.claire)]);
        let ctx = scene.karim.clone();
        let thrown = test
            .store
            .write_blocking(move |tx| discard_draft(&ctx, tx, SLUG, version(&ctx, 1)));
        thrown.unwrap();
        assert_eq!(readers(id), []);
        assert!(is_over(&scene.answer(&scene.karim, id, true)));
        scene.keep(&scene.karim, &birth_certain(), 0);
        let id = scene.ask(&scene.karim, &birth_certain(), 1).unwrap();
        scene.answer(&scene.zoe, id, true).unwrap();
    });
}

#[test]
fn in_an_emergency_who_administers_publishes_unread_and_says_why() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        scene.keep(&scene.zoe, &birth(), 0);
        let refused = scene.hurry(&scene.zoe, &birth(), "La crue");
        assert!(matches!(refused, Err(DemarcheError::Access(_))));
        let refused = scene.hurry(&scene.claire, &birth(), "  ");
        assert!(matches!(refused, Err(DemarcheError::ReasonNeeded)));
        scene.hurry(&scene.claire, &birth(), "La crue").unwrap();
    });
}

#[test]
fn the_link_of_a_mail_about_a_reading_that_is_over_leads_to_the_procedure() {
    on_both(MIGRATIONS, |test| {
        let scene = Scene::open(&test);
        let house = TestHouse::open(&test, &scene.town.organisation);
        let page = format!("/agent/demarches/{SLUG}/relecture");
        scene.keep(&scene.zoe, &birth_certain(), 0);
        let read = |path: &str| house.get_as(&test, of(&scene.karim), &scene.karim, path);
        assert_eq!(read(&page).status, 200);
        let id = scene.ask(&scene.zoe, &birth_certain(), 1).unwrap();
        scene.answer(&scene.karim, id, true).unwrap();
        scene.publish(&scene.zoe, &birth_certain(), 1).unwrap();
        assert_eq!(read(&page).status, 303);
    });
}
