//! The desk's state: who works, where they are, what is typed, what was answered. No call to the program here.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use super::action::{Action, Deed, Load, Place};
use super::ask::merge_files::MergeFilesForm;
use super::ask::{self, Ask};
use super::composer::Composer;
use super::cx::{Cx, Trouble};
use super::data::Data;
use super::file::FileTabs;
use super::grid::GridForm;
use super::group::GroupForm;
use super::guidance::Guidance;
use super::import::ImportPage;
use super::interview::InterviewForm;
use super::library::Library;
use super::network::NetworkTab;
use super::participants::Search;
use super::reaction;
use super::requests::{DeskReply, Found, Order};
use super::restitution::Restitution;
use super::search::Wish;
use super::setup::SetUpForm;
use super::workshops::Workshops;
use super::writing::Writing;
use super::{
    composer, duplicates, file, frame, grid, group, import, interview, library, network, participants, preview,
    restitution, setup, syntheses, today, who, workshops, writing,
};
use crate::app::post::Parcel;
use crate::app::proposal::{ProposalQuestion, ProposalView};
use crate::app::{AppError, Login, Refusal};
use crate::domain::delivery::Trouble as DeliveryTrouble;
use crate::domain::id::DeliveryId;
use crate::domain::person::{PersonRefusal, Role};
use crate::tr;
use crate::ui::theme::Appearance;
use crate::ui::widgets::Toasts;

/// Everything the screens keep between two frames.
#[derive(Default)]
pub struct Desk {
    pub(super) login: Option<Login>,
    /// How the screens are to be seen.
    pub(super) appearance: Appearance,
    pub(super) data: Data,
    pub(super) place: Place,
    pub(super) ask: Option<Box<Ask>>,
    /// The dialog that comes back when the one over it ends.
    pub(super) behind: Option<Box<Ask>>,
    /// The dialog opened in this frame: its first field takes the keyboard.
    pub(super) ask_is_fresh: bool,
    pub(super) trouble: Option<Trouble>,
    pub(super) toasts: Toasts<Deed>,
    pub(super) composer: Composer,
    pub(super) writing: Writing,
    pub(super) grid: GridForm,
    pub(super) group: GroupForm,
    pub(super) search: Search,
    /// The letters of who arrives.
    pub(super) arrival: today::Arrival,
    pub(super) import: ImportPage,
    pub(super) set_up: SetUpForm,
    file_tabs: FileTabs,
    pub(super) workshops: Workshops,
    network: NetworkTab,
    pub(super) library: Library,
    preview: preview::Preview,
    pub(super) restitution: Restitution,
    /// The interview that is open.
    pub(super) interview: Option<InterviewForm>,
    /// What is looked for, until its question comes back; then both, until the search takes them.
    wish: Option<Wish>,
    question: Option<ProposalQuestion>,
    stops_search: bool,
    /// Messages to hand to the server.
    pub(super) parcels: Vec<Parcel>,
    /// Papers and folders to show.
    to_open: Vec<PathBuf>,
    actions: Vec<Action>,
    orders: Vec<Order>,
    unanswered: usize,
}

impl Desk {
    /// Makes a desk that shows values given to it, without a program behind.
    pub fn showing(login: Login, data: Data, place: Place) -> Self {
        let mut desk = Self { login: Some(login), data, place, ..Self::default() };
        if let Some(text) = &desk.data.writing {
            desk.writing.receive(text);
        }
        desk
    }

    /// Asks the first questions: is the base empty, who works here.
    pub fn begin(&mut self) {
        self.look(Load::SetUp);
        self.look(Load::Staff);
    }

    /// Starts working as somebody, from Today.
    pub fn enter(&mut self, login: Login) {
        self.login = Some(login);
        self.data.needs_set_up = Some(false);
        self.look(Load::Staff);
        self.go(Place::Today);
    }

    pub fn place(&self) -> Place {
        self.place
    }

    pub fn data(&self) -> &Data {
        &self.data
    }

    /// Returns the refusal on screen.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_ref().map(|trouble| trouble.words.as_str())
    }

    /// Returns whether something to do was not answered yet.
    pub fn waits(&self) -> bool {
        self.unanswered > 0 || !self.actions.is_empty() || !self.orders.is_empty()
    }

    pub fn has_actions(&self) -> bool {
        !self.actions.is_empty()
    }

    /// Returns what changes here without anybody's deed at the desk: the room, and a page that is heard at a kiosk.
    pub fn watches(&self) -> Option<Load> {
        self.login?;
        match self.place {
            Place::Today => Some(Load::Today),
            Place::Restitution(id) => Some(Load::Writing(id)),
            _ => None,
        }
    }

    pub fn look_again(&mut self) {
        if let Some(load) = self.watches() {
            self.look(load);
        }
    }

    pub(super) fn look(&mut self, load: Load) {
        self.orders.push(Order::Look(self.login, load));
    }

    pub(super) fn act(&mut self, deed: Deed) {
        // A draft saved by itself never makes a button wait: the click would be lost.
        self.unanswered += usize::from(!is_autosave(&deed));
        self.orders.push(Order::Do(self.login, deed));
    }

    /// Goes to a place and looks up what it shows; what is being written is saved first.
    pub(super) fn go(&mut self, place: Place) {
        if self.place != place {
            self.save_draft();
            self.save_interview();
            self.interview = None;
            self.trouble = None;
            self.file_tabs.arrive(place);
            self.composer.arrive(place);
            self.grid.arrive(self.place, place);
            self.group.arrive(place);
            self.library.arrive();
            self.workshops.calendar.put_down();
            self.workshops.signing.arrive();
            self.restitution.arrive();
        }
        self.place = place;
        self.reload();
    }

    pub(super) fn reload(&mut self) {
        if self.place == Place::Workshops {
            for load in self.workshops.needs(self.data.day()) {
                self.look(load);
            }
        }
        if let Place::Group(session) = self.place
            && let Some(assessment) = self.group.chosen()
        {
            self.look(Load::GroupGrid(session, assessment.clone()));
        }
        // Who manages does not decide what becomes of a session.
        let role = self.login.map(Login::role);
        for load in self.data.needs_of(self.place, &self.search.query) {
            let hidden = match load {
                Load::Check(_) => role == Some(Role::Manager),
                Load::Duplicates => role != Some(Role::Counsellor),
                Load::MailServer => role == Some(Role::Facilitator),
                _ => false,
            };
            if !hidden {
                self.look(load);
            }
        }
    }

    /// Saves the draft once nobody has typed for a moment.
    pub fn keep_draft(&mut self, now: f64) {
        if self.writing.is_ripe(now) {
            self.save_draft();
        }
        if self.interview.as_ref().is_some_and(|form| form.is_ripe(now)) {
            self.save_interview();
        }
    }

    pub fn has_draft(&self) -> bool {
        self.writing.is_changed() || self.interview.as_ref().is_some_and(InterviewForm::is_changed)
    }

    /// Keeps what is written of the interview that is open.
    fn save_interview(&mut self) {
        let kept = self.interview.as_mut().and_then(InterviewForm::take_to_save);
        if let Some((referral, draft)) = kept {
            self.act(Deed::Guide(Guidance::SaveInterview(referral, draft)));
        }
    }

    fn save_draft(&mut self) {
        if let Some((id, text)) = self.writing.take_to_save() {
            self.act(Deed::SaveSynthesis(id, text));
        }
        if let Some(deed) = self.data.group.as_ref().and_then(|grids| self.group.take_to_save(grids)) {
            self.act(deed);
        }
    }

    /// Returns what is to be shown by the computer's own programs.
    pub fn take_to_open(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.to_open)
    }

    /// Says that nothing on this computer shows a paper, and where it is.
    pub fn not_opened(&mut self, path: &Path) {
        let words = tr!("desk-files-not-opened", path = path.display().to_string());
        self.trouble = Some(Trouble { words, fresh: Cell::new(true) });
    }

    /// Runs the actions of the last frame; returns what the program is asked.
    pub fn orders(&mut self) -> Vec<Order> {
        for action in std::mem::take(&mut self.actions) {
            self.run(action);
        }
        std::mem::take(&mut self.orders)
    }

    fn run(&mut self, action: Action) {
        match action {
            Action::Go(place) => self.go(place),
            Action::Ask(ask) => {
                self.trouble = None;
                self.ask = Some(ask);
                self.behind = None;
                self.ask_is_fresh = true;
            }
            Action::AskOver(ask) => {
                self.trouble = None;
                self.behind = self.ask.replace(ask);
                self.ask_is_fresh = true;
            }
            Action::CloseAsk => {
                self.save_interview();
                self.ask = self.behind.take();
                self.trouble = None;
            }
            Action::Look(load) => self.look(load),
            Action::Do(deed) => {
                self.trouble = None;
                if let Deed::WriteSynthesis(..) | Deed::Guide(Guidance::Take(..)) = deed {
                    // It carries the text: a draft saved after it would come too late.
                    self.writing.hold_as_saved();
                }
                self.act(deed);
            }
            Action::Search(wish) => {
                self.trouble = None;
                self.look(Load::ProposalQuestion(wish.what_if.clone()));
                self.wish = Some(*wish);
            }
            Action::StopSearch => self.stops_search = true,
            Action::Answered => self.trouble = None,
            Action::ChangeStaff => {
                self.save_draft();
                self.save_interview();
                self.login = None;
                (self.ask, self.behind) = (None, None);
                self.look(Load::Staff);
            }
            Action::Open(path) => {
                self.trouble = None;
                self.to_open.push(path);
            }
            Action::Restyle(appearance) => self.appearance = appearance,
            Action::Find(query) => {
                self.search.query = *query;
                self.go(Place::Participants);
            }
            Action::FocusSearch => {
                self.search.wants_focus = true;
                if self.place != Place::Participants {
                    self.go(Place::Participants);
                }
            }
        }
    }

    /// Takes one answer of the worker.
    pub fn receive(&mut self, reply: DeskReply) {
        match reply {
            DeskReply::Parcels(parcels) => self.parcels.extend(parcels),
            DeskReply::Posted => self.reload(),
            DeskReply::Found(load, Ok(found)) => self.keep(load, found),
            DeskReply::Found(_, Err(error)) => self.refused(&error),
            DeskReply::Done(deed, done) => {
                self.unanswered = self.unanswered.saturating_sub(usize::from(!is_autosave(&deed)));
                match done {
                    Ok(done) => {
                        // A draft saved by itself does not answer a refusal: typing does.
                        if !is_autosave(&deed) {
                            self.trouble = None;
                        }
                        self.data.people_changed |= deed.changes_people();
                        reaction::after(self, &deed, done);
                        self.reload();
                    }
                    Err(error) if is_alike(&error) => self.ask_who_is_alike(&deed),
                    Err(error) => {
                        if !self.composer.refused(&deed, &error) {
                            self.refused(&error);
                        }
                        self.writing.refused(&deed);
                        self.group.refused(&deed);
                    }
                }
            }
        }
    }

    fn keep(&mut self, load: Load, found: Found) {
        let data = &mut self.data;
        match (found, load) {
            (Found::SetUp(needed), _) => data.needs_set_up = Some(needed),
            (Found::Staff(staff), _) => data.staff = Some(staff),
            (Found::Today(today), _) => data.today = Some(*today),
            (Found::Participants(rows), Load::Participants(query)) => data.participants = Some((*query, rows)),
            (Found::Arriving(rows), Load::Arriving(words)) => data.arriving = Some((words, rows)),
            (Found::Duplicates(pairs), _) => (data.duplicates, data.people_changed) = (Some(pairs), false),
            (Found::Communes(communes), Load::Communes(typed)) => data.communes = Some((typed, communes)),
            (Found::Alike(alike), _) => {
                if let Some(Ask::Participant(form)) = self.ask.as_deref_mut() {
                    form.look_alike(alike);
                }
            }
            (Found::MergeView(view), _) => {
                self.ask = Some(Box::new(Ask::MergeFiles(MergeFilesForm::new(*view))));
                self.ask_is_fresh = true;
            }
            (Found::Interview(desk), _) => {
                match self.interview.as_mut().filter(|form| form.referral() == desk.referral) {
                    Some(form) => form.receive(*desk),
                    None => self.interview = Some(InterviewForm::of(*desk)),
                }
            }
            (Found::Import(view), Load::Import(wish)) => {
                // Why the file before was refused is over.
                self.trouble = None;
                self.import.receive(*wish, *view);
            }
            (Found::RecentFiles(files), _) => data.recent_files = Some(files),
            (Found::Maps(maps), _) => data.maps = Some(maps),
            (Found::File(file), _) => data.file = Some(*file),
            (Found::Catalogue(entries), Load::Catalogue(id)) => data.catalogue = Some((id, entries)),
            (Found::Pools(pools), _) => data.pools = Some(pools),
            (Found::Sessions(sessions), _) => data.sessions = Some(sessions),
            (Found::Session(session), _) => data.session = Some(*session),
            (Found::Check(check), _) => data.check = Some(*check),
            (Found::Service(service), _) => data.service = Some(*service),
            (Found::Grids(grids), Load::Grids(id)) => data.grids = Some((id, grids)),
            (Found::Grid(grid), _) => {
                self.grid.receive(&grid);
                data.grid = Some(*grid);
            }
            (Found::GroupGrids(choice), _) => data.group_grids = Some(choice),
            (Found::GroupGrid(grids), _) => {
                self.group.receive(&grids);
                data.group = Some(*grids);
            }
            (Found::Syntheses(rows), _) => data.syntheses = Some(rows),
            (Found::Writing(desk), _) => {
                self.writing.receive(&desk);
                data.writing = Some(*desk);
            }
            (Found::Prescribers(prescribers), _) => data.prescribers = Some(prescribers),
            (Found::Sites(sites), _) => data.sites = Some(sites),
            (Found::Preview(paper), Load::Preview(id)) => data.preview = Some((id, *paper)),
            (Found::Preview(paper), Load::PersonPage(id)) => data.person_page = Some((id, *paper)),
            (Found::ToSign(text), Load::ToSign(id)) => data.to_sign = Some((id, *text)),
            (Found::Outbox(outbox), _) => data.outbox = Some(outbox),
            (Found::PrescriberMail(mail), Load::PrescriberMail(id)) => data.mail = Some((id, mail)),
            (Found::ConsentText(text), Load::ConsentText(subject)) => data.consent_text = Some((subject, text)),
            (Found::MailServer(server), _) => data.mail_server = Some(server),
            (Found::Settings(settings), _) => data.settings = Some(settings),
            (Found::Figures(view), _) => data.figures = Some(*view),
            (Found::Library(library), _) => data.library = Some(library),
            (Found::Questions(questions), Load::Questions(edition)) => data.questions = Some((edition, questions)),
            (Found::ProposalQuestion(question), _) => self.question = Some(*question),
            (Found::Calendar(calendar), _) => data.calendar = Some(*calendar),
            (Found::MoveCheck(against), load) => data.move_check = Some((load, against)),
            (Found::HalfDays(half_days), _) => data.half_days = Some(*half_days),
            (Found::PersonAgenda(agenda), _) => data.person_agenda = Some(*agenda),
            (Found::Slots(slots), load) => data.free_slots = Some((load, slots)),
            (Found::Choices(choices), Load::Choices(workshop)) => data.choices = Some((workshop, choices)),
            (
                Found::Participants(_)
                | Found::Arriving(_)
                | Found::Communes(_)
                | Found::Import(_)
                | Found::Catalogue(_)
                | Found::Choices(_)
                | Found::Grids(_)
                | Found::Preview(_)
                | Found::ToSign(_)
                | Found::PrescriberMail(_)
                | Found::ConsentText(_)
                | Found::Questions(_)
                | Found::Nothing,
                _,
            ) => {}
        }
    }

    /// Returns what a search was asked for, once.
    pub(super) fn take_search(&mut self) -> Option<(ProposalQuestion, Wish)> {
        let question = self.question.take()?;
        Some((question, self.wish.take()?))
    }

    /// Returns whether somebody asked to end the search, once.
    pub(super) fn stops_search(&mut self) -> bool {
        std::mem::take(&mut self.stops_search)
    }

    /// Shows for how many seconds the search runs.
    pub(super) fn searches_for(&mut self, seconds: f64) {
        self.workshops.proposal.running = Some(seconds);
    }

    /// Takes what a search found; nothing when its thread is gone.
    pub(super) fn found(&mut self, found: Option<ProposalView>) {
        match found {
            Some(view) => self.workshops.proposal.receive(view),
            None => {
                self.workshops.proposal.running = None;
                self.lost();
            }
        }
    }

    /// Asks who the people are that somebody being recorded looks like: the dialog goes on with them.
    fn ask_who_is_alike(&mut self, deed: &Deed) {
        match deed {
            Deed::RecordParticipant(wish) | Deed::ArriveNew(wish) => self.look(Load::Alike(None, wish.clone())),
            Deed::UpdateParticipant(id, wish) => self.look(Load::Alike(Some(*id), wish.clone())),
            _ => {}
        }
    }

    /// Tells the program what became of a message.
    pub(super) fn posted(&mut self, delivery: DeliveryId, result: Result<(), DeliveryTrouble>) {
        self.orders.push(Order::Posted(delivery, result));
    }

    /// Asks for the messages whose time has come.
    pub(super) fn collect(&mut self) {
        if self.login.is_some() {
            self.orders.push(Order::Collect);
        }
    }

    fn refused(&mut self, error: &AppError) {
        if self.wish.take().is_some() {
            self.workshops.proposal.running = None;
        }
        self.trouble = Some(Trouble { words: error.french(), fresh: Cell::new(true) });
    }

    /// The program's thread is gone.
    pub fn lost(&mut self) {
        self.unanswered = 0;
        self.trouble = Some(Trouble { words: tr!("desk-program-lost"), fresh: Cell::new(true) });
    }

    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui) {
        let Self { data, actions, trouble, .. } = self;
        let me = self.login.and_then(|login| {
            let member = data.staff.iter().flatten().find(|member| member.id == login.staff())?;
            Some(member.name.first().to_owned())
        });
        // A refusal is told once: in the dialog when one is open, else on the page.
        let told_here = if self.ask.is_some() { None } else { trouble.as_ref() };
        let role = self.login.map(Login::role);
        let staff = self.login.map(Login::staff);
        let mut cx = Cx { data, actions, trouble: told_here, me, staff, role, busy: self.unanswered > 0 };
        let at_door = cx.data.needs_set_up == Some(true) || self.login.is_none();
        if at_door {
            frame::door(ui, |ui| match cx.data.needs_set_up {
                Some(true) => setup::show(ui, &mut cx, &mut self.set_up),
                Some(false) => who::show(ui, &mut cx),
                None => {}
            });
        } else if let Place::Signing(id, half) = self.place {
            // The screen is in the hands of the people: nothing of the desk stands around.
            frame::alone(ui, |ui| workshops::signing::show(ui, &mut cx, (id, half), &mut self.workshops.signing));
        } else if let (Place::Interview(id), true) =
            (self.place, self.interview.as_ref().is_some_and(InterviewForm::is_in_hands))
        {
            frame::alone(ui, |ui| interview::show(ui, &mut cx, id, &mut self.interview));
        } else if let (Place::Restitution(id), true) = (self.place, self.restitution.is_in_hands()) {
            frame::alone(ui, |ui| restitution::show(ui, &mut cx, id, &mut self.restitution));
        } else {
            let login = self.login;
            frame::around(ui, &mut cx, login, self.place, |ui, cx| match self.place {
                Place::Today => today::show(ui, cx, &mut self.arrival),
                Place::Participants => participants::show(ui, cx, &mut self.search),
                Place::Duplicates => duplicates::show(ui, cx),
                Place::Import => import::show(ui, cx, &mut self.import),
                Place::File(id) => file::show(ui, cx, id, &mut self.file_tabs),
                Place::Interview(id) => interview::show(ui, cx, id, &mut self.interview),
                Place::Composer(id) => composer::show(ui, cx, id, &mut self.composer),
                Place::Workshops => workshops::show(ui, cx, &mut self.workshops),
                Place::Session(id) => workshops::session::show(ui, cx, id, &mut self.workshops.session),
                Place::Signing(..) => {}
                Place::Grid(id) => grid::show(ui, cx, id, &mut self.grid),
                Place::Group(id) => group::show(ui, cx, id, &mut self.group),
                Place::Syntheses => syntheses::show(ui, cx),
                Place::Writing(id) => writing::show(ui, cx, id, &mut self.writing),
                Place::Preview(id) => preview::show(ui, cx, id, &mut self.preview),
                Place::Restitution(id) => restitution::show(ui, cx, id, &mut self.restitution),
                Place::Network => network::show(ui, cx, &mut self.network),
                Place::Library => library::show(ui, cx, &mut self.library),
            });
            frame::shortcuts(ui, &mut cx, login);
        }
        cx.trouble = trouble.as_ref();
        if let Some(ask) = &mut self.ask {
            let fresh = std::mem::take(&mut self.ask_is_fresh);
            ask::show(ui.ctx(), &mut cx, ask, fresh);
        }
        if let Some(undo) = self.toasts.show(ui.ctx()) {
            self.actions.push(Action::Do(undo));
        }
    }
}

/// Returns whether somebody looks like people who are recorded: a question, not a refusal.
fn is_alike(error: &AppError) -> bool {
    matches!(error, AppError::Refused(Refusal::Person(PersonRefusal::LooksLike { .. })))
}

fn is_autosave(deed: &Deed) -> bool {
    matches!(deed, Deed::SaveSynthesis(..) | Deed::FillGroup { .. } | Deed::Guide(Guidance::SaveInterview(..)))
}
