//! `[meta]` and `[consignes]`.

use crate::domain::activity::Purpose;
use crate::domain::assessment::{About, Instructions, Mode, ReadingLevel, Status};
use crate::domain::definition_check::Reason;

use super::{Definition, Findings, ReadingSort, TableReader, is_slug, version_numbers};

const LICENCES: [&str; 8] =
    ["domaine-public", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "etalab-2.0", "EUPL-1.2", "projet", "externe-autorise"];

const STATUSES: [(&str, Status); 4] =
    [("brouillon", Status::Draft), ("pilote", Status::Pilot), ("valide", Status::Valid), ("retire", Status::Retired)];

const READING_LEVELS: [(&str, ReadingLevel); 3] =
    [("image", ReadingLevel::Picture), ("falc", ReadingLevel::EasyToRead), ("courant", ReadingLevel::Ordinary)];

const MODES: [(&str, Mode); 4] = [
    ("auto", Mode::Alone),
    ("accompagnee", Mode::Accompanied),
    ("observation", Mode::Observation),
    ("mesure", Mode::Measure),
];

/// The places of the path where an assessment is prescribed; a sector has workshops of its own.
const PURPOSES: [(&str, Purpose); 4] = [
    ("accueil", Purpose::Welcome),
    ("reflexion", Purpose::Reflection),
    ("competences", Purpose::Skills),
    ("confirmation", Purpose::Confirmation),
];

pub fn read(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    let id = table.text("id", findings);
    definition.id = table.require("id", id, findings);
    if let Some(id) = &definition.id
        && !is_slug(&id.value)
    {
        findings.note(id.line, table.key("id"), Reason::BadIdentifier { found: id.value.clone() });
    }
    let version = table.text("version", findings);
    definition.version = table.require("version", version, findings);
    if let Some(version) = &definition.version
        && version_numbers(&version.value).is_none()
    {
        findings.note(version.line, table.key("version"), Reason::BadVersion { found: version.value.clone() });
    }

    let title = definition.said(&mut table, "titre", ReadingSort::Title, findings);
    let title = table.require("titre", title, findings);
    let subtitle = definition.said(&mut table, "sous_titre", ReadingSort::Title, findings);
    let purpose = definition.said(&mut table, "finalite", ReadingSort::Prose, findings);
    let in_path = table.one_of("finalite_parcours", &PURPOSES, findings);
    let source = table.text("source", findings);
    let source = table.require("source", source, findings);
    let licence = table.one_of("licence", &LICENCES.map(|name| (name, name)), findings);
    let licence = table.require("licence", licence, findings);
    let minutes = table.whole("duree_min", (1, 60), findings);
    let minutes = table.require("duree_min", minutes, findings);
    let status = table.one_of("statut", &STATUSES, findings);
    let status = table.require("statut", status, findings);
    // The program typesets and reads aloud in French.
    let language = table.one_of("langue", &[("fr-FR", ()), ("fr", ())], findings);
    table.require("langue", language, findings);
    let mode = table.one_of("modalite", &MODES, findings);
    let mode = table.require("modalite", mode, findings);
    let reading = table.one_of("niveau_lecture", &READING_LEVELS, findings);
    let sensitive = table.yes_no("donnees_sensibles", findings);
    table.texts("mots_cles", findings);
    table.texts("auteurs", findings);
    table.finish(findings);

    if let (Some(title), Some(source), Some(licence), Some(minutes), Some(status), Some(mode)) =
        (title, source, licence, minutes, status, mode)
    {
        definition.about = Some(About {
            title,
            subtitle: subtitle.unwrap_or_default(),
            purpose: purpose.unwrap_or_default(),
            in_path: in_path.map(|found| found.value),
            minutes: minutes.value,
            status: status.value,
            mode: mode.value,
            reading: reading.map_or(ReadingLevel::Ordinary, |level| level.value),
            licence: licence.value.to_owned(),
            source: source.value,
            sensitive: sensitive.is_some_and(|yes| yes.value),
        });
    }
}

pub fn read_instructions(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    let start = definition.said(&mut table, "debut", ReadingSort::Prose, findings);
    let start = table.require("debut", start, findings).unwrap_or_default();
    let mut text = |key| definition.said(&mut table, key, ReadingSort::Prose, findings).unwrap_or_default();
    let (example, rights, end) = (text("exemple"), text("droit"), text("fin"));
    definition.instructions = Instructions { start, example, rights, end };
    table.accept(&["audio"]);
    table.finish(findings);
}
