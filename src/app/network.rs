//! The network around the Boussole: the places, and the prescribers who refer people.

use super::people::email;
use super::settings::{Standing, site_names_on, sites_on};
use super::{App, AppError, Login, Refusal};
use crate::domain::id::{PrescriberId, SiteId};
use crate::domain::person::{
    PersonName, PersonRefusal, Personal, Prescriber, PrescriberKind, Role, Site, written_phone,
};
use crate::store::fold;

/// What is typed to record a prescriber.
#[derive(Clone, Debug)]
pub struct NewPrescriber {
    pub first_name: String,
    pub last_name: String,
    pub kind: PrescriberKind,
    pub site: SiteId,
    pub email: String,
    pub phone: String,
}

/// A prescriber as the screens list them.
#[derive(Clone, Debug, PartialEq)]
pub struct PrescriberView {
    pub id: PrescriberId,
    pub name: String,
    pub first_name: String,
    pub last_name: String,
    pub kind: PrescriberKind,
    pub site_id: SiteId,
    pub site: String,
    pub email: Option<String>,
    /// Empty when nobody gave one.
    pub phone: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SiteView {
    pub id: SiteId,
    pub name: String,
    pub address: String,
    /// It still refers people: a prescriber may be recorded there.
    pub is_open: bool,
}

impl App {
    pub fn sites(&self) -> Result<Vec<SiteView>, AppError> {
        let sites = sites_on(&self.store.base(), self.day())?;
        let view = |Standing { site: Site { id, name, address }, is_open }| SiteView { id, name, address, is_open };
        Ok(sites.into_iter().map(view).collect())
    }

    /// Records an antenne or another place.
    ///
    /// # Errors
    /// Refuses a name without letters, and one that is there already.
    pub fn record_site(&mut self, login: Login, name: &str, address: &str) -> Result<SiteId, AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let name = name.trim();
        if !name.chars().any(char::is_alphabetic) {
            return Err(PersonRefusal::LastNameUnusable.into());
        }
        let site =
            Site { id: SiteId::new(self.chance.uuid(now)), name: name.to_owned(), address: address.trim().to_owned() };
        self.store.write(|tx| {
            if site_names_on(&tx.base(), now.day())?.iter().any(|known| fold(&known.name) == fold(&site.name)) {
                return Err(Refusal::SiteAlreadyRecorded.into());
            }
            tx.add_site(&site)?;
            tx.audit(&login.entry(now, "site.record", site.id))?;
            Ok(site.id)
        })
    }

    pub fn prescribers(&self) -> Result<Vec<PrescriberView>, AppError> {
        let base = self.store.base();
        let sites = site_names_on(&base, self.day())?;
        Ok(base.prescribers()?.iter().map(|prescriber| prescriber_view(prescriber, &sites)).collect())
    }

    /// Records a prescriber.
    ///
    /// # Errors
    /// Refuses unusable names, addresses and phone numbers.
    pub fn record_prescriber(&mut self, login: Login, wish: &NewPrescriber) -> Result<PrescriberId, AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let prescriber = Prescriber {
            id: PrescriberId::new(self.chance.uuid(now)),
            name: PersonName::new(&wish.first_name, &wish.last_name)?,
            kind: wish.kind,
            site: wish.site,
            email: email(&wish.email)?,
            phone: Personal(written_phone(&wish.phone)?),
        };
        self.store.write(|tx| {
            let sites = sites_on(&tx.base(), now.day())?;
            let standing = sites.iter().find(|standing| standing.site.id == wish.site).ok_or(AppError::NotFound)?;
            if !standing.is_open {
                return Err(Refusal::SiteClosed.into());
            }
            tx.add_prescriber(&prescriber)?;
            tx.audit(&login.entry(now, "prescriber.record", prescriber.id))?;
            Ok(prescriber.id)
        })
    }

    /// Corrects what is recorded of a prescriber.
    ///
    /// # Errors
    /// As [`App::record_prescriber`].
    pub fn correct_prescriber(&mut self, login: Login, id: PrescriberId, wish: &NewPrescriber) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let prescriber = Prescriber {
            id,
            name: PersonName::new(&wish.first_name, &wish.last_name)?,
            kind: wish.kind,
            site: wish.site,
            email: email(&wish.email)?,
            phone: Personal(written_phone(&wish.phone)?),
        };
        self.store.write(|tx| {
            tx.base().prescriber(id)?.ok_or(AppError::NotFound)?;
            if !tx.base().sites()?.iter().any(|site| site.id == wish.site) {
                return Err(AppError::NotFound);
            }
            tx.correct_prescriber(&prescriber)?;
            Ok(tx.audit(&login.entry(now, "prescriber.correct", id))?)
        })
    }
}

pub(super) fn prescriber_view(prescriber: &Prescriber, sites: &[Site]) -> PrescriberView {
    PrescriberView {
        id: prescriber.id,
        name: prescriber.name.full(),
        first_name: prescriber.name.first().to_owned(),
        last_name: prescriber.name.last().to_owned(),
        kind: prescriber.kind,
        site_id: prescriber.site,
        site: sites.iter().find(|site| site.id == prescriber.site).map(|site| site.name.clone()).unwrap_or_default(),
        email: prescriber.email.as_ref().map(|email| email.as_str().to_owned()),
        phone: prescriber.phone.0.clone(),
    }
}
