//! Reminders: of a draft that will be erased, of an answer that is expected; once, by e-mail, and only while they mean something.

use parvis_dossier::{DossierError, remind};
use parvis_kernel::{Clock, Ctx, DossierId, OrganisationId};
use parvis_store::Tx;

use crate::town::{Known, Town, in_towns};

const ZOE: &str = "zoe.lenoir@exemple.fr";
const DAY: u64 = 24 * 3600;

/// One round, as the house keeps it each day; how many persons were reminded.
fn round(town: &Town) -> usize {
    let now = town.test.clock.now();
    let sent = town.house.store.write_blocking(move |tx| {
        let drafts = remind::ending_drafts(tx, now)?;
        let awaited = remind::awaited(tx, now)?;
        let each = |tx: &mut Tx<'_>, (at, id): (OrganisationId, DossierId), draft: bool| {
            let ctx = Ctx::house(at, now);
            if draft {
                remind::remind_draft(&ctx, tx, id)
            } else {
                remind::remind_request(&ctx, tx, id)
            }
        };
        let mut sent = 0;
        for one in drafts {
            sent += usize::from(each(tx, one, true)?);
        }
        for one in awaited {
            sent += usize::from(each(tx, one, false)?);
        }
        Ok::<_, DossierError>(sent)
    });
    let sent = sent.unwrap();
    town.work();
    sent
}

#[test]
fn a_person_is_reminded_once_of_a_draft_that_will_be_erased() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut zoe = place.browser();
        let known = Known::Email(ZOE);
        let (number, _) = town.begin(place, &mut zoe, "acte-naissance", known);
        let _ = town.begin(place, &mut place.browser(), "acte-naissance", Known::Code);
        assert_eq!(round(town), 0, "it was just begun");
        town.later(22 * DAY);
        assert_eq!(round(town), 0, "eight days are left");
        town.later(2 * DAY);
        assert_eq!(
            round(town),
            1,
            "the person without address is told on their pages"
        );
        let mail = town.post.text(ZOE);
        assert!(mail.contains("Il sera effacé le"), "{mail}");
        assert!(mail.contains(&number), "{mail}");
        assert_eq!(round(town), 0, "once");
    });
}

#[test]
fn a_draft_that_is_taken_up_again_is_recalled_again_later() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let mut zoe = place.browser();
        let (number, _) = town.begin(place, &mut zoe, "acte-naissance", Known::Email(ZOE));
        town.later(25 * DAY);
        assert_eq!(round(town), 1);
        let mut back = place.browser();
        let page = back.get("/suivi").shown();
        let form = page
            .form("/suivi")
            .fill("numero", &number)
            .fill("moyen", "courriel")
            .fill("courriel", ZOE);
        let asked = back.post_form(&form).shown();
        let _ = town.give_code(&mut back, &asked, ZOE).shown();
        let page = back.get(&format!("/dossiers/{number}/pour-qui")).shown();
        let _ = town.first_step(&mut back, page);
        assert_eq!(round(town), 0, "thirty days again");
        town.later(25 * DAY);
        assert_eq!(round(town), 1);
    });
}

#[test]
fn a_person_is_reminded_once_of_the_answer_that_is_expected_and_not_after_giving_it() {
    in_towns(|town| {
        let place = &town.rochebrune;
        let deposited = || town.deposited(place, "acte-naissance", Known::Email(ZOE));
        let ((mut quick, answered), (_, waiting)) = (deposited(), deposited());
        let mut claire = town.agent(place, "claire");
        for number in [&answered, &waiting] {
            town.take(&mut claire, number);
            town.ask(&mut claire, number, "copies", "Combien d’exemplaires ?");
        }
        let asked = quick
            .get(&format!("/dossiers/{answered}/completer"))
            .shown();
        let form = asked.form("/completer").fill("copies", "3");
        let _ = quick.post_form(&form).shown();
        assert_eq!(round(town), 0);
        let mut sent = Vec::new();
        for day in 1..40 {
            town.later(DAY);
            sent.extend((0..round(town)).map(|_| day));
        }
        assert_eq!(sent.len(), 1, "{sent:?}");
        let mails = town.post.to(ZOE).into_iter();
        let texts: Vec<String> = mails.map(|mail| mail.text.as_str().to_owned()).collect();
        let reminders: Vec<_> = texts
            .iter()
            .filter(|text| text.contains("attend encore"))
            .collect();
        assert_eq!(reminders.len(), 1, "{texts:?}");
        assert!(reminders[0].contains(&waiting) && !reminders[0].contains(&answered));
    });
}
