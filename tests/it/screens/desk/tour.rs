//! A walk through every screen of a demonstration's base, to look at.

use boussole::app::{App, Chance, Clock, Place};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, LARGE, SMALL, click, open, press, settle, shoot};

fn demo(size: [f32; 2]) -> Option<Bureau> {
    let base = std::env::var("BOUSSOLE_DEMO").ok()?;
    let copy = tempfile::tempdir().unwrap().keep().join("boussole.db");
    std::fs::copy(base, &copy).unwrap();
    let mut app = App::open(&Place::File(copy), Clock::System, Chance::from_seed(3)).unwrap();
    let staff = app.staff().unwrap().first().unwrap().id;
    let login = app.log_in(staff).unwrap();
    Some(open(app, Some(login), size))
}

/// Opens the first row of the table whose name or state holds these words.
fn open_row(bureau: &mut Bureau, which: usize) {
    let row = bureau.get_all_by_role(Role::Row).nth(which);
    let Some(row) = row else { return };
    row.click_accesskit();
    settle(bureau);
}

fn has_button(bureau: &Bureau, label: &str) -> bool {
    bureau.query_all_by_role_and_label(Role::Button, label).any(|node| !node.accesskit_node().is_disabled())
}

#[test]
fn every_screen_of_a_demonstration_draws() {
    let sizes: &[_] = if std::env::var("BOUSSOLE_LARGE").is_ok() { &[(LARGE, "1080")] } else { &[(SMALL, "768")] };
    for (size, name) in sizes.iter().copied() {
        let Some(mut bureau) = demo(size) else { return };
        shoot(&mut bureau, &format!("{name}-today"));
        let tab = |bureau: &Bureau, words: &str| {
            let found = bureau
                .get_all_by_role(Role::Tab)
                .filter_map(|node| node.accesskit_node().label())
                .find(|label| label.starts_with(words));
            found.unwrap()
        };
        let go = |bureau: &mut Bureau, words: &str| {
            let label = tab(bureau, words);
            click(bureau, Role::Tab, &label);
        };
        go(&mut bureau, "Participants");
        shoot(&mut bureau, &format!("{name}-participants"));
        press(&mut bureau, "Nouveau participant…");
        shoot(&mut bureau, &format!("{name}-new"));
        press(&mut bureau, "Annuler");
        for which in [0, 3, 6, 9] {
            open_row(&mut bureau, which);
            shoot(&mut bureau, &format!("{name}-file-{which}"));
            go(&mut bureau, "Participants");
        }
        open_row(&mut bureau, 0);
        for (words, part) in [
            ("Résultats", "results"),
            ("Rendez-vous", "dates"),
            ("Son agenda", "agenda"),
            ("Observations", "seen"),
            ("Historique", "history"),
        ] {
            go(&mut bureau, words);
            shoot(&mut bureau, &format!("{name}-file-{part}"));
        }
        go(&mut bureau, "Rendez-vous");
        press(&mut bureau, "Fixer un rendez-vous…");
        shoot(&mut bureau, &format!("{name}-book"));
        press(&mut bureau, "Annuler");
        go(&mut bureau, "Ateliers");
        shoot(&mut bureau, &format!("{name}-pools"));
        if has_button(&bureau, "Ouvrir cette séance…") {
            press(&mut bureau, "Ouvrir cette séance…");
            shoot(&mut bureau, &format!("{name}-open"));
            press(&mut bureau, "Annuler");
        }
        go(&mut bureau, "Calendrier");
        shoot(&mut bureau, &format!("{name}-week-rooms"));
        click(&mut bureau, Role::RadioButton, "Semaine par animateur");
        shoot(&mut bureau, &format!("{name}-week-leaders"));
        press(&mut bureau, "Semaine suivante");
        shoot(&mut bureau, &format!("{name}-next-week-leaders"));
        click(&mut bureau, Role::RadioButton, "Semaine par salle");
        shoot(&mut bureau, &format!("{name}-next-week-rooms"));
        click(&mut bureau, Role::RadioButton, "Mois par atelier");
        shoot(&mut bureau, &format!("{name}-month"));
        go(&mut bureau, "Demi-journées");
        shoot(&mut bureau, &format!("{name}-half-days"));
        go(&mut bureau, "Séances à venir");
        shoot(&mut bureau, &format!("{name}-upcoming"));
        open_row(&mut bureau, 0);
        shoot(&mut bureau, &format!("{name}-session"));
        go(&mut bureau, "Ateliers");
        go(&mut bureau, "Viviers");
        click(&mut bureau, Role::Button, "Job labo");
        shoot(&mut bureau, &format!("{name}-offered"));
        for which in [2, 3] {
            go(&mut bureau, "Séances passées");
            open_row(&mut bureau, which);
            shoot(&mut bureau, &format!("{name}-past-{which}"));
            go(&mut bureau, "Ateliers");
        }
        go(&mut bureau, "Synthèses");
        shoot(&mut bureau, &format!("{name}-syntheses"));
        open_row(&mut bureau, 0);
        shoot(&mut bureau, &format!("{name}-writing"));
        if has_button(&bureau, "Aperçu") {
            press(&mut bureau, "Aperçu");
            shoot(&mut bureau, &format!("{name}-preview"));
        }
        go(&mut bureau, "Réseau");
        shoot(&mut bureau, &format!("{name}-network"));
        press(&mut bureau, "Ajouter un prescripteur…");
        shoot(&mut bureau, &format!("{name}-prescriber"));
        press(&mut bureau, "Annuler");
        press(&mut bureau, "Changer");
        shoot(&mut bureau, &format!("{name}-who"));
    }
}
