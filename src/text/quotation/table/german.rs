//! German.

use std::sync::LazyLock;

use super::{Table, Words};

pub(super) static GERMAN: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "sagte sagt erklärte erklärt betonte betont meinte meint schrieb schreibt forderte \
         fordert warnte warnt kritisierte kritisiert fügte ergänzte berichtete teilte \
         kündigte versicherte antwortete fragte nannte bezeichnete lobte so gesagt urteilte \
         räumte stellte bekräftigte unterstrich mahnte rief twitterte sprach erzählte erzählt \
         erinnerte erinnert ergänzt berichtet antwortet fragt nennt bezeichnet lobt mahnt \
         ruft kündigt versichert bekräftigt unterstreicht urteilt fügt räumt versprach \
         verspricht erläuterte erläutert schilderte schildert bestätigte bestätigt entgegnete \
         entgegnet erwiderte erwidert beklagte beklagt klagte klagt bedauerte bedauert \
         verkündete verkündet resümierte resümiert bilanzierte bilanziert appellierte \
         appelliert kommentierte kommentiert verteidigte verteidigt befürchtet hofft glaubt \
         wies weist verwies verweist warf wirft vorgeworfen gemeint geschrieben erwartet \
         erwartete verlangt verlangte bestreitet bestritt vermutet vermutete behauptet \
         behauptete findet schwärmt schwärmte entschuldigte begrüßte begrüßt rechtfertigte \
         gestand gesteht",
    ),
    between: Words::of("hat hatte auch dann später zudem wiederum am"),
    passive: Words::of("wurde wurden wird werden"),
    pronouns: Words::of("er sie"),
    others: Words::of("es ich wir man das"),
    relatives: Words::of("der die"),
    conjunctions: Words::of("und aber"),
    according: &["laut", "nach angaben von", "nach den worten von"],
    articles: Words::of("der die"),
    indefinite: Words::of("sein seine ihr ihre unser unsere mein meine ein eine"),
    declined: Words::of("dem den des einem einer"),
    reflexives: Words::of("sich"),
    titles: Words::of(
        "jährige jähriger patient patientin gegner kunde kundin stammkunde zeuge kapitän \
         präsident präsidentin kanzler kanzlerin minister ministerin herr frau dr prof \
         professor general richter richterin chef chefin sprecher sprecherin trainer papst \
         könig königin bischof us",
    ),
    surnames: Words::of("richter könig papst bischof"),
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
        "kapitän",
        "kapitänin",
        "stadtrat",
        "gemeinderat",
        "stadträtin",
        "landrat",
        "landrätin",
        "vertreter",
        "vertreterin",
        "rektor",
        "nachbar",
        "kurator",
        "berater",
        "verwalter",
        "mitglied",
        "abgeordneter",
        "abgeordnete",
        "zeuge",
        "zeugin",
        "künstler",
        "schauspieler",
        "fahrer",
        "polizist",
        "ologe",
        "ologin",
        "ator",
        "eur",
        "ist",
        "dezernent",
        "referent",
        "dirigent",
        "intendant",
        "kommandant",
        "student",
        "führer",
        "kämmerer",
        "jurist",
        "gast",
    ],
    first_names: Words::of(
        "benjamin valentin augustin christin konstantin constantin celestin florentin \
         katharin jacquelin jaqueline christopher franklin maximiliane bartholomäus \
         abdulrahman hans jonas lukas thomas matthias tobias andreas markus klaus niklas \
         elias nikolaus jens lars moritz agnes doris iris ines boris dennis chris lutz",
    ),
    openers: Words::of(
        "am an auf aus außer bei beim bis durch für gegen gegenüber hinter im in ins kurz \
         laut mit nach neben ohne seit statt trotz über um unter vom von vor während wegen \
         wenige zu zum zur zwischen gestern heute morgen vorgestern damals danach dann \
         daraufhin darauf dabei dagegen damit daher dazu dennoch deshalb dort da hier auch \
         außerdem zudem ebenfalls ebenso erneut anschließend schließlich zuletzt zunächst \
         zuerst zuvor vorher später bereits schon erst nun jetzt inzwischen mittlerweile \
         kürzlich jüngst unlängst vergangene vergangenen letzte diese montag dienstag \
         mittwoch donnerstag freitag samstag sonnabend sonntag so stunden tage wochen minuten \
         jahre abends morgens mittags nachmittags einmal weiter ferner wörtlich allerdings \
         jedoch immer oft öffentlich",
    ),
    subordinating: Words::of("dass wie weil als ob obwohl nachdem während wenn bevor sodass indem"),
    auxiliaries: Words::of("hat hatte habe hätte"),
    verb_ends: &[
        "t", "te", "fand", "gab", "las", "ließ", "nahm", "rief", "sah", "schloss", "schrie",
        "schrieb", "schwor", "sprach", "stand", "stieß", "warf", "wies",
    ],
    no_verbs: Words::of(
        "mit mitsamt samt nebst seit statt anstatt unweit damit somit heute derzeit \
         seinerzeit zuletzt zunächst zuerst erst jetzt selbst insgesamt meist sonst oft fast \
         vielleicht überhaupt nicht bekannt erste letzte",
    ),
    nouns_have_capitals: true,
    as_words: Words::of("als"),
    person_ends: &[
        "erin", "orin", "istin", "entin", "antin", "ist", "er", "ige", "iger", "ant", "ent", "eur",
    ],
    things: Words::of(
        "sender träger hersteller anbieter betreiber verein autobauer bauer versorger käufer \
         dienstleister händler vermieter partner konzern gericht parlament sprecher \
         sprecherin vertreter polizeisprecher experte",
    ),
    ..Table::default()
});
