//! What the guide for authors shows is what the program reads.

use std::path::Path;

use boussole::catalog::load::load;
use boussole::domain::assessment::ItemKind;
use boussole::domain::definition_check::Severity;

const GUIDE: &str = include_str!("../../assessments/README.md");

const HEAD: &str = r#"
format = "boussole-evaluation/1"
[meta]
id = "guide"
version = "1.0.0"
titre = "Guide"
langue = "fr-FR"
licence = "projet"
source = "Exemples du guide"
modalite = "auto"
duree_min = 5
statut = "brouillon"
[consignes]
debut = "Voici les exemples."
[[reponses.accord5]]
valeur = 1
libelle = "Non"
[[reponses.accord5]]
valeur = 2
libelle = "Oui"
[[reponses.freq4]]
valeur = 0
libelle = "Pas vu"
[[reponses.freq4]]
valeur = 1
libelle = "Vu"
"#;

/// The example of the guide that has every kind of item.
fn examples() -> &'static str {
    let blocks = GUIDE.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.filter(|block| block.contains("[[items]]")).max_by_key(|block| block.len()).unwrap()
}

#[test]
fn the_guide_shows_one_item_of_each_kind_and_all_of_them_are_read() {
    let items = examples();
    let ids: Vec<&str> = items.lines().filter_map(|line| line.strip_prefix("id = \"")?.split('"').next()).collect();
    let keys = ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let scale = format!("[[echelles]]\nid = \"tout\"\ntitre = \"Tout\"\nmethode = \"aucune\"\nitems = [{keys}]\n");
    let text = format!("{HEAD}{items}{scale}");
    let loaded = load(Path::new("guide.toml"), text.as_bytes(), &|_| true).unwrap();
    assert!(loaded.warnings.iter().all(|problem| problem.severity == Severity::Warning));
    let assessment = loaded.assessment;
    assert_eq!(assessment.items().len(), ids.len());
    let mut kinds: Vec<&str> = assessment
        .items()
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Likert { by_observer: false, .. } => "likert",
            ItemKind::Likert { by_observer: true, .. } => "observation",
            ItemKind::SingleChoice { .. } => "choix",
            ItemKind::MultipleChoice { .. } => "choix_multiple",
            ItemKind::MostLeast { .. } => "plus_moins",
            ItemKind::Number { .. } => "nombre",
            ItemKind::Order { .. } => "ordre",
            ItemKind::FreeText { .. } => "texte_libre",
            ItemKind::Measure { .. } => "mesure",
            ItemKind::Information => "information",
            ItemKind::Task(_) => "tache",
            ItemKind::Generated(_) => "genere",
        })
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 12, "{kinds:?}");
}

#[test]
fn the_guide_names_every_folder_of_the_library() {
    for folder in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assessments")).unwrap() {
        let folder = folder.unwrap();
        if folder.file_type().unwrap().is_dir() {
            let name = format!("`{}`", folder.file_name().to_string_lossy());
            assert!(GUIDE.contains(&name), "{name}");
        }
    }
}
