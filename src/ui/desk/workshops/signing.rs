//! The sheet of a half-day signed on the screen, one person after another.
//!
//! What is drawn is kept as a picture; the sheet is signed when a member of the staff records it.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::session_life::{SessionLifeView, SheetView};
use crate::app::sheets::{SheetProof, Signer};
use crate::domain::id::SessionId;
use crate::domain::stamp::Half;
use crate::i18n::{terms, time_range, weekday_date};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::desk::layout::{at_end, back_button, height_left, is_narrow, loading, row};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Strokes, Tone, badge, empty_state, muted, signature_pad, title};

/// Height of the buttons below the pad, with their space.
const FOOT: f32 = 84.0;

/// Whose turn it is, and what is drawn.
#[derive(Default)]
pub struct Signing {
    /// None is the next one who has not signed.
    chosen: Option<Signer>,
    strokes: Strokes,
    /// Who signed just now, or was passed over.
    seen: Vec<Signer>,
}

impl Signing {
    pub(in crate::ui::desk) fn arrive(&mut self) {
        *self = Self::default();
    }

    /// Goes on to the next person once a signature is kept.
    pub(in crate::ui::desk) fn done(&mut self, deed: &Deed) {
        if let Deed::SignOnPad { signer, .. } = deed {
            self.pass(*signer);
        }
    }

    fn pass(&mut self, signer: Signer) {
        self.seen.push(signer);
        self.chosen = None;
        self.strokes.clear();
    }

    /// Returns whose turn it is; none when everybody signed or was passed over.
    fn turn(&self, sheet: &SheetView) -> Option<Signer> {
        let waits = |(signer, _, drawn): &&(Signer, String, bool)| !drawn && !self.has_seen(*signer);
        self.chosen.or_else(|| sheet.signers.iter().find(waits).map(|(signer, ..)| *signer))
    }

    /// Whoever leads signs for the session, under their own login.
    fn has_seen(&self, signer: Signer) -> bool {
        let leads = |signer: &Signer| matches!(signer, Signer::Leader(_));
        self.seen.iter().any(|seen| *seen == signer || (leads(seen) && leads(&signer)))
    }
}

pub(in crate::ui::desk) fn show(ui: &mut Ui, cx: &mut Cx<'_>, (id, half): (SessionId, Half), open: &mut Signing) {
    let sheet = cx.data.session_of(id).and_then(|life| Some((life, life.sheets.iter().find(|one| one.half == half)?)));
    let Some((life, sheet)) = sheet else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    let turn = open.turn(sheet);
    header(ui, cx, life, sheet, turn);
    cx.show_trouble(ui);
    match turn {
        Some(signer) => sign(ui, cx, life, (sheet, signer), open),
        None => over(ui, cx, life, sheet, open),
    }
}

/// The name of whose turn it is, large; what is signed, small.
fn header(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, sheet: &SheetView, turn: Option<Signer>) {
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-signing-back")) {
            cx.go(Place::Session(life.session.id));
        }
        title(ui, &turn.map_or_else(|| life.session.title.clone(), |signer| name_of(cx, sheet, signer)));
        let signed = sheet.signers.iter().filter(|(.., drawn)| *drawn).count();
        let count = tr!("desk-signing-count", signed = signed, all = sheet.signers.len());
        at_end(ui, |ui| badge(ui, Tone::Info, &count));
    });
    let hours = time_range(sheet.start, sheet.end);
    let day = weekday_date(life.session.slot.day);
    let what = life.session.title.as_str();
    muted(ui, &tr!("desk-signing-what", title = what, day = day, half = terms::half(sheet.half), hours = hours));
    if let Some(Signer::Leader(leader)) = turn {
        let planned = life.session.facilitator.as_str();
        let words = if cx.staff == Some(leader) {
            tr!("desk-signing-leader")
        } else {
            tr!("desk-signing-other-leader", planned = planned)
        };
        muted(ui, &words);
    }
}

/// Returns the name on the line; who leads signs under the name of who works here.
fn name_of(cx: &Cx<'_>, sheet: &SheetView, signer: Signer) -> String {
    let staff = cx.data.staff.iter().flatten().find(|member| cx.staff == Some(member.id));
    match (signer, staff) {
        (Signer::Leader(_), Some(member)) => member.name.full(),
        _ => sheet.signers.iter().find(|(one, ..)| *one == signer).map(|(_, name, _)| name.clone()).unwrap_or_default(),
    }
}

fn sign(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    life: &SessionLifeView,
    (sheet, signer): (&SheetView, Signer),
    open: &mut Signing,
) {
    let name = name_of(cx, sheet, signer);
    signature_pad(ui, &tr!("desk-signing-pad", name = name), &mut open.strokes, height_left(ui, FOOT));
    foot(ui, |ui| {
        who(ui, sheet, signer, open);
        if ui.add_enabled(!open.strokes.is_empty(), Button::secondary(&tr!("desk-signing-clear"))).clicked() {
            open.strokes.clear();
        }
        if ui.add(Button::quiet(&tr!("desk-signing-pass"))).clicked() {
            open.pass(signer);
        }
        ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
            let words = tr!("desk-signing-done");
            let button = Button::primary(&words).icon(Icon::Check);
            if ui.add_enabled(open.strokes.is_drawn() && !cx.busy, button).clicked() {
                let signer = match (signer, cx.staff) {
                    (Signer::Leader(_), Some(staff)) => Signer::Leader(staff),
                    _ => signer,
                };
                let strokes = open.strokes.on_the_grid();
                cx.act(Deed::SignOnPad { session: life.session.id, half: sheet.half, signer, strokes });
            }
        });
    });
}

/// The line of buttons, all on the level of the list of people, which has its name above.
fn foot(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    if is_narrow(ui) {
        ui.horizontal_wrapped(content);
    } else {
        let size = vec2(ui.available_width(), FOOT - 16.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Max), content);
    }
}

/// Anybody in any order: the list names those who have signed too.
fn who(ui: &mut Ui, sheet: &SheetView, signer: Signer, open: &mut Signing) {
    let named = |(signer, name, drawn): &(Signer, String, bool)| {
        let words = if *drawn { tr!("desk-signing-again", name = name.as_str()) } else { name.clone() };
        (*signer, words)
    };
    let people: Vec<_> = sheet.signers.iter().map(named).collect();
    let mut chosen = Some(signer);
    if picker(ui, &tr!("desk-signing-who"), &mut chosen, &people, 240.0) {
        open.chosen = chosen;
        open.strokes.clear();
    }
}

fn over(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView, sheet: &SheetView, open: &mut Signing) {
    let missing = sheet.signers.iter().filter(|(.., drawn)| !*drawn).count();
    if missing > 0 {
        let (head, words) = (tr!("desk-signing-missing", n = missing), tr!("desk-signing-missing-words"));
        if empty_state(ui, Icon::Pencil, &head, &words, Some(&tr!("desk-signing-resume"))) {
            open.arrive();
        }
    } else if sheet.signed.is_none() {
        let (head, words) = (tr!("desk-signing-all"), tr!("desk-signing-all-words"));
        if empty_state(ui, Icon::Check, &head, &words, Some(&tr!("desk-sheet-on-pad"))) && !cx.busy {
            cx.act(Deed::RecordSheet { session: life.session.id, half: sheet.half, proof: SheetProof::Pad });
        }
    } else {
        let (head, words) = (tr!("desk-signing-recorded"), tr!("desk-signing-recorded-words"));
        if empty_state(ui, Icon::Check, &head, &words, Some(&tr!("desk-signing-back"))) {
            cx.go(Place::Session(life.session.id));
        }
    }
}
