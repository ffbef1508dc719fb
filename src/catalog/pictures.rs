//! The pictures of an edition, read together with its definition: a person sees those that were there when it was loaded.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::domain::assessment::{Assessment, Face, Image, Item, Material};

/// A drawing of a question is a few kilobytes; a larger file is something else.
pub const LARGEST_PICTURE: u64 = 2_000_000;

/// The files that an assessment shows, by their path inside its folder.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<String, Cow<'static, [u8]>>);

impl Pictures {
    /// Reads every picture that the assessment names; one that cannot be read is left out.
    pub(super) fn of(assessment: &Assessment, read: &dyn Fn(&str) -> Option<Cow<'static, [u8]>>) -> Self {
        let practices = assessment.practices.iter().map(|practice| &practice.item);
        let named = practices.chain(assessment.items()).flat_map(images);
        Self(named.filter_map(|image| Some((image.path.clone(), read(&image.path)?))).collect())
    }

    /// Returns the bytes of a picture; none when the folder did not have it.
    pub fn get(&self, image: &Image) -> Option<&[u8]> {
        self.0.get(&image.path).map(|bytes| &**bytes)
    }

    /// Returns the pictures with their paths, for the base to keep.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.0.iter().map(|(path, bytes)| (path.clone(), bytes.to_vec())).collect()
    }
}

impl fmt::Debug for Pictures {
    /// Names the pictures and keeps their bytes out of messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

fn images(item: &Item) -> impl Iterator<Item = &Image> {
    let above = match &item.material {
        Material::Image(image) => Some(image),
        Material::None | Material::Document(_) | Material::Drawn(_) => None,
    };
    let options = item.kind.options().iter().filter_map(|option| match &option.face {
        Face::Image { image, .. } => Some(image),
        Face::Words(_) | Face::Drawn(_) | Face::Reply(_) => None,
    });
    above.into_iter().chain(options)
}

/// Reads one file of a folder, whole or not at all.
pub fn read_from(folder: &Path, path: &str) -> Option<Cow<'static, [u8]>> {
    let mut bytes = Vec::new();
    let file = File::open(folder.join(path)).ok()?;
    file.take(LARGEST_PICTURE + 1).read_to_end(&mut bytes).ok()?;
    let whole = u64::try_from(bytes.len()).is_ok_and(|n| n <= LARGEST_PICTURE);
    whole.then_some(Cow::Owned(bytes))
}
