//! Chance that shrinks: choices read from a tape of bytes; past its end, the simplest one.

/// The choices of one file and of what is done to it.
pub struct Tape<'a> {
    bytes: &'a [u8],
    next: usize,
    numbers: usize,
}

impl<'a> Tape<'a> {
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            next: 0,
            numbers: 0,
        }
    }

    /// One of `count` choices, 0 being the simplest.
    pub fn pick(&mut self, count: usize) -> usize {
        let byte = self.bytes.get(self.next).copied().unwrap_or_default();
        self.next += 1;
        usize::from(byte) % count.max(1)
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.pick(count) + 1 == count
    }

    pub fn among<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.pick(choices.len())]
    }

    /// A number that was never given: what it is written in can be told from everything else.
    pub fn number(&mut self) -> usize {
        self.numbers += 1;
        self.numbers
    }
}
