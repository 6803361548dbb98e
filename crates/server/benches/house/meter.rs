//! What a process used: processor time and memory, from `/proc`.

use std::collections::HashMap;
use std::fs;
use std::time::Duration;

/// Processor time of one process, to the nanosecond, as long as it is read often: a thread that ends between two readings takes its last moments with it.
#[derive(Debug)]
pub struct Meter {
    pid: u32,
    threads: HashMap<String, u64>,
    total: u64,
}

impl Meter {
    /// A meter of a process, at zero.
    pub fn of(pid: u32) -> Self {
        let mut meter = Self {
            pid,
            threads: HashMap::new(),
            total: 0,
        };
        meter.read();
        meter.total = 0;
        meter
    }

    /// The processor time since the meter was made.
    pub fn read(&mut self) -> Duration {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.pid))
            .into_iter()
            .flatten()
            .flatten();
        for task in tasks {
            let name = task.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
            let ran = text
                .split(' ')
                .next()
                .and_then(|ran| ran.parse().ok())
                .unwrap_or(0);
            let before = self.threads.insert(name, ran).unwrap_or(0);
            self.total += ran.saturating_sub(before);
        }
        Duration::from_nanos(self.total)
    }
}

/// Processor time of a process and of all its children, ended ones included, to a hundredth of a second.
pub fn of_family(pid: u32) -> Duration {
    let own = Times::of(pid);
    let children = fs::read_dir("/proc").into_iter().flatten().flatten();
    let children = children.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let alive: u64 = children
        .map(Times::of)
        .filter(|times| times.parent == pid)
        .map(|times| times.own)
        .sum();
    Duration::from_millis((own.own + own.ended + alive) * 10)
}

/// Hundredths of a second of `/proc/PID/stat`.
#[derive(Debug, Default)]
struct Times {
    parent: u32,
    own: u64,
    ended: u64,
}

impl Times {
    fn of(pid: u32) -> Self {
        let text = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        // After the name, which is between brackets and may hold anything.
        let fields: Vec<u64> = text.rsplit(')').next().map_or_else(Vec::new, |rest| {
            rest.split_whitespace()
                .map(|field| field.parse().unwrap_or(0))
                .collect()
        });
        let field = |number: usize| fields.get(number - 3).copied().unwrap_or(0);
        Self {
            parent: u32::try_from(field(4)).unwrap_or(0),
            own: field(14) + field(15),
            ended: field(16) + field(17),
        }
    }
}

/// Resident memory of a process, in bytes.
pub fn resident(pid: u32) -> u64 {
    status(pid, "VmRSS:")
}

/// The most memory that a process ever held, in bytes.
pub fn peak(pid: u32) -> u64 {
    status(pid, "VmHWM:")
}

/// Forgets the most memory that a process held: from now on (`/proc/PID/clear_refs`, proc(5)).
pub fn forget_peak(pid: u32) {
    let _ = fs::write(format!("/proc/{pid}/clear_refs"), "5");
}

fn status(pid: u32, key: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(key))
        .unwrap_or_default();
    let kilobytes = line
        .split_whitespace()
        .next()
        .and_then(|number| number.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
