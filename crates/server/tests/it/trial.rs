//! An author tries a procedure: as a person, as an agent, until nothing is left of it.

use http::StatusCode;
use parvis_access::{OrganisationRole, role};
use parvis_demarche::Catalogue;
use parvis_kernel::{Clock, Ctx, OrganisationId};
use parvis_server::purge::{Line, Purge};
use parvis_store::{Sql, StoreError};
use parvis_testkit::{Page, plain};

use crate::town::{Known, SESSION, Town, answers, in_towns};

const BIRTH: &str = "/agent/demarches/acte-naissance";
const DAY: u64 = 24 * 3600;

/// Every table that says whose its rows are, by the text of the migrations.
fn tables() -> Vec<String> {
    let mut found = Vec::new();
    for migration in parvis_server::migrations() {
        for table in migration.sql.split("CREATE TABLE ").skip(1) {
            let name = table.split([' ', '(']).next().unwrap().to_owned();
            let columns = table.split(";").next().unwrap();
            // A table that a later migration renames is known by its last name.
            if columns.contains("organisation_id") && !name.ends_with("_with_desk") {
                found.push(name);
            }
        }
    }
    assert!(found.len() > 40, "{found:?}");
    found
}

/// The rows of an organisation, table by table, where it has some.
fn rows(town: &Town, organisation: OrganisationId) -> Vec<(String, i64)> {
    let mut counted = Vec::new();
    for table in tables() {
        let text =
            format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table} WHERE organisation_id = $1");
        let sql = Sql(text.leak());
        let read: Result<i64, StoreError> = town
            .house
            .store
            .read_blocking(move |tx| tx.one(sql, &[organisation.into()], |row| row.int(0)));
        counted.push((table, read.unwrap()));
    }
    counted.retain(|(_, count)| *count > 0);
    counted
}

/// What the mails of the trial say, read by who treats it.
fn mails(page: Page) -> Vec<String> {
    page.shown().texts(".parvis-mail")
}

/// What stands above every page of a trial.
fn banner(page: &Page) -> String {
    plain(&page.text(".parvis-trial"))
}

#[test]
fn a_draft_is_tried_as_a_person_then_as_an_agent_and_no_mail_leaves() {
    in_towns(|town| {
        let mut karim = town.on_trial("acte-naissance");
        let trial = town.trial();
        let mut tester = trial.browser();
        let start = "/demarches/acte-naissance/commencer";
        let form = tester.get(start).shown().form("/commencer");
        let asked = form
            .fill("connu", "courriel")
            .fill("courriel", "zoe@exemple.fr");
        let page = tester.post_form(&asked).shown();
        town.work();
        assert!(
            town.post.to("zoe@exemple.fr").is_empty(),
            "a mail of a trial left"
        );

        let mut there = town.agent_of(&trial, &mut karim);
        let told = mails(there.get("/agent/courriels"));
        assert_eq!(told.len(), 1, "{told:?}");
        let told = plain(&told[0]);
        assert!(told.contains("[Essai] Votre code"), "{told}");
        assert!(
            told.contains("zoe@exemple.fr") && told.contains("Pas envoyé"),
            "{told}"
        );
        let runs = told.replace(' ', "");
        let mut runs = runs.split(|letter: char| !letter.is_ascii_digit());
        let code = runs.find(|run| run.len() == 6).expect("the code");

        let page = tester
            .post_form(&page.form("/code").fill("code", code))
            .shown();
        let number = crate::town::number_in(&page.path);
        town.fill(&mut tester, &number, page, answers("acte-naissance"));
        let receipt = town.declare(&mut tester, &number);
        assert!(
            receipt.told().contains("ESSAI, SANS VALEUR"),
            "{}",
            receipt.told()
        );
        assert!(banner(&receipt).contains("Rien de ce que vous faites ici n’est transmis"));
        town.work();

        town.take(&mut there, &number);
        town.decide(&mut there, &number, "in-full");
        town.later(3600);
        town.work();
        let mut there = town.agent_of(&trial, &mut town.agent(&town.rochebrune, "karim"));
        let decision = there
            .get(&format!("/agent/dossiers/{number}/decision"))
            .shown();
        assert!(
            decision.told().contains("ESSAI, SANS VALEUR"),
            "{}",
            decision.told()
        );
        let told = mails(there.get("/agent/courriels")).join("\n");
        assert!(told.contains("[Essai]"), "{told}");
        assert!(
            town.post.to("zoe@exemple.fr").is_empty(),
            "a mail of a trial left"
        );
        // On the real side nothing of it is known.
        let mut claire = town.agent(&town.rochebrune, "claire");
        assert!(!claire.get("/agent").shown().told().contains(&number));
        let mails = claire.get("/agent/courriels");
        assert_eq!(mails.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_mail_of_a_trial_leaves_to_an_agent_of_the_organisation_and_says_what_it_is() {
    in_towns(|town| {
        let _ = town.on_trial("acte-naissance");
        let trial = town.trial();
        let known = Known::Email("claire@rochebrune.example");
        let (_, number) = town.deposited(&trial, "acte-naissance", known);
        for mail in town.post.to("claire@rochebrune.example") {
            assert!(mail.subject.starts_with("[Essai] "), "{}", mail.subject);
            assert!(mail.text.as_str().contains("ESSAI, SANS VALEUR"));
        }
        let told = town.post.text("claire@rochebrune.example");
        assert!(told.contains(&number) && told.contains("(essai)"), "{told}");
        let link = "https://rochebrune.example/essai/";
        assert!(told.contains(link), "{told}");
        // An agent of another organisation is a stranger.
        let form = trial
            .browser()
            .get("/demarches/acte-naissance/commencer")
            .shown();
        let form = form.form("/commencer");
        let asked = form
            .fill("connu", "courriel")
            .fill("courriel", "claire@valmont.example");
        let _ = trial.browser().submit(&asked);
        town.work();
        assert!(town.post.to("claire@valmont.example").is_empty());
    });
}

#[test]
fn who_loses_the_role_or_the_account_is_out_of_the_trial_at_once() {
    in_towns(|town| {
        let trial_of = |town: &Town| {
            let mut karim = town.agent(&town.rochebrune, "karim");
            town.agent_of(&town.trial(), &mut karim)
        };
        let _ = town.on_trial("acte-naissance");
        let mut there = trial_of(town);
        let karim = town.rochebrune.agents.iter();
        let karim = karim.clone().find(|(who, _)| *who == "karim").unwrap().1;
        let ctx = Ctx::house(town.rochebrune.organisation.id, town.test.clock.now());
        let own = ctx.clone();
        let taken = town.house.store.write_blocking(move |tx| {
            role::revoke(&own, tx, karim, OrganisationRole::ProcedureAuthor)
        });
        taken.unwrap();
        // The page of sign-in is on the side of the organisation itself.
        assert!(
            there
                .get("/agent")
                .leads_to()
                .starts_with("/agent/connexion")
        );
        assert_eq!(there.get("/agent/connexion").leads_to(), "/agent/essai");
        let own = ctx.clone();
        let given = town.house.store.write_blocking(move |tx| {
            role::grant(&own, tx, karim, OrganisationRole::ProcedureAuthor)
        });
        given.unwrap();
        let _ = there.get("/agent").shown();
        let closed = town
            .house
            .store
            .write_blocking(move |tx| parvis_access::staff::disable(&ctx, tx, karim));
        closed.unwrap();
        assert!(
            there
                .get("/agent")
                .leads_to()
                .starts_with("/agent/connexion")
        );
    });
}

#[test]
fn what_an_author_erases_is_gone_from_every_table_and_the_link_with_it() {
    in_towns(|town| {
        let mut karim = town.on_trial("acte-naissance");
        let trial = town.trial();
        let real = town.rochebrune.organisation.id;
        let _ = town.deposited(&town.rochebrune, "acte-naissance", Known::Code);
        let mut there = town.agent_of(&trial, &mut karim);
        let known = Known::Email("claire@rochebrune.example");
        let (mut tester, number) = town.deposited(&trial, "acte-naissance", known);
        town.take(&mut there, &number);
        let before = rows(town, trial.organisation.id);
        assert!(before.len() > 15, "{before:?}");
        let kept = rows(town, real);

        let form = karim.get("/agent/essai/effacer").shown();
        let done = karim.post_form(&form.form("/essai/effacer")).shown();
        assert!(done.told().contains("L’essai est effacé"));
        assert!(done.told().contains("Aucun essai n’est en cours"));
        let mut left = rows(town, trial.organisation.id);
        // Facts that everybody heard carry identifiers only: they go with those of all.
        left.retain(|(table, _)| table != "outbox");
        assert_eq!(left, []);
        // Of what is real, only the journals grew.
        let mut now = rows(town, real);
        let is_journal = |(table, _): &(String, i64)| table.starts_with("journal_");
        now.retain(|row| !is_journal(row));
        let mut kept = kept;
        kept.retain(|row| !is_journal(row));
        assert_eq!(now, kept);
        let gone = tester.get(&format!("/dossiers/{number}"));
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        town.work();

        // The next trial is another one: the link of the first lets nobody in.
        let old = trial;
        let page = karim.get(BIRTH).shown();
        let _ = karim.post_form(&page.form("/essayer")).shown();
        let stranger = old.browser().get("/demarches");
        assert_eq!(stranger.status, StatusCode::FORBIDDEN);
        let mut tester = town.trial().browser();
        let _ = tester.get("/demarches").shown();
        let mut out = town.rochebrune.browser();
        out.keep(SESSION, karim.cookie("__Host-parvis").unwrap());
        assert_eq!(out.get("/essai/agent").status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_trial_ends_after_thirty_days_and_the_purge_says_so_before_it_erases_it() {
    in_towns(|town| {
        let mut karim = town.on_trial("acte-naissance");
        let trial = town.trial();
        let (_, number) = town.deposited(&trial, "acte-naissance", Known::Code);
        let end = karim.get("/agent/essai").shown().told();
        assert!(end.contains("Tout est effacé le"), "{end}");
        let due = |town: &Town| {
            let catalogue = Catalogue::new();
            let lines = town.rochebrune.door.wait(purge(town, &catalogue).plan());
            let lines = lines.unwrap().into_iter();
            let lines = lines.filter(|line| line.what.starts_with("essai"));
            lines.map(|line| line.due.count).sum::<i64>()
        };
        town.later(29 * DAY);
        assert_eq!(due(town), 0);
        town.later(2 * DAY);
        // Over, and not erased yet: nobody enters.
        let shut = trial.browser().get(&format!("/dossiers/{number}"));
        assert_eq!(shut.status, StatusCode::FORBIDDEN);
        assert_eq!(due(town), 1);
        let catalogue = Catalogue::new();
        let mut told = Vec::new();
        let mut each = |line: &Line, count| {
            told.push((line.what.clone(), count));
            Ok(())
        };
        let work = purge(town, &catalogue);
        // Nothing of a trial is an archive: no visa is asked.
        town.rochebrune
            .door
            .wait(work.execute(None, &mut each))
            .unwrap();
        assert!(
            told.iter()
                .any(|(what, count)| what.starts_with("essai") && *count == 1)
        );
        let mut left = rows(town, trial.organisation.id);
        left.retain(|(table, _)| table != "outbox");
        assert_eq!(left, []);
        assert_eq!(due(town), 0);
    });
}

fn purge<'a>(town: &'a Town, catalogue: &'a Catalogue) -> Purge<'a> {
    Purge {
        store: &town.house.store,
        blobs: &town.house.blobs,
        catalogue,
        now: town.test.clock.now(),
        at_once: 10,
    }
}

#[test]
fn the_page_of_a_draft_says_when_it_was_tried_and_by_whom() {
    in_towns(|town| {
        let mut karim = town.agent(&town.rochebrune, "karim");
        let edit = format!("{BIRTH}/texte");
        let form = karim.get(&edit).shown().form(&edit);
        let text = form
            .value("texte")
            .unwrap()
            .replace("minutes: 5", "minutes: 6");
        let draft = karim.post_form(&form.fill("texte", &text)).shown();
        assert!(
            draft.told().contains("n’a pas encore été essayé"),
            "{}",
            draft.told()
        );
        let _ = karim.post_form(&draft.form("/essayer")).shown();
        let draft = karim.get(BIRTH).shown();
        assert!(
            draft.told().contains("Essayé par Karim Haddad le"),
            "{}",
            draft.told()
        );
        let publish = karim.get(&format!("{BIRTH}/publier")).shown();
        assert!(publish.told().contains("Essayé par Karim Haddad le"));
        // What is tried is not published.
        let public = town
            .rochebrune
            .browser()
            .get("/demarches/acte-naissance")
            .shown();
        assert!(!public.told().contains("6 minutes"), "{}", public.told());
        let tried = town
            .trial()
            .browser()
            .get("/demarches/acte-naissance")
            .shown();
        assert!(tried.told().contains("6 minutes"), "{}", tried.told());
        // Another version: the last try was before.
        let form = karim.get(&edit).shown().form(&edit);
        let text = form
            .value("texte")
            .unwrap()
            .replace("minutes: 6", "minutes: 7");
        let stale = draft.form("/essayer");
        let draft = karim.post_form(&form.fill("texte", &text)).shown();
        assert!(draft.told().contains("avant la dernière correction"));
        assert_eq!(karim.submit(&stale).status, StatusCode::CONFLICT);
    });
}

#[test]
fn a_link_lets_in_whoever_has_it_and_shows_no_key_in_the_address() {
    in_towns(|town| {
        let mut karim = town.on_trial("acte-naissance");
        let page = karim.get("/agent/essai").shown();
        let link = page.text(".parvis-code");
        let path = link
            .strip_prefix("https://rochebrune.example")
            .expect("the whole address");
        let mut tester = town.rochebrune.browser();
        let to = tester.get(path);
        assert_eq!(to.leads_to(), "/essai/demarches/acte-naissance");
        let shown = tester.get(to.leads_to()).shown();
        assert!(banner(&shown).contains("Rien de ce que vous faites ici n’est transmis"));
        assert!(
            shown.title().ends_with("Ville de Rochebrune (essai)"),
            "{}",
            shown.title()
        );
        let wrong = path.replace("/entrer/", "/entrer/0");
        let wrong = town.rochebrune.browser().get(&wrong);
        assert_eq!(wrong.status, StatusCode::FORBIDDEN);
        // Elsewhere there is no trial, and its address says so.
        let none = town.valmont.browser().get(path);
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        assert_eq!(none.text("h1"), "Cette page est un essai");
    });
}
