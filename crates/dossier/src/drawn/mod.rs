//! The map that a script draws: a person shows a place on it, beside the text that stays the answer; an agent sees the place.
//!
//! A page that holds one loads nothing of it, and tells nobody anything, before its reader opens it.

use std::collections::BTreeMap;

use askama::Template;
use parvis_form::definition::limits;
use parvis_form::kind::{Map, Shape};
use parvis_form::{Answer, Answers, At, Field, Geometry, Part, Shown, SummaryRow};
use parvis_web::{Ground, PageError, Visit, Wording};
use serde::Serialize;

use crate::said::Said;

/// What the script is told, in the attribute `data-map`.
#[derive(Serialize)]
struct Told<'a> {
    /// The identifier of the input that holds the coordinates; none when the place is only shown.
    input: Option<String>,
    /// The name of the choice between several shapes, if there is one.
    choice: Option<String>,
    /// What can be drawn, or what is.
    shapes: Vec<&'static str>,
    /// The place that is only shown.
    geometry: Option<&'a Geometry>,
    /// Points at most.
    most: usize,
    library: &'static str,
    style: &'static str,
    tiles: Option<&'a str>,
    attribution: Option<&'a str>,
    /// Latitude, longitude, zoom.
    view: Option<(f64, f64, u8)>,
    words: BTreeMap<&'static str, String>,
}

impl<'a> Told<'a> {
    fn new(visit: &'a Visit, ground: Option<&'a Ground>) -> Self {
        Self {
            input: None,
            choice: None,
            shapes: Vec::new(),
            geometry: None,
            most: limits::POINTS,
            library: parvis_web::assets::url("leaflet.mjs"),
            style: parvis_web::assets::url("map.css"),
            tiles: ground.map(Ground::tiles),
            attribution: ground.map(Ground::attribution),
            view: ground.map(|ground| {
                let view = ground.view();
                (view.latitude, view.longitude, view.zoom)
            }),
            words: words(visit),
        }
    }

    /// Texts and numbers: writing them cannot fail.
    fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What the script says, where `%n`, `%at` and `%metres` stand for what it knows.
fn words(visit: &Visit) -> BTreeMap<&'static str, String> {
    let point = [("number", "%n"), ("at", "%at")];
    let found = [("at", "%at"), ("metres", "%metres")];
    BTreeMap::from([
        ("placed", visit.say_with("drawn-placed", &point)),
        ("added", visit.say_with("drawn-added", &point)),
        ("undone", visit.say_with("drawn-undone", &point)),
        ("nothing", visit.say("drawn-nothing").to_owned()),
        ("cleared", visit.say("drawn-cleared").to_owned()),
        (
            "full",
            visit.say_with("drawn-full", &[("most", limits::POINTS)]),
        ),
        ("locating", visit.say("drawn-locating").to_owned()),
        ("located", visit.say_with("drawn-located", &found)),
        ("refused", visit.say("drawn-refused").to_owned()),
        ("unknown", visit.say("drawn-unknown").to_owned()),
        ("failed", visit.say("drawn-failed").to_owned()),
        ("nearer", visit.say("drawn-nearer").to_owned()),
        ("farther", visit.say("drawn-farther").to_owned()),
    ])
}

/// The map on which a place is shown, and the button that takes the position of the device.
#[derive(Template)]
#[template(path = "drawn/asked.html")]
pub(crate) struct Asked<'a> {
    visit: &'a Visit,
    name: String,
    told: String,
    source: Option<String>,
    is_one_point: bool,
}

/// The map of a question. Its page may then ask where the device is, and load tiles.
///
/// # Errors
/// A failure of the template.
pub(crate) fn asked(
    visit: &Visit,
    field: &Field,
    at: At<'_>,
    map: &Map,
) -> Result<String, PageError> {
    visit.asks_position();
    let ground = visit.ground();
    let several = map.shapes.len() > 1;
    let told = Told {
        input: Some(at.name(&field.id, Part::Coordinates)),
        choice: several.then(|| at.name(&field.id, Part::Shape)),
        shapes: map.shapes.iter().map(|shape| shape.term()).collect(),
        ..Told::new(visit, ground)
    };
    let asked = Asked {
        visit,
        name: at.name(&field.id, Part::Whole),
        told: told.written(),
        source: ground.map(|ground| source(visit, ground)),
        is_one_point: map.shapes == [Shape::Point],
    };
    Ok(asked.render()?)
}

/// Who gives the ground, and so learns the address of the device.
fn source(visit: &Visit, ground: &Ground) -> String {
    let host = ground.host();
    host.map_or_else(String::new, |host| {
        visit.say_with("drawn-source", &[("host", host)])
    })
}

/// A place that an agent may look at on a map.
pub(crate) struct Place {
    /// The name of its part of the page.
    pub(crate) name: String,
    /// The question.
    pub(crate) label: Wording,
    /// What the script is told.
    pub(crate) told: String,
    /// Who gives the ground.
    pub(crate) source: String,
}

impl Place {
    /// The place that answers a question, when it was shown or given by coordinates, and the house has maps.
    pub(crate) fn of(visit: &Visit, answers: &Answers, row: &SummaryRow) -> Option<Self> {
        let geometry = geometry(answers, row)?;
        let ground = visit.ground()?;
        let said = |words: &Shown| Wording::from(Said::shown(visit, words.clone()));
        let told = Told {
            shapes: vec![Shape::of(geometry).term()],
            geometry: Some(geometry),
            ..Told::new(visit, Some(ground))
        };
        Some(Self {
            name: match &row.row {
                Some(of_row) => format!("{}-{}", row.field, of_row.number),
                None => row.field.to_string(),
            },
            label: match &row.row {
                Some(of_row) => said(&row.label)
                    .then(" (")
                    .then(said(&of_row.title))
                    .then(")"),
                None => said(&row.label),
            },
            told: told.written(),
            source: source(visit, ground),
        })
    }
}

fn geometry<'a>(answers: &'a Answers, row: &SummaryRow) -> Option<&'a Geometry> {
    let answer = match &row.row {
        Some(of_row) => {
            let cells = &answers.row(of_row.block.as_str(), of_row.id)?.cells;
            cells.get(row.field.as_str())
        }
        None => answers.get(row.field.as_str()),
    };
    match answer? {
        Answer::Location(location) => location.geometry.as_ref(),
        _ => None,
    }
}
