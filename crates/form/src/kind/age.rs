//! Ages.

use jiff::civil::Date;

use crate::answer::EntryErrorKind;
use crate::expression::age_on;

/// What is wrong with a date of birth, between two ages.
pub(crate) fn wrong_age(
    born: Date,
    today: Date,
    min_age: Option<u8>,
    max_age: Option<u8>,
) -> Option<EntryErrorKind> {
    let age = age_on(born, today);
    match (min_age, max_age) {
        (Some(least), _) if age < i64::from(least) => Some(EntryErrorKind::TooYoung { age: least }),
        (_, Some(most)) if age > i64::from(most) => Some(EntryErrorKind::TooOld { age: most }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_age_grows_on_the_birthday() {
        let born = date(2008, 2, 29);
        for (day, age) in [
            (date(2024, 2, 28), 15),
            (date(2024, 2, 29), 16),
            (date(2025, 2, 28), 16),
            (date(2025, 3, 1), 17),
            (date(2008, 2, 29), 0),
        ] {
            assert_eq!(age_on(born, day), age, "{day}");
        }
    }

    #[test]
    fn both_ends_are_accepted() {
        let today = date(2026, 11, 22);
        let wrong = |born| wrong_age(born, today, Some(16), Some(18));
        assert_eq!(wrong(date(2010, 11, 22)), None);
        assert_eq!(
            wrong(date(2010, 11, 23)),
            Some(EntryErrorKind::TooYoung { age: 16 })
        );
        assert_eq!(wrong(date(2007, 11, 23)), None);
        assert_eq!(
            wrong(date(2007, 11, 22)),
            Some(EntryErrorKind::TooOld { age: 18 })
        );
    }
}
