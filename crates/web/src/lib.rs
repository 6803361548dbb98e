#![doc = include_str!("../README.md")]

pub mod api;
pub mod assets;
pub mod components;
mod compress;
pub mod crowd;
mod dress;
mod error;
pub mod format;
mod ground;
mod hashing;
pub mod headers;
mod house;
mod limits;
mod page;
mod request;
mod roots;
pub mod trial;
mod words;

pub use components::{
    Card, Cell, Change, Choice, Column, DateEntry, Direction, Errors, Event, FieldError, Line,
    Link, Message, Pager, Reading, Readings, Row, Sort, Table, Tag, Task, Tone, Wording,
};
pub use dress::{dress, protected};
pub use error::PageError;
pub use ground::{Ground, GroundError, View};
pub use hashing::{hash_password, is_password};
pub use house::{House, Settings};
pub use limits::{Limits, Quota, Rule, Wait};
pub use page::page;
pub use parvis_kernel::{Network, NetworkError};
pub use request::{
    AgentVisit, Browser, Cookie, Entries, EntriesError, EntriesExt, Form, LANGUAGE_COOKIE,
    PersonVisit, READING_COOKIE, RecentVisit, Site, TRIAL, Unattended, Visit, client_address,
    device_name, done, just_done, parse_entries, read_cookie, session_of, to_sign_in,
};
pub use roots::Roots;
pub use words::{WORDS, Words, WordsError, WordsFile, typography};
