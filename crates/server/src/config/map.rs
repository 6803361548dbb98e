//! The ground of drawn maps.

use parvis_web::{Ground, GroundError, View};
use serde::Deserialize;

use super::ConfigError;

/// The ground of drawn maps.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MapConfig {
    /// The address of the tiles, with `{z}`, `{x}` and `{y}`; without it, no map is drawn.
    pub tiles: Option<String>,
    /// Whose image it is, in words that stand on the map.
    pub attribution: Option<String>,
    /// Where a map opens: latitude, longitude, zoom.
    pub view: String,
    /// Whether the tiles may come from this machine, without encryption: to try them out.
    pub loopback: bool,
}

impl Default for MapConfig {
    fn default() -> Self {
        Self {
            tiles: None,
            attribution: None,
            view: "46.6, 2.4, 5".to_owned(),
            loopback: false,
        }
    }
}

impl MapConfig {
    /// The ground; none when no address is given.
    ///
    /// # Errors
    /// The key that is not right.
    pub fn ground(&self) -> Result<Option<Ground>, ConfigError> {
        let view = View::read(&self.view).ok_or_else(|| {
            let expected = "attendu : latitude, longitude et zoom de 0 à 19, comme 46.6, 2.4, 5";
            ConfigError::key("map.view", expected)
        })?;
        let Some(tiles) = &self.tiles else {
            return Ok(None);
        };
        let attribution = self.attribution.as_deref().map(str::trim);
        let attribution = attribution.filter(|text| !text.is_empty()).ok_or_else(|| {
            let missing =
                "attendu : de qui est le fond de carte, comme © IGN (sa licence le demande)";
            ConfigError::key("map.attribution", missing)
        })?;
        let ground = Ground::new(tiles, attribution, view, self.loopback);
        ground.map(Some).map_err(|error| {
            let problem = match error {
                GroundError::NotTemplate => "attendu : une adresse où {z}, {x} et {y} tiennent lieu du zoom, de la colonne et de la ligne",
                GroundError::NotSecure => "attendu : une adresse en https://, ou un chemin de ce serveur même, comme /tuiles/{z}/{x}/{y}.png",
                GroundError::NotAddress => "ce n'est pas l'adresse d'un serveur",
            };
            ConfigError::key("map.tiles", problem)
        })
    }
}
