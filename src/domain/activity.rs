//! The catalogue of activities: what a counsellor can prescribe.

use std::collections::BTreeSet;
use std::fmt;

use super::assessment::AssessmentId;
use super::interview::Hindrance;
use super::workshop::Workshop;

/// The name of an activity in the catalogue: `grands-traits`, `atelier-disc`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActivityId(pub String);

impl fmt::Display for ActivityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One of the six fields of the territory's employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sector {
    Industry,
    Transport,
    PersonalServices,
    Building,
    Catering,
    Office,
}

impl Sector {
    pub const ALL: [Sector; 6] = [
        Sector::Industry,
        Sector::Transport,
        Sector::PersonalServices,
        Sector::Building,
        Sector::Catering,
        Sector::Office,
    ];
}

/// Something that can be prescribed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub id: ActivityId,
    pub title: String,
    /// The question it helps to answer, in words for the counsellor.
    pub answers: String,
    pub minutes: u32,
    pub purpose: Purpose,
    pub form: Form,
    pub suits: Suits,
}

/// What makes an activity worth proposing, beside its purpose.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Suits {
    /// What may stand in the way, and that it helps to look at.
    pub hindrances: BTreeSet<Hindrance>,
    /// Beginnings of words, plain, that name its sector.
    pub sector_words: Vec<String>,
    /// It tells whether the jobs of a sector attract the person.
    pub prepares_sector: bool,
}

/// What an activity is for in a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    Welcome,
    /// Knowing oneself: comes first when there is no project.
    Reflection,
    /// Basic and digital skills, reasoning.
    Skills,
    /// Comparing a project with the reality of jobs.
    Confirmation,
    /// One sector only: needs the person's agreement and a notice to the prescriber.
    SectorFocus(Sector),
}

/// How an activity takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A self-assessment at a kiosk, or remotely.
    Digital { assessment: AssessmentId },
    /// A collective workshop: prescribing it makes a demand.
    Collective(Workshop),
    /// With the counsellor or a facilitator, one person at a time.
    Individual(Takes),
}

/// What an individual activity takes, beside somebody's time.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Takes {
    pub room: Option<String>,
    /// One piece of it.
    pub equipment: Option<String>,
}

impl Activity {
    /// Returns the workshop of a collective activity.
    pub fn workshop(&self) -> Option<&Workshop> {
        match &self.form {
            Form::Collective(workshop) => Some(workshop),
            Form::Digital { .. } | Form::Individual(_) => None,
        }
    }
}
