//! The official places, as the form engine asks for them.

use parvis_form::{Country, Listed, OfficialList, OfficialLists, Place, PlaceScope, Places, Text};
use parvis_kernel::Language;
use parvis_territory::{Commune, Territory, fold};

/// Candidates shown at most when a name designates several places.
const CANDIDATES: usize = 30;

/// Somebody born in France names a commune, not a country.
const FRANCE: &str = "FR";

/// The embedded reference data.
pub(crate) static OFFICIAL: Official = Official;

pub(crate) struct Official;

impl Places for Official {
    fn by_code(&self, code: &str, scope: PlaceScope) -> Option<Place> {
        Territory::embedded()
            .commune(code)
            .filter(|commune| fits(*commune, scope))
            .map(place)
    }

    fn search(&self, text: &str, scope: PlaceScope) -> Vec<Place> {
        let found: Vec<Commune<'_>> = Territory::embedded()
            .search(text, CANDIDATES)
            .into_iter()
            .filter(|commune| fits(*commune, scope))
            .collect();
        let wanted = fold(text);
        let exact: Vec<Place> = found
            .iter()
            .filter(|commune| fold(commune.name()) == wanted)
            .map(|commune| place(*commune))
            .collect();
        if exact.is_empty() {
            found.into_iter().map(place).collect()
        } else {
            exact
        }
    }

    fn country(&self, code: &str) -> Option<Country> {
        Territory::embedded()
            .country(code)
            .filter(|country| country.iso != FRANCE)
            .map(country)
    }

    fn countries(&self) -> Vec<Country> {
        let mut countries: Vec<Country> = Territory::embedded()
            .countries()
            .iter()
            .filter(|country| country.iso != FRANCE)
            .map(country)
            .collect();
        countries.sort_by_cached_key(|country| fold(&country.name));
        countries
    }
}

impl OfficialLists for Official {
    fn all(&self, list: OfficialList) -> Vec<Listed> {
        let territory = Territory::embedded();
        let mut all: Vec<Listed> = match list {
            OfficialList::Departements => {
                territory.departements().iter().map(departement).collect()
            }
            OfficialList::Regions => territory.regions().iter().map(region).collect(),
            OfficialList::Countries => territory.countries().iter().map(listed_country).collect(),
            OfficialList::Epci => territory.all_epci().iter().map(epci).collect(),
        };
        if list != OfficialList::Departements {
            all.sort_by_cached_key(|listed| fold(french(listed)));
        }
        all
    }

    fn by_code(&self, list: OfficialList, code: &str) -> Option<Listed> {
        let territory = Territory::embedded();
        let upper = code.to_ascii_uppercase();
        match list {
            OfficialList::Departements => territory.departement(&upper).map(departement),
            OfficialList::Regions => territory.region(code).map(region),
            OfficialList::Countries => territory.country(code).map(listed_country),
            OfficialList::Epci => territory.epci(code).map(epci),
        }
    }
}

fn french(listed: &Listed) -> &str {
    listed.label.in_language(Language::French)
}

fn listed(code: &str, label: Text, hint: Option<String>) -> Listed {
    Listed {
        value: code.to_owned(),
        label,
        hint,
    }
}

fn departement(departement: &parvis_territory::Departement) -> Listed {
    listed(departement.code, Text::french(departement.name), None)
}

fn region(region: &parvis_territory::Region) -> Listed {
    listed(region.code, Text::french(region.name), None)
}

fn listed_country(country: &parvis_territory::Country) -> Listed {
    let label = Text::bilingual(country.french, country.english);
    listed(country.iso, label, None)
}

fn epci(epci: &parvis_territory::Epci) -> Listed {
    let hint = format!("{}, SIREN {}", epci.kind.name(), epci.siren);
    listed(epci.siren, Text::french(epci.name), Some(hint))
}

const fn fits_all(scope: PlaceScope) -> bool {
    matches!(scope, PlaceScope::CurrentAndFormer)
}

fn fits(commune: Commune<'_>, scope: PlaceScope) -> bool {
    fits_all(scope) || commune.is_current()
}

fn place(commune: Commune<'_>) -> Place {
    let today = commune.today();
    Place {
        code: commune.reference().into_owned(),
        name: commune.name().to_owned(),
        postcodes: today.postcodes().map(str::to_owned).collect(),
        departement: commune
            .departement()
            .map(|departement| departement.code.to_owned())
            .unwrap_or_default(),
        now_in: commune.is_former().then(|| today.name().to_owned()),
    }
}

fn country(country: &parvis_territory::Country) -> Country {
    Country {
        code: country.iso.to_owned(),
        name: country.french.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_name_gives_only_the_places_that_bear_it() {
        let names: Vec<String> = OFFICIAL
            .search("rennes", PlaceScope::Current)
            .into_iter()
            .map(|place| place.name)
            .collect();
        assert_eq!(names, ["Rennes"]);
    }

    #[test]
    fn a_former_commune_is_found_only_when_birth_is_asked() {
        let former = OFFICIAL.search("Arrancy", PlaceScope::CurrentAndFormer);
        assert!(former.iter().all(|place| !place.code.is_empty()));
        let current = OFFICIAL.search("Saint-Denis", PlaceScope::Current);
        assert!(current.iter().all(|place| place.now_in.is_none()));
    }

    #[test]
    fn the_lists_are_whole_and_each_code_finds_its_element() {
        for (list, least) in [
            (OfficialList::Departements, 101),
            (OfficialList::Regions, 18),
            (OfficialList::Countries, 195),
            (OfficialList::Epci, 1_250),
        ] {
            let all = OFFICIAL.all(list);
            assert!(all.len() >= least, "{list:?}: {}", all.len());
            for listed in &all {
                let found = OfficialLists::by_code(&OFFICIAL, list, &listed.value);
                assert_eq!(found.as_ref(), Some(listed));
            }
        }
        let corse = OfficialLists::by_code(&OFFICIAL, OfficialList::Departements, "2a");
        assert_eq!(corse.map(|listed| listed.value), Some("2A".to_owned()));
    }

    #[test]
    fn france_is_not_a_foreign_country() {
        assert!(
            OFFICIAL
                .countries()
                .iter()
                .all(|country| country.name != "France")
        );
        assert!(OFFICIAL.country("FR").is_none());
    }
}
