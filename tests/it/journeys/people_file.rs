//! Referrals from a file, and the list as a file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use boussole::app::people::{
    Columns, ExportFormat, ImportChoices, ImportDone, ImportView, ImportWish, NewParticipant, PeopleQuery,
    PersonChoice, PrescriberChoice, UnknownPrescriber, Verdict,
};
use boussole::app::{AppError, Refusal};
use boussole::domain::people_file::{CellFault, Field, Note, TableRefusal};
use boussole::domain::person::Gender;
use chrono::NaiveDate;

use crate::support::{House, person};

const FILE: &str = "\
Nom;Prénom;Né(e) le;Sexe;Téléphone;CP;Ville;Référent;Orienté le;Question
DUBOIS;Amina;03/04/1988;F;612345678;59430;St Pol sur Mer;Paul LEFEBVRE;20/11/2026;Quel métier ?
Diallo;Fatoumata;33416;F;06 39 98 00 12;59760;Grande-Synthe;Lefebvre Paul;20/11/2026;Quelle formation ?
Coppin;Grégory;16/05/77;M;;62100;Calais;Nadège ŒUVRARD;21/11/2026;
Leroy;Bruno;31/02/1972;M;;;;Paul Lefebvre;21/11/2026;Reprendre ?
Mahieu;Kévin;28/01/1997;M;appeler sa sœur;;;Paul Lefebvre;30/12/2026;Reprendre ?
";

fn write(house: &House, text: &str) -> String {
    let path = house.folder.path().join("orientations.csv");
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn wish(path: &str) -> ImportWish {
    ImportWish { path: path.to_owned(), ..ImportWish::default() }
}

fn look(house: &House, wish: &ImportWish) -> ImportView {
    house.app.import_view(house.counsellor, wish).unwrap()
}

fn everybody(house: &House) -> Vec<String> {
    let rows = house.app.search_participants(house.counsellor, "", 99).unwrap();
    rows.into_iter().map(|row| row.last_name).collect()
}

#[test]
fn each_row_has_its_verdict_and_nothing_is_written_before_it_is_asked() {
    let house = House::new();
    let path = write(&house, FILE);
    let view = look(&house, &wish(&path));
    assert!(!view.lacks_columns);
    assert_eq!(view.columns[8], Some(Field::Received));
    let verdicts: Vec<&Verdict> = view.rows.iter().map(|row| &row.verdict).collect();
    assert_eq!(*verdicts[0], Verdict::New);
    assert_eq!(*verdicts[1], Verdict::New);
    assert_eq!(*verdicts[2], Verdict::UnknownPrescriber("Nadège ŒUVRARD".to_owned()));
    let refused = |column: &str, value: &str, fault| (column.to_owned(), value.to_owned(), fault);
    assert_eq!(*verdicts[3], Verdict::Refused(vec![refused("Né(e) le", "31/02/1972", CellFault::NotADate)]));
    let expected = vec![refused("Orienté le", "30/12/2026", CellFault::DateInTheFuture)];
    assert_eq!(*verdicts[4], Verdict::Refused(expected));
    assert_eq!(view.rows[4].notes, [("Téléphone".to_owned(), Note::PhoneLeftOut)]);
    let notes = [("Nom".to_owned(), Note::NameCase), ("Téléphone".to_owned(), Note::PhoneZero)];
    assert_eq!(view.rows[0].notes, notes);
    assert_eq!(view.rows[1].notes, [("Né(e) le".to_owned(), Note::DateFromSerial)]);
    let notes: Vec<Note> = view.rows[2].notes.iter().map(|(_, note)| *note).collect();
    assert_eq!(notes, [Note::TwoDigitYear, Note::QuestionToAsk]);
    assert_eq!((view.n_imported(), view.n_left()), (2, 3));
    let nadege = UnknownPrescriber { name: "Nadège ŒUVRARD".to_owned(), rows: 1, near: Vec::new() };
    assert_eq!(view.unknown_prescribers, [nadege]);
    assert_eq!(everybody(&house), Vec::<String>::new());
}

#[test]
fn an_import_writes_people_referrals_and_prescribers_once() {
    let mut house = House::new();
    let path = write(&house, FILE);
    let site = house.app.sites().unwrap()[0].id;
    let prescribers = BTreeMap::from([("Nadège ŒUVRARD".to_owned(), PrescriberChoice::Create(site))]);
    let wish = ImportWish { choices: ImportChoices { prescribers, ..ImportChoices::default() }, ..wish(&path) };
    let view = look(&house, &wish);
    let done = house.app.import_participants(house.counsellor, &wish, &view.fingerprint).unwrap().done;
    assert_eq!(done, ImportDone { people: 3, referrals: 3, prescribers: 1, updates: 0 });
    assert_eq!(everybody(&house), ["Coppin", "Diallo", "Dubois"]);
    let amina = house.app.search_participants(house.counsellor, "dubois", 9).unwrap()[0].id;
    let file = house.file(amina);
    assert_eq!((file.phone.as_str(), file.gender), ("06 12 34 56 78", Gender::Woman));
    assert_eq!(file.commune.residence.name(), "Saint-Pol-sur-Mer");
    assert_eq!(file.referral.unwrap().question, "Quel métier ?");
    let gregory = house.app.search_participants(house.counsellor, "coppin", 9).unwrap()[0].clone();
    assert_eq!(gregory.prescriber.as_deref(), Some("Nadège Œuvrard"));

    // The same file again: everybody is there.
    let view = look(&house, &wish);
    assert!(view.rows[..3].iter().all(|row| row.verdict == Verdict::There), "{:?}", view.rows);
    let again = house.app.import_participants(house.counsellor, &wish, &view.fingerprint);
    assert!(matches!(again, Err(AppError::Refused(Refusal::Import(TableRefusal::NothingToImport)))));
}

#[test]
fn a_known_person_changes_only_where_somebody_asks_for_it_row_by_row() {
    let mut house = House::new();
    let born = NaiveDate::from_ymd_opt(1988, 4, 3).unwrap();
    let known = NewParticipant {
        phone: "06 00 00 00 01".to_owned(),
        email: "amina@plie.example".to_owned(),
        ..NewParticipant::named("Amina", "Dubois", born)
    };
    let amina = house.another(&known);
    let path = write(&house, FILE);
    let plain = wish(&path);
    let view = look(&house, &plain);
    let told: Vec<(Field, &str, &str)> =
        view.rows[0].differences.iter().map(|one| (one.field, one.recorded.as_str(), one.in_file.as_str())).collect();
    let expected = [(Field::Phone, "06 00 00 00 01", "06 12 34 56 78"), (Field::Commune, "", "Saint-Pol-sur-Mer")];
    assert_eq!(told, expected, "a blank of the file says nothing: no mail address");
    house.app.import_participants(house.counsellor, &plain, &view.fingerprint).unwrap();
    assert_eq!(house.file(amina).phone, "06 00 00 00 01");

    let choices = ImportChoices { updates: BTreeSet::from([view.rows[0].line]), ..ImportChoices::default() };
    let asked = ImportWish { choices, ..plain };
    let view = look(&house, &asked);
    assert_eq!(view.rows[0].verdict, Verdict::There);
    assert!(view.rows[0].updates && view.rows[0].is_imported());
    let done = house.app.import_participants(house.counsellor, &asked, &view.fingerprint).unwrap();
    assert_eq!(done.done, ImportDone { updates: 1, ..ImportDone::default() });
    let file = house.file(amina);
    assert_eq!((file.phone.as_str(), file.email.as_deref()), ("06 12 34 56 78", Some("amina@plie.example")));
    assert_eq!(file.commune.residence.name(), "Saint-Pol-sur-Mer");
    assert_eq!(look(&house, &asked).rows[0].differences, []);
}

#[test]
fn a_file_that_changed_since_it_was_looked_at_is_not_imported() {
    let mut house = House::new();
    let path = write(&house, FILE);
    let view = look(&house, &wish(&path));
    write(&house, &FILE.replace("Amina", "Anissa"));
    let refused = house.app.import_participants(house.counsellor, &wish(&path), &view.fingerprint);
    assert!(matches!(refused, Err(AppError::Refused(Refusal::Import(TableRefusal::Changed)))));
    assert_eq!(everybody(&house), Vec::<String>::new());
}

#[test]
fn a_row_that_looks_like_somebody_waits_for_a_decision() {
    let mut house = House::new();
    let known = house.app.record_participant(house.counsellor, &person("Amina", "Duboi")).unwrap();
    let path = write(
        &house,
        "Nom;Prénom;Date de naissance;Prescripteur;Question\nDubois;Amina;03/04/1988;Paul Lefebvre;Quoi ?\nDubois;Amina;03/04/1988;Paul Lefebvre;Quoi ?\n",
    );
    let view = look(&house, &wish(&path));
    assert!(view.rows.iter().all(|row| matches!(&row.verdict, Verdict::Alike(alike) if alike[0].id == known)));
    let decide = |choice| ImportWish {
        choices: ImportChoices { people: BTreeMap::from([(2, choice)]), ..ImportChoices::default() },
        ..wish(&path)
    };
    let same = look(&house, &decide(PersonChoice::Same(known)));
    assert_eq!(same.rows[0].verdict, Verdict::Known("Amina Duboi".to_owned()));
    let another = decide(PersonChoice::Another);
    let view = look(&house, &another);
    assert_eq!(view.rows[0].verdict, Verdict::New);
    house.app.import_participants(house.counsellor, &another, &view.fingerprint).unwrap();
    assert_eq!(everybody(&house), ["Duboi", "Dubois"]);
    assert_eq!(house.app.possible_duplicates(house.counsellor).unwrap(), [], "the decision is kept");
}

#[test]
fn the_same_person_twice_in_a_file_is_one_person() {
    let mut house = House::new();
    let path = write(
        &house,
        "Nom;Prénom;Date de naissance;Prescripteur;Orienté le;Question\nDubois;Amina;03/04/1988;Paul Lefebvre;20/11/2026;Quoi ?\nDUBOIS;amina;03/04/1988;Paul Lefebvre;23/11/2026;Et après ?\n",
    );
    let view = look(&house, &wish(&path));
    assert_eq!(view.rows[1].verdict, Verdict::SameAsLine(2));
    let done = house.app.import_participants(house.counsellor, &wish(&path), &view.fingerprint).unwrap().done;
    assert_eq!((done.people, done.referrals), (1, 2));
}

#[test]
fn columns_can_be_said_by_hand_and_kept_under_a_name() {
    let mut house = House::new();
    let path = write(&house, "Usager;DN;Qui oriente\nDUBOIS Amina;04/25/1988;Paul Lefebvre\n");
    assert!(look(&house, &wish(&path)).lacks_columns);
    let columns = vec![Some(Field::FullName), Some(Field::BirthDate), Some(Field::Prescriber)];
    let by_hand = ImportWish { columns: Columns::ByHand(columns.clone()), ..wish(&path) };
    let view = look(&house, &by_hand);
    assert_eq!((view.rows[0].name.as_str(), view.rows[0].verdict.clone()), ("DUBOIS Amina", Verdict::New));
    assert!(view.rows[0].notes.contains(&("DN".to_owned(), Note::AmericanOrder)), "{:?}", view.rows[0].notes);
    house.app.save_column_map(house.counsellor, "Fichier de l'antenne", &view.header, &columns).unwrap();
    let with_map = ImportWish { columns: Columns::Map("Fichier de l'antenne".to_owned()), ..wish(&path) };
    let again = look(&house, &with_map);
    assert_eq!(again.columns, columns);
    assert_eq!(again.maps, ["Fichier de l'antenne"]);
}

#[test]
fn the_rows_left_are_written_with_their_reasons() {
    let mut house = House::new();
    let path = write(&house, FILE);
    let file = house.app.write_left_rows(house.counsellor, &wish(&path)).unwrap();
    let text = std::fs::read_to_string(file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(
        lines[2].starts_with("5;") && lines[2].contains("31/02/1972") && lines[2].contains("n’est pas une date"),
        "{}",
        lines[2]
    );
}

fn exported(house: &mut House, format: ExportFormat, map: Option<&str>) -> PathBuf {
    house.app.export_participants(house.counsellor, &PeopleQuery::default(), (format, map)).unwrap()
}

#[test]
fn an_export_that_comes_back_finds_everybody_there() {
    let mut house = House::new();
    let path = write(&house, FILE);
    let site = house.app.sites().unwrap()[0].id;
    let prescribers = BTreeMap::from([("Nadège ŒUVRARD".to_owned(), PrescriberChoice::Create(site))]);
    let wish_of = ImportWish { choices: ImportChoices { prescribers, ..ImportChoices::default() }, ..wish(&path) };
    let view = look(&house, &wish_of);
    house.app.import_participants(house.counsellor, &wish_of, &view.fingerprint).unwrap();
    let hostile = NewParticipant {
        phone: "+32 470 12 34 56".to_owned(),
        ..NewParticipant::named("=cmd", "Bodart", NaiveDate::from_ymd_opt(1978, 3, 3).unwrap())
    };
    house.app.record_participant(house.counsellor, &hostile).unwrap();
    for format in [ExportFormat::Csv, ExportFormat::Xlsx] {
        let file = exported(&mut house, format, None);
        let view = look(&house, &wish(&file.display().to_string()));
        assert_eq!(view.rows.len(), 4);
        assert!(view.rows.iter().all(|row| row.verdict == Verdict::There), "{format:?} {:?}", view.rows);
    }
    let csv = std::fs::read_to_string(exported(&mut house, ExportFormat::Csv, None)).unwrap();
    assert!(csv.starts_with('\u{FEFF}') && !csv.contains(";=cmd") && !csv.contains(";+32"), "{csv}");
}

#[test]
fn an_export_takes_the_titles_of_a_map() {
    let mut house = House::new();
    house.app.record_participant(house.counsellor, &person("Amina", "Dubois")).unwrap();
    let header = ["Usager", "DN"].map(str::to_owned);
    house
        .app
        .save_column_map(house.counsellor, "CIP", &header, &[Some(Field::FullName), Some(Field::BirthDate)])
        .unwrap();
    let text = std::fs::read_to_string(exported(&mut house, ExportFormat::Csv, Some("CIP"))).unwrap();
    assert_eq!(text.trim_start_matches('\u{FEFF}'), "Usager;DN\r\nDUBOIS Amina;03/04/1988\r\n");
}

#[test]
fn a_prescriber_who_is_misspelt_is_proposed_and_waits_for_a_word() {
    let mut house = House::new();
    let path = write(
        &house,
        "Nom;Prénom;Né le;Référent\nDubois;Amina;5 mai 1985;P. LEFEBVRE\nCoppin;Paul;1er juin 1977;Paul Lefèbre\nLeroy;Zoé;02/03/1990;Marc Lefebvre\n",
    );
    let view = look(&house, &wish(&path));
    assert!(view.rows.iter().all(|row| matches!(row.verdict, Verdict::UnknownPrescriber(_))), "{:?}", view.rows);
    let near: Vec<usize> = view.unknown_prescribers.iter().map(|unknown| unknown.near.len()).collect();
    let names: Vec<&str> = view.unknown_prescribers.iter().map(|unknown| unknown.name.as_str()).collect();
    assert_eq!((names, near), (vec!["Marc Lefebvre", "P. LEFEBVRE", "Paul Lefèbre"], vec![0, 1, 1]));
    let known = PrescriberChoice::Known(view.unknown_prescribers[1].near[0].0);
    let prescribers = BTreeMap::from([("P. LEFEBVRE".to_owned(), known)]);
    let wish = ImportWish { choices: ImportChoices { prescribers, ..ImportChoices::default() }, ..wish(&path) };
    let view = look(&house, &wish);
    house.app.import_participants(house.counsellor, &wish, &view.fingerprint).unwrap();
    assert_eq!(everybody(&house), ["Dubois"]);
}

#[test]
fn a_row_keeps_its_person_when_an_address_is_none_and_a_note_names_what_no_column_holds() {
    let house = House::new();
    let text = "Nom;Prénom;Né le;Courriel;Prescripteur\nVAN HOUTTE;JEAN-LUC;03/04/1988;jl à exemple;Paul Lefebvre\n";
    let view = look(&house, &wish(&write(&house, text)));
    assert_eq!(view.rows[0].verdict, Verdict::New);
    let told = |column: &str, note| (column.to_owned(), note);
    let expected = [
        told("Prénom", Note::NameCase),
        told("Nom", Note::NameCase),
        told("Courriel", Note::EmailLeftOut),
        told("Orienté le", Note::ReceivedToday),
        told("Question d’orientation", Note::QuestionToAsk),
    ];
    assert_eq!(view.rows[0].notes, expected);
}

#[test]
fn an_import_is_found_again_and_undone_as_long_as_nothing_was_added() {
    let mut house = House::new();
    let known = house.app.record_participant(house.counsellor, &person("Zoé", "Leroy")).unwrap();
    let text = "Nom;Prénom;Né le;Référent;Question\n\
                Dubois;Amina;12/05/1985;Paul Lefebvre;Quoi ?\nLeroy;Zoé;03/04/1988;Paul Lefebvre;Où ?\n";
    let path = write(&house, text);
    let view = look(&house, &wish(&path));
    let imported = house.app.import_participants(house.counsellor, &wish(&path), &view.fingerprint).unwrap();
    house.app.record_participant(house.counsellor, &person("Paul", "Coppin")).unwrap();
    let query = PeopleQuery { import: Some(imported.id), ..PeopleQuery::default() };
    let rows = house.app.list_participants(house.counsellor, &query, 9).unwrap();
    assert_eq!(rows.into_iter().map(|row| row.last_name).collect::<Vec<_>>(), ["Dubois", "Leroy"]);

    house.app.undo_import(house.counsellor, imported.id).unwrap();
    assert_eq!(everybody(&house), ["Coppin", "Leroy"]);
    assert!(house.file(known).referral.is_none(), "the referral of somebody known is gone too");
    let refused = |result| match result {
        Err(AppError::Refused(Refusal::Import(refusal))) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(house.app.undo_import(house.counsellor, imported.id)), TableRefusal::UndoneAlready);

    let imported = house.app.import_participants(house.counsellor, &wish(&path), &view.fingerprint).unwrap();
    let amina = house.app.search_participants(house.counsellor, "dubois", 9).unwrap()[0].id;
    house.app.record_observation(house.counsellor, amina, None, "Vient à vélo").unwrap();
    assert_eq!(refused(house.app.undo_import(house.counsellor, imported.id)), TableRefusal::AddedSince);
    assert_eq!(everybody(&house), ["Coppin", "Dubois", "Leroy"]);
}

#[test]
fn the_address_of_a_file_goes_on_the_letters_and_comes_back_in_an_export() {
    let mut house = House::new();
    let text = "Nom;Prénom;Né le;Adresse;CP;Ville\nDubois;Amina;12/05/1985;12 rue du Port;59140;Dunkerque\n";
    let path = write(&house, text);
    let view = look(&house, &wish(&path));
    house.app.import_participants(house.counsellor, &wish(&path), &view.fingerprint).unwrap();
    let amina = house.app.search_participants(house.counsellor, "dubois", 9).unwrap()[0].id;
    assert_eq!(house.file(amina).address, "12 rue du Port, 59140 Dunkerque");
    let csv = std::fs::read_to_string(exported(&mut house, ExportFormat::Csv, None)).unwrap();
    assert!(csv.contains(";12 rue du Port, 59140 Dunkerque;"), "{csv}");
}

#[test]
fn tables_that_lie_where_files_arrive_are_listed_the_latest_first() {
    let house = House::new();
    let folder = house.folder.path().join("Bureau");
    std::fs::create_dir(&folder).unwrap();
    for name in ["a.csv", "b.XLSX", "~$b.xlsx", "lettre.pdf"] {
        std::fs::write(folder.join(name), "Nom;Prénom\n").unwrap();
    }
    let day = std::time::Duration::from_secs(86_400);
    let old = std::fs::File::options().write(true).open(folder.join("a.csv")).unwrap();
    old.set_modified(std::fs::metadata(folder.join("b.XLSX")).unwrap().modified().unwrap() - day).unwrap();
    let House { app, counsellor, .. } = house;
    let app = app.with_arrivals_in(vec![folder.join("absent"), folder]);
    let files = app.recent_files(counsellor).unwrap();
    let told: Vec<(&str, &str, u64)> =
        files.iter().map(|file| (file.name.as_str(), file.folder.as_str(), file.bytes)).collect();
    assert_eq!(told, [("b.XLSX", "Bureau", 12), ("a.csv", "Bureau", 12)]);
}
