//! Which column is what: guessed from titles, or remembered under a name.

use crate::domain::fold::words;
use crate::domain::people_file::Field;

/// The titles by which files call each field, folded; the first is the one that an export writes.
const TITLES: [(Field, &[&str]); 16] = [
    (Field::FileNumber, &["numero de dossier", "n dossier", "no dossier", "dossier"]),
    (Field::FullName, &["nom et prenom", "nom prenom", "participant", "beneficiaire", "nom complet"]),
    (Field::LastName, &["nom", "nom de famille", "nom de naissance", "nom usage", "nom d usage"]),
    (Field::FirstName, &["prenom", "prenoms", "prenom s"]),
    (Field::BirthDate, &["date de naissance", "naissance", "ne le", "nee le", "ne e le", "date naissance", "ddn"]),
    (Field::Gender, &["genre", "sexe", "civilite", "femme homme", "f h", "h f"]),
    (
        Field::Phone,
        &["telephone", "tel", "portable", "mobile", "numero de telephone", "tel portable", "telephone portable"],
    ),
    (Field::PrescriberEmail, &["courriel du prescripteur", "mail prescripteur", "email prescripteur", "mail referent"]),
    (Field::Email, &["courriel", "mail", "email", "e mail", "adresse mail", "adresse e mail", "adresse electronique"]),
    (Field::PostCode, &["code postal", "cp", "codepostal"]),
    (Field::InseeCode, &["code insee", "insee", "code commune"]),
    (Field::Commune, &["commune", "ville", "commune de residence", "lieu de residence"]),
    (
        Field::Prescriber,
        &["prescripteur", "referent", "referent de parcours", "cip", "conseiller", "conseiller emploi"],
    ),
    (Field::Site, &["antenne", "site", "structure", "lieu d accompagnement"]),
    (
        Field::Received,
        &["oriente le", "date d orientation", "date orientation", "date de prescription", "orientation le"],
    ),
    (Field::Question, &["question d orientation", "question", "demande", "motif", "objet", "motif de l orientation"]),
];

/// Guesses what each column is; a field is given once, to the first column that calls it so.
pub fn guess(header: &[String]) -> Vec<Option<Field>> {
    let mut given = Vec::new();
    header
        .iter()
        .map(|title| {
            let title = words(title).join(" ");
            let field = TITLES.iter().find(|(_, titles)| titles.contains(&title.as_str())).map(|(field, _)| *field)?;
            if given.contains(&field) {
                return None;
            }
            given.push(field);
            Some(field)
        })
        .collect()
}

/// Returns a map as it is kept: one "field=title" a line.
pub fn map_text(header: &[String], columns: &[Option<Field>]) -> String {
    let line = |(title, field): (&String, &Option<Field>)| {
        field.map(|field| format!("{}={}\n", field.code(), title.replace(['\n', '\r'], " ")))
    };
    header.iter().zip(columns).filter_map(line).collect()
}

/// Reads a map that was kept: its fields with their titles, in order.
pub fn read_map(text: &str) -> Vec<(Field, String)> {
    let line = |line: &str| {
        let (code, title) = line.split_once('=')?;
        Some((Field::of_code(code)?, title.to_owned()))
    };
    text.lines().filter_map(line).collect()
}

/// Returns what each column is according to a map; what the map does not know is nothing.
pub fn applied(map: &[(Field, String)], header: &[String]) -> Vec<Option<Field>> {
    let known = |title: &String| map.iter().find(|(_, known)| words(known) == words(title)).map(|(field, _)| *field);
    header.iter().map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(titles: &[&str]) -> Vec<String> {
        titles.iter().map(|title| (*title).to_owned()).collect()
    }

    #[test]
    fn titles_are_guessed_whatever_their_accents_and_case() {
        let titles =
            ["NOM", "Prénom(s)", "Né(e) le", "Tél.", "E-mail", "CP", "Ville", "Référent de parcours", "Divers"];
        let expected = [
            Some(Field::LastName),
            Some(Field::FirstName),
            Some(Field::BirthDate),
            Some(Field::Phone),
            Some(Field::Email),
            Some(Field::PostCode),
            Some(Field::Commune),
            Some(Field::Prescriber),
            None,
        ];
        assert_eq!(guess(&header(&titles)), expected);
    }

    #[test]
    fn a_field_is_given_once() {
        assert_eq!(guess(&header(&["Nom", "Nom"])), [Some(Field::LastName), None]);
    }

    #[test]
    fn a_map_comes_back_as_it_was_kept() {
        let titles = header(&["Usager", "DN", "Remarque"]);
        let columns = [Some(Field::FullName), Some(Field::BirthDate), None];
        let map = read_map(&map_text(&titles, &columns));
        assert_eq!(
            applied(&map, &header(&["remarque", "dn", "USAGER"])),
            [None, Some(Field::BirthDate), Some(Field::FullName)]
        );
    }
}
