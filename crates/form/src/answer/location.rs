//! A place on the ground: a geometry, an address, or both.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Address;

/// A place on the ground, by its geometry, by an address, or by both: never by neither.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// Its geometry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geometry: Option<Geometry>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
}

/// A geometry, written as GeoJSON (RFC 7946).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "coordinates", deny_unknown_fields)]
pub enum Geometry {
    /// A point.
    Point(Position),
    /// A line of two points or more.
    LineString(Vec<Position>),
    /// An area: one ring, closed (its last point is its first), counterclockwise.
    Polygon(Vec<Vec<Position>>),
}

/// A position in the reference system of satellites (WGS 84), to a millionth of a degree: about ten centimetres.
///
/// Its JSON is that of GeoJSON, longitude first: `[2.3522, 48.8566]`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    longitude: i32,
    latitude: i32,
}

impl Position {
    /// Millionths in a degree.
    pub const DEGREE: i32 = 1_000_000;

    /// A position from millionths of degrees; none beyond 180 degrees of longitude or 90 of latitude.
    #[must_use]
    pub fn new(longitude: i64, latitude: i64) -> Option<Self> {
        let within = |value: i64, degrees: i64| {
            let most = degrees * i64::from(Self::DEGREE);
            (-most..=most).contains(&value)
        };
        if !within(longitude, 180) || !within(latitude, 90) {
            return None;
        }
        Some(Self {
            longitude: i32::try_from(longitude).ok()?,
            latitude: i32::try_from(latitude).ok()?,
        })
    }

    /// East of Greenwich, in millionths of a degree.
    #[must_use]
    pub const fn longitude(self) -> i32 {
        self.longitude
    }

    /// North of the equator, in millionths of a degree.
    #[must_use]
    pub const fn latitude(self) -> i32 {
        self.latitude
    }
}

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let degrees = |value: i32| f64::from(value) / f64::from(Self::DEGREE);
        [degrees(self.longitude), degrees(self.latitude)].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [longitude, latitude] = <[f64; 2]>::deserialize(deserializer)?;
        let position = Self::new(millionths(longitude), millionths(latitude));
        position.ok_or_else(|| D::Error::custom("a position is [longitude, latitude], in degrees"))
    }
}

/// Degrees in millionths; what is no number, or is out of reach, stays out of reach.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast saturates, and what saturates is refused"
)]
fn millionths(degrees: f64) -> i64 {
    if degrees.is_nan() {
        return i64::MAX;
    }
    (degrees * f64::from(Position::DEGREE)).round() as i64
}

impl fmt::Debug for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Position([personal])")
    }
}

personal!(Location, Geometry);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn geometries_are_written_as_geojson() {
        for json in [
            r#"{"type":"Point","coordinates":[-1.677793,48.117266]}"#,
            r#"{"type":"LineString","coordinates":[[0.0,0.1],[179.999999,-90.0]]}"#,
            r#"{"type":"Polygon","coordinates":[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,0.0]]]}"#,
        ] {
            let geometry: Geometry = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&geometry).unwrap(), json);
        }
        for wrong in [
            r#"{"type":"Point","coordinates":[181,0]}"#,
            r#"{"type":"Point","coordinates":[0,-90.1]}"#,
            r#"{"type":"Point","coordinates":[1e300,0]}"#,
            r#"{"type":"Point","coordinates":[0]}"#,
            r#"{"type":"Point","coordinates":[0,0,0]}"#,
            r#"{"type":"MultiPoint","coordinates":[[0,0]]}"#,
            r#"{"type":"Point","coordinates":[0,0],"bbox":[]}"#,
        ] {
            assert!(serde_json::from_str::<Geometry>(wrong).is_err(), "{wrong}");
        }
    }
}
