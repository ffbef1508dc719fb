//! Prescribers that the file names and nobody knows: somebody known, or recorded with the import.

use eframe::egui::Ui;

use super::ImportPage;
use crate::app::people::{PrescriberChoice, UnknownPrescriber};
use crate::tr;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::panel;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, heading, muted, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &ImportPage) {
    let Some((wish, view)) = &page.looked else { return };
    if view.unknown_prescribers.is_empty() {
        return;
    }
    let known = cx.data.prescribers.iter().flatten();
    let known = known.map(|who| {
        let words = tr!("desk-prescriber-line", name = who.name.as_str(), site = who.site.as_str());
        (Some(PrescriberChoice::Known(who.id)), words)
    });
    let sites = cx.data.sites.iter().flatten();
    let created = sites
        .map(|site| (Some(PrescriberChoice::Create(site.id)), tr!("desk-import-create-in", site = site.name.as_str())));
    let mut options = vec![(None, tr!("desk-import-decide-later"))];
    options.extend(created);
    options.extend(known);
    let mut decided = None;
    panel(ui, |ui| {
        heading(ui, &tr!("desk-import-prescribers"));
        muted(ui, &tr!("desk-import-prescribers-words"));
        for UnknownPrescriber { name, rows, near } in &view.unknown_prescribers {
            let mut picked = Some(wish.choices.prescribers.get(name).copied());
            let width = ui.available_width().min(420.0);
            if picker(ui, name, &mut picked, &options, width) {
                decided = Some((name.clone(), picked.flatten()));
            }
            small(ui, &tr!("desk-import-n-rows", n = *rows));
            if wish.choices.prescribers.contains_key(name) {
                continue;
            }
            for (id, near) in near {
                let words = tr!("desk-import-near", name = near.as_str());
                let named = tr!("desk-import-near-of", name = near.as_str(), written = name.as_str());
                if ui.add(Button::secondary(&words).icon(Icon::Check).accessible_name(&named)).clicked() {
                    decided = Some((name.clone(), Some(PrescriberChoice::Known(*id))));
                }
            }
        }
    });
    if let Some((name, choice)) = decided {
        page.ask(cx, |wish| {
            match choice {
                Some(choice) => wish.choices.prescribers.insert(name, choice),
                None => wish.choices.prescribers.remove(&name),
            };
        });
    }
}
