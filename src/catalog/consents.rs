//! The texts with which agreement is asked, each version of them, from `assets/consents.toml`.

use serde::Deserialize;

use crate::domain::person::ConsentSubject;

const EMBEDDED: &str = include_str!("../../assets/consents.toml");

/// Why the texts cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the texts are not written as expected")]
pub struct ConsentsError(#[from] toml::de::Error);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    textes: Vec<Text>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    objet: String,
    version: String,
    texte: String,
}

/// Every version of the texts, oldest first.
#[derive(Clone, Debug)]
pub struct ConsentTexts {
    all: Vec<Text>,
}

impl ConsentTexts {
    /// Reads the texts inside the program.
    pub fn embedded() -> Result<Self, ConsentsError> {
        let File { mut textes } = toml::from_str(EMBEDDED)?;
        textes.sort_by(|a, b| a.version.cmp(&b.version));
        Ok(Self { all: textes })
    }

    /// Returns the version that is read out today.
    pub fn current(&self, subject: &ConsentSubject) -> Option<&str> {
        let name = name(subject);
        self.all.iter().rfind(|text| text.objet == name).map(|text| text.version.as_str())
    }

    /// Returns the words of a version.
    pub fn words(&self, subject: &ConsentSubject, version: &str) -> Option<&str> {
        let name = name(subject);
        self.all.iter().find(|text| text.objet == name && text.version == version).map(|text| text.texte.as_str())
    }
}

fn name(subject: &ConsentSubject) -> &'static str {
    match subject {
        ConsentSubject::SendSynthesis => "synthese",
        ConsentSubject::SectorFocus(_) => "secteur",
        ConsentSubject::HealthData => "sante",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::Sector;

    #[test]
    fn every_subject_has_words_to_read() {
        let texts = ConsentTexts::embedded().unwrap();
        let subjects =
            [ConsentSubject::SendSynthesis, ConsentSubject::SectorFocus(Sector::Industry), ConsentSubject::HealthData];
        for subject in subjects {
            let version = texts.current(&subject).unwrap();
            assert!(texts.words(&subject, version).unwrap().ends_with('.'), "{subject:?}");
            assert_eq!(texts.words(&subject, "1999-01"), None);
        }
    }
}
