//! From a detector's confidence to the probability that it is right.
//!
//! How often an answer of a given confidence is right depends on the script (Latin
//! has 37 languages to choose among, Hebrew two, Thai one) and on the length of the
//! text; and one language, Croatian, is also the answer to texts in a language that
//! the detector does not know in that script, Serbian. So there is a [`Curve`] for
//! each of these. The curves are isotonic fits by pool adjacent violators, after
//! Zadrozny & Elkan, "Transforming classifier scores into accurate multiclass
//! probability estimates", KDD 2002, doi:10.1145/775047.775151; we draw straight
//! lines between the middles of the steps.
//!
//! The table in `data/` is built by this repository's tools; its head says from what.

use std::fmt;
use std::sync::LazyLock;

use crate::base::{Language, Script};

use super::Uncalibrated;

/// Probabilities for the answers of one detector.
///
/// Displays as its table, which [`Calibration::parse`] reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    curves: Vec<Curve>,
}

/// How probability rises with confidence, for some answers to texts of some lengths.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The answers that it is for.
    pub scope: Scope,
    /// Most letters of a text that it is for; `None` stands for any number.
    pub letters_max: Option<usize>,
    /// Confidence and probability; the first rises, the second never falls.
    pub points: Vec<(f64, f64)>,
}

/// The answers that a curve is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those that name this language.
    Language(Language),
    /// Those to texts in this script.
    Script(Script),
    /// All.
    Any,
}

impl Calibration {
    /// That of whatlang's answers, learned from texts in the languages that it knows.
    pub fn of_whatlang() -> &'static Self {
        // A test reads the table, so the empty calibration is never met.
        static TABLE: LazyLock<Calibration> = LazyLock::new(|| {
            let table = include_str!("../../data/whatlang_calibration.tsv");
            Calibration::parse(table).unwrap_or_default()
        });
        &TABLE
    }

    /// A calibration by `curves`, of which the first that applies is used.
    ///
    /// `None` where a curve has no points, leaves 0 to 1, or falls.
    pub fn new(curves: Vec<Curve>) -> Option<Self> {
        let are_sound = curves.iter().all(Curve::is_sound);
        are_sound.then_some(Self { curves })
    }

    /// Reads a table: scope (a language, a script or `*`), most letters (or `*`), and
    /// points, apart by tabs; lines that begin with `#` are remarks. `None` where it
    /// is no such table.
    ///
    /// ```
    /// use copydesk::language::{Calibration, Sample, Uncalibrated};
    ///
    /// let calibration = Calibration::parse("Cyrl\t20\t0:0.25 1:0.75\n*\t*\t0:0.9\n").unwrap();
    /// let sample = Sample::of("Мост закрыт");
    /// let mut answer = Uncalibrated::of(&sample).unwrap();
    /// answer.confidence = 0.5;
    /// assert_eq!(calibration.probability(&answer, 20), 0.5);
    /// assert_eq!(calibration.probability(&answer, 21), 0.9);
    /// ```
    pub fn parse(table: &str) -> Option<Self> {
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        Self::new(rows.map(Curve::parse).collect::<Option<_>>()?)
    }

    /// How probable it is that `answer`, to a text of so many `letters`, is right; 0
    /// where no curve applies.
    pub fn probability(&self, answer: &Uncalibrated, letters: usize) -> f64 {
        let mut curves = self.curves.iter();
        let curve = curves.find(|curve| curve.applies(answer, letters));
        curve.map_or(0.0, |curve| curve.probability(answer.confidence))
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.curves
            .iter()
            .try_for_each(|curve| writeln!(f, "{curve}"))
    }
}

impl Curve {
    /// Whether it is for this answer to a text of so many letters.
    pub fn applies(&self, answer: &Uncalibrated, letters: usize) -> bool {
        let in_scope = match self.scope {
            Scope::Language(language) => answer.language == language,
            Scope::Script(script) => answer.script == script,
            Scope::Any => true,
        };
        in_scope && self.letters_max.is_none_or(|most| letters <= most)
    }

    fn parse(row: &str) -> Option<Self> {
        let mut columns = row.split('\t');
        let (scope, letters_max) = (columns.next()?, columns.next()?);
        let points = columns.next()?.split(' ').map(parse_point);
        Some(Self {
            scope: Scope::parse(scope)?,
            letters_max: match letters_max {
                "*" => None,
                number => Some(number.parse().ok()?),
            },
            points: points.collect::<Option<_>>()?,
        })
    }

    fn is_sound(&self) -> bool {
        let in_range = |value: f64| (0.0..=1.0).contains(&value);
        let mut points = self.points.iter();
        let rises = self.points.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1);
        !self.points.is_empty() && rises && points.all(|(x, y)| in_range(*x) && in_range(*y))
    }

    /// Straight between points, level before the first and after the last.
    fn probability(&self, confidence: f64) -> f64 {
        let mut before: Option<(f64, f64)> = None;
        for &(x1, y1) in &self.points {
            if confidence < x1 {
                return before.map_or(y1, |(x0, y0)| {
                    y0 + (y1 - y0) * (confidence - x0) / (x1 - x0)
                });
            }
            before = Some((x1, y1));
        }
        before.map_or(0.0, |(_, last)| last)
    }
}

impl fmt::Display for Curve {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters_max = self.letters_max.map(|most| most.to_string());
        let points: Vec<_> = self
            .points
            .iter()
            .map(|(x, y)| format!("{x}:{y}"))
            .collect();
        let letters_max = letters_max.as_deref().unwrap_or("*");
        write!(f, "{}\t{letters_max}\t{}", self.scope, points.join(" "))
    }
}

impl Scope {
    fn parse(code: &str) -> Option<Self> {
        if code == "*" {
            return Some(Self::Any);
        }
        // No code of a language has four letters.
        let script = Script::new(code).map(Self::Script);
        script.or_else(|| Language::from_code(code).map(Self::Language))
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Language(language) => f.write_str(language.code()),
            Self::Script(script) => f.write_str(script.code()),
            Self::Any => f.write_str("*"),
        }
    }
}

fn parse_point(point: &str) -> Option<(f64, f64)> {
    let (confidence, probability) = point.split_once(':')?;
    Some((confidence.parse().ok()?, probability.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TABLE: &str = include_str!("../../data/whatlang_calibration.tsv");

    #[test]
    fn the_table_is_sound_and_ends_with_a_curve_for_all() {
        let calibration = Calibration::parse(TABLE).unwrap();
        let last = calibration.curves.last().unwrap();
        assert_eq!((last.scope, last.letters_max), (Scope::Any, None));
    }

    #[test]
    fn a_table_reads_back_as_it_was_written() {
        let calibration = Calibration::parse(TABLE).unwrap();
        let written = calibration.to_string();
        assert_eq!(Calibration::parse(&written), Some(calibration));
        assert!(TABLE.ends_with(&written));
    }

    #[test]
    fn what_is_no_calibration_is_refused() {
        let cases = [
            ("no points", "*\t*\t"),
            ("columns missing", "*\t0:1"),
            ("falls", "*\t*\t0:0.5 1:0.4"),
            ("out of order", "*\t*\t1:0.5 0:0.6"),
            ("twice the same confidence", "*\t*\t0.5:0.5 0.5:0.6"),
            ("above 1", "*\t*\t0:0 1:1.1"),
            ("not a number", "*\t*\t0:NaN"),
            ("not a scope", "?\t*\t0:1"),
            ("not a length", "*\tmany\t0:1"),
        ];
        for (rule, table) in cases {
            assert_eq!(Calibration::parse(table), None, "{rule}");
        }
    }

    #[test]
    fn croatian_is_never_sure_since_serbian_in_latin_script_looks_like_it() {
        let answer = Uncalibrated {
            language: Language::from_code("hr").unwrap(),
            script: Script::new("Latn").unwrap(),
            confidence: 1.0,
        };
        let probability = Calibration::of_whatlang().probability(&answer, 500);
        assert!((0.5..0.95).contains(&probability), "{probability}");
    }

    proptest! {
        #[test]
        fn probability_rises_with_confidence_and_stays_in_range(
            (a, b) in (0.0..=1.0, 0.0..=1.0),
            letters in 0..2000_usize,
            i in 0..7_usize,
        ) {
            let (code, script) = [
                ("en", "Latn"), ("hr", "Latn"), ("ru", "Cyrl"), ("ar", "Arab"),
                ("hi", "Deva"), ("zh", "Hani"), ("th", "Thai"),
            ][i];
            let probability = |confidence| {
                let answer = Uncalibrated {
                    language: Language::from_code(code).unwrap(),
                    script: Script::new(script).unwrap(),
                    confidence,
                };
                Calibration::of_whatlang().probability(&answer, letters)
            };
            prop_assert!(probability(f64::min(a, b)) <= probability(f64::max(a, b)));
            prop_assert!((0.0..=1.0).contains(&probability(a)));
        }
    }
}
