//! An organisation leaves with everything that it has, and goes on elsewhere: under another master key, on another engine, beside
//! others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use parvis_journal::Journal;
use parvis_kernel::{Clock, Ctx, OrganisationId};
use parvis_server::reversibility::{Fate, fates};
use parvis_store::snapshot::Snapshot;
use parvis_store::{Engine, Location, StoreError, Vault};
use parvis_testkit::{Browser, TestStore, engines};
use serde_json::{Value, json};

use crate::backup::{IDENTITY, beside, bucket, checked, data_folder, files};
use crate::process::parvis;
use crate::town::{Known, PNG, SECRET_SENTENCE, Town, answers, in_towns};
use crate::upgrade::{AtHome, lived, lives_on};

const LUCIE: &str = "lucie.moreau@exemple.fr";
const CAMILLE: &str = "camille.roux@exemple.fr";
/// The master key of the installation that receives.
const THERE: [u8; 32] = [7; 32];

/// The binary in front of the installation that receives.
fn there(data: &Path, location: &Location) -> Command {
    let mut command = parvis(data);
    command.env("PARVIS_MASTER_KEY", "07".repeat(32));
    if let Location::Postgres(url) = location {
        command.env("PARVIS_DATABASE", url);
    }
    command
}

fn told(output: &Output) -> String {
    let streams = [&output.stdout, &output.stderr];
    streams.map(|it| String::from_utf8_lossy(it)).concat()
}

fn done(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", told(&output));
    told(&output)
}

fn refused(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(!output.status.success(), "{command:?}: {}", told(&output));
    told(&output)
}

/// The binary in front of a town that runs in this process.
fn here(town: &Town, words: &[&str]) -> Command {
    let mut command = beside(&data_folder(town), town.test.location());
    command.args(words);
    command
}

fn exported(town: &Town, slug: &str, to: &Path, words: &[&str]) {
    let to = to.to_str().unwrap();
    done(here(town, &[&["export", slug, to], words].concat()));
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What was there before the organisations left.
struct Before {
    known: AtHome,
    /// Who waits for a mail.
    waiting: String,
    /// Entries of each journal.
    entries: [u64; 3],
}

/// A town that lived, where a person has an account and a mail could not leave yet.
fn past(engine: Engine) -> (Town, Before) {
    let town = Town::build(TestStore::on(engine, &[&parvis_server::migrations()]));
    let known = lived(&town);
    let (place, slug) = (&town.rochebrune, "acte-naissance");
    let mut camille = town.open_account(place, CAMILLE);
    let _ = town.add_second_factor(&mut camille);
    town.deposited(&town.valmont, slug, Known::Code);
    let mut lucie = place.browser();
    let (waiting, page) = town.begin(place, &mut lucie, slug, Known::Email(LUCIE));
    town.post.set_down(true);
    town.fill(&mut lucie, &waiting, page, answers(slug));
    town.declare(&mut lucie, &waiting);
    town.work();
    let entries = Journal::ALL.map(|journal| checked(&town.test, journal).entries);
    let before = Before {
        known,
        waiting,
        entries,
    };
    (town, before)
}

/// Two exports are imported into a house that holds nothing, one after the other; then the first leaves again.
fn arrived(engine: Engine, exports: [&Path; 2], again: &Path) -> TestStore {
    let migrations = parvis_server::migrations();
    TestStore::filled_under(THERE, engine, &[&migrations], |location, folder| {
        let data = folder.join("data");
        for from in exports {
            let mut command = there(&data, location);
            command.args(["import", text(from)]);
            let told = done(command);
            assert!(told.contains("redémarrez"), "{told}");
        }
        let mut command = there(&data, location);
        command.args(["export", "rochebrune", text(again), "--in-clear"]);
        done(command);
        fs::rename(data.join("pieces"), folder.join("blobs")).unwrap();
        if let Location::Sqlite(path) = location {
            fs::rename(data.join("parvis.sqlite"), path).unwrap();
        }
        let left: Vec<_> = fs::read_dir(&data).unwrap().collect();
        assert!(left.is_empty(), "{left:?}");
    })
}

#[test]
fn an_organisation_goes_on_under_another_master_key_on_either_engine() {
    let folder = tempfile::tempdir().unwrap();
    for engine in engines() {
        let (town, before) = past(engine);
        let own = folder.path().join(engine.name());
        fs::create_dir(&own).unwrap();
        let (first, second) = (own.join("rochebrune"), own.join("valmont"));
        exported(&town, "rochebrune", &first, &["--in-clear"]);
        exported(&town, "valmont", &second, &["--in-clear"]);
        for target in engines() {
            println!("from {} to {}", engine.name(), target.name());
            let again = own.join(target.name());
            let test = arrived(target, [&second, &first], &again);
            holds_the_same(&first, &again);
            goes_on(test, &before);
        }
    }
}

/// Nobody notices that the house is another one.
fn goes_on(test: TestStore, before: &Before) {
    for (journal, known) in Journal::ALL.into_iter().zip(before.entries) {
        let found = checked(&test, journal);
        assert!(found.entries >= known, "{journal:?}: {found:?}");
        assert!(found.altered.is_empty(), "{journal:?}: {found:?}");
    }
    let town = Town::again(test);
    town.work();
    assert!(
        !town.post.to(LUCIE).is_empty(),
        "the mail that waited leaves"
    );
    // The second factor of the agent came: nobody enrols it here.
    let place = &town.rochebrune;
    let mut claire = town.agent_in(place, place.browser(), "claire");
    for searched in ["Lenoir", "Puits"] {
        let form = claire.get("/agent").shown().form("/agent/recherche");
        let found = claire.submit(&form.fill("q", searched));
        let found = claire.follow(found);
        assert!(found.told().contains(&before.waiting), "{}", found.told());
    }
    account_opens(&town);
    lives_on(&town, &before.known);
    let (_, number) = town.deposited(place, "acte-naissance", Known::Code);
    assert_ne!(number, before.waiting);
}

/// Camille signs in with her password and her second factor; her codes are to be drawn again.
fn account_opens(town: &Town) {
    let mut camille: Browser = town.rochebrune.browser();
    let asked = town.sign_in(&mut camille, CAMILLE, SECRET_SENTENCE);
    let asked = camille.follow(asked);
    assert!(asked.path.contains("/compte/connexion"), "{}", asked.path);
    assert!(asked.told().contains("code"), "{}", asked.told());
}

/// The rows of an export, by table, as objects.
fn rows(export: &Path) -> BTreeMap<String, Vec<BTreeMap<String, Value>>> {
    let tables = fs::read_dir(export.join("tables")).unwrap();
    tables
        .map(|entry| {
            let path = entry.unwrap().path();
            let file = fs::read_to_string(&path).unwrap();
            let mut lines = file.lines();
            let head: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
            let columns = head["columns"].as_array().unwrap().clone();
            let row = |line: &str| {
                let values: Vec<Value> = serde_json::from_str(line).unwrap();
                let names = columns.iter().map(|it| it[0].as_str().unwrap().to_owned());
                names.zip(values).collect()
            };
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, lines.map(row).collect())
        })
        .collect()
}

/// What is not the same where an organisation arrived: it depends on the master key, or it is the trace of the arrival.
const DIFFERS: [(&str, &str); 3] = [
    ("dossiers", "given_code_sealed"),
    ("accounts", "address_hash"),
    ("journal_security", "sent_at"),
];

fn holds_the_same(left: &Path, arrived: &Path) {
    let (before, mut after) = (rows(left), rows(arrived));
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    let security = after.get_mut("journal_security").unwrap();
    let known = security.len();
    security.retain(|row| row["verb"] != "organisation.arrived");
    assert_eq!(security.len() + 1, known, "the arrival is written once");
    for (table, rows) in before {
        let comparable = |rows: &[BTreeMap<String, Value>]| -> BTreeSet<String> {
            let plain = |row: &BTreeMap<String, Value>| {
                let mut row = row.clone();
                row.retain(|column, _| !DIFFERS.contains(&(table.as_str(), column.as_str())));
                serde_json::to_string(&row).unwrap()
            };
            rows.iter().map(plain).collect()
        };
        assert_eq!(comparable(&rows), comparable(&after[&table]), "{table}");
    }
    for name in ["keys.jsonl", "codes.jsonl", "pieces.jsonl"] {
        let lines = |export: &Path| -> BTreeSet<String> {
            let file = fs::read_to_string(export.join(name)).unwrap();
            file.lines().map(str::to_owned).collect()
        };
        assert!(!lines(left).is_empty(), "{name}");
        assert_eq!(lines(left), lines(arrived), "{name}");
    }
}

/// The files of the readable part, by name.
fn readable(export: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = fs::File::open(export.join("lisible.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    names
        .into_iter()
        .map(|name| {
            let mut bytes = Vec::new();
            archive
                .by_name(&name)
                .unwrap()
                .read_to_end(&mut bytes)
                .unwrap();
            (name, bytes)
        })
        .collect()
}

#[test]
fn everything_of_one_organisation_is_there_and_nothing_of_another() {
    let (town, before) = past(engines()[0]);
    let to = town.test.folder().join("export");
    exported(&town, "rochebrune", &to, &["--in-clear"]);
    let files_read = readable(&to);
    let number = &before.known.certificate;
    let own = |name: &str| files_read.get(name).unwrap_or_else(|| panic!("{name}"));
    assert!(files_read.contains_key("LISEZMOI.txt"));
    let dossier: Value =
        serde_json::from_slice(own(&format!("dossiers/{number}/dossier.json"))).unwrap();
    assert_eq!(dossier["state"], "refused");
    assert_eq!(
        dossier["people"]["contact"]["email"],
        "zoe.lenoir@exemple.fr"
    );
    assert!(dossier["decision"]["decision"].is_object(), "{dossier}");
    assert!(!dossier["acts"].as_array().unwrap().is_empty());
    let words =
        String::from_utf8_lossy(own(&format!("dossiers/{number}/reponses.txt"))).into_owned();
    assert!(words.contains("rue du Puits"), "{words}");
    let piece = dossier["pieces"][0]["file"].as_str().unwrap();
    assert_eq!(own(&format!("dossiers/{number}/{piece}")), PNG);
    assert!(
        files_read
            .keys()
            .any(|name| name == "demarches/acte-naissance/revision-1.yaml")
    );
    let table = String::from_utf8_lossy(own("dossiers.csv")).into_owned();
    assert!(table.contains(number), "{table}");
    // A draft is its person's alone.
    assert!(!table.contains(&before.known.draft.0));
    let settings: Value = serde_json::from_slice(own("organisation.json")).unwrap();
    assert_eq!(settings["organisation"][0]["slug"], "rochebrune");
    assert!(settings["agents"][0].get("password_hash").is_none());
    assert!(String::from_utf8_lossy(own("comptes.csv")).contains(CAMILLE));
    assert!(String::from_utf8_lossy(own("journaux/actes.csv")).contains("dossier.decided"));
    // Not one word of the other.
    let other = &town.valmont;
    let foreign = [other.organisation.id.to_string(), "valmont".to_owned()];
    let exact = files(&to)
        .into_iter()
        .map(|path| (text(&path).to_owned(), fs::read(&path).unwrap()));
    for (name, bytes) in exact.chain(files_read) {
        for word in &foreign {
            let found = bytes.windows(word.len()).any(|it| it == word.as_bytes());
            assert!(!found, "{word} in {name}");
        }
    }
    for path in files(&to) {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    }
    // Who administers reads that all of it was taken away.
    let mut claire = town.agent(&town.rochebrune, "claire");
    let journal = claire.get("/agent/administration/journal").shown();
    assert!(
        journal.told().contains("emporté dans un export"),
        "{}",
        journal.told()
    );
}

#[test]
fn every_table_of_the_schema_has_a_declared_fate() {
    for engine in engines() {
        let test = TestStore::on(engine, &[&parvis_server::migrations()]);
        let vault = Vault::from_bytes([42; 32]);
        let snapshot = Snapshot::open(test.location(), &vault).unwrap();
        let tables: BTreeSet<&str> = snapshot
            .tables()
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let declared: BTreeSet<&str> = fates().iter().map(|(name, _)| *name).collect();
        assert_eq!(declared.len(), fates().len(), "a table is declared twice");
        assert_eq!(
            tables, declared,
            "say in reversibility/tables.rs what becomes of each table"
        );
        for table in snapshot.tables() {
            let owned = table.columns.iter().any(|it| it.name == "organisation_id");
            let (_, fate) = fates()
                .iter()
                .find(|(name, _)| *name == table.name)
                .unwrap();
            let by_column = match fate {
                Fate::Moves(whose) => matches!(
                    whose,
                    parvis_store::snapshot::Whose::Column | parvis_store::snapshot::Whose::Those(_)
                ),
                Fate::MadeAgain(why) | Fate::LeftBehind(why) => {
                    assert!(!why.is_empty());
                    continue;
                }
            };
            assert_eq!(by_column, owned, "{}", table.name);
        }
    }
}

#[test]
fn an_export_says_how_it_is_kept_and_what_it_finds() {
    let (town, _) = past(Engine::Sqlite);
    let to = town.test.folder().join("export");
    let asked = refused(here(&town, &["export", "rochebrune", text(&to)]));
    assert!(
        asked.contains("--recipient") && asked.contains("--in-clear"),
        "{asked}"
    );
    let unknown = refused(here(
        &town,
        &["export", "personne", text(&to), "--in-clear"],
    ));
    assert!(unknown.contains("« personne »"), "{unknown}");
    assert!(!to.exists());
    exported(&town, "rochebrune", &to, &["--in-clear"]);
    let twice = refused(here(
        &town,
        &["export", "rochebrune", text(&to), "--in-clear"],
    ));
    assert!(twice.contains("existe déjà"), "{twice}");
    // What one command writes, the other one does not take for its own.
    let data = town.test.folder().join("elsewhere");
    let mut restore = parvis(&data);
    restore.args(["restore", text(&to)]);
    assert!(refused(restore).contains("parvis import"));
    let backup = town.test.folder().join("backup");
    done(here(&town, &["backup", text(&backup), "--without-key"]));
    let mut import = parvis(&data);
    import.args(["import", text(&backup)]);
    assert!(refused(import).contains("parvis restore"));
    assert!(!data.exists());
}

#[test]
fn a_damaged_a_newer_and_a_known_one_are_refused_before_anything_is_written() {
    let (town, _) = past(Engine::Sqlite);
    let to = town.test.folder().join("export");
    exported(&town, "rochebrune", &to, &["--in-clear"]);
    let data = town.test.folder().join("elsewhere");
    let import = |words: &[&str]| {
        let mut command = parvis(&data);
        command.args([&["import", text(&to)], words].concat());
        command
    };
    for file in files(&to) {
        let whole = fs::read(&file).unwrap();
        let mut flipped = whole.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        for damaged in [flipped.as_slice(), &whole[..whole.len() - 1]] {
            fs::write(&file, damaged).unwrap();
            let name = file.strip_prefix(&to).unwrap();
            let told = refused(import(&[]));
            assert!(told.contains(text(name)), "{told}");
            assert!(!data.exists(), "nothing is written");
        }
        fs::write(&file, whole).unwrap();
    }
    let checked = done(import(&["--check"]));
    assert!(checked.contains("Export entier"), "{checked}");
    assert!(!data.exists(), "a check writes nothing");
    // Where it comes from, it is there already; a name that is taken is another matter.
    let told = refused(here(&town, &["import", text(&to)]));
    assert!(told.contains("déjà ici"), "{told}");
    let other = town.test.folder().join("valmont");
    exported(&town, "valmont", &other, &["--in-clear"]);
    done(import(&[]));
    let valmont = |words: &[&str]| {
        let mut command = parvis(&data);
        command.args([&["import", text(&other)], words].concat());
        command
    };
    let told = refused(valmont(&["--slug", "rochebrune"]));
    assert!(told.contains("--slug"), "{told}");
    let told = refused(valmont(&["--host", "Rochebrune.example"]));
    assert!(told.contains("--without-host"), "{told}");
    let told = refused(valmont(&["--slug", "admin"]));
    assert!(told.contains("--slug admin"), "{told}");
    let told = done(valmont(&["--slug", "valmont-sur-mer", "--without-host"]));
    assert!(told.contains("valmont-sur-mer"), "{told}");
    // A migration that this version does not know.
    let manifest = to.join("manifest.json");
    let newer = fs::read_to_string(&manifest).unwrap();
    let newer = newer.replacen("\"number\": 1,", "\"number\": 999,", 1);
    let sum = sha256(newer.as_bytes());
    fs::write(&manifest, newer).unwrap();
    fs::write(
        to.join("manifest.json.sha256"),
        format!("{sum}  manifest.json\n"),
    )
    .unwrap();
    let empty = town.test.folder().join("empty");
    let mut command = parvis(&empty);
    command.args(["import", text(&to)]);
    let told = refused(command);
    assert!(told.contains("plus récente"), "{told}");
    assert!(organisations(&empty).is_empty());
}

/// A host that receives many must not be harmed by what one of them brings.
#[test]
fn a_piece_that_bears_the_name_of_somebody_elses_replaces_nothing() {
    let (town, _) = past(Engine::Sqlite);
    let export = |slug: &str| {
        let to = town.test.folder().join(slug);
        exported(&town, slug, &to, &["--in-clear"]);
        to
    };
    let (known, forged) = (export("rochebrune"), export("valmont"));
    let data = town.test.folder().join("elsewhere");
    let import = |from: &Path| {
        let mut command = parvis(&data);
        command.args(["import", text(from)]);
        command
    };
    done(import(&known));
    let list = fs::read_to_string(known.join("pieces.jsonl")).unwrap();
    let own: Value = serde_json::from_str(list.lines().next().unwrap()).unwrap();
    let name = own["path"].as_str().unwrap();
    let kept = fs::read(data.join("pieces").join(name)).unwrap();
    forge_piece(&forged, name, b"of somebody else");
    let told = refused(import(&forged));
    assert!(told.contains(name), "{told}");
    assert_eq!(organisations(&data), ["rochebrune"]);
    assert_eq!(fs::read(data.join("pieces").join(name)).unwrap(), kept);
}

/// Adds a piece to an export in clear, checksums included.
fn forge_piece(export: &Path, name: &str, bytes: &[u8]) {
    let piece = export.join("pieces").join(name);
    fs::create_dir_all(piece.parent().unwrap()).unwrap();
    fs::write(&piece, bytes).unwrap();
    let list = export.join("pieces.jsonl");
    let line = json!({ "path": name, "size": bytes.len(), "sha256": sha256(bytes) });
    let listed = fs::read_to_string(&list).unwrap() + &line.to_string() + "\n";
    fs::write(&list, &listed).unwrap();
    let path = export.join("manifest.json");
    let mut manifest: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for file in manifest["files"].as_array_mut().unwrap() {
        if file["path"] == "pieces.jsonl" {
            file["size"] = listed.len().into();
            file["sha256"] = sha256(listed.as_bytes()).into();
        }
    }
    for (field, more) in [("count", 1), ("bytes", bytes.len() as u64)] {
        let before = manifest["pieces"][field].as_u64().unwrap();
        manifest["pieces"][field] = (before + more).into();
    }
    let manifest = manifest.to_string();
    let sum = sha256(manifest.as_bytes());
    fs::write(&path, manifest).unwrap();
    let sum = format!("{sum}  manifest.json\n");
    fs::write(export.join("manifest.json.sha256"), sum).unwrap();
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The organisations of an installation on SQLite, and how many dossiers each has.
fn organisations(data: &Path) -> Vec<String> {
    let path = data.join("parvis.sqlite");
    if !path.exists() {
        return Vec::new();
    }
    let key = Vault::open_or_create(&data.join("parvis.key")).unwrap();
    let store = parvis_store::Store::open(&Location::Sqlite(path), key).unwrap();
    store.migrate(&parvis_server::migrations()).unwrap();
    let all = store.read_blocking(parvis_organisation::all).unwrap();
    store.close();
    all.into_iter().map(|it| it.slug).collect()
}

#[test]
fn an_encrypted_export_opens_for_its_recipient_only() {
    let identity: age::x25519::Identity = IDENTITY.parse().unwrap();
    let (town, _) = past(Engine::Sqlite);
    let folder = town.test.folder();
    let (to, data) = (folder.join("export"), folder.join("elsewhere"));
    let recipient = identity.to_public().to_string();
    exported(&town, "rochebrune", &to, &["--recipient", &recipient]);
    for file in files(&to) {
        let bytes = fs::read(&file).unwrap();
        for word in ["rochebrune", "claire", "Lenoir"] {
            let found = bytes.windows(word.len()).any(|it| it == word.as_bytes());
            assert!(!found, "{word} in {}", file.display());
        }
    }
    let import = |words: &[&str]| {
        let mut command = parvis(&data);
        command.args([&["import", text(&to)], words].concat());
        command
    };
    done(import(&["--check"]));
    let told = refused(import(&[]));
    assert!(told.contains("--identity"), "{told}");
    assert!(organisations(&data).is_empty());
    let kept: PathBuf = folder.join("identity.txt");
    fs::write(&kept, format!("{IDENTITY}\n")).unwrap();
    done(import(&["--identity", text(&kept)]));
    assert_eq!(organisations(&data), ["rochebrune"]);
}

#[test]
fn an_import_that_is_cut_off_leaves_no_half_of_an_organisation() {
    let (town, _) = past(Engine::Sqlite);
    let to = town.test.folder().join("export");
    exported(&town, "rochebrune", &to, &["--in-clear"]);
    let data = town.test.folder().join("elsewhere");
    let import = || {
        let mut command = parvis(&data);
        command.args(["import", text(&to)]);
        command
    };
    for wait in 0..10 {
        let mut child = import()
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20 + wait * 40));
        child.kill().unwrap();
        child.wait().unwrap();
        if !organisations(&data).is_empty() {
            break;
        }
    }
    if organisations(&data).is_empty() {
        done(import());
    }
    // All of it is there: it leaves again with the same rows.
    let again = town.test.folder().join("again");
    let mut command = parvis(&data);
    command.args(["export", "rochebrune", text(&again), "--in-clear"]);
    done(command);
    holds_the_same(&to, &again);
}

#[test]
fn a_rehearsal_writes_to_nobody() {
    let folder = tempfile::tempdir().unwrap();
    for engine in engines() {
        let (town, before) = past(engine);
        let own = folder.path().join(engine.name());
        fs::create_dir(&own).unwrap();
        let slugs = ["rochebrune", "valmont"];
        for slug in slugs {
            exported(&town, slug, &own.join(slug), &["--in-clear"]);
        }
        let migrations = parvis_server::migrations();
        let test = TestStore::filled_under(THERE, engine, &[&migrations], |location, folder| {
            let data = folder.join("data");
            for slug in slugs {
                let mut command = there(&data, location);
                command.args(["import", text(&own.join(slug)), "--send-nothing"]);
                let told = done(command);
                assert!(told.contains("ne sera envoyé"), "{told}");
            }
            fs::rename(data.join("pieces"), folder.join("blobs")).unwrap();
            if let Location::Sqlite(path) = location {
                fs::rename(data.join("parvis.sqlite"), path).unwrap();
            }
        });
        let rehearsal = Town::again(test);
        rehearsal.work();
        assert!(rehearsal.post.to(LUCIE).is_empty());
        let place = &rehearsal.rochebrune;
        let mut claire = rehearsal.agent_in(place, place.browser(), "claire");
        let file = rehearsal.open_file(&mut claire, &before.waiting);
        assert!(file.told().contains(&before.waiting));
    }
}

/// What an arrival does to an organisation changes nothing for those who are at home: on both engines.
#[test]
fn what_depends_on_the_master_key_is_made_again() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let id: OrganisationId = place.organisation.id;
        let known = lived(town);
        let _ = town.open_account(place, CAMILLE);
        let store = &town.house.store;
        let codes = store.read_blocking(move |tx| parvis_dossier::moving::codes(tx, id, None));
        let codes = codes.unwrap();
        assert!(codes.items.len() >= 2, "{codes:?}");
        let ctx = Ctx::house(id, town.test.clock.now());
        let catalogue = parvis_demarche::Catalogue::new();
        let arriving = store.write_blocking(move |tx| {
            for code in &codes.items {
                parvis_dossier::moving::keep_code(tx, id, code)?;
            }
            parvis_dossier::moving::index_again(tx, &catalogue, id, None)?;
            parvis_access::account::moving::hash_again(tx, id, None)?;
            Ok::<_, parvis_dossier::DossierError>(())
        });
        arriving.unwrap();
        let arriving = store.write_blocking(move |tx| {
            parvis_organisation::arrive(&ctx, tx, "rochebrune", Some("rochebrune.example"))
                .unwrap();
            parvis_journal::arrived(&ctx, tx)?;
            parvis_notify::keep_all(tx, &ctx)?;
            parvis_identity::arrived(&ctx, tx)?;
            parvis_webhook::arrived(&ctx, tx)?;
            Ok::<_, StoreError>(())
        });
        arriving.unwrap();
        let pieces = store
            .read_blocking(move |tx| parvis_dossier::moving::stored_files(tx, id, None))
            .unwrap();
        assert!(!pieces.is_empty());
        let mut camille = place.browser();
        let home = town.sign_in(&mut camille, CAMILLE, SECRET_SENTENCE);
        assert!(
            home.status.is_redirection() || home.path.starts_with("/compte"),
            "{}",
            home.path
        );
        lives_on(town, &known);
    });
}

#[test]
fn the_pieces_of_an_organisation_go_from_a_folder_into_a_bucket() {
    let (town, _) = past(Engine::Sqlite);
    let (endpoint, name) = bucket();
    let (to, again) = (
        town.test.folder().join("export"),
        town.test.folder().join("again"),
    );
    exported(&town, "rochebrune", &to, &["--in-clear"]);
    let data = town.test.folder().join("elsewhere");
    let in_bucket = |words: &[&str]| {
        let mut command = parvis(&data);
        command
            .env("PARVIS_S3_BUCKET", &name)
            .env("PARVIS_S3_ENDPOINT", &endpoint)
            .env("PARVIS_S3_REGION", "eu-west-3")
            .env("PARVIS_S3_ACCESS_KEY", "test")
            .env("PARVIS_S3_SECRET_KEY", "test")
            .args(words);
        command
    };
    done(in_bucket(&["import", text(&to)]));
    assert!(!data.join("pieces").exists());
    done(in_bucket(&[
        "export",
        "rochebrune",
        text(&again),
        "--in-clear",
    ]));
    holds_the_same(&to, &again);
    assert_eq!(
        readable(&to).keys().collect::<Vec<_>>(),
        readable(&again).keys().collect::<Vec<_>>()
    );
}
