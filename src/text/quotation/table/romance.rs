//! French, Spanish, Italian and Portuguese.

use std::sync::LazyLock;

use super::{Table, Words};

pub(super) static FRENCH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "parlé promet évoqué évoque réclamé réclame exigé exige plaide salue dénonce critiqué \
         critique accusé accuse commenté commente martèle confirmé confirme glissé glisse \
         lâché lâche soufflé souffle soupiré soupire prévient avertit promis espéré espère \
         craint craignait dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique \
         assuré assure estimé estime souligné souligne indiqué indique précisé précise écrit \
         raconté raconte répondu répond lancé lance insisté insiste rappelé rappelle annoncé \
         confié confie regretté regrette dénoncé reconnu martelé prévenu averti poursuivi \
         poursuit conclu conclut qualifié jugé juge demandé témoigne résume plaidé salué \
         tweeté",
    ),
    saying: Words::of("disant ajoutant affirmant expliquant estimant soulignant"),
    between: Words::of(
        "n'a l'a m'a s'est s'était n'avait l'avait comme a avait t aussi ensuite encore \
         également notamment lui hier puis",
    ),
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
    surnames: Words::of("roi pape maire"),
    verb_ends: &["e", "t", "d", "a", "é", "is", "u"],
    no_verbs: Words::of("contre entre outre malgré"),
    indefinite: Words::of("un une son sa leur ses notre"),
    person_ends: &[
        "eur",
        "euse",
        "trice",
        "iste",
        "ien",
        "ienne",
        "istrat",
        "magistrate",
        "champion",
        "championne",
        "homme",
        "femme",
    ],
    subordinating: Words::of("que quand"),
    things: Words::of(
        "constructeur opérateur distributeur diffuseur fournisseur vendeur secteur porteur \
         transporteur",
    ),
    ..Table::default()
});

pub(super) static SPANISH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "replicó replica exige exigía prevé pidieron pide matizó matiza sentenció sentencia \
         relató relata confesó confiesa reclamó reclama tachó acusó acusa defendió defiende \
         prometió promete avisó avisa bromeó zanjó apostilló puntualizó lamenta reconoce \
         admite insiste recuerda responde comenta escribe cree considera consideró votó \
         secundó dijo dice afirmó afirma aseguró asegura declaró explicó explica señaló \
         señala añadió añade agregó indicó indica sostuvo sostiene manifestó expresó subrayó \
         subraya destacó destaca advirtió advierte escribió comentó recordó respondió \
         preguntó insistió reconoció anunció criticó denunció lamentó reiteró concluyó \
         admitió dicho asegurado afirmado explicado señalado declarado calificó apuntó apunta \
         contó cuenta precisó opinó pidió exigió",
    ),
    saying: Words::of("diciendo añadiendo afirmando asegurando"),
    between: Words::of(
        "como nos me ha había también luego después le les se lo ayer hoy además entonces",
    ),
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
    surnames: Words::of("rey papa general alcalde juez"),
    drops_pronouns: true,
    verb_ends: &["a", "e", "ó", "o"],
    no_verbs: Words::of("sobre entre contra durante mediante"),
    indefinite: Words::of("un una su sus mi nuestro nuestra"),
    person_ends: &[
        "or", "ora", "ista", "ero", "era", "ante", "iente", "dente", "denta", "nauta",
    ],
    subordinating: Words::of("que cuando"),
    things: Words::of(
        "aseguradora emisora constructora promotora operadora distribuidora productora \
         editora consultora patrocinadora sector",
    ),
    past_ends: &["ó", "jo"],
    ..Table::default()
});

pub(super) static ITALIAN: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "parlato riferito rivelato preteso definito definisce bollato invitato aggiunge \
         aggiunto sussurrato confessa confessato ammesso ammette replica replicato ribattuto \
         ribatte osserva osservato commenta commentato racconta raccontato ricorda ricordato \
         avverte avvertito promesso promette chiesto chiede accusato accusa denunciato \
         denuncia lamenta lamentato esulta scherza sorride accolto detto dice disse \
         dichiarato dichiara affermato afferma spiegato spiega sottolineato sottolinea \
         scritto scrive ribadito ribadisce risposto risponde annunciato annuncia concluso \
         conclude precisato precisa sostenuto sostiene assicurato assicura prosegue \
         proseguito",
    ),
    saying: Words::of("dicendo aggiungendo affermando spiegando"),
    between: Words::of("l'ha come ieri oggi ci mi gli ha aveva anche poi ancora inoltre lo"),
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
    surnames: Words::of("re papa giudice"),
    drops_pronouns: true,
    verb_ends: &["a", "e", "ò", "ì", "é", "o"],
    no_verbs: Words::of("sopra contro dopo verso sotto presso oltre durante"),
    indefinite: Words::of("un una uno suo sua loro"),
    person_ends: &[
        "ore", "rice", "ista", "iere", "era", "enne", "urra", "ino", "ente",
    ],
    subordinating: Words::of("che quando"),
    past_ends: &["ò"],
    ..Table::default()
});

pub(super) static PORTUGUESE: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "exigiu exige pediu pede confessou confessa avisou avisa lamentou lamenta resumiu \
         resume relatou relata contou conta lembrou lembra vê defendeu defende criticou \
         critica prometeu promete garantiu garante descreveu descreve brincou brinca \
         reconheceu reconhece admitiu admite classificou considerou considera acusou acusa \
         disse diz afirmou afirma declarou declara explicou explica acrescentou acrescenta \
         ressaltou destacou destaca escreveu comentou respondeu perguntou insistiu anunciou \
         alertou reiterou concluiu sublinhou sublinha frisou referiu avaliou avalia completou \
         apontou salientou dito chamou",
    ),
    saying: Words::of("dizendo acrescentando afirmando"),
    between: Words::of("como ontem hoje me nos já tem tinha também depois ainda se lhe"),
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
    surnames: Words::of("rei papa juiz"),
    drops_pronouns: true,
    verb_ends: &["a", "e", "u", "z", "m", "i"],
    no_verbs: Words::of("sobre entre contra durante"),
    indefinite: Words::of("um uma seu sua nosso nossa"),
    person_ends: &["or", "ora", "ista", "eiro", "eira", "ante", "ente"],
    subordinating: Words::of("que quando"),
    things: Words::of(
        "emissora seguradora construtora operadora distribuidora produtora editora consultora \
         sector setor",
    ),
    past_ends: &["ou", "eu", "iu"],
    ..Table::default()
});
