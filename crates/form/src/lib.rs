//! Pure form engine: definition, kinds of field, expressions, validation, journey.
