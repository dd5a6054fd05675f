//! English.

use std::sync::LazyLock;

use super::{Table, Words};

pub(super) static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table {
    says: Words::of(
        "insisted ruled apologised apologized quipped fumed joked testified recalled laughed \
         shrugged sighed boasted said says say told tells added adds stated wrote writes \
         tweeted posted argued argues claimed claims insists warned warns explained explains \
         noted notes stressed stresses emphasized emphasised emphasizes declared declares \
         announced acknowledged admitted admits conceded concluded continued replied replies \
         responded responds answered asked asks called calls described describes remarked \
         recalls suggested suggests observed pointed predicted promised vowed pledged urged \
         urges complained lamented countered reiterated repeated echoed echoes accused \
         accuses denied denies dismissed dismisses denounced condemned criticized criticised \
         slammed praised hailed branded labeled labelled dubbed characterized characterised \
         referred reported shouted yelled exclaimed commented comments believes thinks \
         cautioned contended contends maintained maintains proclaimed thundered mused \
         demanded read reads revealed hinted signaled signalled confirmed confirms expressed \
         voiced quoted put laughs shrugs sighs jokes quips fumes testifies muses concedes \
         hopes boasts grumbles",
    ),
    saying: Words::of(
        "saying adding telling stating arguing claiming insisting warning explaining noting \
         stressing emphasizing emphasising declaring writing calling describing asking \
         suggesting citing vowing promising urging accusing denouncing concluding tweeting \
         dismissing dubbing branding labeling labelling referring quoting",
    ),
    between: Words::of(
        "as has have had also then later once again further first even still never just now \
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
        "executive cllr passenger survivor witness resident goalkeeper midfielder defender \
         striker manager headteacher justice solicitor historian scientist researcher actress \
         director curator baroness duchess archdeacon corporal chaplain provost chancellor \
         president vice prime minister premier secretary defense defence treasury foreign \
         interior finance state home deputy assistant acting former chief chairman chairwoman \
         chair governor gov senator sen congressman congresswoman representative rep reps \
         sens mayor speaker leader whip majority minority ambassador envoy commissioner \
         general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral \
         adm officer detective inspector sheriff constable police judge attorney prosecutor \
         mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess pope \
         cardinal archbishop bishop rev reverend father sister brother imam rabbi sheikh \
         ayatollah coach ceo cfo coo cto spokesman spokeswoman spokesperson republican \
         democrat democratic economist analyst author undersheriff superintendent councillor \
         councilman councilwoman commander engineer dean lawmaker meanwhile recently",
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
    surnames: Words::of("king pope bishop judge major dean"),
    verb_ends: &["ed", "said", "told"],
    indefinite: Words::of("a an his her their its our my another one"),
    subordinating: Words::of("that what though although while when if because after before since"),
    ..Table::default()
});
