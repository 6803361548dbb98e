//! What is around the house: its configuration, its disk, its clock, its mail.

use std::fs;
use std::io::Write;
use std::path::Path;

use parvis_kernel::Instant;
use parvis_notify::post::Smtp;
use parvis_organisation::Organisation;
use parvis_store::snapshot::Snapshot;

use super::Finding;
use crate::backup::size;
use crate::config::Config;

/// Below this, nothing more should be accepted; below ten times that, somebody should make room.
const TOO_LITTLE: u64 = 500_000_000;
/// A clock may be a little behind the one of another machine.
const BEHIND: std::time::Duration = std::time::Duration::from_secs(60);

pub(super) fn configuration(config: &Config) -> Finding {
    match config.check(false) {
        Ok(()) => Finding::sound("configuration", "comprise"),
        Err(error) => Finding::bad(
            "configuration",
            error.to_string(),
            "corrigez cette clé (docs/configuration.md)",
        ),
    }
}

pub(super) fn disk(config: &Config) -> Vec<Finding> {
    let data = &config.data;
    if !data.is_dir() {
        let seen = format!("{} n'existe pas", data.display());
        return vec![Finding::bad(
            "disk",
            seen,
            "indiquez --data, ou lancez `parvis migrate` pour commencer",
        )];
    }
    let written = match try_to_write(data) {
        Ok(()) => Finding::sound("disk-write", "le dossier de données s'écrit, fsync compris"),
        Err(error) => Finding::bad(
            "disk-write",
            format!("{} : {error}", data.display()),
            "rendez ce dossier à l'utilisateur qui lance Parvis (chown), et vérifiez que le disque n'est pas en lecture seule",
        ),
    };
    let room = match rustix::fs::statvfs(data) {
        Ok(disk) => room(disk.f_bavail.saturating_mul(disk.f_frsize)),
        Err(error) => Finding::not_looked("disk-room", error.to_string()),
    };
    vec![written, room]
}

fn room(free: u64) -> Finding {
    let seen = format!("{} libres", size(free));
    let to_do =
        "faites de la place, ou agrandissez le disque : plein, plus aucun dépôt n'est accepté";
    match free {
        0..TOO_LITTLE => Finding::bad("disk-room", seen, to_do),
        _ if free < TOO_LITTLE * 10 => Finding::odd("disk-room", seen, to_do),
        _ => Finding::sound("disk-room", seen),
    }
}

fn try_to_write(data: &Path) -> std::io::Result<()> {
    let path = data.join(format!(".doctor-{}", std::process::id()));
    let written = fs::File::create(&path).and_then(|mut file| {
        file.write_all(b"parvis")?;
        file.sync_all()
    });
    let removed = fs::remove_file(&path);
    written.and(removed)
}

pub(super) fn clock(snapshot: &mut Snapshot, now: Instant) -> Vec<Finding> {
    let clock = match snapshot.read(parvis_journal::latest) {
        Ok(Some(latest)) if now + BEHIND < latest => Finding::bad(
            "clock",
            format!("il est {now}, et un acte a été tracé à {latest}"),
            "remettez l'horloge à l'heure (chrony, systemd-timesyncd) : les délais et les récépissés en dépendent",
        ),
        Ok(_) => Finding::sound("clock", format!("{now} (UTC), après le dernier acte")),
        Err(error) => Finding::not_looked("clock", error.to_string()),
    };
    vec![clock, zones(snapshot)]
}

fn zones(snapshot: &mut Snapshot) -> Finding {
    let unknown: Vec<String> = organisations(snapshot)
        .into_iter()
        .filter(|it| jiff::tz::TimeZone::get(&it.profile.time_zone).is_err())
        .map(|it| format!("{} ({})", it.profile.time_zone, it.slug))
        .collect();
    match unknown.is_empty() {
        true => Finding::sound("time-zones", "connus"),
        false => Finding::bad(
            "time-zones",
            format!("fuseaux inconnus : {}", unknown.join(", ")),
            "corrigez le fuseau de l'organisation (nom IANA, comme Europe/Paris)",
        ),
    }
}

/// Those that can be read: a database that is wrong was told before.
pub(super) fn organisations(snapshot: &mut Snapshot) -> Vec<Organisation> {
    snapshot.read(parvis_organisation::all).unwrap_or_default()
}

pub(super) fn mail(config: &Config, snapshot: &mut Snapshot) -> Finding {
    let senders: Vec<String> = organisations(snapshot)
        .into_iter()
        .map(|it| it.profile.sender)
        .collect();
    mail_of(config, &senders)
}

/// Whether mails leave, from these addresses.
pub(super) fn mail_of(config: &Config, senders: &[String]) -> Finding {
    let settings = match config.mail.settings() {
        Ok(Some(settings)) => settings,
        Ok(None) => {
            return Finding::odd(
                "mail",
                "aucun serveur de courriel : les courriels sont écrits dans le dossier mails",
                "indiquez mail.host (docs/configuration.md) : sans lui, aucune personne ne reçoit de code",
            );
        }
        Err(error) => {
            return Finding::bad(
                "mail",
                error.to_string(),
                "corrigez cette clé (docs/configuration.md)",
            );
        }
    };
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return Finding::not_looked("mail", error.to_string()),
    };
    match runtime.block_on(Smtp::probe(&settings, senders)) {
        Ok(refused) if refused.is_empty() => Finding::sound(
            "mail",
            format!(
                "{} accepte {} expéditeurs (rien n'a été envoyé)",
                settings.host,
                senders.len()
            ),
        ),
        Ok(refused) => {
            let told = refused
                .iter()
                .map(|(sender, why)| format!("{sender} : {why}"));
            Finding::bad(
                "mail",
                format!(
                    "{} refuse {}",
                    settings.host,
                    told.collect::<Vec<_>>().join(" ; ")
                ),
                "autorisez cette adresse d'expéditeur sur le serveur de courriel, ou changez-la (`parvis admin describe-organisation --sender`)",
            )
        }
        Err(error) => Finding::bad(
            "mail",
            format!("{} : {error}", settings.host),
            "vérifiez mail.host, mail.port, mail.security, le compte et le pare-feu",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Health;

    #[test]
    fn a_disk_that_fills_up_is_said_before_it_is_full() {
        assert_eq!(room(100_000_000).health, Health::Bad);
        assert_eq!(room(499_999_999).health, Health::Bad);
        assert_eq!(room(500_000_000).health, Health::Odd);
        assert_eq!(room(5_000_000_000).health, Health::Sound);
        assert!(room(0).to_do.is_some());
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_said() {
        let config = |data: &Path| Config {
            data: data.to_owned(),
            ..Config::default()
        };
        let absent = disk(&config(Path::new("/nonexistent/parvis")));
        assert_eq!(absent[0].health, Health::Bad);
        // Nobody, not even root, writes there.
        let refused = disk(&config(Path::new("/proc")));
        assert_eq!(
            (refused[0].check, refused[0].health),
            ("disk-write", Health::Bad)
        );
        let folder = tempfile::tempdir().unwrap();
        let sound = disk(&config(folder.path()));
        assert_eq!(sound[0].health, Health::Sound);
        assert!(
            fs::read_dir(folder.path()).unwrap().next().is_none(),
            "nothing is left"
        );
    }
}
