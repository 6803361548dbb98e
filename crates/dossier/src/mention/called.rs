//! Whom the text of a note calls: an arobase, then a first name and a name, with or without accents and capitals.

use std::ops::Range;

use parvis_access::Agent;
use parvis_kernel::AgentId;
use parvis_territory::fold;

use crate::error::DossierError;

/// What follows an arobase in a text.
struct Call {
    range: Range<usize>,
    /// The agents of that name: nobody, one, or some who share it.
    agents: Vec<AgentId>,
}

/// A piece of a text: a name that calls, or what stands between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) calls: bool,
}

/// The agents whom a note calls: those that were ticked, then those whom its text names, each once.
///
/// # Errors
/// `NotAReader` for one who was ticked and who may not read the dossier; `NobodyOfThatName` and `SeveralOfThatName` for a name of the
/// text that is not of exactly one reader, unless one of that name is ticked.
pub(crate) fn called(
    text: &str,
    ticked: &[AgentId],
    readers: &[Agent],
) -> Result<Vec<AgentId>, DossierError> {
    let mut found: Vec<AgentId> = Vec::new();
    for id in ticked {
        if readers.iter().all(|reader| reader.id != *id) {
            return Err(DossierError::NotAReader);
        }
        add(&mut found, *id);
    }
    for call in calls(text, readers) {
        let typed = || text.get(call.range.clone()).unwrap_or_default().to_owned();
        match call.agents.as_slice() {
            [] => return Err(DossierError::NobodyOfThatName(typed().into())),
            [one] => add(&mut found, *one),
            several if several.iter().any(|id| ticked.contains(id)) => {}
            _ => return Err(DossierError::SeveralOfThatName(typed().into())),
        }
    }
    Ok(found)
}

fn add(found: &mut Vec<AgentId>, id: AgentId) {
    if !found.contains(&id) {
        found.push(id);
    }
}

/// The text of a note, with the names that call apart.
pub(crate) fn marked(text: &str, called: &[&Agent]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut done = 0;
    let mut push = |range: Range<usize>, calls: bool| {
        let text = text.get(range).unwrap_or_default().to_owned();
        if !text.is_empty() {
            parts.push(Part { text, calls });
        }
    };
    for call in calls(text, called.iter().copied()) {
        if !call.agents.is_empty() {
            push(done..call.range.start, false);
            push(call.range.clone(), true);
            done = call.range.end;
        }
    }
    push(done..text.len(), false);
    parts
}

/// Each arobase that begins a word, with whom it calls. One inside a word is of an address.
fn calls<'a>(text: &str, agents: impl IntoIterator<Item = &'a Agent>) -> Vec<Call> {
    let known = agents.into_iter().map(|agent| (agent.id, words(agent)));
    let known: Vec<(AgentId, Vec<String>)> = known.collect();
    let mut calls = Vec::new();
    let mut before = None;
    for (at, sign) in text.char_indices() {
        let begins = sign == '@' && !before.is_some_and(is_of_address);
        before = Some(sign);
        let rest = text.get(at + sign.len_utf8()..).unwrap_or_default();
        if begins && rest.starts_with(char::is_alphabetic) {
            let (length, agents) = longest(rest, &known);
            let end = at + sign.len_utf8() + length;
            calls.push(Call {
                range: at..end,
                agents,
            });
        }
    }
    calls
}

const fn is_of_address(sign: char) -> bool {
    matches!(sign, 'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '_' | '-' | '+')
}

/// The words of the first name and of the name.
fn words(agent: &Agent) -> Vec<String> {
    let folded = fold(&agent.full_name());
    folded.split(' ').map(str::to_owned).collect()
}

/// The longest name with which a text begins, and who has it; without any, the word that it begins with.
fn longest(text: &str, known: &[(AgentId, Vec<String>)]) -> (usize, Vec<AgentId>) {
    let mut best = (0, Vec::new());
    for (id, words) in known {
        match begun(text, words) {
            Some(length) if length > best.0 => best = (length, vec![*id]),
            Some(length) if length == best.0 => best.1.push(*id),
            _ => {}
        }
    }
    if best.1.is_empty() {
        let is_over = |sign: char| !(sign.is_alphanumeric() || is_between(sign) && sign != ' ');
        let word = text.split(is_over).next().unwrap_or_default();
        best.0 = word.trim_end_matches(is_between).len();
    }
    best
}

/// How much of a text a name takes, when the text begins with it.
fn begun(text: &str, words: &[String]) -> Option<usize> {
    let mut length = 0;
    for (place, word) in words.iter().enumerate() {
        if place > 0 {
            let between = text.get(length..)?.chars().next();
            length += between.filter(|sign| is_between(*sign))?.len_utf8();
        }
        length += word_begun(text.get(length..)?, word)?;
    }
    let next = text.get(length..)?.chars().next();
    (length > 0 && !next.is_some_and(char::is_alphanumeric)).then_some(length)
}

/// What may stand between the words of a name: `Yann Le Goff`, `yann.le-goff`.
const fn is_between(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '_' | '\'' | '\u{2019}'
    )
}

/// How much of a text a folded word takes.
fn word_begun(text: &str, word: &str) -> Option<usize> {
    let mut left = word;
    for (at, sign) in text.char_indices() {
        let accent = matches!(sign, '\u{300}'..='\u{36f}');
        if left.is_empty() && !accent {
            return Some(at);
        }
        if !accent {
            let folded = fold(sign.encode_utf8(&mut [0; 4]));
            left = left
                .strip_prefix(folded.as_str())
                .filter(|_| !folded.is_empty())?;
        }
    }
    left.is_empty().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use parvis_kernel::ServiceId;

    use super::*;

    fn agents() -> Vec<Agent> {
        let names = [
            ("Karim", "Haddad"),
            ("Hélène", "Le Goff"),
            ("Jean-Pierre", "Martin"),
            ("Jean", "Martin"),
            ("Jean", "Martin"),
            ("Jean", "Martin Dupont"),
        ];
        let agent = |(first, last): (&str, &str)| Agent {
            id: AgentId::new(),
            email: String::new(),
            first_name: first.to_owned(),
            last_name: last.to_owned(),
            quality: String::new(),
            service: ServiceId::new(),
            delegation: None,
            disabled_at: None,
        };
        names.map(agent).into()
    }

    #[test]
    fn a_name_calls_however_it_is_typed() {
        let known = agents();
        for (text, whom) in [
            ("@Karim Haddad", &[0][..]),
            ("Vu avec @karim.haddad.", &[0]),
            ("(@KARIM HADDAD)", &[0]),
            ("@helene.le.goff, @Hélène\u{a0}Le Goff", &[1]),
            ("@He\u{301}le\u{300}ne Le-Goff", &[1]),
            ("@helene.le-goff et @Karim Haddad", &[1, 0]),
            ("@Jean-Pierre Martin", &[2]),
            ("@jean.pierre.martin", &[2]),
            ("@Jean Martin Dupont", &[5]),
            ("Écrire à karim.haddad@rochebrune.example", &[]),
            ("à 14 h @ la mairie, @ 3 €, @", &[]),
            ("Karim Haddad", &[]),
        ] {
            let whom: Vec<AgentId> = whom.iter().map(|place: &usize| known[*place].id).collect();
            assert_eq!(called(text, &[], &known).unwrap(), whom, "{text}");
        }
    }

    #[test]
    fn a_name_that_calls_nobody_or_several_is_told_and_not_lost() {
        let known = agents();
        for (text, typed) in [
            ("@Karim", "@Karim"),
            ("voir @Karim Haddadi.", "@Karim"),
            ("@mairie_rochebrune.", "@mairie_rochebrune"),
            ("@Élodie", "@Élodie"),
        ] {
            match called(text, &[], &known) {
                Err(DossierError::NobodyOfThatName(name)) => assert_eq!(name.as_str(), typed),
                other => panic!("{text}: {other:?}"),
            }
        }
        match called("@jean.martin", &[], &known) {
            Err(DossierError::SeveralOfThatName(name)) => assert_eq!(name.as_str(), "@jean.martin"),
            other => panic!("{other:?}"),
        }
        let ticked = [known[4].id];
        assert_eq!(called("@jean.martin", &ticked, &known).unwrap(), ticked);
        let stranger = called("", &[AgentId::new()], &known);
        assert!(matches!(stranger, Err(DossierError::NotAReader)));
        let twice = called("@Karim Haddad @karim.haddad", &[known[0].id], &known);
        assert_eq!(twice.unwrap(), [known[0].id]);
    }

    #[test]
    fn only_the_names_of_those_who_were_called_are_marked() {
        let known = agents();
        let text = "Vu avec @karim.haddad et @Jean Martin,\nà relire.";
        let parts = marked(text, &[&known[0]]);
        let marks: Vec<(&str, bool)> = parts
            .iter()
            .map(|part| (part.text.as_str(), part.calls))
            .collect();
        let rest = " et @Jean Martin,\nà relire.";
        assert_eq!(
            marks,
            [("Vu avec ", false), ("@karim.haddad", true), (rest, false)]
        );
        assert_eq!(marked("", &[&known[0]]), []);
    }
}
