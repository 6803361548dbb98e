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

impl Mode {
    /// Reads the arguments; `cargo bench` adds `--bench`.
    pub fn of_arguments() -> Result<Self, String> {
        let arguments = std::env::args().skip(1);
        let mut mode = Self::Whole;
        for argument in arguments.filter(|argument| argument != "--bench") {
            mode = match argument.as_str() {
                "quick" => Self::Quick,
                "realistic" => Self::Realistic,
                other => {
                    return Err(format!(
                        "unknown argument {other:?}: quick, realistic, or nothing"
                    ));
                }
            };
        }
        Ok(mode)
    }

    /// How much this mode measures.
    pub const fn size(self) -> Size {
        match self {
            Self::Whole | Self::Realistic => Size {
                people: 2_000,
                starts: 7,
                batches: 12,
                pages: 50,
                journeys: 25,
                seconds: 15,
            },
            Self::Quick => Size {
                people: 40,
                starts: 2,
                batches: 3,
                pages: 10,
                journeys: 4,
                seconds: 2,
            },
        }
    }
}
