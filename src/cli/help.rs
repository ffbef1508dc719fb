//! The help pages in French: the one place where clap's own words are replaced.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, FromArgMatches};

use super::args::Args;
use crate::tr;

// clap takes static headings, and adds the colon that stands after a space in French.
const COMMANDS: &str = "Commandes\u{A0}";
const ARGUMENTS: &str = "Arguments\u{A0}";
const OPTIONS: &str = "Options\u{A0}";

/// Returns every command, as its help shows it.
pub fn commands() -> Command {
    in_french(Args::command())
}

/// Reads a command line, the program's name first.
///
/// # Errors
/// Returns what clap refuses, or the page that was asked for: see [`complaint`].
pub fn read(line: &[OsString]) -> Result<Args, clap::Error> {
    Args::from_arg_matches(&commands().try_get_matches_from(line)?)
}

fn in_french(command: Command) -> Command {
    command
        .help_template(format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", tr!("help-usage")))
        .subcommand_help_heading(COMMANDS)
        .subcommand_value_name("COMMANDE")
        .mut_args(|given| argument(&given))
        .mut_subcommands(in_french)
}

fn argument(given: &Arg) -> Arg {
    let argument = given.clone().help_heading(if given.is_positional() { ARGUMENTS } else { OPTIONS });
    if !argument.get_action().takes_values() {
        return argument;
    }
    let mut help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let choices: Vec<String> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if !choices.is_empty() {
        help = format!("{help} {}", tr!("help-choices", values = choices.join(", ")));
    }
    let defaults: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() {
        help = format!("{help} {}", tr!("help-default", values = defaults.join(" ")));
    }
    argument.help(help).hide_default_value(true).hide_possible_values(true)
}

/// Returns what is wrong with a command line, in French, with the way to the help.
pub fn complaint(error: &clap::Error, line: &[OsString]) -> String {
    let told = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let name = || told(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return error.render().to_string(),
        ErrorKind::InvalidSubcommand => tr!("args-no-such-command", name = told(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => tr!("args-no-such-option", name = name()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match (told(ContextKind::InvalidValue), choices(error))
        {
            (value, _) if value.is_empty() => tr!("args-no-value", name = name()),
            (value, None) => tr!("args-bad-value", value = value, name = name()),
            (value, Some(choices)) => tr!("args-bad-choice", value = value, name = name(), choices = choices),
        },
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            tr!("args-value-count", name = name(), need = told(ContextKind::ExpectedNumValues))
        }
        // An option given twice conflicts with itself.
        ErrorKind::ArgumentConflict if name() == told(ContextKind::PriorArg) => tr!("args-twice", name = name()),
        ErrorKind::ArgumentConflict => {
            tr!("args-conflict", first = name(), second = told(ContextKind::PriorArg))
        }
        ErrorKind::MissingRequiredArgument => tr!("args-missing", names = name()),
        _ => tr!("args-unreadable"),
    };
    format!("{what}\n{} {} --help", tr!("args-see-help"), command_words(line))
}

/// The values that an option takes, where it takes only a few.
fn choices(error: &clap::Error) -> Option<String> {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => Some(values.join(", ")),
        _ => None,
    }
}

/// The program and the commands typed, whose page says what goes with them.
fn command_words(line: &[OsString]) -> String {
    let mut command = commands();
    let mut words = vec!["boussole".to_owned()];
    for word in line.iter().skip(1) {
        if let Some(sub) = command.find_subcommand(word) {
            words.push(sub.get_name().to_owned());
            command = sub.clone();
        }
    }
    words.join(" ")
}
