//! The database, what it has seen, its keys and its journals.

use std::collections::BTreeSet;

use parvis_journal::Journal;
use parvis_store::snapshot::Snapshot;
use parvis_store::{StoreError, sealing};

use super::Finding;
use crate::house;

const RESTORE: &str =
    "gardez une copie du dossier de données, puis restaurez la dernière sauvegarde vérifiée";

/// A database that does not open.
pub(super) fn closed(error: &StoreError) -> Finding {
    let to_do = match error {
        StoreError::MasterKey(_) => {
            "remettez le fichier parvis.key (ou master_key) avec lequel cette base a été créée"
        }
        _ => {
            "vérifiez que la base est démarrée, son adresse (clé database), les droits, et `parvis migrate`"
        }
    };
    Finding::bad("database", error.to_string(), to_do)
}

pub(super) fn integrity(snapshot: &mut Snapshot) -> Finding {
    match snapshot.damages() {
        Ok(damages) if damages.is_empty() => Finding::sound(
            "database",
            format!("{} : répond, sans défaut vu", snapshot.engine().name()),
        ),
        Ok(damages) => Finding::bad("database", damages.join(" ; "), RESTORE),
        Err(error) => Finding::bad("database", error.to_string(), RESTORE),
    }
}

pub(super) fn migrations(snapshot: &Snapshot) -> Finding {
    let known: BTreeSet<(String, i64)> = house::migrations()
        .iter()
        .map(|it| (it.room.to_owned(), i64::from(it.number)))
        .collect();
    let seen = snapshot.migrations().iter();
    let seen: BTreeSet<(String, i64)> = seen.map(|it| (it.room.clone(), it.number)).collect();
    let named = |these: Vec<&(String, i64)>| -> String {
        let names = these
            .iter()
            .map(|(room, number)| format!("{room} {number}"));
        names.collect::<Vec<_>>().join(", ")
    };
    let newer: Vec<_> = seen.difference(&known).collect();
    if !newer.is_empty() {
        return Finding::bad(
            "migrations",
            format!(
                "la base a été écrite par une version plus récente ({})",
                named(newer)
            ),
            "utilisez la version du programme qui l'a écrite, ou une plus récente",
        );
    }
    let missing: Vec<_> = known.difference(&seen).collect();
    if !missing.is_empty() {
        return Finding::bad(
            "migrations",
            format!("la base n'est pas à jour ({})", named(missing)),
            "faites une sauvegarde, puis lancez `parvis migrate`",
        );
    }
    Finding::sound("migrations", format!("{} appliquées", seen.len()))
}

pub(super) fn keys(snapshot: &mut Snapshot) -> Finding {
    let (mut keys, mut broken, mut last) = (0, 0, None);
    loop {
        match snapshot.read(|tx| sealing::check_keys(tx, last)) {
            Ok(page) if page.last.is_none() => break,
            Ok(page) => {
                keys += page.keys;
                broken += page.broken.len();
                last = page.last;
            }
            Err(error) => return Finding::bad("master-key", error.to_string(), RESTORE),
        }
    }
    match broken {
        0 => Finding::sound("master-key", format!("ouvre les {keys} clés de dossiers")),
        broken => Finding::bad(
            "master-key",
            format!(
                "n'ouvre pas {broken} clés de dossiers sur {keys} : ces dossiers sont illisibles"
            ),
            RESTORE,
        ),
    }
}

pub(super) fn journals(snapshot: &mut Snapshot, all: bool) -> Finding {
    if !all {
        return Finding::not_looked("journals", "engagements vérifiés avec --all seulement");
    }
    let (mut entries, mut altered) = (0, Vec::new());
    for journal in Journal::ALL {
        let mut last = None;
        loop {
            match snapshot.read(|tx| parvis_journal::check(tx, journal, last)) {
                Ok(page) if page.last.is_none() => break,
                Ok(page) => {
                    entries += page.entries;
                    altered.extend(page.altered);
                    last = page.last;
                }
                Err(error) => return Finding::bad("journals", error.to_string(), RESTORE),
            }
        }
    }
    match altered.first() {
        None => Finding::sound(
            "journals",
            format!("{entries} entrées conformes à leur engagement"),
        ),
        Some(first) => Finding::bad(
            "journals",
            format!(
                "{} entrées sur {entries} ne sont pas conformes à leur engagement, dont {}",
                altered.len(),
                first.uuid()
            ),
            "quelqu'un a écrit dans la base sans passer par le programme : gardez une copie, cherchez qui, comparez à une sauvegarde",
        ),
    }
}

pub(super) fn waiting(snapshot: &mut Snapshot) -> Finding {
    match snapshot.read(parvis_jobs::backlog) {
        Ok(backlog) if backlog.given_up > 0 => Finding::odd(
            "jobs",
            format!(
                "{} tâches abandonnées après tous leurs essais",
                backlog.given_up
            ),
            "voyez le courriel ci-dessous et les traces du serveur : des courriels ne sont pas partis",
        ),
        Ok(backlog) => Finding::sound(
            "jobs",
            format!(
                "{} faits et {} tâches attendent",
                backlog.facts, backlog.jobs
            ),
        ),
        Err(error) => Finding::bad("jobs", error.to_string(), RESTORE),
    }
}
