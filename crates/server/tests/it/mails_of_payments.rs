//! What persons are told by mail of the order that pays them: how much and since when, never to which account.

use parvis_testkit::plain;

use crate::town::{Known, Town, in_towns};

const ADDRESS: &str = "zoe@exemple.fr";
/// How the mails of an order begin.
const SUBJECT: &str = "l’ordre de paiement est transmis";

/// Karim checks the account and orders; the path of the order, whose page he reads.
fn sends(town: &Town, number: &str) {
    let (mut karim, form) = town.account_of(number);
    let _ = karim.post_form(&form).shown();
    let form = town.order_of(&mut karim);
    let order = karim.post_form(&form).shown();
    town.work();
    assert!(told(town).is_empty(), "an order that did not go");
    let form = order.form("/transmettre");
    let _ = karim.post_form(&form).shown();
    // Said twice, it is done once.
    let _ = karim.post_form(&form).shown();
    town.work();
}

/// The mails about an order that left, to whomever.
fn told(town: &Town) -> Vec<String> {
    let mails = town.post.all().into_iter();
    let mails = mails.filter(|mail| plain(&mail.subject).contains(SUBJECT));
    mails.map(|mail| plain(mail.text.as_str())).collect()
}

#[test]
fn a_person_is_told_once_how_much_will_be_paid_and_never_to_which_account() {
    in_towns(|town| {
        let (mut zoe, number) = town.aid_decided(Known::Email(ADDRESS));
        sends(town, &number);
        let [mail] = &told(town)[..] else {
            panic!("{:?}", told(town));
        };
        assert!(mail.contains("L’ordre de vous payer 800,00 €"), "{mail}");
        assert!(mail.contains(&number), "{mail}");
        for hidden in ["FR14", "2606", "606", "Lenoir", "IBAN"] {
            assert!(!mail.contains(hidden), "{hidden} in {mail}");
        }
        let link = town.post.link(ADDRESS, "/suivi?numero=");
        assert_eq!(link, format!("/suivi?numero={number}"));
        let page = zoe.get(&format!("/dossiers/{number}")).shown();
        assert!(page.text("main").contains("Ordre de paiement transmis le"));
    });
}

#[test]
fn nobody_is_told_of_the_payment_of_a_person_without_address() {
    in_towns(|town| {
        let (mut person, number) = town.aid_decided(Known::Code);
        sends(town, &number);
        assert!(told(town).is_empty());
        let page = person.get(&format!("/dossiers/{number}")).shown();
        assert!(page.text("main").contains("Ordre de paiement transmis le"));
    });
}
