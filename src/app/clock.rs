//! The one place that reads the clock, and the one that draws chance.

use std::time::{self, Duration};

use chrono::Utc;
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use uuid::Uuid;

use crate::domain::stamp::Instant;

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands until it is moved: demonstrations and tests.
    Simulated(Instant),
}

impl Clock {
    pub fn now(self) -> Instant {
        match self {
            Clock::System => Instant::from_utc(Utc::now()),
            Clock::Simulated(instant) => instant,
        }
    }
}

/// Measures how long something takes, whatever becomes of the clock's hands meanwhile.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Option<time::Instant>);

impl Clock {
    /// Starts a stopwatch; that of a simulated clock stands still.
    pub fn stopwatch(self) -> Stopwatch {
        match self {
            Clock::System => Stopwatch(Some(time::Instant::now())),
            Clock::Simulated(_) => Stopwatch(None),
        }
    }
}

impl Stopwatch {
    pub fn elapsed(self) -> Duration {
        self.0.map_or(Duration::ZERO, |started| started.elapsed())
    }
}

/// Where ids, codes and seeds come from.
#[derive(Debug)]
pub struct Chance(ChaCha20Rng);

impl Chance {
    /// Draws from the operating system.
    ///
    /// # Errors
    /// Returns the system's error when it gives no randomness.
    pub fn from_system() -> Result<Self, getrandom::Error> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)?;
        Ok(Self(ChaCha20Rng::from_seed(seed)))
    }

    /// Draws the same sequence for the same seed.
    pub fn from_seed(seed: u64) -> Self {
        Self(ChaCha20Rng::seed_from_u64(seed))
    }

    /// Returns a UUIDv7 of that instant.
    pub fn uuid(&mut self, now: Instant) -> Uuid {
        let mut random = [0; 10];
        self.0.fill_bytes(&mut random);
        let millis = u64::try_from(now.utc().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    pub fn number(&mut self) -> u32 {
        self.0.next_u32()
    }

    pub fn seed(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// Returns 32 bytes that encrypt one file.
    pub fn key(&mut self) -> [u8; 32] {
        let mut key = [0; 32];
        self.0.fill_bytes(&mut key);
        key
    }

    /// Returns 16 bytes for hashing a secret.
    pub fn salt(&mut self) -> [u8; 16] {
        let mut salt = [0; 16];
        self.0.fill_bytes(&mut salt);
        salt
    }
}
