//! Asking for the aid voted after a flood.

use parvis_form::Answer;

use super::{Asker, Story};
use crate::demonstration::random::Random;

/// The bank and the branch of the accounts: invented, like them.
const BANK: u64 = 99_999;
const BRANCH: u64 = 1;

pub(super) fn story(asker: &Asker<'_>, random: &mut Random) -> Story {
    let mut story = Story::default();
    story.put("hit_here", Answer::YesNo(true));
    story.put("main_home", Answer::YesNo(true));
    story.put("place", Answer::Address(asker.town.address(random)));
    story.put("people", Answer::Integer(random.between(1, 5)));
    let damage = [
        vec!["rooms", "furniture"],
        vec!["heating", "cellar"],
        vec!["rooms", "heating", "furniture"],
        vec!["cellar", "vehicle"],
    ];
    let damage = damage.get(random.below(4)).cloned().unwrap_or_default();
    story.put(
        "damage",
        Answer::Choices(damage.into_iter().map(str::to_owned).collect()),
    );
    story.put("can_sleep", Answer::YesNo(random.chance(70)));
    story.choose(
        "insured",
        random.pick(&["told", "told", "not_told", "none"]),
    );
    story.put("phone", Answer::Phone(asker.person.phone_e164()));
    story.put("iban", Answer::Iban(iban(random.next() % 100_000_000_000)));
    story
}

/// An IBAN of which both keys are right: the one of the French number (89 × bank + 15 × branch + 3 × account, by 97), and its own
/// (ISO 13616, `FR` is 1527).
fn iban(account: u64) -> String {
    let rest = (89 * BANK + 15 * BRANCH + 3 * account) % 97;
    let number = format!("{BANK:05}{BRANCH:05}{account:011}{:02}", 97 - rest);
    let with_country = format!("{number}152700");
    let rest = with_country
        .bytes()
        .fold(0, |rest, digit| (rest * 10 + u64::from(digit - b'0')) % 97);
    format!("FR{:02}{number}", 98 - rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_an_account_are_right() {
        let mut random = Random::seeded(5);
        for _ in 0..500 {
            let iban = iban(random.next() % 100_000_000_000);
            assert_eq!(iban.len(), 27);
            let turned = format!("{}1527{}", &iban[4..], &iban[2..4]);
            let by_97 = |text: &str| {
                text.bytes()
                    .fold(0, |rest, digit| (rest * 10 + u64::from(digit - b'0')) % 97)
            };
            assert_eq!(by_97(&turned), 1, "{iban}");
            let part = |from: usize, to: usize| iban[from..to].parse::<u64>().unwrap();
            let national = 89 * part(4, 9) + 15 * part(9, 14) + 3 * part(14, 25) + part(25, 27);
            assert_eq!(national % 97, 0, "{iban}");
        }
    }
}
