//! The calendar: a week by room or by who leads, a month by workshop. A click opens; a drag, or keys, propose a move.

mod carry;
mod foot;
mod hours;
mod lanes;
mod list;
mod month;
mod week;
mod words;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use eframe::egui::{EventFilter, Id, Response, Ui};

use self::carry::Carried;
use self::hours::Hours;
use self::lanes::Lane;
use self::week::{HOUR, Week};
use crate::app::calendar::{BlockOf, BlockView, CalendarView, DayView};
use crate::domain::id::SessionId;
use crate::domain::scheduling::half_days::monday_of;
use crate::domain::stamp::days_after;
use crate::i18n::long_date;
use crate::tr;
use crate::ui::desk::action::{Load, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::open_session::OpenForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, button_width, inside, is_narrow, loading, row};
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, heading, icon_button, segmented, segmented_width};

/// What the calendar is seen by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Room,
    Leader,
    Workshop,
}

/// Which period is shown, and what is being moved.
#[derive(Default)]
pub struct Calendar {
    view: usize,
    /// A day of the period; none is today.
    day: Option<NaiveDate>,
    carried: Option<Carried>,
}

impl Calendar {
    fn by(&self) -> By {
        match self.view {
            0 => By::Room,
            1 => By::Leader,
            _ => By::Workshop,
        }
    }

    /// Returns the days that are shown.
    fn period(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let day = self.day.unwrap_or(today);
        match self.by() {
            By::Room | By::Leader => (monday_of(day), days_after(monday_of(day), 6)),
            By::Workshop => {
                let first = day.with_day(1).unwrap_or(day);
                (first, first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(day))
            }
        }
    }

    /// Returns what is to be looked up.
    pub fn load(&self, today: NaiveDate) -> Load {
        let (from, until) = self.period(today);
        Load::Calendar { from, until }
    }

    /// Forgets what is being moved.
    pub fn put_down(&mut self) {
        self.carried = None;
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let today = cx.day();
        let before = self.period(today);
        self.header(ui, today);
        if let Some(held) = &self.carried {
            // Keys carry it into another week.
            self.day = Some(held.spot.day);
        }
        let (from, until) = self.period(today);
        if (from, until) != before {
            cx.look(Load::Calendar { from, until });
        }
        let shown = cx.data.calendar.as_ref().filter(|calendar| (calendar.from, calendar.until) == (from, until));
        let Some(calendar) = shown else { return loading(ui) };
        match self.by() {
            By::Workshop => {
                self.carried = None;
                month::show(ui, cx, calendar, today);
            }
            By::Room => self.week(ui, cx, calendar, lanes::rooms(calendar)),
            By::Leader => self.week(ui, cx, calendar, lanes::leaders(calendar)),
        }
    }

    fn header(&mut self, ui: &mut Ui, today: NaiveDate) {
        let views = [tr!("desk-calendar-by-room"), tr!("desk-calendar-by-leader"), tr!("desk-calendar-by-workshop")];
        let views = views.each_ref().map(String::as_str);
        let title = self.title(today);
        let now = tr!("desk-calendar-now");
        let buttons = button_width(ui, &now, false) + 3.0 * Look::of(ui.ctx()).target.control;
        let wide = segmented_width(ui, &views) + button_width(ui, &title, false) + buttons;
        let is_apart = wide > ui.available_width();
        if is_apart {
            heading(ui, &title);
        }
        row(ui, |ui| {
            if segmented(ui, &views, &mut self.view) {
                self.carried = None;
            }
            at_end(ui, |ui| {
                // From right to left, unless the line goes on below.
                let order =
                    if is_narrow(ui) { [Step::Back, Step::Now, Step::On] } else { [Step::On, Step::Now, Step::Back] };
                for step in order {
                    let pressed = match step {
                        Step::Back => icon_button(ui, Icon::ArrowLeft, &self.words(step)).clicked(),
                        Step::On => icon_button(ui, Icon::ArrowRight, &self.words(step)).clicked(),
                        Step::Now => ui.add(Button::quiet(&now)).clicked(),
                    };
                    if pressed {
                        self.go(today, step);
                    }
                }
                if !is_apart {
                    heading(ui, &title);
                }
            });
        });
    }

    fn words(&self, step: Step) -> String {
        match (self.by(), step) {
            (By::Workshop, Step::Back) => tr!("desk-calendar-month-before"),
            (By::Workshop, Step::On) => tr!("desk-calendar-month-after"),
            (_, Step::Back) => tr!("desk-calendar-week-before"),
            (_, Step::On) => tr!("desk-calendar-week-after"),
            (_, Step::Now) => tr!("desk-calendar-now"),
        }
    }

    fn title(&self, today: NaiveDate) -> String {
        let (from, _) = self.period(today);
        match self.by() {
            By::Workshop => words::month(from),
            By::Room | By::Leader => tr!("desk-calendar-week", day = long_date(from)),
        }
    }

    fn go(&mut self, today: NaiveDate, step: Step) {
        let (from, _) = self.period(today);
        self.carried = None;
        self.day = match (self.by(), step) {
            (By::Workshop, Step::Back) => from.checked_sub_months(Months::new(1)),
            (By::Workshop, Step::On) => from.checked_add_months(Months::new(1)),
            (_, Step::Back) => from.checked_sub_days(Days::new(7)),
            (_, Step::On) => from.checked_add_days(Days::new(7)),
            (_, Step::Now) => None,
        };
    }

    fn week(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, calendar: &CalendarView, lanes: Vec<Lane<'_>>) {
        if is_narrow(ui) {
            return list::show(ui, cx, calendar, &lanes);
        }
        let days = working_days(calendar);
        let hours = Hours::of(calendar.blocks.iter().map(|block| block.slot), HOUR);
        let week = Week { calendar, lanes, days, hours, today: cx.day() };
        let whole = ui.available_rect_before_wrap();
        let cut = whole.bottom() - foot::HEIGHT;
        inside(ui, whole.with_max_y(cut - 8.0), |ui| week::show(ui, cx, &week, &mut self.carried));
        inside(ui, whole.with_min_y(cut), |ui| foot::show(ui, cx, calendar, &mut self.carried));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Back,
    Now,
    On,
}

/// Returns Monday to Friday, and the days of the weekend on which something is.
fn working_days(calendar: &CalendarView) -> Vec<&DayView> {
    let is_shown = |day: &&DayView| {
        !matches!(day.day.weekday(), Weekday::Sat | Weekday::Sun)
            || day.opened.is_some()
            || calendar.blocks.iter().any(|block| block.slot.day == day.day)
    };
    calendar.days.iter().filter(is_shown).collect()
}

/// Returns the same for a block from frame to frame, wherever it stands.
fn id_of(block: &BlockView) -> Id {
    match &block.what {
        BlockOf::Session { id, .. } => id_of_session(*id),
        BlockOf::Appointment { id, .. } => Id::unique(("calendar-appointment", id.uuid())),
        BlockOf::Proposal { workshop, .. } => Id::unique(("calendar-proposal", &workshop.0)),
    }
}

fn id_of_session(id: SessionId) -> Id {
    Id::unique(("calendar-session", id.uuid()))
}

/// Goes to what a block stands for.
fn open(cx: &mut Cx<'_>, block: &BlockView) {
    match &block.what {
        BlockOf::Session { id, .. } => cx.go(Place::Session(*id)),
        BlockOf::Appointment { participant, .. } if cx.settles() => cx.go(Place::File(*participant)),
        // The file is not for who only leads.
        BlockOf::Appointment { .. } => {}
        BlockOf::Proposal { workshop, .. } => {
            let pool = cx.data.pools.iter().flatten().find(|pool| pool.workshop == *workshop);
            if let Some(pool) = pool.filter(|_| cx.decides()) {
                cx.ask(Ask::OpenSession(OpenForm::of(pool)));
            }
        }
    }
}

/// Keeps the keyboard on what is carried: arrows, Escape and Enter are its own.
fn keep_keys(ui: &Ui, response: &Response) {
    if !response.has_focus() {
        response.request_focus();
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}
