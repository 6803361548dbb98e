//! The ease of reading a French text.
//!
//! Liliane Kandel and Abraham Moles, « Application de l'indice de Flesch à la langue française », *Cahiers d'études de
//! radio-télévision*, 19, 1958, p. 253-274: `207 − 1.015 × (words / sentences) − 73.6 × (syllables / words)`, where 100 is
//! very easy, 60 ordinary, 30 difficult. The coefficients are those that later software and handbooks give of it; the paper itself
//! was not read: to be confirmed. The index was made on samples of a hundred words: on a short text it says little, and a text
//! under [`LEAST_WORDS`] is not judged.

use super::{sentences, syllables, words};

/// Words under which the index means nothing.
const LEAST_WORDS: usize = 25;

/// The ease of reading of a text, in hundredths of a point, and what it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ease {
    pub hundredths: i64,
    pub words: usize,
    pub sentences: usize,
}

impl Ease {
    /// The whole points.
    pub(crate) const fn points(self) -> i64 {
        self.hundredths.div_euclid(100)
    }
}

/// The ease of reading of a text long enough to have one.
pub(crate) fn ease_of(text: &str) -> Option<Ease> {
    let counted = words(text).count();
    let said = sentences(text).len();
    let heard: usize = words(text).map(syllables).sum();
    if counted < LEAST_WORDS || said == 0 {
        return None;
    }
    let [whole, parts, sounds] =
        [counted, said, heard].map(|count| i64::try_from(count).unwrap_or(i64::MAX / 10_000));
    let hundredths = 20_700 - 1_015 * whole / (10 * parts) - 7_360 * sounds / whole;
    Some(Ease {
        hundredths,
        words: counted,
        sentences: said,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_is_the_formula() {
        // 30 words, 5 sentences, 32 syllables, counted by hand: 207 − 1.015 × 6 − 73.6 × 32/30 = 122.40.
        let text = "Le chat dort sur le lit. ".repeat(4) + "Le chat habite dans une maison.";
        let ease = ease_of(&text).unwrap();
        assert_eq!((ease.words, ease.sentences), (30, 5));
        let heard: usize = words(&text).map(syllables).sum();
        assert_eq!(heard, 32);
        assert_eq!(ease.hundredths, 12_241);
    }

    #[test]
    fn the_language_of_offices_is_harder_than_plain_words() {
        let plain = "Vous avez droit à une aide. Elle dure un an. Vous la recevez chaque mois. Nous la versons sur votre \
                     compte. Si votre vie change, dites-le nous vite.";
        let office = "Conformément aux dispositions réglementaires susvisées, l’administration procède à l’instruction \
                      préalable des sollicitations formulées par les administrés, sous réserve de la complétude des pièces \
                      justificatives afférentes à leur situation personnelle et patrimoniale.";
        let (plain, office) = (ease_of(plain).unwrap(), ease_of(office).unwrap());
        assert!(plain.points() > 80, "{plain:?}");
        assert!(office.points() < 20, "{office:?}");
    }

    #[test]
    fn a_short_text_is_not_judged() {
        assert_eq!(
            ease_of("Conformément aux dispositions réglementaires susvisées."),
            None
        );
    }
}
