//! The dialog that is open: one at a time, closed by Escape, confirmed by its one primary button.

pub mod agree;
pub mod answer;
pub mod appointment;
pub mod away;
pub mod channel;
pub mod close;
pub mod code;
pub mod consent;
pub mod deadline;
pub mod display;
pub mod export;
pub mod export_figures;
pub mod files;
pub mod give_back;
pub mod grid;
pub mod health;
pub mod library;
pub mod mail;
pub mod merge;
pub mod merge_files;
pub mod moment;
pub mod move_session;
pub mod network;
pub mod observation;
pub mod offer;
pub mod open_session;
pub mod other_time;
pub mod participant;
pub mod proof;
pub mod reason;
pub mod referral;
pub mod sector;
pub mod setting;
pub mod sheet;
pub mod shortcuts;
pub mod skills;
pub mod synthesis;
pub mod take_out;
pub mod tell;
pub mod told;

use std::path::PathBuf;

use eframe::egui::{Align, Context, ScrollArea, Ui};

use super::cx::Cx;
use crate::app::kiosk::CodeView;
use crate::app::people::ExportFormat;
use crate::domain::calendar::Days;
use crate::tr;
use crate::ui::desk::layout::{at_end, row};
use crate::ui::widgets::{Button, Dialog};

/// What is being asked.
pub enum Ask {
    Display,
    Participant(participant::ParticipantForm),
    Referral(referral::ReferralForm),
    Close(close::CloseForm),
    Code(CodeView),
    Files(Vec<PathBuf>),
    Reason(reason::ReasonForm),
    TakeOut(take_out::TakeOutForm),
    Appointment(appointment::AppointmentForm),
    Observation(observation::ObservationForm),
    Sector(sector::SectorForm),
    OpenSession(open_session::OpenForm),
    Paper(synthesis::PaperForm),
    MailServer(mail::MailForm),
    Deliver(synthesis::DeliverForm),
    Grid(grid::GridChoice),
    Health(health::HealthForm),
    HealthRight(health::HealthRightForm),
    Prescriber(network::PrescriberForm),
    Site(network::SiteForm),
    Staff(network::StaffForm),
    Install(library::InstallForm),
    Activate(library::ActivateForm),
    Tell(tell::TellForm),
    Told(told::ToldForm),
    GiveBack(give_back::GiveBackForm),
    Merge(merge::MergeForm),
    MergeFiles(merge_files::MergeFilesForm),
    Export(export::ExportForm),
    ExportFigures(Days, ExportFormat),
    Proof(proof::ProofForm),
    Consent(consent::ConsentForm),
    Agree(agree::AgreeForm),
    MoveSession(move_session::MoveForm),
    Sheet(sheet::SheetForm),
    Skills(skills::SkillsForm),
    Away(away::AwayForm),
    OtherTime(other_time::OtherTimeForm),
    Offer(offer::OfferForm),
    Answer(answer::AnswerForm),
    Deadline(deadline::DeadlineForm),
    Channel(channel::ChannelForm),
    Setting(setting::SettingForm),
    Shortcuts,
}

impl Ask {
    fn title(&self) -> String {
        match self {
            Ask::Display => tr!("desk-display"),
            Ask::Participant(form) => form.title(),
            Ask::Referral(form) => form.title(),
            Ask::Close(_) => tr!("desk-close-title"),
            Ask::Code(_) => tr!("desk-code-title"),
            Ask::Files(_) => tr!("desk-files-title"),
            Ask::Reason(form) => form.title(),
            Ask::TakeOut(_) => tr!("desk-take-out-title"),
            Ask::Appointment(form) => form.title(),
            Ask::Observation(_) => tr!("desk-observation-title"),
            Ask::Sector(_) => tr!("desk-sector-title"),
            Ask::OpenSession(_) => tr!("desk-open-title"),
            Ask::Paper(_) => tr!("desk-sign-title"),
            Ask::MailServer(_) => tr!("desk-mail-title"),
            Ask::Deliver(_) => tr!("desk-deliver-title"),
            Ask::Grid(_) => tr!("desk-grid-title"),
            Ask::Health(_) => tr!("desk-health-title"),
            Ask::HealthRight(form) => form.title(),
            Ask::Prescriber(form) => form.title(),
            Ask::Site(_) => tr!("desk-site-title"),
            Ask::Staff(_) => tr!("desk-staff-title"),
            Ask::Install(_) => tr!("desk-install-title"),
            Ask::Activate(_) => tr!("desk-activate-title"),
            Ask::Tell(_) => tr!("desk-tell-title"),
            Ask::Told(_) => tr!("desk-notice-title"),
            Ask::GiveBack(_) => tr!("desk-give-back-title"),
            Ask::Merge(_) => tr!("desk-merge-title"),
            Ask::MergeFiles(_) => tr!("desk-merge-files-title"),
            Ask::ExportFigures(..) => tr!("desk-figures-export-title"),
            Ask::Export(_) => tr!("desk-export-title"),
            Ask::Proof(_) => tr!("desk-proof-title"),
            Ask::Consent(form) => form.title(),
            Ask::Agree(_) => tr!("desk-agree-title"),
            Ask::MoveSession(_) => tr!("desk-move-title"),
            Ask::Sheet(_) => tr!("desk-sheet-title"),
            Ask::Skills(_) => tr!("desk-skills-title"),
            Ask::Away(_) => tr!("desk-away-title"),
            Ask::OtherTime(form) => form.title(),
            Ask::Offer(_) => tr!("desk-offer-title"),
            Ask::Answer(_) => tr!("desk-answer-title"),
            Ask::Deadline(_) => tr!("desk-deadline-title"),
            Ask::Channel(_) => tr!("desk-channel-title"),
            Ask::Setting(form) => form.title(),
            Ask::Shortcuts => tr!("desk-keys-title"),
        }
    }

    fn width(&self) -> f32 {
        match self {
            Ask::Participant(_) | Ask::Install(_) | Ask::MergeFiles(_) => 880.0,
            Ask::Code(_)
            | Ask::Referral(_)
            | Ask::TakeOut(_)
            | Ask::Grid(_)
            | Ask::OpenSession(_)
            | Ask::Appointment(_)
            | Ask::MoveSession(_)
            | Ask::OtherTime(_)
            | Ask::Tell(_)
            | Ask::Offer(_)
            | Ask::Answer(_)
            | Ask::Proof(_)
            | Ask::Consent(_)
            | Ask::Agree(_)
            | Ask::Export(_)
            | Ask::ExportFigures(..)
            | Ask::Deliver(_)
            | Ask::MailServer(_)
            | Ask::Files(_) => 680.0,
            _ => 560.0,
        }
    }
}

/// Draws the dialog; `fresh` is true in its first frame.
pub fn show(ctx: &Context, cx: &mut Cx<'_>, ask: &mut Ask, fresh: bool) {
    let title = ask.title();
    // Less its title and its edges.
    let most = (ctx.content_rect().height() - 130.0).max(160.0);
    let shown = Dialog::new("desk-ask", &title).width(ask.width()).show(ctx, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]).show(ui, |ui| {
            match ask {
                Ask::Display => display::show(ui, cx),
                Ask::Participant(form) => form.show(ui, cx, fresh),
                Ask::Referral(form) => form.show(ui, cx, fresh),
                Ask::Close(form) => form.show(ui, cx),
                Ask::Code(code) => code::show(ui, cx, code),
                Ask::Files(paths) => files::show(ui, cx, paths),
                Ask::Reason(form) => form.show(ui, cx, fresh),
                Ask::TakeOut(form) => form.show(ui, cx, fresh),
                Ask::Appointment(form) => form.show(ui, cx),
                Ask::Observation(form) => form.show(ui, cx, fresh),
                Ask::Sector(form) => form.show(ui, cx),
                Ask::OpenSession(form) => form.show(ui, cx),
                Ask::Paper(form) => form.show(ui, cx),
                Ask::MailServer(form) => form.show(ui, cx),
                Ask::Deliver(form) => form.show(ui, cx),
                Ask::Grid(form) => form.show(ui, cx),
                Ask::Health(form) => form.show(ui, cx),
                Ask::HealthRight(form) => form.show(ui, cx),
                Ask::Prescriber(form) => form.show(ui, cx, fresh),
                Ask::Site(form) => form.show(ui, cx, fresh),
                Ask::Staff(form) => form.show(ui, cx, fresh),
                Ask::Install(form) => form.show(ui, cx, fresh),
                Ask::Activate(form) => form.show(ui, cx),
                Ask::Tell(form) => form.show(ui, cx),
                Ask::Told(form) => form.show(ui, cx),
                Ask::GiveBack(form) => form.show(ui, cx),
                Ask::Merge(form) => form.show(ui, cx),
                Ask::MergeFiles(form) => form.show(ui, cx),
                Ask::Export(form) => form.show(ui, cx),
                Ask::ExportFigures(days, format) => export_figures::show(ui, cx, *days, format),
                Ask::Proof(form) => form.show(ui, cx),
                Ask::Consent(form) => form.show(ui, cx),
                Ask::Agree(form) => form.show(ui, cx),
                Ask::MoveSession(form) => form.show(ui, cx),
                Ask::Sheet(form) => form.show(ui, cx),
                Ask::Skills(form) => form.show(ui, cx),
                Ask::Away(form) => form.show(ui, cx),
                Ask::OtherTime(form) => form.show(ui, cx),
                Ask::Offer(form) => form.show(ui, cx, fresh),
                Ask::Answer(form) => form.show(ui, cx),
                Ask::Deadline(form) => form.show(ui, cx),
                Ask::Channel(form) => form.show(ui, cx),
                Ask::Setting(form) => form.show(ui, cx, fresh),
                Ask::Shortcuts => shortcuts::show(ui, cx),
            }
        });
    });
    if shown.should_close() {
        cx.close();
    }
}

/// Shows the refusal and the two ends of a dialog; returns whether it was confirmed.
fn footer(ui: &mut Ui, cx: &mut Cx<'_>, confirm: &str, ready: bool) -> bool {
    cx.show_trouble(ui);
    let ends = row(ui, |ui| {
        at_end(ui, |ui| {
            let confirmed = ui.add_enabled(ready && !cx.busy, Button::primary(confirm)).clicked();
            if ui.add(Button::quiet(&tr!("desk-cancel"))).clicked() {
                cx.close();
            }
            confirmed
        })
        .inner
    });
    if cx.trouble.is_some_and(|trouble| trouble.fresh.take()) {
        ends.response.scroll_to_me(Some(Align::BOTTOM));
    }
    ends.inner
}
