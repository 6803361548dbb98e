//! Numbers and amounts: one line, the keyboard that fits, and what is counted after it.

use parvis_form::kind::{Amount, Decimal, Integer};
use parvis_form::{At, Field};
use parvis_web::PageError;

use crate::answer::fields::Page;
use crate::said::worded;

impl Page<'_> {
    pub(super) fn integer(
        &self,
        field: &Field,
        at: At<'_>,
        integer: &Integer,
    ) -> Result<String, PageError> {
        let width = if integer.max < 1_000 { "4" } else { "10" };
        self.line(field, at, "text", keyboard(integer.min < 0, 0), width)
    }

    pub(super) fn decimal(
        &self,
        field: &Field,
        at: At<'_>,
        decimal: &Decimal,
    ) -> Result<String, PageError> {
        let inputmode = keyboard(decimal.min.units() < 0, decimal.decimals);
        let unit = decimal.unit.as_ref();
        let unit = unit
            .map(|unit| worded(self.visit, unit))
            .unwrap_or_default();
        self.measured(field, at, ("text", inputmode, "10"), unit)
    }

    pub(super) fn amount(
        &self,
        field: &Field,
        at: At<'_>,
        amount: &Amount,
    ) -> Result<String, PageError> {
        let inputmode = keyboard(amount.min < 0, 2);
        self.measured(field, at, ("text", inputmode, "10"), "€".into())
    }
}

/// The keyboard of a telephone. A numeric one has no minus sign on some.
const fn keyboard(may_be_negative: bool, decimals: u8) -> &'static str {
    match (may_be_negative, decimals) {
        (true, _) => "",
        (false, 0) => "numeric",
        (false, _) => "decimal",
    }
}
