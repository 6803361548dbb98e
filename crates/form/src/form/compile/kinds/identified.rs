//! What a number or an account identifies.

use serde_saphyr::Location;

use super::flag;
use crate::definition::{ElementSource, Sensitivity};
use crate::form::compile::Compiler;
use crate::kind::{Iban, Kind, VehiclePlate};

impl Compiler<'_> {
    /// The disclosure of a bank account exposes the person: exports and masks must know it.
    pub(super) fn iban(&mut self, source: &ElementSource, at: Location) -> Kind {
        if self.sensitivity_of(source) == Some(Sensitivity::Ordinary) {
            self.problems.note_expecting(
                at,
                "a bank account is not ordinary data",
                "`sensitivity: sensitive`, or more",
            );
        }
        Kind::Iban(Iban {})
    }

    pub(super) fn vehicle_plate(&mut self, source: &ElementSource) -> Kind {
        Kind::VehiclePlate(VehiclePlate {
            abroad: flag(source.abroad.as_ref(), false),
        })
    }
}
