//! The drill: a back-up is taken while deposits go on, checked, damaged, and restored elsewhere, on the same engine and on the other one.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use age::secrecy::ExposeSecret;
use parvis_journal::{Checked, Journal};
use parvis_store::{Engine, Location, StoreError};
use parvis_testkit::{TestStore, engines};

use crate::operation::{done, refused};
use crate::process::parvis;
use crate::town::{Known, Town, answers};
use crate::upgrade::{AtHome, lived, lives_on};

const LUCIE: &str = "lucie.moreau@exemple.fr";
/// The key of every test store.
const KEY: &str = "2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a2a";
/// A pair of keys of age that serves here only.
pub const IDENTITY: &str =
    "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

/// The data folder, as the binary expects it, of a town that runs in this process.
pub fn data_folder(town: &Town) -> PathBuf {
    let data = town.test.folder().join("data");
    if !data.exists() {
        fs::create_dir(&data).unwrap();
        std::os::unix::fs::symlink(town.test.folder().join("blobs"), data.join("pieces")).unwrap();
        if let Location::Sqlite(path) = town.test.location() {
            std::os::unix::fs::symlink(path, data.join("parvis.sqlite")).unwrap();
        }
    }
    data
}

/// The binary, in front of a database.
pub fn beside(data: &Path, location: &Location) -> Command {
    let mut command = parvis(data);
    command.env("PARVIS_MASTER_KEY", KEY);
    if let Location::Postgres(url) = location {
        command.env("PARVIS_DATABASE", url);
    }
    command
}

fn beginning(town: &Town, words: &[&str]) -> Child {
    beside(&data_folder(town), town.test.location())
        .args(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Takes a back-up of a town; what it said.
pub fn backed_up(town: &Town, to: &Path, words: &[&str]) -> String {
    let to = to.to_str().unwrap();
    let child = beginning(town, &[&["backup", to], words].concat());
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{told}");
    String::from_utf8(output.stdout).unwrap()
}

/// A house that holds nothing but what a back-up had.
fn restored(engine: Engine, from: &Path, words: &[&str]) -> TestStore {
    TestStore::filled_by(
        engine,
        &[&parvis_server::migrations()],
        |location, folder| {
            let data = folder.join("data");
            let output = beside(&data, location)
                .args(["restore", from.to_str().unwrap()])
                .args(words)
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{told}");
            fs::rename(data.join("pieces"), folder.join("blobs")).unwrap();
            if let Location::Sqlite(path) = location {
                fs::rename(data.join("parvis.sqlite"), path).unwrap();
            }
            assert!(
                fs::read_dir(&data).unwrap().next().is_none(),
                "nothing else"
            );
        },
    )
}

/// All the entries of a journal, checked.
pub fn checked(test: &TestStore, journal: Journal) -> Checked {
    let mut all = Checked::default();
    loop {
        let after = all.last;
        let page: Result<_, StoreError> = test
            .store
            .read_blocking(move |tx| parvis_journal::check(tx, journal, after));
        let page = page.unwrap();
        if page.last.is_none() {
            return all;
        }
        all.entries += page.entries;
        all.altered.extend(page.altered);
        all.last = page.last;
    }
}

/// What was there when the back-up began.
struct Before {
    known: AtHome,
    receipts: Vec<String>,
    entries: Vec<u64>,
}

/// A town that lived, with one mail that could not leave yet.
fn town_with_a_past(engine: Engine) -> (Town, Before) {
    let town = Town::build(TestStore::on(engine, &[&parvis_server::migrations()]));
    let known = lived(&town);
    let (place, slug) = (&town.rochebrune, "acte-naissance");
    let mut lucie = place.browser();
    let (waiting, page) = town.begin(place, &mut lucie, slug, Known::Email(LUCIE));
    town.post.set_down(true);
    town.fill(&mut lucie, &waiting, page, answers(slug));
    town.declare(&mut lucie, &waiting);
    town.work();
    town.deposited(&town.valmont, slug, Known::Code);
    let entries = Journal::ALL.map(|journal| checked(&town.test, journal).entries);
    let before = Before {
        known,
        receipts: vec![waiting],
        entries: entries.to_vec(),
    };
    (town, before)
}

/// Everything that was acknowledged before the back-up is in what was restored, and the work goes on.
fn is_all_there(test: TestStore, before: &Before) {
    for (journal, known) in Journal::ALL.into_iter().zip(&before.entries) {
        let found = checked(&test, journal);
        assert!(found.entries >= *known, "{journal:?}: {found:?}");
        assert!(found.altered.is_empty(), "{journal:?}: {found:?}");
    }
    let town = Town::again(test);
    assert!(town.post.to(LUCIE).is_empty());
    town.work();
    assert!(
        !town.post.to(LUCIE).is_empty(),
        "the mail that waited leaves"
    );
    lives_on(&town, &before.known);
    let mut claire = town.agent(&town.rochebrune, "claire");
    for receipt in &before.receipts {
        let file = town.open_file(&mut claire, receipt);
        assert!(file.told().contains(receipt), "{receipt}");
    }
    let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", Known::Code);
    assert!(!before.receipts.contains(&number));
}

#[test]
fn a_back_up_taken_during_deposits_is_restored_on_either_engine() {
    let (here, folder) = (engines(), tempfile::tempdir().unwrap());
    for engine in here.clone() {
        let (town, before) = town_with_a_past(engine);
        let to = folder.path().join(engine.name());
        let mut taking = beginning(&town, &["backup", to.to_str().unwrap(), "--without-key"]);
        let mut meanwhile = 0;
        while taking.try_wait().unwrap().is_none() {
            town.deposited(&town.rochebrune, "signaler-un-probleme", Known::Anonymous);
            meanwhile += 1;
        }
        let output = taking.wait_with_output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{told}");
        assert!(meanwhile > 0, "the house served during the back-up");
        done(folder.path(), &["verify-backup", to.to_str().unwrap()]);
        for target in here.clone() {
            println!("from {} to {}", engine.name(), target.name());
            is_all_there(restored(target, &to, &[]), &before);
        }
    }
}

#[test]
fn a_back_up_without_a_word_about_the_key_is_refused_with_the_choices() {
    let (town, _) = town_with_a_past(Engine::Sqlite);
    let to = town.test.folder().join("backup");
    let output = beginning(&town, &["backup", to.to_str().unwrap()]).wait_with_output();
    let output = output.unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success());
    for choice in ["--recipient", "--without-key", "--with-key-in-clear"] {
        assert!(told.contains(choice), "{told}");
    }
    assert!(!to.exists());
}

#[test]
fn an_encrypted_back_up_opens_for_its_recipient_only() {
    let identity: age::x25519::Identity = IDENTITY.parse().unwrap();
    let recipient = identity.to_public().to_string();
    let folder = tempfile::tempdir().unwrap();
    let identity_file = folder.path().join("identity.txt");
    fs::write(&identity_file, format!("# age\n{IDENTITY}\n")).unwrap();
    let stranger = folder.path().join("stranger.txt");
    let other = age::x25519::Identity::generate();
    fs::write(&stranger, other.to_string().expose_secret()).unwrap();
    for engine in engines() {
        let (town, before) = town_with_a_past(engine);
        let to = folder.path().join(engine.name());
        backed_up(&town, &to, &["--recipient", &recipient]);
        nothing_is_in_clear(&to);
        let from = to.to_str().unwrap();
        // Checked by who can open nothing.
        done(folder.path(), &["verify-backup", from]);
        let data = folder.path().join(format!("elsewhere-{}", engine.name()));
        let told = refused(&data, &["restore", from]);
        assert!(told.contains("--identity"), "{told}");
        let told = refused(
            &data,
            &["restore", from, "--identity", stranger.to_str().unwrap()],
        );
        assert!(told.contains("n'ouvre pas"), "{told}");
        assert!(!data.join("parvis.key").exists());
        let words = ["--identity", identity_file.to_str().unwrap()];
        is_all_there(restored(engine, &to, &words), &before);
        // The key comes back with the rest, for who has none.
        if engine == Engine::Sqlite {
            done(&data, &["restore", from, words[0], words[1]]);
            let key = fs::read_to_string(data.join("parvis.key")).unwrap();
            assert!(key.contains(KEY));
        }
    }
}

/// No name of a person, no slug, no key.
fn nothing_is_in_clear(folder: &Path) {
    for file in files(folder) {
        let bytes = fs::read(&file).unwrap();
        for word in ["rochebrune", "claire", KEY] {
            let found = bytes.windows(word.len()).any(|it| it == word.as_bytes());
            assert!(!found, "{word} in {}", file.display());
        }
    }
}

pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found.sort();
    found
}

#[test]
fn one_flipped_bit_a_missing_file_and_an_added_one_are_found_and_refused() {
    let (town, _) = town_with_a_past(Engine::Sqlite);
    let to = town.test.folder().join("backup");
    backed_up(&town, &to, &["--with-key-in-clear"]);
    let from = to.to_str().unwrap();
    let data = town.test.folder().join("restored");
    let all = files(&to);
    assert!(all.iter().any(|file| file.starts_with(to.join("pieces"))));
    for file in &all {
        let name = file.strip_prefix(&to).unwrap().to_str().unwrap();
        let whole = fs::read(file).unwrap();
        let mut flipped = whole.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        let cut = &whole[..whole.len() - 1];
        for damaged in [flipped.as_slice(), cut] {
            fs::write(file, damaged).unwrap();
            for words in [["verify-backup", from], ["restore", from]] {
                let told = refused(&data, &words);
                assert!(told.contains(name), "{name}: {told}");
                assert!(!data.join("parvis.sqlite").exists());
            }
        }
        fs::remove_file(file).unwrap();
        let told = refused(&data, &["verify-backup", from]);
        assert!(told.contains(name), "{name}: {told}");
        fs::write(file, whole).unwrap();
    }
    for added in ["tables/more.jsonl", "pieces/more", "more"] {
        fs::write(to.join(added), "more").unwrap();
        let told = refused(&data, &["verify-backup", from]);
        assert!(told.contains(added), "{told}");
        let told = refused(&data, &["restore", from]);
        assert!(told.contains(added), "{told}");
        fs::remove_file(to.join(added)).unwrap();
    }
    done(&data, &["verify-backup", from]);
    done(&data, &["restore", from]);
}

#[test]
fn neither_a_back_up_nor_a_restoration_replaces_anything() {
    let folder = tempfile::tempdir().unwrap();
    for engine in engines() {
        let (town, _) = town_with_a_past(engine);
        let to = folder.path().join(engine.name());
        backed_up(&town, &to, &["--without-key"]);
        let before = files(&to);
        let again = beginning(&town, &["backup", to.to_str().unwrap(), "--without-key"]);
        let again = again.wait_with_output().unwrap();
        assert!(String::from_utf8_lossy(&again.stderr).contains("existe déjà"));
        assert_eq!(files(&to), before);
        // A folder that holds something, then, beside an empty folder, a database that holds tables.
        let data = data_folder(&town);
        let output = beside(&data, town.test.location())
            .args(["restore", to.to_str().unwrap()])
            .output()
            .unwrap();
        assert!(String::from_utf8_lossy(&output.stderr).contains("n'est pas vide"));
        if engine == Engine::Postgres {
            let empty = town.test.folder().join("empty");
            let output = beside(&empty, town.test.location())
                .args(["restore", to.to_str().unwrap()])
                .output()
                .unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(told.contains("la base n'est pas vide"), "{told}");
        }
        town.deposited(&town.rochebrune, "acte-naissance", Known::Code);
    }
}

#[test]
fn the_pieces_of_an_earlier_back_up_are_not_copied_again_unless_they_are_damaged() {
    let (town, _) = town_with_a_past(Engine::Sqlite);
    let (monday, tuesday) = (
        town.test.folder().join("monday"),
        town.test.folder().join("tuesday"),
    );
    backed_up(&town, &monday, &["--without-key"]);
    let pieces = files(&monday.join("pieces"));
    let damaged = &pieces[0];
    let mut bytes = fs::read(damaged).unwrap();
    bytes[40] ^= 1;
    fs::write(damaged, bytes).unwrap();
    town.deposited(&town.rochebrune, "acte-naissance", Known::Code);
    let told = backed_up(
        &town,
        &tuesday,
        &["--without-key", "--since", monday.to_str().unwrap()],
    );
    let linked = format!("dont {} liées", pieces.len() - 1);
    assert!(told.contains(&linked), "{told}");
    assert!(files(&tuesday.join("pieces")).len() > pieces.len());
    done(&monday, &["verify-backup", tuesday.to_str().unwrap()]);
}

#[test]
fn a_back_up_that_is_cut_off_never_looks_whole() {
    let (town, _) = town_with_a_past(Engine::Sqlite);
    let to = town.test.folder().join("kept").join("backup");
    fs::create_dir(to.parent().unwrap()).unwrap();
    for wait in 0..8 {
        let mut taking = beginning(&town, &["backup", to.to_str().unwrap(), "--without-key"]);
        std::thread::sleep(std::time::Duration::from_millis(wait * 12));
        taking.kill().unwrap();
        taking.wait().unwrap();
        if to.exists() {
            // It was faster.
            done(&to, &["verify-backup", to.to_str().unwrap()]);
            fs::remove_dir_all(&to).unwrap();
        }
        for entry in fs::read_dir(to.parent().unwrap()).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(name.starts_with(".backup.inachevee-"), "{name}");
        }
    }
}

#[test]
fn a_restoration_that_was_cut_off_starts_no_server() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir_all(data.join("restauration-inachevee")).unwrap();
    let told = refused(&data, &["migrate"]);
    assert!(told.contains("n'est pas allée à son terme"), "{told}");
}

#[test]
fn the_key_of_another_house_restores_nothing() {
    let (town, _) = town_with_a_past(Engine::Sqlite);
    let to = town.test.folder().join("backup");
    backed_up(&town, &to, &["--without-key"]);
    let (from, data) = (to.to_str().unwrap(), town.test.folder().join("restored"));
    let told = refused(&data, &["restore", from]);
    assert!(told.contains("--key"), "{told}");
    let key = town.test.folder().join("other.key");
    fs::write(&key, format!("parvis-key-1 {}\n", KEY.replace('a', "b"))).unwrap();
    let told = refused(&data, &["restore", from, "--key", key.to_str().unwrap()]);
    assert!(told.contains("n'est pas celle de la sauvegarde"), "{told}");
    fs::write(&key, format!("parvis-key-1 {KEY}\n")).unwrap();
    done(&data, &["restore", from, "--key", key.to_str().unwrap()]);
}

/// A bucket of its own in the stand-in that the tests are given; its address and its name.
pub fn bucket() -> (String, String) {
    let endpoint = std::env::var("PARVIS_TEST_S3").expect(
        "PARVIS_TEST_S3 is missing: scripts/s3-for-tests.sh start prints it (make test sets it)",
    );
    let name = format!("restored-{}", uuid::Uuid::now_v7());
    let address = endpoint.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let request = format!(
        "PUT /{name} HTTP/1.1\r\nHost: {address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.contains(" 200 "), "{answer}");
    (endpoint, name)
}

/// What a back-up says of its pieces: a line each, with its sum.
fn pieces_of(backup: &Path) -> BTreeSet<String> {
    let list = fs::read_to_string(backup.join("pieces.jsonl")).unwrap();
    list.lines().map(str::to_owned).collect()
}

#[test]
fn the_pieces_of_a_back_up_are_restored_into_a_bucket() {
    let folder = tempfile::tempdir().unwrap();
    let (endpoint, name) = bucket();
    let (town, _) = town_with_a_past(engines()[0]);
    let first = folder.path().join("first");
    backed_up(&town, &first, &["--without-key"]);
    assert!(!pieces_of(&first).is_empty());
    let in_bucket = |data: &str, words: &[&str]| {
        let data = folder.path().join(data);
        let location = Location::Sqlite(data.join("parvis.sqlite"));
        let output = beside(&data, &location)
            .env("PARVIS_S3_BUCKET", &name)
            .env("PARVIS_S3_ENDPOINT", &endpoint)
            .env("PARVIS_S3_REGION", "eu-west-3")
            .env("PARVIS_S3_ACCESS_KEY", "test")
            .env("PARVIS_S3_SECRET_KEY", "test")
            .args(words)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.success(), told)
    };
    let (restored, told) = in_bucket("data", &["restore", first.to_str().unwrap()]);
    assert!(restored, "{told}");
    assert!(!folder.path().join("data/pieces").exists());
    let second = folder.path().join("second");
    let (taken, told) = in_bucket(
        "data",
        &["backup", second.to_str().unwrap(), "--without-key"],
    );
    assert!(taken, "{told}");
    assert_eq!(pieces_of(&first), pieces_of(&second));
    // The bucket holds pieces now: nothing is restored over them.
    let (again, told) = in_bucket("other", &["restore", first.to_str().unwrap()]);
    assert!(!again && told.contains("n'est pas vide"), "{told}");
}
