//! The CSV results: numbers written so that reading them back gives the same number, blank where there is none.

use std::io::{self, Write};

use crate::app::study::{AdaptiveTrace, NamedDif, NormRow, PersonQuality, PersonTheta};
use crate::domain::scoring::dif::EtsClass;
use crate::exchange::data_table::write_rows;

pub(super) fn write_thetas(out: &mut dyn Write, people: &[PersonTheta]) -> io::Result<()> {
    let row = |person: &PersonTheta| {
        let theta = cell(person.estimate.map(|estimate| estimate.theta));
        let error = cell(person.estimate.map(|estimate| estimate.standard_error));
        [person.id.clone(), person.n_answered.to_string(), theta, error]
    };
    write_rows(out, ["id", "n_answered", "theta", "se"], people.iter().map(row))
}

pub(super) fn write_traces(out: &mut dyn Write, traces: &[AdaptiveTrace]) -> io::Result<()> {
    let row = |(examinee, trace): (usize, &AdaptiveTrace)| {
        let items: Vec<String> = trace.sequence.iter().map(usize::to_string).collect();
        [
            examinee.to_string(),
            trace.sequence.len().to_string(),
            trace.estimate.theta.to_string(),
            trace.estimate.standard_error.to_string(),
            items.join(" "),
        ]
    };
    write_rows(out, ["examinee", "n_items", "theta_hat", "se", "items"], traces.iter().enumerate().map(row))
}

pub(super) fn write_dif(out: &mut dyn Write, items: &[NamedDif]) -> io::Result<()> {
    let header = [
        "item",
        "mh_alpha",
        "mh_delta",
        "mh_chi2",
        "mh_p",
        "ets_class",
        "lr_uniform_chi2",
        "lr_nonuniform_chi2",
        "lr_total_chi2",
        "delta_R2_nagelkerke",
    ];
    let row = |named: &NamedDif| {
        let (mh, lr) = (named.dif.mantel_haenszel, named.dif.logistic);
        [
            named.item.clone(),
            cell(mh.map(|mh| mh.alpha)),
            cell(mh.map(|mh| mh.delta)),
            cell(mh.map(|mh| mh.chi_square)),
            cell(mh.map(|mh| mh.p_value)),
            mh.map(|mh| letter(mh.class).to_owned()).unwrap_or_default(),
            cell(lr.map(|lr| lr.uniform_chi_square)),
            cell(lr.map(|lr| lr.non_uniform_chi_square)),
            cell(lr.map(|lr| lr.total_chi_square)),
            cell(lr.map(|lr| lr.delta_r_square)),
        ]
    };
    write_rows(out, header, items.iter().map(row))
}

pub(super) fn write_quality(out: &mut dyn Write, people: &[PersonQuality]) -> io::Result<()> {
    let header = ["id", "complete", "longstring", "avgstr", "irv", "evenodd", "mahad_d2", "psychsyn"];
    let row = |person: &PersonQuality| {
        [
            person.id.clone(),
            if person.is_complete { "TRUE" } else { "FALSE" }.to_owned(),
            person.runs.map(|runs| runs.longest.to_string()).unwrap_or_default(),
            cell(person.runs.map(|runs| runs.average)),
            cell(person.response_variability),
            cell(person.even_odd),
            cell(person.mahalanobis),
            cell(person.synonym_consistency),
        ]
    };
    write_rows(out, header, people.iter().map(row))
}

pub(super) fn write_norms(out: &mut dyn Write, rows: &[NormRow]) -> io::Result<()> {
    let header =
        ["scale", "raw", "n", "z", "T", "sten", "stanine", "percentile_rank", "percentile_normal", "normalised_T"];
    let row = |row: &NormRow| {
        [
            row.scale.clone(),
            row.raw.to_string(),
            row.n.to_string(),
            row.z.to_string(),
            row.t.to_string(),
            row.sten.to_string(),
            row.stanine.to_string(),
            row.percentile_rank.to_string(),
            row.normal_percentile.to_string(),
            cell(row.normalised_t),
        ]
    };
    write_rows(out, header, rows.iter().map(row))
}

fn cell(value: Option<f64>) -> String {
    // Rust writes the shortest text that reads back as the same number: up to 17 significant digits, and all the zeros
    // of a small one unless an exponent is asked for.
    let written =
        |value: f64| if value != 0.0 && value.abs() < 1e-6 { format!("{value:e}") } else { value.to_string() };
    value.map(written).unwrap_or_default()
}

fn letter(class: EtsClass) -> &'static str {
    match class {
        EtsClass::A => "A",
        EtsClass::B => "B",
        EtsClass::C => "C",
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    // The p-value of item i4 of the oracle (reference.json, dif).
    #[test]
    fn a_tiny_probability_is_written_with_its_exponent() {
        assert_eq!(cell(Some(1.443252162395e-21)), "1.443252162395e-21");
        assert_eq!([cell(Some(0.0)), cell(Some(-0.5)), cell(None)], ["0", "-0.5", ""]);
    }
}
