//! Looking for a byte of several kinds, faster than byte by byte.

/// Bytes that are looked at together, in one or two registers of today's processors.
const BYTES: usize = 32;

/// The first byte that is one of `wanted`. All bytes of a stretch are compared before any
/// answer is looked at, and so side by side.
#[inline]
pub(super) fn position<const N: usize>(bytes: &[u8], wanted: &[u8; N]) -> Option<usize> {
    let is_wanted = |byte: &u8| {
        let same = wanted.iter().map(|each| u8::from(each == byte));
        same.fold(0, std::ops::BitOr::bitor)
    };
    let has_none = |stretch: &&[u8]| {
        let found = stretch.iter().map(is_wanted);
        found.fold(0, std::ops::BitOr::bitor) == 0
    };
    let stretches = bytes.chunks_exact(BYTES);
    let start = stretches.take_while(has_none).count() * BYTES;
    let mut rest = bytes.get(start..)?.iter();
    Some(start + rest.position(|byte| is_wanted(byte) != 0)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_byte_is_found_wherever_it_is(bytes in proptest::collection::vec(0_u8..99, 0..99)) {
            let expected = bytes.iter().position(|byte| matches!(byte, 7 | 9));
            prop_assert_eq!(position(&bytes, &[7, 9]), expected);
        }
    }
}
