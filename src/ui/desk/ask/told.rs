//! How a prescriber learnt what a letter says.

use eframe::egui::Ui;

use super::footer;
use crate::app::notices::NoticeView;
use crate::domain::delivery::NoticeWay;
use crate::domain::id::NoticeId;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::letters::{reached, subject};
use crate::ui::widgets::{ChoiceCard, ChoiceKind, body, small};

pub struct ToldForm {
    notice: NoticeId,
    who: String,
    about: String,
    reached: String,
    how: Option<NoticeWay>,
}

impl ToldForm {
    pub fn of(notice: &NoticeView) -> Self {
        let name = notice.participant_name.as_str();
        Self {
            notice: notice.id,
            who: notice.prescriber.name.clone(),
            about: tr!("desk-notice-about", name = name, what = subject(notice.subject)),
            reached: reached(notice),
            how: None,
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.who);
        small(ui, &self.about);
        if !self.reached.is_empty() {
            small(ui, &self.reached);
        }
        for way in NoticeWay::ALL {
            let words = terms::notice_way_done(way);
            if ChoiceCard::new(&words, self.how == Some(way)).kind(ChoiceKind::One).show(ui).chosen {
                self.how = Some(way);
            }
        }
        if footer(ui, cx, &tr!("desk-notice-confirm"), self.how.is_some())
            && let Some(how) = self.how
        {
            cx.act(Deed::Guide(Guidance::NoticeTold(self.notice, how)));
        }
    }
}
