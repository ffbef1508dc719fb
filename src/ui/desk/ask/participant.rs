//! A person's record, new or corrected: who they are, what is to be arranged, when they can come.

mod alike;
mod residence;

use eframe::egui::Ui;

use super::footer;
use crate::app::people::{AlikeView, NewParticipant, ParticipantFile};
use crate::domain::commune::Residence;
use crate::domain::id::ParticipantId;
use crate::domain::name_case::typed_names;
use crate::domain::person::{ExtraTime, Gender, Need, Needs};
use crate::domain::stamp::Availability;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::{choice, half_days_asked, ticks};
use crate::ui::desk::layout::side_by_side;
use crate::ui::widgets::{DateField, TextField, muted, tabs};

pub struct ParticipantForm {
    id: Option<ParticipantId>,
    /// Somebody is here: who they are is enough, and their visit is made at once.
    arrives: bool,
    tab: usize,
    first: String,
    last: String,
    birth: DateField,
    gender: Gender,
    phone: String,
    email: String,
    address: String,
    residence: residence::ResidenceField,
    needs: Needs,
    supports: String,
    extra_time: ExtraTime,
    availability: Availability,
    half_days_asked: bool,
    /// People who look like this one: somebody says who they are before anything is recorded.
    alike: Vec<AlikeView>,
}

impl Default for ParticipantForm {
    fn default() -> Self {
        Self {
            id: None,
            arrives: false,
            tab: 0,
            first: String::new(),
            last: String::new(),
            birth: DateField::birth(None),
            gender: Gender::Untold,
            phone: String::new(),
            email: String::new(),
            address: String::new(),
            residence: residence::ResidenceField::of(&Residence::Unknown),
            needs: Needs::default(),
            supports: String::new(),
            extra_time: ExtraTime::None,
            availability: Availability::always(),
            half_days_asked: false,
            alike: Vec::new(),
        }
    }
}

impl ParticipantForm {
    /// Begins with what the file holds.
    pub fn of(file: &ParticipantFile) -> Self {
        Self {
            id: Some(file.id),
            arrives: false,
            tab: 0,
            first: file.first_name.clone(),
            last: file.last_name.clone(),
            birth: DateField::birth(Some(file.birth_date)),
            gender: file.gender,
            phone: file.phone.clone(),
            email: file.email.clone().unwrap_or_default(),
            address: file.address.clone(),
            residence: residence::ResidenceField::of(&file.commune.residence),
            needs: file.needs.clone(),
            supports: file.supports.clone(),
            extra_time: file.extra_time,
            availability: file.availability,
            half_days_asked: file.half_days_asked,
            alike: Vec::new(),
        }
    }

    /// Begins with the name that was looked for.
    pub fn named(typed: &str) -> Self {
        let (first, last) = typed_names(typed);
        Self { first, last, ..Self::default() }
    }

    /// Begins with the name that was looked for, for somebody who is here.
    pub fn arriving(typed: &str) -> Self {
        Self { arrives: true, ..Self::named(typed) }
    }

    pub fn title(&self) -> String {
        if self.arrives {
            return tr!("desk-arrival-new-title");
        }
        if self.id.is_some() { tr!("desk-edit-participant") } else { tr!("desk-new-participant-title") }
    }

    /// Takes the people who look like this one.
    pub fn look_alike(&mut self, alike: Vec<AlikeView>) {
        self.alike = alike;
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        if !self.alike.is_empty() {
            return self.ask_who(ui, cx);
        }
        if self.arrives {
            return self.who_is_here(ui, cx, fresh);
        }
        let labels = [tr!("desk-form-identity"), tr!("desk-accommodations"), tr!("desk-form-availability")];
        tabs(ui, &labels.each_ref().map(String::as_str), &mut self.tab);
        match self.tab {
            0 => self.identity(ui, cx, fresh),
            1 => self.accommodations(ui),
            _ => {
                let (label, free) = (tr!("desk-half-days"), &mut self.availability);
                half_days_asked(ui, &label, free, &mut self.half_days_asked);
            }
        }
        let confirm = if self.id.is_some() { tr!("desk-save") } else { tr!("desk-record-participant") };
        if footer(ui, cx, &confirm, self.is_named()) {
            self.record(cx, Vec::new());
        }
    }

    fn is_named(&self) -> bool {
        !self.first.trim().is_empty() && !self.last.trim().is_empty() && self.birth.day().is_some()
    }

    fn who_is_here(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        muted(ui, &tr!("desk-arrival-new-words"));
        self.names(ui, fresh);
        self.birth.show(ui, &tr!("desk-birth-date"), cx.day(), None);
        if footer(ui, cx, &tr!("desk-arrival-new-confirm"), self.is_named()) {
            self.record(cx, Vec::new());
        }
    }

    fn names(&mut self, ui: &mut Ui, fresh: bool) {
        side_by_side(ui, 2, |ui, place| match place {
            0 => {
                let field = TextField::new(&tr!("desk-first-name"), &mut self.first).longest(80).show(ui);
                if fresh {
                    field.request_focus();
                }
            }
            _ => drop(TextField::new(&tr!("desk-last-name"), &mut self.last).longest(80).show(ui)),
        });
    }

    fn identity(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, fresh: bool) {
        self.names(ui, fresh);
        let today = cx.day();
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(self.birth.show(ui, &tr!("desk-birth-date"), today, None)),
            _ => {
                let genders = Gender::ALL.map(|gender| (gender, terms::gender(gender)));
                choice(ui, &tr!("desk-gender"), &mut self.gender, &genders);
            }
        });
        let optional = tr!("desk-optional");
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(TextField::new(&tr!("desk-phone"), &mut self.phone).hint(&optional).longest(30).show(ui)),
            _ => drop(TextField::new(&tr!("desk-email"), &mut self.email).hint(&optional).longest(120).show(ui)),
        });
        let (label, help) = (tr!("desk-address"), tr!("desk-address-help"));
        TextField::new(&label, &mut self.address).hint(&optional).help(&help).longest(160).show(ui);
        self.residence.show(ui, cx);
    }

    fn accommodations(&mut self, ui: &mut Ui) {
        muted(ui, &tr!("desk-accommodations-words"));
        let needs = Need::ALL.map(|need| (need, terms::need(need)));
        if let Some(need) = ticks(ui, &needs, |need| self.needs.ticked.contains(&need))
            && !self.needs.ticked.remove(&need)
        {
            self.needs.ticked.insert(need);
        }
        if self.needs.ticked.contains(&Need::Interpreter) {
            let label = tr!("desk-interpreter-language");
            TextField::new(&label, &mut self.needs.language).width(320.0).longest(60).show(ui);
        }
        let extra = [ExtraTime::None, ExtraTime::Third, ExtraTime::Half, ExtraTime::Unlimited];
        let extra = extra.map(|extra| (extra, terms::extra_time(extra)));
        choice(ui, &tr!("desk-extra-time"), &mut self.extra_time, &extra);
        let help = tr!("desk-supports-help");
        TextField::new(&tr!("desk-supports"), &mut self.supports).help(&help).longest(300).show(ui);
    }

    fn record(&self, cx: &mut Cx<'_>, others: Vec<ParticipantId>) {
        let Some(birth_date) = self.birth.day() else { return };
        let wish = NewParticipant {
            first_name: self.first.clone(),
            last_name: self.last.clone(),
            birth_date,
            gender: self.gender,
            phone: self.phone.clone(),
            email: self.email.clone(),
            residence: self.residence.residence(),
            address: self.address.clone(),
            needs: self.needs.clone(),
            supports: self.supports.clone(),
            extra_time: self.extra_time,
            availability: self.availability,
            half_days_asked: self.half_days_asked,
            others,
        };
        cx.act(match self.id {
            Some(id) => Deed::UpdateParticipant(id, Box::new(wish)),
            None if self.arrives => Deed::ArriveNew(Box::new(wish)),
            None => Deed::RecordParticipant(Box::new(wish)),
        });
    }
}
