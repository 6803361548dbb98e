#![no_main]
libfuzzer_sys::fuzz_target!(|given: (usize, &str)| parvis_fuzz::answers(given.0, given.1));
