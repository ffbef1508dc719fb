//! The server that takes the service's messages.

use eframe::egui::Ui;

use super::footer;
use crate::app::post::{MailSettings, Security};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{Banner, TextField, Tone, muted};

/// RFC 8314 and 6409; a relay on this computer listens on the old port.
fn usual_port(security: Security) -> u16 {
    match security {
        Security::Tls => 465,
        Security::StartTls => 587,
        Security::None => 25,
    }
}

pub struct MailForm {
    host: String,
    port: String,
    security: Security,
    user: String,
    password: String,
    sender_name: String,
    sender: String,
    authority: String,
    /// A password is kept: it is not shown, and stays when none is typed.
    is_known: bool,
}

impl MailForm {
    pub fn new(known: Option<&MailSettings>) -> Self {
        let (user, password) = known.and_then(|server| server.login.clone()).unwrap_or_default();
        let is_known = !user.is_empty();
        Self {
            host: known.map(|server| server.host.clone()).unwrap_or_default(),
            port: known.map_or(465, |server| server.port).to_string(),
            security: known.map_or(Security::Tls, |server| server.security),
            user,
            password,
            sender_name: known.map_or_else(|| tr!("mail-sender-name"), |server| server.sender_name.clone()),
            sender: known.map(|server| server.sender.clone()).unwrap_or_default(),
            authority: known.map(|server| server.authority.clone()).unwrap_or_default(),
            is_known,
        }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        muted(ui, &tr!("desk-mail-words"));
        side_by_side(ui, 2, |ui, column| match column {
            0 => drop(TextField::new(&tr!("desk-mail-host"), &mut self.host).longest(200).show(ui)),
            _ => drop(TextField::new(&tr!("desk-mail-port"), &mut self.port).longest(5).show(ui)),
        });
        let kinds = [
            (Security::Tls, tr!("desk-mail-tls")),
            (Security::StartTls, tr!("desk-mail-starttls")),
            (Security::None, tr!("desk-mail-none")),
        ];
        let before = self.security;
        choice(ui, &tr!("desk-mail-security"), &mut self.security, &kinds);
        // A port that nobody chose follows.
        if self.port.trim() == usual_port(before).to_string() {
            self.port = usual_port(self.security).to_string();
        }
        side_by_side(ui, 2, |ui, column| match column {
            0 => drop(TextField::new(&tr!("desk-mail-user"), &mut self.user).longest(200).show(ui)),
            _ => {
                let help = if self.is_known { tr!("desk-mail-password-kept") } else { String::new() };
                let title = tr!("desk-mail-password");
                TextField::new(&title, &mut self.password).secret().longest(200).help(&help).show(ui);
            }
        });
        side_by_side(ui, 2, |ui, column| match column {
            0 => drop(TextField::new(&tr!("desk-mail-sender-name"), &mut self.sender_name).longest(120).show(ui)),
            _ => drop(TextField::new(&tr!("desk-mail-sender"), &mut self.sender).longest(120).show(ui)),
        });
        if self.security != Security::None {
            let help = tr!("desk-mail-authority-help");
            TextField::new(&tr!("desk-mail-authority"), &mut self.authority)
                .rows(2)
                .help(&help)
                .longest(20_000)
                .show(ui);
        }
        let port: Option<u16> = self.port.trim().parse().ok().filter(|port| *port > 0);
        if port.is_none() {
            Banner::new(Tone::Warning, &tr!("desk-mail-bad-port")).show(ui);
        }
        let ready = port.is_some() && !self.host.trim().is_empty() && !self.sender.trim().is_empty();
        if footer(ui, cx, &tr!("desk-save"), ready)
            && let Some(port) = port
        {
            let login = (!self.user.trim().is_empty()).then(|| (self.user.clone(), self.password.clone()));
            cx.act(Deed::Guide(Guidance::SetMailServer(MailSettings {
                host: self.host.trim().to_owned(),
                port,
                security: self.security,
                login,
                sender_name: self.sender_name.clone(),
                sender: self.sender.clone(),
                authority: self.authority.clone(),
            })));
        }
    }
}
