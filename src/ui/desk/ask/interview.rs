//! The diagnostic interview: headings with questions that may be ignored, a clock that never blocks, and what it ends on.

use std::collections::BTreeSet;

use eframe::egui::Ui;

use super::footer;
use crate::app::interview::{InterviewDesk, NewInterview, SuggestedView};
use crate::domain::activity::ActivityId;
use crate::domain::id::{ParticipantId, ReferralId};
use crate::domain::interview::{Hindrance, InterviewDraft, InterviewLength, ProjectState, SuggestionReason};
use crate::i18n::{minutes, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, half_days_asked, ticks};
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{line, side_by_side};
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, ChoiceCard, DateField, TextField, body, heading, muted, small};

/// The durations offered, from the shortest to the longest interview.
const LENGTHS: [u32; 5] = [30, 45, 60, 75, 90];
/// Seconds without a change after which what is written is kept.
const PAUSE: f64 = 1.5;
/// Seconds between two looks at the clock.
const TICK: f64 = 20.0;

pub struct InterviewForm {
    desk: InterviewDesk,
    day: DateField,
    minutes: u32,
    /// The duration was chosen by hand: the clock does not change it any more.
    chose_minutes: bool,
    draft: InterviewDraft,
    /// What is proposed and was ticked or unticked by hand.
    turned: BTreeSet<ActivityId>,
    clock: Clock,
    /// When the draft changed last, in the time of the window.
    changed_at: Option<f64>,
}

/// The time since « Commencer », counted from what the program knew when the dialog opened.
#[derive(Default)]
struct Clock {
    before: Option<u64>,
    /// The time of the window when it began to count.
    since: Option<f64>,
}

impl Clock {
    fn minutes(&mut self, now: f64) -> Option<u32> {
        let before = self.before?;
        let since = *self.since.get_or_insert(now);
        u32::try_from((before + (now - since).max(0.0) as u64) / 60).ok()
    }
}

impl InterviewForm {
    pub fn of(desk: InterviewDesk) -> Self {
        Self {
            day: DateField::new(Some(desk.today)),
            minutes: 60,
            chose_minutes: false,
            draft: desk.draft.clone(),
            turned: BTreeSet::new(),
            clock: Clock { before: desk.elapsed_seconds, since: None },
            changed_at: None,
            desk,
        }
    }

    /// Returns whose interview it is.
    pub fn participant(&self) -> ParticipantId {
        self.desk.participant
    }

    pub fn is_changed(&self) -> bool {
        self.changed_at.is_some()
    }

    pub fn is_ripe(&self, now: f64) -> bool {
        self.changed_at.is_some_and(|changed| now - changed >= PAUSE)
    }

    /// Returns what is to be kept, and holds it as kept.
    pub fn take_to_save(&mut self) -> Option<(ReferralId, InterviewDraft)> {
        self.changed_at.take()?;
        Some((self.desk.referral, self.draft.clone()))
    }

    /// Returns the activities that are proposed and ticked.
    pub fn ticked(&self) -> Vec<ActivityId> {
        let kept = self.suggestions().iter().filter(|one| self.is_ticked(one));
        kept.map(|one| one.activity.clone()).collect()
    }

    fn is_ticked(&self, one: &SuggestedView) -> bool {
        one.leads != self.turned.contains(&one.activity)
    }

    fn suggestions(&self) -> &[SuggestedView] {
        let of = |state: ProjectState| self.desk.suggestions.iter().find(|(other, _)| *other == state);
        self.draft.project.and_then(of).map_or(&[], |(_, suggested)| suggested)
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        let before = self.draft.clone();
        muted(ui, &tr!("desk-quoted", words = self.desk.question.as_str()));
        self.show_clock(ui, cx);
        ui.horizontal_top(|ui| {
            self.day.show(ui, &tr!("desk-interview-day"), self.desk.today, None);
            ui.add_space(Look::of(ui.ctx()).space.medium);
            let lengths = LENGTHS.map(|length| (length, minutes(length)));
            self.chose_minutes |= choice(ui, &tr!("desk-interview-length"), &mut self.minutes, &lengths);
        });
        let notes = &mut self.draft.notes;
        text(ui, (&tr!("desk-situation"), &tr!("desk-situation-help")), &mut notes.situation, fresh);
        self.show_project(ui);
        let notes = &mut self.draft.notes;
        text(ui, (&tr!("desk-needs"), &tr!("desk-needs-help")), &mut notes.needs, false);
        label(ui, &tr!("desk-hindrances"));
        small(ui, &tr!("desk-hindrances-help"));
        let options = Hindrance::ALL.map(|hindrance| (hindrance, terms::hindrance(hindrance)));
        if let Some(pressed) = ticks(ui, &options, |hindrance| notes.hindrances.contains(&hindrance))
            && !notes.hindrances.remove(&pressed)
        {
            notes.hindrances.insert(pressed);
        }
        let health = notes.hindrances.contains(&Hindrance::Health);
        let help = if health { tr!("desk-hindrance-health-help") } else { tr!("desk-hindrance-words-help") };
        text(ui, (&tr!("desk-hindrance-words"), &help), &mut notes.hindrance_words, false);
        text(ui, (&tr!("desk-supports-of"), &tr!("desk-supports-of-help")), &mut notes.supports, false);
        // Kept at once: they are the person's, not the interview's.
        let (free, asked) = &mut self.desk.half_days;
        if half_days_asked(ui, &tr!("desk-half-days"), free, asked) && *asked {
            cx.act(Deed::SetHalfDays(self.desk.participant, *free));
        }
        self.show_suggestions(ui);
        if self.draft != before {
            self.changed_at = Some(ui.input(|input| input.time));
        }
        let ready =
            self.draft.project.is_some() && self.day.day().is_some() && !self.draft.notes.situation.trim().is_empty();
        if footer(ui, cx, &tr!("desk-record-interview"), ready)
            && let (Some(project), Some(day)) = (self.draft.project, self.day.day())
        {
            // The record carries the text: a draft kept after it would come too late.
            self.changed_at = None;
            let wish = NewInterview { day, minutes: self.minutes, project, notes: self.draft.notes.clone() };
            cx.act(Deed::RecordInterview { referral: self.desk.referral, wish });
        }
    }

    /// The time since it began; it tells and never stops anything.
    fn show_clock(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let now = ui.input(|input| input.time);
        let Some(elapsed) = self.clock.minutes(now) else {
            let mut begins = false;
            line(
                ui,
                170.0,
                |ui| drop(small(ui, &tr!("desk-interview-lasts"))),
                |ui| {
                    let words = tr!("desk-interview-begin");
                    begins = ui.add_enabled(!cx.busy, Button::secondary(&words).icon(Icon::Clock)).clicked();
                },
            );
            if begins {
                self.clock = Clock { before: Some(0), since: Some(now) };
                cx.act(Deed::Guide(Guidance::BeginInterview(self.desk.referral)));
            }
            return;
        };
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(TICK));
        let (shortest, longest) = (InterviewLength::SHORTEST.0, InterviewLength::LONGEST.0);
        if !self.chose_minutes {
            let length = elapsed.clamp(shortest, longest);
            self.minutes = LENGTHS.into_iter().find(|offered| *offered >= length).unwrap_or(longest);
        }
        body(ui, &tr!("desk-interview-elapsed", time = minutes(elapsed)));
        let words = if elapsed > longest { tr!("desk-interview-long") } else { tr!("desk-interview-lasts") };
        small(ui, &words);
    }

    fn show_project(&mut self, ui: &mut Ui) {
        label(ui, &tr!("desk-interview-project"));
        let states = [ProjectState::NoProject, ProjectState::Idea, ProjectState::ToConfirm];
        side_by_side(ui, 3, |ui, place| {
            let Some(state) = states.get(place) else { return };
            let chosen = self.draft.project == Some(*state);
            if ChoiceCard::new(&terms::project(*state), chosen).show(ui).chosen {
                self.draft.project = Some(*state);
            }
            small(ui, &terms::project_detail(*state));
        });
        let words = (tr!("desk-project-words"), tr!("desk-project-words-help"));
        text(ui, (&words.0, &words.1), &mut self.draft.notes.project, false);
    }

    /// What the interview ends on: each evaluation that is proposed, by its reason.
    fn show_suggestions(&mut self, ui: &mut Ui) {
        ui.separator();
        heading(ui, &tr!("desk-interview-ends"));
        if self.draft.project.is_none() {
            muted(ui, &tr!("desk-interview-ends-later"));
            return;
        }
        muted(ui, &tr!("desk-interview-ends-words"));
        let reasons =
            [SuggestionReason::ReflectionFirst, SuggestionReason::ConfrontsTheProject, SuggestionReason::BasicSkills];
        for why in reasons {
            let of_reason: Vec<SuggestedView> =
                self.suggestions().iter().filter(|one| one.why == why).cloned().collect();
            if of_reason.is_empty() {
                continue;
            }
            label(ui, &terms::suggestion_sentence(why));
            let options: Vec<(usize, String)> =
                of_reason.iter().enumerate().map(|(index, one)| (index, one.title.clone())).collect();
            let is_on = |index: usize| of_reason.get(index).is_some_and(|one| self.is_ticked(one));
            let pressed = ui.push_id(terms::suggestion_reason(why), |ui| ticks(ui, &options, is_on)).inner;
            if let Some(one) = pressed.and_then(|index| of_reason.get(index))
                && !self.turned.remove(&one.activity)
            {
                self.turned.insert(one.activity.clone());
            }
        }
    }
}

fn label(ui: &mut Ui, words: &str) {
    let look = Look::of(ui.ctx());
    ui.label(look.job(words, Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY));
}

fn text(ui: &mut Ui, (words, help): (&str, &str), value: &mut String, wants_focus: bool) {
    let field = TextField::new(words, value).rows(3).help(help).longest(4000).show(ui);
    if wants_focus {
        field.request_focus();
    }
}
