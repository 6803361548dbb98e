//! A place on the ground: coordinates of a point, of a line or of an area, or an address.

mod ring;
mod typed;

use parvis_kernel::Language;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Address, Rules};
use crate::answer::{
    Address as KeptAddress, Answer, EntryErrorKind, Geometry, Location, Part, Position, Reader,
    Surroundings, Writer,
};
use crate::definition::limits;
use typed::Untyped;

/// Points that words list, at most.
const LISTED: usize = 20;

/// A place on the ground.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// What can be drawn, at least one of them, each once.
    pub shapes: Vec<Shape>,
}

/// What can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// One point.
    Point,
    /// A line.
    Line,
    /// An area.
    Area,
}

impl Shape {
    /// The terms of the procedure file.
    pub const TERMS: &[&str] = &["point", "line", "area"];

    /// The term of the procedure file.
    #[must_use]
    pub const fn term(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Line => "line",
            Self::Area => "area",
        }
    }

    /// What a geometry is.
    #[must_use]
    pub const fn of(geometry: &Geometry) -> Self {
        match geometry {
            Geometry::Point(_) => Self::Point,
            Geometry::LineString(_) => Self::Line,
            Geometry::Polygon(_) => Self::Area,
        }
    }

    /// Points at least.
    const fn least(self) -> usize {
        match self {
            Self::Point => 1,
            Self::Line => 2,
            Self::Area => 3,
        }
    }

    fn geometry(self, mut points: Vec<Position>) -> Result<Geometry, EntryErrorKind> {
        let most = match self {
            Self::Point => 1,
            Self::Line | Self::Area => limits::POINTS,
        };
        points.dedup();
        if points.len() > most {
            return Err(EntryErrorKind::TooManyPoints { max: most });
        }
        let least = self.least();
        let too_few = EntryErrorKind::TooFewPoints { min: least };
        if points.len() < least {
            return Err(too_few);
        }
        match self {
            Self::Point => points.pop().map(Geometry::Point).ok_or(too_few),
            Self::Line => Ok(Geometry::LineString(points)),
            Self::Area => match ring::ring(points) {
                Some(ring) => Ok(Geometry::Polygon(vec![ring])),
                None => Err(EntryErrorKind::AreaNotSimple),
            },
        }
    }
}

impl std::str::FromStr for Shape {
    type Err = ();

    fn from_str(term: &str) -> Result<Self, ()> {
        match term {
            "point" => Ok(Self::Point),
            "line" => Ok(Self::Line),
            "area" => Ok(Self::Area),
            _ => Err(()),
        }
    }
}

impl Rules for Map {
    fn parts(&self) -> Vec<Part> {
        let shape = (self.shapes.len() > 1).then_some(Part::Shape);
        let mut parts = Address {}.parts();
        parts.extend(shape);
        parts.push(Part::Coordinates);
        parts
    }

    fn read(&self, reader: &mut Reader<'_>, surroundings: &Surroundings<'_>) -> Option<Answer> {
        let geometry = self.read_geometry(reader);
        let address = match (Address {}).read(reader, surroundings) {
            Some(Answer::Address(address)) => Some(address),
            _ => None,
        };
        if !reader.is_clean() || geometry.is_none() && address.is_none() {
            return None;
        }
        Some(Answer::Location(Location { geometry, address }))
    }

    fn write(&self, answer: &Answer, writer: &mut Writer) {
        let Answer::Location(Location { geometry, address }) = answer else {
            return;
        };
        if let Some(geometry) = geometry {
            let Some(points) = points(geometry) else {
                return;
            };
            let lines: Vec<_> = points.iter().map(|point| typed::typed(*point)).collect();
            writer.put(Part::Coordinates, lines.join("\n"));
            if self.shapes.len() > 1 {
                writer.put(Part::Shape, Shape::of(geometry).term());
            }
        }
        if let Some(address) = address {
            Address {}.write(&Answer::Address(address.clone()), writer);
        }
    }

    fn lines(&self, answer: &Answer, language: Language) -> Vec<String> {
        let Answer::Location(Location { geometry, address }) = answer else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        if let Some(address) = address {
            lines.extend(address_lines(address, language));
        }
        if let Some(geometry) = geometry {
            lines.extend(geometry_lines(geometry, language));
        }
        lines
    }

    fn schema(&self) -> Value {
        let position = json!({
            "type": "array", "minItems": 2, "maxItems": 2,
            "prefixItems": [
                { "type": "number", "minimum": -180, "maximum": 180 },
                { "type": "number", "minimum": -90, "maximum": 90 },
            ],
        });
        let several = |least: usize| json!({ "type": "array", "minItems": least, "maxItems": limits::POINTS + 1, "items": position });
        let shapes: Vec<_> = self
            .shapes
            .iter()
            .map(|shape| {
                let (name, coordinates) = match shape {
                    Shape::Point => ("Point", position.clone()),
                    Shape::Line => ("LineString", several(2)),
                    Shape::Area => (
                        "Polygon",
                        json!({ "type": "array", "minItems": 1, "maxItems": 1, "items": several(4) }),
                    ),
                };
                json!({
                    "type": "object", "required": ["type", "coordinates"], "additionalProperties": false,
                    "properties": { "type": { "const": name }, "coordinates": coordinates },
                })
            })
            .collect();
        let address = Address {}.schema();
        let address = address.get("address").cloned().unwrap_or_default();
        json!({ "location": {
            "type": "object", "minProperties": 1, "additionalProperties": false,
            "properties": { "geometry": { "oneOf": shapes }, "address": address },
        } })
    }

    fn max_letters(&self) -> u32 {
        40 * 500
    }
}

impl Map {
    /// The geometry of the typed coordinates; `None` when there are none, or when the reader noted what is wrong.
    fn read_geometry(&self, reader: &mut Reader<'_>) -> Option<Geometry> {
        let text = reader.lines(Part::Coordinates);
        let mut points = Vec::new();
        let lines = text.lines().map(str::trim);
        for (rank, line) in lines.filter(|line| !line.is_empty()).enumerate() {
            if rank > limits::POINTS {
                break;
            }
            match typed::position(line) {
                Ok(position) => points.push(position),
                Err(wrong) => {
                    reader.refuse(Part::Coordinates, untyped(wrong, line));
                    return None;
                }
            }
        }
        if points.is_empty() {
            return None;
        }
        let shape = self.read_shape(reader, points.len())?;
        match shape.geometry(points) {
            Ok(geometry) => Some(geometry),
            Err(kind) => {
                reader.refuse(Part::Coordinates, kind);
                None
            }
        }
    }

    /// What was chosen, or the only one that so many points can be.
    fn read_shape(&self, reader: &mut Reader<'_>, points: usize) -> Option<Shape> {
        let chosen = match self.shapes.len() {
            1 => String::new(),
            _ => reader.line(Part::Shape),
        };
        if !chosen.is_empty() {
            let shape = chosen.parse().ok();
            let shape = shape.filter(|shape| self.shapes.contains(shape));
            if shape.is_none() {
                reader.refuse(Part::Shape, EntryErrorKind::UnknownOption);
            }
            return shape;
        }
        if let [only] = self.shapes.as_slice() {
            return Some(*only);
        }
        let fits = |shape: &&Shape| match shape {
            Shape::Point => points == 1,
            other => points >= other.least(),
        };
        let mut fitting = self.shapes.iter().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => Some(*only),
            _ => {
                reader.refuse(Part::Shape, EntryErrorKind::Required);
                None
            }
        }
    }
}

fn untyped(wrong: Untyped, line: &str) -> EntryErrorKind {
    let line = line.chars().take(60).collect();
    match wrong {
        Untyped::NotTwoNumbers => EntryErrorKind::CoordinatesInvalid { line },
        Untyped::OffGlobe => EntryErrorKind::CoordinatesOffGlobe { line },
    }
}

/// The points that a person would type: the ring of an area once round. An area with holes cannot be typed.
fn points(geometry: &Geometry) -> Option<&[Position]> {
    match geometry {
        Geometry::Point(position) => Some(std::slice::from_ref(position)),
        Geometry::LineString(points) => Some(points),
        Geometry::Polygon(rings) => match rings.as_slice() {
            [ring] => ring.split_last().map(|(_, points)| points),
            _ => None,
        },
    }
}

fn address_lines(address: &KeptAddress, language: Language) -> Vec<String> {
    Address {}.lines(&Answer::Address(address.clone()), language)
}

/// The coordinates, latitude first, as a telephone takes them back.
fn geometry_lines(geometry: &Geometry, language: Language) -> Vec<String> {
    let points = points(geometry).unwrap_or_default();
    let count = points.len();
    let head = match (geometry, language) {
        (Geometry::Point(_), _) => None,
        (Geometry::LineString(_), Language::French) => Some(format!("Ligne de {count} points :")),
        (Geometry::LineString(_), Language::English) => Some(format!("Line of {count} points:")),
        (Geometry::Polygon(_), Language::French) => Some(format!("Zone de {count} points :")),
        (Geometry::Polygon(_), Language::English) => Some(format!("Area of {count} points:")),
    };
    let shown = points.iter().take(LISTED).map(|point| typed::typed(*point));
    let more = count.saturating_sub(LISTED);
    let more = (more > 0).then(|| match language {
        Language::French => format!("et {more} autres points"),
        Language::English => format!("and {more} more points"),
    });
    head.into_iter().chain(shown).chain(more).collect()
}
