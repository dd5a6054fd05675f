//! `data/language.bin`: the weights of the language model, learnt from sentences and
//! lists of words. `copydesk::language::Model` says how the file is laid out.
//!
//! A table a script is learnt by softmax regression with AdaGrad (Duchi, Hazan & Singer,
//! JMLR 12, 2011) on texts drawn at random: half of them rows of 1 to 3 words, half
//! crops of sentences and whole ones. Two runs write the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context;
use copydesk::language::{Model, features_of};

use crate::calibration::SplitMix64;
use crate::language_clusters::clusters;
use crate::language_corpus::{Corpus, NONSENSE, Stream, Texts, lines, read};
use crate::language_sharpness;

/// What a table is for and how large it is.
struct Plan {
    script: &'static str,
    /// Served languages.
    served: &'static str,
    bits: u32,
    lanes: usize,
    other_bits: u32,
    other_lanes: usize,
    /// Samples to learn from, in thousands.
    samples: usize,
}

#[rustfmt::skip] // a table reads best with a row a line
const PLANS: [Plan; 8] = [
    Plan { script: "Latn", served: LATIN, bits: 16, lanes: 64, other_bits: 14, other_lanes: 32, samples: 8000 },
    Plan { script: "Cyrl", served: "rus ukr bel bul mkd srp kaz mon kir tat", bits: 15, lanes: 16, other_bits: 13, other_lanes: 16, samples: 1600 },
    Plan { script: "Arab", served: "ara fas urd ckb uig", bits: 14, lanes: 16, other_bits: 12, other_lanes: 16, samples: 800 },
    Plan { script: "Deva", served: "hin mar nep", bits: 14, lanes: 16, other_bits: 12, other_lanes: 16, samples: 600 },
    Plan { script: "Hebr", served: "heb yid", bits: 12, lanes: 16, other_bits: 10, other_lanes: 16, samples: 200 },
    Plan { script: "Hani", served: "zho jpn", bits: 14, lanes: 16, other_bits: 12, other_lanes: 16, samples: 500 },
    Plan { script: "Beng", served: "ben asm", bits: 12, lanes: 16, other_bits: 10, other_lanes: 16, samples: 200 },
    Plan { script: "Ethi", served: "amh", bits: 12, lanes: 16, other_bits: 10, other_lanes: 16, samples: 100 },
];

/// The last seven are beyond what whatlang and lingua know.
const LATIN: &str = "afr aze bos cat ces cym dan deu eng epo est eus fin fra gle hrv hun ind isl \
    ita lat lav lit lug mri msa nld nno nob pol por ron slk slv sna som sot spa sqi srp swa swe \
    tgl tsn tso tur vie xho yor zul aka jav tuk uzb glg hau kin mlt kmr fry bre";

/// Written by hundreds of millions, read in every newsroom.
const COMMON: &str = "afr ara bul ben cat ces cym dan deu ell eng spa est fas fin fra guj heb hin hrv hun ind ita jpn \
    kor lit lav mkd mar nld nob pan pol por ron rus slk slv srp swe tam tel tgl tha tur ukr urd vie zho";

/// Writes `language.bin` to `out`.
pub(crate) fn build(corpora: &Path, out: &Path) -> anyhow::Result<()> {
    let scripts: Vec<_> = PLANS.iter().map(|plan| plan.script).collect();
    let corpus = read(corpora, &scripts)?;
    let (first, rest) = PLANS.split_at(1);
    // Latin takes as long as all others.
    let (latin, others) = std::thread::scope(|scope| {
        let others = scope.spawn(|| {
            rest.iter()
                .map(|plan| learn(plan, &corpus))
                .collect::<Vec<_>>()
        });
        let latin: Vec<_> = first.iter().map(|plan| learn(plan, &corpus)).collect();
        (latin, others.join())
    });
    let others = others.map_err(|_| anyhow::anyhow!("training panicked"))?;
    let tables: Vec<_> = latin.into_iter().chain(others).collect();
    let only = chinese(corpora, &corpus)? + &pairs(corpora)?;
    let level = PLANS.map(|_| "1:1".to_owned());
    let none = PLANS.map(|_| String::new());
    // Read for as long as the program runs, so that it is the model that ships.
    let uncalibrated: &'static [u8] = encode(&tables, &level, &none, &only).leak();
    let model = Model::parse(uncalibrated).context("the model that was written cannot be read")?;
    let floors: Vec<String> = PLANS
        .iter()
        .zip(model.tables())
        .map(|(plan, table)| language_sharpness::floors(table, corpus.get(plan.script)))
        .collect();
    let curves: Vec<String> = PLANS
        .iter()
        .zip(model.tables())
        .map(|(plan, table)| language_sharpness::curve(table, plan.script, corpus.get(plan.script)))
        .collect();
    let bytes = encode(&tables, &curves, &floors, &only);
    fs::write(out.join("language.bin"), bytes).context("language.bin cannot be written")
}

fn encode(tables: &[Table], curves: &[String], floors: &[String], only: &str) -> Vec<u8> {
    let mut head = "copydesk language model 1\n".to_owned();
    for ((table, curve), floors) in tables.iter().zip(curves).zip(floors) {
        let _ = writeln!(head, "{}\ncurve\t{curve}\nfloors\t{floors}", table.head);
    }
    head.push_str(only);
    // The blank line that ends the head.
    head.push('\n');
    let mut bytes = head.into_bytes();
    bytes.resize(bytes.len().next_multiple_of(64), b' ');
    for table in tables {
        bytes.extend(&table.main);
        bytes.extend(&table.other);
    }
    bytes
}

/// A table as it is written.
struct Table {
    head: String,
    main: Vec<u8>,
    other: Vec<u8>,
}

/// A class to learn, and the languages of it.
struct Class<'c> {
    code: String,
    texts: Vec<&'c Texts>,
    weight: f64,
    /// Share of texts that are words alone.
    words: f64,
}

fn learn(plan: &Plan, corpus: &Corpus) -> Table {
    let empty = BTreeMap::new();
    let texts = corpus.get(plan.script).unwrap_or(&empty);
    let classes = classes(plan, texts);
    let mut trainer = Trainer::new(plan, classes.len());
    let mut random = SplitMix64::seeded(plan.script);
    let total: f64 = classes.iter().map(|class| class.weight).sum();
    let mut hashes = Vec::new();
    let n_samples = plan.samples * 1000;
    let mut stream = Stream::new();
    let mut loss = 0.0;
    for n in 0..n_samples {
        let class = pick(&classes, total * random.share());
        draw(&classes[class], plan.script, &mut random, &mut stream);
        hashes.clear();
        features_of(&stream, &mut hashes);
        if hashes.is_empty() {
            continue;
        }
        let rate = RATE * (1.0 - 0.85 * n as f32 / n_samples as f32);
        loss += trainer.step(&hashes, class, rate);
        if (n + 1) % (n_samples / 8) == 0 {
            eprintln!(
                "{} {n} loss {:.4}",
                plan.script,
                loss / (n_samples / 8) as f64
            );
            loss = 0.0;
        }
    }
    let (step, main, other) = trainer.quantised();
    let head = format!(
        "table\t{} {} {} {} {} {step}\nclasses\t{}\nletters\t{}",
        plan.script,
        plan.bits,
        plan.lanes,
        plan.other_bits,
        plan.other_lanes,
        lane_codes(&classes),
        inventory(&classes, plan),
    );
    Table { head, main, other }
}

fn lane_codes(classes: &[Class]) -> String {
    let codes: Vec<_> = classes.iter().map(|class| class.code.as_str()).collect();
    codes.join(" ")
}

fn classes<'c>(plan: &Plan, texts: &'c BTreeMap<String, Texts>) -> Vec<Class<'c>> {
    let served: Vec<&str> = plan.served.split_whitespace().collect();
    let common: Vec<&str> = COMMON.split_whitespace().collect();
    let mut classes = Vec::new();
    for code in &served {
        let weight = if common.contains(code) { 1.0 } else { 0.7 };
        let n_sentences = texts
            .get(*code)
            .map_or(1, |texts| texts.sentences.len().max(1)) as f64;
        // What is not met in training goes to the languages with many texts; those with
        // few are shown more often. Bosnian and Malay would win against their neighbours.
        let few = (SENTENCES_ENOUGH / n_sentences).sqrt().clamp(1.0, 1.6);
        let weight = if common.contains(code) {
            weight * few
        } else {
            weight
        };
        classes.push(Class {
            code: (*code).to_owned(),
            texts: texts.get(*code).into_iter().collect(),
            weight,
            words: 0.5,
        });
    }
    // A row of the main weights is for served languages alone.
    while classes.len() < plan.lanes {
        classes.push(Class {
            code: ".".to_owned(),
            texts: Vec::new(),
            weight: 0.0,
            words: 0.0,
        });
    }
    let unserved: Vec<(&String, &Texts)> = texts
        .iter()
        .filter(|(code, _)| {
            !served.contains(&code.as_str())
                && !LEFT_OUT.contains(&code.as_str())
                && *code != NONSENSE
        })
        // Bosnian is served in its usual script, and is Serbian in the other.
        .filter(|(code, texts)| {
            texts.sentences.len() > 20 && (code.as_str(), plan.script) != ("bos", "Cyrl")
        })
        .collect();
    let of_served: Vec<&Texts> = served.iter().filter_map(|code| texts.get(*code)).collect();
    let nonsense = texts.get(NONSENSE);
    let n_clusters = plan.other_lanes - usize::from(nonsense.is_some());
    if let Some(texts) = nonsense {
        classes.push(Class {
            code: "-".to_owned(),
            texts: vec![texts],
            weight: 0.3,
            words: 0.0,
        });
    }
    for cluster in clusters(&unserved, &of_served, n_clusters) {
        // Those that stand alone are near a served language.
        let weight = if cluster.len() == 1 {
            0.45
        } else {
            0.2 + 0.02 * cluster.len().min(10) as f64
        };
        classes.push(Class {
            code: "-".to_owned(),
            texts: cluster,
            weight,
            words: 0.15,
        });
    }
    classes
}

/// Sentences of a language that lacks nothing.
const SENTENCES_ENOUGH: f64 = 4000.0;

/// Kinds of a served language under another code, mixtures of languages, and languages
/// that were constructed from the words of served ones: they would teach to doubt these.
const LEFT_OUT: [&str; 17] = [
    "yue", "pcm", "kur", "sco", "wuu", "ang", "tzl", "taj", "ber", "orv", "mly", "fri", "ina",
    "ile", "ido", "lfn", "nov",
];

fn pick(classes: &[Class], mut at: f64) -> usize {
    for (i, class) in classes.iter().enumerate() {
        at -= class.weight;
        if at < 0.0 && !class.texts.is_empty() {
            return i;
        }
    }
    0
}

/// A text of `class`, into `stream`.
fn draw(class: &Class, script: &str, random: &mut SplitMix64, stream: &mut Stream) {
    stream.clear();
    let Some(texts) = random.choose(&class.texts) else {
        return;
    };
    if random.share() < class.words && texts.words.len() > 0 {
        stream.push(' ');
        let n = match random.share() {
            ..0.6 => 1,
            0.6..0.88 => 2,
            _ => 3,
        };
        for _ in 0..n {
            if let Some(word) = texts.words.at(random.share()) {
                stream.extend(word.iter().skip(1));
            }
        }
        return;
    }
    let Some(sentence) = random.choose(&texts.sentences) else {
        return;
    };
    if random.share() < 0.4 {
        stream.extend(sentence);
    } else if script == "Hani" {
        crop_letters(sentence, random, stream);
    } else {
        crop(sentence, random, stream);
    }
}

/// 1 to 6 words in a row.
fn crop(sentence: &[char], random: &mut SplitMix64, stream: &mut Stream) {
    let blanks: Vec<usize> = (0..sentence.len())
        .filter(|i| sentence[*i] == ' ')
        .collect();
    let n_words = blanks.len() - 1;
    let n = (1 + random.below(6)).min(n_words);
    let first = random.below(n_words - n + 1);
    stream.extend(&sentence[blanks[first]..=blanks[first + n]]);
}

/// 1 to 16 letters in a row.
fn crop_letters(sentence: &[char], random: &mut SplitMix64, stream: &mut Stream) {
    let inside = &sentence[1..sentence.len() - 1];
    let n = (1 + random.below(16)).min(inside.len());
    let first = random.below(inside.len() - n + 1);
    stream.push(' ');
    stream.extend(inside[first..first + n].iter().skip_while(|c| **c == ' '));
    if stream.last() != Some(&' ') {
        stream.push(' ');
    }
}

/// Weights while they are learnt.
struct Trainer {
    lanes: usize,
    other_lanes: usize,
    shift: u32,
    other_shift: u32,
    main: Vec<f32>,
    main_squares: Vec<f32>,
    other: Vec<f32>,
    other_squares: Vec<f32>,
    is_class: Vec<bool>,
    logits: Vec<f32>,
    active: Vec<(usize, f32)>,
}

const RATE: f32 = 0.25;
const SQUARES_FIRST: f32 = 0.002;
/// Least probability that is learnt from.
const SLOPE_MIN: f32 = 0.002;

impl Trainer {
    fn new(plan: &Plan, n_classes: usize) -> Self {
        let (main, other) = (plan.lanes << plan.bits, plan.other_lanes << plan.other_bits);
        let n_served = plan.served.split_whitespace().count();
        Self {
            lanes: plan.lanes,
            other_lanes: plan.other_lanes,
            shift: 32 - plan.bits,
            other_shift: 32 - plan.other_bits,
            main: vec![0.0; main],
            main_squares: vec![SQUARES_FIRST; main],
            other: vec![0.0; other],
            other_squares: vec![SQUARES_FIRST; other],
            is_class: (0..plan.lanes + plan.other_lanes)
                .map(|i| i < n_served || (plan.lanes..n_classes).contains(&i))
                .collect(),
            logits: vec![0.0; plan.lanes + plan.other_lanes],
            active: Vec::new(),
        }
    }

    /// Learns that the text of these features is of `class`; what it was worth before.
    fn step(&mut self, hashes: &[u32], class: usize, rate: f32) -> f64 {
        let x = 1.0 / (hashes.len() as f32).sqrt();
        self.logits.fill(0.0);
        let (of_main, of_other) = self.logits.split_at_mut(self.lanes);
        for hash in hashes {
            add(of_main, row(&self.main, hash >> self.shift, self.lanes));
            add(
                of_other,
                row(&self.other, hash >> self.other_shift, self.other_lanes),
            );
        }
        let most = self
            .logits
            .iter()
            .zip(&self.is_class)
            .filter(|(_, is)| **is)
            .map(|(l, _)| l * x)
            .fold(f32::MIN, f32::max);
        let mut sum = 0.0;
        for (logit, is_class) in self.logits.iter_mut().zip(&self.is_class) {
            *logit = if *is_class {
                (*logit * x - most).exp()
            } else {
                0.0
            };
            sum += *logit;
        }
        let right = self.logits[class] / sum;
        // Nothing to learn, and half of the time saved.
        if right > 0.995 {
            return -f64::from(right).ln();
        }
        for logit in &mut self.logits {
            *logit *= x / sum;
        }
        self.logits[class] -= x;
        // The few classes that are in question; the others learn next to nothing, and
        // leaving them out makes this four times as fast.
        let least = SLOPE_MIN * x;
        self.active.clear();
        self.active.extend(
            self.logits
                .iter()
                .enumerate()
                .filter(|(_, g)| g.abs() > least)
                .map(|(i, g)| (i, *g)),
        );
        let in_main = self.active.partition_point(|(i, _)| *i < self.lanes);
        let (of_main, of_other) = self.active.split_at(in_main);
        for hash in hashes {
            let first = (hash >> self.shift) as usize * self.lanes;
            for (i, g) in of_main {
                descend(
                    &mut self.main[first + i],
                    &mut self.main_squares[first + i],
                    *g,
                    rate,
                );
            }
            let first = (hash >> self.other_shift) as usize * self.other_lanes;
            for (i, g) in of_other {
                let at = first + i - self.lanes;
                descend(&mut self.other[at], &mut self.other_squares[at], *g, rate);
            }
        }
        -f64::from(right.max(1e-9)).ln()
    }

    /// The step of a weight, and the weights in steps, 128 for none.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what a byte holds"
    )]
    fn quantised(&self) -> (f32, Vec<u8>, Vec<u8>) {
        let mut sizes: Vec<f32> = self
            .main
            .iter()
            .chain(&self.other)
            .map(|w| w.abs())
            .filter(|w| *w > 0.0)
            .collect();
        sizes.sort_by(f32::total_cmp);
        let most = sizes
            .get(sizes.len() - 1 - sizes.len() / 20_000)
            .copied()
            .unwrap_or(1.0);
        let step = most / 127.0;
        let bytes = |weights: &[f32]| {
            weights
                .iter()
                .map(|w| ((w / step).round().clamp(-127.0, 127.0) + 128.0) as u8)
                .collect()
        };
        (step, bytes(&self.main), bytes(&self.other))
    }
}

fn row(weights: &[f32], bucket: u32, lanes: usize) -> &[f32] {
    &weights[bucket as usize * lanes..][..lanes]
}

fn add(sums: &mut [f32], row: &[f32]) {
    for (sum, weight) in sums.iter_mut().zip(row) {
        *sum += weight;
    }
}

fn descend(weight: &mut f32, square: &mut f32, g: f32, rate: f32) {
    *square += g * g;
    *weight -= rate * g / square.sqrt();
}

/// Least share of a language's letters that a letter of it makes up.
const LETTER_SHARE: f64 = 0.00004;

/// For each letter, the served languages that use it, a bit each.
fn inventory(classes: &[Class], plan: &Plan) -> String {
    let mut users: BTreeMap<char, u64> = BTreeMap::new();
    for (i, class) in classes
        .iter()
        .enumerate()
        .take(plan.served.split_whitespace().count())
    {
        let mut counts: BTreeMap<char, u64> = BTreeMap::new();
        for sentence in class.texts.iter().flat_map(|texts| &texts.sentences) {
            for letter in sentence.iter().filter(|c| !c.is_ascii()) {
                *counts.entry(*letter).or_default() += 1;
            }
        }
        let all: usize = class
            .texts
            .iter()
            .flat_map(|texts| &texts.sentences)
            .map(Vec::len)
            .sum();
        for (letter, count) in counts {
            if count as f64 >= LETTER_SHARE * all as f64 {
                *users.entry(letter).or_default() |= 1 << i;
            }
        }
    }
    if plan.script == "Hani" {
        // Every text has characters that are not met before.
        users.clear();
    }
    let rows: Vec<_> = users
        .iter()
        .map(|(letter, users)| format!("{letter}:{users:x}"))
        .collect();
    rows.join(" ")
}

/// Characters that one script of Chinese, or Cantonese, has many times as often as the
/// others.
fn chinese(corpora: &Path, corpus: &Corpus) -> anyhow::Result<String> {
    const TIMES: f64 = 15.0;

    let mut shares: Vec<BTreeMap<char, f64>> = Vec::new();
    for list in ["zh_cn", "zh_tw"] {
        let mut counts: BTreeMap<char, f64> = BTreeMap::new();
        for line in lines(&corpora.join(format!("word_frequency/{list}.txt.gz")))? {
            let Some((word, count)) = line.rsplit_once(' ') else {
                continue;
            };
            let count: f64 = count.parse()?;
            for letter in word.chars().filter(|c| is_han(*c)) {
                *counts.entry(letter).or_default() += count;
            }
        }
        shares.push(to_shares(counts, 20.0));
    }
    let mut cantonese: BTreeMap<char, f64> = BTreeMap::new();
    let sentences = corpus
        .get("Hani")
        .and_then(|texts| texts.get("yue"))
        .map(|texts| &texts.sentences);
    for letter in sentences
        .into_iter()
        .flatten()
        .flatten()
        .filter(|c| is_han(**c))
    {
        *cantonese.entry(*letter).or_default() += 1.0;
    }
    shares.push(to_shares(cantonese, 20.0));
    let only = |of: usize, not: [usize; 2]| -> String {
        let elsewhere = |c: &char| {
            not.iter()
                .map(|i| shares[*i].get(c).copied().unwrap_or(2e-7))
                .fold(0.0, f64::max)
        };
        let not_first = |c: &char| {
            if of == 2 {
                elsewhere(c)
            } else {
                shares[not[0]].get(c).copied().unwrap_or(2e-7)
            }
        };
        // Places and surnames of Hong Kong are Chinese too, but no word of them is common.
        let least = if of == 2 { 0.001 } else { 0.0 };
        let is_only =
            |(c, share): &(&char, &f64)| **share > least && **share > TIMES * not_first(c);
        shares[of].iter().filter(is_only).map(|(c, _)| *c).collect()
    };
    Ok(format!(
        "only\tHans:{}\nonly\tHant:{}\nonly\tyue:{}\n",
        only(0, [1, 1]),
        only(1, [0, 0]),
        only(2, [0, 1])
    ))
}

/// Languages that words tell apart, by their codes and the names of their lists.
///
/// Not Bosnian: what is listed as Bosnian is Croatian and Serbian for the most part, and
/// hardly a word is listed as more frequent than there.
const PAIRS: [[(&str, &str); 2]; 1] = [[("msa", "ms"), ("ind", "id")]];

/// Words of one language that the other has less often, in subtitles of films both.
fn pairs(corpora: &Path) -> anyhow::Result<String> {
    /// Least and most logarithm of how many times as often.
    const WEIGHTS: (f64, f64) = (1.0, 4.0);
    /// With half as many, 2 in 100 sentences less are told; with all 35,000, 1 more.
    const WORDS_MAX: usize = 8000;

    let mut rows = String::new();
    for [(first, first_list), (second, second_list)] in PAIRS {
        let lists = [
            word_shares(corpora, first_list)?,
            word_shares(corpora, second_list)?,
        ];
        let least = lists
            .each_ref()
            .map(|list| list.values().copied().fold(1.0, f64::min) / 2.0);
        let words: BTreeSet<&String> = lists.iter().flat_map(BTreeMap::keys).collect();
        let mut found = Vec::new();
        for word in words {
            let [a, b] = [0, 1].map(|i| lists[i].get(word).copied().unwrap_or(least[i]));
            let weight = (a / b).ln();
            if weight.abs() > WEIGHTS.0 {
                found.push((word, weight, (a + b) * weight.abs()));
            }
        }
        found.sort_by(|a, b| b.2.total_cmp(&a.2));
        found.truncate(WORDS_MAX);
        found.sort_by(|a, b| a.0.cmp(b.0));
        let _ = write!(rows, "pair\t{first} {second}");
        for (word, weight, _) in found {
            let _ = write!(rows, " {word}:{:.1}", weight.clamp(-WEIGHTS.1, WEIGHTS.1));
        }
        rows.push('\n');
    }
    Ok(rows)
}

/// What share of a list's words each of its words is, of those of two letters or more.
fn word_shares(corpora: &Path, list: &str) -> anyhow::Result<BTreeMap<String, f64>> {
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for line in lines(&corpora.join(format!("word_frequency/{list}.txt.gz")))? {
        if let Some((word, count)) = line.rsplit_once(' ') {
            *counts.entry(word.to_lowercase()).or_default() += count.parse::<f64>()?;
        }
    }
    let all: f64 = counts.values().sum();
    counts.retain(|word, _| word.len() > 1 && word.chars().all(char::is_alphabetic));
    for count in counts.values_mut() {
        *count /= all;
    }
    Ok(counts)
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

fn to_shares(mut counts: BTreeMap<char, f64>, least: f64) -> BTreeMap<char, f64> {
    let all: f64 = counts.values().sum();
    counts.retain(|_, count| *count >= least);
    for count in counts.values_mut() {
        *count /= all;
    }
    counts
}
