//! Numbers with a decimal part, exact: an integer and how many of its digits stand after the point.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact decimal number: `12.50` is 1250 with two decimals. Never a floating point number.
///
/// Its text is canonical, and is its JSON: `"12.50"`, `"-0.5"`; two numbers are equal (`==`) when they have the same
/// text, and worth the same when [`Decimal::compare`] says so (`1.5` and `1.50`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i64,
    decimals: u8,
}

/// A text that is no decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a decimal number")]
pub struct NotDecimal;

impl Decimal {
    /// Digits after the point at most.
    pub const DECIMALS: u8 = 6;
    /// Units at most, on both sides of zero.
    pub const REACH: i64 = 1_000_000_000_000_000;

    /// `units` with that many decimals; nothing when one or the other is out of reach.
    #[must_use]
    pub const fn new(units: i64, decimals: u8) -> Option<Self> {
        if decimals > Self::DECIMALS || units > Self::REACH || units < -Self::REACH {
            return None;
        }
        Some(Self { units, decimals })
    }

    /// The number without its point: 1250 for `12.50`.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many digits stand after the point.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// The same number with that many decimals; nothing when it would lose a digit or go out of reach.
    #[must_use]
    pub fn with_decimals(self, decimals: u8) -> Option<Self> {
        if decimals >= self.decimals {
            let more = 10_i64.checked_pow(u32::from(decimals - self.decimals))?;
            return Self::new(self.units.checked_mul(more)?, decimals);
        }
        let less = 10_i64.checked_pow(u32::from(self.decimals - decimals))?;
        if self.units % less == 0 {
            Self::new(self.units / less, decimals)
        } else {
            None
        }
    }

    /// Compares what two numbers are worth.
    #[must_use]
    pub fn compare(self, other: Self) -> Ordering {
        self.widest().cmp(&other.widest())
    }

    /// The number counted in millionths: it always fits.
    fn widest(self) -> i128 {
        let missing = u32::from(Self::DECIMALS - self.decimals);
        i128::from(self.units) * 10_i128.pow(missing)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let scale = 10_u64.pow(u32::from(self.decimals));
        let (whole, rest) = (
            self.units.unsigned_abs() / scale,
            self.units.unsigned_abs() % scale,
        );
        write!(formatter, "{sign}{whole}")?;
        if self.decimals > 0 {
            write!(
                formatter,
                ".{rest:0width$}",
                width = usize::from(self.decimals)
            )?;
        }
        Ok(())
    }
}

impl FromStr for Decimal {
    type Err = NotDecimal;

    /// Reads digits, a point and digits, with a minus sign or not.
    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let (minus, bare) = match text.strip_prefix('-') {
            Some(bare) => (true, bare),
            None => (false, text),
        };
        let (whole, rest) = match bare.split_once('.') {
            Some((_, "")) => return Err(NotDecimal),
            Some(parts) => parts,
            None => (bare, ""),
        };
        let digits = |text: &str| text.bytes().all(|letter| letter.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(rest) {
            return Err(NotDecimal);
        }
        let decimals = u8::try_from(rest.len()).map_err(|_| NotDecimal)?;
        let units: i64 = format!("{whole}{rest}").parse().map_err(|_| NotDecimal)?;
        Self::new(if minus { -units } else { units }, decimals).ok_or(NotDecimal)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<Decimal> {
        text.parse().ok()
    }

    #[test]
    fn a_decimal_is_digits_a_point_and_digits() {
        assert_eq!(read("12.50"), Decimal::new(1250, 2));
        assert_eq!(read("-0.5"), Decimal::new(-5, 1));
        assert_eq!(read("7"), Decimal::new(7, 0));
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "+5",
            "1,5",
            "1.5.1",
            "1e3",
            "--5",
            "٣",
            "0.1234567",
            "99999999999999999999",
            " 1",
            "1000000000000001",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_of_other_decimals_compare_by_what_they_are_worth() {
        let [half, long, less] = ["1.5", "1.500", "-1.6"].map(|text| read(text).unwrap());
        assert_eq!(half.compare(long), Ordering::Equal);
        assert_ne!(half, long);
        assert_eq!(less.compare(half), Ordering::Less);
        assert_eq!(long.with_decimals(1), Some(half));
        assert_eq!(half.with_decimals(0), None);
        assert_eq!(
            Decimal::new(Decimal::REACH, 0).unwrap().with_decimals(2),
            None
        );
    }

    proptest! {
        #[test]
        fn a_decimal_reads_back_what_it_writes(units in -Decimal::REACH..=Decimal::REACH, decimals in 0..=Decimal::DECIMALS) {
            let number = Decimal::new(units, decimals).unwrap();
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn the_order_of_decimals_is_that_of_what_they_are_worth(a in -10_000..10_000_i64, b in -10_000..10_000_i64, more in 0..4_u8) {
            let (left, right) = (Decimal::new(a, 2).unwrap(), Decimal::new(b, 2).unwrap());
            let longer = right.with_decimals(2 + more).unwrap();
            prop_assert_eq!(left.compare(longer), a.cmp(&b));
        }
    }
}
