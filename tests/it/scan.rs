//! The paths that a Rust source names, found by its tokens: it knows comments, literals,
//! `use` trees and inline modules, which is all that paths need. What a macro makes of its
//! input it does not see.

use std::collections::BTreeSet;

/// A path as it is written, such as `crate::base::Span`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NamedPath {
    pub(crate) names: Vec<String>,
    pub(crate) line: usize,
    /// Begins with `::`, and so with the name of a crate.
    pub(crate) leading: bool,
    pub(crate) in_use: bool,
    /// Inline modules around it.
    pub(crate) inside: Vec<String>,
    alias: Option<String>,
}

impl NamedPath {
    /// The name that a `use` of it makes.
    pub(crate) fn bound_name(&self) -> Option<&str> {
        match &self.alias {
            Some(alias) => Some(alias),
            None => self
                .names
                .iter()
                .rev()
                .find(|name| *name != "self")
                .map(String::as_str),
        }
    }
}

/// Words that a path with a leading `::` can follow, without being a part of it.
const KEYWORDS_BEFORE_PATHS: &[&str] = &[
    "as", "dyn", "else", "for", "if", "impl", "in", "match", "mut", "return", "while",
];

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Name(String),
    /// `::`
    Separator,
    Sign(char),
}

/// The paths of a file, and the names that are modules or imports of its own.
#[derive(Default)]
pub(crate) struct Scan {
    pub(crate) paths: Vec<NamedPath>,
    pub(crate) local_names: BTreeSet<String>,
    tokens: Vec<(Token, usize)>,
    at: usize,
    /// Inline modules around the token, each with the number of braces around it.
    inside: Vec<(String, usize)>,
}

impl Scan {
    pub(crate) fn of(text: &str) -> Self {
        let mut scan = Self {
            tokens: tokens(text),
            ..Self::default()
        };
        let mut braces = 0;
        while let Some(token) = scan.peek(0).cloned() {
            match token {
                Token::Sign('{') => braces += 1,
                Token::Sign('}') => {
                    braces -= 1;
                    scan.inside.retain(|(_, around)| *around < braces + 1);
                }
                Token::Name(name) if name == "mod" => scan.module(braces),
                Token::Name(name) if name == "use" => {
                    scan.at += 1;
                    let leading = scan.skip(&Token::Separator);
                    scan.use_tree(&[], leading);
                    continue;
                }
                Token::Name(_) if scan.begins_a_path() => {
                    scan.expression_path();
                    continue;
                }
                Token::Name(_) | Token::Separator | Token::Sign(_) => {}
            }
            scan.at += 1;
        }
        scan
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|(token, _)| token)
    }

    fn skip(&mut self, expected: &Token) -> bool {
        let found = self.peek(0) == Some(expected);
        self.at += usize::from(found);
        found
    }

    fn name(&mut self) -> Option<String> {
        let Some(Token::Name(name)) = self.peek(0) else {
            return None;
        };
        let name = name.clone();
        self.at += 1;
        Some(name)
    }

    /// At `mod`: a module of this name is in this file or beside it.
    fn module(&mut self, braces: usize) {
        if let Some(Token::Name(name)) = self.peek(1).cloned() {
            self.local_names.insert(name.clone());
            if self.peek(2) == Some(&Token::Sign('{')) {
                self.inside.push((name, braces + 1));
            }
        }
    }

    /// A name before `::`, and not in the middle of a path.
    fn begins_a_path(&self) -> bool {
        let before = |back: usize| Some(&self.tokens.get(self.at.checked_sub(back)?)?.0);
        let is_keyword = |name: &str| KEYWORDS_BEFORE_PATHS.contains(&name);
        let continues = before(1) == Some(&Token::Separator)
            && match before(2) {
                Some(Token::Name(name)) => !is_keyword(name),
                Some(Token::Sign(sign)) => *sign == '>',
                Some(Token::Separator) | None => false,
            };
        let is_name = matches!(self.peek(0), Some(Token::Name(name)) if !is_keyword(name));
        is_name && self.peek(1) == Some(&Token::Separator) && !continues
    }

    fn expression_path(&mut self) {
        let leading = self.at > 0
            && self.tokens.get(self.at - 1).map(|(token, _)| token) == Some(&Token::Separator);
        let line = self.line();
        let mut names = Vec::new();
        while let Some(name) = self.name() {
            names.push(name);
            if !self.skip(&Token::Separator) {
                break;
            }
        }
        self.add(names, line, leading, None, false);
    }

    /// At a tree of `use`, without the `::` that it may begin with.
    fn use_tree(&mut self, beginning: &[String], leading: bool) {
        let line = self.line();
        let mut names = beginning.to_vec();
        loop {
            if self.skip(&Token::Sign('{')) {
                while self.at < self.tokens.len() && !self.skip(&Token::Sign('}')) {
                    let leading = leading || self.skip(&Token::Separator);
                    let start = self.at;
                    self.use_tree(&names, leading);
                    self.skip(&Token::Sign(','));
                    if self.at == start {
                        return; // a macro's variable: not for us
                    }
                }
                return;
            }
            match self.name() {
                Some(name) => names.push(name),
                None if self.skip(&Token::Sign('*')) => names.push("*".into()),
                None => return,
            }
            if !self.skip(&Token::Separator) {
                break;
            }
        }
        let as_keyword = Token::Name("as".into());
        let alias = self.skip(&as_keyword).then(|| self.name()).flatten();
        self.add(names, line, leading, alias, true);
    }

    fn line(&self) -> usize {
        self.tokens.get(self.at).map_or(0, |(_, line)| *line)
    }

    fn add(
        &mut self,
        names: Vec<String>,
        line: usize,
        leading: bool,
        alias: Option<String>,
        in_use: bool,
    ) {
        let path = NamedPath {
            names,
            line,
            leading,
            in_use,
            inside: self.inside.iter().map(|(name, _)| name.clone()).collect(),
            alias,
        };
        // `use tonic;` makes no name of its own: it names the crate.
        if in_use && (path.names.len() > 1 || path.alias.is_some()) {
            self.local_names
                .extend(path.bound_name().map(str::to_owned));
        }
        self.paths.push(path);
    }
}

/// The tokens of `text` with their lines, without comments, literals and lifetimes.
fn tokens(text: &str) -> Vec<(Token, usize)> {
    let characters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(&character) = characters.get(at) {
        let rest = characters.get(at..).unwrap_or_default();
        let length = literal_or_comment(rest).unwrap_or(0);
        let length = if length > 0 {
            length
        } else if is_name(character) {
            let length = rest.iter().take_while(|c| is_name(**c)).count();
            tokens.push((Token::Name(rest.iter().take(length).collect()), line));
            length
        } else if rest.starts_with(&[':', ':']) {
            tokens.push((Token::Separator, line));
            2
        } else {
            if !character.is_whitespace() {
                tokens.push((Token::Sign(character), line));
            }
            1
        };
        line += rest.iter().take(length).filter(|c| **c == '\n').count();
        at += length;
    }
    tokens
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Characters of the literal, comment or lifetime that `rest` begins with.
fn literal_or_comment(rest: &[char]) -> Option<usize> {
    match rest {
        ['/', '/', ..] => rest.iter().position(|c| *c == '\n').or(Some(rest.len())),
        ['/', '*', ..] => Some(block_comment(rest)),
        ['"', ..] => Some(quoted(rest)),
        ['b' | 'c', '"', ..] => Some(1 + quoted(rest.get(1..)?)),
        ['b', '\'', ..] => Some(1 + character_literal(rest.get(1..)?)?),
        ['\'', ..] => character_literal(rest).or(Some(1)),
        ['b' | 'c', 'r', '"' | '#', ..] => Some(1 + raw(rest.get(1..)?)?),
        ['r', '"' | '#', ..] => raw(rest),
        _ => None,
    }
}

fn block_comment(rest: &[char]) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while at < rest.len() {
        match rest.get(at..at + 2) {
            Some(['/', '*']) => depth += 1,
            Some(['*', '/']) => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            break;
        }
    }
    at
}

fn quoted(rest: &[char]) -> usize {
    let mut at = 1;
    while let Some(character) = rest.get(at) {
        at += match character {
            '"' => return at + 1,
            '\\' => 2,
            _ => 1,
        };
    }
    at
}

/// `None` for a lifetime.
fn character_literal(rest: &[char]) -> Option<usize> {
    match rest {
        ['\'', '\\', _, tail @ ..] => Some(3 + tail.iter().position(|c| *c == '\'')? + 1),
        ['\'', _, '\'', ..] => Some(3),
        _ => None,
    }
}

/// At `r`; `None` where no literal follows, as in `r#type`.
fn raw(rest: &[char]) -> Option<usize> {
    let hashes = rest.iter().skip(1).take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let mut end = vec!['"'];
    end.extend(vec!['#'; hashes]);
    let body = rest.get(2 + hashes..)?;
    let length = body.windows(end.len()).position(|window| window == end)?;
    Some(2 + hashes + length + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        let paths = Scan::of(text).paths;
        paths.iter().map(|path| path.names.join("::")).collect()
    }

    #[test]
    fn a_use_tree_is_taken_apart() {
        let text = "pub use a::{b, c::{self, d as e}, ::f::*}; use g;";
        assert_eq!(
            paths(text),
            ["a::b", "a::c::self", "a::c::d", "a::f::*", "g"]
        );
        let bound = Scan::of(text).local_names;
        assert!(["b", "c", "e"].iter().all(|name| bound.contains(*name)));
        assert!(!bound.contains("d") && !bound.contains("g"));
    }

    #[test]
    fn paths_stand_in_expressions_types_and_attributes() {
        let text = "#[a::b]\nfn f(x: c::D<e::F>) -> <T as ::g::H>::I { j::k::<l::M>(1) }";
        assert_eq!(
            paths(text),
            ["a::b", "c::D", "e::F", "g::H", "j::k", "l::M"]
        );
    }

    #[test]
    fn comments_literals_and_lifetimes_name_nothing() {
        let text = r##"// a::b
            /* c::d /* e::f */ g::h */
            let x = ("i::j \" k::l", r#"m::n" "#, b'"', '\'', '\u{22}', 'x', b"o::p");
            let y: &'static q::R = "";"##;
        assert_eq!(paths(text), ["q::R"]);
    }

    #[test]
    fn an_inline_module_ends_with_its_brace() {
        let text = "mod a { mod b { use c::d; } use e::f; } use g::h;";
        let inside: Vec<_> = Scan::of(text)
            .paths
            .into_iter()
            .map(|path| path.inside.join("::"))
            .collect();
        assert_eq!(inside, ["a::b", "a", ""]);
    }

    #[test]
    fn lines_count_from_one() {
        let lines: Vec<_> = Scan::of("use a::b;\n\"\n\";\nc::d")
            .paths
            .iter()
            .map(|path| path.line)
            .collect();
        assert_eq!(lines, [1, 4]);
    }
}
