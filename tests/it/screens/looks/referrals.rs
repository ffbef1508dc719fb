//! A person with two referrals, the dialogs about them, half-days that were not asked for, and files that arrive.

use boussole::ui::theme::Kind;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::Walk;
use crate::screens::desk::bureau::{Bureau, SMALL, click, fill, open, press, settle};
use crate::screens::desk::referrals::two_referrals;
use crate::support::House;

fn tab(bureau: &mut Bureau, words: &str) {
    let labels = bureau.get_all_by_role(Role::Tab).filter_map(|node| node.accesskit_node().label());
    let label = labels.into_iter().find(|label| label.starts_with(words)).unwrap();
    click(bureau, Role::Tab, &label);
}

#[test]
fn a_person_who_was_referred_twice() {
    let mut walk = Walk::new(Kind::Desk, "desk-referrals");
    let (house, _) = two_referrals();
    let House { app, folder, counsellor, .. } = house;
    let arrivals = folder.path().join("Bureau");
    std::fs::create_dir(&arrivals).unwrap();
    let sheet =
        "Antenne de Dunkerque\nNom;Prénom;Né le;Référent\nDUBOIS;Zoé;5 mai 1985;P. Lefebvre\nLeroy;Paul;3/4/88;\n";
    std::fs::write(arrivals.join("nov.csv"), sheet).unwrap();
    let mut bureau = open(app.with_arrivals_in(vec![arrivals]), Some(counsellor), SMALL);
    fill(&mut bureau, "Qui arrive ? Tapez deux lettres du nom", "dubo");
    walk.stop(&mut bureau, "today");
    fill(&mut bureau, "Qui arrive ? Tapez deux lettres du nom", "benali");
    walk.stop(&mut bureau, "arrival-nobody");
    bureau.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut bureau);
    walk.stop(&mut bureau, "list");
    click(&mut bureau, Role::Row, "DUBOIS Amina");
    walk.stop(&mut bureau, "file");
    press(&mut bureau, "Nouvelle orientation…");
    walk.stop(&mut bureau, "second-referral");
    press(&mut bureau, "Nouveau prescripteur…");
    walk.stop(&mut bureau, "prescriber-over");
    press(&mut bureau, "Annuler");
    press(&mut bureau, "Annuler");
    press(&mut bureau, "Corriger…");
    walk.stop(&mut bureau, "correct");
    press(&mut bureau, "Annuler");
    press(&mut bureau, "Modifier…");
    walk.stop(&mut bureau, "form");
    fill(&mut bureau, "Date de naissance", "31/02/1988");
    press(&mut bureau, "Ouvrir le calendrier");
    walk.stop(&mut bureau, "birth-years");
    bureau.key_press(Key::Escape);
    settle(&mut bureau);
    tab(&mut bureau, "Disponibilités");
    walk.stop(&mut bureau, "half-days");
    press(&mut bureau, "Annuler");
    press(&mut bureau, "Enregistrer l'entretien…");
    walk.stop(&mut bureau, "interview");
    press(&mut bureau, "Fermer");
    tab(&mut bureau, "Historique");
    walk.stop(&mut bureau, "history");
    tab(&mut bureau, "Participants");
    press(&mut bureau, "Importer");
    walk.stop(&mut bureau, "import-recent");
    press(&mut bureau, "Vérifier le fichier : nov.csv");
    click(&mut bureau, Role::Row, "Ligne 3 : DUBOIS Zoé");
    walk.stop(&mut bureau, "import-near");
    press(&mut bureau, "Importer 1 ligne");
    walk.stop(&mut bureau, "imported");
    press(&mut bureau, "Voir les personnes");
    walk.stop(&mut bureau, "imported-people");
    walk.end();
}
