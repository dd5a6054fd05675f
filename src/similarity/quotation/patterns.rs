//! Many runs of words, looked for in one pass over a text.
//!
//! The automaton of Aho and Corasick, "Efficient string matching: an aid to bibliographic
//! search", CACM 18 (1975), doi:10.1145/360825.360855, over words instead of letters. Its
//! output links are made anew for whichever runs are asked about, so that a text of one
//! repeated word shows the longest run at each place, and not all of them.

use rustc_hash::FxHashMap;

use crate::base::Interrupted;

use super::super::pace::Pace;

/// No node, no run.
pub(super) const NONE: u32 = u32::MAX;

const ROOT: u32 = 0;

/// Runs of words, told apart by number.
#[derive(Debug)]
pub(super) struct Patterns {
    edges: FxHashMap<(u32, u32), u32>,
    nodes: Vec<Node>,
    /// The node at which each run ends.
    ends: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    parent: u32,
    word: u32,
    /// Words from the root.
    depth: u32,
    /// The node of the longest other run of words that ends like this one.
    suffix: u32,
    /// The run that ends here.
    pattern: u32,
}

/// For each node the longest run that ends there, of those that were asked for; and for
/// each run the next shorter one that ends like it.
#[derive(Debug)]
pub(super) struct Links {
    longest: Vec<u32>,
    shorter: Vec<u32>,
}

impl Default for Patterns {
    fn default() -> Self {
        let root = Node {
            parent: ROOT,
            word: NONE,
            depth: 0,
            suffix: ROOT,
            pattern: NONE,
        };
        Self {
            edges: FxHashMap::default(),
            nodes: vec![root],
            ends: Vec::new(),
        }
    }
}

impl Patterns {
    /// The number of the run `words`, a new one where it is new.
    pub(super) fn insert(
        &mut self,
        words: &[u32],
        pace: &mut Pace<'_>,
    ) -> Result<u32, Interrupted> {
        pace.spend(words.len())?;
        let mut at = ROOT;
        for &word in words {
            let next = number(self.nodes.len());
            let parent = at;
            at = *self.edges.entry((at, word)).or_insert(next);
            if at == next {
                let depth = self.node(parent).depth + 1;
                self.nodes.push(Node {
                    parent,
                    word,
                    depth,
                    suffix: ROOT,
                    pattern: NONE,
                });
            }
        }
        let next = number(self.ends.len());
        let node = &mut self.nodes[at as usize];
        if node.pattern == NONE {
            node.pattern = next;
            self.ends.push(at);
        }
        Ok(node.pattern)
    }

    /// The number of the run `words`; `NONE` where it is none.
    pub(super) fn find(&self, words: &[u32], pace: &mut Pace<'_>) -> Result<u32, Interrupted> {
        pace.spend(words.len())?;
        let mut at = ROOT;
        for &word in words {
            match self.edges.get(&(at, word)) {
                Some(&next) => at = next,
                None => return Ok(NONE),
            }
        }
        Ok(self.node(at).pattern)
    }

    /// How many runs there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Words of the run `pattern`.
    pub(super) fn n_words(&self, pattern: u32) -> usize {
        let end = self.ends[pattern as usize];
        self.node(end).depth as usize
    }

    /// Makes it ready to be looked for, once all runs are in.
    pub(super) fn complete(&mut self, pace: &mut Pace<'_>) -> Result<Vec<u32>, Interrupted> {
        let mut by_depth: Vec<u32> = (1..number(self.nodes.len())).collect();
        by_depth.sort_by_key(|node| self.node(*node).depth);
        for &at in &by_depth {
            let Node { parent, word, .. } = *self.node(at);
            let suffix = if parent == ROOT {
                ROOT
            } else {
                let start = self.node(parent).suffix;
                self.step(start, word, pace)?
            };
            self.nodes[at as usize].suffix = suffix;
        }
        Ok(by_depth)
    }

    /// The links among the runs that `counts` asks for; `by_depth` is what
    /// [`complete`](Self::complete) gave.
    pub(super) fn links(
        &self,
        by_depth: &[u32],
        pace: &mut Pace<'_>,
        counts: impl Fn(u32) -> bool,
    ) -> Result<Links, Interrupted> {
        pace.spend(by_depth.len())?;
        let mut longest = vec![NONE; self.nodes.len()];
        let mut shorter = vec![NONE; self.ends.len()];
        for &at in by_depth {
            let node = self.node(at);
            let below = longest[node.suffix as usize];
            longest[at as usize] = below;
            if node.pattern != NONE {
                shorter[node.pattern as usize] = below;
                if counts(node.pattern) {
                    longest[at as usize] = node.pattern;
                }
            }
        }
        Ok(Links { longest, shorter })
    }

    /// Reads `words`; tells at each of them the longest run of `links` that ends there.
    pub(super) fn scan(
        &self,
        words: &[u32],
        links: &Links,
        pace: &mut Pace<'_>,
        mut found: impl FnMut(usize, u32),
    ) -> Result<(), Interrupted> {
        let mut at = ROOT;
        for (index, &word) in words.iter().enumerate() {
            at = self.step(at, word, pace)?;
            let pattern = links.longest[at as usize];
            if pattern != NONE {
                found(index, pattern);
            }
        }
        Ok(())
    }

    /// Where `word` leads from `at`.
    fn step(&self, mut at: u32, word: u32, pace: &mut Pace<'_>) -> Result<u32, Interrupted> {
        loop {
            pace.spend(1)?;
            if let Some(&next) = self.edges.get(&(at, word)) {
                return Ok(next);
            }
            if at == ROOT {
                return Ok(ROOT);
            }
            at = self.node(at).suffix;
        }
    }

    fn node(&self, index: u32) -> &Node {
        &self.nodes[index as usize]
    }
}

impl Links {
    /// The runs of these links from `pattern` on, each the end of the one before.
    pub(super) fn chain(&self, pattern: u32) -> impl Iterator<Item = u32> {
        let known = |pattern: u32| (pattern != NONE).then_some(pattern);
        std::iter::successors(known(pattern), move |pattern| known(self.shorter(*pattern)))
    }

    /// The longest run that `pattern` ends with, other than itself.
    pub(super) fn shorter(&self, pattern: u32) -> u32 {
        self.shorter[pattern as usize]
    }
}

/// Memory ends before the numbers do: a text has fewer words than bytes.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Budget;

    #[test]
    fn every_run_is_found_where_it_ends_by_the_longest_first() {
        let budget = Budget::unlimited();
        let mut pace = Pace::new(&budget);
        let mut patterns = Patterns::default();
        let runs: [&[u32]; 4] = [&[1, 2, 3], &[2, 3], &[3], &[2, 4]];
        for run in runs {
            patterns.insert(run, &mut pace).unwrap();
        }
        assert_eq!(patterns.insert(&[2, 3], &mut pace).unwrap(), 1);
        assert_eq!((patterns.len(), patterns.n_words(0)), (4, 3));
        let by_depth = patterns.complete(&mut pace).unwrap();
        let found = |links: &Links| {
            let mut pace = Pace::new(&budget);
            let mut found = Vec::new();
            let note = |end, pattern| {
                found.push((end, links.chain(pattern).collect::<Vec<_>>()));
            };
            let text = [9, 1, 2, 3, 2, 4, 3];
            patterns.scan(&text, links, &mut pace, note).unwrap();
            found
        };
        let all = patterns.links(&by_depth, &mut pace, |_| true).unwrap();
        let expected = [(3, vec![0, 1, 2]), (5, vec![3]), (6, vec![2])];
        assert_eq!(found(&all), expected);
        let some = patterns.links(&by_depth, &mut pace, |p| p != 1).unwrap();
        assert_eq!(found(&some)[0], (3, vec![0, 2]));
    }
}
