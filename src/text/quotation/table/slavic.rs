//! Russian and Polish.

use std::sync::LazyLock;

use super::{Table, Words};

pub(super) static RUSSIAN: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "сказал сказала заявил заявила заявляет отметил отметила подчеркнул подчеркнула \
         добавил добавила сообщил сообщила рассказал рассказала написал написала пояснил \
         пояснила объяснил объяснила считает говорит уточнил уточнила ответил ответила \
         спросил спросила предупредил предупредила признал признала напомнил напомнила обещал \
         пообещал утверждает указал указала назвал назвала цитирует",
    ),
    saying: Words::of("добавив заявив отметив подчеркнув сказав"),
    between: Words::of("также потом позже ещё еще затем ранее"),
    pronouns: Words::of("он она"),
    others: Words::of("они я мы это"),
    relatives: Words::of("который которая"),
    conjunctions: Words::of("и но"),
    according: &["по словам", "по мнению", "согласно"],
    titles: Words::of(
        "президент министр премьер глава генерал господин госпожа депутат губернатор мэр \
         патриарх",
    ),
    verb_ends: &[
        "ет", "ит", "ёт", "ется", "ится", "ётся", "л", "ла", "лся", "лась",
    ],
    ..Table::default()
});

pub(super) static POLISH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "powiedział powiedziała mówi mówił mówiła stwierdził stwierdziła dodał dodała dodaje \
         podkreślił podkreśliła podkreśla zaznaczył zaznaczyła napisał napisała oświadczył \
         oświadczyła wyjaśnił wyjaśniła tłumaczył tłumaczyła ocenił oceniła zapewnił \
         zapewniła przekonywał przyznał przyznała zapowiedział zapowiedziała poinformował \
         poinformowała odpowiedział odpowiedziała zapytał ostrzegł ostrzegła przypomniał \
         zauważył zauważyła twierdzi uważa nazwał nazwała skomentował",
    ),
    saying: Words::of("dodając mówiąc twierdząc podkreślając"),
    between: Words::of("też także potem później również jeszcze wcześniej"),
    passive: Words::of("został została"),
    pronouns: Words::of("on ona"),
    others: Words::of("oni ja my to"),
    relatives: Words::of("który która"),
    conjunctions: Words::of("i ale"),
    according: &["według", "zdaniem", "jak podaje", "jak twierdzi"],
    titles: Words::of(
        "prezydent premier minister wicepremier pan pani generał poseł posłanka senator \
         papież król burmistrz wojewoda dr prof",
    ),
    as_words: Words::of("jako"),
    verb_ends: &["ł", "ła", "e", "a", "i", "y"],
    ..Table::default()
});
