//! What happens in a sitting, and on which device. Events are appended and never changed.

use crate::domain::assessment::ItemId;
use crate::domain::id::StaffId;
use crate::domain::person::ExtraTime;
use crate::domain::response::Answer;

/// Who holds a sitting: one device at a time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// A kiosk in the room, by its name.
    Station(String),
    /// The desk: a member of the staff answers for, or about, the person.
    Desk,
}

/// Something that happened in a sitting. Events are appended and never changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Began {
        channel: Channel,
        extra_time: ExtraTime,
    },
    /// A practice item was answered, in their order; the answer is not scored.
    Practised {
        answer: Answer,
    },
    Answered {
        item: ItemId,
        answer: Answer,
        took_millis: u64,
    },
    /// The person went back and changed an answer.
    Revised {
        item: ItemId,
        answer: Answer,
        took_millis: u64,
    },
    /// The time of the item, or of its section, was over before an answer.
    TimeRanOut {
        item: ItemId,
        took_millis: u64,
    },
    /// The time of a section is over: what it still had is not asked.
    SectionEnded {
        section: usize,
    },
    /// The clock of the item on screen stood here; a restart goes on from it.
    Elapsed {
        item: ItemId,
        took_millis: u64,
    },
    /// The voice read the item on screen, or an answer of it, because the person asked. It never counts against them.
    Listened {
        item: ItemId,
    },
    /// The person makes a pause; the clock stands still.
    Paused,
    /// The person called somebody; the clock stands still.
    HelpCalled,
    Resumed,
    /// A member of the staff took an item out, and said why.
    Neutralised {
        item: ItemId,
        reason: String,
    },
    /// An interrupted sitting began again from a section, or from its beginning; the answers given there do not count.
    Restarted {
        from_section: Option<usize>,
    },
    /// From here on a member of the staff reads aloud and answers for the person.
    Accompanied {
        by: StaffId,
    },
    /// Another device went on with the sitting, because somebody asked for it there.
    TakenOver {
        channel: Channel,
    },
    Finished,
}
