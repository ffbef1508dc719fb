//! Who else fills in the grids of the session, and how far two observers agree about the group.

use eframe::egui::Ui;

use crate::app::grids::{AttitudeAgreement, GroupGrid, MeasureAgreement};
use crate::i18n::{decimal, terms};
use crate::tr;
use crate::ui::desk::layout::panel;
use crate::ui::widgets::{Banner, Tone, body, heading, muted, small};

pub(super) fn show(ui: &mut Ui, grids: &GroupGrid) {
    if grids.others.is_empty() {
        return;
    }
    panel(ui, |ui| {
        heading(ui, &tr!("desk-agreements"));
        for other in &grids.others {
            let (name, finished, begun) = (other.name.as_str(), other.n_finished, other.n_begun);
            body(ui, &tr!("desk-group-other", name = name, finished = finished, begun = begun));
        }
        if grids.agreements.is_empty() {
            muted(ui, &tr!("desk-group-agreement-waits"));
        }
        for found in &grids.agreements {
            let (one, other) = &found.observers;
            ui.separator();
            let n = found.n_people;
            body(ui, &tr!("desk-group-agreement-of", one = one.as_str(), other = other.as_str(), n = n));
            let attitudes = found.attitudes.iter().map(|one| (one.is_too_few(), one.n_people, one.enough));
            let measures = found.measures.iter().map(|one| (one.is_too_few(), one.n_people, one.enough));
            let few = attitudes.chain(measures).filter(|(is_too_few, ..)| *is_too_few).min_by_key(|(_, n, _)| *n);
            if let Some((_, n, enough)) = few {
                Banner::new(Tone::Warning, &tr!("desk-group-too-few", n = n, enough = enough)).show(ui);
            }
            found.attitudes.iter().for_each(|one| attitude(ui, one));
            found.measures.iter().for_each(|one| measure(ui, one));
        }
        if grids.agreements.iter().any(|found| !found.attitudes.is_empty()) {
            muted(ui, &tr!("desk-agreement-talk"));
            small(ui, &tr!("desk-group-kappa-words"));
        }
        if grids.agreements.iter().any(|found| !found.measures.is_empty()) {
            small(ui, &tr!("desk-group-icc-words"));
        }
    });
}

fn attitude(ui: &mut Ui, found: &AttitudeAgreement) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        body(ui, &found.title);
        let words = match found.kappa {
            Some((kappa, strength)) => {
                let strength = terms::strength(strength);
                tr!("desk-group-kappa", strength = strength, kappa = decimal(kappa, 2), people = found.n_people)
            }
            None => tr!("desk-agreement-no-kappa"),
        };
        small(ui, &words);
        let (same, near, acts) = (found.n_same, found.n_near, found.n_acts);
        small(ui, &tr!("desk-agreement-acts", same = same, near = near, acts = acts));
    });
}

fn measure(ui: &mut Ui, found: &MeasureAgreement) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        body(ui, &found.title);
        let words = match found.icc {
            Some((icc, strength)) => {
                let strength = terms::strength(strength);
                tr!("desk-group-icc", strength = strength, icc = decimal(icc, 2), people = found.n_people)
            }
            None => tr!("desk-group-no-icc"),
        };
        small(ui, &words);
        let widest = decimal(found.widest, usize::from(found.widest.fract() != 0.0));
        small(ui, &tr!("desk-group-widest", widest = widest, unit = found.unit.as_str()));
    });
}
