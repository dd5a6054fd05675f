//! Stems: no panic in any stemmer, with or without a memo, and the same answer twice.

#![no_main]

use copydesk::base::Budget;
use copydesk::stem::Analyzer;
use copydesk::text::Field;
use copydesk_fuzz::{assert_in_order, language_and_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let (language, text) = language_and_text(data);
    let (analyzer, budget) = (Analyzer::new(language), Budget::unlimited());
    let found = analyzer
        .analyze(&text, Field::Text, &budget)
        .unwrap_or_default();
    assert_in_order(&text, found.iter().map(|token| token.place.span));
    for token in &found {
        let word = token.place.span.slice(&text).unwrap_or_default().to_owned();
        let alone = analyzer.analyze_words(&[word], &budget).unwrap_or_default();
        assert_eq!(alone.first().map(|token| &token.stem), Some(&token.stem));
    }
    let whole = analyzer
        .analyze_whole(&text, Field::Text, &budget)
        .unwrap_or_default();
    assert_in_order(&text, whole.iter().map(|token| token.place.span));
});
