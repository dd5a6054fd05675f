//! Dutch.

use std::sync::LazyLock;

use super::{Table, Words};

pub(super) static DUTCH: LazyLock<Table> = LazyLock::new(|| Table {
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
