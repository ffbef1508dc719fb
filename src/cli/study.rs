//! `boussole study`: the indices by which a psychologist judges a test, from files to files.
//!
//! Results alone go to standard output: JSON for `reliability`, CSV for the rest.

mod failure;
mod tables;

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::CliError;
use crate::app::study::{self, AdaptiveOptions, AnswerRange, Grid, ScaleReliability, StudyError};
use crate::domain::scoring::irt::Estimator;
use crate::domain::scoring::response_matrix::MissingRule;
use crate::exchange::data_table::{AnswerColumns, ScaleKey, read_answer_strings, read_answers, read_bank, read_keys};
use crate::tr;

pub use failure::StudyFailure;
pub(crate) use failure::file_message;

#[derive(Debug, Clone, Subcommand)]
pub enum StudyCommand {
    #[command(about = tr!("study-about-reliability"))]
    Reliability(ReliabilityArgs),
    #[command(about = tr!("study-about-theta"))]
    Theta(ThetaArgs),
    #[command(about = tr!("study-about-adaptive"))]
    Adaptive(AdaptiveArgs),
    #[command(about = tr!("study-about-dif"))]
    Dif(DifArgs),
    #[command(about = tr!("study-about-quality"))]
    Quality(QualityArgs),
    #[command(about = tr!("study-about-norms"))]
    Norms(NormsArgs),
}

#[derive(Debug, Clone, Args)]
pub struct ReliabilityArgs {
    #[arg(value_name = "DONNÉES.csv", help = tr!("study-help-data"))]
    data: PathBuf,
    #[arg(long, value_name = "CLÉS.json", help = tr!("study-help-keys"))]
    keys: PathBuf,
    #[command(flatten)]
    range: AnswerRangeArg,
    #[arg(long, value_enum, value_name = "RÈGLE", default_value_t = Missing::Pairwise, help = tr!("study-help-missing"))]
    missing: Missing,
}

#[derive(Debug, Clone, Args)]
pub struct ThetaArgs {
    #[arg(value_name = "DONNÉES.csv", help = tr!("study-help-data"))]
    data: PathBuf,
    #[arg(long, value_name = "BANQUE.csv", help = tr!("study-help-bank"))]
    bank: PathBuf,
    #[arg(long, value_enum, value_name = "ESTIMATEUR", default_value_t = ThetaEstimator::Eap, help = tr!("study-help-estimator"))]
    estimator: ThetaEstimator,
    #[command(flatten)]
    grid: GridArgs,
}

#[derive(Debug, Clone, Args)]
pub struct AdaptiveArgs {
    #[arg(long, value_name = "BANQUE.csv", help = tr!("study-help-bank"))]
    bank: PathBuf,
    #[arg(long, value_name = "FICHIER", help = tr!("study-help-responses"))]
    responses: PathBuf,
    #[arg(long, value_name = "X", help = tr!("study-help-se"))]
    se: f64,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help = tr!("study-help-max"))]
    max: u32,
    #[command(flatten)]
    grid: GridArgs,
    #[arg(long, value_name = "SORTIE.csv", help = tr!("study-help-trace"))]
    trace: Option<PathBuf>,
}

#[derive(Debug, Clone, Args)]
pub struct DifArgs {
    #[arg(value_name = "DONNÉES.csv", help = tr!("study-help-data"))]
    data: PathBuf,
    #[arg(long, value_name = "COLONNE", help = tr!("study-help-group"))]
    group: String,
    #[arg(long, value_name = "ITEM", help = tr!("study-help-item"))]
    item: Vec<String>,
}

#[derive(Debug, Clone, Args)]
pub struct QualityArgs {
    #[arg(value_name = "DONNÉES.csv", help = tr!("study-help-data"))]
    data: PathBuf,
    #[arg(long, value_name = "CLÉS.json", help = tr!("study-help-keys"))]
    keys: PathBuf,
    #[command(flatten)]
    range: AnswerRangeArg,
}

#[derive(Debug, Clone, Args)]
pub struct NormsArgs {
    #[arg(value_name = "DONNÉES.csv", help = tr!("study-help-data"))]
    data: PathBuf,
    #[arg(long, value_name = "COLONNE", required_unless_present = "keys", conflicts_with = "keys", help = tr!("study-help-column"))]
    column: Vec<String>,
    #[arg(long, value_name = "CLÉS.json", help = tr!("study-help-keys"))]
    keys: Option<PathBuf>,
    #[command(flatten)]
    range: AnswerRangeArg,
}

#[derive(Debug, Clone, Args)]
struct AnswerRangeArg {
    #[arg(
        long,
        num_args = 2,
        allow_negative_numbers = true,
        value_names = ["MIN", "MAX"],
        help = tr!("study-help-answer-range")
    )]
    range: Vec<f64>,
}

impl AnswerRangeArg {
    fn parsed(&self) -> Result<Option<AnswerRange>, StudyError> {
        match *self.range.as_slice() {
            [min, max] => AnswerRange::new(min, max).map(Some),
            _ => Ok(None),
        }
    }
}

/// A thousand times finer than any use, and small enough for the memory of a laptop.
const MAX_NODES: i64 = 60_001;

#[derive(Debug, Clone, Args)]
struct GridArgs {
    #[arg(
        long,
        value_name = "N",
        default_value_t = 61,
        value_parser = clap::value_parser!(u32).range(2..=MAX_NODES),
        help = tr!("study-help-nodes")
    )]
    nodes: u32,
    #[arg(
        long,
        num_args = 2,
        allow_negative_numbers = true,
        value_names = ["A", "B"],
        default_values_t = [-6.0, 6.0],
        help = tr!("study-help-grid-range")
    )]
    range: Vec<f64>,
}

impl GridArgs {
    fn parsed(&self) -> Grid {
        // Anything but two ends is refused with the grid's own message.
        let (from, to) = match *self.range.as_slice() {
            [from, to] => (from, to),
            _ => (f64::NAN, f64::NAN),
        };
        Grid { n_nodes: self.nodes as usize, from, to }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Missing {
    Listwise,
    Pairwise,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ThetaEstimator {
    Eap,
    Map,
    Ml,
    Wl,
}

/// Runs one study; its results, and nothing else, go to `out`.
pub fn run(command: &StudyCommand, out: &mut dyn Write) -> Result<(), CliError> {
    let outcome = match command {
        StudyCommand::Reliability(args) => reliability(args, out),
        StudyCommand::Theta(args) => theta(args, out),
        StudyCommand::Adaptive(args) => adaptive(args, out),
        StudyCommand::Dif(args) => dif(args, out),
        StudyCommand::Quality(args) => quality(args, out),
        StudyCommand::Norms(args) => norms(args, out),
    };
    match outcome.and_then(|()| Ok(out.flush()?)) {
        // Whoever read the output has seen enough (`| head`).
        Err(StudyFailure::Output(closed)) if closed.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(CliError::from),
    }
}

fn reliability(args: &ReliabilityArgs, out: &mut dyn Write) -> Result<(), StudyFailure> {
    let keys = read_keys(&args.keys)?;
    let table = read_answers(&args.data, AnswerColumns::Named(&item_names(&keys)), None)?;
    let missing = match args.missing {
        Missing::Listwise => MissingRule::Listwise,
        Missing::Pairwise => MissingRule::Pairwise,
    };
    let range = args.range.parsed()?;
    let scales = study::reliability(&table, &keys, range, missing)?;
    let scales: serde_json::Map<_, _> = scales.into_iter().map(as_json).collect();
    serde_json::to_writer_pretty(&mut *out, &serde_json::json!({ "scales": scales })).map_err(std::io::Error::from)?;
    Ok(writeln!(out)?)
}

fn as_json(scale: ScaleReliability) -> (String, serde_json::Value) {
    let values = serde_json::json!({
        "alpha": scale.alpha,
        "omega": scale.omega,
        "n_items": scale.n_items,
        "n_persons": scale.n_persons,
        "mean": scale.mean,
        "sd": scale.sd,
        "sem": scale.sem,
    });
    (scale.scale, values)
}

fn theta(args: &ThetaArgs, out: &mut dyn Write) -> Result<(), StudyFailure> {
    let bank = read_bank(&args.bank)?;
    let items: Vec<String> = bank.iter().map(|entry| entry.name.clone()).collect();
    let table = read_answers(&args.data, AnswerColumns::Named(&items), None)?;
    let estimator = match args.estimator {
        ThetaEstimator::Eap => Estimator::ExpectedAPosteriori,
        ThetaEstimator::Map => Estimator::MaximumAPosteriori,
        ThetaEstimator::Ml => Estimator::MaximumLikelihood,
        ThetaEstimator::Wl => Estimator::WeightedLikelihood,
    };
    let people = study::theta(&table, &bank, estimator, args.grid.parsed())?;
    Ok(tables::write_thetas(out, &people)?)
}

fn adaptive(args: &AdaptiveArgs, out: &mut dyn Write) -> Result<(), StudyFailure> {
    let bank = read_bank(&args.bank)?;
    let answers = read_answer_strings(&args.responses, bank.len())?;
    let options = AdaptiveOptions { standard_error: args.se, max_items: args.max as usize, grid: args.grid.parsed() };
    let traces = study::adaptive(&bank, &answers, options)?;
    let Some(path) = &args.trace else { return Ok(tables::write_traces(out, &traces)?) };
    let unwritable = |source| StudyFailure::TraceUnwritable { path: path.clone(), source };
    let mut file = BufWriter::new(File::create(path).map_err(unwritable)?);
    tables::write_traces(&mut file, &traces).and_then(|()| file.flush()).map_err(unwritable)?;
    Ok(())
}

fn dif(args: &DifArgs, out: &mut dyn Write) -> Result<(), StudyFailure> {
    let columns = if args.item.is_empty() { AnswerColumns::AllOthers } else { AnswerColumns::Named(&args.item) };
    let table = read_answers(&args.data, columns, Some(&args.group))?;
    let items = study::dif(&table)?;
    Ok(tables::write_dif(out, &items)?)
}

fn quality(args: &QualityArgs, out: &mut dyn Write) -> Result<(), StudyFailure> {
    let keys = read_keys(&args.keys)?;
    let table = read_answers(&args.data, AnswerColumns::Named(&item_names(&keys)), None)?;
    let range = args.range.parsed()?;
    let people = study::quality(&table, &keys, range)?;
    Ok(tables::write_quality(out, &people)?)
}

fn norms(args: &NormsArgs, out: &mut dyn Write) -> Result<(), StudyFailure> {
    let rows = match &args.keys {
        Some(path) => {
            let keys = read_keys(path)?;
            let names = item_names(&keys);
            let table = read_answers(&args.data, AnswerColumns::Named(&names), None)?;
            let range = args.range.parsed()?;
            study::scale_norms(&table, &keys, range)
        }
        None => {
            let columns = AnswerColumns::Named(&args.column);
            study::column_norms(&read_answers(&args.data, columns, None)?)
        }
    };
    Ok(tables::write_norms(out, &rows?)?)
}

fn item_names(keys: &[ScaleKey]) -> Vec<String> {
    keys.iter().flat_map(|key| key.items.iter().map(|item| item.name.clone())).collect()
}
