//! Detection by the whatlang crate: trigram profiles and alphabets of 70 languages.
//! The only file that knows the crate.
//!
//! whatlang tells the script first, by the count of letters, then the language among
//! those of that script. It has three habits that this file makes up for:
//!
//! - It gives one language. The next ones are what it says when those already found
//!   are denied to it, so all candidates are of one script.
//! - A script of a single language ignores what is allowed or denied.
//! - Its confidence tells how far the second language was behind, and is no
//!   probability: it goes through a [`Calibration`].
//!
//! What that is worth, on held-out texts in its languages (calibration error over 15
//! bins of equal size):
//!
//! ```text
//!               right   error of whatlang's, of our confidence   reliable, and right of these
//! word           57.8 %    .250      .021                            23.0 %    99.9 %
//! two words      72.0 %    .280      .012                            29.7 %    99.8 %
//! headline       91.6 %    .095      .024                            70.9 %    99.6 %
//! sentence       96.4 %    .059      .002                            84.2 %    99.9 %
//! paragraph      98.7 %    .017      .002                            94.6 %   100.0 %
//! ```
//!
//! Of headlines in languages that it does not know, 26 % pass for reliable.

use std::sync::LazyLock;

use whatlang::{Info, Lang};

use crate::base::{Language, LanguageTag, Script};

use super::{Calibration, Candidate, Detection, Detector, Params, Sample};

/// An answer of whatlang as it is, before calibration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncalibrated {
    /// The language.
    pub language: Language,
    /// The script that decided among which languages to choose.
    pub script: Script,
    /// whatlang's own confidence, from 0 to 1; not a probability.
    pub confidence: f64,
}

impl Uncalibrated {
    /// What whatlang says of `sample`, with all its languages allowed.
    ///
    /// This is what a calibration is learned from; answers come from
    /// [`detect`](super::detect).
    ///
    /// ```
    /// use copydesk::language::{Sample, Uncalibrated};
    ///
    /// let sample = Sample::of("Мост закрыт из-за наводнения.");
    /// let best = Uncalibrated::of(&sample).unwrap();
    /// assert_eq!((best.language.code(), best.script.code()), ("ru", "Cyrl"));
    /// ```
    pub fn of(sample: &Sample) -> Option<Self> {
        Self::among(sample, &Choice::All)
    }

    /// What whatlang says when it has this choice; `None` also where it answers
    /// beside it.
    fn among(sample: &Sample, choice: &Choice) -> Option<Self> {
        if sample.letters() == 0 {
            return None;
        }
        let info = choice.detector().detect(sample.text())?;
        choice.permits(info.lang()).then(|| Self::new(&info))
    }

    fn new(info: &Info) -> Self {
        let confidence = info.confidence();
        Self {
            language: language_of(info.lang()),
            script: script_of(info),
            confidence: if confidence.is_nan() {
                0.0
            } else {
                confidence.clamp(0.0, 1.0)
            },
        }
    }
}

/// The languages that whatlang tells, by code.
pub(super) fn languages() -> Vec<Language> {
    let mut languages: Vec<_> = KNOWN.iter().map(|known| known.language).collect();
    languages.sort_unstable();
    languages
}

/// The language of `text`, by whatlang.
///
/// Whether there is any, and whether it is reliable, is judged with all languages
/// allowed. Of a single allowed language in the text's script the confidence is 1,
/// since there is nothing to choose.
pub(super) fn detect(text: &str, params: &Params) -> Detection {
    let sample = Sample::of(text);
    let Some(best) = Uncalibrated::of(&sample) else {
        return Detection::undetermined(Detector::Whatlang);
    };
    let candidates = if params.allowed.is_empty() {
        chain(&sample, best, Choice::All, params.candidates_max)
    } else {
        let choice = Choice::among(&params.allowed);
        Uncalibrated::among(&sample, &choice).map_or(Vec::new(), |first| {
            chain(&sample, first, choice, params.candidates_max)
        })
    };
    if candidates.is_empty() {
        return Detection::undetermined(Detector::Whatlang);
    }
    Detection {
        candidates,
        reliable: probability(&best, &sample) >= RELIABLE_PROBABILITY,
        detector: Detector::Whatlang,
    }
}

/// The interface's own promise: right 99 times in 100.
const RELIABLE_PROBABILITY: f64 = 0.99;

/// `first` and the languages of `choice` that come after it, at most `limit` in all.
///
/// The probability of each is that of its answer, of what those before it have left,
/// and never more than that of the one before: so more candidates only add to the
/// end, and they sum to 1 at most.
fn chain(sample: &Sample, first: Uncalibrated, mut choice: Choice, limit: usize) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let mut left = 1.0;
    let mut most = 1.0;
    let mut next = Some(first);
    while let Some(answer) = next {
        let share = if choice.is_single(answer.script) {
            1.0
        } else {
            probability(&answer, sample)
        };
        let confidence = f64::min(most, left * share);
        candidates.push(Candidate {
            tag: tag_of(&answer),
            script: Some(answer.script),
            confidence,
        });
        // Rounding must not leave less than nothing.
        left = f64::max(left - confidence, 0.0);
        most = confidence;
        choice = choice.without(answer.language);
        next = (candidates.len() < limit)
            .then(|| Uncalibrated::among(sample, &choice))
            .flatten();
    }
    candidates
}

fn probability(answer: &Uncalibrated, sample: &Sample) -> f64 {
    Calibration::of_whatlang().probability(answer, sample.letters())
}

/// The languages that whatlang may answer.
enum Choice {
    All,
    Among(Vec<Lang>),
}

impl Choice {
    /// Those of whatlang's languages that are among `languages`.
    fn among(languages: &[Language]) -> Self {
        let known = KNOWN
            .iter()
            .filter(|known| languages.contains(&known.language));
        Self::Among(known.map(|known| known.lang).collect())
    }

    fn detector(&self) -> whatlang::Detector {
        match self {
            Self::All => whatlang::Detector::new(),
            Self::Among(langs) => whatlang::Detector::with_allowlist(langs.clone()),
        }
    }

    fn permits(&self, lang: Lang) -> bool {
        match self {
            Self::All => true,
            Self::Among(langs) => langs.contains(&lang),
        }
    }

    /// Whether a restriction has left one language of this script.
    fn is_single(&self, script: Script) -> bool {
        match self {
            Self::All => false,
            Self::Among(langs) => {
                let known = KNOWN.iter().filter(|known| langs.contains(&known.lang));
                known
                    .filter(|known| known.scripts.contains(&script))
                    .count()
                    == 1
            }
        }
    }

    fn without(self, language: Language) -> Self {
        let mut langs = match self {
            Self::All => Lang::all().to_vec(),
            Self::Among(langs) => langs,
        };
        langs.retain(|lang| language_of(*lang) != language);
        Self::Among(langs)
    }
}

/// A language of whatlang's in our terms.
struct Known {
    lang: Lang,
    language: Language,
    /// The scripts that whatlang looks for it in.
    scripts: Vec<Script>,
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |lang: &Lang| Known {
        lang: *lang,
        language: Language::from_code(lang.code()).unwrap_or(Language::UNDETERMINED),
        scripts: scripts_of(*lang),
    };
    Lang::all().iter().map(known).collect()
});

fn language_of(lang: Lang) -> Language {
    let known = KNOWN.iter().find(|known| known.lang == lang);
    known.map_or(Language::UNDETERMINED, |known| known.language)
}

fn tag_of(answer: &Uncalibrated) -> LanguageTag {
    // whatlang does not tell traditional characters from simplified ones.
    let script = Some(answer.script).filter(|script| *script != HAN);
    LanguageTag::new(answer.language, script)
}

/// Han characters, of Chinese or Japanese.
const HAN: Script = script("Hani");
/// Kana, or Han characters with some kana among them.
const JAPANESE: Script = script("Jpan");

/// The scripts that decide for `lang`: whatlang looks for it in texts of these.
fn scripts_of(lang: Lang) -> Vec<Script> {
    if matches!(lang, Lang::Cmn | Lang::Jpn) {
        return vec![HAN, JAPANESE];
    }
    let scripts = whatlang::Script::all().iter();
    scripts
        .filter(|script| script.langs().contains(&lang))
        .map(|whatlang_script| our_script(*whatlang_script))
        .collect()
}

fn script_of(info: &Info) -> Script {
    // Japanese that is mostly Han characters.
    if info.lang() == Lang::Jpn {
        return JAPANESE;
    }
    our_script(info.script())
}

#[rustfmt::skip] // a table reads best with a row a line
fn our_script(whatlang_script: whatlang::Script) -> Script {
    use whatlang::Script as S;
    match whatlang_script {
        S::Arabic => const { script("Arab") },
        S::Armenian => const { script("Armn") },
        S::Bengali => const { script("Beng") },
        S::Cyrillic => const { script("Cyrl") },
        S::Devanagari => const { script("Deva") },
        S::Ethiopic => const { script("Ethi") },
        S::Georgian => const { script("Geor") },
        S::Greek => const { script("Grek") },
        S::Gujarati => const { script("Gujr") },
        S::Gurmukhi => const { script("Guru") },
        S::Hangul => const { script("Kore") },
        S::Hebrew => const { script("Hebr") },
        S::Hiragana | S::Katakana => JAPANESE,
        S::Kannada => const { script("Knda") },
        S::Khmer => const { script("Khmr") },
        S::Latin => const { script("Latn") },
        S::Malayalam => const { script("Mlym") },
        S::Mandarin => HAN,
        S::Myanmar => const { script("Mymr") },
        S::Oriya => const { script("Orya") },
        S::Sinhala => const { script("Sinh") },
        S::Tamil => const { script("Taml") },
        S::Telugu => const { script("Telu") },
        S::Thai => const { script("Thai") },
    }
}

/// A script by its code, which the compiler checks.
const fn script(code: &str) -> Script {
    match Script::new(code) {
        Some(script) => script,
        None => panic!("not an ISO 15924 code"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(codes: &[&str], candidates_max: usize) -> Params {
        let language = |code: &&str| Language::from_code(code).unwrap();
        Params {
            allowed: codes.iter().map(language).collect(),
            candidates_max,
            detector: Detector::Whatlang,
        }
    }

    fn codes(text: &str, params: &Params) -> Vec<String> {
        let candidates = detect(text, params).candidates;
        candidates.iter().map(|each| each.tag.to_string()).collect()
    }

    #[test]
    fn every_language_of_whatlang_has_a_row_of_its_own() {
        let languages = languages();
        assert_eq!(languages.len(), Lang::all().len());
        assert!(languages.is_sorted_by(|a, b| a < b));
        for known in KNOWN.iter() {
            let code = known.lang.code();
            assert!(Language::all().any(|row| row == known.language), "{code}");
            assert!(!known.scripts.is_empty(), "{code}");
        }
    }

    #[test]
    fn the_next_candidates_are_of_the_same_script() {
        let text = "Мост закрыт из-за наводнения, сообщили власти города.";
        let found = codes(text, &allowed(&[], 200));
        assert_eq!(found.first().map(String::as_str), Some("ru"));
        assert_eq!(found.len(), 6, "{found:?}");
    }

    #[test]
    fn a_script_of_one_language_has_one_candidate() {
        assert_eq!(codes("สะพานถูกปิดเนื่องจากน้ำท่วม", &allowed(&[], 200)), ["th"]);
    }

    #[test]
    fn han_characters_are_chinese_first_and_then_japanese() {
        assert_eq!(codes("新年快乐", &allowed(&[], 200)), ["zh", "ja"]);
        assert_eq!(codes("新年快乐", &allowed(&["ja"], 200)), ["ja"]);
        assert_eq!(codes("東京で地震がありました", &allowed(&[], 200)), ["ja"]);
        assert_eq!(
            codes("東京で地震がありました", &allowed(&["zh"], 200)),
            ["und"]
        );
    }

    #[test]
    fn a_single_allowed_language_of_the_script_is_certain_but_not_reliable() {
        let detection = detect("hello", &allowed(&["fr", "ru"], 5));
        let [only] = detection.candidates.as_slice() else {
            panic!("{detection:?}");
        };
        assert_eq!(only.tag.to_string(), "fr");
        assert!((only.confidence - 1.0).abs() < 1e-12);
        assert!(!detection.reliable);
    }

    #[test]
    fn scripts_of_japanese_and_korean_are_the_usual_codes() {
        let script = |text| detect(text, &allowed(&[], 1)).candidates[0].script.unwrap();
        assert_eq!(script("다리가 통제되었습니다").code(), "Kore");
        assert_eq!(script("日本語の新聞").code(), "Jpan");
        assert_eq!(script("ニュース").code(), "Jpan");
        assert_eq!(script("大桥已经关闭").code(), "Hani");
    }

    #[test]
    fn serbian_in_latin_script_is_taken_for_croatian() {
        // Wrong, and known: whatlang has Serbian in Cyrillic script only.
        let text = "Most je zatvoren zbog poplave, saopštile su gradske vlasti u nedelju.";
        assert_eq!(codes(text, &allowed(&[], 1)), ["hr"]);
    }
}
