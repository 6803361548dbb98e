//! Notes that call agents, on both engines.

use parvis_dossier::mention;
use parvis_dossier::note::{NewNote, annotate};
use parvis_journal::{self as journal, Subject};
use parvis_kernel::{AgentId, Ctx};
use parvis_store::Sql;
use uuid::Uuid;

use crate::agent_pages::signed_in;
use crate::browser::{Browser, Page, Pages};
use crate::town::in_towns;

fn id(agent: &Ctx) -> AgentId {
    agent.actor.agent().unwrap()
}

/// Sends the form of the notes, as the page gave it.
fn noted(agent: &mut Browser<'_>, number: &str, text: &str, ticked: &[AgentId]) -> Page {
    let path = format!("/agent/dossiers/{number}/notes");
    let note = agent.get(&path).one("input[name=note]", "value");
    let ticked: Vec<String> = ticked.iter().map(ToString::to_string).collect();
    let mut fields = vec![("note", note.as_str()), ("texte", text)];
    fields.extend(ticked.iter().map(|id| ("prevenir", id.as_str())));
    agent.post(&path, &fields)
}

#[test]
fn those_whom_a_note_calls_find_it_until_they_read_it() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let [mut claire, mut karim, mut rosa] =
            [&town.claire, &town.karim, &town.reader].map(|who| signed_in(&town, &pages, who));
        let text = "À voir avec @rosa.lopez et @Claire Martin <b>.";
        let page = noted(&mut claire, number.as_str(), text, &[id(&town.karim)]);
        assert_eq!(page.status, 200, "{}", page.text());
        let shown = page.inner(".parvis-note .parvis-text");
        let expected = "À voir avec <strong>@rosa.lopez</strong> et @Claire Martin &lt;b&gt;.";
        assert_eq!(shown, expected);
        assert!(
            page.says("Mentionne Karim Haddad, Rosa Lopez"),
            "{}",
            page.text()
        );
        // Whoever calls themselves is not told.
        let none = claire.get("/agent/mentions");
        assert!(none.says("Aucune note ne vous attend"), "{}", none.text());
        assert!(!claire.get("/agent").says("vous mentionne "));

        for reader in [&mut karim, &mut rosa] {
            assert!(reader.get("/agent").says("Une note vous mentionne"));
            let list = reader.get("/agent/mentions");
            assert!(list.says("Claire Martin") && list.says(number.as_str()));
            assert!(!list.says("LENOIR") && !list.says("À voir"));
            let link = list.one("tbody a", "href");
            let anchor = link.split('#').nth(1).unwrap();
            // The other pages of the dossier do not show the note: it stays to be read.
            let _ = reader.get(&format!("/agent/dossiers/{number}"));
            assert!(reader.get("/agent").says("Une note vous mentionne"));
            let notes = reader.get(link.split('#').next().unwrap());
            assert_eq!(notes.texts(&format!("#{anchor} .govuk-tag")).len(), 1);
            let again = reader.get(&format!("/agent/dossiers/{number}/notes"));
            assert!(again.texts(".parvis-note .govuk-tag").is_empty());
            let list = reader.get("/agent/mentions");
            assert!(list.says("Aucune note ne vous attend"), "{}", list.text());
            assert!(!reader.get("/agent").says("Une note vous mentionne"));
        }
        let traced = town.write({
            let (ctx, number) = (town.claire.clone(), number.clone());
            move |tx, desk| {
                let view = parvis_dossier::open::open_dossier(&ctx, tx, desk, &number)?;
                let subject = Subject::dossier(view.dossier.id);
                Ok(journal::history(tx, ctx.organisation, subject)?)
            }
        });
        let mut traced = traced.iter();
        let act = traced.find(|entry| entry.verb == "dossier.annotated");
        let called = format!("{} {}", id(&town.karim), id(&town.reader));
        assert_eq!(act.unwrap().detail["mentioned"], called);
    });
}

#[test]
fn only_who_may_read_the_dossier_is_called_and_nothing_typed_is_lost() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let karim = id(&town.karim);
        for (text, ticked, place) in [
            ("Voir @Yann Le Goff", vec![karim], "#texte"),
            ("Voir @Zoé", vec![karim], "#texte"),
            ("Voir", vec![karim, id(&town.stranger)], "#prevenir"),
            ("", vec![karim], "#texte"),
        ] {
            let refused = noted(&mut claire, number.as_str(), text, &ticked);
            assert_eq!(refused.status, 422, "{text}");
            let links = refused.all(".govuk-error-summary a", "href");
            assert_eq!(links, [place], "{text}");
            assert_eq!(refused.texts("textarea[name=texte]"), [text]);
            let kept = refused.all("input[name=prevenir][checked]", "value");
            assert_eq!(kept, [karim.to_string()]);
            assert!(refused.texts(".parvis-note").is_empty());
        }
        let mut reader = signed_in(&town, &pages, &town.karim);
        let list = reader.get("/agent/mentions");
        assert!(list.says("Aucune note ne vous attend"), "{}", list.text());
    });
}

#[test]
fn a_mention_is_of_nobody_who_may_not_read_the_dossier_any_more() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let mut karim = signed_in(&town, &pages, &town.karim);
        noted(
            &mut claire,
            number.as_str(),
            "Urgent",
            &[id(&town.karim), id(&town.reader)],
        );
        let letter = |agent: AgentId| {
            let organisation = town.desk.organisation.id;
            town.write(move |tx, desk| {
                let found =
                    Sql("SELECT id FROM mentions WHERE organisation_id = $2 AND agent_id = $1");
                let values = [agent.into(), organisation.into()];
                let mention: Uuid = tx.one(found, &values, |row| row.id(0))?;
                mention::letter(tx, &desk.catalogue, organisation, mention)
            })
        };
        let told = letter(id(&town.karim)).unwrap();
        assert_eq!(told.to.full_name(), "Karim Haddad");
        assert_eq!(told.by.unwrap().full_name(), "Claire Martin");
        // An account that was closed.
        let (house, rosa) = (
            Ctx::house(town.claire.organisation, town.claire.now),
            id(&town.reader),
        );
        town.write(move |tx, _| Ok(parvis_access::staff::disable(&house, tx, rosa)?));
        assert!(letter(id(&town.reader)).is_none());
        // A dossier that went to another group.
        let path = format!("/agent/dossiers/{number}/transmettre");
        let form = claire.get(&path);
        let (group, version) = (
            form.one("input[name=groupe]", "value"),
            form.one("input[name=version]", "value"),
        );
        let fields = [
            ("version", version.as_str()),
            ("groupe", group.as_str()),
            ("motif", "Voirie"),
        ];
        assert_eq!(claire.post(&path, &fields).status, 200);
        assert!(letter(id(&town.karim)).is_none());
        let list = karim.get("/agent/mentions");
        assert!(list.says("Aucune note ne vous attend"), "{}", list.text());
        assert!(!karim.get("/agent").says("Une note vous mentionne"));
    });
}

#[test]
fn a_list_of_mentions_goes_on_page_after_page_the_latest_first() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        for place in 0..23 {
            let (ctx, number) = (town.claire.clone(), number.clone());
            let ticked = vec![id(&town.karim)];
            town.write(move |tx, desk| {
                let note = NewNote {
                    id: Uuid::now_v7(),
                    body: format!("Note {place}"),
                    ticked: ticked.clone(),
                };
                annotate(&ctx, tx, desk, &number, &note)
            });
        }
        let pages = Pages::of(&town);
        let mut karim = signed_in(&town, &pages, &town.karim);
        assert!(karim.get("/agent").says("23 notes vous mentionnent"));
        let first = karim.get("/agent/mentions");
        let mut seen = first.all("tbody a", "href");
        assert_eq!(seen.len(), 20);
        let next = first.one(".govuk-pagination__next a", "href");
        let second = karim.get(&next);
        seen.extend(second.all("tbody a", "href"));
        assert!(second.all(".govuk-pagination__next a", "href").is_empty());
        assert!(second.says("Revenir aux plus récentes"));
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!((seen.len(), once.len()), (23, 23));
        let notes = karim.get(&format!("/agent/dossiers/{number}/notes"));
        let mut written = notes.all(".parvis-note", "id");
        written.reverse();
        let listed: Vec<String> = seen
            .iter()
            .map(|link| link.split('#').nth(1).unwrap().to_owned())
            .collect();
        assert_eq!(listed, written);
        let forged = karim.get("/agent/mentions?apres=%27%20OR%201=1");
        assert_eq!(forged.status, 200);
    });
}
