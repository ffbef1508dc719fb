//! How far two observers of the same session agree, attitude by attitude and measure by measure.
//!
//! Nothing is said before both have finished everybody.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::names::Names;
use crate::domain::assessment::{Assessment, Item, ItemKind};
use crate::domain::id::{ParticipantId, StaffId};
use crate::domain::response::Answer;
use crate::domain::scoring::agreement::{
    ENOUGH_FOR_ICC, Strength, agreement, enough_for_kappa, icc, strength_of_icc, strength_of_kappa,
};
use crate::domain::sitting::Sitting;
use crate::i18n::typeset;
use crate::store::SittingRow;

/// How far two observers agree about a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupAgreement {
    pub observers: (String, String),
    /// People of whom both finished the grid.
    pub n_people: usize,
    pub attitudes: Vec<AttitudeAgreement>,
    pub measures: Vec<MeasureAgreement>,
}

/// Over the acts of one attitude.
#[derive(Clone, Debug, PartialEq)]
pub struct AttitudeAgreement {
    pub title: String,
    pub n_people: usize,
    /// Acts that both rated, of everybody.
    pub n_acts: usize,
    pub n_same: usize,
    /// Rated alike, or one point apart.
    pub n_near: usize,
    /// Weighted kappa with what it says; `None` where the ratings do not vary.
    pub kappa: Option<(f64, Strength)>,
    /// How many people it takes to conclude.
    pub enough: usize,
}

/// Over one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureAgreement {
    pub title: String,
    pub unit: String,
    pub n_people: usize,
    /// The widest gap between two measures of one person.
    pub widest: f64,
    /// Intraclass correlation with what it says; `None` where it is not defined.
    pub icc: Option<(f64, Strength)>,
    /// How many people it takes to conclude.
    pub enough: usize,
}

impl AttitudeAgreement {
    pub fn is_too_few(&self) -> bool {
        self.n_people < self.enough
    }
}

impl MeasureAgreement {
    pub fn is_too_few(&self) -> bool {
        self.n_people < self.enough
    }
}

/// What two observers entered of the same people.
type Pair<'a> = Vec<(ParticipantId, &'a Sitting, &'a Sitting)>;

/// Returns the pairs of observers who have both finished all that they began. Who fills in the grid and has not finished sees
/// none.
pub(super) fn group_agreements(
    assessment: &Assessment,
    entered: &[(StaffId, &SittingRow, &Sitting)],
    who_asks: StaffId,
    names: &Names,
) -> Vec<GroupAgreement> {
    let mut observers: BTreeMap<StaffId, Vec<(ParticipantId, &Sitting)>> = BTreeMap::new();
    for (by, row, sitting) in entered {
        observers.entry(*by).or_default().push((row.participant, sitting));
    }
    let has_finished = |grids: &[(ParticipantId, &Sitting)]| grids.iter().all(|(_, sitting)| sitting.is_finished());
    if observers.get(&who_asks).is_some_and(|grids| !has_finished(grids)) {
        return Vec::new();
    }
    observers.retain(|_, grids| has_finished(grids));
    let observers: Vec<(StaffId, Vec<(ParticipantId, &Sitting)>)> = observers.into_iter().collect();
    let pairs = observers
        .iter()
        .enumerate()
        .flat_map(|(index, first)| observers.iter().skip(index + 1).map(move |second| (first, second)));
    let mut found = Vec::new();
    for ((one, first), (other, second)) in pairs {
        let both: Pair<'_> = first
            .iter()
            .filter_map(|(person, left)| {
                let (_, right) = second.iter().find(|(id, _)| id == person)?;
                Some((*person, *left, *right))
            })
            .collect();
        if !both.is_empty() {
            found.push(GroupAgreement {
                observers: (names.staff(*one), names.staff(*other)),
                n_people: both.len(),
                attitudes: attitudes(assessment, &both),
                measures: assessment.items().iter().filter_map(|item| measure(item, &both)).collect(),
            });
        }
    }
    found
}

fn attitudes(assessment: &Assessment, both: &Pair<'_>) -> Vec<AttitudeAgreement> {
    let sections: BTreeSet<Option<usize>> = assessment.items().iter().map(|item| item.section).collect();
    sections.into_iter().filter_map(|section| attitude(assessment, section, both)).collect()
}

fn attitude(assessment: &Assessment, section: Option<usize>, both: &Pair<'_>) -> Option<AttitudeAgreement> {
    let mut ratings = Vec::new();
    let mut people = BTreeSet::new();
    let mut categories = 0;
    for item in assessment.items().iter().filter(|item| item.section == section) {
        let ItemKind::Likert { points, by_observer: true } = &item.kind else { continue };
        categories = categories.max(points.len());
        let place = |sitting: &Sitting| match sitting.given(&item.id)?.answer()? {
            Answer::Point(value) => points.iter().position(|point| point.value == *value),
            _ => None,
        };
        for (person, first, second) in both {
            if let (Some(left), Some(right)) = (place(first), place(second)) {
                ratings.push((left, right));
                people.insert(*person);
            }
        }
    }
    let found = agreement(&ratings, categories).ok()?;
    let title = section.and_then(|index| assessment.sections().get(index)).map(|section| section.title.as_str());
    Some(AttitudeAgreement {
        title: typeset(title.unwrap_or(assessment.about.title.as_str())),
        n_people: people.len(),
        n_acts: found.n_acts,
        n_same: found.n_same,
        n_near: found.n_near,
        kappa: found.kappa.map(|kappa| (kappa, strength_of_kappa(kappa))),
        enough: enough_for_kappa(categories),
    })
}

fn measure(item: &Item, both: &Pair<'_>) -> Option<MeasureAgreement> {
    let (ItemKind::Measure { unit, .. } | ItemKind::Number { unit, .. }) = &item.kind else { return None };
    let number = |sitting: &Sitting| match sitting.given(&item.id)?.answer()? {
        Answer::Number(value) => Some(*value),
        _ => None,
    };
    let values: Vec<[f64; 2]> =
        both.iter().filter_map(|(_, first, second)| Some([number(first)?, number(second)?])).collect();
    if values.is_empty() {
        return None;
    }
    Some(MeasureAgreement {
        title: typeset(&item.statement),
        unit: unit.clone(),
        n_people: values.len(),
        widest: values.iter().map(|[left, right]| (left - right).abs()).fold(0.0, f64::max),
        icc: icc(&values).ok().map(|icc| (icc, strength_of_icc(icc))),
        enough: ENOUGH_FOR_ICC,
    })
}
