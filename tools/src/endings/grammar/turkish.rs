//! Turkish: endings by the harmony of vowels, eight ways each.

use super::Grammar;

pub(super) const ALL: &[Grammar] = &[Grammar {
    code: "tr",
    // `A` stands for a and e, `I` for ı, i, u and ü, `D` for d and t, `C` for c and ç:
    // each row is eight.
    paradigms: &[
        "V DI DIm DIk DIlAr Iyor Iyordu Iyorlar AcAk AcAktI AcAklAr mIş mIştI mIştIr mAlI mAlIdIr Ip \
         IncA ArAk mAktA mAktAdIr sA sAydI mAdI mIyor mAyAcAk mAz mAdAn Ar Ir dI A An AnlAr DIğI DIğInI \
         DIğIndA DIğInA AcAğI AcAğInI DIktAn DIklArI DIklArInI AcAklArI AcAklArInI Iyordum Abilir Abiliyor Abilecek Abilen Abildi mAsInI N mAk mA mAsI mAlArI mAsIndA mAsInA mAsInIn",
        "V DI DIm DIk DIlAr yor yordu yorlar yAcAk yAcAktI yAcAklAr mIş mIştI mIştIr mAlI yIp yIncA \
         yArAk mAktA mAktAdIr sA mAdI mIyor mAyAcAk mAz mAdAn r yAn yAnlAr DIğI DIğInI DIğIndA \
         yAcAğI yAcAğInI DIktAn DIklArI DIklArInI yAcAklArI yAcAklArInI yordum yAbilir yAbiliyor yAbilecek yAbilen N mAk mA mAsI mAlArI mAsInA mAsInIn",
        "V IldI IlIyor IlAcAk IlmIş IlmIştI IlmAlI IlArAk IlAn IlAnlAr IldIğI IldIğInI IlmAktA \
         IlIr N IlmAsI IlmAk IlmA",
        "V lAndI lAnIyor lAnAcAk lAnmIş lAnArAk lAnAn lAndIğI lAndIğInI N lAnmAsI lAnmAk lAnmA",
        "V ndI nIyor nAcAk nmIş nArAk nAn ndIğI ndIğInI N nmAsI nmAk nmA",
        "V ttI tIyor tAcAk tmIş tArAk tAn ttIğI ttIğInI N tmAsI tmAk tmA",
        "N - lAr I DA DAn A In lArI lArIn lArA lArdA lArdAn Im ImIz InIn InI IndA IndAn InA IylA lArInIn \
         lArInI lArIndA",
        "N - lAr yI DA DAn yA nIn lArI lArIn lArA sI sInIn sInI sIndA sIndAn sInA yIlA lArInIn",
        "N k ğI ğA ğIn klAr kDA kDAn klArI klArIn ğInIn ğInI ğIndA",
        "N ç cI cA cIn çlAr çtA çtAn çlArI",
        "N lIk lIğI lIğIn lIklAr lIğInI lIğInA lIklArI",
        "N CI CIlAr CIsI CIlArI CIlArIn",
        "A lI lIlAr R CA",
        "A sIz sIzlAr sIzlIk R CA",
        "A sAl",
        "A IncI",
    ],
    words: &[
        (
            'V',
            "dedi söyledi belirtti açıkladı etti oldu olacak olmuş olan olarak olduğu olduğunu olması \
             olmak olur olsun ediyor edecek eden ederek ettiği ettiğini etmek edildi edilen edilecek \
             yaptı yapıyor yapacak yapan yapılan yapıldı yapılacak yapmak aldı alıyor alacak alan alındı \
             verdi veriyor verecek veren verildi geldi geliyor gelecek gelen gitti gidiyor gidecek giden \
             kaldı kalıyor kalacak kalan çıktı çıkıyor çıkan girdi giren gördü görüyor görülen başladı \
             başlıyor başlayacak başlayan devam istiyor istedi isteyen bekliyor bekleyen bekleniyor var \
             yok değil gerek gerekiyor tamamlandı tamamlandığını katıldı katılan düzenlendi düzenlenen \
             düştü yükseldi arttı azaldı kazandı kaybetti öldü yaşıyor çalışıyor çalışan sağladı \
             sağlıyor gösterdi gösteriyor bulundu bulunan bulunuyor vermiyor bilmiyor biliyor",
        ),
        (
            'R',
            "bugün dün yarın şimdi artık hâlâ hala hep daima asla sık sıkça nadiren yakında sonra önce \
             ilk henüz zaten de da yalnızca sadece neredeyse yaklaşık çok daha az en oldukça pek burada \
             orada her yerde birlikte beraber ancak fakat ama bu nedenle ayrıca belki muhtemelen \
             özellikle tam bile en azından tekrar yeniden yine birden yavaş hızla hızlı nihayet sonunda \
             aslında geri ileri içeri dışarı yukarı aşağı böylece öyle böyle şöyle iyice kesinlikle \
             genellikle genelde çoğunlukla giderek bazen ardından üzere doğru kadar",
        ),
        (
            'N',
            "adı tadı kadı kedi dudu ordu yurdu derdi kendi şehir kent yıl yıllar ay gün saat dakika ülke \
             dünya insan insanlar kadın erkek çocuk çocuklar okul ev iş yol su hava deprem tatbikat \
             bina belediye başkan başkanı bakan bakanlık hükümet devlet parti seçim yasa para fiyat \
             ekonomi sağlık hastane eğitim öğrenci öğretmen haber kitap dil ses yüz el göz baş yer yeri \
             yapay zekâ zeka ağ ağı ağlar ağları veri veriler model yöntem sonuç çalışma çalışmada \
             araştırma inceleme uygulama uygulamalar açıklama toplantı kutu kapı yapı sayı sayısı \
             karşı ordu orman zaman ekim kasım iklim değişim eğilim bölüm ölüm durum kurum yönetim \
             üretim tüketim iletişim gelişim yatırım yazılım katılım satış giriş çıkış kayıp bilgi \
             bilgisi vergi ilgi sevgi dergi belge bölge bölgesi",
        ),
        (
            'A',
            "yeni eski büyük küçük iyi kötü uzun kısa genç yaşlı güzel önemli farklı son ilk ikinci \
             üçüncü yapay derin ulusal yerel kamu özel genel resmi",
        ),
    ],
    function: "ve veya ya yahut ile için gibi kadar göre rağmen karşı doğru beri dolayı \
                   ötürü üzere hakkında arasında boyunca tarafından bazı birkaç birçok bütün \
                   tüm her hiç hiçbir kimse herkes biri bir bu şu o bunlar onlar onun bunun \
                   kendi kendisi ki çünkü eğer ise iken hayır falan dair iki üç dört beş \
                   altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan \
                   yüz bin benimle seninle onunla bizimle sizinle bana sana bize size onlara \
                   beni seni onu bizi sizi onları",
}];
