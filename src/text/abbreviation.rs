//! Abbreviations that end in a full stop, by language, and what a full stop behind them
//! may mean. Letters with full stops between them ("U.S.") need no list.
//!
//! Small letters in a list stand for either case, capitals for themselves alone: English
//! "Mar." is a month and "mar." is not.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::base::Language;

/// What a full stop behind an abbreviation may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Never the end of a sentence: "Mr.", "e.g.".
    Inside,
    /// The end, but before a figure: "No. 4"; and "etc.".
    BeforeFigure,
    /// The end where a word follows that often begins sentences: "Inc.", "Jan.".
    Either,
}

/// Abbreviations of one language, divided by blanks.
struct Lists {
    inside: &'static str,
    before_figure: &'static str,
    either: &'static str,
}

/// The abbreviations of a language, to be looked up once for all of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Abbreviations(&'static Table);

impl Abbreviations {
    pub(super) fn of(language: Language) -> Self {
        Self(table(language))
    }

    /// What a full stop behind `word` may mean; `None` where it is no abbreviation that we
    /// know.
    pub(super) fn meaning(self, word: &str) -> Option<Meaning> {
        // No entry is longer, and most words are.
        const BYTES_MAX: usize = 12;
        if word.is_empty() || word.len() > BYTES_MAX {
            return None;
        }
        let known = self.0.get(word);
        // Nearly all words before a full stop are in small letters already.
        if known.is_none() && word.contains(char::is_uppercase) {
            return self.0.get(word.to_lowercase().as_str()).copied();
        }
        known.copied()
    }
}

type Table = FxHashMap<&'static str, Meaning>;

fn table_of(lists: &'static Lists) -> Table {
    let mut table = Table::default();
    // The first list that has a word counts.
    for (list, meaning) in [
        (lists.inside, Meaning::Inside),
        (lists.before_figure, Meaning::BeforeFigure),
        (lists.either, Meaning::Either),
    ] {
        for word in list.split(' ') {
            table.entry(word).or_insert(meaning);
        }
    }
    table
}

/// Languages with ordinals of figures and a full stop: "3. Oktober".
pub(super) fn has_dotted_ordinals(language: Language) -> bool {
    matches!(
        language.code(),
        "de" | "da"
            | "nb"
            | "nn"
            | "fi"
            | "et"
            | "lv"
            | "pl"
            | "cs"
            | "sk"
            | "sl"
            | "hr"
            | "bs"
            | "sr"
            | "hu"
            | "tr"
            | "is"
            | "lb"
    )
}

/// Whether a figure with a full stop behind `word` is an ordinal even before a capital;
/// German writes nouns with one.
pub(super) fn stands_before_ordinals(word: &str, language: Language) -> bool {
    const GERMAN: &str = "der die das dem den des am im vom zum zur bis ab seit ihr ihre ihrem \
        ihren ihrer sein seine seinem seinen seiner und oder eine einen ein jede jeder jedes jeden";
    language.code() == "de" && GERMAN.split(' ').any(|each| each == word.to_lowercase())
}

/// Whether `word` is a month, as it stands behind an ordinal.
pub(super) fn is_month(word: &str) -> bool {
    const MONTHS: &str = "Januar Jänner Februar Feber März April Mai Juni Juli August September \
        Oktober November Dezember Jan Feb Apr Jun Jul Aug Sep Sept Okt Nov Dez Ocak Şubat Mart \
        Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık";
    MONTHS.split(' ').any(|each| each == word)
}

fn table(language: Language) -> &'static Table {
    static TABLES: [LazyLock<Table>; 10] = [
        LazyLock::new(|| table_of(&GERMAN)),
        LazyLock::new(|| table_of(&FRENCH)),
        LazyLock::new(|| table_of(&SPANISH)),
        LazyLock::new(|| table_of(&ITALIAN)),
        LazyLock::new(|| table_of(&PORTUGUESE)),
        LazyLock::new(|| table_of(&DUTCH)),
        LazyLock::new(|| table_of(&RUSSIAN)),
        LazyLock::new(|| table_of(&POLISH)),
        LazyLock::new(|| table_of(&TURKISH)),
        LazyLock::new(|| table_of(&ENGLISH)),
    ];
    let [
        german,
        french,
        spanish,
        italian,
        portuguese,
        dutch,
        russian,
        polish,
        turkish,
        english,
    ] = &TABLES;
    match language.code() {
        "de" | "lb" => german,
        "fr" => french,
        "es" | "ca" | "gl" => spanish,
        "it" => italian,
        "pt" => portuguese,
        "nl" | "af" => dutch,
        "ru" | "uk" | "be" => russian,
        "pl" => polish,
        "tr" | "az" => turkish,
        // Also for what is not known: titles and names of firms are English everywhere.
        _ => english,
    }
}

static ENGLISH: Lists = Lists {
    inside: "mr mrs ms dr prof sen rep gov gen lt col sgt capt cmdr adm maj rev hon pres supt det \
        insp cpl pvt atty messrs mme mlle amb asst assoc Fr Br St Mt Ft Sec Dist Rt vs v cf approx ca \
        viz i.e e.g Lt.Col Lt.Gov",
    before_figure: "no nos p pp vol fig figs art sec ch par No etc",
    either: "inc corp ltd co cos bros llc plc jr sr esq Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov \
        Dec Mon Tue Tues Wed Thu Thur Thurs Fri ave blvd rd dept univ assn Ala Ariz Ark Calif Colo \
        Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn \
        Tenn Tex Va Vt Wash Wis Wyo Ont Que est min max ft lb lbs oz mph hr hrs Ph.D M.D al",
};

static GERMAN: Lists = Lists {
    inside: "hr hrn fr dr prof dipl ing dipl.-ing st frl z.b d.h u.a u.u i.d.r bzw vgl sog ca rd etwa \
        inkl exkl zzgl abzgl evtl ggf geb gest verh hl nr z d u i o a e bspw allg gen stellv \
        max min mind insb insbes urspr ehem lt gem kath ev oberst österr schweiz dt engl frz resp \
        mag hptm rer nat med jur phil vors",
    before_figure: "s art abs nr bd kap tel ziff zif fig abb aufl str ab usw etc u.s.w ff",
    either: "mio mrd tsd jh jhd jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa so co \
        inc ltd jr sr min std sek str pl v.chr n.chr",
};

static FRENCH: Lists = Lists {
    inside: "m mm mme mmes mlle mlles dr drs pr prof me mgr st ste sgt cap gén col cdt lt env approx cf \
        p.ex ex c.-à-d c vs hab resp éd dir trad av",
    before_figure: "p pp art n no nos vol chap fig tél t al bd etc",
    either: "janv févr avr juil sept oct nov déc av boul bd inc ltd co jr sr j.-c min max h",
};

static SPANISH: Lists = Lists {
    inside: "sr sra srta sres sras dr dra drs prof profa lic ing arq gral gob pdte pdta mons fr sto sta \
        st d dª dña ud uds vd vds p.ej ej cf vs aprox ca av avda c pl pza ctra dpto prov tte cnel \
        cap sgto excmo excma ilmo ilma ee ee.uu ff.aa p",
    before_figure: "pág págs pag p pp art arts núm núms num n nº vol cap fig tel tfno aprox etc",
    either: "ene feb mar abr may jun jul ago sep sept oct nov dic uu aa hh oo s.a inc ltd co cía jr hnos \
        a.c d.c h min máx m",
};

static ITALIAN: Lists = Lists {
    inside: "sig sigg sig.ra sig.na sigra signa dott dott.ssa dottssa dr prof prof.ssa profssa avv ing arch \
        geom rag on sen gen col cap mons don s ss sto sta p.es es cfr ca circa vs ecc.mo egr gent rev \
        cav comm card p.za v.le",
    before_figure: "pag pagg p pp art artt n nn nr vol cap fig tel ecc etc",
    either: "genn gen febbr feb mar apr magg mag giu lug ago sett set ott nov dic a.c d.c s.p.a s.r.l spa \
        srl inc ltd co jr min max",
};

static PORTUGUESE: Lists = Lists {
    inside: "sr sra srs sras srta dr dra drs prof profa profª eng engª arq gen cel cap sgt ten maj alm d dom \
        exmo exma v p.ex ex cf vs aprox av r pça al min dep sen gov pres st sta sto p",
    before_figure: "pág págs pag p pp art arts n nº núm num vol cap fig tel aprox etc",
    either: "jan fev mar abr mai jun jul ago set out nov dez s.a ltda cia inc ltd co jr a.c d.c h máx mín",
};

static DUTCH: Lists = Lists {
    inside: "dhr mevr mw mej dr drs prof mr ir ing ds st jhr bijv bv d.w.z d.m.v i.p.v i.v.m m.b.t o.a o.m \
        t.o.v t.a.v z.g n.a.v ca circa ongeveer plm vgl vs resp incl excl evt gen kol kap lt sgt min \
        burg wnd",
    before_figure: "p pp blz art nr nrs bd hfst afb tel vol fig enz etc e.d e.v e.a",
    either: "jan feb mrt apr jun jul aug sep sept okt nov dec b.v n.v v.chr n.chr mln mld inc ltd co jr sr max \
        jl ll",
};

static RUSSIAN: Lists = Lists {
    inside: "г-н г-жа гг гр им проф акад доц ген полк подполк кап лейт серж св т.е т.н т.к т ул пр просп пл \
        пер наб бул обл р-н с пос дер д кв корп стр оф напр см ср ок прим ред сост изд англ нем фр лат \
        зам зав пом нач рис табл ст гл п пп ч",
    before_figure: "стр рис табл ст гл п пп ч т № тел т.д т.п д п пр",
    either: "г гг в вв руб коп долл тыс млн млрд трлн кг км см мм м га ч мин сек янв февр апр авг сент окт нояб \
        дек н.э до.н.э чел шт ед др",
};

static POLISH: Lists = Lists {
    inside: "prof dr hab inż mgr lek med ks bp abp o św gen płk ppłk mjr kpt por st sierż al ul pl os np tzn tj \
        tzw m.in ok por zob wg godz red im min.in nb ds pt ws z-ca p płk doc adw r.pr sz kard",
    before_figure: "s str art ust pkt poz nr tel rys tab r m t itd itp etc i.in",
    either: "r w zł gr proc tys mln mld sp z.o.o s.a jr br bm ub n.e p.n.e cm km kg min maks sek",
};

static TURKISH: Lists = Lists {
    inside: "dr doç prof yrd av sn op uzm arş gör öğr müh mim alb org korg tümg tuğg bkz örn yy vs cad sok mah \
        blv apt no st hz gn kur yard",
    before_figure: "s sf no md cilt c tel nr vb vd vs",
    either: "oca şub mar nis may haz tem ağu eyl eki kas ara a.ş ltd şti ş inc co m.ö m.s",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_counts_where_a_list_has_capitals() {
        let of = |word, code| Abbreviations::of(Language::from_code(code).unwrap()).meaning(word);
        assert_eq!(of("Dr", "en"), Some(Meaning::Inside));
        assert_eq!(of("DR", "en"), Some(Meaning::Inside));
        assert_eq!(of("Mar", "en"), Some(Meaning::Either));
        assert_eq!(of("mar", "en"), None);
        assert_eq!(of("usw", "de"), Some(Meaning::BeforeFigure));
        assert_eq!(of("usw", "en"), None);
        assert_eq!(of("", "en"), None);
    }
}
