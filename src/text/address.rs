//! Addresses in running text: URLs, e-mail addresses, names of files.
//!
//! They hold full stops that end nothing, and are one thing to a reader. Told by their
//! form, by no list of what exists; only what follows the last full stop is looked up.

use crate::base::Span;

use super::letter::is_alphanumeric;
use super::token::TokenKind;

/// Longest name before the "@" of an e-mail address (RFC 5321, section 4.5.3.1.1).
const LOCAL_PART_BYTES_MAX: usize = 64;

/// How far to look around a full stop for what may be an address.
const CONTEXT_BYTES_MAX: usize = 256;

/// The address that begins with `word`, a word of UAX #29: its end and its kind.
pub(super) fn address_at(text: &str, word: Span) -> Option<(usize, TokenKind)> {
    if let Some(end) = url_end(text, word) {
        return Some((end, TokenKind::Url));
    }
    email_end(text, word).map(|end| (end, TokenKind::Email))
}

/// Whether the full stop or colon at byte `at` stands inside of an address.
pub(super) fn is_in_address(text: &str, at: usize) -> bool {
    let (before, after) = (stretch_before(text, at), stretch_after(text, at));
    if before.contains("://") || before.contains('@') || after.contains('@') {
        return true;
    }
    let last = after.trim_end_matches(|c: char| !is_alphanumeric(c));
    let is_website = before
        .rsplit(|c: char| !is_host_character(c) && c != '/')
        .next()
        .is_some_and(|host| starts_with_www(host) || host.contains('.') && host.contains('/'));
    is_website
        || last
            .rsplit_once('.')
            .is_some_and(|(_, last)| is_file_extension(last))
}

/// Whether `written` looks like the name of a host: labels joined by full stops, the last
/// of them a top-level domain that is in use in the news.
pub(super) fn is_domain(written: &str) -> bool {
    let Some((labels, last)) = written.rsplit_once('.') else {
        return false;
    };
    // "p.es." is an abbreviation, x.com and t.co are not.
    let long_enough = labels.len() > 1 || matches!(last, "com" | "co" | "org");
    long_enough
        && labels.split('.').all(|label| !label.is_empty())
        && labels.chars().all(is_host_character)
        && (TOP_LEVEL_DOMAINS.contains(&last)
            || ["com", "org", "net", "gov"]
                .iter()
                .any(|each| each.eq_ignore_ascii_case(last)))
}

/// Whether `written` is the name of a file, as crawlers leave those of pictures behind.
///
/// ```
/// assert!(copydesk::text::is_file_name("bridge-dusk.jpg"));
/// assert!(!copydesk::text::is_file_name("U.S."));
/// ```
pub fn is_file_name(written: &str) -> bool {
    // Hardly any word has a full stop, and bytes are looked through fastest.
    if !written.as_bytes().contains(&b'.') {
        return false;
    }
    let parts = written.rsplit_once('.');
    parts.is_some_and(|(name, extension)| !name.is_empty() && is_file_extension(extension))
}

/// Whether `written` is what the name of a file ends with.
pub(super) fn is_file_extension(written: &str) -> bool {
    FILE_EXTENSIONS
        .iter()
        .any(|each| each.eq_ignore_ascii_case(written))
}

const TOP_LEVEL_DOMAINS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "int", "mil", "info", "biz", "io", "co", "ai", "app", "dev",
    "tv", "me", "news", "eu", "uk", "us", "ca", "au", "nz", "ie", "in", "za", "de", "at", "ch",
    "fr", "be", "lu", "es", "mx", "ar", "cl", "pe", "it", "pt", "br", "nl", "dk", "no", "se", "fi",
    "is", "ee", "lv", "lt", "pl", "cz", "sk", "hu", "ro", "bg", "gr", "rs", "hr", "si", "ua", "by",
    "ru", "tr", "il", "ir", "cn", "jp", "kr", "tw", "hk", "sg", "id", "th", "vn", "ph", "my", "eg",
    "ng", "ke", "onion",
];

const FILE_EXTENSIONS: &[&str] = &[
    "jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "pdf", "html", "htm", "php", "aspx", "mp3",
    "mp4", "mov", "doc", "docx", "xls", "xlsx", "csv", "txt", "zip", "js", "css",
];

fn url_end(text: &str, word: Span) -> Option<usize> {
    let written = word.slice(text)?;
    let after = text.get(word.end..)?;
    let is_scheme = ["http", "https", "ftp"]
        .iter()
        .any(|each| written.eq_ignore_ascii_case(each));
    if is_scheme && after.starts_with("://") {
        let end = address_end(text, word.end + "://".len());
        return (end > word.end + "://".len()).then_some(end);
    }
    if starts_with_www(written) {
        return Some(address_end(text, word.end).max(word.end));
    }
    if !written.contains('.') || !is_domain(written) || after.starts_with('@') {
        return None;
    }
    Some(match after.as_bytes() {
        [b'/' | b'?' | b'#', ..] | [b':', b'0'..=b'9', ..] => {
            address_end(text, word.end).max(word.end)
        }
        _ => word.end,
    })
}

fn email_end(text: &str, word: Span) -> Option<usize> {
    let bytes = text.as_bytes();
    let rest = bytes.get(word.end..)?;
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte);
    let n_more = rest
        .iter()
        .take(LOCAL_PART_BYTES_MAX)
        .take_while(|byte| is_local(byte))
        .count();
    if rest.get(n_more) != Some(&b'@') {
        return None;
    }
    let start = word.end + n_more + 1;
    let domain = bytes.get(start..)?;
    let is_host = |byte: &u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
    let n = domain
        .iter()
        .take(CONTEXT_BYTES_MAX)
        .take_while(|byte| is_host(byte))
        .count();
    let host = text.get(start..start + n)?.trim_end_matches(['.', '-']);
    let (name, last) = host.rsplit_once('.')?;
    let is_host =
        !name.is_empty() && last.len() > 1 && !last.contains(|c: char| c.is_ascii_digit());
    is_host.then_some(start + host.len())
}

/// Where the address that has begun before byte `from` ends.
fn address_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let stretch = rest.split(ends_address).next().unwrap_or_default();
    let has_bracket = stretch.contains('(');
    let address = stretch.trim_end_matches(|c: char| {
        matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '‘' | ']' | '}' | '*' | '…'
        ) || c == ')' && !has_bracket
    });
    from + address.len()
}

/// What is never part of an address: blanks, quotation marks, and the scripts that write
/// no blanks, in whose texts an address is followed by words at once.
fn ends_address(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '<' | '>' | '"' | '“' | '”' | '„' | '«' | '»' | '|' | '\\' | '`'
        )
        || character >= '\u{2E80}'
}

fn stretch_before(text: &str, at: usize) -> &str {
    let from = boundary_at_most(text, at.saturating_sub(CONTEXT_BYTES_MAX));
    let before = text.get(from..at).unwrap_or_default();
    before.rsplit(ends_address).next().unwrap_or_default()
}

fn stretch_after(text: &str, at: usize) -> &str {
    let to = boundary_at_most(text, at.saturating_add(CONTEXT_BYTES_MAX));
    let after = text.get(at..to).unwrap_or_default();
    let stretch = after.split(ends_address).next().unwrap_or_default();
    let is_part = |c: char| is_host_character(c) || matches!(c, '@' | '_' | '+' | '%');
    let end = stretch.find(|c| !is_part(c)).unwrap_or(stretch.len());
    stretch.get(..end).unwrap_or_default()
}

/// The last border between two characters of `text` that is not after byte `at`.
pub(super) fn boundary_at_most(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn starts_with_www(written: &str) -> bool {
    written
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."))
        && written.len() > 4
}

fn is_host_character(character: char) -> bool {
    is_alphanumeric(character) || matches!(character, '.' | '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Option<&str> {
        let first = super::super::segment::segments(text).next().unwrap();
        let (end, _) = address_at(text, first.span)?;
        text.get(first.span.start..end)
    }

    #[test]
    fn addresses_end_before_what_is_not_theirs() {
        let cases = [
            (
                "https://example.org/a?b=c#d, he",
                Some("https://example.org/a?b=c#d"),
            ),
            ("https://example.org.", Some("https://example.org")),
            (
                "https://example.org/a_(b)",
                Some("https://example.org/a_(b)"),
            ),
            ("https://example.org/a)", Some("https://example.org/a")),
            ("https://example.org的", Some("https://example.org")),
            ("https://", None),
            ("www.example.org/a", Some("www.example.org/a")),
            ("example.com", Some("example.com")),
            ("example.com:8080/a", Some("example.com:8080/a")),
            ("x.com", Some("x.com")),
            ("p.es.", None),
            ("said.then", None),
            (
                "john.doe+news@example.org.",
                Some("john.doe+news@example.org"),
            ),
            ("john@example", None),
        ];
        for (text, expected) in cases {
            assert_eq!(address(text), expected, "{text:?}");
        }
    }

    #[test]
    fn full_stops_in_addresses_are_told_by_what_is_around() {
        let cases = [
            ("https://example.org/A|.B", true),
            ("see example.org/A|.B", true),
            ("www.a|.Com", true),
            ("John|.Doe@example.org", true),
            ("Photo|.Dusk.jpg", true),
            ("Photo|.Dusk-2.jpg)", true),
            ("he said|.Then", false),
            ("his/her|.Then", false),
        ];
        for (marked, expected) in cases {
            let at = marked.find('|').unwrap();
            assert_eq!(
                is_in_address(&marked.replace('|', ""), at),
                expected,
                "{marked:?}"
            );
        }
    }
}
