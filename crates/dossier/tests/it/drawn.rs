//! A place shown on a map, where the installation has one.

use parvis_web::{Ground, View};
use serde_json::{Value, json};

use crate::agent_pages::signed_in;
use crate::browser::{Page, Pages};
use crate::filling::{begin, town};
use crate::lists::{answer, publish_others};

const TILES: &str = "https://tuiles.example.org/{z}/{x}/{y}.png";

fn ground() -> Ground {
    let view = View {
        latitude: 46.6,
        longitude: 2.4,
        zoom: 5,
    };
    Ground::new(TILES, "© Les <cartographes>", view, false).unwrap()
}

/// What the scripts of the maps of a page are told.
fn told(page: &Page) -> Vec<Value> {
    let maps = page.all("[data-map]", "data-map");
    let read = maps.iter().map(|map| serde_json::from_str(map).unwrap());
    read.collect()
}

fn header(page: &Page, name: &str) -> String {
    page.headers[name].to_str().unwrap().to_owned()
}

#[test]
fn a_question_has_a_map_that_writes_its_coordinates() {
    let town = town();
    publish_others(&town);
    let pages = Pages::on_ground(&town, ground());
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "autres", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/others"));
    let maps = told(&page);
    assert_eq!(maps.len(), 2);
    assert_eq!(maps[0]["input"], "place-coordinates");
    assert_eq!(maps[0]["choice"], "place-shape");
    assert_eq!(maps[0]["shapes"], json!(["point", "line", "area"]));
    assert_eq!(maps[0]["tiles"], TILES);
    assert_eq!(maps[0]["view"], json!([46.6, 2.4, 5]));
    assert_eq!(maps[1]["input"], "spot-coordinates");
    assert_eq!(maps[1]["choice"], Value::Null);
    // The inputs are there for who has no script, and every map is hidden until one shows it.
    for map in &maps {
        let input = format!("#{}", map["input"].as_str().unwrap());
        assert_eq!(page.all(&input, "name").len(), 1);
    }
    assert_eq!(page.all("[data-map][hidden]", "data-map").len(), 2);
    // Who gives the images is said before they are asked for.
    assert!(page.says("tuiles.example.org"), "{}", page.text());
    assert!(
        page.all("link[rel=stylesheet], script", "href")
            .iter()
            .all(|href| !href.contains("map."))
    );
}

#[test]
fn only_the_pages_that_show_a_map_are_opened_to_its_server() {
    let town = town();
    publish_others(&town);
    let pages = Pages::on_ground(&town, ground());
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "autres", "anonyme");
    let step = zoe.get(&format!("/dossiers/{number}/etapes/others"));
    let policy = header(&step, "content-security-policy");
    assert!(
        policy.contains("img-src 'self' https://tuiles.example.org;"),
        "{policy}"
    );
    assert!(header(&step, "permissions-policy").contains("geolocation=(self)"));
    let tasks = zoe.get(&format!("/dossiers/{number}/taches"));
    assert!(header(&tasks, "content-security-policy").contains("img-src 'self';"));
    assert!(header(&tasks, "permissions-policy").contains("geolocation=()"));
}

#[test]
fn without_a_ground_only_the_position_of_the_device_is_offered() {
    let town = town();
    publish_others(&town);
    let pages = Pages::of(&town);
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "autres", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/others"));
    assert_eq!(page.all("[data-map-locate]", "type").len(), 2);
    assert!(page.all("[data-map-open]", "type").is_empty());
    assert!(header(&page, "content-security-policy").contains("img-src 'self';"));
}

#[test]
fn an_agent_sees_the_place_on_a_map_and_not_where_they_are() {
    let town = town();
    publish_others(&town);
    let pages = Pages::on_ground(&town, ground());
    let mut zoe = pages.browser();
    let number = begin(&mut zoe, "autres", "anonyme");
    let page = zoe.get(&format!("/dossiers/{number}/etapes/others"));
    let line = "48.1, -1.6\n48.2, -1.5";
    let given = [("place-shape", "line"), ("place-coordinates", line)];
    answer(&mut zoe, &page, &given);
    let declare = format!("/dossiers/{number}/declarer");
    zoe.get(&declare);
    zoe.post(&declare, &[("declaration", "oui")]);
    let mut claire = signed_in(&town, &pages, &town.claire);
    let file = claire.get(&format!("/agent/dossiers/{number}"));
    let maps = told(&file);
    assert_eq!(maps.len(), 1, "{}", file.text());
    let drawn = json!({ "type": "LineString", "coordinates": [[-1.6, 48.1], [-1.5, 48.2]] });
    assert_eq!(maps[0]["geometry"], drawn);
    assert_eq!(maps[0]["shapes"], json!(["line"]));
    assert_eq!(maps[0]["input"], Value::Null);
    assert!(
        header(&file, "content-security-policy")
            .contains("img-src 'self' https://tuiles.example.org;")
    );
    assert!(header(&file, "permissions-policy").contains("geolocation=()"));
}
