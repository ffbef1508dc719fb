//! How a person would like to be told.

use eframe::egui::Ui;

use super::footer;
use crate::app::people::ParticipantFile;
use crate::domain::id::ParticipantId;
use crate::domain::telling::Channel;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::widgets::{ChoiceCard, ChoiceKind, body, muted};

pub struct ChannelForm {
    participant: ParticipantId,
    name: String,
    channel: Option<Channel>,
}

impl ChannelForm {
    pub fn of(file: &ParticipantFile) -> Self {
        let name = format!("{} {}", file.first_name, file.last_name);
        Self { participant: file.id, name, channel: file.channel }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.name);
        muted(ui, &tr!("desk-channel-words"));
        let each = Channel::ALL.map(|channel| (Some(channel), terms::channel(channel)));
        for (channel, words) in std::iter::once((None, tr!("desk-channel-usual"))).chain(each) {
            if ChoiceCard::new(&words, self.channel == channel).kind(ChoiceKind::One).show(ui).chosen {
                self.channel = channel;
            }
        }
        if footer(ui, cx, &tr!("desk-channel-confirm"), true) {
            cx.act(Deed::SetChannel { participant: self.participant, channel: self.channel });
        }
    }
}
