//! The two papers of one synthesis: the prescriber's pages and the person's page, at each moment of their life.

use super::{content, reference, render};
use crate::app::names::Names;
use crate::app::restitution::printed;
use crate::app::synthesis::{OwnText, SynthesisDesk};
use crate::app::{App, AppError, Fault, Login};
use crate::domain::id::{StaffId, SynthesisId};
use crate::domain::own_page::Part;
use crate::domain::stamp::Instant;
use crate::domain::synthesis::{Proof, Signing};
use crate::i18n::{clock_time, long_date, terms};
use crate::report::document::Document;
use crate::report::pages::Pages;
use crate::report::person_page::{self, PersonPage};
use crate::report::qr::Qr;
use crate::report::synthesis::Sealing;
use crate::report::{kept, layout, pdf};
use crate::store::Printed;
use crate::tr;

/// Digits of a fingerprint that are printed where a person compares them.
const SHORT: usize = 16;

/// What the screen shows of one paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperPreview {
    pub pages: Pages,
    /// The paper was signed, its bytes are kept, and these pages are not those: they were made again from data, or by a program,
    /// that changed since.
    pub differs_from_signed: bool,
}

/// One of the two papers of a synthesis.
#[derive(Clone, Copy)]
enum Paper {
    Whole,
    Person,
}

impl App {
    /// Returns the pages of a synthesis as they will be printed: once it is signed, those that were signed.
    pub fn synthesis_preview(&self, login: Login, synthesis: SynthesisId) -> Result<PaperPreview, AppError> {
        self.paper_preview(login, synthesis, Paper::Whole)
    }

    /// Returns the person's own page as it will be printed: once the synthesis is signed, the one that was handed over.
    pub fn person_page_preview(&self, login: Login, synthesis: SynthesisId) -> Result<PaperPreview, AppError> {
        self.paper_preview(login, synthesis, Paper::Person)
    }

    fn paper_preview(&self, login: Login, synthesis: SynthesisId, paper: Paper) -> Result<PaperPreview, AppError> {
        let desk = self.synthesis_desk(login, synthesis)?;
        let base = self.store.base();
        let copy = base.signed_copy(synthesis, desk.version)?.filter(|_| desk.is_signed());
        let Some(copy) = copy else {
            let document = match paper {
                Paper::Whole => self.synthesis_document(&desk, Sealing::Open)?,
                Paper::Person => self.person_page(&desk)?,
            };
            return Ok(PaperPreview { pages: layout(&document, &self.palette), differs_from_signed: false });
        };
        let kept = base.signed_pages(synthesis, desk.version)?;
        let kept = kept.and_then(|[whole, person]| {
            kept::read(match paper {
                Paper::Whole => &whole,
                Paper::Person => &person,
            })
        });
        if let Some(pages) = kept {
            return Ok(PaperPreview { pages, differs_from_signed: false });
        }
        // A copy older than the keeping of pages: they are made again, and compared with the bytes that were signed.
        let ((pages, printed), signed) = match paper {
            Paper::Whole => (self.signed(&desk, &copy.proof, (copy.by, copy.at))?, copy.pdf.sha256),
            Paper::Person => (self.person_copy(&desk)?, copy.person_pdf.sha256),
        };
        Ok(PaperPreview { pages, differs_from_signed: printed.sha256 != signed })
    }

    fn synthesis_document(&self, desk: &SynthesisDesk, sealing: Sealing) -> Result<Document, AppError> {
        let base = self.store.base();
        let person = base.participant(desk.participant)?.ok_or(AppError::NotFound)?;
        let names = Names::read(&base)?;
        let address = self.house_today()?.address();
        let content = content::synthesis(desk, &person, &names, (self.day(), &reference(desk.id), &address), sealing);
        self.headed(crate::report::synthesis::document(&content))
    }

    pub(in crate::app) fn person_page(&self, desk: &SynthesisDesk) -> Result<Document, AppError> {
        self.headed(person_page::document(&self.own_page_content(&desk.own_text())?))
    }

    /// Returns what the person's page says as the text stands.
    pub(in crate::app) fn own_page_parts(&self, text: &OwnText<'_>) -> Result<Vec<Part>, AppError> {
        Ok(person_page::parts(&self.own_page_content(text)?))
    }

    fn own_page_content(&self, text: &OwnText<'_>) -> Result<PersonPage, AppError> {
        let base = self.store.base();
        let person = base.participant(text.participant)?.ok_or(AppError::NotFound)?;
        let names = Names::read(&base)?;
        let contact = (names.staff(text.writer), self.phone()?);
        Ok(content::person_page(text, &person, self.day(), &reference(text.id), contact))
    }

    /// Returns the document before anybody signs, placed and printed.
    pub(in crate::app) fn unsigned(&self, desk: &SynthesisDesk) -> Result<(Pages, Printed), AppError> {
        self.placed(&self.synthesis_document(desk, Sealing::Open)?)
    }

    /// Returns the name and the bytes of a copy to sign by hand; its mark tells which text it is.
    pub(in crate::app) fn paper_to_sign(
        &self,
        desk: &SynthesisDesk,
        fingerprint: &str,
    ) -> Result<(String, Vec<u8>), AppError> {
        let short = fingerprint.get(..SHORT).unwrap_or(fingerprint);
        let (reference, version) = (reference(desk.id), desk.version);
        let qr = Qr::of(&format!("BOUSSOLE SYNTHESE {reference} {version} {short}"))
            .map_err(|error| Fault::Document(Box::new(error)))?;
        let mark = tr!("document-paper-mark", reference = reference.as_str(), version = version, hash = short);
        let document = self.synthesis_document(desk, Sealing::ForPaper { mark, qr })?;
        Ok((format!("{}-a-signer.pdf", desk.copy_name()), render(&document, &self.palette)?))
    }

    pub(in crate::app) fn signed(
        &self,
        desk: &SynthesisDesk,
        proof: &Proof,
        signed: (StaffId, Instant),
    ) -> Result<(Pages, Printed), AppError> {
        let sealing = self.sealed(proof, signed)?;
        self.placed(&self.synthesis_document(desk, sealing)?)
    }

    pub(in crate::app) fn person_copy(&self, desk: &SynthesisDesk) -> Result<(Pages, Printed), AppError> {
        self.placed(&self.person_page(desk)?)
    }

    fn placed(&self, document: &Document) -> Result<(Pages, Printed), AppError> {
        let pages = layout(document, &self.palette);
        let bytes = pdf::render(&pages, &document.metadata).map_err(|error| Fault::Document(Box::new(error)))?;
        Ok((pages, printed(bytes)))
    }

    /// Returns the signatures with the sentences that make the proof.
    fn sealed(&self, proof: &Proof, (by, at): (StaffId, Instant)) -> Result<Sealing, AppError> {
        let names = Names::read(&self.store.base())?;
        let (day, time) = (long_date(at.day()), clock_time(at.local().time()));
        let sentences = vec![
            tr!("document-proof-when", day = day, time = time, station = proof.station.as_str()),
            tr!("document-proof-identity", by = names.staff(by), how = terms::identity_check(proof.identity)),
            tr!("document-proof-shown", hash = proof.shown.as_str()),
        ];
        let (person, counsellor) = match &proof.signing {
            Signing::Paper => (None, None),
            Signing::Pad { person, counsellor } => (Some(person.clone()), Some(counsellor.clone())),
        };
        Ok(Sealing::Signed { person, counsellor, proof: sentences })
    }
}
