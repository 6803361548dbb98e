//! A bucket that refuses, that is not there, that lies, or that is slow, while a person uploads.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use http::StatusCode;
use parvis_store::Engine;
use parvis_testkit::bad_day;

use super::deposits::whole;
use super::ground::Ground;
use super::visitor::Visitor;
use crate::process::{Server, free_address};
use crate::town::PNG;

/// What the house asks of its storage.
struct Asked {
    method: String,
    path: String,
    body: Vec<u8>,
}

/// A status line, and the body that follows it.
type Answer = (&'static str, Vec<u8>);

/// A storage on loopback, which answers each request so.
fn storage(answer: impl Fn(Asked) -> Answer + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let answer = Arc::new(answer);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            std::thread::spawn(move || answer_all(stream, answer.as_ref()));
        }
    });
    format!("http://{address}")
}

/// A storage that says the same to everybody, and stores nothing.
fn stubborn(status: &'static str) -> String {
    storage(move |asked| {
        // What was never stored is not found when it is asked for again.
        let status = if asked.method == "HEAD" {
            "404 Not Found"
        } else {
            status
        };
        (status, Vec::new())
    })
}

/// A storage that keeps what it is given, once the test lets it: it says when a file has come, and waits.
fn slow(came: Sender<()>, go_on: Receiver<()>) -> String {
    let (kept, go_on) = (Mutex::new(HashMap::new()), Mutex::new(go_on));
    storage(move |asked| match asked.method.as_str() {
        "PUT" => {
            let _ = came.send(());
            // A test that stopped lets it go on too.
            let _ = go_on.lock().unwrap().recv();
            kept.lock().unwrap().insert(asked.path, asked.body);
            ("200 OK", Vec::new())
        }
        _ => match kept.lock().unwrap().get(&asked.path) {
            Some(body) => ("200 OK", body.clone()),
            None => ("404 Not Found", Vec::new()),
        },
    })
}

fn answer_all(stream: TcpStream, answer: &dyn Fn(Asked) -> Answer) {
    let mut reader = BufReader::new(stream);
    while let Some(asked) = asked(&mut reader) {
        let head = asked.method == "HEAD";
        let (status, body) = answer(asked);
        let said = format!(
            "HTTP/1.1 {status}\r\nETag: \"0\"\r\nLast-Modified: Sun, 22 Nov 2026 08:00:00 GMT\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let mut bytes = said.into_bytes();
        if !head {
            bytes.extend(body);
        }
        if reader.get_mut().write_all(&bytes).is_err() {
            return;
        }
    }
}

/// The next request of a connection; nothing at its end.
fn asked(reader: &mut BufReader<TcpStream>) -> Option<Asked> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        lines.push(line);
    }
    let headers = lines.iter().map(|line| line.to_lowercase());
    let length = headers
        .filter_map(|line| {
            Some(
                line.strip_prefix("content-length:")?
                    .trim()
                    .parse()
                    .unwrap(),
            )
        })
        .next();
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    let mut words = lines.first()?.split(' ').map(str::to_owned);
    Some(Asked {
        method: words.next()?,
        path: words.next()?,
        body,
    })
}

/// The house, its pieces in such a storage.
fn served(ground: &Ground, endpoint: &str) -> Server {
    let mut command = ground.command();
    command
        .env("PARVIS_S3_BUCKET", "pieces")
        .env("PARVIS_S3_ENDPOINT", endpoint)
        .env("PARVIS_S3_REGION", "fr")
        .env("PARVIS_S3_ACCESS_KEY", "key")
        .env("PARVIS_S3_SECRET_KEY", "secret");
    let server = Server::at(ground.address, command, &[]);
    server.get("/health/ready");
    server
}

#[test]
fn a_bucket_that_does_not_keep_a_file_costs_the_person_that_file_alone() {
    let ground = Ground::on(Engine::Sqlite);
    for (how, endpoint) in [
        ("refuses", stubborn("403 Forbidden")),
        ("fails", stubborn("400 Bad Request")),
        (
            "lies: it says that it stored, and did not",
            stubborn("200 OK"),
        ),
        ("is not there", format!("http://{}", free_address())),
    ] {
        let mut server = served(&ground, &endpoint);
        let mut zoe = Visitor::hasty(ground.door().browser());
        let page = zoe.at_the_photo().unwrap();
        let form = page.form("/etapes/photo");
        let refused = zoe
            .browser
            .post_form(&form.clone().file("photo", "trou.png", PNG));
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{how}: {}",
            refused.told()
        );
        let errors = refused.errors();
        assert!(
            errors[0].contains("trou.png") && errors[0].contains("quelques minutes"),
            "{how}: {errors:?}"
        );
        // What was typed before is kept, and the photo is optional: the person goes on without it.
        let next = zoe.browser.post_form(&form).shown();
        let number = crate::town::number_in(&next.path);
        let check = zoe.browser.open(&format!("/dossiers/{number}/verifier"));
        assert!(
            check.told().contains("Un trou devant le numéro 12."),
            "{}",
            check.told()
        );
        server.kill();
        // No row names a piece that is nowhere.
        whole(&ground);
        bad_day(
            "the bucket of the pieces fails while a person uploads",
            &format!(
                "it {how}: the page names the file and says in French to give it again in some minutes; the other answers are kept, and no piece is recorded that does not exist"
            ),
        );
    }
}

#[test]
fn a_slow_bucket_costs_time_to_nobody_else() {
    let ground = Ground::on(Engine::Sqlite);
    let ((came, has_come), (let_go, go_on)) = (channel(), channel());
    let mut server = served(&ground, &slow(came, go_on));
    let mut zoe = Visitor::hasty(ground.door().browser());
    let photo = zoe.at_the_photo().unwrap().form("/etapes/photo");
    let next = std::thread::scope(|scope| {
        let sending = scope.spawn(|| {
            zoe.browser
                .post_form(&photo.file("photo", "trou.png", PNG))
                .shown()
        });
        has_come.recv().unwrap();
        // The bucket holds the photo and does not answer: pages are shown and answers written all the same.
        let mut karim = Visitor::hasty(ground.door().browser());
        assert!(karim.at_the_photo().is_some(), "somebody else waits");
        assert!(!sending.is_finished(), "acknowledged before it is kept");
        drop(let_go);
        sending.join().unwrap()
    });
    let number = crate::town::number_in(&next.path);
    let check = zoe.browser.open(&format!("/dossiers/{number}/verifier"));
    assert!(check.told().contains("trou.png"), "{}", check.told());
    server.kill();
    bad_day(
        "the bucket of the pieces is slow while a person uploads",
        "the photo is acknowledged once the bucket has it, and not before; meanwhile somebody else fills four steps in",
    );
}
