//! Examining an installation without changing it: each finding says what it saw and what to do.

mod antivirus;
mod around;
mod database;
mod pieces;

use std::sync::Arc;

use parvis_administration::{Around, Standing};
use parvis_kernel::{Clock, SystemClock};
use parvis_store::snapshot::Snapshot;
use serde::Serialize;

use crate::config::Config;
use crate::house;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Health {
    /// As it should be.
    Sound,
    /// Not looked at, and why.
    NotLooked,
    /// It works, and somebody should look.
    Odd,
    /// Something is lost, or will be.
    Bad,
}

/// What was seen. The text is French, for the person at the terminal; `check` is stable, for a machine.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Finding {
    pub(crate) check: &'static str,
    pub(crate) health: Health,
    pub(crate) seen: String,
    /// What to do; nothing when it is as it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to_do: Option<&'static str>,
}

impl Finding {
    fn sound(check: &'static str, seen: impl Into<String>) -> Self {
        Self {
            check,
            health: Health::Sound,
            seen: seen.into(),
            to_do: None,
        }
    }

    fn not_looked(check: &'static str, why: impl Into<String>) -> Self {
        Self {
            health: Health::NotLooked,
            ..Self::sound(check, why)
        }
    }

    fn odd(check: &'static str, seen: impl Into<String>, to_do: &'static str) -> Self {
        Self {
            health: Health::Odd,
            to_do: Some(to_do),
            ..Self::sound(check, seen)
        }
    }

    fn bad(check: &'static str, seen: impl Into<String>, to_do: &'static str) -> Self {
        Self {
            health: Health::Bad,
            to_do: Some(to_do),
            ..Self::sound(check, seen)
        }
    }
}

/// Examines everything; with `all`, every piece and every entry of the journals too.
pub(crate) fn examine(config: &Config, all: bool) -> Vec<Finding> {
    let mut findings = vec![around::configuration(config)];
    findings.extend(around::disk(config));
    findings.push(Finding::not_looked(
        "fonts",
        "cette version n'écrit aucun document qui en ait besoin",
    ));
    match house::locate(config) {
        Ok(house) => findings.extend(inside(config, &house, all)),
        Err(error) => findings.push(Finding::bad(
            "installation",
            format!("{error:#}"),
            "indiquez --config ou --data ; si la clé est perdue, reprenez-la de sa copie ou d'une sauvegarde",
        )),
    }
    findings
}

/// What an administrator sees to when the house begins: the same checks, for its page.
pub(crate) fn around(config: &Config) -> Around {
    let config = config.clone();
    Around(Arc::new(move |sender| {
        let disk = around::disk(&config).into_iter().map(|own| own.health);
        let proxy = match config.is_secure() {
            true => Standing::Good,
            false => Standing::ToDo,
        };
        let mail = around::mail_of(&config, &[sender.to_owned()]);
        vec![
            ("mail", standing(mail.health)),
            ("proxy", proxy),
            ("backup", Standing::Unseen),
            ("disk", standing(disk.max().unwrap_or(Health::NotLooked))),
        ]
    }))
}

const fn standing(health: Health) -> Standing {
    match health {
        Health::Sound => Standing::Good,
        Health::NotLooked => Standing::Unseen,
        Health::Odd => Standing::ToDo,
        Health::Bad => Standing::Bad,
    }
}

fn inside(config: &Config, house: &house::Located, all: bool) -> Vec<Finding> {
    let mut snapshot = match Snapshot::open(&house.location, &house.vault) {
        Ok(snapshot) => snapshot,
        Err(error) => return vec![database::closed(&error)],
    };
    let mut findings = vec![
        database::integrity(&mut snapshot),
        database::migrations(&snapshot),
    ];
    // Statements of this program need its tables.
    if findings.iter().any(|finding| finding.health == Health::Bad) {
        return findings;
    }
    findings.push(database::keys(&mut snapshot));
    findings.push(database::journals(&mut snapshot, all));
    findings.push(database::waiting(&mut snapshot));
    let now = SystemClock.now();
    findings.extend(around::clock(&mut snapshot, now));
    findings.extend(pieces::pieces(&mut snapshot, house, now, all));
    findings.push(around::mail(config, &mut snapshot));
    findings.push(antivirus::antivirus(config, &mut snapshot, now));
    findings
}
