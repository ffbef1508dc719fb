//! The logical structure of a document: what each placed item is, for a reader who does not see the page.

/// Index of an element in [`Structure::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub usize);

/// Whom a header cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Column,
    Row,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    Disc,
    Decimal,
    UpperAlpha,
}

/// Standard structure types of PDF 1.7.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    Document,
    Heading(u8),
    Paragraph,
    Division,
    List(Numbering),
    ListItem,
    Label,
    ListBody,
    Table,
    Caption,
    TableHead,
    TableBody,
    TableRow,
    HeaderCell(Scope),
    Cell,
    Figure { alt: String },
}

impl Role {
    /// Returns the type's name in the file.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(_) => "H3",
            Self::Paragraph => "P",
            Self::Division => "Div",
            Self::List(_) => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::Caption => "Caption",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::TableRow => "TR",
            Self::HeaderCell(_) => "TH",
            Self::Cell => "TD",
            Self::Figure { .. } => "Figure",
        }
    }
}

/// An element and the one that contains it; children come in the order of their creation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub role: Role,
    pub parent: Option<NodeId>,
}

/// The tree, as a list whose first element is the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    nodes: Vec<Node>,
}

impl Default for Structure {
    fn default() -> Self {
        Self { nodes: vec![Node { role: Role::Document, parent: None }] }
    }
}

impl Structure {
    pub const ROOT: NodeId = NodeId(0);

    pub fn add(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.nodes.push(Node { role, parent: Some(parent) });
        NodeId(self.nodes.len() - 1)
    }

    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Node)> {
        self.nodes.iter().enumerate().map(|(index, node)| (NodeId(index), node))
    }

    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.0)
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}
