//! The words by which speakers are told, a table a language.
//!
//! Small on purpose: the verbs that news puts beside speech, and the words that may stand
//! between them and a name. A verb that is missing costs a speaker; one too many makes
//! one up.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::base::Language;

/// Words in small letters.
#[derive(Debug, Default)]
pub(super) struct Words(FxHashSet<&'static str>);

impl Words {
    /// The words of `list`, divided by blanks.
    fn of(list: &'static str) -> Self {
        Self(list.split_whitespace().collect())
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// The words of one language, all in small letters.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Verbs of saying with a subject of their own.
    pub(super) says: Words,
    /// The same as participles, whose subject is that of the verb before.
    pub(super) saying: Words,
    /// What may stand between subject and verb: auxiliaries and adverbs.
    pub(super) between: Words,
    /// Auxiliaries by which the subject is no speaker: "was told".
    pub(super) passive: Words,
    /// One person: he, she.
    pub(super) pronouns: Words,
    /// Pronouns that name nobody whom the text would name: they, it, I.
    pub(super) others: Words,
    /// Relative pronouns.
    pub(super) relatives: Words,
    /// And, but: the subject is that of the verb before.
    pub(super) conjunctions: Words,
    /// What stands before a name that is a source, words divided by blanks.
    pub(super) according: &'static [&'static str],
    /// Definite articles.
    pub(super) articles: Words,
    /// Indefinite articles, of subjects.
    pub(super) indefinite: Words,
    /// Articles of other cases, both kinds.
    pub(super) declined: Words,
    /// Reflexive pronouns, which stand between a verb and the subject behind it.
    pub(super) reflexives: Words,
    /// Days, which stand between subject and verb as adverbs do, with "on" before them.
    pub(super) days: Words,
    /// Words before a name that are none of it: offices, ranks.
    pub(super) titles: Words,
    /// Ends of such words, where the language makes compounds.
    pub(super) title_ends: &'static [&'static str],
    /// Words after a name that make it an institution: "Biden administration".
    pub(super) institutions: Words,
    /// Ends of nouns that stand for a person: "the minister", "the chairwoman".
    pub(super) person_ends: &'static [&'static str],
    /// Nouns with such an end that do not.
    pub(super) things: Words,
    /// What stands before a judgement in marks that is its subject's: "as “impossible”".
    pub(super) as_words: Words,
    /// Ends of verbs whose subject is one person, where a clause that speech begins goes on
    /// with its verb, whichever that is; strong verbs have theirs with what may be before.
    pub(super) verb_ends: &'static [&'static str],
    /// Prepositions and adverbs with such an end.
    pub(super) no_verbs: Words,
    /// Whether all nouns have capitals, and not names alone.
    pub(super) nouns_have_capitals: bool,
}

impl Table {
    /// The table of `language`; where there is none, one without a word in it, by which
    /// names before a colon are still told.
    pub(super) fn of(language: Language) -> &'static Self {
        match language.code() {
            "und" | "en" => &ENGLISH,
            "de" => &GERMAN,
            "fr" => &FRENCH,
            "es" => &SPANISH,
            "it" => &ITALIAN,
            "pt" => &PORTUGUESE,
            "nl" => &DUTCH,
            "ru" => &RUSSIAN,
            "pl" => &POLISH,
            _ => &NONE,
        }
    }
}

/// Words within names, of several languages.
pub(super) const PARTICLES: &[&str] = &[
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la",
    "le", "al", "bin", "bint", "ibn", "el", "ben", "ter", "ten", "zu", "af", "av",
];

static NONE: LazyLock<Table> = LazyLock::new(Table::default);

static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "said says say told tells added adds stated wrote writes tweeted posted argued argues \
         claimed claims insisted insists warned warns explained explains noted notes stressed \
         stresses emphasized emphasised emphasizes declared declares announced acknowledged \
         admitted admits conceded concluded continued replied replies responded responds \
         answered asked asks called calls described describes remarked recalled recalls \
         suggested suggests observed pointed predicted promised vowed pledged urged urges \
         testified joked quipped complained lamented countered reiterated repeated echoed \
         echoes accused accuses denied denies dismissed dismisses denounced condemned \
         criticized criticised slammed praised hailed branded labeled labelled dubbed \
         characterized characterised referred reported shouted yelled exclaimed commented \
         comments believes thinks cautioned contended contends maintained maintains \
         proclaimed thundered boasted mused demanded read reads revealed hinted signaled \
         signalled confirmed confirms expressed voiced quoted put",
    ),
    saying: Words::of(
        "saying adding telling stating arguing claiming insisting warning explaining noting \
         stressing emphasizing emphasising declaring writing calling describing asking \
         suggesting citing vowing promising urging accusing denouncing concluding tweeting \
         dismissing dubbing branding labeling labelling referring quoting",
    ),
    between: Words::of(
        "has have had also then later once again further first even still never just now \
         earlier himself herself would will did only often always soon too both does",
    ),
    passive: Words::of("was were been be being is are gets got"),
    pronouns: Words::of("he she"),
    others: Words::of("they it i we you that this there one"),
    relatives: Words::of("who which"),
    conjunctions: Words::of("and but or"),
    according: &["according to", "in the words of"],
    articles: Words::of("the"),
    days: Words::of("monday tuesday wednesday thursday friday saturday sunday on"),
    titles: Words::of(
        "president vice prime minister premier chancellor secretary defense defence treasury \
         foreign interior finance justice state home deputy assistant acting former chief \
         chairman chairwoman chair director governor gov senator sen congressman \
         congresswoman representative rep reps sens mayor speaker leader whip majority \
         minority ambassador envoy commissioner general gen lieutenant lt colonel col major \
         maj captain capt sergeant sgt admiral adm officer detective inspector sheriff \
         constable police judge attorney prosecutor mr mrs ms miss dr prof professor sir dame \
         lord lady king queen prince princess pope cardinal archbishop bishop rev reverend \
         father sister brother imam rabbi sheikh ayatollah coach manager ceo cfo coo cto \
         spokesman spokeswoman spokesperson republican democrat democratic economist analyst \
         author undersheriff superintendent councillor councilman councilwoman commander \
         engineer dean lawmaker meanwhile recently",
    ),
    institutions: Words::of("administration government campaign team office ministry"),
    person_ends: &[
        "er",
        "or",
        "ist",
        "ian",
        "man",
        "woman",
        "chief",
        "secretary",
        "president",
        "judge",
        "coach",
        "pope",
        "king",
        "queen",
        "boss",
        "star",
        "head",
        "tycoon",
        "candidate",
        "nominee",
        "executive",
        "billionaire",
        "millionaire",
        "mother",
        "actress",
        "prince",
        "princess",
    ],
    things: Words::of(
        "letter paper newspaper order number spokesman spokeswoman member officer \
         commissioner observer broadcaster publisher manufacturer maker carrier user center \
         chapter matter offer poster newsletter other power sector error banner sticker \
         developer retailer caller reader reporter speaker viewer voter neighbor neighbour \
         investigator prosecutor regulator insider lawmaker",
    ),
    as_words: Words::of("as"),
    ..Table::default()
});

static GERMAN: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "sagte sagt erklärte erklärt betonte betont meinte meint schrieb schreibt forderte \
         fordert warnte warnt kritisierte kritisiert fügte ergänzte berichtete teilte \
         kündigte versicherte antwortete fragte nannte bezeichnete lobte so gesagt urteilte \
         räumte stellte bekräftigte unterstrich mahnte rief twitterte sprach erzählte erzählt \
         erinnerte erinnert ergänzt berichtet antwortet fragt nennt bezeichnet lobt mahnt ruft \
         kündigt versichert bekräftigt unterstreicht urteilt fügt räumt versprach verspricht \
         erläuterte erläutert schilderte schildert bestätigte bestätigt entgegnete entgegnet \
         erwiderte erwidert beklagte beklagt klagte klagt bedauerte bedauert verkündete \
         verkündet resümierte resümiert bilanzierte bilanziert appellierte appelliert \
         kommentierte kommentiert verteidigte verteidigt befürchtet hofft glaubt wies weist",
    ),
    between: Words::of("hat hatte auch dann später zudem wiederum am"),
    passive: Words::of("wurde wurden wird werden"),
    pronouns: Words::of("er sie"),
    others: Words::of("es ich wir man das"),
    relatives: Words::of("der die"),
    conjunctions: Words::of("und aber"),
    according: &["laut", "nach angaben von", "nach den worten von"],
    articles: Words::of("der die"),
    indefinite: Words::of("ein eine"),
    declined: Words::of("dem den des einem einer"),
    reflexives: Words::of("sich"),
    titles: Words::of(
        "präsident präsidentin kanzler kanzlerin minister ministerin herr frau dr prof \
         professor general richter richterin chef chefin sprecher sprecherin trainer papst \
         könig königin bischof us",
    ),
    title_ends: &[
        "minister",
        "ministerin",
        "kanzler",
        "kanzlerin",
        "präsident",
        "präsidentin",
        "chef",
        "chefin",
        "sprecher",
        "sprecherin",
        "meister",
        "meisterin",
        "vorsitzende",
        "vorsitzender",
        "leiter",
        "leiterin",
        "sekretär",
        "sekretärin",
        "trainer",
        "politiker",
        "politikerin",
        "inhaber",
        "inhaberin",
        "besitzer",
        "besitzerin",
        "betreiber",
        "betreiberin",
        "händler",
        "händlerin",
        "anwohner",
        "anwohnerin",
        "direktor",
        "direktorin",
        "forscher",
        "forscherin",
        "experte",
        "expertin",
        "historiker",
        "historikerin",
        "anwalt",
        "anwältin",
        "lehrer",
        "lehrerin",
        "arzt",
        "ärztin",
        "wirt",
        "wirtin",
        "bauer",
        "bäuerin",
        "kommissar",
        "kommissarin",
        "beauftragte",
        "beauftragter",
        "mitarbeiter",
        "mitarbeiterin",
        "stürmer",
        "torwart",
    ],
    verb_ends: &[
        "t", "te", "bat", "fand", "gab", "las", "ließ", "nahm", "rief", "sah", "schloss", "schrie",
        "schrieb", "schwor", "sprach", "stand", "stieß", "warf", "wies",
    ],
    no_verbs: Words::of(
        "mit mitsamt samt nebst seit statt anstatt unweit damit somit heute derzeit seinerzeit \
         zuletzt zunächst zuerst erst jetzt selbst insgesamt meist sonst oft fast vielleicht \
         überhaupt nicht bekannt erste letzte",
    ),
    nouns_have_capitals: true,
    as_words: Words::of("als"),
    ..Table::default()
});

static FRENCH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique assuré assure \
         estimé estime souligné souligne indiqué indique précisé précise écrit raconté \
         raconte répondu répond lancé lance insisté insiste rappelé rappelle annoncé confié \
         confie regretté regrette dénoncé dénonce reconnu martelé promis prévenu averti \
         poursuivi poursuit conclu conclut qualifié jugé juge demandé témoigne résume plaidé \
         salué tweeté",
    ),
    saying: Words::of("disant ajoutant affirmant expliquant estimant soulignant"),
    between: Words::of("a avait t aussi ensuite encore également notamment lui"),
    passive: Words::of("été est sont"),
    pronouns: Words::of("il elle"),
    others: Words::of("ils elles on je nous ce cela"),
    relatives: Words::of("qui"),
    conjunctions: Words::of("et mais"),
    according: &["selon", "d'après", "pour"],
    articles: Words::of("le la l"),
    titles: Words::of(
        "président présidente ministre premier première m mme dr pr général juge maire pape \
         roi reine député députée sénateur",
    ),
    as_words: Words::of("de comme"),
    ..Table::default()
});

static SPANISH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "dijo dice afirmó afirma aseguró asegura declaró explicó explica señaló señala añadió \
         añade agregó indicó indica sostuvo sostiene manifestó expresó subrayó subraya \
         destacó destaca advirtió advierte escribió comentó recordó respondió preguntó \
         insistió reconoció anunció criticó denunció lamentó reiteró concluyó prometió \
         admitió dicho asegurado afirmado explicado señalado declarado calificó apuntó apunta \
         contó cuenta precisó opinó pidió exigió",
    ),
    saying: Words::of("diciendo añadiendo afirmando asegurando"),
    between: Words::of("ha había también luego después le les se lo"),
    passive: Words::of("fue sido es"),
    pronouns: Words::of("él ella"),
    others: Words::of("ellos ellas yo nosotros esto eso"),
    relatives: Words::of("quien que"),
    conjunctions: Words::of("y e pero"),
    according: &["según", "de acuerdo con", "en palabras de", "a juicio de"],
    articles: Words::of("el la"),
    titles: Words::of(
        "presidente presidenta ministro ministra canciller sr sra señor señora dr dra general \
         juez jueza alcalde alcaldesa papa rey reina senador senadora diputado diputada don \
         doña",
    ),
    as_words: Words::of("de como"),
    ..Table::default()
});

static ITALIAN: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "detto dice disse dichiarato dichiara affermato afferma aggiunto aggiunge spiegato \
         spiega sottolineato sottolinea scritto scrive commentato commenta ribadito ribadisce \
         ricordato ricorda risposto risponde osservato osserva annunciato annuncia avvertito \
         avverte ammesso concluso conclude precisato precisa sostenuto sostiene raccontato \
         racconta chiesto promesso definito denunciato assicurato assicura prosegue \
         proseguito",
    ),
    saying: Words::of("dicendo aggiungendo affermando spiegando"),
    between: Words::of("ha aveva anche poi ancora inoltre lo"),
    passive: Words::of("è stato stata"),
    pronouns: Words::of("lui lei egli ella"),
    others: Words::of("loro essi io noi"),
    relatives: Words::of("che"),
    conjunctions: Words::of("e ed ma"),
    according: &["secondo", "per"],
    articles: Words::of("il la lo l"),
    titles: Words::of(
        "presidente premier ministro ministra signor signora dottor dott generale giudice \
         sindaco sindaca papa re regina senatore senatrice onorevole on segretario segretaria",
    ),
    as_words: Words::of("come"),
    ..Table::default()
});

static PORTUGUESE: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "disse diz afirmou afirma declarou declara explicou explica acrescentou acrescenta \
         ressaltou destacou destaca escreveu comentou contou conta respondeu perguntou \
         insistiu reconheceu anunciou criticou alertou lamentou reiterou concluiu prometeu \
         admitiu garantiu garante defendeu defende sublinhou sublinha frisou referiu avisou \
         avaliou avalia completou relatou apontou considerou salientou dito chamou",
    ),
    saying: Words::of("dizendo acrescentando afirmando"),
    between: Words::of("tem tinha também depois ainda já se lhe"),
    passive: Words::of("foi sido é"),
    pronouns: Words::of("ele ela"),
    others: Words::of("eles elas eu nós isso"),
    relatives: Words::of("que quem"),
    conjunctions: Words::of("e mas"),
    according: &["segundo", "de acordo com", "para", "conforme"],
    articles: Words::of("o a"),
    titles: Words::of(
        "presidente presidenta ministro ministra primeiro sr sra senhor senhora dr dra \
         general juiz juíza prefeito prefeita papa rei rainha senador senadora deputado \
         deputada governador governadora",
    ),
    as_words: Words::of("de como"),
    ..Table::default()
});

static DUTCH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "zei zegt vertelde vertelt verklaarde verklaart aldus stelde stelt schreef schrijft \
         meldde meldt benadrukte benadrukt waarschuwde waarschuwt antwoordde vroeg noemde \
         noemt liet voegde vindt vond reageerde reageert gezegd herhaalde beloofde \
         concludeerde legde",
    ),
    between: Words::of("heeft had ook toen later nog daarna"),
    passive: Words::of("werd werden wordt is"),
    pronouns: Words::of("hij zij ze"),
    others: Words::of("het ik wij we men"),
    relatives: Words::of("die"),
    conjunctions: Words::of("en maar"),
    according: &["volgens"],
    articles: Words::of("de het"),
    indefinite: Words::of("een"),
    reflexives: Words::of("zich"),
    titles: Words::of(
        "president premier minister burgemeester meneer mevrouw dr prof generaal rechter \
         koning koningin paus voorzitter woordvoerder woordvoerster staatssecretaris trainer \
         coach",
    ),
    title_ends: &[
        "minister",
        "president",
        "voorzitter",
        "leider",
        "trainer",
        "secretaris",
    ],
    as_words: Words::of("als"),
    verb_ends: &[
        "t", "de", "te", "bleef", "gaf", "hield", "keek", "riep", "schreef", "sloot", "sprak",
        "vond", "vroeg", "wees",
    ],
    no_verbs: Words::of(
        "met naast tot uit omtrent mede nooit ooit net juist niet eerst laatst eerste laatste \
         beide",
    ),
    ..Table::default()
});

static RUSSIAN: LazyLock<Table> = LazyLock::new(|| Table {
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
    ..Table::default()
});

static POLISH: LazyLock<Table> = LazyLock::new(|| Table {
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
    ..Table::default()
});
