//! An address that its owner recognises and that nobody else learns.

/// `zoe@example.org` becomes `z•••@e•••.org`. The number of points says nothing of the length.
pub(super) fn masked(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let (name, end) = domain.rsplit_once('.').unwrap_or((domain, ""));
    let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    format!("{}•••@{}•••.{end}", first(local), first(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_first_letters_and_the_ending_are_shown() {
        assert_eq!(masked("zoe@example.org"), "z•••@e•••.org");
        assert_eq!(masked("a@b.c.fr"), "a•••@b•••.fr");
        assert_eq!(masked("broken"), "b•••@•••.");
    }
}
