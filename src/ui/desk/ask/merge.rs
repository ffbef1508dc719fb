//! Two sessions made one: who moves, and what becomes of the others.

use eframe::egui::Ui;

use super::footer;
use crate::app::session_life::MergeView;
use crate::domain::id::SessionId;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{Banner, Tone, facts, muted};

pub struct MergeForm {
    from: SessionId,
    merge: MergeView,
    /// How many have a seat in the session that ends.
    seated: usize,
}

impl MergeForm {
    pub fn new(from: SessionId, merge: &MergeView, seated: usize) -> Self {
        Self { from, merge: merge.clone(), seated }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let names = [tr!("desk-merge-into"), tr!("desk-room")];
        let [into, room] = names.each_ref().map(String::as_str);
        let when = terms::slot(self.merge.slot);
        facts(ui, "merge-facts", &[(into, when.as_str()), (room, self.merge.room.as_str())]);
        let back = self.seated.saturating_sub(self.merge.can_move);
        muted(ui, &tr!("desk-merge-words", moved = self.merge.can_move, back = back));
        Banner::new(Tone::Info, &terms::forecast(&self.merge.forecast)).show(ui);
        if footer(ui, cx, &tr!("desk-merge-confirm"), true) {
            cx.act(Deed::MergeSessions { from: self.from, into: self.merge.session });
        }
    }
}
