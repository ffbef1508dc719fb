//! What is wrong with a definition file: where, which key, why. The French words are made in `i18n`.

use std::path::{Path, PathBuf};

use super::assessment::Defect;

/// One thing to correct in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub file: PathBuf,
    /// Counted from 1: the line of the value, else of its table; 0 when the file as a whole is meant.
    pub line: usize,
    /// Where in the file, in its own words: `items.E1.enonce`; empty when no key is meant.
    pub key: String,
    pub reason: Reason,
    pub severity: Severity,
}

impl Problem {
    /// Makes a problem whose severity is that of its reason.
    pub fn new(file: &Path, line: usize, key: impl Into<String>, reason: Reason) -> Self {
        let severity = reason.severity();
        Self { file: file.to_owned(), line, key: key.into(), reason, severity }
    }
}

/// Whether a definition can be taken in spite of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// To be read by the author; the assessment can be taken.
    Warning,
    /// The definition is not loaded.
    Error,
}

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Number,
    WholeNumber,
    YesNo,
    List,
    Table,
    TableList,
}

/// Why a definition file is refused, or could be better.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Reason {
    #[error("there is nothing at this path")]
    NoSuchPath,
    #[error("the file or folder cannot be read")]
    Unreadable,
    #[error("the file has {bytes} bytes, {limit} are possible")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("the text is not UTF-8")]
    NotUtf8,
    #[error("this is not TOML")]
    Syntax,
    #[error("the key is there twice")]
    DuplicateKey,
    #[error("tables or lists are nested too deeply")]
    TooDeep,
    #[error("the folder holds no definition")]
    NoDefinition,
    #[error("the folder holds {n} definitions")]
    SeveralDefinitions { n: usize },
    #[error("{found:?} is not the format that is read")]
    UnknownFormat { found: String },

    #[error("the key is missing")]
    MissingKey,
    #[error("the key is not known")]
    UnknownKey,
    #[error("the value is no {expected:?}")]
    WrongType { expected: Expected },
    #[error("the text is empty")]
    EmptyText,
    #[error("the number is infinite or not a number")]
    NotFinite,
    #[error("the number is not in {min} ..= {max}")]
    OutOfRange { min: f64, max: f64 },
    #[error("{found:?} is none of {allowed}")]
    NotAllowed { found: String, allowed: String },
    #[error("{found:?} is no identifier")]
    BadIdentifier { found: String },
    #[error("{found:?} is no version")]
    BadVersion { found: String },

    #[error("the part of the format is not supported")]
    NotSupported,
    #[error("the key belongs to another sort of part")]
    MisplacedKey,
    #[error("the key is accepted and has no effect")]
    NoEffect,

    #[error("no answer scale is called {name}")]
    UnknownAnswerScale { name: String },
    #[error("{n} right answers, exactly one is possible")]
    RightAnswerCount { n: usize },
    #[error("the right answer cannot be typed between {min} and {max}")]
    CorrectOutOfBounds { min: f64, max: f64 },
    #[error("{item} has no bounded answer scale and cannot be reversed")]
    ReversedUnbounded { item: String },
    #[error("no scale is called {name}")]
    UnknownScale { name: String },
    #[error("no section is called {name}")]
    UnknownSection { name: String },
    #[error("the section {name} is there twice")]
    DuplicateSection { name: String },
    #[error("no item is called {name}")]
    UnknownItem { name: String },
    #[error("no view is called {name}")]
    UnknownView { name: String },
    #[error("a view has {n} elements, {limit} are possible")]
    TooManyElements { n: usize, limit: usize },
    #[error("{found:?} is no condition")]
    BadCondition { found: String },
    #[error("an item has a document and an image")]
    DocumentAndImage,
    #[error("{found:?} is no ROME code")]
    BadRome { found: String },

    #[error("the generator is not used: words and answer are written")]
    GeneratorNotUsed,
    #[error("the generator makes its options and their right one")]
    GeneratedOptions,
    #[error("the item's type is not that of its generator")]
    GeneratorType,
    #[error("the generator has no {found}: {used} is used")]
    NearestRadical { found: u32, used: u32 },
    #[error("{found:?} is no rule of a matrix")]
    UnknownRule { found: String },
    #[error("the rules contradict each other, or do not suit the side")]
    RulesContradict,
    #[error("a matrix has 4 or 8 options, not {n}")]
    MatrixOptions { n: u32 },
    #[error("the recipe makes no item")]
    ImpossibleRecipe,

    #[error("a prior is a mean and a positive deviation")]
    BadPrior,
    #[error("a grid is two bounds and a number of nodes")]
    BadGrid,
    #[error("the shares make {total}")]
    SharesTotal { total: f64 },
    #[error("the test ends after {max} items, {min} are the fewest")]
    StopOrder { min: u32, max: u32 },
    #[error("the area {area} has {n} items, {needed} are needed")]
    AreaTooSmall { area: String, n: usize, needed: usize, published: bool },

    #[error("the image has no alternative text")]
    ImageWithoutAlt,
    #[error("the path leaves the folder")]
    PathOutside,
    #[error("the folder has no file {path}")]
    MissingFile { path: String, published: bool },
    #[error("the folder holds no permission")]
    NoPermission,

    #[error("a line of a norm table is a raw score and a rank from 0 to 100")]
    NormTableRow,
    #[error("the lines of a norm table rise")]
    NormTableOrder,
    #[error("the norm has no deviation")]
    NormWithoutDeviation,
    #[error("the norm has {n} people: it is provisional below {needed}")]
    NormProvisional { n: u32, needed: u32 },
    #[error("the norm has {n} people, {needed} are needed")]
    NormTooSmall { n: u32, needed: u32 },
    #[error("the bands of a scale have one metric")]
    MixedMetrics,
    #[error("\"theta\" is the metric of the method \"irt\" and of no other")]
    MetricOfMethod,
    #[error("the smallest value is not below the largest")]
    EmptyBand,
    #[error("{0}")]
    Defect(Defect),

    #[error("the title has {n} characters, {limit} are possible")]
    TitleTooLong { n: usize, limit: usize },
    #[error("{word} is somebody's brand")]
    BrandWord { word: String },
    #[error("the folder is called {folder}")]
    FolderName { folder: String },
    #[error("another text has the version {version} already")]
    VersionReused { version: String },

    #[error("this is no workbook that can be read")]
    NotAWorkbook,
    #[error("the workbook has no sheet {name}")]
    MissingSheet { name: String },
    #[error("the template has no column {name}")]
    UnknownColumn { name: String },
    #[error("the template has no line {name}")]
    UnknownLine { name: String },
    #[error("{found:?} is no number")]
    CellNoNumber { found: String },
    #[error("{found:?} is neither yes nor no")]
    CellNoYesNo { found: String },
    #[error("{found:?} is written in a file, not in a sheet")]
    NeedsFile { found: String },

    #[error("the sentence has {words} words, {limit} are easy to read")]
    LongSentence { words: usize, limit: usize },
    #[error("the statement has {n} characters, {limit} are easy to read")]
    LongStatement { n: usize, limit: usize },
    #[error("the option has {n} characters, {limit} are easy to read")]
    LongOption { n: usize, limit: usize },
    #[error("the document has {n} lines, {limit} are easy to read")]
    LongDocument { n: usize, limit: usize },
    #[error("the text is too long for the screen")]
    DoesNotFit,
    #[error("the statement is a negation")]
    Negation,
    #[error("the statement asks two questions")]
    DoubleQuestion,
    #[error("{word} is an acronym")]
    Acronym { word: String },
}

impl Reason {
    /// Returns whether the definition can be used in spite of it.
    pub fn severity(&self) -> Severity {
        match self {
            Reason::AreaTooSmall { published, .. } | Reason::MissingFile { published, .. } => {
                if *published {
                    Severity::Error
                } else {
                    Severity::Warning
                }
            }
            Reason::NoEffect
            | Reason::GeneratorNotUsed
            | Reason::GeneratedOptions
            | Reason::NearestRadical { .. }
            | Reason::NormProvisional { .. }
            | Reason::LongOption { .. }
            | Reason::LongDocument { .. }
            | Reason::FolderName { .. }
            | Reason::LongSentence { .. }
            | Reason::LongStatement { .. }
            | Reason::Negation
            | Reason::DoubleQuestion
            | Reason::Acronym { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
