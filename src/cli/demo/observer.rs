//! A robot that watched a workshop and fills in a grid about one person.

use super::DemoError;
use crate::app::grids::{GridItem, GridPage};
use crate::app::{App, Chance, Login};
use crate::domain::assessment::ItemKind;
use crate::domain::id::SittingId;
use crate::domain::response::Answer;

/// How long the robot takes for a page.
const PAGE_MILLIS: u64 = 45_000;

/// Fills in a grid: the act sets its point, so that two observers mostly agree; chance moves it now and then.
pub(super) fn observe(
    app: &mut App,
    observer: Login,
    sitting: SittingId,
    chance: &mut Chance,
) -> Result<(), DemoError> {
    let mut grid = app.grid(observer, sitting)?;
    while !grid.finished {
        let lacks = |page: &&GridPage| page.items.iter().any(|item| item.given.is_none());
        let page = grid.pages.iter().find(lacks).ok_or(DemoError::Script("grille"))?;
        let answers: Vec<_> =
            page.items.iter().enumerate().map(|(index, item)| (item.id.clone(), rated(index, item, chance))).collect();
        app.set_time(app.now().plus_millis(PAGE_MILLIS));
        grid = app.fill_grid(observer, sitting, &answers, PAGE_MILLIS)?;
    }
    Ok(())
}

fn rated(index: usize, item: &GridItem, chance: &mut Chance) -> Answer {
    match &item.kind {
        ItemKind::Likert { points, .. } if !chance.number().is_multiple_of(12) => {
            let moved = usize::from(chance.number().is_multiple_of(4));
            let point = points.get((index * 3 + moved) % points.len().max(1));
            point.map_or(Answer::PrefersNot, |point| Answer::Point(point.value))
        }
        ItemKind::SingleChoice { options, .. } => {
            options.first().map_or(Answer::PrefersNot, |option| Answer::Choice(option.id.clone()))
        }
        _ => Answer::PrefersNot,
    }
}
