#![no_main]
libfuzzer_sys::fuzz_target!(|posted: (usize, Vec<(usize, String)>)| parvis_fuzz::entries(posted.0, &posted.1));
