//! Polish, Czech, Slovak and Ukrainian; and Russian, which has a treebank to measure by.

use super::Grammar;

pub(super) const ALL: &[Grammar] = &[
    Grammar {
        code: "pl",
        paradigms: &[
            "V ać ał ała ało ali ały am asz a amy acie ają ając awszy ałem ałam ałeś ałaś aliśmy ałby \
             ałaby aliby aj ajmy ajcie ano P any ana ane anego anej aną anych anym anymi ani N anie \
             ania aniu aniem A ający ająca ające ającego ającej ających ającym ającą",
            "V ować ował owała owało owali owały uję ujesz uje ujemy ujecie ują ując owano owałem \
             owałam uj ujmy ujcie owałby P owany owana owane owanego owanej owaną owanych owanym \
             owanymi owani N owanie owania owaniu owaniem A ujący ująca ujące ującego ującej \
             ujących ującym ującą",
            "V ywać ywał ywała ywało ywali ywały uję ujesz uje ujemy ują ując ywano P ywany ywana \
             ywane ywanych N ywanie ywania ywaniu A ujący ująca ujące ujących",
            "V iwać iwał iwała iwało iwali iwały uję uje ujemy ują ując iwano P iwany iwana iwane \
             iwanych N iwanie iwania iwaniu",
            "V awać awał awała awało awali awały aję ajesz aje ajemy ają ając awano N awanie awania",
            "V ić ił iła iło ili iły ię isz i imy icie ią iąc iono iłem iłam iłby ilibyśmy P iony iona \
             ione ionego ionej ionych ionym ioną ieni N ienie ienia ieniu ieniem A iący iąca iące \
             iących",
            "V zić ził ziła ziło zili ziły żę zisz zi zimy zicie żą żąc żono P żony żona żone żonych \
             żonej N żenie żenia żeniu",
            "V sić sił siła siło sili siły szę sisz si simy szą sząc szono P szony szona szone szonych \
             szonej N szenie szenia szeniu",
            "V cić cił ciła ciło cili ciły cę cisz ci cimy cą cąc cono P cony cona cone conych conej N \
             cenie cenia ceniu",
            "V dzić dził dziła dziło dzili dziły dzę dzisz dzi dzimy dzą dząc dzono P dzony dzona dzone \
             dzonych dzonej N dzenie dzenia dzeniu",
            "V ścić ścił ściła ściło ścili ściły szczę ści szczą szczono P szczony szczona szczone N \
             szczenie szczenia",
            "V yć ył yła yło yli yły ę ysz y ymy ycie ą ąc ono yłem yłam P ony ona one onego onej onych \
             onym oną eni N enie enia eniu eniem A ący ąca ące ących",
            "V yć ył yła yło yli yły yję yje yjemy yją yjąc yto P yty yta yte ytych N ycie ycia yciu",
            "V ić ił iła iło ili iły iję ije ijemy iją ijąc ito P ity ita ite itych N icie icia iciu",
            "V ieć iał iała iało ieli iały ię isz i imy icie ią iąc iano iałem iałam N ienie ienia",
            "V ieć iał iała iało ieli iały eję ejesz eje ejemy eją ejąc",
            "V eć ał ała ało eli ały ę y ysz ymy ą ąc ano",
            "V ieć iał iała iało ieli iały iem iesz ie iemy iecie ieją iejąc iano",
            "V ieć iał iała iało ieli iały ieję iejesz ieje iejemy ieją iejąc",
            "V nąć nął nęła nęło nęli nęły nę niesz nie niemy niecie ną nąwszy nięto nąłem nęłam P \
             nięty nięta nięte niętych N nięcie nięcia nięciu",
            "V ąć ął ęła ęło ęli ęły mę mie mą mują muje ęto P ęty ęta ęte ętych N ęcie ęcia ęciu",
            "V ąć ął ęła ęło ęli ęły nę nie ną ęto ynają yna P ęty ęta ęte ętych N ęcie ęcia",
            "V ść dł dła dło dli dły dę dzie dziemy dą dąc dłem dłam",
            "V ść szedł szła szło szli szły jdę jdzie jdziemy jdą",
            "V ć szedł szła szło szli szły dę dzie dziemy dą",
            "V jść szedł szła szło szli szły jdę jdzie jdziemy jdą",
            "V eść iódł iodła iodło iedli iodły iodę iedzie iodą",
            "V ieść iósł iosła iosło ieśli iosły iosę iesie iosą iesiono P iesiony iesiona iesione",
            "V ieźć iózł iozła iozło ieźli iozły iozę iezie iozą",
            "V źć zł zła zło źli zły zę zie zą",
            "V c gł gła gło gli gły gę że żemy gą",
            "V c kł kła kło kli kły kę cze czemy ką",
            "V rzeć arł arła arło arli arły rę rze rzemy rą P arty arta arte artych N arcie arcia",
            "V ać ał ała ało ali ały ę esz e emy ecie ą ąc ano P any ana ane anych N anie ania",
            "V sać sał sała sało sali sały szę szesz sze szemy szą sząc sano P sany sana sane sanych N \
             sanie sania saniu",
            "V zać zał zała zało zali zały żę żesz że żemy żą żąc zano P zany zana zane zanych N zanie \
             zania",
            "V kać kał kała kało kali kały czę czesz cze czemy czą cząc",
            "V rać rał rała rało rali rały iorę ierze iorą rano P rany rana rane N ranie rania",
            "V ał ała ało ali ały",
            "V ł ła ło li ły łem łam łby łaby",
            "N a y ę ą ie o om ami ach",
            "N a y ę ą ze om ami ach",
            "N a y ę ą e om ami ach",
            "N ka ki kę ką ce ek ko kom kami kach",
            "N ga gi gę gą dze g gom gami gach",
            "N cja cji cję cją cje cjom cjami cjach",
            "N ja ji ję ją je jom jami jach",
            "N ia ii ię ią ie iom iami iach",
            "N ia i ię ią ie iom iami iach",
            "N ość ości ością ościom ościami ościach",
            "N - u owi em ie y ów om ami ach",
            "N - a owi em ie y ów om ami ach",
            "N - a owi em u e y ów i om ami ach",
            "N - a owi em ie owie ów om ami ach",
            "N k ku kiem ki ków kom kami kach kowi",
            "N k ka kowi kiem ku cy ków kom kami kach",
            "N g gu giem gi gów gom gami gach gowi",
            "N ek ku kiem ki ków kom kami kach",
            "N ek ka kiem ki ków",
            "N ec ca cowi cem cu cy ców com cami cach",
            "N iec ca cowi cem cu cy ców com cami cach",
            "N iec ńca ńcowi ńcem ńcu ńcy ńców ńcom ńcami",
            "N ień nia niowi niem niu nie ni niom niami niach",
            "N o a u em ie om ami ach",
            "N o a u em e om ami ach",
            "N ko ka ku kiem ki kom kami kach",
            "N um a om ów ach ami",
            "N ie ia iu iem iom iami iach",
            "N e a u em om ami ach",
            "N ę enia eniu eniem ona on onom",
            "N arz arza arzowi arzem arzu arze arzy arzom arzami arzach",
            "N izm izmu izmem izmie izmy",
            "N stwo stwa stwu stwem stwie stw stwom stwach stwami",
            "N ctwo ctwa ctwu ctwem ctwie ctw ctwach",
            "N ista isty istę istą iście iści istów istom",
            "N - i ą om ami ach",
            "N tel tela telowi telem telu tele teli telom",
            "A y a e ego emu ej ą ym ymi ych i R o",
            "A y a e ego emu ej ą ym ymi ych R ie",
            "A wy wa we wego wemu wej wą wym wymi wych wi R wo",
            "A ny na ne nego nemu nej ną nym nymi nych ni R nie no",
            "A ny na ne nego nemu nej ną nym nymi nych ni R nie no niej",
            "A i a ie iego iemu iej ą im imi ich R o",
            "A ki ka kie kiego kiemu kiej ką kim kimi kich cy R ko",
            "A ski ska skie skiego skiemu skiej ską skim skimi skich scy R sko",
            "A gi ga gie giego giej gą gim gimi gich dzy R go",
            "A i ia ie iego iemu iej ią im imi ich R io",
            "A ry ra re rego rej rą rym rymi rych rzy R rze",
            "A ły ła łe łego łej łą łym łymi łych li R le ło",
            "A szy sza sze szego szemu szej szą szym szymi szych si R ej",
            "A iejszy iejsza iejsze iejszego iejszej iejszych iejszym R iej",
            "A owy owa owe owego owej ową owym owymi owych owi R owo",
        ],
        words: &[
            (
                'V',
                "jest są był była było były byli będzie będą być ma mają miał miała miało \
                 mieli miały mieć może mogą mógł mogła mogło mogli mogły móc musi muszą \
                 musiał musiała musieli chce chcą chciał chciała chcieli wie wiedzą wiedział \
                 trzeba można należy warto wolno zostać został została zostało zostali \
                 zostały zostanie zostaną pozostał pozostała pozostały pozostaje pozostają \
                 powinien powinna powinno powinny powinni mówi mówią mówił powiedział \
                 powiedziała powiedzieli twierdzi twierdzą uważa uważają dodał dodała ocenił \
                 oceniła podkreśla zapowiada zapowiedział informuje widzi widać słychać \
                 ruszą ruszy rusza ruszyła ruszył trwa trwają trwał trwała idzie idą szedł \
                 szła poszedł poszła przyszedł przyszła wyszedł wyszła wszedł weszła jedzie \
                 jadą jechał stał stała stało stali stały stoi stoją spadł spadła spadło \
                 spadły wzrósł wzrosła wzrosło wzrosły rośnie rosną maleje bierze biorą brał \
                 brała wziął wzięła wzięli daje dają dał dała dali dać da dadzą robi robią \
                 robił robiła zrobił zrobiła zrobili leży leżą służy służą polega polegają \
                 wynosi wynoszą wynosił wynosiła obejmuje obejmują pokazuje wykazała \
                 wykazały wykazano odbył odbyła odbyło odbyły odbędzie odbywa zamierza \
                 planuje żyje żyją działa działają zależy radzi pisze piszą czyta czeka \
                 czekają brakuje zdaje wydaje grozi wymaga wymagają pozwala pozwalają \
                 umożliwia umożliwiają stanowi stanowią zawiera zawierają opiera opierają \
                 dotyczy dotyczą prowadzi prowadzą wpływa wpływają występuje występują \
                 wskazuje wskazują przedstawia przedstawiono opisuje opisano zaproponowano \
                 zbadano porównano przeprowadzono uzyskano zastosowano omówiono ustalono \
                 stwierdzono sprawdzono oceniono wykorzystano analizowano podjęto przyjęto \
                 wyszli przyszli poszli doszło doszła weszły zaszły zginął zginęła zginęli \
                 zginęło mogę muszę widzę mówię myślę sądzę czuję lubię lubi lubią wolę \
                 potrzebuję potrzebuje chodzi znaczy zaczęły zaczęła zaczął zaczęło zaczęli \
                 zapytała zapytał woli patrzy patrzą mówiła powie powiem siedzi siedzą brzmi \
                 zawołała dzieje skończy boli otworzyły otworzyła leżała wierzy wierzą \
                 zbliża wrócę spała spytała skończyła bawi słyszała obchodzi minęła minęły \
                 biegnie wierzę wisi pragnie pragną przechodzi kochała uczyniła dostanie \
                 budzi cieszę złamała znalazła znaleźli znalazł zapaliła zamknęły padły \
                 pochyliła biła brzmiała zmieniła uderzyła rzuciła zgasła istnieje istnieją \
                 wychodzi wchodzi przychodzi uczy uczą chroni chronią łączy łączą kończy \
                 kończą liczy liczą rozumie nosi pochodzi wraca wracają wróci wrócą potrwa \
                 potrwają zmieni zmienią zrobi zapłaci sprawia nadchodzi tworzy tworzą \
                 mierzy dzieli dzielą określa określają płaci cieszy przynosi przynoszą \
                 odchodzą odchodzi żąda żądają starzeją starzeje decyduje decydują skupia \
                 skupiają dowodzi omawia omawiają bada badają ocenia oceniają proponuje \
                 łagodzi jeździ zastąpią zastąpi zastąpił zastąpiła",
            ),
            (
                'R',
                "dziś dzisiaj wczoraj jutro teraz już jeszcze zawsze nigdy często rzadko \
                 wkrótce potem później wcześniej najpierw niedawno dawno dotychczas obecnie \
                 ostatnio również także też tylko jedynie prawie około blisko daleko dobrze \
                 źle lepiej gorzej bardzo bardziej najbardziej mniej najmniej więcej \
                 najwięcej zbyt dość dosyć tutaj tam stąd wszędzie nigdzie razem osobno \
                 wspólnie jednak jednakże ponadto natomiast zatem więc bowiem gdyż przecież \
                 właśnie raczej chyba może zwykle zazwyczaj przeważnie głównie zwłaszcza \
                 szczególnie przede niemal zaledwie ledwie nawet wreszcie nareszcie nagle \
                 powoli szybko wolno łatwo trudno długo krótko wysoko nisko głęboko szeroko \
                 ściśle wyłącznie całkiem całkowicie zupełnie wcale wstecz wprost poza mimo \
                 nadal wciąż ciągle stale znowu znów ponownie jednocześnie równocześnie \
                 tymczasem następnie wówczas wtedy jesienią wiosną latem zimą rano wieczorem \
                 nocą codziennie corocznie rocznie dotąd cicho spokojnie prawdopodobnie \
                 dokładnie naprawdę szczerze silnie ostrożnie wesoło lekko przyjemnie \
                 dziwnie strasznie koniecznie pewnie chętnie równie nieco ciężko jakoś sporo \
                 znacznie gęsto nieruchomo pięknie ostro dumnie drogo podobnie niegdyś \
                 pojutrze istotnie skutecznie odpowiednio wstępnie statystycznie ostatecznie \
                 bezpośrednio pośrednio częściowo dodatkowo miesięcznie",
            ),
            (
                'N',
                "sieć sieci siec pomoc pomocy noc noce nocy moc mocy rzecz rzeczy część \
                 części śmierć powieść wieś miłość złość kość kości gość goście praca pracy \
                 prace prac pracę siła siły siłą sił skala skali szkoła szkoły szkole szkół \
                 stół stoły wysiłek węgiel żyła żyły mgła mgły igła igły strzała strzały \
                 skała skały chwała zasada wada rada rady radą sady sadów sadzie zagłada \
                 kowale wały wał dział działy działów udział udziału udziały podział \
                 podziału podziały kapitał kapitału kapitały materiał materiały materiału \
                 szpital szpitala szpitale artykuł artykuły artykułu tytuł tytuły tytułu \
                 wywiad wywiady zespół zespoły zespołu popiół kościół kościoły kościoła \
                 żywioł żywioły mięso ciało ciała ciał dzieło dzieła dzieł źródło źródła \
                 źródeł światło światła sądy sąd sądu sądów rząd rządu rządy rządów rządem \
                 urząd urzędu urzędy błąd błędu błędy zając pieniądze pieniądz tysiąc \
                 miesiąc miesiące miesiąca początek koniec chłopiec wojna wojny wojnę \
                 kobieta kobiety mężczyzna mężczyźni dane danych danymi danym pytanie \
                 pytania zadanie zadania badanie badania badań badaniu badaniach działanie \
                 działania zdanie zdania wydanie wydarzenie wydarzenia spotkanie spotkania \
                 spotkaniu mieszkanie mieszkania rozwiązanie rozwiązania leczenie leczenia \
                 uczenie uczenia życie życia życiu użycie użycia zdjęcie zdjęcia przyjęcie \
                 przejęcie pojęcie pojęcia zajęcia podjęcie odkrycie odkrycia liście liści \
                 kwiaty kwiat kwiatów oczy ręce nogi nogę nóg drogi droga drogę chmury mury \
                 góry góra góre woda wody wodę wodą ziemia ziemi ziemię miasto miasta \
                 mieście lato zima zimy wiosna wiosny jesień jesieni lata lat lecie rok roku \
                 wiek wieku śmierci ojciec prawo dziecko górę pokój nadzieję odpowiedź czoło \
                 godzinie wodzie imię niepokój drogą zwierzę spokój zmiany morze górze \
                 odpowiedzi służby formy siostrę brodę dumą pomysł popołudnie powrocie \
                 treści firmy nienawiść murze pióro skórę nagrodę krzesło sygnał bramy \
                 światłem rozpaczą koła namiocie piekła trawie straży rodzinie gniazdo \
                 przyjaźń duszę damy dolinie generał stołem przystani program biurze \
                 samochodzie piwo biuro zdrowie umysł sumie pamięć pamięci śledztwo ryzyko \
                 punkcie wino niebo zdjęć wojnie radio łódź kontrolę",
            ),
            (
                'A',
                "nowy nowa nowe nowych stary stara stare duży duża duże mały mała małe małych małą \
                 wielki wielka wielkie dobry dobra dobre zły zła złe biały biała białe białych białą \
                 miły miła stały stała stałe stałych stałą stałym cały cała całe całą całych całego \
                 całej dojrzały dojrzała trwały trwała trwałe zimny ciepły ciepła ciepłe wspaniały \
                 wspaniała doskonały doskonała okazały pierwszy drugi trzeci ostatni ostatnia ostatnie \
                 kolejny kolejna kolejne następny inny inna inne innych wspólny wspólna publiczny \
                 publiczna publiczne zdalny zdalna",
            ),
        ],
        function: "oraz lub albo bądź czyli lecz ale jako jak niż czy aby żeby ażeby gdy \
                   gdyby jeśli jeżeli choć chociaż ponieważ dlatego dlaczego skoro zanim \
                   póki dopóki odkąd podczas według wobec względem spośród wśród pośród \
                   między pomiędzy wokół dookoła naokoło zamiast oprócz prócz mimo pomimo \
                   wskutek dzięki przeciw przeciwko ponad poniżej powyżej wzdłuż obok koło \
                   podług niczym zgodnie wraz jednak każdy każda każde każdego każdej każdym \
                   każdą wszystkie wszystko wszyscy wszystkich wszystkim niektóre niektórych \
                   niektórzy żaden żadna żadne żadnych kilka kilku wiele wielu niewiele parę \
                   sam sama samo sami same samych samej samego siebie sobie sobą swój swoja \
                   swoje swoich swoim swojej swoją swego swej który która które którego \
                   której których któremu którym którymi którą którzy taki taka takie takich \
                   takim takiej takiego takimi taką jaki jaka jakie jakich jakim nasz nasza \
                   nasze naszych ktoś coś nikt nikogo nic niczego kto co jego jej ich im \
                   jemu nim niej nimi niego nich mnie mną tobie tobą jakby byle nade gdzieś \
                   kiedyś jakiegoś jakimś czymś żebyś gdybyś abyś obaj dwa dwie dwóch dwoma \
                   dwaj trzy trzech trzem cztery czterech pięć pięciu sześć sześciu siedem \
                   siedmiu osiem ośmiu dziewięć dziewięciu dziesięć dziesięciu jedenaście \
                   dwanaście dwadzieścia dwudziestu trzydzieści trzydziestu czterdzieści \
                   czterdziestu pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt sto \
                   dwieście trzysta twój twoja wasza",
    },
    Grammar {
        code: "cs",
        paradigms: &[
            "V at al ala alo ali aly ám áš á áme áte ají aje ejte V án ána áno áni ány P aný aná ané \
             aného aných ané A ající N ání áním áních",
            "V ovat oval ovala ovalo ovali ovaly uji uju uješ uje ujeme ujete ují ujou uje V ován \
             ována ováno ováni ovány P ovaný ovaná ované ovaného ovaných A ující N ování ováním",
            "V ávat ával ávala ávalo ávali ávaly ávám ává áváme ávají V áván ávána N ávání",
            "V it il ila ilo ili ily ím íš í íme íte V en ena eno eni eny P ený ená ené eného ených A \
             ící N ení ením eních",
            "V et el ela elo eli ely ím íš í íme íte ejí V en ena eno eny P ený ená ené N ení ením",
            "V ět ěl ěla ělo ěli ěly ím íš í íme íte ějí V ěn ěna ěno ěny P ěný ěná ěné N ění ěním",
            "V nout nul nula nulo nuli nuly nu neš ne neme nete nou V nut nuta nuto nuty P nutý nutá \
             nuté N nutí",
            "V ýt yl yla ylo yli yly yji yje yjeme yjí V yt yta yto N ytí",
            "V ít el la lo li ly du de deme dou",
            "V st dl dla dlo dli dly du de deme dou V den dena deno deny",
            "V st tl tla tlo tli tly tu te teme tou",
            "V zt zl zla zlo zli zly zu ze zeme zou",
            "V ct kl kla klo kli kly ku če čeme čou",
            "V ci hl hla hlo hli hly hu že žeme hou",
            "V l la lo li ly",
            "N - u em ě y ů ům ech",
            "N - a ovi em e i y ové ů ům ech",
            "N - u em e y ů ům ech",
            "N k ku kem ky ků kům cích",
            "N k ka kovi kem ci ky ků kům cích",
            "N a y u ou ě o ám ách ami",
            "N ka ky ku kou ce ek kám kách kami",
            "N a y u ou e o ám ách ami",
            "N e i í ích ím emi ů",
            "N ce ci cí cím cích cemi",
            "N ost osti ostí ostem ostech ostmi",
            "N o a u em ě ům ech y",
            "N o a u em e ům ech y",
            "N ství stvím stvích",
            "N ctví ctvím",
            "N tel tele teli telem telé telů telům",
            "N ař aře aři ařem ařů ařům",
            "N ista isty istu istou isté istů",
            "N ismus ismu ismem",
            "N ie ii ií iím iích iemi",
            "A ý á é ého ému ou ém ým ých ými í R ě",
            "A ý á é ého ému ou ém ým ých ými R e",
            "A ní ního nímu ním ních ními R ně",
            "A ný ná né ného nému nou ném ným ných nými ní R ně",
            "A ký ká ké kého kému kou kém kým kých kými cí R ce ko",
            "A ský ská ské ského skému skou ském ským ských skými ští R sky",
            "A cký cká cké ckého ckému ckou ckém ckým ckých ckými čtí R cky",
            "A vý vá vé vého vému vou vém vým vých vými R vě",
            "A rý rá ré rého rému rou rém rým rých rými ří R ře",
            "A lý lá lé lého lému lou lém lým lých lými lí R le",
            "A ější ějšího ějšímu ějším ějších ějšími R ěji",
            "A ejší ejšího ejšímu ejším ejších ejšími R eji",
        ],
        words: &[
            (
                'V',
                "je jsou byl byla bylo byli byly bude budou být má mají měl měla mělo měli měly mít může \
                 mohou mohl mohla mohlo mohli mohly moct musí musel musela chce chtějí chtěl chtěla ví \
                 vědí věděl lze jde jdou šel šla šlo šli přišel přišla odešel odešla vyšel stojí leží \
                 žije žijí říká říkají řekl řekla řekli uvedl uvedla uvádí dodal dodala tvrdí zůstal \
                 zůstala zůstalo zůstaly zůstává roste rostou vzrostl vzrostla klesl klesla začal začala \
                 začali začíná dostal dostala vzal vzala dal dala dali dát dá dají dělá dělají píše \
                 platí patří trvá nabízí ukazuje ukázal ukázala jedná zdá hraje hrají čeká znamená \
                 nemá není nejsou nebude nemůže nebyl nebyla nebylo umožňuje přináší představuje",
            ),
            (
                'R',
                "dnes včera zítra teď nyní už ještě vždy nikdy často zřídka brzy pozdě potom později \
                 dříve nejprve nedávno dávno dosud také též pouze jen jenom téměř skoro asi možná blízko \
                 daleko dobře špatně lépe hůře velmi více nejvíce méně nejméně moc příliš dost zde tady \
                 tam všude nikde spolu společně však tedy totiž přece právě spíše obvykle hlavně zejména \
                 především dokonce konečně náhle pomalu rychle snadno těžko dlouho vysoko nízko zcela \
                 úplně vůbec stále znovu opět zároveň mezitím zatím tehdy letos loni ročně denně například",
            ),
            (
                'N',
                "práce práci síť sítě sítí moc pomoc síla síly škola školy škole voda vody \
                 město města stát státu státy rok roku let léta léto vláda vlády vládě země \
                 zemi strana strany lidé lidí dítě děti dětí život života díl díly podíl \
                 podílu kapitál kapitálu signál úřad úřadu soud soudu věc věci noc noci část \
                 části řeč žena ženy muž muži den dny dní týden týdne měsíc měsíce cena ceny \
                 cen trh trhu hodina hodiny dům domu věda vědy rozpočet počet účet výpočet \
                 zápočet daň daně zákon dveře",
            ),
            (
                'A',
                "nový nová nové starý stará velký velká velké malý malá malé dobrý dobrá celý celá celé \
                 bílý další poslední první druhý třetí jiný jiná jiné vlastní hlavní stálý stálá",
            ),
        ],
        function: "nebo anebo ale avšak aby kdyby když jestli jestliže protože neboť ačkoli ačkoliv \
                   zatímco jako než podle kvůli díky proti mezi kolem během vedle místo kromě přes \
                   každý každá každé všechny všechno všichni všech některé některých žádný žádná \
                   několik mnoho málo sám sama samo svůj svoje svých svým svého který která které \
                   kteří kterého kterých kterým kterou jeho její jejich náš naše někdo něco nikdo nic",
    },
    Grammar {
        code: "uk",
        paradigms: &[
            "V ати ав ала ало али аю аєш ає аємо аєте ають аючи авши ано атися ався алася алося алися \
             ається аються ай айте атиме атимуть P аний ана ане аного аної аних N ання анню анням аннях",
            "V увати ував увала увало ували ую уєш ує уємо уєте ують уючи увано уватися увався увалася \
             ується уються уватиме P уваний увана уване уваних N ування уванню уванням",
            "V ювати ював ювала ювало ювали юю ює юємо юють юючи ювано юється юються N ювання юванню",
            "V ити ив ила ило или лю ю у иш ить имо ите лять ять ать ено итися ився илася илося илися \
             иться яться атися P ений ена ене еного еної ених N ення енню енням еннях",
            "V іти ів іла іло ілі іли ію ієш іє іємо іють іючи",
            "V іти ів іла іло іли у ить имо ять ать ено P ений ена",
            "V нути нув нула нуло нули ну неш не немо нуть нуто нутися нувся нулася нулися неться P \
             нутий нута нуте N нення",
            "V яти яв яла яло яли яю яє яємо яють яючи яно ятися явся ялася ялися яється яються N яння",
            "V сти в ла ло ли ду де демо дуть",
            "V йти йшов йшла йшло йшли йду йде йдемо йдуть",
            "V гти г гла гло гли жу же жемо жуть",
            "V ав ала ало али алася алися",
            "N - у ові ом і и ів ам ами ах",
            "N - а у ові ом і и ів ам ами ах",
            "N а и у ою і ам ами ах о",
            "N ка ки ку кою ці ок кам ками ках",
            "N я і ю ею ь ям ями ях",
            "N ія ії ію ією ій іям іями іях",
            "N ець ця цю цем цеві ці ців цям цями цях",
            "N ість ості істю остей остям остями",
            "N о а у ом і ам ами ах",
            "N ння нню нням ннях нь",
            "N ття ттю ттям ттях",
            "N ство ства ству ством стві ств ствам ствах",
            "N ник ника нику ником ники ників никам никами никах",
            "N тель теля телю телем телі телів телям",
            "N ист иста истом исти истів истам",
            "N ізм ізму ізмом",
            "N ь і ю ей ям ями ях",
            "N ь я ю ем і ів ям ями ях",
            "A ий а е ого ому ої ій у ою им их ими і R о",
            "A ий а е ого ому ої ій у ою им их ими R о е",
            "A ський ська ське ського ському ської ській ську ською ським ських ськими ські R ськи",
            "A цький цька цьке цького цькому цької цькій цьку цькою цьким цьких цькі",
            "A ній ня нє нього ньому ньої ню ньою нім ніх німи ні R ньо",
            "A ний на не ного ному ної ній ну ною ним них ними ні R но",
            "A ніший ніша ніше нішого нішої ніших ніші R ніше",
        ],
        words: &[
            (
                'V',
                "є був була було були буде будуть бути має мають мав мала мало мали може можуть міг могла \
                 могло могли мусить хоче хочуть хотів знає знають треба можна слід варто йде йдуть ішов \
                 пішов пішла прийшов прийшла каже кажуть сказав сказала сказали заявив заявила додав \
                 додала повідомив повідомила стоїть лежить живе живуть росте зросла зріс впав впала \
                 почав почала почали почалася дав дала дали дає дають взяв взяла робить роблять \
                 зробив зробила пише триває тривають стало стала стали став залишився залишилися \
                 працює працюють потребує потребують дозволяє дозволяють показав показала показали",
            ),
            (
                'R',
                "сьогодні вчора завтра зараз тепер вже уже ще завжди ніколи часто рідко \
                 скоро потім пізніше раніше спочатку нещодавно давно досі також теж тільки \
                 лише майже близько далеко добре погано краще гірше дуже більше найбільше \
                 менше найменше надто досить тут там скрізь разом окремо однак проте отже \
                 тобто саме радше зазвичай переважно головним насамперед навіть нарешті \
                 раптом повільно швидко легко важко довго високо низько зовсім повністю \
                 знову водночас тим часом тоді щороку щодня наприклад особливо учора щойно",
            ),
            (
                'N',
                "сила сили школа школи стіл мова мови слово слова справа справи держава держави влада \
                 влади вода води місто міста рік року роки років час часу країна країни життя дитина діти \
                 дітей людина люди людей жінка закон права право суд суду будинок дорога дороги ціна ціни \
                 освіта наука праця праці мережа мережі область область лікарня",
            ),
        ],
        function: "або але проте однак щоб якби коли якщо тому бо оскільки хоча поки перш ніж під час \
                   згідно відповідно щодо серед між навколо замість крім попри завдяки проти понад \
                   поблизу кожен кожна кожне всі усі все усе всіх усіх деякі деяких жоден жодна кілька \
                   багато мало сам сама само самі свій своя своє свої своїх своїм своєї який яка яке \
                   які якого якої яких яким якою його її їх їхній їхня наш наша наше наші хтось щось \
                   ніхто нічого цей ця це ці цього цієї цих той та те ті того тієї тих такий така",
    },
    Grammar {
        code: "ru",
        paradigms: &[
            "V ать ал ала ало али аю аешь ает аем аете ают ая ав авши ай айте аться ался алась алось \
             ались ается аются аясь P анный анная анное анного анной анных анным V ан ана ано аны \
             A ающий ающая ающее ающего ающей ающих ающим аемый аемая аемое аемых N ание ания анию \
             анием ании аний",
            "V овать овал овала овало овали ую уешь ует уем уете уют уя овав уй уйте оваться овался \
             овалась овалось овались уется уются P ованный ованная ованное ованных ованной V ован ована \
             овано ованы A ующий ующая ующее ующих ующей ующего N ование ования ованию ованием овании",
            "V ывать ывал ывала ывало ывали ываю ывает ываем ывают ывая ываться ывался ывалась \
             ывались ывается ываются A ывающий ывающая ывающих N ывание ывания ыванию ыванием",
            "V ивать ивал ивала ивало ивали иваю ивает ивают ивая ивался ивается иваются N ивание \
             ивания иванию",
            "V ить ил ила ило или лю ю у ишь ит им ите ят ат ив ившись ился илась илось ились ится ятся \
             атся иться я а P енный енная енное енного енной енных енным V ен ена ено ены A ящий ящая \
             ящее ящих ящего ивший ившая ившие N ение ения ению ением ении ений",
            "V еть ел ела ело ели ею еешь еет еем еют ев еться елся елась ется ются",
            "V еть ел ела ело ели у ит ишь им ят ат",
            "V нуть нул нула нуло нули ну нешь нет нем нете нут нув нулся нулась нулось нулись нется \
             нутся нуться P нутый нутая нутое нутых V нут нута нуты",
            "V ять ял яла яло яли яю яет яем яют яя яться ялся ялась ялись яется яются A яющий яющая \
             яющих N яние яния янию янием янии",
            "V сти л ла ло ли ду дет дем дут",
            "V йти шел шла шло шли йду йдет йдем йдут шедший шедшая шедшие",
            "V чь г гла гло гли жет гут",
            "V ал ала ало али",
            "N - у ом е ы ов ам ами ах",
            "N - а у ом е ы ов ам ами ах",
            "N - а у ом е и ов ам ами ах",
            "N к ка ку ком ке ки ков кам ками ках",
            "N а ы у ой е ам ами ах",
            "N ка ки ку кой ке ок ек кам ками ках",
            "N я и ю ей е ь ям ями ях",
            "N ия ии ию ией ий иям иями иях",
            "N ие ия ию ием ии ий иям иями иях",
            "N ение ения ению ением ении ений ениям ениями ениях",
            "N ость ости остью остей остям остями остях",
            "N ь и ью ей ям ями ях",
            "N ь я ю ем е и ей ям ями ях",
            "N о а у ом е ам ами ах",
            "N ство ства ству ством стве ств ствам ствами ствах",
            "N тель теля телю телем теле тели телей телям телями",
            "N ник ника нику ником нике ники ников никам никами никах",
            "N ец ца цу цем це цы цев цам цами цах",
            "N ист иста исту истом исты истов истам",
            "N изм изма изму измом",
            "A ый ая ое ого ому ым ом ой ую ые ых ыми R о",
            "A ий яя ее его ему им ем ей юю ие их ими R е",
            "A ий ая ое ого ому им ом ой ую ие их ими R и о",
            "A ский ская ское ского скому ским ском ской скую ские ских скими R ски",
            "A ный ная ное ного ному ным ном ной ную ные ных ными ен на но ны R но",
            "A ший шая шее шего шему шим шем шей шую шие ших шими",
            "A ейший ейшая ейшее ейшего ейших R ее",
        ],
        words: &[
            (
                'V',
                "был была было были будет будут быть может могут мог могла могли должен должна должны \
                 хочет хотят хотел знает знают надо можно нужно следует идет идут шел пошел пошла пришел \
                 пришла говорит говорят сказал сказала сказали заявил заявила добавил сообщил сообщила \
                 стоит лежит живет живут растет вырос выросла упал упала начал начала начался дал дала \
                 дали дает дают взял взяла делает делают сделал пишет стал стала стало стали есть нет",
            ),
            (
                'R',
                "сегодня вчера завтра сейчас теперь уже еще всегда никогда часто редко скоро потом позже \
                 раньше сначала недавно давно также тоже только лишь почти около близко далеко хорошо \
                 плохо лучше хуже очень больше меньше слишком довольно здесь там везде вместе однако \
                 затем именно обычно особенно даже наконец вдруг медленно быстро легко трудно долго \
                 высоко низко совсем полностью снова опять тогда ежегодно например",
            ),
        ],
        function: "либо чтобы если когда потому поскольку хотя пока прежде согласно среди между вокруг \
                   вместо кроме несмотря благодаря против свыше каждый каждая каждое все всё всех \
                   некоторые некоторых несколько много мало сам сама само сами свой своя свое свои своих \
                   который которая которое которые которого которой которых его ее их наш этот эта это эти",
    },
];
