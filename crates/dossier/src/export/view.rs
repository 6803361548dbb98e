//! What is exported, and how.

use parvis_kernel::{AgentId, GroupId, ProcedureId};

use crate::model::State;
use crate::queue::QueueQuery;
use crate::store::QueueFilter;
use crate::views::Column;

/// The format of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table for any program.
    Csv,
    /// A table for Excel.
    Xlsx,
    /// A table for LibreOffice.
    Ods,
    /// A folder for each dossier, with its pieces.
    Zip,
}

impl Format {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Xlsx, Self::Ods, Self::Csv, Self::Zip];

    /// The stable word of the column, of forms and of the ending of the file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Zip => "zip",
        }
    }

    /// The format of a stable word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code() == code)
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Zip => "application/zip",
        }
    }
}

/// Which dossiers of a group, in which format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The group.
    pub group: GroupId,
    /// One state only.
    pub state: Option<State>,
    /// Every state that agents see; without it and without a state, those open to agents.
    pub all_states: bool,
    /// Only those of the agent who asks.
    pub mine: bool,
    /// One procedure only; its answers then have columns.
    pub procedure: Option<ProcedureId>,
    /// Only these columns after those that say whom a dossier is about; all of them without.
    pub columns: Option<Vec<Column>>,
    /// How.
    pub format: Format,
}

/// Every state, in the column.
const ALL: &str = "all";

impl Exported {
    /// The state as the column says it.
    pub(crate) fn states(&self) -> Option<&'static str> {
        match (self.state, self.all_states) {
            (Some(state), _) => Some(state.code()),
            (None, true) => Some(ALL),
            (None, false) => None,
        }
    }

    /// The states of a column.
    pub(crate) fn read_states(column: Option<&str>) -> (Option<State>, bool) {
        let state = column.and_then(State::of_code);
        (state, column == Some(ALL))
    }

    /// The same, as the list reads it.
    #[must_use]
    pub fn query(&self) -> QueueQuery {
        QueueQuery {
            group: Some(self.group),
            state: self.state,
            all_states: self.all_states,
            mine: self.mine,
            procedure: self.procedure,
            ..QueueQuery::default()
        }
    }

    pub(crate) fn filter(&self, own: AgentId, limit: i64) -> QueueFilter {
        QueueFilter::of(&self.query(), own, limit)
    }
}
