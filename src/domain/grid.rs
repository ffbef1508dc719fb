//! A grid: what a member of the staff enters about a person, acts that were seen or measures that were taken.

use super::assessment::Assessment;

/// Why a grid is not filled in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GridRefusal {
    #[error("the person answers this assessment alone")]
    AnsweredByThePerson,
    #[error("it touches on health and the person has not agreed")]
    NoAgreement,
    #[error("it touches on health and who asks was not given the right")]
    NoHealthRight,
    #[error("a counsellor answers for measures that touch on health")]
    CounsellorKeepsHealth,
    #[error("the person was not at the session")]
    NotThere,
}

/// What stands between somebody of the staff and what touches on health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HealthLeave {
    /// The person agreed to it.
    pub agreed: bool,
    /// Who asks was given the right.
    pub right: bool,
}

/// Returns whether what is entered touches on health: it needs the person's agreement, only the counsellor and those who
/// were given the right enter and read it, and no prescriber receives it (GDPR, art. 9).
pub fn touches_on_health(assessment: &Assessment) -> bool {
    assessment.about.sensitive && !assessment.is_self_taken()
}

/// Checks that somebody of the staff may enter this about a person.
///
/// # Errors
/// Returns why not.
pub fn may_enter(assessment: &Assessment, health: HealthLeave) -> Result<(), GridRefusal> {
    if assessment.is_self_taken() {
        Err(GridRefusal::AnsweredByThePerson)
    } else if touches_on_health(assessment) && !health.right {
        Err(GridRefusal::NoHealthRight)
    } else if touches_on_health(assessment) && !health.agreed {
        Err(GridRefusal::NoAgreement)
    } else {
        Ok(())
    }
}
