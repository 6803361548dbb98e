//! What agents see and send, through the router.

use std::sync::atomic::{AtomicI64, Ordering};

use parvis_access::agent;
use parvis_access::session::{self, Token};
use parvis_dossier::follow::follow;
use parvis_kernel::Ctx;
use parvis_testkit::TestStore;

use crate::browser::{Browser, Page, Pages};
use crate::filling::{PDF, begin, begin_for_myself, town};
use crate::town::{MIGRATIONS, Town, in_towns};

/// A browser in which an agent signed in with both factors.
pub fn signed_in<'a>(town: &Town, pages: &'a Pages, agent: &Ctx) -> Browser<'a> {
    static STEP: AtomicI64 = AtomicI64::new(1_000_000_000);
    let token = Token::draw().unwrap();
    let (opened, own) = (token.clone(), agent.actor.agent().unwrap());
    let ctx = Ctx::house(agent.organisation, agent.now);
    town.write(move |tx, _| {
        let step = STEP.fetch_add(1, Ordering::Relaxed);
        let session = session::open_for_agent(&ctx, tx, &opened, own)?;
        assert!(agent::complete_sign_in(&ctx, tx, session.id, own, step)?);
        Ok(())
    });
    let mut browser = pages.browser();
    let cookie = ("__Host-parvis".to_owned(), token.reveal().to_owned());
    browser.cookies.extend([cookie]);
    browser
}

/// The version that the forms of a page carry.
fn version(page: &Page) -> String {
    page.one("input[name=version]", "value")
}

/// Opens a dossier and puts it under instruction: its page.
pub fn instructed(browser: &mut Browser<'_>, number: &str) -> Page {
    let path = format!("/agent/dossiers/{number}");
    let file = browser.get(&path);
    let version = version(&file);
    browser.post(&format!("{path}/instruire"), &[("version", &version)])
}

const FAVOURABLE: &[(&str, &str)] = &[
    ("issue", "in-full"),
    ("prenom", "Claire"),
    ("nom", "Martin"),
    ("qualite", "Agente d’accueil"),
    ("service", "Accueil"),
    ("signature", "teleservice"),
];

fn with<'a>(base: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    base.iter().chain(more).copied().collect()
}

#[test]
fn whoever_is_not_a_signed_in_agent_is_led_to_sign_in_and_back() {
    let town = town();
    let pages = Pages::of(&town);
    let page = pages.browser().get_once("/agent?etat=waiting");
    assert_eq!(page.status, 303);
    assert_eq!(
        page.headers["location"],
        "/agent/connexion?retour=/agent%3Fetat%3Dwaiting"
    );
    let (_, number) = town.deposited();
    for path in [
        "",
        "/echanges",
        "/notes",
        "/historique",
        "/decider",
        "/clore",
        "/demander",
        "/attribuer",
        "/instruire",
        "/decision",
    ] {
        let page = pages
            .browser()
            .get_once(&format!("/agent/dossiers/{number}{path}"));
        assert_eq!(page.status, 303, "{path}");
    }
}

#[test]
fn the_queue_tells_the_day_of_silence_in_words_and_marks_what_is_late() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let queue = claire.get("/agent");
    assert!(
        queue.says("Rejet implicite le 22 janvier 2027, dans 61 jours"),
        "{}",
        queue.text()
    );
    assert!(queue.says("Déposée (1)") && queue.says("Personne"));
    insta::assert_snapshot!("queue", queue.text().replace(number.as_str(), "NUMÉRO"));
    town.kit.clock.set("2027-01-26T08:00:00Z".parse().unwrap());
    let mut claire = signed_in(
        &town,
        &pages,
        &Town::later(&town.claire, std::time::Duration::from_secs(65 * 86_400)),
    );
    let late = claire.get("/agent");
    assert!(
        late.says("En retard de 4 jours Rejet implicite né le 22 janvier 2027"),
        "{}",
        late.text()
    );
    let file = claire.get(&format!("/agent/dossiers/{number}"));
    assert!(
        file.says("Le silence vaut rejet depuis le 22 janvier 2027, si le dossier est complet."),
        "{}",
        file.text()
    );
}

#[test]
fn a_search_never_stands_in_an_address() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let queue = claire.get("/agent");
    assert_eq!(
        queue.one("form[role=search][method=post]", "action"),
        "/agent/recherche"
    );
    let found = claire.post_once("/agent/recherche", &[("q", "zoe lenoir")]);
    assert_eq!(found.status, 200);
    assert!(found.says(number.as_str()) && found.says("Zoé LENOIR"));
    assert_eq!(found.one("input[name=q]", "value"), "zoe lenoir");
    let nobody = claire.post("/agent/recherche", &[("q", "Martinez")]);
    assert!(
        nobody.says("Rien à traiter") && nobody.says("ne porte « Martinez »"),
        "{}",
        nobody.text()
    );
    let in_address = claire.get("/agent?q=Martinez");
    assert!(in_address.says(number.as_str()));
}

#[test]
fn a_forged_filter_or_cursor_shows_the_queue_from_its_start() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let page = claire.get("/agent?apres=zz&etat=brouillons&demarche=1&groupe=x");
    assert_eq!(page.status, 200);
    assert!(page.says(number.as_str()));
    let foreign = claire.get(&format!("/agent?groupe={}", parvis_kernel::GroupId::new()));
    assert_eq!(foreign.status, 404);
}

#[test]
fn from_the_queue_to_the_decision() {
    in_towns(|town| {
        let (person, number) = town.deposited();
        let number_text = number.to_string();
        let path = format!("/agent/dossiers/{number}");
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let queue = claire.get("/agent");
        assert!(queue.all("a", "href").contains(&path));
        let file = claire.get(&path);
        for words in [
            "Zoé LENOIR",
            "Date de naissance",
            "2 mars 1985",
            "CRPA, article L231-4",
            "La personne suit son dossier".to_lowercase().as_str(),
        ] {
            assert!(
                file.text().to_lowercase().contains(&words.to_lowercase()),
                "{words}: {}",
                file.text()
            );
        }
        let seen = version(&file);
        let taken = claire.post(
            &format!("{path}/attribuer"),
            &[("version", &seen), ("a", "moi")],
        );
        assert!(taken.says("Vous avez pris ce dossier."), "{}", taken.text());
        let under = instructed(&mut claire, &number_text);
        assert!(
            under.says("L'instruction est commencée") || under.says("L’instruction est commencée"),
            "{}",
            under.text()
        );
        let form = claire.get(&format!("{path}/decider"));
        assert_eq!(form.one("input[name=prenom]", "value"), "Claire");
        assert_eq!(form.one("input[name=service]", "value"), "Accueil");
        let seen = version(&form);
        let preview = claire.post(
            &format!("{path}/decider"),
            &with(FAVOURABLE, &[("version", &seen), ("etape", "relire")]),
        );
        assert!(
            preview.says("Votre demande est acceptée"),
            "{}",
            preview.text()
        );
        assert!(preview.says("Claire Martin, Agente d’accueil, Accueil"));
        let hidden: Vec<(String, String)> = preview
            .all("input[type=hidden]", "name")
            .into_iter()
            .zip(preview.all("input[type=hidden]", "value"))
            .filter(|(name, _)| name != "csrf")
            .collect();
        let mut fields: Vec<(&str, &str)> = hidden
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        fields.push(("etape", "confirmer"));
        let decided = claire.post(&format!("{path}/decider"), &fields);
        assert!(
            decided.says("La décision est prise.") && decided.says("Acceptée"),
            "{}",
            decided.text()
        );
        let again = claire.post(&format!("{path}/decider"), &fields);
        assert!(
            again.says("La décision est prise."),
            "a double click takes it once: {}",
            again.text()
        );
        let decision = claire.get(&format!("{path}/decision"));
        assert!(decision.says("Votre demande est acceptée"));
        assert!(!claire.get("/agent").says(&number_text));
        let facts =
            town.write(move |tx, desk| Ok(follow(&person, tx, desk, &number)?.dossier.facts));
        assert!(facts.decided_at.is_some());
    });
}

#[test]
fn what_the_law_asks_and_the_decision_lacks_is_told_beside_each_field() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let path = format!("/agent/dossiers/{number}/decider");
    let early = claire.get(&path);
    assert_eq!(early.status, 409);
    instructed(&mut claire, number.as_str());
    let form = claire.get(&path);
    insta::assert_snapshot!("decide", form.text().replace(number.as_str(), "NUMÉRO"));
    let seen = version(&form);
    let bare = claire.post(
        &path,
        &[
            ("version", &seen),
            ("issue", "refused"),
            ("signature", "signe"),
            ("etape", "relire"),
        ],
    );
    assert_eq!(bare.status, 422);
    let links = bare.all(".govuk-error-summary a", "href");
    assert_eq!(
        links,
        [
            "#droit",
            "#fait",
            "#prenom",
            "#nom",
            "#qualite",
            "#service",
            "#acte-signe"
        ]
    );
    for link in &links {
        assert_eq!(bare.all(link, "id").len(), 1, "{link}");
    }
    assert!(bare.says("Erreur : Décider"), "{}", bare.text());
    let wrong = claire.post(
        &path,
        &with(
            FAVOURABLE,
            &[
                ("version", &seen),
                ("montant", "douze"),
                ("fin-jour", "31"),
                ("fin-mois", "2"),
                ("fin-annee", "2027"),
            ],
        ),
    );
    assert_eq!(
        wrong.all(".govuk-error-summary a", "href"),
        ["#montant", "#fin"]
    );
    assert_eq!(wrong.one("#montant", "value"), "douze");
}

#[test]
fn a_refusal_is_read_with_its_grounds_and_remedies_before_it_is_taken() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let path = format!("/agent/dossiers/{number}/decider");
    instructed(&mut claire, number.as_str());
    let seen = version(&claire.get(&path));
    let refused = with(
        &FAVOURABLE[1..],
        &[
            ("version", &seen),
            ("issue", "refused"),
            ("montant", "20"),
            ("motif", "0"),
            ("droit", "Article 4"),
            ("fait", "Les douze places sont prises."),
            ("etape", "relire"),
        ],
    );
    let preview = claire.post(&path, &refused);
    assert_eq!(preview.status, 200);
    assert!(!preview.says("20 €"), "a refusal grants nothing");
    insta::assert_snapshot!(
        "preview_of_a_refusal",
        preview.text().replace(number.as_str(), "NUMÉRO")
    );
    let modified = claire.post(
        &path,
        &with(&refused[..refused.len() - 1], &[("etape", "modifier")]),
    );
    assert_eq!(modified.status, 200);
    assert!(
        modified
            .body()
            .contains("Plus de place : Règlement intérieur.\nArticle 4"),
        "{}",
        modified.body()
    );
}

#[test]
fn a_request_goes_from_the_form_to_the_person() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let path = format!("/agent/dossiers/{number}/demander");
    let offered = claire.get(&format!("{path}?texte=1"));
    assert!(offered.body().contains("Le document n’est pas lisible."));
    assert_eq!(offered.one("#echeance", "value"), "22");
    let ids = offered.all("input[name=champs]", "id");
    let unique: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len());
    assert_eq!(ids[0], "champs");
    let seen = version(&offered);
    let nothing = claire.post(
        &path,
        &[("version", &seen), ("texte", ""), ("echeance-jour", "32")],
    );
    assert_eq!(nothing.status, 422);
    assert_eq!(
        nothing.all(".govuk-error-summary a", "href"),
        ["#champs", "#texte", "#echeance"]
    );
    let sent = claire.post(
        &path,
        &[
            ("version", &seen),
            ("champs", "born"),
            ("champs", "home"),
            ("pieces", "Livret de famille\n\nAvis"),
            ("texte", "La date manque."),
            ("echeance-jour", "22"),
            ("echeance-mois", "12"),
            ("echeance-annee", "2026"),
        ],
    );
    assert!(sent.says("La demande est envoyée."), "{}", sent.text());
    let exchanges = claire.get(&format!("/agent/dossiers/{number}/echanges"));
    for words in [
        "Réponse attendue avant le 22 décembre 2026",
        "Date de naissance",
        "Livret de famille",
        "Avis",
        "La date manque.",
    ] {
        assert!(exchanges.says(words), "{words}: {}", exchanges.text());
    }
    let lift = claire.get(&format!("/agent/dossiers/{number}/instruire"));
    assert!(lift.says("L114-5-1"));
}

#[test]
fn the_one_who_comes_second_is_told_what_changed_and_keeps_what_they_wrote() {
    in_towns(|town| {
        let (_, number) = town.deposited();
        let pages = Pages::of(&town);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let mut karim = signed_in(&town, &pages, &town.karim);
        let path = format!("/agent/dossiers/{number}/demander");
        let seen = version(&claire.get(&path));
        instructed(&mut karim, number.as_str());
        let asked = [
            ("version", seen.as_str()),
            ("champs", "born"),
            ("texte", "La date est illisible."),
            ("echeance-jour", "22"),
            ("echeance-mois", "12"),
            ("echeance-annee", "2026"),
        ];
        let lost = claire.post(&path, &asked);
        assert_eq!(lost.status, 409);
        assert!(
            lost.says("Instruction commencée, Karim Haddad, le 22 novembre 2026 à 9 h 00"),
            "{}",
            lost.text()
        );
        assert!(
            lost.body().contains("La date est illisible."),
            "what was typed stays in the form"
        );
        assert_eq!(lost.all("input[name=champs][checked]", "value"), ["born"]);
        let now = version(&lost);
        let sent = claire.post(&path, &with(&asked[1..], &[("version", now.as_str())]));
        assert!(sent.says("La demande est envoyée."), "{}", sent.text());
        let gone = karim.post(&path, &with(&asked[1..], &[("version", now.as_str())]));
        assert_eq!(gone.status, 409);
        assert!(
            gone.says("Claire Martin") && gone.says("La date est illisible."),
            "{}",
            gone.text()
        );
    });
}

#[test]
fn a_double_click_is_no_conflict() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let seen = version(&claire.get(&format!("/agent/dossiers/{number}")));
    let path = format!("/agent/dossiers/{number}/instruire");
    for _ in 0..2 {
        let page = claire.post(&path, &[("version", &seen)]);
        assert_eq!(page.status, 200, "{}", page.text());
    }
    let messages = format!("/agent/dossiers/{number}/echanges");
    let id = claire.get(&messages).one("input[name=message]", "value");
    for _ in 0..2 {
        claire.post(&messages, &[("message", &id), ("texte", "Bonjour")]);
    }
    assert_eq!(
        claire
            .get(&messages)
            .all(".moj-message-item", "class")
            .len(),
        1
    );
}

#[test]
fn a_reader_reads_and_does_nothing_else() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut rosa = signed_in(&town, &pages, &town.reader);
    let path = format!("/agent/dossiers/{number}");
    let file = rosa.get(&path);
    assert_eq!(file.status, 200);
    assert!(file.says("Vous pouvez lire ce dossier."));
    assert!(
        file.all(
            ".parvis-actions form, .parvis-actions .govuk-button",
            "class"
        )
        .is_empty()
    );
    for page in [
        "/decider",
        "/demander",
        "/clore",
        "/attribuer",
        "/instruire",
    ] {
        assert_eq!(rosa.get(&format!("{path}{page}")).status, 403, "{page}");
    }
    rosa.get("/agent");
    let posts: [(&str, &[(&str, &str)]); 5] = [
        ("/instruire", &[("version", "3-9")]),
        ("/attribuer", &[("a", "moi")]),
        ("/notes", &[("texte", "Bonjour")]),
        ("/echanges", &[("texte", "Bonjour")]),
        ("/clore", &[("motif", "duplicate"), ("etape", "confirmer")]),
    ];
    for (page, fields) in posts {
        let answer = rosa.post(&format!("{path}{page}"), fields);
        assert_eq!(answer.status, 403, "{page}");
    }
}

#[test]
fn an_agent_of_another_group_finds_nothing() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut yann = signed_in(&town, &pages, &town.stranger);
    for path in [
        "",
        "/echanges",
        "/decider",
        "/pieces/01934b6e-0000-7000-8000-000000000000",
    ] {
        let page = yann.get(&format!("/agent/dossiers/{number}{path}"));
        assert_eq!(page.status, 404, "{path}");
    }
    let unknown = yann.get("/agent/dossiers/ABCD");
    assert_eq!(unknown.status, 404);
    assert!(
        unknown.says("Aucun dossier de vos groupes ne porte ce numéro")
            && unknown.says("Revenir aux demandes"),
        "{}",
        unknown.text()
    );
    assert!(!yann.get("/agent").says(number.as_str()));
}

#[test]
fn an_agent_of_another_organisation_is_nobody_here() {
    let here = town();
    let (_, number) = here.deposited();
    let elsewhere = Town::build(TestStore::on(parvis_store::Engine::Sqlite, MIGRATIONS));
    let pages = Pages::of(&elsewhere);
    let mut claire = signed_in(&elsewhere, &pages, &elsewhere.claire);
    assert_eq!(claire.get(&format!("/agent/dossiers/{number}")).status, 404);
}

/// Deposits through the pages: the number.
pub fn deposited_in(zoe: &mut Browser<'_>) -> String {
    let number = begin_for_myself(zoe);
    for (step, fields) in [
        (
            "you",
            [
                ("born-day", "2"),
                ("born-month", "3"),
                ("born-year", "1985"),
            ],
        ),
        (
            "wish",
            [("sort", "day"), ("count", "2"), ("with_children", "no")],
        ),
        ("proof", [("proof-other-way", "yes"), ("", ""), ("", "")]),
    ] {
        let path = format!("/dossiers/{number}/etapes/{step}");
        zoe.get(&path);
        zoe.post(&path, &fields);
    }
    let declare = format!("/dossiers/{number}/declarer");
    zoe.get(&declare);
    zoe.post(&declare, &[("declaration", "oui")]);
    number
}

#[test]
fn files_of_a_message_stand_beside_it_and_are_saved_rather_than_shown() {
    let town = town();
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = deposited_in(&mut zoe);
    let page = zoe.get(&format!("/dossiers/{number}"));
    let id = page.one("input[name=identifiant]", "value");
    let fields = [("identifiant", id.as_str()), ("message", "Voici mon bail.")];
    let files = [("exchange_0", "bail.pdf", PDF)];
    zoe.post_files(&format!("/dossiers/{number}/messages"), &fields, &files);

    let mut claire = signed_in(&town, &pages, &town.claire);
    let exchanges = claire.get(&format!("/agent/dossiers/{number}/echanges"));
    assert!(exchanges.says("La personne") && exchanges.says("Voici mon bail."));
    let href = exchanges.one(".moj-message-item .parvis-pieces a", "href");
    let bail = claire.get(&href);
    assert_eq!(bail.bytes, PDF);
    let disposition = bail.headers["content-disposition"].to_str().unwrap();
    assert!(disposition.starts_with("attachment"), "{disposition}");
    let mut yann = signed_in(&town, &pages, &town.stranger);
    assert_eq!(yann.get(&href).status, 404);
}

#[test]
fn an_agent_joins_files_to_a_message_and_the_person_opens_them() {
    in_towns(|town| {
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = deposited_in(&mut zoe);
        let mut claire = signed_in(&town, &pages, &town.claire);
        let path = format!("/agent/dossiers/{number}/echanges");
        let page = claire.get(&path);
        let id = page.one("input[name=message]", "value");
        let fields = [
            ("message", id.as_str()),
            ("texte", "Voici le formulaire à rapporter signé."),
        ];
        let wrong = claire.post_files(&path, &fields, &[("exchange_0", "a.pdf", b"MZ\x90")]);
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.all(".govuk-error-summary a", "href"), ["#exchange_0"]);
        assert!(wrong.body().contains("Voici le formulaire"), "kept");
        assert!(wrong.says("Aucun message pour le moment."));
        let empty = claire.post_files(&path, &[("message", id.as_str())], &[]);
        assert_eq!(empty.status, 422);
        assert_eq!(pages.blobs(), 0, "nothing is left of what was not sent");
        for _ in 0..2 {
            let sent = claire.post_files(&path, &fields, &[("exchange_0", "formulaire.pdf", PDF)]);
            assert!(sent.says("Votre message est envoyé."), "{}", sent.text());
            assert_eq!(sent.texts(".parvis-pieces a").len(), 1);
        }
        assert_eq!(pages.blobs(), 1, "a double click stores one file");
        let follow = zoe.get(&format!("/dossiers/{number}"));
        let href = follow.one(".moj-message-item .parvis-pieces a", "href");
        assert_eq!(zoe.get(&href).bytes, PDF);
    });
}

#[test]
fn an_act_attached_to_a_decision_is_opened_from_the_decision_once_it_may_be_read() {
    in_towns(|mut town| {
        let mut organisation = (*town.desk.organisation).clone();
        organisation.profile.hold_minutes = 10;
        town.desk.organisation = std::sync::Arc::new(organisation);
        let pages = Pages::of(&town);
        let mut zoe = pages.browser();
        let number = deposited_in(&mut zoe);
        let mut claire = signed_in(&town, &pages, &town.claire);
        instructed(&mut claire, &number);
        let path = format!("/agent/dossiers/{number}/decider");
        let seen = version(&claire.get(&path));
        let fields = with(FAVOURABLE, &[("version", &seen), ("etape", "confirmer")]);
        let wrong = claire.post_files(&path, &fields, &[("exchange_0", "a.pdf", b"MZ\x90")]);
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.all(".govuk-error-summary a", "href"), ["#exchange_0"]);
        assert!(
            wrong.says("Votre demande est acceptée"),
            "still the preview"
        );
        for _ in 0..2 {
            let decided = claire.post_files(&path, &fields, &[("exchange_0", "arrete.pdf", PDF)]);
            assert!(decided.says("La décision est prise."), "{}", decided.text());
        }
        assert_eq!(pages.blobs(), 1);
        let decision = claire.get(&format!("/agent/dossiers/{number}/decision"));
        assert!(
            decision.says("Acte joint : arrete.pdf"),
            "{}",
            decision.text()
        );
        let own = decision.one("main ul.govuk-list a", "href");
        assert_eq!(claire.get(&own).bytes, PDF);

        let of_person = own.replace("/agent/", "/");
        let held = zoe.get(&of_person);
        assert_eq!(held.status, 404, "the decision is on hold");
        let follow = zoe.get(&format!("/dossiers/{number}"));
        assert!(
            !follow.body().contains("arrete.pdf") && !follow.says("Document ajouté"),
            "{}",
            follow.text()
        );
        town.kit.clock.advance(jiff::SignedDuration::from_secs(601));
        let read = zoe.get(&format!("/dossiers/{number}/decision"));
        assert_eq!(read.one("main ul.govuk-list a", "href"), of_person);
        assert_eq!(zoe.get(&of_person).bytes, PDF);
    });
}

#[test]
fn notes_say_that_the_person_may_read_them() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let path = format!("/agent/dossiers/{number}/notes");
    let page = claire.get(&path);
    assert!(page.says("L311-1"));
    let empty = claire.post(&path, &[("texte", " ")]);
    assert_eq!(empty.status, 422);
    let id = page.one("input[name=note]", "value");
    let added = claire.post(
        &path,
        &[("note", &id), ("texte", "Appelée ce matin.\n<script>")],
    );
    assert!(
        added.says("Appelée ce matin.") && !added.body().contains("<script>\n"),
        "{}",
        added.body()
    );
    assert!(added.says("Claire Martin"));
}

#[test]
fn a_request_is_closed_as_a_duplicate_and_only_after_a_confirmation() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let path = format!("/agent/dossiers/{number}/clore");
    let form = claire.get(&path);
    assert!(form.says("La personne demande une décision"));
    assert_eq!(form.all("input[name=motif]", "value"), ["duplicate"]);
    let seen = version(&form);
    let nothing = claire.post(&path, &[("version", &seen)]);
    assert_eq!(nothing.status, 422);
    let confirm = claire.post(&path, &[("version", &seen), ("motif", "duplicate")]);
    assert!(confirm.says("Un dossier clos ne se rouvre pas."));
    assert!(
        claire.get("/agent").says(number.as_str()),
        "nothing is done yet"
    );
    let closed = claire.post(
        &path,
        &[
            ("version", &seen),
            ("motif", "duplicate"),
            ("etape", "confirmer"),
        ],
    );
    assert!(closed.says("Le dossier est clos."), "{}", closed.text());
}

#[test]
fn a_report_ends_in_a_way_that_its_procedure_states() {
    let town = town();
    let pages = Pages::of(&town);
    let mut somebody = pages.browser();
    let number = begin(&mut somebody, "signaler", "anonyme");
    let at = |step: &str| format!("/dossiers/{number}/etapes/{step}");
    somebody.get(&at("photo"));
    let jpeg = b"\xff\xd8\xff\xda\0\x08headerpixels\xff\xd9".as_slice();
    let files = [("photo", "trou.jpg", jpeg)];
    somebody.post_files(&at("photo"), &[("seen", "no")], &files);
    let row = somebody
        .get(&at("places"))
        .one("input[name=places]", "value");
    let commune = format!("places.{row}.where");
    somebody.post(&at("places"), &[("places", &row), (&commune, "Rennes")]);
    let declare = format!("/dossiers/{number}/declarer");
    somebody.get(&declare);
    let receipt = somebody.post(&declare, &[("declaration", "oui")]);
    assert!(receipt.path.ends_with("/recepisse"), "{}", receipt.text());

    let mut claire = signed_in(&town, &pages, &town.claire);
    let queue = claire.get("/agent");
    assert!(
        queue.says("Sans nom") && queue.says("Pas d’échéance"),
        "{}",
        queue.text()
    );
    let path = format!("/agent/dossiers/{number}");
    let file = claire.get(&path);
    assert!(
        file.says("Aucune date : cette démarche ne demande pas de décision."),
        "{}",
        file.text()
    );
    assert!(!file.says("Vous ne demandez"), "it speaks to the person");
    assert!(!file.says("Décider"));
    let picture = file.one("img", "src");
    assert_eq!(
        file.all(&format!(".parvis-given a[href='{picture}']"), "href")
            .len(),
        1,
        "one link for a picture and its name"
    );
    assert_eq!(file.one("img", "alt"), "", "its name is the link");
    let named = file.texts(".govuk-summary-list__value").join(" ");
    assert_eq!(named.matches(".jpg").count(), 1, "{named}");
    let shown = claire.get(&picture);
    assert_eq!(shown.headers["content-type"], "image/jpeg");
    let policy = shown.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("sandbox"), "{policy}");
    assert_eq!(shown.headers["x-content-type-options"], "nosniff");
    let decide = claire.get(&format!("{path}/decider"));
    assert_eq!(decide.status, 422);

    let close = format!("{path}/clore");
    let form = claire.get(&close);
    assert_eq!(
        form.all("input[name=motif]", "value"),
        ["done", "duplicate"]
    );
    let seen = version(&form);
    let fields = [
        ("version", seen.as_str()),
        ("motif", "done"),
        ("etape", "confirmer"),
    ];
    let closed = claire.post(&close, &fields);
    assert!(
        closed.says("Le dossier est clos.") && closed.says("C’est réparé"),
        "{}",
        closed.text()
    );
}

#[test]
fn every_page_of_an_agent_is_light_and_knows_its_words() {
    let town = town();
    let (_, number) = town.deposited();
    let pages = Pages::of(&town);
    let mut claire = signed_in(&town, &pages, &town.claire);
    instructed(&mut claire, number.as_str());
    let path = format!("/agent/dossiers/{number}");
    for page in [
        "",
        "/echanges",
        "/notes",
        "/historique",
        "/decider",
        "/clore",
        "/demander",
        "/attribuer",
    ] {
        let shown = claire.get(&format!("{path}{page}"));
        assert_eq!(shown.status, 200, "{page}");
        let elements = shown.all("*", "class").len();
        assert!(elements < 300, "{page}: {elements} elements");
        assert_eq!(shown.headers["cache-control"], "no-store");
    }
    let queue = claire.get("/agent").all("*", "class").len();
    assert!(queue < 150, "{queue} elements for one row");
    assert_eq!(pages.house.words.unknown(), Vec::<String>::new());
    let file = claire.get(&path);
    insta::assert_snapshot!("file", file.text().replace(number.as_str(), "NUMÉRO"));
}
