//! Every screen and every dialog of the desk.

use boussole::app::Login;
use boussole::app::people::NewParticipant;
use boussole::app::post::{MailSettings, Security};
use boussole::app::setup::SetUp;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::person::{Gender, Role as StaffRole};
use boussole::domain::stamp::Instant;
use boussole::domain::workshop::Attendance;
use boussole::i18n::typeset;
use boussole::ui::theme::Kind;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use tempfile::TempDir;

use super::Walk;
use crate::screens::desk::bureau::{
    Bureau, SMALL, click, empty_app, fill, open, press, read_to_the_end, settle, shows, sign_on_pad,
};
use crate::screens::desk::calendar::{calendar, full_week, pick_up};
use crate::screens::desk::people::people_twice;
use crate::screens::desk::room::full_room;
use crate::support::{House, WORKSHOP, activity, builder, first_answer, full_text, person};

/// Goes to the part, or opens the tab, whose name begins with these words.
fn go(bureau: &mut Bureau, words: &str) {
    let words = typeset(words);
    let labels = bureau.get_all_by_role(Role::Tab).filter_map(|node| node.accesskit_node().label());
    let label = labels.into_iter().find(|label| label.starts_with(&words));
    click(bureau, Role::Tab, &label.unwrap_or_else(|| panic!("no tab « {words} »")));
}

fn open_row(bureau: &mut Bureau, words: &str) {
    let words = typeset(words);
    let labels = bureau.get_all_by_role(Role::Row).filter_map(|node| node.accesskit_node().label());
    let label = labels.into_iter().find(|label| label.contains(&words));
    click(bureau, Role::Row, &label.unwrap_or_else(|| panic!("no row « {words} »")));
}

/// Opens a dialog by its button, looks at it, and closes it.
fn look_at_dialog(walk: &mut Walk, bureau: &mut Bureau, button: &str, name: &str) {
    press(bureau, button);
    walk.stop(bureau, name);
    press(bureau, "Annuler");
}

/// Opens the desk of a house, with the folder that outlives it.
/// Waits until no message lies over the page.
fn let_messages_go(bureau: &mut Bureau) {
    let now = bureau.ctx.input(|input| input.time);
    bureau.input_mut().time = Some(now + 30.0);
    bureau.step();
    bureau.input_mut().time = None;
    settle(bureau);
}

/// Opens the first of the lines that begin with these words.
fn unfold_first(bureau: &mut Bureau, words: &str) {
    let labels = bureau.query_all_by_role(Role::Button).filter_map(|button| button.accesskit_node().label());
    let line = labels.into_iter().find(|label| label.starts_with(words)).unwrap();
    press(bureau, &line);
}

fn at_desk(house: House, login: Login) -> (Bureau, TempDir) {
    let House { app, folder, .. } = house;
    (open(app, Some(login), SMALL), folder)
}

#[test]
fn the_first_run_and_the_door() {
    let mut walk = Walk::new(Kind::Desk, "desk-door");
    let folder = tempfile::tempdir().unwrap();
    let mut bureau = open(empty_app(&folder), None, SMALL);
    walk.stop(&mut bureau, "set-up");
    fill(&mut bureau, "Prénom", "Claire");
    fill(&mut bureau, "Nom", "Morel");
    fill(&mut bureau, "Code de l'équipe", "2468");
    fill(&mut bureau, "Le même code, encore une fois", "246");
    press(&mut bureau, "Commencer");
    walk.stop(&mut bureau, "set-up-refused");
    drop(bureau);
    let mut app = empty_app(&folder);
    let wish = SetUp {
        counsellor_first_name: "Claire".into(),
        counsellor_last_name: "Morel".into(),
        staff_code: "2468".into(),
        phone: String::new(),
    };
    let login = app.set_up(&wish).unwrap();
    app.add_staff(login, "Mehdi", "Saïdi", StaffRole::Facilitator).unwrap();
    app.add_staff(login, "Hubert", "Woussen", StaffRole::Manager).unwrap();
    let mut bureau = open(app, Some(login), SMALL);
    walk.stop(&mut bureau, "today-empty");
    for (part, name) in [
        ("Participants", "participants-empty"),
        ("Ateliers", "workshops-empty"),
        ("Synthèses", "syntheses-empty"),
        ("Réseau", "network-empty"),
    ] {
        go(&mut bureau, part);
        walk.stop(&mut bureau, name);
    }
    press(&mut bureau, "Affichage");
    walk.stop(&mut bureau, "display");
    press(&mut bureau, "C'est bien ainsi");
    press(&mut bureau, "Changer");
    walk.stop(&mut bureau, "who");
    walk.end();
}

#[test]
fn the_room_and_what_waits() {
    let mut walk = Walk::new(Kind::Desk, "desk-today");
    let mut house = full_room();
    house.people_waiting(6, WORKSHOP);
    let login = house.counsellor;
    let (mut bureau, _folder) = at_desk(house, login);
    walk.stop(&mut bureau, "today");
    look_at_dialog(&mut walk, &mut bureau, "Retirer la question : Karim Benali", "take-out");
    look_at_dialog(&mut walk, &mut bureau, "Nouveau participant…", "new");
    look_at_dialog(&mut walk, &mut bureau, "Nouvelle personne…", "arrival-new");
    fill(&mut bureau, "Qui arrive ? Tapez deux lettres du nom", "pe");
    walk.stop(&mut bureau, "arrival");
    go(&mut bureau, "Participants");
    walk.stop(&mut bureau, "participants");
    fill(&mut bureau, "Rechercher : nom, téléphone, date de naissance, n° de dossier", "zzz");
    walk.stop(&mut bureau, "participants-nobody");
    walk.end();
}

#[test]
fn the_figures_of_a_period() {
    let mut walk = Walk::new(Kind::Desk, "desk-figures");
    let mut house = House::on_disk();
    for n in 0..9 {
        let gender = if n < 6 { Gender::Woman } else { Gender::Man };
        let wish = NewParticipant { gender, ..person("Une", &format!("Personne {}", char::from(b'a' + n))) };
        house.welcome(&wish, boussole::domain::interview::ProjectState::ToConfirm);
    }
    let login = house.counsellor;
    let (mut bureau, _folder) = at_desk(house, login);
    go(&mut bureau, "Réseau");
    go(&mut bureau, "Activité");
    walk.stop(&mut bureau, "by-gender");
    click(&mut bureau, Role::RadioButton, "Par antenne");
    walk.stop(&mut bureau, "by-site");
    look_at_dialog(&mut walk, &mut bureau, "Exporter…", "export");
    go(&mut bureau, "Réglages");
    look_at_dialog(&mut walk, &mut bureau, "Changer… : Spycker", "commune");
    press(&mut bureau, "Changer… : Absences attendues");
    fill(&mut bureau, "Valeur", "20");
    walk.stop(&mut bureau, "setting");
    press(&mut bureau, "Enregistrer le réglage");
    press(&mut bureau, "Historique : 1");
    unfold_first(&mut bureau, "de 6 à 12 personnes");
    walk.stop(&mut bureau, "settings");
    look_at_dialog(&mut walk, &mut bureau, "Changer… : Demi-journées d'ouverture", "half-days");
    bureau.key_press(eframe::egui::Key::F1);
    settle(&mut bureau);
    walk.stop(&mut bureau, "keys");
    press(&mut bureau, "Fermer");
    walk.end();
}

#[test]
fn a_person_s_file() {
    let mut walk = Walk::new(Kind::Desk, "desk-file");
    let mut house = House::on_disk();
    let amina =
        house.welcome(&person("Amina", "Diallo-Vandenbroucke"), boussole::domain::interview::ProjectState::ToConfirm);
    for assessment in ["interets", "conditions-travail", "fatigue-travail"] {
        house.prescribe(amina, assessment);
    }
    house.sit("Poste 1", amina, builder);
    house.prescribe(amina, WORKSHOP);
    house.prescribe(amina, "grands-traits");
    let login = house.counsellor;
    let slot = house.app.free_slots(login, amina, AppointmentKind::Diagnostic, 60).unwrap()[0];
    house.app.book_appointment(login, amina, AppointmentKind::Diagnostic, slot).unwrap();
    house
        .app
        .record_observation(house.facilitator, amina, None, "Pose des questions précises et note les réponses.")
        .unwrap();
    house.app.record_participant(login, &person("Zoé", "Lefèvre")).unwrap();
    let (mut bureau, _folder) = at_desk(house, login);
    go(&mut bureau, "Participants");
    open_row(&mut bureau, "LEFÈVRE");
    walk.stop(&mut bureau, "new-file");
    look_at_dialog(&mut walk, &mut bureau, "Enregistrer l'orientation…", "referral");
    go(&mut bureau, "Participants");
    open_row(&mut bureau, "DIALLO");
    walk.stop(&mut bureau, "path");
    look_at_dialog(&mut walk, &mut bureau, "Clore le parcours…", "close");
    go(&mut bureau, "Résultats");
    walk.stop(&mut bureau, "results");
    click(&mut bureau, Role::RadioButton, "Les mots pour le référent");
    walk.stop(&mut bureau, "results-counsellor");
    go(&mut bureau, "Rendez-vous");
    walk.stop(&mut bureau, "appointments");
    look_at_dialog(&mut walk, &mut bureau, "Fixer un rendez-vous…", "book");
    go(&mut bureau, "Observations");
    walk.stop(&mut bureau, "observations");
    look_at_dialog(&mut walk, &mut bureau, "Remplir une grille…", "grid-choice");
    go(&mut bureau, "Historique");
    walk.stop(&mut bureau, "history");
    go(&mut bureau, "Parcours");
    press(&mut bureau, "Modifier…");
    walk.stop(&mut bureau, "edit");
    press(&mut bureau, "Annuler");
    press(&mut bureau, "Code du jour");
    walk.stop(&mut bureau, "code");
    press(&mut bureau, "Fermer");
    press(&mut bureau, "Prescrire");
    walk.stop(&mut bureau, "composer");
    press(&mut bureau, "Choisir : Lire et compter au travail");
    walk.stop(&mut bureau, "composer-chosen");
    look_at_dialog(&mut walk, &mut bureau, "Choisir : Atelier découverte : Bâtiment", "sector");
    walk.end();
}

#[test]
fn workshops_from_the_pool_to_the_session() {
    let mut walk = Walk::new(Kind::Desk, "desk-workshops");
    let mut house = House::on_disk();
    house.people_waiting(7, WORKSHOP);
    house.people_waiting(4, "presentation-demarche");
    let login = house.counsellor;
    let (mut bureau, _folder) = at_desk(house, login);
    go(&mut bureau, "Ateliers");
    walk.stop(&mut bureau, "pools");
    go(&mut bureau, "Proposition");
    walk.stop(&mut bureau, "proposal-question");
    press(&mut bureau, "Et si… (essayer sans rien ouvrir)");
    walk.stop(&mut bureau, "proposal-what-if");
    crate::screens::desk::proposal::ask(&mut bureau, "Chercher la meilleure proposition");
    walk.stop(&mut bureau, "proposal");
    go(&mut bureau, "Viviers");
    press(&mut bureau, "Ouvrir cette séance…");
    walk.stop(&mut bureau, "open");
    press(&mut bureau, "Ouvrir la séance");
    walk.stop(&mut bureau, "session");
    press(&mut bureau, "Convocations (PDF)");
    walk.stop(&mut bureau, "papers");
    press(&mut bureau, "Fermer");
    look_at_dialog(&mut walk, &mut bureau, "Annuler la séance…", "cancel-session");
    go(&mut bureau, "Ateliers");
    go(&mut bureau, "Séances à venir");
    walk.stop(&mut bureau, "upcoming");
    walk.end();
}

#[test]
fn the_calendar_and_the_half_days() {
    let mut walk = Walk::new(Kind::Desk, "desk-calendar");
    let house = full_week();
    let pool = house.pool(WORKSHOP);
    let person = pool.waiting[0].participant;
    let mut bureau = calendar(&house, SMALL);
    walk.stop(&mut bureau, "rooms");
    pick_up(&mut bureau);
    walk.stop(&mut bureau, "carried");
    press(&mut bureau, "Abandonner");
    click(&mut bureau, Role::RadioButton, "Semaine par animateur");
    walk.stop(&mut bureau, "leaders");
    click(&mut bureau, Role::RadioButton, "Mois par atelier");
    walk.stop(&mut bureau, "month");
    press(&mut bureau, "Mois suivant");
    walk.stop(&mut bureau, "december");
    go(&mut bureau, "Viviers");
    press(&mut bureau, &pool.title);
    walk.stop(&mut bureau, "pool-again");
    go(&mut bureau, "Demi-journées");
    walk.stop(&mut bureau, "half-days");
    let cells = bureau.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    let cell = cells.into_iter().find(|label| label.starts_with("mercredi 9 décembre 2026, matin")).unwrap();
    look_at_dialog(&mut walk, &mut bureau, &cell, "half-day-open");
    go(&mut bureau, "Participants");
    let file = house.file(person);
    open_row(&mut bureau, &file.last_name.to_uppercase());
    go(&mut bureau, "Son agenda");
    walk.stop(&mut bureau, "person");
    press(&mut bureau, "Passé : 1 date");
    walk.stop(&mut bureau, "person-past");
    walk.end();
}

#[test]
fn a_session_that_was_held_and_its_grid() {
    let mut walk = Walk::new(Kind::Desk, "desk-held");
    let mut house = House::on_disk();
    house.people_waiting(6, WORKSHOP);
    let session = house.app.open_proposal(house.counsellor, &activity(WORKSHOP), None).unwrap();
    let view = house.app.session(house.counsellor, session).unwrap();
    house.set_time(view.slot.day, 17, 0);
    for seat in &view.seats {
        house.app.take_attendance(house.facilitator, seat.id, Attendance::Present).unwrap();
    }
    let login = house.facilitator;
    let (mut bureau, _folder) = at_desk(house, login);
    walk.stop(&mut bureau, "today");
    go(&mut bureau, "Ateliers");
    go(&mut bureau, "Séances à venir");
    bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
    settle(&mut bureau);
    walk.stop(&mut bureau, "attendance");
    press(&mut bureau, "Remplir une grille : Une Personne aa");
    let label = bureau
        .get_all_by_role(Role::RadioButton)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Attitudes observées"));
    click(&mut bureau, Role::RadioButton, &label.unwrap());
    press(&mut bureau, "Commencer");
    walk.stop(&mut bureau, "grid");
    walk.end();
}

fn mail_server() -> MailSettings {
    MailSettings {
        host: "localhost".into(),
        port: 2525,
        security: Security::None,
        login: None,
        sender_name: "La Boussole de l'orientation".into(),
        sender: "boussole@plie.example".into(),
        authority: String::new(),
    }
}

#[test]
fn a_synthesis_from_its_draft_to_its_delivery() {
    let mut walk = Walk::new(Kind::Desk, "desk-synthesis");
    let mut house = House::on_disk();
    let login = house.counsellor;
    let amina = house.welcome(&person("Amina", "Diallo"), boussole::domain::interview::ProjectState::ToConfirm);
    for assessment in ["interets", "conditions-travail"] {
        house.prescribe(amina, assessment);
    }
    house.sit("Poste 1", amina, builder);
    let synthesis = house.app.begin_synthesis(login, amina).unwrap();
    house.app.save_synthesis(login, synthesis, &full_text()).unwrap();
    let other = house.welcome(&person("Bruno", "Leroy"), boussole::domain::interview::ProjectState::ToConfirm);
    house.prescribe(other, "fatigue-travail");
    house.sit("Poste 1", other, first_answer);
    let second = house.app.begin_synthesis(login, other).unwrap();
    house.app.save_synthesis(login, second, &full_text()).unwrap();
    house.app.write_synthesis(login, second).unwrap();
    let slot = house.app.free_slots(login, other, AppointmentKind::Restitution, 60).unwrap()[0];
    house.app.book_appointment(login, other, AppointmentKind::Restitution, slot).unwrap();
    house.app.set_time(Instant::in_paris(slot.day.and_time(slot.end())));
    house.app.set_mail_server(login, &mail_server()).unwrap();
    let base = rusqlite::Connection::open(house.base_file()).unwrap();
    let (mut bureau, _folder) = at_desk(house, login);
    walk.stop(&mut bureau, "today");
    go(&mut bureau, "Synthèses");
    walk.stop(&mut bureau, "syntheses");
    open_row(&mut bureau, "Amina");
    walk.stop(&mut bureau, "writing");
    let labels = bureau.get_all_by_role(Role::RadioButton).filter_map(|node| node.accesskit_node().label());
    let suggestions = labels.into_iter().find(|label| label.starts_with("Suggestions")).unwrap();
    click(&mut bureau, Role::RadioButton, &suggestions);
    walk.stop(&mut bureau, "suggestions");
    press(&mut bureau, "Faire une piste");
    press(&mut bureau, "Écarter");
    walk.stop(&mut bureau, "suggestions-decided");
    press(&mut bureau, "Aperçu");
    walk.stop(&mut bureau, "preview");
    click(&mut bureau, Role::RadioButton, "Page de la personne");
    walk.stop(&mut bureau, "preview-person");
    go(&mut bureau, "Synthèses");
    open_row(&mut bureau, "Bruno");
    walk.stop(&mut bureau, "written");
    press(&mut bureau, "La restitution a eu lieu");
    press(&mut bureau, "Lire et signer");
    walk.stop(&mut bureau, "restitution");
    press(&mut bureau, "L'écouter à la borne");
    press(&mut bureau, "Fermer");
    walk.stop(&mut bureau, "restitution-at-kiosk");
    read_to_the_end(&mut bureau);
    click(&mut bureau, Role::RadioButton, "la personne est connue du service");
    walk.stop(&mut bureau, "restitution-read");
    look_at_dialog(&mut walk, &mut bureau, "Signé sur papier", "signed-on-paper");
    press(&mut bureau, "Signer à l'écran");
    sign_on_pad(&mut bureau);
    walk.stop(&mut bureau, "restitution-pad");
    press(&mut bureau, "Suite : le référent");
    sign_on_pad(&mut bureau);
    press(&mut bureau, "Signer");
    press(&mut bureau, "Fermer");
    let_messages_go(&mut bureau);
    walk.stop(&mut bureau, "restitution-signed");
    press(&mut bureau, "Synthèse");
    press(&mut bureau, "Demander l'accord…");
    walk.stop(&mut bureau, "agree");
    let agrees = typeset("La personne est d'accord");
    assert!(bureau.get_by_role_and_label(Role::Button, &agrees).accesskit_node().is_disabled());
    click(&mut bureau, Role::CheckBox, "Le texte a été lu");
    press(&mut bureau, "La personne est d'accord");
    walk.stop(&mut bureau, "signed");
    // A copy from before pages were kept, and a prescriber who is called otherwise.
    base.execute("UPDATE signed_copy SET pages = NULL", []).unwrap();
    base.execute("UPDATE prescriber SET last_name = 'Autrenom'", []).unwrap();
    press(&mut bureau, "Aperçu");
    click(&mut bureau, Role::RadioButton, "Synthèse");
    walk.stop(&mut bureau, "preview-differs");
    assert!(shows(&bureau, "Le document signé est conservé"));
    go(&mut bureau, "Synthèses");
    open_row(&mut bureau, "Bruno");
    look_at_dialog(&mut walk, &mut bureau, "Corriger dans une nouvelle version", "correct");
    look_at_dialog(&mut walk, &mut bureau, "Remettre au prescripteur…", "deliver");
    press(&mut bureau, "Remettre au prescripteur…");
    press(&mut bureau, "Remettre la synthèse");
    go(&mut bureau, "Synthèses");
    walk.stop(&mut bureau, "outbox");
    walk.end();
}

#[test]
fn the_network_and_the_library() {
    let mut walk = Walk::new(Kind::Desk, "desk-library");
    let house = House::on_disk();
    let login = house.counsellor;
    let (mut bureau, _folder) = at_desk(house, login);
    go(&mut bureau, "Réseau");
    walk.stop(&mut bureau, "prescribers");
    look_at_dialog(&mut walk, &mut bureau, "Ajouter un prescripteur…", "prescriber");
    open_row(&mut bureau, "Lefebvre");
    walk.stop(&mut bureau, "prescriber-mail");
    look_at_dialog(&mut walk, &mut bureau, "Corriger", "prescriber-correct");
    press(&mut bureau, "Retour aux prescripteurs");
    go(&mut bureau, "Courriels");
    walk.stop(&mut bureau, "mail");
    look_at_dialog(&mut walk, &mut bureau, "Régler l'envoi", "mail-server");
    go(&mut bureau, "Sites");
    walk.stop(&mut bureau, "sites");
    look_at_dialog(&mut walk, &mut bureau, "Ajouter un site…", "site");
    go(&mut bureau, "Équipe");
    walk.stop(&mut bureau, "staff");
    look_at_dialog(&mut walk, &mut bureau, "Ajouter un membre de l'équipe…", "staff-new");
    go(&mut bureau, "Évaluations");
    walk.stop(&mut bureau, "library");
    look_at_dialog(&mut walk, &mut bureau, "Installer…", "install");
    open_row(&mut bureau, "Mes centres d'intérêt");
    walk.stop(&mut bureau, "card");
    go(&mut bureau, "Aperçu");
    walk.stop(&mut bureau, "questions");
    go(&mut bureau, "Échelles");
    walk.stop(&mut bureau, "scales");
    walk.end();
}

#[test]
fn people_their_files_and_their_duplicates() {
    let mut walk = Walk::new(Kind::Desk, "desk-people");
    let (house, file) = people_twice();
    let login = house.counsellor;
    let (mut bureau, _folder) = at_desk(house, login);
    go(&mut bureau, "Participants");
    walk.stop(&mut bureau, "list");
    look_at_dialog(&mut walk, &mut bureau, "Exporter…", "export");
    press(&mut bureau, "Nouveau participant…");
    fill(&mut bureau, "Prénom", "Rachid");
    fill(&mut bureau, "Nom", "El Amrani");
    fill(&mut bureau, "Date de naissance", "03/04/1988");
    fill(&mut bureau, "Commune", "saint-pol");
    walk.stop(&mut bureau, "communes");
    go(&mut bureau, "Aménagements");
    click(&mut bureau, Role::CheckBox, "Interprète");
    walk.stop(&mut bureau, "accommodations");
    press(&mut bureau, "Créer le dossier");
    walk.stop(&mut bureau, "alike");
    press(&mut bureau, "Revenir à la fiche");
    press(&mut bureau, "Annuler");
    press(&mut bureau, "Doublons possibles (1)");
    walk.stop(&mut bureau, "duplicates");
    press(&mut bureau, "Comparer… : EL AMRANI Rachid et ELAMRANI Rachid");
    walk.stop(&mut bureau, "merge");
    press(&mut bureau, "Réunir les dossiers");
    walk.stop(&mut bureau, "merged");
    look_at_dialog(&mut walk, &mut bureau, "Noter une pièce…", "proof");
    press(&mut bureau, "Lire le texte : Envoi de la synthèse au prescripteur");
    walk.stop(&mut bureau, "consent");
    press(&mut bureau, "Fermer");
    look_at_dialog(&mut walk, &mut bureau, "Retirer l'accord… : Envoi de la synthèse au prescripteur", "withdraw");
    go(&mut bureau, "Participants");
    press(&mut bureau, "Importer");
    walk.stop(&mut bureau, "import-empty");
    fill(&mut bureau, "Fichier", &file);
    press(&mut bureau, "Vérifier le fichier");
    open_row(&mut bureau, "Ligne 5");
    walk.stop(&mut bureau, "import");
    walk.end();
}
