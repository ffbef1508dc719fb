//! Why a definition file is refused, in words for its author.

use crate::domain::assessment::Defect;
use crate::domain::definition_check::{Expected, Problem, Reason, Severity};
use crate::tr;

/// Returns a problem on one line: file, line, key, reason.
pub fn problem_line(problem: &Problem) -> String {
    let reason = problem_reason(&problem.reason);
    let reason = match problem.severity {
        Severity::Error => reason,
        Severity::Warning => tr!("check-warning", reason = reason),
    };
    // The path is written as it is on disk: typography would change its characters.
    let place = match problem.line {
        0 => problem.file.display().to_string(),
        line => format!("{}:{line}", problem.file.display()),
    };
    match problem.key.as_str() {
        "" => format!("{place} – {reason}"),
        key => format!("{place} {key} – {reason}"),
    }
}

/// Returns the French sentence of a reason, without capital or full stop: it follows the file, line and key.
pub fn problem_reason(reason: &Reason) -> String {
    match reason {
        Reason::NoSuchPath => tr!("problem-no-such-path"),
        Reason::Unreadable => tr!("problem-unreadable"),
        Reason::TooLarge { bytes, limit } => {
            tr!("problem-too-large", bytes = bytes.to_string(), limit = limit.to_string())
        }
        Reason::NotUtf8 => tr!("problem-not-utf8"),
        Reason::Syntax => tr!("problem-syntax"),
        Reason::DuplicateKey => tr!("problem-duplicate-key"),
        Reason::TooDeep => tr!("problem-too-deep"),
        Reason::NoDefinition => tr!("problem-no-definition"),
        Reason::SeveralDefinitions { n } => tr!("problem-several-definitions", n = *n),
        Reason::NotAWorkbook => tr!("problem-not-a-workbook"),
        Reason::MissingSheet { name } => tr!("problem-missing-sheet", name = name.as_str()),
        Reason::UnknownColumn { name } => tr!("problem-unknown-column", name = name.as_str()),
        Reason::UnknownLine { name } => tr!("problem-unknown-line", name = name.as_str()),
        Reason::CellNoNumber { found } => tr!("problem-cell-no-number", found = found.as_str()),
        Reason::CellNoYesNo { found } => tr!("problem-cell-no-yes-no", found = found.as_str()),
        Reason::NeedsFile { found } => tr!("problem-needs-file", found = found.as_str()),
        Reason::UnknownFormat { found } => tr!("problem-unknown-format", found = found.as_str()),
        Reason::MissingKey => tr!("problem-missing-key"),
        Reason::UnknownKey => tr!("problem-unknown-key"),
        Reason::WrongType { expected } => tr!("problem-wrong-type", expected = expectation(*expected)),
        Reason::EmptyText => tr!("problem-empty-text"),
        Reason::NotFinite => tr!("problem-not-finite"),
        Reason::OutOfRange { min, max } if *max >= f64::from(u32::MAX) => {
            tr!("problem-at-least", min = plain(*min))
        }
        Reason::OutOfRange { min, max } => tr!("problem-out-of-range", min = plain(*min), max = plain(*max)),
        Reason::NotAllowed { found, allowed } => {
            tr!("problem-not-allowed", found = found.as_str(), allowed = allowed.as_str())
        }
        Reason::BadIdentifier { found } => tr!("problem-bad-identifier", found = found.as_str()),
        Reason::BadVersion { found } => tr!("problem-bad-version", found = found.as_str()),
        Reason::NotSupported => tr!("problem-not-supported"),
        Reason::MisplacedKey => tr!("problem-misplaced-key"),
        Reason::NoEffect => tr!("problem-no-effect"),
        Reason::UnknownAnswerScale { name } => tr!("problem-unknown-answer-scale", name = name.as_str()),
        Reason::RightAnswerCount { n } => tr!("problem-right-answer-count", n = *n),
        Reason::CorrectOutOfBounds { min, max } => {
            tr!("problem-correct-out-of-bounds", min = plain(*min), max = plain(*max))
        }
        Reason::ReversedUnbounded { item } => tr!("problem-reversed-unbounded", item = item.as_str()),
        Reason::UnknownScale { name } => tr!("problem-unknown-scale", name = name.as_str()),
        Reason::UnknownSection { name } => tr!("problem-unknown-section", name = name.as_str()),
        Reason::DuplicateSection { name } => tr!("problem-duplicate-section", name = name.as_str()),
        Reason::UnknownItem { name } => tr!("problem-unknown-item", name = name.as_str()),
        Reason::UnknownView { name } => tr!("problem-unknown-view", name = name.as_str()),
        Reason::TooManyElements { n, limit } => tr!("problem-too-many-elements", n = *n, limit = *limit),
        Reason::BadCondition { found } => tr!("problem-bad-condition", found = found.as_str()),
        Reason::DocumentAndImage => tr!("problem-document-and-image"),
        Reason::BadRome { found } => tr!("problem-bad-rome", found = found.as_str()),
        Reason::GeneratorNotUsed => tr!("problem-generator-not-used"),
        Reason::GeneratedOptions => tr!("problem-generated-options"),
        Reason::GeneratorType => tr!("problem-generator-type"),
        Reason::NearestRadical { found, used } => {
            tr!("problem-nearest-radical", found = found.to_string(), used = used.to_string())
        }
        Reason::UnknownRule { found } => tr!("problem-unknown-rule", found = found.as_str()),
        Reason::RulesContradict => tr!("problem-rules-contradict"),
        Reason::MatrixOptions { n } => tr!("problem-matrix-options", n = *n),
        Reason::ImpossibleRecipe => tr!("problem-impossible-recipe"),
        Reason::BadPrior => tr!("problem-bad-prior"),
        Reason::BadGrid => tr!("problem-bad-grid"),
        Reason::SharesTotal { total } => tr!("problem-shares-total", total = plain(*total)),
        Reason::StopOrder { min, max } => tr!("problem-stop-order", min = min.to_string(), max = max.to_string()),
        Reason::AreaTooSmall { area, n, needed, .. } => {
            tr!("problem-area-too-small", area = area.as_str(), n = *n, needed = *needed)
        }
        Reason::ImageWithoutAlt => tr!("problem-image-without-alt"),
        Reason::PathOutside => tr!("problem-path-outside"),
        Reason::MissingFile { path, .. } => tr!("problem-missing-file", path = path.as_str()),
        Reason::NoPermission => tr!("problem-no-permission"),
        Reason::NormTableRow => tr!("problem-norm-table-row"),
        Reason::NormTableOrder => tr!("problem-norm-table-order"),
        Reason::NormWithoutDeviation => tr!("problem-norm-without-deviation"),
        Reason::NormProvisional { n, needed } => tr!("problem-norm-provisional", n = *n, needed = *needed),
        Reason::MixedMetrics => tr!("problem-mixed-metrics"),
        Reason::MetricOfMethod => tr!("problem-metric-of-method"),
        Reason::NormTooSmall { n, needed } => tr!("problem-norm-too-small", n = *n, needed = *needed),
        Reason::EmptyBand => tr!("problem-empty-band"),
        Reason::Defect(defect) => defect_reason(defect),
        Reason::TitleTooLong { n, limit } => tr!("problem-title-too-long", n = *n, limit = *limit),
        Reason::BrandWord { word } => tr!("problem-brand-word", word = word.as_str()),
        Reason::FolderName { folder } => tr!("problem-folder-name", folder = folder.as_str()),
        Reason::VersionReused { version } => tr!("problem-version-reused", version = version.as_str()),
        Reason::LongSentence { words, limit } => tr!("problem-long-sentence", words = *words, limit = *limit),
        Reason::LongStatement { n, limit } => tr!("problem-long-statement", n = *n, limit = *limit),
        Reason::LongOption { n, limit } => tr!("problem-long-option", n = *n, limit = *limit),
        Reason::LongDocument { n, limit } => tr!("problem-long-document", n = *n, limit = *limit),
        Reason::DoesNotFit => tr!("problem-does-not-fit"),
        Reason::Negation => tr!("problem-negation"),
        Reason::DoubleQuestion => tr!("problem-double-question"),
        Reason::Acronym { word } => tr!("problem-acronym", word = word.as_str()),
    }
}

fn defect_reason(defect: &Defect) -> String {
    match defect {
        Defect::NoItem => tr!("problem-no-item"),
        Defect::DuplicateItem { item } => tr!("problem-duplicate-item", item = item.as_str()),
        Defect::PointCount { item, n } => tr!("problem-point-count", item = item.as_str(), n = *n),
        Defect::DuplicatePoint { item, value } => {
            tr!("problem-duplicate-point", item = item.as_str(), value = plain(*value))
        }
        Defect::OptionCount { item, n, most } => {
            tr!("problem-option-count", item = item.as_str(), n = *n, most = *most)
        }
        Defect::DuplicateOption { item, option } => {
            tr!("problem-duplicate-option", item = item.as_str(), option = option.as_str())
        }
        Defect::CorrectIsNoOption { item, option } => {
            tr!("problem-correct-is-no-option", item = item.as_str(), option = option.as_str())
        }
        Defect::CorrectIsNoOrder { item } => tr!("problem-correct-is-no-order", item = item.as_str()),
        Defect::NoDimension { item, option } => {
            tr!("problem-no-dimension", item = item.as_str(), option = option.as_str())
        }
        Defect::DuplicateDimension { item, dimension } => {
            tr!("problem-duplicate-dimension", item = item.as_str(), dimension = dimension.as_str())
        }
        Defect::UnbalancedDimension { dimension, n, usual } => {
            tr!("problem-unbalanced-dimension", dimension = dimension.as_str(), n = *n, usual = *usual)
        }
        Defect::IncompletePoints { item } => tr!("problem-incomplete-points", item = item.as_str()),
        Defect::DuplicateElement { item, name } => {
            tr!("problem-duplicate-element", item = item.as_str(), name = name.as_str())
        }
        Defect::UnknownElement { item, name } => {
            tr!("problem-unknown-element", item = item.as_str(), name = name.as_str())
        }
        Defect::GoalAtStart { item } => tr!("problem-goal-at-start", item = item.as_str()),
        Defect::SectionOrder { item } => tr!("problem-section-order", item = item.as_str()),
        Defect::LateCondition { item, named } => {
            tr!("problem-late-condition", item = item.as_str(), named = named.as_str())
        }
        Defect::TrainingKeyed { scale, item } => {
            tr!("problem-training-keyed", scale = scale.as_str(), item = item.as_str())
        }
        Defect::DifferenceMismatch { scale } => tr!("problem-difference-mismatch", scale = scale.as_str()),
        Defect::BandsWithoutScore { scale } => tr!("problem-bands-without-score", scale = scale.as_str()),
        Defect::MetricWithoutNorm { scale } => tr!("problem-metric-without-norm", scale = scale.as_str()),
        Defect::NoModel { item } => tr!("problem-no-model", item = item.as_str()),
        Defect::UnknownArea { item, area } => {
            tr!("problem-unknown-area", item = item.as_str(), area = area.as_str())
        }
        Defect::AdaptiveStop { min, max } => tr!("problem-stop-order", min = min.to_string(), max = max.to_string()),
        Defect::Model(_) => tr!("problem-model"),
        Defect::EmptyBounds { item } => tr!("problem-empty-bounds", item = item.as_str()),
        Defect::DuplicateScale { scale } => tr!("problem-duplicate-scale", scale = scale.as_str()),
        Defect::NoKey { scale } => tr!("problem-no-key", scale = scale.as_str()),
        Defect::UnknownKey { scale, item } => {
            tr!("problem-unknown-item-key", scale = scale.as_str(), item = item.as_str())
        }
        Defect::DuplicateKey { scale, item } => {
            tr!("problem-duplicate-item-key", scale = scale.as_str(), item = item.as_str())
        }
        Defect::MethodMismatch { scale, item } => {
            tr!("problem-method-mismatch", scale = scale.as_str(), item = item.as_str())
        }
        Defect::MinimumAnswered { share, .. } => tr!("problem-minimum-answered", share = plain(*share)),
        Defect::BoundsMismatch { scale, min, max } => {
            tr!("problem-bounds-mismatch", scale = scale.as_str(), min = plain(*min), max = plain(*max))
        }
        Defect::BandGap { scale, at } => tr!("problem-band-gap", scale = scale.as_str(), at = plain(*at)),
        Defect::BandCover { scale } => tr!("problem-band-cover", scale = scale.as_str()),
        Defect::UnknownPair { item, .. } => tr!("problem-unknown-pair", item = item.as_str()),
    }
}

fn expectation(expected: Expected) -> String {
    match expected {
        Expected::Text => tr!("problem-expected-text"),
        Expected::Number => tr!("problem-expected-number"),
        Expected::WholeNumber => tr!("problem-expected-whole-number"),
        Expected::YesNo => tr!("problem-expected-yes-no"),
        Expected::List => tr!("problem-expected-list"),
        Expected::Table => tr!("problem-expected-table"),
        Expected::TableList => tr!("problem-expected-table-list"),
    }
}

/// Returns the number with as many decimals as it has, and a comma.
fn plain(value: f64) -> String {
    value.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_between_bands_is_said_with_its_place() {
        let defect = Defect::BandGap { scale: "extraversion".to_owned(), at: 2.6 };
        assert_eq!(
            problem_reason(&Reason::Defect(defect)),
            "les bandes de l’échelle «\u{A0}extraversion\u{A0}» laissent un trou ou se recouvrent à 2,6"
        );
    }

    #[test]
    fn one_option_is_singular() {
        let defect = Defect::OptionCount { item: "LI1".to_owned(), n: 1, most: 9 };
        assert_eq!(problem_reason(&Reason::Defect(defect)), "l’item LI1 a 1 option\u{202F}; il en faut de 2 à 9");
    }
}
