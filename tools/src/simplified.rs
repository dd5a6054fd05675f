//! `data/simplified.txt`: traditional Chinese characters and their simplified ones, from
//! the dictionary of characters of OpenCC.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;

/// Writes `simplified.txt` to `out` from `opencc/TSCharacters.txt` of `corpora`: a pair a
/// line, of those characters that take three bytes both. Of several simplified ones the
/// first is the usual one; where it has a simplified one itself, that is taken.
pub(crate) fn build(corpora: &Path, out: &Path) -> anyhow::Result<()> {
    let path = corpora.join("opencc/TSCharacters.txt");
    let rows = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let pairs: BTreeMap<char, char> = rows.lines().filter_map(pair).collect();
    let mut lines = String::new();
    for (traditional, simplified) in &pairs {
        let last = pairs.get(simplified).unwrap_or(simplified);
        lines.extend([*traditional, *last, '\n']);
    }
    fs::write(out.join("simplified.txt"), lines).context("simplified.txt cannot be written")
}

/// The pair of a row: a character, a tab, and simplified ones apart by blanks.
fn pair(row: &str) -> Option<(char, char)> {
    let (traditional, simplified) = row.split_once('\t')?;
    let mut of_traditional = traditional.chars();
    let traditional = of_traditional
        .next()
        .filter(|_| of_traditional.next().is_none())?;
    let simplified = simplified.chars().next()?;
    let is_pair = traditional != simplified
        && [traditional, simplified]
            .iter()
            .all(|each| each.len_utf8() == 3);
    is_pair.then_some((traditional, simplified))
}
