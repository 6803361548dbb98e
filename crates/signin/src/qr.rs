//! QR codes as images of their own: nothing inline.

use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use parvis_kernel::Failure;
use parvis_web::PageError;
use qrcode::{Color, EcLevel, QrCode};

/// Light modules around the code (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// The drawing of a text.
pub(crate) fn image(text: &str) -> Result<Response, PageError> {
    Ok(([(CONTENT_TYPE, "image/svg+xml")], svg(text)?).into_response())
}

/// Black modules on a white ground, whatever the colours of the page: readers need both.
fn svg(text: &str) -> Result<String, PageError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|error| Failure::new("drawing a QR code", error.to_string()))?;
    let (width, side) = (code.width(), code.width() + 2 * QUIET);
    let mut path = String::new();
    for (index, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (index % width + QUIET, index / width + QUIET);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_is_the_code_with_its_quiet_zone() {
        let text = "otpauth://totp/Ville:claire@rochebrune.example?secret=ABC";
        let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
        let dark = code
            .to_colors()
            .into_iter()
            .filter(|color| *color == Color::Dark);
        let drawn = svg(text).unwrap();
        assert_eq!(drawn.matches("h1v1h-1z").count(), dark.count());
        assert!(
            drawn.contains("M4 4h1v1h-1z"),
            "the corner of the finder pattern"
        );
        assert!(!drawn.contains("M3 "));
        assert!(!drawn.contains("ABC"), "the secret is drawn, not written");
    }
}
