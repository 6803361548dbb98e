//! What an operator measures, and what is made of it: the alerts and the dashboard name measures that exist.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use parvis_testkit::Clamd;

use crate::operation::furnish;
use crate::process::{Server, folder, free_address};

fn ask(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Waits until the measures say something.
fn answered(measures: SocketAddr, wanted: &str) {
    let begun = Instant::now();
    while !ask(measures, "/metrics").contains(wanted) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{wanted}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The measures that a text names.
fn named(text: &str) -> BTreeSet<String> {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    text.split(|other| !letter(other))
        .filter(|word| word.starts_with("parvis_") || word.starts_with("process_"))
        .map(str::to_owned)
        .collect()
}

fn packaged(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packaging");
    std::fs::read_to_string(root.join(name)).unwrap()
}

#[test]
fn measures_say_what_waits_and_how_pages_end_without_naming_anybody() {
    let (_place, data) = folder();
    furnish(&data);
    let measures = free_address();
    let clamd = Clamd::listening(&data.join("clamd.ctl"));
    let settings = [
        ("PARVIS_METRICS", measures.to_string()),
        ("PARVIS_ANTIVIRUS_CLAMD", clamd.address()),
    ];
    let settings = settings
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let mut server = Server::start_with(&data, &settings, &[]);
    answered(measures, "parvis_antivirus_up 1");
    server.get("/rochebrune/");
    server.get("/rochebrune/dossiers/7K2M-94QD");
    server.get("/rochebrune/nulle-part/7K2M-94QD");
    let text = ask(measures, "/metrics");
    assert!(text.contains("application/openmetrics-text"), "{text}");
    assert!(text.trim_end().ends_with("# EOF"), "{text}");
    assert!(text.contains("parvis_database_up 1"), "{text}");
    assert!(text.contains("parvis_pieces_waiting 0"), "{text}");
    assert!(text.contains("parvis_password_hashes_total 0"), "{text}");
    assert!(text.contains("parvis_info{version="), "{text}");
    let home =
        "parvis_http_request_duration_seconds_count{method=\"GET\",route=\"/\",status=\"2xx\"} 1";
    assert!(text.contains(home), "{text}");
    assert!(text.contains("route=\"/dossiers/{number}\""), "{text}");
    assert!(text.contains("route=\"none\",status=\"4xx\""), "{text}");
    assert!(!text.contains("7K2M"), "no identifier in a measure: {text}");
    assert!(
        ask(measures, "/rochebrune/").contains("404"),
        "nothing else is served there"
    );
    assert!(
        server.get("/metrics").contains("404"),
        "nor the measures elsewhere"
    );
    let known = named(&text);
    for file in ["prometheus/parvis.rules.yml", "grafana/parvis.json"] {
        let unknown: Vec<_> = named(&packaged(file)).difference(&known).cloned().collect();
        assert_eq!(unknown, Vec::<String>::new(), "{file}");
    }
    assert!(server.terminate().success());
}

#[test]
fn the_dashboard_and_the_alerts_can_be_read() {
    let dashboard: serde_json::Value =
        serde_json::from_str(&packaged("grafana/parvis.json")).unwrap();
    assert_eq!(dashboard["panels"].as_array().unwrap().len(), 11);
    let rules: serde_json::Value =
        serde_saphyr::from_str(&packaged("prometheus/parvis.rules.yml")).unwrap();
    let rules = rules["groups"][0]["rules"].as_array().unwrap();
    for rule in rules {
        let said = rule["annotations"]["description"].as_str().unwrap();
        assert!(said.len() > 40, "{rule}: what to do");
    }
    assert_eq!(rules.len(), 8);
}
