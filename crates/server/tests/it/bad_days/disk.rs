//! A disk that is full, for real: a small one, in memory, that only root can mount.

use std::path::{Path, PathBuf};
use std::process::Command;

use parvis_store::Engine;
use parvis_testkit::bad_day;

use super::deposits::{missing, whole};
use super::ground::Ground;
use super::visitor::{Visitor, heavy_picture};

/// The fault, whichever way it is provoked.
pub const DISK_FULL: &str = "the disk is full while people deposit and upload";

/// A disk of a few megabytes, until it is dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts one; nothing when this machine does not let us.
    fn mount(at: PathBuf, size: &str) -> Option<Self> {
        std::fs::create_dir_all(&at).unwrap();
        let options = format!("size={size},mode=0700");
        ran("mount", &["-t", "tmpfs", "-o", &options, "tmpfs"], &at).then_some(Self(at))
    }

    /// Makes it larger, as whoever runs the machine does.
    fn grow(&self, size: &str) {
        let options = format!("remount,size={size}");
        assert!(ran("mount", &["-o", &options], &self.0));
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        ran("umount", &["--lazy"], &self.0);
    }
}

fn ran(program: &str, words: &[&str], at: &Path) -> bool {
    let output = Command::new(program).args(words).arg(at).output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn a_disk_that_fills_up_refuses_politely_and_serves_again_once_there_is_room() {
    let mut ground = Ground::on(Engine::Sqlite);
    let Some(disk) = SmallDisk::mount(ground.data().join("disk"), "14m") else {
        // `a_full_database_…` fills the database in another way, which every machine lets us use.
        println!("a disk can only be mounted by root");
        return;
    };
    let folder = disk.0.join("data");
    std::fs::create_dir(&folder).unwrap();
    ground.move_to(&folder);
    let mut server = ground.serve();
    let (picture, door) = (heavy_picture(700_000), ground.door());
    let mut acknowledged = Vec::new();
    let mut told_later = 0;
    for _ in 0..60 {
        let mut visitor = Visitor::hasty(door.browser());
        let deposited = visitor.report(&picture);
        acknowledged.extend(deposited.map(|deposited| deposited.number));
        told_later += visitor.told_later.len();
        if told_later >= 5 {
            break;
        }
    }
    assert!(told_later >= 5, "the disk never filled");
    disk.grow("200m");
    let mut later = Visitor::hasty(door.browser());
    let after = later.report(&picture).expect("room again");
    server.kill();
    acknowledged.push(after.number);
    let there = whole(&ground);
    assert_eq!(missing(&acknowledged, &there), Vec::<String>::new());
    bad_day(
        DISK_FULL,
        &format!(
            "a disk of 14 MB (tmpfs): {} deposits acknowledged and all there, {told_later} people told in French that nothing was kept and to come back; it served again as soon as there was room, without a restart",
            acknowledged.len()
        ),
    );
}
