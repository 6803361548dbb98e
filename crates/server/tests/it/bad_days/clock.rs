//! A clock that is put back by an hour, or forward by a day.

use parvis_testkit::bad_day;

use super::ground::name_of;
use crate::town::{Known, Town, answers, in_towns};

const ZOE: &str = "zoe.lenoir@exemple.fr";
const HOUR: i64 = 3600;

/// Puts the clock elsewhere, as whoever runs the machine does.
fn put(town: &Town, seconds: i64) {
    town.test
        .clock
        .advance(jiff::SignedDuration::from_secs(seconds));
}

#[test]
fn a_clock_put_back_by_an_hour_loses_nothing_and_only_delays() {
    in_towns(|town| {
        let mut zoe = town.rochebrune.browser();
        let place = &town.rochebrune;
        let (number, page) = town.begin(place, &mut zoe, "signaler-un-probleme", Known::Email(ZOE));
        town.fill(&mut zoe, &number, page, answers("signaler-un-probleme"));
        town.work();
        let before = town.post.to(ZOE).len();
        put(town, -HOUR);
        // The session goes on, and the deposit is dated by the clock as it is.
        let receipt = town.declare(&mut zoe, &number).told();
        town.work();
        let (_, other) = town.deposited(place, "acte-naissance", Known::Code);
        put(town, HOUR + 60);
        town.work();
        let mails = town.post.to(ZOE).len() - before;
        assert_eq!(mails, 1, "the mail of the receipt, once");
        let again = zoe.get(&format!("/dossiers/{number}/recepisse")).shown();
        assert_eq!(again.told(), receipt, "what was promised did not move");
        let mut claire = town.agent(place, "claire");
        for number in [&number, &other] {
            let _ = town.open_file(&mut claire, number);
        }
        bad_day(
            "the clock is put back by an hour in the middle of a form",
            &format!(
                "{}: sessions go on, deposits are taken; the mail of the receipt leaves once; the receipt does not move when the clock is right again",
                name_of(town.test.engine)
            ),
        );
    });
}

#[test]
fn a_clock_put_forward_by_a_day_ends_sessions_and_keeps_what_was_typed() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut zoe = place.browser();
        let (number, page) = town.begin(place, &mut zoe, "acte-naissance", Known::Email(ZOE));
        let step = town.first_step(&mut zoe, page);
        let form = step
            .form("/etapes/document")
            .fill("document", "full_copy")
            .fill("copies", "3");
        let mut claire = town.agent(place, "claire");
        put(town, 24 * HOUR);
        town.work();
        // Both must say who they are again.
        let sent = zoe.submit(&form);
        assert!(sent.leads_to().starts_with("/suivi"), "{}", sent.leads_to());
        let asked = zoe.follow(sent).shown();
        let queue = claire.get("/agent");
        assert!(
            queue.leads_to().starts_with("/agent/connexion"),
            "{}",
            queue.leads_to()
        );
        let form = asked
            .form("/suivi")
            .fill("moyen", "courriel")
            .fill("courriel", ZOE);
        let code = zoe.post_form(&form).shown();
        let back = town.give_code(&mut zoe, &code, ZOE);
        assert!(back.path.contains(&number), "{}", back.path);
        let typed = zoe
            .get(&format!("/dossiers/{number}/etapes/document"))
            .shown();
        let form = typed.form("/etapes/document");
        assert_eq!(form.value("copies"), Some("3"));
        let _ = town.agent(place, "claire");
        bad_day(
            "the clock is put forward by a day in the middle of a form",
            &format!(
                "{}: sessions are over, the follow-up page and the sign-in of agents give them back; what was typed at that moment is still there",
                name_of(town.test.engine)
            ),
        );
    });
}
