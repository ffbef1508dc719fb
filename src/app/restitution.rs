//! The restitution: what the person answers to each paragraph, and the two signatures.
//!
//! A drawing alone signs nothing: the whole text was shown, somebody checked who signs, and the fingerprint of what was
//! shown is that of what is signed.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::documents::Pages;
use super::documents::{HOUSE_COPIES, reference, write_file};
use super::sheets::read_scan;
use super::synthesis::restitution;
use super::{App, AppError, Login};
use crate::domain::appointment::AppointmentState;
use crate::domain::id::SynthesisId;
use crate::domain::person::Role;
use crate::domain::stamp::Instant;
use crate::domain::synthesis::{
    IdentityCheck, Paragraph, Proof, Resemblance, Signing, SynthesisRefusal, SynthesisState,
};
use crate::report::kept;
use crate::store::{Printed, SignedCopy};

/// What both read before they sign, and its fingerprint.
#[derive(Clone, Debug, PartialEq)]
pub struct ToSign {
    pub pages: Pages,
    /// SHA-256 of the document, in hexadecimal.
    pub fingerprint: String,
}

/// A copy printed to be signed by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperToSign {
    pub file: PathBuf,
    /// Printed beside the boxes, and in the QR code.
    pub fingerprint: String,
}

/// A version that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionView {
    pub version: u32,
    pub at: Instant,
    pub by: String,
    pub on_screen: bool,
    pub identity: IdentityCheck,
    pub station: String,
    /// Fingerprints of what was shown and of the signed copy.
    pub shown: String,
    pub sha256: String,
    /// When, by whom and why a further version was begun.
    pub replaced: Option<(Instant, String, String)>,
}

impl App {
    /// Records what the person answers to "est-ce que cela vous ressemble ?" about one paragraph.
    ///
    /// # Errors
    /// Refuses once the synthesis is signed.
    pub fn record_resemblance(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        paragraph: Paragraph,
        answer: Resemblance,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            if tx.base().synthesis(synthesis)?.ok_or(AppError::NotFound)?.is_signed() {
                return Err(SynthesisRefusal::AlreadyWritten.into());
            }
            tx.put_resemblance(synthesis, paragraph, answer, (login.staff, now))?;
            Ok(tx.audit(&login.entry(now, "synthesis.resemblance", synthesis))?)
        })
    }

    /// Records the person's own words, until the synthesis is signed.
    ///
    /// # Errors
    /// Refuses once it is signed.
    pub fn record_person_says(&mut self, login: Login, synthesis: SynthesisId, words: &str) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            if tx.base().synthesis(synthesis)?.ok_or(AppError::NotFound)?.is_signed() {
                return Err(SynthesisRefusal::AlreadyWritten.into());
            }
            tx.set_person_says(synthesis, words.trim())?;
            Ok(tx.audit(&login.entry(now, "synthesis.person_says", synthesis))?)
        })
    }

    /// Returns the whole document as it stands, to be read to its end before both sign.
    pub fn to_sign(&self, login: Login, synthesis: SynthesisId) -> Result<ToSign, AppError> {
        login.allow(&[])?;
        let desk = self.synthesis_desk(login, synthesis)?;
        let (pages, printed) = self.unsigned(&desk)?;
        Ok(ToSign { pages, fingerprint: printed.sha256 })
    }

    /// Prints the document with boxes to sign, its reference and fingerprint, and remembers that it was printed.
    ///
    /// # Errors
    /// Refuses a draft and what is signed already.
    pub fn print_to_sign(&mut self, login: Login, synthesis: SynthesisId) -> Result<PaperToSign, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let desk = self.synthesis_desk(login, synthesis)?;
        match desk.state {
            SynthesisState::Draft => return Err(SynthesisRefusal::NotWritten.into()),
            SynthesisState::Signed { .. } => return Err(SynthesisRefusal::AlreadyWritten.into()),
            SynthesisState::Written { .. } => {}
        }
        let fingerprint = self.unsigned(&desk)?.1.sha256;
        let (name, bytes) = self.paper_to_sign(&desk, &fingerprint)?;
        let folder = self.documents.join("syntheses-a-signer");
        self.store.write(|tx| {
            tx.add_paper_copy(synthesis, &fingerprint, (login.staff, now))?;
            tx.audit(&login.entry(now, "synthesis.print_to_sign", synthesis))?;
            let file = write_file(&folder, &name, &bytes)?;
            Ok(PaperToSign { file, fingerprint: fingerprint.clone() })
        })
    }

    /// Records that the person and the counsellor signed, after the restitution, and keeps the signed copy and the proof.
    /// `scan` is the file of a copy that was signed by hand.
    ///
    /// # Errors
    /// Refuses before the restitution was kept, a text that is not the one that was shown or printed, and a scan that is no
    /// PDF and no picture.
    pub fn sign_synthesis(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        proof: &Proof,
        scan: Option<&Path>,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let desk = self.synthesis_desk(login, synthesis)?;
        let scan = scan.map(read_scan).transpose()?;
        let current = self.unsigned(&desk)?.1.sha256;
        let (whole_pages, pdf) = self.signed(&desk, proof, (login.staff, now))?;
        let (person_pages, person_pdf) = self.person_copy(&desk)?;
        let pages = [whole_pages, person_pages].map(|pages| kept::written(&pages));
        let own_page = self.own_page_parts(&desk.own_text())?;
        let scan = scan.map(|(extension, bytes)| (format!("{}.{extension}", desk.copy_name()), bytes));
        let folder = self.documents.join("syntheses-signees");
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            let roadmap = base.roadmap(found.roadmap)?.ok_or(AppError::NotFound)?;
            let explained = restitution(&base, &roadmap)?
                .is_some_and(|appointment| matches!(appointment.state, AppointmentState::Kept { .. }));
            let readable = match proof.signing {
                Signing::Pad { .. } => vec![current.clone()],
                // A copy printed before the text changed is no longer what would be signed.
                Signing::Paper => {
                    base.paper_copies(synthesis)?.into_iter().filter(|printed| *printed == current).collect()
                }
            };
            let state = found.sign((login.staff, now), explained, proof, &readable)?;
            tx.set_synthesis_state(synthesis, &state)?;
            let copy = SignedCopy {
                synthesis,
                version: found.version,
                by: login.staff,
                at: now,
                proof: proof.clone(),
                pdf: pdf.clone(),
                person_pdf: person_pdf.clone(),
                scan: scan.as_ref().map(|(name, _)| name.clone()),
                replaced: None,
            };
            tx.add_signed_copy(&copy, &pages)?;
            tx.keep_own_page(synthesis, found.version, &own_page)?;
            tx.audit(&login.entry(now, "synthesis.sign", synthesis))?;
            if let Some((name, bytes)) = &scan {
                write_file(&folder, name, bytes)?;
            }
            Ok(())
        })
    }

    /// Opens the text again to correct it: what nobody signed yet, or a further version of what was signed.
    ///
    /// # Errors
    /// Refuses a draft, and a signed text without a reason.
    pub fn reopen_synthesis(&mut self, login: Login, synthesis: SynthesisId, reason: &str) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let own_page = self.own_page_parts(&self.synthesis_desk(login, synthesis)?.own_text())?;
        self.store.write(|tx| {
            let found = tx.base().synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            let version = found.reopen(reason)?;
            // Signed before pages were kept: its text is about to change.
            if found.is_signed() && tx.base().own_page(synthesis, found.version)?.is_none() {
                tx.keep_own_page(synthesis, found.version, &own_page)?;
            }
            tx.reopen_synthesis(&found, version, (now, login.staff, reason.trim()))?;
            Ok(tx.audit(&login.entry(now, "synthesis.reopen", synthesis))?)
        })
    }

    /// Writes the two papers that the person takes home, their page and the signed synthesis, and returns their paths.
    ///
    /// # Errors
    /// Refuses before the synthesis is signed.
    pub fn write_person_copies(&mut self, login: Login, synthesis: SynthesisId) -> Result<Vec<PathBuf>, AppError> {
        login.allow(&[Role::Facilitator])?;
        let now = self.now();
        let folder = self.documents.join(HOUSE_COPIES);
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            if !found.is_signed() {
                return Err(SynthesisRefusal::NotSigned.into());
            }
            let copy = base.signed_copy(synthesis, found.version)?.ok_or(SynthesisRefusal::CopyNotKept)?;
            tx.audit(&login.entry(now, "synthesis.hand_over", synthesis))?;
            let reference = reference(synthesis);
            Ok(vec![
                write_file(&folder, &format!("ma-boussole-{reference}.pdf"), &copy.person_pdf.bytes)?,
                write_file(&folder, &format!("synthese-{reference}.pdf"), &copy.pdf.bytes)?,
            ])
        })
    }

    /// Writes one signed version as it was handed over, and returns its path.
    pub fn write_signed_copy(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        version: u32,
    ) -> Result<PathBuf, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let folder = self.documents.join(HOUSE_COPIES);
        self.store.write(|tx| {
            let copy = tx.base().signed_copy(synthesis, version)?.ok_or(AppError::NotFound)?;
            tx.audit(&login.entry(now, "synthesis.reprint", synthesis))?;
            let name = format!("synthese-{}-version-{version}.pdf", reference(synthesis));
            write_file(&folder, &name, &copy.pdf.bytes)
        })
    }
}

/// Makes a PDF with its fingerprint.
pub(super) fn printed(bytes: Vec<u8>) -> Printed {
    Printed { sha256: format!("{:x}", Sha256::digest(&bytes)), bytes }
}
