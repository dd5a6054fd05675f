//! The words that pages say around articles, by what they tell, a row a kind.
//!
//! Of all languages together, since a page's frame often speaks another language than its
//! article; no phrase here begins a sentence of news in any of them. Written as they stand
//! on pages, divided by "|", compared as `letters` folds them.

use super::BoilerplateKind::{
    self, Advertisement, Credit, Markup, Navigation, Notice, Other, Subscription, Teaser, Widget,
};

use Use::{Anywhere, Chip, Header, Label, OpenHeader, Opening, Paragraph, Section, Source};

/// What a phrase tells of the stretch in which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Stands alone, or with other labels: "Latest News", "Menu".
    Label,
    /// As a label, but also a heading or a word of articles: alone it tells nothing.
    Section,
    /// What begins with it is no article, up to the end of the sentence.
    Opening,
    /// Announces other articles on the lines below.
    Header,
    /// The same with a few words behind: "More on", "Mehr zu".
    OpenHeader,
    /// The sentence in which it stands, at any place, is no article.
    Anywhere,
    /// Nor is the whole line.
    Paragraph,
    /// Begins a line of an article, and is itself no part of it.
    Chip,
    /// What follows up to the end of the line is whose picture it is.
    Source,
}

/// Set phrases: where they tell something, of what, and which.
#[rustfmt::skip]
pub(super) const PHRASES: &[(Use, BoilerplateKind, &str)] = &[
    // Menus and names of sections.
    (Label, Navigation, "menu|main menu|top story|top stories|latest news|breaking news|news menu|\
        skip to content|skip to main content|skip to navigation|jump to content|site map|sitemap|\
        contact us|about us|about the author|back to top|go to top|return to top|sign in|log in|login|log out|my account|\
        search this site|toggle navigation|open menu|close menu|show menu|all sections|text size|\
        page not found|e-paper|epaper|newsroom home|back to home|view all|see all|show more|load more|\
        next page|previous page|go back|breaking news emails|breaking news alerts|more news|more stories|site index|read next|job board|press room|\
        help center|help centre|our team|work with us|careers|rss feed|rss|printer-friendly|\
        printer friendly|print this page|mobile apps|other news|us news|world news|in this article|\
        table of contents|print edition|today's paper|subscriber login"),
    (Label, Navigation, "menü|startseite|zur startseite|zum inhalt springen|zum inhalt|hauptmenü|\
        hauptnavigation|über uns|impressum|kontakt|mediadaten|nach oben|zurück zur startseite|\
        anmelden|aktuelle nachrichten|letzte meldungen|mehr anzeigen|mehr laden|alle anzeigen|\
        zur übersicht|e-paper lesen|suche öffnen|menü öffnen|merkliste|inhaltsverzeichnis|seite drucken"),
    (Label, Navigation, "aller au contenu|aller au menu|accueil|plan du site|qui sommes-nous|\
        nous contacter|contactez-nous|se connecter|s'identifier|mon compte|retour en haut|\
        haut de page|dernières nouvelles|dernières actualités|à la une|voir plus|voir tout|en continu|\
        le direct|menu principal"),
    (Label, Navigation, "saltar al contenido|ir al contenido|inicio|mapa del sitio|mapa web|\
        quiénes somos|contacto|contáctanos|iniciar sesión|mi cuenta|volver arriba|últimas noticias|\
        portada|ver más|ver todo|menú principal|ir a la portada|hemeroteca"),
    (Label, Navigation, "vai al contenuto|salta al contenuto|mappa del sito|chi siamo|contatti|\
        contattaci|accedi|torna su|torna in alto|ultime notizie|ultim'ora|vedi tutti|menu principale|\
        prima pagina"),
    (Label, Navigation, "ir para o conteúdo|pular para o conteúdo|página inicial|mapa do site|\
        quem somos|fale conosco|contactos|entrar|minha conta|voltar ao topo|últimas notícias|\
        ver mais|ver tudo|menu principal|expediente|ficha técnica"),
    (Label, Navigation, "naar de inhoud|ga naar inhoud|voorpagina|over ons|neem contact op|inloggen|\
        mijn account|naar boven|laatste nieuws|net binnen|meer laden|alle artikelen|\
        toon meer|hoofdmenu"),
    (Label, Navigation, "перейти к содержанию|главная|главная страница|на главную|карта сайта|\
        о нас|о проекте|о редакции|обратная связь|контакты|войти|личный кабинет|наверх|\
        последние новости|лента новостей|все новости|показать еще|загрузить еще|меню"),
    (Label, Navigation, "przejdź do treści|strona główna|mapa strony|mapa serwisu|o nas|zaloguj się|\
        zaloguj|moje konto|do góry|wróć do góry|najnowsze wiadomości|zobacz wszystkie|pokaż więcej"),
    (Label, Navigation, "içeriğe geç|ana sayfa|anasayfa|site haritası|hakkımızda|iletişim|künye|\
        giriş yap|üye ol|başa dön|yukarı çık|son dakika|son haberler|tüm haberler|daha fazla göster"),
    (Label, Navigation, "首页|网站首页|返回首页|导航|菜单|关于我们|联系我们|网站地图|登录|注册|最新新闻|最新消息|\
        返回顶部|更多新闻|查看更多|加载更多|首頁|關於我們|聯絡我們|最新消息|即時新聞|新闻中心|滚动新闻|當前位置|当前位置"),
    (Label, Navigation, "ホーム|トップページ|メニュー|サイトマップ|お問い合わせ|会社概要|運営会社|ログイン|会員登録|\
        ページトップへ|トップへ戻る|最新ニュース|ニュース一覧|記事一覧|一覧を見る|もっと見る|速報"),
    (Section, Navigation, "home|news|world|us|u.s.|uk|u.k.|politics|business|economy|sport|sports|tech|\
        technology|science|health|entertainment|opinion|opinions|culture|lifestyle|life|style|travel|\
        video|videos|photos|photo|audio|podcasts|podcast|weather|markets|money|education|local|nation|\
        national|international|global|arts|books|food|music|movies|film|tv|football|cricket|tennis|\
        golf|live|more|search|contact|about|help|faq|jobs|shop|store|games|puzzles|crosswords|crossword|\
        obituaries|classifieds|letters|editorial|editorials|columns|columnists|blogs|archive|archives|\
        africa|asia|europe|americas|middle east|australia|china|india|canada|latin america|environment|\
        climate|energy|finance|real estate|autos|cars|fashion|magazine|sections|topics|events|gallery|\
        breaking|trending|latest|popular|subscribe|newsletters|newsletter|donate|support us|advertise|\
        investigations|religion|history|crime|courts|family|features|campaign|administration|senate|\
        house|total|average|abstract|explore|discover|profile|settings|notifications|apps|print|reviews"),
    (Section, Navigation, "nachrichten|politik|wirtschaft|kultur|wissen|wissenschaft|gesundheit|panorama|\
        reise|reisen|meinung|regional|lokales|ausland|inland|deutschland|welt|gesellschaft|digital|netzwelt|\
        finanzen|leben|karriere|fußball|wetter|mediathek|suche|hilfe|jobs|immobilien|feuilleton|technik"),
    (Section, Navigation, "actualités|actualité|politique|monde|économie|société|culture|sports|sciences|\
        santé|planète|débats|opinions|idées|vidéos|international|france|europe|régions|météo|recherche|\
        tribunes|high-tech|emploi|immobilier|annonces"),
    (Section, Navigation, "noticias|política|mundo|economía|sociedad|cultura|deportes|deporte|ciencia|\
        tecnología|salud|opinión|internacional|nacional|españa|méxico|vídeos|buscar|televisión|gente|\
        sucesos|viajes|blogs|clasificados|loterías|el tiempo"),
    (Section, Navigation, "notizie|politica|mondo|esteri|economia|cronaca|cultura|spettacoli|spettacolo|\
        scienze|scienza|salute|tecnologia|opinioni|italia|cerca|motori|viaggi|meteo|calcio|ambiente"),
    (Section, Navigation, "notícias|política|mundo|economia|sociedade|cultura|desporto|esportes|esporte|\
        ciência|tecnologia|saúde|opinião|brasil|portugal|buscar|pesquisar|famosos|entretenimento|\
        educação|cotidiano|colunas|vídeos"),
    (Section, Navigation, "nieuws|politiek|economie|binnenland|buitenland|wetenschap|gezondheid|cultuur|\
        opinie|regio|voetbal|zoeken|weer|uitgaan|wonen|sterren|columns"),
    (Section, Navigation, "новости|политика|экономика|общество|мир|в мире|культура|спорт|наука|технологии|\
        здоровье|мнения|россия|происшествия|бизнес|видео|фото|поиск|архив|авто|финансы|реклама|подписка"),
    (Section, Navigation, "wiadomości|polityka|gospodarka|świat|kraj|kultura|sport|nauka|technologia|zdrowie|\
        opinie|polska|biznes|szukaj|pogoda|rozrywka|kontakt|motoryzacja|podróże|społeczeństwo"),
    (Section, Navigation, "haberler|haber|gündem|siyaset|ekonomi|dünya|spor|kültür|bilim|teknoloji|sağlık|\
        yazarlar|yaşam|magazin|eğitim|video|galeri|ara|hava durumu|türkiye|foto galeri"),
    (Section, Navigation, "新闻|国际|国内|财经|体育|娱乐|科技|社会|文化|军事|视频|图片|评论|健康|教育|汽车|房产|\
        新聞|國際|國內|財經|體育|娛樂|社會|政治|経済|国際|スポーツ|エンタメ|科学|文化|ニュース|社説|\
        天気|動画|写真|地域|暮らし|オピニオン|検索|主页"),

    // Advertisements.
    (Label, Advertisement, "advertisement|advertisements|advertising|ads|ad feedback|sponsored|\
        sponsored content|sponsored links|promoted content|paid content|partner content|\
        continue reading below advertisement|story continues below advertisement|\
        article continues below advertisement|story continues below|article continues below|\
        advertisement - story continues below|continue reading the main story|\
        advertisement continue reading the main story|scroll to continue|remove ads|report this ad|\
        content continues below|paid advertisement|ad choices|adchoices"),
    (Label, Advertisement, "anzeige|anzeigen|werbung|gesponsert|werbeanzeige|ende der anzeige|\
        weiterlesen nach der anzeige|publicité|contenu sponsorisé|annonce|la suite après la publicité|\
        la suite de l'article après la publicité|publicidad|anuncio|contenido patrocinado|\
        pubblicità|annuncio pubblicitario|contenuto sponsorizzato|publicidade|continua após a publicidade|\
        conteúdo patrocinado|advertentie|gesponsord|lees verder na de advertentie|на правах рекламы|\
        рекламный материал|партнерский материал|reklama|materiał sponsorowany|artykuł sponsorowany|\
        dalszy ciąg materiału pod wideo|reklam|sponsorlu içerik|reklamdan sonra devam ediyor|广告|廣告|\
        推广|赞助内容|広告|スポンサーリンク|sponsored by|PR記事"),
    (Opening, Advertisement, "la suite après cette publicité|sigue leyendo después de la publicidad|\
        l'articolo continua dopo la pubblicità|l'articolo prosegue sotto|lees verder onder de advertentie|\
        der artikel geht unter der anzeige weiter|lees verder onder de foto"),
    (Chip, Advertisement, "advertisement|advertisement continue reading the main story|ADVERTISING|\
        continue reading the main story|story continues below advertisement|story continues below|\
        article continues below|continue reading below"),

    // Share, rate, comment.
    (Label, Widget, "share|share this|share this article|share this story|share this post|share on facebook|\
        share on twitter|share via email|share article|share story|tweet|retweet|email|e-mail|\
        email this article|e-mail this to a friend|print this article|copy link|\
        copy this code to your website or blog|save article|save for later|bookmark|bookmark this|\
        facebook|twitter|x|instagram|linkedin|whatsapp|pinterest|reddit|telegram|youtube|tumblr|\
        google plus|google+|messenger|flipboard|tiktok|snapchat|skype|threads|bluesky|mastodon|stumbleupon|\
        digg|like|like this|pin it|embed|link|send|post|comment|comments|view comments|\
        show comments|hide comments|read comments|leave a comment|add a comment|post a comment|\
        join the conversation|no comments|comments are closed|write a comment|reply|report|\
        recommend|average rating|vote count|your rating|rate this|rate this article|rate this post|\
        submit|submit rating|close|play video|play|pause|mute|expand|enlarge|enlarge this image|\
        toggle caption|autoplay|replay|replay more videos|click to enlarge|hide caption|view gallery|\
        hide transcript|show transcript|listen to this article|listen to article|listen|download|\
        give this article|gift article|gift this article|unlock this article|read later|\
        view full image|tap to unmute|click to expand|fullscreen|min read|minute read|minutes read|\
        scroll down for video|scroll for more|minutes ago|hours ago|days ago|hour ago|day ago|weeks ago|views|shares|likes|followers|following|\
        votes|rating|ratings|sort by|newest|oldest|most liked|follow us|follow|connect with us"),
    (Label, Widget, "teilen|artikel teilen|beitrag teilen|drucken|artikel drucken|merken|kommentare|\
        kommentar schreiben|kommentieren|zu den kommentaren|kommentare anzeigen|weiterempfehlen|per mail teilen|\
        artikel bewerten|link kopieren|link kopiert|vorlesen|artikel anhören|feedback|folgen|folgen sie uns|\
        partager|partager sur|partager cet article|partager l'article|imprimer|imprimer l'article|commenter|\
        commentaires|lire les commentaires|réagir|ajouter un commentaire|copier le lien|\
        envoyer par mail|lire plus tard|écouter l'article|suivez-nous|compartir|compartir en|comparte|\
        compartir artículo|comparte este artículo|comparte esta noticia|compartir esta noticia|imprimir|\
        comentar|comentarios|ver comentarios|deja un comentario|copiar enlace|guardar|enviar por correo|\
        síguenos|síguenos en|condividi|condividi su|condividi questo articolo|condividi l'articolo|stampa|\
        commenta|commenti|lascia un commento|copia link|seguici|seguici su|compartilhar|\
        compartilhe|compartilhe esta notícia|partilhar|partilhe|partilhar artigo|comentários|\
        deixe um comentário|copiar link|ouvir artigo|siga-nos|delen|deel dit artikel|deel dit bericht|\
        deel artikel|reacties|reageer|reageren|plaats een reactie|afdrukken|kopieer link|\
        artikel beluisteren|volg ons|поделиться|поделиться новостью|поделиться статьей|распечатать|\
        комментировать|комментарии|оставить комментарий|скопировать ссылку|нравится|мы в соцсетях|\
        udostępnij|udostępnij artykuł|podziel się|drukuj|skomentuj|komentarze|dodaj komentarz|\
        kopiuj link|oceń artykuł|obserwuj nas|paylaş|haberi paylaş|yazdır|yorum yap|yorumlar|yorum yaz|\
        bağlantıyı kopyala|takip et|bizi takip edin|分享|分享到|分享至|转发|收藏|打印|评论|发表评论|网友评论|点赞|\
        点击排行|微信|微博|qq空间|手机看新闻|扫一扫|分享給朋友|留言|列印|シェア|シェアする|共有|ツイート|ポスト|ブックマーク|\
        コメント|コメントする|コメントを書く|印刷|保存|リンクをコピー|フォロー|記事を保存"),
    (Opening, Widget, "how useful was this|was this article helpful|was this helpful|did you find this|\
        click on a star|click to rate|click a star|no votes so far|be the first to rate|\
        be the first to comment|average rating|vote count|rate this article|rate this post|rate this story|\
        we are sorry that this post|let us improve this post|tell us how we can improve|share this:|share:|\
        share on:|share this article:|share this story:|share this with|share via|share with|\
        read or share this story|please enable javascript|you need to enable javascript|\
        your browser does not support|javascript is required|javascript is disabled|\
        to view this content|this video is unavailable|this content is not available|\
        sorry, your browser|click image above|click here to watch|click here for more photos|\
        click to share|click to email|click to print|like this:|loading...|have a tip|got a tip|\
        got a story|do you have a story|send us a tip|contact the writer|contact the reporter|\
        contact the author|contact us at|email the author|reach the reporter|reach the author|\
        what do you think? leave|leave a reply|leave your comment|your email address will not be published|\
        required fields are marked|join the discussion|log in to comment|sign in to comment|\
        you must be logged in|please log in to|post your comment|comments are moderated|save my name, email|\
        watch the video below|watch video below|listen to the full|subscribe to our podcast|please verify you're not a robot"),
    (Opening, Widget, "wie hat ihnen der artikel|wie hilfreich war|war dieser artikel hilfreich|\
        klicken sie auf einen stern|klick auf einen stern|durchschnittliche bewertung|bewerten sie diesen|\
        diesen artikel teilen|diesen artikel bewerten|sie haben einen fehler gefunden|fehler gefunden|\
        haben sie einen fehler|diskutieren sie mit|schreiben sie einen kommentar|ihre e-mail-adresse wird nicht|\
        bitte aktivieren sie javascript|um kommentieren zu können|notez cet article|noter cet article|\
        cet article vous a-t-il|cet article vous a plu|cliquez sur une étoile|note moyenne|partager :|\
        votre adresse e-mail ne sera|laisser un commentaire|laissez un commentaire|soyez le premier à|\
        connectez-vous pour|veuillez activer javascript|réagissez à cet article|valora este artículo|\
        ¿te ha resultado útil|¿te ha gustado|haz clic en una estrella|puntuación media|promedio de puntuación|\
        compartir:|comparte:|tu dirección de correo electrónico no será|deja una respuesta|\
        inicia sesión para comentar|vota questo articolo|valuta questo articolo|quanto è stato utile|\
        clicca su una stella|voto medio|condividi:|il tuo indirizzo email non sarà|lascia una risposta|\
        avalie este artigo|avalie esta notícia|este artigo foi útil|clique em uma estrela|\
        clique numa estrela|compartilhe:|partilhar:|o seu endereço de email não será|deixe uma resposta|\
        beoordeel dit artikel|hoe nuttig was|klik op een ster|gemiddelde waardering|delen:|\
        je e-mailadres wordt niet|heb je een tip|tip de redactie|fout gezien|оцените статью|оцените материал|\
        оцените новость|рейтинг статьи|средняя оценка|насколько полезн|поделиться:|поделитесь|\
        нашли ошибку|нашли опечатку|заметили ошибку|выделите ее и нажмите|\
        ваш адрес email не будет|чтобы оставить комментарий|добавить комментарий|oceń ten artykuł|\
        oceń artykuł|czy ten artykuł|kliknij gwiazdkę|średnia ocena|udostępnij:|twój adres e-mail nie|\
        zauważyłeś błąd|znalazłeś błąd|bu haberi paylaş|bu yazıyı|bu makaleyi değerlendir|\
        haberi değerlendir|ortalama puan|paylaş:|e-posta hesabınız yayımlanmayacak|bir yanıt yazın|\
        为这篇文章评分|这篇文章对您|请为本文评分|平均评分|分享到:|分享至:|责任编辑|責任編輯|この記事は役に立ち|この記事を評価|\
        この記事をシェア|シェア:|平均評価|いいねと思ったら"),
    (Chip, Widget, "Scroll down for video|Scroll for more|CLOSE|ENLARGE|Enlarge this image|Enlarge this image toggle caption|\
        Facebook Twitter Pinterest|Facebook Twitter|Hide caption|JUST WATCHED|Play video|\
        Media playback is unsupported on your device Media caption|\
        Media playback is unsupported on your device|Tweet View Comments|View Comments"),

    // Other articles.
    (Label, Teaser, "read more|read full story|read full article|read the full story|read the full article|\
        full story|continue reading|keep reading|learn more|find out more|see more|click here|click here for more|\
        more »|weiterlesen|mehr lesen|zum artikel|mehr erfahren|jetzt lesen|lesen sie mehr|lire la suite|\
        lire plus|en savoir plus|lire l'article|leer más|seguir leyendo|leer la noticia completa|\
        leggi tutto|continua a leggere|leggi di più|scopri di più|ler mais|leia mais|saiba mais|\
        continue lendo|continuar a ler|lees meer|lees verder|meer lezen|читать далее|читать дальше|\
        подробнее|читать полностью|czytaj więcej|czytaj dalej|więcej|zobacz więcej|devamını oku|\
        devamı|haberin devamı|阅读全文|阅读更多|查看全文|点击阅读|閱讀更多|查看更多|続きを読む|続きを見る|全文を読む|\
        もっと読む|記事を読む"),
    (Header, Teaser, "related|related articles|related article|related stories|related story|related news|\
        related news articles|related posts|related content|related coverage|related topics|related links|\
        related reading|related items|related videos|recommended|recommended for you|recommended stories|\
        recommended articles|recommended reading|recommended by|you may also like|you might also like|\
        you may like|you might like|you may also be interested in|you might also be interested in|\
        also read|see also|also see|read also|read next|up next|next up|what to read next|more to read|\
        further reading|more like this|more news|more stories|more articles|more headlines|more coverage|\
        more top stories|more for you|most read|most popular|most viewed|most shared|most recent|most commented|\
        trending|trending now|trending stories|trending news|trending topics|popular now|popular stories|\
        popular articles|popular posts|popular news|editor's picks|editors' picks|editor's choice|\
        editors' choice|don't miss|in case you missed it|top stories|top news|latest news|latest stories|\
        latest articles|latest headlines|latest posts|recent posts|recent articles|recent stories|recent news|\
        other stories|other articles|other news|previous stories|previous story|previous article|\
        next article|next story|previous post|next post|previous|next|around the web|from around the web|\
        from our partners|from the web|promoted stories|sponsored stories|paid stories|\
        today's top stories|today's headlines|\
        stories you may like|we recommend|our picks|our latest|must read|must reads|hot topics|featured|\
        featured stories|featured articles|in other news|also in the news|also on|story highlights|\
        top headlines|this week's top stories|you may have missed|also|tags|topics|filed under|categories|\
        more in this section|in this section|on this story|more on this story|related internet links|\
        around the network|stories from"),
    (Header, Teaser, "mehr zum thema|mehr zu diesem thema|zum thema|lesen sie auch|lesen sie mehr|\
        auch interessant|das könnte sie auch interessieren|das könnte dich auch interessieren|\
        das könnte sie interessieren|das könnte ihnen auch gefallen|ähnliche artikel|ähnliche beiträge|\
        weitere artikel|weitere nachrichten|weitere meldungen|weitere themen|verwandte artikel|\
        verwandte themen|meistgelesen|meistgelesene artikel|am meisten gelesen|beliebte artikel|neueste artikel|\
        aktuelle meldungen|vorheriger artikel|nächster artikel|vorheriger beitrag|nächster beitrag|\
        mehr aus diesem ressort|empfehlungen der redaktion|empfohlener redaktioneller inhalt|\
        passend dazu|siehe auch|schlagwörter|schlagworte|themen|top-themen|auch lesenswert|\
        lesetipps|die wichtigsten nachrichten|neu auf|jetzt im trend"),
    (Header, Teaser, "à lire aussi|lire aussi|à lire également|lire également|à voir aussi|voir aussi|\
        sur le même sujet|sur le même thème|dans la même rubrique|articles liés|articles similaires|\
        articles connexes|les plus lus|les plus populaires|le plus lu|à ne pas manquer|vous aimerez aussi|\
        cela peut vous intéresser|vous pourriez aussi aimer|ceci pourrait vous intéresser|à découvrir|\
        nos recommandations|article précédent|article suivant|plus d'articles|plus d'actualités|autres articles|\
        derniers articles|les dernières actualités|pour aller plus loin|notre sélection|mots-clés|tendances"),
    (Header, Teaser, "lee también|lea también|leer también|te puede interesar|también te puede interesar|\
        te podría interesar|quizás te interese|le puede interesar|puede interesarle|noticias relacionadas|\
        artículos relacionados|contenido relacionado|más información|más noticias|más sobre este tema|\
        sobre este tema|lo más leído|lo más visto|más leídas|más leídos|más populares|lo último|\
        artículo anterior|artículo siguiente|siguiente artículo|noticia anterior|noticia siguiente|\
        anterior|siguiente|mira también|ver también|vea también|archivado en|etiquetas|temas|\
        recomendados|recomendadas|no te pierdas|además|tendencias|otras noticias"),
    (Header, Teaser, "leggi anche|leggi pure|vedi anche|guarda anche|articoli correlati|notizie correlate|\
        contenuti correlati|potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|\
        ti potrebbe interessare anche|potrebbero interessarti|i più letti|le più lette|più letti|da non perdere|\
        articolo precedente|articolo successivo|articolo seguente|prossimo articolo|altre notizie|\
        altri articoli|ultimi articoli|sullo stesso argomento|per approfondire|argomenti|in evidenza|\
        di tendenza|consigliati per te"),
    (Header, Teaser, "leia também|leia mais|leia ainda|veja também|veja mais|assista também|confira também|\
        notícias relacionadas|artigos relacionados|conteúdo relacionado|relacionadas|relacionados|\
        mais lidas|as mais lidas|mais lidos|mais vistas|mais notícias|mais sobre este tema|\
        você pode gostar|você também pode gostar|você também vai gostar|talvez goste|pode interessar|\
        artigo anterior|próximo artigo|artigo seguinte|notícia anterior|próxima notícia|\
        outras notícias|outros artigos|últimos artigos|recomendados para você|recomendadas|não perca|\
        destaques|em alta|saiba mais|tópicos|ler também|ver também"),
    (Header, Teaser, "lees ook|lees meer|lees ook:|bekijk ook|zie ook|meer over dit onderwerp|\
        meer over|meer nieuws|gerelateerd|gerelateerde artikelen|gerelateerd nieuws|verwante artikelen|\
        meest gelezen|populair|nu populair|best gelezen|aanbevolen|aanbevolen artikelen|vorig artikel|\
        volgend artikel|vorige artikel|volgende artikel|ander nieuws|andere artikelen|laatste artikelen|\
        misschien ook interessant|dit vind je misschien ook|ook interessant|mis het niet|onderwerpen"),
    (Header, Teaser, "читайте также|смотрите также|по теме|материалы по теме|новости по теме|\
        статьи по теме|похожие статьи|похожие новости|похожие материалы|другие новости|другие статьи|\
        другие материалы|еще по теме|самое читаемое|самое популярное|популярное|популярные новости|\
        популярные статьи|главные новости|главное за день|новости партнеров|материалы партнеров|\
        рекомендуем|рекомендуем прочитать|вам может быть интересно|вас может заинтересовать|\
        вам также может понравиться|предыдущая статья|следующая статья|предыдущая новость|\
        следующая новость|предыдущий материал|следующий материал|ранее по теме|свежие новости|в тренде|\
        теги|метки|темы|новости сми2|загрузка...|смотри также|не пропустите"),
    (Header, Teaser, "czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|zobacz również|\
        przeczytaj także|przeczytaj też|przeczytaj również|sprawdź także|powiązane artykuły|powiązane|\
        podobne artykuły|polecane|polecane artykuły|polecamy|najczęściej czytane|najpopularniejsze|popularne|\
        warto przeczytać|może cię zainteresować|to może cię zainteresować|poprzedni artykuł|\
        następny artykuł|inne artykuły|więcej na ten temat|na ten temat|najnowsze|najnowsze artykuły|\
        tagi|tematy|nie przegap"),
    (Header, Teaser, "ilgili haberler|ilgili haber|ilgili yazılar|ilgili içerikler|benzer haberler|\
        benzer yazılar|diğer haberler|çok okunanlar|en çok okunanlar|en çok okunan|öne çıkanlar|\
        bunlar da ilginizi çekebilir|ilginizi çekebilir|bunlara da bakın|önceki haber|sonraki haber|\
        önceki yazı|sonraki yazı|önceki makale|sonraki makale|ayrıca okuyun|bunu da oku|önerilen haberler|\
        önerilenler|günün öne çıkanları|etiketler|popüler haberler|trend haberler|gündemdekiler"),
    (Header, Teaser, "相关新闻|相关阅读|相关文章|相关报道|相关链接|延伸阅读|推荐阅读|猜你喜欢|热门推荐|热点推荐|热门文章|\
        热门新闻|热门话题|更多新闻|更多报道|上一篇|下一篇|上一篇:|下一篇:|精彩推荐|为您推荐|编辑推荐|阅读排行|排行榜|\
        相關新聞|相關文章|延伸閱讀|推薦閱讀|你可能感興趣|熱門新聞|熱門文章|看更多|更多新聞|标签|标签:|今日热点|最新文章"),
    (Header, Teaser, "関連記事|関連ニュース|関連リンク|関連トピックス|こちらもおすすめ|おすすめ記事|おすすめの記事|\
        あわせて読みたい|人気記事|人気の記事|人気記事ランキング|アクセスランキング|ランキング|注目記事|注目の記事|\
        前の記事|次の記事|前の記事へ|次の記事へ|新着記事|最新記事|最新ニュース|ピックアップ|この記事を読んだ人|\
        トピックス|タグ|その他の記事|編集部おすすめ"),
    (OpenHeader, Teaser, "more from|more on|more by|more about|more in|more stories from|more stories about|\
        more news from|more like|read more from|read more about|read more on|also from|latest from|\
        the latest from|related to|trending on|trending in|most read in|most popular in|top stories in|\
        previous stories|explore more on|explore more|mehr zu|mehr zum thema|mehr von|mehr aus|mehr über|\
        plus sur|plus de|en savoir plus sur|más sobre|más de|más en|más noticias de|altro su|\
        altro da|più letti in|tutto su|mais sobre|mais de|mais notícias de|mais em|meer over|meer van|\
        meer uit|еще новости|другие новости|все материалы|więcej o|więcej na temat|więcej z|\
        stories from|articles by|posts by|recent stories by"),
    (Opening, Teaser, "read more:|read more about|read more on|read more at|read more here|read also:|\
        read next:|read the full|read our|read this:|related:|related story:|related stories:|related article:|\
        related video:|related coverage:|see also:|see also -|also see:|also read:|also read -|\
        also read|see more:|must read:|recommended:|previous:|previously:|more:|more on this:|>more:|\
        story:|video:|watch:|watch now:|watch live:|photos:|pictures:|gallery:|slideshow:|\
        photo gallery:|in pictures:|interactive:|graphic:|podcast:|listen:|explainer:|quiz:|\
        don't miss:|in case you missed it:|previous article|next article|\
        previous post|next post|next story|previous story|up next:|click here to read|\
        click here for more|click here to see|click here to view|click here for the|for more on this|\
        for more news|for more stories|for the latest news|follow live|keep reading:|trending:|most read:|top story:|view gallery|view photos|\
        see photos|see the photos|see full|check out more|tags:|topics:|filed under:|filed under|\
        categories:|category:|tagged:|keywords:|explore:|see inside|you may also like:|you might also like:|\
        you may be interested in:"),
    (Opening, Teaser, "mehr zum thema:|mehr dazu:|mehr dazu|lesen sie auch:|lesen sie auch|lesen sie mehr|\
        lesen sie hier|lesen sie dazu|lesen sie außerdem|auch interessant:|siehe auch:|siehe auch|\
        passend dazu:|video:|fotostrecke:|bildergalerie:|vorheriger artikel|nächster artikel|\
        vorheriger beitrag|nächster beitrag|schlagwörter:|schlagworte:|themen:|\
        weitere artikel:|lesetipp:|hier geht es zum|hier geht's zum|alle aktuellen nachrichten|\
        à lire aussi :|à lire aussi:|à lire aussi|lire aussi :|lire aussi:|lire aussi|à lire également|\
        lire également|à voir aussi|voir aussi :|voir aussi:|à lire :|à lire:|>> lire|en images :|vidéo :|\
        vidéo.|article précédent|article suivant|mots-clés :|mots-clés:|pour aller plus loin :|\
        retrouvez toute l'actualité|retrouvez tous nos|lee también:|lee también|lea también:|lea también|\
        leer también:|lee más:|lee más|te puede interesar:|te puede interesar|también te puede interesar|\
        le puede interesar|mira también:|mira también|vea también|ver también:|más información:|\
        más información en|artículo anterior|artículo siguiente|siguiente artículo|archivado en:|etiquetas:|temas:|\
        leggi anche:|leggi anche|leggi pure|leggi qui|vedi anche:|vedi anche|guarda anche|guarda il video|\
        articolo precedente|articolo successivo|articolo seguente|potrebbe interessarti:|argomenti:|tag:|\
        leia também:|leia também|leia mais:|leia mais|leia ainda|veja também:|veja também|\
        veja mais:|veja fotos|assista também|confira também|saiba mais:|saiba mais sobre|\
        artigo anterior|próximo artigo|artigo seguinte|tópicos:|lees ook:|lees ook|lees meer:|lees meer|\
        lees verder:|lees hier|bekijk ook:|bekijk ook|zie ook:|zie ook|meer over dit|vorig artikel|\
        volgend artikel|onderwerpen:"),
    (Opening, Teaser, "читайте также:|читайте также|читайте нас|читайте еще|читать также|смотрите также|\
        смотри также|подробнее:|подробнее о|подробнее читайте|по теме:|материалы по теме|ранее по теме|предыдущая статья|\
        следующая статья|предыдущая новость|следующая новость|теги:|метки:|темы:|рубрика:|рубрики:|\
        фото и видео:|видео:|читайте в|больше новостей|больше материалов|czytaj także:|czytaj także|\
        czytaj też:|czytaj też|czytaj również|czytaj więcej:|czytaj więcej|zobacz także:|zobacz także|\
        zobacz też|zobacz również|zobacz:|przeczytaj także|przeczytaj też|przeczytaj również|więcej:|\
        poprzedni artykuł|następny artykuł|tagi:|tematy:|polecamy:|galeria:|wideo:|ayrıca okuyun|\
        bunlar da ilginizi|ilginizi çekebilir|ilgili haber:|ilgili haberler:|önceki haber|sonraki haber|\
        önceki yazı|sonraki yazı|önceki makale|sonraki makale|etiketler:|haberin devamı|detaylar için|\
        上一篇|下一篇|相关阅读|相关新闻|延伸阅读|推荐阅读|相关报道|点击查看|更多精彩|标签:|关键词:|關鍵字:|延伸閱讀|\
        相關新聞|更多新聞|更多内容请|関連記事|あわせて読みたい|前の記事|次の記事|タグ:|カテゴリ:|カテゴリー:|こちらもおすすめ|\
        おすすめ記事"),
    (Chip, Teaser, "Story highlights|MUST WATCH"),
    (Opening, Teaser, "play video \""),

    // Calls to subscribe.
    (Label, Subscription, "sign up|sign up now|subscribe|subscribe now|subscribe today|newsletter|newsletters|\
        newsletter sign up|newsletter signup|join our newsletter|get the newsletter|become a member|\
        support our journalism|support independent journalism|support us|donate now|donate|start free trial|\
        create free account|create an account|register now|register for free|get the app|download the app|\
        download our app|already a subscriber|email address|enter your email|your email address|your email|\
        newsletter abonnieren|jetzt abonnieren|newsletter anmelden|abo|abonnement|abonnieren|zum abo|\
        e-mail-adresse|s'abonner|je m'abonne|s'inscrire|abonnez-vous|newsletters|suscríbete|suscribirse|\
        suscripción|iscriviti|abbonati|iscriviti alla newsletter|assine|assine já|assine agora|assinar|\
        subscrever|inscreva-se|abonneren|word abonnee|schrijf je in|nieuwsbrief|подписаться|подпишитесь|\
        оформить подписку|zapisz się|subskrybuj|prenumerata|abone ol|bültene kaydol|订阅|立即订阅|訂閱|\
        メルマガ登録|購読する|会員登録はこちら|ニュースレター登録"),
    (Opening, Subscription, "you can unsubscribe|don't miss our|sign up for our|sign up for the|sign up here|sign up to our|sign up to get|sign up to receive|\
        sign up today|subscribe to our|subscribe to the newsletter|subscribe to get|subscribe for|subscribe now|subscribe today|\
        subscribe here|to continue reading|this content is for subscribers|this article is for subscribers|\
        you have reached your limit|you've reached your limit|already a subscriber|already have an account|\
        never miss a story|never miss a local story|get push notifications|\
        get the latest news|get our free|get breaking news|enter your email address|by signing up you|\
        by signing up, you|by subscribing you|by subscribing, you|by submitting your email|by clicking subscribe|\
        please enter a valid email|thanks for signing up|thank you for subscribing|thank you for signing up|\
        thanks for subscribing|support our journalism|support quality journalism|\
        help us keep|please consider supporting|please consider making a|\
        newsletter abonnieren|unseren newsletter|abonnieren sie unseren|abonnieren sie jetzt|\
        melden sie sich für unseren newsletter|sie haben bereits ein abo|jetzt weiterlesen|dieser artikel ist nur für abonnenten|\
        weiterlesen mit|inscrivez-vous à notre|inscrivez-vous à la newsletter|abonnez-vous pour|abonnez-vous à|\
        cet article est réservé aux abonnés|article réservé aux abonnés|déjà abonné|recevez notre|\
        recevez gratuitement|suscríbete a|suscríbete para|suscríbase a|contenido exclusivo para suscriptores|\
        ¿ya eres suscriptor|recibe nuestro|recibe nuestra|iscriviti alla|iscriviti al|iscriviti a|abbonati a|\
        sei già abbonato|articolo riservato agli abbonati|assine a newsletter|assine nossa|assine o|\
        inscreva-se em|inscreva-se na|subscreva a|receba nossa|receba as notícias|receba no seu|\
        conteúdo exclusivo para assinantes|já é assinante|schrijf je in voor|schrijf u in voor|meld je aan voor|\
        al abonnee|dit artikel is alleen voor abonnees|подпишитесь на|подписывайтесь на|\
        материал доступен только подписчикам|присоединяйтесь к нам|zapisz się na|zapisz się do|subskrybuj nasz|\
        artykuł dostępny tylko dla|masz już subskrypcję|bültenimize abone|haber bültenimize|e-bültenimize|\
        订阅我们|欢迎订阅|关注我们|扫码关注|扫描二维码|訂閱我們|加入會員|メールマガジン|メルマガ|ニュースレターに登録|無料会員登録|\
        この記事は有料会員限定|有料会員になると"),

    // Rights, cookies, archives, rules of the house.
    (Label, Notice, "all rights reserved|terms of service|terms of use|terms and conditions|terms & conditions|\
        terms|privacy|privacy policy|privacy notice|privacy statement|privacy settings|cookie policy|\
        cookie settings|cookie preferences|cookies|manage cookies|accept all|accept all cookies|accept cookies|\
        reject all|legal notice|legal|disclaimer|copyright|accessibility|accessibility statement|\
        do not sell my info|do not sell my personal information|do not sell or share my personal information|\
        your privacy choices|ethics policy|corrections|editorial guidelines|code of conduct|community guidelines|\
        advertise with us|advertise|advertising policy|permissions|licensing|imprint|agb|datenschutz|\
        datenschutzerklärung|nutzungsbedingungen|cookie-einstellungen|alle rechte vorbehalten|\
        mentions légales|politique de confidentialité|conditions générales|conditions d'utilisation|\
        conditions générales d'utilisation|cgu|cgv|gérer les cookies|données personnelles|tous droits réservés|\
        aviso legal|política de privacidad|política de cookies|términos y condiciones|condiciones de uso|\
        términos de uso|todos los derechos reservados|note legali|informativa sulla privacy|informativa privacy|\
        cookie policy|termini e condizioni|preferenze cookie|tutti i diritti riservati|riproduzione riservata|\
        política de privacidade|política de cookies|termos de uso|termos e condições|\
        todos os direitos reservados|privacybeleid|privacyverklaring|algemene voorwaarden|\
        gebruiksvoorwaarden|cookiebeleid|cookie-instellingen|alle rechten voorbehouden|colofon|\
        политика конфиденциальности|пользовательское соглашение|все права защищены|правила использования|\
        polityka prywatności|regulamin|wszelkie prawa zastrzeżone|polityka cookies|ustawienia prywatności|\
        gizlilik politikası|kullanım koşulları|çerez politikası|tüm hakları saklıdır|kvkk|隐私政策|使用条款|服务条款|\
        版权声明|免责声明|法律声明|版权所有|隱私權政策|使用條款|服務條款|版權所有|プライバシーポリシー|利用規約|個人情報保護方針|\
        特定商取引法に基づく表記|著作権|免責事項|無断転載を禁じます|無断転載禁止"),
    (Anywhere, Notice, "all rights reserved|rights reserved.|this material may not be published|\
        may not be reproduced|may not be republished|reproduction in whole or in part|\
        without prior written permission|alle rechte vorbehalten|\
        tous droits réservés|reproduction interdite|todos los derechos reservados|\
        prohibida su reproducción|prohibida la reproducción|tutti i diritti riservati|riproduzione riservata|\
        todos os direitos reservados|proibida a reprodução|alle rechten voorbehouden|все права защищены|\
        при использовании материалов ссылка|при использовании материалов сайта|при цитировании ссылка|перепечатка материалов|wszelkie prawa zastrzeżone|\
        kopiowanie zabronione|tüm hakları saklıdır|izinsiz kopyalanamaz|版权所有|未经授权不得|未经授权，不得|未经授权,不得|未经授权禁止|转载请注明|版權所有|\
        未經授權不得|未經授權，不得|不得轉載|無断転載|無断での転載|we use cookies|this website uses cookies|this site uses cookies|\
        our site uses cookies|our website uses cookies|consent to the use of cookies|consent to our use of cookies|\
        agree to our use of cookies|agree to our cookie|by continuing to use this site|\
        by using this site, you|by using our site you|our privacy policy|our terms of service|our terms of use|\
        diese website verwendet cookies|diese seite verwendet cookies|wir verwenden cookies|\
        verwendung von cookies zu|wir nutzen cookies|ce site utilise des cookies|nous utilisons des cookies|\
        l'utilisation de cookies|este sitio web utiliza cookies|este sitio utiliza cookies|utilizamos cookies|\
        usamos cookies|questo sito utilizza cookie|questo sito utilizza i cookie|questo sito usa i cookie|\
        utilizziamo i cookie|este site utiliza cookies|este site usa cookies|deze website maakt gebruik van cookies|\
        deze website gebruikt cookies|deze site gebruikt cookies|wij gebruiken cookies|we gebruiken cookies|\
        этот сайт использует|сайт использует файлы cookie|сайт использует cookie|мы используем cookie|мы используем файлы cookie|\
        ta strona używa|ta strona korzysta z plików cookie|strona używa plików cookie|używamy plików cookie|\
        bu site çerez|bu web sitesi çerez|sitemizde çerez|çerezleri kullan|本网站使用cookie|本网站使用 cookie|我们使用cookie|\
        我们使用 cookie|當サイトではクッキー|クッキーを使用してい|cookieを使用してい|cookie を使用してい|当サイトでは"),
    (Opening, Notice, "copyright ©|copyright (c)|(c) 20|(c) 19|the views expressed in this article are|\
        the opinions expressed in this article are|the views expressed here are|disclaimer:|\
        this transcript has been automatically|this is an archived article|this article is more than|\
        this story was automatically|this article has been archived|archived article|archive notice|\
        this article is part of|this page was last|you are viewing|you are reading|\
        the information in this article|this archived news story|in accordance with title 17|\
        this site is protected by recaptcha|this article was last|use of this site constitutes|\
        by continuing to browse|by clicking accept|by clicking \"accept|we and our partners|\
        we value your privacy|your privacy is important|dieser artikel ist älter als|© dpa|\
        mit material der|mit agenturmaterial|la reproducción total o parcial|queda prohibida|\
        мнение редакции может не совпадать|редакция не несет ответственности|免责声明|\
        本网声明|特别声明|声明:|本文仅代表|以上内容|版权声明|当サイトに掲載|本サイトの|掲載の記事"),
    (Paragraph, Notice, "these crawls are part of|donating their crawl data|crawl data to the internet archive|\
        the wayback machine after an embargo|crawls of supported|fix all broken links on the web|\
        please verify you're not a robot|an error has occurred. please try again|\
        view all new york times newsletters|is a registered trademark of|are registered trademarks of"),

    // Whose pictures, and whose words.
    (Label, Credit, "ap|afp|reuters|getty images|getty|associated press|the associated press|dpa|epa|upi|\
        shutterstock|istock|alamy|unsplash|pixabay|wikimedia commons|file photo|photo gallery|photos by|\
        photo by|stock photo|symbolbild|archivbild|foto de archivo|foto d'archivio|photo d'archives|\
        photo d'illustration|foto de arquivo|archieffoto|фото из архива|资料图|資料圖|資料写真|ansa|efe|lusa|\
        анп|тасс|риа новости|интерфакс|xinhua|新华社|時事通信|共同通信"),
    (Chip, Credit, "image copyright"),
    (Source, Credit, "photo:|photographer:|photos:|photo by|photos by|photograph:|photography:|photograph by|photo credit:|\
        photo credits:|photo courtesy|photo via|picture:|pictures:|picture by|image:|image credit:|images:|\
        image source:|image via|image courtesy|credit:|credits:|courtesy:|photo illustration:|\
        file photo:|foto:|fotos:|bild:|bilder:|bildquelle:|quelle:|symbolbild:|symbolfoto:|archivbild:|\
        archivfoto:|grafik:|photo :|photos :|crédit photo :|crédit photo:|crédits photo :|crédit :|crédits :|crédit:|\
        illustration :|foto de|fotografía:|crédito:|fuente:|imagen:|imagen de|créditos:|fonte foto:|\
        immagine:|crediti:|foto di|fotografia:|imagem:|divulgação|foto/reprodução|reprodução/|foto -|beeld:|\
        фото:|фотография:|источник фото:|иллюстрация:|fot.|fot:|zdjęcie:|źródło:|fotoğraf:|kaynak:|\
        görsel:|图片来源:|图源:|图片:|摄影:|攝影:|图/|圖/|圖片來源:|資料圖:|資料圖片|来源:|來源:|写真:|写真=|写真提供:|\
        提供:|撮影:|画像:|出典:"),
    (Opening, Credit, "reporting by|additional reporting by|editing by|writing by|compiled by|edited by|\
        photography by|photographs by|photo courtesy of|photographed by|\
        originally published|originally posted|originally appeared|original article on|first published on|\
        first published in|first published:|first published at|reprinted with permission|republished with permission|\
        this article originally|this story originally|this post originally|this piece originally|\
        this article first appeared|this story first appeared|this post first appeared|this piece first appeared|\
        the post appeared first on|this article was originally|this story was originally|this post was originally|\
        this piece was originally|this article was first published|this story was first published|\
        a version of this article|a version of this story|information from:|information from the associated press|\
        source:|via:|h/t|hat tip:|with inputs from|with agency inputs|(with inputs|(with agency|\
        with files from|material from the associated press|\
        dieser artikel erschien|dieser text erschien|dieser beitrag erschien|dieser artikel ist zuerst|\
        dieser text ist zuerst|zuerst erschienen|quelle:|redaktion:|mit informationen von|\
        cet article est paru|cet article a été publié|cet article a été initialement|publié initialement|\
        initialement publié|avec afp|(avec afp|source :|source:|este artículo fue publicado|este artículo se publicó|\
        esta nota fue publicada|publicado originalmente|artículo publicado originalmente|con información de|\
        fuente:|questo articolo è stato pubblicato|questo articolo è apparso|pubblicato originariamente|fonte:|\
        este artigo foi publicado|este texto foi publicado|texto publicado originalmente|originalmente publicado|\
        com informações d|(com informações|com agências|dit artikel verscheen|dit artikel is eerder|\
        dit artikel werd eerder|oorspronkelijk gepubliceerd|bron:|статья впервые|впервые опубликовано|\
        оригинал статьи|оригинал материала|источник:|по материалам|автор фото|artykuł ukazał się|\
        artykuł pierwotnie|tekst ukazał się|pierwotnie opublikowan|źródło:|bu makale ilk olarak|bu yazı ilk|\
        bu haber ilk|ilk olarak yayımlan|kaynak:|本文转自|本文原载|本文转载|原文刊|原文链接|原标题:|文章来源|来源:|來源:|\
        编辑:|作者:|記者/|文/|初出:|出典:|この記事は、|本記事は|転載元"),
    (Anywhere, Credit, "contributed to this report|contributed to this story|contributed to this article|\
        contributed reporting|reporting was contributed by|appeared first on"),
    (Header, Credit, "cast & credits|photo credits|image credits"),
    (Opening, Markup, "webvtt|[caption|[gallery|[embed|[/caption|<!--|&nbsp;|function(|var googletag|googletag.|\
        window.dataLayer|adsbygoogle|{{|[youtube|[video"),
    (Opening, Other, "page 1 of|page 2 of|seite 1 von|page 1 sur|página 1 de|pagina 1 di|страница 1 из|\
        first posted:|first published|posted by|posted on|posted at|published on|published by|updated on|updated at|\
        last updated|last modified|date posted|date published|date created|story created|\
        estimated reading time|reading time:|lesezeit:|lesedauer:|temps de lecture|\
        tiempo de lectura|tempo di lettura|tempo de leitura|leestijd:|leestijd|время чтения|\
        czas czytania|okuma süresi|阅读时间|发布时间|發布時間|更新时间|更新時間|公開日|更新日|配信日時|最終更新"),
];

/// Calls: how they begin, and one word that they must hold besides. News says that people
/// "signed up" for things, but hardly ever tells its reader to.
pub(super) const CALLS: &[(BoilerplateKind, &str, &str)] = &[
    (
        Subscription,
        "sign up|subscribe|get our|get the|get more|join our|register|never miss|stay informed|\
         stay up to date|receive our|click here to sign up|start your day",
        "newsletter|inbox|mailing list|email alert|e-mail alert|push notification|\
         unlimited digital access|free trial|breaking news alert|our podcast|our channel|\
         our youtube|daily email|email updates",
    ),
    (
        Subscription,
        "melden sie sich|melde dich|abonnieren sie|abonniere|jetzt abonnieren|jetzt anmelden|\
         erhalten sie|bestellen sie|sie wollen keine|hier anmelden",
        "newsletter|postfach|push-nachricht|whatsapp-kanal|e-mail",
    ),
    (
        Subscription,
        "inscrivez-vous|abonnez-vous|recevez|je m'abonne|je m'inscris|rejoignez",
        "newsletter|infolettre|lettre d'info|boîte mail|par mail|chaîne whatsapp|alertes",
    ),
    (
        Subscription,
        "suscríbete|suscríbase|recibe|reciba|apúntate|regístrate|únete",
        "newsletter|boletín|boletines|correo|canal de whatsapp|alertas",
    ),
    (
        Subscription,
        "iscriviti|iscrivetevi|abbonati|ricevi|registrati",
        "newsletter|casella di posta|canale whatsapp|canale telegram|via mail",
    ),
    (
        Subscription,
        "assine|inscreva-se|receba|subscreva|cadastre-se|clique aqui para receber",
        "newsletter|boletim|boletins|e-mail|email|canal do whatsapp|canal no whatsapp",
    ),
    (
        Subscription,
        "schrijf je in|schrijf u in|meld je aan|meld u aan|abonneer|ontvang|mis niets",
        "nieuwsbrief|inbox|mailbox|pushbericht",
    ),
    (
        Subscription,
        "подпишитесь|подписывайтесь|получайте|присоединяйтесь|читайте нас",
        "рассылк|телеграм|telegram|наш канал|на канал|вконтакте|дзен|соцсет|viber|whatsapp|\
         наши новости|push-уведомлен",
    ),
    (
        Subscription,
        "zapisz się|zapisz sie|subskrybuj|otrzymuj|dołącz do|zaprenumeruj",
        "newsletter|skrzynk|biuletyn|kanał|facebook",
    ),
    (
        Subscription,
        "abone ol|bültenimize|e-bülten|kaydol|ücretsiz abone",
        "bülten|abone|e-posta",
    ),
    (
        Widget,
        "follow|like us|find us|join us|connect with|join the conversation|share this|tweet this",
        "on twitter|on facebook|on instagram|on x|on linkedin|on telegram|on youtube|on google|\
         on tiktok|on whatsapp|on threads|on bluesky|on pinterest|on twitterand",
    ),
    (
        Widget,
        "folgen sie|folge uns|folgt uns|besuchen sie uns|teilen sie",
        "facebook|twitter|instagram|whatsapp|telegram|tiktok|auf x|google news|linkedin",
    ),
    (
        Widget,
        "suivez|suivez-nous|rejoignez-nous|retrouvez-nous|partagez",
        "facebook|twitter|instagram|whatsapp|telegram|tiktok|sur x|google actu|linkedin",
    ),
    (
        Widget,
        "síguenos|síganos|sigue a|siga a|siga-nos|siga o|siga a|acompanhe|curta|comparte en|\
         compartilhe",
        "facebook|twitter|instagram|whatsapp|telegram|tiktok|en x|no x|google news|linkedin",
    ),
    (
        Widget,
        "seguici|segui|seguiteci|condividi|volg ons|deel dit|obserwuj|śledź nas|polub nas|\
         udostępnij|bizi|takip edin|поделиться|следите за",
        "facebook|twitter|instagram|whatsapp|telegram|tiktok|su x|op x|na x|google news|linkedin|\
         вконтакте|одноклассник",
    ),
];

/// Names of months and their short forms, without marks.
pub(super) const MONTHS: &str = "january february march april may june july august september \
    october november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar \
    marz maerz mai juni juli oktober dezember dez okt janvier fevrier mars avril juin juillet \
    aout septembre octobre novembre decembre janv fevr juil enero febrero marzo abril mayo junio \
    julio agosto septiembre octubre noviembre diciembre ene ago dic gennaio febbraio aprile maggio \
    giugno luglio settembre ottobre novembre dicembre gen mag giu lug set ott janeiro fevereiro \
    marco maio junho julho setembro outubro novembro dezembro januari februari maart mei juni juli \
    augustus mrt января февраля марта апреля мая июня июля августа сентября октября ноября декабря \
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada \
    grudnia ocak subat nisan haziran temmuz agustos eylul ekim kasim aralik";

/// What else a line may hold that gives a date, besides figures.
pub(super) const DATE_WORDS: &str = "monday tuesday wednesday thursday friday saturday sunday mon \
    tue tues wed thu thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag \
    sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles \
    jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica segunda \
    terca quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag \
    понедельник вторник среда четверг пятница суббота воскресенье poniedzialek wtorek sroda \
    czwartek piatek sobota niedziela pazartesi sali carsamba persembe cuma cumartesi pazar am pm a \
    p m h at on the of and de del et le la il o at um uhr den der om in em as a las alle ore klo \
    st nd rd th gmt utc est edt et cst cdt mst mdt pst pdt pt bst ist cet cest mez mesz msk hrs \
    first last posted published updated update created modified date time date: stand \
    aktualisiert veroffentlicht erstellt zuletzt vom publie mis jour maj publicado actualizado \
    atualizado pubblicato aggiornato ultimo gepubliceerd bijgewerkt laatste update опубликовано \
    обновлено г года opublikowano aktualizacja zaktualizowano yayinlanma guncelleme guncellendi \
    tarihi tarih";
