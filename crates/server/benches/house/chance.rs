//! Seeded chance: the same seed gives the same people, answers and files (SplitMix64).

/// A generator.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// One that always draws the same for a seed and a number.
    pub const fn of(seed: u64, number: u64) -> Self {
        Self(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Eight bytes.
    pub fn bytes(&mut self) -> [u8; 8] {
        self.next().to_le_bytes()
    }

    /// A number below another.
    pub fn below(&mut self, limit: usize) -> usize {
        let drawn = self.next() % limit.max(1) as u64;
        usize::try_from(drawn).unwrap_or(0)
    }

    /// A number between two, both included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, chances: usize) -> bool {
        self.below(100) < chances
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }

    /// Some of several, in order, at least one.
    pub fn some<'a>(&mut self, among: &[&'a str]) -> Vec<&'a str> {
        let mut drawn: Vec<&str> = among.iter().copied().filter(|_| self.percent(60)).collect();
        if drawn.is_empty() {
            drawn.push(*self.pick::<&str>(among));
        }
        drawn
    }
}
