//! The documents that show that a person belongs to a priority public.

use chrono::NaiveDate;

use crate::app::names::Names;
use crate::app::{App, AppError, Login};
use crate::domain::criterion::{
    Criterion, CriterionId, Proof, ProofRefusal, ProofState, Validity, check, last_day, state,
};
use crate::domain::id::{ParticipantId, ProofId};
use crate::domain::person::Role;
use crate::store::Base;

/// A criterion of the table in force, to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionView {
    pub id: CriterionId,
    pub label: String,
    pub document: String,
    pub validity: Validity,
    pub source: String,
    /// Of the table.
    pub version: String,
}

/// A document, with what it is worth today.
#[derive(Clone, Debug, PartialEq)]
pub struct ProofView {
    pub id: ProofId,
    pub criterion: String,
    pub document: String,
    pub dated: NaiveDate,
    pub state: ProofState,
    pub checked_on: NaiveDate,
    pub checked_by: String,
    pub is_sensitive: bool,
}

/// What is typed of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct NewProof {
    pub criterion: CriterionId,
    pub dated: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// A document to ask for again.
#[derive(Clone, Debug, PartialEq)]
pub struct EndingProof {
    pub participant: ParticipantId,
    pub name: String,
    pub criterion: String,
    pub state: ProofState,
}

impl App {
    /// Records that a document was seen.
    ///
    /// # Errors
    /// Refuses a date after today, an end that is missing or before the date, and a criterion that is not in force.
    pub fn record_proof(&mut self, login: Login, id: ParticipantId, wish: &NewProof) -> Result<ProofId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let criterion = self.criteria.get(&wish.criterion).ok_or(ProofRefusal::NoSuchCriterion)?;
        check(criterion, wish.dated, wish.until, now.day())?;
        let until = wish.until.filter(|_| criterion.validity == Validity::UntilWritten);
        let proof = Proof {
            id: ProofId::new(self.chance.uuid(now)),
            participant: id,
            criterion: criterion.id.clone(),
            document: criterion.document.clone(),
            dated: wish.dated,
            until,
            checked: now,
            checked_by: login.staff,
        };
        self.store.write(|tx| {
            tx.base().participant(id)?.ok_or(AppError::NotFound)?;
            tx.add_proof(&proof)?;
            tx.audit(&login.entry(now, "proof.record", id))?;
            Ok(proof.id)
        })
    }

    /// Takes back a document that was recorded by mistake.
    pub fn remove_proof(&mut self, login: Login, id: ProofId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let proof = tx.base().proof(id)?.ok_or(AppError::NotFound)?;
            tx.remove_proof(id, now, login.staff)?;
            Ok(tx.audit(&login.entry(now, "proof.remove", proof.participant))?)
        })
    }

    /// Returns the documents that end soon or have ended without another one of the same criterion, the earliest first.
    pub fn ending_proofs(&self, login: Login) -> Result<Vec<EndingProof>, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        let mut told = std::collections::BTreeSet::new();
        let mut ending = Vec::new();
        // The latest of each criterion comes first: those that it replaces say nothing any more.
        for proof in base.all_proofs()? {
            let Some(criterion) = self.criteria.get(&proof.criterion) else { continue };
            let is_latest = told.insert((proof.participant, proof.criterion.clone()));
            let worth = state(criterion.validity, proof.dated, proof.until, self.day());
            if is_latest && may_see(login, criterion) && !matches!(worth, ProofState::Valid { .. }) {
                let (participant, label) = (proof.participant, criterion.label.clone());
                let name = names.participant(participant);
                ending.push((
                    last_day(criterion.validity, proof.dated, proof.until),
                    EndingProof { participant, name, criterion: label, state: worth },
                ));
            }
        }
        ending.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.name.cmp(&other.name)));
        Ok(ending.into_iter().map(|(_, ending)| ending).collect())
    }

    /// Returns the documents of a person that who works may see, and how many others there are.
    pub(super) fn proofs_of(
        &self,
        base: &Base<'_>,
        login: Login,
        names: &Names,
        id: ParticipantId,
    ) -> Result<(Vec<ProofView>, usize), AppError> {
        let all = base.proofs(id)?;
        let n_all = all.len();
        let seen: Vec<ProofView> = all
            .into_iter()
            .filter_map(|proof| {
                let criterion = self.criteria.get(&proof.criterion)?;
                may_see(login, criterion).then(|| ProofView {
                    id: proof.id,
                    criterion: criterion.label.clone(),
                    dated: proof.dated,
                    state: state(criterion.validity, proof.dated, proof.until, self.day()),
                    checked_on: proof.checked.day(),
                    checked_by: names.staff(proof.checked_by),
                    is_sensitive: criterion.is_sensitive,
                    document: proof.document,
                })
            })
            .collect();
        let hidden = n_all - seen.len();
        Ok((seen, hidden))
    }

    pub(super) fn criteria_for(&self, login: Login) -> Vec<CriterionView> {
        let view = |criterion: &Criterion| CriterionView {
            id: criterion.id.clone(),
            label: criterion.label.clone(),
            document: criterion.document.clone(),
            validity: criterion.validity,
            source: criterion.source.clone(),
            version: self.criteria.version.clone(),
        };
        self.criteria.all.iter().filter(|criterion| may_see(login, criterion)).map(view).collect()
    }
}

/// What touches on health or private life is for who decides about the path.
fn may_see(login: Login, criterion: &Criterion) -> bool {
    !criterion.is_sensitive || login.role() == Role::Counsellor
}
