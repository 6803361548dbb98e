//! What somebody sends to harm the house or those who use it: each test notes what it observed for
//! `docs/reliability.md`.

mod elsewhere;
mod logs;
mod observatory;
mod pieces;
mod signin;
mod smuggling;
mod work;
