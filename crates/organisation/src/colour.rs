//! Colours: whether one is readable on white (WCAG 2.2, success criterion 1.4.3), and the nearest that is.

/// The least contrast between a colour and the white of the pages.
pub const MIN_CONTRAST: f64 = 4.5;

/// Red, green, blue, from 0 to 255.
type Rgb = [u8; 3];

/// The contrast of a colour `#rrggbb` with white, from 1 to 21; nothing when it is no colour.
#[must_use]
pub fn contrast_with_white(colour: &str) -> Option<f64> {
    Some(contrast(parse(colour)?))
}

/// The nearest colour of the same hue that is readable on white; itself when it is.
#[must_use]
pub fn nearest_readable(colour: &str) -> Option<String> {
    let colour = parse(colour)?;
    // From no change to black in 256 steps: the first that is readable is the nearest.
    let darker = (0..=u16::from(u8::MAX))
        .rev()
        .map(|share| darkened(colour, share));
    let found = darker
        .into_iter()
        .find(|rgb| contrast(*rgb) >= MIN_CONTRAST)?;
    Some(
        found
            .iter()
            .fold("#".to_owned(), |text, part| format!("{text}{part:02x}")),
    )
}

fn darkened(colour: Rgb, share: u16) -> Rgb {
    colour.map(|part| u8::try_from(u16::from(part) * share / 255).unwrap_or(u8::MAX))
}

fn parse(colour: &str) -> Option<Rgb> {
    let figures = colour
        .strip_prefix('#')
        .filter(|text| text.len() == 6 && text.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(figures.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

fn contrast(colour: Rgb) -> f64 {
    1.05 / (luminance(colour) + 0.05)
}

/// Relative luminance, as WCAG 2.2 defines it.
fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_contrasts_are_measured() {
        for (colour, expected) in [
            ("#ffffff", 1.0),
            ("#000000", 21.0),
            ("#767676", 4.54),
            ("#ff0000", 4.0),
        ] {
            let measured = contrast_with_white(colour).unwrap();
            assert!((measured - expected).abs() < 0.01, "{colour}: {measured}");
        }
        for wrong in ["", "red", "#12345", "#12345g", "#éééé"] {
            assert_eq!(contrast_with_white(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_nearest_readable_colour_is_readable_and_no_darker_than_needed() {
        assert_eq!(nearest_readable("#1f4d5c").as_deref(), Some("#1f4d5c"));
        for colour in ["#ffcc00", "#ff0000", "#ffffff", "#7fd1ae"] {
            let nearest = nearest_readable(colour).unwrap();
            let measured = contrast_with_white(&nearest).unwrap();
            assert!(
                (MIN_CONTRAST..4.75).contains(&measured),
                "{colour} {nearest} {measured}"
            );
        }
    }
}
