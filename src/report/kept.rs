//! Placed pages as they are kept beside a signed PDF: one text, a line for each drawing. What they mean for a reader who does not
//! see them stays in the PDF: these pages are for the screen.

use std::fmt::Write;
use std::str::SplitWhitespace;

use super::face::Face;
use super::pages::{Draw, Item, Mark, Page, Pages, Stroke};
use super::palette::Colour;

const FIRST_LINE: &str = "boussole-pages 1";

/// Writes pages, to hundredths of a point.
pub fn written(pages: &Pages) -> String {
    let mut out = String::from(FIRST_LINE);
    for page in &pages.pages {
        line(&mut out, &format!("P {} {}", number(page.width), number(page.height)));
        for item in &page.items {
            line(&mut out, &drawing(&item.draw));
        }
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push('\n');
    out.push_str(text);
}

/// Reads pages; `None`: the text is not one that [`written`] made.
pub fn read(text: &str) -> Option<Pages> {
    let mut lines = text.lines();
    if lines.next() != Some(FIRST_LINE) {
        return None;
    }
    let mut pages = Pages::default();
    for line in lines {
        let (kind, rest) = line.split_once(' ')?;
        if kind == "P" {
            let mut parts = rest.split_whitespace();
            let (width, height) = (read_number(&mut parts)?, read_number(&mut parts)?);
            pages.pages.push(Page { width, height, items: Vec::new() });
        } else {
            let draw = read_drawing(kind, rest)?;
            pages.pages.last_mut()?.items.push(Item { mark: Mark::Decoration, draw });
        }
    }
    Some(pages)
}

fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn hex([red, green, blue]: Colour) -> String {
    format!("{red:02x}{green:02x}{blue:02x}")
}

fn stroke(stroke: Stroke) -> String {
    format!("{}/{}", hex(stroke.colour), number(stroke.width))
}

fn or_none(text: Option<String>) -> String {
    text.unwrap_or_else(|| "-".to_owned())
}

fn numbers(values: &[f32]) -> String {
    values.iter().map(|value| number(*value)).collect::<Vec<_>>().join(" ")
}

fn joined(points: &[(f32, f32)]) -> String {
    points.iter().fold(String::new(), |mut text, (x, y)| {
        // Writing into a string does not fail.
        write!(text, " {} {}", number(*x), number(*y)).unwrap_or_default();
        text
    })
}

fn drawing(draw: &Draw) -> String {
    match draw {
        Draw::Text { x, baseline, size, face, colour, text, width } => {
            let place = numbers(&[*x, *baseline, *size, *width]);
            let face = match face {
                Face::Regular => "regular",
                Face::Bold => "bold",
                Face::Italic => "italic",
            };
            format!("T {place} {face} {} |{}", hex(*colour), text.replace(['\n', '\r'], " "))
        }
        Draw::Rect { x, y, width, height, radius, fill, stroke: pen } => {
            let place = numbers(&[*x, *y, *width, *height, *radius]);
            format!("R {place} {} {}", or_none(fill.map(hex)), or_none(pen.map(stroke)))
        }
        Draw::Circle { x, y, radius, fill, stroke: pen } => {
            let place = numbers(&[*x, *y, *radius]);
            format!("C {place} {} {}", or_none(fill.map(hex)), or_none(pen.map(stroke)))
        }
        Draw::Line { from, to, stroke: pen } => format!("L {}{}", stroke(*pen), joined(&[*from, *to])),
        Draw::Polyline { points, stroke: pen } => format!("O {}{}", stroke(*pen), joined(points)),
        Draw::Polygon { points, fill } => format!("G {}{}", hex(*fill), joined(points)),
    }
}

fn read_number(parts: &mut SplitWhitespace<'_>) -> Option<f32> {
    parts.next()?.parse().ok()
}

fn read_colour(text: &str) -> Option<Colour> {
    let part = |range| u8::from_str_radix(text.get(range)?, 16).ok();
    (text.len() == 6).then_some([part(0..2)?, part(2..4)?, part(4..6)?])
}

fn read_stroke(text: &str) -> Option<Stroke> {
    let (colour, width) = text.split_once('/')?;
    Some(Stroke { colour: read_colour(colour)?, width: width.parse().ok()? })
}

/// Reads what may be absent; the outer `None` is a text that is no such thing.
fn read_or_none<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text == "-" { Some(None) } else { read(text).map(Some) }
}

fn read_points(parts: &mut SplitWhitespace<'_>) -> Option<Vec<(f32, f32)>> {
    let values = parts.map(|part| part.parse().ok()).collect::<Option<Vec<f32>>>()?;
    let (pairs, rest) = values.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[x, y]| (*x, *y)).collect())
}

fn read_drawing(kind: &str, rest: &str) -> Option<Draw> {
    let (rest, text) = match kind {
        "T" => rest.split_once(" |")?,
        _ => (rest, ""),
    };
    let mut parts = rest.split_whitespace();
    Some(match kind {
        "T" => {
            let (x, baseline) = (read_number(&mut parts)?, read_number(&mut parts)?);
            let (size, width) = (read_number(&mut parts)?, read_number(&mut parts)?);
            let face = match parts.next()? {
                "regular" => Face::Regular,
                "bold" => Face::Bold,
                "italic" => Face::Italic,
                _ => return None,
            };
            Draw::Text { x, baseline, size, face, colour: read_colour(parts.next()?)?, text: text.to_owned(), width }
        }
        "R" => {
            let (x, y) = (read_number(&mut parts)?, read_number(&mut parts)?);
            let (width, height) = (read_number(&mut parts)?, read_number(&mut parts)?);
            let radius = read_number(&mut parts)?;
            let (fill, stroke) = read_ink(&mut parts)?;
            Draw::Rect { x, y, width, height, radius, fill, stroke }
        }
        "C" => {
            let (x, y, radius) = (read_number(&mut parts)?, read_number(&mut parts)?, read_number(&mut parts)?);
            let (fill, stroke) = read_ink(&mut parts)?;
            Draw::Circle { x, y, radius, fill, stroke }
        }
        "L" => {
            let stroke = read_stroke(parts.next()?)?;
            let points = read_points(&mut parts)?;
            let [from, to] = points.as_slice() else { return None };
            Draw::Line { from: *from, to: *to, stroke }
        }
        "O" => Draw::Polyline { stroke: read_stroke(parts.next()?)?, points: read_points(&mut parts)? },
        "G" => Draw::Polygon { fill: read_colour(parts.next()?)?, points: read_points(&mut parts)? },
        _ => return None,
    })
}

fn read_ink(parts: &mut SplitWhitespace<'_>) -> Option<(Option<Colour>, Option<Stroke>)> {
    Some((read_or_none(parts.next()?, read_colour)?, read_or_none(parts.next()?, read_stroke)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::palette::SPECIMEN;
    use crate::report::{layout, person_page, specimen, synthesis};

    #[test]
    fn pages_that_were_kept_are_read_back_drawing_by_drawing() {
        let documents = [
            synthesis::document(&specimen::signed_synthesis()),
            synthesis::document(&specimen::whole_synthesis()),
            person_page::document(&specimen::person_page()),
        ];
        for document in documents {
            let pages = layout(&document, &SPECIMEN);
            let text = written(&pages);
            let kept = read(&text).unwrap();
            assert_eq!(kept.text(), pages.text());
            assert_eq!(written(&kept), text);
            let counts = |pages: &Pages| pages.pages.iter().map(|page| page.items.len()).collect::<Vec<_>>();
            assert_eq!(counts(&kept), counts(&pages));
        }
    }

    #[test]
    fn a_drawing_has_one_written_form() {
        let text = Draw::Text {
            x: 64.0,
            baseline: 100.25,
            size: 10.2,
            face: Face::Bold,
            colour: [15, 86, 100],
            text: "Né | le 3\u{A0}avril ".to_owned(),
            width: 71.123,
        };
        assert_eq!(drawing(&text), "T 64 100.25 10.2 71.12 bold 0f5664 |Né | le 3\u{A0}avril ");
        let stroke = Some(Stroke { colour: [0, 0, 0], width: 0.8 });
        let ring = Draw::Circle { x: 1.0, y: 2.0, radius: 3.5, fill: None, stroke };
        assert_eq!(drawing(&ring), "C 1 2 3.5 - 000000/0.8");
        assert_eq!(read_drawing("C", "1 2 3.5 - 000000/0.8"), Some(ring));
    }

    #[test]
    fn what_nobody_wrote_is_not_read() {
        for text in [
            "",
            "boussole-pages 2",
            "boussole-pages 1\nT 1 1 1 1 bold 000000 |avant une page",
            "boussole-pages 1\nP 595.28",
            "boussole-pages 1\nP 595.28 841.89\nX 1 2",
            "boussole-pages 1\nP 595.28 841.89\nG zzzzzz 1 2",
            "boussole-pages 1\nP 595.28 841.89\nG 000000 1 2 3",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
