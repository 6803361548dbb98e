//! A bucket that refuses, that is not there, or that lies, while a person uploads.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use http::StatusCode;
use parvis_store::Engine;
use parvis_testkit::bad_day;

use super::deposits::whole;
use super::ground::Ground;
use super::visitor::Visitor;
use crate::process::{Server, free_address};
use crate::town::PNG;

/// A storage that answers every request in the same way; it stores nothing.
fn storage(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer_all(stream, answer));
        }
    });
    format!("http://{address}")
}

fn answer_all(stream: TcpStream, answer: &str) {
    let mut reader = BufReader::new(stream);
    loop {
        let (mut length, mut line) = (0, String::new());
        let mut head = false;
        loop {
            line.clear();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            head |= line.starts_with("HEAD ");
            let lower = line.to_lowercase();
            if let Some(value) = lower.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line == "\r\n" {
                break;
            }
        }
        let mut body = vec![0; length];
        if reader.read_exact(&mut body).is_err() {
            return;
        }
        // What was never stored is not found when it is asked for again.
        let answer = if head { "404 Not Found" } else { answer };
        let said = format!("HTTP/1.1 {answer}\r\nETag: \"0\"\r\nContent-Length: 0\r\n\r\n");
        if reader.get_mut().write_all(said.as_bytes()).is_err() {
            return;
        }
    }
}

#[test]
fn a_bucket_that_does_not_keep_a_file_costs_the_person_that_file_alone() {
    let ground = Ground::on(Engine::Sqlite);
    for (how, endpoint) in [
        ("refuses", storage("403 Forbidden")),
        ("fails", storage("400 Bad Request")),
        (
            "lies: it says that it stored, and did not",
            storage("200 OK"),
        ),
        ("is not there", format!("http://{}", free_address())),
    ] {
        let mut command = ground.command();
        command
            .env("PARVIS_S3_BUCKET", "pieces")
            .env("PARVIS_S3_ENDPOINT", endpoint)
            .env("PARVIS_S3_REGION", "fr")
            .env("PARVIS_S3_ACCESS_KEY", "key")
            .env("PARVIS_S3_SECRET_KEY", "secret");
        let mut server = Server::at(ground.address, command, &[]);
        server.get("/health/ready");
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
