//! Two or three dates to offer to one person: the open sessions that suit.

use eframe::egui::Ui;

use super::footer;
use crate::app::planning::WaitingPerson;
use crate::domain::activity::ActivityId;
use crate::domain::id::SessionId;
use crate::domain::session_life::CHOICES;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::{Deed, Load};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::loading;
use crate::ui::widgets::{Banner, ChoiceCard, ChoiceKind, Tone, body, muted};

pub struct OfferForm {
    person: WaitingPerson,
    workshop: ActivityId,
    /// None until somebody chose: then every date that suits is offered.
    chosen: Option<Vec<SessionId>>,
}

impl OfferForm {
    pub fn new(person: WaitingPerson, workshop: ActivityId) -> Self {
        Self { person, workshop, chosen: None }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        if fresh {
            cx.look(Load::Choices(self.workshop.clone()));
        }
        body(ui, &self.person.name);
        let data = cx.data;
        let Some(choices) = data.choices_of(&self.workshop) else { return loading(ui) };
        let choice = choices.iter().find(|choice| choice.person.step == self.person.step);
        let sessions = choice.map(|choice| choice.sessions.as_slice()).unwrap_or_default();
        if sessions.is_empty() {
            Banner::new(Tone::Info, &tr!("desk-offer-none")).show(ui);
        } else {
            muted(ui, &tr!("desk-offer-words"));
        }
        if choice.is_some_and(|choice| choice.offered) {
            Banner::new(Tone::Warning, &tr!("desk-offer-again")).show(ui);
        }
        let chosen = self.chosen.get_or_insert_with(|| sessions.iter().map(|(id, _)| *id).collect());
        for (id, slot) in sessions {
            let on = chosen.contains(id);
            if ChoiceCard::new(&terms::slot(*slot), on).kind(ChoiceKind::Many).show(ui).chosen {
                if on {
                    chosen.retain(|one| one != id);
                } else {
                    chosen.push(*id);
                }
            }
        }
        let ready = (1..=CHOICES).contains(&chosen.len());
        let sessions = chosen.clone();
        if footer(ui, cx, &tr!("desk-offer-confirm"), ready) {
            let (step, participant) = (self.person.step, self.person.participant);
            cx.act(Deed::OfferSessions { step, participant, sessions });
        }
    }
}
