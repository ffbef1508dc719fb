//! The catalogue, suggestions first, then by purpose.

use eframe::egui::Ui;

use super::{Composer, Draft};
use crate::app::guidance::CatalogueEntry;
use crate::app::people::ParticipantFile;
use crate::domain::activity::Purpose;
use crate::domain::fold::words as words_of;
use crate::i18n::{minutes, terms};
use crate::tr;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::agree::Reading;
use crate::ui::desk::ask::sector::SectorForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, beside, button_width, panel, row};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, TextField, Tone, badge, heading, muted, small};

pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    file: &ParticipantFile,
    entries: &[CatalogueEntry],
    composer: &mut Composer,
) {
    TextField::new(&tr!("desk-catalogue-search"), &mut composer.search).show(ui);
    let wanted = words_of(&composer.search);
    let found: Vec<&CatalogueEntry> = entries.iter().filter(|entry| is_found(entry, &wanted)).collect();
    if found.is_empty() {
        muted(ui, &tr!("desk-catalogue-nothing"));
    }
    let suggested: Vec<&CatalogueEntry> =
        found.iter().copied().filter(|entry| entry.suggested.is_some() && !entry.on_roadmap).collect();
    if !suggested.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-suggested"));
            muted(ui, &tr!("desk-suggested-words"));
            for entry in &suggested {
                entry_row(ui, cx, file, entry, composer);
            }
        });
    }
    let rest: Vec<&CatalogueEntry> =
        found.iter().copied().filter(|entry| entry.suggested.is_none() || entry.on_roadmap).collect();
    for (title, group) in groups(&rest) {
        panel(ui, |ui| {
            heading(ui, &title);
            for entry in group {
                entry_row(ui, cx, file, entry, composer);
            }
        });
    }
}

/// Returns whether each word that is looked for begins a word of the title, or of the question that it answers.
fn is_found(entry: &CatalogueEntry, wanted: &[String]) -> bool {
    let said: Vec<String> = words_of(&entry.title).into_iter().chain(words_of(&entry.answers)).collect();
    wanted.iter().all(|word| said.iter().any(|other| other.starts_with(word.as_str())))
}

/// Returns the groups in the order of a path; every sector is in one group.
fn groups<'a>(entries: &[&'a CatalogueEntry]) -> Vec<(String, Vec<&'a CatalogueEntry>)> {
    let rank = |purpose: Purpose| match purpose {
        Purpose::Welcome => 0,
        Purpose::Reflection => 1,
        Purpose::Skills => 2,
        Purpose::Confirmation => 3,
        Purpose::SectorFocus(_) => 4,
    };
    let title = |purpose: Purpose| match purpose {
        Purpose::SectorFocus(_) => tr!("desk-sectors"),
        other => terms::purpose(other),
    };
    let mut sorted: Vec<&CatalogueEntry> = entries.to_vec();
    sorted.sort_by_key(|entry| rank(entry.purpose));
    sorted
        .chunk_by(|one, next| rank(one.purpose) == rank(next.purpose))
        .filter_map(|group| Some((title(group.first()?.purpose), group.to_vec())))
        .collect()
}

fn entry_row(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile, entry: &CatalogueEntry, composer: &mut Composer) {
    let look = Look::of(ui.ctx());
    ui.separator();
    let widest = if entry.needs_agreement { tr!("desk-choose-with-agreement") } else { tr!("desk-choose-step") };
    let button = button_width(ui, &widest, true).max(130.0);
    row(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(beside(ui, button, 160.0));
            ui.spacing_mut().item_spacing.y = 2.0;
            let width = ui.available_width();
            ui.label(look.job(&entry.title, Weight::SemiBold, look.text.body, look.colours.ink, width));
            small(ui, &tr!("desk-step-detail", time = minutes(entry.minutes), form = words::form(entry.form)));
            small(ui, &entry.answers);
            if let Some(asks) = entry.asks {
                small(ui, &words::asks(asks));
            }
            ui.horizontal_wrapped(|ui| {
                if let Some(why) = entry.suggested {
                    badge(ui, Tone::Success, &terms::suggestion_reason(why));
                }
                if entry.reflection_first && !entry.on_roadmap {
                    badge(ui, Tone::Warning, &tr!("desk-reflection-first"));
                }
                if entry.needs_agreement {
                    badge(ui, Tone::Accent, &tr!("desk-needs-agreement"));
                }
            });
        });
        at_end(ui, |ui| {
            if entry.on_roadmap {
                badge(ui, Tone::Info, &tr!("desk-on-roadmap"));
            } else if composer.holds(&entry.activity) {
                badge(ui, Tone::Neutral, &tr!("desk-chosen"));
            } else {
                add_button(ui, cx, file, entry, composer);
            }
        });
    });
}

fn add_button(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile, entry: &CatalogueEntry, composer: &mut Composer) {
    let words = if entry.needs_agreement { tr!("desk-choose-with-agreement") } else { tr!("desk-choose-step") };
    let name = tr!("desk-choose-step-of", title = entry.title.as_str());
    if !ui.add(Button::secondary(&words).icon(Icon::Plus).accessible_name(&name)).clicked() {
        return;
    }
    if let (Purpose::SectorFocus(sector), true) = (entry.purpose, entry.needs_agreement) {
        composer.proposed.push(entry.activity.clone());
        cx.ask(Ask::Sector(SectorForm {
            participant: file.id,
            first_name: file.first_name.clone(),
            sector,
            prescriber: file.referral.as_ref().map(|referral| referral.prescriber.name.clone()),
            reading: Reading::default(),
        }));
    } else {
        composer.drafts.push(Draft::of(entry));
    }
}
