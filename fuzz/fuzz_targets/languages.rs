//! Languages: confidences are shares of one whole, best first; segments cover the text.

#![no_main]

use copydesk::base::Budget;
use copydesk::language::{Detector, Params, detect, segment};
use copydesk_fuzz::{assert_share, text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = text(data);
    for detector in Detector::ALL {
        let (candidates_max, allowed) = (3, Vec::new());
        let params = Params {
            allowed,
            candidates_max,
            detector,
        };
        let found = detect(&text, &params).candidates;
        assert!((1..=candidates_max).contains(&found.len()));
        assert!(found.is_sorted_by(|a, b| a.confidence >= b.confidence));
        assert_share(found.last().map_or(0.0, |worst| worst.confidence));
        assert!(found.iter().map(|each| each.confidence).sum::<f64>() < 1.0 + 1e-9);
    }
    let segments = segment(&text, &[], &Budget::unlimited()).unwrap_or_default();
    let mut end = 0;
    for each in &segments {
        assert_eq!(each.span.start, end);
        assert!(each.span.slice(&text).is_some());
        assert_share(each.language.confidence);
        end = each.span.end;
    }
    assert_eq!(end, text.len());
    assert!(
        segments
            .windows(2)
            .all(|pair| pair[0].language.tag != pair[1].language.tag)
    );
});
