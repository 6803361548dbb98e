//! What procedures publish of themselves: linked data, the schema of their answers, a blank form.
//!
//! Every description of the library is written in the folder of `PARVIS_DESCRIPTIONS`, when there is one, where
//! `scripts/public-services.sh` checks it against the shapes of CPSV-AP.

use std::collections::BTreeSet;
use std::path::Path;

use axum::http::StatusCode;
use parvis_demarche::{Checked, LIBRARY, check};
use parvis_kernel::{Ctx, GroupId, ServiceId};
use parvis_organisation::{Contact, Group, Service};
use parvis_store::Engine;
use parvis_testkit::{TestStore, plain};
use serde_json::Value;

use crate::house::TestHouse;
use crate::town::{MIGRATIONS, Town};

/// A house that offers every procedure of the library, each by the service and the group that it names.
fn house() -> (TestStore, TestHouse, Vec<Checked>) {
    let test = TestStore::on(Engine::Sqlite, MIGRATIONS);
    let town = Town::found(&test, "rochebrune", true);
    let library = LIBRARY.iter().map(|(name, source)| check(name, source));
    let library: Vec<Checked> = library.collect::<Result<_, _>>().unwrap();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for checked in &library {
        let file = &checked.file;
        let ctx = Ctx::house(town.organisation.id, test.ctx().now);
        for slug in [&file.service, &file.group] {
            if !crate::town::SERVICES.iter().any(|(own, _)| own == slug)
                && known.insert(slug.clone())
            {
                create(&test, &ctx, slug);
            }
        }
        town.publish(&test, checked).unwrap();
    }
    let house = TestHouse::open(&test, &town.organisation);
    (test, house, library)
}

/// A service, and its group of the same slug.
fn create(test: &TestStore, ctx: &Ctx, slug: &str) {
    let service = Service {
        id: ServiceId::new(),
        slug: slug.to_owned(),
        name: slug.to_owned(),
        contact: Contact::default(),
    };
    let group = Group {
        id: GroupId::new(),
        slug: slug.to_owned(),
        name: slug.to_owned(),
        service: service.id,
    };
    let ctx = ctx.clone();
    let created = test.store.write_blocking(move |tx| {
        parvis_organisation::create_service(&ctx, tx, &service)?;
        parvis_organisation::create_group(&ctx, tx, &group)
    });
    created.unwrap();
}

#[test]
fn every_procedure_is_a_public_service_of_the_european_vocabulary() {
    let (_test, house, library) = house();
    let folder = std::env::var_os("PARVIS_DESCRIPTIONS");
    for checked in &library {
        let slug = &checked.file.slug;
        let answer = house.get(&format!("/demarches/{slug}/service-public.jsonld"));
        assert_eq!(answer.status, StatusCode::OK, "{slug}");
        assert_eq!(answer.media, "application/ld+json");
        let document: Value = serde_json::from_str(&answer.body).unwrap();
        let nodes = document["@graph"].as_array().unwrap();
        let is_service = |node: &&Value| node["@type"] == "cpsv:PublicService";
        let service = nodes.iter().find(is_service).unwrap();
        assert_eq!(service["dct:title"][0]["@language"], "fr");
        assert!(
            service["cv:hasCompetentAuthority"]["@id"].is_string(),
            "{slug}"
        );
        every_reference_leads_to_a_node(nodes);
        if let Some(folder) = &folder {
            std::fs::create_dir_all(folder).unwrap();
            let path = Path::new(folder).join(format!("{slug}.jsonld"));
            std::fs::write(path, &answer.body).unwrap();
        }
    }
}

fn every_reference_leads_to_a_node(nodes: &[Value]) {
    let ids: BTreeSet<&str> = nodes
        .iter()
        .filter_map(|node| node["@id"].as_str())
        .collect();
    assert_eq!(ids.len(), nodes.len(), "a node is there twice");
    let of_node = |node: &Value| -> Vec<String> {
        let values = node.as_object().unwrap().values();
        let values = values.flat_map(|value| match value {
            Value::Array(several) => several.clone(),
            one => vec![one.clone()],
        });
        let ids = values.filter_map(|value| value.get("@id")?.as_str().map(str::to_owned));
        ids.collect()
    };
    for reference in nodes.iter().flat_map(of_node) {
        assert!(ids.contains(reference.as_str()), "{reference}");
    }
}

#[test]
fn the_schema_of_the_answers_is_served_where_something_is_asked() {
    let (_test, house, library) = house();
    for checked in library {
        let slug = &checked.file.slug;
        let answer = house.get(&format!("/demarches/{slug}/reponses.schema.json"));
        if !checked.file.is_made_here() {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{slug}");
            continue;
        }
        assert_eq!(answer.media, "application/schema+json");
        let schema: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(schema, checked.form.answers_schema(), "{slug}");
    }
}

#[test]
fn the_blank_form_has_every_question_with_its_condition_in_words() {
    let (_test, house, library) = house();
    for checked in library {
        let slug = &checked.file.slug;
        let page = house.get(&format!("/demarches/{slug}/formulaire"));
        if !checked.file.is_made_here() {
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{slug}");
            continue;
        }
        let text = plain(&page.texts("main").concat());
        for field in checked.form.fields() {
            let label =
                parvis_web::typography(field.label.in_language(parvis_kernel::Language::French));
            assert!(text.contains(&plain(&label)), "{slug}: {label}");
        }
        for declared in &checked.file.declarations {
            let declared = declared.in_language(parvis_kernel::Language::French);
            assert!(
                text.contains(&plain(&parvis_web::typography(declared))),
                "{slug}"
            );
        }
    }
    assert_eq!(house.words.unknown(), Vec::<String>::new());
    let page = house.get("/demarches/acte-naissance/formulaire");
    let text = plain(&page.texts("main").concat());
    assert!(
        text.contains(
            "Répondez seulement si vous avez choisi « Un extrait avec filiation » ou « Une copie intégrale » à « Quel document voulez-vous ? »."
        ),
        "{text}"
    );
}

#[test]
fn the_page_tells_search_engines_and_no_text_closes_its_block() {
    let test = TestStore::on(Engine::Sqlite, MIGRATIONS);
    let town = Town::found(&test, "rochebrune", true);
    let (name, source) = LIBRARY[0];
    let hostile = source.replace(
        "title: { fr: Demander un acte de naissance,",
        "title: { fr: \"</script><script>alert(1)</script>\",",
    );
    assert_ne!(hostile, source);
    town.publish(&test, &check(name, &hostile).unwrap())
        .unwrap();
    let house = TestHouse::open(&test, &town.organisation);
    let page = house.get("/demarches/acte-naissance");
    let blocks = page.texts("script[type='application/ld+json']");
    assert_eq!(blocks.len(), 1);
    let said: Value = serde_json::from_str(&blocks[0]).unwrap();
    assert_eq!(said["@type"], "GovernmentService");
    assert_eq!(said["name"], "</script><script>alert(1)</script>");
    assert!(!page.body.contains("<script>alert"));
}
