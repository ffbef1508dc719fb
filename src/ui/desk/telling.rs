//! Who is to be told what: the words are ready, a person says them and says so.

use eframe::egui::Ui;

use super::action::Deed;
use super::ask::Ask;
use super::ask::other_time::OtherTimeForm;
use super::ask::tell::TellForm;
use super::cx::Cx;
use super::layout::{at_end, one_button, row};
use crate::app::people::AppointmentView;
use crate::app::telling::{TellView, ToldView};
use crate::domain::agenda::Holder;
use crate::domain::telling::{Channel, News};
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, body, small};

/// Shows the people to be told of one session or appointment, by what is to be said.
pub(super) fn groups(ui: &mut Ui, cx: &mut Cx<'_>, people: &[TellView]) {
    let mut kinds: Vec<News> = Vec::new();
    for one in people {
        if !kinds.contains(&one.what) {
            kinds.push(one.what);
        }
    }
    for kind in kinds {
        let group: Vec<&TellView> = people.iter().filter(|one| one.what == kind).collect();
        let Some(first) = group.first() else { continue };
        let news = terms::news(kind, first.about);
        body(ui, &tr!("desk-tell-group", news = news.as_str(), people = group.len()));
        row(ui, |ui| everybody(ui, cx, &group, &news));
        for one in &group {
            ui.push_id((one.participant.uuid(), &news), |ui| person(ui, cx, one));
        }
    }
}

/// The two buttons for a whole group.
fn everybody(ui: &mut Ui, cx: &mut Cx<'_>, group: &[&TellView], news: &str) {
    let Some(first) = group.first() else { return };
    let letters: Vec<_> =
        group.iter().filter(|one| one.channel == Channel::Letter).map(|one| one.participant).collect();
    at_end(ui, |ui| {
        let words = tr!("desk-tell-all");
        let name = tr!("desk-tell-of", action = words.as_str(), name = news);
        let button = Button::secondary(&words).icon(Icon::Check).accessible_name(&name);
        if ui.add_enabled(!cx.busy, button).clicked() {
            let people = group.iter().map(|one| (one.participant, one.channel)).collect();
            cx.act(Deed::RecordTold { about: first.about, what: first.what, people });
        }
        if !letters.is_empty() {
            let words = tr!("desk-tell-letters", letters = letters.len());
            let name = tr!("desk-tell-of", action = words.as_str(), name = news);
            let button = Button::quiet(&words).icon(Icon::Document).accessible_name(&name);
            if ui.add_enabled(!cx.busy, button).clicked() {
                cx.act(Deed::WriteNewsLetters { about: first.about, people: letters });
            }
        }
    });
}

/// One person: how to reach them, and the button that opens the words.
pub(super) fn person(ui: &mut Ui, cx: &mut Cx<'_>, one: &TellView) {
    let words = tr!("desk-tell");
    let name = tr!("desk-tell-of", action = words.as_str(), name = one.name.as_str());
    let pressed = one_button(ui, &words, Some(Button::secondary(&words).accessible_name(&name)), true, |ui| {
        body(ui, &one.name);
        small(ui, &reached(one));
    });
    if pressed {
        cx.ask(Ask::Tell(TellForm::of(one)));
    }
}

/// Shows who was told what, with the button that takes a mistake back.
pub(super) fn told(ui: &mut Ui, cx: &mut Cx<'_>, about: Holder, people: &[ToldView]) {
    let words = tr!("desk-told-undo");
    for one in people.iter().rev() {
        let name = tr!("desk-tell-of", action = words.as_str(), name = one.name.as_str());
        let button = cx.leads().then(|| Button::quiet(&words).accessible_name(&name));
        let pressed = ui.push_id(one.id.uuid(), |ui| {
            one_button(ui, &words, button, !cx.busy, |ui| {
                body(ui, &one.name);
                let (channel, day) = (terms::channel(one.channel), short_date(one.at.day()));
                let said = terms::news(one.what, about);
                small(ui, &tr!("desk-told-line", said = said, channel = channel, day = day, by = one.by.as_str()));
            })
        });
        if pressed.inner {
            cx.act(Deed::UndoTold(vec![one.id]));
        }
    }
}

/// Returns the dialog that books a missed or cancelled appointment again.
pub(super) fn rebook(one: &AppointmentView) -> Ask {
    Ask::OtherTime(OtherTimeForm::of(one))
}

/// Returns the channel with the number or the address that it takes.
fn reached(one: &TellView) -> String {
    let channel = terms::channel(one.channel);
    match (one.channel, &one.email) {
        (Channel::Letter, _) if one.address.is_empty() => tr!("desk-channel-address-missing", channel = channel),
        (Channel::Letter, _) => {
            tr!("desk-tell-by", channel = channel, contact = one.address.join(", "))
        }
        (Channel::Email, Some(email)) => tr!("desk-tell-by", channel = channel, contact = email.as_str()),
        _ => tr!("desk-tell-by", channel = channel, contact = one.phone.as_str()),
    }
}
