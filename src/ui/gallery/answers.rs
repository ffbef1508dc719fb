//! Ways of answering at the kiosk: cards to rank, the points of a scale, a text and its keyboard, what is being read.

use eframe::egui::{Id, Ui, vec2};

use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{
    CardCorner, CardMark, ChoiceCard, Keyboard, MarkCard, Picture, PointTile, TextBox, card_speaker, mark_spoken,
};

pub(super) struct Answers {
    chosen: usize,
    text: String,
    keyboard: Keyboard,
}

impl Default for Answers {
    fn default() -> Self {
        Self { chosen: 2, text: tr!("gallery-first-name"), keyboard: Keyboard::default() }
    }
}

impl Answers {
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let look = Look::of(ui.ctx());
        let gap = look.space.between_answers;
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        let width = ui.available_width();
        let half = ((width - gap) / 2.0).floor();
        let marks = [CardMark::None, CardMark::Rank(1), CardMark::Most, CardMark::Least];
        let texts =
            [tr!("gallery-support-1"), tr!("gallery-support-2"), tr!("gallery-scale-1"), tr!("gallery-scale-2")];
        let numbered: Vec<_> = (1..).zip(marks.into_iter().zip(&texts)).collect();
        let listen = tr!("gallery-listen-answer");
        for pair in numbered.chunks(2) {
            ui.horizontal(|ui| {
                for (number, (mark, text)) in pair {
                    let said = tr!("gallery-state-now");
                    let card = MarkCard::new(text, *number, *mark, &said).with_speaker(true);
                    let (response, _) = card.show(ui, vec2(half, look.target.answer));
                    card_speaker(ui, &response, CardCorner::Right, &listen);
                }
            });
        }
        let name = tr!("gallery-note");
        let text_box = TextBox::new(Id::unique("gallery-text"), &name, 60);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(half);
                let words = tr!("gallery-scale-3");
                let card = ChoiceCard::new(&words, false).number(5).highlighted(true).speaker(Some(&listen));
                let read = card.show(ui);
                if read.speak {
                    mark_spoken(ui, read.response.rect);
                }
            });
            ui.vertical(|ui| text_box.show(ui, &mut self.text, vec2(half, look.target.answer)));
        });
        let tile = vec2(((width - 4.0 * gap) / 5.0).floor(), 140.0);
        ui.horizontal(|ui| {
            for place in 0_u8..5 {
                let name = tr!("gallery-score", score = f32::from(place));
                let on = self.chosen == usize::from(place);
                let tile_of = PointTile::new(&name, place + 1, on).picture(Some(Picture::Icon(Icon::Face(place + 1))));
                if tile_of.show(ui, tile).1 {
                    self.chosen = usize::from(place);
                }
            }
        });
        let keys = vec2(width, ui.available_height());
        let key = Keyboard::key_size(keys, look.space.small, look.target.control);
        if let Some(pressed) = self.keyboard.show(ui, key, look.space.small) {
            text_box.press(ui, &mut self.text, pressed);
        }
    }
}
