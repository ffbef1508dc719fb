//! The counsellor's work, from the first run to a delivered synthesis, by what is read on screen.

use boussole::domain::activity::ActivityId;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::stamp::Instant;
use boussole::domain::synthesis::{Lead, Recommendation, SynthesisText};
use boussole::i18n::typeset;
use boussole::ui::desk::Place;
use chrono::NaiveTime;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{
    Bureau, SMALL, click, empty_app, fill, go_down, open, press, read_to_the_end, settle, shoot, shows, sign_on_pad,
    staffed_app,
};
use super::grids::choose;
use super::town::{SIX, interviewed, prescribe, prescriber};

#[test]
fn the_first_run_asks_for_a_name_and_a_code_then_shows_today() {
    let folder = tempfile::tempdir().unwrap();
    let mut bureau = open(empty_app(&folder), None, SMALL);
    shoot(&mut bureau, "first-run");
    fill(&mut bureau, "Prénom", "Claire");
    fill(&mut bureau, "Nom", "Morel");
    fill(&mut bureau, "Code de l'équipe", "2468");
    fill(&mut bureau, "Le même code, encore une fois", "246");
    press(&mut bureau, "Commencer");
    assert!(shows(&bureau, "Les deux codes sont différents"));
    shoot(&mut bureau, "first-run-refused");
    fill(&mut bureau, "Le même code, encore une fois", "2468");
    press(&mut bureau, "Commencer");
    bureau.get_by_role_and_label(Role::Heading, "Bonjour Claire");
    assert!(shows(&bureau, "mardi 24 novembre 2026"));
    shoot(&mut bureau, "today-empty");
}

#[test]
fn a_person_goes_from_a_name_to_a_kiosk_code() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, login) = staffed_app(&folder);
    prescriber(&mut app, login);
    let mut bureau = open(app, Some(login), SMALL);
    press(&mut bureau, "Nouveau participant…");
    fill(&mut bureau, "Prénom", "Zoé");
    fill(&mut bureau, "Nom", "Lefèvre");
    fill(&mut bureau, "Date de naissance", "03/04/1988");
    shoot(&mut bureau, "new");
    press(&mut bureau, "Créer le dossier");
    bureau.get_by_role_and_label(Role::Heading, "Zoé Lefèvre");
    press(&mut bureau, "Enregistrer l'orientation…");
    click(&mut bureau, Role::ComboBox, "Prescripteur");
    press(&mut bureau, "Hélène Vandamme, Antenne de Dunkerque centre");
    fill(&mut bureau, "Question d'orientation", "Quel métier ?");
    shoot(&mut bureau, "referral");
    press(&mut bureau, "Enregistrer l'orientation");
    press(&mut bureau, "Enregistrer l'entretien…");
    click(&mut bureau, Role::RadioButton, "Une idée");
    fill(&mut bureau, "Situation", "Sans emploi depuis trois ans.");
    shoot(&mut bureau, "interview");
    // What is written survives closing.
    press(&mut bureau, "Fermer");
    assert!(shows(&bureau, "Entretien commencé"));
    press(&mut bureau, "Reprendre l'entretien");
    let written = |bureau: &Bureau| bureau.get_all_by_label("Situation").find_map(|node| node.accesskit_node().value());
    assert_eq!(written(&bureau).as_deref(), Some("Sans emploi depuis trois ans."));
    press(&mut bureau, "Commencer");
    assert!(shows(&bureau, "Commencé il y a"));
    for title in ["Mon style au travail – 4 tendances", "Mes valeurs et mes motivations", "Lire et compter au travail"]
    {
        click(&mut bureau, Role::CheckBox, title);
    }
    press(&mut bureau, "Enregistrer l'entretien");
    for title in [
        "Préférences – énergie, information, décision, organisation",
        "Mes centres d'intérêt (modèle de Holland)",
        "Mes conditions de travail",
    ] {
        press(&mut bureau, &format!("Ne pas prescrire : {title}"));
    }
    shoot(&mut bureau, "composer");
    press(&mut bureau, "Prescrire 2 étapes");
    assert!(shows(&bureau, "1. Mes grands traits"));
    press(&mut bureau, "Descendre : Mes grands traits (Alt + bas)");
    assert!(shows(&bureau, "2. Mes grands traits"));
    shoot(&mut bureau, "composed");
    press(&mut bureau, "Dossier");
    press(&mut bureau, "Code du jour");
    shoot(&mut bureau, "code");
    assert!(shows(&bureau, "Donnez ce code à Zoé"));
}

#[test]
fn a_search_needs_no_accent_and_a_twin_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, login) = staffed_app(&folder);
    let by = prescriber(&mut app, login);
    for name in SIX {
        interviewed(&mut app, login, by, name);
    }
    let mut bureau = open(app, Some(login), SMALL);
    bureau.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut bureau);
    fill(&mut bureau, "Rechercher : nom, téléphone, date de naissance, n° de dossier", "elodie hond");
    bureau.get_by_role_and_label(Role::Row, "D'HONDT Élodie");
    assert_eq!(bureau.get_all_by_role(Role::Row).count(), 1);
    press(&mut bureau, "Nouveau participant…");
    fill(&mut bureau, "Prénom", "Élodie");
    fill(&mut bureau, "Nom", "D'Hondt");
    fill(&mut bureau, "Date de naissance", "03/04/1988");
    press(&mut bureau, "Créer le dossier");
    shoot(&mut bureau, "twin");
    assert!(shows(&bureau, "même nom · même date de naissance"));
    press(&mut bureau, "Revenir à la fiche");
    let typed = bureau.get_by_role_and_label(Role::TextInput, "Prénom").accesskit_node().value();
    assert_eq!(typed.as_deref(), Some("Élodie"), "a question keeps what was typed");
    press(&mut bureau, "Créer le dossier");
    press(&mut bureau, "Ouvrir le dossier de D'HONDT Élodie, n° 5");
    bureau.get_by_role_and_label(Role::Heading, "Élodie D'Hondt");
}

#[test]
fn a_sector_asks_the_agreement_and_the_advice_asks_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, login) = staffed_app(&folder);
    let by = prescriber(&mut app, login);
    let amina = interviewed(&mut app, login, by, SIX[0]);
    let mut bureau = open(app, Some(login), SMALL);
    press(&mut bureau, "Ouvrir le dossier d'Amina Diallo");
    press(&mut bureau, "Prescrire");
    assert_eq!(bureau.state().desk().place(), Place::Composer(amina));
    press(&mut bureau, "Choisir : Atelier découverte : Bâtiment");
    shoot(&mut bureau, "sector");
    assert!(shows(&bureau, "une lettre à Hélène Vandamme est écrite"));
    click(&mut bureau, Role::CheckBox, "Le texte a été lu");
    press(&mut bureau, "La personne est d'accord");
    assert!(shows(&bureau, "Ne pas prescrire : Atelier découverte : Bâtiment"), "the agreement chooses the workshop");
    shoot(&mut bureau, "advice");
    let prescribe = |bureau: &Bureau| {
        bureau.get_by_role_and_label(Role::Button, "Prescrire 1 étape").accesskit_node().is_disabled()
    };
    assert!(prescribe(&bureau), "setting the advice aside needs a reason");
    fill(&mut bureau, "Pourquoi passer outre", "Une offre d'immersion est déjà là.");
    press(&mut bureau, "Prescrire 1 étape");
    assert!(shows(&bureau, "1. Atelier découverte"));
    assert!(shows(&bureau, "Lettre au prescripteur") && shows(&bureau, "Cette lettre attend"));
    shoot(&mut bureau, "sector-letter");
    press(&mut bureau, "Fermer");
    choose(&mut bureau, Role::Tab, "Aujourd'hui");
    assert!(shows(&bureau, "Prescripteurs à prévenir (1)"));
    press(&mut bureau, "C'est fait… : Hélène Vandamme, au sujet d’Amina Diallo");
    click(&mut bureau, Role::RadioButton, "Appel téléphonique");
    shoot(&mut bureau, "letter-told");
    press(&mut bureau, "Noter");
    assert!(!shows(&bureau, "Prescripteurs à prévenir"));
    choose(&mut bureau, Role::Tab, "Réseau");
    bureau.get_all_by_role(Role::Row).next().unwrap().click_accesskit();
    settle(&mut bureau);
    assert!(shows(&bureau, "par téléphone (Claire Morel)"));
    shoot(&mut bureau, "letters-of-a-prescriber");
    press(&mut bureau, "Annuler : Hélène Vandamme, au sujet d’Amina Diallo");
    choose(&mut bureau, Role::Tab, "Aujourd'hui");
    assert!(shows(&bureau, "Prescripteurs à prévenir (1)"));
}

#[test]
fn six_people_wait_and_a_session_opens_with_its_papers() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, login) = staffed_app(&folder);
    let by = prescriber(&mut app, login);
    for name in SIX {
        let person = interviewed(&mut app, login, by, name);
        prescribe(&mut app, login, person, "presentation-demarche");
    }
    let mut bureau = open(app, Some(login), SMALL);
    shoot(&mut bureau, "today-pool");
    press(&mut bureau, "Voir et ouvrir : Présentation de la démarche");
    shoot(&mut bureau, "open");
    press(&mut bureau, "Ouvrir la séance");
    bureau.get_by_role_and_label(Role::Heading, &typeset("Personnes : 6 sur 12 places"));
    shoot(&mut bureau, "session");
    press(&mut bureau, "Convocations (PDF)");
    assert!(shows(&bureau, "6 documents sont enregistrés."));
    shoot(&mut bureau, "papers");
    press(&mut bureau, "Fermer");
}

#[test]
fn everybody_came_and_the_session_closes() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, login) = staffed_app(&folder);
    let by = prescriber(&mut app, login);
    for name in SIX {
        let person = interviewed(&mut app, login, by, name);
        prescribe(&mut app, login, person, "presentation-demarche");
    }
    let session = app.open_proposal(login, &ActivityId("presentation-demarche".into()), None).unwrap();
    let slot = app.session(login, session).unwrap().slot;
    app.set_time(Instant::in_paris(slot.day.and_time(NaiveTime::from_hms_opt(17, 0, 0).unwrap())));
    let mut bureau = open(app, Some(login), SMALL);
    press(&mut bureau, "Faire l'appel : Présentation de la démarche");
    click(&mut bureau, Role::RadioButton, "Excusé");
    press(&mut bureau, "Tous présents");
    shoot(&mut bureau, "attendance");
    press(&mut bureau, "Clore la séance");
    assert!(shows(&bureau, "Tenue"));
}

#[test]
fn a_finished_path_becomes_a_synthesis_and_waits_for_its_restitution() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, login) = staffed_app(&folder);
    let by = prescriber(&mut app, login);
    let amina = interviewed(&mut app, login, by, SIX[0]);
    let step = prescribe(&mut app, login, amina, "casque-vr");
    app.complete_step(login, step).unwrap();
    let mut bureau = open(app, Some(login), SMALL);
    press(&mut bureau, "Écrire la synthèse : Amina Diallo");
    fill(&mut bureau, "Lecture du référent", "Amina aime le contact et la précision.");
    press(&mut bureau, "Terminer le texte");
    assert!(shows(&bureau, "Il manque 3 choses avant de terminer le texte"));
    assert!(shows(&bureau, "Notez au moins une piste") && shows(&bureau, "Notez au moins une préconisation"));
    shoot(&mut bureau, "writing-lacks");
    let node = bureau.get_by_label("Lecture du référent").accesskit_node().value();
    assert_eq!(node.as_deref(), Some("Amina aime le contact et la précision."));
    press(&mut bureau, "Ajouter un point fort");
    let long = "Vous aimez le contact avec les autres et vous avez montré que vous saviez les aider sans jamais perdre votre calme.";
    let advice = "Phrase longue\u{A0}: 21 mots. Coupez-la en deux.";
    fill(&mut bureau, "Point fort 1", long);
    bureau.get_by_label(advice);
    shoot(&mut bureau, "writing-advice");
    fill(&mut bureau, "Point fort 1", "Vous aimez le contact.");
    assert!(bureau.query_by_label(advice).is_none(), "a short sentence needs no advice");
    press(&mut bureau, "Ajouter une piste");
    assert!(bureau.get_by_label("Piste 1").accesskit_node().is_focused(), "a line that is added gets the keyboard");
    fill(&mut bureau, "Piste 1", "Accueil en cabinet médical");
    press(&mut bureau, "Choisir ce qui appuie la piste 1 (0)");
    click(&mut bureau, Role::CheckBox, "Besoins dits en entretien");
    shoot(&mut bureau, "writing-supports");
    assert!(shows(&bureau, "Choisir ce qui appuie la piste 1 (1)"));
    fill(&mut bureau, "Ce sur quoi s'appuie la piste 1", "Les vidéos de métiers et l'entretien.");
    press(&mut bureau, "Ajouter une préconisation");
    fill(&mut bureau, "Préconisation 1", "Une immersion de deux semaines.");
    shoot(&mut bureau, "writing");
    press(&mut bureau, "Terminer le texte");
    press(&mut bureau, "Fixer la restitution…");
    shoot(&mut bureau, "restitution");
    let slot = bureau.get_all_by_role(Role::Button).find_map(|node| {
        let label = node.accesskit_node().label()?;
        (label.contains("2026") && label.contains("de 9")).then_some(label)
    });
    press(&mut bureau, &slot.unwrap());
    press(&mut bureau, "Fixer le rendez-vous");
    assert!(shows(&bureau, "La restitution a eu lieu"));
}

#[test]
fn a_synthesis_is_signed_then_delivered_to_a_recipient_shown_before() {
    let folder = tempfile::tempdir().unwrap();
    let (mut app, login) = staffed_app(&folder);
    let by = prescriber(&mut app, login);
    let amina = interviewed(&mut app, login, by, SIX[0]);
    let step = prescribe(&mut app, login, amina, "casque-vr");
    app.complete_step(login, step).unwrap();
    let synthesis = app.begin_synthesis(login, amina).unwrap();
    app.save_synthesis(login, synthesis, &text()).unwrap();
    app.write_synthesis(login, synthesis).unwrap();
    let slot = app.free_slots(login, amina, AppointmentKind::Restitution, 60).unwrap()[0];
    app.book_appointment(login, amina, AppointmentKind::Restitution, slot).unwrap();
    app.set_time(Instant::in_paris(slot.day.and_time(slot.end())));
    let mut bureau = open(app, Some(login), SMALL);
    press(&mut bureau, "Ouvrir la synthèse : Amina Diallo");
    press(&mut bureau, "La restitution a eu lieu");
    press(&mut bureau, "Lire et signer");
    assert!(shows(&bureau, "Montrez toute la synthèse avant de signer"));
    click(&mut bureau, Role::RadioButton, "Synthèse");
    go_down(&mut bureau);
    assert!(shows(&bureau, "Il reste à montrer"), "a press does not show every page to its foot");
    shoot(&mut bureau, "restitution-halfway");
    assert!(bureau.get_by_role_and_label(Role::Button, &typeset("Signer à l'écran")).accesskit_node().is_disabled());
    read_to_the_end(&mut bureau);
    assert!(shows(&bureau, "Toute la synthèse a été montrée"));
    click(&mut bureau, Role::RadioButton, "la personne est connue du service");
    shoot(&mut bureau, "restitution-read");
    press(&mut bureau, "Signer à l'écran");
    assert!(shows(&bureau, "Amina Diallo, signez ici"));
    sign_on_pad(&mut bureau);
    shoot(&mut bureau, "restitution-pad");
    press(&mut bureau, "Suite : le référent");
    sign_on_pad(&mut bureau);
    press(&mut bureau, "Signer");
    shoot(&mut bureau, "restitution-signed");
    assert!(shows(&bureau, "ma-boussole-"), "the two papers of the person are at hand");
    press(&mut bureau, "Fermer");
    press(&mut bureau, "Synthèse");
    press(&mut bureau, "Demander l'accord…");
    shoot(&mut bureau, "agree");
    let agrees = typeset("La personne est d'accord");
    assert!(bureau.get_by_role_and_label(Role::Button, &agrees).accesskit_node().is_disabled());
    click(&mut bureau, Role::CheckBox, "Le texte a été lu");
    press(&mut bureau, "La personne est d'accord");
    press(&mut bureau, "Remettre au prescripteur…");
    assert!(shows(&bureau, "Antenne de Dunkerque centre"));
    click(&mut bureau, Role::RadioButton, "Sur papier");
    shoot(&mut bureau, "deliver");
    press(&mut bureau, "Remettre la synthèse");
    assert!(shows(&bureau, "1 sur 1"));
    shoot(&mut bureau, "delivered");
}

fn text() -> SynthesisText {
    SynthesisText {
        reading: "Amina aime le contact.".into(),
        person_says: "Oui, c'est moi.".into(),
        strengths: vec!["Vous aimez le contact.".into()],
        leads: vec![Lead { title: "Accueil".into(), evidence: "L'entretien.".into(), ..Lead::default() }],
        recommendations: vec![Recommendation { action: "Une immersion.".into(), ..Recommendation::default() }],
    }
}
