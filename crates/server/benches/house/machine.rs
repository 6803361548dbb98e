//! On what was measured: a figure without its machine means nothing.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::measure::median;

/// The machine and the moment.
#[derive(Debug, Clone)]
pub struct Machine {
    /// The day.
    pub day: String,
    /// The commit, and whether files differ from it.
    pub commit: String,
    /// The processor.
    pub processor: String,
    /// Cores that this process may use.
    pub cores: usize,
    /// Memory, in bytes.
    pub memory: u64,
    /// The kernel.
    pub kernel: String,
    /// The file system of the data.
    pub file_system: String,
    /// How long a write of 4 kB waits for the disk: the median, and one in a hundred.
    pub fsync: (Duration, Duration),
}

impl Machine {
    /// Looks around; `folder` is where the data will be.
    pub fn look(folder: &Path) -> Self {
        let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let processor = value(&cpuinfo, "model name").unwrap_or_else(|| "unknown".to_owned());
        let meminfo = fs::read_to_string("/proc/meminfo").unwrap_or_default();
        let kilobytes = value(&meminfo, "MemTotal").unwrap_or_default();
        let kilobytes: u64 = kilobytes
            .trim_end_matches(" kB")
            .trim()
            .parse()
            .unwrap_or(0);
        let changed = !said("git", &["status", "--porcelain", "--untracked-files=no"]).is_empty();
        let commit = said("git", &["rev-parse", "--short=12", "HEAD"]);
        Self {
            day: jiff::Zoned::now().strftime("%Y-%m-%d %H:%M %Z").to_string(),
            commit: if changed {
                format!("{commit}, with changes not committed")
            } else {
                commit
            },
            processor,
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            memory: kilobytes * 1024,
            kernel: said("uname", &["-sr"]),
            file_system: said("stat", &["-f", "-c", "%T", &folder.to_string_lossy()]),
            fsync: fsync(folder),
        }
    }
}

fn value(text: &str, key: &str) -> Option<String> {
    let mut lines = text.lines().filter_map(|line| line.split_once(':'));
    let found = lines.find(|(own, _)| own.trim() == key);
    found.map(|(_, value)| value.trim().to_owned())
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |_| String::new(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}

/// The load averages of the last one, five and fifteen minutes.
pub fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').take(3).collect::<Vec<_>>().join(" ")
}

fn fsync(folder: &Path) -> (Duration, Duration) {
    let path = folder.join("fsync");
    let mut waits = Vec::new();
    if let Ok(mut file) = File::create(&path) {
        for _ in 0..200 {
            let began = Instant::now();
            if file
                .write_all(&[7; 4096])
                .and_then(|()| file.sync_data())
                .is_err()
            {
                break;
            }
            waits.push(began.elapsed());
        }
    }
    let _ = fs::remove_file(&path);
    waits.sort_unstable();
    let late = waits
        .get(waits.len() * 99 / 100)
        .copied()
        .unwrap_or_default();
    (median(waits), late)
}
