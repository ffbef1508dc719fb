//! The roadmap composer: the catalogue at the left, the path at the right, a reason for every step.

mod catalogue;
mod drafts;
mod path;

use eframe::egui::Ui;

use super::action::{Deed, Place};
use super::cx::Cx;
use super::layout::{at_end, back_button, inside, is_narrow, loading, row, scroll_rest};
use crate::app::guidance::{CatalogueEntry, StepForm};
use crate::app::{AppError, Refusal};
use crate::domain::activity::{ActivityId, Purpose};
use crate::domain::id::ParticipantId;
use crate::domain::roadmap::{Place as StepPlace, RoadmapRefusal};
use crate::i18n::terms;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, muted, title};

/// Share of the width that the catalogue has, the space at its right, and the height of the foot.
const CATALOGUE: f32 = 0.52;
const GAP: f32 = 24.0;
const FOOT: f32 = 140.0;

/// Steps chosen in the catalogue and not prescribed yet.
#[derive(Default)]
pub struct Composer {
    of: Option<ParticipantId>,
    drafts: Vec<Draft>,
    /// What an interview ended on: chosen as soon as the catalogue is there.
    proposed: Vec<ActivityId>,
    /// What is looked for in the catalogue.
    search: String,
}

/// One step about to be prescribed.
pub struct Draft {
    activity: ActivityId,
    title: String,
    minutes: u32,
    form: StepForm,
    purpose: Purpose,
    may_be_remote: bool,
    place: StepPlace,
    reason: String,
    /// Why the advice "reflection first" is set aside.
    despite: String,
    /// The advice speaks against it, whatever the other drafts are.
    reflection_first: bool,
    trouble: Option<String>,
    /// Its fields are shown.
    is_open: bool,
}

impl Draft {
    fn of(entry: &CatalogueEntry) -> Self {
        Self {
            activity: entry.activity.clone(),
            title: entry.title.clone(),
            minutes: entry.minutes,
            form: entry.form,
            purpose: entry.purpose,
            may_be_remote: entry.may_be_remote,
            place: StepPlace::OnSite,
            // A suggestion brings its sentence; otherwise the question that the activity answers is a fair start.
            reason: entry.suggested.map_or_else(|| entry.answers.clone(), terms::suggestion_sentence),
            despite: String::new(),
            reflection_first: entry.reflection_first,
            trouble: None,
            is_open: false,
        }
    }
}

impl Composer {
    /// Begins with an empty tray for another person; the same person finds what was chosen.
    pub fn arrive(&mut self, place: Place) {
        if let Place::Composer(id) = place
            && self.of != Some(id)
        {
            *self = Self { of: Some(id), ..Self::default() };
        }
    }

    /// Begins with activities that an interview ended on.
    pub fn propose(&mut self, id: ParticipantId, activities: Vec<ActivityId>) {
        *self = Self { of: Some(id), proposed: activities, ..Self::default() };
    }

    /// Chooses what was proposed, in its order; what needs an agreement waits for it.
    fn take_proposed(&mut self, entries: &[CatalogueEntry]) {
        for activity in std::mem::take(&mut self.proposed) {
            let entry = entries.iter().find(|entry| entry.activity == activity);
            match entry.filter(|entry| !entry.on_roadmap && !self.holds(&activity)) {
                Some(entry) if entry.needs_agreement => self.proposed.push(activity),
                Some(entry) => self.drafts.push(Draft::of(entry)),
                None => {}
            }
        }
    }

    fn holds(&self, activity: &ActivityId) -> bool {
        self.drafts.iter().any(|draft| draft.activity == *activity)
    }

    /// Takes away what was prescribed.
    pub fn done(&mut self, deed: &Deed) {
        if let Deed::Prescribe { activity, .. } = deed {
            self.drafts.retain(|draft| draft.activity != *activity);
        }
    }

    /// Keeps a refused step with the reason beside it; returns whether the refusal was one of its own.
    pub fn refused(&mut self, deed: &Deed, error: &AppError) -> bool {
        let Deed::Prescribe { activity, .. } = deed else { return false };
        let Some(draft) = self.drafts.iter_mut().find(|draft| draft.activity == *activity) else { return false };
        draft.trouble = Some(error.french());
        if matches!(error, AppError::Refused(Refusal::Roadmap(RoadmapRefusal::ReflectionFirst))) {
            draft.reflection_first = true;
        }
        true
    }
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: ParticipantId, composer: &mut Composer) {
    let file = cx.data.file_of(id);
    let entries = cx.data.catalogue.as_ref().filter(|(of, _)| *of == id).map(|(_, entries)| entries);
    let (Some(file), Some(entries)) = (file, entries) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    composer.take_proposed(entries);
    let Some(roadmap) = &file.roadmap else {
        muted(ui, &tr!("desk-path-needs-interview"));
        return;
    };
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-file")) {
            cx.go(Place::File(id));
        }
        title(ui, &tr!("desk-composer-title", name = file.first_name.as_str()));
        badge(ui, Tone::Info, &file.interview.as_ref().map(|known| terms::project(known.project)).unwrap_or_default());
        at_end(ui, |ui| {
            let words = tr!("desk-print-roadmap");
            let prints = !roadmap.steps.is_empty() && !cx.busy;
            if ui.add_enabled(prints, Button::secondary(&words).icon(Icon::Document)).clicked() {
                cx.act(Deed::WriteRoadmapSheet(id));
            }
        });
    });
    cx.show_trouble(ui);
    let reflects = drafts::is_reflected(roadmap);
    if is_narrow(ui) {
        catalogue::show(ui, cx, file, entries, composer);
        drafts::show(ui, composer, reflects);
        path::show(ui, cx, roadmap);
        if !composer.drafts.is_empty() {
            drafts::foot(ui, cx, roadmap, composer);
        }
        return;
    }
    let whole = ui.available_rect_before_wrap();
    let cut = whole.left() + whole.width() * CATALOGUE;
    let right = whole.with_min_x(cut + GAP);
    let foot = whole.bottom() - if composer.drafts.is_empty() { 0.0 } else { FOOT };
    inside(ui, whole.with_max_x(cut), |ui| {
        scroll_rest(ui, "catalogue", |ui| catalogue::show(ui, cx, file, entries, composer));
    });
    inside(ui, right.with_max_y(foot), |ui| {
        scroll_rest(ui, "composing", |ui| {
            drafts::show(ui, composer, reflects);
            path::show(ui, cx, roadmap);
        });
    });
    if !composer.drafts.is_empty() {
        inside(ui, right.with_min_y(foot), |ui| drafts::foot(ui, cx, roadmap, composer));
    }
}
