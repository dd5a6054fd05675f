//! What is told of pages that were made up for this project, in many languages.

use proptest::prelude::*;

use super::BoilerplateKind::{
    Advertisement, Credit, Markup, Navigation, Notice, Other, Subscription, Teaser, Widget,
};
use super::table::{CALLS, PHRASES};
use super::*;
use crate::base::Limits;
use crate::text::{ContentType, DocumentParts};

fn document(title: &str, text: &str) -> Document {
    let parts = DocumentParts {
        title: title.into(),
        text: text.into(),
        ..DocumentParts::default()
    };
    Document::new(parts, &Limits::default()).unwrap()
}

#[test]
fn the_heading_of_html_is_the_headline() {
    let headline = |text: &str| {
        let parts = DocumentParts {
            text: text.into(),
            content_type: ContentType::Html,
            ..DocumentParts::default()
        };
        let document = Document::new(parts, &Limits::default()).unwrap();
        let english = Language::from_code("en").unwrap();
        let article = Article::find(&document, english, &Budget::unlimited()).unwrap();
        let place = article.headline()?;
        place.span.slice(document.text()).map(str::to_owned)
    };
    let report = "<p>The harbour bridge was closed on Monday after cracks were found.</p>";
    let page = format!("<p>Weather Desk</p><h1>Bridge shut</h1>{report}");
    assert_eq!(headline(&page).as_deref(), Some("Bridge shut"));
    let page = format!("<h1>Advertisement</h1><h2>Harbour bridge shut</h2>{report}");
    assert_eq!(headline(&page).as_deref(), Some("Harbour bridge shut"));
}

fn find(text: &str, code: &str) -> Article {
    let language = Language::from_code(code).unwrap();
    // A document needs a text.
    let text = if text.is_empty() { " " } else { text };
    Article::find(&document("", text), language, &Budget::unlimited()).unwrap()
}

fn told<'t>(text: &'t str, code: &str) -> Vec<(BoilerplateKind, &'t str)> {
    let article = find(text, code);
    let each = |b: &Boilerplate| (b.kind, b.span.slice(text).unwrap());
    article.boilerplate().iter().map(each).collect()
}

/// `text` without what was told.
fn kept(text: &str, code: &str) -> String {
    let mut kept = String::new();
    let mut start = 0;
    for each in find(text, code).boilerplate() {
        kept.push_str(Span::new(start, each.span.start).slice(text).unwrap());
        start = each.span.end;
    }
    kept.push_str(Span::new(start, text.len()).slice(text).unwrap());
    kept
}

const ENGLISH: &str = "Ferry service returns to Halden after two years\n\nThe ferry between Halden \
    and the islands will run again from Monday, the harbour office said. “We have waited long \
    enough,” said the mayor, Ada Quill.\n\nThe old pier was closed in 2022 after a storm had \
    torn away two of its piles.";

const LINES: &[(&str, &str, BoilerplateKind)] = &[
    ("a label", "Back to top", Navigation),
    ("labels in a row", "Facebook Twitter WhatsApp Email", Widget),
    ("labels glued together", "Back to topMenu", Navigation),
    ("a menu", "Home | News | Sport | Contact", Navigation),
    (
        "a menu of unknown items",
        "Harbour | Ferries | Islands | Tides",
        Navigation,
    ),
    ("a breadcrumb", "Home > News > Harbour", Navigation),
    ("an advertisement", "ADVERTISING", Advertisement),
    (
        "where an advertisement was",
        "Story continues below advertisement",
        Advertisement,
    ),
    ("a teaser", "Read more: Why the old pier had to go", Teaser),
    (
        "a teaser in brackets",
        "[Why the old pier had to go]",
        Teaser,
    ),
    ("a rating", "How useful was this article?", Widget),
    (
        "a count of ratings",
        "Average rating 4.5 / 5. Vote count: 12",
        Widget,
    ),
    ("stars", "★★★★☆", Widget),
    ("a call to follow", "Follow Ada Quill on Twitter", Widget),
    ("a tip line", "Have a tip? tips@example.com", Widget),
    (
        "a newsletter",
        "Sign up for the Halden Post’s harbour newsletter.",
        Subscription,
    ),
    (
        "a newsletter behind a colon",
        "What the sea brings: Sign up for our tide newsletter.",
        Subscription,
    ),
    ("rights", "© 2024 The Halden Post", Notice),
    (
        "rights in words",
        "Copyright 2024 The Halden Post. All rights reserved.",
        Notice,
    ),
    (
        "rules of the house",
        "Terms of Service Privacy Policy",
        Notice,
    ),
    (
        "cookies",
        "We use cookies to make this site better.",
        Notice,
    ),
    (
        "an archive",
        "These crawls are part of an effort to archive pages. Broken links are mended.",
        Notice,
    ),
    (
        "a syndication",
        "This article originally appeared in The Halden Post.",
        Credit,
    ),
    (
        "editors",
        "(Reporting by Ada Quill; Editing by Ben Reed)",
        Credit,
    ),
    (
        "who helped",
        "Ben Reed in Moss contributed to this report.",
        Credit,
    ),
    ("a photographer", "Photo: Ada Quill", Credit),
    ("an agency's photographer", "Ada Quill/Getty Images", Credit),
    ("an author", "By Ada Quill and Ben Reed", Other),
    ("a date", "Published: July 28, 2024 at 1:24 PM", Other),
    ("a date alone", "12 October 2024, 18:07", Other),
    ("an address of e-mail", "ada.quill@example.com", Other),
    (
        "an address of the web",
        "https://example.com/harbour",
        Markup,
    ),
    (
        "a picture's markup",
        "![Pier](https://example.com/pier.jpg?w=1024)",
        Markup,
    ),
    ("a line that divides", "* * *", Markup),
    ("German label", "Artikel teilen", Widget),
    (
        "German newsletter",
        "Melden Sie sich hier für unseren Newsletter an.",
        Subscription,
    ),
    (
        "German teaser",
        "Lesen Sie auch: Warum die Mole weichen musste",
        Teaser,
    ),
    ("French rights", "© Le Port. Tous droits réservés.", Notice),
    (
        "French teaser without accents",
        "A LIRE AUSSI : La jetée fermée",
        Teaser,
    ),
    ("French date", "Publié le 3 mai 2024 à 12h30", Other),
    (
        "Spanish newsletter",
        "Suscríbete a nuestro boletín",
        Subscription,
    ),
    ("Italian teaser", "Leggi anche: Il molo chiuso", Teaser),
    ("Portuguese widget", "Compartilhe esta notícia", Widget),
    ("Dutch teaser", "Lees ook: De pier is dicht", Teaser),
    (
        "Russian newsletter",
        "Подпишитесь на наш канал в Telegram",
        Subscription,
    ),
    ("Russian teaser", "Читайте также: Причал закрыт", Teaser),
    ("Polish widget", "Udostępnij artykuł", Widget),
    ("Turkish newsletter", "Bültenimize abone olun", Subscription),
    ("Chinese teaser", "上一篇：码头关闭", Teaser),
    ("Chinese widget", "分享到：微信 微博", Widget),
    ("Japanese notice", "無断転載禁止", Notice),
    ("Japanese widget", "シェア ツイート", Widget),
];

#[test]
fn a_line_of_a_page_has_its_kind() {
    for (rule, line, kind) in LINES {
        let text = format!("{ENGLISH}\n\n{line}\n\nThe first ferry leaves at six in the morning.");
        let found = told(&text, "en");
        let whole: String = found.iter().map(|(_, slice)| *slice).collect();
        assert!(found.iter().all(|(k, _)| k == kind), "{rule}: {found:?}");
        let blanks = |text: &str| text.replace(char::is_whitespace, "");
        assert_eq!(blanks(&whole), blanks(line), "{rule}: {found:?}");
    }
}

#[test]
fn sentences_that_speak_of_such_things_are_the_article() {
    let sentences = [
        "She asked readers to share this article, and hundreds did.",
        "“Sign up for our newsletter,” the sign above the door said.",
        "He read more about the ferry in the latest news from Halden.",
        "The photo: two men on a pier, waiting for a ship that never came.",
        "Photo identification is required (photo albums are not accepted) on board.",
        "By Monday evening all the tickets had been sold.",
        "The company changed its terms of service and its privacy policy last year.",
        "More on that was to follow on Tuesday, the office said.",
        "Read the sign twice before you step on the pier, the captain warned.",
        "Either / or: the town has to choose between the pier and the tunnel.",
        "The film, originally published in 1960 as a novel, was shown on the quay.",
        "Copyright law keeps the shanties of the harbour from being printed.",
        "It was the most popular route in 2019; related costs rose by 12%.",
        "Advertising on the ferries brought in 2 million last year.",
        "Share prices of the shipping line fell by 3 percent on Monday.",
        "Home is where the harbour is, said the oldest of the sailors.",
        "More: the council also said that it would pay for the piles.",
        "In 2010 the SlideShare page of the port was the first of its kind.",
        "Follow the money, one of the protesters had written on the wall.",
        "Cookies were handed out on board, and the children were happy.",
    ];
    for sentence in sentences {
        let text = format!("{ENGLISH}\n\n{sentence}\n\nThe first ferry leaves at six.");
        assert_eq!(told(&text, "en"), [], "{sentence}");
    }
}

/// Footers as pages have them, with everything in them that is not the article.
const FOOTERS: &[&str] = &[
    "More on Harbour News\n\nPrevious Article\nCouncil Delays Vote on Tunnel\nNext Article\nStorm \
        Leaves Thousands Without Power\n\nHow useful was this article?\n\nClick on a star to rate \
        it!\n\nAverage rating 0 / 5. Vote count: 0\n\nNo votes so far! Be the first to rate this \
        article.\n\nLatest News\n\nMenu",
    "Previous ArticleCouncil Delays Vote on TunnelNext ArticleStorm Leaves Thousands Without \
        PowerHow useful was this article?Click on a star to rate it!Latest NewsMenu",
    "Related ArticlesMayor Resigns After AuditShare this articleFacebookTwitter© 2024 The Post",
    "← Council Delays Vote on Tunnel\nStorm Leaves Thousands Without Power →",
    "Click to rate this post! [Total: 0 Average: 0]",
    "Related stories\nMayor Resigns After Audit\nFerry to Resume in Spring\nWhy Are Eggs Dear?",
    "You may also like\nFerry to Resume in Spring\n5 hours ago\nWhy Are Eggs So Expensive?",
    "Share this: Facebook Twitter\nFollow us on Facebook\nHome\nNews\nSport\nContact",
    "Most popular\n1. Mayor Resigns After Audit\n2. Ferry to Resume in Spring\nLoad more",
    "Lesen Sie auch\nBürgermeister tritt zurück\nFähre fährt wieder\nImpressum Datenschutz AGB",
    "À lire aussi\nLe maire démissionne\nMentions légales | Contact\n© 2024 Le Port",
    "Te puede interesar\nEl alcalde dimite\nInicio | Política | Deportes",
    "Leggi anche\nIl sindaco si dimette\nCondividi su Facebook",
    "Leia também\nPrefeito renuncia após auditoria\nPolítica de privacidade | Termos de uso",
    "Lees ook\nBurgemeester stapt op\nDeel dit artikel",
    "Читайте также\nМэр ушел в отставку\nПоделиться\nГлавная | Политика | Спорт",
    "Czytaj także\nBurmistrz rezygnuje\nUdostępnij\n© 2024 Kurier. Wszelkie prawa zastrzeżone.",
    "İlgili Haberler\nBelediye başkanı istifa etti\nPaylaş",
    "相关新闻\n市长在审计后辞职\n版权所有 © 2024 每日新闻\n首页 | 国际 | 体育",
    "関連記事\n市長が監査後に辞任\n© 2024 日報 無断転載禁止",
];

#[test]
fn footers_go_and_the_article_stays() {
    for footer in FOOTERS {
        for between in ["\n", "\n\n", "\r\n\r\n"] {
            let text = format!("{ENGLISH}{between}{footer}");
            assert_eq!(kept(&text, "en").trim_end(), ENGLISH, "{footer}");
        }
    }
}

#[test]
fn a_footer_that_is_glued_to_the_last_sentence_goes_too() {
    let text = format!("{ENGLISH}{}", FOOTERS[1]);
    assert_eq!(kept(&text, "en"), ENGLISH);
}

#[test]
fn headlines_behind_a_header_are_teasers_until_sentences_come_back() {
    let text = format!(
        "{ENGLISH}\n\nMore on the ferry:\n\nThe island that moved\n\nA captain remembers\n\nThe \
         harbour office plans to sell tickets on board as well.\n\nWhat comes next\n\nThe council votes in May, and the ferry sails in June."
    );
    let expected = [
        (Teaser, "More on the ferry:"),
        (Teaser, "The island that moved"),
        (Teaser, "A captain remembers"),
    ];
    assert_eq!(told(&text, "en"), expected);
}

#[test]
fn sentences_below_the_headlines_of_others_stay() {
    let summary = "The mayor stepped down on Monday after an audit found errors.";
    let text = format!(
        "{ENGLISH}\n\nTop Stories\nMayor resigns after audit\n{summary}\nFerry to resume in spring"
    );
    let expected = [
        (Teaser, "Top Stories"),
        (Teaser, "Mayor resigns after audit"),
        (Teaser, "Ferry to resume in spring"),
    ];
    assert_eq!(told(&text, "en"), expected);
}

#[test]
fn what_stands_inside_of_sentences_is_told_alone() {
    type Told<'t> = &'t [(BoilerplateKind, &'t str)];
    let cases: &[(&str, &str, Told<'_>)] = &[
        (
            "a credit in brackets",
            "The ferry leaves the pier at Halden, Feb. 12, 2024. (AP Photo/Ada Quill)",
            &[(Credit, "(AP Photo/Ada Quill)")],
        ),
        (
            "a credit behind a caption",
            "The ferry leaves the pier at Halden on Monday. Photograph: Ada Quill/Reuters",
            &[(Credit, "Photograph: Ada Quill/Reuters")],
        ),
        (
            "a chip before a caption",
            "Image copyright Reuters Image caption The ferry has room for 90 cars",
            &[(Credit, "Image copyright Reuters Image caption")],
        ),
        (
            "a label before points",
            "Story highlights The ferry has room for 90 cars",
            &[(Teaser, "Story highlights")],
        ),
        (
            "a label before a sentence",
            "Scroll down for video The ferry has room for 90 cars and a café on its deck.",
            &[(Widget, "Scroll down for video")],
        ),
        (
            "a bullet",
            "• The ferry has room for 90 cars and runs three times a day.",
            &[(Markup, "•")],
        ),
        (
            "a link",
            "The ferry has [room for 90 cars](https://example.com/cars) and a café on deck.",
            &[(Markup, "["), (Markup, "](https://example.com/cars)")],
        ),
        (
            "a picture's address",
            "The ferry https://example.com/ferry.jpg?w=90 has room for 90 cars on its deck.",
            &[(Markup, "https://example.com/ferry.jpg?w=90")],
        ),
        (
            "brackets",
            "The ferry (90 cars) leaves at six [sic] on every single day.",
            &[],
        ),
    ];
    for (rule, line, expected) in cases {
        let text = format!("{ENGLISH}\n\n{line}\n\nThe first one leaves at six in the morning.");
        assert_eq!(&told(&text, "en"), expected, "{rule}");
    }
}

#[test]
fn the_mark_of_a_text_that_was_cut_off_is_told() {
    let text = "The ferry between Halden and the islands will run again from Mon...";
    assert_eq!(told(text, "en"), [(Other, "...")]);
}

#[test]
fn the_headline_is_the_first_line_that_reads_like_one() {
    let prose = "The ferry between Halden and the islands will run again from Monday.";
    let headline = "Ferry returns to Halden";
    let cases = [
        (
            "the first line",
            format!("{headline}\n{prose}"),
            Some(headline),
        ),
        (
            "behind glued chrome",
            format!("Top StoryUS\n\n{headline}\n\n{prose}"),
            Some(headline),
        ),
        (
            "glued to chrome",
            format!("Top StoryWorld{headline}\n\n{prose}"),
            Some(headline),
        ),
        (
            "behind a section",
            format!("World\n{headline}\n{prose}"),
            Some(headline),
        ),
        (
            "behind a menu",
            format!("Home | News | Sport\nMenu\n{headline}\n{prose}"),
            Some(headline),
        ),
        (
            "behind author and date",
            format!("By Ada Quill\n3 May 2024\n{headline}\n{prose}"),
            Some(headline),
        ),
        (
            "behind a breadcrumb",
            format!("Home > World > Europe\n{headline}\n{prose}"),
            Some(headline),
        ),
        (
            "behind a credit",
            format!("{prose} (AP Photo/Ada Quill)\n{headline}\n{prose}"),
            Some(headline),
        ),
        (
            "behind a caption",
            format!("Image copyright Reuters Image caption The old pier\n{headline}\n{prose}"),
            Some(headline),
        ),
        (
            "a question",
            format!("Why is the ferry late?\n{prose}"),
            Some("Why is the ferry late?"),
        ),
        (
            "none before sentences",
            format!("{prose}\n{prose}\nWhat comes next"),
            None,
        ),
        (
            "none that announces",
            format!("The facts in short:\n{prose}"),
            None,
        ),
        (
            "none of a bullet",
            format!("* Ferry has room for 90 cars\n{prose}"),
            None,
        ),
        ("none in blanks", " \n\n".into(), None),
        (
            "Chinese",
            "渡轮周一恢复通航\n港务局说，渡轮从周一起恢复通航，票价不变，每天三班。".into(),
            Some("渡轮周一恢复通航"),
        ),
    ];
    for (rule, text, expected) in cases {
        let found = find(&text, "en").headline();
        let found = found.and_then(|place| place.span.slice(&text));
        assert_eq!(found, expected, "{rule}");
    }
}

#[test]
fn short_lines_above_the_headline_are_passed_over() {
    let prose = "The ferry between Halden and the islands will run again from Monday.";
    let headline = "Ferry returns to Halden";
    let cases = [
        (
            "behind a section of two words",
            format!("Regional Watch\n\n{headline}\n\n{prose}"),
            Some(headline),
        ),
        (
            "behind half a menu",
            format!("Subscribe | Log in | E-paper\n\n{headline}\n\n{prose}"),
            Some(headline),
        ),
        (
            "behind a breadcrumb in another language",
            format!("الرئيسية > تعليم > أخبار\n\n{headline}\n\n{prose}"),
            Some(headline),
        ),
        (
            "of few words above its deck",
            format!(
                "Ferry is back\n\nAfter a winter without a boat the islands get a new one, and \
                with it three calls a day\n\nThe new ferry in Halden\n\n{prose}"
            ),
            Some("Ferry is back"),
        ),
    ];
    for (rule, text, expected) in cases {
        let found = find(&text, "en").headline();
        let found = found.and_then(|place| place.span.slice(&text));
        assert_eq!(found, expected, "{rule}");
    }
}

#[test]
fn the_callers_title_is_the_headline() {
    let document = document("Menu", ENGLISH);
    let english = Language::from_code("en").unwrap();
    let article = Article::find(&document, english, &Budget::unlimited()).unwrap();
    let expected = Place {
        field: Field::Title,
        span: Span::new(0, 4),
    };
    assert_eq!(article.headline(), Some(expected));
    assert!(!article.is_boilerplate(expected));
}

#[test]
fn a_place_is_boilerplate_where_any_of_it_is() {
    let text = format!("{ENGLISH}\n\nShare this article");
    let article = find(&text, "en");
    let place = |start, end| Place {
        field: Field::Text,
        span: Span::new(start, end),
    };
    let start = ENGLISH.len() + 2;
    assert!(!article.is_boilerplate(place(0, start)));
    assert!(article.is_boilerplate(place(0, start + 1)));
    assert!(article.is_boilerplate(place(start + 2, start + 3)));
    let with = article.clone().with_boilerplate();
    assert!(!with.is_boilerplate(place(start, text.len())));
    assert_eq!(with.headline(), article.headline());
}

#[test]
fn a_budget_that_has_ended_is_noticed() {
    let budget = Budget::unlimited();
    budget.cancel();
    let found = Article::find(&document("", ENGLISH), Language::UNDETERMINED, &budget);
    assert_eq!(found, Err(Interrupted::Cancelled));
}

#[test]
fn time_is_linear_in_the_text() {
    let seconds = |unit: &str, bytes: usize| {
        let text = unit.repeat(bytes / unit.len());
        let start = cpu_time::ThreadTime::now();
        find(&text, "en");
        start.elapsed().as_secs_f64()
    };
    let units = [
        "a",
        "\n",
        "|",
        "©",
        "<",
        "(",
        "[",
        "](",
        "![",
        "•",
        "★",
        "Menu\n",
        "Menu ",
        "Share\n",
        "a ",
        "Previous Article",
        "Read more: ",
        "More on ",
        "http://",
        "“",
        "A. ",
        "中",
        "Photo: ",
        "(AP Photo/",
        "1 ",
    ];
    for unit in units {
        let small = seconds(unit, 1 << 14).max(1e-4);
        let large = seconds(unit, 1 << 18);
        assert!(large / small < 16.0 * 3.0, "{unit:?}: {small} and {large}");
    }
}

/// A phrase of the table, as pages write it.
fn phrase() -> impl Strategy<Value = String> {
    let set = PHRASES.iter().flat_map(|(.., phrases)| phrases.split('|'));
    let calls = CALLS
        .iter()
        .flat_map(|(_, starts, words)| starts.split('|').chain(words.split('|')));
    let all: Vec<&str> = set.chain(calls).map(str::trim).collect();
    let written = |(phrase, case): (&str, u8)| match case {
        0 => phrase.to_owned(),
        1 => phrase.to_uppercase(),
        _ => {
            let mut characters = phrase.chars();
            let first = characters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(characters).collect()
        }
    };
    (proptest::sample::select(all), 0_u8..4).prop_map(written)
}

/// Texts with much in them that a rule looks at.
pub(super) fn pages() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "(?s).{0,8}",
        "[A-Z][a-zé]{0,6}",
        proptest::sample::select(LINES).prop_map(|(_, line, _)| line.to_owned()),
        proptest::sample::select(FOOTERS).prop_map(str::to_owned),
        phrase(),
        (
            phrase(),
            "[ :,.|-]{0,2}",
            "([A-Z]?[a-zé]{1,9} ){0,9}",
            "[.!?…)”]?"
        )
            .prop_map(|(start, mark, words, end)| format!("{start}{mark}{words}{end}")),
        proptest::sample::select(vec![
            "\n", " ", ". ", "\r\n", "©", "(", ")", "[", "](", "•", ":", "“", "…"
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn spans_are_in_order_and_apart_and_hold_whole_characters(text in pages()) {
        let article = find(&text, "en");
        let mut end = 0;
        for each in article.boilerplate() {
            prop_assert!(each.span.start >= end && !each.span.is_empty());
            prop_assert!(text.is_empty() || each.span.slice(&text).is_some());
            end = each.span.end;
        }
    }

    #[test]
    fn the_headline_is_a_part_of_the_article(text in pages()) {
        let article = find(&text, "en");
        if let Some(place) = article.headline() {
            let slice = place.span.slice(&text);
            prop_assert!(slice.is_some_and(|slice| !slice.trim().is_empty()));
            prop_assert!(!article.is_boilerplate(place));
        }
    }

    #[test]
    fn the_same_text_is_told_the_same(text in pages()) {
        prop_assert_eq!(find(&text, "de"), find(&text, "de"));
    }
}
