//! Sentences stand in order and apart, and leave out nothing but blanks.

#![no_main]

use copydesk::text::sentences;
use copydesk_fuzz::{assert_in_order, language_and_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (language, text) = language_and_text(data);
    let found: Vec<_> = sentences(&text, language).collect();
    assert_in_order(&text, found.iter().copied());
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let kept = found
        .iter()
        .filter_map(|span| span.slice(&text))
        .map(letters);
    assert_eq!(kept.sum::<usize>(), letters(&text));
});
