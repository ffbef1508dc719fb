//! From strips to pages: what stays together stays together, and a table repeats its head.

use crate::report::pages::{A4, Furniture, Item, Mark, OutlineEntry, Page, Pages};

/// Top of the text on a page, and on a first page with a letterhead; bottom of the text.
pub(super) const TOP: f32 = 65.0;
pub(super) const LETTERHEAD_TOP: f32 = 36.0;
pub(super) const BOTTOM: f32 = A4.1 - 58.0;
/// The tallest strip that a page can hold.
pub(super) const BODY_HEIGHT: f32 = BOTTOM - TOP;

/// A piece of a page that is never cut: a line of text, a table row, a figure. Vertical positions count from its top.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Strip {
    pub height: f32,
    /// Dropped at the top of a page.
    pub space_before: f32,
    /// Whether the next strip stands on the same page.
    pub keep_next: bool,
    pub starts_page: bool,
    /// Whether it is one of the steps that share two pages evenly.
    pub is_step: bool,
    pub items: Vec<Item>,
    /// Index of the table whose head is repeated when a page starts with this strip.
    pub table: Option<usize>,
    pub outline: Option<(u8, String)>,
}

impl Strip {
    pub fn new(height: f32, items: Vec<Item>) -> Self {
        Self {
            height,
            space_before: 0.0,
            keep_next: false,
            starts_page: false,
            is_step: false,
            items,
            table: None,
            outline: None,
        }
    }
}

/// Keeps all strips on one page, as far as a page can hold them.
pub(super) fn keep_together(strips: &mut [Strip]) {
    let last = strips.len().saturating_sub(1);
    for strip in strips.iter_mut().take(last) {
        strip.keep_next = true;
    }
}

/// Keeps the first two and the last two lines of a paragraph together: no widow, no orphan.
pub(super) fn keep_ends(strips: &mut [Strip]) {
    let count = strips.len();
    for (index, strip) in strips.iter_mut().enumerate() {
        if index + 1 < count && (index == 0 || index + 2 == count) {
            strip.keep_next = true;
        }
    }
}

/// Keeps the last two rows of a table together: a head comes back for more than one row.
pub(super) fn keep_last(strips: &mut [Strip]) {
    if let Some(before_last) = strips.iter_mut().rev().nth(1) {
        before_last.keep_next = true;
    }
}

/// Places the strips; steps that do not hold on one page are divided in their middle.
pub(super) fn balanced(mut strips: Vec<Strip>, heads: &[Strip], first_top: f32) -> Pages {
    let places: Vec<usize> =
        (0..strips.len()).filter(|index| strips.get(*index).is_some_and(|one| one.is_step)).collect();
    let pages = paginate(strips.clone(), heads, first_top);
    let middle = places.get(places.len().div_ceil(2)).and_then(|place| strips.get_mut(*place));
    match middle {
        Some(strip) if pages.pages.len() == 2 => {
            strip.starts_page = true;
            paginate(strips, heads, first_top)
        }
        Some(_) | None => pages,
    }
}

/// Places the strips; `heads` are the heads of the tables.
pub(super) fn paginate(strips: Vec<Strip>, heads: &[Strip], first_top: f32) -> Pages {
    let mut flow = Flow { pages: Pages::default(), heads, y: first_top, fresh: true };
    flow.pages.pages.push(empty_page());
    let mut chunk = Vec::new();
    for strip in strips {
        let ends = !strip.keep_next;
        chunk.push(strip);
        if ends {
            flow.place_chunk(std::mem::take(&mut chunk));
        }
    }
    flow.place_chunk(chunk);
    flow.pages
}

fn empty_page() -> Page {
    Page { width: A4.0, height: A4.1, items: Vec::new() }
}

struct Flow<'a> {
    pages: Pages,
    heads: &'a [Strip],
    y: f32,
    /// Whether nothing stands on the page yet.
    fresh: bool,
}

impl Flow<'_> {
    fn place_chunk(&mut self, chunk: Vec<Strip>) {
        let Some(first) = chunk.first() else { return };
        if first.starts_page && !self.fresh {
            self.new_page();
        }
        let height: f32 = chunk.iter().map(|strip| strip.height + strip.space_before).sum();
        let head = |table: Option<usize>| table.and_then(|table| self.heads.get(table)).map_or(0.0, |head| head.height);
        let height_on_new_page = height - first.space_before + head(first.table);
        // A chunk that no page can hold starts where it stands and is cut between its strips.
        if self.y + height > BOTTOM && !self.fresh && height_on_new_page <= BODY_HEIGHT {
            self.turn(first.table);
        }
        for strip in chunk {
            if !self.fresh && self.y + strip.space_before + strip.height > BOTTOM {
                self.turn(strip.table);
            }
            self.place(strip);
        }
    }

    /// Starts a page, with the head of the table that goes on there.
    fn turn(&mut self, table: Option<usize>) {
        self.new_page();
        if let Some(head) = table.and_then(|table| self.heads.get(table)) {
            let mut head = head.clone();
            for item in &mut head.items {
                if let Mark::Content(_) = item.mark {
                    item.mark = Mark::Running(Furniture::TableHead);
                }
            }
            self.place(head);
        }
    }

    fn new_page(&mut self) {
        self.pages.pages.push(empty_page());
        self.y = TOP;
        self.fresh = true;
    }

    fn place(&mut self, strip: Strip) {
        if !self.fresh {
            self.y += strip.space_before;
        }
        let page_index = self.pages.pages.len().saturating_sub(1);
        if let Some((level, title)) = strip.outline {
            self.pages.outline.push(OutlineEntry { title, level, page: page_index, y: self.y });
        }
        if let Some(page) = self.pages.pages.last_mut() {
            for mut item in strip.items {
                item.draw.shift(self.y);
                page.items.push(item);
            }
        }
        self.y += strip.height;
        self.fresh = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32) -> Strip {
        Strip::new(height, Vec::new())
    }

    fn pages_of(strips: Vec<Strip>) -> usize {
        paginate(strips, &[], TOP).pages.len()
    }

    #[test]
    fn what_fits_stays_on_one_page() {
        assert_eq!(pages_of(vec![strip(300.0), strip(300.0)]), 1);
    }

    #[test]
    fn a_kept_pair_moves_together() {
        let mut strips = vec![strip(660.0), strip(30.0), strip(30.0)];
        strips[1].keep_next = true;
        strips[1].outline = Some((2, "Titre".to_owned()));
        let pages = paginate(strips, &[], TOP);
        assert_eq!(pages.outline.first().map(|entry| entry.page), Some(1));
    }

    #[test]
    fn a_chunk_taller_than_a_page_is_cut_between_its_strips() {
        let mut strips: Vec<Strip> = (0..30).map(|_| strip(50.0)).collect();
        keep_together(&mut strips);
        assert_eq!(pages_of(strips), 3);
    }

    #[test]
    fn a_page_break_at_the_top_of_a_page_adds_no_page() {
        let mut first = strip(10.0);
        first.starts_page = true;
        assert_eq!(pages_of(vec![first]), 1);
    }
}
