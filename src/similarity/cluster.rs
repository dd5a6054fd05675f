//! Groups of documents that tell one story, or that are copies of one text.
//!
//! By average linkage: two groups become one where the mean likeness of their pairs is
//! high enough, the likeliest first. Each pair has its say, so that one link is not
//! enough to chain two stories, as it is where every link joins. Groups are found by
//! chains of nearest neighbours (Benzécri 1982; Murtagh, "A survey of recent advances in
//! hierarchical clustering algorithms", 1983), in time that grows with the square of the
//! number of documents.

use crate::base::{Budget, Interrupted};

use super::aligner::Aligner;
use super::pace::Pace;
use super::pairs::Judged;
use super::relation;
use super::story::Odds;
use super::{Corpus, Item, Params};

/// What makes a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// Reports of the same event.
    #[default]
    Story,
    /// Copies of one text.
    Duplicate,
}

/// How to group documents.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClusterParams {
    /// What makes a cluster.
    pub level: Level,
    /// Look at menus, credits and teasers too.
    pub include_boilerplate: bool,
}

/// Documents that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Their places, ascending.
    pub members: Vec<usize>,
    /// Place of the most central one; the first of equals.
    pub representative: usize,
}

/// Mean probability of one story at which two groups become one. B-cubed F1 on BASIL and
/// ECB+ is .981 and .938 here, and within .013 of that from .15 to .4.
const STORY_MIN: f32 = 0.3;

/// Share of pairs that are copies at which two groups become one.
const DUPLICATE_MIN: f32 = 0.5;

/// Groups `items`: the largest group first, ties by their first document. Each document
/// is in one of them, a blank one alone.
///
/// # Errors
///
/// [`Interrupted`] when `budget` ends.
pub fn cluster(
    items: &[Item<'_>],
    params: ClusterParams,
    budget: &Budget,
) -> Result<Vec<Cluster>, Interrupted> {
    budget.check()?;
    let mut pace = Pace::new(budget);
    let reading = Params {
        pairs_max: 0,
        include_boilerplate: params.include_boilerplate,
        ..Params::default()
    };
    let corpus = Corpus::read(items, &reading, &mut pace)?;
    let odds = Judged::new(&corpus, &reading, &mut pace)?.odds;
    let likeness = likeness(&corpus, &odds, params.level, &mut pace)?;
    let threshold = match params.level {
        Level::Story => STORY_MIN,
        Level::Duplicate => DUPLICATE_MIN,
    };
    let groups = Linkage::new(items.len(), likeness).groups(threshold, &mut pace)?;
    let mut clusters = Vec::with_capacity(groups.len());
    for members in groups {
        pace.spend(members.len() * members.len())?;
        clusters.push(Cluster {
            representative: most_central(&members, &odds),
            members,
        });
    }
    clusters.sort_by(|a, b| {
        let by_size = b.members.len().cmp(&a.members.len());
        by_size.then_with(|| a.members.cmp(&b.members))
    });
    Ok(clusters)
}

/// How much every two documents belong together, by first and then by second.
fn likeness(
    corpus: &Corpus<'_>,
    odds: &Odds,
    level: Level,
    pace: &mut Pace<'_>,
) -> Result<Vec<f32>, Interrupted> {
    let n_documents = corpus.wordings.len();
    let mut likeness = vec![0.0; n_documents * n_documents];
    let mut aligner = Aligner::new(&corpus.containments);
    for first in 0..n_documents {
        pace.spend(n_documents)?;
        for second in first + 1..n_documents {
            if corpus.is_blank(first) || corpus.is_blank(second) {
                continue;
            }
            let is_copy = corpus.are_copies(first, second, &mut aligner, pace)?;
            let value = match level {
                Level::Story => {
                    let probability = odds.probability(first, second);
                    single(relation::implied_probability(is_copy, probability))
                }
                Level::Duplicate => f32::from(u8::from(is_copy)),
            };
            for (row, column) in [(first, second), (second, first)] {
                if let Some(likeness) = likeness.get_mut(row * n_documents + column) {
                    *likeness = value;
                }
            }
        }
    }
    Ok(likeness)
}

#[allow(clippy::cast_possible_truncation, reason = "seven digits are enough")]
fn single(probability: f64) -> f32 {
    probability as f32
}

/// The one that has most in common with the others, by log-odds, which do not come to an
/// end where probabilities do.
fn most_central(members: &[usize], odds: &Odds) -> usize {
    let mut best: Option<(f64, usize)> = None;
    for &member in members {
        let others = members.iter().filter(|other| **other != member);
        let sum = others
            .map(|other| f64::from(odds.alone(member, *other)))
            .sum();
        if best.is_none_or(|(most, _)| sum > most) {
            best = Some((sum, member));
        }
    }
    best.map_or(0, |(_, member)| member)
}

/// Groups under way. A group is known by one of its members.
struct Linkage {
    n_documents: usize,
    /// Mean likeness of every two groups.
    likeness: Vec<f32>,
    /// Members by group; none where it was merged into another.
    members: Vec<Vec<usize>>,
    /// Groups that can still grow.
    open: Vec<usize>,
}

impl Linkage {
    fn new(n_documents: usize, likeness: Vec<f32>) -> Self {
        Self {
            n_documents,
            likeness,
            members: (0..n_documents).map(|document| vec![document]).collect(),
            open: (0..n_documents).collect(),
        }
    }

    /// Merges groups as long as their mean likeness is `threshold` or more.
    fn groups(
        mut self,
        threshold: f32,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<Vec<usize>>, Interrupted> {
        let mut chain: Vec<usize> = Vec::new();
        while let Some(&group) = chain.last().or(self.open.first()) {
            if chain.is_empty() {
                chain.push(group);
            }
            pace.spend(self.open.len())?;
            let before = chain.iter().rev().nth(1).copied();
            match self.nearest(group, before) {
                // What is nobody's neighbour now never will be: a mean is no more than
                // the greater of its parts.
                Some((likeness, _)) if likeness < threshold => self.close(group, &mut chain),
                None => self.close(group, &mut chain),
                Some((_, nearest)) if Some(nearest) == before => {
                    chain.truncate(chain.len() - 2);
                    self.merge(nearest.min(group), nearest.max(group));
                }
                Some((_, nearest)) => chain.push(nearest),
            }
        }
        for members in &mut self.members {
            members.sort_unstable();
        }
        self.members.retain(|members| !members.is_empty());
        Ok(self.members)
    }

    fn close(&mut self, group: usize, chain: &mut Vec<usize>) {
        self.open.retain(|open| *open != group);
        chain.clear();
    }

    fn at(&self, first: usize, second: usize) -> f32 {
        let likeness = self.likeness.get(first * self.n_documents + second);
        likeness.map_or(0.0, |likeness| *likeness)
    }

    /// The open group that is likest to `group`; of equals `preferred`, or the first.
    fn nearest(&self, group: usize, preferred: Option<usize>) -> Option<(f32, usize)> {
        let mut best = preferred.map(|preferred| (self.at(group, preferred), preferred));
        for &other in self.open.iter().filter(|other| **other != group) {
            let likeness = self.at(group, other);
            if best.is_none_or(|(most, _)| likeness > most) {
                best = Some((likeness, other));
            }
        }
        best
    }

    /// Makes `second` a part of `first`.
    fn merge(&mut self, first: usize, second: usize) {
        let size = |group: usize| self.members.get(group).map_or(0.0, |m| m.len() as f32);
        let (n_first, n_second) = (size(first), size(second));
        self.open.retain(|open| *open != second);
        for &other in &self.open {
            let sum = n_first * self.at(first, other) + n_second * self.at(second, other);
            let mean = sum / (n_first + n_second);
            for at in [
                first * self.n_documents + other,
                other * self.n_documents + first,
            ] {
                if let Some(likeness) = self.likeness.get_mut(at) {
                    *likeness = mean;
                }
            }
        }
        let moved = self.members.get_mut(second).map(std::mem::take);
        if let (Some(members), Some(moved)) = (self.members.get_mut(first), moved) {
            members.extend(moved);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn groups(n_documents: usize, links: &[(usize, usize, f32)]) -> Vec<Vec<usize>> {
        let mut likeness = vec![0.0; n_documents * n_documents];
        for &(first, second, value) in links {
            likeness[first * n_documents + second] = value;
            likeness[second * n_documents + first] = value;
        }
        let budget = Budget::unlimited();
        let linkage = Linkage::new(n_documents, likeness);
        linkage.groups(0.5, &mut Pace::new(&budget)).unwrap()
    }

    #[test]
    fn one_link_does_not_chain_two_groups() {
        let found = groups(
            4,
            &[
                (0, 1, 0.9),
                (2, 3, 0.9),
                (1, 2, 0.8),
                (0, 2, 0.1),
                (1, 3, 0.1),
            ],
        );
        assert_eq!(found, [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn groups_whose_pairs_are_alike_in_the_mean_become_one() {
        let found = groups(4, &[(0, 1, 0.9), (0, 3, 0.6), (1, 3, 0.5)]);
        assert_eq!(found, [vec![0, 1, 3], vec![2]]);
    }

    /// The same by its definition: the two groups that are most alike, again and again.
    /// `None` where two means are so close that rounding decides between them.
    fn naive(n_documents: usize, likeness: &[f32], threshold: f32) -> Option<Vec<Vec<usize>>> {
        const APART: f32 = 1e-4;
        let mut groups: Vec<Vec<usize>> = (0..n_documents).map(|i| vec![i]).collect();
        loop {
            let mut means = vec![(threshold, None)];
            for i in 0..groups.len() {
                for j in i + 1..groups.len() {
                    let pairs = groups[i]
                        .iter()
                        .flat_map(|a| groups[j].iter().map(move |b| (a, b)));
                    let sum: f32 = pairs.map(|(a, b)| likeness[a * n_documents + b]).sum();
                    let mean = sum / (groups[i].len() * groups[j].len()) as f32;
                    means.push((mean, Some((i, j))));
                }
            }
            means.sort_by(|a, b| b.0.total_cmp(&a.0));
            if means.len() > 1 && means[0].0 - means[1].0 < APART {
                return None;
            }
            let Some((i, j)) = means[0].1 else { break };
            let moved = groups.remove(j);
            groups[i].extend(moved);
            groups[i].sort_unstable();
        }
        groups.sort();
        Some(groups)
    }

    proptest! {
        #[test]
        fn chains_of_neighbours_find_what_the_definition_says(
            order in Just((0..45_u16).collect::<Vec<_>>()).prop_shuffle(),
        ) {
            let n_documents = 10;
            let mut likeness = vec![0.0; n_documents * n_documents];
            let mut order = order.iter();
            for i in 0..n_documents {
                for j in i + 1..n_documents {
                    let rank = f32::from(*order.next().unwrap());
                    let value = (rank * rank + 1.0) / 2_030.0;
                    likeness[i * n_documents + j] = value;
                    likeness[j * n_documents + i] = value;
                }
            }
            let Some(expected) = naive(n_documents, &likeness, 0.4) else {
                return Ok(());
            };
            let budget = Budget::unlimited();
            let linkage = Linkage::new(n_documents, likeness);
            let mut found = linkage.groups(0.4, &mut Pace::new(&budget)).unwrap();
            found.sort();
            prop_assert_eq!(found, expected);
        }
    }
}
