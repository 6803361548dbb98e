//! What is unreasonable: refused at load, so that every later cost is bounded.

/// Steps of a form.
pub const STEPS: usize = 100;
/// Fields of a form, those of blocks included.
pub const FIELDS: usize = 2_000;
/// Options of a choice.
pub const OPTIONS: usize = 500;
/// Rows of the table of an author.
pub const TABLE_ROWS: usize = 5_000;
/// Columns of a table.
pub const TABLE_COLUMNS: usize = 20;
/// Letters of a cell of a table.
pub const TABLE_CELL: usize = 200;
/// Bytes of all the tables of a form.
pub const TABLES: usize = 2_000_000;
/// Points of a line or of an area.
pub const POINTS: usize = 500;
/// Rows of a repeated block.
pub const ROWS: u32 = 100;
/// Letters of a label, a title, an option.
pub const SHORT_WORDS: usize = 500;
/// Letters of a hint, an explanation, an introduction.
pub const LONG_WORDS: usize = 10_000;
/// Letters of the answer to a short text.
pub const SHORT_TEXT: u32 = 1_000;
/// Letters of the pattern of a short text.
pub const PATTERN: usize = 300;
/// Letters of the answer to a long text.
pub const LONG_TEXT: u32 = 20_000;
/// Files of a piece.
pub const FILES: u32 = 50;
/// Bytes of a file.
pub const FILE_BYTES: u64 = 200 * 1_000_000;
/// Letters of a condition.
pub const EXPRESSION: usize = 2_000;
/// Nesting of a condition.
pub const EXPRESSION_DEPTH: usize = 32;
/// Price of a condition: about one unit for ten nanoseconds at worst.
pub const EXPRESSION_COST: u64 = 20_000;
/// Price of all the conditions of a form together, each counted for every row where it stands.
pub const FORM_COST: u64 = 2_000_000;
/// Checks of a field, a block or a step.
pub const CHECKS: usize = 20;
/// Reasons for which a step stops a request.
pub const INELIGIBLE: usize = 20;
/// Letters of an address on the web.
pub const URL: usize = 500;
/// Letters that are read from one input before any rule.
pub const INPUT: usize = 100_000;
/// Values of a YAML file, those inside others included: a form of all that is allowed has half of them.
pub const YAML_NODES: usize = 200_000;
