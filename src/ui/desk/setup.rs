//! The first run: who is the counsellor, and the code that leaves the kiosk.

use eframe::egui::Ui;

use super::action::Deed;
use super::cx::Cx;
use super::layout::side_by_side;
use crate::app::setup::SetUp;
use crate::tr;
use crate::ui::desk::layout::panel;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, TextField, paragraph, title};

/// What is typed on the first page.
#[derive(Default)]
pub struct SetUpForm {
    first: String,
    last: String,
    phone: String,
    code: String,
    again: String,
    asked: bool,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, form: &mut SetUpForm) {
    title(ui, &tr!("desk-setup-title"));
    paragraph(ui, &tr!("desk-setup-words"));
    panel(ui, |ui| {
        side_by_side(ui, 2, |ui, place| match place {
            0 => drop(TextField::new(&tr!("desk-first-name"), &mut form.first).longest(80).show(ui)),
            _ => drop(TextField::new(&tr!("desk-last-name"), &mut form.last).longest(80).show(ui)),
        });
        let help = tr!("desk-setup-phone-help");
        TextField::new(&tr!("desk-setup-phone"), &mut form.phone).help(&help).longest(30).width(300.0).show(ui);
        let shape = tr!("desk-setup-code-shape");
        let differ = tr!("desk-setup-codes-differ");
        let wrong_shape = form.asked && !has_code_shape(&form.code);
        let differs =
            !form.again.is_empty() && form.again != form.code && (form.asked || form.again.len() >= form.code.len());
        side_by_side(ui, 2, |ui, place| match place {
            0 => {
                let words = tr!("desk-setup-code");
                let field = TextField::new(&words, &mut form.code).secret().longest(12).help(&shape);
                field.error(wrong_shape.then_some(shape.as_str())).show(ui);
            }
            _ => {
                let words = tr!("desk-setup-code-again");
                let field = TextField::new(&words, &mut form.again).secret().longest(12);
                field.error(differs.then_some(differ.as_str())).show(ui);
            }
        });
        cx.show_trouble(ui);
        let ready = !form.first.trim().is_empty() && !form.last.trim().is_empty() && !form.code.is_empty();
        let words = tr!("desk-setup-go");
        let button = Button::primary(&words).icon_after(Icon::ArrowRight);
        if ui.add_enabled(ready && !cx.busy, button).clicked() {
            form.asked = true;
            if has_code_shape(&form.code) && form.code == form.again {
                cx.act(Deed::SetUp(SetUp {
                    counsellor_first_name: form.first.clone(),
                    counsellor_last_name: form.last.clone(),
                    phone: form.phone.clone(),
                    staff_code: form.code.clone(),
                }));
            }
        }
    });
}

fn has_code_shape(code: &str) -> bool {
    (4..=12).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
}
