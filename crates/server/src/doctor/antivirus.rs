//! The antivirus: whether it answers, how old its signatures are, what waits for it.

use parvis_dossier::examine::{
    Antivirus, Clamd, Patience, Signatures, Trouble, Unexamined, unexamined,
};
use parvis_kernel::Instant;
use parvis_store::StoreError;
use parvis_store::snapshot::Snapshot;

use super::Finding;
use super::around::organisations;
use crate::antivirus::are_outdated;
use crate::config::Config;

pub(super) fn antivirus(config: &Config, snapshot: &mut Snapshot, now: Instant) -> Finding {
    let address = match config.antivirus.address() {
        Ok(Some(address)) => address,
        Ok(None) => {
            return Finding::not_looked(
                "antivirus",
                "aucun antivirus : les pièces ne sont pas examinées (antivirus.clamd, docs/configuration.md)",
            );
        }
        Err(error) => {
            let to_do = "corrigez cette clé (docs/configuration.md)";
            return Finding::bad("antivirus", error.to_string(), to_do);
        }
    };
    let waiting = match waiting(snapshot) {
        Ok(waiting) => waiting,
        Err(error) => return Finding::not_looked("antivirus", error.to_string()),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let clamd = Clamd::new(address, Patience::default());
    match runtime {
        Ok(runtime) => told(runtime.block_on(clamd.signatures()), waiting, now),
        Err(error) => Finding::not_looked("antivirus", error.to_string()),
    }
}

fn waiting(snapshot: &mut Snapshot) -> Result<Unexamined, StoreError> {
    let mut all = Unexamined::default();
    for organisation in organisations(snapshot) {
        let own = snapshot.read(|tx| unexamined(tx, organisation.id))?;
        all.count += own.count;
        all.troubled += own.troubled;
        all.oldest = all.oldest.into_iter().chain(own.oldest).min();
    }
    Ok(all)
}

fn told(answer: Result<Signatures, Trouble>, waiting: Unexamined, now: Instant) -> Finding {
    let count = waiting.count;
    let since = match waiting.oldest {
        Some(oldest) => format!(", {count} pièces attendent, la plus ancienne depuis {oldest}"),
        None => ", aucune pièce n'attend".to_owned(),
    };
    match answer {
        Err(trouble) => Finding::bad(
            "antivirus",
            format!("{trouble}{since}"),
            "relancez clamd (systemctl restart clamav-daemon) ; les dépôts continuent, mais les agents n'ouvrent pas ces pièces",
        ),
        Ok(signatures) if are_outdated(&signatures, now) => Finding::odd(
            "antivirus",
            format!("{signatures} : signatures de plus de sept jours{since}"),
            "relancez freshclam, et vérifiez qu'il atteint son miroir",
        ),
        Ok(signatures) if waiting.troubled > 0 => Finding::odd(
            "antivirus",
            format!(
                "{signatures}{since}, dont {} que l'antivirus n'a pas pu quarantine",
                waiting.troubled
            ),
            "voyez les traces du serveur et celles de clamd ; pour des fichiers trop grands, relevez StreamMaxLength, MaxFileSize et MaxScanSize dans clamd.conf",
        ),
        Ok(signatures) => Finding::sound("antivirus", format!("{signatures}{since}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Health;

    #[test]
    fn an_antivirus_that_is_down_old_or_refuses_pieces_is_said_with_what_to_do() {
        let now: Instant = "2026-11-22T12:00:00Z".parse().unwrap();
        let fresh = || Ok(Signatures::said("ClamAV 1.4.6/27456/Sun Nov 22 09:12:13 2026").unwrap());
        let old = || Ok(Signatures::said("ClamAV 1.4.6/27000/Thu Oct  1 09:12:13 2026").unwrap());
        let waits = Unexamined {
            count: 3,
            oldest: Some(now),
            troubled: 1,
        };
        let none = Unexamined::default();
        let silent = || Err(Trouble::Silent("connection refused".to_owned()));
        for (answer, waiting, health) in [
            (fresh(), none, Health::Sound),
            (fresh(), waits, Health::Odd),
            (old(), none, Health::Odd),
            (silent(), none, Health::Bad),
        ] {
            let finding = told(answer, waiting, now);
            assert_eq!(finding.health, health, "{finding:?}");
            assert_eq!(finding.to_do.is_some(), health > Health::NotLooked);
        }
    }
}
