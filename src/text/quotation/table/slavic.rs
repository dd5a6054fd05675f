//! Russian and Polish.

use std::sync::LazyLock;

use super::{Table, Words};

pub(super) static RUSSIAN: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "поручил поручила призвал призвала пообещала предупреждает предупредил потребовал \
         потребовала признался призналась поделился поделилась пошутил пошутила вспоминает \
         вспомнил вспомнила рассказывает отмечает подчёркивает объясняет поясняет добавляет \
         уверен уверена убежден убеждён убеждена назвал уверяет обещает требует сказал \
         сказала заявил заявила заявляет отметил отметила подчеркнул подчеркнула добавил \
         добавила сообщил сообщила рассказал рассказала написал написала пояснил пояснила \
         объяснил объяснила считает говорит уточнил уточнила ответил ответила спросил \
         спросила предупредила признал признала напомнил напомнила обещал пообещал утверждает \
         указал указала назвала цитирует",
    ),
    saying: Words::of("добавив заявив отметив подчеркнув сказав"),
    between: Words::of("как вчера сегодня также потом позже ещё еще затем ранее"),
    pronouns: Words::of("он она"),
    others: Words::of("они я мы это"),
    relatives: Words::of("который которая"),
    conjunctions: Words::of("и но"),
    according: &["по словам", "по мнению", "согласно"],
    titles: Words::of(
        "риелтор режиссёр режиссер эколог фермер композитор спикер следователь учёный ученый \
         тренер капитан вице врач адвокат эксперт аналитик историк писатель писательница \
         директор начальник председатель секретарь посол профессор академик актёр актриса \
         певец певица художник экономист юрист прокурор судья полковник майор пресс президент \
         министр премьер глава генерал господин госпожа депутат губернатор мэр патриарх",
    ),
    verb_ends: &[
        "ет", "ит", "ёт", "ется", "ится", "ётся", "л", "ла", "лся", "лась",
    ],
    indefinite: Words::of("его её ее их наш наша мой моя"),
    ..Table::default()
});

pub(super) static POLISH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "stwierdził stwierdziła ocenił oceniła przyznał przyznała skwitował skwitowała \
         zaznaczył zaznaczyła uznał uznała przypomniał przypomniała zapewnił zapewniła \
         zapowiada zapowiedział zapowiedziała ogłosił ogłosiła powiedział powiedziała mówi \
         mówił mówiła dodał dodała dodaje podkreślił podkreśliła podkreśla napisał napisała \
         oświadczył oświadczyła wyjaśnił wyjaśniła tłumaczył tłumaczyła przekonywał \
         poinformował poinformowała odpowiedział odpowiedziała zapytał ostrzegł ostrzegła \
         zauważył zauważyła twierdzi uważa nazwał nazwała skomentował",
    ),
    saying: Words::of("dodając mówiąc twierdząc podkreślając"),
    between: Words::of(
        "jak wczoraj dziś dzisiaj też także potem później również jeszcze wcześniej",
    ),
    passive: Words::of("został została"),
    pronouns: Words::of("on ona"),
    others: Words::of("oni ja my to"),
    relatives: Words::of("który która"),
    conjunctions: Words::of("i ale"),
    according: &["według", "zdaniem", "jak podaje", "jak twierdzi"],
    titles: Words::of(
        "trener trenerka selekcjoner adwokat kustosz biskup prezes dyrektor dyrektorka \
         rzecznik rzeczniczka poseł posłanka burmistrz wójt sołtys profesor ksiądz ekspert \
         ekspertka analityk ekonomista ekonomistka historyk sędzia prokurator komendant \
         starosta radny radna lekarz lekarka mecenas prezydent premier minister wicepremier \
         pan pani generał senator papież król wojewoda dr prof",
    ),
    as_words: Words::of("jako"),
    verb_ends: &["ł", "a", "e", "i", "y"],
    indefinite: Words::of("jego jej ich nasz nasza mój moja"),
    drops_pronouns: true,
    past_ends: &["ł", "ła"],
    ..Table::default()
});
