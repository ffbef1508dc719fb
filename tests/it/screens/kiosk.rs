//! The kiosk, from the code to « Au revoir », on a real base.
//!
//! `BOUSSOLE_SHOTS=/tmp/shots cargo test --test it screens::kiosk` writes the pictures to look at.

mod room;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use room::{Room, SMALL, assert_fits, enter, next, press, settle, shoot, shows, type_text, walk_to_first_question};

#[test]
fn tour() {
    let room = Room::with(&["grands-traits", "lire-compter"]);
    for (name, size) in [("100", SMALL), ("125", [1092.8, 614.4]), ("150", [910.7, 512.0])] {
        let mut kiosk = room.kiosk(size);
        shoot(&mut kiosk, &format!("{name}-01-start"));
        type_text(&mut kiosk, "000");
        shoot(&mut kiosk, &format!("{name}-02-typing"));
        type_text(&mut kiosk, "000");
        enter(&mut kiosk);
        shoot(&mut kiosk, &format!("{name}-03-wrong"));
        type_text(&mut kiosk, &room.code);
        enter(&mut kiosk);
        shoot(&mut kiosk, &format!("{name}-04-notice"));
        if shows(&kiosk, "compris") {
            enter(&mut kiosk);
        }
        shoot(&mut kiosk, &format!("{name}-05-today"));
        enter(&mut kiosk);
        shoot(&mut kiosk, &format!("{name}-06-intro"));
        if shows(&kiosk, "Pourquoi") {
            enter(&mut kiosk);
            shoot(&mut kiosk, &format!("{name}-07-intro"));
            enter(&mut kiosk);
            shoot(&mut kiosk, &format!("{name}-08-intro"));
            enter(&mut kiosk);
            shoot(&mut kiosk, &format!("{name}-09-practice"));
            kiosk.key_press(Key::Num2);
            kiosk.run();
            enter(&mut kiosk);
            shoot(&mut kiosk, &format!("{name}-10-correction"));
            enter(&mut kiosk);
        }
        shoot(&mut kiosk, &format!("{name}-11-question"));
        kiosk.key_press(Key::Num4);
        kiosk.run();
        shoot(&mut kiosk, &format!("{name}-12-chosen"));
        enter(&mut kiosk);
        shoot(&mut kiosk, &format!("{name}-13-noted"));
        press(&mut kiosk, "Aide");
        shoot(&mut kiosk, &format!("{name}-14-help"));
        press(&mut kiosk, "Revenir");
        press(&mut kiosk, "Affichage");
        shoot(&mut kiosk, &format!("{name}-15-display"));
    }
}
