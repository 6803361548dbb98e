//! Exact computation: integers, decimal numbers, amounts and dates. What overflows, or divides by zero, is undecided.

use std::cmp::Ordering;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::answer::Decimal;

/// A value that is computed with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Number {
    Int(i64),
    Decimal(Decimal),
    /// In cents.
    Amount(i64),
    Date(Date),
}

use Number::{Amount, Date as Day, Decimal as Dec, Int};

pub(super) fn add(left: Number, right: Number) -> Option<Number> {
    match (left, right) {
        (Int(left), Int(right)) => left.checked_add(right).map(Int),
        (Amount(left), Amount(right)) => left.checked_add(right).map(Amount),
        (Day(date), Int(days)) | (Int(days), Day(date)) => later(date, days),
        _ => decimals(left, right, |left, right| left.checked_add(right)),
    }
}

pub(super) fn subtract(left: Number, right: Number) -> Option<Number> {
    match (left, right) {
        (Int(left), Int(right)) => left.checked_sub(right).map(Int),
        (Amount(left), Amount(right)) => left.checked_sub(right).map(Amount),
        (Day(date), Int(days)) => later(date, days.checked_neg()?),
        _ => decimals(left, right, |left, right| left.checked_sub(right)),
    }
}

pub(super) fn multiply(left: Number, right: Number) -> Option<Number> {
    match (left, right) {
        (Int(left), Int(right)) => left.checked_mul(right).map(Int),
        (Amount(cents), Int(times)) | (Int(times), Amount(cents)) => {
            cents.checked_mul(times).map(Amount)
        }
        (Amount(cents), Dec(rate)) | (Dec(rate), Amount(cents)) => {
            let product = i128::from(cents) * i128::from(rate.units());
            let cents = rounded(product, u32::from(rate.decimals()));
            i64::try_from(cents).ok().map(Amount)
        }
        _ => product(as_decimal(left)?, as_decimal(right)?).map(Dec),
    }
}

/// Integer division, towards zero as CEL has it.
pub(super) fn divide(left: Number, right: Number) -> Option<Number> {
    match (left, right) {
        (Int(left), Int(right)) => left.checked_div(right).map(Int),
        _ => None,
    }
}

/// The remainder of the integer division: of the sign of the left one.
pub(super) fn remainder(left: Number, right: Number) -> Option<Number> {
    match (left, right) {
        (Int(left), Int(right)) => left.checked_rem(right).map(Int),
        _ => None,
    }
}

pub(super) fn least(left: Number, right: Number) -> Option<Number> {
    ranked(left, right, Ordering::Greater)
}

pub(super) fn greatest(left: Number, right: Number) -> Option<Number> {
    ranked(left, right, Ordering::Less)
}

pub(super) fn negated(number: Number) -> Option<Number> {
    match number {
        Int(number) => number.checked_neg().map(Int),
        Amount(cents) => cents.checked_neg().map(Amount),
        Dec(number) => Decimal::new(-number.units(), number.decimals()).map(Dec),
        Day(_) => None,
    }
}

/// The years that somebody born on a day has completed on another: negative before their birth. Who is born on 29 February
/// is a year older on 1 March of the other years.
pub(crate) fn age_on(birth: Date, on: Date) -> i64 {
    let before = (on.month(), on.day()) < (birth.month(), birth.day());
    i64::from(on.year()) - i64::from(birth.year()) - i64::from(before)
}

/// The days from one date to another: negative when the other comes first.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    // Two civil dates are at most some four million days apart.
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

fn later(date: Date, days: i64) -> Option<Number> {
    let span = 0.days().try_days(days).ok()?;
    date.checked_add(span).ok().map(Day)
}

/// The right one when it ranks before the left one in that order, else the left one.
fn ranked(left: Number, right: Number, order: Ordering) -> Option<Number> {
    let compared = match (left, right) {
        (Int(left), Int(right)) | (Amount(left), Amount(right)) => left.cmp(&right),
        (Day(left), Day(right)) => left.cmp(&right),
        _ => as_decimal(left)?.compare(as_decimal(right)?),
    };
    let kept = if compared == order { right } else { left };
    match (left, right) {
        // A decimal number and an integer give a decimal number, whichever is kept.
        (Dec(_), Int(_)) | (Int(_), Dec(_)) => as_decimal(kept).map(Dec),
        _ => Some(kept),
    }
}

fn as_decimal(number: Number) -> Option<Decimal> {
    match number {
        Dec(number) => Some(number),
        Int(number) => Decimal::new(number, 0),
        Amount(_) | Day(_) => None,
    }
}

/// Computes on two numbers brought to the same decimals.
fn decimals(
    left: Number,
    right: Number,
    compute: impl Fn(i64, i64) -> Option<i64>,
) -> Option<Number> {
    let (left, right) = (as_decimal(left)?, as_decimal(right)?);
    let most = left.decimals().max(right.decimals());
    let (left, right) = (left.with_decimals(most)?, right.with_decimals(most)?);
    let units = compute(left.units(), right.units())?;
    Decimal::new(units, most).map(Dec)
}

/// The product of two decimal numbers, rounded to the six decimals that are kept; needless zeros are dropped.
fn product(left: Decimal, right: Decimal) -> Option<Decimal> {
    let asked = left.decimals().max(right.decimals());
    let mut decimals = left.decimals() + right.decimals();
    let mut units = i128::from(left.units()) * i128::from(right.units());
    if let Some(excess) = decimals.checked_sub(Decimal::DECIMALS) {
        units = rounded(units, u32::from(excess));
        decimals = Decimal::DECIMALS;
    }
    while decimals > asked && units % 10 == 0 {
        units /= 10;
        decimals -= 1;
    }
    Decimal::new(i64::try_from(units).ok()?, decimals)
}

/// Drops that many digits, rounding half away from zero: 0.5 cent is one cent owed, or one cent given back.
fn rounded(units: i128, digits: u32) -> i128 {
    let scale = 10_i128.pow(digits);
    let half = if units < 0 { -scale / 2 } else { scale / 2 };
    (units + half) / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn dec(text: &str) -> Number {
        Dec(text.parse().unwrap())
    }

    #[test]
    fn amounts_are_rounded_half_up_to_the_cent() {
        for (cents, rate, expected) in [
            (1000, "0.333", 333),
            (1000, "0.0005", 1),
            (1000, "0.00049", 0),
            (-1000, "0.0005", -1),
            (999, "1.5", 1499),
            (1, "0.5", 1),
            (-1, "0.5", -1),
        ] {
            assert_eq!(
                multiply(Amount(cents), dec(rate)),
                Some(Amount(expected)),
                "{cents} {rate}"
            );
            assert_eq!(multiply(dec(rate), Amount(cents)), Some(Amount(expected)));
        }
        assert_eq!(multiply(Amount(i64::MAX), dec("2")), None);
        assert_eq!(multiply(Amount(250), Int(3)), Some(Amount(750)));
        assert_eq!(add(Amount(i64::MAX), Amount(1)), None);
    }

    #[test]
    fn decimal_numbers_are_exact() {
        assert_eq!(add(dec("0.1"), dec("0.2")), Some(dec("0.3")));
        assert_eq!(subtract(dec("1"), dec("0.25")), Some(dec("0.75")));
        assert_eq!(multiply(dec("1.50"), dec("2.00")), Some(dec("3.00")));
        assert_eq!(multiply(dec("0.001"), dec("0.0005")), Some(dec("0.000001")));
        assert_eq!(multiply(dec("1.5"), Int(3)), Some(dec("4.5")));
        assert_eq!(add(Int(1), dec("0.5")), Some(dec("1.5")));
        assert_eq!(least(Int(1), dec("1.5")), Some(dec("1")));
    }

    #[test]
    fn integers_divide_towards_zero() {
        assert_eq!(divide(Int(7), Int(2)), Some(Int(3)));
        assert_eq!(divide(Int(-7), Int(2)), Some(Int(-3)));
        assert_eq!(remainder(Int(-7), Int(2)), Some(Int(-1)));
        assert_eq!(divide(Int(1), Int(0)), None);
        assert_eq!(remainder(Int(1), Int(0)), None);
        assert_eq!(divide(Int(i64::MIN), Int(-1)), None);
        assert_eq!(remainder(Int(i64::MIN), Int(-1)), None);
    }

    #[test]
    fn ages_and_days_are_counted() {
        let born = date(2008, 2, 29);
        assert_eq!(age_on(born, date(2026, 2, 28)), 17);
        assert_eq!(age_on(born, date(2026, 3, 1)), 18);
        assert_eq!(age_on(born, date(2028, 2, 29)), 20);
        assert_eq!(age_on(born, date(2007, 6, 1)), -1);
        assert_eq!(days_between(date(2026, 1, 1), date(2026, 3, 1)), 59);
        assert_eq!(days_between(date(2026, 3, 1), date(2026, 1, 1)), -59);
        assert_eq!(days_between(Date::MIN, Date::MAX), 7_304_483);
        assert_eq!(add(Day(born), Int(1)), Some(Day(date(2008, 3, 1))));
        assert_eq!(subtract(Day(born), Int(29)), Some(Day(date(2008, 1, 31))));
        assert_eq!(add(Day(Date::MAX), Int(1)), None);
        assert_eq!(add(Day(born), Int(i64::MAX)), None);
        assert_eq!(subtract(Day(born), Int(i64::MIN)), None);
    }
}
