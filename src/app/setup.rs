//! First run and staff: who works here, and the code that leaves the kiosk.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};

use super::{App, AppError, Fault, Login, Refusal};
use crate::domain::grid::GridRefusal;
use crate::domain::id::{SiteId, StaffId};
use crate::domain::person::{PersonName, Role, Site, StaffMember};

/// What is asked once, on an empty base.
#[derive(Clone, Debug, Default)]
pub struct SetUp {
    pub counsellor_first_name: String,
    pub counsellor_last_name: String,
    /// 4 to 12 digits; stored hashed.
    pub staff_code: String,
    /// The number that letters give to call; may be empty.
    pub phone: String,
}

const STAFF_CODE: &str = "staff_code";
pub(super) const PHONE: &str = "phone";

impl App {
    /// Returns whether the base is empty: nobody works here yet.
    pub fn needs_set_up(&self) -> Result<bool, AppError> {
        Ok(self.store.base().staff()?.is_empty())
    }

    /// Records the first counsellor, the staff code and the Boussole's own site.
    ///
    /// # Errors
    /// Refuses unusable names, a code of another shape, and a base that is set up already.
    pub fn set_up(&mut self, wish: &SetUp) -> Result<Login, AppError> {
        let now = self.now();
        let name = PersonName::new(&wish.counsellor_first_name, &wish.counsellor_last_name)?;
        let hash = hash_code(&wish.staff_code, &self.chance.salt())?;
        let member =
            StaffMember { id: StaffId::new(self.chance.uuid(now)), name, role: Role::Counsellor, handles_health: true };
        let site = Site {
            id: SiteId::new(self.chance.uuid(now)),
            name: "La Boussole de l'orientation".to_owned(),
            address: "66 rue des Chantiers de France, 59140 Dunkerque".to_owned(),
        };
        let login = Login { staff: member.id, role: member.role };
        self.store.write(|tx| {
            if !tx.base().staff()?.is_empty() {
                return Err(Refusal::ChangedMeanwhile.into());
            }
            tx.add_staff(&member)?;
            tx.add_site(&site)?;
            tx.put_setting(STAFF_CODE, &hash)?;
            tx.put_setting(PHONE, wish.phone.trim())?;
            tx.audit(&login.entry(now, "base.set_up", member.id))?;
            Ok(login)
        })
    }

    /// Returns the staff in alphabetical order.
    pub fn staff(&self) -> Result<Vec<StaffMember>, AppError> {
        Ok(self.store.base().staff()?)
    }

    /// Records a colleague. The counsellor and the manager may.
    ///
    /// # Errors
    /// Refuses unusable names.
    pub fn add_staff(&mut self, login: Login, first: &str, last: &str, role: Role) -> Result<StaffId, AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let name = PersonName::new(first, last)?;
        let member = StaffMember { id: StaffId::new(self.chance.uuid(now)), name, role, handles_health: false };
        self.store.write(|tx| {
            tx.add_staff(&member)?;
            tx.audit(&login.entry(now, "staff.add", member.id))?;
            Ok(member.id)
        })
    }

    /// Gives a colleague the right to enter and read measures that touch on health, or takes it back.
    ///
    /// # Errors
    /// Refuses to take it from a counsellor, who answers for those measures.
    pub fn set_health_right(&mut self, login: Login, staff: StaffId, given: bool) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        self.store.write(|tx| {
            let member = tx.base().staff_member(staff)?.ok_or(AppError::NotFound)?;
            if member.role == Role::Counsellor && !given {
                return Err(GridRefusal::CounsellorKeepsHealth.into());
            }
            if member.may_handle_health() == given {
                return Ok(());
            }
            tx.set_handles_health(staff, given)?;
            let action = if given { "staff.give_health_right" } else { "staff.take_health_right" };
            Ok(tx.audit(&login.entry(now, action, staff))?)
        })
    }

    /// Opens a login for a member of staff: until accounts exist the desk asks who is working.
    ///
    /// # Errors
    /// Returns [`AppError::NotFound`] for somebody who does not work here.
    pub fn log_in(&mut self, staff: StaffId) -> Result<Login, AppError> {
        let now = self.now();
        self.store.write(|tx| {
            let member = tx.base().staff_member(staff)?.ok_or(AppError::NotFound)?;
            let login = Login { staff, role: member.role };
            tx.audit(&login.entry(now, "staff.log_in", staff))?;
            Ok(login)
        })
    }

    /// Changes the code that leaves the kiosk.
    ///
    /// # Errors
    /// Refuses a code that has not 4 to 12 digits.
    pub fn change_staff_code(&mut self, login: Login, code: &str) -> Result<(), AppError> {
        login.allow(&[Role::Manager])?;
        let now = self.now();
        let hash = hash_code(code, &self.chance.salt())?;
        self.store.write(|tx| {
            tx.put_setting(STAFF_CODE, &hash)?;
            Ok(tx.audit(&login.entry(now, "staff_code.change", login.staff))?)
        })
    }

    /// Returns whether the code is the staff code that leaves the kiosk.
    pub fn check_staff_code(&self, code: &str) -> Result<bool, AppError> {
        let stored = self.store.base().setting(STAFF_CODE)?;
        let Some(stored) = stored else { return Ok(false) };
        let parsed = PasswordHash::new(&stored).map_err(|_| Fault::Hash)?;
        Ok(Argon2::default().verify_password(code.trim().as_bytes(), &parsed).is_ok())
    }
}

/// Hashes a staff code with Argon2id and its default cost (19 MiB, 2 passes: OWASP's recommendation).
fn hash_code(code: &str, salt: &[u8; 16]) -> Result<String, AppError> {
    let code = code.trim();
    if !(4..=12).contains(&code.len()) || !code.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Refusal::StaffCodeShape.into());
    }
    let salt = SaltString::encode_b64(salt).map_err(|_| Fault::Hash)?;
    Ok(Argon2::default().hash_password(code.as_bytes(), &salt).map_err(|_| Fault::Hash)?.to_string())
}
