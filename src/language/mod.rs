//! Which language a text is written in, and how sure that is.
//!
//! [`Detector`] names what decides; each is a file of its own. All of them look at a
//! [`Sample`] of the text, and their confidence is a probability: of the answers
//! with .8, eight in ten are right, among texts of languages that the detector
//! knows. whatlang answers in one of its languages whatever the text is in; our own
//! model ([`Detector::Ngram`]) leaves other languages and nonsense undetermined, or is not
//! sure. Texts without a word (figures, emoji, links) are undetermined, which is an
//! answer and no error.

mod calibration;
mod features;
mod letters;
mod model;
mod ngram;
mod sample;
mod script;
mod segment;
mod whatlang;

pub use calibration::{Calibration, Curve, Scope};
pub use features::features_of;
pub use letters::Letters;
pub use model::{Class, Model, Table};
pub use sample::{CHARACTERS_MAX, Sample};
pub use segment::{Segment, segment};
pub use whatlang::Uncalibrated;

use crate::base::{FieldProblem, Language, LanguageTag, Problem, Script};

/// What decides the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Detector {
    /// Trigram profiles of the whatlang crate, their confidence calibrated.
    Whatlang,
    /// Our own linear model over hashed character n-grams.
    #[default]
    Ngram,
}

/// What to look for.
#[derive(Clone, Debug)]
pub struct Params {
    /// Languages to choose among; empty: all that the detector knows.
    pub allowed: Vec<Language>,
    /// Candidates to return, at least 1.
    pub candidates_max: usize,
    /// What decides.
    pub detector: Detector,
}

impl Default for Params {
    fn default() -> Self {
        Self {
            allowed: Vec::new(),
            candidates_max: 1,
            detector: Detector::default(),
        }
    }
}

/// A language that a text may be in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The language, with its script where that is not the usual one.
    pub tag: LanguageTag,
    /// The script that most of the text is in; `None` where the language is undetermined.
    pub script: Option<Script>,
    /// Probability, from 0 to 1, that this is the language, among those allowed; 0 where
    /// it is undetermined.
    pub confidence: f64,
}

/// The answer to which language a text is in.
#[derive(Clone, Debug, PartialEq)]
pub struct Detection {
    /// Best first; never empty.
    pub candidates: Vec<Candidate>,
    /// Whether answers as sure as this one are right 99 times in 100, whatever was
    /// allowed.
    pub reliable: bool,
    /// What decided.
    pub detector: Detector,
}

/// Most candidates that a call may ask for.
pub const CANDIDATES_MAX: usize = 200;

impl Detection {
    /// The answer where there is nothing to tell a language by.
    pub(crate) fn undetermined(detector: Detector) -> Self {
        Self {
            candidates: vec![Candidate {
                tag: LanguageTag::UNDETERMINED,
                script: None,
                confidence: 0.0,
            }],
            reliable: false,
            detector,
        }
    }
}

impl Detector {
    /// Each, the default first.
    pub const ALL: [Self; 2] = [Self::Ngram, Self::Whatlang];

    /// Its name, as the command line has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ngram => "ngram",
            Self::Whatlang => "whatlang",
        }
    }

    /// The languages that it can tell, by code.
    pub fn languages(self) -> Vec<Language> {
        match self {
            Self::Whatlang => whatlang::languages(),
            Self::Ngram => ngram::languages(),
        }
    }
}

impl Params {
    /// Reads the languages to choose among from their BCP-47 tags.
    ///
    /// Scripts, regions and variants are ignored.
    ///
    /// ```
    /// use copydesk::language::{Params, detect};
    ///
    /// let tags = ["nl".to_owned(), "de-AT".to_owned()];
    /// let params = Params::default().with_allowed(&tags).unwrap();
    /// let best = detect("The bridge is closed.", &params).candidates[0];
    /// assert_eq!(best.tag.to_string(), "nl");
    /// ```
    ///
    /// # Errors
    ///
    /// The tag that is not well-formed, or that the detector does not know, at
    /// `allowed_language_codes[i]`.
    pub fn with_allowed(mut self, tags: &[String]) -> Result<Self, FieldProblem> {
        self.allowed.clear();
        if tags.is_empty() {
            // As nearly every call has it; to list all languages took a sixth of such a call.
            return Ok(self);
        }
        let known = self.detector.languages();
        for (i, tag) in tags.iter().enumerate() {
            let language = known_language(tag, &known)
                .map_err(|problem| problem.at(format!("allowed_language_codes[{i}]")))?;
            self.allowed.push(language);
        }
        Ok(self)
    }
}

fn known_language(tag: &str, known: &[Language]) -> Result<Language, Problem> {
    let language = LanguageTag::parse(tag)?.language;
    if known.contains(&language) {
        return Ok(language);
    }
    let codes: Vec<_> = known.iter().map(Language::code).collect();
    Err(Problem::LanguageUnsupported {
        code: language.code().to_owned(),
        known: codes.join(", "),
    })
}

/// The language of `text`.
///
/// Where languages are allowed, whether there is any is told first, without regard
/// to them, and the confidence is among them; where none of them is written in the
/// text's script, it is undetermined.
///
/// ```
/// use copydesk::language::{Params, detect};
///
/// let text = "Die Brücke bleibt nach dem Hochwasser gesperrt. Wann sie wieder öffnet, ist \
///             noch nicht bekannt, sagte die Bürgermeisterin.";
/// let detection = detect(text, &Params::default());
/// assert_eq!(detection.candidates[0].tag.to_string(), "de");
/// assert!(detection.reliable);
///
/// let nothing = detect("2024-11-23 🎉", &Params::default());
/// assert_eq!(nothing.candidates[0].tag.to_string(), "und");
/// ```
pub fn detect(text: &str, params: &Params) -> Detection {
    match params.detector {
        Detector::Whatlang => whatlang::detect(text, params),
        Detector::Ngram => ngram::detect(text, params),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn best(text: &str) -> Candidate {
        detect(text, &Params::default()).candidates[0]
    }

    fn allowed(tags: &[&str]) -> Result<Params, FieldProblem> {
        let tags: Vec<_> = tags.iter().map(ToString::to_string).collect();
        Params::default().with_allowed(&tags)
    }

    #[test]
    fn sentences_are_told_by_language_and_script() {
        let cases = [
            (
                "en",
                "Latn",
                "The bridge stays closed until Monday because of the flood.",
            ),
            (
                "de",
                "Latn",
                "Die Brücke bleibt wegen des Hochwassers bis Montag gesperrt.",
            ),
            (
                "fr",
                "Latn",
                "Le pont reste fermé jusqu'à lundi à cause des inondations.",
            ),
            (
                "pt",
                "Latn",
                "A ponte continua fechada até segunda-feira por causa das cheias.",
            ),
            (
                "ru",
                "Cyrl",
                "Мост закрыт до понедельника из-за наводнения.",
            ),
            (
                "uk",
                "Cyrl",
                "Міст закрито до понеділка через повінь, повідомила влада.",
            ),
            (
                "ar",
                "Arab",
                "الجسر مغلق حتى يوم الاثنين بسبب الفيضانات التي ضربت المدينة",
            ),
            ("fa", "Arab", "این پل به دلیل سیل تا روز دوشنبه بسته می‌ماند"),
            ("zh", "Hans", "由于洪水,大桥将关闭至星期一。"),
            ("ja", "Jpan", "洪水のため、橋は月曜日まで閉鎖されます。"),
            ("ko", "Kore", "홍수로 인해 다리는 월요일까지 폐쇄됩니다."),
            (
                "hi",
                "Deva",
                "बाढ़ के कारण पुल सोमवार तक बंद रहेगा, अधिकारियों ने कहा।",
            ),
            (
                "el",
                "Grek",
                "Η γέφυρα παραμένει κλειστή λόγω της πλημμύρας.",
            ),
            ("he", "Hebr", "הגשר סגור עד יום שני בגלל השיטפון"),
        ];
        for (code, script, text) in cases {
            let best = best(text);
            assert_eq!(best.tag.to_string(), code, "{text}");
            assert_eq!(best.script.unwrap().code(), script, "{text}");
            assert!(best.confidence > 0.5, "{text}: {}", best.confidence);
        }
    }

    #[test]
    fn upper_case_and_signs_around_a_text_change_nothing() {
        let texts = [
            "The bridge stays closed until Monday because of the flood.",
            "Le pont reste fermé jusqu'à lundi à cause des inondations.",
            "Η γέφυρα παραμένει κλειστή λόγω της πλημμύρας.",
            "Мост закрыт до понедельника из-за наводнения.",
            "Köprü, sel nedeniyle pazartesi gününe kadar kapalı.",
            "ხიდი წყალდიდობის გამო ორშაბათამდე დაკეტილია.",
        ];
        for text in texts {
            let expected = best(text);
            assert_eq!(best(&format!(" «¿—{text}…»\t")), expected, "{text}");
            assert_eq!(best(&text.to_uppercase()).tag, expected.tag, "{text}");
        }
    }

    #[test]
    fn texts_without_words_are_undetermined() {
        let cases = [
            ("nothing", ""),
            ("blanks", " \t\r\n\u{A0}\u{3000}"),
            ("figures", "2024-11-23 12:30, 3.5 % ٣٤"),
            ("emoji", "🎉🎉 ☀️ 👩‍👩‍👧 🇩🇪"),
            ("link", "https://www.example.com/news/bridge-closed"),
            ("e-mail address", "newsdesk@example.com"),
            ("mention and hashtag", "@newsdesk #BridgeClosed"),
            ("NUL", "\0\0"),
            ("punctuation", "?!… — «» ;:,."),
            ("marks alone", "\u{301}\u{301}"),
            ("a script that the detector does not know", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ"),
        ];
        for (rule, text) in cases {
            for detector in Detector::ALL {
                for params in [Params::default(), allowed(&["en"]).unwrap()] {
                    let params = Params { detector, ..params };
                    let undetermined = Detection::undetermined(detector);
                    assert_eq!(detect(text, &params), undetermined, "{rule}");
                }
            }
        }
    }

    #[test]
    fn links_and_names_of_accounts_do_not_count() {
        let text = "Die Brücke ist wegen des Hochwassers gesperrt";
        let noise = format!("{text} https://example.com/the-bridge-is-closed @TheNews #TheFlood");
        assert_eq!(best(&noise), best(text));
    }

    #[test]
    fn case_and_composition_of_letters_do_not_count() {
        let text = "Die Brücke ist wegen des Hochwassers für Wochen gesperrt";
        assert_eq!(best(&text.to_uppercase()), best(text));
        assert_eq!(best(&text.replace('ü', "u\u{308}")), best(text));
    }

    #[test]
    fn allowed_languages_are_honoured() {
        let text = "De brug is gesloten";
        let unrestricted = detect(text, &Params::default());
        let detection = detect(text, &allowed(&["de", "EN-gb", "ru"]).unwrap());
        let tag = detection.candidates[0].tag.to_string();
        assert!(["de", "en"].contains(&tag.as_str()), "{tag}");
        assert_eq!(detection.reliable, unrestricted.reliable);
    }

    #[test]
    fn a_text_in_the_script_of_no_allowed_language_is_undetermined() {
        for (text, tags) in [
            ("Мост закрыт", &["en", "de"][..]),
            ("The bridge is closed", &["ru", "ko"]),
            ("다리가 통제되었습니다", &["en"]),
            ("大桥已经关闭", &["ko"]),
        ] {
            let detection = detect(text, &allowed(tags).unwrap());
            assert_eq!(
                detection,
                Detection::undetermined(Detector::default()),
                "{text}"
            );
        }
    }

    #[test]
    fn all_languages_allowed_give_the_same_candidates_as_none_named() {
        for detector in Detector::ALL {
            let params = |allowed| Params {
                allowed,
                candidates_max: 3,
                detector,
            };
            let all = params(detector.languages());
            for text in ["De brug is gesloten", "Мост закрыт", "橋は閉鎖"] {
                assert_eq!(
                    detect(text, &all),
                    detect(text, &params(Vec::new())),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn tags_that_cannot_be_allowed_are_refused_where_they_stand() {
        let malformed = allowed(&["en", "not a tag"]).unwrap_err();
        assert_eq!(malformed.field, "allowed_language_codes[1]");
        assert!(matches!(malformed.problem, Problem::LanguageCodeInvalid(_)));

        for (tag, expected) in [("tlh", "tlh"), ("und", "und"), ("", "und"), ("CO", "co")] {
            let unknown = allowed(&[tag]).unwrap_err();
            assert_eq!(unknown.field, "allowed_language_codes[0]");
            let Problem::LanguageUnsupported { code, known } = unknown.problem else {
                panic!("{tag}");
            };
            assert_eq!(code, expected);
            assert!(known.starts_with("af, ak, am, ar, "), "{known}");
        }
    }

    #[test]
    fn allowed_languages_are_read_from_any_tag() {
        let params = allowed(&["no", "zh-TW", "sr-Latn", "cmn"]).unwrap();
        let codes: Vec<_> = params.allowed.iter().map(Language::code).collect();
        assert_eq!(codes, ["nb", "zh", "sr", "zh"]);
    }

    #[test]
    fn our_own_model_knows_all_that_whatlang_knows() {
        let known = Detector::Ngram.languages();
        assert!(known.len() >= 100, "{}", known.len());
        for language in Detector::Whatlang.languages() {
            assert!(known.contains(&language), "{language}");
        }
    }

    #[test]
    fn scripts_are_in_the_code_where_they_are_not_the_usual_ones() {
        let cases = [
            (
                "sr",
                "Мост је затворен због поплаве, саопштиле су градске власти у недељу.",
            ),
            (
                "sr-Latn",
                "Most je zatvoren zbog poplave, saopštile su gradske vlasti u nedelju.",
            ),
            ("zh", "由于洪水，大桥将关闭至星期一，市政府对记者说。"),
            ("zh-Hant", "由於洪水，大橋將關閉至星期一，市政府對記者說。"),
            (
                "yue",
                "佢哋話嗰條橋因為水浸要封到下個禮拜一，唔知幾時先開得返。",
            ),
        ];
        for (tag, text) in cases {
            assert_eq!(best(text).tag.to_string(), tag, "{text}");
        }
    }

    #[test]
    fn close_languages_are_told_by_their_own_words() {
        let cases = [
            (
                "ms",
                "Kerajaan berkata polis akan menutup jambatan itu kerana banjir, dan orang ramai \
                 tidak boleh menggunakannya sehingga hari Isnin.",
            ),
            (
                "id",
                "Pemerintah mengatakan polisi akan menutup jembatan itu karena banjir, dan warga \
                 tidak bisa menggunakannya hingga hari Senin.",
            ),
            (
                "yue",
                "政府話條橋因為水浸，星期一先會再開放畀市民使用，記者喺現場報道。",
            ),
        ];
        for (code, text) in cases {
            assert_eq!(
                best(text).tag.to_string().split('-').next(),
                Some(code),
                "{text}"
            );
        }
    }

    #[test]
    fn what_others_are_taken_for_is_never_sure() {
        let text = "Ibhuloho livaliwe kuze kube uMsombuluko ngenxa yezikhukhula, kusho imeya.";
        let detection = detect(text, &Params::default());
        assert_eq!(detection.candidates[0].tag.to_string(), "zu");
        assert!(detection.candidates[0].confidence <= 0.6 && !detection.reliable);
    }

    #[test]
    fn nonsense_and_code_are_undetermined() {
        let cases = [
            "xkcdq zzvbn qwpfgj",
            "asdf jkl qwer zxcv",
            "for (i = 0; i < n; i++) { sum += a[i]; }",
        ];
        for text in cases {
            assert_eq!(best(text).tag, LanguageTag::UNDETERMINED, "{text}");
        }
    }

    #[test]
    fn languages_that_are_not_served_are_not_told_with_certainty() {
        let cases = [
            (
                "Luxembourgish",
                "D'Bréck bleift wéinst dem Héichwaasser bis e Méindeg zou, sot de Buergermeeschter",
            ),
            (
                "Bashkir",
                "Күпер ташҡын арҡаһында дүшәмбегә тиклем ябыҡ буласаҡ, тип хәбәр итә ҡала хакимиәте",
            ),
            (
                "Samoan",
                "O le a tapunia le alalaupapa seia oo i le Aso Gafua ona o lologa",
            ),
        ];
        for (rule, text) in cases {
            assert!(best(text).confidence < 0.9, "{rule}: {:?}", best(text));
        }
    }

    proptest! {
        #[test]
        fn an_answer_holds_what_it_promises(
            text in "(?s).{0,60}|[a-zäöüßñçéА-яぁ-ん一-丏ก-ฮא-ת ]{0,60}",
            candidates_max in 1..12_usize,
            restricted in any::<bool>(),
            of_whatlang in any::<bool>(),
        ) {
            let params = if restricted {
                allowed(&["en", "de", "ru", "uk", "ja", "th"]).unwrap()
            } else {
                Params::default()
            };
            let detector = if of_whatlang { Detector::Whatlang } else { Detector::Ngram };
            let params = Params { detector, ..params };
            let few = detect(&text, &Params { candidates_max, ..params.clone() });
            let more = detect(&text, &Params { candidates_max: candidates_max + 1, ..params.clone() });
            prop_assert!((1..=candidates_max).contains(&few.candidates.len()));
            prop_assert!(more.candidates.starts_with(&few.candidates));
            let confidences: Vec<_> = more.candidates.iter().map(|c| c.confidence).collect();
            prop_assert!(confidences.iter().all(|c| (0.0..=1.0).contains(c)));
            prop_assert!(confidences.is_sorted_by(|a, b| a >= b));
            prop_assert!(confidences.iter().sum::<f64>() <= 1.0 + 1e-9);
            for candidate in &more.candidates {
                let language = candidate.tag.language;
                let permitted = params.allowed.is_empty() || params.allowed.contains(&language);
                prop_assert!(permitted || candidate.tag == LanguageTag::UNDETERMINED);
            }
        }

        #[test]
        fn blanks_around_a_text_change_nothing(text in "(?s)[a-zéА-я@#:/. ]{0,100}") {
            let around = format!(" \n\t{text}\u{3000}\r\n");
            prop_assert_eq!(
                detect(&around, &Params::default()),
                detect(&text, &Params::default())
            );
        }
    }
}
