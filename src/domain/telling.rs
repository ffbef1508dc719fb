//! Who is told what, by which channel: what remains to be said follows from what was said and what has changed since.
//!
//! The program sends nothing: a person prints, copies or calls, and says so.

use chrono::NaiveDate;

use super::agenda::Holder;
use super::id::{ParticipantId, StaffId, TellingId};
use super::stamp::Instant;

/// How somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    Letter,
    Sms,
    Email,
    Phone,
}

impl Channel {
    pub const ALL: [Channel; 4] = [Channel::Letter, Channel::Sms, Channel::Email, Channel::Phone];

    /// Returns the channel that a person chose, if their file makes it possible; else a text message, an e-mail, a letter.
    pub fn of(chosen: Option<Channel>, has_phone: bool, has_email: bool) -> Self {
        let possible = |channel: &Channel| match channel {
            Channel::Letter => true,
            Channel::Sms | Channel::Phone => has_phone,
            Channel::Email => has_email,
        };
        let usual = [Channel::Sms, Channel::Email, Channel::Letter];
        chosen.into_iter().chain(usual).find(possible).unwrap_or(Channel::Letter)
    }
}

/// What somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum News {
    /// Two or three dates to choose from.
    Offer,
    /// A seat, or an appointment: the *convocation*.
    Invitation,
    Reminder,
    /// The same thing at another time or place.
    Moved,
    /// The session does not take place, or the appointment is cancelled.
    Cancelled,
    /// The session takes place without the person.
    ParticipationCancelled,
}

/// One person told of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    pub id: TellingId,
    pub participant: ParticipantId,
    pub about: Holder,
    pub what: News,
    /// The version of the session or appointment that was told.
    pub version: u32,
    pub channel: Channel,
    pub at: Instant,
    pub by: StaffId,
}

/// Where one person's seat or appointment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Expected,
    /// Nobody comes: the session or the appointment is cancelled.
    AllCancelled,
    /// The service took this person's seat back.
    TheirsCancelled,
    /// The person gave it back, or it is over: there is nothing to tell.
    Settled,
}

/// One person's seat or appointment, as far as telling goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub version: u32,
    pub standing: Standing,
    /// Since when it stands so.
    pub since: Instant,
    pub day: NaiveDate,
    /// From this day on a reminder is of use.
    pub remind_from: NaiveDate,
}

/// Returns what remains to be told of a place today, from what this person was told of it, in order.
pub fn news(place: &Place, told: &[&Telling], today: NaiveDate) -> Option<News> {
    let since: Vec<&&Telling> = told.iter().filter(|telling| telling.at >= place.since).collect();
    let was_told = |what: News| since.iter().any(|telling| telling.what == what);
    match place.standing {
        Standing::Settled => None,
        Standing::AllCancelled => (!was_told(News::Cancelled)).then_some(News::Cancelled),
        Standing::TheirsCancelled => (!was_told(News::ParticipationCancelled)).then_some(News::ParticipationCancelled),
        Standing::Expected => {
            let last = since.iter().rfind(|telling| !matches!(telling.what, News::Offer | News::Reminder));
            match last.map(|telling| (telling.what, telling)) {
                Some((News::Invitation | News::Moved, last)) if last.version >= place.version => {
                    let is_near = place.remind_from <= today && today < place.day;
                    let reminded = since.iter().any(|telling| telling.what == News::Reminder && telling.at >= last.at);
                    (is_near && !reminded && last.at.day() < today).then_some(News::Reminder)
                }
                Some((News::Invitation | News::Moved, _)) => Some(News::Moved),
                _ => Some(News::Invitation),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::SessionId;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
    }

    fn at(number: u32) -> Instant {
        Instant::in_paris(day(number).and_hms_opt(9, 0, 0).unwrap())
    }

    fn told(what: News, version: u32, on: u32) -> Telling {
        Telling {
            id: TellingId::new(Uuid::from_u128(u128::from(on))),
            participant: ParticipantId::new(Uuid::from_u128(1)),
            about: Holder::Session(SessionId::new(Uuid::from_u128(2))),
            what,
            version,
            channel: Channel::Sms,
            at: at(on),
            by: StaffId::new(Uuid::from_u128(3)),
        }
    }

    /// A session on 18 December, taken on the first, with a reminder from the 16th.
    fn place(version: u32) -> Place {
        Place { version, standing: Standing::Expected, since: at(1), day: day(18), remind_from: day(16) }
    }

    #[test]
    fn a_seat_is_told_once_and_again_when_it_moves() {
        assert_eq!(news(&place(0), &[], day(2)), Some(News::Invitation));
        let invited = told(News::Invitation, 0, 2);
        assert_eq!(news(&place(0), &[&invited], day(3)), None);
        assert_eq!(news(&place(1), &[&invited], day(3)), Some(News::Moved));
        assert_eq!(news(&place(1), &[&invited, &told(News::Moved, 1, 3)], day(3)), None);
    }

    #[test]
    fn somebody_who_was_told_is_reminded_two_days_before() {
        let invited = told(News::Invitation, 0, 2);
        assert_eq!(news(&place(0), &[&invited], day(15)), None);
        assert_eq!(news(&place(0), &[&invited], day(16)), Some(News::Reminder));
        assert_eq!(news(&place(0), &[&invited, &told(News::Reminder, 0, 16)], day(17)), None);
        assert_eq!(news(&place(0), &[&told(News::Invitation, 0, 16)], day(16)), None, "told today");
        assert_eq!(news(&place(0), &[&invited], day(18)), None, "it is today");
    }

    #[test]
    fn a_cancellation_is_told_as_what_it_is() {
        let cancelled = Place { standing: Standing::AllCancelled, since: at(5), ..place(1) };
        let before = told(News::Invitation, 0, 2);
        assert_eq!(news(&cancelled, &[&before], day(5)), Some(News::Cancelled));
        assert_eq!(news(&cancelled, &[&before, &told(News::Cancelled, 1, 6)], day(6)), None);
        let theirs = Place { standing: Standing::TheirsCancelled, ..cancelled };
        assert_eq!(news(&theirs, &[&before], day(5)), Some(News::ParticipationCancelled));
        let given_back = Place { standing: Standing::Settled, ..cancelled };
        assert_eq!(news(&given_back, &[&before], day(5)), None);
    }

    #[test]
    fn a_cancellation_that_was_told_and_taken_back_is_an_invitation_again() {
        let restored = Place { since: at(1), ..place(2) };
        let said = [told(News::Invitation, 0, 2), told(News::Cancelled, 1, 5)];
        assert_eq!(news(&restored, &[&said[0], &said[1]], day(6)), Some(News::Invitation));
    }

    #[test]
    fn without_a_phone_nobody_gets_a_text_message() {
        assert_eq!(Channel::of(Some(Channel::Phone), true, true), Channel::Phone);
        assert_eq!(Channel::of(Some(Channel::Sms), false, true), Channel::Email);
        assert_eq!(Channel::of(None, true, true), Channel::Sms);
        assert_eq!(Channel::of(None, false, false), Channel::Letter);
    }
}
