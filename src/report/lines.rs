//! From a paragraph to its lines: ragged right, no hyphenation, no last line of a single short word.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::face::{Face, space, width};
use super::palette::Colour;

/// A stretch of text in one face and colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: String,
    pub face: Face,
    pub colour: Colour,
}

/// A line and its width in points.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub runs: Vec<Run>,
    pub width: f32,
}

/// A piece of a line, `x` points from the line's left end. A trailing space, for text extraction, has no width.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub x: f32,
    pub text: String,
    pub face: Face,
    pub colour: Colour,
    pub width: f32,
}

/// The longest last line, as a share of the measure, that is taken for a stray word.
const STRAY: f32 = 0.14;

/// Returns the lines of the pieces set at `size` points within `measure` points.
pub fn compose(pieces: &[Piece], size: f32, measure: f32) -> Vec<Line> {
    let words = words(pieces, size, measure);
    let mut ends = break_lines(&words, measure);
    let lines = ends.len();
    let last_width = |ends: &[usize]| {
        let from = ends.iter().rev().nth(1).copied().unwrap_or(0);
        words.iter().skip(from).map(|word| word.full).sum::<f32>()
    };
    if lines > 1 && last_width(&ends) < measure * STRAY {
        // Narrower lines push one more word down, as long as the paragraph does not grow.
        for narrower in [0.97, 0.94, 0.91, 0.88, 0.84] {
            let attempt = break_lines(&words, measure * narrower);
            if attempt.len() == lines && last_width(&attempt) >= measure * STRAY {
                ends = attempt;
                break;
            }
        }
    }
    let mut from = 0;
    ends.into_iter()
        .map(|end| {
            let words = words.get(from..end).unwrap_or_default();
            from = end;
            line_of(words, pieces, size)
        })
        .collect()
}

/// Text between two places where a line may break, as bytes of the joined pieces.
struct Word {
    start: usize,
    end: usize,
    /// Width with and without the trailing space.
    full: f32,
    bare: f32,
    ends_line: bool,
}

fn words(pieces: &[Piece], size: f32, measure: f32) -> Vec<Word> {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let mut words = Vec::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(&text) {
        let ends_line = opportunity == BreakOpportunity::Mandatory && end < text.len();
        let word = measured(pieces, &text, start, end, size, ends_line);
        if word.bare > measure {
            words.extend(cut(pieces, &text, &word, size, measure));
        } else {
            words.push(word);
        }
        start = end;
    }
    words
}

fn measured(pieces: &[Piece], text: &str, start: usize, end: usize, size: f32, ends_line: bool) -> Word {
    let whole = text.get(start..end).unwrap_or_default();
    let bare_end = start + whole.trim_end_matches([' ', '\n']).len();
    let full_end = start + whole.trim_end_matches('\n').len();
    let bare: f32 = overlaps(pieces, start, bare_end).map(|(piece, text)| width(piece.face, size, text)).sum();
    let spaces: f32 =
        overlaps(pieces, bare_end, full_end).map(|(piece, text)| space(piece.face) * size * text.len() as f32).sum();
    let full = bare + spaces;
    Word { start, end, full, bare, ends_line }
}

/// Cuts a word that is wider than the measure between its characters.
fn cut(pieces: &[Piece], text: &str, word: &Word, size: f32, measure: f32) -> Vec<Word> {
    let mut parts = Vec::new();
    let mut start = word.start;
    let mut best: Option<Word> = None;
    let slice = text.get(word.start..word.end).unwrap_or_default();
    for (offset, c) in slice.char_indices() {
        let end = word.start + offset + c.len_utf8();
        let grown = measured(pieces, text, start, end, size, false);
        if grown.bare > measure
            && let Some(fitting) = best.take()
        {
            start = fitting.end;
            parts.push(fitting);
            best = Some(measured(pieces, text, start, end, size, false));
        } else {
            best = Some(grown);
        }
    }
    if let Some(mut rest) = best {
        rest.ends_line = word.ends_line;
        parts.push(rest);
    }
    parts
}

/// Returns, for each line, the index of the word after its last one.
fn break_lines(words: &[Word], measure: f32) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut x = 0.0;
    let mut empty = true;
    for (index, word) in words.iter().enumerate() {
        if !empty && x + word.bare > measure + 0.01 {
            ends.push(index);
            x = 0.0;
        }
        x += word.full;
        empty = false;
        if word.ends_line {
            ends.push(index + 1);
            x = 0.0;
            empty = true;
        }
    }
    if !empty {
        ends.push(words.len());
    }
    ends
}

fn line_of(words: &[Word], pieces: &[Piece], size: f32) -> Line {
    let start = words.first().map_or(0, |word| word.start);
    let end = words.last().map_or(0, |word| word.end);
    let mut runs = Vec::new();
    let mut x = 0.0;
    let mut line_width = 0.0;
    for (piece, text) in overlaps(pieces, start, end) {
        let text = text.trim_end_matches('\n');
        if text.is_empty() {
            continue;
        }
        let bare = width(piece.face, size, text.trim_end_matches(' '));
        let full = if text.ends_with(' ') { width(piece.face, size, text) } else { bare };
        runs.push(Run { x, text: text.to_owned(), face: piece.face, colour: piece.colour, width: full });
        line_width = x + bare;
        x += full;
    }
    if let Some(last) = runs.last_mut() {
        last.width = line_width - last.x;
    }
    Line { runs, width: line_width }
}

fn overlaps(pieces: &[Piece], from: usize, to: usize) -> impl Iterator<Item = (&Piece, &str)> {
    let mut start = 0;
    pieces.iter().filter_map(move |piece| {
        let piece_start = start;
        start += piece.text.len();
        let low = from.max(piece_start);
        let high = to.min(start);
        let text = (low < high).then(|| piece.text.get(low - piece_start..high - piece_start)).flatten()?;
        Some((piece, text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, measure: f32) -> Vec<String> {
        let pieces = [Piece { text: text.to_owned(), face: Face::Regular, colour: [0, 0, 0] }];
        let lines = compose(&pieces, 10.0, measure);
        assert!(lines.iter().all(|line| line.width <= measure + 0.1), "{lines:?}");
        lines.iter().map(|line| line.runs.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn a_paragraph_breaks_at_spaces_and_loses_nothing() {
        let text = "Le compte rendu est remis au prescripteur et expliqué à la personne au cours d’un entretien.";
        let lines = plain(text, 150.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.concat(), text);
    }

    #[test]
    fn a_narrow_no_break_space_holds_the_question_mark() {
        for line in plain("Est-ce que cela vous ressemble\u{202F}?", 60.0) {
            assert!(!line.starts_with('?'), "{line}");
        }
    }

    #[test]
    fn a_word_wider_than_the_measure_is_cut() {
        assert!(plain("Anticonstitutionnellementanticonstitutionnellement", 60.0).len() > 3);
    }

    #[test]
    fn a_line_feed_ends_the_line() {
        assert_eq!(plain("un\ndeux", 100.0), ["un", "deux"]);
    }

    #[test]
    fn an_empty_paragraph_has_no_line() {
        assert!(plain("", 100.0).is_empty());
    }
}
