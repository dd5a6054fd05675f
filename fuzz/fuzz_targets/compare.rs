//! Comparison of two halves of a text: shares, the same both ways round.

#![no_main]

use copydesk::Engine;
use copydesk::base::Budget;
use copydesk::similarity::{Pair, Params};
use copydesk::text::Document;
use copydesk_fuzz::{assert_share, two_documents};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some([first, second]) = two_documents(data) else {
        return;
    };
    let one_way = compare(&[first.clone(), second.clone()]);
    let other_way = compare(&[second, first]);
    let (Some(a), Some(b)) = (one_way, other_way) else {
        return;
    };
    for share in [a.similarity, a.first_containment, a.second_containment] {
        assert_share(share);
    }
    assert!((a.similarity - b.similarity).abs() < 1e-9);
    assert!((a.first_containment - b.second_containment).abs() < 1e-9);
});

fn compare(documents: &[Document]) -> Option<Pair> {
    let answer = Engine::new().compare(documents, &Params::default(), &Budget::unlimited());
    answer.ok()?.comparison.pairs.into_iter().next()
}
