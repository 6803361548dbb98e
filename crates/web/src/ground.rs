//! The ground of drawn maps: images that a server of tiles gives to the browser.

use std::sync::atomic::{AtomicBool, Ordering};

/// Where a map opens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// In degrees.
    pub latitude: f64,
    /// In degrees.
    pub longitude: f64,
    /// 0 shows the world, each more doubles the scale.
    pub zoom: u8,
}

impl View {
    /// Reads `latitude, longitude, zoom`; nothing when it is not that.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(',').map(str::trim);
        let (latitude, longitude) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let zoom = parts.next()?.parse().ok()?;
        let is_on_globe =
            (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        (is_on_globe && zoom <= DEEPEST && parts.next().is_none()).then_some(Self {
            latitude,
            longitude,
            zoom,
        })
    }
}

/// The most detailed view.
const DEEPEST: u8 = 19;

/// The ground of drawn maps. Whoever shows a map tells their address to the server of its tiles.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    tiles: String,
    origin: Option<String>,
    attribution: String,
    view: View,
}

/// Why an address gives no ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GroundError {
    /// `{z}`, `{x}` or `{y}` is missing.
    #[error("{{z}}, {{x}} and {{y}} must be in the address")]
    NotTemplate,
    /// Neither `https://…`, nor a path of the house.
    #[error("the address must start with https://, or with / for this very server")]
    NotSecure,
    /// The host, or a sign of the address, would be read otherwise by a browser.
    #[error("the address is not that of a server")]
    NotAddress,
}

impl Ground {
    /// A ground from the address of its tiles, in which `{z}`, `{x}` and `{y}` stand for the zoom, the column and the row.
    ///
    /// It is an `https` address, a path of this very server (`/tiles/…`, that a proxy in front of it answers), or, when
    /// `loopback` is true, an address of this machine, to try out.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn new(
        tiles: &str,
        attribution: &str,
        view: View,
        loopback: bool,
    ) -> Result<Self, GroundError> {
        if !["{z}", "{x}", "{y}"]
            .iter()
            .all(|part| tiles.contains(part))
        {
            return Err(GroundError::NotTemplate);
        }
        let is_plain =
            |sign: char| sign.is_ascii_graphic() && !matches!(sign, '"' | '<' | '>' | '\\' | '\'');
        if !tiles.chars().all(is_plain) {
            return Err(GroundError::NotAddress);
        }
        Ok(Self {
            tiles: tiles.to_owned(),
            origin: origin(tiles, loopback)?,
            attribution: attribution.to_owned(),
            view,
        })
    }

    /// The address of the tiles, with its `{z}`, `{x}` and `{y}`.
    #[must_use]
    pub fn tiles(&self) -> &str {
        &self.tiles
    }

    /// Whose image it is, in words that stand on the map.
    #[must_use]
    pub fn attribution(&self) -> &str {
        &self.attribution
    }

    /// Where a map opens, when nothing is drawn on it.
    #[must_use]
    pub const fn view(&self) -> View {
        self.view
    }

    /// The name of the server of the tiles, for who reads; nothing when it is this one.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let (_, host) = self.origin.as_deref()?.split_once("://")?;
        Some(host)
    }

    /// The server of the tiles, as the policy of a page names it; nothing when it is this one.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }
}

/// The server of an address: nothing for a path of this one.
fn origin(tiles: &str, loopback: bool) -> Result<Option<String>, GroundError> {
    if tiles.starts_with('/') && !tiles.starts_with("//") {
        return Ok(None);
    }
    let (scheme, rest) = tiles.split_once("://").ok_or(GroundError::NotSecure)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_here = host == "127.0.0.1" || host.starts_with("127.0.0.1:");
    if scheme != "https" && !(scheme == "http" && loopback && is_here) {
        return Err(GroundError::NotSecure);
    }
    let is_host = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':');
    if host.is_empty() || !host.chars().all(is_host) {
        return Err(GroundError::NotAddress);
    }
    Ok(Some(format!("{scheme}://{host}")))
}

/// What a page needs of the browser beyond what every page may: noted while it is written, told by its headers.
#[derive(Debug, Default)]
pub(crate) struct Needs {
    tiles: AtomicBool,
    position: AtomicBool,
}

impl Needs {
    /// The page shows tiles.
    pub(crate) fn tiles(&self) {
        self.tiles.store(true, Ordering::Relaxed);
    }

    /// The page may ask where the device is.
    pub(crate) fn position(&self) {
        self.position.store(true, Ordering::Relaxed);
    }

    /// Whether the page shows tiles.
    pub(crate) fn shows_tiles(&self) -> bool {
        self.tiles.load(Ordering::Relaxed)
    }

    /// Whether the page may ask where the device is.
    pub(crate) fn asks_position(&self) -> bool {
        self.position.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: View = View {
        latitude: 46.6,
        longitude: 2.4,
        zoom: 5,
    };

    #[test]
    fn tiles_come_from_a_named_server_or_from_this_one() {
        for (tiles, origin) in [
            (
                "https://data.geopf.fr/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}",
                Some("https://data.geopf.fr"),
            ),
            (
                "https://tiles.example.org:8443/{z}/{x}/{y}.png",
                Some("https://tiles.example.org:8443"),
            ),
            ("/tiles/{z}/{x}/{y}.png", None),
        ] {
            let ground = Ground::new(tiles, "© A", VIEW, false).unwrap();
            assert_eq!(ground.origin(), origin, "{tiles}");
        }
        let here = "http://127.0.0.1:9000/{z}/{x}/{y}.png";
        assert!(Ground::new(here, "© A", VIEW, true).is_ok());
        assert_eq!(
            Ground::new(here, "© A", VIEW, false),
            Err(GroundError::NotSecure)
        );
    }

    #[test]
    fn what_would_open_the_policy_of_a_page_is_refused() {
        for (tiles, error) in [
            ("https://tiles.example.org/", GroundError::NotTemplate),
            (
                "http://tiles.example.org/{z}/{x}/{y}",
                GroundError::NotSecure,
            ),
            ("//tiles.example.org/{z}/{x}/{y}", GroundError::NotSecure),
            ("data:{z}{x}{y}", GroundError::NotSecure),
            ("https://*/{z}/{x}/{y}", GroundError::NotAddress),
            (
                "https://a.fr; script-src *;/{z}/{x}/{y}",
                GroundError::NotAddress,
            ),
            ("https://a.fr;b/{z}/{x}/{y}", GroundError::NotAddress),
            ("https://{z}.a.fr/{x}/{y}", GroundError::NotAddress),
            ("https://a.fr/\"{z}/{x}/{y}", GroundError::NotAddress),
            (
                "http://127.0.0.1.example.org/{z}/{x}/{y}",
                GroundError::NotSecure,
            ),
        ] {
            assert_eq!(Ground::new(tiles, "", VIEW, true), Err(error), "{tiles}");
        }
    }

    #[test]
    fn a_view_is_a_place_on_the_globe_and_a_zoom() {
        assert_eq!(View::read("46.6, 2.4, 5"), Some(VIEW));
        for wrong in [
            "",
            "46.6, 2.4",
            "91, 0, 5",
            "46.6, 2.4, 20",
            "46.6, 2.4, 5, 1",
            "NaN, 0, 1",
        ] {
            assert_eq!(View::read(wrong), None, "{wrong}");
        }
    }
}
