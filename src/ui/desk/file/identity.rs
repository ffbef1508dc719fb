//! Who a person is and how to reach them, on one card.

use eframe::egui::Ui;

use crate::app::people::ParticipantFile;
use crate::domain::person::{Contact, ExtraTime};
use crate::domain::telling::Channel;
use crate::i18n::{long_date, short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::channel::ChannelForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::half_days_read;
use crate::ui::desk::layout::{button_width, line};
use crate::ui::desk::words;
use crate::ui::widgets::{Button, Tone, badge, body, facts, heading, muted, paragraph, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-who-they-are"));
    let tone = if file.contact == Contact::Nothing { Tone::Warning } else { Tone::Neutral };
    badge(ui, tone, &terms::contact(file.contact));
    let names = [tr!("desk-file-number-short"), tr!("desk-birth-date"), tr!("desk-gender"), tr!("desk-phone")];
    let values = [file.number.to_string(), long_date(file.birth_date), terms::gender(file.gender), file.phone.clone()];
    told(ui, "identity", &names, &values);
    let extra = if file.extra_time == ExtraTime::None { String::new() } else { terms::extra_time(file.extra_time) };
    below(ui, &tr!("desk-email"), file.email.as_deref().unwrap_or_default());
    below(ui, &tr!("desk-channel"), &told_by(file));
    below(ui, &tr!("desk-address"), &file.address);
    below(ui, &tr!("desk-commune"), &words::commune(&file.commune));
    if let Some(membership) = file.membership {
        small(ui, &terms::membership_words(membership));
    }
    below(ui, &tr!("desk-accommodations"), &terms::needs(&file.needs));
    below(ui, &tr!("desk-extra-time"), &extra);
    below(ui, &tr!("desk-supports"), &file.supports);
    if cx.leads() && ui.add(Button::secondary(&tr!("desk-channel-change"))).clicked() {
        cx.ask(Ask::Channel(ChannelForm::of(file)));
    }
    muted(ui, &tr!("desk-half-days"));
    if file.half_days_asked {
        half_days_read(ui, file.availability);
    } else {
        badge(ui, Tone::Warning, &tr!("desk-half-days-not-asked"));
        small(ui, &tr!("desk-half-days-not-asked-words"));
    }
    merged(ui, cx, file);
}

/// By what the person is told, and whether it is their choice.
fn told_by(file: &ParticipantFile) -> String {
    let told_by = Channel::of(file.channel, !file.phone.trim().is_empty(), file.email.is_some());
    let channel = |channel: Channel| {
        let words = terms::channel(channel);
        let lacks = channel == Channel::Letter && file.address.is_empty();
        if lacks { tr!("desk-channel-address-missing", channel = words) } else { words }
    };
    match file.channel {
        Some(chosen) if chosen == told_by => tr!("desk-channel-chosen", channel = channel(chosen)),
        Some(chosen) => {
            let (wished, channel) = (terms::channel(chosen), channel(told_by));
            tr!("desk-channel-not-possible", wished = wished, channel = channel)
        }
        None => channel(told_by),
    }
}

/// A value that may be long, below its name; nothing is said when there is none.
fn below(ui: &mut Ui, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        small(ui, name);
        paragraph(ui, value);
    });
}

fn told(ui: &mut Ui, id: &str, names: &[String], values: &[String]) {
    let blank = tr!("desk-blank");
    let rows: Vec<(&str, &str)> = names
        .iter()
        .zip(values)
        .map(|(name, value)| (name.as_str(), if value.is_empty() { blank.as_str() } else { value.as_str() }))
        .collect();
    facts(ui, id, &rows);
}

/// The files that were made one with this one, and the way back.
fn merged(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    let undo = tr!("desk-undo-merge");
    for one in &file.merged {
        ui.separator();
        let named = tr!("desk-undo-merge-of", name = one.name.as_str(), number = one.number);
        line(
            ui,
            button_width(ui, &undo, false),
            |ui| {
                body(ui, &tr!("desk-merged-with", name = one.name.as_str(), number = one.number));
                small(ui, &tr!("desk-merged-by", by = one.by.as_str(), day = short_date(one.at.day())));
            },
            |ui| {
                let can = cx.decides() && !cx.busy;
                if ui.add_enabled(can, Button::quiet(&undo).accessible_name(&named)).clicked() {
                    cx.act(Deed::UndoMerge(one.id));
                }
            },
        );
    }
}
