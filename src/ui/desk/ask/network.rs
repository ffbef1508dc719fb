//! A prescriber, a site, a member of staff.

use eframe::egui::Ui;

use super::footer;
use crate::app::network::{NewPrescriber, PrescriberView};
use crate::domain::id::{PrescriberId, SiteId};
use crate::domain::person::{PrescriberKind, Role};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, picker};
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{Banner, TextField, Tone};

/// Shows first and last name side by side; the first takes the keyboard when the dialog opens.
fn names(ui: &mut Ui, first: &mut String, last: &mut String, fresh: bool) {
    side_by_side(ui, 2, |ui, place| match place {
        0 => {
            let field = TextField::new(&tr!("desk-first-name"), first).longest(80).show(ui);
            if fresh {
                field.request_focus();
            }
        }
        _ => drop(TextField::new(&tr!("desk-last-name"), last).longest(80).show(ui)),
    });
}

pub struct PrescriberForm {
    /// Who is corrected; none is recorded anew.
    id: Option<PrescriberId>,
    first: String,
    last: String,
    kind: PrescriberKind,
    site: Option<SiteId>,
    email: String,
    phone: String,
}

impl Default for PrescriberForm {
    fn default() -> Self {
        Self {
            id: None,
            first: String::new(),
            last: String::new(),
            kind: PrescriberKind::PathReferent,
            site: None,
            email: String::new(),
            phone: String::new(),
        }
    }
}

impl PrescriberForm {
    pub fn correcting(who: &PrescriberView) -> Self {
        Self {
            id: Some(who.id),
            first: who.first_name.clone(),
            last: who.last_name.clone(),
            kind: who.kind,
            site: Some(who.site_id),
            email: who.email.clone().unwrap_or_default(),
            phone: who.phone.clone(),
        }
    }

    pub fn title(&self) -> String {
        if self.id.is_some() { tr!("desk-prescriber-correct-title") } else { tr!("desk-prescriber-title") }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        names(ui, &mut self.first, &mut self.last, fresh);
        let kinds = [PrescriberKind::PathReferent, PrescriberKind::EmploymentAdviser];
        let kinds = kinds.map(|kind| (kind, terms::prescriber_kind(kind)));
        choice(ui, &tr!("desk-prescriber-kind"), &mut self.kind, &kinds);
        let sites = cx.data.sites.as_deref().unwrap_or_default();
        if sites.is_empty() {
            Banner::new(Tone::Info, &tr!("desk-prescriber-no-site")).show(ui);
        }
        let options: Vec<(SiteId, String)> = sites
            .iter()
            .filter(|site| site.is_open || self.site == Some(site.id))
            .map(|site| (site.id, site.name.clone()))
            .collect();
        picker(ui, &tr!("desk-site"), &mut self.site, &options, ui.available_width());
        let hint = tr!("desk-optional");
        TextField::new(&tr!("desk-email"), &mut self.email).hint(&hint).longest(120).show(ui);
        TextField::new(&tr!("desk-phone"), &mut self.phone).hint(&hint).longest(30).show(ui);
        let named = !self.first.trim().is_empty() && !self.last.trim().is_empty();
        let confirm = if self.id.is_some() { tr!("desk-save") } else { tr!("desk-add") };
        if footer(ui, cx, &confirm, named && self.site.is_some())
            && let Some(site) = self.site
        {
            let wish = NewPrescriber {
                first_name: self.first.clone(),
                last_name: self.last.clone(),
                kind: self.kind,
                site,
                email: self.email.clone(),
                phone: self.phone.clone(),
            };
            cx.act(match self.id {
                Some(id) => Deed::Guide(Guidance::CorrectPrescriber(id, wish)),
                None => Deed::RecordPrescriber(wish),
            });
        }
    }
}

#[derive(Default)]
pub struct SiteForm {
    name: String,
    address: String,
}

impl SiteForm {
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        let field = TextField::new(&tr!("desk-site-name"), &mut self.name).longest(120).show(ui);
        if fresh {
            field.request_focus();
        }
        TextField::new(&tr!("desk-site-address"), &mut self.address).longest(200).show(ui);
        if footer(ui, cx, &tr!("desk-add"), !self.name.trim().is_empty()) {
            cx.act(Deed::RecordSite { name: self.name.clone(), address: self.address.clone() });
        }
    }
}

pub struct StaffForm {
    first: String,
    last: String,
    role: Role,
}

impl Default for StaffForm {
    fn default() -> Self {
        Self { first: String::new(), last: String::new(), role: Role::Facilitator }
    }
}

impl StaffForm {
    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        names(ui, &mut self.first, &mut self.last, fresh);
        let roles = [Role::Counsellor, Role::Facilitator, Role::Manager].map(|role| (role, terms::role(role)));
        choice(ui, &tr!("desk-staff-role"), &mut self.role, &roles);
        let named = !self.first.trim().is_empty() && !self.last.trim().is_empty();
        if footer(ui, cx, &tr!("desk-add"), named) {
            let (first, last) = (self.first.clone(), self.last.clone());
            cx.act(Deed::AddStaff { first, last, role: self.role });
        }
    }
}
