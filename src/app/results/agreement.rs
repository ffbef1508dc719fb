//! Two observers of the same moment: how far their grids agree, act by act.

use super::Taken;
use crate::app::names::Names;
use crate::domain::assessment::{Item, ItemKind};
use crate::domain::id::StaffId;
use crate::domain::response::Answer;
use crate::domain::scoring::agreement::agreement;
use crate::domain::sitting::Origin;
use crate::domain::stamp::Instant;
use crate::i18n::typeset;

/// How far two observers agree.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementView {
    pub title: String,
    pub observers: (String, String),
    /// When the second grid was finished.
    pub at: Instant,
    /// Acts that both rated.
    pub n_acts: usize,
    pub n_same: usize,
    /// Rated alike, or one point apart.
    pub n_near: usize,
    /// Weighted kappa; `None` where the ratings do not vary.
    pub kappa: Option<f64>,
}

/// Returns the pairs of observers who filled in the same grid, in the same workshop, on the same day.
pub(super) fn agreements(taken: &[Taken], names: &Names) -> Vec<AgreementView> {
    let pairs = taken
        .iter()
        .enumerate()
        .flat_map(|(index, first)| taken.iter().skip(index + 1).map(move |second| (first, second)));
    pairs.filter_map(|(first, second)| view(first, second, names)).collect()
}

fn view(first: &Taken, second: &Taken, names: &Names) -> Option<AgreementView> {
    let (one, other) = observers_of_the_same(first, second)?;
    let ratings: Vec<(usize, usize, usize)> =
        first.assessment.items().iter().filter_map(|item| rated_by_both(item, first, second)).collect();
    let (.., categories) = *ratings.first()?;
    let pairs: Vec<(usize, usize)> =
        ratings.iter().filter(|(.., points)| *points == categories).map(|(left, right, _)| (*left, *right)).collect();
    let found = agreement(&pairs, categories).ok()?;
    Some(AgreementView {
        title: typeset(&first.assessment.about.title),
        observers: (names.staff(one), names.staff(other)),
        at: second.finished,
        n_acts: found.n_acts,
        n_same: found.n_same,
        n_near: found.n_near,
        kappa: found.kappa,
    })
}

fn observers_of_the_same(first: &Taken, second: &Taken) -> Option<(StaffId, StaffId)> {
    match (&first.row.origin, &second.row.origin) {
        (
            Origin::Observed { by: one, workshop: here, session: at },
            Origin::Observed { by: other, workshop: there, session: beside },
        ) if one != other
            && here == there
            && at == beside
            && first.row.record.edition == second.row.record.edition
            && (at.is_some() || first.finished.day() == second.finished.day()) =>
        {
            Some((*one, *other))
        }
        _ => None,
    }
}

/// Returns the places of the points that both gave to an act, and how many points there are.
fn rated_by_both(item: &Item, first: &Taken, second: &Taken) -> Option<(usize, usize, usize)> {
    let ItemKind::Likert { points, by_observer: true } = &item.kind else { return None };
    let place = |taken: &Taken| match taken.sitting.given(&item.id)?.answer()? {
        Answer::Point(value) => points.iter().position(|point| point.value == *value),
        _ => None,
    };
    Some((place(first)?, place(second)?, points.len()))
}
