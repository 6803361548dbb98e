//! The closed lists of words that a procedure file chooses from.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $term:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $term)] $variant,)*
        }

        impl $name {
            /// All of them, in the order in which pages show them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// The terms of the procedure file, in the same order.
            pub const TERMS: &[&str] = &[$($term),*];

            /// The term of the procedure file.
            #[must_use]
            pub const fn term(self) -> &'static str {
                match self {
                    $(Self::$variant => $term,)*
                }
            }
        }

        impl FromStr for $name {
            type Err = ();

            fn from_str(term: &str) -> Result<Self, ()> {
                match term {
                    $($term => Ok(Self::$variant),)*
                    _ => Err(()),
                }
            }
        }
    )*};
}

terms! {
    /// What becomes of a file once its retention is over (Code du patrimoine, L212-2 and L212-3: to be confirmed).
    Fate {
        /// It is handed to the archives; the purge never destroys it.
        Archive = "archive",
        /// It is destroyed, with the visa of the archives.
        Destroy = "destroy",
    }

    /// What becomes of the drafts begun before a revision, when some of their answers do not fit it.
    BegunDrafts {
        /// Their author may still finish them as they were begun, until they expire.
        MayFinish = "may_finish",
        /// Only this revision is deposited: a law changed, for instance.
        MustFollow = "must_follow",
    }

    /// The part of life to which a procedure belongs: how the home page sorts procedures.
    Theme {
        /// Civil status, identity papers, elections.
        Papers = "papers",
        /// Birth, childhood, school, leisure of children.
        Family = "family",
        /// Home, works, town planning.
        Housing = "housing",
        /// Street, cleanliness, noise, green spaces.
        Street = "street",
        /// Aid, old age, disability.
        Solidarity = "solidarity",
        /// Culture, sport, associations.
        Culture = "culture",
        /// Trades, firms, markets.
        Business = "business",
    }

    /// Whether a person says who they are.
    IdentityRule {
        /// The person is identified (CRPA L112-8, R112-9-1).
        Required = "required",
        /// The person may stay anonymous.
        Optional = "optional",
    }

    /// Another way than the web to make the démarche.
    DoorKind {
        /// At the counter.
        Counter = "counter",
        /// By telephone.
        Phone = "phone",
        /// By post.
        Post = "post",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_reads_back() {
        for theme in Theme::ALL {
            assert_eq!(theme.term().parse(), Ok(*theme));
        }
        assert_eq!("counter".parse(), Ok(DoorKind::Counter));
        assert_eq!("maybe".parse::<IdentityRule>(), Err(()));
    }
}
