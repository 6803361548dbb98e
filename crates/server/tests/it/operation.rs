//! The binary itself: start, health, stop, demonstration, command line.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Output;
use std::time::Duration;

use parvis_testkit::{Page, problems_of};

use crate::process::{PATIENCE, Server, folder, parvis};

const PASSWORD: &str = "le heron cendre attend la maree";

fn run(data: &Path, words: &[&str]) -> Output {
    parvis(data).args(words).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Runs what must work, and gives what it prints.
pub fn done(data: &Path, words: &[&str]) -> String {
    let output = run(data, words);
    assert!(output.status.success(), "{words:?}: {}", err(&output));
    out(&output)
}

/// Runs what must be refused, and gives why.
pub fn refused(data: &Path, words: &[&str]) -> String {
    let output = run(data, words);
    assert!(!output.status.success(), "{words:?}: {}", out(&output));
    err(&output)
}

/// An answer as it came, as a page to look at.
fn page(path: &str, answer: &str) -> Page {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    let headers = lines.map(|line| {
        let (name, value) = line.split_once(": ").unwrap();
        let name: http::HeaderName = name.parse().unwrap();
        (name, value.parse().unwrap())
    });
    Page {
        method: http::Method::GET,
        path: path.to_owned(),
        status: status.parse().unwrap(),
        headers: headers.collect(),
        body: body.to_owned().into(),
    }
}

/// Creates an organisation, its agent, and publishes a report, by the command line.
/// The words of the command that creates an organisation.
const CREATE_ORGANISATION: &[&str] = &[
    "admin",
    "create-organisation",
    "--slug",
    "rochebrune",
    "--name",
    "Ville de Rochebrune",
    "--sender",
    "ne-pas-repondre@rochebrune.example",
    "--phone",
    "04 65 71 00 00",
    "--email",
    "mairie@rochebrune.example",
    "--address",
    "1 place du Parvis",
    "--service",
    "cadre-de-vie",
    "--service-name",
    "Cadre de vie",
];

pub fn furnish(data: &Path) {
    let created = done(data, CREATE_ORGANISATION);
    assert!(created.contains("Ville de Rochebrune"), "{created}");
    let agent = create_agent(data, PASSWORD);
    assert!(agent.status.success(), "{}", err(&agent));
}

fn create_agent(data: &Path, password: &str) -> Output {
    parvis(data)
        .env("PARVIS_PASSWORD", password)
        .args([
            "admin",
            "create-agent",
            "--organisation",
            "rochebrune",
            "--email",
            "claire@rochebrune.example",
            "--first-name",
            "Claire",
            "--last-name",
            "Martin",
            "--quality",
            "Agente",
            "--group",
            "cadre-de-vie",
        ])
        .output()
        .unwrap()
}

/// A procedure of the house for an organisation of one group: without its rules of routing.
fn for_one_group(data: &Path, name: &str) -> String {
    let source = std::fs::read_to_string(procedure(name)).unwrap();
    let (before, rules) = source.split_once("routing:\n").unwrap();
    let after = rules.split_once("\n\n").unwrap().1;
    let path = data.parent().unwrap().join(name);
    std::fs::write(&path, format!("{before}{after}")).unwrap();
    path.to_str().unwrap().to_owned()
}

fn procedure(name: &str) -> String {
    format!("{}/../../procedures/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn an_empty_folder_is_served_and_sigterm_stops_the_server() {
    let (_folder, data) = folder();
    let mut server = Server::start(&data, &[]);
    assert!(server.get("/health/live").starts_with("HTTP/1.1 200"));
    let ready = server.get("/health/ready");
    assert!(
        ready.starts_with("HTTP/1.1 200") && ready.contains("ready"),
        "{ready}"
    );
    let nothing = server.get("/nulle-part/");
    assert!(nothing.starts_with("HTTP/1.1 503"), "{nothing}");
    assert!(nothing.contains("content-security-policy"), "{nothing}");
    assert!(server.terminate().success());
    assert!(std::net::TcpStream::connect(server.address).is_err());
}

#[test]
fn sigterm_in_the_first_instant_after_the_address_is_announced_stops_cleanly() {
    let (_folder, data) = folder();
    for _ in 0..5 {
        let mut server = Server::start(&data, &[]);
        assert!(server.terminate().success());
    }
}

#[test]
fn what_is_under_way_is_finished_before_the_server_stops() {
    let (_folder, data) = folder();
    let mut server = Server::start(&data, &[]);
    server.get("/health/live");
    let mut slow = TcpStream::connect(server.address).unwrap();
    slow.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(slow, "GET /health/live HTTP/1.1\r\nHost: a\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(200));
    server.ask_to_stop();
    std::thread::sleep(Duration::from_millis(300));
    write!(slow, "Connection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer:?}");
    assert!(server.wait().success());
}

#[test]
fn an_organisation_an_agent_and_a_procedure_come_by_the_command_line_and_are_served() {
    let (_folder, data) = folder();
    furnish(&data);
    let report = for_one_group(&data, "signalement-voirie.yaml");
    let unconfirmed = refused(
        &data,
        &[
            "procedure",
            "publish",
            "--organisation",
            "rochebrune",
            &report,
        ],
    );
    assert!(unconfirmed.contains("confirm"), "{unconfirmed}");
    let published = done(
        &data,
        &[
            "procedure",
            "publish",
            "--organisation",
            "rochebrune",
            "--confirmed-by",
            "claire@rochebrune.example",
            &report,
        ],
    );
    assert!(published.contains("Publiée"), "{published}");
    let mut server = Server::start(&data, &[]);
    let page = server.get("/rochebrune/demarches/signaler-un-probleme");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("Ville de Rochebrune"));
    assert!(server.terminate().success());
}

#[test]
fn the_pages_of_the_footer_say_what_the_command_line_was_told() {
    let (_folder, data) = folder();
    furnish(&data);
    let describe = [
        "admin",
        "describe-organisation",
        "--organisation",
        "rochebrune",
    ];
    let said = [
        "--publication-director",
        "Hélène Aubry, maire",
        "--hosted-by",
        "Syndicat numérique du Val",
        "--siren",
        "217500016",
        "--dpo-email",
        "dpd@rochebrune.example",
        "--security-contact",
        "securite@rochebrune.example",
        "--accessibility",
        "partiellement-conforme",
    ];
    assert!(done(&data, &[&describe[..], &said].concat()).contains("Ville de Rochebrune"));
    let wrong = refused(&data, &[&describe[..], &["--siren", "123456789"]].concat());
    assert!(wrong.contains("siren"), "{wrong}");
    let unknown = refused(
        &data,
        &["admin", "describe-organisation", "--organisation", "x"],
    );
    assert!(unknown.contains("inconnue"), "{unknown}");
    let mut server = Server::start(&data, &[]);
    for (path, told) in [
        (
            "mentions-legales",
            &["Aubry", "Syndicat num", "217500016"][..],
        ),
        ("donnees-personnelles", &["dpd@rochebrune.example"]),
        ("accessibilite", &["Partiellement conforme"]),
        ("securite", &["securite@rochebrune.example"]),
        (".well-known/security.txt", &["Contact: mailto:securite@"]),
        ("conditions", &["ne-pas-repondre@rochebrune.example"]),
    ] {
        let page = server.get(&format!("/rochebrune/{path}"));
        for told in told {
            let plain = page.replace(['\u{a0}', '\u{202f}', ' '], " ");
            assert!(plain.contains(told), "{path}: {told} in {page}");
        }
    }
    assert!(server.terminate().success());
}

#[test]
fn passwords_are_checked_and_replaced_by_the_command_line() {
    let (_folder, data) = folder();
    furnish(&data);
    let twice = create_agent(&data, PASSWORD);
    assert!(!twice.status.success(), "the same address twice");
    let weak = parvis(&data)
        .env("PARVIS_PASSWORD", "azerty")
        .args([
            "admin",
            "reset-password",
            "--organisation",
            "rochebrune",
            "--email",
            "claire@rochebrune.example",
        ])
        .output()
        .unwrap();
    assert!(!weak.status.success() && err(&weak).contains("mot de passe refusé"));
    let reset = |email: &str| {
        parvis(&data)
            .env("PARVIS_PASSWORD", "une autre phrase assez longue")
            .args([
                "admin",
                "reset-password",
                "--organisation",
                "rochebrune",
                "--email",
                email,
                "--forget-second-factor",
            ])
            .output()
            .unwrap()
    };
    let known = reset("claire@rochebrune.example");
    assert!(known.status.success(), "{}", err(&known));
    let unknown = reset("personne@rochebrune.example");
    assert!(err(&unknown).contains("personne@rochebrune.example"));
    for output in [&weak, &known, &unknown] {
        let said = format!("{}{}", out(output), err(output));
        assert!(
            !said.contains("assez longue") && !said.contains("azerty"),
            "{said}"
        );
    }
}

#[test]
fn a_procedure_file_is_checked_with_line_and_column() {
    let (folder, data) = folder();
    let right = done(
        &data,
        &["procedure", "check", &procedure("signalement-voirie.yaml")],
    );
    assert!(right.contains("signaler-un-probleme"), "{right}");
    let source = std::fs::read_to_string(procedure("signalement-voirie.yaml")).unwrap();
    let wrong = folder.path().join("wrong.yaml");
    for (replaced, by) in [
        ("minutes: 3", "minutes: beaucoup"),
        ("kind: map", "kind: maps"),
        ("if: danger == true", "if: dangre == true"),
        ("title: {", "title {"),
    ] {
        std::fs::write(&wrong, source.replacen(replaced, by, 1)).unwrap();
        let output = run(&data, &["procedure", "check", wrong.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{by}");
        let said = err(&output);
        let line = said
            .lines()
            .find(|line| line.contains("wrong.yaml:"))
            .unwrap_or_else(|| panic!("{by}: {said}"));
        let place: Vec<&str> = line
            .split("wrong.yaml:")
            .nth(1)
            .unwrap()
            .split(':')
            .collect();
        assert!(place[0].parse::<u32>().is_ok(), "{line}");
        assert!(place[1].trim().parse::<u32>().is_ok(), "{line}");
    }
    let absent = refused(&data, &["procedure", "check", "nulle-part.yaml"]);
    assert!(absent.contains("nulle-part.yaml"), "{absent}");
    assert!(!data.exists(), "checking a file opens no folder");
}

#[test]
fn migrate_purge_and_version_say_what_they_do() {
    let (_folder, data) = folder();
    assert!(done(&data, &["migrate"]).contains("à jour"));
    assert!(
        done(&data, &["migrate"]).contains("à jour"),
        "twice is fine"
    );
    furnish(&data);
    let purge = done(&data, &["purge", "--dry-run"]);
    assert!(
        purge.contains("Ville de Rochebrune") && purge.contains("règle : 36 mois"),
        "{purge}"
    );
    assert_eq!(done(&data, &["purge"]), "", "nothing is over");
    let hold = ["purge", "--hold", "rochebrune/7K2M-94QD"];
    assert!(refused(&data, &hold).contains("--reference"));
    assert!(done(&data, &["--version"]).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_key_of_the_installation_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, data) = folder();
    done(&data, &["migrate"]);
    let key = std::fs::metadata(data.join("parvis.key")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_demonstration_refuses_real_data_and_other_machines() {
    let (_folder, data) = folder();
    furnish(&data);
    let real = refused(&data, &["serve", "--demo"]);
    assert!(real.contains("clé data"), "{real}");
    let (_folder, empty) = crate::process::folder();
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let open = refused(&empty, &["serve", "--demo", "--listen", address]);
        assert!(open.contains("clé listen"), "{open}");
    }
    assert!(!empty.exists(), "refused before anything is written");
}

#[test]
fn configuration_errors_name_the_key() {
    let (folder, data) = folder();
    let toml = folder.path().join("parvis.toml");
    let cases = [
        ("listen = 'partout'", "listen"),
        ("listen = '0.0.0.0:8080'", "listen"),
        ("trusted_proxies = ['nulle part']", "trusted_proxies"),
        ("connections = 0", "connections"),
        ("master_key = 'court'", "master_key"),
        ("databse = 'x'", "databse"),
        ("[mail]\nhost = 'h'\nsecurity = 'ssl'", "mail.security"),
        (
            "[limits]\ncode = { burst = 'x', every_seconds = 1 }",
            "burst",
        ),
        ("log = '====='", "log"),
    ];
    for (text, key) in cases {
        std::fs::write(&toml, text).unwrap();
        let said = refused(&data, &["--config", toml.to_str().unwrap(), "serve"]);
        assert!(said.contains(key), "{text}: {said}");
        assert!(said.starts_with("parvis : "), "{said}");
    }
    let unknown = parvis(&data)
        .env("PARVIS_DATABSE", "x")
        .arg("migrate")
        .output()
        .unwrap();
    assert!(
        err(&unknown).contains("PARVIS_DATABSE"),
        "{}",
        err(&unknown)
    );
    let absent = refused(&data, &["--config", "absent.toml", "migrate"]);
    assert!(absent.contains("absent.toml"), "{absent}");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let busy = refused(&data, &["serve", "--listen", &address]);
    assert!(busy.contains("listen"), "{busy}");
}

#[test]
fn a_demonstration_is_alive_shows_its_mails_and_says_what_it_is() {
    let (_folder, data) = folder();
    let mut server = Server::start(&data, &["--demo"]);
    assert!(
        server
            .announced
            .iter()
            .any(|line| line.contains("http://127.0.0.1"))
    );
    for path in ["/", "/dev"] {
        let page = page(path, &server.get(path)).shown();
        assert_eq!(problems_of(&page), Vec::<String>::new(), "{path}");
        assert!(
            page.source().to_lowercase().contains("démonstration"),
            "{path}"
        );
        assert!(
            page.header("content-security-policy")
                .starts_with("default-src 'none'")
        );
        for link in page.attrs("main a[href^='/']", "href") {
            let answer = server.get(&link);
            assert!(
                answer.starts_with("HTTP/1.1 200") || answer.starts_with("HTTP/1.1 303"),
                "{link}: {answer:.40}"
            );
        }
    }
    for path in [
        "/dev/courriels/nothing",
        "/dev/courriels/..%2F..%2Fparvis.key",
    ] {
        assert!(server.get(path).starts_with("HTTP/1.1 404"), "{path}");
    }
    assert!(server.terminate().success());
    // The same folder again, as a demonstration only.
    let real = refused(&data, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(real.contains("--demo"), "{real}");
    // The database says it too: it may be far from the folder.
    let mark = data.join("DEMONSTRATION.txt");
    std::fs::rename(&mark, data.join("elsewhere")).unwrap();
    let real = refused(&data, &["serve", "--listen", "127.0.0.1:0"]);
    assert!(
        real.contains("clé database") && real.contains("--demo"),
        "{real}"
    );
    std::fs::rename(data.join("elsewhere"), &mark).unwrap();
    let mixed = refused(&data, CREATE_ORGANISATION);
    assert!(mixed.contains("démonstration"), "{mixed}");
    let mut again = Server::start(&data, &["--demo"]);
    assert!(again.get("/health/ready").starts_with("HTTP/1.1 200"));
    assert!(again.terminate().success());
}

#[test]
fn a_token_of_the_api_is_given_listed_and_revoked_by_the_command_line() {
    let (_folder, data) = folder();
    furnish(&data);
    let given = |scope: &str| {
        parvis(&data)
            .args(["admin", "create-token", "--organisation", "rochebrune"])
            .args([
                "--name",
                "Portail",
                "--days",
                "30",
                "--group",
                "cadre-de-vie",
            ])
            .args(["--network", "192.0.2.0/24", "--scope", scope])
            .output()
            .unwrap()
    };
    let wrong = given("dossiers:delete");
    assert!(
        !wrong.status.success() && err(&wrong).contains("dossiers:write"),
        "{}",
        err(&wrong)
    );
    let right = given("dossiers:read");
    assert!(right.status.success(), "{}", err(&right));
    let secret = String::from_utf8(right.stdout).unwrap();
    assert!(
        secret.starts_with("parvis_") && secret.trim().len() == 55,
        "only the secret on the output"
    );
    let list = done(
        &data,
        &["admin", "list-tokens", "--organisation", "rochebrune"],
    );
    assert!(
        list.contains("Portail")
            && list.contains("dossiers:read")
            && list.contains("jamais utilisé"),
        "{list}"
    );
    assert!(!list.contains(secret.trim()));
    let id = list.split_whitespace().next().unwrap();
    let revoked = [
        "admin",
        "revoke-token",
        "--organisation",
        "rochebrune",
        "--token",
        id,
    ];
    assert!(done(&data, &revoked).contains("Révoqué"));
    let list = done(
        &data,
        &["admin", "list-tokens", "--organisation", "rochebrune"],
    );
    assert!(list.contains("révoqué le"), "{list}");
}
