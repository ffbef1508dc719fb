//! What is entered of a group and not saved yet. What a row shows as saved is on disk.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::grids::{GroupGrid, GroupItem, GroupRow};
use crate::domain::assessment::{AssessmentId, ItemId, ItemKind};
use crate::domain::id::{ParticipantId, SessionId};
use crate::domain::response::{Answer, Response};
use crate::i18n::decimal;
use crate::tr;
use crate::ui::desk::action::{Deed, Place};

/// One person and one item.
pub(super) type Cell = (ParticipantId, ItemId);

/// How the group is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Side {
    #[default]
    Acts,
    People,
}

#[derive(Default)]
pub struct GroupForm {
    of: Option<SessionId>,
    chosen: Option<AssessmentId>,
    pub(super) side: Side,
    pub(super) page: usize,
    /// The row that the keyboard is on.
    pub(super) row: usize,
    /// What is typed, until it is on disk.
    pub(super) typed: BTreeMap<Cell, String>,
    /// What is on its way.
    sent: BTreeMap<Cell, Answer>,
    /// The cell that takes the keyboard in this frame.
    pub(super) focus: Option<(usize, usize)>,
    /// A text had the keyboard in the last frame: digits are its own.
    pub(super) is_typing: bool,
    /// When something was saved last, and now, in seconds of the screen.
    saved: f64,
    pub(super) now: f64,
}

/// What is typed in a cell.
#[derive(Debug, PartialEq)]
pub(super) enum Typed {
    Blank,
    Whole(Answer),
    /// What to do about it.
    Wrong(String),
}

impl GroupForm {
    /// Arrives at a session: its grids are chosen again, unless one comes back to it.
    pub fn arrive(&mut self, to: Place) {
        match to {
            Place::Group(session) if self.of == Some(session) => self.saved = self.now,
            Place::Group(session) => {
                *self = Self { of: Some(session), now: self.now, saved: self.now, ..Self::default() }
            }
            _ => {}
        }
    }

    pub fn chosen(&self) -> Option<&AssessmentId> {
        self.chosen.as_ref()
    }

    pub(super) fn choose(&mut self, assessment: Option<AssessmentId>) {
        *self = Self { of: self.of, chosen: assessment, now: self.now, saved: self.now, ..Self::default() };
    }

    /// Takes what the program holds: what is on disk is no longer on its way.
    pub fn receive(&mut self, grids: &GroupGrid) {
        if self.of != Some(grids.session) || self.chosen.as_ref() != Some(&grids.assessment) {
            return;
        }
        let given = |(participant, item): &Cell| {
            let row = grids.rows.iter().find(|row| row.participant == *participant)?;
            row.given.get(item).cloned()
        };
        self.sent.retain(|cell, answer| given(cell) != Some(answer.response()));
        self.typed.retain(|cell, text| {
            let kind = grids.pages.iter().flat_map(|page| &page.items).find(|item| item.id == cell.1);
            kind.is_none_or(|item| match read(&item.kind, text) {
                Typed::Blank => given(cell).is_some_and(|response| matches!(response, Response::Given(_))),
                Typed::Whole(answer) => given(cell) != Some(answer.response()),
                Typed::Wrong(_) => true,
            })
        });
    }

    /// What was refused is not saved: the rows show what is on disk.
    pub fn refused(&mut self, deed: &Deed) {
        if let Deed::FillGroup { answers, .. } = deed {
            for (participant, item, _) in answers {
                self.sent.remove(&(*participant, item.clone()));
            }
        }
    }

    pub(super) fn is_saving(&self) -> bool {
        !self.sent.is_empty()
    }

    /// Returns what a cell holds: what is on its way, else what is on disk.
    pub(super) fn response(&self, row: &GroupRow, item: &ItemId) -> Option<Response> {
        let sent = self.sent.get(&(row.participant, item.clone())).map(Answer::response);
        sent.or_else(|| row.given.get(item).cloned())
    }

    /// Enters one answer; returns what saves it.
    pub(super) fn enter(&mut self, grids: &GroupGrid, cell: Cell, answer: Answer) -> Deed {
        self.sent.insert(cell.clone(), answer.clone());
        self.deed(grids, vec![(cell.0, cell.1, answer)])
    }

    /// Returns what saves all that is typed and right.
    pub fn take_to_save(&mut self, grids: &GroupGrid) -> Option<Deed> {
        if self.of != Some(grids.session) || self.chosen.as_ref() != Some(&grids.assessment) {
            return None;
        }
        let mut answers = Vec::new();
        for item in grids.pages.iter().flat_map(|page| &page.items) {
            for row in grids.rows.iter().filter(|row| row.asked.contains(&item.id)) {
                let cell = (row.participant, item.id.clone());
                let Some(text) = self.typed.get(&cell) else { continue };
                let answer = match read(&item.kind, text) {
                    Typed::Whole(answer) => answer,
                    Typed::Blank if matches!(row.given.get(&item.id), Some(Response::Given(_))) => Answer::PrefersNot,
                    Typed::Blank | Typed::Wrong(_) => continue,
                };
                let is_new =
                    self.sent.get(&cell) != Some(&answer) && row.given.get(&item.id) != Some(&answer.response());
                if is_new {
                    self.sent.insert(cell, answer.clone());
                    answers.push((row.participant, item.id.clone(), answer));
                }
            }
        }
        if answers.is_empty() { None } else { Some(self.deed(grids, answers)) }
    }

    fn deed(&mut self, grids: &GroupGrid, answers: Vec<(ParticipantId, ItemId, Answer)>) -> Deed {
        let took_millis = ((self.now - self.saved).max(0.0) * 1000.0) as u64;
        self.saved = self.now;
        Deed::FillGroup { session: grids.session, assessment: grids.assessment.clone(), answers, took_millis }
    }

    /// Returns what is typed and cannot be kept: who, of what, what was typed.
    pub(super) fn wrong<'a>(&self, grids: &'a GroupGrid) -> Vec<(&'a GroupRow, &'a GroupItem, String)> {
        let mut wrong = Vec::new();
        for item in grids.pages.iter().flat_map(|page| &page.items) {
            for row in &grids.rows {
                let text = self.typed.get(&(row.participant, item.id.clone()));
                if let Some(text) = text.filter(|text| matches!(read(&item.kind, text), Typed::Wrong(_))) {
                    wrong.push((row, item, text.clone()));
                }
            }
        }
        wrong
    }
}

/// Reads what is typed in a cell.
pub(super) fn read(kind: &ItemKind, text: &str) -> Typed {
    let text = text.trim();
    match kind {
        _ if text.is_empty() => Typed::Blank,
        ItemKind::Measure { unit, min, max } | ItemKind::Number { unit, min, max, .. } => {
            let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
            let Ok(value) = digits.replace(',', ".").parse::<f64>() else {
                return Typed::Wrong(tr!("desk-group-not-a-number"));
            };
            if (*min..=*max).contains(&value) {
                return Typed::Whole(Answer::Number(value));
            }
            let (min, max) = (decimal(*min, 0), decimal(*max, 0));
            Typed::Wrong(tr!("desk-group-out-of-bounds", min = min, max = max, unit = unit.as_str()))
        }
        _ => Typed::Whole(Answer::Text(text.to_owned())),
    }
}

/// Returns how an answer on disk is shown in a field.
pub(super) fn written(response: Option<&Response>) -> String {
    match response {
        Some(Response::Given(Answer::Number(value))) => decimal(*value, usize::from(value.fract() != 0.0)),
        Some(Response::Given(Answer::Text(text))) => text.clone(),
        Some(Response::Given(_) | Response::Missing(_)) | None => String::new(),
    }
}

/// Returns how many people have an answer, and of how many it is asked.
pub(super) fn count(form: &GroupForm, grids: &GroupGrid, items: &[&GroupItem]) -> (usize, usize) {
    let mut people = BTreeSet::new();
    let (mut done, mut asked) = (0, 0);
    for row in &grids.rows {
        for item in items {
            let is_answered = form.response(row, &item.id).is_some();
            if is_answered || row.asked.contains(&item.id) {
                people.insert(row.participant);
                asked += 1;
                done += usize::from(is_answered);
            }
        }
    }
    (done, asked)
}
