//! The figures of a period, on the screen and as a table: counts without a name, protected by `domain::figures`.

use std::path::PathBuf;

use super::documents::write_file;
use super::people::ExportFormat;
use super::settings::site_names_on;
use super::{App, AppError, Fault, Login};
use crate::domain::calendar::Days;
use crate::domain::figures::{Figures, N_GENDERS};
use crate::domain::id::SiteId;
use crate::domain::person::Role;
use crate::exchange::people_table::{write_csv, write_xlsx};
use crate::i18n::{short_date, terms};
use crate::tr;

/// What is said of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct FiguresView {
    pub days: Days,
    /// The antennes, in the order of the cells of each line.
    pub sites: Vec<String>,
    pub figures: Figures,
}

impl App {
    /// Returns the figures of the days from the first to the last.
    pub fn figures(&self, login: Login, days: Days) -> Result<FiguresView, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let prescribers = base.prescribers()?;
        let sites: Vec<(SiteId, String)> = site_names_on(&base, self.day())?
            .into_iter()
            .filter(|site| prescribers.iter().any(|prescriber| prescriber.site == site.id))
            .map(|site| (site.id, site.name))
            .collect();
        let (ids, names): (Vec<SiteId>, Vec<String>) = sites.into_iter().unzip();
        Ok(FiguresView { days, sites: names, figures: Figures::of(&base.happened(days)?, &ids) })
    }

    /// Writes the figures as a table: the same counts as on the screen, and what each is.
    ///
    /// # Errors
    /// Returns why the file is not written.
    pub fn export_figures(&mut self, login: Login, days: Days, format: ExportFormat) -> Result<PathBuf, AppError> {
        let view = self.figures(login, days)?;
        let (header, rows) = table(&view);
        let (bytes, extension) = match format {
            ExportFormat::Csv => (write_csv(&header, &rows).map_err(|error| Fault::Document(Box::new(error)))?, "csv"),
            ExportFormat::Xlsx => {
                let sheet = tr!("figures-sheet");
                (write_xlsx(&sheet, &header, &rows).map_err(|error| Fault::Document(Box::new(error)))?, "xlsx")
            }
        };
        let now = self.now();
        let name = format!("activite-{}-{}-{}.{extension}", days.from, days.until, now.local().format("%Hh%M"));
        let file = write_file(&self.documents.join("exports"), &name, &bytes)?;
        self.store.write(|tx| Ok::<_, AppError>(tx.audit(&login.entry(now, "figures.export", &name))?))?;
        Ok(file)
    }
}

fn table(view: &FiguresView) -> (Vec<String>, Vec<Vec<String>>) {
    let mut header = vec![
        tr!("figures-period", from = short_date(view.days.from), until = short_date(view.days.until)),
        tr!("figures-whole"),
        tr!("figures-women"),
        tr!("figures-men"),
        tr!("figures-others"),
    ];
    header.extend(view.sites.iter().cloned());
    header.push(tr!("figures-definition"));
    let alone = |title: String, value: String, words: String| {
        let mut row = vec![title, value];
        row.resize(2 + N_GENDERS + view.sites.len(), String::new());
        row.push(words);
        row
    };
    let figures = &view.figures;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in &figures.lines {
        let mut row = vec![terms::measure(line.measure), terms::cell(line.whole)];
        row.extend(line.genders.iter().chain(&line.sites).map(|cell| terms::cell(*cell)));
        row.push(terms::measure_words(line.measure));
        rows.push(row);
    }
    let (held, cancelled) = (figures.sessions_held.to_string(), figures.sessions_cancelled.to_string());
    rows.push(alone(tr!("figures-held"), held, tr!("figures-held-words")));
    rows.push(alone(tr!("figures-cancelled"), cancelled, tr!("figures-cancelled-words")));
    let presence = match figures.presence_percent {
        Some(percent) => tr!("figures-percent", percent = percent),
        None => tr!("figures-not-said"),
    };
    rows.push(alone(tr!("figures-presence"), presence, tr!("figures-presence-words")));
    for (wait, median) in &figures.waits {
        rows.push(alone(terms::wait(*wait), terms::median(*median), terms::wait_words(*wait)));
    }
    rows.push(alone(tr!("figures-rule"), String::new(), tr!("figures-rule-words")));
    (header, rows)
}
