//! Looking for a byte of several kinds, faster than byte by byte.

/// Bytes that are looked at together, in one or two registers of today's processors.
const BYTES: usize = 32;

/// The first byte that is `wanted`. All bytes of a stretch are asked before any answer is
/// looked at: side by side, if these are a few comparisons joined by `|`, and nothing else.
#[inline]
pub(super) fn position(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let has_none = |stretch: &&[u8]| {
        let found = stretch.iter().map(|byte| u8::from(wanted(*byte)));
        found.fold(0, std::ops::BitOr::bitor) == 0
    };
    let stretches = bytes.chunks_exact(BYTES);
    let start = stretches.take_while(has_none).count() * BYTES;
    let mut rest = bytes.get(start..)?.iter();
    Some(start + rest.position(|byte| wanted(*byte))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_byte_is_found_wherever_it_is(bytes in proptest::collection::vec(0_u8..99, 0..99)) {
            let expected = bytes.iter().position(|byte| *byte == 7);
            prop_assert_eq!(position(&bytes, |byte| byte == 7), expected);
        }
    }
}
