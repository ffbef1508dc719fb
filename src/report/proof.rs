//! Facts about whole documents: tags, texts, page breaks, size.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document as File, Object, ObjectId};

use super::attendance_sheet::Attendee;
use super::chart::Chart;
use super::document::{Block, Document};
use super::pages::{Draw, Furniture, Mark, Pages};
use super::palette::SPECIMEN;
use super::structure::{NodeId, Role};
use super::synthesis::SynthesisContent;
use super::{
    agenda_sheet, attendance_sheet, badge_sheet, exercise_sheet, interview_summary, invitation, layout, news_letter,
    pdf, person_page, prescriber_notice, roadmap_sheet, session_sheet, specimen, synthesis,
};

fn documents() -> [(&'static str, Document); 19] {
    [
        ("synthese-entiere", synthesis::document(&specimen::whole_synthesis())),
        ("synthese-deux", synthesis::document(&specimen::two_results())),
        ("longue-synthese", synthesis::document(&specimen::six_results())),
        ("synthese", synthesis::document(&specimen::synthesis())),
        ("emargement", attendance_sheet::document(&specimen::attendance(12))),
        ("emargement-signe", attendance_sheet::document(&specimen::signed_attendance())),
        ("seance", session_sheet::document(&specimen::session())),
        ("courrier", news_letter::document(&specimen::news())),
        ("invitation", invitation::document(&specimen::invitation())),
        ("feuille-de-route", roadmap_sheet::document(&specimen::roadmap())),
        ("rendez-vous", agenda_sheet::document(&specimen::agenda())),
        ("synthese-signee", synthesis::document(&specimen::signed_synthesis())),
        ("synthese-a-signer", synthesis::document(&specimen::synthesis_to_sign())),
        ("page-personne", person_page::document(&specimen::person_page())),
        ("entretien", interview_summary::document(&specimen::interview())),
        ("long-entretien", interview_summary::document(&specimen::long_interview())),
        ("avis-clos", prescriber_notice::document(&specimen::closed_path())),
        ("badge", badge_sheet::document(&specimen::badge())),
        ("exercices", exercise_sheet::document(&specimen::exercises())),
    ]
}

fn written(document: &Document) -> Vec<u8> {
    pdf::render(&layout(document, &SPECIMEN), &document.metadata).unwrap()
}

/// Every marked content, with the structure element that the parent tree gives for it and those that claim it.
fn disagreements(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    let drawn = drawn(file, &mut found);
    let listed = parent_tree(file);
    let claimed = claimed(file);
    for place in drawn.iter() {
        match (listed.get(place), claimed.get(place).map(Vec::as_slice)) {
            (Some(parent), Some([element])) if parent == element => {}
            (parent, elements) => found.push(format!("drawn {place:?}: listed {parent:?}, claimed {elements:?}")),
        }
    }
    for place in listed.keys().chain(claimed.keys()) {
        if !drawn.contains(place) {
            found.push(format!("{place:?} is not drawn"));
        }
    }
    found
}

type Place = (ObjectId, i64);

fn drawn(file: &File, found: &mut Vec<String>) -> BTreeSet<Place> {
    let mut drawn = BTreeSet::new();
    for page_id in file.get_pages().into_values() {
        let content = Content::decode(&file.get_page_content(page_id)).unwrap();
        let mut depth = 0;
        for operation in content.operations {
            match operation.operator.as_str() {
                "BDC" => {
                    depth += 1;
                    let mcid = operation.operands[1].as_dict().unwrap().get(b"MCID").and_then(Object::as_i64);
                    if let Ok(mcid) = mcid
                        && !drawn.insert((page_id, mcid))
                    {
                        found.push(format!("{page_id:?} {mcid} is drawn twice"));
                    }
                }
                "EMC" => depth -= 1,
                "TJ" | "Tj" | "f" | "S" | "B" if depth != 1 => found.push("drawn outside of marked content".to_owned()),
                _ => {}
            }
        }
    }
    drawn
}

fn parent_tree(file: &File) -> BTreeMap<Place, ObjectId> {
    let root = dictionary(file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let nums = dictionary(file, root.get(b"ParentTree").unwrap()).get(b"Nums").unwrap().as_array().unwrap().clone();
    let mut listed = BTreeMap::new();
    for page_id in file.get_pages().into_values() {
        let key = file.get_dictionary(page_id).unwrap().get(b"StructParents").unwrap().as_i64().unwrap();
        let Some(pair) = nums.chunks(2).find(|pair| pair[0].as_i64().ok() == Some(key)) else { continue };
        let row = file.dereference(&pair[1]).unwrap().1.as_array().unwrap();
        for (mcid, element) in row.iter().enumerate() {
            listed.insert((page_id, mcid as i64), element.as_reference().unwrap());
        }
    }
    listed
}

fn claimed(file: &File) -> BTreeMap<Place, Vec<ObjectId>> {
    let root = dictionary(file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let mut claimed: BTreeMap<Place, Vec<ObjectId>> = BTreeMap::new();
    let mut pending: Vec<ObjectId> =
        root.get(b"K").unwrap().as_array().unwrap().iter().map(|kid| kid.as_reference().unwrap()).collect();
    while let Some(element) = pending.pop() {
        for kid in file.get_dictionary(element).unwrap().get(b"K").unwrap().as_array().unwrap() {
            match kid {
                Object::Reference(child) => pending.push(*child),
                Object::Dictionary(content) => {
                    let page = content.get(b"Pg").unwrap().as_reference().unwrap();
                    let mcid = content.get(b"MCID").unwrap().as_i64().unwrap();
                    claimed.entry((page, mcid)).or_default().push(element);
                }
                other => panic!("{other:?}"),
            }
        }
    }
    claimed
}

fn dictionary<'a>(file: &'a File, object: &'a Object) -> &'a Dictionary {
    file.dereference(object).unwrap().1.as_dict().unwrap()
}

#[test]
fn marked_content_parent_tree_and_structure_agree() {
    for (name, document) in documents() {
        let file = File::load_mem(&written(&document)).unwrap();
        assert_eq!(disagreements(&file), Vec::<String>::new(), "{name}");
        assert!(drawn(&file, &mut Vec::new()).len() > 10, "{name}");
    }
}

#[test]
fn an_emptied_parent_tree_is_noticed() {
    let mut file = File::load_mem(&written(&documents()[0].1)).unwrap();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let tree = file.get_dictionary(root).unwrap().get(b"ParentTree").unwrap().as_reference().unwrap();
    file.get_dictionary_mut(tree).unwrap().set("Nums", Object::Array(Vec::new()));
    assert!(!disagreements(&file).is_empty());
}

#[test]
fn a_structure_element_that_lost_its_content_is_noticed() {
    let mut file = File::load_mem(&written(&documents()[0].1)).unwrap();
    let (_, elements) = claimed(&file).into_iter().next().unwrap();
    file.get_dictionary_mut(elements[0]).unwrap().set("K", Object::Array(Vec::new()));
    assert!(!disagreements(&file).is_empty());
}

#[test]
fn the_file_says_what_it_is() {
    let document = &documents()[0].1;
    let bytes = written(document);
    let file = File::load_mem(&bytes).unwrap();
    assert_eq!(file.version, "1.7");
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    assert!(catalog.get(b"MarkInfo").unwrap().as_dict().unwrap().get(b"Marked").unwrap().as_bool().unwrap());
    let xmp = file.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
    assert!(String::from_utf8_lossy(&xmp.content).contains("<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = &documents()[0].1;
    assert!(written(document) == written(document));
}

#[test]
fn two_documents_have_two_identifiers() {
    let id = |bytes: &[u8]| format!("{:?}", File::load_mem(bytes).unwrap().trailer.get(b"ID").unwrap());
    let mut content = specimen::synthesis();
    let one = id(&written(&synthesis::document(&content)));
    content.person.name = "Autre Personne".to_owned();
    assert_ne!(one, id(&written(&synthesis::document(&content))));
}

/// Returns on which page, from 1, a heading that begins so stands.
fn page_of(pages: &Pages, heading: &str) -> Option<usize> {
    pages.outline.iter().find(|entry| entry.title.starts_with(heading)).map(|entry| entry.page + 1)
}

#[test]
fn a_synthesis_of_two_results_has_at_most_four_pages_within_100_kb() {
    for content in [specimen::synthesis(), specimen::two_results()] {
        let document = synthesis::document(&content);
        let pages = layout(&document, &SPECIMEN);
        assert!((3..=4).contains(&pages.pages.len()), "{} pages", pages.pages.len());
        assert_eq!(page_of(&pages, "Annexe"), None);
        let size = written(&document).len();
        assert!(size <= 100_000, "{size}");
    }
}

#[test]
fn a_synthesis_of_six_results_has_at_most_four_pages_before_its_annex() {
    let pages = layout(&synthesis::document(&specimen::six_results()), &SPECIMEN);
    assert!(
        page_of(&pages, "Signatures").unwrap() <= 4 && page_of(&pages, "Annexe").unwrap() <= 4,
        "{:?}",
        pages.outline
    );
    let text = pages.text().join("\n");
    let (before, after) = text.split_once("Annexe –").unwrap();
    for result in specimen::six_results().results {
        assert!(before.contains(&result.title) && after.contains(&result.title), "{}", result.title);
    }
    for always in ["Pas d\u{2019}étalonnage.", "À lire avec prudence", "Vos droits.", "avec son annexe"] {
        assert!(before.contains(always), "{always}");
    }
    // The result and its error, of each of the three times that the same scale is told.
    assert_eq!((before.matches("4,1 à 4,9").count(), after.matches("4,1 à 4,9").count()), (0, 3));
}

#[test]
fn the_circle_of_the_interests_is_drawn_in_an_annex_where_every_letter_has_a_score() {
    let n_radars = |content: &SynthesisContent| {
        let said = synthesis::document(content).blocks;
        let is_radar =
            |block: &&Block| matches!(block, Block::Figure(figure) if matches!(figure.chart, Chart::Radar(_)));
        said.iter().filter(is_radar).count()
    };
    assert_eq!(n_radars(&specimen::six_results()), 2, "once of three a letter has no score");
    assert_eq!(n_radars(&specimen::two_results()), 0, "the body keeps to what is read in a minute");
}

#[test]
fn a_scale_of_the_synthesis_is_a_row_whose_drawing_is_for_the_eye_only() {
    let pages = layout(&synthesis::document(&specimen::synthesis()), &SPECIMEN);
    let role = |node: NodeId| pages.structure.node(node).map(|node| node.role.clone());
    let headers = pages.pages.iter().flat_map(|page| &page.items).filter_map(|item| match (item.mark, &item.draw) {
        (Mark::Content(node), Draw::Text { text, .. }) => role(node).map(|role| (role, text.trim().to_owned())),
        _ => None,
    });
    let headers: Vec<(Role, String)> = headers.collect();
    for scale in ["Réaliste", "Conventionnel", "Prestige"] {
        let found = headers.iter().find(|(_, text)| text == scale).unwrap();
        assert_eq!(found.0, Role::HeaderCell(super::structure::Scope::Row), "{scale}");
    }
    assert!(!pages.structure.nodes().any(|(_, node)| matches!(node.role, Role::Figure { .. })));
    let is_needle = |draw: &Draw| {
        let (_, top, _, bottom) = draw.bounds();
        matches!(draw, Draw::Polygon { fill, .. } if *fill == SPECIMEN.warm) && (bottom - top - 11.4).abs() < 0.01
    };
    let needles: Vec<Mark> = pages
        .pages
        .iter()
        .flat_map(|page| &page.items)
        .filter(|item| is_needle(&item.draw))
        .map(|item| item.mark)
        .collect();
    assert_eq!(needles, [Mark::Decoration; 10], "ten scales have a score");
}

#[test]
fn a_roadmap_a_letter_and_the_sheets_of_a_small_session_hold_on_one_page() {
    let documents = [
        roadmap_sheet::document(&specimen::roadmap()),
        agenda_sheet::document(&specimen::agenda()),
        invitation::document(&specimen::invitation()),
        news_letter::document(&specimen::news()),
        session_sheet::document(&specimen::session()),
        session_sheet::document(&specimen::full_session()),
        attendance_sheet::document(&specimen::signed_attendance()),
    ];
    for document in documents {
        let pages = layout(&document, &SPECIMEN);
        assert_eq!(pages.pages.len(), 1, "{}: {:?}", document.metadata.title, pages.text().get(1));
    }
}

#[test]
fn a_long_table_repeats_its_head_on_each_page() {
    let pages = layout(&attendance_sheet::document(&specimen::attendance(70)), &SPECIMEN);
    assert!(pages.pages.len() >= 4);
    let texts = pages.text();
    let with_rows = texts.iter().filter(|text| text.contains("Inès Bouzid"));
    for text in with_rows {
        assert!(text.contains("Départ"), "{text}");
    }
}

#[test]
fn no_page_ends_with_a_heading() {
    // Growing the text line by line moves the page breaks through every place.
    for lines in 0..9 {
        let mut content = specimen::synthesis();
        content.context = "Une ligne de contexte. ".repeat(lines * 9);
        let pages = layout(&synthesis::document(&content), &SPECIMEN);
        assert_eq!(orphan_headings(&pages), Vec::<String>::new(), "{lines}");
    }
}

fn orphan_headings(pages: &Pages) -> Vec<String> {
    let is_heading = |node: NodeId| matches!(pages.structure.node(node).map(|node| &node.role), Some(Role::Heading(_)));
    let mut found = Vec::new();
    for page in &pages.pages {
        let last = page.items.iter().rev().find_map(|item| match (item.mark, &item.draw) {
            (Mark::Content(node), Draw::Text { text, .. }) => Some((node, text.clone())),
            _ => None,
        });
        found.extend(last.filter(|(node, _)| is_heading(*node)).map(|(_, text)| text));
    }
    found
}

#[test]
fn nothing_leaves_the_margins_or_meets_the_footer() {
    for (name, document) in documents() {
        for (index, page) in layout(&document, &SPECIMEN).pages.iter().enumerate() {
            for item in page.items.iter().filter(|item| matches!(item.mark, Mark::Content(_))) {
                let (left, top, right, bottom) = item.draw.bounds();
                let inside = left > 60.0 && top > 20.0 && right < page.width - 60.0 && bottom < page.height - 56.0;
                assert!(inside, "{name} page {}: {:?}", index + 1, item.draw);
            }
        }
    }
}

#[test]
fn what_pages_repeat_says_that_it_is_a_header_or_a_footer_and_where() {
    let file = File::load_mem(&written(&interview_summary::document(&specimen::long_interview()))).unwrap();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    assert_eq!(pages.len(), 2);
    let repeated = |page: ObjectId| -> Vec<(String, String, Vec<f32>)> {
        let operations = Content::decode(&file.get_page_content(page)).unwrap().operations;
        let properties = operations.iter().filter_map(|operation| operation.operands.get(1)?.as_dict().ok());
        let name = |object: &Object| String::from_utf8_lossy(object.as_name().unwrap()).into_owned();
        let told = |dictionary: &Dictionary| {
            let subtype = name(dictionary.get(b"Subtype").ok()?);
            assert_eq!(name(dictionary.get(b"Type").unwrap()), "Pagination");
            let attached = name(&dictionary.get(b"Attached").unwrap().as_array().unwrap()[0]);
            let corners = dictionary.get(b"BBox").unwrap().as_array().unwrap().iter();
            Some((subtype, attached, corners.map(|corner| corner.as_float().unwrap()).collect()))
        };
        properties.filter_map(told).collect()
    };
    let kinds = |page| repeated(page).into_iter().map(|(subtype, attached, _)| (subtype, attached)).collect::<Vec<_>>();
    let (header, footer) = (("Header".to_owned(), "Top".to_owned()), ("Footer".to_owned(), "Bottom".to_owned()));
    assert_eq!(kinds(pages[0]), std::slice::from_ref(&footer));
    assert_eq!(kinds(pages[1]), [header, footer]);
    for (subtype, _, corners) in repeated(pages[1]) {
        let [left, bottom, right, top] = corners[..] else { panic!("{corners:?}") };
        let at_the_edge = if subtype == "Header" { bottom > 780.0 } else { top < 62.0 };
        assert!(at_the_edge && left >= 60.0 && right <= 536.0, "{subtype}: {corners:?}");
    }
}

/// A screen reader passes over what pages repeat, so that nothing there may be a sentence: a reader who hears no such line
/// misses nothing.
#[test]
fn what_pages_repeat_is_a_name_and_never_a_sentence() {
    // The footer is on every page, and read on none.
    let is_on_some = |mark| matches!(mark, Mark::Running(Furniture::Header | Furniture::TableHead));
    for (name, document) in documents() {
        for page in layout(&document, &SPECIMEN).pages {
            let mut lines: BTreeMap<i64, Vec<String>> = BTreeMap::new();
            for item in page.items.iter().filter(|item| is_on_some(item.mark)) {
                if let Draw::Text { baseline, text, .. } = &item.draw {
                    lines.entry(baseline.round() as i64).or_default().push(text.clone());
                }
            }
            for line in lines.into_values().map(|parts| parts.join(" ")) {
                let words: Vec<&str> = line
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| word.starts_with(char::is_alphabetic))
                    .collect();
                let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
                assert!(words.len() < 8 || small < 4, "{name}: {line}");
            }
        }
    }
}

#[test]
fn the_pages_say_what_the_content_says() {
    let texts = layout(&synthesis::document(&specimen::synthesis()), &SPECIMEN).text().join("\n");
    for part in [
        "Solène Vandewœstyne",
        "Karim Çelik",
        "Pas d\u{2019}étalonnage",
        "à distance, non supervisé",
        "entre plutôt bas et intermédiaire",
        "Cofinancé par l\u{2019}Union européenne",
        "Page 1 / ",
        "BO-2026-0412",
    ] {
        assert!(texts.contains(part), "{part}");
    }
}

#[test]
fn an_invitation_says_the_day_and_the_hour() {
    let text = layout(&invitation::document(&specimen::invitation()), &SPECIMEN).text().join(" ").replace('\n', " ");
    assert!(text.contains("mardi 24 novembre 2026 à 14\u{A0}h"), "{text}");
}

#[test]
fn hostile_strings_are_printed_without_harm() {
    let mut sheet = specimen::attendance(2);
    let names = ["\u{202E}漢字 😀\u{0}\n".to_owned(), "x".repeat(400), String::new()];
    sheet.convened =
        names.into_iter().map(|name| Attendee { name, reference: "\u{202E}".to_owned(), signed: None }).collect();
    let document = attendance_sheet::document(&sheet);
    let file = File::load_mem(&written(&document)).unwrap();
    assert_eq!(disagreements(&file), Vec::<String>::new());
}

/// Writes the specimens to the folder that BOUSSOLE_PDF_OUT names, for looking at and for the outside checkers.
#[test]
fn specimens_are_written_when_asked() {
    let Ok(folder) = std::env::var("BOUSSOLE_PDF_OUT") else { return };
    std::fs::create_dir_all(&folder).unwrap();
    for (name, document) in documents() {
        std::fs::write(format!("{folder}/{name}.pdf"), written(&document)).unwrap();
    }
}
