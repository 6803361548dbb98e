//! Who is refused: the anonymous, the agent of another group, the person of another dossier, the other organisation.

use http::Method;
use parvis_dossier::model::Number;
use parvis_kernel::{BatchId, ExportId, PieceId, StandardTextId, ViewId};
use parvis_testkit::{Browser, Page};

use super::protection::protected;
use super::table::{Ids, Who, all};
use crate::town::{Known, Place, Town, in_towns};

pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// The dossier of Zoé in Rochebrune, deposited with a piece.
pub(super) struct Subject {
    pub(super) number: String,
    piece: String,
    batch: String,
    export: String,
    view: String,
    text: String,
}

impl Subject {
    pub(super) fn deposited(town: &Town) -> Self {
        let known = Known::Email("zoe@exemple.fr");
        let claire = town.agent(&town.rochebrune, "claire");
        let (zoe, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        Self::seen(town, zoe, number, claire)
    }

    /// The same in another place, where somebody instructs it.
    pub(super) fn at(town: &Town, place: &Place, agent: Browser) -> Self {
        let (person, number) = town.deposited(place, "acte-naissance", Known::Code);
        Self::seen(town, person, number, agent)
    }

    fn seen(town: &Town, mut zoe: Browser, number: String, mut claire: Browser) -> Self {
        let page = zoe.get(&format!("/dossiers/{number}")).shown();
        let links = page.attrs("main a", "href").into_iter();
        let piece = links
            .filter_map(|link| link.split("/pieces/").nth(1).map(str::to_owned))
            .next()
            .expect("the piece of the dossier");
        let batch = town.batch(&mut claire);
        let view = town.view(&mut claire);
        let text = town.standard_text(&mut claire);
        let export = town.export(&mut claire);
        Self {
            number,
            piece,
            batch,
            export,
            view,
            text,
        }
    }

    /// A dossier that exists nowhere.
    pub(super) fn unknown() -> Self {
        Self {
            number: Number::draw().to_string(),
            piece: PieceId::new().to_string(),
            batch: BatchId::new().to_string(),
            export: ExportId::new().to_string(),
            view: ViewId::new().to_string(),
            text: StandardTextId::new().to_string(),
        }
    }

    pub(super) fn ids(&self) -> Ids<'_> {
        Ids {
            number: &self.number,
            piece: &self.piece,
            slug: "acte-naissance",
            step: "document",
            batch: &self.batch,
            export: &self.export,
            view: &self.view,
            text: &self.text,
        }
    }
}

/// Asks a route, with a right token when it posts.
pub(super) fn ask(browser: &mut Browser, method: &str, template: &str, subject: &Subject) -> Page {
    let path = subject.ids().path(template);
    if method == "GET" {
        return browser.get(&path);
    }
    let token = browser.get("/quitter").form("/quitter");
    let token = token.value("csrf").unwrap().to_owned();
    let body = format!("csrf={token}&version=1&a=moi&texte=Bonjour&declaration=oui");
    browser.ask(&Method::POST, &path, FORM, body)
}

/// An answer, without the identifiers that were asked for.
fn without_ids(page: &Page, subject: &Subject) -> (u16, String, String) {
    let hide = |text: &str| {
        text.replace(&subject.number, "NUMBER")
            .replace(&subject.piece, "PIECE")
            .replace(&subject.batch, "BATCH")
            .replace(&subject.export, "EXPORT")
            .replace(&subject.view, "VIEW")
            .replace(&subject.text, "TEXT")
    };
    (
        page.status.as_u16(),
        hide(page.header("location")),
        hide(&page.source()),
    )
}

/// Whether somebody was kept out: nothing found, nothing allowed, or led to where one proves who one is.
pub(super) fn is_refused(page: &Page) -> bool {
    match page.status.as_u16() {
        403 | 404 => true,
        303 => {
            let to = page.header("location");
            let doors = ["/agent/connexion", "/compte/connexion", "/suivi"];
            doors.iter().any(|door| to.starts_with(door))
        }
        _ => false,
    }
}

#[test]
fn the_anonymous_is_refused_everywhere_but_on_public_pages() {
    in_towns(|town| {
        let subject = Subject::deposited(town);
        for (who, method, template) in all() {
            let mut nobody = town.rochebrune.browser();
            let page = ask(&mut nobody, method, template, &subject);
            if who == Who::Public {
                assert!(
                    !page.status.is_server_error() && page.status.as_u16() != 405,
                    "{method} {template}: {}",
                    page.status
                );
            } else {
                assert!(
                    is_refused(&page),
                    "{method} {template} answered {} to the anonymous: {}",
                    page.status,
                    page.told()
                );
            }
        }
        protected(town);
    });
}

#[test]
fn a_method_that_a_route_does_not_have_is_refused_with_a_page() {
    in_towns(|town| {
        let subject = Subject::unknown();
        for (_, _, template) in all() {
            for method in [Method::DELETE, Method::PUT, Method::PATCH] {
                let path = subject.ids().path(template);
                let page = town.rochebrune.browser().ask(&method, &path, FORM, "a=b");
                assert!(
                    page.status.is_client_error(),
                    "{method} {template}: {}",
                    page.status
                );
            }
        }
        protected(town);
    });
}

/// A visitor sees no difference between a dossier that is not theirs and one that does not exist.
pub(super) fn sees_no_difference(
    browser: &mut Browser,
    who: &str,
    subject: &Subject,
    allowed: &[u16],
) {
    let unknown = Subject::unknown();
    for (_, method, template) in all() {
        let ids = ["{number}", "{batch}", "{export}", "{view}", "{text}"];
        // Whoever may not approve is told so, whatever the export.
        if !ids.iter().any(|id| template.contains(id)) || template.ends_with("/avis") {
            continue;
        }
        let foreign = ask(browser, method, template, subject);
        let missing = ask(browser, method, template, &unknown);
        assert_eq!(
            without_ids(&foreign, subject),
            without_ids(&missing, &unknown),
            "{who}: {method} {template}"
        );
        assert!(
            is_refused(&foreign) && allowed.contains(&foreign.status.as_u16()),
            "{who}: {method} {template} answered {}",
            foreign.status
        );
    }
}

#[test]
fn an_agent_of_another_group_gets_the_same_404_as_for_an_unknown_number() {
    in_towns(|town| {
        let subject = Subject::deposited(town);
        let mut yann = town.agent(&town.rochebrune, "yann");
        sees_no_difference(&mut yann, "agent of another group", &subject, &[404, 303]);
        // On the pages of agents nothing leads elsewhere: he is signed in.
        for (who, method, template) in all() {
            if who == Who::Agent && template.contains("{number}") {
                let page = ask(&mut yann, method, template, &subject);
                assert_eq!(page.status.as_u16(), 404, "{method} {template}");
            }
        }
        protected(town);
    });
}

#[test]
fn the_person_of_another_dossier_gets_the_same_404_as_for_an_unknown_number() {
    in_towns(|town| {
        let subject = Subject::deposited(town);
        let known = Known::Email("paul@exemple.fr");
        let (mut paul, own) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let _ = paul.get(&format!("/dossiers/{own}")).shown();
        sees_no_difference(
            &mut paul,
            "person of another dossier",
            &subject,
            &[404, 303],
        );
        protected(town);
    });
}

#[test]
fn nothing_of_an_organisation_is_visible_from_the_other() {
    in_towns(|town| {
        let subject = Subject::deposited(town);
        let known = Known::Email("zoe@exemple.fr");
        // The same address, the same name, the same procedure: another person, there.
        let (mut zoe, own) = town.deposited(&town.valmont, "acte-naissance", known);
        let _ = zoe.get(&format!("/dossiers/{own}")).shown();
        sees_no_difference(&mut zoe, "person of Valmont", &subject, &[404, 303]);
        let mut claire = town.agent(&town.valmont, "claire");
        sees_no_difference(&mut claire, "agent of Valmont", &subject, &[404, 303]);
        let queue = claire.get("/agent").shown();
        assert!(queue.told().contains(&own) && !queue.told().contains(&subject.number));
        // A batch neither: of its dossiers, one by one or by their list, beside its own.
        let mut there = town.agent(&town.rochebrune, "claire");
        let there = there.get("/agent").shown().form("/agent/lots");
        let lines = queue.form("/agent/lots").fill("acte", "take");
        let one = lines.clone().tamper("choix", there.offered("choix")[0]);
        let list = lines.tamper("tout", "oui");
        let list = list.tamper("groupe", there.value("groupe").unwrap());
        for forged in [one, list] {
            assert_eq!(claire.submit(&forged).status.as_u16(), 404);
        }
        protected(town);
    });
}

#[test]
fn the_cookie_of_an_organisation_opens_nothing_in_the_other() {
    in_towns(|town| {
        let subject = Subject::deposited(town);
        let claire = town.agent(&town.rochebrune, "claire");
        let mut stolen = town.valmont.browser();
        stolen.keep("__Host-parvis", claire.cookie("__Host-parvis").unwrap());
        assert_eq!(
            stolen.get("/agent").leads_to(),
            "/agent/connexion?retour=/agent"
        );
        for (who, method, template) in all() {
            if who != Who::Public {
                let page = ask(&mut stolen, method, template, &subject);
                assert!(is_refused(&page), "{method} {template}: {}", page.status);
            }
        }
        protected(town);
    });
}

#[test]
fn an_agent_who_only_reads_changes_nothing() {
    in_towns(|town| {
        let subject = Subject::deposited(town);
        let mut rosa = town.agent(&town.rochebrune, "rosa");
        let file = town.open_file(&mut rosa, &subject.number);
        assert!(file.find_form("/instruire").is_none());
        for (who, method, template) in all() {
            // Whoever reads is there too, which changes nothing of the dossier.
            let is_there = template.ends_with("/presence");
            let acts = method == "POST" && template.contains("{number}") && !is_there;
            if who != Who::Agent || !acts {
                continue;
            }
            let page = ask(&mut rosa, method, template, &subject);
            assert_eq!(page.status.as_u16(), 403, "{template}: {}", page.told());
        }
        let history = rosa
            .get(&format!("/agent/dossiers/{}/historique", subject.number))
            .shown();
        assert!(
            !history.told().contains("Rosa Lopez a"),
            "{}",
            history.told()
        );
    });
}
