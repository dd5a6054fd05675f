//! Languages that are not served, in groups that look alike, so that the model has few
//! classes for them: k-means over the directions of their n-gram counts.

use copydesk::language::features_of;

use crate::calibration::SplitMix64;
use crate::language_corpus::Texts;

/// Counts are kept by so many bits of a feature's hash.
const BITS: u32 = 12;

const ROUNDS: usize = 20;

/// `languages` in at most `n` groups: those that are most like one of `served` each for
/// itself, since these are mistaken, and the others by what they have in common.
pub(crate) fn clusters<'c>(
    languages: &[(&String, &'c Texts)],
    served: &[&Texts],
    n: usize,
) -> Vec<Vec<&'c Texts>> {
    let n_points = languages.len();
    let all = languages
        .iter()
        .map(|(_, texts)| *texts)
        .chain(served.iter().copied());
    let mut points = centred(all.map(direction).collect());
    let served = points.split_off(n_points);
    let mut by_likeness: Vec<(usize, f64)> = points
        .iter()
        .map(|point| nearest(point, &served).1)
        .enumerate()
        .collect();
    by_likeness.sort_by(|a, b| b.1.total_cmp(&a.1));
    let n_alone = if n_points <= n { n_points } else { n * 2 / 5 };
    let (alone, together) = by_likeness.split_at(n_alone);
    let mut groups: Vec<Vec<usize>> = alone.iter().map(|(i, _)| vec![*i]).collect();
    let mut rest: Vec<usize> = together.iter().map(|(i, _)| *i).collect();
    rest.sort_unstable();
    groups.extend(means(&points, &rest, n - n_alone));
    for group in &groups {
        let names: Vec<_> = group.iter().map(|i| languages[*i].0.as_str()).collect();
        eprintln!("other class: {}", names.join(" "));
    }
    groups
        .into_iter()
        .map(|group| group.into_iter().map(|i| languages[i].1).collect())
        .collect()
}

/// k-means of some of `points`.
fn means(points: &[Vec<f64>], some: &[usize], n: usize) -> Vec<Vec<usize>> {
    let of_some: Vec<Vec<f64>> = some.iter().map(|i| points[*i].clone()).collect();
    let mut centres = first_centres(&of_some, n);
    let mut groups = Vec::new();
    if centres.is_empty() {
        return groups;
    }
    for _ in 0..ROUNDS {
        groups = vec![Vec::new(); centres.len()];
        for i in some {
            groups[nearest(&points[*i], &centres).0].push(*i);
        }
        for (centre, group) in centres.iter_mut().zip(&groups) {
            if !group.is_empty() {
                *centre = normalised(
                    (0..centre.len())
                        .map(|d| group.iter().map(|i| points[*i][d]).sum())
                        .collect(),
                );
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Takes from each what all have in common; without that, most are nearest to the mean.
fn centred(mut points: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let n = points.len().max(1) as f64;
    let mut mean = vec![0.0; 1 << BITS];
    for point in &points {
        for (sum, x) in mean.iter_mut().zip(point) {
            *sum += x / n;
        }
    }
    for point in &mut points {
        for (x, mean) in point.iter_mut().zip(&mean) {
            *x -= mean;
        }
    }
    points.into_iter().map(normalised).collect()
}

/// Drawn by their distance from those before (k-means++, Arthur & Vassilvitskii 2007).
fn first_centres(points: &[Vec<f64>], n: usize) -> Vec<Vec<f64>> {
    let mut random = SplitMix64::seeded("clusters");
    let mut centres: Vec<Vec<f64>> = points.first().cloned().into_iter().collect();
    while centres.len() < n.min(points.len()) {
        let distances: Vec<f64> = points
            .iter()
            .map(|point| (1.0 - nearest(point, &centres).1).max(0.0))
            .collect();
        let mut at = random.share() * distances.iter().sum::<f64>();
        let i = distances.iter().position(|distance| {
            at -= distance;
            at < 0.0
        });
        centres.extend(points.get(i.unwrap_or_default()).cloned());
    }
    centres
}

fn nearest(point: &[f64], centres: &[Vec<f64>]) -> (usize, f64) {
    let product = |centre: &[f64]| centre.iter().zip(point).map(|(a, b)| a * b).sum::<f64>();
    let products = centres.iter().map(|centre| product(centre)).enumerate();
    products.fold(
        (0, f64::MIN),
        |best, each| if each.1 > best.1 { each } else { best },
    )
}

fn direction(texts: &Texts) -> Vec<f64> {
    let mut counts = vec![0.0; 1 << BITS];
    let mut hashes = Vec::new();
    for sentence in texts.sentences.iter().take(300) {
        features_of(sentence, &mut hashes);
    }
    for hash in hashes {
        counts[(hash >> (32 - BITS)) as usize] += 1.0;
    }
    normalised(counts.into_iter().map(f64::sqrt).collect())
}

fn normalised(mut point: Vec<f64>) -> Vec<f64> {
    let length = point.iter().map(|x| x * x).sum::<f64>().sqrt().max(1e-9);
    for x in &mut point {
        *x /= length;
    }
    point
}
