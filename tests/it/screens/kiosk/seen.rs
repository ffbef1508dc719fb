//! What a screen shows, read from the tree that a screen reader reads. Names are compared without typography, so that
//! facts are written as one types.

use eframe::egui::accesskit::{Action, ActionData, ActionRequest, Live, NodeId, Role, Toggled, TreeId};
use eframe::egui::{Event, Rect};
use egui_kittest::kittest::NodeT as _;

use super::room::Kiosk;

/// One node of the tree.
#[derive(Clone, Debug)]
pub struct Seen {
    pub role: Role,
    pub name: String,
    pub value: Option<String>,
    pub toggled: Option<Toggled>,
    pub enabled: bool,
    pub focused: bool,
    pub live: Live,
    pub level: Option<usize>,
    pub clicks: bool,
    pub rect: Rect,
    target: (NodeId, TreeId),
}

impl Seen {
    pub fn is_control(&self) -> bool {
        let roles = [
            Role::Button,
            Role::RadioButton,
            Role::CheckBox,
            Role::Tab,
            Role::Link,
            Role::TextInput,
            Role::MultilineTextInput,
        ];
        roles.contains(&self.role)
    }

    /// What a screen reader asks of this node.
    pub fn ask(&self, action: Action, data: Option<ActionData>) -> Event {
        let (target_node, target_tree) = self.target;
        Event::AccessKitActionRequest(ActionRequest { action, target_node, target_tree, data })
    }
}

/// Straight apostrophes and plain spaces.
pub fn plain(text: &str) -> String {
    text.replace('\u{2019}', "'").replace(['\u{A0}', '\u{202F}'], " ").trim().to_owned()
}

/// Returns the whole tree, in its order.
pub fn seen(kiosk: &Kiosk) -> Vec<Seen> {
    let read = |node: egui_kittest::Node<'_>| {
        let tree = node.accesskit_node();
        // A label's words are its value.
        let words = tree.label().or_else(|| tree.value().filter(|_| tree.role() == Role::Label));
        Seen {
            role: tree.role(),
            name: plain(&words.unwrap_or_default()),
            value: tree.value(),
            toggled: tree.toggled(),
            enabled: !tree.is_disabled(),
            focused: tree.is_focused(),
            live: tree.live(),
            level: tree.level(),
            clicks: tree.data().supports_action(Action::Click),
            rect: if tree.has_bounds() { node.rect() } else { Rect::NOTHING },
            target: tree.locate(),
        }
    };
    kiosk.root().children_recursive().map(read).collect()
}

/// Returns the control that can be used under this name; the front one, when something lies over another.
pub fn control(kiosk: &Kiosk, role: Role, name: &str) -> Option<Seen> {
    seen(kiosk).into_iter().rfind(|seen| seen.role == role && seen.name == name && seen.enabled)
}

/// Returns the text field that can be written in.
pub fn field(kiosk: &Kiosk) -> Option<Seen> {
    let writable = [Role::TextInput, Role::MultilineTextInput];
    seen(kiosk).into_iter().rfind(|seen| writable.contains(&seen.role) && seen.enabled)
}

/// Returns the title of the screen, or of what lies over it.
pub fn title(kiosk: &Kiosk) -> String {
    let is_title = |seen: &Seen| seen.role == Role::Heading && seen.level == Some(1);
    seen(kiosk).into_iter().rfind(is_title).map(|seen| seen.name).unwrap_or_default()
}

/// Asserts that a screen reader says what there is: each control has a role, a name and its state, pictures have words,
/// the screen has a title, and the title is said when it changes.
pub fn assert_told(kiosk: &Kiosk) {
    let all = seen(kiosk);
    let screen = title(kiosk);
    assert!(!screen.is_empty(), "a screen without a title: {all:#?}");
    for seen in &all {
        assert!(!seen.clicks || seen.is_control(), "{screen}: what is clicked has no role: {seen:?}");
        let named = seen.is_control() || matches!(seen.role, Role::Image | Role::Heading | Role::ProgressIndicator);
        assert!(!named || !seen.name.is_empty(), "{screen}: a nameless {:?}", seen.role);
        match seen.role {
            Role::RadioButton | Role::CheckBox | Role::Tab => {
                assert!(seen.toggled.is_some(), "{screen}: {} does not say whether it is chosen", seen.name);
            }
            Role::TextInput | Role::MultilineTextInput => {
                assert!(seen.value.is_some(), "{screen}: {} does not say what is written", seen.name);
            }
            Role::Heading if seen.level == Some(1) => {
                assert_eq!(seen.live, Live::Polite, "{screen}: a change of screen is not said");
            }
            _ => {}
        }
    }
}
