use parvis_journal::Subject;
use parvis_kernel::{AgentId, EntryId, Instant, OrganisationId};

use super::*;

fn entry(verb: &str) -> Entry {
    Entry {
        id: EntryId::new(),
        organisation: OrganisationId::new(),
        at: "2026-11-22T09:05:01.25Z".parse::<Instant>().unwrap(),
        actor_kind: "anonymous".to_owned(),
        actor_id: None,
        purpose: "own_demarche".to_owned(),
        channel: Some("web".to_owned()),
        verb: verb.to_owned(),
        subject: Subject::new("agent", AgentId::new().uuid()),
        detail: serde_json::Map::new(),
    }
}

#[test]
fn an_event_is_one_line_of_json_that_says_whether_it_is_a_refusal() {
    let refused = Line::of(
        &entry("agent.sign_in_refused"),
        Some("rochebrune".to_owned()),
    );
    let read: serde_json::Value = serde_json::from_str(&refused.json).unwrap();
    assert_eq!(read["event"], "agent.sign_in_refused");
    assert_eq!(read["organisation"], "rochebrune");
    assert_eq!(read["refused"], true);
    assert_eq!(read["time"], "2026-11-22T09:05:01.25Z");
    assert!(!refused.json.contains('\n'));
    let joined = Line::of(&entry("agent.joined"), None);
    assert!(!joined.is_refusal());
}

#[test]
fn what_an_event_carries_cannot_begin_a_line_of_its_own() {
    let mut forged = entry("agent.joined");
    forged.detail.insert(
        "group".to_owned(),
        serde_json::Value::String("a\n{\"event\":\"agent.signed_in\"}\r\n<13>1".to_owned()),
    );
    let line = Line::of(&forged, None);
    let message = syslog::message(&line, "machine");
    assert_eq!(message.lines().count(), 1);
    assert!(!message.contains('\r'));
}

#[test]
fn a_syslog_message_has_the_parts_of_the_standard() {
    let line = Line::of(&entry("agent.sign_in_refused"), None);
    let message = syslog::message(&line, "machine");
    let process = std::process::id();
    let head = format!(
        "<84>1 2026-11-22T09:05:01.250000Z machine parvis {process} agent.sign_in_refused - {{"
    );
    assert!(message.starts_with(&head), "{message}");
    let notice = syslog::message(&Line::of(&entry("agent.joined"), None), "machine");
    assert!(notice.starts_with("<85>1 "), "{notice}");
    let framed = syslog::framed(&message);
    let (length, rest) = framed.split_once(' ').unwrap();
    assert_eq!(length.parse::<usize>().unwrap(), rest.len());
}

#[test]
fn a_syslog_is_named_by_its_transport() {
    for right in [
        "unix:/dev/log",
        "udp:127.0.0.1:514",
        "tcp:[::1]:601",
        "tcp:logs.example.org:601",
    ] {
        assert!(Sink::syslog(right).is_ok(), "{right}");
    }
    for wrong in [
        "",
        "/dev/log",
        "unix:",
        "udp:127.0.0.1",
        "tcp::601",
        "tcp:host:0",
        "http://host:80",
    ] {
        assert!(Sink::syslog(wrong).is_err(), "{wrong}");
    }
}
