//! From content to placed pages. Pure: the same document and palette give the same pages.

mod blocks;
mod boxes;
mod flow;
mod ornament;
mod running;
mod signpost;
mod sizes;
mod table;

use super::document::{Block, Document};
use super::pages::Pages;
use super::palette::Palette;

pub(crate) use sizes::Sizes;

/// Margins of the text, in points.
pub(crate) const LEFT: f32 = 64.0;
pub(crate) const RIGHT: f32 = 64.0;

/// Lays a document out on A4 pages.
pub fn layout(document: &Document, palette: &Palette) -> Pages {
    let sizes = Sizes::of(document.print);
    let mut composer = blocks::Composer::new(palette, sizes);
    let mut strips = Vec::new();
    if let Some(letterhead) = &document.letterhead {
        strips.extend(composer.letterhead(letterhead));
    }
    strips.extend(composer.sequence(&document.blocks));
    let (tables, structure) = composer.finish();
    let first_top = if document.letterhead.is_some() { flow::LETTERHEAD_TOP } else { flow::TOP };
    let mut pages = flow::balanced(strips, &tables, first_top);
    pages.structure = structure;
    running::add(&mut pages, document, palette);
    pages
}

/// Returns whether the block ends with a frame, a tint or a rule, from which text keeps its distance.
fn is_framed(block: &Block) -> bool {
    match block {
        Block::Table(_) | Block::Figure(_) | Block::Callout { .. } | Block::Signatures(_) | Block::Facts(_) => true,
        Block::KeepTogether(blocks) | Block::LeadIn(blocks) => blocks.last().is_some_and(is_framed),
        Block::Heading { .. }
        | Block::Paragraph { .. }
        | Block::List { .. }
        | Block::Steps(_)
        | Block::Signpost { .. }
        | Block::Choices(_)
        | Block::BlankLines(_)
        | Block::AnswerLine { .. }
        | Block::Address(_)
        | Block::PageBreak => false,
    }
}

/// Returns whether the block only makes sense with what follows it.
fn leads_on(block: &Block) -> bool {
    matches!(block, Block::Heading { .. })
}
