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
        weak_stems(&analyzer).is_some_and(|list| list.contains(&tokens[0].stem))
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
