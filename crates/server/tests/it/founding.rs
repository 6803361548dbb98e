//! An empty folder becomes a service: set up by its pages, once, by whoever stands at the machine or reads its console.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::ConnectInfo;
use http::StatusCode;
use parvis_access::totp;
use parvis_demarche::Catalogue;
use parvis_dossier::examine::Watch;
use parvis_kernel::Clock;
use parvis_organisation::Directory;
use parvis_server::{Config, Front};
use parvis_store::blobs::Blobs;
use parvis_testkit::{Browser, Door, Form, Page, TestStore, on_both};
use parvis_web::{House, Limits, Settings};

use crate::town::{answers, decoded, filled, number_in};

const SLUG: &str = "/ville-de-rochebrune";
const PASSWORD: &str = "Trois-hérons-sur-la-jetée";
const HERE: &str = "127.0.0.1:50000";

/// An installation that nobody set up.
struct Empty<'a> {
    test: &'a TestStore,
    front: Front,
}

/// What the person did: what they typed or chose, what they pressed.
#[derive(Debug, Default, PartialEq, Eq)]
struct Effort {
    fields: usize,
    clicks: usize,
}

impl<'a> Empty<'a> {
    /// Starts the server: once more on what is there.
    fn start(test: &'a TestStore) -> Self {
        let directory = Directory::default();
        directory.replace(test.store.read_blocking(parvis_organisation::all).unwrap());
        let house = House {
            store: test.store.clone(),
            blobs: Blobs::folder(&test.folder().join("blobs")).unwrap(),
            clock: test.clock.clone(),
            words: parvis_server::words().unwrap(),
            directory,
            limits: Limits::default(),
            settings: Arc::new(Settings::default()),
            wake: parvis_jobs::Wake::default(),
        };
        let config = Config {
            data: test.folder().to_owned(),
            ..Config::default()
        };
        let front =
            Front::new(&house, &Catalogue::new(), &config, &Watch::default(), false).unwrap();
        Self { test, front }
    }

    /// Where requests of this address come in.
    fn door(&self, peer: &str) -> Door {
        let front = self.front.clone();
        let peer: SocketAddr = peer.parse().unwrap();
        let door = Door::of(tower::service_fn(move |mut request: http::Request<_>| {
            let front = front.clone();
            request.extensions_mut().insert(ConnectInfo(peer));
            async move { Ok(front.answer(request).await) }
        }));
        door.saying("host", "127.0.0.1:8080")
    }

    fn code(&self) -> String {
        self.front.founding().unwrap().code().to_owned()
    }

    fn organisations(&self) -> usize {
        let all = self.test.store.read_blocking(parvis_organisation::all);
        all.unwrap().len()
    }

    /// Answers the first two steps.
    fn at_the_last_step(&self, browser: &mut Browser, effort: &mut Effort) -> Form {
        let page = browser.get("/installation/organisation").shown();
        let organisation = [
            ("nom", "Ville de Rochebrune"),
            ("courriel", "mairie@rochebrune.example"),
            ("telephone", "04 65 71 00 00"),
        ];
        let form = page.form("/organisation").fill_all(&organisation);
        effort.fields += organisation.len();
        let page = effort.press(browser, &form);
        let page = effort.press(browser, &page.form("/service"));
        let administrator = [
            ("prenom", "Odile"),
            ("nom-agent", "Prat"),
            ("qualite", "Secrétaire générale"),
            ("courriel-agent", "Odile.Prat@rochebrune.example"),
            ("mot-de-passe", PASSWORD),
            ("confirmation", PASSWORD),
        ];
        effort.fields += administrator.len();
        page.form("/administrateur").fill_all(&administrator)
    }
}

impl Effort {
    fn press(&mut self, browser: &mut Browser, form: &Form) -> Page {
        self.clicks += 1;
        browser.post_form(form).shown()
    }

    fn click(&mut self, browser: &mut Browser, page: &Page, towards: &str) -> Page {
        let links = page.attrs("main a, nav a", "href");
        let found = links.iter().find(|link| link.ends_with(towards));
        let to = found.unwrap_or_else(|| panic!("{towards} is not among {links:?}"));
        self.clicks += 1;
        browser.open(to).shown()
    }
}

fn in_empty_houses(test: impl Fn(&Empty<'_>)) {
    on_both(&[&parvis_server::migrations()], |kit| {
        test(&Empty::start(&kit));
    });
}

#[test]
fn an_empty_folder_takes_a_report_after_twelve_answers_and_seven_clicks() {
    in_empty_houses(|house| {
        let mut effort = Effort::default();
        let mut odile = house.door(HERE).browser();
        let page = odile.get("/").shown();
        assert_eq!(page.text("h1"), "Mettre Parvis en service");
        effort.click(&mut odile, &page, "/installation/organisation");
        let last = house.at_the_last_step(&mut odile, &mut effort);
        let enrolment = effort.press(&mut odile, &last);
        assert_eq!(
            enrolment.path,
            format!(
                "{SLUG}/agent/connexion/premiere-fois?retour=/agent/administration/mise-en-route"
            )
        );
        let key = enrolment.text("strong.parvis-reference").replace(' ', "");
        let code = totp::code_at(&decoded(&key), house.test.clock.now()).unwrap();
        effort.fields += 1;
        let form = enrolment.form("/premiere-fois").fill("code", &code);
        let begin = effort.press(&mut odile, &form);
        assert_eq!(begin.text("h1"), "Mise en route");
        assert!(
            begin.told().contains("Aucun serveur de courriel"),
            "{}",
            begin.told()
        );
        let choose = effort.click(&mut odile, &begin, "/mise-en-route/demarche");
        let form = choose.form("/mise-en-route/demarche");
        let form = form
            .fill("demarche", "signaler-un-probleme")
            .tick("confirme", "oui");
        effort.fields += 2;
        let published = effort.press(&mut odile, &form);
        assert!(published.told().contains("La démarche est en ligne"));
        assert_eq!(
            effort,
            Effort {
                fields: 12,
                clicks: 7
            }
        );

        let mut zoe = house.door("192.0.2.7:40000").browser();
        let number = reported(&mut zoe);
        let file = odile
            .get(&format!("{SLUG}/agent/dossiers/{number}"))
            .shown();
        assert!(file.told().contains(&number));
    });
}

/// A person reports a hole in the street; the number of the receipt.
fn reported(browser: &mut Browser) -> String {
    let start = format!("{SLUG}/demarches/signaler-un-probleme/commencer");
    let form = browser.get(&start).shown().form("/commencer");
    let kept = browser.post_form(&form.fill("connu", "anonyme")).shown();
    let number = number_in(&kept.path);
    let next = kept.attrs("main a.govuk-button", "href").remove(0);
    let mut page = browser.open(&next).shown();
    if !page.path.contains("/etapes/") {
        let first = page.attrs("main a", "href");
        let first = first.iter().find(|link| link.contains("/etapes/")).unwrap();
        page = browser.open(first).shown();
    }
    while let Some(step) = page.path.split("/etapes/").nth(1) {
        let step = step.split('?').next().unwrap().to_owned();
        let form = filled(
            page.form(&format!("/etapes/{step}")),
            answers("signaler-un-probleme"),
        );
        page = browser.post_form(&form).shown();
    }
    let declare = browser
        .get(&format!("{SLUG}/dossiers/{number}/declarer"))
        .shown();
    let form = declare.form("/declarer").fill("declaration", "oui");
    let receipt = browser.post_form(&form).shown();
    assert!(receipt.path.ends_with("/recepisse"), "{}", receipt.path);
    number
}

#[test]
fn from_elsewhere_or_through_a_proxy_of_this_machine_the_code_of_the_console_is_asked() {
    in_empty_houses(|house| {
        let doors = [
            house.door("192.0.2.7:40000"),
            house.door(HERE).saying("x-forwarded-for", "127.0.0.1"),
        ];
        for door in &doors {
            let mut browser = door.browser();
            let page = browser.get("/").shown();
            assert!(page.has("input[name=code]"), "{}", page.told());
            for closed in ["organisation", "service", "administrateur"] {
                let page = browser.get(&format!("/installation/{closed}"));
                assert_eq!(page.leads_to(), "/", "{closed}");
            }
            let wrong = page
                .form("/installation/code")
                .fill("code", "00000-00000-00000-00000-00000");
            let told = browser
                .post_form(&wrong)
                .expect(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(told.errors().len(), 1);
        }
        let mut browser = doors[0].browser();
        let form = browser.get("/").shown().form("/installation/code");
        let right = form.fill("code", &house.code().to_uppercase());
        let page = browser.post_form(&right).shown();
        assert_eq!(page.path, "/installation/organisation");
        let mut other = doors[1].browser();
        let form = other.get("/").shown().form("/installation/code");
        let again = form.fill("code", &house.code());
        let told = other
            .post_form(&again)
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.told().contains("a déjà servi"), "{}", told.told());
        assert_eq!(other.get("/installation/organisation").leads_to(), "/");
    });
}

#[test]
fn once_set_up_every_address_of_the_set_up_is_gone_also_after_a_restart() {
    in_empty_houses(|house| {
        let mut odile = house.door(HERE).browser();
        let last = house.at_the_last_step(&mut odile, &mut Effort::default());
        let _ = odile.post_form(&last).shown();
        let again = Empty::start(house.test);
        assert!(house.front.founding().is_none() && again.front.founding().is_none());
        for door in [house.door(HERE), again.door(HERE)] {
            let mut browser = door.browser();
            for path in [
                "",
                "/organisation",
                "/service",
                "/administrateur",
                "/code",
                "/faite",
                "/pas-encore",
            ] {
                let path = format!("/installation{path}");
                let page = browser.get(&path).expect(StatusCode::NOT_FOUND);
                assert!(page.told().contains("déjà en service"), "{path}");
                let form = "application/x-www-form-urlencoded";
                let _ = browser
                    .post(&path, form, "nom=Autre")
                    .expect(StatusCode::NOT_FOUND);
            }
            let _ = browser
                .post(last.action(), "application/x-www-form-urlencoded", "")
                .expect(StatusCode::NOT_FOUND);
            let _ = browser.get("/").expect(StatusCode::NOT_FOUND);
            let _ = browser.open(&format!("{SLUG}/")).shown();
        }
        assert_eq!(house.organisations(), 1);
    });
}

#[test]
fn of_two_browsers_that_finish_at_once_one_wins_and_the_other_is_told() {
    for other_name in ["ville-de-rochebrune", "autre-ville"] {
        in_empty_houses(|house| raced(house, ["ville-de-rochebrune", other_name]));
    }
}

fn raced(house: &Empty<'_>, names: [&str; 2]) {
    let prepared = names.map(|name| {
        let mut browser = house.door(HERE).browser();
        let form = house.at_the_last_step(&mut browser, &mut Effort::default());
        let page = browser.get("/installation/organisation").shown();
        let named = page.form("/organisation").fill("nom-court", name);
        let _ = browser.post_form(&named).shown();
        (browser, form)
    });
    let answers = std::thread::scope(|scope| {
        let sent = prepared.map(|(mut browser, form)| scope.spawn(move || browser.submit(&form)));
        sent.map(|sent| sent.join().unwrap())
    });
    let is_won = |page: &&Page| page.status == StatusCode::SEE_OTHER;
    assert_eq!(answers.iter().filter(is_won).count(), 1);
    let lost = answers.iter().find(|page| !is_won(page)).unwrap();
    let told = [StatusCode::CONFLICT, StatusCode::NOT_FOUND];
    assert!(told.contains(&lost.status), "{}", lost.status);
    assert!(
        lost.told().contains("une autre personne"),
        "{}",
        lost.told()
    );
    assert_eq!(house.organisations(), 1);
}

#[test]
fn what_is_typed_wrong_is_told_beside_its_field_and_nothing_is_created() {
    in_empty_houses(|house| {
        let mut browser = house.door(HERE).browser();
        let page = browser.get("/installation/organisation").shown();
        let wrong = [
            ("nom", "Admin"),
            ("courriel", "mairie"),
            ("hote", "https://ville.fr"),
        ];
        let form = page.form("/organisation").fill_all(&wrong);
        let told = browser
            .submit(&form)
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(told.errors().len(), 4, "{:?}", told.errors());
        let mut browser = house.door(HERE).browser();
        let last = house.at_the_last_step(&mut browser, &mut Effort::default());
        let weak = last
            .fill("mot-de-passe", "rochebrune")
            .fill("courriel-agent", "odile");
        let told = browser
            .submit(&weak)
            .expect(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(told.errors().len(), 2, "{:?}", told.errors());
        assert!(!told.source().contains("value=\"rochebrune\""));
        assert_eq!(house.organisations(), 0);
    });
}

#[test]
fn an_organisation_with_a_host_name_of_its_own_is_reached_there() {
    in_empty_houses(|house| {
        let mut browser = house.door(HERE).browser();
        let page = browser.get("/installation/organisation").shown();
        let form = page.form("/organisation").fill_all(&[
            ("nom", "Ville"),
            ("courriel", "a@ville.example"),
            ("telephone", "04"),
            ("hote", "Demarches.Ville.example"),
        ]);
        let page = browser.post_form(&form).shown();
        let _ = browser.post_form(&page.form("/service")).shown();
        let last = browser.get("/installation/administrateur").shown();
        let last = last.form("/administrateur").fill_all(&[
            ("prenom", "Odile"),
            ("nom-agent", "Prat"),
            ("qualite", "Secrétaire"),
            ("courriel-agent", "odile@ville.example"),
            ("mot-de-passe", PASSWORD),
            ("confirmation", PASSWORD),
        ]);
        let done = browser.submit(&last).shown();
        let link = done.attr("main a.govuk-button", "href").unwrap();
        assert!(
            link.starts_with("https://demarches.ville.example/agent/connexion"),
            "{link}"
        );
        let mut there = house.door("192.0.2.7:1").browser();
        let request =
            http::Request::get("/agent/connexion").header("host", "demarches.ville.example");
        let _ = there.send(request, axum::body::Body::empty()).shown();
    });
}

#[test]
fn before_it_is_set_up_the_house_says_that_it_is_not_open() {
    in_empty_houses(|house| {
        let mut browser = house.door("192.0.2.7:40000").browser();
        for path in ["/demarches", "/agent", "/ville/demarches/x", "/compte"] {
            let page = browser.get(path).expect(StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(page.header("retry-after"), "300");
            assert!(page.told().contains("pas encore ouvert"), "{path}");
            assert!(
                page.header("content-security-policy")
                    .contains("default-src")
            );
        }
        let machine = browser
            .get("/api/v1/procedures")
            .expect(StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(machine.header("content-type"), "application/problem+json");
        let ready = browser.get("/health/ready").shown();
        assert!(
            ready.source().contains("not set up yet"),
            "{}",
            ready.source()
        );
        let english = house
            .door(HERE)
            .browser()
            .in_language("en")
            .get("/")
            .shown();
        assert_eq!(english.text("h1"), "Set Parvis up");
    });
}
