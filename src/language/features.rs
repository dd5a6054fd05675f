//! What the model sees of a text: the hashes of its n-grams and of its words.
//!
//! All sequences of 1 to 4 characters within a word and the blanks around it, and each
//! word of three letters or more as a whole (a shorter one is a 4-gram with its blanks).
//! In trials, 5-grams and more buckets than 2^17 brought nothing.

use super::Letters;

/// Longest n-gram.
const N_MAX: usize = 4;

/// Odd and without pattern in its bits: 2^32 over the golden ratio.
const MULTIPLIER: u32 = 0x9E37_79B1;

/// Keeps a word's hash apart from those of n-grams.
const WORD_SEED: u32 = 0x85EB_CA6B;

impl Letters {
    /// The hashes of all features; their upper bits are the most mixed.
    pub fn features(&self) -> Vec<u32> {
        let mut hashes = Vec::with_capacity(self.stream().len() * 5);
        features_of(self.stream(), &mut hashes);
        hashes
    }
}

/// Adds the hashes of the features of `stream`, which begins and ends with a blank.
pub fn features_of(stream: &[char], hashes: &mut Vec<u32>) {
    let mut word = WORD_SEED;
    let mut word_letters = 0;
    for i in 0..stream.len() {
        let [first, second, third, fourth] = n_gram(stream, i);
        let one = mixed(0, first);
        if first == ' ' {
            if word_letters > 2 {
                hashes.push(word);
            }
            (word, word_letters) = (WORD_SEED, 0);
            if i + 1 == stream.len() {
                break;
            }
        } else {
            word = mixed(word, first);
            word_letters += 1;
            hashes.push(one);
        }
        let two = mixed(one, second);
        let three = mixed(two, third);
        hashes.extend_from_slice(&[two, three, mixed(three, fourth)]);
        // An n-gram ends with the word. To take some back is quicker than to branch.
        let n_beyond = usize::from(second == ' ') + usize::from(second == ' ' || third == ' ');
        hashes.truncate(hashes.len() - n_beyond);
    }
}

/// The characters from place `i` on, with blanks behind the end.
fn n_gram(stream: &[char], i: usize) -> [char; N_MAX] {
    match stream.get(i..).and_then(<[char]>::first_chunk) {
        Some(characters) => *characters,
        None => std::array::from_fn(|n| stream.get(i + n).copied().unwrap_or(' ')),
    }
}

fn mixed(hash: u32, character: char) -> u32 {
    let product = (hash ^ u32::from(character)).wrapping_mul(MULTIPLIER);
    product ^ (product >> 15)
}
