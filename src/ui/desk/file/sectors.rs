//! The six sectors in the order of one person: what speaks for and against each. Obstacles stay in sight.

use eframe::egui::Ui;

use crate::app::sectors::{SectorRow, SectorsView};
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::layout::side_by_side;
use crate::ui::theme::Look;
use crate::ui::widgets::{Banner, Tone, badge, bar_row, body, heading, muted, small};

/// Shows the sectors, for the participant's file and beside the text of a synthesis.
pub fn card(ui: &mut Ui, sectors: &SectorsView) {
    heading(ui, &tr!("term-sectors"));
    muted(ui, &tr!("term-sectors-intro"));
    let missing = [
        sectors.no_interests.as_ref().map(terms::no_interests),
        sectors.no_conditions.as_ref().map(terms::no_conditions),
    ];
    for words in missing.into_iter().flatten() {
        Banner::new(Tone::Warning, &words).title(&tr!("term-sectors-missing")).show(ui);
    }
    for row in &sectors.rows {
        sector(ui, row);
    }
    let day =
        |at: Option<crate::domain::stamp::Instant>| at.map_or_else(|| tr!("desk-not-taken"), |at| short_date(at.day()));
    let (interests, conditions) = (day(sectors.interests_on), day(sectors.conditions_on));
    small(ui, &tr!("desk-sectors-dates", interests = interests, conditions = conditions));
    small(ui, &tr!("term-sectors-convention", source = sectors.source.as_str()));
}

fn sector(ui: &mut Ui, row: &SectorRow) {
    let place = if row.tied { tr!("term-place-shared", place = row.place) } else { row.place.to_string() };
    let title = tr!("term-sector-placed", place = place, title = terms::sector(row.sector));
    let band = terms::fit_band(row.band);
    let said = tr!("desk-sector-said", title = title.as_str(), band = band.as_str());
    bar_row(ui, &title, row.fit as f32, &band, &said);
    if let Some(obstacles) = terms::obstacles(&row.obstacles) {
        badge(ui, Tone::Warning, &obstacles);
    }
    let reasons = [
        terms::speaks_for(&row.liked, &row.accepted),
        terms::speaks_against(&row.not_liked, &row.reluctant, &row.unanswered),
    ];
    side_by_side(ui, 2, |ui, side| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for reason in reasons.get(side).into_iter().flatten() {
            small(ui, reason);
        }
    });
    let jobs: Vec<String> =
        row.jobs.iter().map(|(code, title)| tr!("term-job", code = code.as_str(), title = title.as_str())).collect();
    body(ui, &tr!("desk-sector-begin", jobs = jobs.join(" ; ")));
    ui.add_space(Look::of(ui.ctx()).space.small);
}
