//! One field of each kind.

mod agreement;
mod choice;
mod computed;
mod date;
mod identified;
mod identity;
mod line;
mod linked;
mod listed;
mod map;
mod number;
mod piece;
mod place;
mod registered;
mod text;

use parvis_form::{At, Field, Kind, OfficialList, Part, Register};
use parvis_web::{PageError, Wording};

use super::Page;
use crate::said::worded;

pub(crate) use piece::accepted;

impl Page<'_> {
    /// Writes a field.
    pub(in crate::answer::fields) fn field(
        &mut self,
        field: &Field,
        at: At<'_>,
    ) -> Result<String, PageError> {
        match &field.kind {
            Kind::ShortText(text) => self.short_text(field, at, text),
            Kind::LongText(text) => self.area(field, at, text.max_length),
            Kind::Integer(integer) => self.integer(field, at, integer),
            Kind::Decimal(decimal) => self.decimal(field, at, decimal),
            Kind::Amount(amount) => self.amount(field, at, amount),
            Kind::Date(_) => self.date(field, at),
            Kind::DateTime(_) => self.date_time(field, at),
            Kind::YesNo(_) => self.yes_no(field, at),
            Kind::Select(select) => self.select(field, at, &select.options),
            Kind::Choice(choice) => self.choice(field, at, (&choice.options, choice.other), false),
            Kind::Choices(choices) => {
                self.choice(field, at, (&choices.options, choices.other), true)
            }
            Kind::Table(table) => self.table(field, at, table),
            Kind::Linked(linked) => self.linked(field, at, linked),
            Kind::Email(_) => self.line(field, at, "email", "email", ""),
            Kind::Phone(_) => self.line(field, at, "tel", "tel", "20"),
            Kind::Siren(_) => self.number(field, at, "numeric", "fields-siren-hint"),
            Kind::Siret(_) => self.number(field, at, "numeric", "fields-siret-hint"),
            Kind::Iban(_) => self.account(field, at),
            Kind::VehiclePlate(_) => self.number(field, at, "", "fields-plate-hint"),
            Kind::Address(_) => self.address(field, at),
            Kind::Commune(commune) => self.place(field, at, commune.scope, commune.abroad),
            Kind::Departement => self.official(field, at, OfficialList::Departements),
            Kind::Region => self.official(field, at, OfficialList::Regions),
            Kind::Country => self.official(field, at, OfficialList::Countries),
            Kind::Epci => self.official(field, at, OfficialList::Epci),
            Kind::Association => self.registered(field, at, Register::Associations),
            Kind::Company => self.registered(field, at, Register::Companies),
            Kind::School => self.registered(field, at, Register::Schools),
            Kind::Dossier => self.number(field, at, "", "fields-dossier-hint"),
            Kind::Map(map) => self.map(field, at, map),
            Kind::Identity(identity) => self.identity(field, at, identity),
            Kind::Consent(consent) => self.consent(field, at, consent),
            Kind::Signature(signature) => self.signature(field, at, signature),
            Kind::Computed(_) | Kind::Fee(_) => self.computed(field, at),
            Kind::Piece(piece) => self.piece(field, at, piece),
        }
    }

    /// The value of an input.
    pub(in crate::answer::fields) fn value(&self, name: &str) -> String {
        let values = self.entries.get(name);
        values
            .and_then(|values| values.first())
            .cloned()
            .unwrap_or_default()
    }

    fn label(&self, field: &Field) -> Wording {
        worded(self.visit, &field.label)
    }

    /// The author's help, or the usual one of the kind.
    fn hint_or(&self, field: &Field, words: &str) -> Wording {
        let own = self.own_hint(field);
        let hint = match own.is_empty() {
            true => self.visit.say(words).into(),
            false => own,
        };
        self.with_provenance(field, hint)
    }

    /// The author's help, and where the answer came from when the person did not type it: both are read with the question.
    fn hint(&self, field: &Field) -> Wording {
        self.with_provenance(field, self.own_hint(field))
    }

    fn own_hint(&self, field: &Field) -> Wording {
        let hint = field.hint.as_ref();
        hint.map(|hint| worded(self.visit, hint))
            .unwrap_or_default()
    }

    fn with_provenance(&self, field: &Field, hint: Wording) -> Wording {
        match self.provenance(field) {
            Some(said) => hint.then(said),
            None => hint,
        }
    }

    /// The token that lets the browser propose what it knows: only to somebody who answers about themselves.
    fn autocomplete(&self, field: &Field, part: Part) -> String {
        let token = field.autocomplete_of(part).unwrap_or_default();
        if self.questions.own {
            token.to_owned()
        } else {
            String::new()
        }
    }
}
