//! `[passation]`, `[accessibilite]`, `[[sections]]` and `[adaptatif]`: how the assessment is taken.

use toml::de::DeValue;

use crate::catalog::reader::number;
use crate::domain::assessment::{Access, AdaptiveRules, Conduct, Latitude, Resume, Section, Voice};
use crate::domain::definition_check::Reason;

use super::{Definition, Findings, Placed, ReadingSort, TableReader};

pub fn read_conduct(mut table: TableReader<'_>, findings: &mut Findings<'_>) -> Conduct {
    let usual = Conduct::default();
    let resume = [("question", Resume::AtQuestion), ("section", Resume::AtSection), ("jamais", Resume::Never)];
    let back = [("libre", Latitude::Always), ("section", Latitude::BySection), ("aucun", Latitude::Never)];
    let pause = [("libre", Latitude::Always), ("section", Latitude::BySection), ("jamais", Latitude::Never)];
    let conduct = Conduct {
        resume: table.one_of("reprise", &resume, findings).map_or(usual.resume, |found| found.value),
        resume_days: table.whole("age_max", (1, 365), findings).map(|found| found.value),
        back: table.one_of("retour", &back, findings).map_or(usual.back, |found| found.value),
        pause: table.one_of("pause", &pause, findings).map_or(usual.pause, |found| found.value),
    };
    table.finish(findings);
    conduct
}

pub fn read_access(mut table: TableReader<'_>, findings: &mut Findings<'_>) -> Access {
    let voices = [("tout", Voice::Everything), ("consignes", Voice::Instructions), ("rien", Voice::Nothing)];
    let voice = table.one_of("lecture_vocale", &voices, findings).map(|found| found.value).unwrap_or_default();
    let mut yes = |key| table.yes_no(key, findings).is_some_and(|yes| yes.value);
    let (needs_sight, needs_precise_gestures, needs_quiet) =
        (yes("vue_necessaire"), yes("gestes_precis"), yes("calme_necessaire"));
    table.finish(findings);
    Access { voice, needs_sight, needs_precise_gestures, needs_quiet }
}

pub fn read_section(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    let id = table.text("id", findings);
    let id = table.require("id", id, findings);
    let title = definition.said(&mut table, "titre", ReadingSort::Title, findings);
    let title = table.require("titre", title, findings);
    let instruction = definition.said(&mut table, "consigne", ReadingSort::Prose, findings);
    let seconds = table.whole("temps_max_s", (30, 7_200), findings);
    let is_training = table.yes_no("essai", findings).is_some_and(|yes| yes.value);
    let key = table.key("id");
    table.finish(findings);
    let Some(id) = id else { return };
    if definition.sections.iter().any(|section| section.id == id.value) {
        findings.note(id.line, key, Reason::DuplicateSection { name: id.value.clone() });
    }
    definition.sections.push(Section {
        id: id.value,
        title: title.unwrap_or_default(),
        instruction: instruction.unwrap_or_default(),
        seconds: seconds.map(|seconds| seconds.value),
        is_training,
    });
}

pub fn read_adaptive(mut table: TableReader<'_>, definition: &mut Definition, findings: &mut Findings<'_>) {
    let line = table.line();
    // One, two or three parameters are the same formula; the graded model has another one.
    let models = [("1PL", true), ("2PL", true), ("3PL", true), ("GRM", false)];
    let model = table.one_of("modele", &models, findings);
    let model = table.require("modele", model, findings);
    if let Some(graded) = model.filter(|model| !model.value) {
        findings.note(graded.line, table.key("modele"), Reason::NotSupported);
    }
    let estimator = table.one_of("estimateur", &[("EAP", true), ("MAP", false)], findings);
    let estimator = table.require("estimateur", estimator, findings);
    if let Some(mode) = estimator.filter(|estimator| !estimator.value) {
        findings.note(mode.line, table.key("estimateur"), Reason::NotSupported);
    }
    table.accept(&["banque"]);
    let standard = AdaptiveRules::standard();
    let d = table.number_within("D", (1.0, 1.702), findings).map_or(standard.d, |found| found.value);
    let prior = pair(&mut table, "prior", findings).unwrap_or(standard.prior);
    let grid = read_grid(&mut table, findings).unwrap_or(standard.grid);
    table.one_of("selection", &[("MFI", ())], findings);
    let first_theta = table.number_within("theta0", (grid.0, grid.1), findings).map_or(0.0, |found| found.value);
    let n_anchors = table.whole("items_ancres_faciles", (0, 10), findings).map_or(0, |found| found.value as usize);
    let ends_easily = table.yes_no("finir_facile", findings).is_some_and(|yes| yes.value);
    let among = table.table("exposition", findings).map_or(1, |mut exposure| {
        let methods = [("aucune", false), ("randomesque", true)];
        let randomesque = exposure.one_of("methode", &methods, findings).is_some_and(|found| found.value);
        let k = exposure.whole("k", (1, 50), findings).map_or(5, |found| found.value as usize);
        exposure.finish(findings);
        if randomesque { k } else { 1 }
    });
    let areas = table.table("equilibre", findings).map(|areas| read_areas(&areas, findings)).unwrap_or_default();
    let stop = table.table("arret", findings);
    let stop = table.require("arret", stop, findings);
    let stop = stop.map(|mut stop| {
        let most = stop.whole("max_items", (1, 200), findings);
        let most = stop.require("max_items", most, findings);
        let error = stop.number_within("erreur_type", (0.01, 2.0), findings);
        let fewest = stop.whole("min_items", (1, 200), findings);
        let minutes = stop.whole("temps_max_min", (1, 120), findings);
        if let (Some(fewest), Some(most)) = (&fewest, &most)
            && fewest.value > most.value
        {
            let reason = Reason::StopOrder { min: fewest.value, max: most.value };
            findings.note(fewest.line, stop.key("min_items"), reason);
        }
        stop.finish(findings);
        let error = error.map_or(0.0, |found| found.value);
        (most.map_or(15, |n| n.value), error, fewest.map_or(1, |n| n.value), minutes.map(|n| n.value))
    });
    table.finish(findings);
    let Some((max_items, standard_error, min_items, max_minutes)) = stop else { return };
    definition.areas = areas.iter().map(|area| Placed { value: area.value.0.clone(), line: area.line }).collect();
    let areas = areas.into_iter().map(|area| area.value).collect();
    let rules = AdaptiveRules {
        d,
        prior,
        grid,
        first_theta,
        n_anchors,
        among,
        areas,
        standard_error,
        min_items: min_items as usize,
        max_items: max_items as usize,
        max_minutes,
        ends_easily,
    };
    definition.adaptive = Some(Placed { value: rules, line });
}

/// Reads `prior = [moyenne, écart type]`.
fn pair(table: &mut TableReader<'_>, key: &'static str, findings: &mut Findings<'_>) -> Option<(f64, f64)> {
    let list = table.list(key, findings, number)?;
    match list.value.as_slice() {
        [mean, sd] if sd.value > 0.0 => Some((mean.value, sd.value)),
        _ => {
            findings.note(list.line, table.key(key), Reason::BadPrior);
            None
        }
    }
}

/// Reads `grille = [de, à, nœuds]`.
fn read_grid(table: &mut TableReader<'_>, findings: &mut Findings<'_>) -> Option<(f64, f64, usize)> {
    let list = table.list("grille", findings, number)?;
    match list.value.as_slice() {
        [from, to, nodes]
            if from.value < to.value && (5.0..=1_001.0).contains(&nodes.value) && nodes.value.fract() == 0.0 =>
        {
            Some((from.value, to.value, nodes.value as usize))
        }
        _ => {
            findings.note(list.line, table.key("grille"), Reason::BadGrid);
            None
        }
    }
}

/// Reads `equilibre = { figures = 0.5, … }`: the keys are the author's areas, their shares make 1.
fn read_areas(table: &TableReader<'_>, findings: &mut Findings<'_>) -> Vec<Placed<(String, f64)>> {
    let share = |value: &DeValue<'_>| number(value).ok().filter(|share| (0.0..=1.0).contains(share));
    let mut areas = Vec::new();
    for (name, value) in table.entries() {
        let line = findings.line_at(value.span().start);
        match share(value.get_ref()) {
            Some(share) => areas.push(Placed { value: (name.to_owned(), share), line }),
            None => findings.note(line, table.key(name), Reason::OutOfRange { min: 0.0, max: 1.0 }),
        }
    }
    let total: f64 = areas.iter().map(|area| area.value.1).sum();
    if (total - 1.0).abs() > 1e-6 {
        findings.note(table.line(), table.path(), Reason::SharesTotal { total });
    }
    areas
}
