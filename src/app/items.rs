//! The items of an assessment as a psychologist reviews them: what each asks, its right answer, its parameters.

use super::definition::{DefinitionError, named_assessment};
use super::score::right_cell;
use crate::catalog::recipe::written;
use crate::catalog::type_word;
use crate::domain::assessment::{Item, ItemId, ItemKind};
use crate::domain::generate::{Recipe, Refusal};

/// Why the items are not listed.
#[derive(Debug, thiserror::Error)]
pub enum ItemsError {
    #[error(transparent)]
    Definition(#[from] DefinitionError),
    #[error("the item {item} cannot be made", item = item.0)]
    Impossible {
        item: ItemId,
        #[source]
        refusal: Refusal,
    },
}

/// One item, as a sitting shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedItem {
    /// Generated where it has a recipe.
    pub item: Item,
    /// The word of the file for its type.
    pub item_type: &'static str,
    /// The id of its section.
    pub section: Option<String>,
    pub generator: Option<ListedGenerator>,
    /// The right answer as a file of answers has it; empty where there is none.
    pub right: String,
}

/// What makes an item, in the words of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedGenerator {
    pub name: &'static str,
    /// That of this sitting's item.
    pub seed: u64,
    pub radicals: String,
}

/// Returns the items of an assessment in the sitting of `seed`, in their order; [`super::score::REFERENCE_FORM`] gives
/// those of the file. `named` is the id of an assessment of the program, or a definition file or its folder.
///
/// # Errors
/// Returns why there is no such assessment, or which recipe makes no item with this seed.
pub fn listed_items(named: &str, seed: u64) -> Result<Vec<ListedItem>, ItemsError> {
    let assessment = named_assessment(named)?;
    let list = |item: &Item| {
        let made = item.made(seed).map_err(|refusal| ItemsError::Impossible { item: item.id.clone(), refusal })?;
        let generator = match &item.kind {
            ItemKind::Generated(generated) => Some(listed(&generated.recipe_of(&item.id, seed))),
            _ => None,
        };
        let section = item.section.and_then(|index| assessment.sections().get(index));
        Ok(ListedItem {
            item_type: type_word(item),
            section: section.map(|section| section.id.clone()),
            generator,
            right: right_cell(&made.kind),
            item: made.into_owned(),
        })
    };
    assessment.items().iter().map(list).collect()
}

fn listed(recipe: &Recipe) -> ListedGenerator {
    let (name, radicals) = written(&recipe.radicals);
    ListedGenerator { name, seed: recipe.seed, radicals }
}
