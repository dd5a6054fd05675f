//! Who is said to speak.

use super::*;

/// Rule, text, and who speaks in it.
const SPEAKERS: &[(&str, &str, &str)] = &[
    (
        "NAME said",
        "“We closed it at noon,” Ada Lund said.",
        "Ada Lund",
    ),
    (
        "said NAME",
        "“We closed it at noon,” said Ada Lund.",
        "Ada Lund",
    ),
    (
        "NAME said:",
        "Ada Lund said: “We closed it at noon.”",
        "Ada Lund",
    ),
    (
        "NAME told",
        "Ada Lund told reporters “we closed it at noon”.",
        "Ada Lund",
    ),
    ("NAME:", "Ada Lund: “We closed it at noon.”", "Ada Lund"),
    (
        "according to",
        "The deck “was full of rust”, according to Ada Lund.",
        "Ada Lund",
    ),
    (
        "According to",
        "According to Ada Lund, the deck “was full of rust”.",
        "Ada Lund",
    ),
    (
        "offices",
        "“It is shut,” said Acting Harbour Minister Dr. Ada Lund.",
        "Ada Lund",
    ),
    (
        "description before",
        "“It is shut,” said chief bridge inspector Ada Lund.",
        "Ada Lund",
    ),
    (
        "description behind",
        "“It is shut,” Ada Lund, a former inspector of bridges, told the council.",
        "Ada Lund",
    ),
    (
        "a full stop before a name",
        "The deck is shut.“We found rust,” said Ada Lund.",
        "Ada Lund",
    ),
    (
        "relative clause",
        "The board heard Ada Lund, who called the bridge “a heap of rust”.",
        "Ada Lund",
    ),
    (
        "participle",
        "Ada Lund warned the board on Friday, calling the bridge “a heap of rust”.",
        "Ada Lund",
    ),
    (
        "thrown in",
        "The bridge, Ada Lund said, was “a heap of rust” and had to go.",
        "Ada Lund",
    ),
    (
        "day between",
        "Ada Lund on Monday called the bridge “a heap of rust”.",
        "Ada Lund",
    ),
    ("as", "Ada Lund brushed it aside as “nonsense”.", "Ada Lund"),
    (
        "statement before",
        "Ada Lund’s statement was brief:\n\n“It is shut.”",
        "Ada Lund",
    ),
    (
        "institution",
        "The Lund administration said it was “not to blame”.",
        "Lund administration",
    ),
    (
        "the sentence before",
        "Ada Lund said that the bridge was shut. “We found rust.”",
        "Ada Lund",
    ),
    ("nobody", "“Some fear a long closure.”", "-"),
    ("officials", "“It is shut,” officials said.", "-"),
    ("they", "“It is shut,” they said.", "-"),
    ("passive", "Ada Lund was told “it is shut”.", "-"),
    (
        "a sentence of its own",
        "“It is shut.” Ada Lund said the board would meet.",
        "-",
    ),
];

#[test]
fn speakers_are_told_by_what_stands_beside() {
    for (rule, text, expected) in SPEAKERS {
        let names: Vec<_> = spoken(text, "en")
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        assert_eq!(names, [*expected], "{rule}: {text:?}");
    }
}

#[test]
fn short_names_and_pronouns_stand_for_full_names() {
    let text = "Bridge is ‘a heap of rust’, Lund says\n\
        Chief inspector Ada Lund closed the bridge. “It was time,” Lund said. “Nobody was hurt.”\n\
        “We will reopen it in May,” she added.\n\
        Mayor Jon Berg was angry. “She never called,” he said, “not once.”\n\
        Berg’s office sent a note. “I want a report,” it read.\n\
        But Lund dismissed that as “theatre.” The inspector added that she had “other cares”.\n\
        The mayor said he was “stunned”.";
    let names: Vec<_> = spoken(text, "en")
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    let expected = [
        "Ada Lund", "Ada Lund", "Ada Lund", "Ada Lund", "Jon Berg", "Jon Berg", "-", "Ada Lund",
        "Ada Lund", "Jon Berg",
    ];
    assert_eq!(names, expected);
}

#[test]
fn an_office_stands_for_whom_it_was_told_of() {
    let text = "Ada Lund, the province’s transport minister, closed the bridge. Chief engineer \
        Bo Li agreed. Jon Berg was angry. “It was time,” the minister said. “We found rust,” \
        the engineer said.";
    let names: Vec<_> = spoken(text, "en")
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    assert_eq!(names, ["Ada Lund", "Bo Li"]);
}

#[test]
fn speech_that_goes_on_has_one_speaker() {
    let text = "“It was time,” Ada Lund said at the bridge. “Nobody was hurt.”\n\n\
        “We start on Monday.\n\n“It will take a year,” she said.\n\n\
        The bridge was built in 1931 and never painted.\n\n“Some fear a long closure.”";
    let names: Vec<_> = spoken(text, "en")
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    assert_eq!(names, ["Ada Lund", "Ada Lund", "Ada Lund", "Ada Lund", "-"]);
}

#[test]
fn two_speakers_of_one_sentence_are_kept_apart() {
    let text = "Ada Lund called it “a heap of rust”, but Jon Berg said it was “as good as new”. \
        “No,” Lund said, and “never,” Berg said.";
    let expected = [
        ("a heap of rust", "Ada Lund"),
        ("as good as new", "Jon Berg"),
        ("No,", "Ada Lund"),
        ("never,", "Jon Berg"),
    ];
    let expected = expected.map(|(speech, name)| (speech.to_owned(), name.to_owned()));
    assert_eq!(spoken(text, "en"), expected);
}

#[test]
fn speakers_are_told_in_other_languages() {
    let cases = [
        ("de", "„Wir kommen“, sagte Bundeskanzlerin Ada Lund."),
        ("de", "Verkehrsminister Ada Lund erklärte: „Wir kommen.“"),
        ("de", "Laut Ada Lund ist die Brücke „ein Haufen Rost“."),
        ("fr", "« Nous venons », a déclaré la ministre Ada Lund."),
        ("fr", "Ada Lund a affirmé que le pont était « en ruine »."),
        ("fr", "Selon Ada Lund, le pont est « en ruine »."),
        ("es", "«Ya venimos», dijo la presidenta Ada Lund."),
        ("es", "Ada Lund aseguró que el puente es “una ruina”."),
        ("it", "«Arriviamo», ha detto il ministro Ada Lund."),
        ("it", "Secondo Ada Lund il ponte è «una rovina»."),
        ("pt", "“Já vamos”, disse o ministro Ada Lund."),
        ("pt", "Ada Lund afirmou que a ponte é “uma ruína”."),
        ("nl", "“Wij komen”, zei minister Ada Lund."),
        ("nl", "Volgens Ada Lund is de brug “een hoop roest”."),
        ("ru", "«Мы идём», — сказала министр Ада Лунд."),
        ("ru", "Ада Лунд заявила: «Мы идём»."),
        ("pl", "„Idziemy” – powiedziała minister Ada Lund."),
        ("pl", "Ada Lund powiedziała, że most to „kupa rdzy”."),
        ("ja", "Ada Lund:「行きます」"),
    ];
    for (code, text) in cases {
        let names: Vec<_> = spoken(text, code)
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        let expected = if code == "ru" {
            "Ада Лунд"
        } else {
            "Ada Lund"
        };
        assert_eq!(names, [expected], "{code}: {text:?}");
    }
}

#[test]
fn the_subject_stands_where_the_kind_of_the_clause_has_it() {
    let cases = [
        (
            "de",
            "Am Dienstag sagte Ministerin Ada Lund: „Wir zahlen bis Juni alles aus.“",
        ),
        (
            "de",
            "Gestern sagte die Müllerin Ada Lund: „Das Wehr hält noch zwei Winter.“",
        ),
        (
            "de",
            "In Kiel sagte Landrat Ada Lund: „Der Deich ist dicht.“",
        ),
        (
            "de",
            "Dem Anzeiger sagte Ada Lund, sie sei „bitter enttäuscht“.",
        ),
        (
            "de",
            "Im Gespräch mit dem Sender sagte Ada Lund: „Ich höre auf.“",
        ),
        (
            "de",
            "Zuvor hatte Ada Lund vor dem Rathaus gesagt, man werde „nicht ruhen“.",
        ),
        (
            "de",
            "Stunden später sprach Ada Lund von einem „schweren Einsatz“.",
        ),
        (
            "de",
            "Ada Lund, die das Haus leitet, sagte: „Wir öffnen wieder.“",
        ),
        (
            "de",
            "Kritik kam von Ada Lund, die von einem „Skandal“ sprach.",
        ),
        (
            "de",
            "Wie Ada Lund dem Sender sagte, sei das „nur der Anfang“.",
        ),
        (
            "de",
            "Der Vorsitzende des Verbands, Ada Lund, sprach von einem „Skandal“.",
        ),
        (
            "nl",
            "Gisteren zei de molenaar Ada Lund: “De stuw houdt nog twee winters.”",
        ),
        (
            "nl",
            "In Utrecht zei commissaris Ada Lund: “Niemand raakte gewond.”",
        ),
        (
            "es",
            "Ayer dijo la alcaldesa Ada Lund: «La presa aguantará dos inviernos».",
        ),
        (
            "en",
            "The head of the board, Ada Lund, called it “a scandal”.",
        ),
    ];
    for (code, text) in cases {
        assert_eq!(names(text, code), ["Ada Lund"], "{text}");
    }
    let text = "Ada Lund wies alles zurück. Die Vorwürfe nannte sie „frei erfunden“.";
    assert_eq!(names(text, "de"), ["Ada Lund"]);
}

#[test]
fn what_somebody_is_is_no_part_of_the_name() {
    let cases = [
        (
            "de",
            "„Wir kommen“, sagte Baudezernentin Ada Lund.",
            "Ada Lund",
        ),
        (
            "de",
            "„Wir kommen“, sagte Feuerwehrkommandant Ole Berg.",
            "Ole Berg",
        ),
        (
            "de",
            "„Wir kommen“, sagte Konstantin Moosbrugger-Egg.",
            "Konstantin Moosbrugger-Egg",
        ),
        ("en", "“We will come,” Stephen King said.", "Stephen King"),
        (
            "en",
            "“We will come,” Vice President Ada Lund said.",
            "Ada Lund",
        ),
        (
            "es",
            "«Ya venimos», dijo el alcalde, Pablo Rey.",
            "Pablo Rey",
        ),
        (
            "it",
            "L’economista Ada Lund ha detto: «Arriviamo».",
            "Ada Lund",
        ),
        (
            "ru",
            "«Мы идём», — сказала представитель МИД Ада Лунд.",
            "Ада Лунд",
        ),
        (
            "en",
            "Ole Berg, R-Texas, said it was “a mistake.”",
            "Ole Berg",
        ),
    ];
    for (code, text, name) in cases {
        assert_eq!(names(text, code), [name], "{text}");
    }
}

#[test]
fn behind_speech_no_list_of_verbs_is_asked() {
    let cases = [
        ("en", "“We will not go quietly,” grumbled miller Ada Lund."),
        ("en", "“We will not go quietly,” Ada Lund grumbled."),
        (
            "fr",
            "« Nous restons ici », a pesté l’entraîneuse Ada Lund.",
        ),
        ("fr", "« Nous restons ici », grogne sa voisine, Ada Lund."),
        (
            "es",
            "«De aquí no nos vamos», refunfuña la panadera Ada Lund.",
        ),
        (
            "it",
            "«Da qui non ci muoviamo», brontola la fornaia Ada Lund.",
        ),
        ("pt", "“Daqui não saímos”, resmungou a padeira Ada Lund."),
        ("nl", "“Wij gaan hier niet weg”, moppert schipper Ada Lund."),
        ("ru", "«Мы отсюда не уйдём», — ворчит мельник Ада Лунд."),
        ("pl", "„Nie pójdziemy stąd” – mruczy młynarka Ada Lund."),
    ];
    for (code, text) in cases {
        let expected = if code == "ru" {
            "Ада Лунд"
        } else {
            "Ada Lund"
        };
        assert_eq!(names(text, code), [expected], "{text}");
    }
    for (code, text) in [
        (
            "es",
            "Ada Lund dirige el museo. «Queremos una casa para todos», confiesa.",
        ),
        (
            "it",
            "Ada Lund dirige il museo. «Vogliamo una casa per tutti», confessa.",
        ),
        (
            "fr",
            "Ada Lund dirige le musée. « Nous voulons une maison », plaisante-t-elle.",
        ),
        (
            "de",
            "Ada Lund leitet das Museum. „Wir wollen ein Haus für alle“, lacht die Leiterin.",
        ),
    ] {
        assert_eq!(names(text, code), ["Ada Lund"], "{text}");
    }
    for (code, text) in [
        (
            "en",
            "“The Long Winter Road,” directed by Ada Lund, opens in May.",
        ),
        (
            "fr",
            "« La longue route d’hiver », de la cinéaste Ada Lund, sort en mai.",
        ),
        (
            "es",
            "«El largo camino de invierno», de Ada Lund, se estrena en mayo.",
        ),
    ] {
        assert_eq!(names(text, code), ["-"], "{text}");
    }
}

#[test]
fn behind_speech_any_verb_has_its_subject() {
    let cases = [
        (
            "de",
            "„Wir haben gepumpt“, grummelte Wirtin Ada Lund. Alle lachten.",
            "Ada Lund",
        ),
        (
            "de",
            "„Wir haben gepumpt“, erinnert sich die Müllerin Ada Lund.",
            "Ada Lund",
        ),
        (
            "de",
            "„Es reicht“, gab die Vorsitzende des Vereins, Ada Lund, zu.",
            "Ada Lund",
        ),
        (
            "de",
            "„Es reicht“, so der Leiter der Feuerwehr, Ole Berg.",
            "Ole Berg",
        ),
        (
            "de",
            "»Es reicht«, ruft Händlerin Ada Lund den Kunden zu.",
            "Ada Lund",
        ),
        (
            "de",
            "„Es reicht“, schimpft Ursula von der Heide vor dem Tor.",
            "Ursula von der Heide",
        ),
        (
            "de",
            "„Genug!“, schrie Ada Lund über den Platz.",
            "Ada Lund",
        ),
        (
            "nl",
            "“Wij komen”, mompelt Ada Lund. Niemand lacht.",
            "Ada Lund",
        ),
    ];
    for (code, text, name) in cases {
        let names: Vec<_> = spoken(text, code)
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        assert_eq!(names, [name], "{text}");
    }
    for text in [
        "„Der Deich hält“, teilte ein Sprecher der Stadt mit.",
        "„Der Deich hält“, hieß es aus dem Rathaus von Ada Lund.",
        "„Der Deich“, inszeniert von Ada Lund, läuft seit Mai.",
        "„Der Deich hält“, wie Ada Lund schon weiß.",
    ] {
        let found = spoken(text, "de");
        assert!(found.iter().all(|(_, name)| name == "-"), "{found:?}");
    }
}

#[test]
fn whoever_stands_behind_the_title_of_a_work_does_not_speak() {
    for (code, text) in [
        ("de", "Sie spielt in „Tatort“, neben Ada Lund und Ole Berg."),
        (
            "de",
            "Im Programm stehen „Faust“, inszeniert Ada Lund, und mehr.",
        ),
        (
            "de",
            "Er kam mit „Der Weg ins Tal“, inszeniert Ada Lund, an.",
        ),
        ("de", "„Alle waren da am Tor“, samt Ada Lund, ist ein Film."),
        ("de", "„Tatort“, inszeniert Ada Lund, läuft seit Mai."),
        ("nl", "Hij speelt in “Baantjer”, naast Ada Lund."),
        (
            "nl",
            "Te zien is “De Aanslag”, regisseur Ada Lund was erbij.",
        ),
        (
            "nl",
            "“Wij komen naar de brug”, naast Ada Lund, is een film.",
        ),
        ("nl", "“Een hoop roest”, regisseur Ada Lund, draait weer."),
    ] {
        let found = spoken(text, code);
        assert!(found.iter().all(|(_, name)| name == "-"), "{found:?}");
    }
}

#[test]
fn what_somebody_is_belongs_to_no_name_behind_an_article() {
    for text in [
        "Die Müllerin Ada Lund sagte: „Wir haben gepumpt.“",
        "Eine Müllerin Ada Lund sagte: „Wir haben gepumpt.“",
    ] {
        let expected = ("Wir haben gepumpt.".to_owned(), "Ada Lund".to_owned());
        assert_eq!(spoken(text, "de"), [expected], "{text}");
    }
}

#[test]
fn a_short_sentence_of_nouns_is_no_headline_in_german() {
    let text = "Ada Lund lobte die Helfer. Deren Leiter Ole Berg gab das Lob weiter. „Alle \
        waren da“, sagte er dem Kurier.";
    let expected = ("Alle waren da".to_owned(), "Ole Berg".to_owned());
    assert_eq!(spoken(text, "de"), [expected]);
}

#[test]
fn a_mark_that_opens_begins_its_sentence() {
    let text = "Anna Berg sprach am Morgen. Peter Schulz reiste am Vormittag an. »Niemand soll \
        das tun«, sagte er.";
    let expected = ("Niemand soll das tun".to_owned(), "Peter Schulz".to_owned());
    assert_eq!(spoken(text, "de"), [expected]);
}

#[test]
fn the_reports_of_a_flood_name_whoever_speaks() {
    let (mayor, chief) = ("Annegret Thielbeck", "Jörg Pallmann");
    let (minister, baker) = ("Konstantin Ebersroth", "Matthias Krollhuber");
    let reports = [
        (
            include_str!("../../../../tests/data/articles/flood_de/rundschau.txt"),
            vec!["-", mayor, chief, chief, minister, "-", mayor],
        ),
        (
            include_str!("../../../../tests/data/articles/flood_de/bote.txt"),
            vec![minister, chief, chief, mayor],
        ),
        (
            include_str!("../../../../tests/data/articles/flood_de/kurier.txt"),
            vec![mayor, baker, baker, chief, minister, mayor],
        ),
    ];
    for (text, expected) in reports {
        let found = spoken(text, "de");
        let names: Vec<_> = found.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, expected);
    }
}

/// Read one within the other they would overflow the stack.
#[test]
fn relative_pronouns_in_a_row_stand_for_nobody() {
    let cases = [
        ("en", "who", "said"),
        ("de", "der", "sagte"),
        ("fr", "qui", "dit"),
        ("es", "que", "dijo"),
        ("it", "che", "disse"),
        ("pt", "que", "disse"),
        ("nl", "die", "zei"),
        ("ru", "который", "сказал"),
        ("pl", "który", "powiedział"),
    ];
    for (code, pronoun, verb) in cases {
        let pronouns = format!("{pronoun} ").repeat(20_000);
        let text = format!("\"We will go,\" {pronouns}{verb}. \"x y z\"");
        assert!(
            spoken(&text, code).iter().all(|(_, name)| name == "-"),
            "{code}"
        );
    }
}

#[test]
fn a_mention_is_what_names_the_speaker() {
    let text = "Ada Lund came. “It is shut,” she said.";
    let found = find("", text, "en");
    let mention = found[0].1.as_ref().unwrap().mention;
    assert_eq!(mention.span.slice(text), Some("she"));
}

/// An English sentence read by the words of another language has odd subjects.
#[test]
fn a_mention_holds_words_whatever_the_language() {
    let text = include_str!("../../../../tests/data/articles/harbour_bridge_en/observer.txt");
    for code in ["en", "de", "fr", "es", "it", "pt", "nl", "ru", "pl"] {
        for (_, speaker) in find("", text, code) {
            let mention = speaker.map(|speaker| speaker.mention.span);
            assert!(mention.is_none_or(|span| !span.is_empty()), "{code}");
        }
    }
}

#[test]
fn listeners_works_and_institutions_do_not_speak() {
    let cases = [
        ("en", "“It is a real mess,” officials told Fox News."),
        (
            "en",
            "“It is a mess now,” neighbours told Ada Lund on Monday.",
        ),
        (
            "de",
            "Ada Lund kam am Montag. „Wir hören jetzt auf“, erklärte der Verein.",
        ),
        (
            "de",
            "Ada Lund kam am Montag. „Wir hören auf“, teilte der Autobauer mit.",
        ),
        ("de", "„Wir kommen bald“, sagte Kiels Bürgermeister."),
        (
            "es",
            "Ada Lund llegó ayer. «La casa del río», novela de Inés Rey, sale en mayo.",
        ),
        (
            "es",
            "Ada Lund llegó. “No se puede más”, dijo la aseguradora.",
        ),
    ];
    for (code, text) in cases {
        assert_eq!(names(text, code), ["-"], "{text}");
    }
}

#[test]
fn surnames_that_could_be_titles_are_surnames_behind_a_first_name() {
    let cases = [
        (
            "de",
            "„Wir kommen bald“, sagte Luisa Neubauer.",
            "Luisa Neubauer",
        ),
        (
            "de",
            "„Wir kommen bald“, sagte Hans Hofmeister.",
            "Hans Hofmeister",
        ),
        (
            "de",
            "„Wir kommen bald“, sagte Franklin Lund.",
            "Franklin Lund",
        ),
        ("en", "“We will come,” James Dean said.", "James Dean"),
        ("es", "Dijo Ada Lund: “No se puede más”.", "Ada Lund"),
        (
            "de",
            "Nach Angaben von Ada Lund war es „nur ein Versuch“.",
            "Ada Lund",
        ),
        (
            "de",
            "Während der Sitzung sagte Ada Lund, man sei „traurig“.",
            "Ada Lund",
        ),
    ];
    for (code, text, name) in cases {
        assert_eq!(names(text, code), [name], "{text}");
    }
}

#[test]
fn a_chain_of_auxiliaries_is_no_chain_of_calls() {
    let text = format!("„Ja, gut so.“ {}gesagt.", "hat ".repeat(20_000));
    assert_eq!(names(&text, "de"), ["-"]);
}

/// Snippets of invented news with the speaker of each quotation, or `-`: the text, a tab,
/// the speakers in order with `|` between; `\n` stands for the end of a line.
const LABELLED: [(&str, &str, f64); 9] = [
    (
        "de",
        include_str!("../../../../tests/data/speakers/de.tsv"),
        0.86,
    ),
    (
        "en",
        include_str!("../../../../tests/data/speakers/en.tsv"),
        0.91,
    ),
    (
        "es",
        include_str!("../../../../tests/data/speakers/es.tsv"),
        0.89,
    ),
    (
        "fr",
        include_str!("../../../../tests/data/speakers/fr.tsv"),
        0.8,
    ),
    (
        "it",
        include_str!("../../../../tests/data/speakers/it.tsv"),
        0.75,
    ),
    (
        "nl",
        include_str!("../../../../tests/data/speakers/nl.tsv"),
        0.76,
    ),
    (
        "pl",
        include_str!("../../../../tests/data/speakers/pl.tsv"),
        0.72,
    ),
    (
        "pt",
        include_str!("../../../../tests/data/speakers/pt.tsv"),
        0.82,
    ),
    (
        "ru",
        include_str!("../../../../tests/data/speakers/ru.tsv"),
        0.82,
    ),
];

#[test]
fn speakers_of_labelled_snippets_are_right_most_of_the_time() {
    for (code, snippets, share_min) in LABELLED {
        let (mut n_right, mut n_all) = (0, 0);
        for line in snippets.lines() {
            let (text, labels) = line.split_once('\t').unwrap();
            let labels: Vec<_> = labels.split('|').collect();
            let names = names(&text.replace("\\n", "\n"), code);
            assert_eq!(names.len(), labels.len(), "{text}");
            n_all += labels.len();
            n_right += labels.iter().zip(&names).filter(|(a, b)| *a == b).count();
        }
        let share = n_right as f64 / n_all as f64;
        assert!(share >= share_min, "{code}: {n_right} of {n_all}");
    }
}
