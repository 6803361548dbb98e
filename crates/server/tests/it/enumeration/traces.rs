//! What leaves a trace: a scenario for each route that changes something, and for each that shows a dossier.

use std::collections::BTreeSet;

use http::StatusCode;
use parvis_testkit::{Authenticator, Browser, Form, Page};

use super::protection::protected;
use super::table::all;
use crate::identity::Ground;
use crate::machines::receiver::Receiver;
use crate::machines::webhooks::sent_again;
use crate::town::{Known, LOGO, PASSWORD, PNG, SECRET_SENTENCE, Town, answers, filled, in_towns};

/// A house with a dossier deposited by Zoé, and those who act on it.
pub(super) struct Scene<'a> {
    town: &'a Town,
    zoe: Browser,
    claire: Browser,
    /// Deposited, with a piece.
    number: String,
}

/// What a scenario sends: by whom, what.
pub(super) struct Sent {
    pub(super) by: Browser,
    pub(super) form: Form,
}

/// The page that adds a child to a list whose rows have pages.
fn add_child(number: &str) -> String {
    format!("/dossiers/{number}/etapes/enfants/children/ajouter")
}

/// A child, on a page of their own. What is answered may make other questions appear there.
fn child(page: &Page) -> Form {
    let mut actions = page.attrs("main form", "action").into_iter();
    let own = actions.find(|action| action.contains("/enfants/children/"));
    filled(
        page.form(&own.expect("the form of a row")),
        answers("ecole-cantine"),
    )
}

/// Prepares what a route receives.
pub(super) type Scenario = fn(&mut Scene<'_>) -> Sent;

/// A scenario for every route that changes something. A new one without scenario fails the test below.
pub(super) const CHANGES: &[(&str, Scenario)] = &[
    ("/demarches/{slug}/commencer", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/demarches/acte-naissance/commencer").shown();
        let form = page.form("/commencer").fill("connu", "code");
        Sent { by, form }
    }),
    ("/agent/administration/jetons/nouveau", |scene| {
        scene.new_token()
    }),
    ("/agent/administration/jetons/{token}/revoquer", |scene| {
        let Sent { mut by, form } = scene.new_token();
        let _ = by.submit(&form).shown();
        let list = by.get("/agent/administration/jetons").shown();
        let links = list.attrs("main a", "href").into_iter();
        let mut links = links.filter(|link| link.ends_with("/revoquer"));
        let page = links.next().expect("a token to take back");
        let form = by.get(&page).shown().form("/revoquer");
        Sent { by, form }
    }),
    ("/agent/demarches/{slug}/essayer", |scene| {
        let mut by = scene.town.agent(&scene.town.rochebrune, "karim");
        let page = by.get("/agent/demarches/acte-naissance").shown();
        let form = page.form("/essayer");
        Sent { by, form }
    }),
    ("/agent/essai/traiter", |scene| {
        let mut by = scene.town.on_trial("acte-naissance");
        let form = by.get("/agent/essai").shown().form("/essai/traiter");
        let form = form.press("vers", "/agent");
        Sent { by, form }
    }),
    ("/agent/essai/effacer", |scene| {
        let mut by = scene.town.on_trial("acte-naissance");
        let form = by.get("/agent/essai/effacer").shown();
        let form = form.form("/essai/effacer");
        Sent { by, form }
    }),
    ("/agent/guichet/commencer", |scene| {
        let mut by = scene.claire.clone();
        let page = by.get("/agent/guichet/commencer").shown();
        let form = page
            .form("/guichet/commencer")
            .fill("porte", "guichet")
            .fill("demarche", "acte-naissance");
        Sent { by, form }
    }),
    ("/agent/guichet/reprendre", |scene| {
        let mut by = scene.claire.clone();
        let page = by.get("/agent/guichet/reprendre").shown();
        let form = page
            .form("/guichet/reprendre")
            .fill("porte", "telephone")
            .fill("numero", &scene.number);
        Sent { by, form }
    }),
    ("/agent/guichet/dossiers/{number}", |scene| {
        let (mut by, number) = scene.serving();
        let home = by.get("/agent/guichet").shown();
        let form = home.form(&format!("/guichet/dossiers/{number}"));
        Sent { by, form }
    }),
    ("/agent/guichet/terminer", |scene| {
        let (mut by, _) = scene.serving();
        let form = by.get("/agent/guichet").form("/guichet/terminer");
        Sent { by, form }
    }),
    ("/agent/engagements/{slug}/effacer", |scene| {
        let town = scene.town;
        let _ = town.opinions(&town.rochebrune, "ecole-cantine");
        let mut by = scene.claire.clone();
        let page = by.get("/agent/engagements/ecole-cantine").shown();
        let form = page.form("/effacer");
        Sent { by, form }
    }),
    ("/dossiers/{number}/satisfaction", |scene| {
        let (by, page) = scene.answered();
        let form = page.form("/satisfaction").fill("degre", "rather");
        Sent { by, form }
    }),
    ("/suivi", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/suivi").shown();
        let form = page
            .form("/suivi")
            .fill("numero", &scene.number)
            .fill("moyen", "courriel")
            .fill("courriel", ZOE);
        Sent { by, form }
    }),
    ("/code", |scene| {
        let (by, page) = scene.asking_a_code();
        let code = scene.town.post.code(PAUL);
        let form = page.form("/code").fill("code", &code);
        Sent { by, form }
    }),
    ("/code/nouveau", |scene| {
        let (by, page) = scene.asking_a_code();
        let form = page.form("/code/nouveau");
        Sent { by, form }
    }),
    ("/quitter", |scene| {
        let mut by = scene.zoe.clone();
        let form = by.get("/quitter").form("/quitter");
        Sent { by, form }
    }),
    ("/compte/connexion", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/compte/connexion").shown();
        let form = page
            .form("/compte/connexion")
            .fill("email", PAUL)
            .fill("password", "ce n'est pas celui-là");
        Sent { by, form }
    }),
    ("/compte/connexion/code", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/compte/connexion/code").shown();
        let form = page.form("/connexion/code").fill("email", PAUL);
        Sent { by, form }
    }),
    ("/compte/connexion/second-facteur", |scene| {
        let (mut by, address) = scene.account();
        scene.town.add_second_factor(&mut by);
        let mut by = scene.town.rochebrune.browser();
        let page = scene.town.sign_in(&mut by, &address, SECRET_SENTENCE);
        let form = page.form("/second-facteur").fill("code", "000000");
        Sent { by, form }
    }),
    ("/compte/deconnexion", |scene| {
        scene.in_account("/compte", "/compte/deconnexion")
    }),
    ("/compte/ouvrir", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/compte/ouvrir").shown();
        let form = page.form("/compte/ouvrir").fill("email", PAUL);
        Sent { by, form }
    }),
    ("/compte/ouvrir/suite", |scene| {
        let address = format!("{}@exemple.fr", scene.number.to_lowercase());
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/compte/ouvrir").shown();
        let page = by.post_form(&page.form("/compte/ouvrir").fill("email", &address));
        let page = scene.town.give_code(&mut by, &page, &address).shown();
        let form = page.form("/ouvrir/suite").fill("password", SECRET_SENTENCE);
        Sent { by, form }
    }),
    ("/compte/confirmer", |scene| {
        let sent = scene.in_account("/compte/confirmer", "/compte/confirmer");
        let form = sent.form.fill("password", SECRET_SENTENCE);
        Sent { form, ..sent }
    }),
    ("/compte/confirmer/code", |scene| {
        scene.in_account("/compte/confirmer", "/confirmer/code")
    }),
    ("/compte/mot-de-passe", |scene| {
        let sent = scene.in_account("/compte/mot-de-passe", "/mot-de-passe");
        let form = sent.form.fill("password", "trois cerfs volants au grenier");
        Sent { form, ..sent }
    }),
    ("/compte/adresse", |scene| {
        let sent = scene.in_account("/compte/adresse", "/compte/adresse");
        let form = sent.form.fill("email", "autre@exemple.fr");
        Sent { form, ..sent }
    }),
    ("/compte/adresse/suite", |scene| {
        let (by, page, _) = scene.changing_address();
        let form = page.form("/adresse/suite");
        Sent { by, form }
    }),
    ("/compte/adresse/annuler", |scene| {
        let (mut by, page, address) = scene.changing_address();
        let _ = by.post_form(&page.form("/adresse/suite")).shown();
        let link = scene.town.link_of(&address, "remplacée");
        let form = by.get(&link).shown().form("/adresse/annuler");
        Sent { by, form }
    }),
    ("/compte/second-facteur", |scene| {
        let (mut by, _) = scene.account();
        let page = by.get("/compte/second-facteur").shown();
        let code = scene.town.code_of(&page);
        let form = page.form("/second-facteur").fill("code", &code);
        Sent { by, form }
    }),
    ("/compte/second-facteur/codes", |scene| {
        let (mut by, _) = scene.account();
        scene.town.add_second_factor(&mut by);
        let page = by.get("/compte/second-facteur/codes").shown();
        let form = page.form("/second-facteur/codes");
        Sent { by, form }
    }),
    ("/compte/second-facteur/retirer", |scene| {
        let (mut by, _) = scene.account();
        scene.town.add_second_factor(&mut by);
        let page = by.get("/compte/second-facteur/retirer").shown();
        let form = page.form("/second-facteur/retirer");
        Sent { by, form }
    }),
    ("/compte/second-facteur/annuler", |scene| {
        let (mut by, address) = scene.resetting();
        let link = scene.town.link_of(&address, "accueil");
        let form = by.get(&link).shown().form("/second-facteur/annuler");
        Sent { by, form }
    }),
    ("/compte/second-facteur/garder", |scene| {
        let (mut by, _) = scene.resetting();
        let page = by.get("/compte/securite").shown();
        let form = page.form("/second-facteur/garder");
        Sent { by, form }
    }),
    ("/compte/cles/options", |scene| {
        let sent = scene.in_account("/compte/cles/ajouter", "/cles/ajouter");
        let form = sent.form.to("/compte/cles/options");
        Sent { form, ..sent }
    }),
    ("/compte/cles/ajouter", |scene| {
        let (mut by, _) = scene.account();
        let page = by.get("/compte/cles/ajouter").shown();
        let mut device = Authenticator::default();
        let form = scene.town.answered(&mut by, &page, &mut device);
        Sent { by, form }
    }),
    ("/compte/cles/{key}", |scene| {
        let (mut by, _, key) = scene.with_passkey();
        let form = by.get(&key).shown().form(&key).fill("nom", "Bureau");
        Sent { by, form }
    }),
    ("/compte/cles/{key}/retirer", |scene| {
        let (mut by, _, key) = scene.with_passkey();
        let page = by.get(&format!("{key}/retirer")).shown();
        let form = page.form("/retirer");
        Sent { by, form }
    }),
    ("/compte/connexion/cle/options", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/compte/connexion").shown();
        let form = page.form("/connexion/cle");
        let form = form.to("/compte/connexion/cle/options");
        Sent { by, form }
    }),
    ("/compte/connexion/cle", |scene| {
        let (_, mut device, _) = scene.with_passkey();
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/compte/connexion").shown();
        let form = scene.town.answered(&mut by, &page, &mut device);
        Sent { by, form }
    }),
    ("/compte/appareils", |scene| {
        let (mut by, address) = scene.account();
        let mut other = scene.town.rochebrune.browser();
        let _ = scene.town.sign_in(&mut other, &address, SECRET_SENTENCE);
        let form = by.get("/compte/appareils").shown().form("/appareils");
        Sent { by, form }
    }),
    ("/compte/ajouter", |scene| {
        let number = scene.number.clone();
        let sent = scene.in_account("/compte/ajouter", "/compte/ajouter");
        let form = sent
            .form
            .fill("numero", &number)
            .fill("moyen", "courriel")
            .fill("courriel", ZOE);
        Sent { form, ..sent }
    }),
    ("/compte/dossiers/{number}/retirer", |scene| {
        let (mut by, _) = scene.account();
        let place = &scene.town.rochebrune;
        let (number, _) = scene
            .town
            .begin(place, &mut by, "acte-naissance", Known::Code);
        let page = by
            .get(&format!("/compte/dossiers/{number}/retirer"))
            .shown();
        let form = page.form("/retirer");
        Sent { by, form }
    }),
    ("/compte/donnees", |scene| {
        scene.in_account("/compte/donnees", "/compte/donnees")
    }),
    ("/compte/supprimer", |scene| {
        scene.in_account("/compte/supprimer", "/compte/supprimer")
    }),
    ("/agent/comptes/second-facteur", |scene| {
        let (mut zoe, address) = scene.account();
        scene.town.add_second_factor(&mut zoe);
        let place = &scene.town.rochebrune;
        scene.town.make_administrator(place, "claire");
        let mut by = scene.claire.clone();
        let page = by.get("/agent/comptes/second-facteur").shown();
        let form = page
            .form("/comptes/second-facteur")
            .fill("email", &address)
            .tick("identite", "oui");
        Sent { by, form }
    }),
    ("/agent/connexion", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let page = by.get("/agent/connexion").shown();
        let form = page
            .form("/agent/connexion")
            .fill("email", "claire@rochebrune.example")
            .fill("password", "ce n'est pas celui-là");
        Sent { by, form }
    }),
    ("/agent/connexion/code", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let asked = scene
            .town
            .give_password(&scene.town.rochebrune, &mut by, "claire");
        let page = by.follow(asked);
        let form = page.form("/agent/connexion/code").fill("code", "000000");
        Sent { by, form }
    }),
    ("/agent/connexion/premiere-fois", |scene| {
        let mut by = scene.town.rochebrune.browser();
        let asked = scene
            .town
            .give_password(&scene.town.rochebrune, &mut by, "yann");
        let page = by.follow(asked);
        let code = scene.town.code_of(&page);
        let form = page.form("/premiere-fois").fill("code", &code);
        Sent { by, form }
    }),
    ("/agent/deconnexion", |scene| {
        let mut by = scene.claire.clone();
        let form = by.get("/agent").form("/agent/deconnexion");
        Sent { by, form }
    }),
    ("/dossiers/{number}/pour-qui", |scene| {
        let (by, _, page) = scene.drafting();
        let form = page
            .form("/pour-qui")
            .fill("pour", "moi")
            .fill("nom", "Lenoir")
            .fill("prenoms", "Zoé");
        Sent { by, form }
    }),
    ("/dossiers/{number}/etapes/{step}", |scene| {
        let (mut by, number, page) = scene.drafting();
        let _ = by.post_form(
            &page
                .form("/pour-qui")
                .fill("pour", "moi")
                .fill("nom", "Lenoir")
                .fill("prenoms", "Zoé"),
        );
        let page = by.get(&format!("/dossiers/{number}/etapes/document"));
        let form = filled(page.form("/etapes/document"), answers("acte-naissance"));
        Sent { by, form }
    }),
    ("/dossiers/{number}/sources/{step}/{field}", |scene| {
        scene.town.publish_bundled("accueil-periscolaire.yaml");
        let mut by = scene.town.rochebrune.browser();
        let start = "/demarches/cantine-periscolaire/commencer";
        let page = by.get(start).shown();
        let form = page.form("/commencer").fill("connu", "code");
        let begun = by.post_form(&form).shown();
        let number = begun.path.split('/').nth(2).unwrap();
        let source = format!("/dossiers/{number}/sources/tarif/quotient");
        let page = by.get(&source).shown();
        let form = page
            .form("/sources/tarif/quotient")
            .fill("person-family-name", "Rocher")
            .fill("person-first-names", "Sandrine")
            .fill("person-birth-day", "9")
            .fill("person-birth-month", "11")
            .fill("person-birth-year", "1986")
            .fill("person-birth-place", "Marseille")
            .fill("sex", "female");
        Sent { by, form }
    }),
    ("/dossiers/{number}/etapes/{step}/{block}/{row}", |scene| {
        let (mut by, number) = scene.counting_children();
        let form = child(&by.get(&add_child(&number)).shown());
        Sent { by, form }
    }),
    (
        "/dossiers/{number}/etapes/{step}/{block}/{row}/retirer",
        |scene| {
            let (mut by, number) = scene.counting_children();
            let mut page = by.get(&add_child(&number)).shown();
            while page.path.contains("/children/") {
                page = by.post_form(&child(&page)).shown();
            }
            let links = page.attrs("main a", "href").into_iter();
            let mut remove = links.filter(|href| href.ends_with("/retirer"));
            let page = by.open(&remove.next().expect("a row to take away"));
            let form = page.form("/retirer");
            Sent { by, form }
        },
    ),
    ("/dossiers/{number}/nouvelle-version", |scene| {
        let (mut by, number, page) = scene.drafting();
        let _ = by.post_form(
            &page
                .form("/pour-qui")
                .fill("pour", "moi")
                .fill("nom", "Lenoir")
                .fill("prenoms", "Zoé"),
        );
        let page = by.get(&format!("/dossiers/{number}/etapes/document"));
        let form = page.form("/etapes/document").fill("copies", "3");
        by.post_form(&form.fill("document", "full_copy"));
        let (text, by_text) = ("        max: 3\n", "        max: 2\n");
        scene.town.publish_amended("acte-naissance", text, by_text);
        let page = by.get(&format!("/dossiers/{number}/nouvelle-version"));
        let form = page.form("/nouvelle-version").fill("choix", "nouvelle");
        Sent { by, form }
    }),
    ("/dossiers/{number}/pieces/{piece}/retirer", |scene| {
        let (mut by, number, page) = scene.drafting();
        let _ = scene
            .town
            .fill(&mut by, &number, page, answers("acte-naissance"));
        let step = by.get(&format!("/dossiers/{number}/etapes/preuve")).shown();
        let piece = step.attrs("main [value]", "value").into_iter();
        let piece = piece
            .filter_map(|value| value.strip_prefix("remove-piece:").map(str::to_owned))
            .next()
            .expect("a piece to take back");
        let form = by.get("/quitter").form("/quitter");
        let form = form.to(&format!("/dossiers/{number}/pieces/{piece}/retirer"));
        Sent { by, form }
    }),
    ("/dossiers/{number}/declarer", |scene| {
        let (mut by, number, page) = scene.drafting();
        scene
            .town
            .fill(&mut by, &number, page, answers("acte-naissance"));
        let page = by.get(&format!("/dossiers/{number}/declarer")).shown();
        let form = page.form("/declarer").fill("declaration", "oui");
        Sent { by, form }
    }),
    ("/dossiers/{number}/completer", |scene| {
        scene.town.take(&mut scene.claire, &scene.number);
        scene
            .town
            .ask(&mut scene.claire, &scene.number, "copies", "Combien ?");
        let mut by = scene.zoe.clone();
        let page = by.get(&format!("/dossiers/{}/completer", scene.number));
        let form = page.form("/completer").fill("copies", "2");
        Sent { by, form }
    }),
    ("/dossiers/{number}/messages", |scene| {
        let mut by = scene.zoe.clone();
        let page = by.get(&format!("/dossiers/{}", scene.number)).shown();
        let form =
            page.form("/messages")
                .fill("message", "Bonjour")
                .file("exchange_0", "photo.png", PNG);
        Sent { by, form }
    }),
    ("/dossiers/{number}/retirer", |scene| {
        let mut by = scene.zoe.clone();
        let page = by.get(&format!("/dossiers/{}/retirer", scene.number));
        let form = page.form("/retirer");
        Sent { by, form }
    }),
    ("/dossiers/{number}/effacer", |scene| {
        let (mut by, number, _) = scene.drafting();
        let page = by.get(&format!("/dossiers/{number}/effacer")).shown();
        let form = page.form("/effacer");
        Sent { by, form }
    }),
    ("/agent/nouvelle-demarche", |scene| {
        let source = scene.new_procedure();
        let page = "/agent/nouvelle-demarche";
        scene.administered(page, page, |form| form.fill("texte", &source))
    }),
    ("/agent/demarches/{slug}/texte", |scene| {
        let page = format!("{}/texte", scene.drafted_procedure());
        scene.administered(&page, "/texte", |form| form)
    }),
    ("/agent/nouvelle-demarche/editeur", |scene| {
        let page = "/agent/nouvelle-demarche/editeur";
        let name = format!("Essai {}", scene.number);
        scene.administered(page, page, |form| {
            form.fill("titre", &name)
                .fill("service", "etat-civil")
                .fill("groupe", "etat-civil")
        })
    }),
    ("/agent/nouvelle-demarche/crise", |scene| {
        let page = "/agent/nouvelle-demarche/crise";
        scene.administered(page, page, |form| {
            form.fill("quoi", "crue de la Loire")
                .fill("lieux", "les quais")
                .fill("service", "etat-civil")
                .fill("groupe", "etat-civil")
                .fill_all(&[
                    ("fin-jour", "31"),
                    ("fin-mois", "12"),
                    ("fin-annee", "2099"),
                ])
        })
    }),
    ("/agent/demarches/{slug}/editeur", |scene| {
        let page = format!("{}/editeur", scene.drafted_procedure());
        scene.administered(&page, "/editeur", |form| {
            form.press("faire", "descendre:steps/document")
        })
    }),
    (
        "/agent/demarches/{slug}/editeur/condition/{*rest}",
        |scene| {
            let own = scene.drafted_procedure();
            let page = format!("{own}/editeur/condition/steps/personne");
            scene.administered(&page, "/condition/steps/personne", |form| {
                // As the page sends it once the question was added.
                form.tamper("question-1", "document")
                    .tamper("relation-1", "est")
                    .tamper("valeur-1", "full_copy")
            })
        },
    ),
    ("/agent/demarches/{slug}/editeur/ajouter", |scene| {
        let own = scene.drafted_procedure();
        let page = format!("{own}/editeur/ajouter?dans=steps");
        scene.administered(&page, "/ajouter", |form| {
            form.fill("libelle.fr", "Une étape")
        })
    }),
    ("/agent/demarches/{slug}/editeur/partie/{*rest}", |scene| {
        let own = scene.drafted_procedure();
        let page = format!("{own}/editeur/partie/steps/document");
        scene.administered(&page, "/partie/steps/document", |form| {
            form.fill("steps.document.title.fr", "Autre")
        })
    }),
    ("/agent/demarches/{slug}/publier", |scene| {
        let page = format!("{}/publier", scene.drafted_procedure());
        scene.administered(&page, "/publier", |form| form.tick("confirme", "oui"))
    }),
    ("/agent/demarches/{slug}/panel", |scene| {
        let page = format!("{}/panel", scene.drafted_procedure());
        scene.administered(&page, "/panel", |form| form)
    }),
    ("/agent/demarches/{slug}/panel/fermer", |scene| {
        let (page, _) = scene.panel();
        scene.administered(&page, "/panel/fermer", |form| form)
    }),
    (
        "/agent/demarches/{slug}/panel/remarques/{remark}",
        |scene| {
            let page = scene.remark();
            scene.administered(&page, &page, |form| form.fill("reponse", "garder"))
        },
    ),
    (
        "/agent/demarches/{slug}/panel/remarques/{remark}/effacer",
        |scene| {
            let page = scene.remark();
            scene.administered(&page, "/effacer", |form| form)
        },
    ),
    ("/avis/{code}/remarque", |scene| {
        let (_, link) = scene.panel();
        let mut by = scene.town.rochebrune.browser();
        let form = by.get(&format!("{link}/remarque")).shown();
        let form = form.form("/remarque").fill("texte", "Je ne comprends pas");
        Sent { by, form }
    }),
    ("/agent/demarches/{slug}/confirmer", |scene| {
        let page = scene.drafted_procedure();
        scene.administered(&page, "/confirmer", |form| form)
    }),
    ("/agent/demarches/{slug}/relecture", |scene| {
        let page = format!("{}/relecture", scene.drafted_procedure());
        scene.administered(&page, "/relecture", |form| form)
    }),
    ("/agent/demarches/{slug}/relecture/reponse", |scene| {
        let page = scene.given_to_read();
        let mut by = scene.town.agent(&scene.town.rochebrune, "karim");
        let form = by.get(&page).shown().form("/relecture/reponse");
        let form = form.fill("reponse", "approuver");
        Sent { by, form }
    }),
    ("/agent/demarches/{slug}/relecture/retrait", |scene| {
        let page = scene.given_to_read();
        scene.administered(&page, "/relecture/retrait", |form| form)
    }),
    ("/agent/demarches/{slug}/jeter", |scene| {
        let page = format!("{}/jeter", scene.drafted_procedure());
        scene.administered(&page, "/jeter", |form| form)
    }),
    ("/agent/demarches/{slug}/lien", |scene| {
        let page = "/agent/demarches/signaler-un-probleme/lien";
        scene.administered(page, "/lien", |form| form.fill("details", "Un trou"))
    }),
    ("/agent/demarches/{slug}/fermer", |scene| {
        let page = "/agent/demarches/signaler-un-probleme/fermer";
        scene.administered(page, "/fermer", |form| {
            form.fill("remplacement", "-")
                .fill("explication", "Travaux")
        })
    }),
    ("/agent/demarches/{slug}/rouvrir", |scene| {
        let page = "/agent/demarches/signaler-un-probleme/rouvrir";
        scene.administered(page, "/rouvrir", |form| form)
    }),
    ("/agent/recherche", |scene| {
        let mut by = scene.claire.clone();
        let form = by.get("/agent").form("/agent/recherche");
        let form = form.fill("q", "Lenoir");
        Sent { by, form }
    }),
    ("/agent/dossiers/{number}/attribuer", |scene| {
        let mut by = scene.claire.clone();
        let page = scene.town.open_file(&mut by, &scene.number);
        let form = page.form("/attribuer").press("a", "moi");
        Sent { by, form }
    }),
    ("/agent/dossiers/{number}/transmettre", |scene| {
        scene.agent_form("transmettre", |form| {
            let group = form.offered("groupe")[0].to_owned();
            form.fill("groupe", &group).fill("motif", "Pas pour nous.")
        })
    }),
    ("/agent/dossiers/{number}/instruire", |scene| {
        let mut by = scene.claire.clone();
        let page = scene.town.open_file(&mut by, &scene.number);
        let form = page.form("/instruire");
        Sent { by, form }
    }),
    ("/agent/dossiers/{number}/demander", |scene| {
        scene.agent_form("demander", |form| {
            let place = form.offered("champs")[0].to_owned();
            form.tick("champs", &place).fill("texte", "Merci.")
        })
    }),
    ("/agent/dossiers/{number}/echanges", |scene| {
        scene.agent_form("echanges", |form| form.fill("texte", "Bonjour"))
    }),
    ("/agent/dossiers/{number}/notes", |scene| {
        scene.agent_form("notes", |form| form.fill("texte", "À relire."))
    }),
    ("/agent/dossiers/{number}/presence", |scene| {
        let Sent { by, form } = scene.agent_form("notes", |form| form);
        let form = form.without("note").without("texte").without("prevenir");
        let action = format!("/agent/dossiers/{}/presence", scene.number);
        Sent {
            by,
            form: form.to(&action),
        }
    }),
    ("/agent/dossiers/{number}/decider", |scene| {
        scene.town.take(&mut scene.claire, &scene.number);
        let sent = scene.agent_form("decider", |form| {
            form.fill("issue", "in-full")
                .fill("signature", "teleservice")
                .press("etape", "relire")
        });
        let mut by = sent.by;
        let preview = by.submit(&sent.form).shown();
        let form = preview.form("/decider").press("etape", "confirmer");
        Sent { by, form }
    }),
    ("/agent/lots", |scene| {
        let mut by = scene.claire.clone();
        let list = by.get("/agent").shown();
        let ticks = list.form("/agent/lots");
        let choice = ticks.offered("choix")[0].to_owned();
        let form = ticks.tick("choix", &choice).fill("acte", "take");
        Sent { by, form }
    }),
    ("/agent/lots/{batch}", |scene| {
        let mut by = scene.claire.clone();
        let list = by.get("/agent").shown();
        let ticks = list.form("/agent/lots");
        let choice = ticks.offered("choix")[0].to_owned();
        let form = ticks.tick("choix", &choice).fill("acte", "take");
        let preview = by.post_form(&form).shown();
        let path = preview.path.clone();
        let form = preview.form(&path).press("etape", "confirmer");
        Sent { by, form }
    }),
    ("/agent/raccourcis", |scene| {
        let mut by = scene.claire.clone();
        let form = by
            .get("/agent/raccourcis")
            .shown()
            .form("/agent/raccourcis");
        Sent { by, form }
    }),
    ("/agent/textes", |scene| {
        let mut by = scene.claire.clone();
        let form = scene.town.standard_text_form(&mut by);
        Sent { by, form }
    }),
    ("/agent/textes/{text}", |scene| {
        let mut by = scene.claire.clone();
        let path = format!("/agent/textes/{}", scene.town.standard_text(&mut by));
        let form = by.get(&path).shown().form(&path).fill("titre", "Autre");
        Sent { by, form }
    }),
    ("/agent/textes/{text}/supprimer", |scene| {
        let mut by = scene.claire.clone();
        let id = scene.town.standard_text(&mut by);
        let path = format!("/agent/textes/{id}/supprimer");
        let form = by.get(&path).shown().form("/supprimer");
        Sent { by, form }
    }),
    ("/agent/vues", |scene| {
        let mut by = scene.claire.clone();
        let form = scene.town.view_form(&mut by);
        Sent { by, form }
    }),
    ("/agent/vues/{view}", |scene| {
        let mut by = scene.claire.clone();
        let path = format!("/agent/vues/{}", scene.town.view(&mut by));
        let form = by.get(&path).shown().form(&path).fill("nom", "Autre");
        Sent { by, form }
    }),
    ("/agent/vues/{view}/supprimer", |scene| {
        let mut by = scene.claire.clone();
        let path = format!("/agent/vues/{}/supprimer", scene.town.view(&mut by));
        let form = by.get(&path).shown().form("/supprimer");
        Sent { by, form }
    }),
    ("/agent/exports", |scene| {
        let mut by = scene.claire.clone();
        let form = scene.town.export_form(&mut by);
        Sent { by, form }
    }),
    ("/agent/exports/{export}/supprimer", |scene| {
        let mut by = scene.claire.clone();
        let _ = scene.town.export(&mut by);
        let form = by.get("/agent/exports").shown().form("/supprimer");
        Sent { by, form }
    }),
    ("/agent/exports/{export}/avis", |scene| {
        let town = scene.town;
        let mut claire = scene.claire.clone();
        // The exports of a day count together: at the hundred and first dossier with its pieces, somebody else approves.
        loop {
            let form = town.export_form(&mut claire).fill("format", "zip");
            let form = match form.value("motif") {
                Some(_) => form.fill("motif", "Contrôle"),
                None => form,
            };
            let page = claire.post_form(&form).shown();
            if page.told().contains("À approuver") {
                break;
            }
        }
        town.make_administrator(&town.rochebrune, "karim");
        let mut by = town.agent(&town.rochebrune, "karim");
        let page = by.get("/agent/exports/approbations").shown();
        let form = page.form("/avis").press("avis", "approuver");
        Sent { by, form }
    }),
    ("/agent/dossiers/{number}/compte", |scene| {
        let (by, form) = scene.town.account_to_check();
        Sent { by, form }
    }),
    ("/agent/paiements", |scene| {
        let (by, form) = scene.town.order_to_make();
        Sent { by, form }
    }),
    ("/agent/paiements/{order}/transmettre", |scene| {
        let (by, page) = scene.town.order_made();
        let form = page.form("/transmettre");
        Sent { by, form }
    }),
    ("/agent/paiements/{order}/annuler", |scene| {
        let (by, page) = scene.town.order_made();
        let form = page.form("/annuler").fill("motif", "Erreur de ligne.");
        Sent { by, form }
    }),
    ("/agent/dossiers/{number}/reprendre", |scene| {
        scene.town.hold(10);
        scene.town.take(&mut scene.claire, &scene.number);
        scene
            .town
            .decide(&mut scene.claire, &scene.number, "in-full");
        let sent = scene.agent_form("reprendre", |form| form);
        scene.town.hold(0);
        sent
    }),
    ("/agent/dossiers/{number}/clore", |scene| {
        let sent = scene.agent_form("clore", |form| {
            let why = form.offered("motif")[0].to_owned();
            form.fill("motif", &why)
        });
        let mut by = sent.by;
        let confirm = by.submit(&sent.form).shown();
        let form = confirm.form("/clore").press("etape", "confirmer");
        Sent { by, form }
    }),
    ("/agent/sessions", |scene| {
        let _ = scene.town.agent(&scene.town.rochebrune, "claire");
        scene.administered("/agent/sessions", "/agent/sessions", |form| form)
    }),
    ("/agent/mot-de-passe", |scene| {
        scene.administered("/agent/mot-de-passe", "/agent/mot-de-passe", |form| {
            form.fill("actuel", PASSWORD)
                .fill("mot-de-passe", PASSWORD)
                .fill("confirmation", PASSWORD)
        })
    }),
    ("/agent/administration/mise-en-route/demarche", |scene| {
        let page = "/agent/administration/mise-en-route/demarche";
        scene.administered(page, page, |form| {
            form.fill("demarche", "signaler-un-probleme")
                .tick("confirme", "oui")
        })
    }),
    ("/agent/administration/organisation/modifier", |scene| {
        let page = "/agent/administration/organisation/modifier";
        scene.administered(page, page, |form| form.fill("retenue", "15"))
    }),
    ("/agent/administration/organisation/logo", |scene| {
        let page = "/agent/administration/organisation/logo";
        scene.administered(page, page, |form| form.file("logo", "logo.png", LOGO))
    }),
    ("/agent/administration/organisation/logo/retirer", |scene| {
        let page = "/agent/administration/organisation/logo";
        let sent = scene.administered(page, page, |form| form.file("logo", "logo.png", LOGO));
        let mut by = sent.by;
        let _ = by.submit(&sent.form);
        scene.administered(page, "/logo/retirer", |form| form)
    }),
    ("/agent/administration/services/nouveau", |scene| {
        let name = format!("Service {}", scene.number);
        let page = "/agent/administration/services/nouveau";
        scene.administered(page, page, |form| form.fill("nom", &name))
    }),
    ("/agent/administration/services/{service}", |scene| {
        let page = scene.new_service();
        scene.administered(&page, &page, |form| {
            form.fill("telephone", "04 65 71 00 01")
        })
    }),
    ("/agent/administration/services/{service}/fermer", |scene| {
        let page = scene.new_service();
        scene.administered(&page, "/fermer", |form| form)
    }),
    ("/agent/administration/groupes/nouveau", |scene| {
        let name = format!("Groupe {}", scene.number);
        let page = "/agent/administration/groupes/nouveau";
        scene.administered(page, page, |form| form.fill("nom", &name))
    }),
    ("/agent/administration/groupes/{group}", |scene| {
        let page = scene.new_group();
        scene.administered(&page, &page, |form| form.fill("nom", "Autre nom"))
    }),
    ("/agent/administration/groupes/{group}/fermer", |scene| {
        let page = scene.new_group();
        scene.administered(&page, "/fermer", |form| form)
    }),
    ("/agent/administration/agents", |scene| {
        let page = "/agent/administration/agents";
        scene.administered(page, page, |form| form.fill("q", "karim"))
    }),
    ("/agent/administration/agents/{agent}/modifier", |scene| {
        let page = format!("{}/modifier", scene.agent("karim"));
        scene.administered(&page, &page, |form| form.fill("qualite", "Instructeur"))
    }),
    ("/agent/administration/agents/{agent}/droits", |scene| {
        let page = format!("{}/droits", scene.agent("karim"));
        scene.administered(&page, &page, |form| form.tick("roles", "dpo"))
    }),
    (
        "/agent/administration/agents/{agent}/compte/{act}",
        |scene| {
            let page = format!("{}/compte/sessions", scene.agent("karim"));
            scene.administered(&page, &page, |form| form)
        },
    ),
    ("/agent/administration/invitations/nouvelle", |scene| {
        scene.inviting()
    }),
    (
        "/agent/administration/invitations/{invitation}/renvoyer",
        |scene| {
            scene.invited();
            scene.administered("/agent/administration/invitations", "/renvoyer", |form| {
                form
            })
        },
    ),
    (
        "/agent/administration/invitations/{invitation}/retirer",
        |scene| {
            scene.invited();
            scene.administered("/agent/administration/invitations", "/retirer", |form| form)
        },
    ),
    ("/agent/invitation/{code}", |scene| {
        let path = scene.invited();
        let mut by = scene.town.rochebrune.browser();
        let form = by.get(&path).shown().form(&path);
        let form = form
            .fill("mot-de-passe", PASSWORD)
            .fill("confirmation", PASSWORD);
        Sent { by, form }
    }),
    ("/agent/administration/connexion/modifier", |scene| {
        let page = "/agent/administration/connexion/modifier";
        scene.administered(page, page, |form| {
            form.fill("emetteur", "https://identite.exemple.fr")
                .fill("client", "parvis")
                .fill("secret", "secret")
                .fill("bouton", "le compte")
        })
    }),
    ("/agent/administration/connexion/ouvrir", |scene| {
        let mut ground = Ground::declared(scene.town, &scene.town.rochebrune, |form| form);
        let _ = ground.trial().shown();
        let mut by = ground.claire;
        let page = by.get("/agent/administration/connexion").shown();
        let form = page.form("/ouvrir");
        Sent { by, form }
    }),
    ("/agent/administration/connexion/fermer", |scene| {
        let mut by = Ground::open(scene.town).claire;
        let page = by.get("/agent/administration/connexion").shown();
        let form = page.form("/fermer");
        Sent { by, form }
    }),
    ("/agent/administration/webhooks/nouveau", |scene| {
        scene.declaring()
    }),
    (
        "/agent/administration/webhooks/{webhook}/modifier",
        |scene| {
            let page = format!("{}/modifier", scene.declared());
            scene.administered(&page, "/modifier", |form| {
                form.fill("nom", "Portail agents")
            })
        },
    ),
    (
        "/agent/administration/webhooks/{webhook}/supprimer",
        |scene| {
            let page = format!("{}/supprimer", scene.declared());
            scene.administered(&page, "/supprimer", |form| form)
        },
    ),
    ("/agent/administration/webhooks/{webhook}/{act}", |scene| {
        let page = scene.declared();
        scene.administered(&page, "/suspendre", |form| form)
    }),
    (
        "/agent/administration/webhooks/{webhook}/renvoyer",
        |scene| {
            let page = format!("{}/renvoyer", scene.told());
            scene.administered(&page, "/renvoyer", |form| form.fill("depuis", "jour"))
        },
    ),
    (
        "/agent/administration/webhooks/{webhook}/envois/{delivery}",
        |scene| {
            let page = scene.told();
            let mut by = scene.claire.clone();
            let form = sent_again(&by.get(&page).shown());
            Sent { by, form }
        },
    ),
    ("/agent/administration/revue", |scene| {
        let page = "/agent/administration/revue";
        scene.administered(page, page, |form| {
            let names = form.names().into_iter().map(str::to_owned);
            let name = names.into_iter().find(|name| name.starts_with("agent-"));
            form.fill(&name.unwrap(), "confirmer")
        })
    }),
];

/// What answers with its page at once: a list, secrets shown once, a file, the end of a link.
const ANSWERED: &[&str] = &[
    "/agent/recherche",
    "/agent/demarches/{slug}/lien",
    "/agent/dossiers/{number}/presence",
    "/agent/administration/agents",
    "/agent/administration/jetons/nouveau",
    "/agent/administration/webhooks/nouveau",
    "/agent/comptes/second-facteur",
    "/compte/adresse/annuler",
    "/compte/cles/ajouter",
    "/compte/cles/options",
    "/compte/connexion/cle/options",
    "/compte/donnees",
    "/compte/second-facteur",
    "/compte/second-facteur/annuler",
    "/compte/second-facteur/codes",
];

const ZOE: &str = "zoe.lenoir@exemple.fr";
const PAUL: &str = "paul@exemple.fr";

impl<'a> Scene<'a> {
    pub(super) fn new(town: &'a Town) -> Self {
        let known = Known::Email(ZOE);
        let (zoe, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let claire = town.agent(&town.rochebrune, "claire");
        Self {
            town,
            zoe,
            claire,
            number,
        }
    }

    /// Somebody who was sent a code, on the page that waits for it.
    fn asking_a_code(&self) -> (Browser, Page) {
        let mut by = self.town.rochebrune.browser();
        let page = by.get("/demarches/acte-naissance/commencer").shown();
        let form = page
            .form("/commencer")
            .fill("connu", "courriel")
            .fill("courriel", PAUL);
        let page = by.post_form(&form).shown();
        self.town.work();
        (by, page)
    }

    /// Somebody with an account, and its address: another one in each scene.
    fn account(&self) -> (Browser, String) {
        let address = format!("{}@exemple.fr", self.number.to_lowercase());
        let by = self.town.open_account(&self.town.rochebrune, &address);
        (by, address)
    }

    /// Somebody with an account and a passkey, their device, and the page of the passkey.
    fn with_passkey(&self) -> (Browser, Authenticator, String) {
        let (mut by, _) = self.account();
        let mut device = Authenticator::default();
        let _ = self.town.add_passkey(&mut by, &mut device, "Téléphone");
        let list = by.get("/compte/cles").shown();
        let mut links = list.attrs(".govuk-summary-card__action a", "href");
        (by, device, links.remove(0))
    }

    /// A form of a page of an account.
    fn in_account(&self, page: &str, form: &str) -> Sent {
        let (mut by, _) = self.account();
        let form = by.get(page).shown().form(form);
        Sent { by, form }
    }

    /// Somebody on the last page of a change of address, and their old address.
    fn changing_address(&self) -> (Browser, Page, String) {
        let (mut by, old) = self.account();
        let page = by.get("/compte/adresse").shown();
        let new = format!("autre-{old}");
        let page = by.post_form(&page.form("/compte/adresse").fill("email", &new));
        let page = self.town.give_code(&mut by, &page, &new).shown();
        (by, page, old)
    }

    /// Somebody whose second factor an administrator asked to take off.
    fn resetting(&mut self) -> (Browser, String) {
        let (mut by, address) = self.account();
        self.town.add_second_factor(&mut by);
        self.town
            .make_administrator(&self.town.rochebrune, "claire");
        let page = self.claire.get("/agent/comptes/second-facteur").shown();
        let form = page
            .form("/comptes/second-facteur")
            .fill("email", &address)
            .tick("identite", "oui");
        let _ = self.claire.submit(&form).shown();
        self.town.work();
        (by, address)
    }

    /// Somebody who just began a draft.
    fn drafting(&self) -> (Browser, String, Page) {
        let place = &self.town.rochebrune;
        let mut by = place.browser();
        let (number, page) = self
            .town
            .begin(place, &mut by, "acte-naissance", Known::Code);
        (by, number, page)
    }

    /// A draft that comes to the list of its children, each of which has a page.
    fn counting_children(&self) -> (Browser, String) {
        let label = "        add_label:\n          fr: Ajouter un enfant\n";
        let paged = format!("        pages: true\n{label}");
        self.town.publish_amended("ecole-cantine", label, &paged);
        let (mut by, number, mut page) = self.town.drafting("ecole-cantine");
        // What is answered makes other questions appear in the same step.
        while page.path.contains("/etapes/besoin") {
            let form = filled(page.form("/etapes/besoin"), answers("ecole-cantine"));
            page = by.post_form(&form).shown();
        }
        assert!(page.path.ends_with("/etapes/enfants"), "{}", page.path);
        (by, number)
    }

    /// A form of the pages that Claire opens as administrator.
    /// Claire, who began a draft with a person at the desk.
    fn serving(&self) -> (Browser, String) {
        let mut by = self.claire.clone();
        let page = by.get("/agent/guichet/commencer").shown();
        let form = page
            .form("/guichet/commencer")
            .fill("porte", "guichet")
            .fill("demarche", "acte-naissance");
        let page = by.post_form(&form).shown();
        let number = page.path.split('/').nth(2).unwrap().to_owned();
        (by, number)
    }

    /// A token to create: its name is another one in each scene.
    fn new_token(&self) -> Sent {
        let page = "/agent/administration/jetons/nouveau";
        self.administered(page, page, |form| {
            form.fill("nom", &format!("Portail {}", self.number))
                .tick("droits", "procedures:read")
        })
    }

    fn administered(&self, page: &str, action: &str, fill: impl FnOnce(Form) -> Form) -> Sent {
        let mut by = self.claire.clone();
        let form = fill(by.get(page).shown().form(action));
        Sent { by, form }
    }

    /// The page of something that was just created, found by its name in the list.
    fn created(&self, kind: &str, name: &str) -> String {
        let mut by = self.claire.clone();
        let page = by.get(&format!("/agent/administration/{kind}/nouveau"));
        let form = page.shown().form("/nouveau").fill("nom", name);
        let list = by.post_form(&form).shown();
        let links = list.attrs("main a", "href").into_iter();
        let texts = list.texts("main a").into_iter();
        let found = links.zip(texts).find(|(_, text)| text == name);
        found.expect("what was created").0
    }

    /// The text of a procedure that nobody wrote yet.
    fn new_procedure(&self) -> String {
        let slug = format!("essai-{}", self.number.to_lowercase());
        let source = parvis_demarche::LIBRARY[0].1;
        source.replace("slug: acte-naissance", &format!("slug: {slug}"))
    }

    /// The page of a procedure of which Claire kept a draft.
    fn drafted_procedure(&self) -> String {
        let mut by = self.claire.clone();
        let page = by.get("/agent/nouvelle-demarche").shown();
        let form = page.form("/nouvelle-demarche");
        let kept = by.submit(&form.fill("texte", &self.new_procedure()));
        let page = kept.leads_to().split('?').next().unwrap_or_default();
        page.to_owned()
    }

    /// Somebody who read the decision on a request that asks whether they are satisfied, and the page of the question.
    fn answered(&self) -> (Browser, Page) {
        let rochebrune = &self.town.rochebrune;
        let known = Known::Email(PAUL);
        let (mut by, number) = self.town.deposited(rochebrune, "ecole-cantine", known);
        let mut claire = self.claire.clone();
        self.town.take(&mut claire, &number);
        self.town.decide(&mut claire, &number, "in-full");
        self.town.later(3600);
        let _ = by.get(&format!("/dossiers/{number}/decision")).shown();
        let page = by.get(&format!("/dossiers/{number}/satisfaction")).shown();
        (by, page)
    }

    /// The page of a panel that Claire opened, and its link.
    fn panel(&self) -> (String, String) {
        let page = format!("{}/panel", self.drafted_procedure());
        let Sent { mut by, form } = self.administered(&page, "/panel", |form| form);
        let opened = by.submit(&form);
        let shown = by.follow(opened).shown();
        let link = shown.attr("main .govuk-inset-text a", "href");
        (page, link.expect("the link of the panel"))
    }

    /// The page of a remark that somebody made.
    fn remark(&self) -> String {
        let (page, link) = self.panel();
        let mut anybody = self.town.rochebrune.browser();
        let form = anybody.get(&format!("{link}/remarque")).shown();
        let form = form.form("/remarque").fill("texte", "Je ne comprends pas");
        let _ = anybody.submit(&form).leads_to();
        let mut by = self.claire.clone();
        let shown = by.get(&page).shown();
        let link = shown.attr("main .parvis-remarks a", "href");
        link.expect("the page of the remark")
    }

    /// The page of a draft that Claire gave somebody to read.
    fn given_to_read(&self) -> String {
        let page = format!("{}/relecture", self.drafted_procedure());
        let Sent { mut by, form } = self.administered(&page, "/relecture", |form| form);
        let _ = by.submit(&form).leads_to();
        page
    }

    /// An address to tell: another one in each scene.
    fn declaring(&self) -> Sent {
        let page = "/agent/administration/webhooks/nouveau";
        let receiver = Receiver::start(self.town);
        let url = format!("{}/{}", receiver.url, self.number);
        self.administered(page, page, |form| {
            form.fill("nom", "Portail").fill("adresse", &url)
        })
    }

    /// The page of an address to tell.
    fn declared(&self) -> String {
        let Sent { mut by, form } = self.declaring();
        let page = by.submit(&form).shown();
        page.attrs("main a", "href").pop().expect("its page")
    }

    /// The page of an address that was told something.
    fn told(&self) -> String {
        let page = self.declared();
        let mut by = self.claire.clone();
        let form = by.get(&page).shown().form("/essai");
        let _ = by.submit(&form);
        self.town.tell_applications();
        self.town.later(1);
        page
    }

    fn new_service(&self) -> String {
        self.created("services", &format!("Service {}", self.number))
    }

    fn new_group(&self) -> String {
        self.created("groupes", &format!("Groupe {}", self.number))
    }

    fn agent(&self, who: &str) -> String {
        let agents = &self.town.rochebrune.agents;
        let id = agents.iter().find(|(name, _)| *name == who).unwrap().1;
        format!("/agent/administration/agents/{id}")
    }

    fn inviting(&self) -> Sent {
        let email = format!("{}@rochebrune.example", self.number.to_lowercase());
        let page = "/agent/administration/invitations/nouvelle";
        self.administered(page, page, |form| {
            form.fill("courriel", &email)
                .fill("prenom", "Lena")
                .fill("nom", "Roux")
                .fill("qualite", "Agente")
        })
    }

    /// Invites somebody; the path of the link that they received.
    fn invited(&self) -> String {
        let sent = self.inviting();
        let mut by = sent.by;
        let _ = by.submit(&sent.form);
        self.town.work();
        let email = format!("{}@rochebrune.example", self.number.to_lowercase());
        self.town.post.link(&email, "/agent/invitation/")
    }

    /// A form of the pages of the file, filled in by Claire.
    fn agent_form(&self, page: &str, fill: impl FnOnce(Form) -> Form) -> Sent {
        let mut by = self.claire.clone();
        let shown = by
            .get(&format!("/agent/dossiers/{}/{page}", self.number))
            .shown();
        let form = fill(shown.form(&format!("/{page}")));
        Sent { by, form }
    }
}

/// What says again, every half minute, that an agent is still there: the opening of the page left its trace, and what it writes is
/// forgotten two minutes later.
const TRANSIENT: &[&str] = &["/agent/dossiers/{number}/presence"];

/// What is anonymous: a trace has an instant and an actor, and would say who answered when. The dossier remembers that its person did.
const ANONYMOUS: &[&str] = &["/dossiers/{number}/satisfaction"];

#[test]
fn every_route_that_changes_something_has_a_scenario() {
    let posted: BTreeSet<&str> = all()
        .filter(|(_, method, _)| *method == "POST")
        .map(|(_, _, path)| path)
        .collect();
    let told: BTreeSet<&str> = CHANGES.iter().map(|(path, _)| *path).collect();
    assert_eq!(posted, told);
}

#[test]
fn every_change_leaves_a_trace_in_the_transaction_that_made_it() {
    in_towns(|town| {
        let mut untraced = Vec::new();
        for (path, prepare) in CHANGES {
            let mut scene = Scene::new(town);
            let mut sent = prepare(&mut scene);
            let mut answer = None;
            let verbs = town.traced(|| answer = Some(sent.by.submit(&sent.form)));
            let status = answer.unwrap().status;
            println!("{path}: {status} {verbs:?}");
            // A wrong password and a wrong code leave a trace too: those scenarios are refused.
            let tried = matches!(
                *path,
                "/agent/connexion"
                    | "/agent/connexion/code"
                    | "/compte/connexion"
                    | "/compte/connexion/second-facteur"
            );
            let done = status == StatusCode::SEE_OTHER
                || (ANSWERED.contains(path) && status == StatusCode::OK)
                || (tried && status == StatusCode::UNPROCESSABLE_ENTITY);
            assert!(done, "{path} answered {status}");
            if verbs.is_empty() {
                untraced.push(*path);
            }
            // Nobody waits for a bucket of tries to fill in a test of traces.
            town.later(600);
        }
        untraced.sort_unstable();
        let expected = [TRANSIENT, ANONYMOUS].concat();
        assert_eq!(untraced, expected, "no trace");
        protected(town);
    });
}

/// The pages that show something of a dossier, for whom.
const READINGS: &[(bool, &str)] = &[
    (true, "/agent"),
    (true, "/agent/dossiers/{number}"),
    (true, "/agent/dossiers/{number}/historique"),
    (true, "/agent/dossiers/{number}/echanges"),
    (true, "/agent/dossiers/{number}/notes"),
    (true, "/agent/dossiers/{number}/decision"),
    (true, "/agent/dossiers/{number}/pieces/{piece}"),
    (false, "/dossiers/{number}"),
    (false, "/dossiers/{number}/recepisse"),
    (false, "/dossiers/{number}/decision"),
    (false, "/dossiers/{number}/pieces/{piece}"),
];

#[test]
fn reading_a_list_a_dossier_or_a_piece_leaves_its_trace() {
    in_towns(|town| {
        let mut scene = Scene::new(town);
        let number = scene.number.clone();
        town.take(&mut scene.claire, &number);
        town.decide(&mut scene.claire, &number, "in-full");
        town.later(3600);
        town.work();
        let mut claire = town.agent(&town.rochebrune, "claire");
        let file = town.open_file(&mut claire, &number);
        let links = file.attrs("main a", "href").into_iter();
        let piece = links
            .filter_map(|link| link.split("/pieces/").nth(1).map(str::to_owned))
            .next()
            .expect("the piece of the dossier");
        let mut untraced = Vec::new();
        for (agent, template) in READINGS {
            let path = template
                .replace("{number}", &number)
                .replace("{piece}", &piece);
            let reader = if *agent { &mut claire } else { &mut scene.zoe };
            let verbs = town.traced(|| {
                let _ = reader.get(&path).shown();
            });
            println!("{template}: {verbs:?}");
            if verbs.is_empty() {
                untraced.push(*template);
            }
        }
        assert_eq!(untraced, Vec::<&str>::new(), "no trace");
        protected(town);
    });
}
