//! Which column is what: guessed from titles, or remembered under a name.

use crate::domain::fold::words;
use crate::domain::people_file::Field;

/// The titles by which files call each field, folded; the first is the one that an export writes.
const TITLES: [(Field, &[&str]); 17] = [
    (Field::FileNumber, &["numero de dossier", "n dossier", "no dossier", "dossier"]),
    (Field::FullName, &["nom et prenom", "nom prenom", "participant", "beneficiaire", "nom complet"]),
    (
        Field::LastName,
        &[
            "nom",
            "nom de famille",
            "nom usage",
            "nom usuel",
            "nom marital",
            "noms",
            "nom participant",
            "nom de naissance",
            "nom de jeune fille",
        ],
    ),
    (Field::FirstName, &["prenom", "prenoms", "prenom s", "prenom usuel", "prenom participant"]),
    (
        Field::BirthDate,
        &[
            "date de naissance",
            "naissance",
            "ne le",
            "nee le",
            "ne e le",
            "ne ou nee le",
            "ddn",
            "date naiss",
            "anniversaire",
        ],
    ),
    (Field::Gender, &["genre", "sexe", "civilite", "femme homme", "f h", "h f"]),
    (
        Field::Phone,
        &[
            "telephone",
            "tel",
            "n tel",
            "telephone mobile",
            "coordonnees telephoniques",
            "portable",
            "mobile",
            "numero de telephone",
            "tel portable",
            "telephone portable",
        ],
    ),
    (Field::PrescriberEmail, &["courriel du prescripteur", "mail prescripteur", "email prescripteur", "mail referent"]),
    (Field::Email, &["courriel", "mail", "email", "e mail", "adresse mail", "adresse e mail", "adresse electronique"]),
    (Field::Address, &["adresse postale", "adresse", "rue", "numero et rue", "voie", "adresse 1", "domicile"]),
    (Field::PostCode, &["code postal", "cp", "codepostal"]),
    (Field::InseeCode, &["code insee", "insee", "code commune"]),
    (Field::Commune, &["commune", "ville", "commune de residence", "lieu de residence"]),
    (
        Field::Prescriber,
        &[
            "prescripteur",
            "nom du prescripteur",
            "referent de parcours",
            "referent",
            "nom du referent",
            "referent plie",
            "cip",
            "conseiller",
            "conseiller emploi",
            "oriente par",
        ],
    ),
    (Field::Site, &["antenne", "site", "structure", "lieu d accompagnement"]),
    (
        Field::Received,
        &[
            "oriente le",
            "date d orientation",
            "date de prescription",
            "orientation le",
            "recu le",
            "recue le",
            "date de reception",
        ],
    ),
    (
        Field::Question,
        &[
            "question d orientation",
            "question",
            "motif d orientation",
            "motif de prescription",
            "motif",
            "objet de l orientation",
            "demande",
            "objet",
            "besoin",
            "attentes",
        ],
    ),
];

/// Words that change nothing in a title.
const SMALL_WORDS: [&str; 12] = ["d", "de", "du", "des", "l", "la", "le", "les", "a", "vers", "boussole", "s"];

/// Returns the words of a title that say something.
fn telling(title: &str) -> Vec<String> {
    words(title).into_iter().filter(|word| !SMALL_WORDS.contains(&word.as_str())).collect()
}

/// Returns what a title calls, and how far it is from the field's own: 0 is its own title.
fn field_of(title: &str) -> Option<(Field, usize)> {
    let title = telling(title);
    if title.is_empty() {
        return None;
    }
    let rank = |(field, titles): &(Field, &[&str])| {
        titles.iter().position(|known| telling(known) == title).map(|rank| (*field, rank))
    };
    TITLES.iter().find_map(rank)
}

/// Returns how many of these cells are titles that are known.
pub(super) fn n_known(cells: &[String]) -> usize {
    cells.iter().filter(|title| field_of(title).is_some()).count()
}

/// Guesses what each column is; a field is given once, to the column whose title is nearest, the first of equals.
pub fn guess(header: &[String]) -> Vec<Option<Field>> {
    let found: Vec<Option<(Field, usize)>> = header.iter().map(|title| field_of(title)).collect();
    let nearest = |field: Field| {
        let called = found
            .iter()
            .enumerate()
            .filter_map(|(at, found)| found.and_then(|(other, rank)| (other == field).then_some((rank, at))));
        called.min().map(|(_, at)| at)
    };
    let given = |(at, found): (usize, &Option<(Field, usize)>)| {
        found.map(|(field, _)| field).filter(|field| nearest(*field) == Some(at))
    };
    found.iter().enumerate().map(given).collect()
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
    fn the_nearest_title_has_the_field() {
        let titles =
            ["Nom de naissance", "Nom d'usage", "Prénom", "Motif de l'orientation vers la Boussole", "Adresse"];
        let expected =
            [None, Some(Field::LastName), Some(Field::FirstName), Some(Field::Question), Some(Field::Address)];
        assert_eq!(guess(&header(&titles)), expected);
        assert_eq!(guess(&header(&["Nom de naissance", "Prénom"])), [Some(Field::LastName), Some(Field::FirstName)]);
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
