//! German, Dutch and Swedish.

use super::Grammar;

pub(super) const ALL: &[Grammar] = &[
    Grammar {
        code: "de",
        paradigms: &[
            "V en e st t te test ten tet P ge+t A ge+te ge+ten ge+ter ge+tes ge+tem ende enden ender \
             endes",
            "V en e est et ete eten P ge+et A ge+ete ge+eten ge+eter ende enden",
            "V ern ere ert erte erten P ge+ert A ge+erte ge+erten",
            "V eln le elt elte elten P ge+elt A ge+elte ge+elten",
            "V ieren iere ierst iert ierte ierten P iert A ierte ierten ierter iertes",
            "V en e t P ge+en A ge+ene ge+enen ge+ener",
            "A - e en er es em ere eren erer eres ste sten ster stes",
            "A - e en er es em ere eren ste sten",
            "A ig ige igen iger iges igem igere igeren igste igsten",
            "A lich liche lichen licher liches lichem lichere lichste lichsten",
            "A isch ische ischen ischer isches ischem",
            "A bar bare baren barer bares barem",
            "A sam same samen samer sames",
            "A los lose losen loser loses losem",
            "A haft hafte haften hafter haftes",
            "A end ende enden ender endes endem",
            "A ell elle ellen eller elles ellem",
            "A al ale alen aler ales alem",
            "A iv ive iven iver ives ivem",
            "A är äre ären ärer äres",
        ],
        words: &[
            (
                'V',
                "ist sind war waren wird werden wurde wurden worden sei wäre wären hat haben hatte hatten \
                 hätte hätten kann können konnte konnten könnte könnten muss müssen musste mussten müsste \
                 müssten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften \
                 mag mögen möchte möchten ging gingen kam kamen gab gaben nahm nahmen stand standen lag \
                 lagen saß saßen sah sahen fand fanden hielt hielten ließ ließen rief riefen schrieb \
                 schrieben sprach sprachen trat traten fiel fielen zog zogen trug trugen fuhr fuhren flog \
                 flogen stieg stiegen sank sanken schloss schlossen verlor verloren begann begannen \
                 gewann gewannen blieb blieben hieß hießen wuchs wuchsen starb starben schlug schlugen \
                 traf trafen brach brachen brachte brachten dachte dachten wusste wussten kannte kannten \
                 nannte nannten erhielt bekam bot boten griff griffen lief liefen lud half halfen hing \
                 las lasen aß bat baten bog floss schien schienen schoss schwieg sang sprang stahl tat \
                 warf warfen wies wiesen zwang gilt geht gehen kommt kommen gibt geben nimmt nehmen steht \
                 stehen liegt liegen sieht sehen findet finden hält halten lässt lassen ruft spricht \
                 tritt fällt fallen zieht ziehen trägt tragen fährt fahren steigt sinkt schließt \
                 verliert beginnt gewinnt bleibt bleiben heißt wächst stirbt schlägt trifft bricht bringt \
                 denkt weiß kennt nennt erhält bekommt bietet bieten läuft laufen hilft helfen liest \
                 scheint tut sagte sagten sagt sagen erklärte erklärt meinte meint betonte forderte \
                 forderten warnte teilte teilten zeigte zeigen zeigt machte machten macht machen stellte \
                 stellten setzte setzten führte führten legte legten rechnet rechneten leitete arbeitete \
                 arbeiten lebte leben leitet kostet kosteten dauerte dauert dauern wartet warten reichte \
                 reichen folgte folgten folgt spielte spielen kaufte suchte suchen erreichte erreichten \
                 kündigte kündigt plant planen plante hoffte hofft rettete retteten meldete meldeten",
            ),
            (
                'R',
                "heute gestern morgen jetzt nun schon noch immer nie niemals oft selten bald später früher \
                 zuerst zuletzt zuvor danach dann damals bisher seither inzwischen derzeit auch nur bloß \
                 fast beinahe etwa rund ungefähr nahezu sehr mehr weniger meist meistens zu ziemlich recht \
                 gern gerne hier dort da überall nirgends zusammen gemeinsam jedoch dennoch trotzdem daher \
                 deshalb deswegen darum außerdem zudem ebenfalls ebenso vielleicht wahrscheinlich \
                 vermutlich offenbar wohl eben gerade kaum sogar zumindest mindestens höchstens wieder \
                 erneut plötzlich langsam schnell endlich schließlich allerdings eigentlich nämlich \
                 insgesamt besonders vor allem weiterhin weiter hinaus hinauf herunter zurück ab an auf \
                 aus ein mit nach nebenan oben unten innen außen links rechts morgens abends nachts \
                 mittags vormittags nachmittags montags samstags sonntags jährlich täglich",
            ),
            (
                'A',
                "neue neuen neuer neues alte alten alter großes große großen großer kleine kleinen gute \
                 guten hohe hohen hoher höhere lange langen kurze kurzen junge jungen erste ersten zweite \
                 zweiten dritte letzte letzten nächste nächsten eigene eigenen weitere weiteren ganze \
                 ganzen deutsche deutschen politische wirtschaftliche öffentliche öffentlichen soziale \
                 künstliche maschinelle maschinelles maschinellen neuronale neuronalen digitale seltene \
                 seltenen erneuerbare erneuerbaren",
            ),
        ],
        function: "alle allen aller alles andere anderen anderer anderes beide beiden beider \
                   diese diesen dieser dieses diesem einige einigen einiger jede jeden jeder \
                   jedes jedem jene jenen jener keine keinen keiner mehrere mehreren \
                   mehrerer viele vielen vieler wenige wenigen manche manchen solche solchen \
                   solcher welche welchen welcher welches unsere unseren unserer ihre ihren \
                   ihrer seine seinen seiner meine meinen während wegen trotz statt anstatt \
                   ohne gegen durch für um bis seit ob dass weil damit obwohl falls bevor \
                   nachdem sobald solange sowie sowohl weder entweder oder aber sondern denn \
                   als wie vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig \
                   vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend",
    },
    Grammar {
        code: "nl",
        paradigms: &[
            "V - t en te ten ge+t A ge+te end ende enden",
            "V - t en de den ge+d A ge+de end ende",
            "V eer eert eren eerde eerden ge+eerd A ge+eerde",
            "V iseer iseert iseren iseerde iseerden ge+iseerd A ge+iseerde N isering",
            "V - t en te ten t",
            "V - t en de den d",
            "V - t en ge+en A ge+ene end ende",
            "N - en",
            "N - en je jes s",
            "N - s tje tjes je jes",
            "N ing ingen",
            "N heid heden",
            "N atie aties",
            "N teit teiten",
            "N isme",
            "N er ers ster sters",
            "N ist isten",
            "N schap schappen",
            "N ie ies",
            "N aar aars",
            "A - e er ere st ste",
            "A ig ige iger igere igst igste",
            "A lijk lijke lijker lijkere lijkst lijkste",
            "A isch ische",
            "A baar bare baarder baarst",
            "A zaam zame zamer",
            "A loos loze",
            "A eel ele",
            "A ief ieve",
            "A air aire",
            "A aal ale",
            "A s se",
        ],
        words: &[
            (
                'V',
                "is zijn was waren wordt worden werd werden geworden geweest heeft hebben \
                 had hadden kan kunnen kon konden moet moeten moest moesten zal zullen zou \
                 zouden wil willen wilde wilden mag mogen mocht mochten gaat gaan ging \
                 gingen gegaan komt komen kwam kwamen gekomen geeft geven gaf gaven gegeven \
                 neemt nemen nam namen genomen staat staan stond stonden gestaan ligt liggen \
                 lag lagen gelegen zit zitten zat zaten ziet zien zag zagen gezien vindt \
                 vinden vond vonden gevonden houdt houden hield hielden gehouden laat laten \
                 liet lieten gelaten roept riep riepen schrijft schrijven schreef schreven \
                 geschreven spreekt spreken sprak spraken gesproken treedt trad traden valt \
                 vallen viel vielen gevallen trekt trekken trok trokken draagt droeg droegen \
                 rijdt rijden reed reden vliegt vloog vlogen stijgt stijgen steeg stegen \
                 gestegen daalt dalen daalde daalden gedaald sluit sluiten sloot sloten \
                 gesloten verliest verloor verloren begint beginnen begon begonnen wint \
                 winnen won wonnen gewonnen blijft blijven bleef bleven gebleven heet \
                 heetten groeit groeide sterft stierf stierven slaat sloeg sloegen treft \
                 trof troffen breekt brak braken brengt brengen bracht brachten gebracht \
                 denkt denken dacht dachten weet weten wist wisten kent kennen kende krijgt \
                 krijgen kreeg kregen gekregen biedt bieden bood boden geboden loopt lopen \
                 liep liepen helpt helpen hielp hielpen leest lezen las lazen lijkt lijken \
                 leek leken doet doen deed deden gedaan zegt zeggen zei zeiden gezegd stelt \
                 stellen stelde stelden legt leggen legde legden gelegd zet zetten gezet \
                 vraagt vragen vroeg vroegen gevraagd meldt melden meldde meldden gemeld \
                 vertelt vertelde verklaart verklaarde laadt laden wacht wachten wachtte \
                 maakt maken maakte maakten gemaakt eist eisen eiste eisten gebeurt gebeurde \
                 gebeuren blijkt bleek bleken verwacht verwachten verwachtte duurt duurde \
                 duren kost kostte staken staakt staakten vaart varen voer voeren levert \
                 leverde keert keren keerde hoopt hopen dreigt dreigen dreigde waarschuwt \
                 waarschuwde gelooft geloven betaalt betalen betaalde gestemd steunen \
                 gesteld gebeurd spelen ingediend kopen praten gehad verliezen besloten \
                 verworpen voorgesteld gewijzigd gevoerd gebouwd geleden beantwoorden \
                 behandeld bedoeld verwezen getrouwd verbeteren goedgekeurd behoren \
                 beantwoord getrokken gekocht gespeeld verricht geslaagd bewijzen noemt \
                 noemde draait draaien gebruikt gekeurd verbiedt verbieden reageren reageert \
                 controleert controleren juichen vrezen vreest stappen beslist beslissen \
                 onderzoekt onderzoeken steunde besloot koos kozen verbood verboden schoof \
                 sprong sprongen ontstond ontstonden bestond bestonden bestaat bestaan \
                 verdween verdwenen verscheen verschenen kocht kochten verkocht verkochten \
                 zocht zochten bezocht bezochten verkoopt zoekt koopt ontving ontvangen \
                 overleed overleden betrof betreft bevat bevatten verstrekt ontbreekt wijst \
                 wees wezen schuift klinkt klonk klonken drong dwong schrok schrokken",
            ),
            (
                'R',
                "vandaag gisteren morgen nu al reeds nog altijd nooit vaak zelden straks \
                 later vroeger eerst daarna toen destijds tot ook slechts alleen bijna \
                 ongeveer circa zeer heel erg meer minder meestal tamelijk graag hier daar \
                 overal nergens samen echter toch daarom dus bovendien eveneens misschien \
                 waarschijnlijk vermoedelijk blijkbaar wel juist net nauwelijks zelfs \
                 tenminste minstens hoogstens weer opnieuw plotseling langzaam snel \
                 eindelijk uiteindelijk eigenlijk namelijk vooral voornamelijk verder terug \
                 dagelijks jaarlijks wekelijks inmiddels intussen ondertussen onlangs \
                 binnenkort voortaan voorlopig bijvoorbeeld immers soms telkens bovenop \
                 omhoog omlaag weg thuis buiten binnen boven beneden goed echt inderdaad \
                 gewoon uiteraard terecht toe absoluut voorbij best meteen ongetwijfeld heen \
                 zomaar helaas daarover hiervan daarvan daarvoor hiermee daarop daarmee \
                 uiterst nogal vanavond derhalve nader eenmaal verkeerd uitermate liefst \
                 neer stil mee",
            ),
            (
                'N',
                "werk dag dagen week jaar jaren uur uren stad land weg straat huis mens \
                 mensen kind kinderen vrouw man vraag vragen vraagstuk plan plannen stem \
                 stemmen prijs prijzen loon lonen staking stakingen haven havens schip \
                 schepen lading kraan kranen bedrijf bedrijven bond bonden dienst diensten \
                 recht rechten plaats wet wetten markt geld water lucht ziekte zorg school \
                 les lessen groep deel leven spel strijd slag steun bouw koers aanval brand \
                 brug bruggen trein bus boot boten auto fiets reis reizen foto film boek \
                 boeken brief woord woorden zaak zaken kans kansen doel doelen macht raad \
                 minister vorm vormen rol kracht stroom storm oorlog vrede eis lijst regel \
                 regels jacht nacht tocht vlucht vrucht bericht gezicht gedicht gewicht \
                 gebied gebouw gesprek getal geluid geval gevolg gevolgen gemeente \
                 geschiedenis gebruik gevoel gezondheid gezin gevaar geloof punt tijd \
                 probleem voorstel lidstaten antwoord debat landen commissaris beleid \
                 amendement amendementen wereld aanpak redenen stap moment taak keer \
                 voorbeeld kosten vrouwen programma prioriteit euro akkoord aspect hoop \
                 geweld agenda dialoog middelen kant aard tekst standpunt verhaal risico \
                 partijen evenwicht terrein solidariteit handen muur licht realiteit feiten \
                 resultaten elementen dood hart argument groei uitgangspunt verkeer internet \
                 verschil kanten handel minuten consument beeld bestuur bank ramp oorzaken \
                 maatregelen moed document mond effect tekort steden bedrag inzet eind \
                 boeren zinnen wens hoofd rest maand belangen actieplan inkomsten slot \
                 conflict onderscheid tegendeel container rapport kabel vergadering \
                 ziekenhuis politie rechter winkeliers agenten bewoners inwoners tassen \
                 uitkering verbod aanbod gebod bod",
            ),
        ],
        function: "alle allen andere anderen beide deze dit die dat enkele elk elke ieder \
                   iedere geen meerdere veel vele weinig sommige zulke welke welk onze ons \
                   hun haar zijn mijn jouw tijdens wegens ondanks zonder tegen door voor om \
                   tot sinds of omdat doordat zodat hoewel indien als voordat nadat zodra \
                   zolang zowel noch maar want dan toen volgens namens binnen buiten naast \
                   tussen onder boven achter langs rond rondom vanaf vanuit vanwege behalve \
                   dankzij aldus waarbij waarin waardoor waarop waarmee daarbij daarin vier \
                   vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig \
                   zestig zeventig tachtig negentig honderd duizend zelf zichzelf iemand \
                   niemand kun",
    },
    Grammar {
        code: "sv",
        paradigms: &[
            "V a ar ade at ats as ades P ad at ade A ande",
            "V a er te t ts s P t ta",
            "V a er de t ts s P d da",
            "V ra r rde rt rs P rd rda",
            "V a er it its P en na et",
            "N - en ar arna ars arnas ens",
            "N - en er erna ers ernas",
            "N a an or orna ors ans",
            "N e en ar arna",
            "N - et en ets ens",
            "N e et en ena",
            "N are aren arna arnas",
            "N ing ingen ingar ingarna",
            "N ning ningen ningar ningarna",
            "N het heten heter heterna",
            "N tion tionen tioner tionerna",
            "N else elsen elser",
            "N skap skapen skapet",
            "N ism ismen",
            "N ist isten ister isterna",
            "A - t a are ast aste",
            "A ig igt iga igare igast igaste",
            "A lig ligt liga ligare ligast ligaste",
            "A isk iskt iska",
            "A sam samt samma",
            "A ös öst ösa",
            "A ell ellt ella",
            "A iv ivt iva",
            "A bar bart bara",
        ],
        words: &[
            (
                'V',
                "är var varit blir blev blivit har hade haft kan kunde kunnat måste ska skall skulle vill \
                 ville får fick fått går gick gått kommer kom kommit ger gav gett tar tog tagit står stod \
                 stått ligger låg legat sitter satt ser såg sett finns fanns hittar hittade håller höll \
                 hållit låter lät låtit skriver skrev skrivit säger sade sa sagt talar faller föll fallit \
                 drar drog dragit bär bar burit kör körde flyger flög stiger steg stigit sjunker sjönk \
                 stänger stängde förlorar förlorade börjar började vinner vann vunnit heter hette växer \
                 växte dör dog dött slår slog slagit träffar bryter bröt brutit bringar tänker tänkte vet \
                 visste känner kände köper köpte erbjuder löper hjälper läser läste verkar gör gjorde \
                 gjort ställer ställde lägger lade lagt sätter satte frågar frågade väntar väntade visar \
                 visade kräver krävde leder ledde sker skedde bor bodde lever levde arbetar arbetade \
                 spelar spelade",
            ),
            (
                'R',
                "idag igår imorgon nu redan ännu alltid aldrig ofta sällan snart senare tidigare först sedan \
                 då hittills också bara endast nästan ungefär cirka mycket mer mindre oftast ganska gärna \
                 här där överallt ingenstans tillsammans dock därför dessutom likaså kanske troligen \
                 sannolikt väl just knappt även åtminstone minst högst igen åter plötsligt långsamt snabbt \
                 äntligen slutligen egentligen nämligen särskilt framför vidare tillbaka hem ute inne uppe \
                 nere dagligen årligen",
            ),
        ],
        function: "alla andra båda denna detta dessa några någon något varje ingen inget inga flera många \
                   få sådana vilken vilket vilka vår vårt våra deras hans hennes sin sitt sina under efter \
                   utan mot genom för till sedan om att eftersom därför innan medan både varken eller men \
                   utan än som enligt mellan över bakom längs runt från utom tack",
    },
];
