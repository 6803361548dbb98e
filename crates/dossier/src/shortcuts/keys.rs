//! Which key does what.

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// The next line of a list, or the next dossier.
    Next,
    /// The one before.
    Previous,
    /// Opens the line on which the focus is.
    Open,
    /// Goes to the search.
    Search,
    /// Goes back to the list.
    List,
    /// Takes the dossier.
    Take,
    /// Asks for a piece or a correction.
    Ask,
    /// Writes a message.
    Write,
    /// Shows the notes.
    Notes,
    /// Decides.
    Decide,
    /// Shows the page of the keys.
    Help,
}

impl Act {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Next,
        Self::Previous,
        Self::Open,
        Self::Search,
        Self::List,
        Self::Take,
        Self::Ask,
        Self::Write,
        Self::Notes,
        Self::Decide,
        Self::Help,
    ];

    /// The stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Previous => "previous",
            Self::Open => "open",
            Self::Search => "search",
            Self::List => "list",
            Self::Take => "take",
            Self::Ask => "ask",
            Self::Write => "write",
            Self::Notes => "notes",
            Self::Decide => "decide",
            Self::Help => "help",
        }
    }

    /// The key of the house.
    #[must_use]
    pub const fn usual(self) -> char {
        match self {
            Self::Next => 'j',
            Self::Previous => 'k',
            Self::Open => 'o',
            Self::Search => '/',
            Self::List => 'l',
            Self::Take => 'm',
            Self::Ask => 'p',
            Self::Write => 'e',
            Self::Notes => 'n',
            Self::Decide => 'd',
            Self::Help => '?',
        }
    }
}

/// The keys of an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcuts {
    /// Whether any of them does anything.
    pub is_active: bool,
    /// The key of each act that has one.
    keys: Vec<(Act, char)>,
}

/// Why a key is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyError {
    /// It is no single sign that every keyboard types.
    NotAKey(Act),
    /// Another act has it.
    Taken(Act),
}

impl KeyError {
    /// Of which act.
    #[must_use]
    pub const fn act(self) -> Act {
        match self {
            Self::NotAKey(act) | Self::Taken(act) => act,
        }
    }
}

impl Default for Shortcuts {
    fn default() -> Self {
        let usual = Act::ALL.into_iter();
        Self {
            is_active: true,
            keys: usual.map(|act| (act, act.usual())).collect(),
        }
    }
}

impl Shortcuts {
    /// The keys that were typed for each act; an empty one leaves the act without a key.
    ///
    /// # Errors
    /// The first act whose key is refused.
    pub fn typed(is_active: bool, typed: impl Fn(Act) -> String) -> Result<Self, KeyError> {
        let mut keys: Vec<(Act, char)> = Vec::new();
        for act in Act::ALL {
            let text = typed(act).trim().to_lowercase();
            let mut signs = text.chars();
            match (signs.next(), signs.next()) {
                (None, _) => {}
                (Some(sign), None) if is_key(sign) => {
                    if keys.iter().any(|(_, known)| *known == sign) {
                        return Err(KeyError::Taken(act));
                    }
                    keys.push((act, sign));
                }
                (Some(_), _) => return Err(KeyError::NotAKey(act)),
            }
        }
        Ok(Self { is_active, keys })
    }

    /// The key of an act, if it has one.
    #[must_use]
    pub fn key(&self, act: Act) -> Option<char> {
        let mut keys = self.keys.iter();
        keys.find(|(own, _)| *own == act).map(|(_, key)| *key)
    }

    /// As a row and a page keep them: `next:j previous:k`.
    #[must_use]
    pub fn written(&self) -> String {
        let pairs = self.keys.iter();
        let pairs: Vec<String> = pairs
            .map(|(act, key)| format!("{}:{key}", act.code()))
            .collect();
        pairs.join(" ")
    }

    /// Those of a row. What it says wrongly counts for nothing.
    pub(crate) fn read(is_active: bool, written: &str) -> Self {
        let pair = |pair: &str| {
            let (code, key) = pair.split_once(':')?;
            let act = Act::ALL.into_iter().find(|act| act.code() == code)?;
            Some((act, key.chars().next().filter(|key| is_key(*key))?))
        };
        Self {
            is_active,
            keys: written.split(' ').filter_map(pair).collect(),
        }
    }

    /// What a page gives to its script: nothing when they are switched off.
    pub(crate) fn for_page(&self) -> String {
        match self.is_active {
            true => self.written(),
            false => String::new(),
        }
    }
}

/// A letter, a figure, or a sign that keyboards have without a third key.
fn is_key(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "?/.,;:!+-=*".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(own: &[(Act, &str)]) -> Result<Shortcuts, KeyError> {
        Shortcuts::typed(true, |act| {
            let found = own.iter().find(|(known, _)| *known == act);
            found.map_or_else(|| act.usual().to_string(), |(_, key)| (*key).to_owned())
        })
    }

    #[test]
    fn keys_read_back_as_they_were_written() {
        let own = typed(&[(Act::Next, "S"), (Act::Take, ""), (Act::List, ":")]).unwrap();
        assert_eq!(own.key(Act::Next), Some('s'));
        assert_eq!(own.key(Act::Take), None);
        assert_eq!(Shortcuts::read(true, &own.written()), own);
        let off = Shortcuts::read(false, &own.written());
        assert_eq!(
            (off.key(Act::List), off.for_page().as_str()),
            (Some(':'), "")
        );
    }

    #[test]
    fn a_key_is_one_sign_of_every_keyboard_and_serves_once() {
        let cases = [
            (Act::Next, "jj", KeyError::NotAKey(Act::Next)),
            (Act::Open, "é", KeyError::NotAKey(Act::Open)),
            (Act::Open, "<", KeyError::NotAKey(Act::Open)),
            (Act::Previous, "J", KeyError::Taken(Act::Previous)),
        ];
        for (act, key, refused) in cases {
            assert_eq!(typed(&[(act, key)]), Err(refused), "{key}");
        }
        assert!(typed(&[]).is_ok());
    }
}
