//! Telling one person: what, when, by which channel, and the words to copy.

use eframe::egui::Ui;

use super::footer;
use crate::app::telling::TellView;
use crate::domain::telling::Channel;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::desk::layout::{panel, row};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, ChoiceCard, ChoiceKind, facts, paragraph, small};

pub struct TellForm {
    view: TellView,
    channel: Channel,
    /// From now on the person is told so.
    keep: bool,
    copied: bool,
}

impl TellForm {
    pub fn of(view: &TellView) -> Self {
        Self { channel: view.channel, view: view.clone(), keep: false, copied: false }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let view = &self.view;
        let names =
            [tr!("desk-tell-who"), tr!("desk-tell-what"), tr!("desk-open-when"), tr!("desk-phone"), tr!("desk-email")];
        let [who, what, when, phone, email] = names.each_ref().map(String::as_str);
        let news = terms::news(view.what, view.about);
        let dates = if view.choices.is_empty() { std::slice::from_ref(&view.slot) } else { &view.choices };
        let slot = dates.iter().map(|slot| terms::slot(*slot)).collect::<Vec<_>>().join("\n");
        let mut rows: Vec<(&str, &str)> = vec![(who, view.name.as_str()), (what, news.as_str()), (when, slot.as_str())];
        if !view.phone.is_empty() {
            rows.push((phone, view.phone.as_str()));
        }
        if let Some(address) = &view.email {
            rows.push((email, address.as_str()));
        }
        let postal = view.address.join(", ");
        let address = tr!("desk-address");
        let missing = tr!("desk-address-missing");
        if !view.address.is_empty() {
            rows.push((address.as_str(), postal.as_str()));
        } else if self.channel == Channel::Letter {
            rows.push((address.as_str(), missing.as_str()));
        }
        facts(ui, "tell-facts", &rows);
        let channels = Channel::ALL.map(|channel| (channel, terms::channel(channel)));
        choice(ui, &tr!("desk-tell-channel"), &mut self.channel, &channels);
        if self.channel != view.channel
            && ChoiceCard::new(&tr!("desk-tell-keep"), self.keep).kind(ChoiceKind::Many).show(ui).chosen
        {
            self.keep = !self.keep;
        }
        panel(ui, |ui| paragraph(ui, &view.text));
        row(ui, |ui| {
            if ui.add(Button::secondary(&tr!("desk-tell-copy")).icon(Icon::Clipboard)).clicked() {
                ui.ctx().copy_text(view.text.clone());
                self.copied = true;
            }
            let words = tr!("desk-tell-letter");
            if ui.add_enabled(!cx.busy, Button::quiet(&words).icon(Icon::Document)).clicked() {
                cx.act(Deed::WriteNewsLetters { about: view.about, people: vec![view.participant] });
            }
            if self.copied {
                small(ui, &tr!("desk-tell-copied"));
            }
        });
        if footer(ui, cx, &tr!("desk-tell-confirm"), true) {
            if self.keep && self.channel != view.channel {
                cx.act(Deed::SetChannel { participant: view.participant, channel: Some(self.channel) });
            }
            let people = vec![(view.participant, self.channel)];
            cx.act(Deed::RecordTold { about: view.about, what: view.what, people });
        }
    }
}
