//! A task on simulated screens: what can be touched, where it leads, and when the thing asked is done.
//!
//! The screens are a small state machine: an answer is the list of what was done, and doing it again gives the same end.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::fold::typed;

/// Something to do on simulated screens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub software: Software,
    /// Index of the first view.
    pub start: usize,
    pub views: Vec<View>,
    pub goal: Goal,
}

/// Which window is drawn around the views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Software {
    Search,
    Mail,
    Office,
    Procedure,
}

/// What is on screen at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub id: String,
    pub title: String,
    pub elements: Vec<Element>,
}

/// One thing on a view; its id is its own in the whole task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub id: String,
    pub kind: ElementKind,
    /// What is written on it; beside a field, its label.
    pub text: String,
    pub hint: String,
    /// Index of the view that touching it opens.
    pub leads_to: Option<usize>,
    /// It stands to the right of the element before it.
    pub same_row: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementKind {
    Heading,
    Text,
    Button,
    Link,
    Row,
    Tab,
    Cell,
    CheckBox,
    Field,
}

impl ElementKind {
    /// Returns whether touching it does something.
    pub fn is_touchable(self) -> bool {
        !matches!(self, ElementKind::Heading | ElementKind::Text | ElementKind::Field)
    }
}

/// What must hold when the person says that it is done; parts that are absent ask for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Goal {
    /// The view on screen.
    pub view: Option<usize>,
    pub touched: Vec<String>,
    pub untouched: Vec<String>,
    /// The text of a field is one of these, as [`typed`] compares them.
    pub fields: BTreeMap<String, Vec<String>>,
    /// Exactly these boxes are ticked.
    pub ticked: Option<BTreeSet<String>>,
}

/// One thing done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Touch(String),
    /// The field holds this text when it is left.
    Type {
        field: String,
        text: String,
    },
}

/// The screens after some acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskState {
    pub view: usize,
    pub touched: BTreeSet<String>,
    pub ticked: BTreeSet<String>,
    pub fields: BTreeMap<String, String>,
}

/// Why an act is impossible: the element is not on the view, or takes no such act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("act {index} is impossible on the screen of that moment")]
pub struct ImpossibleAct {
    pub index: usize,
}

impl Task {
    pub fn begin(&self) -> TaskState {
        TaskState { view: self.start, touched: BTreeSet::new(), ticked: BTreeSet::new(), fields: BTreeMap::new() }
    }

    /// Does the acts one after the other.
    ///
    /// # Errors
    /// Returns the first act that the screens of its moment do not take.
    pub fn play(&self, acts: &[Act]) -> Result<TaskState, ImpossibleAct> {
        let mut state = self.begin();
        for (index, act) in acts.iter().enumerate() {
            self.act(&mut state, act).ok_or(ImpossibleAct { index })?;
        }
        Ok(state)
    }

    /// Does one act; `None` when the view does not take it.
    pub fn act(&self, state: &mut TaskState, act: &Act) -> Option<()> {
        let on_view = |id: &String| self.views.get(state.view)?.elements.iter().find(|element| element.id == *id);
        match act {
            Act::Touch(id) => {
                let element = on_view(id).filter(|element| element.kind.is_touchable())?;
                if element.kind == ElementKind::CheckBox && !state.ticked.remove(id) {
                    state.ticked.insert(id.clone());
                }
                if let Some(view) = element.leads_to {
                    state.view = view;
                }
                state.touched.insert(id.clone());
            }
            Act::Type { field, text } => {
                on_view(field).filter(|element| element.kind == ElementKind::Field)?;
                state.fields.insert(field.clone(), text.clone());
            }
        }
        Some(())
    }

    /// Returns whether what was asked is done.
    pub fn is_done(&self, state: &TaskState) -> bool {
        let goal = &self.goal;
        let field_is = |(field, accepted): (&String, &Vec<String>)| {
            let text = typed(state.fields.get(field).map_or("", String::as_str));
            accepted.iter().any(|one| typed(one) == text)
        };
        goal.view.is_none_or(|view| view == state.view)
            && goal.touched.iter().all(|id| state.touched.contains(id))
            && goal.untouched.iter().all(|id| !state.touched.contains(id))
            && goal.fields.iter().all(field_is)
            && goal.ticked.as_ref().is_none_or(|ticked| *ticked == state.ticked)
    }

    pub fn element(&self, id: &str) -> Option<&Element> {
        self.views.iter().flat_map(|view| &view.elements).find(|element| element.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(id: &str, kind: ElementKind, leads_to: Option<usize>) -> Element {
        Element { id: id.to_owned(), kind, text: id.to_owned(), hint: String::new(), leads_to, same_row: false }
    }

    /// A letter to write: open it, name the receiver, accept, send; a trap stands beside.
    fn letter() -> Task {
        let view = |id: &str, elements| View { id: id.to_owned(), title: id.to_owned(), elements };
        Task {
            software: Software::Mail,
            start: 0,
            views: vec![
                view(
                    "liste",
                    vec![element("ecrire", ElementKind::Button, Some(1)), element("piege", ElementKind::Link, None)],
                ),
                view(
                    "lettre",
                    vec![
                        element("dest", ElementKind::Field, None),
                        element("accord", ElementKind::CheckBox, None),
                        element("envoyer", ElementKind::Button, Some(2)),
                    ],
                ),
                view("envoye", vec![element("fini", ElementKind::Text, None)]),
            ],
            goal: Goal {
                view: Some(2),
                touched: vec!["envoyer".to_owned()],
                untouched: vec!["piege".to_owned()],
                fields: [("dest".to_owned(), vec!["agence@exemple.fr".to_owned()])].into(),
                ticked: Some(["accord".to_owned()].into()),
            },
        }
    }

    fn touch(id: &str) -> Act {
        Act::Touch(id.to_owned())
    }

    fn type_in(text: &str) -> Act {
        Act::Type { field: "dest".to_owned(), text: text.to_owned() }
    }

    fn done(acts: &[Act]) -> bool {
        let task = letter();
        task.is_done(&task.play(acts).unwrap())
    }

    #[test]
    fn the_task_is_done_by_its_path_whatever_the_spelling() {
        assert!(done(&[touch("ecrire"), type_in(" Agence@Exemple.fr "), touch("accord"), touch("envoyer")]));
    }

    #[test]
    fn each_part_of_the_goal_is_needed() {
        let right = [touch("ecrire"), type_in("agence@exemple.fr"), touch("accord"), touch("envoyer")];
        assert!(!done(&[]));
        assert!(!done(&right[..3]), "not sent");
        assert!(!done(&[right[0].clone(), right[2].clone(), right[3].clone()]), "no receiver");
        assert!(!done(&[right[0].clone(), right[1].clone(), right[3].clone()]), "not accepted");
        let twice = [&right[..3], &[touch("accord"), touch("envoyer")]].concat();
        assert!(!done(&twice), "a box touched twice is not ticked");
        let trapped = [&[touch("piege")], &right[..]].concat();
        assert!(!done(&trapped));
    }

    #[test]
    fn what_is_not_on_the_screen_cannot_be_touched() {
        assert_eq!(letter().play(&[touch("envoyer")]), Err(ImpossibleAct { index: 0 }));
        assert_eq!(letter().play(&[touch("ecrire"), touch("dest")]), Err(ImpossibleAct { index: 1 }));
        assert_eq!(letter().play(&[touch("ecrire"), touch("piege")]), Err(ImpossibleAct { index: 1 }));
    }
}
