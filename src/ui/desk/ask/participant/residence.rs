//! The commune: typed words or a post code, a short list, and what is kept.

use eframe::egui::Ui;

use crate::domain::commune::Residence;
use crate::tr;
use crate::ui::desk::action::Load;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::words;
use crate::ui::widgets::{Button, TextField, Tone, badge, small};

/// Fewest letters that a list is proposed for.
const LETTERS: usize = 2;

pub struct ResidenceField {
    typed: String,
    /// What was chosen in the list; another word typed makes it nothing.
    chosen: Option<Residence>,
}

impl ResidenceField {
    pub fn of(residence: &Residence) -> Self {
        let chosen = matches!(residence, Residence::Listed { .. }).then(|| residence.clone());
        Self { typed: residence.name().to_owned(), chosen }
    }

    pub fn residence(&self) -> Residence {
        let name = self.typed.trim();
        match &self.chosen {
            Some(chosen) => chosen.clone(),
            None if name.is_empty() => Residence::Unknown,
            None => Residence::Outside { name: name.to_owned() },
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let (label, hint) = (tr!("desk-commune"), tr!("desk-commune-hint"));
        let width = ui.available_width().min(420.0);
        let field = TextField::new(&label, &mut self.typed).hint(&hint).width(width).longest(80).show(ui);
        let wanted = self.typed.trim().to_owned();
        if field.changed() {
            self.chosen = None;
            if wanted.chars().count() >= LETTERS {
                cx.look(Load::Communes(wanted.clone()));
            }
        }
        let found = cx.data.communes.as_ref().filter(|(typed, _)| *typed == wanted).map(|(_, found)| found);
        match (&self.chosen, found) {
            (Some(_), _) => drop(small(ui, &tr!("desk-commune-listed"))),
            (None, Some(found)) if !found.is_empty() => {
                ui.horizontal_wrapped(|ui| {
                    for commune in found {
                        let words = words::commune_line(commune);
                        if ui.add(Button::secondary(&words)).clicked() {
                            self.typed = commune.residence.name().to_owned();
                            self.chosen = Some(commune.residence.clone());
                        }
                    }
                });
            }
            (None, Some(_)) => drop(badge(ui, Tone::Warning, &tr!("desk-commune-outside"))),
            (None, None) => {}
        }
    }
}
