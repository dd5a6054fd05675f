//! Dutch.

use std::sync::LazyLock;

use super::{Table, Words};

pub(super) static DUTCH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "bestrijdt bestreed belooft eist eiste verzuchtte klaagt klaagde verwacht verwachtte \
         spreekt sprak erkent erkende ontkent ontkende prijst prees zei zegt vertelde vertelt \
         verklaarde verklaart aldus stelde stelt schreef schrijft meldde meldt benadrukte \
         benadrukt waarschuwde waarschuwt antwoordde vroeg noemde noemt liet voegde vindt \
         vond reageerde reageert gezegd herhaalde beloofde concludeerde",
    ),
    between: Words::of("wel heeft had ook toen later nog daarna"),
    passive: Words::of("werd werden wordt is"),
    pronouns: Words::of("hij zij ze"),
    others: Words::of("het ik wij we men"),
    relatives: Words::of("die"),
    conjunctions: Words::of("en maar"),
    according: &["volgens"],
    articles: Words::of("de het"),
    indefinite: Words::of("zijn haar hun mijn onze ons een"),
    reflexives: Words::of("zich"),
    titles: Words::of(
        "jarige ceo conservator aanvoerder eigenaar kamerlid gedeputeerde curator econoom \
         advocaat raadsman officier schepen wethouder commissaris schrijver schrijfster \
         historicus analist onderzoeker directeur hoogleraar arts boer boerin ondernemer \
         regisseur dirigent president premier minister burgemeester meneer mevrouw dr prof \
         generaal rechter koning koningin paus voorzitter woordvoerder woordvoerster \
         staatssecretaris trainer coach",
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
    openers: Words::of(
        "aan achter bij binnen door in langs met na naar naast om onder op over rond sinds te \
         tegen tijdens tot tussen uit van vanuit via vlak voor wegens zonder gisteren vandaag \
         morgen eergisteren toen daarna daarop daarover daarbij later eerder hier daar ook \
         bovendien verder dinsdag woensdag donderdag vrijdag zaterdag zondag maandag \
         vervolgens uiteindelijk inmiddels intussen onlangs nu eerst vorige deze afgelopen",
    ),
    subordinating: Words::of("dat zoals omdat toen of hoewel nadat terwijl als voordat"),
    auxiliaries: Words::of("heeft had"),
    surnames: Words::of("koning"),
    verb_ends: &[
        "t", "de", "te", "bleef", "gaf", "hield", "keek", "riep", "schreef", "sprak", "vond",
        "vroeg", "wees",
    ],
    no_verbs: Words::of(
        "met naast tot uit omtrent mede nooit ooit net juist niet eerst laatst eerste laatste \
         beide",
    ),
    person_ends: &[
        "ster", "aar", "ist", "ent", "student", "jarige", "vrouw", "man", "coach", "leider",
    ],
    ..Table::default()
});
