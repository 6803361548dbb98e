//! More people than the house can answer, and more connections than it has places.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use http::StatusCode;
use parvis_demarche::Catalogue;
use parvis_dossier::examine::Watch;
use parvis_server::{Config, Front};
use parvis_store::Engine;
use parvis_testkit::{Door, TestStore, bad_day};

use super::ground::Ground;
use super::visitor::says_what_to_do;
use crate::process::{PATIENCE, Server};
use crate::town::Town;

const START: &str = "/demarches/signaler-un-probleme/commencer";
const COOKIE: &str = "__Host-parvis";

/// The same house, behind a door where one page is too many already.
fn crowded(town: &Town) -> Door {
    let config = Config {
        crowd: 0,
        data: town.test.folder().to_owned(),
        ..Config::default()
    };
    let front = Front::new(
        &town.house,
        &Catalogue::new(),
        &config,
        &Watch::default(),
        false,
    )
    .unwrap();
    let host = town.rochebrune.organisation.host.clone().unwrap();
    Door::of(tower::service_fn(move |request| {
        let front = front.clone();
        async move { Ok(front.answer(request).await) }
    }))
    .saying("x-forwarded-proto", "https")
    .saying("host", &host)
}

#[test]
fn in_a_crowd_who_has_begun_goes_on_and_newcomers_are_told_when_to_come_back() {
    let town = Town::build(TestStore::on(
        Engine::Sqlite,
        &[&parvis_server::migrations()],
    ));
    let door = crowded(&town);
    let mut newcomer = door.browser();
    let page = newcomer.get(START);
    says_what_to_do(&page);
    assert_eq!(page.text("h1"), "Beaucoup de monde en ce moment");
    assert_eq!(
        page.attr("main a.govuk-button", "href").as_deref(),
        Some(START)
    );
    assert_eq!(page.header("connection"), "close");
    let later: u64 = page.header("retry-after").parse().unwrap();
    assert!((10..30).contains(&later) && page.told().contains(&format!("{later} secondes")));
    assert_eq!(
        newcomer.cookie(COOKIE),
        None,
        "a newcomer would count as begun"
    );
    // What every page needs, and agents.
    let style = page.attrs("link[rel=stylesheet]", "href");
    assert_eq!(newcomer.get(&style[0]).status, StatusCode::OK);
    assert_eq!(newcomer.get("/agent/connexion").status, StatusCode::OK);

    let mut begun = town.rochebrune.browser();
    assert_eq!(begun.get(START).status, StatusCode::OK);
    let mut same = door.browser();
    same.keep(COOKIE, begun.cookie(COOKIE).unwrap());
    assert_eq!(same.get(START).status, StatusCode::OK);
    bad_day(
        "more people than pages can be shown to",
        "newcomers are told in their language when to come back (503, 10 to 29 seconds, not all at once); who has begun and agents go on",
    );
}

/// One request on a connection that stays open; what was answered.
fn ask(stream: &mut TcpStream) -> String {
    let request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = [0; 16 * 1024];
    let read = stream.read(&mut answer).unwrap();
    String::from_utf8_lossy(&answer[..read]).into_owned()
}

#[test]
fn a_connection_without_a_place_is_answered_not_cut() {
    let ground = Ground::on(Engine::Sqlite);
    let mut command = ground.command();
    command.env("PARVIS_CONNECTIONS", "2");
    let mut server = Server::at(ground.address, command, &[]);
    server.get("/health/ready");
    // The last connections that asked whether it is ready may not be closed yet.
    let held: Vec<TcpStream> = std::iter::repeat_with(|| held(server.address))
        .take(2)
        .collect();
    let mut third = TcpStream::connect(server.address).unwrap();
    let told = ask(&mut third);
    assert!(told.starts_with("HTTP/1.1 503"), "{told}");
    for word in [
        "retry-after: 1",
        "connection: close",
        "nosniff",
        "Beaucoup de monde",
        "lang=\"en\"",
    ] {
        assert!(told.contains(word), "{word}: {told}");
    }
    drop(held);
    let began = Instant::now();
    while !ask(&mut TcpStream::connect(server.address).unwrap()).starts_with("HTTP/1.1 200") {
        assert!(began.elapsed() < PATIENCE, "the places are not given back");
        std::thread::sleep(Duration::from_millis(20));
    }
    server.kill();
    bad_day(
        "more connections than places",
        "who connects is told to come back (503, `Retry-After`) and not cut; a place that is left is given to the next one",
    );
}

/// A connection that has a place: it was answered, and stays open.
fn held(address: std::net::SocketAddr) -> TcpStream {
    let began = Instant::now();
    loop {
        let mut stream = TcpStream::connect(address).unwrap();
        if ask(&mut stream).starts_with("HTTP/1.1 200") {
            return stream;
        }
        assert!(began.elapsed() < PATIENCE, "no place");
        std::thread::sleep(Duration::from_millis(20));
    }
}
