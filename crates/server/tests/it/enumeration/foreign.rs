//! Every identifier that a form carries, exchanged for one of another organisation.

use parvis_organisation as organisation;
use parvis_store::Sql;
use parvis_testkit::{Form, hostile};
use uuid::Uuid;

use super::traces::{CHANGES, Scene};
use crate::town::{Known, Town, in_one_town};

const DOSSIERS: Sql = Sql("SELECT id FROM dossiers WHERE organisation_id = $1");

/// Identifiers of Valmont: a dossier and its number, an agent, a group, a service.
fn identifiers(town: &Town) -> Vec<String> {
    let (_, number) = town.deposited(&town.valmont, "acte-naissance", Known::Code);
    let valmont = town.valmont.organisation.id;
    let read = town.house.store.read_blocking(move |tx| {
        let dossier = tx.one(DOSSIERS, &[valmont.into()], |row| row.text(0))?;
        let group = organisation::groups(tx, valmont)?.remove(0).0;
        let service = organisation::services(tx, valmont)?.remove(0).0;
        Ok::<_, organisation::OrganisationError>([
            dossier,
            group.id.to_string(),
            service.id.to_string(),
        ])
    });
    let agent = town.valmont.agents[0].1.to_string();
    let mut all = read.unwrap().to_vec();
    all.extend([agent, number]);
    all
}

/// The inputs of a form that carry an identifier, and what each offers.
fn carrying(form: &Form) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for name in form.names().into_iter().filter(|name| *name != "csrf") {
        for value in form.offered(name) {
            if value.parse::<Uuid>().is_ok()
                || value.split(' ').any(|part| part.parse::<Uuid>().is_ok())
            {
                found.push((name.to_owned(), value.to_owned()));
                break;
            }
        }
    }
    found
}

#[test]
fn an_identifier_of_another_organisation_in_a_form_does_nothing_there_and_shows_nothing_of_it() {
    in_one_town(|town| {
        let foreign = identifiers(town);
        let valmont = town.valmont.organisation.id;
        let before = town.traces(valmont).len();
        let (mut forms, mut sent) = (0, 0);
        for (path, prepare) in CHANGES {
            let mut scene = Scene::new(town);
            let mut prepared = prepare(&mut scene);
            let inputs = carrying(&prepared.form);
            forms += usize::from(!inputs.is_empty());
            for (name, own) in inputs {
                for id in &foreign {
                    let mut by = prepared.by.clone();
                    // Where an input carries several words, the identifier alone is exchanged.
                    let words = own.split(' ').map(|word| match word.parse::<Uuid>() {
                        Ok(_) => id.as_str(),
                        Err(_) => word,
                    });
                    let value = words.collect::<Vec<_>>().join(" ");
                    let answer = by.submit(&prepared.form.clone().tamper(&name, &value));
                    assert!(
                        !answer.status.is_server_error(),
                        "{path}: {name}={value}: {}",
                        answer.status
                    );
                    assert!(
                        !answer.told().contains("Valmont"),
                        "{path}: {name}={value}: {}",
                        answer.told()
                    );
                    sent += 1;
                }
            }
            // What it does by itself is done too: a later form may stand on it.
            let _ = prepared.by.submit(&prepared.form);
            town.later(600);
        }
        town.work();
        assert_eq!(
            town.traces(valmont).len(),
            before,
            "something was done at Valmont"
        );
        assert!(forms > 10, "{forms} forms carry an identifier");
        hostile(
            "identifiers of another organisation in every input of every form",
            &format!(
                "{sent} tries in {forms} forms: nothing done there, nothing of it shown, no failure"
            ),
        );
    });
}
