//! What do our words cost on top of the dictionary segmenter, in scripts without blanks?
//!
//! Both divide the same text by turns, on the time of the thread's own processor; the
//! fastest of all rounds counts, and the ratio is what to read.

#![expect(
    clippy::print_stdout,
    reason = "a race tells its ratio to whoever ran it"
)]

use std::hint::black_box;

use copydesk::base::Span;
use copydesk::testing::article_text;
use copydesk::text::words;
use cpu_time::ThreadTime;
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

const ROUNDS: usize = 25;
const BYTES: usize = 64 << 10;

const THAI: &str = "เรือข้ามฟากจะกลับมาวิ่งอีกครั้งในวันจันทร์ ผู้โดยสารต้องซื้อตั๋วก่อนขึ้นเรือ \
    นายท่าเรือกล่าวว่าสะพานเก่าปิดซ่อมสองเดือน และชาวบ้านยังไม่รู้ว่าจะเปิดเมื่อใด\n";

fn main() {
    let texts = [
        ("tha", THAI.repeat(BYTES / THAI.len())),
        ("zho", article_text("zh", BYTES)),
        ("jpn", article_text("ja", BYTES)),
    ];
    for (language, text) in texts {
        println!(
            "{language}: {:.2} of the bare segmenter's speed",
            ratio(&text)
        );
    }
}

/// How fast words are found, of the speed at which the segmenter finds borders.
fn ratio(text: &str) -> f64 {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let borders: Vec<_> = segmenter.segment_str(text).collect();
    let is_border = |at: usize| borders.binary_search(&at).is_ok();
    let is_between = |word: Span| is_border(word.start) && is_border(word.end);
    assert!(words(text).all(is_between), "words end at other borders");
    let (mut bare, mut ours) = (f64::MAX, f64::MAX);
    for _ in 0..ROUNDS {
        bare = bare.min(seconds(|| segmenter.segment_str(black_box(text)).count()));
        ours = ours.min(seconds(|| words(black_box(text)).count()));
    }
    bare / ours
}

fn seconds(work: impl FnOnce() -> usize) -> f64 {
    let start = ThreadTime::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}
