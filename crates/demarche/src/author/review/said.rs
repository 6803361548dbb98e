//! How a draft stands with its second reader, and who wrote and read what was published, in words.

use parvis_kernel::{AgentId, Instant, RevisionId};
use parvis_web::{Tag, Tone, Visit};

use super::super::seen::Seen;
use super::page_of;
use crate::model::Review;

/// How a draft stands with its second reader.
pub(in super::super) struct Told {
    pub tag: Tag,
    pub text: String,
    /// The page where one asks, reads, answers.
    pub href: String,
    /// What one does there.
    pub act: String,
    /// Whether the draft cannot be published as it stands.
    pub blocks: bool,
}

/// Where a draft stands.
enum Stands<'a> {
    Approved(&'a Review),
    Waiting(&'a Review),
    SentBack(&'a Review),
    /// Another text was given to be read, or approved.
    Changed(&'a Review),
    Unread,
}

fn stands(seen: &Seen) -> Stands<'_> {
    let checksum = seen.draft.as_ref().map(|draft| draft.checksum.as_str());
    let same = |review: &Review| Some(review.checksum.as_str()) == checksum;
    let kept = |review: &&Review| review.withdrawn.is_none();
    match (&seen.approval, seen.reviews.iter().find(kept)) {
        (Some(approval), None) => Stands::Approved(approval),
        (Some(approval), Some(latest)) if !latest.is_waiting() => match latest.id == approval.id {
            true => Stands::Approved(approval),
            false => Stands::Changed(latest),
        },
        (_, Some(latest)) if latest.is_waiting() && same(latest) => Stands::Waiting(latest),
        (_, Some(latest)) => match &latest.answered {
            Some(answer) if !answer.approved && same(latest) => Stands::SentBack(latest),
            _ => Stands::Changed(latest),
        },
        (None, None) => Stands::Unread,
    }
}

/// The reading that sent the draft back as it is now.
pub(super) fn sent_back(seen: &Seen) -> Option<&Review> {
    match stands(seen) {
        Stands::SentBack(review) => Some(review),
        _ => None,
    }
}

/// How the draft stands; nothing without a draft.
pub(in super::super) fn told(visit: &Visit, seen: &Seen) -> Option<Told> {
    seen.draft.as_ref()?;
    let said = |key: &str, by: AgentId, at: Instant| {
        let name = seen.name(Some(by)).unwrap_or_default().to_owned();
        visit.say_with(key, &[("name", name), ("date", visit.date_time(at))])
    };
    let answered = |review: &Review| {
        let answer = review.answered.as_ref();
        answer.map_or((review.asked_by, review.asked_at), |own| (own.by, own.at))
    };
    let (tone, tag, text, act) = match stands(seen) {
        Stands::Approved(review) => {
            let (by, at) = answered(review);
            let text = said("review-stands-approved", by, at);
            (Tone::Good, "review-approved", text, "review-link")
        }
        Stands::Waiting(review) => {
            let text = said("review-stands-waiting", review.asked_by, review.asked_at);
            (Tone::Wait, "review-waiting", text, "review-link-waiting")
        }
        Stands::SentBack(review) => {
            let (by, at) = answered(review);
            let text = said("review-stands-sent-back", by, at);
            (Tone::Bad, "review-sent-back", text, "review-link-ask")
        }
        Stands::Changed(review) => {
            let (by, at) = answered(review);
            let text = said("review-stands-changed", by, at);
            (Tone::Wait, "review-to-ask", text, "review-link-ask")
        }
        Stands::Unread => {
            let (tone, key) = match seen.second_reader {
                true => (Tone::Wait, "review-stands-needed"),
                false => (Tone::Quiet, "review-stands-free"),
            };
            let text = visit.say(key).to_owned();
            (tone, "review-to-ask", text, "review-link-ask")
        }
    };
    Some(Told {
        tag: Tag::new(visit.say(tag), tone),
        text,
        href: visit.url(&page_of(&seen.slug)),
        act: visit.say(act).to_owned(),
        blocks: seen.second_reader && seen.approval.is_none(),
    })
}

/// Who wrote, read and confirmed a revision each time that it was published, a sentence each.
pub(in super::super) fn history(visit: &Visit, seen: &Seen, revision: RevisionId) -> Vec<String> {
    let name = |agent: Option<AgentId>| {
        let name = seen.name(agent);
        name.unwrap_or_else(|| visit.say("author-house")).to_owned()
    };
    let dated = |key: &str, agent: Option<AgentId>, at: Instant| {
        visit.say_with(key, &[("name", name(agent)), ("date", visit.date_time(at))])
    };
    let mut lines = Vec::new();
    let own = seen
        .publications
        .iter()
        .filter(|own| own.revision == revision);
    for (index, publication) in own.enumerate() {
        if index > 0 {
            lines.push(dated(
                "review-history-again",
                publication.by,
                publication.at,
            ));
        }
        let wrote = seen.writers.iter();
        let wrote = wrote.filter(|writer| writer.publication == Some(publication.id));
        let wrote: Vec<String> = wrote.map(|writer| name(Some(writer.agent))).collect();
        if !wrote.is_empty() {
            let names = [("names", wrote.join(", "))];
            lines.push(visit.say_with("review-history-written", &names));
        }
        if let Some((by, at)) = publication.reviewed {
            lines.push(dated("review-history-read", Some(by), at));
        }
        if let Some(because) = &publication.unreviewed_because {
            let because = [("because", because)];
            lines.push(visit.say_with("review-history-unread", &because));
        }
    }
    let confirmed = seen.confirmations.iter();
    for (_, by, at) in confirmed.filter(|(own, ..)| *own == revision) {
        lines.push(dated("review-history-confirmed", Some(*by), *at));
    }
    lines
}
