//! The kiosk, from the code to « Au revoir », on a real base.
//!
//! `BOUSSOLE_SHOTS=/tmp/shots cargo test --test it screens::kiosk` writes the pictures to look at.

mod room;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use room::{Room, SMALL, assert_fits, enter, next, press, settle, shoot, shows, type_text, walk_to_first_question};

/// The screen of 1366 × 768 as it is seen at 100, 125 and 150 %; a larger one shows the same, larger.
const VIEWS: [(&str, [f32; 2]); 3] = [("100", SMALL), ("125", [1092.8, 614.4]), ("150", [910.7, 512.0])];

#[test]
fn every_screen_fits_up_to_125_percent() {
    let room = Room::with(&["lire-compter", "fatigue-travail"]);
    for (name, size) in VIEWS {
        let mut kiosk = room.kiosk(size);
        let mut step = 0;
        let mut look = |kiosk: &mut room::Kiosk| {
            step += 1;
            shoot(kiosk, &format!("{name}-{step:02}"));
            if name != "150" {
                assert_fits(kiosk, size, &format!("{name}-{step:02}"));
            }
        };
        look(&mut kiosk);
        type_text(&mut kiosk, "000000");
        enter(&mut kiosk);
        look(&mut kiosk);
        press(&mut kiosk, "Réservé à l\u{2019}équipe");
        look(&mut kiosk);
        press(&mut kiosk, "Annuler");
        type_text(&mut kiosk, &room.code);
        enter(&mut kiosk);
        look(&mut kiosk);
        if shows(&kiosk, "compris") {
            enter(&mut kiosk);
            look(&mut kiosk);
        }
        enter(&mut kiosk);
        if shows(&kiosk, "Pourquoi") {
            look(&mut kiosk);
            enter(&mut kiosk);
            look(&mut kiosk);
            enter(&mut kiosk);
            look(&mut kiosk);
            enter(&mut kiosk);
            look(&mut kiosk);
            kiosk.key_press(Key::Num2);
            kiosk.run();
            enter(&mut kiosk);
            look(&mut kiosk);
            enter(&mut kiosk);
        }
        look(&mut kiosk);
        press(&mut kiosk, "Aide");
        look(&mut kiosk);
        press(&mut kiosk, "Revenir");
        press(&mut kiosk, "Affichage");
        look(&mut kiosk);
        press(&mut kiosk, "C\u{2019}est bien ainsi");
        for _ in 0..3 {
            kiosk.get_by_role_and_label(Role::RadioButton, "Je ne sais pas").click();
            kiosk.run();
            press(&mut kiosk, "Valider");
            look(&mut kiosk);
            next(&mut kiosk);
            look(&mut kiosk);
        }
        press(&mut kiosk, "Aide");
        press(&mut kiosk, "Pause");
    }
}
