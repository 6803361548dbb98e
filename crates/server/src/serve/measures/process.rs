//! The process, as Linux tells it; nothing where it does not.

use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};

/// The bytes of a page of memory on the machines that this program is built for.
const PAGE: i64 = 4096;

/// Adds what is known of the process now.
pub(super) fn register(registry: &mut Registry) {
    if let Some(bytes) = resident_bytes() {
        let gauge: Gauge = Gauge::default();
        gauge.set(bytes);
        registry.register_with_unit(
            "process_resident_memory",
            "Memory of the process",
            Unit::Bytes,
            gauge,
        );
    }
    if let Some(count) = open_files() {
        let gauge: Gauge = Gauge::default();
        gauge.set(count);
        registry.register("process_open_fds", "Files and connections open", gauge);
    }
}

fn resident_bytes() -> Option<i64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: i64 = statm.split(' ').nth(1)?.parse().ok()?;
    Some(pages * PAGE)
}

fn open_files() -> Option<i64> {
    let open = std::fs::read_dir("/proc/self/fd").ok()?.count();
    i64::try_from(open).ok()
}
