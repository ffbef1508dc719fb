//! Who people are at the desk: the form, duplicates, documents, agreements, files.

use std::collections::BTreeSet;

use boussole::app::people::{NewParticipant, NewProof};
use boussole::domain::criterion::CriterionId;
use boussole::domain::interview::ProjectState;
use boussole::domain::person::{ConsentDecision, ConsentSubject, Gender, Need, Needs};
use boussole::ui::desk::Place;
use chrono::NaiveDate;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::bureau::{Bureau, SMALL, click, fill, open, press, shoot, shows};
use crate::support::{House, person, tuesday};

/// A file of referrals: somebody new, somebody known, an unknown prescriber, somebody alike, and a wrong date.
const FILE: &str = "\
Nom;Prénom;Né(e) le;Sexe;Téléphone;CP;Ville;Référent;Orienté le;Question
Dubois;Amina;07/02/1991;F;612345678;59430;Saint-Pol-sur-Mer;Paul Lefebvre;20/11/2026;Quel métier ?
Verhaeghe;Sandrine;24/02/1976;F;06 39 98 00 12;59760;Grande-Synthe;Paul Lefebvre;20/11/2026;Quelle formation ?
Coppin;Grégory;16/05/77;M;;59820;Gravelines;Nadège Œuvrard;21/11/2026;
Verhaege;Sandrine;24/02/1976;F;;;;Paul Lefebvre;21/11/2026;Reprendre ?
Leroy;Bruno;31/02/1972;M;;;;Paul Lefebvre;21/11/2026;Reprendre ?
";

/// A house where somebody is there twice, and the path of a file of referrals.
pub fn people_twice() -> (House, String) {
    let mut house = House::on_disk();
    let sandrine = NewParticipant::named("Sandrine", "Verhaeghe", NaiveDate::from_ymd_opt(1976, 2, 24).unwrap());
    house.app.record_participant(house.counsellor, &sandrine).unwrap();
    let wish = NewParticipant {
        gender: Gender::Man,
        phone: "06 12 34 56 78".to_owned(),
        residence: house.app.find_communes("saint-pol-sur-mer")[0].residence.clone(),
        needs: Needs { ticked: BTreeSet::from([Need::ReadAloud, Need::Breaks]), language: String::new() },
        ..person("Rachid", "El Amrani")
    };
    let kept = house.welcome(&wish, ProjectState::Idea);
    let born = NaiveDate::from_ymd_opt(1979, 4, 5).unwrap();
    let other = NewParticipant::named("Rachid", "Elamrani", born);
    let id = house.app.record_participant(house.counsellor, &other).unwrap();
    let other = NewParticipant { phone: wish.phone.clone(), email: "rachid@exemple.fr".to_owned(), ..other };
    house.app.update_participant(house.counsellor, id, &other).unwrap();
    let subject = ConsentSubject::SendSynthesis;
    house.app.record_consent(house.counsellor, kept, subject.clone(), ConsentDecision::Refused).unwrap();
    house.set_time(tuesday(), 9, 30);
    house.app.record_consent(house.counsellor, kept, subject, ConsentDecision::Agreed).unwrap();
    let proof = |criterion: &str, day, until| NewProof {
        criterion: CriterionId(criterion.to_owned()),
        dated: NaiveDate::from_ymd_opt(2026, 9, day).unwrap(),
        until,
    };
    house.app.record_proof(house.counsellor, kept, &proof("rsa", 1, None)).unwrap();
    house.app.record_proof(house.counsellor, kept, &proof("th", 2, NaiveDate::from_ymd_opt(2030, 6, 30))).unwrap();
    let path = house.folder.path().join("orientations.csv");
    std::fs::write(&path, FILE).unwrap();
    (house, path.display().to_string())
}

fn desk() -> (Bureau, String, tempfile::TempDir) {
    let (house, path) = people_twice();
    let House { app, folder, counsellor, .. } = house;
    (open(app, Some(counsellor), SMALL), path, folder)
}

fn participants(bureau: &mut Bureau) {
    bureau.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::Num2);
    super::bureau::settle(bureau);
}

#[test]
fn a_person_is_recorded_with_a_commune_and_what_is_to_be_arranged() {
    let (mut bureau, _, _folder) = desk();
    participants(&mut bureau);
    press(&mut bureau, "Nouveau participant…");
    fill(&mut bureau, "Prénom", "Gülay");
    fill(&mut bureau, "Nom", "Yılmaz");
    fill(&mut bureau, "Date de naissance", "18/09/1979");
    click(&mut bureau, Role::RadioButton, "Femme");
    fill(&mut bureau, "Téléphone", "0639980021");
    fill(&mut bureau, "Commune", "st pol");
    shoot(&mut bureau, "people-form");
    press(&mut bureau, "Saint-Pol-sur-Mer (Dunkerque)");
    click(&mut bureau, Role::Tab, "Aménagements");
    click(&mut bureau, Role::CheckBox, "Interprète");
    fill(&mut bureau, "Langue de l'interprète", "turc");
    shoot(&mut bureau, "people-accommodations");
    press(&mut bureau, "Créer le dossier");
    shoot(&mut bureau, "people-file");
    for words in ["Saint-Pol-sur-Mer (Dunkerque)", "06 39 98 00 21", "Interprète (turc)", "Joignable par téléphone"]
    {
        assert!(shows(&bureau, words), "{words}");
    }
}

#[test]
fn a_commune_outside_the_list_is_kept_and_told() {
    let (mut bureau, _, _folder) = desk();
    participants(&mut bureau);
    press(&mut bureau, "Nouveau participant…");
    fill(&mut bureau, "Prénom", "Yves");
    fill(&mut bureau, "Nom", "Bodart");
    fill(&mut bureau, "Date de naissance", "03/03/1978");
    fill(&mut bureau, "Commune", "Adinkerque");
    assert!(shows(&bureau, "Hors liste"));
    press(&mut bureau, "Créer le dossier");
    assert!(shows(&bureau, "Adinkerque (hors liste)"));
}

#[test]
fn two_files_are_compared_made_one_and_two_again() {
    let (mut bureau, _, _folder) = desk();
    participants(&mut bureau);
    shoot(&mut bureau, "people-list");
    press(&mut bureau, "Doublons possibles (1)");
    assert_eq!(bureau.state().desk().place(), Place::Duplicates);
    shoot(&mut bureau, "people-duplicates");
    press(&mut bureau, "Comparer… : EL AMRANI Rachid et ELAMRANI Rachid");
    shoot(&mut bureau, "people-merge");
    press(&mut bureau, "Courriel : rachid@exemple.fr");
    press(&mut bureau, "Réunir les dossiers");
    assert!(shows(&bureau, "rachid@exemple.fr"));
    shoot(&mut bureau, "people-merged");
    press(&mut bureau, "Défaire la réunion avec le dossier n° 3 (Rachid Elamrani)");
    assert!(!shows(&bureau, "rachid@exemple.fr"));
    participants(&mut bureau);
    bureau.get_by_role_and_label(Role::Button, &boussole::i18n::typeset("Doublons possibles (1)"));
}

#[test]
fn two_people_who_look_alike_are_told_apart_once() {
    let (mut bureau, _, _folder) = desk();
    participants(&mut bureau);
    press(&mut bureau, "Doublons possibles (1)");
    press(&mut bureau, "Deux personnes différentes : EL AMRANI Rachid et ELAMRANI Rachid");
    assert!(shows(&bureau, "Aucun doublon"));
}

#[test]
fn a_document_is_noted_and_an_agreement_is_taken_back() {
    let (mut bureau, _, _folder) = desk();
    participants(&mut bureau);
    click(&mut bureau, Role::Row, "EL AMRANI Rachid");
    assert!(shows(&bureau, "Expire bientôt, le 30/11/2026"));
    assert!(shows(&bureau, "Valable jusqu'au 30/06/2030"));
    press(&mut bureau, "Noter une pièce…");
    shoot(&mut bureau, "people-proof");
    press(&mut bureau, "Annuler");
    press(&mut bureau, "Lire le texte : Envoi de la synthèse au prescripteur");
    assert!(shows(&bureau, "jamais vos réponses"));
    press(&mut bureau, "Fermer");
    press(&mut bureau, "Retirer l'accord… : Envoi de la synthèse au prescripteur");
    press(&mut bureau, "Retirer l'accord");
    assert!(shows(&bureau, "Réponses précédentes (2)"));
}

#[test]
fn a_file_is_looked_at_then_imported() {
    let (mut bureau, path, _folder) = desk();
    participants(&mut bureau);
    press(&mut bureau, "Importer");
    fill(&mut bureau, "Fichier", &path);
    press(&mut bureau, "Vérifier le fichier");
    shoot(&mut bureau, "people-import");
    assert!(shows(&bureau, "À importer : 2"));
    click(&mut bureau, Role::Row, "Ligne 6 : Leroy Bruno");
    super::bureau::settle(&mut bureau);
    assert!(shows(&bureau, "« 31/02/1972 » n'est pas une date"));
    click(&mut bureau, Role::Row, "Ligne 5 : Verhaege Sandrine");
    shoot(&mut bureau, "people-import-alike");
    press(&mut bureau, "C'est VERHAEGHE Sandrine, dossier n° 1");
    assert!(shows(&bureau, "À importer : 3"));
    fill(&mut bureau, "Nom de la correspondance", "Fichier de l'antenne");
    press(&mut bureau, "Garder");
    press(&mut bureau, "Importer 3 lignes");
    assert!(shows(&bureau, "Import terminé. Personnes : 1. Orientations : 3."));
    shoot(&mut bureau, "people-imported");
    participants(&mut bureau);
    assert!(
        bureau.get_all_by_role(Role::Row).any(|row| row.accesskit_node().label().as_deref() == Some("DUBOIS Amina"))
    );
}

#[test]
fn the_list_is_written_to_a_file() {
    let (mut bureau, _, folder) = desk();
    participants(&mut bureau);
    press(&mut bureau, "Exporter…");
    shoot(&mut bureau, "people-export");
    press(&mut bureau, "Exporter");
    assert!(std::fs::read_dir(folder.path().join("exports")).unwrap().next().is_some());
}

#[test]
fn a_row_about_somebody_known_says_what_differs_and_changes_it_on_purpose() {
    let mut house = House::on_disk();
    let known = person("Amina", "Dubois");
    house.another(&NewParticipant { phone: "06 00 00 00 01".to_owned(), ..known.clone() });
    let path = house.folder.path().join("orientations.csv");
    let born = known.birth_date.format("%d/%m/%Y");
    let text = format!("Nom;Prénom;Né(e) le;Téléphone\nDubois;Amina;{born};06 12 34 56 78\n");
    std::fs::write(&path, text).unwrap();
    let House { app, folder: _folder, counsellor, .. } = house;
    let mut bureau = open(app, Some(counsellor), SMALL);
    participants(&mut bureau);
    press(&mut bureau, "Importer");
    fill(&mut bureau, "Fichier", &path.display().to_string());
    press(&mut bureau, "Vérifier le fichier");
    click(&mut bureau, Role::Row, "Ligne 2 : Dubois Amina");
    shoot(&mut bureau, "people-import-differs");
    assert!(shows(&bureau, "« 06 12 34 56 78 » dans le fichier, « 06 00 00 00 01 » dans le dossier"));
    press(&mut bureau, "Reprendre ces données");
    shoot(&mut bureau, "people-import-updates");
    press(&mut bureau, "Importer 1 ligne");
    assert!(shows(&bureau, "Dossiers mis à jour : 1"));
}
