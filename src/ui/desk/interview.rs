//! The diagnostic interview: headings with questions that may be ignored, a clock that never blocks, and what it ends on.
//!
//! What is typed is kept while it is typed. A recorded account is read, corrected and signed here.

mod foot;
mod suggestions;

use eframe::egui::{Align, Ui};

use super::action::{Deed, Place};
use super::cx::Cx;
use super::fields::{choice, half_days_asked, ticks};
use super::guidance::Guidance;
use super::layout::{at_end, back_button, inside, is_narrow, loading, panel, row, scroll_rest, side_by_side};
use super::two_hands::{Hands, TwoHands};
use crate::app::interview::{InterviewDesk, NewInterview, SuggestedView};
use crate::domain::activity::ActivityId;
use crate::domain::id::{ParticipantId, ReferralId};
use crate::domain::interview::{Hindrance, InterviewDraft, InterviewLength, ProjectState};
use crate::i18n::{minutes, short_date, terms};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Banner, Button, ChoiceCard, DateField, TextField, Tone, body, heading, muted, small, title};

/// The durations offered, from the shortest to the longest interview.
const LENGTHS: [u32; 5] = [30, 45, 60, 75, 90];
/// The one that stands before any is chosen.
const USUAL: u32 = 60;
/// Seconds without a change after which what is written is kept.
const PAUSE: f64 = 1.5;
/// Seconds between two looks at the clock.
const TICK: f64 = 20.0;
/// Width of the list of headings, and the space at its right.
const HEADINGS: f32 = 230.0;
const GAP: f32 = 24.0;
/// Height of the foot, where what is written is recorded.
const FOOT: f32 = 120.0;

/// A heading of the interview.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    Situation,
    Project,
    Needs,
    Hindrances,
    Supports,
    When,
    Ends,
}

impl Heading {
    const ALL: [Heading; 7] = [
        Heading::Situation,
        Heading::Project,
        Heading::Needs,
        Heading::Hindrances,
        Heading::Supports,
        Heading::When,
        Heading::Ends,
    ];

    fn words(self) -> String {
        match self {
            Heading::Situation => tr!("desk-situation"),
            Heading::Project => tr!("desk-interview-project"),
            Heading::Needs => tr!("desk-needs"),
            Heading::Hindrances => tr!("desk-hindrances"),
            Heading::Supports => tr!("desk-supports-of"),
            Heading::When => tr!("desk-interview-when"),
            Heading::Ends => tr!("desk-interview-ends"),
        }
    }
}

pub struct InterviewForm {
    desk: InterviewDesk,
    day: DateField,
    draft: InterviewDraft,
    suggested: Vec<SuggestedView>,
    clock: Clock,
    /// When the draft changed last, in the time of the window.
    changed_at: Option<f64>,
    /// The heading to bring in sight.
    to_show: Option<Heading>,
    /// What was ticked when the account was recorded to be signed: the path begins with it.
    ticked: Vec<ActivityId>,
    signs_next: bool,
    hands: Option<TwoHands>,
}

/// The time since « Commencer », counted from what the program knew when the page opened.
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
            day: DateField::new(Some(desk.draft.day.unwrap_or(desk.today))),
            draft: desk.draft.clone(),
            suggested: desk.suggested(&desk.draft),
            clock: Clock { before: desk.elapsed_seconds, since: None },
            changed_at: None,
            to_show: None,
            ticked: Vec::new(),
            signs_next: false,
            hands: None,
            desk,
        }
    }

    /// Takes what the program knows now; what is being typed stays.
    pub fn receive(&mut self, desk: InterviewDesk) {
        if self.changed_at.is_none() && self.desk.recorded != desk.recorded {
            let (ticked, signs_next) = (std::mem::take(&mut self.ticked), self.signs_next);
            *self = Self { ticked, signs_next, ..Self::of(desk) };
            if std::mem::take(&mut self.signs_next) {
                self.hands = Some(TwoHands::default());
            }
        } else {
            self.desk = desk;
        }
    }

    /// Returns whose interview it is.
    pub fn participant(&self) -> ParticipantId {
        self.desk.participant
    }

    pub fn referral(&self) -> ReferralId {
        self.desk.referral
    }

    pub fn is_changed(&self) -> bool {
        self.changed_at.is_some()
    }

    pub fn is_ripe(&self, now: f64) -> bool {
        self.changed_at.is_some_and(|changed| now - changed >= PAUSE)
    }

    /// Returns whether the screen is in the hands of whoever signs.
    pub fn is_in_hands(&self) -> bool {
        self.hands.is_some()
    }

    /// Returns whether both sign before the path is composed.
    pub fn signs_next(&self) -> bool {
        self.signs_next
    }

    /// Returns what is to be kept, and holds it as kept.
    pub fn take_to_save(&mut self) -> Option<(ReferralId, InterviewDraft)> {
        self.changed_at.take()?;
        Some((self.desk.referral, self.draft.clone()))
    }

    /// Returns the activities that the path begins with.
    pub fn ticked(&self) -> Vec<ActivityId> {
        self.ticked.clone()
    }

    fn ticked_now(&self) -> Vec<ActivityId> {
        self.suggested.iter().filter(|one| self.is_ticked(one)).map(|one| one.activity.clone()).collect()
    }

    fn is_ticked(&self, one: &SuggestedView) -> bool {
        one.leads != self.draft.turned.contains(&one.activity)
    }

    /// Nothing can be written once the synthesis rests on it.
    fn is_open(&self) -> bool {
        self.desk.recorded.as_ref().is_none_or(|recorded| recorded.may_correct)
    }

    fn is_filled(&self, heading: Heading) -> bool {
        let notes = &self.draft.notes;
        match heading {
            Heading::Situation => !notes.situation.trim().is_empty(),
            Heading::Project => self.draft.project.is_some(),
            Heading::Needs => !notes.needs.trim().is_empty(),
            Heading::Hindrances => !notes.hindrances.is_empty() || !notes.hindrance_words.trim().is_empty(),
            Heading::Supports => !notes.supports.trim().is_empty(),
            Heading::When => self.day.day().is_some(),
            Heading::Ends => !self.ticked_now().is_empty(),
        }
    }

    /// Shows the headings one under another.
    fn headings(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        for heading in Heading::ALL {
            if heading == Heading::Ends && self.desk.recorded.is_some() {
                continue;
            }
            let shown = panel(ui, |ui| match heading {
                Heading::Situation => {
                    let words = (tr!("desk-situation"), tr!("desk-situation-help"));
                    text(ui, (&words.0, &words.1), &mut self.draft.notes.situation);
                }
                Heading::Project => self.show_project(ui),
                Heading::Needs => {
                    let words = (tr!("desk-needs"), tr!("desk-needs-help"));
                    text(ui, (&words.0, &words.1), &mut self.draft.notes.needs);
                }
                Heading::Hindrances => self.show_hindrances(ui),
                Heading::Supports => {
                    let words = (tr!("desk-supports-of"), tr!("desk-supports-of-help"));
                    text(ui, (&words.0, &words.1), &mut self.draft.notes.supports);
                    // Kept at once: they are the person's, not the interview's.
                    let (free, asked) = &mut self.desk.half_days;
                    if half_days_asked(ui, &tr!("desk-half-days"), free, asked) && *asked {
                        cx.act(Deed::SetHalfDays(self.desk.participant, *free));
                    }
                }
                Heading::When => self.show_when(ui),
                Heading::Ends => self.show_suggestions(ui),
            });
            if self.to_show == Some(heading) {
                shown.response.scroll_to_me(Some(Align::TOP));
                self.to_show = None;
            }
        }
    }

    fn show_hindrances(&mut self, ui: &mut Ui) {
        let notes = &mut self.draft.notes;
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
        text(ui, (&tr!("desk-hindrance-words"), &help), &mut notes.hindrance_words);
    }

    /// The day and the length: the clock proposes a length until one is chosen.
    fn show_when(&mut self, ui: &mut Ui) {
        row(ui, |ui| {
            self.day.show(ui, &tr!("desk-interview-day"), self.desk.today, None);
            ui.add_space(Look::of(ui.ctx()).space.medium);
            let lengths = LENGTHS.map(|length| (length, minutes(length)));
            let mut length = self.length(ui);
            if choice(ui, &tr!("desk-interview-length"), &mut length, &lengths) {
                self.draft.minutes = Some(length);
            }
        });
        if let Some(day) = self.day.day().filter(|day| self.draft.day.unwrap_or(self.desk.today) != *day) {
            self.draft.day = Some(day);
        }
    }

    /// Returns the length that was chosen, else the one that the clock says.
    fn length(&mut self, ui: &Ui) -> u32 {
        let now = ui.input(|input| input.time);
        let (shortest, longest) = (InterviewLength::SHORTEST.0, InterviewLength::LONGEST.0);
        let by_clock = self.clock.minutes(now).map(|elapsed| {
            let length = elapsed.clamp(shortest, longest);
            LENGTHS.into_iter().find(|offered| *offered >= length).unwrap_or(longest)
        });
        self.draft.minutes.or(by_clock).unwrap_or(USUAL)
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
        text(ui, (&words.0, &words.1), &mut self.draft.notes.project);
    }

    /// The time since it began; it tells and never stops anything.
    fn show_clock(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if let Some(recorded) = &self.desk.recorded {
            let day = recorded.account.day.map(short_date).unwrap_or_default();
            muted(ui, &tr!("desk-interview-recorded", day = day, by = recorded.by.as_str()));
            return;
        }
        let now = ui.input(|input| input.time);
        let Some(elapsed) = self.clock.minutes(now) else {
            let words = tr!("desk-interview-begin");
            if ui.add_enabled(!cx.busy, Button::secondary(&words).icon(Icon::Clock)).clicked() {
                self.clock = Clock { before: Some(0), since: Some(now) };
                cx.act(Deed::Guide(Guidance::BeginInterview(self.desk.referral)));
            }
            return;
        };
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(TICK));
        body(ui, &tr!("desk-interview-elapsed", time = minutes(elapsed)));
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: ReferralId, open: &mut Option<InterviewForm>) {
    let Some(form) = open.as_mut().filter(|form| form.desk.referral == id) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    if let Some(mut hands) = form.hands.take() {
        match hands.show(ui, cx, &form.desk.participant_name, &tr!("desk-interview-sign-meaning")) {
            Hands::Leave => return,
            Hands::GoOn => form.hands = Some(hands),
            Hands::Signed { person, counsellor } => {
                cx.act(Deed::Guide(Guidance::SignInterview(id, Box::new((person, counsellor)))));
            }
        }
        return;
    }
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-interview-back")) {
            cx.go(Place::File(form.desk.participant));
        }
        title(ui, &tr!("desk-interview-of", name = form.desk.participant_name.as_str()));
        at_end(ui, |ui| form.show_clock(ui, cx));
    });
    muted(ui, &tr!("desk-quoted", words = form.desk.question.as_str()));
    let before = form.draft.clone();
    if is_narrow(ui) {
        form.content(ui, cx);
        foot::show(ui, cx, form);
    } else {
        let whole = ui.available_rect_before_wrap();
        let cut = whole.left() + HEADINGS;
        let foot = whole.bottom() - FOOT;
        inside(ui, whole.with_max_x(cut).with_max_y(foot), |ui| form.show_list(ui));
        inside(ui, whole.with_min_x(cut + GAP).with_max_y(foot), |ui| form.content(ui, cx));
        inside(ui, whole.with_min_y(foot), |ui| foot::show(ui, cx, form));
    }
    if form.draft != before {
        form.suggested = form.desk.suggested(&form.draft);
        form.changed_at = Some(ui.input(|input| input.time));
    }
}

impl InterviewForm {
    /// The headings at the side: what is written under which, and the way to each.
    fn show_list(&mut self, ui: &mut Ui) {
        for heading in Heading::ALL {
            if heading == Heading::Ends && self.desk.recorded.is_some() {
                continue;
            }
            let words = heading.words();
            let name = tr!("desk-interview-go-to", heading = words.as_str());
            let icon = if self.is_filled(heading) { Icon::Check } else { Icon::Pencil };
            if ui.add(Button::quiet(&words).icon(icon).accessible_name(&name)).clicked() {
                self.to_show = Some(heading);
            }
        }
    }

    fn content(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        scroll_rest(ui, "interview", |ui| {
            cx.show_trouble(ui);
            if self.desk.recorded.as_ref().is_some_and(|recorded| !recorded.may_correct) {
                Banner::new(Tone::Info, &tr!("desk-interview-stands")).show(ui);
            }
            ui.add_enabled_ui(self.is_open(), |ui| self.headings(ui, cx));
        });
    }
}

fn label(ui: &mut Ui, words: &str) {
    let look = Look::of(ui.ctx());
    ui.label(look.job(words, Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY));
}

fn text(ui: &mut Ui, (words, help): (&str, &str), value: &mut String) {
    TextField::new(words, value).rows(3).help(help).longest(4000).show(ui);
}
