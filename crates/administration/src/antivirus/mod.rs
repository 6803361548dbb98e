//! The antivirus, on the page of those who administer: in front of everything when it fails.

use parvis_web::{Tag, Task, Tone, Visit};

use crate::surroundings::{AntivirusStanding, Unexamined};

/// Adds what there is to know of the antivirus to the tasks: first when somebody must see to it now.
pub(crate) fn place(
    visit: &Visit,
    standing: &AntivirusStanding,
    waiting: Unexamined,
    tasks: &mut Vec<Task>,
) {
    let (tone, hint) = told(visit, standing, waiting);
    let status = match tone {
        Tone::Good => "admin-home-fine",
        Tone::Bad => "admin-antivirus-down",
        Tone::Quiet => "admin-antivirus-unknown",
        Tone::Plain | Tone::Wait => "admin-home-to-do",
    };
    let task = Task {
        title: visit.say("admin-antivirus").into(),
        href: None,
        hint,
        status: Tag::new(visit.say(status), tone),
    };
    match tone {
        Tone::Bad => tasks.insert(0, task),
        Tone::Good | Tone::Quiet | Tone::Plain | Tone::Wait => tasks.push(task),
    }
}

fn told(visit: &Visit, standing: &AntivirusStanding, waiting: Unexamined) -> (Tone, String) {
    let said = |key: &str| visit.say(key).to_owned();
    let count = ("count", waiting.count.to_string());
    match standing {
        AntivirusStanding::Absent => (Tone::Wait, said("admin-antivirus-absent")),
        AntivirusStanding::Unknown => (Tone::Quiet, said("admin-antivirus-asked")),
        AntivirusStanding::Silent { since } => {
            let since = ("since", visit.date_time(*since));
            let hint = visit.say_with("admin-antivirus-silent", &[since, count]);
            (Tone::Bad, hint)
        }
        AntivirusStanding::Answers {
            signatures,
            outdated,
        } => {
            let signatures = ("signatures", signatures.clone());
            let (tone, key) = match (outdated, waiting.troubled) {
                (true, _) => (Tone::Wait, "admin-antivirus-outdated"),
                (false, 0) => (Tone::Good, "admin-antivirus-answers"),
                (false, _) => (Tone::Wait, "admin-antivirus-troubled"),
            };
            let troubled = ("troubled", waiting.troubled.to_string());
            (tone, visit.say_with(key, &[signatures, count, troubled]))
        }
    }
}
