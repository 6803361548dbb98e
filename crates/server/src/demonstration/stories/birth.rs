//! Asking for a birth certificate.

use parvis_form::{Answer, Identity};

use super::entries::commune_of;
use super::{Asker, Story};
use crate::demonstration::course::Course;
use crate::demonstration::people::Person;
use crate::demonstration::random::Random;

const EXTRACT: &str = "extract";

pub(super) fn story(asker: &Asker<'_>, random: &mut Random) -> Story {
    let mut story = Story::default();
    let (document, link) = document_and_link(asker.course, random);
    story.choose("document", document);
    story.put(
        "copies",
        Answer::Integer(random.weighted(&[(1, 6), (2, 3), (3, 1)], 1)),
    );
    let born = born(asker, link, random);
    story.put("person", Answer::Identity(born.identity()));
    let elsewhere = asker.course == Course::Refused && document == EXTRACT;
    story.put("born_here", Answer::YesNo(!elsewhere));
    if elsewhere {
        story.put("birth_commune", Answer::Place(commune_of(asker, random)));
    }
    if document != EXTRACT {
        story.choose("link", link);
        parents(&mut story, asker, born, random);
        let proof = match link {
            "representative" | "professional" => &asker.shelf.mandate,
            _ => &asker.shelf.family_record,
        };
        if link != "self" {
            story.give("link_proof", random.chance(85).then(|| proof.clone()));
        }
    }
    story.put(
        "delivery_address",
        Answer::Address(asker.person.address.clone()),
    );
    story
}

/// Which document, and as what: what is refused or granted in part was asked by a professional whom no text allows, and a
/// proof is asked again of those who had to give one.
fn document_and_link(course: Course, random: &mut Random) -> (&'static str, &'static str) {
    let restricted = random.pick(&["extract_with_parents", "full_copy"]);
    match course {
        Course::Refused if random.chance(40) => (EXTRACT, "self"),
        Course::Refused | Course::InPart => (restricted, "professional"),
        Course::Waiting | Course::Answered => (
            restricted,
            random.pick(&["spouse", "ascendant", "descendant", "representative"]),
        ),
        _ if random.chance(45) => (EXTRACT, "self"),
        _ => {
            let links = [
                ("self", 10),
                ("descendant", 4),
                ("spouse", 2),
                ("ascendant", 3),
                ("representative", 1),
                ("professional", 1),
            ];
            (restricted, random.weighted(&links, "self"))
        }
    }
}

fn born<'a>(asker: &Asker<'a>, link: &str, random: &mut Random) -> &'a Person {
    if link == "self" {
        asker.person
    } else {
        asker.other(random)
    }
}

fn parents(story: &mut Story, asker: &Asker<'_>, born: &Person, random: &mut Random) {
    let parent = |first_names: &str, family_name: &str| {
        Answer::Identity(Identity {
            family_name: family_name.to_owned(),
            used_name: None,
            first_names: first_names.to_owned(),
            birth_date: None,
            birth_place: None,
        })
    };
    let (one, other) = (asker.other(random), asker.other(random));
    story.put("first_parent", parent(&one.first_names, &born.family_name));
    if random.chance(90) {
        story.put(
            "second_parent",
            parent(&other.first_names, &other.family_name),
        );
    }
}
