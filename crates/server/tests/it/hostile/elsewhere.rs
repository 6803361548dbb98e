//! Leading people, or their mails, elsewhere: hosts and addresses that somebody else chose.

use axum::body::Body;
use http::{Request, StatusCode};
use parvis_testkit::hostile;

use crate::town::{Known, in_one_town};

const ELSEWHERE: [&str; 8] = [
    "https://evil.example/",
    "//evil.example/",
    "/%5Cevil.example",
    "%2F%2Fevil.example",
    "%5C%5Cevil.example",
    "javascript:alert(1)",
    "/%0d%0aLocation:%20https://evil.example",
    "/%09/evil.example",
];

#[test]
fn no_parameter_leads_to_another_site() {
    in_one_town(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (zoe, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let claire = town.agent(&town.rochebrune, "claire");
        let mut followed = 0;
        for evil in ELSEWHERE {
            for path in [
                format!("/langue?vers=en&retour={evil}"),
                format!("/agent/connexion?retour={evil}"),
                format!("/suivi?retour={evil}&next={evil}&url={evil}"),
                format!("/suivi/retour?retour={evil}&c={evil}"),
                format!("/code?c={evil}&retour={evil}"),
                format!("/dossiers/{number}?retour={evil}"),
                format!("/quitter/fin?retour={evil}"),
            ] {
                for browser in [
                    &mut zoe.clone(),
                    &mut claire.clone(),
                    &mut town.rochebrune.browser(),
                ] {
                    let page = browser.get(&path);
                    if page.status.is_redirection() {
                        let to = page.leads_to();
                        let stays = to.starts_with('/')
                            && !to.starts_with("//")
                            && !to.contains('\\')
                            && !to.contains(['\r', '\n']);
                        assert!(stays, "{path} leads to {to}");
                    }
                    for link in page.attrs("main a[href]", "href") {
                        assert!(
                            !link.starts_with("//") && !link.contains("//evil"),
                            "{path}: {link}"
                        );
                    }
                    followed += 1;
                }
            }
            // Where an agent comes back after signing in.
            let mut browser = town.rochebrune.browser();
            let form = browser
                .get(&format!("/agent/connexion?retour={evil}"))
                .shown()
                .form("/agent/connexion");
            let sent = browser.submit(
                &form
                    .fill("email", "claire@rochebrune.example")
                    .fill("password", "ce n'est pas celui-là"),
            );
            assert!(!sent.status.is_redirection() || sent.leads_to().starts_with("/agent"));
            town.later(600);
        }
        hostile(
            "open redirection: another site in every parameter that names a way back",
            &format!(
                "{followed} addresses asked by a person, an agent and a stranger: every redirection and every link stays on the site"
            ),
        );
    });
}

#[test]
fn the_host_that_a_request_names_is_in_no_mail_and_no_page() {
    in_one_town(|town| {
        let mut zoe = town.rochebrune.browser();
        let page = zoe.get("/demarches/acte-naissance/commencer").shown();
        let form = page
            .form("/commencer")
            .fill("connu", "courriel")
            .fill("courriel", "zoe@exemple.fr");
        for name in [
            "x-forwarded-host",
            "x-host",
            "forwarded",
            "x-original-url",
            "x-rewrite-url",
        ] {
            let request = Request::get("/demarches").header(name, "evil.example");
            let page = zoe.send(request, Body::empty()).shown();
            assert!(!page.source().contains("evil.example"), "{name}");
        }
        let sent = zoe.post_form(&form).shown();
        let _ = town.give_code(&mut zoe, &sent, "zoe@exemple.fr");
        town.work();
        let mut links = 0;
        for mail in town.post.to("zoe@exemple.fr") {
            let text = mail.text.as_str();
            assert!(!text.contains("evil.example"));
            for link in text.split_whitespace().filter(|word| word.contains("://")) {
                assert!(link.contains("://rochebrune.example/"), "{link}");
                links += 1;
            }
        }
        let foreign = Request::get("/").header("host", "evil.example");
        let page = zoe.send(foreign, Body::empty());
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(!page.source().contains("evil.example"));
        hostile(
            "a forged `Host`, `X-Forwarded-Host` or `Forwarded`",
            &format!(
                "served to nobody (404) or ignored; the links of mails come from the configuration ({links} read)"
            ),
        );
    });
}

#[test]
fn line_ends_in_what_is_typed_reach_no_header_and_no_subject() {
    in_one_town(|town| {
        let (mut zoe, number, step) = {
            let mut browser = town.rochebrune.browser();
            let known = Known::Email("zoe@exemple.fr");
            let (number, page) =
                town.begin(&town.rochebrune, &mut browser, "acte-naissance", known);
            (browser, number, page)
        };
        let evil = "Zoé\r\nBcc: tous@evil.example\r\n\r\n<script>alert(1)</script>";
        let form = step
            .form("/pour-qui")
            .fill("pour", "moi")
            .tamper("nom", evil)
            .tamper("prenoms", evil);
        let named = zoe.post_form(&form);
        assert!(named.status.is_success() || named.status == StatusCode::UNPROCESSABLE_ENTITY);
        let page = zoe.open(&format!("/dossiers/{number}/pour-qui"));
        assert!(!page.source().contains("<script>alert"));
        town.work();
        let mails = town.post.to("zoe@exemple.fr");
        for mail in &mails {
            let subject = mail.subject.as_str();
            assert!(!subject.contains(['\r', '\n']), "{subject:?}");
        }
        assert!(town.post.to("tous@evil.example").is_empty());
        let address = town
            .rochebrune
            .browser()
            .get("/demarches/acte-naissance/commencer");
        let form = address
            .form("/commencer")
            .fill("connu", "courriel")
            .tamper("courriel", "zoe@exemple.fr\r\nBcc: tous@evil.example");
        let mut other = town.rochebrune.browser();
        let refused = other.post_form(&form);
        assert!(refused.status.is_client_error(), "{}", refused.status);
        for page in town.seen() {
            for value in page.headers.values() {
                assert!(!value.as_bytes().contains(&b'\r') && !value.as_bytes().contains(&b'\n'));
            }
        }
        hostile(
            "line ends in names, addresses and free texts (header and mail injection)",
            &format!(
                "no header, subject or recipient more: {} mails read; the address is refused",
                mails.len()
            ),
        );
    });
}
