//! Which candidates are forms of one name, and which are cut out of one.
//!
//! A reader of news meets "Defense Secretary Pete Hegseth" once, then "Hegseth",
//! "Secretary Hegseth", "Pete": one person, who is to be one keyword under the fullest form
//! without titles. Organisations and places are shortened the same way ("Contact Group"),
//! or to an acronym that stands in brackets behind the long form.
//!
//! Only capitals, order and counts tell it, and a list of titles by language: there is no
//! dictionary of names. Where two persons share a name, the short form is taken for the
//! one who is named more often.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Budget, Interrupted};
use crate::stem::Analyzer;
use crate::text::{Document, Field};

use super::candidate::{Candidate, Candidates};
use super::numbers::next_number;
use super::reading::{Case, Kind, Part, Reading, WORDS_PER_CHECK, Word};
use super::role::{Role, Roles};
use super::stem_traits::StemTraits;
use super::word_list::WordList;

/// What the candidates of a document have to do with names.
#[derive(Debug)]
pub(super) struct Names {
    /// Of the candidates that do not stand for themselves.
    forms: BTreeMap<usize, Form>,
    /// Which candidates are written with a capital more often than not.
    are_names: Vec<bool>,
}

/// What a candidate has to do with a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// Stands for itself.
    #[default]
    Own,
    /// A shorter form of the candidate with this index.
    Of(usize),
    /// A part of a longer name wherever it stands with a capital, or a name with its
    /// titles.
    Cut,
}

/// What is counted of the mentions of the candidates that are ever written with capitals:
/// few, in most languages.
#[derive(Debug)]
struct Counted {
    /// Where in `counts` each candidate is; [`NONE`] for the others.
    indices: Vec<u32>,
    counts: Vec<Counts>,
}

const NONE: u32 = u32::MAX;

impl Counted {
    fn of(&self, candidate: usize) -> Counts {
        let index = self.indices.get(candidate);
        let counts = index.and_then(|index| self.counts.get(*index as usize));
        counts.copied().unwrap_or_default()
    }

    fn of_mut(&mut self, candidate: usize) -> Option<&mut Counts> {
        self.counts.get_mut(*self.indices.get(candidate)? as usize)
    }

    /// The candidates that are counted.
    fn candidates(&self) -> impl Iterator<Item = usize> {
        let indices = self.indices.iter().enumerate();
        indices.filter_map(|(candidate, index)| (*index != NONE).then_some(candidate))
    }
}

/// What is counted of a candidate's mentions.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    /// All words of content with a capital.
    n_capital: u32,
    /// The same where capitals tell something.
    n_told: u32,
    /// In capitals throughout.
    n_acronym: u32,
    /// With a capital right before or behind, so that a name goes on.
    n_cut: u32,
    /// Right behind a title.
    n_titled: u32,
    /// Number of the word that the third mention begins with, or the last of fewer.
    third: u32,
    n: u32,
}

/// What names are told by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    pub(super) document: &'a Document,
    pub(super) reading: &'a Reading,
    pub(super) roles: &'a Roles,
    pub(super) candidates: &'a Candidates,
}

impl Names {
    /// The names among the candidates.
    pub(super) fn find(question: &Question, budget: &Budget) -> Result<Self, Interrupted> {
        let finder = Finder {
            question: *question,
            counted: count(question, budget)?,
        };
        let mut forms = finder.forms(budget)?;
        finder.tie_acronyms(&mut forms, budget)?;
        let candidates = 0..question.candidates.as_slice().len();
        let are_names = candidates.map(|i| finder.is_name(i)).collect();
        Ok(Self { forms, are_names })
    }

    /// Whether the candidate number `candidate` is a name more often than not.
    pub(super) fn is_name(&self, candidate: usize) -> bool {
        self.are_names.get(candidate).copied().unwrap_or_default()
    }

    /// What the candidate number `candidate` has to do with a name. Never a form of a
    /// form.
    pub(super) fn form(&self, candidate: usize) -> Form {
        match self.forms.get(&candidate).copied().unwrap_or_default() {
            Form::Of(full) => match self.forms.get(&full) {
                Some(Form::Of(fuller)) => Form::Of(*fuller),
                Some(Form::Own | Form::Cut) | None => Form::Of(full),
            },
            form @ (Form::Own | Form::Cut) => form,
        }
    }

    /// The candidates that are shorter forms, and the full ones.
    pub(super) fn shorter_forms(&self) -> impl Iterator<Item = (usize, usize)> {
        let candidates = self.forms.keys();
        candidates.filter_map(|candidate| match self.form(*candidate) {
            Form::Of(full) => Some((*candidate, full)),
            Form::Own | Form::Cut => None,
        })
    }
}

/// The stems of titles and offices in `analyzer`'s language; `None` where there is no list.
pub(super) fn title_stems(analyzer: &Analyzer) -> Option<&'static FxHashSet<String>> {
    TITLES.stems(analyzer.language)
}

/// The stems of what makes another place of a place in `analyzer`'s language; `None` where
/// there is no list.
pub(super) fn region_stems(analyzer: &Analyzer) -> Option<&'static FxHashSet<String>> {
    REGIONS.stems(analyzer.language)
}

/// The candidates that are written with capitals somewhere, not counted yet.
fn written_with_capitals(question: &Question, budget: &Budget) -> Result<Counted, Interrupted> {
    let Question {
        reading,
        candidates,
        ..
    } = *question;
    let mut indices = vec![NONE; candidates.as_slice().len()];
    let mut n = 0;
    candidates.for_each_mention(budget, |candidate, range| {
        if let Some(index @ &mut NONE) = indices.get_mut(candidate)
            && has_capitals(reading, &range)
        {
            *index = n;
            n += 1;
        }
    })?;
    Ok(Counted {
        indices,
        counts: vec![Counts::default(); n as usize],
    })
}

/// Whether all words of content in `range` have a capital.
fn has_capitals(reading: &Reading, range: &Range<usize>) -> bool {
    let words = reading.words.get(range.clone()).unwrap_or_default();
    words.iter().all(|word| word.capital || !word.content)
}

fn count(question: &Question, budget: &Budget) -> Result<Counted, Interrupted> {
    let Question {
        reading,
        roles,
        candidates,
        ..
    } = *question;
    let mut counted = written_with_capitals(question, budget)?;
    candidates.for_each_mention(budget, |candidate, range| {
        let Some(counts) = counted.of_mut(candidate) else {
            return;
        };
        counts.n += 1;
        if counts.n <= EARLY_MENTIONS {
            counts.third = next_number(range.start);
        }
        if !has_capitals(reading, &range) {
            return;
        }
        counts.n_capital += 1;
        let parts = reading.parts_of(&range);
        counts.n_told += u32::from(parts.iter().any(|part| part.case != Case::Plain));
        counts.n_acronym += u32::from(parts.iter().all(|part| part.case == Case::Acronym));
        let is_told = |word: usize| {
            let part = reading.parts_of(&(word..word + 1)).first();
            part.is_some_and(|part| part.case != Case::Plain)
        };
        let is_title_at = |word: usize| {
            let parts = reading.parts_of(&(word..word + 1));
            parts
                .iter()
                .any(|part| reading.stems.traits_of(part.stem).title)
        };
        let joined = |word: usize| reading.words.get(word).is_some_and(|word| word.joined);
        let before = range.start.checked_sub(1).filter(|_| joined(range.start));
        let is_capital = |word: usize| reading.words.get(word).is_some_and(|word| word.capital);
        counts.n_titled += u32::from(before.is_some_and(is_title_at));
        let cut_before = before.is_some_and(|word| {
            let joins_name = match roles.get(word) {
                Role::Noun => is_capital(word) && !is_title_at(word),
                Role::Particle => true,
                // "Côte d'Ivoire"; and "Secretary of Defense", which is a title.
                Role::Connector => word.checked_sub(1).is_some_and(is_capital),
                Role::Adjective | Role::Verb | Role::Figure | Role::Amount | Role::Border => false,
            };
            joins_name && is_told(range.start)
        });
        let behind = range.end;
        let cut_behind = joined(behind)
            && match roles.get(behind) {
                Role::Noun => is_capital(behind) && is_told(behind),
                Role::Connector => joined(behind + 1) && is_told(behind + 1),
                Role::Particle
                | Role::Adjective
                | Role::Verb
                | Role::Figure
                | Role::Amount
                | Role::Border => false,
            };
        counts.n_cut += u32::from(cut_before || cut_behind);
    })?;
    Ok(counted)
}

/// News gives the full name of a person at one of the first mentions.
const EARLY_MENTIONS: u32 = 3;

struct Finder<'a> {
    question: Question<'a>,
    counted: Counted,
}

impl Finder<'_> {
    /// The forms of the candidates that do not stand for themselves, acronyms aside.
    fn forms(&self, budget: &Budget) -> Result<BTreeMap<usize, Form>, Interrupted> {
        let mut fullest = Fullest::default();
        for (i, candidate) in self.counted.candidates().enumerate() {
            if i % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            if self.is_full(candidate) {
                self.enter(candidate, &mut fullest);
            }
        }
        let mut forms = BTreeMap::new();
        for (i, candidate) in self.counted.candidates().enumerate() {
            if i % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            match self.form(candidate, &fullest) {
                Form::Own => {}
                form @ (Form::Of(_) | Form::Cut) => {
                    forms.insert(candidate, form);
                }
            }
        }
        Ok(forms)
    }

    fn parts(&self, candidate: usize) -> &[Part] {
        let candidates = self.question.candidates.as_slice();
        candidates.get(candidate).map_or(&[], |candidate| {
            self.question.reading.parts_of(&candidate.words())
        })
    }

    fn words(&self, candidate: usize) -> &[Word] {
        let candidates = self.question.candidates.as_slice();
        let words = candidates
            .get(candidate)
            .and_then(|candidate| self.question.reading.words.get(candidate.words()));
        words.unwrap_or_default()
    }

    fn traits_of(&self, part: &Part) -> StemTraits {
        self.question.reading.stems.traits_of(part.stem)
    }

    fn n_mentions(&self, candidate: usize) -> usize {
        let candidates = self.question.candidates.as_slice();
        candidates.get(candidate).map_or(0, Candidate::n_mentions)
    }

    /// Whether the candidate is a name more often than not, and not always a part of a
    /// longer one.
    fn is_name(&self, candidate: usize) -> bool {
        let counts = self.counted.of(candidate);
        counts.n_told > 0
            && counts.n_cut < counts.n_capital
            && counts.n_capital as usize * 2 >= self.n_mentions(candidate)
    }

    /// Whether the candidate is a name of several words without titles, and not always a
    /// part of a longer one.
    fn is_full(&self, candidate: usize) -> bool {
        let words = self.words(candidate);
        let counts = self.counted.of(candidate);
        words.len() > 1
            && self.is_name(candidate)
            && (counts.n_cut as usize) < self.n_mentions(candidate)
            && counts.n_acronym == 0
            && !self
                .parts(candidate)
                .iter()
                .any(|part| self.traits_of(part).title)
            && words.last().is_some_and(|word| word.content)
    }

    /// Enters a full name under what shortens it: its ends, and its first word.
    fn enter(&self, candidate: usize, fullest: &mut Fullest) {
        let (words, parts) = (self.words(candidate), self.parts(candidate));
        let first_part = words.first().map_or(0, |word| word.parts().start);
        let offer = |map: &mut FxHashMap<Vec<u32>, (usize, usize)>, stems: Vec<u32>| {
            let offered = (candidate, self.n_mentions(candidate));
            map.entry(stems)
                .and_modify(|known| {
                    if known.1 < offered.1 {
                        *known = offered;
                    }
                })
                .or_insert(offered);
        };
        let is_region = parts
            .first()
            .is_some_and(|part| self.traits_of(part).region);
        let range = self.question.candidates.as_slice().get(candidate);
        let start = range.map_or(0, |candidate| candidate.words().start);
        for (i, word) in words.iter().enumerate().skip(1) {
            // "England" is no short form of "Bank of England"; "von der Leyen" is one.
            let role = self.question.roles.get(start + i);
            let before = self.question.roles.get(start + i - 1);
            let is_cut = before == Role::Connector || before == Role::Particle;
            let begins = role == Role::Noun || role == Role::Particle;
            if is_region || is_cut || !begins {
                continue;
            }
            let at = word.parts().start.saturating_sub(first_part);
            let end = parts.get(at..).unwrap_or_default();
            offer(&mut fullest.by_end, stems(end));
        }
        if words.len() == 2 && !is_region {
            let n_first = words.first().map_or(0, |word| word.parts().len());
            let head = parts.get(..n_first).unwrap_or_default();
            offer(&mut fullest.by_first, stems(head));
        }
    }

    fn form(&self, candidate: usize, fullest: &Fullest) -> Form {
        if !self.is_name(candidate) {
            return self.cut_or_own(candidate);
        }
        let parts = self.parts(candidate);
        let counts = self.counted.of(candidate);
        let is_title = |part: &Part| self.traits_of(part).title;
        if let Some(last) = parts.iter().rposition(is_title) {
            let rest = parts.get(last + 1..).unwrap_or_default();
            // "President of Russia" is more than Russia with a title.
            let names_place = rest.first().is_some_and(|part| part.kind == Kind::Function);
            let stands_before_name = counts.n_cut > 0 && rest.is_empty();
            return if names_place || rest.is_empty() && !stands_before_name {
                self.cut_or_own(candidate)
            } else {
                Form::Cut
            };
        }
        if counts.n_acronym > 0 {
            return self.cut_or_own(candidate);
        }
        let stems = stems(parts);
        if let Some((full, n_full)) = fullest.by_end.get(&stems)
            && *full != candidate
            && (self.is_early(*full, candidate)
                || self.is_titled(*full)
                || self.n_mentions(candidate) <= 2 * n_full)
        {
            return Form::Of(*full);
        }
        // A first name alone is rarer than the full name, and a country is not.
        if let Some((full, n_full)) = fullest.by_first.get(&stems)
            && self.n_mentions(candidate) <= 2 * n_full
            && self.is_person(*full, fullest)
        {
            return Form::Of(*full);
        }
        self.cut_or_own(candidate)
    }

    /// Whether the full name stands at one of the first mentions of its `short` form.
    fn is_early(&self, full: usize, short: usize) -> bool {
        let counts = self.counted.of(short);
        let full = self.question.candidates.as_slice().get(full);
        full.is_some_and(|full| full.words().start <= counts.third as usize)
    }

    /// Whether the name stands behind a title somewhere: it is a person's.
    fn is_titled(&self, full: usize) -> bool {
        self.counted.of(full).n_titled > 0
    }

    fn cut_or_own(&self, candidate: usize) -> Form {
        let counts = self.counted.of(candidate);
        // "Defense" of "Defense Secretary", though once there is "defense spending".
        let is_cut = counts.n_cut > 0
            && counts.n_cut == counts.n_capital
            && counts.n_cut as usize * 2 >= self.n_mentions(candidate);
        if is_cut { Form::Cut } else { Form::Own }
    }

    /// Whether the last word of a full name stands for it somewhere.
    fn is_person(&self, full: usize, fullest: &Fullest) -> bool {
        let Question {
            reading,
            candidates,
            ..
        } = self.question;
        let words = candidates.as_slice().get(full).map(Candidate::words);
        let Range { end, .. } = words.unwrap_or_default();
        let last = end.saturating_sub(1)..end;
        let surname = candidates.find(reading, &last);
        let stands_alone =
            surname.is_some_and(|surname| self.n_mentions(surname) > self.n_mentions(full));
        let fullest = fullest.by_end.get(&stems(reading.parts_of(&last)));
        stands_alone && fullest.is_some_and(|(each, _)| *each == full)
    }

    /// Ties acronyms in brackets to the words before them, "North Atlantic Treaty
    /// Organization (NATO)", under the form that is written more often.
    fn tie_acronyms(
        &self,
        forms: &mut BTreeMap<usize, Form>,
        budget: &Budget,
    ) -> Result<(), Interrupted> {
        let reading = self.question.reading;
        for (i, word) in reading.words.iter().enumerate() {
            if i % WORDS_PER_CHECK == 0 {
                budget.check()?;
            }
            let Some((short, long)) = self.acronym(i, word) else {
                continue;
            };
            let long_is_common = self.n_mentions(long) >= self.n_mentions(short);
            let (from, to) = if long_is_common {
                (short, long)
            } else {
                (long, short)
            };
            forms.insert(from, Form::Of(to));
            forms.remove(&to);
        }
        Ok(())
    }

    /// The acronym that the word number `i` is, and the long form before it.
    fn acronym(&self, i: usize, word: &Word) -> Option<(usize, usize)> {
        let reading = self.question.reading;
        let parts = reading.parts_of(&(i..i + 1));
        let is_acronym = parts.first().is_some_and(|part| part.case == Case::Acronym);
        let place = word.place();
        let text = self.question.document.field(place.field);
        let before = text.get(..place.span.start)?;
        let behind = text.get(place.span.end..)?;
        if !is_acronym || !before.ends_with(" (") || !behind.starts_with(')') {
            return None;
        }
        let mut letters = place
            .span
            .slice(text)?
            .chars()
            .filter(|c| c.is_alphabetic());
        let mut start = i;
        while let Some(letter) = letters.next_back() {
            start = self.word_with_initial(start, letter)?;
        }
        let candidates = self.question.candidates;
        let short = candidates.find(reading, &(i..i + 1))?;
        let long = candidates.find(reading, &(start..i))?;
        Some((short, long))
    }

    /// The last word before number `end` that begins with `letter`, small words between
    /// aside.
    fn word_with_initial(&self, end: usize, letter: char) -> Option<usize> {
        let reading = self.question.reading;
        for number in (0..end).rev().take(3) {
            let word = reading.words.get(number)?;
            let place = word.place();
            if place.field == Field::Title && end > number + 1 {
                return None;
            }
            let written = place
                .span
                .slice(self.question.document.field(place.field))?;
            let begins = written.chars().next()?;
            if begins.to_lowercase().eq(letter.to_lowercase()) {
                return Some(number);
            }
            let parts = reading.parts_of(&(number..number + 1));
            if parts.iter().any(|part| part.kind == Kind::Content) {
                return None;
            }
        }
        None
    }
}

/// Full names by what shortens them, with their mentions.
#[derive(Debug, Default)]
struct Fullest {
    by_end: FxHashMap<Vec<u32>, (usize, usize)>,
    by_first: FxHashMap<Vec<u32>, (usize, usize)>,
}

fn stems(parts: &[Part]) -> Vec<u32> {
    parts.iter().map(|part| part.stem).collect()
}

/// Titles and offices that stand before names.
static TITLES: WordList = WordList::new(&[
    (
        "en",
        "president vice prime minister secretary general chancellor king queen prince princess \
         pope bishop archbishop cardinal father sister brother sir lord lady dame mr mrs ms miss \
         dr doctor prof professor rev reverend judge justice senator sen representative rep \
         congressman congresswoman governor gov mayor ambassador attorney officer chief captain \
         capt colonel col major maj lieutenant lt sergeant sgt corporal admiral gen commander \
         director chairman chairwoman chair speaker spokesman spokeswoman coach manager \
         commissioner premier sheriff detective inspector agent coroner deputy councillor md phd",
    ),
    (
        "fr",
        "président présidente vice premier ministre secrétaire général chancelier chancelière roi \
         reine prince princesse pape évêque archevêque cardinal père monsieur madame mademoiselle \
         mme mlle mm docteur dr professeur pr juge sénateur sénatrice député députée gouverneur \
         maire ambassadeur capitaine colonel commandant lieutenant amiral directeur directrice \
         maître me",
    ),
    (
        "es",
        "presidente presidenta vicepresidente ministro ministra secretario secretaria general \
         canciller rey reina príncipe princesa papa obispo arzobispo cardenal padre señor señora \
         sr sra don doña dr dra doctor doctora profesor profesora juez jueza senador senadora \
         diputado diputada gobernador gobernadora alcalde alcaldesa embajador capitán coronel \
         comandante teniente almirante director directora",
    ),
    (
        "pt",
        "presidente vice ministro ministra secretário secretária geral chanceler rei rainha \
         príncipe princesa papa bispo arcebispo cardeal padre senhor senhora sr sra dom dona dr \
         dra doutor doutora professor professora juiz juíza senador senadora deputado deputada \
         governador governadora prefeito prefeita embaixador capitão coronel comandante tenente \
         almirante diretor director",
    ),
    (
        "it",
        "presidente vicepresidente ministro ministra segretario segretaria generale cancelliere \
         re regina principe principessa papa vescovo arcivescovo cardinale padre signor signora \
         sig dottor dottoressa dott professor professore professoressa prof giudice senatore \
         senatrice deputato governatore sindaco sindaca ambasciatore capitano colonnello \
         comandante tenente ammiraglio direttore premier onorevole",
    ),
    (
        "de",
        "präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin \
         vizekanzler minister ministerin außenminister außenministerin innenminister \
         verteidigungsminister finanzminister ministerpräsident ministerpräsidentin \
         generalsekretär könig königin prinz prinzessin papst bischof erzbischof kardinal herr \
         frau dr prof professor professorin richter richterin senator senatorin gouverneur \
         bürgermeister bürgermeisterin oberbürgermeister botschafter hauptmann oberst general \
         admiral direktor direktorin sprecher sprecherin",
    ),
    (
        "nl",
        "president premier minister staatssecretaris koning koningin prins prinses paus bisschop \
         kardinaal heer mevrouw meneer dr prof professor rechter senator gouverneur burgemeester \
         ambassadeur kapitein kolonel generaal admiraal directeur",
    ),
    (
        "ru",
        "президент вице премьер министр секретарь генеральный канцлер король королева принц \
         принцесса папа епископ архиепископ патриарх митрополит кардинал отец господин госпожа \
         доктор профессор судья сенатор депутат губернатор мэр посол капитан полковник майор \
         лейтенант генерал адмирал директор глава г",
    ),
    (
        "pl",
        "prezydent wiceprezydent premier wicepremier minister sekretarz kanclerz król królowa \
         książę księżna papież biskup arcybiskup kardynał ksiądz ks pan pani dr prof profesor \
         doktor sędzia senator poseł posłanka gubernator wojewoda burmistrz ambasador kapitan \
         pułkownik major porucznik generał gen admirał dyrektor rzecznik",
    ),
    (
        "tr",
        "cumhurbaşkanı başbakan bakan bakanı başkan başkanı genel sekreter kral kraliçe prens \
         prenses papa bey hanım sayın dr doktor prof profesör vali belediye büyükelçi general \
         albay",
    ),
    (
        "sv",
        "president statsminister minister utrikesminister kung kung drottning prins prinsessa \
         påve biskop herr fru dr professor domare senator guvernör borgmästare ambassadör kapten \
         överste general amiral",
    ),
]);

/// What makes another place of a place: "South Korea" is not Korea for short where Korea
/// is named by itself.
static REGIONS: WordList = WordList::new(&[
    (
        "en",
        "north south east west northern southern eastern western central upper lower inner outer \
         new old great greater united free",
    ),
    (
        "fr",
        "nord sud est ouest nouveau nouvelle grand grande haut haute bas basse saint sainte",
    ),
    (
        "es",
        "norte sur este oeste nuevo nueva gran alto alta bajo baja san santa",
    ),
    (
        "pt",
        "norte sul leste oeste novo nova grande alto alta baixo baixa são santa santo",
    ),
    (
        "it",
        "nord sud est ovest nuovo nuova grande alto alta basso bassa san santa",
    ),
    ("de", "nord süd ost west neu groß sankt"),
    ("nl", "noord zuid oost west nieuw groot sint"),
    (
        "ru",
        "северный южный восточный западный центральный новый великий",
    ),
    (
        "pl",
        "północny południowy wschodni zachodni środkowy nowy wielki północna południowa wschodnia \
         zachodnia nowa wielka",
    ),
]);
