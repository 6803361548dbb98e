//! The text of a statement.

/// A statement, written once for both engines, in the `store` file of a room.
///
/// Parameters are `$1`, `$2`...: bound by their number, in whatever order they appear. The text is a constant,
/// never built at run time: it carries no value of a person, and a check can prove that each one was executed on
/// both engines.
///
/// ```
/// use parvis_store::Sql;
///
/// const RENAME: Sql = Sql("UPDATE towns SET name = $2 WHERE code = $1");
/// # let _ = RENAME;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sql(pub &'static str);
