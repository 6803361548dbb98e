//! Requests that two programs could read differently: raw bytes, to the real listener.
//!
//! What must hold for each: never more answers than requests that everybody agrees on, and no connection that goes on
//! after something ambiguous.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use parvis_testkit::hostile;

use crate::operation::furnish;
use crate::process::{Server, folder};

/// A connection that says nothing for so long waits for us.
const SILENCE: Duration = Duration::from_millis(1500);
/// The request that somebody hides in the body of another.
const HIDDEN: &str = "GET /health/live HTTP/1.1\r\nHost: hidden\r\n\r\n";

/// What came back: the status of each answer, and whether the connection was closed.
struct Heard {
    statuses: Vec<u16>,
    closed: bool,
    text: String,
}

fn say(address: SocketAddr, bytes: &[u8]) -> Heard {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(SILENCE)).unwrap();
    // The server may already have refused and closed.
    let _ = stream.write_all(bytes);
    let (mut heard, mut chunk) = (Vec::new(), [0; 4096]);
    let closed = loop {
        match stream.read(&mut chunk) {
            Ok(0) => break true,
            Ok(count) => heard.extend_from_slice(&chunk[..count]),
            Err(error) => break error.kind() == std::io::ErrorKind::ConnectionReset,
        }
    };
    let text = String::from_utf8_lossy(&heard).into_owned();
    let answers = text.split("HTTP/1.1 ").skip(1);
    Heard {
        statuses: answers.map(|answer| answer[..3].parse().unwrap()).collect(),
        closed,
        text,
    }
}

/// A request whose headers are these, followed by these bytes.
fn posting(headers: &[&str], body: &str) -> Vec<u8> {
    let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    format!("POST /nulle-part HTTP/1.1\r\nHost: a\r\n{headers}\r\n{body}").into_bytes()
}

#[test]
fn a_request_hidden_in_another_is_never_answered() {
    let (_folder, data) = folder();
    furnish(&data);
    let server = Server::start(&data, &[]);
    server.get("/health/live");
    let chunked = format!("0\r\n\r\n{HIDDEN}");
    let length = format!("Content-Length: {}", chunked.len());
    let te = "Transfer-Encoding: chunked";
    // Two lengths that disagree: the chunks decide, and the connection ends there.
    for (name, bytes) in [
        ("CL.TE", posting(&[&length, te], &chunked)),
        ("TE.CL", posting(&[te, &length], &chunked)),
        ("TE.CL short", posting(&[te, "Content-Length: 3"], &chunked)),
        ("TE alone", posting(&[te], &chunked)),
    ] {
        let heard = say(server.address, &bytes);
        assert!(heard.statuses.len() <= 1, "{name}: {}", heard.text);
        assert!(heard.closed, "{name}: the connection goes on");
    }
    hostile(
        "request smuggling: `Content-Length` with `Transfer-Encoding`, in either order",
        "4 ways: one answer at most, and the connection is closed: what follows a chunked request is never read",
    );
    let long = format!("Content-Length: {}", HIDDEN.len());
    let mut refused = 0;
    for (name, bytes) in [
        (
            "two lengths",
            posting(&["Content-Length: 0", &long], HIDDEN),
        ),
        (
            "a list of lengths",
            posting(&["Content-Length: 0, 48"], HIDDEN),
        ),
        ("a signed length", posting(&["Content-Length: +0"], HIDDEN)),
        (
            "a negative length",
            posting(&["Content-Length: -1"], HIDDEN),
        ),
        ("hexadecimal", posting(&["Content-Length: 0x0"], HIDDEN)),
        (
            "an immense length",
            posting(&["Content-Length: 99999999999999999999"], HIDDEN),
        ),
        (
            "an unknown coding",
            posting(&["Transfer-Encoding: xchunked"], &chunked),
        ),
        (
            "not chunked last",
            posting(&["Transfer-Encoding: chunked, identity"], &chunked),
        ),
        (
            "chunked twice apart",
            posting(
                &["Transfer-Encoding: chunked", "Transfer-Encoding: cow"],
                &chunked,
            ),
        ),
        (
            "a space before the colon",
            posting(&["Transfer-Encoding : chunked"], &chunked),
        ),
        (
            "a folded line",
            posting(&["X: a\r\n Transfer-Encoding: chunked"], &chunked),
        ),
        (
            "a tab in the name",
            posting(&["Transfer\tEncoding: chunked"], &chunked),
        ),
        (
            "a lone carriage return",
            posting(&["X: a\rTransfer-Encoding: chunked"], &chunked),
        ),
        ("NUL in a value", posting(&["X: a\0b"], "")),
        (
            "two hosts",
            b"GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".to_vec(),
        ),
        (
            "HTTP/1.0 in chunks",
            format!("POST /nulle-part HTTP/1.0\r\nHost: a\r\n{te}\r\n\r\n{chunked}").into_bytes(),
        ),
        (
            "a size too large",
            posting(&[te], "FFFFFFFFFFFFFFFFF\r\na\r\n0\r\n\r\n"),
        ),
        (
            "a size in words",
            posting(&[te], "five\r\nhello\r\n0\r\n\r\n"),
        ),
        (
            "a line end in an extension",
            posting(&[te], &format!("1;a=\n{HIDDEN}\r\na\r\n0\r\n\r\n")),
        ),
        (
            "an unknown version",
            b"GET /health/live HTTP/9.9\r\nHost: a\r\n\r\n".to_vec(),
        ),
    ] {
        let heard = say(server.address, &bytes);
        assert!(
            heard.closed,
            "{name}: the connection goes on: {}",
            heard.text
        );
        assert!(
            heard
                .statuses
                .iter()
                .all(|status| (400..500).contains(status)),
            "{name}: {}",
            heard.text
        );
        assert!(heard.statuses.len() <= 1, "{name}: {}", heard.text);
        refused += 1;
    }
    hostile(
        "request smuggling: lengths, codings, chunks, lines and hosts that two programs may read differently",
        &format!(
            "{refused} ways: each refused (4xx), the connection closed, nothing hidden was answered"
        ),
    );
    let unambiguous: [(&str, Vec<u8>, usize); 4] = [
        (
            "the body of a GET",
            format!("GET /health/live HTTP/1.1\r\nHost: a\r\n{long}\r\n\r\n{HIDDEN}").into_bytes(),
            1,
        ),
        (
            "the same length twice",
            format!("GET /health/live HTTP/1.1\r\nHost: a\r\n{long}\r\n{long}\r\n\r\n{HIDDEN}").into_bytes(),
            1,
        ),
        (
            "line feeds alone",
            b"GET /health/live HTTP/1.1\nHost: a\n\n".to_vec(),
            1,
        ),
        (
            "a change of protocol",
            b"GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n".to_vec(),
            1,
        ),
    ];
    for (name, bytes, answers) in unambiguous {
        let heard = say(server.address, &bytes);
        assert!(heard.statuses.len() <= answers, "{name}: {}", heard.text);
        assert!(!heard.statuses.contains(&101), "{name}: {}", heard.text);
    }
    let alive = server.get("/health/live");
    assert!(alive.starts_with("HTTP/1.1 200"), "{alive}");
}
