//! Deposits are led to a group by the rules of their procedure; nothing is lost when none holds.

use parvis_access::staff::{self, Rights};
use parvis_demarche::{DemarcheError, LIBRARY};
use parvis_kernel::Ctx;
use parvis_testkit::{Browser, plain};

use crate::town::{Known, Place, Town, answers, in_towns};

const PROCEDURE: &str = "signaler-un-probleme";
/// What stands in the file that comes with the house.
const OWN: &str =
    "routing:\n  - { if: category == \"school\", group: vie-scolaire }\n  - group: cadre-de-vie\n";

/// Publishes the report with other rules.
fn publish(town: &Town, rules: &str) {
    town.publish_amended(PROCEDURE, OWN, &format!("routing:\n{rules}\n"));
}

/// Deposits a report on the road; its number.
fn report(town: &Town) -> String {
    let (_, number) = town.deposited(&town.rochebrune, PROCEDURE, Known::Code);
    number
}

fn sees(agent: &mut Browser, number: &str) -> bool {
    let page = agent.get(&format!("/agent/dossiers/{number}"));
    page.status.as_u16() == 200
}

fn told(agent: &mut Browser, number: &str) -> String {
    plain(
        &agent
            .get(&format!("/agent/dossiers/{number}"))
            .shown()
            .told(),
    )
}

fn alarms(town: &Town, address: &str) -> usize {
    let mails = town.post.to(address).into_iter();
    mails
        .filter(|mail| mail.subject.contains("regarder"))
        .count()
}

#[test]
fn a_report_around_a_school_is_for_the_school_service_and_the_others_for_the_streets() {
    in_towns(|town| {
        let place: &Place = &town.rochebrune;
        let mut somebody = place.browser();
        let (number, page) = town.begin(place, &mut somebody, PROCEDURE, Known::Code);
        let own = answers(PROCEDURE).iter().copied();
        let own = own.filter(|(field, _)| *field != "road_problem");
        let own = own.map(|(field, value)| match field {
            "category" => (field, "school"),
            _ => (field, value),
        });
        let own: Vec<(&str, &str)> = own.collect();
        town.fill(&mut somebody, &number, page, own.leak());
        town.declare(&mut somebody, &number);
        town.work();
        let mut claire = town.agent(place, "claire");
        let told = told(&mut claire, &number);
        assert!(told.contains("Par la règle 1 de la démarche"), "{told}");
        let receipt = somebody
            .get(&format!("/dossiers/{number}/recepisse"))
            .shown();
        assert!(
            receipt.told().contains("Vie scolaire"),
            "{}",
            receipt.told()
        );
        let other = report(town);
        let page = claire.get(&format!("/agent/dossiers/{other}")).shown();
        assert!(page.told().contains("Par la règle 2"), "{}", page.told());
        let receipt = |text: &str| text.contains("Vie scolaire");
        assert!(!receipt(&page.told()));
    });
}

#[test]
fn a_rule_gives_a_deposit_to_its_group_and_to_no_other() {
    in_towns(|town| {
        publish(town, "  - { if: category == \"road\", group: archives }");
        let number = report(town);
        let mut yann = town.agent(&town.rochebrune, "yann");
        let mut claire = town.agent(&town.rochebrune, "claire");
        assert!(sees(&mut yann, &number) && !sees(&mut claire, &number));
        let history = yann
            .get(&format!("/agent/dossiers/{number}/historique"))
            .shown();
        assert!(
            history.told().contains("orienté par une règle"),
            "{}",
            history.told()
        );
        assert_eq!(alarms(town, "claire@rochebrune.example"), 0);
    });
}

#[test]
fn a_deposit_that_no_rule_takes_is_not_lost_and_those_who_administer_know() {
    in_towns(|town| {
        publish(town, "  - { if: category == \"noise\", group: archives }");
        let (first, second) = (report(town), report(town));
        let mut claire = town.agent(&town.rochebrune, "claire");
        let page = told(&mut claire, &first);
        assert!(page.contains("Aucune règle de la démarche"), "{page}");
        assert_eq!(alarms(town, "claire@rochebrune.example"), 1, "once a day");
        assert_eq!(alarms(town, "karim@rochebrune.example"), 0);
        let home =
            |claire: &mut Browser| plain(&claire.get("/agent/administration").shown().told());
        let told = home(&mut claire);
        assert!(told.contains("2 demandes n’ont été prises"), "{told}");
        for number in [&first, &second] {
            town.take(&mut claire, number);
        }
        assert!(!home(&mut claire).contains("orientation"));
        town.later(24 * 3600);
        report(town);
        assert_eq!(alarms(town, "claire@rochebrune.example"), 2);
    });
}

#[test]
fn a_rule_whose_group_was_closed_since_raises_the_alarm_too() {
    in_towns(|town| {
        publish(town, "  - { if: category == \"road\", group: archives }");
        let ctx = Ctx::house(town.rochebrune.organisation.id, town.house.clock.now());
        let closed = town.house.store.write_blocking(move |tx| {
            let group = parvis_organisation::group_by_slug(tx, ctx.organisation, "archives")?;
            parvis_organisation::close_group(&ctx, tx, group.unwrap().id)
        });
        closed.unwrap();
        let number = report(town);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let page = told(&mut claire, &number);
        assert!(page.contains("un groupe qui n’existe plus"), "{page}");
        assert_eq!(alarms(town, "claire@rochebrune.example"), 1);
    });
}

#[test]
fn whoever_closes_a_group_reads_first_which_procedures_lead_to_it_by_a_rule() {
    in_towns(|town| {
        let place = &town.rochebrune;
        publish(town, "  - { if: category == \"road\", group: archives }");
        let ctx = Ctx::house(place.organisation.id, town.house.clock.now());
        let yann = place.agents.iter().find(|(who, _)| *who == "yann");
        let (yann, none) = (yann.unwrap().1, Rights::default());
        let write = &town.house.store;
        write
            .write_blocking(move |tx| staff::set_rights(&ctx, tx, yann, &none))
            .unwrap();
        let id = place.organisation.id;
        let group = move || {
            let read = town.house.store.read_blocking(move |tx| {
                let groups = parvis_organisation::groups(tx, id)?.into_iter();
                let mut archives = groups.filter(|(group, _)| group.slug == "archives");
                Ok::<_, parvis_organisation::OrganisationError>(archives.next())
            });
            read.unwrap().unwrap()
        };
        let page = format!("/agent/administration/groupes/{}", group().0.id);
        let mut claire = town.agent(place, "claire");
        let form = claire.get(&page).shown().form("/fermer");
        let asked = claire.submit(&form).shown();
        let told = plain(&asked.told());
        assert!(told.contains("Fermer le groupe « Archives »"), "{told}");
        assert!(told.contains("Signaler un problème"), "{told}");
        assert!(!told.contains("acte de naissance"), "{told}");
        let led = asked.attrs("main a", "href");
        assert!(
            led.contains(&format!("/agent/demarches/{PROCEDURE}")),
            "{led:?}"
        );
        assert_eq!(group().1, None, "nothing is closed yet");
        let done = claire.post_form(&asked.form("/fermer")).shown();
        assert!(done.path.contains("/services"), "{}", done.path);
        assert!(group().1.is_some());
    });
}

#[test]
fn a_procedure_whose_rules_name_an_unknown_group_is_not_published() {
    in_towns(|town| {
        let source = LIBRARY
            .iter()
            .find(|(_, source)| source.contains(PROCEDURE))
            .unwrap()
            .1;
        let source = source.replace("group: vie-scolaire }", "group: piscine }");
        let checked = parvis_demarche::check("a.yaml", &source).unwrap();
        let ctx = Ctx::house(town.rochebrune.organisation.id, town.house.clock.now());
        let published = town
            .house
            .store
            .write_blocking(move |tx| parvis_demarche::publish(&ctx, tx, &checked));
        let named =
            matches!(&published, Err(DemarcheError::UnknownGroup { slug }) if slug == "piscine");
        assert!(named, "{published:?}");
    });
}
