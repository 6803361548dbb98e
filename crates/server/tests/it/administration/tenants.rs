//! Who administers an organisation can do nothing in another.

use http::{Method, StatusCode};

use super::{page_of, send};
use crate::town::in_towns;

const FORM: &str = "application/x-www-form-urlencoded";

#[test]
fn identifiers_of_the_other_organisation_are_unknown_in_every_parameter() {
    in_towns(|town| {
        let mut there = town.agent(&town.valmont, "claire");
        let new = "/agent/administration/invitations/nouvelle";
        let _ = send(&mut there, new, new, |form| {
            form.fill("courriel", "lena@valmont.example")
                .fill("prenom", "Lena")
                .fill("nom", "Roux")
                .fill("qualite", "Agente")
        })
        .leads_to();
        let list = there.get("/agent/administration/services").shown();
        let mut foreign: Vec<String> = list
            .attrs("tbody a", "href")
            .into_iter()
            .flat_map(|page| [format!("{page}/fermer"), page])
            .collect();
        let invitations = there.get("/agent/administration/invitations").shown();
        foreign.extend(invitations.attrs("tbody form", "action"));
        let agent = page_of(&town.valmont, "karim");
        foreign.extend(
            [
                "",
                "/modifier",
                "/droits",
                "/compte/fermer",
                "/compte/sessions",
            ]
            .map(|end| format!("{agent}{end}")),
        );
        assert!(foreign.len() > 14, "{foreign:?}");

        let mut claire = town.agent(&town.rochebrune, "claire");
        let token = claire.get("/quitter").form("/quitter");
        let token = token.value("csrf").unwrap().to_owned();
        for path in foreign {
            let read = claire.get(&path).status;
            assert!(
                matches!(read, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED),
                "GET {path}: {read}"
            );
            let body =
                format!("csrf={token}&nom=Pris&prenom=A&qualite=B&service=&roles=administrator");
            let sent = claire.ask(&Method::POST, &path, FORM, body).status;
            assert!(
                matches!(sent, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED),
                "POST {path}: {sent}"
            );
        }
        assert!(there.get(&agent).shown().told().contains("Karim Haddad"));
    });
}

#[test]
fn a_service_of_the_other_organisation_takes_no_group_and_no_agent() {
    in_towns(|town| {
        let mut there = town.agent(&town.valmont, "claire");
        let list = there.get("/agent/administration/services").shown();
        let service = list
            .attr("a[href*='/services/']:not([href$=nouveau])", "href")
            .unwrap();
        let id = service.rsplit('/').next().unwrap().to_owned();
        let mut claire = town.agent(&town.rochebrune, "claire");
        let new = "/agent/administration/groupes/nouveau";
        let refused = send(&mut claire, new, new, |form| {
            form.fill("nom", "Pris").tamper("service", &id)
        });
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        let edit = format!("{}/modifier", page_of(&town.rochebrune, "karim"));
        let refused = send(&mut claire, &edit, &edit, |form| {
            form.tamper("service", &id)
        });
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}
