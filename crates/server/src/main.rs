//! `parvis`: the binary. It only concatenates what the rooms hand it.

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let command = parvis_server::Command::parse();
    match parvis_server::run(command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("parvis : {error:#}");
            ExitCode::FAILURE
        }
    }
}
