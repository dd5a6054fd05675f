//! Laws of comparisons, and examples with their arithmetic.

#![allow(
    clippy::float_cmp,
    reason = "what is said to be equal here is equal to the last bit"
)]

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::base::Limits;
use crate::text::{DocumentParts, Field};

fn document(title: &str, text: &str) -> Document {
    let parts = DocumentParts {
        title: title.into(),
        text: text.into(),
        ..DocumentParts::default()
    };
    let limits = Limits {
        document_characters_max: usize::MAX,
        ..Limits::default()
    };
    Document::new(parts, &limits).unwrap()
}

fn texts(texts: &[&str]) -> Vec<Document> {
    texts.iter().map(|text| document("", text)).collect()
}

fn compared_in(code: &str, documents: &[Document], params: &Params) -> Comparison {
    let language = Language::from_code(code).unwrap();
    let item = |document| Item {
        document,
        language,
        analyzer: Analyzer::new(language),
    };
    let items: Vec<_> = documents.iter().map(item).collect();
    compare(&items, params, &Budget::unlimited()).unwrap()
}

fn explained() -> Params {
    Params {
        explain: Some(Explain::default()),
        ..Params::default()
    }
}

/// The comparison of `documents` in English, explained.
fn compared(documents: &[Document]) -> Comparison {
    compared_in("en", documents, &explained())
}

/// The one pair of two documents.
fn pair(first: &Document, second: &Document) -> Pair {
    let mut comparison = compared(&[first.clone(), second.clone()]);
    assert_eq!(comparison.n_pairs, 1);
    comparison.pairs.remove(0)
}

#[test]
fn a_cosine_by_hand() {
    // No language: words are their own stems, of rarity 1, and there are no stop words.
    // All stand in the lead, so that w = 1 + ln 3 for one occurrence, 1 + ln 6 for two.
    // (w₁, w₂) of "oslo" and "port" is (1 + ln 6, 1 + ln 3), and w₁ of "oslo" alone
    // makes the cosine w₁ / √(w₁² + w₂²) = 2.7918 / √(7.7939 + 4.4041) = 0.79935.
    let documents = texts(&["oslo port oslo", "oslo"]);
    let found = compared_in("und", &documents, &explained());
    let (w1, w2) = (1.0 + 6_f64.ln(), 1.0 + 3_f64.ln());
    let expected = w1 / w1.hypot(w2);
    assert!((expected - 0.799_35).abs() < 1e-4);
    assert!((found.pairs[0].similarity - expected).abs() < 1e-8);
    // One term in common: all the similarity is its share.
    let contributions = &found.pairs[0].contributions;
    assert_eq!(contributions.len(), 1);
    assert_eq!(contributions[0].text, "oslo");
    let mentions = contributions[0].first_mentions.iter();
    assert_eq!(mentions.map(|m| m.span.start).collect::<Vec<_>>(), [0, 10]);
    assert!((contributions[0].share - expected).abs() < 1e-8);
    assert_eq!(found.pairs[0].other_contribution, 0.0);
}

#[test]
fn equal_texts_have_similarity_1_even_where_no_term_counts() {
    for (title, text) in [
        ("Ferry sinks", "It sank."),
        ("", "…"),
        ("The", "and of the"),
    ] {
        let found = pair(&document(title, text), &document(title, text));
        assert_eq!(found.similarity, 1.0, "{title:?} {text:?}");
    }
    let found = pair(&document("", "of the"), &document("", "of the"));
    assert_eq!(
        (found.contributions, found.other_contribution),
        (vec![], 1.0)
    );
}

#[test]
fn equal_texts_in_two_languages_have_similarity_1_and_shares_that_add_up() {
    let text = document("", "Information über den Hafen and the bridges");
    let item = |code| {
        let language = Language::from_code(code).unwrap();
        Item {
            document: &text,
            language,
            analyzer: Analyzer::new(language),
        }
    };
    let items = [item("de"), item("en")];
    let found = compare(&items, &explained(), &Budget::unlimited()).unwrap();
    assert_eq!(found.pairs[0].similarity, 1.0);
    assert!((shares(&found.pairs[0]) - 1.0).abs() < 1e-9);
}

#[test]
fn blank_documents_are_like_nothing() {
    let documents = texts(&["  ", "\n", "Ferry sinks off Oslo", "  "]);
    for pair in compared(&documents).pairs {
        let figures = (
            pair.similarity,
            pair.first_containment,
            pair.second_containment,
        );
        assert_eq!(figures, (0.0, 0.0, 0.0), "{} {}", pair.first, pair.second);
        assert_eq!((pair.contributions, pair.other_contribution), (vec![], 0.0));
    }
}

#[test]
fn documents_without_a_common_term_have_similarity_0_and_are_counted() {
    let documents = texts(&["Ferry sinks", "Bank raises rates", "The ferry rates"]);
    let found = compared(&documents);
    assert_eq!((found.n_pairs, found.pairs.len()), (3, 3));
    assert_eq!(found.pairs[0].similarity, 0.0);
    let params = Params {
        similarity_min: 0.01,
        ..Params::default()
    };
    assert_eq!(compared_in("en", &documents, &params).n_pairs, 2);
}

#[test]
fn the_most_similar_pairs_are_returned_in_the_order_of_documents() {
    let documents = texts(&[
        "Ferry sinks off Oslo in a storm",
        "Bank raises rates",
        "Storm sinks a ferry",
        "Bank raises interest rates again",
    ]);
    let places = |pairs_max| {
        let params = Params {
            similarity_min: 0.1,
            pairs_max,
            ..Params::default()
        };
        let found = compared_in("en", &documents, &params);
        assert_eq!(found.n_pairs, 2);
        let places = found.pairs.iter().map(|pair| (pair.first, pair.second));
        places.collect::<Vec<_>>()
    };
    assert_eq!(places(10), [(0, 2), (1, 3)]);
    assert_eq!(places(1).len(), 1);
    assert_eq!(places(0), []);
}

#[test]
fn mentions_are_listed_title_first_and_not_without_end() {
    let first = document(
        "Ferry sinks",
        "The ferry, a ferry of 1970, was no ferry of ours.",
    );
    let second = document("", "FERRY and ferries");
    let params = Params {
        explain: Some(Explain {
            contributions_max: 1,
            mentions_max: 3,
            ..Explain::default()
        }),
        ..Params::default()
    };
    let found = compared_in("en", &[first, second], &params).pairs.remove(0);
    let [ferry] = &found.contributions[..] else {
        panic!("{:?}", found.contributions);
    };
    assert_eq!(ferry.text, "ferry");
    let fields: Vec<_> = ferry.first_mentions.iter().map(|m| m.field).collect();
    assert_eq!(fields, [Field::Title, Field::Text, Field::Text]);
    assert_eq!(ferry.second_mentions.len(), 2);
}

#[test]
fn rare_words_tell_more_than_common_ones() {
    let documents = texts(&[
        "The minister said a good thing about Hegseth",
        "Hegseth met nobody today in Brussels",
        "My neighbour said a good thing about cheese",
    ]);
    let found = compared(&documents);
    assert!(found.pairs[0].similarity > found.pairs[1].similarity);
}

#[test]
fn hostile_documents_take_no_more_than_their_size() {
    let repeated = "storm ".repeat(40_000);
    let letters = "a".repeat(1 << 20);
    let spellings: String = (0..15_000)
        .map(|bits| {
            let letter = |i| if bits >> i & 1 == 0 { 'a' } else { 'A' };
            (0..15).map(letter).chain([' ']).collect::<String>()
        })
        .collect();
    let start = Instant::now();
    for text in [repeated, letters, spellings] {
        let documents = [document("", &text), document("", &format!("{text}."))];
        let found = compared(&documents);
        assert!(found.pairs[0].similarity > 0.999_999);
        assert_eq!(found.pairs[0].first_containment, 1.0);
    }
    // Unoptimised this takes seconds; what is quadratic in a thousand million steps, minutes.
    assert!(start.elapsed() < Duration::from_secs(60));
}

#[test]
fn a_budget_that_has_ended_ends_the_comparison() {
    let documents = texts(&["Ferry sinks", "Ferry sinks"]);
    let language = Language::from_code("en").unwrap();
    let item = |document| Item {
        document,
        language,
        analyzer: Analyzer::new(language),
    };
    let items: Vec<_> = documents.iter().map(item).collect();
    let budget = Budget::unlimited();
    budget.cancel();
    let found = compare(&items, &Params::default(), &budget);
    assert_eq!(found, Err(Interrupted::Cancelled));
}

fn shares(pair: &Pair) -> f64 {
    let named: f64 = pair.contributions.iter().map(|each| each.share).sum();
    named + pair.other_contribution
}

fn any_document() -> impl Strategy<Value = Document> {
    let word = "(the|of|Oslo|ferry|Ferries|storm|Storms|bank|rates|1970|été|…|\\. )";
    let title = prop::collection::vec(word, 0..4).prop_map(|words| words.join(" "));
    let text = prop::collection::vec(word, 0..16).prop_map(|words| words.join(" "));
    // A document with neither is refused; a blank one is not.
    (title, text).prop_map(|(title, text)| document(&title, &format!("{text} ")))
}

fn any_documents() -> impl Strategy<Value = Vec<Document>> {
    prop::collection::vec(any_document(), 0..6)
}

proptest! {
    #[test]
    fn figures_lie_between_0_and_1_and_shares_add_up(
        documents in any_documents(),
        contributions_max in 0..4_usize,
    ) {
        let params = Params {
            explain: Some(Explain { contributions_max, mentions_max: 2, ..Explain::default() }),
            ..Params::default()
        };
        for pair in compared_in("en", &documents, &params).pairs {
            for figure in [pair.similarity, pair.first_containment, pair.second_containment] {
                prop_assert!((0.0..=1.0).contains(&figure), "{figure}");
            }
            prop_assert!((shares(&pair) - pair.similarity).abs() < 1e-9);
            prop_assert!(pair.contributions.len() <= contributions_max);
            let in_order = |a: &Contribution, b: &Contribution| {
                a.share > b.share || a.share == b.share && a.text <= b.text
            };
            prop_assert!(pair.contributions.is_sorted_by(in_order));
        }
    }

    #[test]
    fn a_document_is_1_with_itself_unless_it_is_blank(document in any_document()) {
        let found = pair(&document, &document);
        let expected = if document.is_blank() { 0.0 } else { 1.0 };
        prop_assert_eq!(found.similarity, expected);
        prop_assert!((shares(&found) - expected).abs() < 1e-9);
    }

    #[test]
    fn mentions_point_back_at_what_is_named(documents in any_documents()) {
        let stem = |word: &str| {
            let english = Analyzer::new(Language::from_code("en").unwrap());
            let words = [word.to_owned()];
            english.analyze_words(&words, &Budget::unlimited()).unwrap()[0].stem.clone()
        };
        for pair in compared(&documents).pairs {
            for each in &pair.contributions {
                for (document, mentions) in [
                    (&documents[pair.first], &each.first_mentions),
                    (&documents[pair.second], &each.second_mentions),
                ] {
                    prop_assert!((1..=5).contains(&mentions.len()));
                    prop_assert!(mentions.is_sorted());
                    for mention in mentions {
                        let text = mention.span.slice(document.field(mention.field)).unwrap();
                        prop_assert_eq!(stem(text), stem(&each.text));
                    }
                }
            }
        }
    }

    #[test]
    fn the_company_does_not_matter(documents in any_documents()) {
        for whole in compared(&documents).pairs {
            let alone = pair(&documents[whole.first], &documents[whole.second]);
            // The probability of one story alone takes the company into account.
            let whole = Pair {
                first: 0,
                second: 1,
                relation: alone.relation,
                same_story_probability: alone.same_story_probability,
                ..whole
            };
            prop_assert_eq!(whole, alone);
        }
    }

    #[test]
    fn the_other_way_round_the_answer_is_mirrored(documents in any_documents()) {
        let straight = compared(&documents);
        let reversed: Vec<_> = documents.iter().rev().cloned().collect();
        let mut mirrored = compared(&reversed).pairs;
        for pair in &mut mirrored {
            let last = documents.len() - 1;
            (pair.first, pair.second) = (last - pair.second, last - pair.first);
        }
        mirrored.sort_by_key(|pair| (pair.first, pair.second));
        prop_assert_eq!(straight.pairs.len(), mirrored.len());
        for (there, back) in straight.pairs.iter().zip(&mirrored) {
            prop_assert_eq!((there.first, there.second), (back.first, back.second));
            prop_assert_eq!(there.similarity, back.similarity);
            prop_assert_eq!(there.relation, back.relation);
            let probabilities = (there.same_story_probability, back.same_story_probability);
            prop_assert!((probabilities.0 - probabilities.1).abs() < 1e-6);
            prop_assert_eq!(there.first_containment, back.second_containment);
            prop_assert_eq!(there.second_containment, back.first_containment);
        }
    }

    #[test]
    fn the_top_pairs_are_among_one_more(
        documents in any_documents(),
        pairs_max in 0..8_usize,
        similarity_min in 0.0..0.5,
    ) {
        let top = |pairs_max| {
            let params = Params { similarity_min, pairs_max, ..Params::default() };
            compared_in("en", &documents, &params)
        };
        let (fewer, more) = (top(pairs_max), top(pairs_max + 1));
        prop_assert_eq!(fewer.n_pairs, more.n_pairs);
        prop_assert_eq!(fewer.pairs.len(), pairs_max.min(fewer.n_pairs));
        prop_assert!(fewer.pairs.iter().all(|pair| more.pairs.contains(pair)));
        let places = |pair: &Pair| (pair.first, pair.second);
        prop_assert!(more.pairs.is_sorted_by(|a, b| places(a) < places(b)));
    }
}

/// Articles of this project in one language each, whose copies are to be told.
fn copies_of(text: &str) -> Vec<(&'static str, String)> {
    let every = |n: usize, edit: &dyn Fn(&str) -> String| {
        let words = text.split_inclusive(char::is_whitespace).enumerate();
        words
            .map(|(i, word)| {
                if i % n == n - 1 {
                    edit(word)
                } else {
                    word.to_owned()
                }
            })
            .collect::<String>()
    };
    let n_half = text.char_indices().nth(text.chars().count() * 6 / 10);
    vec![
        (
            "straight quotes",
            text.replace(['“', '”', '„', '«', '»'], "\""),
        ),
        ("line breaks", text.replace('\n', "\r\n")),
        ("wide blanks", text.replace(' ', "\u{a0}")),
        ("a dateline", format!("OSLO (ABC) — {text}")),
        (
            "an end cut off",
            text.split_at(n_half.map_or(text.len(), |(at, _)| at))
                .0
                .to_owned(),
        ),
        ("a word in ten changed", every(10, &|_| "xyzzy ".to_owned())),
        ("a word in ten missing", every(10, &|_| String::new())),
        (
            "a word in seven misread",
            every(7, &|word| format!("q{word}")),
        ),
        ("upper case", text.to_uppercase()),
        (
            "a notice at the end",
            format!("{text}\nAll rights reserved. Read more."),
        ),
    ]
}

#[test]
fn copies_are_told_in_every_language() {
    let (mut n_told, mut n_copies) = (0, 0);
    let mut missed = Vec::new();
    let mut languages = std::collections::BTreeSet::new();
    for article in crate::testing::articles() {
        languages.insert(article.language_code.clone());
        let original = document("", &article.text);
        for (edit, text) in copies_of(&article.text) {
            let copy = document("", &text);
            let found = compared_in(
                &article.language_code,
                &[original.clone(), copy],
                &Params::default(),
            );
            n_copies += 1;
            if found.pairs[0].relation == Relation::NearDuplicate {
                n_told += 1;
            } else {
                missed.push((article.file.clone(), edit));
            }
        }
    }
    assert!(languages.len() >= 12, "{languages:?}");
    assert!(n_told * 100 >= n_copies * 98, "{missed:?}");
}

#[test]
fn clusters_hold_every_document_once_and_strangers_apart() {
    let articles = crate::testing::articles();
    let english: Vec<_> = articles
        .iter()
        .filter(|article| article.language_code == "en")
        .collect();
    let documents: Vec<_> = english
        .iter()
        .map(|article| document("", &article.text))
        .collect();
    let language = Language::from_code("en").unwrap();
    let items: Vec<_> = documents
        .iter()
        .map(|document| Item {
            document,
            language,
            analyzer: Analyzer::new(language),
        })
        .collect();
    let found = cluster(&items, ClusterParams::default(), &Budget::unlimited()).unwrap();
    let mut members: Vec<_> = found.iter().flat_map(|each| each.members.clone()).collect();
    members.sort_unstable();
    assert_eq!(members, (0..documents.len()).collect::<Vec<_>>());
    for each in &found {
        assert!(each.members.contains(&each.representative));
    }
    assert!(found.is_sorted_by(|a, b| a.members.len() >= b.members.len()));
    // A closed bridge, and the ferry that takes its place: told by four and by two.
    let story = |place: usize| english[place].file.split_once('/').unwrap().0;
    for each in &found {
        let first = story(each.members[0]);
        assert!(
            each.members.iter().all(|member| story(*member) == first),
            "{:?}",
            each.members.iter().map(|member| &english[*member].file)
        );
    }
}

#[test]
fn chinese_of_two_scripts_is_compared_in_one() {
    let documents = texts(&[
        "雲嶺線列車驚險停在落石前，車上三百多名旅客獲救。",
        "云岭线列车惊险停在落石前，车上三百多名旅客获救。",
    ]);
    let found = compared_in("zh", &documents, &explained()).pairs.remove(0);
    assert!(found.similarity > 0.999, "{}", found.similarity);
    assert_eq!(found.first_containment, 1.0);
    assert_eq!(found.relation, Relation::NearDuplicate);
    for each in &found.contributions {
        for (document, mentions) in documents
            .iter()
            .zip([&each.first_mentions, &each.second_mentions])
        {
            let place = mentions[0];
            assert!(place.span.slice(document.field(place.field)).is_some());
        }
    }

    let mut reports = crate::testing::articles();
    reports.retain(|article| article.file.starts_with("train_zh"));
    let reports: Vec<_> = reports
        .iter()
        .map(|article| document("", &article.text))
        .collect();
    let found = compared_in("zh", &reports, &Params::default())
        .pairs
        .remove(0);
    // As probable as for two reports that differ as much in any language; one cluster.
    let probability = found.same_story_probability;
    assert!(probability > 0.4, "{probability}");
}

/// `text` without the blanks after full stops inside of lines.
fn glued(text: &str) -> String {
    let mut glued = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let mut before = glued.chars().rev();
        let is_end = before.next() == Some('.') && before.next().is_some_and(char::is_lowercase);
        let is_next = characters.peek().is_some_and(|next| next.is_uppercase());
        if !(character == ' ' && is_end && is_next) {
            glued.push(character);
        }
    }
    glued
}

#[test]
fn similarity_does_not_depend_on_how_a_page_was_typed() {
    type Typing<'t> = (&'static str, &'t dyn Fn(&str) -> String);
    let decomposed = |text: &str| {
        let normalizer = icu_normalizer::DecomposingNormalizer::new_nfd();
        normalizer.normalize(text).into_owned()
    };
    let straight = |text: &str| {
        let double = text.replace(['“', '”', '„', '«', '»'], "\"");
        double.replace(['‘', '’'], "'")
    };
    let typings: [Typing<'_>; 6] = [
        ("straight quotes", &straight),
        ("decomposed letters", &decomposed),
        ("CRLF", &|text| text.replace('\n', "\r\n")),
        ("doubled blanks", &|text| text.replace(' ', "  ")),
        ("wide blanks", &|text| text.replace(' ', "\u{a0}")),
        ("no blanks after full stops", &glued),
    ];
    let mut articles = crate::testing::articles();
    articles.sort_by(|a, b| a.language_code.cmp(&b.language_code));
    for same_language in articles.chunk_by(|a, b| a.language_code == b.language_code) {
        let code = &same_language[0].language_code;
        let compared = |typing: &dyn Fn(&str) -> String| {
            let typed = |article: &crate::testing::Article| document("", &typing(&article.text));
            let documents: Vec<_> = same_language.iter().map(typed).collect();
            compared_in(code, &documents, &Params::default()).pairs
        };
        let original = compared(&str::to_owned);
        for (name, typing) in typings {
            for (before, after) in original.iter().zip(compared(typing)) {
                let change = (before.similarity - after.similarity).abs();
                assert!(
                    change <= 0.01,
                    "{name} {code} {} {}: {change}",
                    before.first,
                    before.second
                );
            }
        }
    }
}

#[test]
fn a_template_does_not_join_strangers() {
    let notice = "These pages are part of an effort to keep what is written on the web, so \
                  that links that are no longer served can be put in place again for readers";
    let words = [
        "harbour", "budget", "football", "opera", "wheat", "vaccine", "railway",
    ];
    let mut pages = Vec::new();
    for (i, word) in words.iter().cycle().take(14).enumerate() {
        pages.push(format!("{word}{i} {i}a {i}b {i}c {i}d {i}e. {notice}"));
    }
    let documents = texts(&pages.iter().map(String::as_str).collect::<Vec<_>>());
    for pair in compared_in("en", &documents, &Params::default()).pairs {
        assert_ne!(
            pair.relation,
            Relation::NearDuplicate,
            "{} {}",
            pair.first,
            pair.second
        );
    }
}

#[test]
fn what_is_new_is_told() {
    let documents = texts(&[
        "The harbour bridge was closed after inspectors found cracks in two plates. \
         Ferries will run every ten minutes, said the mayor.",
        "Inspectors found cracks in two plates, so the harbour bridge was closed.",
    ]);
    let params = Params {
        include_novelty: true,
        ..Params::default()
    };
    let found = compared_in("en", &documents, &params);
    let [first, second] = &found.novelties[..] else {
        panic!("{:?}", found.novelties);
    };
    let sentences = first.sentences.iter();
    let sentences: Vec<_> = sentences
        .map(|place| place.span.slice(documents[0].text()).unwrap())
        .collect();
    assert_eq!(
        sentences,
        ["Ferries will run every ten minutes, said the mayor."]
    );
    assert_eq!(second.sentences, []);
    assert!(first.share > second.share && second.share > 0.0);
}

#[test]
fn ranking_says_what_comparing_says() {
    let documents = texts(&[
        "Ferry sinks off Oslo in a storm",
        "Bank raises rates",
        "Storm sinks a ferry",
        "Ferry sinks off Oslo in a storm",
    ]);
    let language = Language::from_code("en").unwrap();
    let items: Vec<_> = documents
        .iter()
        .map(|document| Item {
            document,
            language,
            analyzer: Analyzer::new(language),
        })
        .collect();
    let params = RankParams {
        matches_max: 2,
        ..RankParams::default()
    };
    let ranked = rank(&items, &params, &Budget::unlimited()).unwrap();
    let candidates: Vec<_> = ranked.matches.iter().map(|found| found.candidate).collect();
    assert_eq!(candidates, [2, 1]);
    let pairs = compared_in("en", &documents, &Params::default()).pairs;
    for found in &ranked.matches {
        let is_same = |pair: &&Pair| pair.first == 0 && pair.second == found.candidate + 1;
        let pair = pairs.iter().find(is_same).unwrap();
        assert_eq!(found.similarity, pair.similarity);
        assert_eq!(found.relation, pair.relation);
        assert_eq!(found.same_story_probability, pair.same_story_probability);
    }
    assert_eq!(ranked.novelty.share, 0.0);
}
