//! What the organisation says of itself; its services and groups.

use http::StatusCode;

use super::{send, traced};
use crate::town::{LOGO, in_towns};

const EDIT: &str = "/agent/administration/organisation/modifier";

#[test]
fn a_change_is_seen_at_once_by_the_public_and_its_trace_names_fields_only() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let mut public = town.rochebrune.browser();
        let verbs = traced(town, || {
            let saved = send(&mut claire, EDIT, EDIT, |form| {
                form.fill("nom", "Ville nouvelle")
                    .fill("telephone", "04 65 71 00 99")
            });
            let said = claire.follow(saved).shown();
            assert!(said.told().contains("Vos changements sont enregistrés"));
            assert!(said.told().contains("04 65 71 00 99"));
        });
        assert_eq!(verbs, ["organisation.described"]);
        let home = public.get("/").shown();
        assert!(home.told().contains("Ville nouvelle"));
        assert!(
            public
                .get("/mentions-legales")
                .shown()
                .told()
                .contains("04 65 71 00 99")
        );
        let kept = town.details("organisation.described");
        assert!(
            kept.iter()
                .any(|detail| detail == r#"{"fields":"name contact"}"#),
            "{kept:?}"
        );
    });
}

#[test]
fn a_pale_colour_is_refused_with_its_contrast_and_the_nearest_readable_one() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let refused = send(&mut claire, EDIT, EDIT, |form| {
            form.fill("couleur", "#ffcc00")
        });
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = refused.told();
        assert!(told.contains("son contraste est de 1,5 pour 1"), "{told}");
        let nearest = told.split("la plus proche est ").nth(1).unwrap()[..7].to_owned();
        let saved = send(&mut claire, EDIT, EDIT, |form| {
            form.fill("couleur", &nearest)
        });
        assert_eq!(
            saved.leads_to(),
            "/agent/administration/organisation?fait=enregistre"
        );
    });
}

#[test]
fn what_is_wrong_is_said_beside_its_field() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        for (name, value, expected) in [
            ("nom", "", "Remplissez « Nom"),
            (
                "expediteur",
                "mairie",
                "Écrivez une adresse électronique complète",
            ),
            ("siren", "123456789", "Vérifiez le numéro SIREN"),
            ("couleur", "rouge", "Écrivez un dièse"),
            ("brouillon", "0", "Écrivez un nombre entre 1 et 365"),
        ] {
            let refused = send(&mut claire, EDIT, EDIT, |form| form.tamper(name, value));
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(
                refused.errors()[0].contains(expected),
                "{name}: {:?}",
                refused.errors()
            );
        }
    });
}

#[test]
fn the_logo_is_shown_under_a_name_that_changes_with_it_and_can_be_taken_away() {
    in_towns(|town| {
        let logo = "/agent/administration/organisation/logo";
        let mut claire = town.agent(&town.rochebrune, "claire");
        let mut public = town.rochebrune.browser();
        for wrong in [&b"<svg onload=alert(1)>"[..], b"", &[0; 200_000]] {
            let refused = send(&mut claire, logo, logo, |form| {
                form.file("logo", "logo.png", wrong)
            });
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let saved = send(&mut claire, logo, logo, |form| {
            form.fill("texte", "Blason").file("logo", "logo.png", LOGO)
        });
        assert_eq!(
            saved.leads_to(),
            "/agent/administration/organisation?fait=enregistre"
        );
        let home = public.get("/").shown();
        let src = home.attr("img.parvis-header__logo", "src").unwrap();
        assert_eq!(
            home.attr("img.parvis-header__logo", "alt").as_deref(),
            Some("Blason")
        );
        let image = public.get(&src).expect(StatusCode::OK);
        assert_eq!(image.header("content-type"), "image/png");
        let mut elsewhere = town.valmont.browser();
        assert_eq!(elsewhere.get(&src).status, StatusCode::NOT_FOUND);
        let removed = send(&mut claire, logo, "/logo/retirer", |form| form);
        let _ = claire.follow(removed).shown();
        assert!(!public.get("/").shown().has("img.parvis-header__logo"));
        assert_eq!(public.get(&src).status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_group_closes_once_nothing_that_is_used_points_to_it_and_then_its_service() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let services = "/agent/administration/services";
        let list = claire.get(services).shown();
        let used = list
            .attr("a[href*='/groupes/']:not([href$=nouveau])", "href")
            .unwrap();
        let refused = send(&mut claire, &used, "/fermer", |form| form);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.errors()[0].contains("il reste"),
            "{:?}",
            refused.errors()
        );

        let new = format!("{services}/nouveau");
        let _ = send(&mut claire, &new, &new, |form| {
            form.fill("nom", "Éveil & Jeunesse")
        })
        .leads_to();
        let again = send(&mut claire, &new, &new, |form| {
            form.fill("nom", "Éveil & Jeunesse")
        });
        assert_eq!(
            again.errors(),
            ["Ce nom court est déjà pris. Choisissez-en un autre"]
        );
        let list = claire.get(services).shown();
        assert!(list.told().contains("eveil-jeunesse"));
        let links = list
            .attrs("main a", "href")
            .into_iter()
            .zip(list.texts("main a"));
        let service = links
            .into_iter()
            .find(|(_, text)| text == "Éveil & Jeunesse")
            .unwrap()
            .0;
        let id = service.rsplit('/').next().unwrap().to_owned();
        let group = "/agent/administration/groupes/nouveau";
        let _ = send(&mut claire, group, group, |form| {
            form.fill("nom", "Crèche").fill("service", &id)
        })
        .leads_to();
        let held = send(&mut claire, &service, "/fermer", |form| form);
        assert!(
            held.errors()[0].contains("des groupes ouverts"),
            "{:?}",
            held.errors()
        );
        let list = claire.get(services).shown();
        let links = list
            .attrs("main a", "href")
            .into_iter()
            .zip(list.texts("main a"));
        let group = links
            .into_iter()
            .find(|(_, text)| text == "Crèche")
            .unwrap()
            .0;
        let verbs = traced(town, || {
            let _ = send(&mut claire, &group, "/fermer", |form| form).leads_to();
            let _ = send(&mut claire, &service, "/fermer", |form| form).leads_to();
        });
        assert_eq!(verbs, ["group.closed", "service.closed"]);
        let list = claire.get(services).shown();
        assert!(list.told().contains("Fermé le") && list.told().contains("Crèche"));
        assert_eq!(claire.get(&group).status, StatusCode::NOT_FOUND);
    });
}
