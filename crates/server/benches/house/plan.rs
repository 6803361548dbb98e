//! How much is measured.

/// What the command line asks for, after `--`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Everything; writes `docs/performance.md`.
    Whole,
    /// Everything, a little: proves that the bench itself works.
    Quick,
    /// Only the realistic input.
    Realistic,
    /// Only what is large; writes its part of `docs/performance.md`.
    Scale,
    /// What is large, but for the dossiers in front of an agent: no more than the rest deposits.
    QuickScale,
    /// Only the check page of a large form; writes its part of `docs/performance.md`.
    Form,
}

/// How much of each thing.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// People of the realistic input.
    pub people: usize,
    /// Starts on an empty folder.
    pub starts: usize,
    /// Batches of a measure; the median batch is kept.
    pub batches: usize,
    /// Requests of a batch of pages.
    pub pages: usize,
    /// Journeys, or deposits, of a batch.
    pub journeys: usize,
    /// Seconds of each load.
    pub seconds: u64,
}

/// Asks for SQLite alone.
const SQLITE: &str = "sqlite";

/// Whether PostgreSQL is measured too.
pub fn both_engines() -> bool {
    std::env::args().all(|argument| argument != SQLITE)
}

/// How large what is large is.
#[derive(Debug, Clone, Copy)]
pub struct Large {
    /// Deposits by the API, of each kind.
    pub deposits: usize,
    /// People of the surge.
    pub surge: usize,
    /// Dossiers in front of an agent.
    pub dossiers: usize,
    /// How often each page of the agent is asked for.
    pub looks: usize,
}

impl Mode {
    /// Reads the arguments; `cargo bench` adds `--bench`.
    pub fn of_arguments() -> Result<Self, String> {
        let arguments = std::env::args().skip(1);
        let mut mode = Self::Whole;
        let known = |argument: &String| argument == "--bench" || argument == SQLITE;
        for argument in arguments.filter(|argument| !known(argument)) {
            mode = match argument.as_str() {
                "quick" => Self::Quick,
                "realistic" => Self::Realistic,
                "scale" => Self::Scale,
                "quick-scale" => Self::QuickScale,
                "form" => Self::Form,
                other => {
                    return Err(format!(
                        "unknown argument {other:?}: quick, realistic, scale, quick-scale, form, or nothing; and sqlite"
                    ));
                }
            };
        }
        Ok(mode)
    }

    /// How much this mode measures.
    pub const fn size(self) -> Size {
        match self {
            Self::Whole | Self::Realistic | Self::Scale | Self::Form => Size {
                people: 2_000,
                starts: 7,
                batches: 12,
                pages: 50,
                journeys: 25,
                seconds: 15,
            },
            Self::Quick | Self::QuickScale => Size {
                people: 40,
                starts: 2,
                batches: 3,
                pages: 10,
                journeys: 4,
                seconds: 2,
            },
        }
    }

    /// How large what is large is in this mode; nothing where it is not measured.
    pub const fn large(self) -> Option<Large> {
        match self {
            Self::Whole | Self::Scale => Some(Large {
                deposits: 10_000,
                surge: 5_000,
                dossiers: 200_000,
                looks: 200,
            }),
            // What waits for no long filling is whole.
            Self::QuickScale => Some(Large {
                deposits: 10_000,
                surge: 5_000,
                dossiers: 2_000,
                looks: 20,
            }),
            Self::Quick => Some(Large {
                deposits: 500,
                surge: 200,
                dossiers: 2_000,
                looks: 20,
            }),
            Self::Realistic | Self::Form => None,
        }
    }
}
