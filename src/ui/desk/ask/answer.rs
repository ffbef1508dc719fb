//! What somebody answered to the dates that they were offered.

use eframe::egui::Ui;

use super::footer;
use crate::app::session_life::OfferView;
use crate::domain::id::OfferId;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{ChoiceCard, ChoiceKind, body, muted, small};

pub struct AnswerForm {
    offer: OfferView,
    chosen: Option<Answer>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Date(OfferId),
    None,
}

impl AnswerForm {
    pub fn of(offer: &OfferView) -> Self {
        Self { offer: offer.clone(), chosen: None }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.offer.name);
        muted(ui, &self.offer.title);
        if !self.offer.phone.is_empty() {
            small(ui, &self.offer.phone);
        }
        small(ui, &tr!("desk-answer-offered", day = short_date(self.offer.at.day())));
        for date in &self.offer.dates {
            let words = tr!("desk-answer-date", when = terms::slot(date.slot));
            self.chosen = card(ui, &words, Answer::Date(date.id), self.chosen);
        }
        self.chosen = card(ui, &tr!("desk-answer-none"), Answer::None, self.chosen);
        if footer(ui, cx, &tr!("desk-answer-confirm"), self.chosen.is_some())
            && let Some(answer) = self.chosen
        {
            cx.act(match answer {
                Answer::Date(offer) => Deed::TakeOffer(offer),
                Answer::None => Deed::DeclineOffers(self.offer.step),
            });
        }
    }
}

fn card(ui: &mut Ui, words: &str, answer: Answer, chosen: Option<Answer>) -> Option<Answer> {
    let on = chosen == Some(answer);
    if ChoiceCard::new(words, on).kind(ChoiceKind::One).show(ui).chosen { Some(answer) } else { chosen }
}
