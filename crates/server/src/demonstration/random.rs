//! Chance that repeats itself: the same seed gives the same demonstration.

/// A generator of numbers (SplitMix64). Nothing secret comes from it.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn seeded(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// Seeded by a text (FNV-1a).
    pub(super) fn of_text(text: &str) -> Self {
        let seed = text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        });
        Self::seeded(seed)
    }

    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0, less than `count`; 0 when `count` is.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let drawn = self.next() % u64::try_from(count.max(1)).unwrap_or(1);
        usize::try_from(drawn).unwrap_or(0)
    }

    /// A number between two, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = usize::try_from(most - least + 1).unwrap_or(1);
        least + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// True so many times in a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several; the default of an empty list.
    pub(super) fn pick<T: Copy + Default>(&mut self, among: &[T]) -> T {
        among
            .get(self.below(among.len()))
            .copied()
            .unwrap_or_default()
    }

    /// One of several, each as often as its weight.
    pub(super) fn weighted<T: Copy>(&mut self, among: &[(T, usize)], otherwise: T) -> T {
        let total = among.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(total);
        for (one, weight) in among {
            if left < *weight {
                return *one;
            }
            left -= weight;
        }
        otherwise
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_chance() {
        let (mut one, mut other) = (Random::of_text("parvis"), Random::of_text("parvis"));
        for _ in 0..20 {
            assert_eq!(one.next(), other.next());
        }
        assert_ne!(Random::seeded(1).next(), Random::seeded(2).next());
    }

    #[test]
    fn what_is_drawn_stays_in_its_bounds() {
        let mut random = Random::seeded(7);
        for _ in 0..1000 {
            assert!((3..=9).contains(&random.between(3, 9)));
            assert_eq!(random.weighted(&[('a', 0), ('b', 2)], 'c'), 'b');
            assert!(random.below(4) < 4);
        }
        assert_eq!(random.below(0), 0);
        assert_eq!(random.pick::<u8>(&[]), 0);
    }
}
