//! The recorded voice of an edition: the files of its folder `audio/`, found together with its definition.
//!
//! `audio/S01.wav` is the question of the item S01, `audio/S01.oui.wav` its option « oui », `audio/S01.4.wav` the point 4
//! of its scale. What has no recording is read by an engine.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use include_dir::Dir;

use crate::domain::assessment::ItemId;

/// Where recordings are, inside the folder of their assessment.
const FOLDER: &str = "audio";

/// The kinds of files that players know.
const EXTENSIONS: [&str; 4] = ["wav", "ogg", "flac", "mp3"];

/// One recorded voice.
#[derive(Clone, PartialEq, Eq)]
pub enum Recording {
    /// On disk: sounds are large, a player reads them itself.
    File(PathBuf),
    /// Inside the program.
    Embedded { extension: &'static str, bytes: &'static [u8] },
}

impl Recording {
    pub fn extension(&self) -> &str {
        match self {
            Recording::File(file) => file.extension().and_then(|extension| extension.to_str()).unwrap_or_default(),
            Recording::Embedded { extension, .. } => extension,
        }
    }
}

impl fmt::Debug for Recording {
    /// Keeps the bytes out of messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Recording::File(file) => f.debug_tuple("File").field(file).finish(),
            Recording::Embedded { extension, .. } => f.debug_tuple("Embedded").field(extension).finish(),
        }
    }
}

/// The recordings of an edition, by the names of their files without extension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recordings(BTreeMap<String, Recording>);

impl Recordings {
    /// Finds those inside the program.
    pub(super) fn embedded(folder: &'static Dir<'static>) -> Self {
        let audio = folder.get_dir(folder.path().join(FOLDER));
        let found = audio.into_iter().flat_map(Dir::files).filter_map(|file| {
            let (name, extension) = sound(file.path())?;
            Some((name, Recording::Embedded { extension, bytes: file.contents() }))
        });
        Self(found.collect())
    }

    /// Finds those on disk; a folder that cannot be read has none.
    pub(super) fn on_disk(folder: &Path) -> Self {
        let entries = std::fs::read_dir(folder.join(FOLDER)).into_iter().flatten().flatten();
        let files = entries.map(|entry| entry.path()).filter(|file| file.is_file());
        Self(files.filter_map(|file| Some((sound(&file)?.0, Recording::File(file)))).collect())
    }

    /// Returns the recording of a question.
    pub fn question(&self, item: &ItemId) -> Option<&Recording> {
        self.0.get(&item.0)
    }

    /// Returns the recording of an answer, by the id of its option or the value of its point.
    pub fn answer(&self, item: &ItemId, answer: &str) -> Option<&Recording> {
        self.0.get(&format!("{}.{answer}", item.0))
    }
}

/// Returns the name of a sound file, and its extension among the known ones.
fn sound(file: &Path) -> Option<(String, &'static str)> {
    let name = file.file_stem()?.to_str()?.to_owned();
    let written = file.extension()?.to_str()?;
    let extension = EXTENSIONS.into_iter().find(|known| known.eq_ignore_ascii_case(written))?;
    Some((name, extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_and_its_answers_have_their_files() {
        let folder = tempfile::tempdir().unwrap();
        let audio = folder.path().join("audio");
        std::fs::create_dir(&audio).unwrap();
        for name in ["S01.wav", "S01.oui.ogg", "S01.4.wav", "notes.txt", "S02"] {
            std::fs::write(audio.join(name), "").unwrap();
        }
        let found = Recordings::on_disk(folder.path());
        let item = ItemId("S01".to_owned());
        assert_eq!(found.question(&item), Some(&Recording::File(audio.join("S01.wav"))));
        assert_eq!(found.answer(&item, "oui"), Some(&Recording::File(audio.join("S01.oui.ogg"))));
        assert_eq!(found.answer(&item, "4").map(Recording::extension), Some("wav"));
        assert_eq!((found.answer(&item, "non"), found.question(&ItemId("S02".to_owned()))), (None, None));
        assert_eq!(found.0.len(), 3);
    }

    #[test]
    fn a_folder_without_audio_has_no_recording() {
        assert_eq!(Recordings::on_disk(Path::new("/nulle/part")), Recordings::default());
    }
}
