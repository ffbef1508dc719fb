use std::io::{BufWriter, Write};
use std::process::ExitCode;

use boussole::cli::{CliError, study};
use clap::{Parser, Subcommand};

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(subcommand)]
    Study(study::StudyCommand),
}

fn main() -> ExitCode {
    let Command::Study(command) = Cli::parse().command;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let outcome = study::run(&command, &mut out);
    let flushed = out.flush();
    let message = match (outcome, flushed) {
        (Ok(()), Ok(())) => return ExitCode::SUCCESS,
        (Err(CliError::Study(failure)), _) => failure.message(),
        (Ok(()), Err(error)) => error.to_string(),
    };
    match writeln!(std::io::stderr(), "{message}") {
        Ok(()) | Err(_) => ExitCode::FAILURE,
    }
}
