//! Numbers.

use serde_saphyr::{Location, Spanned};

use crate::answer::Decimal as Exact;
use crate::definition::{ElementSource, NumberSource};
use crate::form::compile::Compiler;
use crate::kind::{Amount, Decimal, Integer, Kind};

impl Compiler<'_> {
    pub(super) fn integer(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let min = self.bound(source.min.as_ref(), 0, 0);
        let max = self.bound(source.max.as_ref(), 0, 1_000_000_000);
        self.check_order(owner, source, (min, max));
        Kind::Integer(Integer {
            min: min.units(),
            max: max.units(),
        })
    }

    pub(super) fn decimal(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let decimals = self.decimals(owner, source);
        let most = 10_i64.saturating_pow(9 + u32::from(decimals));
        let min = self.bound(source.min.as_ref(), decimals, 0);
        let max = self.bound(source.max.as_ref(), decimals, most);
        self.check_order(owner, source, (min, max));
        Kind::Decimal(Decimal {
            decimals,
            min,
            max,
            unit: source.unit.as_ref().map(|unit| self.words(unit, 30)),
        })
    }

    pub(super) fn amount(&mut self, owner: Location, source: &ElementSource) -> Kind {
        let min = self.bound(source.min.as_ref(), 2, 0);
        let max = self.bound(source.max.as_ref(), 2, Amount::MOST);
        self.check_order(owner, source, (min, max));
        Kind::Amount(Amount {
            min: min.units(),
            max: max.units(),
        })
    }

    fn decimals(&mut self, owner: Location, source: &ElementSource) -> u8 {
        let expected = format!("`decimals`, 0 to {}", Exact::DECIMALS);
        match &source.decimals {
            Some(decimals) if decimals.value <= Exact::DECIMALS => decimals.value,
            Some(decimals) => {
                let message = format!("{} is out of bounds", decimals.value);
                self.problems
                    .note_expecting(decimals.referenced, message, expected);
                0
            }
            None => {
                self.problems
                    .note_expecting(owner, "`decimals` is missing", expected);
                0
            }
        }
    }

    /// A bound that has no more decimals than the answers.
    fn bound(
        &mut self,
        source: Option<&Spanned<NumberSource>>,
        decimals: u8,
        default: i64,
    ) -> Exact {
        let default = Exact::new(default, decimals).unwrap_or_default();
        let Some(source) = source else {
            return default;
        };
        source.value.decimal(decimals).unwrap_or_else(|| {
            let written = source.value.as_str();
            let (message, expected) = match decimals {
                0 => (
                    format!("`{written}` is not an integer"),
                    "an integer".to_owned(),
                ),
                _ => (
                    format!("`{written}` is not a number of {decimals} decimals at most"),
                    format!(
                        "a number such as `\"{}\"`",
                        Exact::new(12, decimals).unwrap_or_default()
                    ),
                ),
            };
            self.problems
                .note_expecting(source.referenced, message, expected);
            default
        })
    }

    fn check_order(&mut self, owner: Location, source: &ElementSource, (min, max): (Exact, Exact)) {
        if min.compare(max).is_le() {
            return;
        }
        let at = source.max.as_ref().or(source.min.as_ref());
        let at = at.map_or(owner, |bound| bound.referenced);
        let reach = Exact::REACH;
        self.problems.note_expecting(
            at,
            "`min` and `max` are out of bounds",
            format!("-{reach} <= min <= max <= {reach}"),
        );
    }
}
