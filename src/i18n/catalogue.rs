//! The French message catalogue, embedded in the program and read once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::typography::{elided, typeset};

/// Language tag of the texts, for documents and screen readers.
pub const FR: &str = "fr-FR";

/// Returns the message files, each with its name: the tests compare them with the calls of `tr!`.
pub fn catalogue_sources() -> [(&'static str, &'static str); 16] {
    [
        ("common.ftl", include_str!("../../assets/lang/fr/common.ftl")),
        ("items.ftl", include_str!("../../assets/lang/fr/items.ftl")),
        ("kiosk.ftl", include_str!("../../assets/lang/fr/kiosk.ftl")),
        ("desk.ftl", include_str!("../../assets/lang/fr/desk.ftl")),
        ("guidance.ftl", include_str!("../../assets/lang/fr/guidance.ftl")),
        ("letters.ftl", include_str!("../../assets/lang/fr/letters.ftl")),
        ("group.ftl", include_str!("../../assets/lang/fr/group.ftl")),
        ("library.ftl", include_str!("../../assets/lang/fr/library.ftl")),
        ("planning.ftl", include_str!("../../assets/lang/fr/planning.ftl")),
        ("seats.ftl", include_str!("../../assets/lang/fr/seats.ftl")),
        ("people.ftl", include_str!("../../assets/lang/fr/people.ftl")),
        ("activity.ftl", include_str!("../../assets/lang/fr/activity.ftl")),
        ("refusals.ftl", include_str!("../../assets/lang/fr/refusals.ftl")),
        ("plan.ftl", include_str!("../../assets/lang/fr/plan.ftl")),
        ("report.ftl", include_str!("../../assets/lang/fr/report.ftl")),
        ("cli.ftl", include_str!("../../assets/lang/fr/cli.ftl")),
    ]
}

// Constant data, not state: the embedded texts, parsed on first use.
static CATALOGUE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let french: LanguageIdentifier = FR.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![french]);
    // The marks around what is filled in tell where a word is elided before it; they are taken out afterwards.
    bundle.set_use_isolating(true);
    for (_, source) in catalogue_sources() {
        // A file with a bad entry still yields its good ones; the tests refuse bad entries.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
});

/// Returns the text of `key` with its arguments, typeset in French; the key itself when it is unknown.
///
/// Callers use [`tr!`](crate::tr), whose keys a test compares with the catalogue.
pub fn say(key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
    let Some(pattern) = CATALOGUE.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    typeset(&elided(&CATALOGUE.format_pattern(pattern, Some(&args), &mut errors)))
}
