//! Languages: their codes, names and scripts. One table, a row a language.
//!
//! Codes follow RFC 5646 (BCP 47) at the door and ISO 639-3 inside, with these
//! macro-languages kept whole, as news and training data keep them: Arabic,
//! Azerbaijani, Chinese, Estonian, Latvian, Malay, Mongolian, Persian, Albanian,
//! Swahili, Uzbek. Names and usual scripts are those of CLDR 44.
//!
//! A well-formed code without a row is a language too: nothing is known of it, and
//! analyses do their best.

use std::fmt;

use oxilangtag::LanguageTag as Rfc5646;

use super::Problem;

/// A writing system: its ISO 15924 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Script([u8; 4]);

impl Script {
    /// The script with this code; `None` where it has not the shape of one.
    ///
    /// ```
    /// use copydesk::base::Script;
    ///
    /// assert_eq!(Script::new("cyrl").unwrap().code(), "Cyrl");
    /// assert_eq!(Script::new("Cyrillic"), None);
    /// ```
    pub const fn new(code: &str) -> Option<Self> {
        let bytes = code.as_bytes();
        if bytes.len() != 4 {
            return None;
        }
        let mut cased = [0; 4];
        let mut i = 0;
        while i < 4 {
            if !bytes[i].is_ascii_alphabetic() {
                return None;
            }
            cased[i] = if i == 0 {
                bytes[i].to_ascii_uppercase()
            } else {
                bytes[i].to_ascii_lowercase()
            };
            i += 1;
        }
        Some(Self(cased))
    }

    /// Its ISO 15924 code, such as `Latn`.
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A language: a row of the table, another well-formed code, or undetermined.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Code);

/// A primary language subtag in lower case, padded with zeros.
type Code = [u8; 8];

impl Language {
    /// Not known, or not a language at all (`und`).
    pub const UNDETERMINED: Self = Self(*b"und\0\0\0\0\0");

    /// The language with this BCP-47 primary subtag or ISO 639 code, after aliases
    /// are resolved; `None` for anything else.
    ///
    /// ```
    /// use copydesk::base::Language;
    ///
    /// assert_eq!(Language::from_code("ger"), Language::from_code("de"));
    /// assert_eq!(Language::from_code("cmn").unwrap().iso639_3(), "zho");
    /// assert_eq!(Language::from_code("x"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.to_ascii_lowercase();
        if !(2..=8).contains(&code.len()) || !code.bytes().all(|b| b.is_ascii_lowercase()) {
            return None;
        }
        let code = alias(&code);
        let canonical = row_of(code).map_or(code, |row| row.bcp47);
        let mut padded = [0; 8];
        padded[..canonical.len()].copy_from_slice(canonical.as_bytes());
        Some(Self(padded))
    }

    /// Its BCP-47 primary subtag: two letters where there are two, else three.
    pub fn code(&self) -> &str {
        let n_letters = self.0.iter().take_while(|byte| **byte != 0).count();
        let letters = self.0.get(..n_letters).unwrap_or_default();
        str::from_utf8(letters).unwrap_or_default()
    }

    /// Its ISO 639-3 code; for a language without a row, the code itself.
    pub fn iso639_3(&self) -> &str {
        self.row().map_or(self.code(), |row| row.iso639_3)
    }

    /// Its English name; for a language without a row, the code itself.
    pub fn name(&self) -> &str {
        if *self == Self::UNDETERMINED {
            return "undetermined";
        }
        self.row().map_or(self.code(), |row| row.name)
    }

    /// The scripts that it is written in, the usual one first.
    pub fn scripts(&self) -> impl Iterator<Item = Script> + use<> {
        let codes = self.row().map_or(&[][..], |row| row.scripts);
        codes.iter().filter_map(|code| Script::new(code))
    }

    /// Every language of the table, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().filter_map(|row| Self::from_code(row.bcp47))
    }

    fn row(self) -> Option<&'static Row> {
        row_of(self.code())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A language, with its script where that is not the usual one.
///
/// Displays as RFC 5646 has it in canonical form: `en`, `zh-Hant`, `sr-Latn`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LanguageTag {
    /// The language.
    pub language: Language,
    /// Its script; `None` where it is the usual one.
    pub script: Option<Script>,
}

impl LanguageTag {
    /// Undetermined, in no script.
    pub const UNDETERMINED: Self = Self {
        language: Language::UNDETERMINED,
        script: None,
    };

    /// `language` in `script`, which is left out where it is the usual one.
    pub fn new(language: Language, script: Option<Script>) -> Self {
        let usual = language.scripts().next();
        // One kind of Japanese or Korean text is told by several script codes.
        let script = script.filter(|script| {
            Some(*script) != usual && !matches!(language.code(), "ja" | "ko" | "und")
        });
        Self { language, script }
    }

    /// Reads a BCP-47 tag, in any case. Region, variants and extensions are ignored;
    /// a script is kept where the language is written in several. An empty tag and
    /// `und` are undetermined.
    ///
    /// ```
    /// use copydesk::base::LanguageTag;
    ///
    /// let read = |tag| LanguageTag::parse(tag).map(|tag| tag.to_string());
    /// assert_eq!(read("EN-us").unwrap(), "en");
    /// assert_eq!(read("zh-TW").unwrap(), "zh-Hant");
    /// assert_eq!(read("sh").unwrap(), "sr-Latn");
    /// assert!(read("not a tag").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`Problem::LanguageCodeInvalid`] where the tag is not well-formed.
    pub fn parse(tag: &str) -> Result<Self, Problem> {
        if tag.is_empty() {
            return Ok(Self::UNDETERMINED);
        }
        let invalid = || Problem::LanguageCodeInvalid(shortened(tag));
        let parsed = Rfc5646::parse(tag.replace('_', "-")).map_err(|_| invalid())?;
        let whole = parsed.as_str().to_ascii_lowercase();
        let primary = match grandfathered(&whole) {
            Some(language) => language,
            None => parsed
                .extended_language()
                .unwrap_or_else(|| parsed.primary_language()),
        };
        // Private-use tags ("x-house") name no language that anything here could know.
        let Some(language) = Language::from_code(primary) else {
            return Ok(Self::UNDETERMINED);
        };
        let region_script = match (language.code(), parsed.region()) {
            ("zh", Some(region)) if is_one_of(region, &["TW", "HK", "MO"]) => Script::new("Hant"),
            _ => None,
        };
        let alias_script = is_one_of(primary, &["sh", "hbs"])
            .then(|| Script::new("Latn"))
            .flatten();
        let script = parsed.script().and_then(Script::new);
        let script = script
            .or(alias_script)
            .or(region_script)
            .filter(|script| language.scripts().any(|known| known == *script));
        Ok(Self::new(language, script))
    }

    /// Whether it names a language.
    pub fn is_determined(self) -> bool {
        self.language != Language::UNDETERMINED
    }
}

impl Default for LanguageTag {
    fn default() -> Self {
        Self::UNDETERMINED
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.language.code())?;
        match self.script {
            Some(script) => write!(f, "-{}", script.code()),
            None => Ok(()),
        }
    }
}

fn is_one_of(subtag: &str, subtags: &[&str]) -> bool {
    subtags.iter().any(|each| each.eq_ignore_ascii_case(subtag))
}

/// A tag is a caller's text: enough of it to be recognised, and no more.
fn shortened(tag: &str) -> String {
    const CHARACTERS_SHOWN: usize = 35; // RFC 5646, section 4.4.1: what a buffer for tags should hold
    tag.chars().take(CHARACTERS_SHOWN).collect()
}

fn row_of(code: &str) -> Option<&'static Row> {
    let by_code = ROWS.binary_search_by(|row| row.bcp47.cmp(code)).ok();
    by_code
        .or_else(|| ROWS.iter().position(|row| row.iso639_3 == code))
        .and_then(|i| ROWS.get(i))
}

/// The languages of tags that were registered as a whole, before RFC 4646 gave them a
/// shape (RFC 5646, section 2.2.8). `i-default`, `i-enochian` and `i-mingo` have no code
/// of their own.
fn grandfathered(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "art-lojban" => "jbo",
        "en-gb-oed" => "en",
        "i-ami" => "ami",
        "i-bnn" => "bnn",
        "i-hak" | "zh-hakka" => "hak",
        "i-klingon" => "tlh",
        "i-lux" => "lb",
        "i-navajo" => "nv",
        "i-pwn" => "pwn",
        "i-tao" => "tao",
        "i-tay" => "tay",
        "i-tsu" => "tsu",
        "no-bok" => "nb",
        "no-nyn" => "nn",
        "sgn-be-fr" => "sfb",
        "sgn-be-nl" => "vgt",
        "sgn-ch-de" => "sgg",
        "zh-guoyu" => "zh",
        "zh-min" | "zh-min-nan" => "nan",
        "zh-xiang" => "hsn",
        _ => return None,
    })
}

/// Codes that mean the same as another: withdrawn ones, bibliographic ones of
/// ISO 639-2, and the members that macro-languages are mostly written in.
fn alias(code: &str) -> &str {
    match code {
        "arb" => "ar",
        "azj" => "az",
        "alb" | "als" => "sq",
        "arm" => "hy",
        "baq" => "eu",
        "bur" => "my",
        "chi" | "cmn" => "zh",
        "cze" => "cs",
        "dut" => "nl",
        "ekk" => "et",
        "fil" => "tl",
        "fre" => "fr",
        "geo" => "ka",
        "ger" => "de",
        "gre" => "el",
        "hbs" | "scc" | "sh" => "sr",
        "ice" => "is",
        "in" => "id",
        "iw" => "he",
        "ji" | "ydd" => "yi",
        "jw" => "jv",
        "khk" => "mn",
        "lvs" => "lv",
        "mac" => "mk",
        "mao" => "mi",
        "may" | "zsm" => "ms",
        "mo" | "mol" | "rum" => "ro",
        "no" | "nor" => "nb",
        "per" | "pes" | "prs" => "fa",
        "scr" => "hr",
        "slo" => "sk",
        "swh" => "sw",
        "tib" => "bo",
        "uzn" => "uz",
        "wel" => "cy",
        _ => code,
    }
}

struct Row {
    bcp47: &'static str,
    iso639_3: &'static str,
    name: &'static str,
    /// ISO 15924, the usual one first.
    scripts: &'static [&'static str],
}

const fn row(
    bcp47: &'static str,
    iso639_3: &'static str,
    name: &'static str,
    scripts: &'static [&'static str],
) -> Row {
    Row {
        bcp47,
        iso639_3,
        name,
        scripts,
    }
}

/// By BCP-47 code.
#[rustfmt::skip] // a table reads best with a row a line
static ROWS: &[Row] = &[
    row("aa", "aar", "Afar", &["Latn"]),
    row("ab", "abk", "Abkhazian", &["Cyrl"]),
    row("ae", "ave", "Avestan", &["Avst"]),
    row("af", "afr", "Afrikaans", &["Latn"]),
    row("ak", "aka", "Akan", &["Latn"]),
    row("am", "amh", "Amharic", &["Ethi"]),
    row("an", "arg", "Aragonese", &["Latn"]),
    row("ar", "ara", "Arabic", &["Arab"]),
    row("arz", "arz", "Egyptian Arabic", &["Arab"]),
    row("as", "asm", "Assamese", &["Beng"]),
    row("ast", "ast", "Asturian", &["Latn"]),
    row("av", "ava", "Avaric", &["Cyrl"]),
    row("awa", "awa", "Awadhi", &["Deva"]),
    row("ay", "aym", "Aymara", &["Latn"]),
    row("az", "aze", "Azerbaijani", &["Latn", "Cyrl", "Arab"]),
    row("ba", "bak", "Bashkir", &["Cyrl"]),
    row("ban", "ban", "Balinese", &["Latn"]),
    row("bcl", "bcl", "Central Bikol", &["Latn"]),
    row("be", "bel", "Belarusian", &["Cyrl"]),
    row("bg", "bul", "Bulgarian", &["Cyrl"]),
    row("bho", "bho", "Bhojpuri", &["Deva"]),
    row("bi", "bis", "Bislama", &["Latn"]),
    row("bm", "bam", "Bambara", &["Latn"]),
    row("bn", "ben", "Bangla", &["Beng"]),
    row("bo", "bod", "Tibetan", &["Tibt"]),
    row("br", "bre", "Breton", &["Latn"]),
    row("bs", "bos", "Bosnian", &["Latn", "Cyrl"]),
    row("ca", "cat", "Catalan", &["Latn"]),
    row("ce", "che", "Chechen", &["Cyrl"]),
    row("ceb", "ceb", "Cebuano", &["Latn"]),
    row("ch", "cha", "Chamorro", &["Latn"]),
    row("ckb", "ckb", "Central Kurdish", &["Arab"]),
    row("co", "cos", "Corsican", &["Latn"]),
    row("cr", "cre", "Cree", &["Cans", "Latn"]),
    row("cs", "ces", "Czech", &["Latn"]),
    row("csb", "csb", "Kashubian", &["Latn"]),
    row("cu", "chu", "Church Slavic", &["Cyrl", "Glag"]),
    row("cv", "chv", "Chuvash", &["Cyrl"]),
    row("cy", "cym", "Welsh", &["Latn"]),
    row("da", "dan", "Danish", &["Latn"]),
    row("de", "deu", "German", &["Latn"]),
    row("dsb", "dsb", "Lower Sorbian", &["Latn"]),
    row("dv", "div", "Divehi", &["Thaa"]),
    row("dz", "dzo", "Dzongkha", &["Tibt"]),
    row("ee", "ewe", "Ewe", &["Latn"]),
    row("el", "ell", "Greek", &["Grek"]),
    row("en", "eng", "English", &["Latn"]),
    row("eo", "epo", "Esperanto", &["Latn"]),
    row("es", "spa", "Spanish", &["Latn"]),
    row("et", "est", "Estonian", &["Latn"]),
    row("eu", "eus", "Basque", &["Latn"]),
    row("fa", "fas", "Persian", &["Arab"]),
    row("ff", "ful", "Fula", &["Latn"]),
    row("fi", "fin", "Finnish", &["Latn"]),
    row("fj", "fij", "Fijian", &["Latn"]),
    row("fo", "fao", "Faroese", &["Latn"]),
    row("fr", "fra", "French", &["Latn"]),
    row("fur", "fur", "Friulian", &["Latn"]),
    row("fy", "fry", "Western Frisian", &["Latn"]),
    row("ga", "gle", "Irish", &["Latn"]),
    row("gd", "gla", "Scottish Gaelic", &["Latn"]),
    row("gl", "glg", "Galician", &["Latn"]),
    row("gn", "grn", "Guarani", &["Latn"]),
    row("gsw", "gsw", "Swiss German", &["Latn"]),
    row("gu", "guj", "Gujarati", &["Gujr"]),
    row("gv", "glv", "Manx", &["Latn"]),
    row("ha", "hau", "Hausa", &["Latn", "Arab"]),
    row("haw", "haw", "Hawaiian", &["Latn"]),
    row("he", "heb", "Hebrew", &["Hebr"]),
    row("hi", "hin", "Hindi", &["Deva"]),
    row("hil", "hil", "Hiligaynon", &["Latn"]),
    row("ho", "hmo", "Hiri Motu", &["Latn"]),
    row("hr", "hrv", "Croatian", &["Latn"]),
    row("hsb", "hsb", "Upper Sorbian", &["Latn"]),
    row("ht", "hat", "Haitian Creole", &["Latn"]),
    row("hu", "hun", "Hungarian", &["Latn"]),
    row("hy", "hye", "Armenian", &["Armn"]),
    row("hz", "her", "Herero", &["Latn"]),
    row("ia", "ina", "Interlingua", &["Latn"]),
    row("id", "ind", "Indonesian", &["Latn"]),
    row("ie", "ile", "Interlingue", &["Latn"]),
    row("ig", "ibo", "Igbo", &["Latn"]),
    row("ii", "iii", "Sichuan Yi", &["Yiii"]),
    row("ik", "ipk", "Inupiaq", &["Latn"]),
    row("ilo", "ilo", "Iloko", &["Latn"]),
    row("io", "ido", "Ido", &["Latn"]),
    row("is", "isl", "Icelandic", &["Latn"]),
    row("it", "ita", "Italian", &["Latn"]),
    row("iu", "iku", "Inuktitut", &["Cans", "Latn"]),
    row("ja", "jpn", "Japanese", &["Jpan", "Hira", "Kana", "Hani"]),
    row("jv", "jav", "Javanese", &["Latn"]),
    row("ka", "kat", "Georgian", &["Geor"]),
    row("kab", "kab", "Kabyle", &["Latn"]),
    row("kg", "kon", "Kongo", &["Latn"]),
    row("ki", "kik", "Kikuyu", &["Latn"]),
    row("kj", "kua", "Kuanyama", &["Latn"]),
    row("kk", "kaz", "Kazakh", &["Cyrl", "Latn", "Arab"]),
    row("kl", "kal", "Kalaallisut", &["Latn"]),
    row("km", "khm", "Khmer", &["Khmr"]),
    row("kmr", "kmr", "Northern Kurdish", &["Latn"]),
    row("kn", "kan", "Kannada", &["Knda"]),
    row("ko", "kor", "Korean", &["Kore", "Hang"]),
    row("kr", "kau", "Kanuri", &["Latn"]),
    row("ks", "kas", "Kashmiri", &["Arab", "Deva"]),
    row("ku", "kur", "Kurdish", &["Latn", "Arab"]),
    row("kv", "kom", "Komi", &["Cyrl"]),
    row("kw", "cor", "Cornish", &["Latn"]),
    row("ky", "kir", "Kyrgyz", &["Cyrl", "Arab", "Latn"]),
    row("la", "lat", "Latin", &["Latn"]),
    row("lad", "lad", "Ladino", &["Hebr"]),
    row("lb", "ltz", "Luxembourgish", &["Latn"]),
    row("lg", "lug", "Ganda", &["Latn"]),
    row("li", "lim", "Limburgish", &["Latn"]),
    row("lij", "lij", "Ligurian", &["Latn"]),
    row("lmo", "lmo", "Lombard", &["Latn"]),
    row("ln", "lin", "Lingala", &["Latn"]),
    row("lo", "lao", "Lao", &["Laoo"]),
    row("lt", "lit", "Lithuanian", &["Latn"]),
    row("lu", "lub", "Luba-Katanga", &["Latn"]),
    row("lv", "lav", "Latvian", &["Latn"]),
    row("mai", "mai", "Maithili", &["Deva"]),
    row("mg", "mlg", "Malagasy", &["Latn"]),
    row("mh", "mah", "Marshallese", &["Latn"]),
    row("mhr", "mhr", "Eastern Mari", &["Cyrl"]),
    row("mi", "mri", "Māori", &["Latn"]),
    row("min", "min", "Minangkabau", &["Latn"]),
    row("mk", "mkd", "Macedonian", &["Cyrl"]),
    row("ml", "mal", "Malayalam", &["Mlym"]),
    row("mn", "mon", "Mongolian", &["Cyrl", "Mong"]),
    row("mr", "mar", "Marathi", &["Deva"]),
    row("ms", "msa", "Malay", &["Latn", "Arab"]),
    row("mt", "mlt", "Maltese", &["Latn"]),
    row("my", "mya", "Burmese", &["Mymr"]),
    row("na", "nau", "Nauru", &["Latn"]),
    row("nap", "nap", "Neapolitan", &["Latn"]),
    row("nb", "nob", "Norwegian Bokmål", &["Latn"]),
    row("nd", "nde", "North Ndebele", &["Latn"]),
    row("nds", "nds", "Low German", &["Latn"]),
    row("ne", "nep", "Nepali", &["Deva"]),
    row("ng", "ndo", "Ndonga", &["Latn"]),
    row("nl", "nld", "Dutch", &["Latn"]),
    row("nn", "nno", "Norwegian Nynorsk", &["Latn"]),
    row("nr", "nbl", "South Ndebele", &["Latn"]),
    row("nso", "nso", "Northern Sotho", &["Latn"]),
    row("nv", "nav", "Navajo", &["Latn"]),
    row("ny", "nya", "Nyanja", &["Latn"]),
    row("oc", "oci", "Occitan", &["Latn"]),
    row("oj", "oji", "Ojibwa", &["Latn"]),
    row("om", "orm", "Oromo", &["Latn"]),
    row("or", "ori", "Odia", &["Orya"]),
    row("os", "oss", "Ossetic", &["Cyrl"]),
    row("pa", "pan", "Punjabi", &["Guru", "Arab"]),
    row("pam", "pam", "Pampanga", &["Latn"]),
    row("pi", "pli", "Pali", &["Latn"]),
    row("pl", "pol", "Polish", &["Latn"]),
    row("pms", "pms", "Piedmontese", &["Latn"]),
    row("pnb", "pnb", "Western Panjabi", &["Arab"]),
    row("ps", "pus", "Pashto", &["Arab"]),
    row("pt", "por", "Portuguese", &["Latn"]),
    row("qu", "que", "Quechua", &["Latn"]),
    row("rm", "roh", "Romansh", &["Latn"]),
    row("rn", "run", "Rundi", &["Latn"]),
    row("ro", "ron", "Romanian", &["Latn", "Cyrl"]),
    row("ru", "rus", "Russian", &["Cyrl"]),
    row("rw", "kin", "Kinyarwanda", &["Latn"]),
    row("sa", "san", "Sanskrit", &["Deva"]),
    row("sah", "sah", "Yakut", &["Cyrl"]),
    row("sc", "srd", "Sardinian", &["Latn"]),
    row("scn", "scn", "Sicilian", &["Latn"]),
    row("sco", "sco", "Scots", &["Latn"]),
    row("sd", "snd", "Sindhi", &["Arab", "Deva"]),
    row("se", "sme", "Northern Sami", &["Latn"]),
    row("sg", "sag", "Sango", &["Latn"]),
    row("shn", "shn", "Shan", &["Mymr"]),
    row("si", "sin", "Sinhala", &["Sinh"]),
    row("sk", "slk", "Slovak", &["Latn"]),
    row("skr", "skr", "Saraiki", &["Arab"]),
    row("sl", "slv", "Slovenian", &["Latn"]),
    row("sm", "smo", "Samoan", &["Latn"]),
    row("sn", "sna", "Shona", &["Latn"]),
    row("so", "som", "Somali", &["Latn"]),
    row("sq", "sqi", "Albanian", &["Latn"]),
    row("sr", "srp", "Serbian", &["Cyrl", "Latn"]),
    row("ss", "ssw", "Swati", &["Latn"]),
    row("st", "sot", "Southern Sotho", &["Latn"]),
    row("su", "sun", "Sundanese", &["Latn"]),
    row("sv", "swe", "Swedish", &["Latn"]),
    row("sw", "swa", "Swahili", &["Latn"]),
    row("szl", "szl", "Silesian", &["Latn"]),
    row("ta", "tam", "Tamil", &["Taml"]),
    row("te", "tel", "Telugu", &["Telu"]),
    row("tet", "tet", "Tetum", &["Latn"]),
    row("tg", "tgk", "Tajik", &["Cyrl", "Arab"]),
    row("th", "tha", "Thai", &["Thai"]),
    row("ti", "tir", "Tigrinya", &["Ethi"]),
    row("tk", "tuk", "Turkmen", &["Latn", "Cyrl"]),
    row("tl", "tgl", "Filipino", &["Latn"]),
    row("tn", "tsn", "Tswana", &["Latn"]),
    row("to", "ton", "Tongan", &["Latn"]),
    row("tpi", "tpi", "Tok Pisin", &["Latn"]),
    row("tr", "tur", "Turkish", &["Latn"]),
    row("ts", "tso", "Tsonga", &["Latn"]),
    row("tt", "tat", "Tatar", &["Cyrl", "Latn"]),
    row("tw", "twi", "Twi", &["Latn"]),
    row("ty", "tah", "Tahitian", &["Latn"]),
    row("tyv", "tyv", "Tuvinian", &["Cyrl"]),
    row("udm", "udm", "Udmurt", &["Cyrl"]),
    row("ug", "uig", "Uyghur", &["Arab", "Cyrl"]),
    row("uk", "ukr", "Ukrainian", &["Cyrl"]),
    row("ur", "urd", "Urdu", &["Arab"]),
    row("uz", "uzb", "Uzbek", &["Latn", "Cyrl"]),
    row("ve", "ven", "Venda", &["Latn"]),
    row("vec", "vec", "Venetian", &["Latn"]),
    row("vep", "vep", "Veps", &["Latn"]),
    row("vi", "vie", "Vietnamese", &["Latn"]),
    row("vo", "vol", "Volapük", &["Latn"]),
    row("wa", "wln", "Walloon", &["Latn"]),
    row("war", "war", "Waray", &["Latn"]),
    row("wo", "wol", "Wolof", &["Latn"]),
    row("wuu", "wuu", "Wu Chinese", &["Hans"]),
    row("xh", "xho", "Xhosa", &["Latn"]),
    row("yi", "yid", "Yiddish", &["Hebr"]),
    row("yo", "yor", "Yoruba", &["Latn"]),
    row("yue", "yue", "Cantonese", &["Hant", "Hans"]),
    row("za", "zha", "Zhuang", &["Latn"]),
    row("zh", "zho", "Chinese", &["Hans", "Hant"]),
    row("zu", "zul", "Zulu", &["Latn"]),
    row("zza", "zza", "Zaza", &["Latn"]),];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_order_and_once() {
        for pair in ROWS.windows(2) {
            assert!(pair[0].bcp47 < pair[1].bcp47, "{}", pair[1].bcp47);
        }
        for row in ROWS {
            let by_iso = Language::from_code(row.iso639_3).unwrap();
            assert_eq!(by_iso.code(), row.bcp47);
            assert_eq!(by_iso.scripts().count(), row.scripts.len(), "{}", row.bcp47);
        }
    }

    #[test]
    fn tags_are_made_canonical() {
        let cases = [
            ("", "und"),
            ("und", "und"),
            ("no", "nb"),
            ("eng", "en"),
            ("zh-cmn-Hans", "zh"),
            ("zh-Hans-CN", "zh"),
            ("zh-HK", "zh-Hant"),
            ("zh-yue", "yue"),
            ("sr_latn_rs", "sr-Latn"),
            ("sr-Cyrl", "sr"),
            ("en-Brai", "en"),
            ("tlh", "tlh"),
            ("de-1996-u-co-phonebk", "de"),
            ("x-house", "und"),
            ("i-klingon", "tlh"),
            ("zh-min-nan", "nan"),
            ("no-NYN", "nn"),
            ("en-US-x-private", "en"),
        ];
        for (tag, expected) in cases {
            assert_eq!(
                LanguageTag::parse(tag).unwrap().to_string(),
                expected,
                "{tag}"
            );
        }
    }

    #[test]
    fn tags_that_are_not_well_formed_are_refused() {
        for tag in ["-", "e", "english language", "en--US", "12", "日本", "a-"] {
            let refused = LanguageTag::parse(tag);
            assert!(
                matches!(refused, Err(Problem::LanguageCodeInvalid(_))),
                "{tag}"
            );
        }
    }
}
