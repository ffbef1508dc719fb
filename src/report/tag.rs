//! The tagging pass: structure tree, parent tree, language, outline and metadata that the PDF crate does not write.

use chrono::{Datelike, NaiveDate};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::ReportError;
use super::document::Metadata;
use super::pages::{OutlineEntry, Pages};
use super::pdf::Marked;
use super::structure::{NodeId, Numbering, Role, Scope, Structure};
use crate::tr;

pub(super) fn finish(
    file: &mut Document,
    pages: &Pages,
    marked: &Marked,
    metadata: &Metadata,
) -> Result<(), ReportError> {
    file.version = "1.7".to_owned();
    let page_ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    if page_ids.len() != pages.pages.len() {
        return Err(ReportError::PagesLost);
    }
    let tree = structure_tree(file, pages, marked, &page_ids)?;
    for (index, page_id) in page_ids.iter().enumerate() {
        let page = file.get_object_mut(*page_id)?.as_dict_mut()?;
        page.set("StructParents", index as i64);
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    let outline = outline(file, pages, &page_ids);
    let xmp = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(metadata).into_bytes())
        .with_compression(false);
    let xmp = file.add_object(xmp);
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", tree);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", text(&metadata.language));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", xmp);
    catalog.set("PageMode", "UseNone");
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    let info = file.add_object(info(metadata));
    file.trailer.set("Info", info);
    let fingerprint = fingerprint(pages, metadata);
    let id = || Object::String(fingerprint.clone(), StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![id(), id()]));
    // The first Info dictionary is no longer referred to.
    file.prune_objects();
    Ok(())
}

fn structure_tree(
    file: &mut Document,
    pages: &Pages,
    marked: &Marked,
    page_ids: &[ObjectId],
) -> Result<ObjectId, ReportError> {
    let structure = &pages.structure;
    let root_id = file.new_object_id();
    let ids: Vec<ObjectId> = (0..structure.len()).map(|_| file.new_object_id()).collect();
    let id_of = |node: NodeId| ids.get(node.0).copied().ok_or(ReportError::ObjectMissing("structure element"));
    // What each element shows: its marked contents, page by page.
    let mut shown: Vec<Vec<(ObjectId, i64)>> = vec![Vec::new(); structure.len()];
    let mut children: Vec<Vec<NodeId>> = vec![Vec::new(); structure.len()];
    for (node_id, node) in structure.nodes() {
        if let Some(of_parent) = node.parent.and_then(|parent| children.get_mut(parent.0)) {
            of_parent.push(node_id);
        }
    }
    let mut parents: Vec<Object> = Vec::new();
    for (index, (nodes, page_id)) in marked.iter().zip(page_ids).enumerate() {
        let mut row = Vec::new();
        for (mcid, node) in nodes.iter().enumerate() {
            row.push(Object::Reference(id_of(*node)?));
            if let Some(contents) = shown.get_mut(node.0) {
                contents.push((*page_id, mcid as i64));
            }
        }
        parents.push((index as i64).into());
        parents.push(Object::Reference(file.add_object(Object::Array(row))));
    }
    for (node_id, node) in structure.nodes() {
        let mut kids: Vec<Object> = Vec::new();
        for (page_id, mcid) in shown.get(node_id.0).into_iter().flatten() {
            kids.push(Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => *page_id, "MCID" => *mcid }));
        }
        for child in children.get(node_id.0).into_iter().flatten() {
            kids.push(Object::Reference(id_of(*child)?));
        }
        let parent = match node.parent {
            Some(parent) => id_of(parent)?,
            None => root_id,
        };
        let mut element = dictionary! { "Type" => "StructElem", "S" => node.role.tag(), "P" => parent };
        element.set("K", Object::Array(kids));
        if let Some((page_id, _)) = shown.get(node_id.0).and_then(|contents| contents.first()) {
            element.set("Pg", *page_id);
        }
        attributes(&mut element, node_id, &node.role, pages);
        file.objects.insert(id_of(node_id)?, Object::Dictionary(element));
    }
    let parent_tree = file.add_object(dictionary! { "Nums" => Object::Array(parents) });
    let root = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => Object::Array(vec![Object::Reference(id_of(Structure::ROOT)?)]),
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => page_ids.len() as i64,
    };
    file.objects.insert(root_id, Object::Dictionary(root));
    Ok(root_id)
}

fn attributes(element: &mut Dictionary, id: NodeId, role: &Role, pages: &Pages) {
    match role {
        Role::Figure { alt } => {
            element.set("Alt", text(alt));
            if let Some(bbox) = bounding_box(pages, id) {
                element.set("A", dictionary! { "O" => "Layout", "BBox" => bbox, "Placement" => "Block" });
            }
        }
        Role::HeaderCell(scope) => {
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            element.set("A", dictionary! { "O" => "Table", "Scope" => scope });
        }
        Role::List(numbering) => {
            let numbering = match numbering {
                Numbering::Disc => "Disc",
                Numbering::Decimal => "Decimal",
                Numbering::UpperAlpha => "UpperAlpha",
            };
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => numbering });
        }
        Role::Document
        | Role::Heading(_)
        | Role::Paragraph
        | Role::Division
        | Role::ListItem
        | Role::Label
        | Role::ListBody
        | Role::Table
        | Role::Caption
        | Role::TableHead
        | Role::TableBody
        | Role::TableRow
        | Role::Cell => {}
    }
}

fn bounding_box(pages: &Pages, id: NodeId) -> Option<Object> {
    let page =
        pages.pages.iter().find(|page| page.items.iter().any(|item| item.mark == super::pages::Mark::Content(id)))?;
    let own = page.items.iter().filter(|item| item.mark == super::pages::Mark::Content(id));
    let (left, top, right, bottom) =
        own.map(|item| item.draw.bounds()).reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)))?;
    let corners = [left, page.height - bottom, right, page.height - top];
    Some(Object::Array(corners.into_iter().map(Object::Real).collect()))
}

/// Writes the headings as bookmarks: sections under the title, subsections under sections.
fn outline(file: &mut Document, pages: &Pages, page_ids: &[ObjectId]) -> Option<ObjectId> {
    let entries = &pages.outline;
    if entries.is_empty() {
        return None;
    }
    let root_id = file.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| file.new_object_id()).collect();
    let parent_of = |index: usize| {
        let level = entries.get(index).map_or(1, |entry| entry.level);
        (0..index).rev().find(|before| entries.get(*before).is_some_and(|entry| entry.level < level))
    };
    let parents: Vec<Option<usize>> = (0..entries.len()).map(parent_of).collect();
    let children = |parent: Option<usize>| -> Vec<ObjectId> {
        parents.iter().zip(&ids).filter(|(known, _)| **known == parent).map(|(_, id)| *id).collect()
    };
    for (index, (entry, id)) in entries.iter().zip(&ids).enumerate() {
        let parent = parents.get(index).copied().flatten();
        let siblings = children(parent);
        let place = siblings.iter().position(|sibling| sibling == id).unwrap_or(0);
        let mut item = bookmark(entry, pages, page_ids)?;
        item.set("Parent", parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(root_id));
        if let Some(before) = place.checked_sub(1).and_then(|place| siblings.get(place)) {
            item.set("Prev", *before);
        }
        if let Some(after) = siblings.get(place + 1) {
            item.set("Next", *after);
        }
        let own = children(Some(index));
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            item.set("First", *first);
            item.set("Last", *last);
            item.set("Count", own.len() as i64);
        }
        file.objects.insert(*id, Object::Dictionary(item));
    }
    let top = children(None);
    let mut root = dictionary! { "Type" => "Outlines", "Count" => entries.len() as i64 };
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        root.set("First", *first);
        root.set("Last", *last);
    }
    file.objects.insert(root_id, Object::Dictionary(root));
    Some(root_id)
}

fn bookmark(entry: &OutlineEntry, pages: &Pages, page_ids: &[ObjectId]) -> Option<Dictionary> {
    let page_id = page_ids.get(entry.page)?;
    let y = pages.pages.get(entry.page)?.height - entry.y + 12.0;
    let target = vec![Object::Reference(*page_id), "XYZ".into(), Object::Null, Object::Real(y), Object::Null];
    Some(dictionary! { "Title" => text(&entry.title), "Dest" => Object::Array(target) })
}

/// Returns a text string: UTF-16 with its byte order mark.
fn text(value: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(value.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn info(metadata: &Metadata) -> Dictionary {
    let day = metadata.date;
    let date = format!("D:{:04}{:02}{:02}000000Z", day.year(), day.month(), day.day());
    dictionary! {
        "Title" => text(&metadata.title),
        "Author" => text(&metadata.author),
        "Subject" => text(&metadata.subject),
        "Creator" => text(&tr!("document-house")),
        "Producer" => text(&tr!("document-house")),
        "CreationDate" => Object::string_literal(date.clone()),
        "ModDate" => Object::string_literal(date),
    }
}

fn xmp(metadata: &Metadata) -> String {
    let (title, author) = (escape(&metadata.title), escape(&metadata.author));
    let (subject, language) = (escape(&metadata.subject), escape(&metadata.language));
    let reference = escape(&metadata.reference);
    let date = iso(metadata.date);
    let producer = escape(&tr!("document-house"));
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:identifier>{reference}</dc:identifier>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{FEFF}',
    )
}

fn iso(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

fn escape(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns 128 bits that differ between documents: FNV-1a over the texts, which needs no more than to be stable.
fn fingerprint(pages: &Pages, metadata: &Metadata) -> Vec<u8> {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let texts = pages.text();
    let parts =
        [metadata.title.as_str(), metadata.reference.as_str()].into_iter().chain(texts.iter().map(String::as_str));
    let hash = parts.flat_map(str::bytes).fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    hash.to_be_bytes().to_vec()
}
