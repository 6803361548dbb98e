//! `parvis doctor`: what is wrong is found, named, and comes with what to do.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use parvis_store::{Sql, StoreError};
use parvis_testkit::Clamd;
use serde_json::Value;

use crate::backup::{beside, data_folder};
use crate::town::{Known, Town, in_towns};

/// Examines a town; the variables say where mail goes.
fn examined(town: &Town, words: &[&str], variables: &[(&str, &str)]) -> (bool, Vec<Value>) {
    let mut command = beside(&data_folder(town), town.test.location());
    let command = command.args(["doctor", "--json"]).args(words);
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let findings: Vec<Value> = serde_json::from_slice(&output.stdout).expect(&told);
    (output.status.success(), findings)
}

/// The health of one check; what is not sound says what to do.
fn health(findings: &[Value], check: &str) -> String {
    let finding = findings.iter().find(|it| it["check"] == check);
    let finding = finding.unwrap_or_else(|| panic!("no {check} in {findings:?}"));
    let health = finding["health"].as_str().unwrap();
    let has_word = finding["to_do"].as_str().is_some_and(|it| !it.is_empty());
    assert_eq!(has_word, matches!(health, "odd" | "bad"), "{finding}");
    health.to_owned()
}

fn found(town: &Town, words: &[&str], check: &str) -> String {
    health(&examined(town, words, &[]).1, check)
}

fn change(town: &Town, sql: &'static str) {
    let changed: Result<u64, StoreError> = town
        .house
        .store
        .write_blocking(move |tx| tx.execute(Sql(sql), &[]));
    assert!(changed.unwrap() > 0, "{sql}");
}

fn with_a_past(town: &Town) {
    town.deposited(&town.rochebrune, "acte-naissance", Known::Code);
}

fn stored(town: &Town) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in fs::read_dir(town.test.folder().join("blobs")).unwrap() {
        let files = fs::read_dir(folder.unwrap().path()).unwrap();
        found.extend(files.map(|file| file.unwrap().path()));
    }
    found
}

#[test]
fn a_house_in_order_has_nothing_to_do_but_mail() {
    in_towns(|town| {
        with_a_past(town);
        let (_, findings) = examined(town, &["--all"], &[]);
        let sound = [
            "configuration",
            "database",
            "disk-write",
            "jobs",
            "journals",
            "master-key",
            "migrations",
            "pieces-damaged",
            "pieces-missing",
            "pieces-orphan",
            "time-zones",
        ];
        for check in sound {
            assert_eq!(health(&findings, check), "sound", "{check}");
        }
        assert_eq!(health(&findings, "mail"), "odd");
        assert_eq!(health(&findings, "fonts"), "not-looked");
        assert_eq!(found(town, &[], "journals"), "not-looked");
    });
}

#[test]
fn an_antivirus_that_is_absent_down_or_there_is_said() {
    in_towns(|town| {
        with_a_past(town);
        assert_eq!(found(town, &[], "antivirus"), "not-looked");
        let path = town.test.folder().join("clamd.ctl");
        let address = format!("unix:{}", path.display());
        let variables = [("PARVIS_ANTIVIRUS_CLAMD", address.as_str())];
        let asked = || examined(town, &[], &variables);
        let (success, findings) = asked();
        assert!(!success);
        assert_eq!(health(&findings, "antivirus"), "bad");
        let _clamd = Clamd::listening(&path);
        assert_eq!(health(&asked().1, "antivirus"), "sound");
        let elsewhere = [("PARVIS_ANTIVIRUS_CLAMD", "tcp:192.0.2.7:3310")];
        let (_, findings) = examined(town, &[], &elsewhere);
        assert_eq!(health(&findings, "configuration"), "bad");
    });
}

#[test]
fn a_piece_missing_damaged_or_of_nobody_is_found() {
    in_towns(|town| {
        with_a_past(town);
        let pieces = stored(town);
        let whole = fs::read(&pieces[0]).unwrap();
        let mut flipped = whole.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        fs::write(&pieces[0], flipped).unwrap();
        let (success, findings) = examined(town, &[], &[]);
        assert!(!success);
        assert_eq!(health(&findings, "pieces-damaged"), "bad");
        assert_eq!(health(&findings, "pieces-missing"), "sound");
        fs::remove_file(&pieces[0]).unwrap();
        assert_eq!(found(town, &[], "pieces-missing"), "bad");
        fs::write(&pieces[0], &whole).unwrap();
        assert_eq!(found(town, &[], "pieces-missing"), "sound");
        let orphan = pieces[0].with_file_name("of-nobody");
        fs::write(&orphan, &whole).unwrap();
        assert_eq!(
            found(town, &[], "pieces-orphan"),
            "sound",
            "its row may come"
        );
        let file = fs::File::options().write(true).open(&orphan).unwrap();
        let old = SystemTime::now() - Duration::from_secs(3 * 24 * 3600);
        file.set_modified(old).unwrap();
        assert_eq!(found(town, &[], "pieces-orphan"), "odd");
    });
}

#[test]
fn a_key_that_does_not_open_what_is_there_is_found() {
    in_towns(|town| {
        with_a_past(town);
        let other = "0".repeat(64);
        let (success, findings) = examined(town, &[], &[("PARVIS_MASTER_KEY", &other)]);
        assert!(!success);
        assert_eq!(health(&findings, "database"), "bad");
        change(
            town,
            "UPDATE data_keys SET wrapped = salt FROM (SELECT salt FROM journal_acts LIMIT 1) AS one",
        );
        assert_eq!(found(town, &[], "master-key"), "bad");
    });
}

#[test]
fn a_journal_that_somebody_rewrote_is_found() {
    in_towns(|town| {
        with_a_past(town);
        change(
            town,
            "UPDATE journal_acts SET verb = 'nothing.happened' WHERE id = (SELECT MAX(id) FROM journal_acts)",
        );
        assert_eq!(found(town, &["--all"], "journals"), "bad");
    });
}

#[test]
fn tables_of_another_version_are_found() {
    in_towns(|town| {
        change(
            town,
            "DELETE FROM schema_migrations WHERE room = 'dossier' AND number = 1",
        );
        assert_eq!(found(town, &[], "migrations"), "bad");
        change(
            town,
            "UPDATE schema_migrations SET number = 999 WHERE room = 'journal' AND number = 1",
        );
        assert_eq!(found(town, &[], "migrations"), "bad");
    });
}

#[test]
fn a_clock_behind_the_last_act_is_found() {
    in_towns(|town| {
        town.later(50 * 365 * 24 * 3600);
        with_a_past(town);
        assert_eq!(found(town, &[], "clock"), "bad");
    });
}

#[test]
fn a_time_zone_that_nobody_knows_is_found() {
    in_towns(|town| {
        change(
            town,
            "UPDATE organisations SET profile = replace(profile, 'Europe/Paris', 'Europe/Ys')",
        );
        assert_eq!(found(town, &[], "time-zones"), "bad");
    });
}

#[test]
fn tasks_that_were_given_up_are_told() {
    in_towns(|town| {
        change(
            town,
            "INSERT INTO jobs (id, organisation_id, kind, subject_id, created_at, run_at, attempts, given_up_at) \
             VALUES ('1', '1', 'mail', '1', 1, 1, 9, 1)",
        );
        assert_eq!(found(town, &[], "jobs"), "odd");
    });
}

/// A mail server that answers one connection: it takes every sender, or none; gives what it heard.
fn mail_server(takes: bool) -> (String, std::thread::JoinHandle<Vec<String>>) {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = socket.local_addr().unwrap().port().to_string();
    let heard = std::thread::spawn(move || {
        let (mut stream, _) = socket.accept().unwrap();
        stream.write_all(b"220 test\r\n").unwrap();
        let mut heard = Vec::new();
        for line in BufReader::new(stream.try_clone().unwrap()).lines() {
            let line = line.unwrap();
            let answer = match line.get(..4) {
                Some("MAIL") if !takes => "550 not you",
                Some("QUIT") => "221 bye",
                _ => "250 ok",
            };
            heard.push(line.clone());
            stream
                .write_all(format!("{answer}\r\n").as_bytes())
                .unwrap();
            if line == "QUIT" {
                break;
            }
        }
        heard
    });
    (port, heard)
}

#[test]
fn a_mail_server_is_asked_about_senders_and_given_nothing() {
    in_towns(|town| {
        for (takes, expected) in [(true, "sound"), (false, "bad")] {
            let (port, heard) = mail_server(takes);
            let variables = [
                ("PARVIS_MAIL_HOST", "127.0.0.1"),
                ("PARVIS_MAIL_PORT", port.as_str()),
                ("PARVIS_MAIL_SECURITY", "none"),
            ];
            let (_, findings) = examined(town, &[], &variables);
            assert_eq!(health(&findings, "mail"), expected);
            let heard = heard.join().unwrap();
            let asked = heard.iter().filter(|line| line.starts_with("MAIL FROM"));
            assert_eq!(asked.count(), 2, "{heard:?}");
            assert!(!heard.iter().any(|line| line.starts_with("DATA")));
            // Nobody listens any more.
            let (_, findings) = examined(town, &[], &variables);
            assert_eq!(health(&findings, "mail"), "bad");
        }
    });
}

#[test]
fn a_folder_without_a_house_and_a_wrong_key_are_said_in_french() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = crate::process::parvis(&folder.path().join("data"));
    let output = command
        .arg("doctor")
        .env("PARVIS_CONNECTIONS", "0")
        .output()
        .unwrap();
    assert!(!output.status.success());
    let told = String::from_utf8(output.stdout).unwrap();
    for word in [
        "GRAVE    configuration",
        "connections",
        "GRAVE    disque",
        "→",
    ] {
        assert!(told.contains(word), "{word}: {told}");
    }
}
