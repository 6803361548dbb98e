//! The tokens of applications: made with their secret shown once, limited, taken back.

use http::StatusCode;
use parvis_kernel::TokenId;

use super::send;
use crate::machines::Application;
use crate::town::in_towns;

const TOKENS: &str = "/agent/administration/jetons";
const NEW: &str = "/agent/administration/jetons/nouveau";

#[test]
fn an_application_comes_in_with_the_secret_that_was_shown_once_until_its_token_is_revoked() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let shown = send(&mut claire, NEW, NEW, |form| {
            form.fill("nom", "Portail famille")
                .tick("droits", "procedures:read")
                .fill("jours", "30")
        })
        .shown();
        let secret = shown.text(".govuk-summary-list__value");
        let mut portal =
            Application::with(&town.rochebrune, TokenId::new(), secret.trim().to_owned());
        portal.get("/procedures").expect(200);
        portal.get("/dossiers").expect(403);
        let list = claire.get(TOKENS).shown();
        assert!(list.told().contains("Portail famille"), "{}", list.told());
        assert!(!list.told().contains(secret.trim()), "shown once");

        let links = list.attrs("main a", "href").into_iter();
        let mut links = links.filter(|link| link.ends_with("/revoquer"));
        let page = links.next().unwrap();
        let next = send(&mut claire, &page, "/revoquer", |form| form);
        let listed = claire.get(next.leads_to()).shown();
        assert!(listed.told().contains("Révoqué le"), "{}", listed.told());
        portal.get("/procedures").expect(401);
        assert_eq!(claire.get(&page).status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_is_wrong_in_a_new_token_is_said_beside_it_and_a_limit_never_becomes_none() {
    in_towns(|town| {
        let mut claire = town.agent(&town.rochebrune, "claire");
        let wrong = send(&mut claire, NEW, NEW, |form| {
            form.fill("reseaux", "chez nous").fill("jours", "beaucoup")
        });
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for said in ["un réseau par ligne", "un nombre de jours"] {
            assert!(wrong.told().contains(said), "{said}: {}", wrong.told());
        }
        let empty = send(&mut claire, NEW, NEW, |form| form.fill("nom", "Portail"));
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let foreign = send(&mut claire, NEW, NEW, |form| {
            form.fill("nom", "Portail")
                .tick("droits", "dossiers:read")
                .tamper("groupes", "01890000-0000-7000-8000-000000000000")
        });
        assert!(
            foreign.told().contains("groupes ouverts"),
            "{}",
            foreign.told()
        );
        let none = claire.get(TOKENS).shown();
        assert!(
            none.told().contains("Aucune application"),
            "{}",
            none.told()
        );
    });
}

#[test]
fn who_only_reads_the_administration_sees_tokens_and_makes_none() {
    in_towns(|town| {
        let mut yann = town.agent(&town.rochebrune, "yann");
        let list = yann.get(TOKENS).shown();
        assert!(!list.has("a[href$='/nouveau']"));
        assert_eq!(yann.get(NEW).status, StatusCode::FORBIDDEN);
    });
}
