//! The editions of each assessment: where they come from, where they stand, which one is proposed.
//!
//! A text that somebody began to answer never changes: another text needs another version.

use super::assessment::Status;

/// Where an edition stands in this house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditionState {
    /// Being tried: taken only where the assessment has no active edition.
    Pilot,
    /// May be proposed and prescribed.
    Active,
    /// Not proposed any more; its results stay readable.
    Retired,
}

/// Where an edition's text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Inside the program.
    Program,
    /// The folder of definitions beside the base.
    Folder,
    /// A member of the staff installed it; its text is in the base.
    Installed,
}

/// Why an edition does not change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LibraryRefusal {
    #[error("a draft cannot be proposed")]
    Draft,
    #[error("its author withdrew it")]
    Withdrawn,
    #[error("it stands there already")]
    SameState,
    #[error("a retirement has a reason")]
    NoReason,
    #[error("this text is there already, under the same version")]
    AlreadyThere,
    #[error("another text has the version {version}")]
    VersionReused { version: String },
    #[error("the assessment is not proposed any more")]
    NotProposed,
}

impl EditionState {
    /// Returns the state of an edition that nobody of the house decided about.
    pub fn at_first(origin: Origin, status: Status) -> Self {
        match (origin, status) {
            (_, Status::Retired) => EditionState::Retired,
            (Origin::Installed, _) | (_, Status::Draft) => EditionState::Pilot,
            (Origin::Program | Origin::Folder, Status::Pilot | Status::Valid) => EditionState::Active,
        }
    }

    /// Checks that an edition whose file says `status` may go from this state to another one.
    ///
    /// # Errors
    /// Refuses to propose a draft or what its author withdrew, and a change that changes nothing.
    pub fn may_become(self, wished: EditionState, status: Status) -> Result<(), LibraryRefusal> {
        if self == wished {
            return Err(LibraryRefusal::SameState);
        }
        match (wished, status) {
            (EditionState::Active, Status::Draft) => Err(LibraryRefusal::Draft),
            (EditionState::Active | EditionState::Pilot, Status::Retired) => Err(LibraryRefusal::Withdrawn),
            (EditionState::Active | EditionState::Pilot | EditionState::Retired, _) => Ok(()),
        }
    }
}

/// Returns the index of the edition that a person is given: the active one of the highest version, else the pilot of
/// the highest version, else none. Versions are three numbers.
pub fn proposed(editions: &[([u32; 3], EditionState)]) -> Option<usize> {
    let highest = |state: EditionState| {
        let those = editions.iter().enumerate().filter(|(_, (_, other))| *other == state);
        // The first of equals: a second text under a used version is never the one.
        those.rev().max_by_key(|(_, (version, _))| *version).map(|(index, _)| index)
    };
    highest(EditionState::Active).or_else(|| highest(EditionState::Pilot))
}

/// Returns the reason of a retirement as it is kept.
///
/// # Errors
/// Refuses an empty reason.
pub fn retirement_reason(typed: &str) -> Result<String, LibraryRefusal> {
    let reason = typed.trim();
    if reason.is_empty() { Err(LibraryRefusal::NoReason) } else { Ok(reason.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_active_edition_of_the_highest_version_is_proposed() {
        let editions = [
            ([1, 9, 0], EditionState::Active),
            ([1, 10, 0], EditionState::Active),
            ([2, 0, 0], EditionState::Pilot),
            ([3, 0, 0], EditionState::Retired),
        ];
        assert_eq!(proposed(&editions), Some(1));
    }

    #[test]
    fn a_pilot_is_taken_only_where_nothing_is_active() {
        assert_eq!(proposed(&[([1, 0, 0], EditionState::Retired), ([0, 1, 0], EditionState::Pilot)]), Some(1));
        assert_eq!(proposed(&[([1, 0, 0], EditionState::Retired)]), None);
        assert_eq!(proposed(&[]), None);
    }

    #[test]
    fn of_two_texts_under_one_version_the_first_is_proposed() {
        assert_eq!(proposed(&[([1, 0, 0], EditionState::Active), ([1, 0, 0], EditionState::Active)]), Some(0));
    }

    #[test]
    fn a_draft_is_a_pilot_and_is_never_activated() {
        for origin in [Origin::Program, Origin::Folder, Origin::Installed] {
            assert_eq!(EditionState::at_first(origin, Status::Draft), EditionState::Pilot);
        }
        let refused = EditionState::Pilot.may_become(EditionState::Active, Status::Draft);
        assert_eq!(refused, Err(LibraryRefusal::Draft));
        assert_eq!(EditionState::Pilot.may_become(EditionState::Retired, Status::Draft), Ok(()));
    }

    #[test]
    fn what_is_installed_begins_as_a_pilot_and_what_is_shipped_is_active() {
        assert_eq!(EditionState::at_first(Origin::Installed, Status::Valid), EditionState::Pilot);
        assert_eq!(EditionState::at_first(Origin::Program, Status::Pilot), EditionState::Active);
        assert_eq!(EditionState::at_first(Origin::Folder, Status::Valid), EditionState::Active);
        assert_eq!(EditionState::at_first(Origin::Program, Status::Retired), EditionState::Retired);
    }

    #[test]
    fn what_its_author_withdrew_does_not_come_back() {
        for wished in [EditionState::Active, EditionState::Pilot] {
            assert_eq!(EditionState::Retired.may_become(wished, Status::Retired), Err(LibraryRefusal::Withdrawn));
        }
        let twice = EditionState::Active.may_become(EditionState::Active, Status::Valid);
        assert_eq!(twice, Err(LibraryRefusal::SameState));
    }

    #[test]
    fn a_retirement_has_a_reason() {
        assert_eq!(retirement_reason("  "), Err(LibraryRefusal::NoReason));
        assert_eq!(retirement_reason(" Trop longue "), Ok("Trop longue".to_owned()));
    }
}
