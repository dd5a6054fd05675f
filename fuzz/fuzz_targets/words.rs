//! Words and tokens stand in order and apart, and every word lies in a token.

#![no_main]

use copydesk::text::{tokens, words};
use copydesk_fuzz::{assert_in_order, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = text(data);
    let tokens: Vec<_> = tokens(&text).collect();
    assert_in_order(&text, words(&text));
    assert_in_order(&text, tokens.iter().map(|token| token.span));
    for token in &tokens {
        assert_in_order(&text, token.parts.iter().copied());
    }
    for word in words(&text) {
        let i = tokens.partition_point(|token| token.span.end < word.end);
        assert!(
            tokens
                .get(i)
                .is_some_and(|token| token.span.start <= word.start),
            "{word:?}"
        );
    }
});
