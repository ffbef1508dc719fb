//! How the sheet looks: each step over a dashed trace of the flat sheet, then the punched squares as holes.

use super::paper::{Fold, Holes, Paper, SIDE, Square};
use crate::domain::generate::figure::{Figure, Point, Shade, Stroke, UNIT};

/// The margin around the sheet.
const MARGIN: i32 = 500;
/// The side of a square of the sheet.
const SQUARE: i32 = (UNIT - 2 * MARGIN) / SIDE;

/// Draws the sheet after each fold, then the last one again, punched.
pub(super) fn steps(folds: &[Fold], punches: Holes) -> Vec<Figure> {
    let mut paper = Paper::flat();
    let mut steps = Vec::new();
    for fold in folds {
        let before = paper.contour().to_vec();
        paper = paper.folded(fold);
        steps.push(folded(&paper, &before));
    }
    let mut punched = folded(&paper, paper.contour());
    punches.squares().for_each(|punch| hole(&mut punched, punch));
    steps.push(punched);
    steps
}

/// Draws the opened sheet with its holes.
pub(super) fn opened(holes: Holes) -> Figure {
    let mut figure = Figure::default();
    let sheet = placed(Paper::flat().contour());
    figure.area(sheet.clone(), Shade::Light);
    figure.outline(sheet, Stroke::Plain);
    holes.squares().for_each(|square| hole(&mut figure, square));
    figure
}

/// Draws what is visible, over a trace of where the paper was.
fn folded(paper: &Paper, before: &[Point]) -> Figure {
    let mut figure = Figure::default();
    figure.outline(placed(Paper::flat().contour()), Stroke::Dashed);
    figure.outline(placed(before), Stroke::Dashed);
    figure.area(placed(paper.contour()), Shade::Light);
    figure.outline(placed(paper.contour()), Stroke::Plain);
    figure
}

fn placed(contour: &[Point]) -> Vec<Point> {
    let place = |half_squares: i32| MARGIN + half_squares * SQUARE / 2;
    contour.iter().map(|corner| Point::new(place(corner.x), place(corner.y))).collect()
}

fn hole(figure: &mut Figure, (row, column): Square) {
    let middle = |rank: i32| MARGIN + rank * SQUARE + SQUARE / 2;
    figure.disc(Point::new(middle(column), middle(row)), SQUARE / 3, Shade::Ink);
}
