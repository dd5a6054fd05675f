//! Words of content that name no topic: days and months, numbers in letters, measures of
//! time, and what goes with anything ("new", "part", "problem", "spokesman").
//!
//! They are no stop words, since phrases and names have them ("New York", "Black Friday",
//! "problem gambling"); but a phrase of nothing else is rarely a keyword, nor one that
//! ends or begins with one. By their part in keywords of F1@10 on duc2001, inspec and ptbn
//! they are worth .01 to .02. Small letters; compared by stem.

use rustc_hash::FxHashSet;

use crate::stem::Analyzer;

use super::word_list::WordList;

/// The stems of the weak words of `analyzer`'s language; `None` where there is no list.
pub(super) fn weak_stems(analyzer: &Analyzer) -> Option<&'static FxHashSet<String>> {
    static LIST: WordList = WordList::new(WORDS);
    LIST.stems(analyzer.language)
}

/// The stems of the words of `analyzer`'s language that go with any topic and name none by
/// themselves, but end many a phrase that does: "method", "operating system". `None` where
/// there is no list.
///
/// They are what scholars write of any subject (Coxhead, "A new academic word list", TESOL
/// Quarterly 34, 2000, has such words by counts; these are our own choice). F1@10 of
/// abstracts gains .003 to .014 by them, news nothing.
pub(super) fn vague_stems(analyzer: &Analyzer) -> Option<&'static FxHashSet<String>> {
    static LIST: WordList = WordList::new(VAGUE);
    LIST.stems(analyzer.language)
}

const VAGUE: &[(&str, &str)] = &[
    (
        "de",
        "analyse ansatz anwendung architektur auswahl bedeutung bedingung begriff beitrag beziehung \
         daten definition dokument eigenschaft einfluss element entwicklung ergebnis evaluation \
         experiment faktor fehler forscher forscherin forschung funktion genauigkeit gruppe \
         herausforderung inhalt instrument kapitel komplexität komponente konzept kriterium leistung \
         literatur lösung mechanismus menge merkmal messung methode methodik modell möglichkeit \
         netzwerk niveau objekt operation parameter perspektive phänomen prinzip projekt prozess \
         qualität quelle rahmen ressource rolle schema situation strategie struktur system technik \
         technologie test theorie umgebung unterschied untersuchung variable veränderung verfahren \
         vergleich verhältnis version wert wirkung zusammenhang zustand",
    ),
    (
        "en",
        "abstract accuracy algorithm analysis application approximation architecture assumption \
         attempt author available basis capability challenge change characteristic class collection \
         combination comparison complexity component computation concept condition consequence \
         construction content context contribution criterion data dataset definition description \
         design detection determination development device difference discussion distribution domain \
         effect efficiency element environment error estimate estimation evaluation evidence \
         experiment explanation extension extraction factor feature finding formulation framework \
         function generation group implementation importance improvement increase indication input \
         instance introduction level location measure measurement mechanism method methodology mode \
         model module network object objective observation operation output overview parameter \
         performance phenomenon possibility practice principle procedure process processing project \
         property provide quality range rate ratio relation relationship representation requirement \
         research researcher resource role rule sample scale scheme selection sequence service set \
         simulation situation size solution source space state strategy step structure subject \
         subset system task technique technology term test theory tool topic transformation \
         understanding utility validation value variable variation version",
    ),
    (
        "es",
        "análisis aplicación algoritmo aporte arquitectura autor avance calidad cambio capacidad \
         característica característico categoría clase comparación complejidad componente \
         comprensión concepto condición consecuencia construcción contenido contexto contribución \
         criterio dato definición desarrollo descripción diferencia diseño distribución documento \
         elemento entorno error estrategia estructura evaluación evidencia experimento factor \
         fenómeno función funcionamiento grupo hallazgo herramienta implementación importancia \
         influencia instrumento investigación investigador literatura marco mecanismo medición \
         medida método metodología modelo módulo muestra nivel objeto operación parámetro \
         perspectiva posibilidad práctica principio procedimiento proceso proyecto recurso red \
         relación rendimiento requerimiento requisito rol selección servicio sistema situación \
         solución tarea técnica tecnología teoría término valor variable versión",
    ),
    (
        "fr",
        "algorithme amélioration analyse application apport architecture auteur avancée capacité \
         caractéristique catégorie changement chercheur choix classe comparaison complexité \
         composant compréhension concept condition conséquence construction contenu contexte \
         contribution critère définition description développement différence dispositif \
         distribution document donnée efficacité élément environnement erreur essai évaluation \
         évolution existence expérience facteur fonction fonctionnement groupe hypothèse \
         implémentation importance influence instrument littérature mécanisme mesure \
         méthode méthodologie mise modèle module niveau notion objet opération outil paramètre \
         performance perspective phénomène possibilité pratique principe procédé procédure \
         processus projet propriété qualité recherche relation représentation réseau ressource rôle \
         sélection service situation solution source spécificité stratégie structure système tâche \
         technique technologie terme théorie traitement valeur variable version",
    ),
    (
        "it",
        "algoritmo analisi applicazione architettura autore cambiamento capacità caratteristica \
         categoria classe complessità componente concetto condizione conseguenza contenuto contesto \
         contributo criterio dato definizione descrizione differenza distribuzione documento \
         elemento errore esperimento evoluzione fattore fenomeno funzione gruppo importanza \
         influenza letteratura livello meccanismo metodo metodologia misura modello modulo oggetto \
         operazione parametro possibilità pratica principio procedura processo progetto proprietà \
         prospettiva qualità relazione ricerca ricercatore risorsa ruolo sistema situazione soluzione \
         strategia strumento struttura sviluppo tecnica tecnologia teoria termine valore valutazione \
         variabile versione",
    ),
    (
        "nl",
        "algoritme analyse architectuur auteur begrip beoordeling betekenis bijdrage categorie \
         component context criterium data definitie document doelstelling effect eigenschap element \
         evaluatie experiment factor fenomeen fout functie gegevens groep hulpmiddel inhoud invloed \
         kenmerk klasse kwaliteit literatuur maat mechanisme meting methode model mogelijkheid \
         netwerk niveau object omgeving omstandigheid ontwerp ontwikkeling onderzoeker oplossing \
         parameter praktijk principe procedure proces project relatie rol selectie situatie strategie \
         structuur systeem techniek technologie term theorie toepassing variabele verandering \
         vergelijking verschil versie voorwaarde waarde",
    ),
    (
        "pl",
        "algorytm analiza aspekt autor autorka badacz błąd charakter charakterystyka cecha czynnik \
         dane danych dokument działanie efekt element eksperyment etap funkcja grupa hipoteza \
         instrument jakość kategoria klasa koncepcja kontekst kryterium literatura materiał \
         mechanizm metoda metodologia metodyka model możliwość narzędzie obiekt obszar ocena opis \
         opracowanie parametr perspektywa pojęcie pomiar poziom procedura proces projekt próba \
         relacja rola rozwiązanie rozwój różnica schemat stan strategia struktura system sytuacja \
         środowisko technika technologia teoria termin układ warunek wartość wersja wpływ zależność \
         zagadnienie zakres zasada zasób zastosowanie zbiór zjawisko zmiana zmienna znaczenie",
    ),
    (
        "pt",
        "algoritmo análise aplicação arquitectura arquitetura autor avaliação avanço capacidade \
         característica categoria classe comparação complexidade componente compreensão conceito \
         condição consequência construção conteúdo contexto contribuição critério dado definição \
         desempenho desenvolvimento descrição diferença distribuição documento efeito elemento \
         ambiente erro estratégia estrutura evidência experiência factor fator fenómeno fenômeno \
         ferramenta função funcionamento grupo implementação importância influência instrumento \
         investigação investigador literatura mecanismo medição medida método metodologia modelo \
         módulo amostra mudança nível objecto objeto operação parâmetro perspectiva pesquisa \
         pesquisador possibilidade prática princípio procedimento processo projecto projeto recurso \
         relação requisito selecção seleção sistema solução tarefa técnica tecnologia teoria \
         termo valor variável versão",
    ),
    (
        "ru",
        "автор алгоритм анализ вариант версия взаимосвязь влияние возможность выбор группа данные \
         данных действие документ задание закономерность значение изменение изучение инструмент \
         исследователь источник категория качество класс комплекс компонент контекст концепция \
         критерий литература материал мера метод методика методология механизм модель набор \
         направление объект описание операция определение особенность отношение оценка ошибка \
         параметр переменная понятие практика предмет признак применение принцип проект процедура \
         процесс развитие различие разработка реализация результативность решение роль свойство \
         связь система ситуация совокупность содержание состояние способность средство стратегия \
         структура схема теория термин технология требование уровень условие фактор функция \
         характер характеристика эксперимент элемент явление",
    ),
];

const WORDS: &[(&str, &str)] = &[
    (
        "de",
        "januar februar märz april mai juni juli august september oktober november dezember \
         montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag jahr monat \
         woche wochenende tag stunde minute heute gestern morgen morgens abend nacht zeit \
         moment zeitraum jahrzehnt jahrhundert vergangenheit zukunft prozent million \
         milliarde tausend hundert dutzend zahl anzahl menge reihe vielzahl art typ form \
         weise teil seite ende beginn anfang rest ding sache fall beispiel tatsache punkt \
         grund ergebnis folge frage problem antwort idee sicht aspekt ort stelle platz leute \
         mensch person mann frau mitglied zwei drei vier fünf sechs sieben acht neun zehn elf \
         zwölf erste zweite dritte letzte nächste neu alt groß klein gut besser hoch niedrig \
         wichtig verschieden bestimmt besondere allgemein gemeinsam ähnlich einfach möglich \
         verfügbar jüngst aktuell heutig vorig früher später eigen nutzung benutzer artikel \
         abschnitt abbildung tabelle liste arbeit studie ansatz vorschlag ziel zweck bedarf \
         interesse sprecher sprecherin erklärung interview kommentar kontakt information \
         angabe bericht herr",
    ),
    (
        "en",
        "january february march april may june july august september october november \
         december monday tuesday wednesday thursday friday saturday sunday year month week \
         weekend day hour minute today yesterday tomorrow tonight morning afternoon evening \
         night time moment period decade century past future percent per cent million billion \
         trillion thousand hundred dozen number amount lot plenty series range variety kind \
         type sort form way manner part side end beginning start rest piece thing stuff \
         matter case example instance fact point reason result effect issue problem question \
         answer idea view aspect area place people person man woman guy member one two three \
         four five six seven eight nine ten eleven twelve first second third last next new \
         old big large small little great good bad better best high low major minor main key \
         important significant different various several many certain particular specific \
         special general common similar simple possible able available recent current present \
         previous early late latest former real full whole total free own use user usage \
         paper article abstract section figure table page list item work study approach \
         proposal purpose goal aim need order interest spokesman spokeswoman spokesperson \
         official reporter statement interview comment contact information detail news report \
         review mr mrs ms dr",
    ),
    (
        "es",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre \
         diciembre lunes martes miércoles jueves viernes sábado domingo año mes semana día \
         hora minuto mañana tarde noche tiempo momento período década siglo pasado futuro \
         porcentaje millón millones millar centenar docena número cantidad serie gama \
         variedad tipo forma manera modo parte lado fin final comienzo principio inicio resto \
         cosa caso ejemplo hecho punto razón resultado efecto cuestión problema respuesta \
         idea vista aspecto lugar gente persona hombre mujer miembro dos tres cuatro cinco \
         seis siete ocho nueve diez once doce primero primer primera segundo segunda tercero \
         tercer último próximo nuevo viejo gran grande pequeño bueno buen mejor alto bajo \
         mayor menor principal importante diferente diverso varios cierto particular \
         específico general común similar simple posible disponible reciente actual presente \
         anterior propio uso usuario artículo resumen sección figura tabla página lista \
         trabajo estudio enfoque propuesta objetivo propósito necesidad interés portavoz \
         declaración entrevista comentario contacto información detalle tesis",
    ),
    (
        "fr",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre \
         lundi mardi mercredi jeudi vendredi samedi dimanche an année mois semaine jour \
         journée heure minute matin soir soirée nuit temps moment période décennie siècle \
         passé avenir pourcentage million milliard millier centaine dizaine douzaine nombre \
         montant série gamme variété sorte type forme façon manière partie côté fin début \
         reste chose cas exemple fait point raison résultat effet question problème réponse \
         idée vue aspect lieu place gens personne homme femme membre deux trois quatre cinq \
         six sept huit neuf dix onze douze premier deuxième second troisième dernier prochain \
         nouveau nouvel nouvelle ancien grand petit gros bon mauvais meilleur haut bas majeur \
         principal important différent divers plusieurs certain particulier spécifique \
         général commun semblable simple possible disponible récent actuel présent précédent \
         propre usage utilisation utilisateur article résumé section figure tableau page \
         liste travail étude approche proposition but objectif besoin intérêt porte-parole \
         déclaration entretien commentaire contact information détail mémoire thèse cadre",
    ),
    (
        "it",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre \
         dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica anno mese \
         settimana giorno giornata ora minuto mattina sera notte tempo momento periodo \
         decennio secolo passato futuro percentuale milione miliardo migliaio centinaio \
         decina numero quantità serie gamma varietà tipo forma modo parte lato fine inizio \
         resto cosa caso esempio fatto punto ragione risultato effetto questione problema \
         risposta idea vista aspetto luogo posto gente persona uomo donna membro due tre \
         quattro cinque sei sette otto nove dieci undici dodici primo secondo terzo ultimo \
         prossimo nuovo vecchio grande piccolo buono migliore alto basso maggiore minore \
         principale importante diverso vario certo particolare specifico generale comune \
         simile semplice possibile disponibile recente attuale presente precedente proprio \
         uso utente articolo sezione figura tabella pagina lista lavoro studio approccio \
         proposta obiettivo scopo bisogno interesse portavoce dichiarazione intervista \
         commento contatto informazione dettaglio",
    ),
    (
        "nl",
        "januari februari maart april mei juni juli augustus september oktober november \
         december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag jaar maand week \
         weekend weekeinde dag uur minuut vandaag gisteren morgen ochtend middag avond nacht \
         tijd moment periode decennium eeuw verleden toekomst procent miljoen miljard duizend \
         honderd tiental nummer aantal hoeveelheid reeks soort type vorm manier wijze deel \
         kant einde begin rest ding zaak geval voorbeeld feit punt reden resultaat gevolg \
         vraag probleem antwoord idee aspect plaats plek mensen persoon man vrouw lid twee \
         drie vier vijf zes zeven acht negen tien elf twaalf eerste tweede derde laatste \
         volgende nieuw oud groot klein goed beter hoog laag belangrijk verschillend bepaald \
         bijzonder algemeen gemeenschappelijk eenvoudig mogelijk beschikbaar recent huidig \
         vorig eigen gebruik gebruiker artikel paragraaf figuur tabel pagina lijst werk \
         onderzoek studie aanpak voorstel doel behoefte belang woordvoerder woordvoerster \
         verklaring interview commentaar contact informatie bericht",
    ),
    (
        "pl",
        "styczeń stycznia luty lutego marzec marca kwiecień kwietnia maj maja czerwiec \
         czerwca lipiec lipca sierpień sierpnia wrzesień września październik października \
         listopad listopada grudzień grudnia poniedziałek wtorek środa środę czwartek piątek \
         sobota sobotę niedziela niedzielę rok roku lat lata latach miesiąc miesiąca tydzień \
         tygodnia dzień dni dnia godzina godziny minuta rano wieczór noc czas czasu moment \
         okres okresie dekada wiek wieku przeszłość przyszłość procent proc milion mln \
         miliard mld tysiąc tys setka liczba liczby ilość kwota szereg rodzaj typ forma formy \
         sposób sposobu część części strona strony koniec początek reszta rzecz sprawa \
         przypadek przykład fakt powód wynik wyniki wyników efekt kwestia problem problemu \
         odpowiedź pomysł aspekt miejsce miejsca ludzie ludzi osoba osoby osób mężczyzna \
         kobieta członek dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć \
         pierwszy drugi trzeci ostatni następny nowy stary duży wielki mały dobry lepszy \
         wysoki niski główny ważny różny pewny określony szczególny ogólny wspólny podobny \
         prosty możliwy dostępny niedawny obecny poprzedni własny użycie wykorzystanie \
         użytkownik artykuł artykułu streszczenie rozdział rysunek tabela lista praca pracy \
         badanie badania badań podejście propozycja cel celu zadanie potrzeba interes \
         rzecznik oświadczenie wywiad komentarz kontakt informacja informacje informacji \
         szczegół analiza",
    ),
    (
        "pt",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro \
         dezembro segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado \
         domingo ano mês semana dia hora minuto manhã tarde noite tempo momento período \
         década século passado futuro percentagem porcentagem milhão milhões milhar mil \
         centena cento dezena dúzia número quantidade quantia série gama variedade tipo forma \
         maneira modo parte lado fim final começo início resto coisa caso exemplo facto fato \
         razão resultado efeito questão problema resposta ideia vista aspecto lugar \
         gente pessoa homem mulher membro dois duas três quatro cinco seis sete oito nove dez \
         onze doze vinte trinta quarenta cinquenta primeiro segundo terceiro último próximo \
         novo velho grande pequeno bom boa melhor alto baixo maior menor principal importante \
         diferente diverso vários certo particular específico geral comum semelhante simples \
         possível disponível recente actual atual presente anterior próprio uso utilização \
         utilizador usuário artigo resumo secção seção figura tabela página lista trabalho \
         estudo abordagem proposta objectivo objetivo propósito necessidade interesse porta- \
         voz declaração entrevista comentário contacto contato informação detalhe situação \
         base tese",
    ),
    (
        "ru",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь \
         понедельник вторник среда четверг пятница суббота воскресенье год лет месяц неделя \
         день час минута утро вечер ночь время момент период десятилетие век прошлое будущее \
         процент миллион миллиард тысяча сотня десяток млн млрд тыс руб долл число количество \
         сумма ряд вид тип род форма образ способ часть сторона конец начало остальное вещь \
         дело случай пример факт причина результат эффект вопрос проблема ответ идея взгляд \
         аспект место люди человек мужчина женщина член два две три четыре пять шесть семь \
         восемь девять десять первый второй третий последний следующий новый старый большой \
         маленький хороший лучший высокий низкий главный основной важный разный различный \
         определенный особый общий похожий простой возможный доступный недавний нынешний \
         настоящий прежний бывший собственный использование пользователь статья раздел \
         рисунок таблица страница список работа исследование подход предложение цель задача \
         необходимость интерес представитель заявление интервью комментарий контакт \
         информация подробность сообщение российский",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Budget, Language};

    fn is_weak(code: &str, word: &str) -> bool {
        let analyzer = Analyzer::new(Language::from_code(code).unwrap());
        let words = [word.to_owned()];
        let tokens = analyzer
            .analyze_words(&words, &Budget::unlimited())
            .unwrap();
        weak_stems(&analyzer).is_some_and(|list| list.contains(tokens[0].stem.as_str()))
    }

    #[test]
    fn weak_words_name_no_topic() {
        let cases = [
            ("en", "Wednesday", "bridge"),
            ("fr", "années", "pont"),
            ("es", "miércoles", "puente"),
            ("pt", "primeira", "ponte"),
            ("ru", "году", "мост"),
            ("pl", "października", "most"),
            ("de", "Jahre", "Brücke"),
            ("it", "problemi", "ponte"),
            ("nl", "maanden", "brug"),
        ];
        for (code, weak, strong) in cases {
            assert!(is_weak(code, weak), "{code}: {weak}");
            assert!(!is_weak(code, strong), "{code}: {strong}");
        }
        assert!(!is_weak("fi", "vuosi"));
    }
}
