//! The embedded data and the search over all of them.

use parvis_territory::{Commune, EpciKind, Kind, Territory, fold};
use proptest::prelude::*;

fn territory() -> &'static Territory {
    Territory::embedded()
}

fn names(found: &[Commune<'_>]) -> Vec<String> {
    found
        .iter()
        .map(|commune| commune.name().to_owned())
        .collect()
}

fn finds(text: &str, commune: Commune<'_>) -> bool {
    // Twenty-odd communes share the most common names.
    territory().search(text, 60).contains(&commune)
}

/// The name as a form in capitals had it: no accents, no ligatures, no hyphens.
fn capitals(name: &str) -> String {
    fold(name).to_uppercase()
}

#[test]
fn the_official_counts_are_there() {
    let count = |kind| {
        territory()
            .communes()
            .filter(|commune| commune.kind() == kind)
            .count()
    };
    assert_eq!(count(Kind::Current), 34_969);
    assert_eq!(count(Kind::Deleguee), 2_105);
    assert_eq!(count(Kind::Associee), 471);
    assert_eq!(count(Kind::Arrondissement), 45);
    assert_eq!(territory().departements().len(), 109);
    assert_eq!(territory().regions().len(), 26);
    assert_eq!(territory().countries().len(), 238);
}

#[test]
fn five_communes_have_no_postcode() {
    let current = territory().communes().filter(Commune::is_current);
    assert_eq!(
        current
            .filter(|commune| commune.postcodes().next().is_none())
            .count(),
        5
    );
}

#[test]
fn every_commune_is_found_by_its_code_and_its_reference() {
    for commune in territory().communes() {
        assert_eq!(territory().commune(&commune.reference()), Some(commune));
        assert!(finds(commune.code(), commune), "{commune:?}");
    }
}

#[test]
fn every_commune_is_found_by_its_name_and_in_capitals() {
    for commune in territory().communes() {
        assert!(finds(commune.name(), commune), "{commune:?}");
        assert!(finds(&capitals(commune.name()), commune), "{commune:?}");
    }
}

#[test]
fn every_commune_is_found_by_each_of_its_postcodes() {
    for commune in territory().communes().filter(Commune::is_current) {
        for postcode in commune.postcodes() {
            assert!(
                territory().by_postcode(postcode).contains(&commune),
                "{commune:?}"
            );
            assert!(finds(postcode, commune), "{commune:?} {postcode}");
        }
    }
}

#[test]
fn every_former_commune_and_arrondissement_says_where_it_is_today() {
    for commune in territory().communes() {
        assert!(commune.today().is_current(), "{commune:?}");
        assert!(commune.departement().is_some(), "{commune:?}");
        assert!(commune.region().is_some(), "{commune:?}");
    }
}

#[test]
fn every_member_of_an_epci_names_a_known_one() {
    let current = territory().communes().filter(Commune::is_current);
    assert_eq!(
        current.filter(|commune| commune.epci().is_none()).count(),
        98
    );
    let navarrenx = territory().epci_of("64416").unwrap();
    assert_eq!(navarrenx.kind, EpciKind::CommunauteDeCommunes);
    assert!(
        navarrenx.name.contains("Béarn des Gaves"),
        "{}",
        navarrenx.name
    );
    assert_eq!(
        territory().epci_of("69123").map(|epci| epci.kind),
        Some(EpciKind::Metropole)
    );
}

#[test]
fn corsican_codes_are_read_in_either_case() {
    for code in ["2A004", "2a004"] {
        assert_eq!(
            territory().commune(code).map(|commune| commune.name()),
            Some("Ajaccio")
        );
        assert_eq!(names(&territory().search(code, 3)), ["Ajaccio"]);
    }
    assert_eq!(
        territory()
            .commune("2A004")
            .unwrap()
            .departement()
            .unwrap()
            .name,
        "Corse-du-Sud"
    );
}

#[test]
fn one_postcode_serves_several_communes_and_an_unknown_one_none() {
    let found = territory().by_postcode("64190");
    assert!(found.len() > 10);
    assert!(names(&found).contains(&"Navarrenx".to_owned()));
    for nonsense in ["", "64", "99999", "6419O", "064190", "+6419", "６４１９０"] {
        assert!(territory().by_postcode(nonsense).is_empty(), "{nonsense}");
    }
}

#[test]
fn a_former_commune_that_shares_its_code_keeps_a_reference_of_its_own() {
    let current = territory().commune("01015").unwrap();
    let former = territory().commune("01015-D").unwrap();
    assert_eq!(
        (current.name(), former.name()),
        ("Arboys en Bugey", "Arbignieu")
    );
    assert_eq!(former.today(), current);
    assert!(former.is_former());
    assert_eq!(territory().commune("01001-D"), None);
}

#[test]
fn an_abolished_code_leads_to_the_commune_of_today() {
    // Lyon took the code 69232 in when it absorbed Saint-Rambert-l'Île-Barbe.
    assert_eq!(territory().commune("69232"), None);
    assert_eq!(
        territory().today("69232").map(|commune| commune.name()),
        Some("Lyon")
    );
    assert_eq!(territory().today("00000"), None);
}

#[test]
fn a_person_finds_a_commune_however_it_is_typed() {
    for (typed, first) in [
        ("paris", "Paris"),
        ("PAU", "Pau"),
        ("st jean de luz", "Saint-Jean-de-Luz"),
        ("  St-Jean de  Luz", "Saint-Jean-de-Luz"),
        ("luz saint jean", "Saint-Jean-de-Luz"),
        ("stras", "Strasbourg"),
        ("st etienne", "Saint-Étienne"),
        ("SAINTE MERE EGLISE", "Sainte-Mère-Église"),
        ("l'hay", "L'Haÿ-les-Roses"),
        ("l’haÿ les roses", "L'Haÿ-les-Roses"),
        ("lhaylesroses", "L'Haÿ-les-Roses"),
        ("aytre", "Aytré"),
        ("64190 navarrenx", "Navarrenx"),
        ("saint denis 974", "Saint-Denis"),
        ("paris 14", "Paris 14e Arrondissement"),
        ("navar", "Navarrenx"),
    ] {
        let found = territory().search(typed, 5);
        assert_eq!(
            found.first().map(|commune| commune.name()),
            Some(first),
            "{typed}"
        );
    }
    assert_eq!(territory().search("saint denis 974", 1)[0].code(), "97411");
}

#[test]
fn st_that_is_not_finished_may_become_strasbourg_as_well_as_a_saint() {
    let found = names(&territory().search("st", 60));
    assert!(found.contains(&"Strasbourg".to_owned()));
    assert!(found.contains(&"Saint-Étienne".to_owned()));
}

#[test]
fn the_exact_name_comes_first_then_the_largest() {
    let found = names(&territory().search("lille", 10));
    assert_eq!(found.first().map(String::as_str), Some("Lille"));
    let saints = territory().search("saint-", 10);
    assert!(saints.is_sorted_by_key(|commune| std::cmp::Reverse(commune.population())));
}

#[test]
fn nothing_is_found_for_nothing_and_abuse_is_cheap() {
    for typed in ["", "   ", "'-'", "zzzzzz", "\0", "\u{1F600}", "%", "99999"] {
        assert!(territory().search(typed, 5).is_empty(), "{typed:?}");
    }
    assert_eq!(territory().search(&"saint ".repeat(200_000), 5).len(), 5);
    assert!(territory().search("paris", 0).is_empty());
}

#[test]
fn countries_are_found_in_french_and_in_english_and_by_other_names() {
    for (typed, iso) in [
        ("allemagne", "DE"),
        ("Germany", "DE"),
        ("cote d'ivoire", "CI"),
        ("myanmar", "MM"),
        ("swaziland", "SZ"),
        ("niger", "NE"),
        ("ROYAUME UNI", "GB"),
        ("99350", "MA"),
        ("pt", "PT"),
    ] {
        let found = territory().search_countries(typed, 3);
        assert_eq!(
            found.first().map(|country| country.iso),
            Some(iso),
            "{typed}"
        );
    }
    assert_eq!(
        territory().country("de").map(|country| country.french),
        Some("Allemagne")
    );
    assert!(territory().search_countries("", 3).is_empty());
}

#[test]
fn every_country_has_its_own_iso_code_and_is_found_by_its_names() {
    let mut codes: Vec<_> = territory()
        .countries()
        .iter()
        .map(|country| country.iso)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), territory().countries().len());
    for country in territory().countries() {
        assert!(
            country.insee.len() == 5 && country.insee.starts_with("99"),
            "{country:?}"
        );
        for name in [country.french, country.english]
            .into_iter()
            .chain(country.also())
        {
            assert!(
                territory().search_countries(name, 3).contains(&country),
                "{name}"
            );
        }
    }
}

proptest! {
    #[test]
    fn a_search_never_fails_nor_gives_more_than_asked(text in ".{0,60}", limit in 0..30_usize) {
        let found = territory().search(&text, limit);
        prop_assert!(found.len() <= limit);
        let mut references: Vec<_> = found.iter().map(|commune| commune.reference()).collect();
        references.sort_unstable();
        references.dedup();
        prop_assert_eq!(references.len(), found.len());
    }

    #[test]
    fn the_beginning_of_a_name_finds_a_name_that_begins_so(pick in 0..37_590_usize, length in 3..12_usize) {
        let commune = territory().communes().nth(pick).unwrap();
        let begun: String = fold(commune.name()).chars().take(length).collect();
        // « ste » alone, of Stenay, is read as the abbreviation of « sainte ».
        let begun = fold(begun.trim_end());
        let first = territory().search(&begun, 1).first().map(|commune| fold(commune.name()));
        prop_assert!(first.is_some_and(|name| name.starts_with(&begun)), "{}", begun);
    }
}
