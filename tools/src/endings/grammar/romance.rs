//! Italian, and its sisters that have a treebank to measure by.

use super::Grammar;

pub(super) const ALL: &[Grammar] = &[
    Grammar {
        code: "it",
        paradigms: &[
            "V are o i a iamo ate ano avo avi ava avamo avate avano ai asti ò ammo aste arono erò \
             erai erà eremo erete eranno erei eresti erebbe eremmo ereste erebbero assi asse \
             assero ando arsi arlo arla arli arle armi arti arci arvi argli arne andosi andolo \
             andola P ato ata ati ate",
            "V iare io i ia iamo iate iano iava iavano iò iarono ierò ierà ieranno ierebbe iando \
             iarsi P iato iata iati iate",
            "V care co chi ca chiamo cate cano cava cavano cò carono cherò cherà cheranno cherebbe \
             cando carsi P cato cata cati cate",
            "V gare go ghi ga ghiamo gate gano gava gavano gò garono gherà gheranno gherebbe gando \
             garsi P gato gata gati gate",
            "V ere o i e iamo ete ono evo evi eva evamo evano ei é ette ettero erono erò erà eremo \
             eranno erebbe erebbero essi esse essero endo ersi erlo erla erli erle P uto uta uti ute",
            "V dere do di de diamo dete dono deva devano se si sero derà deranno derebbe dendo dersi \
             P so sa si se",
            "V gere go gi ge giamo gete gono geva gevano se si sero gerà geranno gendo gersi P to ta ti te",
            "V ngere ngo ngi nge ngono ngeva nse nsero ngerà ngendo P nto nta nti nte",
            "V ere e ono eva evano rà ranno rebbe endo esse",
            "V ire o i e iamo ite ono isco isci isce iscono ivo iva ivano ii ì irono irò irà iremo \
             iranno irebbe irebbero issi isse issero endo irsi irlo irla irli irle P ito ita iti ite",
            "V durre duco duci duce ducono duceva dusse dussero durrà durranno ducendo P dotto dotta \
             dotti dotte",
            "V porre pongo poni pone pongono poneva pose posero porrà porranno ponendo P posto posta \
             posti poste",
            "V tenere tengo tieni tiene tengono teneva tenne tennero terrà terranno tenendo P tenuto \
             tenuta tenuti tenute",
            "V venire vengo vieni viene vengono veniva venne vennero verrà verranno venendo P venuto \
             venuta venuti venute",
            "V mettere metto metti mette mettono metteva mise misero metterà mettendo P messo messa \
             messi messe",
            "N o i",
            "N a e",
            "N e i",
            "N io i",
            "N ia ie",
            "N cia ce",
            "N gia ge",
            "N go ghi",
            "N ga ghe",
            "A io ia i ie",
            "A co ca ci che R camente",
            "N zione zioni",
            "N sione sioni",
            "N tà",
            "N ista isti iste",
            "N ismo ismi",
            "N mento menti",
            "N tore tori trice trici",
            "N iere ieri iera",
            "N aio ai aia",
            "N enza enze",
            "N anza anze",
            "N gia gie",
            "N co chi",
            "N ca che",
            "A o a i e issimo issima R amente",
            "A e i R emente",
            "A ale ali R almente",
            "A are ari R armente",
            "A ivo iva ivi ive R ivamente",
            "A oso osa osi ose R osamente",
            "A ico ica ici iche R icamente",
            "A ante anti R antemente",
            "A ente enti R entemente",
            "A abile abili R abilmente",
            "A ibile ibili R ibilmente",
            "A ario aria ari arie R ariamente",
            "A ese esi",
        ],
        words: &[
            (
                'V',
                "è sono era erano fu furono sarà saranno sarebbe stato ha hanno aveva \
                 avevano ebbe avrà avranno avrebbe può possono poteva potevano potrà \
                 potranno potrebbe potrebbero deve devono doveva dovevano dovrà dovranno \
                 dovrebbe dovrebbero vuole vogliono voleva volevano fa fanno faceva facevano \
                 fece fecero farà faranno fatto facendo va vanno andava andrà andato dà \
                 danno dava diede diedero darà dato sta stanno stava stavano viene vengono \
                 dice dicono diceva disse dissero dirà detto sa sanno sapeva seppe vede \
                 vedono vide videro visto prende presero prese preso mette mise misero messo \
                 rimane rimasto rimase nasce nacque nato muore morì morto corre corse corso \
                 legge lesse letto scrive scrisse scritto apre aprì aperto chiude chiuse \
                 chiuso decide decise deciso chiede chiese chiesto risponde rispose risposto \
                 vince vinse vinto perde perse perso sceglie scelse tiene tenne tenuto \
                 spiega racconta ricorda aggiunge aggiunse piace resta arriva torna parte \
                 sembra serve basta cresce crebbe cresciuto esce uscì usciti usciranno \
                 succede fare dire andare stare dare sapere parla permette riesce consente \
                 esiste esistono vive vivono rise parve sembrava trasse sedette propone \
                 propongono rende rendono crede credono sale conclude appartiene tende \
                 sostiene sostengono richiede richiedono rappresenta rappresentano continua \
                 continuano pensa conosce apparve depose venisse potesse dovette sentiva \
                 seguiva avesse fosse fossero abbia abbiano siano sia abbiamo conserva \
                 conservano offre offrono crolla crollano contiene contengono costa costano \
                 tornano voglio posso vuoi puoi credo penso devi vedo sento spera sperano \
                 lavora lavorano chiudono riapre riaprono incontra",
            ),
            (
                'R',
                "oggi ieri domani adesso ora già ancora sempre mai spesso subito presto tardi poi \
                 prima dopo intanto inoltre invece infatti quindi dunque però comunque almeno soltanto \
                 solo quasi circa oltre forse insieme bene male meglio peggio molto poco troppo \
                 abbastanza appena ormai stasera stamattina ovunque altrove davvero addirittura perfino \
                 persino nemmeno neanche neppure anche pure volentieri tuttavia pertanto ossia cioè \
                 laddove altrimenti tuttora dapprima dappertutto lassù laggiù fuori dentro sotto sopra",
            ),
            (
                'N',
                "strada città anno anni giorno mese settimana ora minuto uomo donna governo \
                 mercato prezzo prezzi legge partito voto acqua paese paesi stato mondo \
                 parte caso modo punto posto vita scuola lavoro studio ricerca sistema \
                 problema programma clima tema pubblico musica mostra rete fonte costo costi \
                 spesa prova visita cura offerta richiesta risposta scelta crescita caduta \
                 partita entrata uscita vendita perdita salita discesa serata giornata \
                 mattinata stagione fine inizio opera camera banca impresa crisi tesi \
                 analisi sindaco festa piazza sala corso corsa messa presa resa pesca marca \
                 firma stampa posta permesso successo concerto spettacolo biglietto \
                 biglietti edizione cittadino regione piano porta stazione treno casa figlio \
                 figli volta mare capo silenzio mente passo colpo testo computer punti resto \
                 interesse gioco passato prodotto prodotti causa genere controllo incontro \
                 aspetto aspetti figura internet fasi aiuto sangue dito conto petrolio film \
                 personaggio personaggi braccia viso servizio servizi morte attività sistemi \
                 base funzionalità necessità metà unità opportunità pietà modalità proprietà \
                 oscurità produttività efficacia validità difficoltà affidabilità volontà \
                 umanità libertà verità qualità quantità velocità università comunità \
                 società giudice pioggia pomeriggio dominio fiducia peso percorso sorriso \
                 spazio tiro gesto ricordo ricordi rapporto rapporti esempio esempi arco \
                 luce olio arrivo consenso confronto forum campionessa foglio forno pesce \
                 pesci contesto parete porto significato divano ristorante hardware software \
                 cuoio browser server imprese giochi respiro colloquio ossa risorse attacco \
                 colpi cranio campi lettere racconto messaggio grido consegna giudizio \
                 specchio seguito supporto test accordo festival sport bar autobus bus hotel \
                 record leader blog club smartphone tunnel euro rispetto matrimonio omicidio \
                 telefono domanda protesta",
            ),
            (
                'A',
                "grande piccolo nuovo vecchio bello buono alto basso lungo breve pubblico \
                 pubblica pubblici privato privata politico economica economico sociale \
                 nazionale locale prossimo prossima scorso scorsa ultimo ultima primo prima \
                 intero intera stesso stessa vicino lontano aperto chiuso libero pieno vuoto \
                 giovane forte debole facile difficile possibile importante diverso diversa \
                 alcuni certo vero falso nero nera verde fredda freddo umano umana rapido \
                 gratuito rossa rosso larga sporco povero intelligente grossa scientifica \
                 complesso fresca extravergine",
            ),
        ],
        function: "oltre presso contro durante mentre entro tranne salvo verso attraverso \
                   mediante benché affinché sebbene poiché giacché qualora chiunque \
                   qualunque ognuno nessuno ciascuno qualcuno qualcosa niente nulla parecchi \
                   parecchie alcuni alcune ogni qualche altri altre altro altra tutti tutte \
                   quanti quante dell nell dall sull egli esso essi essa suoi sua suo loro \
                   nostro nostra vostro nessun alcun qualsiasi ecco due tre quattro cinque \
                   sei sette otto nove dieci venti trenta quaranta cinquanta sessanta \
                   settanta ottanta novanta cento mila",
    },
    Grammar {
        code: "es",
        paradigms: &[
            "V ar o as a amos áis an aba abas ábamos aban é aste ó amos aron aré arás ará aremos arán \
             aría arían ara aran ase asen e es en emos ando arse arlo arla arlos arlas ándose P ado \
             ada ados adas",
            "V er o es e emos en ía ías íamos ían í iste ió imos ieron eré erá eremos erán ería \
             erían iera ieran a as an amos iendo erse erlo erla erlos P ido ida idos idas",
            "V ir o es e imos en ía ías íamos ían í iste ió ieron iré irá iremos irán iría irían \
             iera ieran a as an amos iendo irse irlo irla irlos P ido ida idos idas",
            "V zar zo za zan zaba zaban cé zó zaron zará zarán zaría ce cen zando zarse P zado zada \
             zados zadas",
            "V car co ca can caba caban qué có caron cará carán que quen cando carse P cado cada cados cadas",
            "V gar go ga gan gaba gué gó garon gará garán gue guen gando P gado gada gados gadas",
            "V cer zco ce cen cía cían ció cieron cerá cerán zca zcan ciendo cerse P cido cida cidos cidas",
            "V ner ngo ne nen nía nían vo vieron ndrá ndrán nga ngan niendo P nido",
            "V ducir duce ducen dujo dujeron ducirá ducía duciendo P ducido ducida",
            "N o os",
            "N a as",
            "N e es",
            "N - es",
            "N ción ciones",
            "N sión siones",
            "N dad dades",
            "N ista istas",
            "N ismo ismos",
            "N miento mientos",
            "N dor dores dora doras",
            "N ero eros era eras",
            "N encia encias",
            "N ía ías",
            "A o a os as ísimo ísima R amente",
            "A e es R emente",
            "A al ales R almente",
            "A ivo iva ivos ivas R ivamente",
            "A oso osa osos osas R osamente",
            "A ico ica icos icas R icamente",
            "A ante antes R antemente",
            "A ente entes R entemente",
            "A able ables R ablemente",
            "A ible ibles R iblemente",
            "A ario aria arios arias",
            "A és esa eses esas",
        ],
        words: &[
            (
                'V',
                "hizo hicieron hace hacen hará harán hacer hecho dijo dijeron dice dicen dirá dicho puede \
                 pueden podrá podrán podría pudo pudieron quiere quieren quiso debe deben debería va \
                 van iba iban fue fueron sido estado da dan dio dieron dará dado vio vieron visto pone \
                 ponen puso pusieron puesto trae trajo viene vienen vino vinieron sabe saben supo sale \
                 salen salió abierto escrito muerto roto vuelto tener ver dar ir ser decir poner",
            ),
            (
                'R',
                "hoy ayer mañana ahora ya aún todavía siempre nunca jamás pronto tarde luego después antes \
                 además sin embargo también tampoco casi apenas quizás quizá tal vez bien mal mejor peor \
                 muy más menos bastante demasiado aquí allí ahí lejos cerca dentro fuera arriba abajo \
                 incluso asimismo entonces así",
            ),
        ],
        function: "según durante mediante mientras aunque sino",
    },
    Grammar {
        code: "pt",
        paradigms: &[
            "V ar o as a amos am ava avas ávamos avam ei aste ou aram arei ará aremos arão aria ariam \
             ara asse assem e es em emos ando ar-se arem P ado ada ados adas",
            "V er o es e emos em ia ias íamos iam i este eu eram erei erá eremos erão eria eriam \
             esse essem a as am amos endo erem P ido ida idos idas",
            "V ir o es e imos em ia ias íamos iam i iste iu iram irei irá iremos irão iria iriam \
             isse issem a as am amos indo irem P ido ida idos idas",
            "V çar ço ça çam çava çavam cei çou çaram çará çarão çaria ce cem çando P çado çada çados çadas",
            "V car co ca cam cava quei cou caram cará carão que quem cando P cado cada cados cadas",
            "V gar go ga gam gava guei gou garam gará garão gue guem gando P gado gada gados gadas",
            "V cer ço ce cem cia ciam ceu ceram cerá cerão ça çam cendo P cido cida cidos cidas",
            "V duzir duz duzem duziu duziram duzirá duzia duzindo P duzido duzida duzidos duzidas",
            "V ter tém tinha teve tiveram terá terão tenha tendo P tido tida",
            "V por põe põem punha pôs puseram porá ponha pondo P posto posta postos postas",
            "N o os",
            "N a as",
            "N e es",
            "N - es",
            "N m ns",
            "N al ais",
            "N ção ções",
            "N são sões",
            "N dade dades",
            "N ista istas",
            "N ismo ismos",
            "N mento mentos",
            "N dor dores dora doras",
            "N eiro eiros eira eiras",
            "N ência ências",
            "N ância âncias",
            "N agem agens",
            "A o a os as íssimo íssima R amente",
            "A e es R emente",
            "A al ais R almente",
            "A ivo iva ivos ivas R ivamente",
            "A oso osa osos osas R osamente",
            "A ico ica icos icas R icamente",
            "A ante antes R antemente",
            "A ente entes R entemente",
            "A ável áveis R avelmente",
            "A ível íveis R ivelmente",
            "A ário ária ários árias",
            "A ês esa eses esas",
        ],
        words: &[
            (
                'V',
                "fez fizeram faz fazem fará farão fazer feito disse disseram diz dizem dirá dito pode \
                 podem poderá poderão poderia pôde puderam quer querem quis deve devem deveria vai vão \
                 ia iam foi foram sido estado dá dão deu deram dará dado viu viram visto põe pôs posto \
                 traz trouxe vem vêm veio vieram sabe sabem soube sai saem saiu aberto escrito morto \
                 ter ver dar ir ser dizer pôr há houve",
            ),
            (
                'R',
                "hoje ontem amanhã agora já ainda sempre nunca jamais logo cedo tarde depois antes além \
                 também tampouco quase apenas talvez bem mal melhor pior muito mais menos bastante aqui \
                 ali lá aí longe perto dentro fora acima abaixo inclusive então assim",
            ),
        ],
        function: "segundo durante mediante enquanto embora senão conforme",
    },
    Grammar {
        code: "ro",
        paradigms: &[
            "V a ez ezi ează ăm ați am ai au ase aseră ară ând eze P at ată ate",
            "V a ă ăm ați am ai au ase aseră ară ând e P at ată ate",
            "V ia iez iază iem iau iase iară iind P iat iată iate",
            "V i esc ești ește im iți eam eau ea ise iseră iră ind ească P it ită ite",
            "V î ăsc ăște âm au âse âră ând ască P ât âtă âte",
            "V ea e em eți eam eau use useră ură ând P ut ută uți ute",
            "V e em eți eam eau ea use useră ură ând P ut ută uți ute",
            "V e em eau ea se seră ând P s să și se",
            "V ne n nem neau nea se seră nând P s să și se",
            "N - ul ului uri urile urilor",
            "N - ul ului i ii ilor",
            "N - ul ului e ele elor",
            "N ă a ei e ele elor",
            "N ă a ii i ile ilor",
            "N e ea ii i ile ilor",
            "N ie ia iei ii iile iilor",
            "N are area ării ări ările ărilor",
            "N ere erea erii eri erile erilor",
            "N ire irea irii iri irile irilor",
            "N ție ția ției ții țiile țiilor",
            "N tate tatea tății tăți tățile tăților",
            "N tor torul torului tori torii torilor toare toarea",
            "N ment mentul mentului mente mentele mentelor",
            "N ism ismul ismului",
            "N ist istul istului iști iștii iștilor",
            "N u ul ului e ele elor",
            "A - ă i e",
            "A os oasă oși oase",
            "A esc ească ești",
            "A ic ică ici ice",
            "A al ală ali ale",
            "A iv ivă ivi ive",
            "A bil bilă bili bile",
            "A ar ară ari are",
        ],
        words: &[
            (
                'V',
                "este sunt era erau fost fi are avea avut poate pot putea putut trebuie făcut face fac \
                 făcea spus spune spun spunea dat dă dau dea luat ia mers merge merg vine vin venit văzut \
                 vede văd știe știu știa vrea vrut pus pune pun rămas rămâne rămân declarat anunțat \
                 adăugat precizat explicat există crede cred cere cer cerut ține țin începe început \
                 începe ajunge ajuns trece trecut arată devine devenit",
            ),
            (
                'R',
                "azi astăzi ieri mâine acum deja încă mereu niciodată adesea curând apoi târziu înainte \
                 astfel totuși doar numai aproape aici acolo împreună bine rău foarte prea destul mai \
                 iarăși iar din nou tocmai chiar poate probabil desigur acasă afară înăuntru sus jos",
            ),
        ],
        function: "către asupra printre dintre între pentru prin despre după fără până spre sub peste \
                   lângă conform potrivit deși dacă când unde cum că să sau ori dar însă ci nici fie \
                   acest această acești aceste acel acea acei acele fiecare orice niciun nicio mulți \
                   multe câțiva câteva toți toate tot toată unii unele alți alte alt altă",
    },
];
