//! *Reprise de fichier*: what the columns of a file of people are, and what is said of a row.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    FileNumber,
    LastName,
    FirstName,
    /// "DUBOIS Amina": the last name in capitals.
    FullName,
    BirthDate,
    Gender,
    Phone,
    Email,
    /// Number and street.
    Address,
    PostCode,
    Commune,
    InseeCode,
    Prescriber,
    PrescriberEmail,
    Site,
    Received,
    Question,
}

impl Field {
    pub const ALL: [Self; 17] = [
        Self::FileNumber,
        Self::LastName,
        Self::FirstName,
        Self::FullName,
        Self::BirthDate,
        Self::Gender,
        Self::Phone,
        Self::Email,
        Self::Address,
        Self::PostCode,
        Self::Commune,
        Self::InseeCode,
        Self::Prescriber,
        Self::PrescriberEmail,
        Self::Site,
        Self::Received,
        Self::Question,
    ];

    /// Returns the word by which a map of columns remembers it.
    pub fn code(self) -> &'static str {
        match self {
            Self::FileNumber => "file_number",
            Self::LastName => "last_name",
            Self::FirstName => "first_name",
            Self::FullName => "full_name",
            Self::BirthDate => "birth_date",
            Self::Gender => "gender",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::PostCode => "post_code",
            Self::Commune => "commune",
            Self::InseeCode => "insee_code",
            Self::Prescriber => "prescriber",
            Self::PrescriberEmail => "prescriber_email",
            Self::Site => "site",
            Self::Received => "received",
            Self::Question => "question",
        }
    }

    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// Something that was put right on the way in, and is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// The date was a spreadsheet's number of days.
    DateFromSerial,
    /// The year had two figures.
    TwoDigitYear,
    /// The month was written before the day.
    AmericanOrder,
    /// The zero at the beginning was lost.
    PhoneZero,
    PostCodeZero,
    /// The commune is not of the list, or the words stand for several.
    CommuneToCheck,
    /// Nothing says when the referral was made: it is today's.
    ReceivedToday,
    /// What is written is no phone number: it is not taken.
    PhoneLeftOut,
    /// What is written is no address: it is not taken.
    EmailLeftOut,
    /// The name was all in capitals.
    NameCase,
    /// Nothing was asked: a sentence to complete stands there.
    QuestionToAsk,
}

/// Why a cell makes its row impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellFault {
    Missing,
    NotADate,
    DateInTheFuture,
    AgeOutOfRange,
    NotAName,
    /// Nothing says which part is the last name.
    NameNotSplit,
    NotAnAddress,
    NotAGender,
    /// The number is of a file under another name.
    NumberOfSomebodyElse,
}

/// Why a file is not read, or not imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableRefusal {
    #[error("there is no such file")]
    NoSuchFile,
    #[error("the file cannot be read")]
    Unreadable,
    #[error("the file is too large")]
    TooLarge,
    #[error("the file is not a table")]
    NotATable,
    #[error("the file has no row under its titles")]
    NoRow,
    #[error("names and birth dates have no column")]
    ColumnsMissing,
    #[error("the file is not what it was when it was looked at")]
    Changed,
    #[error("nothing in the file is to be imported")]
    NothingToImport,
    #[error("a map of columns needs a name")]
    NoName,
    #[error("the workbook has no sheet of that name")]
    NoSuchSheet,
    #[error("something was added since to what the import wrote")]
    AddedSince,
    #[error("the import is undone already")]
    UndoneAlready,
}
