#![no_main]
libfuzzer_sys::fuzz_target!(|text: &str| parvis_fuzz::expression(text));
