//! Lines that are no sentence and no label, but no article either: dates, names of
//! authors, addresses, names of agencies.

use super::super::letter::is_alphanumeric;
use super::BoilerplateKind::{self, Credit, Markup, Other};
use super::letters::{Letter, count_words, folds};
use super::part::{ends_sentence, is_name};
use super::phrase::{is_date_word, is_month};

/// A line with a date has no more words, one with a name no more either.
const WORDS_MAX: usize = 14;

/// How an author's name is introduced.
const BY: &[&str] = &[
    "by",
    "by:",
    "von",
    "von:",
    "par",
    "por",
    "por:",
    "di",
    "door",
    "autor:",
    "author:",
    "автор:",
    "текст:",
    "autorka:",
    "tekst:",
    "redazione",
    "yazan:",
    "haber:",
    "written by",
    "text:",
    "words by",
];

/// Particles of names, and what stands between two.
const PARTICLES: &[&str] = &[
    "and", "und", "et", "y", "e", "ed", "en", "и", "i", "ve", "van", "der", "den", "de", "von",
    "di", "da", "dos", "du", "del", "la", "le", "for", "the", "with", "für", "fur", "al", "bin",
    "zu", "ter",
];

/// Whether `raw` has too many words for [`whole_line`], told without reading its letters:
/// pieces between blanks with a letter or a figure in them.
fn is_long(raw: &str) -> bool {
    let (mut n_words, mut within) = (0, false);
    for byte in raw.bytes() {
        let counts = byte.is_ascii_alphanumeric() || matches!(byte, 0xCE..=0xD1);
        n_words += usize::from(counts && !within);
        within = counts || (within && byte != b' ');
        if n_words > WORDS_MAX {
            return true;
        }
    }
    false
}

/// Whether [`whole_line`] may tell anything of the line `raw`, by a look at its bytes: a date
/// has figures, an author is introduced, an address stands alone, an agency begins or ends it.
pub(super) fn may_be_whole(raw: &str) -> bool {
    let has_figure = || raw.bytes().any(|byte| byte.is_ascii_digit());
    let has_agency = || is_agency(raw, 0);
    !is_long(raw) && (has_figure() || may_begin_with_by(raw) || has_agency())
        || address(raw).is_some()
}

/// Whether `raw` may begin as [`BY`] has it.
fn may_begin_with_by(raw: &str) -> bool {
    let letters = || folds(raw).map(|(_, folded, _)| folded);
    let Some(first) = letters().next() else {
        return false;
    };
    let mut alike = BY.iter().filter(|by| by.starts_with(first));
    alike.any(|by| letters().zip(by.chars()).all(|(one, other)| one == other))
}

/// What a line is as a whole, where it is not of the article.
pub(super) fn whole_line(letters: &[Letter], raw: &str) -> Option<BoilerplateKind> {
    if let Some(kind) = address(raw) {
        return Some(kind);
    }
    let n_words = count_words(letters);
    if n_words == 0 || n_words > WORDS_MAX {
        return None;
    }
    if is_date(letters) || is_author(letters) {
        return Some(Other);
    }
    is_agency(raw, n_words).then_some(Credit)
}

/// A line that holds but an address of the web or of somebody.
fn address(raw: &str) -> Option<BoilerplateKind> {
    let mut words = raw.split_whitespace();
    let (word, None) = (words.next()?, words.next()) else {
        return None;
    };
    let is_url = word.contains("://") || word.starts_with("www.");
    let is_email = word
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    match (is_url, is_email) {
        (true, _) => Some(Markup),
        (_, true) => Some(Other),
        _ => None,
    }
}

/// Whether a line gives nothing but a date: "Published: July 28, 2004 at 1:24 PM".
fn is_date(letters: &[Letter]) -> bool {
    let line: String = letters.iter().map(|l| l.folded).collect();
    let (mut has_month, mut has_label, mut n_figures) = (false, false, 0);
    for word in line
        .split(|c: char| !is_alphanumeric(c))
        .filter(|w| !w.is_empty())
    {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            if !is_figure(word) {
                return false;
            }
            n_figures += 1;
        } else if is_month(word) {
            has_month = true;
        } else if is_date_word(word) {
            has_label |= word.len() > 6;
        } else {
            return false;
        }
    }
    let dated = line.contains(['/', '-', '.', ':', '年', '月']) && n_figures > 2;
    n_figures > 0 && (has_month || dated || (has_label && n_figures > 1))
}

/// "24", "2024", "7th", "10am", "2024年5月3日".
fn is_figure(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let unit = matches!(
        rest,
        "" | "st" | "nd" | "rd" | "th" | "am" | "pm" | "h" | "z" | "a" | "p" | "er" | "o"
    );
    unit || word.chars().all(|c| {
        c.is_ascii_digit()
            || matches!(
                c,
                'h' | '年' | '月' | '日' | '时' | '時' | '分' | '秒' | '点'
            )
    })
}

/// Whether a line gives nothing but an author's name: "By Ada Quill and Ben Reed".
fn is_author(letters: &[Letter]) -> bool {
    if ends_sentence(letters) || letters.iter().any(|l| matches!(l.folded, '?' | '!')) {
        return false;
    }
    let line: String = letters.iter().map(|l| l.folded).collect();
    let starts = |by: &&&str| {
        line.strip_prefix(**by)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    let Some(by) = BY.iter().filter(starts).max_by_key(|by| by.len()) else {
        return false;
    };
    let rest = letters.get(by.chars().count()..).unwrap_or(&[]);
    let mut n_names = 0;
    for word in rest
        .split(|l| l.folded == ' ')
        .filter(|word| !word.is_empty())
    {
        let folded: String = word.iter().map(|l| l.folded).collect();
        let bare = folded.trim_matches(|c: char| !is_alphanumeric(c));
        if bare.is_empty() || PARTICLES.contains(&bare) {
            continue;
        }
        if !is_name(word) {
            return false;
        }
        n_names += 1;
    }
    // One name alone could be what a headline is about: "Von der Leyen".
    n_names > 1
}

const AGENCIES: &[&str] = &[
    "Getty Images",
    "/Getty",
    "/AFP",
    "/AP",
    "/REUTERS",
    "/Reuters",
    "/dpa",
    "/EPA",
    "/EFE",
    "/ANSA",
    "/Shutterstock",
    "/Alamy",
    "/FilmMagic",
    "/WireImage",
    "/ANP",
    "/TASS",
    "/Bloomberg",
    "/PA",
    "/Lusa",
    "/Folhapress",
    "/Anadolu",
    "/Imago",
    "/IMAGO",
    "/Xinhua",
    "/NPR",
    "/Rex",
    "AP Photo",
];

/// Whether a line gives nothing but whose picture it shows: "Ada Quill/Getty Images".
fn is_agency(raw: &str, n_words: usize) -> bool {
    n_words <= 7
        && (AGENCIES.iter().any(|agency| raw.ends_with(agency))
            || ["REUTERS/", "AP Photo/", "AFP/", "dpa/"]
                .iter()
                .any(|agency| raw.starts_with(agency)))
}

/// Whether `inside` of brackets tells where a picture or a text comes from.
pub(super) fn is_credit(inside: &str) -> bool {
    let inside = inside.trim();
    CREDIT_STARTS.iter().any(|start| inside.starts_with(start))
        || CREDIT_ENDS.iter().any(|end| inside.ends_with(end))
}

/// How credits in brackets begin; case matters, since "(photo identification is required)"
/// is none.
#[rustfmt::skip]
const CREDIT_STARTS: &[&str] = &[
    "AP Photo", "Photo by ", "Photos by ", "Photo: ", "Photo/", "Photo courtesy", "Photo via",
    "Photo credit", "Photograph", "Photos: ", "PHOTO", "Picture: ", "Pictures: ", "Image: ",
    "Image by", "Image via", "image via", "Image credit", "Credit: ", "credit: ", "Credits: ",
    "courtesy: ", "Courtesy of", "courtesy of", "Courtesy: ", "Courtesy photo", "File photo",
    "FILE PHOTO", "Foto: ", "Foto:", "Fotos: ", "Bild: ", "Symbolbild", "Archivbild",
    "Archivfoto", "Symbolfoto", "Quelle: ", "Crédit", "Photo :", "Photo d'", "Photo d’",
    "Fuente: ", "Foto de", "Fonte: ", "Imagen: ", "Crédito", "Imagem: ", "Beeld: ", "Фото: ",
    "Фото:", "Источник: ", "Fot. ", "fot. ", "Zdjęcie: ", "Fotoğraf: ", "图片来源", "图：", "图/", "图源",
    "资料图", "写真：", "写真提供", "提供：", "撮影", "Reporting by", "Additional reporting", "Editing by",
    "Writing by", "Compiled by", "Edited by", "Reporting and", "With inputs", "With agency",
    "with inputs", "h/t ", "H/T ", "via Getty", "REUTERS/", "Reuters/", "AFP/", "AFP via",
    "Getty Images", "EPA/", "dpa/", "Shutterstock", "Published ", "Avec AFP", "avec AFP",
    "Com agências", "com agências", "Screenshot: ", "Screengrab", "Illustration: ", "Video: ",
    "Source: ", "GETTY",
];

/// How they end.
const CREDIT_ENDS: &[&str] = &[
    "Getty Images",
    "GETTY IMAGES",
    "/Getty",
    "/AFP",
    "/AP",
    "/Reuters",
    "/REUTERS",
    "via AP",
    "Associated Press",
    "/dpa",
    "/EPA",
    "/Bloomberg",
    "AP Photo",
    "/Shutterstock",
    "Wikimedia Commons",
    "file photo",
    "screengrab",
];
