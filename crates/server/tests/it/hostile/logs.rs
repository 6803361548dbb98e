//! Lines of a log that somebody from outside would like to write.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use parvis_testkit::hostile;

use crate::process::{Server, door_to, folder, parvis};

/// What a forged line begins with.
const FORGED: &str = "2026-11-22T09:00:00.000000Z  INFO forged: the administrator signed in";
/// Ends of lines, as themselves and as addresses and forms carry them.
const ENDS: [&str; 6] = ["%0A", "%0D%0A", "%0D", "%E2%80%A8", "%C2%85", "%1B%5B2K"];

fn say(address: SocketAddr, bytes: &str) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    let _ = stream.write_all(bytes.as_bytes());
    let _ = stream.read(&mut [0; 1024]);
}

#[test]
fn nobody_from_outside_writes_a_line_of_the_logs() {
    let (folder, data) = folder();
    let (log, security) = (
        folder.path().join("log"),
        folder.path().join("security.jsonl"),
    );
    let mut command = parvis(&data);
    command.env("PARVIS_LOG", "debug");
    command.env("PARVIS_SECURITY_LOG_FILE", &security);
    let mut server = Server::logging(command, &log, &["--demo"]);
    server.get("/health/live");
    let forged = FORGED.replace(' ', "%20");
    let mut tries = 0;
    for end in ENDS {
        let hidden = format!("x{end}{forged}");
        let typed = format!("x{}{FORGED}", percent_decoded(end));
        for path in [
            format!("/{hidden}"),
            format!("/rochebrune/{hidden}"),
            format!("/rochebrune/demarches/{hidden}/commencer"),
            format!("/rochebrune/suivi?numero={hidden}"),
        ] {
            say(
                server.address,
                &format!(
                    "GET {path} HTTP/1.1\r\nHost: {hidden}\r\nUser-Agent: {typed}\r\nX-Forwarded-For: {typed}\r\nConnection: close\r\n\r\n"
                ),
            );
            tries += 1;
        }
        let mut browser = door_to(server.address).browser();
        let page = browser.get("/rochebrune/agent/connexion").shown();
        let form = page.form("/agent/connexion");
        let form = form.tamper("email", &format!("{typed}@example.org"));
        let _ = browser.submit(&form.tamper("password", &typed));
        let page = browser.get("/rochebrune/suivi").shown();
        let form = page.form("/suivi").tamper("numero", &typed);
        let _ = browser.submit(&form.tamper("moyen", "code").tamper("code", &typed));
        tries += 2;
    }
    assert!(server.terminate().success());
    let logged = std::fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = logged.lines().collect();
    assert!(lines.len() > 5, "{logged}");
    for line in &lines {
        assert!(
            line.starts_with("20") && !line.starts_with("2026-11-22T09:00:00.000000Z"),
            "{line:?}"
        );
        assert!(
            !line.contains('\u{1b}') && !line.contains('\u{2028}') && !line.contains('\u{85}'),
            "{line:?}"
        );
    }
    let security = std::fs::read_to_string(&security).unwrap();
    let events = security
        .lines()
        .map(serde_json::from_str::<serde_json::Value>);
    let events: Vec<_> = events.map(Result::unwrap).collect();
    assert!(
        !events.is_empty() && !security.contains("forged"),
        "{security}"
    );
    hostile(
        "ends of lines and terminal codes in addresses, headers, hosts, sign-ins and numbers",
        &format!(
            "{tries} tries: none writes a line of its own; the security log stays one event of JSON a line, and holds nothing that was typed"
        ),
    );
}

fn percent_decoded(text: &str) -> String {
    let bytes = text
        .split('%')
        .skip(1)
        .map(|hex| u8::from_str_radix(&hex[..2], 16).unwrap());
    let rest: String = text.split('%').skip(1).map(|hex| &hex[2..]).collect();
    String::from_utf8_lossy(&bytes.collect::<Vec<u8>>()).into_owned() + &rest
}
