//! Who somebody looks like: their file is opened, or they are another person, or the form is corrected.

use eframe::egui::Ui;

use super::ParticipantForm;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::duplicates::{full_name, who};
use crate::ui::desk::layout::{at_end, panel, row};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Banner, Button, Tone, badge, muted};

impl ParticipantForm {
    pub(super) fn ask_who(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let name = format!("{} {}", self.first.trim(), self.last.trim());
        let words = tr!("desk-alike-words", name = name.as_str(), n = self.alike.len());
        Banner::new(Tone::Warning, &words).show(ui);
        let (mut opened, mut here) = (None, None);
        for one in &self.alike {
            panel(ui, |ui| {
                badge(ui, Tone::Warning, &terms::likeness_reasons(&one.reasons));
                row(ui, |ui| {
                    ui.vertical(|ui| who(ui, one));
                    at_end(ui, |ui| {
                        let of = full_name(one);
                        if self.arrives {
                            let words = tr!("desk-arrival-here");
                            let named = tr!("desk-tell-of", action = words.as_str(), name = of.as_str());
                            here = ui
                                .add(Button::primary(&words).accessible_name(&named))
                                .clicked()
                                .then_some(one.id)
                                .or(here);
                            return;
                        }
                        let words = tr!("desk-open-this-file");
                        let named = tr!("desk-open-numbered", name = of.as_str(), number = one.number);
                        if ui.add(Button::secondary(&words).icon(Icon::Person).accessible_name(&named)).clicked() {
                            opened = Some(one.id);
                        }
                    });
                });
            });
        }
        muted(ui, &tr!("desk-alike-homonym-words"));
        cx.show_trouble(ui);
        row(ui, |ui| {
            at_end(ui, |ui| {
                let words = tr!("desk-alike-another");
                if ui.add_enabled(!cx.busy, Button::secondary(&words)).clicked() {
                    self.record(cx, self.alike.iter().map(|one| one.id).collect());
                }
                if ui.add(Button::quiet(&tr!("desk-alike-back"))).clicked() {
                    self.alike.clear();
                }
            });
        });
        if let Some(id) = here {
            cx.act(Deed::Arrive(id));
        }
        if let Some(id) = opened {
            cx.close();
            cx.go(Place::File(id));
        }
    }
}
