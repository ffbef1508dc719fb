//! The letters of a keyboard on the screen, where who writes French looks for them.

/// The order of the keys of French computers.
pub const AZERTY: [&str; 3] = ["azertyuiopéè", "qsdfghjklmàç", "wxcvbn\u{2019}-êù"];
/// The order of the alphabet, for who has never typed.
pub const ALPHABET: [&str; 3] = ["abcdefghijéè", "klmnopqrstàç", "uvwxyz\u{2019}-êù"];
/// Letters with accents and signs that French texts need.
pub const ACCENTS: [&str; 3] = ["éèêëàâäçîïôö", "ùûüœæ€«»°()/", "\u{2019}-…\"+=%*:;"];
/// Digits and the signs of addresses and prices.
pub const SIGNS: [&str; 3] = ["1234567890@.", ",;:!?\u{2019}-_/()&", "+=%€«»\"…°*"];
