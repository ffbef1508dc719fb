//! `[validite]` and `[restitution]`: how answers are watched, and what is said of the results.

use crate::catalog::reader::number;
use crate::domain::assessment::{Control, ItemId, JobLead, QualityRules, ScaleId};
use crate::domain::definition_check::Reason;

use super::{BandEntry, Definition, Findings, Metric, PairEntry, ReadingSort, TableReader};

const METRICS: [(&str, Metric); 5] = [
    ("brut", Metric::Raw),
    ("T", Metric::T),
    ("sten", Metric::Sten),
    ("percentile", Metric::PercentileRank),
    ("theta", Metric::Theta),
];

/// How far two answers of a pair may lie apart, where a pair does not say.
const LARGEST_GAP: f64 = 2.0;

pub fn read_quality(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    let share = (0.0, 1.0);
    definition.quality = QualityRules {
        seconds_per_item: table.number_within("temps_min_s_par_item", (0.0, 60.0), findings).map(|n| n.value),
        too_fast_share: table.number_within("part_max_trop_rapide", share, findings).map(|n| n.value),
        longest_run: table.whole("serie_max", (2, 1000), findings).map(|n| n.value),
        least_variability: table.number_within("irv_min", (0.0, 100.0), findings).map(|n| n.value),
        missing_share: table.number_within("part_max_manquants", share, findings).map(|n| n.value),
        pairs: Vec::new(),
        controls: Vec::new(),
        message: table.text("message_conseiller", findings).map(|text| text.value).unwrap_or_default(),
    };
    for pair in table.tables("paires_coherence", findings) {
        definition.pairs.extend(read_pair(pair, findings));
    }
    for control in table.tables("controle", findings) {
        let control = read_control(control, definition, findings);
        definition.quality.controls.extend(control);
    }
    table.finish(findings);
}

/// Reads an item that says which answer to give. Items are read before: the name is checked here.
fn read_control(mut table: TableReader<'_>, definition: &Definition, findings: &mut Findings<'_>) -> Option<Control> {
    let item = table.text("item", findings);
    let item = table.require("item", item, findings);
    let expected = table.list("attendu", findings, number);
    let expected = table.require("attendu", expected, findings);
    let key = table.key("item");
    table.finish(findings);
    let item = item?;
    if definition.items.iter().all(|entry| entry.id.value != item.value) {
        findings.note(item.line, key, Reason::UnknownItem { name: item.value });
        return None;
    }
    let expected = expected?.value.into_iter().map(|value| value.value).collect();
    Some(Control { item: ItemId(item.value), expected })
}

fn read_pair(mut table: TableReader<'_>, findings: &mut Findings<'_>) -> Option<PairEntry> {
    let a = table.text("a", findings);
    let a = table.require("a", a, findings);
    let b = table.text("b", findings);
    let b = table.require("b", b, findings);
    let reversed = table.yes_no("inverse", findings).is_some_and(|yes| yes.value);
    let largest_gap = table.number_within("ecart_max", (0.0, f64::MAX), findings);
    let path = table.path().to_owned();
    table.finish(findings);
    let largest_gap = largest_gap.map_or(LARGEST_GAP, |gap| gap.value);
    Some(PairEntry { path, a: a?, b: b?, reversed, largest_gap })
}

pub fn read(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    definition.warning = definition.said(&mut table, "avertissement", ReadingSort::Prose, findings).unwrap_or_default();
    let path = table.key("questions_entretien");
    for question in table.texts("questions_entretien", findings).map(|list| list.value).unwrap_or_default() {
        let said = definition.say(path.clone(), question, ReadingSort::Prose);
        definition.questions.push(said);
    }
    for band in table.tables("bandes", findings) {
        match read_band(band, definition, findings) {
            Some(band) => definition.bands.push(band),
            None => definition.bands_complete = false,
        }
    }
    for lead in table.tables("rome", findings) {
        read_lead(lead, definition, findings);
    }
    table.finish(findings);
}

fn read_lead(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    let scale = table.text("echelle", findings);
    let scale = table.require("echelle", scale, findings);
    let key = table.key("codes");
    let codes = table.texts("codes", findings);
    let codes = table.require("codes", codes, findings);
    let riasec = table.text("riasec", findings).map(|found| found.value).unwrap_or_default();
    let note = table.text("note", findings).map(|found| found.value).unwrap_or_default();
    table.finish(findings);
    let (Some(scale), Some(codes)) = (scale, codes) else { return };
    for code in codes.value.iter().filter(|code| !is_rome(&code.value)) {
        findings.note(code.line, key.clone(), Reason::BadRome { found: code.value.clone() });
    }
    let rome = codes.value.into_iter().map(|code| code.value).collect();
    let lead = JobLead { scale: ScaleId(scale.value.clone()), rome, riasec, note };
    definition.leads.push((scale, lead));
}

/// A letter from A to N and four digits.
fn is_rome(code: &str) -> bool {
    code.len() == 5
        && code.starts_with(|c: char| ('A'..='N').contains(&c))
        && code.bytes().skip(1).all(|b| b.is_ascii_digit())
}

fn read_band(
    mut table: TableReader<'_>,
    definition: &mut Definition,
    findings: &mut Findings<'_>,
) -> Option<BandEntry> {
    let scale = table.text("echelle", findings);
    let scale = table.require("echelle", scale, findings);
    let metric = table.one_of("metrique", &METRICS, findings);
    let metric = table.require("metrique", metric, findings);
    let min = table.number("min", findings);
    let min = table.require("min", min, findings);
    let max = table.number("max", findings);
    let max = table.require("max", max, findings);
    let title = definition.said(&mut table, "titre", ReadingSort::Title, findings);
    let title = table.require("titre", title, findings);
    let for_person = definition.said(&mut table, "texte_personne", ReadingSort::Prose, findings);
    let for_person = table.require("texte_personne", for_person, findings);
    let for_counsellor = table.text("texte_conseiller", findings).map(|text| text.value);
    table.accept(&["pictogramme", "audio"]);
    let path = table.path().to_owned();
    table.finish(findings);
    Some(BandEntry {
        path,
        scale: scale?,
        metric: metric?,
        min: min?,
        max: max?,
        title: title?,
        for_person: for_person?,
        for_counsellor: for_counsellor.unwrap_or_default(),
    })
}
