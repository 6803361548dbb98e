//! What agents are told by mail: whom a note calls, whose group received a dossier, and nobody else; never about whom.

use parvis_access::staff;
use parvis_kernel::{AgentId, Ctx};
use parvis_testkit::Browser;

use crate::town::{Known, Town, in_towns};

const ZOE: Known<'_> = Known::Email("zoe@exemple.fr");

fn id(town: &Town, who: &str) -> AgentId {
    let mut agents = town.rochebrune.agents.iter();
    agents.find(|(own, _)| *own == who).unwrap().1
}

fn address(who: &str) -> String {
    format!("{who}@rochebrune.example")
}

/// Writes a note that calls some agents.
fn note(town: &Town, by: &mut Browser, number: &str, text: &str, ticked: &[&str]) {
    let page = by.get(&format!("/agent/dossiers/{number}/notes")).shown();
    let mut form = page.form("/notes").fill("texte", text);
    for who in ticked {
        form = form.tick("prevenir", &id(town, who).to_string());
    }
    let _ = by.post_form(&form).shown();
}

#[test]
fn an_agent_whom_a_note_calls_is_told_once_without_the_note_nor_the_name() {
    in_towns(|town| {
        let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", ZOE);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let text = "Zoé a rappelé, @Karim Haddad.";
        note(town, &mut claire, &number, text, &["karim"]);
        town.work();
        let mail = town.post.text(&address("karim"));
        assert!(mail.contains("Claire Martin vous mentionne"), "{mail}");
        assert!(
            mail.contains(&number) && mail.contains("acte de naissance"),
            "{mail}"
        );
        assert!(!mail.contains("Zoé") && !mail.contains("Lenoir"), "{mail}");
        assert!(!mail.contains("rappelé"), "{mail}");
        for other in ["claire", "rosa", "yann"] {
            assert!(town.post.to(&address(other)).is_empty(), "{other}");
        }
        assert_eq!(town.post.to(&address("karim")).len(), 1);
        let link = format!("/agent/dossiers/{number}/notes#note-");
        let link = town.post.link(&address("karim"), &link);
        let mut karim = town.agent(&town.rochebrune, "karim");
        let page = karim.get(link.split('#').next().unwrap()).shown();
        assert!(page.has(&format!("#{}", link.split('#').nth(1).unwrap())));
    });
}

#[test]
fn who_read_the_note_lost_the_right_or_left_before_the_mail_leaves_is_told_nothing() {
    in_towns(|town| {
        let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", ZOE);
        let mut claire = town.agent(&town.rochebrune, "claire");
        note(town, &mut claire, &number, "À voir", &["karim", "rosa"]);
        let ctx = Ctx::house(town.rochebrune.organisation.id, claire_now(town));
        let rosa = id(town, "rosa");
        let write = &town.house.store;
        write
            .write_blocking(move |tx| staff::disable(&ctx, tx, rosa))
            .unwrap();
        let mut karim = town.agent(&town.rochebrune, "karim");
        let _ = karim
            .get(&format!("/agent/dossiers/{number}/notes"))
            .shown();
        town.work();
        for who in ["karim", "rosa"] {
            assert!(town.post.to(&address(who)).is_empty(), "{who}");
        }
        note(town, &mut claire, &number, "Encore", &["karim"]);
        let ctx = Ctx::house(town.rochebrune.organisation.id, claire_now(town));
        let (karim, none) = (id(town, "karim"), staff::Rights::default());
        write
            .write_blocking(move |tx| staff::set_rights(&ctx, tx, karim, &none))
            .unwrap();
        town.work();
        assert!(town.post.to(&address("karim")).is_empty());
    });
}

fn claire_now(town: &Town) -> parvis_kernel::Instant {
    use parvis_kernel::Clock;
    town.test.clock.now()
}

#[test]
fn those_who_instruct_where_a_dossier_arrives_are_told_without_a_name() {
    in_towns(|town| {
        let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", ZOE);
        let organisation = town.rochebrune.organisation.id;
        let received = |slug: &'static str| {
            let group = town.test.store.read_blocking(move |tx| {
                parvis_organisation::group_by_slug(tx, organisation, slug)
            });
            group.unwrap().unwrap().id.to_string()
        };
        let mut claire = town.agent(&town.rochebrune, "claire");
        let hand_over = |by: &mut Browser, slug| {
            let path = format!("/agent/dossiers/{number}/transmettre");
            let form = by.get(&path).shown().form("/transmettre");
            let form = form
                .fill("groupe", &received(slug))
                .fill("motif", "Pour Zoé Lenoir");
            by.post_form(&form)
        };
        // To a group of hers: she keeps it, and the readers of the group are not told.
        let told = hand_over(&mut claire, "cadre-de-vie").shown().told();
        assert!(told.contains("Le dossier est transmis"), "{told}");
        town.work();
        let mail = town.post.text(&address("karim"));
        assert!(mail.contains("transmise à votre groupe"), "{mail}");
        assert!(
            !mail.contains("Zoé") && !mail.contains(number.as_str()),
            "{mail}"
        );
        assert!(town.post.to(&address("rosa")).is_empty());
        assert!(town.post.to(&address("yann")).is_empty());
        // Then to one of which she is not.
        let told = hand_over(&mut claire, "archives").told();
        assert!(told.contains("est transmise au groupe"), "{told}");
        town.work();
        let mail = town.post.text(&address("yann"));
        assert!(mail.contains("transmise à votre groupe"), "{mail}");
        assert_eq!(town.post.to(&address("karim")).len(), 1);
    });
}

#[test]
fn a_page_left_open_does_not_keep_open_the_session_of_an_agent_who_went_away() {
    in_towns(|town| {
        let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", ZOE);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let page = town.open_file(&mut claire, &number);
        let address = page.attr("[data-presence]", "data-presence").unwrap();
        let csrf = page.attr("[data-presence]", "data-csrf").unwrap();
        let body = format!("csrf={csrf}");
        let form = "application/x-www-form-urlencoded";
        for _ in 0..11 {
            town.later(5 * 60);
            let answer = claire.post(&address, form, body.clone());
            assert_eq!(answer.status, 200);
        }
        town.later(6 * 60);
        let answer = claire.post(&address, form, body.clone());
        assert_eq!(answer.status, 303, "an hour without Claire");
        assert!(answer.leads_to().starts_with("/agent/connexion"));
    });
}
