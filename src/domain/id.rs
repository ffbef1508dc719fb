//! Identifiers: one type per thing, so that a participant is never taken for a prescriber.

use std::fmt;

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID (version 7 in practice: ids sort by creation).
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// Returns the UUID.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )+};
}

ids! {
    /// A member of the service's staff.
    StaffId,
    /// An antenne or any place where people work.
    SiteId,
    /// An adult accompanied by the PLIE.
    ParticipantId,
    /// Who refers a participant and receives the synthesis.
    PrescriberId,
    /// One agreement or refusal of a person.
    ConsentId,
    /// Two files made one.
    MergeId,
    /// One file of people that was brought in.
    ImportId,
    /// One document seen.
    ProofId,
    /// One *orientation vers la Boussole*.
    ReferralId,
    /// The first individual appointment's record.
    InterviewId,
    /// A *feuille de route*.
    RoadmapId,
    /// One prescribed activity of a roadmap.
    StepId,
    /// One *passation* of one assessment by one person.
    SittingId,
    /// One day's presence at a kiosk, opened by a code.
    VisitId,
    /// One *séance* of a workshop.
    SessionId,
    /// One person's place in a session.
    SeatId,
    /// One appointment of one person with one member of staff.
    AppointmentId,
    /// Days on which somebody is away.
    AbsenceId,
    /// A clash that somebody accepted.
    ExceptionId,
    /// A session that one person may choose.
    OfferId,
    /// One person told of one thing.
    TellingId,
    /// A look at a session that may be too small.
    CheckId,
    /// Somebody who came without having been convened.
    WalkInId,
    /// An attendance sheet that came back signed.
    SheetId,
    /// A signature drawn on a touch screen.
    SignatureId,
    /// A look at somebody's absences.
    ReviewId,
    /// What was observed of one person.
    ObservationId,
    /// One version of one synthesis.
    SynthesisId,
    /// One copy of a synthesis to one prescriber.
    DeliveryId,
    /// One message waiting in the outbox.
    NoticeId,
}
