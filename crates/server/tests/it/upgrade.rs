//! Databases written by earlier versions: they open, and the work goes on where it was.
//!
//! `tests/databases/VERSION/ENGINE` holds what a tagged version wrote. They are never written again. At a new tag:
//! `PARVIS_KEEP_DATABASES=crates/server/tests/databases/vX.Y.Z cargo nextest run -p parvis-server upgrade`.

use std::path::{Path, PathBuf};

use parvis_store::Engine;
use parvis_testkit::{TestStore, engines};
use serde::{Deserialize, Serialize};

use crate::town::{IN_FACT, Known, PNG, Town};

const ZOE: &str = "zoe.lenoir@exemple.fr";
const KNOWN: &str = "known.json";

/// What the persons of a kept database have at home.
#[derive(Serialize, Deserialize)]
pub struct AtHome {
    /// A refused request of Zoé's, with its pieces.
    pub certificate: String,
    /// A deposited enrolment, and its follow-up code.
    enrolment: (String, String),
    /// A closed report of nobody in particular.
    report: String,
    /// A draft, half filled, and its follow-up code.
    pub draft: (String, String),
}

/// Lives a little in a fresh house, and keeps its database.
fn write(engine: Engine, to: &Path) {
    let town = Town::build(TestStore::on(engine, &[&parvis_server::migrations()]));
    let known = lived(&town);
    town.test.keep(&to.join(engine.name()));
    let known = serde_json::to_string_pretty(&known).unwrap();
    std::fs::write(to.join(engine.name()).join(KNOWN), known).unwrap();
}

/// Lives a little in a town: a refusal, an enrolment, a report, a draft.
pub fn lived(town: &Town) -> AtHome {
    let place = &town.rochebrune;
    let (_, certificate) = town.deposited(place, "acte-naissance", Known::Email(ZOE));
    let (_, report) = town.deposited(place, "signaler-un-probleme", Known::Anonymous);
    let (mut parent, enrolment) = town.deposited(place, "ecole-cantine", Known::Code);
    let receipt = parent.get(&format!("/dossiers/{enrolment}/recepisse"));
    let code = receipt.shown().text(".govuk-inset-text .parvis-reference");
    let (mut drafting, draft, step) = town.drafting("ecole-cantine");
    let code_page = drafting
        .get(&format!("/dossiers/{draft}/code-de-suivi"))
        .shown();
    let draft_code = code_page.text("dl.parvis-keep dd:last-child");
    assert!(step.path.contains("/etapes/"), "{}", step.path);
    let mut claire = town.agent(place, "claire");
    town.take(&mut claire, &certificate);
    town.decide(&mut claire, &certificate, "refused");
    town.take(&mut claire, &report);
    town.later(3600);
    town.work();
    AtHome {
        certificate,
        enrolment: (enrolment, code),
        report,
        draft: (draft, draft_code),
    }
}

/// Opens a kept database with the house of today, and goes on.
fn goes_on(engine: Engine, kept: &Path) {
    let known = std::fs::read_to_string(kept.join(KNOWN)).unwrap();
    let known: AtHome = serde_json::from_str(&known).unwrap();
    let test = TestStore::on_kept(engine, &[&parvis_server::migrations()], kept);
    let town = Town::again(test);
    lives_on(&town, &known);
    let (_, number) = town.deposited(&town.rochebrune, "acte-naissance", Known::Email(ZOE));
    assert_ne!(number, known.certificate);
}

/// Everybody finds what they had.
pub fn lives_on(town: &Town, known: &AtHome) {
    reads_the_answer(town, known);
    comes_back_with_a_code(town, &known.enrolment);
    comes_back_with_a_code(town, &known.draft);
    is_instructed(town, known);
}

/// The picture that the tests of version 0.1.0 deposited.
const PNG_OF_0_1_0: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\
    \x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\x0d\x49\x44\x41\x54\x78\x9c\x63\xf8\xff\xff\x3f\x00\x05\
    \xfe\x02\xfe\xa7\x35\x81\x84\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// Zoé proves her address, reads the decision and sees her piece again.
fn reads_the_answer(town: &Town, known: &AtHome) {
    let number = &known.certificate;
    let mut zoe = town.rochebrune.browser();
    let form = zoe.get("/suivi").shown().form("/suivi");
    let form = form.fill("numero", number).fill("moyen", "courriel");
    let asked = zoe.post_form(&form.fill("courriel", ZOE)).shown();
    let followed = town.give_code(&mut zoe, &asked, ZOE).shown();
    assert_eq!(followed.path, format!("/dossiers/{number}"));
    let links = followed.attrs("main a", "href");
    let piece = links.iter().find(|link| link.contains("/pieces/")).unwrap();
    let given_back = zoe.get(piece).shown().body;
    assert!(
        [PNG, PNG_OF_0_1_0].contains(&&given_back[..]),
        "{given_back:?}"
    );
    let decision = zoe.get(&format!("/dossiers/{number}/decision")).shown();
    assert!(decision.told().contains(IN_FACT), "{}", decision.told());
}

fn comes_back_with_a_code(town: &Town, (number, code): &(String, String)) {
    let mut person = town.rochebrune.browser();
    let form = person.get("/suivi").shown().form("/suivi");
    let form = form.fill("numero", number).fill("moyen", "code");
    let page = person.post_form(&form.fill("code", code)).shown();
    assert!(page.told().contains(number), "{}", page.told());
    assert!(page.path.contains(number), "{}", page.path);
}

/// Claire finds the enrolment in her list, takes it and accepts it; the report is still hers.
fn is_instructed(town: &Town, known: &AtHome) {
    let number = &known.enrolment.0;
    let mut claire = town.agent(&town.rochebrune, "claire");
    let report = town.open_file(&mut claire, &known.report);
    assert!(report.told().contains("12"), "{}", report.told());
    town.take(&mut claire, number);
    let file = town.open_file(&mut claire, number);
    assert!(file.told().contains("Tom"), "{}", file.told());
    town.decide(&mut claire, number, "in-full");
}

/// The databases that tagged versions wrote.
fn kept() -> Vec<PathBuf> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/databases");
    let entries = std::fs::read_dir(all).unwrap();
    let versions = entries.map(|entry| entry.unwrap().path());
    versions.filter(|path| path.is_dir()).collect()
}

#[test]
fn what_this_version_writes_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let asked = std::env::var_os("PARVIS_KEEP_DATABASES").map(|name| {
        // Tests run in the folder of their package, the command in the one of the workspace.
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(name)
    });
    let to = asked.unwrap_or_else(|| folder.path().to_owned());
    for engine in engines() {
        write(engine, &to);
        goes_on(engine, &to.join(engine.name()));
    }
}

#[test]
fn every_database_kept_from_an_earlier_version_opens_and_goes_on() {
    let kept = kept();
    assert!(!kept.is_empty(), "no database of an earlier version");
    for version in kept {
        for engine in engines() {
            println!("{} on {}", version.display(), engine.name());
            goes_on(engine, &version.join(engine.name()));
        }
    }
}
