//! The security log of the real program: a file and a syslog.

use std::io::Read;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::operation::furnish;
use crate::process::{Server, folder, free_address};

const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until a file holds an event; gives its lines.
fn lines_with(file: &std::path::Path, event: &str) -> Vec<Value> {
    let started = Instant::now();
    loop {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let lines: Vec<Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        if lines.iter().any(|line| line["event"] == event) {
            return lines;
        }
        assert!(started.elapsed() < PATIENCE, "{event} is not in {text}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn security_events_are_lines_of_json_once_each_through_a_restart() {
    let (_place, data) = folder();
    furnish(&data);
    let file = data.join("security.jsonl");
    let log = file.to_str().unwrap();
    for _ in 0..2 {
        let mut server = Server::start_with(&data, &[("PARVIS_SECURITY_LOG_FILE", log)], &[]);
        lines_with(&file, "agent.joined");
        assert!(server.terminate().success());
    }
    let lines = lines_with(&file, "agent.created");
    let created: Vec<_> = lines
        .iter()
        .filter(|line| line["event"] == "agent.created")
        .collect();
    assert_eq!(created.len(), 1);
    assert_eq!(created[0]["organisation"], "rochebrune");
    assert_eq!(created[0]["channel"], "internal");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!text.contains('@'), "identifiers only: {text}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_syslog_that_was_away_gets_what_it_missed() {
    let (_place, data) = folder();
    furnish(&data);
    let address = free_address();
    let syslog = format!("tcp:{address}");
    // Nobody listens: the server serves, and the events wait in the journal.
    let mut server = Server::start_with(&data, &[("PARVIS_SECURITY_LOG_SYSLOG", &syslog)], &[]);
    assert!(server.get("/health/ready").contains("ready"));
    assert!(server.terminate().success());
    let listener = TcpListener::bind(address).unwrap();
    let mut server = Server::start_with(&data, &[("PARVIS_SECURITY_LOG_SYSLOG", &syslog)], &[]);
    let (mut stream, _) = listener.accept().unwrap();
    let mut received = String::new();
    stream.read_to_string(&mut received).unwrap();
    assert!(received.contains(" parvis "), "{received}");
    assert!(received.contains("agent.created - {"), "{received}");
    assert!(server.terminate().success());
}
