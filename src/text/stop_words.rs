//! Stop words: the function words of a language, which say nothing of what a text is
//! about.
//!
//! The lists are NLTK's where it has one, else those of the "stopwords-iso" project, both
//! by the `stop-words` crate, put right in three ways:
//!
//! - [`ADDED`]: English modal verbs, prepositions and conjunctions that NLTK lacks;
//! - [`REMOVED`]: words of content, found by looking for the translations of world, state,
//!   system, computer, million, work, group, member, country, year, city, government and
//!   president in 30 lists;
//! - a list of our own where the project's is one of frequent nouns of the news (Malay),
//!   and no verbs where it has hundreds (Indonesian).

use std::sync::{Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Language;

use super::{Casing, Folded};

/// The stop words of one language.
#[derive(Debug)]
pub struct StopWords(FxHashSet<Folded>);

impl StopWords {
    /// Those of `language`; `None` where there is no list.
    pub fn of(language: Language) -> Option<&'static Self> {
        static LISTS: Mutex<FxHashMap<Language, Option<&'static StopWords>>> =
            Mutex::new(FxHashMap::with_hasher(rustc_hash::FxBuildHasher));
        let source = list(language)?;
        let mut lists = LISTS.lock().unwrap_or_else(PoisonError::into_inner);
        // Leaked on purpose: one list a language, as long as the process lives.
        *lists
            .entry(language)
            .or_insert_with(|| Some(Box::leak(Box::new(Self::new(language, source)))))
    }

    fn new(language: Language, source: &[&str]) -> Self {
        let casing = Casing::of(language);
        let of_language = |rows: &[(&str, &'static str)]| -> Vec<&'static str> {
            let rows = rows.iter().filter(|(code, _)| *code == language.code());
            rows.flat_map(|(_, words)| words.split_whitespace())
                .collect()
        };
        let mut words: Vec<_> = match OWN.iter().find(|(code, _)| *code == language.code()) {
            Some((_, words)) => words.split_whitespace().collect(),
            None => source.to_vec(),
        };
        words.extend(of_language(ADDED));
        let removed = of_language(REMOVED);
        words.retain(|word| !removed.contains(word));
        if language.code() == "id" {
            words.retain(|word| !is_indonesian_verb(word));
        }
        Self(words.iter().map(|word| Folded::new(word, casing)).collect())
    }

    /// Whether there is a list for `language`.
    pub fn exist_for(language: Language) -> bool {
        list(language).is_some()
    }

    /// Whether `word` is one of them.
    ///
    /// ```
    /// use copydesk::base::Language;
    /// use copydesk::text::{Casing, Folded, StopWords};
    ///
    /// let english = StopWords::of(Language::from_code("en").unwrap()).unwrap();
    /// assert!(english.contains(&Folded::new("Don’t", Casing::Common)));
    /// assert!(!english.contains(&Folded::new("world", Casing::Common)));
    /// ```
    pub fn contains(&self, word: &Folded) -> bool {
        self.0.contains(word)
    }
}

fn list(language: Language) -> Option<&'static [&'static str]> {
    let code = match language.code() {
        // The lists know Norwegian as one language.
        "nb" | "nn" => "no",
        code => code,
    };
    stop_words::lookup(code)
}

/// Words that a list lacks, by language.
const ADDED: &[(&str, &str)] = &[(
    "en",
    "would could may might must shall ought cannot can't also upon among amongst although though \
     unless whether whereas toward towards via per despite within without across along around \
     beside besides beyond except onto since throughout unlike yet however either neither else \
     every much many",
)];

/// Words of content that are in a list, by language.
const REMOVED: &[(&str, &str)] = &[
    ("ar", "أبريل مارس يوليو أوت أيار أربعاء"),
    ("bg", "година години глас новина"),
    ("cs", "článek článku články clanek clanku clanky email"),
    ("fa", "هزار"),
    ("hu", "cikk cikkek cikkeket"),
    (
        "id",
        "tahun kasus jumlah jumlahnya hari bulan ibu bapak masalah masalahnya persoalan tempat",
    ),
    ("ko", "일 년"),
    ("pl", "roku tys www tel ul mgr godz"),
    ("vi", "nhà"),
    ("zh", "行为 结果 防止 存在"),
];

/// Lists that take the place of another, by language.
const OWN: &[(&str, &str)] = &[(
    "ms",
    "ada adalah agar akan aku amat anda antara apa apabila apakah atas atau bagai bagaimana \
     bagaimanapun bagi bahawa bawah beberapa begini begitu bekas beliau belum berapa boleh bukan \
     dalam dan dapat dari daripada demi demikian dengan di dia hampir hanya hingga ia iaitu ialah \
     ini itu jadi jangan jika juga kalau kami kamu ke kepada kerana ketika kita lagi lain lebih \
     maka manakala masih masing-masing melalui mengapa mengenai menurut mereka mungkin oleh pada \
     para paling perlu pula pun sahaja saja sama sambil sampai sangat saya sebab sebagai sebelum \
     sebuah secara sedang sehingga sejak selain selama selepas seluruh semakin semasa sementara \
     semua semula sendiri seorang seperti serta sesuatu setelah setiap siapa sini situ suatu sudah \
     supaya tanpa tapi telah tentang terhadap termasuk tersebut terus tetapi tiada tiap tidak \
     untuk walaupun yang",
)];

/// Whether `word` of the Indonesian list has a verb's prefix: "mengatakan", "dikatakan".
/// Shorter ones are function words ("dari", "mereka" is one that is not).
fn is_indonesian_verb(word: &str) -> bool {
    let prefixed = ["me", "di", "ber"]
        .iter()
        .any(|prefix| word.starts_with(prefix));
    prefixed
        && word.len() > 7
        && !matches!(word, "diantara" | "meskipun" | "melainkan" | "berbagai")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_stop_word(word: &str, code: &str) -> bool {
        let language = Language::from_code(code).unwrap();
        let list = StopWords::of(language).unwrap();
        list.contains(&Folded::new(word, Casing::of(language)))
    }

    #[test]
    fn the_english_list_holds_function_words_only() {
        let english = StopWords::of(Language::from_code("en").unwrap()).unwrap();
        assert!(english.0.len() <= 250, "{}", english.0.len());
        for word in "world state system computer million work group member said".split(' ') {
            assert!(!is_stop_word(word, "en"), "{word}");
        }
        for word in "the would could may might must shall also upon cannot can’t".split(' ') {
            assert!(is_stop_word(word, "en"), "{word}");
        }
    }

    #[test]
    fn lists_hold_no_words_of_content() {
        let cases = [
            ("de", "welt staat system million arbeit gruppe"),
            ("fr", "monde système million travail groupe"),
            ("es", "mundo sistema millón trabajo grupo"),
            ("it", "mondo sistema milione lavoro gruppo"),
            ("pt", "mundo sistema milhão trabalho grupo"),
            ("nl", "wereld staat systeem miljoen werk groep"),
            ("ru", "мир система миллион работа группа"),
            ("pl", "świat system milion praca grupa roku"),
            ("ms", "dunia negara sistem juta kerja kumpulan bandar"),
            ("id", "dunia sistem juta kerja tahun kasus mengatakan"),
            ("cs", "svět systém milion práce článek"),
            ("hu", "világ rendszer millió munka cikk"),
        ];
        for (code, words) in cases {
            for word in words.split(' ') {
                assert!(!is_stop_word(word, code), "{code}: {word}");
            }
        }
    }

    #[test]
    fn apostrophes_are_one() {
        for word in [
            "don't", "don’t", "don‘t", "donʼt", "don＇t", "don′t", "DON’T",
        ] {
            assert!(is_stop_word(word, "en"), "{word}");
        }
    }

    #[test]
    fn fifty_languages_have_a_list() {
        assert!(Language::all().filter(|l| StopWords::exist_for(*l)).count() >= 50);
    }
}
