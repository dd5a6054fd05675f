//! Whole answers about articles of the project, as people can read them. A change of one
//! is to be explained in the commit that makes it.

use std::process::Command;

/// What the command prints for a person, from the project's root.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/articles"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn keywords_of_articles_in_seven_languages() {
    insta::assert_snapshot!(printed(&[
        "keywords",
        "harbour_bridge_en/courier.txt",
        "flood_de/bote.txt",
        "museum_fr/echo.txt",
        "drought_es/voz.txt",
        "satellite_ru/vestnik.txt",
        "earthquake_drill_tr/haber.txt",
        "train_zh/ribao.txt",
    ]));
}

#[test]
fn a_comparison_with_its_explanation() {
    insta::assert_snapshot!(printed(&[
        "compare",
        "--explain=5",
        "museum_fr/depeche.txt",
        "museum_fr/echo.txt",
        "museum_strike_fr/gazette.txt",
    ]));
}

#[test]
fn quotations_that_articles_have_in_common() {
    insta::assert_snapshot!(printed(&[
        "quotes",
        "bank_rate_en/daily.txt",
        "bank_rate_en/ledger.txt",
        "harbour_bridge_en/courier.txt",
        "harbour_bridge_en/observer.txt",
        "harbour_bridge_en/tribune.txt",
        "harbour_bridge_en/wire.txt",
        "museum_fr/depeche.txt",
        "museum_fr/echo.txt",
        "museum_fr/gazette.txt",
    ]));
}

#[test]
fn a_page_with_its_parts_marked() {
    insta::assert_snapshot!(printed(&["analyze", "../pages/lighthouse_en.html"]));
}

#[test]
fn an_article_with_its_parts_marked() {
    insta::assert_snapshot!(printed(&["analyze", "--max=5", "museum_fr/echo.txt"]));
}

#[test]
fn languages_of_articles() {
    insta::assert_snapshot!(printed(&[
        "detect",
        "--candidates=3",
        "exam_ar/sahifa.txt",
        "harvest_pl/glos.txt",
        "port_strike_nl/dagblad.txt",
        "train_zh/shibao.txt",
    ]));
}

#[test]
fn stems_of_words() {
    insta::assert_snapshot!(printed(&[
        "stem",
        "--words",
        "--language=en",
        "The",
        "bridges’",
        "inspector's",
        "COVID-19",
        "reopening",
        "U.S.",
    ]));
}

#[test]
fn passages_side_by_side() {
    insta::assert_snapshot!(printed(&[
        "passages",
        "--paraphrases",
        "harbour_bridge_en/courier.txt",
        "harbour_bridge_en/wire.txt",
    ]));
}
