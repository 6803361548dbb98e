//! Enrolling children at school and in the canteen.

use jiff::ToSpan;
use jiff::civil::Date;
use parvis_dossier::model::Identification;
use parvis_form::{Answer, Answers, FieldId, Identity, Row};
use parvis_kernel::RowId;

use super::{Asker, Story};
use crate::demonstration::course::Course;
use crate::demonstration::random::Random;

const FIRST_NAMES: [&str; 24] = [
    "Zoé", "Adam", "Louise", "Gabriel", "Inès", "Malo", "Jade", "Noé", "Alma", "Sacha", "Lina",
    "Jules", "Ambre", "Ismaël", "Rose", "Léon", "Anaïs", "Naël", "Agathe", "Marius", "Éléa",
    "Aaron", "Lou", "Yanis",
];
const LEVELS: [&str; 9] = ["tps", "ps", "ms", "gs", "cp", "ce1", "ce2", "cm1", "cm2"];
/// The age in the first level.
const FIRST_AGE: i16 = 2;

pub(super) fn story(asker: &Asker<'_>, random: &mut Random) -> Story {
    let mut story = Story::default();
    let (school, canteen) = needs(asker.course, random);
    let needs = [("school", school), ("canteen", canteen)];
    let chosen = needs.into_iter().filter(|(_, asked)| *asked);
    story.put(
        "needs",
        Answer::Choices(chosen.map(|(need, _)| need.to_owned()).collect()),
    );
    if school {
        story.choose("reason", random.pick(&["first", "moved", "moved", "other"]));
    }
    story.put(
        "start_date",
        Answer::Date(a_school_day(asker.today, random)),
    );
    let count = random.weighted(&[(1, 5), (2, 4), (3, 1)], 1);
    let youngest = asker.course == Course::Refused;
    let rows = (0..count)
        .map(|_| child(asker, canteen, youngest, random))
        .collect();
    story.put("children", Answer::Rows(rows));
    story.put("home", Answer::Address(asker.town.address(random)));
    other_parent(&mut story, asker, random);
    if canteen {
        lunch(&mut story, asker, random);
    }
    if school {
        story.give(
            "family_proof",
            random.chance(90).then(|| asker.shelf.family_record.clone()),
        );
        story.give(
            "address_proof",
            random.chance(85).then(|| asker.shelf.address_proof.clone()),
        );
    }
    story
}

/// A proof of address is asked again only of those who had to give one.
fn needs(course: Course, random: &mut Random) -> (bool, bool) {
    match course {
        Course::Waiting | Course::Answered | Course::WithConditions | Course::Refused => {
            (true, random.chance(60))
        }
        Course::InPart => (true, true),
        _ => random.weighted(
            &[((true, true), 5), ((true, false), 2), ((false, true), 3)],
            (true, true),
        ),
    }
}

/// Some Monday to come.
fn a_school_day(today: Date, random: &mut Random) -> Date {
    let day = today.saturating_add(random.between(10, 60).days());
    let past_monday = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(past_monday.days())
}

fn child(asker: &Asker<'_>, canteen: bool, youngest: bool, random: &mut Random) -> Row {
    let level = if youngest {
        0
    } else {
        random.below(LEVELS.len())
    };
    let mut cells = Answers::new();
    let mut put = |field: &str, answer| {
        if let Ok(field) = field.parse::<FieldId>() {
            cells.insert(field, answer);
        }
    };
    put(
        "child",
        Answer::Identity(Identity {
            family_name: asker.person.family_name.clone(),
            used_name: None,
            first_names: random.pick(&FIRST_NAMES).to_owned(),
            birth_date: Some(birth(asker.today, level, random)),
            birth_place: None,
        }),
    );
    let level = LEVELS.get(level).copied().unwrap_or("cp");
    put("level", Answer::Choice(level.to_owned()));
    if canteen {
        let all = ["monday", "tuesday", "thursday", "friday"];
        let days: Vec<String> = match random.below(3) {
            0 => all.iter().take(2).map(|day| (*day).to_owned()).collect(),
            1 => all.iter().skip(1).map(|day| (*day).to_owned()).collect(),
            _ => all.iter().map(|day| (*day).to_owned()).collect(),
        };
        put("canteen_days", Answer::Choices(days));
        put(
            "menu",
            Answer::Choice(random.pick(&["daily", "daily", "vegetarian"]).to_owned()),
        );
    }
    Row {
        id: RowId::new(),
        cells,
    }
}

/// A day of the calendar year in which children of a level are born.
fn birth(today: Date, level: usize, random: &mut Random) -> Date {
    let begun = if today.month() >= 8 {
        today.year()
    } else {
        today.year() - 1
    };
    let age = FIRST_AGE + i16::try_from(level).unwrap_or(0);
    let first = Date::new(begun - age, 1, 1).unwrap_or(today);
    first.saturating_add(random.between(0, 360).days())
}

fn other_parent(story: &mut Story, asker: &Asker<'_>, random: &mut Random) {
    let other = asker.other(random);
    let there_is = random.chance(75);
    story.put("has_other_parent", Answer::YesNo(there_is));
    if there_is {
        story.put("other_parent", Answer::Identity(other.identity()));
        story.put("other_parent_phone", Answer::Phone(other.phone_e164()));
    }
}

fn lunch(story: &mut Story, asker: &Asker<'_>, random: &mut Random) {
    story.put("lunch_phone", Answer::Phone(asker.person.phone_e164()));
    if asker.identification == Identification::Email && random.chance(80) {
        story.choose("invoice", "email");
        story.put("invoice_email", Answer::Email(asker.person.email.clone()));
    } else {
        story.choose("invoice", "post");
    }
}
