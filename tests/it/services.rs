//! What each service answers, on articles of `tests/data/articles`.

use std::collections::HashSet;

use copydesk::grpc::pb;
use pb::stem_text_request::{Source, WordList};
use tonic::Request;

use crate::fixtures::{Article, articles};
use crate::harness::{Harness, all_features, document, error_info_of};

fn detect(text: &str) -> pb::DetectLanguageRequest {
    pb::DetectLanguageRequest {
        text: text.to_owned(),
        ..pb::DetectLanguageRequest::default()
    }
}

fn keywords(article: &Article, encoding: pb::OffsetEncoding) -> pb::ExtractKeywordsRequest {
    pb::ExtractKeywordsRequest {
        document: Some(article_document(article)),
        options: None,
        offset_encoding: encoding.into(),
    }
}

fn article_document(article: &Article) -> pb::Document {
    pb::Document {
        id: article.file.clone(),
        title: article.headline.clone(),
        text: article.text.clone(),
        ..pb::Document::default()
    }
}

#[tokio::test]
async fn the_language_of_every_article_is_told() {
    let mut language = Harness::new().language().await;
    for article in articles() {
        let answer = language.detect_language(detect(&article.text)).await;
        let answer = answer.unwrap().into_inner();
        let best = &answer.candidates[0];
        // One of the Chinese articles is in traditional characters, `zh-Hant`.
        let language = best.language_code.split('-').next();
        assert_eq!(language, Some(&*article.language), "{}", article.file);
        assert!(answer.reliable && best.confidence > 0.9, "{}", article.file);
    }
}

#[tokio::test]
async fn the_detector_that_is_asked_for_decides() {
    let mut language = Harness::new().language().await;
    let text = "Most je zatvoren zbog poplave, saopštile su gradske vlasti u nedelju.";
    let cases = [
        (
            pb::LanguageDetector::Unspecified,
            pb::LanguageDetector::Ngram,
            "sr-Latn",
        ),
        (
            pb::LanguageDetector::Ngram,
            pb::LanguageDetector::Ngram,
            "sr-Latn",
        ),
        // whatlang has Serbian in Cyrillic script only.
        (
            pb::LanguageDetector::Whatlang,
            pb::LanguageDetector::Whatlang,
            "hr",
        ),
    ];
    for (asked, decided, expected) in cases {
        let mut request = detect(text);
        request.set_detector(asked);
        let answer = language
            .detect_language(request)
            .await
            .unwrap()
            .into_inner();
        assert_eq!(answer.detector(), decided);
        assert_eq!(answer.candidates[0].language_code, expected, "{asked:?}");
    }
}

#[tokio::test]
async fn segments_cover_the_text_in_every_unit() {
    let mut language = Harness::new().language().await;
    let by = |code: &str| {
        articles()
            .into_iter()
            .find(|a| a.language == code)
            .unwrap()
            .text
    };
    let text = format!("{}\n\n{} 🎉 ", by("en"), by("de"));
    for encoding in [
        pb::OffsetEncoding::Utf8,
        pb::OffsetEncoding::Utf16,
        pb::OffsetEncoding::CodePoints,
    ] {
        let request = pb::SegmentLanguagesRequest {
            text: text.clone(),
            allowed_language_codes: Vec::new(),
            offset_encoding: encoding.into(),
        };
        let answer = language
            .segment_languages(request)
            .await
            .unwrap()
            .into_inner();
        assert_eq!(answer.offset_encoding(), encoding);
        let mut covered = String::new();
        let mut codes = Vec::new();
        for segment in answer.segments {
            let span = segment.span.unwrap();
            assert_eq!(cut(&text, &span, encoding), span.text);
            covered.push_str(&span.text);
            codes.push(segment.language.unwrap().language_code);
        }
        assert_eq!(covered, text);
        assert_eq!(codes, ["en", "de"]);
    }
}

#[tokio::test]
async fn a_batch_answers_as_single_calls_do() {
    let harness = Harness::new();
    let articles = articles();

    let mut language = harness.language().await;
    let requests: Vec<_> = articles.iter().map(|a| detect(&a.text)).collect();
    let batch = pb::BatchDetectLanguagesRequest {
        requests: requests.clone(),
    };
    let batch = language.batch_detect_languages(batch).await.unwrap();
    for (request, result) in requests.into_iter().zip(batch.into_inner().results) {
        let single = language
            .detect_language(request)
            .await
            .unwrap()
            .into_inner();
        let expected = pb::batch_detect_languages_response::result::Result::Response(single);
        assert_eq!(result.result, Some(expected));
    }

    let mut keyword = harness.keyword().await;
    let requests: Vec<_> = articles
        .iter()
        .map(|article| keywords(article, pb::OffsetEncoding::Utf8))
        .collect();
    let batch = pb::BatchExtractKeywordsRequest {
        requests: requests.clone(),
    };
    let batch = keyword.batch_extract_keywords(batch).await.unwrap();
    for (request, result) in requests.into_iter().zip(batch.into_inner().results) {
        let single = keyword
            .extract_keywords(request)
            .await
            .unwrap()
            .into_inner();
        assert!(!single.keywords.is_empty());
        let expected = pb::batch_extract_keywords_response::result::Result::Response(single);
        assert_eq!(result.result, Some(expected));
    }

    let mut stemming = harness.stemming().await;
    let stem = |article: &Article| pb::StemTextRequest {
        source: Some(Source::Text(article.text.clone())),
        ..pb::StemTextRequest::default()
    };
    let requests: Vec<_> = articles.iter().map(stem).collect();
    let batch = pb::BatchStemTextsRequest {
        requests: requests.clone(),
    };
    let batch = stemming.batch_stem_texts(batch).await.unwrap();
    for (request, result) in requests.into_iter().zip(batch.into_inner().results) {
        let single = stemming.stem_text(request).await.unwrap().into_inner();
        let expected = pb::batch_stem_texts_response::result::Result::Response(single);
        assert_eq!(result.result, Some(expected));
    }
}

#[tokio::test]
async fn a_stream_answers_in_order_and_goes_on_after_a_bad_item() {
    use pb::stream_detect_languages_response::Result as Outcome;
    let articles = articles();
    let items: Vec<_> = (0..200)
        .map(|i| pb::StreamDetectLanguagesRequest {
            id: i.to_string(),
            // Every tenth item forgets its request.
            request: (i % 10 != 9).then(|| detect(&articles[i % articles.len()].text)),
        })
        .collect();
    let mut language = Harness::new().language().await;
    let stream = language
        .stream_detect_languages(tokio_stream::iter(items))
        .await;
    let mut stream = stream.unwrap().into_inner();
    let mut n_answers = 0;
    while let Some(answer) = stream.message().await.unwrap() {
        assert_eq!(answer.id, n_answers.to_string());
        match answer.result.unwrap() {
            Outcome::Response(response) => assert!(!response.candidates.is_empty()),
            Outcome::Error(error) => {
                assert_eq!(n_answers % 10, 9);
                assert_eq!(error_info_of(&error).reason, "FIELD_REQUIRED");
            }
        }
        n_answers += 1;
    }
    assert_eq!(n_answers, 200);
}

/// The part of `text` that a client cuts out, counting as it does.
fn cut(text: &str, span: &pb::TextSpan, encoding: pb::OffsetEncoding) -> String {
    let start = usize::try_from(span.start_offset).unwrap();
    let end = usize::try_from(span.end_offset).unwrap();
    match encoding {
        pb::OffsetEncoding::Unspecified | pb::OffsetEncoding::Utf8 => text[start..end].to_owned(),
        pb::OffsetEncoding::Utf16 => {
            let units: Vec<u16> = text.encode_utf16().collect();
            String::from_utf16(&units[start..end]).unwrap()
        }
        pb::OffsetEncoding::CodePoints => text.chars().skip(start).take(end - start).collect(),
    }
}

#[tokio::test]
async fn spans_fit_the_callers_text_in_every_unit() {
    let harness = Harness::new();
    let (mut keyword, mut stemming) = (harness.keyword().await, harness.stemming().await);
    let units = [
        (pb::OffsetEncoding::Unspecified, pb::OffsetEncoding::Utf8),
        (pb::OffsetEncoding::Utf8, pb::OffsetEncoding::Utf8),
        (pb::OffsetEncoding::Utf16, pb::OffsetEncoding::Utf16),
        (
            pb::OffsetEncoding::CodePoints,
            pb::OffsetEncoding::CodePoints,
        ),
    ];
    for mut article in articles() {
        // A character outside the basic plane makes the three units differ everywhere.
        article.text.insert(0, '𝄞');
        article.headline.insert(0, '𝄞');
        for (asked, echoed) in units {
            let request = keywords(&article, asked);
            let answer = keyword
                .extract_keywords(request)
                .await
                .unwrap()
                .into_inner();
            assert_eq!(answer.offset_encoding(), echoed);
            for span in answer.keywords.iter().flat_map(|keyword| &keyword.mentions) {
                let field = match span.field() {
                    pb::DocumentField::Title => &article.headline,
                    pb::DocumentField::Text | pb::DocumentField::Unspecified => &article.text,
                };
                assert_eq!(cut(field, span, asked), span.text);
            }
            let request = pb::StemTextRequest {
                source: Some(Source::Text(article.text.clone())),
                offset_encoding: asked.into(),
                ..pb::StemTextRequest::default()
            };
            let answer = stemming.stem_text(request).await.unwrap().into_inner();
            assert_eq!(answer.offset_encoding(), echoed);
            for token in answer.tokens.iter().step_by(17) {
                let span = token.span.as_ref().unwrap();
                assert_eq!(cut(&article.text, span, asked), token.text);
                for part in &token.parts {
                    assert_eq!(cut(&article.text, part, asked), part.text);
                }
            }
        }
    }
}

/// An article as a page, with what pages have around it.
fn page_of(article: &Article) -> String {
    let escaped = article
        .text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('’', "&rsquo;")
        .replace('é', "&eacute;");
    let lines = escaped.lines().filter(|line| !line.trim().is_empty());
    let bold = lines.map(|line| line.replacen(' ', " <b>\r\n</b> ", 1));
    let paragraphs = bold.collect::<Vec<_>>().join("</p>\n  <p class=\"x\">");
    let head = "<!doctype html><html><head><title>x 𝄞</title><style>p{}</style></head>";
    format!(
        "{head}<body><nav><a>𝄞 Menu</a></nav><main>\n<p>{paragraphs}</main><footer>Impressum</footer>"
    )
}

#[tokio::test]
async fn spans_of_a_page_refer_to_the_page_as_sent() {
    let mut keyword = Harness::new().keyword().await;
    for article in articles() {
        let page = page_of(&article);
        for encoding in [
            pb::OffsetEncoding::Utf8,
            pb::OffsetEncoding::Utf16,
            pb::OffsetEncoding::CodePoints,
        ] {
            let request = pb::ExtractKeywordsRequest {
                document: Some(pb::Document {
                    text: page.clone(),
                    content_type: pb::ContentType::Html.into(),
                    language_code: article.language.clone(),
                    ..pb::Document::default()
                }),
                offset_encoding: encoding.into(),
                ..pb::ExtractKeywordsRequest::default()
            };
            let answer = keyword.extract_keywords(request).await.unwrap();
            let answer = answer.into_inner();
            assert!(!answer.keywords.is_empty(), "{}", article.file);
            for span in answer.keywords.iter().flat_map(|keyword| &keyword.mentions) {
                let range = cut(&page, span, encoding);
                let as_read = range.replace("<b>", "").replace("</b>", "");
                let as_read = as_read.replace("&rsquo;", "’").replace("&eacute;", "é");
                let as_read = as_read.replace("&amp;", "&");
                let words: Vec<_> = as_read.split_ascii_whitespace().collect();
                assert_eq!(words.join(" "), span.text, "{}", article.file);
                assert_eq!(span.field(), pb::DocumentField::Text);
            }
        }
    }
}

#[tokio::test]
async fn a_page_is_as_like_others_as_its_text_is() {
    let article = articles().remove(0);
    let text = article.text.lines().filter(|line| !line.trim().is_empty());
    let text = text.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let plain = pb::Document {
        text: text.collect::<Vec<_>>().join("\n\n"),
        ..pb::Document::default()
    };
    let page = pb::Document {
        text: page_of(&article),
        content_type: pb::ContentType::Html.into(),
        ..pb::Document::default()
    };
    let request = pb::CompareDocumentsRequest {
        documents: vec![plain, page],
        ..pb::CompareDocumentsRequest::default()
    };
    let mut similarity = Harness::new().similarity().await;
    let answer = similarity.compare_documents(request).await;
    let pair = answer.unwrap().into_inner().pairs.remove(0);
    let values = [
        pair.similarity,
        pair.first_containment,
        pair.second_containment,
    ];
    assert!(
        values.iter().all(|value| *value >= 1.0 - 1e-9),
        "{values:?}"
    );
}

#[tokio::test]
async fn words_are_stemmed_one_by_one() {
    let mut stemming = Harness::new().stemming().await;
    let words = ["The", "Bridges", "", "two words", "l’été", "Ukraine’s"];
    let request = pb::StemTextRequest {
        source: Some(Source::WordList(WordList {
            words: words.map(str::to_owned).to_vec(),
        })),
        algorithm: "english".to_owned(),
        ..pb::StemTextRequest::default()
    };
    let answer = stemming
        .stem_text(request.clone())
        .await
        .unwrap()
        .into_inner();
    let stems: Vec<_> = answer.tokens.iter().map(|token| &*token.stem).collect();
    assert_eq!(stems, ["the", "bridg", "", "two word", "l'été", "ukrain"]);
    assert!(answer.tokens.iter().all(|token| token.span.is_none()));
    assert_eq!(answer.language_code, "en");

    let dropping = pb::StemTextRequest {
        drop_stop_words: true,
        fold_diacritics: true,
        ..request
    };
    let answer = stemming.stem_text(dropping).await.unwrap().into_inner();
    let tokens: Vec<_> = answer.tokens.iter().map(|t| (&*t.text, &*t.stem)).collect();
    assert_eq!(tokens[0], ("Bridges", "bridg"));
    assert_eq!(tokens[3], ("l’été", "l'ete"));
}

#[tokio::test]
async fn a_token_tells_its_kind_and_its_parts() {
    use pb::TokenKind::{Abbreviation, Compound, Email, Hashtag, Mention, Number, Url, Word};
    let text = "The U.S.-backed team said.Then F-16s cost $3.5bn in the U.S. #harbour @kofi \
                news@courier.example.org https://example.org/Bridges";
    let request = pb::StemTextRequest {
        source: Some(Source::Text(text.to_owned())),
        language_code: "en".to_owned(),
        ..pb::StemTextRequest::default()
    };
    let answer = Harness::new().stemming().await.stem_text(request).await;
    let tokens = answer.unwrap().into_inner().tokens;
    let found: Vec<_> = tokens
        .iter()
        .map(|t| (&*t.text, t.kind(), &*t.stem))
        .collect();
    let expected = [
        ("The", Word, "the"),
        ("U.S.-backed", Compound, "u.s.-back"),
        ("team", Word, "team"),
        ("said", Word, "said"),
        ("Then", Word, "then"),
        ("F-16s", Compound, "f-16s"),
        ("cost", Word, "cost"),
        ("$3.5bn", Number, "$3.5bn"),
        ("in", Word, "in"),
        ("the", Word, "the"),
        ("U.S.", Abbreviation, "u.s."),
        ("#harbour", Hashtag, "#harbour"),
        ("@kofi", Mention, "@kofi"),
        (
            "news@courier.example.org",
            Email,
            "news@courier.example.org",
        ),
        (
            "https://example.org/Bridges",
            Url,
            "https://example.org/bridges",
        ),
    ];
    assert_eq!(found, expected);
    let parts: Vec<_> = tokens[1].parts.iter().map(|part| &*part.text).collect();
    assert_eq!(parts, ["U.S", "backed"]);
    assert!(tokens[0].parts.is_empty());
}

#[tokio::test]
async fn protected_words_and_overrides_are_honoured_however_they_are_written() {
    let overrides = [("MEN", "man"), ("o'hara’s", "hara")];
    let overrides = overrides.map(|(word, stem)| (word.to_owned(), stem.to_owned()));
    let request = pb::StemTextRequest {
        source: Some(Source::Text("Men read O’Hara's Times bridges".to_owned())),
        language_code: "en".to_owned(),
        protected_words: vec!["TIMES".to_owned(), "men".to_owned()],
        stem_overrides: overrides.into(),
        ..pb::StemTextRequest::default()
    };
    let answer = Harness::new().stemming().await.stem_text(request).await;
    let tokens = answer.unwrap().into_inner().tokens;
    let stems: Vec<_> = tokens.iter().map(|token| &*token.stem).collect();
    assert_eq!(stems, ["man", "read", "hara", "times", "bridg"]);
}

#[tokio::test]
async fn an_unsupported_language_gets_a_best_effort() {
    let harness = Harness::new();
    let request = pb::StemTextRequest {
        source: Some(Source::Text("qaStaH nuq jay'".to_owned())),
        language_code: "tlh".to_owned(),
        ..pb::StemTextRequest::default()
    };
    let answer = harness.stemming().await.stem_text(request).await.unwrap();
    let answer = answer.into_inner();
    assert_eq!((&*answer.language_code, &*answer.algorithm), ("tlh", ""));
    assert_eq!(answer.tokens[0].stem, "qastah");

    let request = pb::ExtractKeywordsRequest {
        document: Some(pb::Document {
            text: "batlh Daqawlu'taH, batlh Daqawlu'taH".to_owned(),
            language_code: "tlh".to_owned(),
            ..pb::Document::default()
        }),
        ..pb::ExtractKeywordsRequest::default()
    };
    let answer = harness.keyword().await.extract_keywords(request).await;
    let answer = answer.unwrap().into_inner();
    assert!(!answer.language_supported && !answer.keywords.is_empty());
}

#[tokio::test]
async fn blank_texts_are_answered() {
    let harness = Harness::new();
    for blank in ["", " ", "\n\t\u{a0}"] {
        let answer = harness
            .language()
            .await
            .detect_language(detect(blank))
            .await;
        let best = answer.unwrap().into_inner().candidates.remove(0);
        assert_eq!((&*best.language_code, best.confidence), ("und", 0.0));

        let request = pb::StemTextRequest {
            source: Some(Source::Text(blank.to_owned())),
            ..pb::StemTextRequest::default()
        };
        let answer = harness.stemming().await.stem_text(request).await.unwrap();
        assert!(answer.into_inner().tokens.is_empty());
    }
    let blank = pb::Document {
        text: " \n".to_owned(),
        ..pb::Document::default()
    };
    let request = pb::ExtractKeywordsRequest {
        document: Some(blank.clone()),
        ..pb::ExtractKeywordsRequest::default()
    };
    let answer = harness.keyword().await.extract_keywords(request).await;
    assert!(answer.unwrap().into_inner().keywords.is_empty());

    let request = pb::CompareDocumentsRequest {
        documents: vec![blank.clone(), blank, article_document(&articles()[0])],
        ..pb::CompareDocumentsRequest::default()
    };
    let answer = harness.similarity().await.compare_documents(request).await;
    let answer = answer.unwrap().into_inner();
    assert!(answer.pairs.iter().all(|pair| pair.similarity == 0.0));
    let problems = answer.documents.iter().map(|each| each.problem.is_some());
    assert_eq!(problems.collect::<Vec<_>>(), [true, true, false]);
}

#[tokio::test]
async fn reports_of_one_event_are_more_alike_than_others() {
    let articles = articles();
    let request = pb::CompareDocumentsRequest {
        documents: articles.iter().map(article_document).collect(),
        explain: Some(pb::ExplainOptions::default()),
        ..pb::CompareDocumentsRequest::default()
    };
    let mut similarity = Harness::new().similarity().await;
    let answer = similarity
        .compare_documents(request)
        .await
        .unwrap()
        .into_inner();
    let n = articles.len();
    assert_eq!(answer.pairs.len(), n * (n - 1) / 2);
    assert_eq!(
        usize::try_from(answer.pair_count).unwrap(),
        answer.pairs.len()
    );
    let mut nearest = vec![(0.0, 0); n];
    for pair in &answer.pairs {
        let named: f64 = pair
            .contributions
            .iter()
            .map(|each| each.contribution)
            .sum();
        assert!((named + pair.other_contribution - pair.similarity).abs() < 1e-9);
        let [first, second] =
            [pair.first_index, pair.second_index].map(|index| usize::try_from(index).unwrap());
        for (one, other) in [(first, second), (second, first)] {
            if pair.similarity > nearest[one].0 {
                nearest[one] = (pair.similarity, other);
            }
        }
    }
    let mut strayed = Vec::new();
    for (article, (_, other)) in articles.iter().zip(nearest) {
        let of_the_story = articles.iter().filter(|each| each.story == article.story);
        if of_the_story.count() > 1 && articles[other].story != article.story {
            strayed.push((&*article.file, &*articles[other].file));
        }
    }
    assert_eq!(strayed, [] as [(&str, &str); 0]);
}

#[tokio::test]
async fn quotations_have_their_exact_words_in_each_unit_and_their_publishers() {
    let text = "Zoë Lund sang 𝄞. “We found cracks,” she said. ‘Nobody knew.’";
    let of = |publisher: &str, text: &str| pb::Document {
        publisher: publisher.to_owned(),
        id: publisher.to_owned(),
        text: text.to_owned(),
        ..pb::Document::default()
    };
    let blank = pb::Document {
        title: " ".to_owned(),
        ..pb::Document::default()
    };
    let documents = vec![
        of("Courier", text),
        of(
            "Tribune",
            "Zoë Lund told us that “we found CRACKS”. Nobody knew.",
        ),
        blank,
    ];
    let mut similarity = Harness::new().similarity().await;
    for encoding in [
        pb::OffsetEncoding::Utf8,
        pb::OffsetEncoding::Utf16,
        pb::OffsetEncoding::CodePoints,
    ] {
        let request = pb::MatchQuotationsRequest {
            documents: documents.clone(),
            offset_encoding: encoding.into(),
            ..pb::MatchQuotationsRequest::default()
        };
        let answer = similarity.match_quotations(request).await.unwrap();
        let answer = answer.into_inner();
        assert_eq!(answer.offset_encoding, i32::from(encoding));
        let texts: Vec<_> = answer.quotations.iter().map(|q| &*q.text).collect();
        assert_eq!(texts, ["We found cracks"]);
        let quotation = &answer.quotations[0];
        assert_eq!(
            (quotation.document_count, quotation.publisher_count),
            (2, 2)
        );
        assert_eq!(quotation.speaker_names, ["Zoë Lund"]);
        let first = &quotation.uses[0];
        assert_eq!(
            (first.index, &*first.document_id, first.quoted),
            (0, "Courier", true)
        );
        let span = first.span.as_ref().unwrap();
        let start = text.find("We").unwrap();
        let before = match encoding {
            pb::OffsetEncoding::Utf16 => text[..start].encode_utf16().count(),
            pb::OffsetEncoding::CodePoints => text[..start].chars().count(),
            pb::OffsetEncoding::Utf8 | pb::OffsetEncoding::Unspecified => start,
        };
        assert_eq!(usize::try_from(span.start_offset).unwrap(), before);
        assert_eq!(span.end_offset - span.start_offset, 15);
        let mention = first.speaker.as_ref().unwrap().mention.as_ref().unwrap();
        assert_eq!(mention.text, "she");
        let problems = answer.documents.iter().map(|each| each.problem.is_some());
        assert_eq!(problems.collect::<Vec<_>>(), [false, false, true]);
    }
}

#[tokio::test]
async fn a_copy_is_told_by_containment() {
    let articles = articles();
    let copy = articles.iter().find(|each| each.copy_of.is_some()).unwrap();
    let source = copy.copy_of.as_deref().unwrap();
    let original = articles.iter().find(|each| each.file == source).unwrap();
    let request = pb::CompareDocumentsRequest {
        documents: [original, copy].map(article_document).to_vec(),
        ..pb::CompareDocumentsRequest::default()
    };
    let answer = Harness::new()
        .similarity()
        .await
        .compare_documents(request)
        .await;
    let pair = answer.unwrap().into_inner().pairs.remove(0);
    assert!(pair.second_containment > 0.6, "{}", pair.second_containment);
    assert!(pair.similarity > 0.8, "{}", pair.similarity);
}

#[tokio::test]
async fn pairs_are_the_most_similar_ones_in_order() {
    let articles = articles();
    let compare = |max_pairs, min_similarity| pb::CompareDocumentsRequest {
        documents: articles.iter().map(article_document).collect(),
        max_pairs,
        min_similarity,
        ..pb::CompareDocumentsRequest::default()
    };
    let mut similarity = Harness::new().similarity().await;
    let mut ask = async |request| {
        similarity
            .compare_documents(request)
            .await
            .unwrap()
            .into_inner()
    };
    let all = ask(compare(None, None)).await;
    let some = ask(compare(Some(7), Some(0.1))).await;
    let mut best = all.pairs.clone();
    best.sort_by(|a, b| b.similarity.total_cmp(&a.similarity));
    let enough = best.iter().filter(|pair| pair.similarity >= 0.1).count();
    assert_eq!(usize::try_from(some.pair_count).unwrap(), enough);
    let key = |pair: &pb::DocumentPair| (pair.first_index, pair.second_index);
    let expected: HashSet<_> = best.iter().take(7).map(key).collect();
    let got: Vec<_> = some.pairs.iter().map(key).collect();
    assert_eq!(got.iter().copied().collect::<HashSet<_>>(), expected);
    assert!(got.is_sorted());
}

fn analyze(document: pb::Document) -> pb::AnalyzeDocumentRequest {
    pb::AnalyzeDocumentRequest {
        document: Some(document),
        features: Some(all_features()),
        ..pb::AnalyzeDocumentRequest::default()
    }
}

#[tokio::test]
async fn an_analysis_says_what_the_single_calls_say() {
    let harness = Harness::new();
    let mut analysis = harness.analysis().await;
    let (mut language, mut keyword) = (harness.language().await, harness.keyword().await);
    let mut stemming = harness.stemming().await;
    for article in articles() {
        let text = document(&article.text);
        let answer = analysis.analyze_document(analyze(text.clone())).await;
        let answer = answer.unwrap().into_inner();

        let detected = language.detect_language(detect(&article.text)).await;
        let detected = detected.unwrap().into_inner();
        assert_eq!(answer.language.as_ref(), detected.candidates.first());
        assert_eq!(answer.language_reliable, detected.reliable);

        let request = pb::StemTextRequest {
            source: Some(Source::Text(article.text.clone())),
            ..pb::StemTextRequest::default()
        };
        let stemmed = stemming.stem_text(request).await.unwrap().into_inner();
        assert_eq!(answer.tokens, stemmed.tokens, "{}", article.file);
        assert_eq!(answer.stemming_algorithm, stemmed.algorithm);

        let request = pb::ExtractKeywordsRequest {
            document: Some(text),
            ..pb::ExtractKeywordsRequest::default()
        };
        let extracted = keyword.extract_keywords(request).await.unwrap();
        let extracted = extracted.into_inner();
        assert_eq!(answer.keywords, extracted.keywords, "{}", article.file);
        assert_eq!(answer.keyword_algorithm, extracted.algorithm);
    }
}

#[tokio::test]
async fn an_analysis_fits_the_callers_text_in_every_unit() {
    let mut analysis = Harness::new().analysis().await;
    for mut article in articles() {
        article.text.insert(0, '𝄞');
        article.headline.insert(0, '𝄞');
        for encoding in [
            pb::OffsetEncoding::Utf8,
            pb::OffsetEncoding::Utf16,
            pb::OffsetEncoding::CodePoints,
        ] {
            let request = pb::AnalyzeDocumentRequest {
                offset_encoding: encoding.into(),
                ..analyze(article_document(&article))
            };
            let answer = analysis.analyze_document(request).await.unwrap();
            let answer = answer.into_inner();
            assert_eq!(answer.offset_encoding(), encoding);
            let title = answer.title.clone().unwrap();
            assert_eq!(title.field(), pb::DocumentField::Title);
            assert_eq!(title.text, article.headline);
            let tokens = answer.tokens.iter().filter_map(|token| token.span.as_ref());
            let parts = answer.tokens.iter().flat_map(|token| &token.parts);
            let boilerplate = answer.boilerplate.iter().filter_map(|b| b.span.as_ref());
            let quotations = answer.quotations.iter().filter_map(|q| q.span.as_ref());
            let spans = tokens
                .chain(parts)
                .chain(quotations)
                .chain(boilerplate)
                .chain(&answer.sentences);
            for span in spans.step_by(7).chain([&title]) {
                let field = match span.field() {
                    pb::DocumentField::Title => &article.headline,
                    pb::DocumentField::Text | pb::DocumentField::Unspecified => &article.text,
                };
                assert_eq!(cut(field, span, encoding), span.text, "{}", article.file);
            }
            assert!(!answer.sentences.is_empty() && !answer.tokens.is_empty());
        }
    }
}

#[tokio::test]
async fn an_analysis_fills_what_it_was_asked_for_and_no_more() {
    let mut analysis = Harness::new().analysis().await;
    let english = || {
        document("The harbour bridge is closed. “Cracks were found in its cables,” Ada Quill said.")
    };
    let mut ask = async |features| {
        let request = pb::AnalyzeDocumentRequest {
            features,
            ..analyze(english())
        };
        let answer = analysis.analyze_document(request).await.unwrap();
        answer.into_inner()
    };
    let all = ask(Some(all_features())).await;
    let usual = pb::AnalyzeDocumentResponse {
        tokens: Vec::new(),
        sentences: Vec::new(),
        quotations: Vec::new(),
        boilerplate: Vec::new(),
        fingerprint: None,
        ..all.clone()
    };
    assert_eq!(ask(None).await, usual);
    assert_eq!(ask(Some(pb::AnalysisFeatures::default())).await, usual);
    let alone = pb::AnalysisFeatures {
        sentences: true,
        ..pb::AnalysisFeatures::default()
    };
    let expected = pb::AnalyzeDocumentResponse {
        sentences: all.sentences.clone(),
        title: all.title.clone(),
        stemming_algorithm: "english".to_owned(),
        offset_encoding: all.offset_encoding,
        ..pb::AnalyzeDocumentResponse::default()
    };
    assert_eq!(ask(Some(alone)).await, expected);
    assert_eq!(expected.sentences.len(), 2);
}

#[tokio::test]
async fn a_language_that_the_caller_gives_is_sure() {
    let mut analysis = Harness::new().analysis().await;
    let given = pb::Document {
        language_code: "pt-BR".to_owned(),
        ..document("The harbour bridge")
    };
    let answer = analysis.analyze_document(analyze(given)).await.unwrap();
    let answer = answer.into_inner();
    let language = answer.language.unwrap();
    assert_eq!(
        (&*language.language_code, &*language.script_code),
        ("pt", "Latn")
    );
    assert!((language.confidence - 1.0).abs() < f64::EPSILON && answer.language_reliable);
    assert_eq!(answer.stemming_algorithm, "portuguese");

    let blank = analysis.analyze_document(analyze(document(" \n"))).await;
    let blank = blank.unwrap().into_inner();
    assert_eq!(blank.language.unwrap().language_code, "und");
    assert!(blank.tokens.is_empty() && blank.keywords.is_empty());
    assert!(blank.title.is_none() && blank.fingerprint.is_none() && !blank.language_reliable);
}

#[tokio::test]
async fn fingerprints_tell_copies() {
    let mut analysis = Harness::new().analysis().await;
    let mut fingerprint = async |text: &str| {
        let request = analyze(document(text));
        let answer = analysis.analyze_document(request).await.unwrap();
        answer.into_inner().fingerprint.unwrap()
    };
    let vector = fingerprint("“The harbour bridge is CLOSED!”").await;
    assert_eq!(vector.algorithm, "minhash128-v1");
    // As the schema says.
    assert_eq!(vector.values[..2], [131_684_364, 1_501_990_100]);
    assert_eq!(vector.values.len(), 128);
    let articles = articles();
    let copy = articles.iter().find(|each| each.copy_of.is_some()).unwrap();
    let source = copy.copy_of.as_deref().unwrap();
    let original = articles.iter().find(|each| each.file == source).unwrap();
    let other = articles
        .iter()
        .find(|a| a.story != copy.story && a.language == copy.language);
    let likeness = |one: &pb::Fingerprint, other: &pb::Fingerprint| {
        one.values
            .iter()
            .zip(&other.values)
            .filter(|(a, b)| a == b)
            .count()
    };
    let of_copy = fingerprint(&copy.text).await;
    assert!(likeness(&of_copy, &fingerprint(&original.text).await) > 50);
    assert!(likeness(&of_copy, &fingerprint(&other.unwrap().text).await) < 8);
}

/// One stands behind a notice about cookies that the phrases do not know.
#[tokio::test]
async fn headlines_are_found_where_nobody_gives_them() {
    const WRONG_MAX: usize = 1;
    let mut analysis = Harness::new().analysis().await;
    let mut wrong = Vec::new();
    for article in articles() {
        let request = analyze(document(&article.text));
        let answer = analysis.analyze_document(request).await;
        let answer = answer.unwrap().into_inner();
        let found = answer.title.map(|title| title.text).unwrap_or_default();
        if found != article.headline {
            wrong.push((article.file, found));
        }
    }
    assert!(wrong.len() <= WRONG_MAX, "{wrong:?}");
}

#[tokio::test]
async fn the_heading_of_a_page_is_its_headline() {
    let page = include_str!("../data/pages/lighthouse_en.html");
    let request = pb::AnalyzeDocumentRequest {
        offset_encoding: pb::OffsetEncoding::CodePoints.into(),
        ..analyze(pb::Document {
            content_type: pb::ContentType::Html.into(),
            ..document(page)
        })
    };
    let answer = Harness::new()
        .analysis()
        .await
        .analyze_document(request)
        .await;
    let answer = answer.unwrap().into_inner();
    let title = answer.title.unwrap();
    assert_eq!(title.text, "Lighthouse keepers return to Skerry\u{a0}Point");
    let sent = cut(page, &title, pb::OffsetEncoding::CodePoints);
    assert_eq!(sent, "Lighthouse keepers return to Skerry&nbsp;Point");
    assert_eq!(answer.sentences.len(), 8);
    let words: Vec<_> = answer.tokens.iter().map(|token| &*token.text).collect();
    for left_out in [
        "Tides",
        "Subscribe",
        "letter",
        "walks",
        "Courier",
        "tracker",
    ] {
        assert!(!words.contains(&left_out), "{left_out}");
    }
}

#[tokio::test]
async fn a_stream_of_documents_goes_on_after_a_bad_one() {
    use pb::stream_analyze_documents_response::Result as Outcome;
    let articles = articles();
    let items: Vec<_> = (0..100)
        .map(|i| pb::StreamAnalyzeDocumentsRequest {
            id: i.to_string(),
            request: match i % 10 {
                9 => None,
                8 => Some(pb::AnalyzeDocumentRequest::default()),
                _ => Some(analyze(article_document(&articles[i % articles.len()]))),
            },
        })
        .collect();
    let mut analysis = Harness::new().analysis().await;
    let stream = analysis
        .stream_analyze_documents(tokio_stream::iter(items))
        .await;
    let mut stream = stream.unwrap().into_inner();
    let mut n_answers = 0;
    while let Some(answer) = stream.message().await.unwrap() {
        assert_eq!(answer.id, n_answers.to_string());
        match answer.result.unwrap() {
            Outcome::Response(response) => assert!(!response.tokens.is_empty()),
            Outcome::Error(error) => {
                let field = ["request.document is required", "request is required"];
                assert_eq!(error.message, field[n_answers % 10 - 8]);
                assert_eq!(error_info_of(&error).reason, "FIELD_REQUIRED");
            }
        }
        n_answers += 1;
    }
    assert_eq!(n_answers, 100);
}

#[tokio::test]
async fn the_server_tells_what_it_is() {
    let mut server_info = Harness::with(&["--max-call-seconds", "7"])
        .server_info()
        .await;
    let request = Request::new(pb::GetServerInfoRequest {});
    let answer = server_info.get_server_info(request).await.unwrap();
    let version = answer.metadata().get("copydesk-analysis-version").cloned();
    let info = answer.into_inner();
    assert_eq!(version.unwrap().to_str().unwrap(), info.analysis_version);
    assert_eq!(info.version, env!("CARGO_PKG_VERSION"));
    let limits = info.limits.unwrap();
    assert_eq!(limits.max_document_characters, 1_000_000);
    assert_eq!(limits.max_call_duration.unwrap().seconds, 7);
    let english = info
        .languages
        .iter()
        .find(|each| each.language_code == "en");
    let english = english.unwrap();
    assert_eq!(english.stemming_algorithms[0], "english");
    assert!(english.stop_words && !english.detectors.is_empty());
    assert!(
        info.languages
            .is_sorted_by_key(|each| each.language_code.clone())
    );
}
