//! What is so of which of 64 bytes, as the bits of a number: a shift brings a byte beside
//! its neighbours, and one instruction finds the next of a kind.

/// Bytes that are looked at together.
pub(super) const BYTES: usize = 64;

/// Bytes of a register.
const LANES: usize = 16;

/// A bit for each byte, the lowest for the first: whether `is_so`. All bytes are compared
/// before any bit is gathered, which compilers turn into comparisons of whole registers.
#[inline]
pub(super) fn bits(bytes: &[u8; BYTES], is_so: impl Fn(u8) -> bool) -> u64 {
    let mut lanes = [0; BYTES];
    for (lane, byte) in lanes.iter_mut().zip(bytes) {
        *lane = if is_so(*byte) { 0xFF } else { 0 };
    }
    let mut bits = 0;
    for (register, lanes) in lanes.as_chunks().0.iter().enumerate() {
        bits |= u64::from(highest_bits(*lanes)) << (register * LANES);
    }
    bits
}

/// The last bytes of a text, with blanks behind them.
pub(super) fn padded(rest: &[u8]) -> [u8; BYTES] {
    let mut chunk = [b' '; BYTES];
    for (to, from) in chunk.iter_mut().zip(rest) {
        *to = *from;
    }
    chunk
}

/// The highest bit of each byte.
#[cfg(target_arch = "x86_64")]
#[inline]
fn highest_bits(lanes: [u8; LANES]) -> u16 {
    // Each processor of this kind has it, so that nothing is asked when it runs.
    let Some(sse2) = pulp::core_arch::x86::Sse2::try_new() else {
        return gathered(lanes);
    };
    let [first, second, ..] = sse2._mm_movemask_epi8(pulp::cast(lanes)).to_le_bytes();
    u16::from_le_bytes([first, second])
}

#[cfg(not(target_arch = "x86_64"))]
#[inline]
fn highest_bits(lanes: [u8; LANES]) -> u16 {
    gathered(lanes)
}

/// The same by multiplication: of each byte's bit one copy comes to stand at its place in
/// the highest byte, and no two copies on one place.
#[inline]
fn gathered(lanes: [u8; LANES]) -> u16 {
    let gathered = |half: usize| {
        let bytes = lanes.as_chunks().0.get(half).copied().unwrap_or_default();
        let bits = (u64::from_le_bytes(bytes) >> 7) & 0x0101_0101_0101_0101;
        let [.., highest] = bits.wrapping_mul(0x0102_0408_1020_4080).to_le_bytes();
        highest
    };
    u16::from_le_bytes([gathered(0), gathered(1)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::array::uniform;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_bit_tells_of_the_byte_at_its_place(bytes in uniform::<_, BYTES>(0_u8..9)) {
            let found = bits(&bytes, |byte| byte == 5 || byte == 7);
            for (place, byte) in bytes.iter().enumerate() {
                prop_assert_eq!(found >> place & 1 == 1, matches!(byte, 5 | 7));
            }
        }

        #[test]
        fn highest_bits_are_gathered_on_all_processors(lanes in uniform::<_, LANES>(0_u8..)) {
            prop_assert_eq!(gathered(lanes), highest_bits(lanes));
        }
    }
}
