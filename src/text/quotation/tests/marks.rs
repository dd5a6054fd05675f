//! What is between marks.

use super::*;

/// Rule, language, text, and what is between marks in it.
const MARKS: &[(&str, &str, &str, &[&str])] = &[
    (
        "curly",
        "en",
        "He said “we want peace” twice.",
        &["we want peace"],
    ),
    (
        "straight",
        "en",
        "He said \"we want peace\" twice.",
        &["we want peace"],
    ),
    (
        "single",
        "en",
        "Deal is ‘dead in the water’",
        &["dead in the water"],
    ),
    (
        "straight single",
        "en",
        "Deal is 'dead', he said",
        &["dead"],
    ),
    (
        "German",
        "de",
        "Er sagte: „Wir kommen.“ Dann ging er.",
        &["Wir kommen."],
    ),
    (
        "German single",
        "de",
        "Das ‚alte Haus‘ steht.",
        &["alte Haus"],
    ),
    (
        "turned round",
        "de",
        "Er sagte: »Wir kommen.« Dann",
        &["Wir kommen."],
    ),
    (
        "French",
        "fr",
        "Il a dit : « Nous venons. » Puis",
        &["Nous venons."],
    ),
    ("French, single", "fr", "le ‹ bon › mot", &["bon"]),
    ("Polish", "pl", "„Idziemy” – powiedział.", &["Idziemy"]),
    ("Swedish", "sv", "”Vi kommer”, sade han.", &["Vi kommer"]),
    ("Finnish", "fi", "»Me tulemme», hän sanoi.", &["Me tulemme"]),
    (
        "Japanese",
        "ja",
        "彼は「平和が『今』必要」と述べた。",
        &["平和が『今』必要", "今"],
    ),
    (
        "two backticks",
        "en",
        "He said ``we want peace'' twice.",
        &["we want peace"],
    ),
    ("both marks", "en", "“Yes,\" he said.", &["Yes,"]),
    (
        "nested",
        "en",
        "“She told me ‘never again’ and left,” he said.",
        &["She told me ‘never again’ and left,", "never again"],
    ),
    (
        "nested in the same marks",
        "en",
        "“Our “great plan” is dead,” he said.",
        &["Our “great plan” is dead,", "great plan"],
    ),
    (
        "nested and straight",
        "en",
        "\"She told me 'never again' and left,\" he said.",
        &["She told me 'never again' and left,", "never again"],
    ),
    (
        "broken by narration",
        "en",
        "“We want,” he said, “peace.”",
        &["We want,", "peace."],
    ),
    (
        "broken by narration, straight",
        "en",
        "\"We want,\" he said, \"peace.\"",
        &["We want,", "peace."],
    ),
    (
        "glued to the sentence before",
        "en",
        "It was war.“We want peace,” he said.She left.“No,” she said.",
        &["We want peace,", "No,"],
    ),
    (
        "glued and straight",
        "en",
        "It was war.\"We want peace,\" he said.",
        &["We want peace,"],
    ),
    (
        "left open for the next",
        "en",
        "“We must start now.“Waiting will not help,” he added.",
        &["We must start now.", "Waiting will not help,"],
    ),
    (
        "over paragraphs",
        "en",
        "“We must start.\n\n“Waiting will not help,” he said.",
        &["We must start.", "Waiting will not help,"],
    ),
    (
        "over paragraphs, straight",
        "en",
        "\"We must start.\n\"Waiting will not help,\" he said.",
        &["We must start.", "Waiting will not help,"],
    ),
    (
        "over paragraphs, single",
        "en",
        "‘We must start.\n‘Waiting will not help,’ he said.",
        &["We must start.", "Waiting will not help,"],
    ),
    (
        "closing mark forgotten",
        "en",
        "“We must start.\nHe left.\nThen he said “no” twice.",
        &["We must start.", "no"],
    ),
    (
        "line cut in two",
        "en",
        "“We must start again.\nWaiting will not help,” he said.",
        &["We must start again.\nWaiting will not help,"],
    ),
    ("cut off", "en", "He said “we must st", &["we must st"]),
    (
        "brackets",
        "en",
        "the plan (“a bad one”) died",
        &["a bad one"],
    ),
    ("dash", "en", "“No”—“yes”", &["No", "yes"]),
    ("empty", "en", "“” \"\" “ … ” '' ‘’ «»", &[]),
];

#[test]
fn quotations_are_what_stands_between_marks() {
    for (rule, code, text, expected) in MARKS {
        assert_eq!(speech(text, code), *expected, "{rule}: {text:?}");
    }
}

#[test]
fn apostrophes_inches_and_arrows_are_no_quotations() {
    let cases = [
        ("in words", "It's the boys' day, isn't it? O'Neil’s can’t."),
        (
            "elisions",
            "Rock 'n' roll in the '90s and the ‘90s, 'tis said.",
        ),
        (
            "possessive plurals",
            "The workers' union met the owners’ lawyers.",
        ),
        ("inches", "A 6'2\" man with a 5\" knife and a 3½\" pipe."),
        ("minutes", "at 48°51'24\" N, 2°21'03\" E"),
        ("attribute", "<img alt=\"a boat\">"),
        ("arrows", "« Previous\n\nNext story here\n\nRead more »"),
        ("French elision", "L’homme d'aujourd'hui n’a qu'une vie."),
    ];
    for (rule, text) in cases {
        assert_eq!(speech(text, "en"), [""; 0], "{rule}: {text:?}");
    }
    let cases = [
        (
            "possessive within",
            "‘The workers’ union will strike’, he said.",
            "The workers’ union will strike",
        ),
        (
            "contraction within",
            "'It isn't over,' he said.",
            "It isn't over,",
        ),
        (
            "apostrophe at the end",
            "'the boys' toys'.",
            "the boys' toys",
        ),
        (
            "year within",
            "\"the '90s were ours\"",
            "the '90s were ours",
        ),
        ("figure at the end", "\"in 1995\" he left", "in 1995"),
    ];
    for (rule, text, expected) in cases {
        assert_eq!(speech(text, "en"), [expected], "{rule}: {text:?}");
    }
}
