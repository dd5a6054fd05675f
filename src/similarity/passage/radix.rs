//! Sorts many numbers in steps that a budget can end.

use crate::base::Interrupted;
use crate::similarity::pace::Pace;

/// Fewer numbers are sorted at once, which takes a fraction of a millisecond.
const NUMBERS_MIN: usize = 4_096;

const BITS: u32 = 8;
const BUCKETS: usize = 1 << BITS;

/// Sorts `list`: digit by digit, the lowest first (Knuth, "The art of computer
/// programming", vol. 3, 5.2.5). Digits that all numbers share take no time.
pub(super) fn sort(list: &mut Vec<u64>, pace: &mut Pace<'_>) -> Result<(), Interrupted> {
    if list.len() < NUMBERS_MIN {
        list.sort_unstable();
        return pace.spend(list.len());
    }
    let mut sorted = vec![0; list.len()];
    for shift in (0..u64::BITS).step_by(BITS as usize) {
        let digit = |number: u64| usize::from((number >> shift).to_le_bytes()[0]);
        let mut ends = [0; BUCKETS];
        for &number in list.iter() {
            pace.spend(1)?;
            ends[digit(number)] += 1;
        }
        if ends.contains(&list.len()) {
            continue;
        }
        let mut start = 0;
        for end in &mut ends {
            start += std::mem::replace(end, start);
        }
        for &number in list.iter() {
            pace.spend(1)?;
            let start = &mut ends[digit(number)];
            sorted[*start] = number;
            *start += 1;
        }
        std::mem::swap(list, &mut sorted);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Budget;

    #[test]
    fn numbers_are_sorted_whatever_their_digits() {
        for (n, mask) in [
            (10, u64::MAX),
            (9_000, u64::MAX),
            (9_000, 0xFF00),
            (5_000, 0),
        ] {
            let number = |i: u64| i.wrapping_mul(0x9E37_79B9_7F4A_7C15) & mask;
            let mut numbers: Vec<u64> = (0..n).map(number).collect();
            let mut expected = numbers.clone();
            expected.sort_unstable();
            sort(&mut numbers, &mut Pace::new(&Budget::unlimited())).unwrap();
            assert_eq!(numbers, expected, "{n} numbers in {mask:x}");
        }
    }
}
