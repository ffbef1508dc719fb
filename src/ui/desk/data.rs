//! What the program answered last, kept for drawing.

use chrono::NaiveDate;

use super::action::{Load, Place};
use crate::app::agenda::ServiceView;
use crate::app::calendar::CalendarView;
use crate::app::delivery::{DeliveryView, PrescriberMail};
use crate::app::documents::PaperPreview;
use crate::app::figures::FiguresView;
use crate::app::grids::{GridEntry, GridView, GroupChoice, GroupGrid};
use crate::app::guidance::CatalogueEntry;
use crate::app::half_days::HalfDaysView;
use crate::app::library::{LibraryView, QuestionView};
use crate::app::network::{PrescriberView, SiteView};
use crate::app::people::{CommuneView, PairView, ParticipantFile, ParticipantRow, PeopleQuery, RecentFile};
use crate::app::person_agenda::PersonAgenda;
use crate::app::planning::{PoolView, SessionView};
use crate::app::post::MailSettings;
use crate::app::restitution::ToSign;
use crate::app::session_life::{CheckView, ChoiceView, SessionLifeView};
use crate::app::settings::SettingView;
use crate::app::synthesis::{SynthesisDesk, SynthesisRow};
use crate::app::today::TodayView;
use crate::domain::activity::ActivityId;
use crate::domain::assessment::Edition;
use crate::domain::id::{ParticipantId, PrescriberId, SessionId, SynthesisId};
use crate::domain::person::{ConsentSubject, StaffMember};
use crate::domain::stamp::{TimeSlot, days_after};
use crate::domain::workshop::SessionRefusal;

/// The view-models on hand; `None` until the first answer.
#[derive(Default, Clone)]
pub struct Data {
    pub needs_set_up: Option<bool>,
    pub staff: Option<Vec<StaffMember>>,
    pub today: Option<TodayView>,
    /// Who was looked for, and who was found.
    pub participants: Option<(PeopleQuery, Vec<ParticipantRow>)>,
    /// The letters of who arrives, and who that may be.
    pub arriving: Option<(String, Vec<ParticipantRow>)>,
    /// Somebody was recorded, corrected or made one with another since duplicates were looked for.
    pub people_changed: bool,
    pub duplicates: Option<Vec<PairView>>,
    /// The words or the post code typed, and the communes that they may stand for.
    pub communes: Option<(String, Vec<CommuneView>)>,
    /// The names of the maps of columns that were kept.
    pub maps: Option<Vec<String>>,
    /// The tables that lie where files arrive.
    pub recent_files: Option<Vec<RecentFile>>,
    pub file: Option<ParticipantFile>,
    pub catalogue: Option<(ParticipantId, Vec<CatalogueEntry>)>,
    pub pools: Option<Vec<PoolView>>,
    pub sessions: Option<Vec<SessionView>>,
    pub session: Option<SessionLifeView>,
    pub check: Option<CheckView>,
    pub service: Option<ServiceView>,
    pub grids: Option<(ParticipantId, Vec<GridEntry>)>,
    pub grid: Option<GridView>,
    pub group_grids: Option<GroupChoice>,
    pub group: Option<GroupGrid>,
    pub syntheses: Option<Vec<SynthesisRow>>,
    pub writing: Option<SynthesisDesk>,
    pub consent_text: Option<(ConsentSubject, String)>,
    pub prescribers: Option<Vec<PrescriberView>>,
    pub sites: Option<Vec<SiteView>>,
    pub preview: Option<(SynthesisId, PaperPreview)>,
    pub person_page: Option<(SynthesisId, PaperPreview)>,
    pub to_sign: Option<(SynthesisId, ToSign)>,
    /// Messages on their way, failed or not confirmed.
    pub outbox: Option<Vec<DeliveryView>>,
    pub mail: Option<(PrescriberId, PrescriberMail)>,
    /// Known once asked; `None` inside while messages are not set up.
    pub mail_server: Option<Option<MailSettings>>,
    pub settings: Option<Vec<SettingView>>,
    pub figures: Option<FiguresView>,
    pub free_slots: Option<(Load, Vec<TimeSlot>)>,
    pub calendar: Option<CalendarView>,
    /// What was asked of a move, and what stands against it.
    pub move_check: Option<(Load, Vec<SessionRefusal>)>,
    pub half_days: Option<HalfDaysView>,
    pub person_agenda: Option<PersonAgenda>,
    pub choices: Option<(ActivityId, Vec<ChoiceView>)>,
    pub library: Option<LibraryView>,
    pub questions: Option<(Edition, Vec<QuestionView>)>,
}

impl Data {
    /// Returns the program's day; screens have no clock of their own.
    pub fn day(&self) -> NaiveDate {
        self.today.as_ref().map_or(NaiveDate::MIN, |today| today.day)
    }

    /// Returns the file of a person when it is the one on hand.
    pub fn file_of(&self, id: ParticipantId) -> Option<&ParticipantFile> {
        self.file.as_ref().filter(|file| file.id == id)
    }

    /// Returns what a person has and waits for, when it is theirs that is on hand.
    pub fn agenda_of(&self, id: ParticipantId) -> Option<&PersonAgenda> {
        self.person_agenda.as_ref().filter(|agenda| agenda.participant == id)
    }

    pub fn session_of(&self, id: SessionId) -> Option<&SessionLifeView> {
        self.session.as_ref().filter(|life| life.session.id == id)
    }

    /// Returns who is expected at a session, when it is the one on hand.
    pub fn check_of(&self, id: SessionId) -> Option<&CheckView> {
        self.check.as_ref().filter(|check| check.session.id == id)
    }

    /// Returns who waits for a workshop with what each could choose, when it is the one on hand.
    pub fn choices_of(&self, workshop: &ActivityId) -> Option<&[ChoiceView]> {
        self.choices.as_ref().filter(|(id, _)| id == workshop).map(|(_, choices)| choices.as_slice())
    }

    pub fn writing_of(&self, id: SynthesisId) -> Option<&SynthesisDesk> {
        self.writing.as_ref().filter(|desk| desk.id == id)
    }

    /// Returns what a place shows, in the order in which it is wanted.
    pub fn needs_of(&self, place: Place, search: &PeopleQuery) -> Vec<Load> {
        let day = self.day();
        let sessions = Load::Sessions {
            from: day.checked_sub_days(chrono::Days::new(SESSIONS_BACK)).unwrap_or(day),
            until: days_after(day, SESSIONS_AHEAD),
        };
        let mut needs = match place {
            Place::Today => vec![],
            Place::Participants => {
                vec![Load::Participants(Box::new(search.clone())), Load::Prescribers, Load::Sites]
            }
            Place::Duplicates => vec![Load::Duplicates],
            Place::Import => vec![Load::Prescribers, Load::Sites, Load::Maps, Load::RecentFiles],
            Place::File(id) => vec![Load::File(id), Load::PersonAgenda(id), Load::Prescribers, Load::Pools],
            Place::Interview(id) => vec![Load::Interview(id)],
            Place::Composer(id) => vec![Load::File(id), Load::Catalogue(id)],
            Place::Workshops => vec![Load::Pools, sessions, Load::Staff, Load::Service],
            Place::Session(id) => vec![Load::Session(id), Load::Check(id), Load::Service],
            Place::Signing(id, _) => vec![Load::Session(id)],
            Place::Grid(id) => vec![Load::Grid(id)],
            Place::Group(id) => vec![Load::GroupGrids(id)],
            Place::Syntheses => vec![Load::Syntheses, Load::Outbox],
            Place::Writing(id) => vec![Load::Writing(id), Load::Prescribers, Load::MailServer],
            Place::Preview(id) => vec![Load::Writing(id), Load::Preview(id), Load::PersonPage(id)],
            Place::Restitution(id) => vec![Load::Writing(id), Load::PersonPage(id), Load::ToSign(id)],
            Place::Network => {
                let mail = self.mail.iter().map(|(prescriber, _)| Load::PrescriberMail(*prescriber));
                [Load::Prescribers, Load::Sites, Load::Staff, Load::MailServer].into_iter().chain(mail).collect()
            }
            Place::Library => vec![Load::Library],
        };
        needs.push(Load::Today);
        // Everybody is compared with everybody: after the rest, and not again while nobody changed.
        if place == Place::Participants && (self.duplicates.is_none() || self.people_changed) {
            needs.push(Load::Duplicates);
        }
        needs
    }
}

/// How many days of past sessions the list holds.
const SESSIONS_BACK: u64 = 60;
/// How many days of coming sessions the list holds: a little more than the planning horizon.
const SESSIONS_AHEAD: u64 = 60;
