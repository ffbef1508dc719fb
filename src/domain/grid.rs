//! A grid: what a member of the staff enters about a person, acts that were seen or measures that were taken.

use super::assessment::Assessment;

/// Why a grid is not filled in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GridRefusal {
    #[error("the person answers this assessment alone")]
    AnsweredByThePerson,
    #[error("it touches on health and the person has not agreed")]
    NoAgreement,
}

/// Returns whether what is entered touches on health: it needs the person's agreement, only the counsellor reads it and
/// no prescriber receives it (GDPR, art. 9).
pub fn touches_on_health(assessment: &Assessment) -> bool {
    assessment.about.sensitive && !assessment.is_self_taken()
}

/// Checks that somebody of the staff may enter this about a person who agreed, or not, to health data.
///
/// # Errors
/// Returns why not.
pub fn may_enter(assessment: &Assessment, agreed_to_health: bool) -> Result<(), GridRefusal> {
    if assessment.is_self_taken() {
        Err(GridRefusal::AnsweredByThePerson)
    } else if touches_on_health(assessment) && !agreed_to_health {
        Err(GridRefusal::NoAgreement)
    } else {
        Ok(())
    }
}
