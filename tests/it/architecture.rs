//! Who may import whom, held by a machine: reads the sources and fails on an import that
//! ARCHITECTURE.md forbids, on a file without a head, and on a path in ARCHITECTURE.md
//! that does not exist.
//!
//! What a file names is found by [`Scan`].

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::scan::{NamedPath, Scan};

/// What is below the analyses.
const BELOW_ANALYSES: &[&str] = &["stem", "language", "text", "base"];
/// What has neither wire nor terminal.
const DOMAIN: &[&str] = &[
    "engine",
    "error",
    "keyword",
    "similarity",
    "stem",
    "language",
    "text",
    "base",
];

/// The modules that each module may use, beside itself. A new one needs a row.
fn may_use(module: &str) -> Option<Vec<&'static str>> {
    Some(match module {
        "base" => vec![],
        "text" | "error" | "config" => vec!["base"],
        "language" | "stem" => vec!["text", "base"],
        "keyword" | "similarity" => BELOW_ANALYSES.to_vec(),
        "engine" | "grpc" => DOMAIN.to_vec(),
        "telemetry" => vec!["config", "base"],
        "server" => [DOMAIN, &["grpc", "config", "telemetry"]].concat(),
        "cli" => [DOMAIN, &["grpc", "server", "config", "telemetry"]].concat(),
        "testing" => [DOMAIN, &["config"]].concat(),
        "main" => vec!["cli"],
        _ => return None,
    })
}

/// Crates that stay at home, with the beginnings of the paths that may name them. A crate
/// stands for its family too: `tonic` for `tonic_web`.
const CRATES: &[(&str, &[&str])] = &[
    ("axum", WIRE),
    ("hyper", WIRE),
    ("prost", WIRE),
    ("tonic", WIRE),
    ("tower", WIRE),
    ("tokio", TERMINAL),
    ("clap", TERMINAL),
    ("whatlang", &["src/language/whatlang.rs"]),
    ("frostem", &["src/stem/snowball.rs"]),
    ("rust_stemmers", &["src/stem/"]),
    ("html5gum", &["src/text/html/tokens.rs"]),
];
const WIRE: &[&str] = &["src/grpc/", "src/server/", "src/cli/"];
const TERMINAL: &[&str] = &[
    "src/grpc/",
    "src/server/",
    "src/cli/",
    "src/config.rs",
    "src/telemetry.rs",
    "src/testing.rs",
];

/// Where in `src/grpc/` a code of gRPC may be chosen. Elsewhere codes are only compared
/// or passed on, which looks the same.
const CHOOSES_CODES: &[&str] = &[
    "src/grpc/status.rs",
    // Serves callers that have no message yet, and so no service that could fail.
    "src/grpc/json.rs",
];

/// The folders whose files are read.
const FOLDERS: &[&str] = &[
    "src",
    "tests",
    "benches",
    "tools",
    "fuzz/src",
    "fuzz/fuzz_targets",
];

/// Beginnings by which words in ARCHITECTURE.md are known as paths.
const PATHS: &[&str] = &[
    "src/", "proto/", "tests/", "tools/", "data/", "benches/", "docs/", "clients/", "fuzz/", ".ci/",
];

/// A rule that a file breaks.
#[derive(Debug, PartialEq, Eq)]
struct Breach {
    file: String,
    line: usize,
    rule: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.rule)
    }
}

/// A file, by its path below the root of the repository.
struct Source {
    file: String,
    text: String,
}

#[test]
fn no_module_imports_what_it_must_not() {
    let sources = sources().unwrap();
    assert!(sources.len() > 20, "only {} files read", sources.len());
    let roots = RootNames::of(&sources);
    assert!(roots.modules.contains("engine") && roots.items.contains_key("Engine"));
    let breaches = sources.iter().flat_map(|source| imports(source, &roots));
    assert_none(&breaches.collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_is() {
    let sources = sources().unwrap();
    assert_none(&sources.iter().filter_map(head).collect::<Vec<_>>());
}

#[test]
fn every_path_in_architecture_md_exists() {
    let root = root();
    let Ok(text) = fs::read_to_string(root.join("ARCHITECTURE.md")) else {
        eprintln!("there is no ARCHITECTURE.md to check");
        return;
    };
    let paths = paths_in(&text);
    assert!(!paths.is_empty(), "ARCHITECTURE.md names no path");
    let missing = paths
        .into_iter()
        .filter(|(_, path)| !root.join(path).exists())
        .map(|(line, path)| Breach {
            file: "ARCHITECTURE.md".into(),
            line,
            rule: format!("`{path}` does not exist"),
        });
    assert_none(&missing.collect::<Vec<_>>());
}

fn assert_none(breaches: &[Breach]) {
    let lines: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> io::Result<Vec<Source>> {
    let root = root();
    let mut sources = Vec::new();
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                sources.push(Source {
                    file: relative(&path, &root),
                    text: fs::read_to_string(&path)?,
                });
            }
        }
    }
    sources.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(sources)
}

fn relative(path: &Path, root: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

fn head(source: &Source) -> Option<Breach> {
    (!source.text.starts_with("//! ")).then(|| Breach {
        file: source.file.clone(),
        line: 1,
        rule: "the first line has to say what the file is: `//! …`".into(),
    })
}

/// Paths between backticks, with their lines; not those in fenced blocks, and no patterns.
fn paths_in(markdown: &str) -> Vec<(usize, &str)> {
    let mut fenced = false;
    let mut paths = Vec::new();
    for (index, line) in markdown.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            let quoted = line.split('`').skip(1).step_by(2);
            let named = quoted.filter(|word| is_path(word));
            paths.extend(named.map(|path| (index + 1, path)));
        }
    }
    paths
}

fn is_path(word: &str) -> bool {
    let is_pattern = word.contains(|c: char| c.is_whitespace() || "*{<…".contains(c));
    let names_a_file = Path::new(word).extension().is_some();
    !is_pattern
        && PATHS.iter().any(|beginning| word.starts_with(beginning))
        && (word.ends_with('/') || names_a_file)
}

/// What `crate::` can be followed by.
struct RootNames {
    modules: BTreeSet<String>,
    /// Items of `src/lib.rs`, with the modules that they come from.
    items: BTreeMap<String, String>,
}

impl RootNames {
    fn of(sources: &[Source]) -> Self {
        let files = sources
            .iter()
            .filter_map(|source| module_path(&source.file));
        let modules = files.filter_map(|path| path.into_iter().next()).collect();
        let library = sources.iter().find(|source| source.file == "src/lib.rs");
        let paths = library.map_or_else(Vec::new, |library| Scan::of(&library.text).paths);
        let items = paths
            .into_iter()
            .filter(|path| path.in_use)
            .filter_map(|path| {
                let module = path.names.first()?.clone();
                Some((path.bound_name()?.to_owned(), module))
            });
        Self {
            modules,
            items: items.collect(),
        }
    }
}

/// The module that a file below `src/` is; `None` for other files and for the root.
fn module_path(file: &str) -> Option<Vec<String>> {
    let file = file.strip_prefix("src/")?.strip_suffix(".rs")?;
    let file = file.strip_suffix("/mod").unwrap_or(file);
    (file != "lib").then(|| file.split('/').map(str::to_owned).collect())
}

/// The imports of `source` that no rule allows.
fn imports(source: &Source, roots: &RootNames) -> Vec<Breach> {
    if !source.file.starts_with("src/") {
        return Vec::new();
    }
    let scan = Scan::of(&source.text);
    let module = module_path(&source.file);
    let breach = |path: &NamedPath| {
        let rule = forbidden_crate(source, &scan, path)
            .or_else(|| chosen_code(source, path))
            .or_else(|| forbidden_module(module.as_deref()?, roots, path))?;
        Some(Breach {
            file: source.file.clone(),
            line: path.line,
            rule,
        })
    };
    scan.paths.iter().filter_map(breach).collect()
}

fn forbidden_crate(source: &Source, scan: &Scan, path: &NamedPath) -> Option<String> {
    let name = path.names.first()?;
    if !path.leading && scan.local_names.contains(name) {
        return None;
    }
    let is_family = |home: &str| {
        name.strip_prefix(home)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    };
    let (_, homes) = CRATES.iter().find(|(home, _)| is_family(home))?;
    let at_home = homes.iter().any(|home| source.file.starts_with(home));
    (!at_home).then(|| format!("`{name}` may only be named in {}", homes.join(", ")))
}

fn chosen_code(source: &Source, path: &NamedPath) -> Option<String> {
    let is_code = path.names.iter().rev().nth(1)? == "Code"
        && path.names.last()?.starts_with(char::is_uppercase);
    let elsewhere =
        source.file.starts_with("src/grpc/") && !CHOOSES_CODES.contains(&source.file.as_str());
    (is_code && elsewhere).then(|| "only src/grpc/status.rs chooses a code of gRPC".into())
}

fn forbidden_module(module: &[String], roots: &RootNames, path: &NamedPath) -> Option<String> {
    let own = module.first()?;
    let name = name_at_root(path, module)?;
    let used = match roots.items.get(name) {
        Some(home) => home,
        None if roots.modules.contains(name) => name,
        None => return Some(format!("`crate::{name}` is no module: name what is used")),
    };
    let Some(allowed) = may_use(own) else {
        return Some(format!("no row in this test says what `{own}` may use"));
    };
    let is_allowed = used == own || used == "testing" || allowed.contains(&used.as_str());
    (!is_allowed).then(|| format!("`{own}` must not use `{used}`, only {}", allowed.join(", ")))
}

/// The first name of `path` below the root of this crate; `None` where it stays within the
/// file's own `module`, or leads to another crate.
fn name_at_root<'p>(path: &'p NamedPath, module: &[String]) -> Option<&'p String> {
    match path.names.first()?.as_str() {
        "crate" => path.names.get(1),
        // To the binary the library is a crate of that name.
        "copydesk" if module == ["main"] => path.names.get(1),
        "super" => {
            let up = path
                .names
                .iter()
                .take_while(|name| *name == "super")
                .count();
            // Beyond the root the compiler complains.
            let at_root = up >= module.len() + path.inside.len();
            path.names.get(up).filter(|_| at_root)
        }
        _ => None,
    }
}

// The checker, checked: it must find what is wrong, and only that.

/// The rules that `text` breaks as `file`, in a crate of a few modules.
fn breaches(file: &str, text: &str) -> Vec<String> {
    let source = |file: &str, text: &str| Source {
        file: file.into(),
        text: text.into(),
    };
    let mut sources = vec![source("src/lib.rs", "pub use engine::Engine;")];
    for module in [
        "base",
        "text",
        "stem",
        "language",
        "keyword",
        "similarity",
        "engine",
        "grpc",
    ] {
        sources.push(source(&format!("src/{module}/mod.rs"), ""));
    }
    let roots = RootNames::of(&sources);
    let found = imports(&source(file, text), &roots);
    found
        .iter()
        .map(|breach| format!("{}: {}", breach.line, breach.rule))
        .collect()
}

#[test]
fn the_checker_finds_forbidden_imports() {
    #[rustfmt::skip] // a row a case
    let cases = [
        ("plain", "src/text/mod.rs", "\nuse crate::stem::Stemmer;"),
        ("public", "src/text/mod.rs", "\npub(crate) use crate::stem::Stemmer;"),
        ("in a group", "src/text/mod.rs", "use crate::{\n    stem::Stemmer, base::Span};"),
        ("at the end of a group", "src/text/mod.rs", "use crate::{base::{self, Span},\nstem};"),
        ("renamed", "src/text/mod.rs", "\nuse crate::stem as other;"),
        ("in an expression", "src/text/fold.rs", "fn f() {\n    crate::stem::stem(1) }"),
        ("in a type", "src/text/fold.rs", "fn f(s: &[u8],\n x: &'a crate::stem::X<'a>) {}"),
        ("by super", "src/engine.rs", "\nuse super::grpc::routes;"),
        ("by super twice", "src/text/fold.rs", "\nuse super::super::stem;"),
        ("from a test", "src/text/mod.rs", "mod tests {\n use super::super::keyword::K; }"),
        ("by a re-export", "src/keyword/mod.rs", "\nuse crate::Engine;"),
        ("sideways", "src/keyword/yake.rs", "\nuse crate::similarity::cosine;"),
        ("all of the root", "src/text/mod.rs", "\nuse crate::*;"),
        ("the wire", "src/engine.rs", "\nuse tonic::Status;"),
        ("of its family", "src/engine.rs", "\nuse tokio_util::sync::CancellationToken;"),
        ("as an attribute", "src/engine.rs", "\n#[tokio::test]"),
        ("of a crate as it is", "src/engine.rs", "\nuse prost;"),
        ("with a leading separator", "src/language/mod.rs", "mod whatlang;\nuse ::whatlang::Lang;"),
        ("after a literal", "src/keyword/mod.rs", "let c = ('\"', \"//\");\nwhatlang::detect()"),
        ("a chosen code", "src/grpc/keyword.rs", "\nfail(tonic::Code::Internal)"),
        ("from a new module", "src/corpus/mod.rs", "\nuse crate::base::Span;"),
        ("by the binary", "src/main.rs", "fn main() {\n copydesk::grpc::routes() }"),
    ];
    for (case, file, text) in cases {
        let found = breaches(file, text);
        assert!(
            matches!(&found[..], [one] if one.starts_with("2: ")),
            "{case}: {found:?}"
        );
    }
}

#[test]
fn the_checker_lets_pass_what_is_allowed() {
    #[rustfmt::skip] // a row a case
    let cases = [
        ("below", "src/text/mod.rs", "use crate::base::Span; use super::base;"),
        ("its own", "src/text/fold.rs", "use crate::text::Casing; use super::token;"),
        ("its file, from a test", "src/text/fold.rs", "mod tests { use super::*; }"),
        ("its folder, from a test", "src/text/fold.rs", "mod t { use super::super::x; }"),
        ("a comment", "src/base/span.rs", "/// use crate::stem;\n/* /* */ tonic::X */"),
        ("a text", "src/base/span.rs", r##"let x = ("crate::stem::x", r#""tonic::"#);"##),
        ("a module of a crate's name", "src/language/mod.rs", "mod whatlang; whatlang::run();"),
        ("an import of that name", "src/language/x.rs", "use super::whatlang; whatlang::run();"),
        ("a crate at home", "src/stem/snowball.rs", "use frostem::Algorithm;"),
        ("a longer name", "src/engine.rs", "use tonics::Water; use crate::base::tokio;"),
        ("the wire at home", "src/grpc/mod.rs", "use tonic::Code; use crate::Engine;"),
        ("a chosen code at home", "src/grpc/status.rs", "Code::Internal"),
    ];
    for (case, file, text) in cases {
        assert_eq!(breaches(file, text), [""; 0], "{case}");
    }
}

#[test]
fn the_checker_wants_a_head() {
    let breach = |text: &str| {
        let source = Source {
            file: "src/x.rs".into(),
            text: text.into(),
        };
        head(&source).is_some()
    };
    assert!(breach("use std::fmt;\n"));
    assert!(breach("\n//! Late.\n"));
    assert!(!breach("//! A file.\n"));
}

#[test]
fn the_checker_knows_paths_in_prose() {
    let markdown = "In `src/text/` and `src/a.rs` with `cargo test`:\n```\n`src/no.rs`\n```\n\
        `base/` `src/{a,b}.rs` `proto/x.proto`";
    let paths = [(1, "src/text/"), (1, "src/a.rs"), (5, "proto/x.proto")];
    assert_eq!(paths_in(markdown), paths);
}
