//! Reporting a problem in the street.

use jiff::ToSpan;
use parvis_form::{Answer, Location};
use parvis_kernel::Language;

use super::{Asker, Story};
use crate::demonstration::random::Random;

/// A problem: its category, the question that the category adds and its answer, whether it is dangerous, what is written
/// of it in French and in English.
type Problem = (
    &'static str,
    Option<(&'static str, &'static str)>,
    bool,
    &'static str,
    &'static str,
);

const PROBLEMS: [Problem; 18] = [
    (
        "road",
        Some(("road_problem", "hole")),
        true,
        "Un trou large comme une assiette au milieu de la voie. Les vélos font un écart pour l’éviter, surtout le soir.",
        "A hole as wide as a plate in the middle of the lane. Cyclists swerve to avoid it, above all in the evening.",
    ),
    (
        "road",
        Some(("road_problem", "hole")),
        false,
        "Le bitume se creuse au bord de la chaussée depuis les pluies. Pas encore dangereux, mais cela s’agrandit.",
        "The tarmac is sinking at the edge of the road since the rain. Not dangerous yet, but growing.",
    ),
    (
        "road",
        Some(("road_problem", "broken_pavement")),
        true,
        "Une dalle du trottoir est descellée et bascule. Une dame est tombée hier matin.",
        "A slab of the pavement is loose and tips. A lady fell yesterday morning.",
    ),
    (
        "road",
        Some(("road_problem", "broken_pavement")),
        false,
        "Les racines soulèvent le trottoir : une poussette ou un fauteuil ne passe plus.",
        "Roots are lifting the pavement: a pram or a wheelchair no longer gets through.",
    ),
    (
        "road",
        Some(("road_problem", "blocked")),
        false,
        "Des barrières de chantier sont restées après les travaux et ferment le passage piéton.",
        "Barriers were left after the works and close the pedestrian crossing.",
    ),
    (
        "road",
        Some(("road_problem", "sign")),
        true,
        "Le panneau stop est couché. On ne le voit plus en arrivant de la gare.",
        "The stop sign is lying down. It can no longer be seen when coming from the station.",
    ),
    (
        "light",
        None,
        true,
        "Trois lampadaires de suite sont éteints. On marche dans le noir entre l’arrêt de bus et l’école.",
        "Three street lights in a row are out. We walk in the dark between the bus stop and the school.",
    ),
    (
        "light",
        None,
        false,
        "Un lampadaire clignote toute la nuit devant les chambres.",
        "A street light flickers all night in front of the bedrooms.",
    ),
    (
        "light",
        None,
        true,
        "Le feu pour piétons reste rouge, les gens traversent quand même.",
        "The pedestrian light stays red, people cross all the same.",
    ),
    (
        "waste",
        Some(("waste_problem", "bulky")),
        false,
        "Un canapé, deux matelas et un réfrigérateur sont là depuis le week-end.",
        "A sofa, two mattresses and a fridge have been there since the weekend.",
    ),
    (
        "waste",
        Some(("waste_problem", "bags")),
        false,
        "Les sacs s’accumulent à côté du conteneur et les animaux les ouvrent.",
        "Bags pile up beside the container and animals tear them open.",
    ),
    (
        "waste",
        Some(("waste_problem", "rubble")),
        false,
        "Un tas de gravats a été déposé au bout du chemin, contre la haie.",
        "A heap of rubble was dumped at the end of the lane, against the hedge.",
    ),
    (
        "waste",
        Some(("waste_problem", "graffiti")),
        false,
        "Le mur de la bibliothèque est couvert de tags depuis hier.",
        "The wall of the library has been covered in graffiti since yesterday.",
    ),
    (
        "green",
        None,
        true,
        "Une grosse branche est cassée et pend au-dessus du banc.",
        "A large branch is broken and hangs over the bench.",
    ),
    (
        "green",
        None,
        false,
        "La haie cache la sortie du parking : on avance à l’aveugle.",
        "The hedge hides the exit of the car park: one drives out blind.",
    ),
    (
        "noise",
        None,
        false,
        "Un groupe électrogène tourne jusqu’à minuit, plusieurs soirs par semaine.",
        "A generator runs until midnight, several evenings a week.",
    ),
    (
        "noise",
        None,
        false,
        "Une odeur d’égout remonte de la grille dès qu’il fait chaud.",
        "A smell of sewer comes up from the grate as soon as it is warm.",
    ),
    (
        "other",
        None,
        false,
        "La fontaine coule sans arrêt et l’eau ruisselle sur la place.",
        "The fountain runs all the time and water flows over the square.",
    ),
];

const LANDMARKS: [(&str, &str); 8] = [
    ("En face de l’école", "Across from the school"),
    ("Devant l’arrêt de bus", "At the bus stop"),
    ("À côté de la boulangerie", "Next to the bakery"),
    ("Au coin du parking", "At the corner of the car park"),
    ("Derrière la salle des fêtes", "Behind the village hall"),
    ("Près du pont", "Near the bridge"),
    ("Devant la pharmacie", "In front of the chemist"),
    ("À l’entrée du parc", "At the entrance of the park"),
];

pub(super) fn story(asker: &Asker<'_>, random: &mut Random) -> Story {
    let mut story = Story::default();
    let said = |(french, english): (&str, &str)| match asker.language {
        Language::French => french.to_owned(),
        Language::English => english.to_owned(),
    };
    if let Some((category, more, danger, french, english)) =
        PROBLEMS.get(random.below(PROBLEMS.len()))
    {
        story.choose("category", category);
        if let Some((field, value)) = more {
            story.choose(field, value);
        }
        let times = [
            vec!["night"],
            vec!["evening", "night"],
            vec!["day"],
            vec!["evening", "weekend"],
        ];
        let times = times.get(random.below(4)).cloned().unwrap_or_default();
        story.put(
            "noise_times",
            Answer::Choices(times.into_iter().map(str::to_owned).collect()),
        );
        story.put("danger", Answer::YesNo(*danger));
        story.put("details", Answer::Text(said((french, english))));
    }
    let place = Location {
        geometry: None,
        address: Some(asker.town.address(random)),
    };
    story.put("place", Answer::Location(place));
    if random.chance(70) {
        story.put("landmark", Answer::Text(said(random.pick(&LANDMARKS))));
    }
    if random.chance(60) {
        // Longer ago than the dossier itself.
        let since = asker.today.saturating_sub(random.between(72, 100).days());
        story.put("since", Answer::Date(since));
    }
    if random.chance(45)
        && let Some(picture) = asker.shelf.picture(random)
    {
        story.give("photo", Some(picture));
    }
    let wants_news = random.chance(35);
    story.put("wants_news", Answer::YesNo(wants_news));
    if wants_news {
        story.put("news_email", Answer::Email(asker.person.email.clone()));
    }
    story
}
