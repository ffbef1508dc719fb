//! The commands and their options.

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand};

use super::assessment::AssessmentCommand;
use super::items::ItemsArgs;
use super::plan::PlanArgs;
use super::score::ScoreArgs;
use super::simulate::SimulateArgs;
use super::study::StudyCommand;

/// La Boussole de l'orientation : évaluations, feuilles de route, ateliers et synthèses.
#[derive(Debug, Parser)]
#[command(
    name = "boussole",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Args {
    /// Base à utiliser ; sans cette option, celle du dossier de données de l'ordinateur.
    #[arg(long, global = true, display_order = 900, value_name = "FICHIER")]
    pub base: Option<PathBuf>,
    /// Affiche cette aide.
    #[arg(short = 'h', long, global = true, display_order = 901, action = ArgAction::Help)]
    help: Option<bool>,
    /// Affiche la version.
    #[arg(short = 'V', long, display_order = 902, action = ArgAction::Version)]
    version: Option<bool>,
    /// Sans commande, le bureau du référent s'ouvre.
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Ouvre la borne, en plein écran.
    Kiosk {
        /// Nom du poste, tel que le bureau le montre.
        #[arg(long, value_name = "NOM", default_value = "Poste 1")]
        station: String,
    },
    /// Vérifie des fichiers d'évaluation.
    Check {
        /// Fichiers, classeurs, ou dossiers dont chaque *.toml est une évaluation.
        #[arg(required_unless_present = "schema", value_name = "CHEMIN")]
        paths: Vec<PathBuf>,
        /// Écrit le schéma JSON du format, pour un éditeur de texte.
        #[arg(long)]
        schema: bool,
    },
    /// La bibliothèque des évaluations : liste, installation, activation, retrait.
    #[command(subcommand)]
    Assessment(AssessmentCommand),
    /// Écrit le modèle de classeur d'une évaluation, à remplir dans un tableur.
    Template {
        /// Classeur à créer.
        #[arg(value_name = "FICHIER.xlsx")]
        out: PathBuf,
    },
    /// Ouvre la borne sur une évaluation pour l'essayer ; rien n'est gardé.
    Preview {
        /// Dossier d'une évaluation, evaluation.toml ou classeur.
        #[arg(value_name = "CHEMIN")]
        path: PathBuf,
    },
    /// Joue une quinzaine fictive à la Boussole, sur une base neuve, puis ouvre le bureau.
    Demo {
        /// Dossier à créer : base, synthèses, convocations, émargements, agenda, résumé.
        #[arg(long, value_name = "DOSSIER")]
        dir: PathBuf,
        /// Même graine, même quinzaine.
        #[arg(long, default_value_t = 1, value_name = "N")]
        seed: u64,
        /// N'ouvre pas le bureau à la fin.
        #[arg(long)]
        headless: bool,
    },
    /// Montre les items d'une évaluation, en CSV, ou en PDF à imprimer.
    Items(ItemsArgs),
    /// Calcule les résultats d'un fichier de réponses, en CSV.
    Score(ScoreArgs),
    /// Propose le meilleur planning d'une instance : séances à ouvrir, places, raisons.
    Plan(PlanArgs),
    /// Études psychométriques : fidélité, thêta, tests adaptatifs, équité, qualité, étalonnage.
    #[command(subcommand)]
    Study(StudyCommand),
    /// Fait répondre des robots et les arrête net : aucune réponse donnée ne doit manquer.
    Simulate(SimulateArgs),
    /// Montre chaque élément de l'écran dans chaque état.
    Gallery,
}
