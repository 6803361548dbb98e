//! What is left behind when the bench is interrupted: nothing.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Something started, and how it is ended.
#[derive(Debug, PartialEq, Eq)]
enum Started {
    /// A server, by its process.
    Server(u32),
    /// A PostgreSQL, by its folder.
    Postgres(PathBuf),
    /// A temporary folder.
    Folder(PathBuf),
}

static STARTED: Mutex<Vec<Started>> = Mutex::new(Vec::new());

fn started() -> MutexGuard<'static, Vec<Started>> {
    STARTED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes that a server runs.
pub fn server(pid: u32) {
    started().push(Started::Server(pid));
}

/// Notes that a PostgreSQL runs.
pub fn postgres(folder: &Path) {
    started().push(Started::Postgres(folder.to_owned()));
}

/// Notes that a temporary folder exists.
pub fn folder(path: &Path) {
    started().push(Started::Folder(path.to_owned()));
}

/// Notes that a server ended: its number may be given to another process.
pub fn server_ended(pid: u32) {
    started().retain(|own| *own != Started::Server(pid));
}

/// Asks a process to stop.
pub fn ask_to_stop(pid: u32) -> std::io::Result<std::process::ExitStatus> {
    Command::new("kill")
        .args(["-TERM", &pid.to_string()])
        .status()
}

/// Stops a PostgreSQL and removes its folder; nothing when it is stopped already.
pub fn stop_postgres(folder: &Path) {
    if folder.exists() {
        let script = crate::postgres::SCRIPT;
        let _ = Command::new(script).arg("stop").arg(folder).output();
    }
}

/// Ends everything when the bench is interrupted (Ctrl-C, SIGTERM), then ends the bench.
pub fn on_interruption() {
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build();
        if runtime.is_ok_and(|runtime| runtime.block_on(interrupted()).is_ok()) {
            end_everything();
            std::process::exit(130);
        }
    });
}

async fn interrupted() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed,
        _ = terminate.recv() => Ok(()),
    }
}

fn end_everything() {
    // Servers first, folders last.
    for own in started().drain(..).rev() {
        match own {
            Started::Server(pid) => {
                let _ = ask_to_stop(pid);
            }
            Started::Postgres(folder) => stop_postgres(&folder),
            Started::Folder(path) => {
                let _ = std::fs::remove_dir_all(path);
            }
        }
    }
}
